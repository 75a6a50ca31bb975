"""The values of a readable text: what may stand in which form of field, and what it becomes."""

import re
from collections.abc import Callable
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import Any

from ozj_desktop.errors import UserError
from ozj_desktop.model.record import Choice, Field, Form

RELATIVE = re.compile(r"today(?:([+-])(\d{1,5}))?")
YEARLY = re.compile(r"Y(?:([+-])(\d{1,3}))?-(\d\d)-(\d\d)")


class Wrong(Exception):
    """What is wrong with one value, in Dutch, without its place."""


def plain_value(field: Field, value: Any, today: date) -> Any:
    """The value of a field that is no link and no file; raise Wrong."""
    match field.form:
        case Form.LINE | Form.TEXT:
            return _text(value, field.form)
        case Form.DATE:
            return written_date(value, today)
        case Form.NUMBER | Form.MONEY:
            return _number(value)
        case Form.FLAG:
            return _flag(value)
    return _choice(field, value)


def _text(value: Any, form: Form) -> str:
    if not isinstance(value, str):
        raise Wrong("hier hoort tekst tussen aanhalingstekens")
    text = value.strip()
    return " ".join(text.split()) if form is Form.LINE else text


def _number(value: Any) -> int:
    if isinstance(value, bool) or not isinstance(value, int) or abs(value) >= 2**62:
        raise Wrong("hier hoort een heel getal")
    return value


def _flag(value: Any) -> bool:
    if not isinstance(value, bool):
        raise Wrong("hier hoort true of false")
    return value


def _choice(field: Field, value: Any) -> Choice:
    codes = [str(choice.value) for choice in field.type]
    if value not in codes:
        raise Wrong(f"‘{value}’ kan niet; kies uit {', '.join(codes)}")
    chosen: Choice = field.type(value)
    return chosen


def written_date(value: Any, today: date) -> date:
    """2027-02-01, today+30 or Y+1-08-01; raise Wrong for anything else."""
    if isinstance(value, date) and not isinstance(value, datetime):
        return value
    if isinstance(value, str):
        try:
            return _from_text(value.strip(), today)
        except (ValueError, OverflowError):
            pass
    raise Wrong(f"‘{value}’ is geen datum; schrijf 2027-02-01, today+30 of Y+1-08-01")


def _from_text(text: str, today: date) -> date:
    if found := RELATIVE.fullmatch(text):
        days = int(found[2] or 0)
        return today + timedelta(days=-days if found[1] == "-" else days)
    if found := YEARLY.fullmatch(text):
        years = int(found[2] or 0)
        year = today.year + (-years if found[1] == "-" else years)
        return date(year, int(found[3]), int(found[4]))
    return date.fromisoformat(text)


def file_bytes(value: Any, folder: Path) -> bytes:
    """The bytes of `{ file = "logo.png" }`; only from the folder of the text itself."""
    name = value.get("file") if isinstance(value, dict) else None
    if not isinstance(name, str):
        raise Wrong('hier hoort een bestand: { file = "naam.png" }')
    place = (folder / name).resolve()
    if not place.is_relative_to(folder.resolve()):
        raise Wrong(f"‘{name}’ ligt buiten de map van de tekst")
    try:
        return place.read_bytes()
    except OSError as error:
        raise Wrong(f"het bestand ‘{name}’ is niet te lezen") from error


def read_file(path: Path, parse: Callable[[str], Any]) -> Any:
    """The whole text, parsed; raise UserError where it is no text or not in that format."""
    try:
        text = path.read_bytes().decode("utf-8-sig")
    except FileNotFoundError:
        raise UserError(f"{path.name} bestaat niet.") from None
    except UnicodeDecodeError:
        raise UserError(
            f"{path.name} is geen tekst in UTF-8. Sla het opnieuw op als UTF-8."
        ) from None
    except OSError as error:
        raise UserError(f"{path.name} is niet te lezen: {error.strerror}.") from error
    try:
        return parse(text)
    except (ValueError, RecursionError) as error:
        raise UserError(f"{path.name} is niet goed geschreven: {error}.") from error
