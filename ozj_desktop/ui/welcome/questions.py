"""The first two questions: what the samenwerking is called, and where and how long it is about."""

from datetime import date
from typing import TypeVar

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from ozj_desktop.exchange.from_template import period
from ozj_desktop.exchange.templates import Template
from ozj_desktop.model.areas import AreaKind
from ozj_desktop.model.dutch import long_date, short_date
from ozj_desktop.model.reading import Misread, clean, read_date
from ozj_desktop.ui.display import one_line
from ozj_desktop.ui.parts.buttons import Segmented
from ozj_desktop.ui.parts.calendar import add_calendar
from ozj_desktop.ui.parts.edits import TypedEdit, mark_invalid
from ozj_desktop.ui.parts.line import Line
from ozj_desktop.ui.parts.scrolling import show_within
from ozj_desktop.ui.parts.text import label
from ozj_desktop.ui.theme import Theme
from ozj_desktop.ui.user_name import who

READABLE = 640  # pixels of a field for a name
LONGEST = 300  # characters of a name
OFFERED = (
    (AreaKind.MUNICIPALITY, "Gemeente"),
    (AreaKind.YOUTH_REGION, "Jeugdregio"),
    (AreaKind.SWV_PO, "SWV-regio po"),
    (AreaKind.SWV_VO, "SWV-regio vo"),
    (AreaKind.DISTRICT, "Wijk"),
)
ORDER = "Het einde komt vóór het begin. Draai de datums om."


class Question(QWidget):
    """A title, a sentence about why, and the fields below it."""

    def __init__(self, title: str, about: str) -> None:
        super().__init__()
        self.title = title
        self.body = QVBoxLayout(self)
        self.body.setContentsMargins(0, 0, 0, 0)
        self.body.setSpacing(4)
        self.body.addWidget(label(title, "page", wrap=True))
        self.body.addWidget(label(about, "soft", wrap=True))
        self.body.addSpacing(16)

    def focus_first(self) -> None:
        """Ready to type."""

    def is_sound(self) -> bool:
        """Whether one can go on; what is wrong shows, and has the focus."""
        return True

    def skip(self) -> None:
        """As if nothing was filled in."""


def named(words: str, field: QWidget) -> QWidget:
    """A field below its label."""
    held = QWidget()
    stack = QVBoxLayout(held)
    stack.setContentsMargins(0, 0, 0, 0)
    stack.setSpacing(4)
    stack.addWidget(label(words, "label"))
    stack.addWidget(field)
    field.setAccessibleName(words)
    return held


def name_edit(hint: str) -> Line:
    return dressed(Line(), hint)


L = TypeVar("L", bound=Line)


def dressed(edit: L, hint: str) -> L:
    edit.setMaxLength(LONGEST)
    edit.setPlaceholderText(hint)
    return edit


class NameQuestion(Question):
    """One line."""

    def __init__(self) -> None:
        super().__init__(
            "Hoe heet uw samenwerking?",
            "Zo staat zij boven elk stuk. U kunt de naam later altijd wijzigen.",
        )
        self.name = name_edit("Bijvoorbeeld: Samen naar school")
        field = named("Naam van de samenwerking", self.name)
        field.setMaximumWidth(READABLE)
        self.body.addWidget(field)
        self.body.addSpacing(20)
        self.user = name_edit("Bijvoorbeeld: Fatima de Vries")
        self.user.setText(who())
        asked = named("Wie bent u?", self.user)
        asked.setMaximumWidth(READABLE)
        self.body.addWidget(asked)
        told = "Uw naam komt bij wat u wijzigt, zodat anderen weten wie het was."
        self.body.addWidget(label(told, "meta", wrap=True))
        self.body.addStretch(1)

    def focus_first(self) -> None:
        self.name.setFocus()

    def value(self) -> str:
        return one_line(clean(self.name.text()))

    def user_name(self) -> str:
        return one_line(clean(self.user.text()))

    def skip(self) -> None:
        self.name.clear()


class AreaQuestion(Question):
    """Which area, and from when until when."""

    def __init__(self, theme: Theme, today: date) -> None:
        super().__init__(
            "Om welk gebied en welke periode gaat het?",
            "Het gebied komt in de naam van het stuk en van de gemeente. "
            "De meeste stukken gelden vier jaar.",
        )
        self._today = today
        self._usual: tuple[date | None, date | None] = None, None
        self.kind = AreaKind.MUNICIPALITY
        self.kinds = Segmented(OFFERED, "Soort gebied")
        self.kinds.chosen.connect(self._choose)
        self.area = name_edit("Bijvoorbeeld: Lindebroek")
        self.starts, self.ends = (self._date(theme) for _ in range(2))
        self.wrong = label("", "error", wrap=True)
        self.wrong.hide()
        for field in (
            named("Soort gebied", self.kinds),
            named("Naam van het gebied", self.area),
            self._dates(),
            self.wrong,
        ):
            field.setMaximumWidth(READABLE)
            self.body.addWidget(field)
            self.body.addSpacing(12)
        self.body.addStretch(1)

    def _date(self, theme: Theme) -> TypedEdit:
        edit = TypedEdit(
            lambda text: read_date(text, self._today),
            lambda day: long_date(day) if day else "",
            lambda day: short_date(day) if day else "",
        )
        edit.setProperty("quiet", False)
        edit.setPlaceholderText("bijvoorbeeld 1-8-2026")
        add_calendar(edit, theme, self._today)
        edit.edited.connect(self._look)
        return edit

    def _dates(self) -> QWidget:
        held = QWidget()
        row = QHBoxLayout(held)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(16)
        row.addWidget(named("Geldt vanaf", self.starts), 1)
        row.addWidget(named("Tot en met", self.ends), 1)
        return held

    def begin(self, template: Template) -> None:
        """What this template is mostly about; once per template."""
        self._choose(template.area)
        self._usual = period(template, self._today)
        self._show_usual()

    def _show_usual(self) -> None:
        for edit, day in zip((self.starts, self.ends), self._usual, strict=True):
            edit.show_value(day)
        self._tell("", None)

    def _choose(self, kind: object) -> None:
        assert isinstance(kind, AreaKind)
        self.kind = kind
        self.kinds.show_value(kind)

    def focus_first(self) -> None:
        self.area.setFocus()

    def value(self) -> str:
        return one_line(clean(self.area.text()))

    def period(self) -> tuple[date | None, date | None]:
        """Raise Misread where one of them is no date."""
        return self.starts.value(), self.ends.value()

    def is_sound(self) -> bool:
        wrong = self._look()
        if wrong is not None:
            wrong.setFocus()
            QTimer.singleShot(0, self.wrong, self._show_why)  # once it has its place
        return wrong is None

    def _show_why(self) -> None:
        show_within(self.wrong, self.wrong.rect())

    def _look(self) -> QLineEdit | None:
        """The date that is wrong, and why below it."""
        for edit in (self.starts, self.ends):
            try:
                edit.value()
            except Misread as why:
                return self._tell(str(why), edit)
        start, end = self.period()
        crossed = start is not None and end is not None and end < start
        return self._tell(ORDER if crossed else "", self.ends if crossed else None)

    def _tell(self, why: str, where: QLineEdit | None) -> QLineEdit | None:
        for edit in (self.starts, self.ends):
            mark_invalid(edit, edit is where)
        self.wrong.setText(why)
        self.wrong.setVisible(bool(why))
        return where

    def skip(self) -> None:
        self.area.clear()
        self._show_usual()
