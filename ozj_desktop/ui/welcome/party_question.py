"""The third question: who takes part. The usual, the often forgotten, and a pasted list."""

from collections.abc import Iterator
from dataclasses import replace
from typing import NamedTuple

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QApplication, QBoxLayout, QHBoxLayout, QVBoxLayout, QWidget

from ozj_desktop.exchange.content import party_kinds
from ozj_desktop.exchange.from_template import Answers, Member, filled_line
from ozj_desktop.exchange.pasted_parties import parties_in, people_in, unused_in
from ozj_desktop.model.dutch import counted, number, quoted, sort_key
from ozj_desktop.model.pasted_table import MOST_ROWS, is_table, is_too_much
from ozj_desktop.model.reading import clean
from ozj_desktop.ui.display import one_line
from ozj_desktop.ui.parts.edits import TextEdit
from ozj_desktop.ui.parts.line import Line
from ozj_desktop.ui.parts.text import label
from ozj_desktop.ui.parts.tick import Tick
from ozj_desktop.ui.theme import Theme
from ozj_desktop.ui.welcome.questions import LONGEST, Question, dressed

NARROW = 820  # pixels: below it the columns stand below each other
TALLEST = 136
PASTE = QKeySequence.StandardKey.Paste
PARTIES, DOUBLE = ("partij", "partijen"), ("dubbele naam", "dubbele namen")
WHOLE = "De namen hierboven zijn uitgevinkt: vink aan wie er nog bij moet."
PEOPLE, COLUMNS = ("contactpersoon", "contactpersonen"), ("kolom", "kolommen")
LATER = (
    "Wilt u die ook, plak de lijst dan later nog eens: ‘Partijen plakken uit Excel’, in het menu … "
    "bij Partijen. Daar kiest u wat een kolom betekent."
)
LONGEST_HEAD = 40  # characters of the heading of a column


class Pasted(NamedTuple):
    """The names in what was pasted, how many came twice, how many people are in it, and by name
    the code of its kind ("" where nothing tells it).
    """

    names: list[str]
    double: int
    people: int
    kinds: dict[str, str]
    unused: list[str]  # columns that are not taken along


def pasted(text: str) -> Pasted:
    """One name per line, or a table of which the columns are known by heading or content."""
    rows = ((one_line(clean(name))[:LONGEST], kind) for name, kind in parties_in(text))
    found = [(name, kind) for name, kind in rows if name]
    once = {sort_key(name): (name, kind) for name, kind in reversed(found)}
    kinds = dict(reversed(once.values()))
    return Pasted([*kinds], len(found) - len(kinds), people_in(text), kinds, unused_in(text))


class NameLine(Line):
    """A list that is pasted where one name goes belongs in the list."""

    several = Signal(str)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        text = QApplication.clipboard().text() if event.matches(PASTE) else ""
        if is_table(text):
            self.several.emit(text)
        else:
            super().keyPressEvent(event)


class PartyRow(QWidget):
    """A check, a name that can be changed, and maybe why."""

    changed = Signal()
    several = Signal(str)  # a list was pasted where one name goes

    def __init__(
        self, theme: Theme, member: Member, name: str, *, ticked: bool, why: str = ""
    ) -> None:
        super().__init__()
        self.member, self._usual, self._ticked = member, name, ticked
        self.touched = False
        self.check, self.name = Tick(theme), dressed(NameLine(), "Naam van de partij")
        self.check.toggled.connect(self._show_whether)
        self.check.setChecked(ticked)
        self._show_whether(ticked)
        self.name.setText(name)
        self.check.setAccessibleName(f"Doet mee: {name}. {why}".strip())
        self.name.setAccessibleName(f"Naam van {name}")
        row = QHBoxLayout()
        row.setSpacing(4)
        row.addWidget(self.check)
        row.addWidget(self.name, 1)
        stack = QVBoxLayout(self)
        stack.setContentsMargins(0, 0, 0, 0)
        stack.setSpacing(1)
        stack.addLayout(row)
        if why:
            told = label(why, "meta", wrap=True)
            told.setContentsMargins(38, 0, 0, 4)
            stack.addWidget(told)
        self.check.clicked.connect(self._touch)
        self.name.textEdited.connect(self._typed)
        self.name.several.connect(self.several)

    def _show_whether(self, ticked: bool) -> None:
        """Who does not take part is a name only; going there makes it a field again."""
        self.name.setProperty("quiet", not ticked)
        self.name.style().unpolish(self.name)
        self.name.style().polish(self.name)

    def call(self, name: str) -> None:
        """By the area that was filled in meanwhile; what somebody typed stays."""
        if self.name.text() == self._usual:
            self.name.setText(name)
        self._usual = name
        self.check.setAccessibleName(f"Doet mee: {name}")

    def give_way(self, pasted: bool) -> None:
        """A row that nobody touched is there as long as nothing pasted takes its place."""
        if not self.touched:
            self.check.setChecked(self._ticked and not pasted)

    def reset(self) -> None:
        self.check.setChecked(False)
        self.touched = True

    def takes_part(self) -> Member | None:
        name = one_line(clean(self.name.text()))
        return replace(self.member, name=name) if self.check.isChecked() and name else None

    def _touch(self) -> None:
        self.touched = True
        self.changed.emit()

    def _typed(self) -> None:
        """Who gives a name wants the party."""
        self.check.setChecked(bool(self.name.text().strip()))
        self._touch()


