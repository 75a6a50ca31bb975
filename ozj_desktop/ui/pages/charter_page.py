"""Visie en principes: what the parties stand for together, as text to read and to write."""

from collections.abc import Iterator, Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ozj_desktop.model.charter import Principle, Term, Vision
from ozj_desktop.model.dutch import counted, sort_key
from ozj_desktop.model.facts import in_order
from ozj_desktop.model.signals_parties import FEWEST, MOST
from ozj_desktop.store.dossier import Notice
from ozj_desktop.ui.desk import Desk
from ozj_desktop.ui.empty_page import example_button
from ozj_desktop.ui.names import last_place
from ozj_desktop.ui.page import Page
from ozj_desktop.ui.part_rows import Col, PartSpec
from ozj_desktop.ui.part_table import PartTable
from ozj_desktop.ui.parts.buttons import button
from ozj_desktop.ui.parts.card import Card, row_of
from ozj_desktop.ui.parts.charter_text import PrincipleText, VisionPart
from ozj_desktop.ui.parts.chips import StatusLabel
from ozj_desktop.ui.parts.edits import WIDEST
from ozj_desktop.ui.parts.field_box import INSET
from ozj_desktop.ui.parts.letters import give
from ozj_desktop.ui.parts.line import Line
from ozj_desktop.ui.parts.ordered import Ordered
from ozj_desktop.ui.parts.part_card import PartCard
from ozj_desktop.ui.parts.scrolling import column, heading, scrolling
from ozj_desktop.ui.parts.text import label, rule
from ozj_desktop.ui.past_panel import past_button
from ozj_desktop.ui.status import Shape, Status
from ozj_desktop.ui.tools import Tools

READ = WIDEST  # pixels of a line of text
TERMS = PartSpec(
    Term,
    "",
    (
        Col("name", width=150, stretch=1),
        Col("meaning", width=240, stretch=4),
        Col("source", width=120, stretch=1),
    ),
    new_hint="+ nog een begrip",
    rows=lambda desk, _: sorted(desk.dossier.all(Term), key=lambda t: sort_key(t.name)),
)


def count_hint(number: int) -> Status | None:
    """Between five and eight is right: then there is nothing to say."""
    if not number or FEWEST <= number <= MOST:
        return None
    few = "geeft weinig richting" if number < FEWEST else "onthoudt niemand"
    counted_ones = counted(number, ("principe", "principes"))
    return Status(Shape.TRIANGLE, f"{counted_ones} {few}: vijf tot acht werkt het best")


class CharterPage(Page):
    """The vision, the principles and the words that all understand alike, as pages to read."""

    def __init__(self, desk: Desk, _: Tools) -> None:
        super().__init__(desk)
        self.vision = VisionPart(desk)
        self.begin = button(desk.theme, "Schrijf de visie", "plus", look="primary", do=self._begin)
        self.list = Ordered(desk, self._inner, self._fill, role="numeral", top=2, gap=14)
        self._hint = StatusLabel(desk.theme)
        self.new = give(Line(), "N")
        self.terms = PartCard(desk, "Begrippen en afkortingen", TERMS)
        self._empty = self._no_vision()
        self._build()
        self.new.returnPressed.connect(self._add)

    def _build(self) -> None:
        self.new.setProperty("newrow", True)
        self.new.setPlaceholderText("Typ een nieuw principe")
        self.new.setAccessibleName("Typ een nieuw principe")
        self.new.setMaximumWidth(READ)
        if not self.desk.writable:
            self.new.hide()
        sheet = Card()
        sheet.body.setContentsMargins(32, 28, 32, 28)
        sheet.body.setSpacing(12)
        self.list.setMaximumWidth(READ + 160)  # beside the text there are the buttons
        for part in (
            *(_title("Onze visie"), self._empty, self.vision, _air(), rule(), _air()),
            *(_title("Leidende principes"), self._hint, self.list, self.new),
        ):
            sheet.body.addWidget(part)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(0)
        outer.addWidget(heading("Visie en principes", past_button(self.desk, "charter")))
        outer.addWidget(scrolling(column(sheet, self.terms)), 1)

    def _no_vision(self) -> QWidget:
        held = QWidget()
        stack = QVBoxLayout(held)
        stack.setContentsMargins(INSET, 0, 0, 0)
        words = (
            "Hier komt waar u samen voor staat, zodat elke afspraak daarop rust. Schrijf een paar "
            "zinnen over hoe kinderen opgroeien, en wat ieder daaraan doet."
        )
        stack.addWidget(label(words, "soft", wrap=True))
        stack.addWidget(row_of(self.begin, example_button(self.desk)))
        if not self.desk.writable:
            self.begin.hide()
        return held

    def _inner(self, _: Principle) -> QWidget:
        return PrincipleText(self.desk)

    def _fill(self, inner: QWidget, principle: Principle) -> None:
        assert isinstance(inner, PrincipleText)
        inner.show_principle(principle)

    def refresh(self) -> None:
        for _ in self.parts():
            pass

    def parts(self) -> Iterator[None]:
        visions = self.desk.dossier.all(Vision)
        self._empty.setVisible(not visions)
        self.vision.setVisible(bool(visions))
        if visions:
            self.vision.show_vision(visions[-1])
        yield
        principles: Sequence[Principle] = in_order(self.desk.dossier.all(Principle))
        yield from self.list.show_records(principles, locked=not self.desk.writable)
        self._hint.show_status(count_hint(len(principles)))
        self.terms.show_record(Term(id="alle"), frozenset())  # type: ignore[arg-type]

    def heard(self, notice: Notice) -> None:
        if notice.kinds & {"vision", "principle", "term"}:
            self.refresh()

    def show_thing(self, id: str) -> bool:
        if inner := self.list.row(id):
            assert isinstance(inner, PrincipleText)
            inner.text.setFocus()
            return True
        return _show_row(self.terms.table, id)

    def point_at(self, id: str, where: object, *, focus: bool = True) -> None:
        """The text of the vision is no field of a form; the rest of it is, behind its chips."""
        if not focus or self.desk.get(Vision, id) is None:
            super().point_at(id, where, focus=focus)
        elif getattr(where, "field", where) in ("", "text"):
            self.vision.text.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self.vision.form.show()
            super().point_at(id, where)

    def focus_new(self) -> None:
        self.new.setFocus()

    def focus_first(self) -> None:
        if self.desk.dossier.count(Vision):
            self.vision.text.setFocus()
        else:
            self._begin()

    def _begin(self) -> None:
        self.desk.add(Vision())
        self.vision.text.setFocus()

    def _add(self) -> None:
        if text := self.new.text().strip():
            self.new.clear()
            self.desk.add(Principle(text=text, **last_place(self.desk.dossier, Principle)))


def _title(words: str) -> QWidget:
    """Where the texts begin, as in a booklet."""
    made = label(words, "record")
    made.setContentsMargins(INSET, 0, 0, 0)
    return made


def _air() -> QWidget:
    held = QWidget()
    held.setFixedHeight(8)
    return held


def _show_row(table: PartTable, id: str) -> bool:
    for row, record in enumerate(table.parts.records):
        if record.id == id:
            table.setFocus()
            table.setCurrentIndex(table.parts.index(row, 0))
            return True
    return False


def page(desk: Desk, tools: Tools) -> CharterPage:
    return CharterPage(desk, tools)
