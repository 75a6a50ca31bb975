"""The values of a readable text: what may stand in which form of field, and what it becomes."""

import json
import re
from collections.abc import Callable
from datetime import date, datetime, timedelta
from decimal import Decimal
from pathlib import Path
from typing import Any

from ozj_desktop.errors import UserError
from ozj_desktop.model import figures, periods
from ozj_desktop.model.reading import Misread
from ozj_desktop.model.record import Choice, Field, Form
from ozj_desktop.model.when import LONGEST
from ozj_desktop.store.blobs import LARGEST_FILE

RELATIVE = re.compile(r"today(?:([+-])(\d{1,5}))?")
YEARLY = re.compile(r"Y(?:([+-])(\d{1,3}))?-(\d\d)-(\d\d)")
PLACE = re.compile(r"line (\d+),? column (\d+)")


class Wrong(Exception):
    """What is wrong with one value, in Dutch, without its place."""


def plain_value(field: Field, value: Any, today: date) -> Any:
    """The value of a field that is no link and no file; raise Wrong."""
    match field.form:
        case Form.LINE | Form.TEXT:
            return _text(value, field.form)
        case Form.DATE:
            return written_date(value, today)
        case Form.WHEN:
            return _when(value, today)
        case Form.NUMBER | Form.MONEY:
            return _number(value)
        case Form.FLAG:
            return _flag(value)
        case Form.FIGURE:
            return _figure(value)
        case Form.PERIOD:
            return _period(value)
    return _choice(field, value)


def _text(value: Any, form: Form) -> str:
    if not isinstance(value, str):
        raise Wrong("hier hoort tekst tussen aanhalingstekens")
    text = value.strip()
    return " ".join(text.split()) if form is Form.LINE else text


def _when(value: Any, today: date) -> date | str:
    """A date; else words. What begins as a date does, and is none, is a mistake."""
    try:
        return written_date(value, today)
    except Wrong:
        words = _text(value, Form.LINE) if isinstance(value, str) else ""
        if not words or words[0].isdigit() or RELATIVE.match(words) or len(words) > LONGEST:
            raise
        return words


def _number(value: Any) -> int:
    if isinstance(value, bool) or not isinstance(value, int) or abs(value) >= 2**62:
        raise Wrong("hier hoort een heel getal")
    return value


def _figure(value: Any) -> str:
    """12.9 as a number, or "12,9" and "<5" as text."""
    if isinstance(value, int | float) and not isinstance(value, bool):
        return figures.written(Decimal(str(value)))
    if not isinstance(value, str):
        raise Wrong('hier hoort een getal, of tekst zoals "<5"')
    try:
        return figures.read_figure(value)
    except Misread as error:
        raise Wrong(str(error)) from error


def _period(value: Any) -> str:
    try:
        return str(periods.read_code(str(value), date.max))
    except Misread as error:
        raise Wrong(str(error)) from error


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
    try:
        place = (folder / name).resolve()
        inside = place.is_relative_to(folder.resolve())
        size = place.stat().st_size if inside and place.is_file() else -1
        data = place.read_bytes() if 0 <= size <= LARGEST_FILE else b""
    except (OSError, ValueError, RuntimeError) as error:  # no such file, a NUL, a loop of links
        raise Wrong(f"het bestand ‘{name}’ is niet te lezen") from error
    if not inside:
        raise Wrong(f"‘{name}’ ligt buiten de map van de tekst")
    if size < 0:
        raise Wrong(f"het bestand ‘{name}’ is niet te lezen")
    if size > LARGEST_FILE:
        raise Wrong(f"‘{name}’ is groter dan {LARGEST_FILE // 1_000_000} MB")
    return data


def parse_json(text: str) -> Any:
    """As TOML has it: a name that comes twice is a mistake."""
    return json.loads(text, object_pairs_hook=_once)


def _once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found: dict[str, Any] = {}
    for name, value in pairs:
        if name in found:
            raise Wrong(f"‘{name}’ staat er twee keer")
        found[name] = value
    return found


def read_file(path: Path, parse: Callable[[str], Any]) -> Any:
    """The whole text, parsed; raise UserError where it is no text or not in that format."""
    try:
        if path.exists() and not path.is_file():  # one may never come to its end
            raise IsADirectoryError(path)
        text = path.read_bytes().decode("utf-8-sig")
    except UnicodeDecodeError:
        raise UserError(
            f"{path.name} is geen tekst in UTF-8. Sla het opnieuw op als UTF-8."
        ) from None
    except FileNotFoundError:
        raise UserError(f"{path.name} bestaat niet.") from None
    except OSError as error:
        raise UserError(
            f"{path.name} is niet te lezen. Is het een bestand, en mag u erbij?"
        ) from error
    try:
        return parse(text)
    except (ValueError, RecursionError, Wrong) as error:
        raise UserError(f"{path.name} is niet goed geschreven: {_where(error)}.") from error


def _where(error: Exception) -> str:
    """The place in the text, of what the parsers say in English."""
    if isinstance(error, Wrong):
        return str(error)
    found = PLACE.search(str(error))
    if found:
        return f"kijk op regel {found[1]}, bij teken {found[2]}"
    if "end of document" in str(error):
        return "kijk aan het einde"
    return "er staat een getal of een lijst in die veel te groot is"
