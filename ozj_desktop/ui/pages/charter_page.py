"""Visie en principes: what the parties stand for together, as text to read and to write."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtWidgets import QVBoxLayout, QWidget

from ozj_desktop.model.charter import Principle, Term, Vision
from ozj_desktop.model.dutch import sort_key
from ozj_desktop.model.facts import in_order
from ozj_desktop.store.dossier import Notice
from ozj_desktop.ui.desk import Desk
from ozj_desktop.ui.names import last_place
from ozj_desktop.ui.page import Page, column, heading, scrolling
from ozj_desktop.ui.part_rows import Col, PartSpec
from ozj_desktop.ui.part_table import PartTable
from ozj_desktop.ui.parts.buttons import button
from ozj_desktop.ui.parts.card import Card, row_of
from ozj_desktop.ui.parts.edits import TextEdit
from ozj_desktop.ui.parts.letters import give
from ozj_desktop.ui.parts.line import Line
from ozj_desktop.ui.parts.ordered import Ordered
from ozj_desktop.ui.parts.part_card import PartCard
from ozj_desktop.ui.parts.text import label
from ozj_desktop.ui.past_panel import past_button
from ozj_desktop.ui.record_form import RecordForm, Section
from ozj_desktop.ui.tools import Tools

VISION = Section(
    "Visie",
    ("text", "starts_on", "ends_on", "review_on", "shared_with"),
    always=("text", "starts_on", "ends_on", "review_on"),
)
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


class PrincipleText(QWidget):
    """A principle and its example, below each other."""

    def __init__(self, desk: Desk, principle: Principle) -> None:
        super().__init__()
        self._desk, self._principle = desk, principle
        self.text = TextEdit(single=True, role="heavy")
        self.example = TextEdit()
        self.text.setAccessibleName("Principe")
        self.example.setAccessibleName("Zo ziet dat eruit")
        self.example.setPlaceholderText("Zo ziet dat eruit…")
        stack = QVBoxLayout(self)
        stack.setContentsMargins(0, 0, 0, 6)
        stack.setSpacing(0)
        stack.addWidget(self.text)
        stack.addWidget(self.example)
        for name, edit in (("text", self.text), ("example", self.example)):
            edit.set_locked(not desk.writable)
            edit.edited.connect(lambda name=name: self._store(name, typing=False))
            edit.paused.connect(lambda name=name: self._store(name, typing=True))

    def show_principle(self, principle: Principle) -> None:
        self._principle = principle
        for edit, value in ((self.text, principle.text), (self.example, principle.example)):
            if not edit.in_use():
                edit.show_value(value)

    def _store(self, name: str, *, typing: bool) -> None:
        edit: TextEdit = self.text if name == "text" else self.example
        values: dict[str, Any] = {name: edit.value()}
        now = self._desk.get(Principle, self._principle.id)
        if now is not None and getattr(now, name) != values[name]:
            self._desk.edit(now, values, typing=typing)
        if not typing:
            self._desk.dossier.settle()


class PrinciplesCard(Card):
    """Five to eight of them, in order."""

    def __init__(self, desk: Desk) -> None:
        super().__init__("Leidende principes", gap=4)
        self._desk = desk
        self.head.insertWidget(1, label("vijf tot acht is genoeg", "meta"))
        self.list = Ordered(desk, self._inner, self._fill, text=True)
        self.new = give(Line(), "N")
        self.new.setProperty("newrow", True)
        self.new.setPlaceholderText("Typ een nieuw principe")
        self.new.setAccessibleName("Typ een nieuw principe")
        if not desk.writable:
            self.new.hide()
        self.body.addWidget(self.list)
        self.body.addWidget(self.new)
        self.new.returnPressed.connect(self._add)

    def _inner(self, principle: Principle) -> QWidget:
        return PrincipleText(self._desk, principle)

    def _fill(self, inner: QWidget, principle: Principle) -> None:
        assert isinstance(inner, PrincipleText)
        inner.show_principle(principle)

    def refresh(self) -> None:
        found: Sequence[Principle] = in_order(self._desk.dossier.all(Principle))
        self.list.show_records(found, locked=not self._desk.writable)

    def _add(self) -> None:
        if text := self.new.text().strip():
            self.new.clear()
            self._desk.add(Principle(text=text, **last_place(self._desk.dossier, Principle)))


class CharterPage(Page):
    """The vision, the principles and the words that all understand alike."""

    def __init__(self, desk: Desk, _: Tools) -> None:
        super().__init__(desk)
        self.form = RecordForm(desk, Vision, [VISION])
        self.begin = button(desk.theme, "Schrijf de visie", "plus", look="primary", do=self._begin)
        self.principles = PrinciplesCard(desk)
        self.terms = PartCard(desk, "Begrippen en afkortingen", TERMS)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        self._empty = self._no_vision()
        outer.setSpacing(0)
        outer.addWidget(heading("Visie en principes", past_button(desk, "charter")))
        content = column(self._empty, self.form, self.principles, self.terms)
        outer.addWidget(scrolling(content), 1)
        self.refresh()

    def _no_vision(self) -> Card:
        card = Card("Visie")
        words = (
            "Waar staat u samen voor? Een paar zinnen over hoe kinderen opgroeien, en wat "
            "iedereen daaraan doet."
        )
        card.body.addWidget(label(words, "soft", wrap=True))
        card.body.addWidget(row_of(self.begin))
        self.begin.setVisible(self.desk.writable)
        return card

    def refresh(self) -> None:
        visions = self.desk.dossier.all(Vision)
        self._empty.setVisible(not visions)
        self.form.setVisible(bool(visions))
        if visions:
            self.form.show_record(visions[-1])
        self.principles.refresh()
        self.terms.show_record(Term(id="alle"), frozenset())  # type: ignore[arg-type]

    def heard(self, notice: Notice) -> None:
        if notice.kinds & {"vision", "principle", "term"}:
            self.refresh()

    def show_thing(self, id: str) -> bool:
        if inner := self.principles.list.row(id):
            assert isinstance(inner, PrincipleText)
            inner.text.setFocus()
            return True
        return _show_row(self.terms.table, id)

    def focus_new(self) -> None:
        self.principles.new.setFocus()

    def focus_first(self) -> None:
        if self.desk.dossier.count(Vision):
            self.form.focus("text")
        else:
            self._begin()

    def _begin(self) -> None:
        self.desk.add(Vision())
        self.form.focus("text")


def _show_row(table: PartTable, id: str) -> bool:
    for row, record in enumerate(table.parts.records):
        if record.id == id:
            table.setFocus()
            table.setCurrentIndex(table.parts.index(row, 0))
            return True
    return False


def page(desk: Desk, tools: Tools) -> CharterPage:
    return CharterPage(desk, tools)
