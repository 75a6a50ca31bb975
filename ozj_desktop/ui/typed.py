"""Text for a field of any form, as a value: for cells, and for what is pasted."""

from collections.abc import Callable
from typing import Any

from ozj_desktop.exchange.content import synonyms, when_words
from ozj_desktop.model import figures, periods, reading
from ozj_desktop.model.parties import Contact, Party
from ozj_desktop.model.reading import Misread
from ozj_desktop.model.record import Field, Form
from ozj_desktop.model.when import read_when
from ozj_desktop.ui import display
from ozj_desktop.ui.desk import Desk

MEANT = {
    "email": reading.read_mail,
    "colour": reading.read_colour,
    "attention_colour": reading.read_colour,
}
AMOUNTS: dict[Form, Callable[[str], Any]] = {
    Form.NUMBER: reading.read_number,
    Form.MONEY: reading.read_money,
    Form.FIGURE: figures.read_figure,
}


def from_text(
    desk: Desk, field: Field, text: str, options: list[tuple[str, str]] | None = None
) -> Any:
    """Raise Misread where the text is no value of this field. `options` narrow what a link is."""
    match field.form:
        case Form.LINE | Form.TEXT:
            return _text(field, text)
        case Form.DATE | Form.WHEN | Form.PERIOD:
            found: Any = _time(desk, field, text)
        case Form.NUMBER | Form.MONEY | Form.FIGURE:
            found = AMOUNTS[field.form](text)
        case Form.FLAG:
            told = [("yes", "ja"), ("no", "nee")]
            return reading.read_choice(text or "nee", told, synonyms("flag")) == "yes"
        case Form.CHOICE:
            found = _choice(field, text)
        case Form.REF | Form.PART_OF:
            known = options or desk.names.options(field)
            found = reading.read_choice(text, known, ask=asked(field))
        case _:
            raise Misread("Dit kunt u hier niet typen. Kies het in het veld zelf.")
    return _given(field, found)


def _time(desk: Desk, field: Field, text: str) -> Any:
    match field.form:
        case Form.WHEN:
            return read_when(text, desk.today, when_words())
        case Form.PERIOD:
            return periods.read_code(text, desk.today)
    return reading.read_date(text, desk.today)


def asked(field: Field) -> str:
    """How is asked which one is meant, of several that are called so."""
    return "Wie bedoelt u" if field.type in (Party, Contact) else "Welke bedoelt u"


def _text(field: Field, text: str) -> str:
    read = MEANT.get(field.name, reading.clean)
    found = read(text).strip()
    return " ".join(found.split()) if field.form is Form.LINE else found


def _choice(field: Field, text: str) -> Any:
    labels = [(c.value, c.label) for c in field.type]
    words = [(c.value, display.choice(c)) for c in field.type]
    known = {label for _, label in labels}
    options = labels + [w for w in words if w[1] not in known]
    code = reading.read_choice(text, options, synonyms(field.type.__name__))
    return field.type(code) if code else None


def _given(field: Field, found: Any) -> Any:
    """Nothing means what the field is at first, where it cannot be nothing."""
    if found is None and not field.optional:
        if field.default is None:
            raise Misread("Dit kan niet leeg zijn. Typ iets, of druk op Esc.")
        return field.default
    return found