class PartyQuestion(Question):
    """Nothing here is needed; whoever is not here can come later."""

    def __init__(self, theme: Theme) -> None:
        super().__init__(
            "Wie doen er mee?",
            "Vink aan wie meedoet, en zet de echte naam erbij. Wie er nu niet bij staat, "
            "voegt u later toe.",
        )
        self._theme = theme
        self.rows: list[PartyRow] = []
        self.own = TextEdit(tallest=TALLEST)
        self.own.setProperty("quiet", False)
        self.own.setAccessibleName("Uw eigen lijst van partijen")
        self.own.setPlaceholderText("Plak hier uw lijst: één partij per regel, of uit Excel")
        self.own.setMinimumHeight(64)
        self.told = label("", "cell2", wrap=True)
        self.told.hide()
        self._usual, self._forgotten = QVBoxLayout(), QVBoxLayout()
        self._build()
        self.own.textChanged.connect(self._count)

    def _build(self) -> None:
        left, right = QVBoxLayout(), QVBoxLayout()
        for column in (left, right, self._usual, self._forgotten):
            column.setSpacing(6)
        left.addWidget(label("Doen meestal mee", "heavy"))
        left.addLayout(self._usual)
        left.addSpacing(10)
        left.addWidget(label("Hebt u al een lijst?", "heavy"))
        left.addWidget(self.told)
        left.addWidget(self.own)
        left.addStretch(1)
        right.addWidget(label("Worden vaak vergeten", "heavy"))
        right.addLayout(self._forgotten)
        right.addStretch(1)
        self._halves = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._halves.setSpacing(40)
        self._halves.addLayout(left, 1)
        self._halves.addLayout(right, 1)
        self.body.addLayout(self._halves, 1)

    def be_narrow(self, narrow: bool) -> None:
        ways = QBoxLayout.Direction
        self._halves.setDirection(ways.TopToBottom if narrow else ways.LeftToRight)

    def begin(self, members: list[Member], answers: Answers) -> None:
        """The rows of a template; once per template."""
        for row in self.rows:
            row.hide()
            row.deleteLater()
        there = {member.kind for member in members}
        usual = [
            PartyRow(self._theme, m, filled_line(m.name, answers), ticked=True) for m in members
        ]
        forgotten = [
            PartyRow(self._theme, Member("", k.name, k.code), k.name, ticked=False, why=k.why)
            for k in party_kinds().all
            if k.why and k.code not in there
        ]
        for rows, column in ((usual, self._usual), (forgotten, self._forgotten)):
            for row in rows:
                column.addWidget(row)
                row.changed.connect(self._count)
                row.several.connect(self._take_list)
        self.rows = [*usual, *forgotten]
        self._count()

    def rename(self, answers: Answers) -> None:
        """The area may be another one by now."""
        for row in self.rows:
            row.call(filled_line(row.member.name, answers))

    def focus_first(self) -> None:
        if self.rows:
            self.rows[0].name.setFocus(Qt.FocusReason.TabFocusReason)

    def skip(self) -> None:
        self.own.clear()
        for row in self.rows:
            row.reset()

    # What was pasted

    def _take_list(self, text: str) -> None:
        self.own.setPlainText(text)
        self.own.setFocus(Qt.FocusReason.OtherFocusReason)

    def _count(self) -> None:
        """Say what was understood. A usual party gives way to one of its kind; who brings a whole
        list need not untick ours.
        """
        names, double, people, told_kinds, unused = pasted(self.own.toPlainText())
        kinds = {*told_kinds.values()} - {""}
        usual = [row for row in self.rows if row.member.key]
        same = [row for row in usual if row.member.kind in kinds]
        whole = bool(usual) and (len(same) > 1 or len(names) >= len(usual))
        for row in self.rows:
            row.give_way(row in usual if whole else row in same)
        also = f" en {counted(people, PEOPLE)}" if people else ""
        told = [f"{counted(len(names), PARTIES)}{also} begrepen."]
        if double:
            told.append(f"{counted(double, DOUBLE)} overgeslagen.")
        if unused:
            names_of = quoted([name[:LONGEST_HEAD] for name in unused])
            told.append(f"{counted(len(unused), COLUMNS)} niet gebruikt: {names_of}. {LATER}")
        if any(not row.touched for row in (usual if whole else same)):
            told.append("Wat hierboven dubbel zou zijn, is uitgevinkt." if not whole else WHOLE)
        if is_too_much(self.own.toPlainText()):
            told.append(f"Meer dan {number(MOST_ROWS)} regels tellen niet mee.")
        self.told.setText(" ".join(told))
        self.told.setVisible(bool(names))

    def members(self) -> tuple[Member, ...]:
        """In the order of the screen, each once; a pasted one takes the place of a usual one."""
        found: dict[str, Member] = {}
        for member in [*self._ticked(), *self._own()]:
            found.setdefault(sort_key(member.name), member)
        return tuple(found.values())

    def _ticked(self) -> Iterator[Member]:
        return (member for row in self.rows if (member := row.takes_part()))

    def _own(self) -> Iterator[Member]:
        free = {r.member.kind: r.member for r in self.rows if not r.touched and r.member.key}
        for name, kind in pasted(self.own.toPlainText()).kinds.items():
            place = free.pop(kind, None) if kind else None
            yield Member(place.key if place else "", name, kind)
