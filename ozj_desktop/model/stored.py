"""Values in words as the file and its history keep them: codes, ids, dates as text."""

import json
import re
from collections.abc import Callable
from datetime import date
from typing import Any

from ozj_desktop.model import dutch, figures, periods
from ozj_desktop.model.record import Field, Form, Record, fields_of

Namer = Callable[[Field, str], str]  # a field that links, an id -> the name of what it points to
WRITTEN: dict[Form, Callable[[Any], str]] = {
    Form.NUMBER: dutch.number,
    Form.MONEY: dutch.money,
    Form.FIGURE: figures.shown,
    Form.PERIOD: periods.in_field,
}
_DAY = r"\d{4}-\d\d-\d\d"
GONE = "iets wat weg is"


def stored_words(field: Field, stored: Any, name: Namer) -> str:
    """One stored value of a field; nothing where it is not filled in."""
    if stored is None or stored == "":
        return ""
    try:
        return _words(field, stored, name)
    except (ValueError, TypeError):  # a code of another version of the program
        return str(stored)


def day_or_words(stored: str) -> date | str:
    """How a day is kept, and words in its place."""
    if not re.fullmatch(_DAY, stored):
        return stored
    try:
        return date.fromisoformat(stored)
    except ValueError:
        return stored


def _words(field: Field, stored: Any, name: Namer) -> str:
    match field.form:
        case Form.DATE:
            return dutch.long_date(date.fromisoformat(stored))
        case Form.WHEN:
            return dutch.long_when(day_or_words(stored))
        case Form.NUMBER | Form.MONEY | Form.FIGURE | Form.PERIOD:
            return WRITTEN[field.form](stored)
        case Form.FLAG:
            return "ja" if stored else "nee"
        case Form.CHOICE:
            return str(field.type(stored).label)
        case Form.REF | Form.PART_OF:
            return name(field, stored) or GONE
        case Form.REFS:
            names = (name(field, id) or GONE for id in json.loads(stored))
            return dutch.listed(sorted(names, key=dutch.sort_key))
        case Form.FILE:
            return "bestand"
    return str(stored)


def name_field(kind: type[Record]) -> str:
    """The field by which a thing of this kind is called; nothing where there is none."""
    texts = (f.name for f in fields_of(kind) if f.form in (Form.LINE, Form.TEXT))
    return next(texts, "")
