"""Which editor a field gets: the type of the field says it, in one match."""

from collections.abc import Callable
from functools import partial
from typing import Any, Protocol

from PySide6.QtCore import SignalInstance
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QLineEdit, QTextEdit, QWidget

from ozj_desktop.exchange.content import synonyms, when_words
from ozj_desktop.model import dutch, figures, periods, reading
from ozj_desktop.model.parties import Party
from ozj_desktop.model.record import Choice, Field, Form
from ozj_desktop.model.stored import WRITTEN
from ozj_desktop.model.when import read_when
from ozj_desktop.ui import display
from ozj_desktop.ui.desk import Desk
from ozj_desktop.ui.names import new_words
from ozj_desktop.ui.parts.buttons import Segmented
from ozj_desktop.ui.parts.calendar import add_calendar
from ozj_desktop.ui.parts.chips import status_pixmap
from ozj_desktop.ui.parts.edits import TextEdit, TypedEdit
from ozj_desktop.ui.parts.file_edit import FileEdit
from ozj_desktop.ui.parts.pick_edit import Option, PickEdit
from ozj_desktop.ui.parts.refs_edit import RefsEdit
from ozj_desktop.ui.status import status_of
from ozj_desktop.ui.typed import MEANT, asked

Options = Callable[[], list[Option]]
Words = Callable[[Any], str]
Among = Callable[[], list[tuple[str, str]]]

EMPTY = "nog niet ingevuld"


class Editor(Protocol):
    """What every editor can; `edited` says that the user is done, `value` may raise Misread."""

    edited: SignalInstance

    def value(self) -> Any: ...

    def show_value(self, value: Any) -> None: ...

    def in_use(self) -> bool: ...

    def set_locked(self, locked: bool) -> None: ...


class FlagEdit(Segmented):
    """Ja or nee, both in sight."""

    edited: Any

    def __init__(self, name: str) -> None:
        super().__init__([(True, "ja"), (False, "nee")], name)
        self.edited = self.chosen

    def in_use(self) -> bool:
        return False


def editor_for(desk: Desk, field: Field, among: Among | None = None) -> Any:
    """An `Editor` that is a QWidget, named after its field. `among` is all that a link can be."""
    made = _one_of(desk, field, among) if among else _made(desk, field)
    made.setAccessibleName(field.label)
    if field.help:
        made.setAccessibleDescription(field.help)
    if isinstance(made, QTextEdit | QLineEdit):
        made.setPlaceholderText(EMPTY)
    return made


def _made(desk: Desk, field: Field) -> Any:
    match field.form:
        case Form.LINE | Form.TEXT:
            return _text(field)
        case Form.DATE | Form.WHEN:
            return _with_calendar(desk, field)
        case Form.NUMBER | Form.MONEY | Form.FIGURE | Form.PERIOD:
            return TypedEdit(_reader(desk, field), _shown(WRITTEN[field.form]))
        case Form.FLAG:
            return FlagEdit(field.label)
        case Form.CHOICE:
            options = partial(choices, desk, field.type)
            return PickEdit(desk.theme, options, display.choice, optional=field.optional)
        case Form.REF | Form.PART_OF:
            links, optional = _links(desk, field), field.optional
            new, ask = new_words(field), asked(field)
            return PickEdit(desk.theme, *links, optional=optional, new=new, ask=ask)
        case Form.REFS:
            new = new_words(field)
            nothing = partial(_all_that_sign, desk) if field.name == "signatories" else str
            links = _links(desk, field)
            return RefsEdit(desk.theme, *links, what=field.label, new=new, nothing=nothing)
        case Form.FILE:
            return FileEdit(desk.theme, desk.dossier.blob, picture=field.name == "logo")


def _with_calendar(desk: Desk, field: Field) -> TypedEdit:
    read: Callable[[str], Any] = partial(reading.read_date, today=desk.today)
    if field.form is Form.WHEN:
        read = partial(read_when, today=desk.today, known=when_words())
    edit = TypedEdit(read, _shown(dutch.long_when), _shown(dutch.short_when))
    add_calendar(edit, desk.theme, desk.today)
    return edit


def _all_that_sign(desk: Desk) -> str:
    """Who signs a document for which nobody was chosen."""
    number = desk.dossier.count(Party, signs=True)
    return f"alle {dutch.counted(number, Party.names)} die meetekenen" if number > 1 else ""


def _reader(desk: Desk, field: Field) -> Callable[[str], Any]:
    match field.form:
        case Form.NUMBER:
            return partial(_needed, reading.read_number, field)
        case Form.MONEY:
            return reading.read_money
        case Form.FIGURE:
            return figures.read_figure
    return partial(periods.read_code, today=desk.today)


def _one_of(desk: Desk, field: Field, among: Among) -> PickEdit:
    def options() -> list[Option]:
        return [Option(id, words) for id, words in among()]

    words = partial(desk.names.for_field, field)
    return PickEdit(desk.theme, options, words, optional=field.optional, ask=asked(field))


def _text(field: Field) -> TextEdit:
    edit = TextEdit(single=field.form is Form.LINE)
    if field.name in MEANT:
        edit.read_with(MEANT[field.name])
    return edit


def _shown(words: Callable[[Any], str]) -> Callable[[Any], str]:
    return lambda value: "" if value is None else words(value)


def _needed(read: Callable[[str], Any], field: Field, text: str) -> Any:
    """Empty means what the field is at first, where it cannot be nothing."""
    found = read(text)
    return field.default if found is None and not field.optional else found


def choices(desk: Desk, choice: type[Choice]) -> list[Option]:
    also = other_words(choice.__name__)
    return [
        Option(c, display.choice(c), status_icon(desk, c), also.get(c.value, ())) for c in choice
    ]


def other_words(choice: str) -> dict[str, tuple[str, ...]]:
    """Per code what people type for it."""
    found: dict[str, tuple[str, ...]] = {}
    for word, code in synonyms(choice).items():
        found[code] = (*found.get(code, ()), word)
    return found


def _links(desk: Desk, field: Field) -> tuple[Options, Words]:
    return partial(links, desk, field), partial(desk.names.for_field, field)


def links(desk: Desk, field: Field) -> list[Option]:
    return [Option(id, words) for id, words in desk.names.options(field)]


def yes_or_no(desk: Desk) -> PickEdit:
    words, also = {True: "ja", False: "nee"}, other_words("flag")
    options = [
        Option(value, word, also=also["yes" if value else "no"]) for value, word in words.items()
    ]
    return PickEdit(desk.theme, lambda: options, words.__getitem__, optional=False)


def status_icon(desk: Desk, state: Choice) -> QIcon | None:
    """The shape of a state, for lists that only take icons."""
    status = status_of(state)
    if status is None:
        return None
    return QIcon(status_pixmap(status.shape, desk.colors, 16))


def widget(editor: Editor) -> QWidget:
    assert isinstance(editor, QWidget)
    return editor
