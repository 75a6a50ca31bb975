"""What changed in a text, in words: what was there struck through, what is there now underlined."""

from collections.abc import Sequence
from html import escape
from re import sub

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QLabel, QVBoxLayout, QWidget

from ozj_desktop.model.blocks import Look, Rich, Run
from ozj_desktop.model.difference import Difference
from ozj_desktop.ui.desk import Desk
from ozj_desktop.ui.parts.buttons import button
from ozj_desktop.ui.parts.card import clear, row_of
from ozj_desktop.ui.parts.text import label
from ozj_desktop.ui.theme import Colors

FIRST = 8  # differences; the rest is shown when it is asked for
AROUND = 60  # characters of what stayed the same, before and after a change
SPARED = 20  # fewer than this are not worth leaving out
LONGEST = 600  # characters of one change


class Differences(QWidget):
    """One below the other, the first few at once."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._found: Sequence[Difference] = ()
        self._rows = QVBoxLayout(self)
        self._rows.setContentsMargins(0, 0, 0, 0)
        self._rows.setSpacing(8)

    def show_all(self, found: Sequence[Difference], *, most: int = FIRST) -> None:
        self._found = found
        clear(self._rows)
        for difference in found[:most]:
            self._rows.addWidget(_row(self._desk.colors, difference))
        if len(found) > most:
            words = f"Toon alle {len(found)}"
            theme = self._desk.theme
            more = button(theme, words, "chevron-down", look="link", size="small", do=self._more)
            self._rows.addWidget(row_of(more, top=0))
        self.setVisible(bool(found))

    def _more(self) -> None:
        self.show_all(self._found, most=len(self._found))


def _row(colors: Colors, difference: Difference) -> QWidget:
    """The place, and below it what it was and what it becomes."""
    held = QWidget()
    grid = QGridLayout(held)
    grid.setContentsMargins(0, 0, 0, 0)
    grid.setHorizontalSpacing(12)
    grid.setVerticalSpacing(0)
    grid.setColumnStretch(1, 1)
    where = " · ".join(part for part in (difference.place, difference.label) if part)
    grid.addWidget(label(where, "strong", wrap=True), 0, 0, 1, 2)
    for n, (word, side) in enumerate(_sides(difference), 1):
        told = label(word, "meta")
        told.setFixedWidth(40)
        grid.addWidget(told, n, 0, Qt.AlignmentFlag.AlignTop)
        grid.addWidget(_marked(colors, side), n, 1)
    return held


def _sides(difference: Difference) -> list[tuple[str, Rich]]:
    """What to show of it: a side on which nothing is marked says nothing more than the other."""
    was = ("was", difference.before) if _has(difference.before, "removed") else None
    now = ("wordt", difference.after) if _has(difference.after, "added") else None
    match was, now:
        case (_, text), None:
            return [("vervalt", text)]
        case None, (_, text):
            return [("nieuw", text)]
    return [side for side in (was, now) if side]


def _has(text: Rich, look: Look) -> bool:
    return any(run.look == look for run in text)


def _marked(colors: Colors, text: Rich) -> QLabel:
    shown = QLabel(as_html(shortened(text), colors))
    shown.setTextFormat(Qt.TextFormat.RichText)
    shown.setTextInteractionFlags(Qt.TextInteractionFlag.NoTextInteraction)
    shown.setWordWrap(True)
    shown.setProperty("role", "cell")
    shown.setMinimumWidth(40)
    return shown


def as_html(text: Rich, colors: Colors) -> str:
    """What people typed is escaped: it is shown, never followed."""
    gone = f"color:{colors.danger_text};background:{colors.danger_bg}"
    new = f"color:{colors.tint_text};background:{colors.tint};text-decoration:underline"
    dressed = {"removed": f'<s style="{gone}">{{}}</s>', "added": f'<b style="{new}">{{}}</b>'}
    return "".join(dressed.get(run.look, "{}").format(escape(run.text)) for run in text)


def shortened(text: Rich) -> Rich:
    """The changes, and of what stayed the same only the words around them."""
    last = len(text) - 1
    return tuple(_short(run, first=n == 0, last=n == last) for n, run in enumerate(text))


def _short(run: Run, *, first: bool, last: bool) -> Run:
    flat = sub(r"\s+", " ", run.text)
    if run.look != "plain":
        return Run(flat if len(flat) <= LONGEST else f"{flat[:LONGEST]}…", run.look)
    before = "" if first else flat[:AROUND].rsplit(" ", 1)[0]
    after = "" if last else flat[-AROUND:].split(" ", 1)[-1]
    whole = len(flat) <= AROUND * (2 - first - last) + SPARED
    return Run(flat if whole else f"{before} … {after}")
