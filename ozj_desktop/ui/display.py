"""Values as people read them: one place where a value becomes Dutch text."""

from collections.abc import Callable
from datetime import date, datetime
from typing import Any

from ozj_desktop.model import dutch
from ozj_desktop.model.record import Choice, Field, Form
from ozj_desktop.model.stored import WRITTEN
from ozj_desktop.ui.status import status_of

Namer = Callable[[Field, str], str]  # a field that links, an id -> the name of what it points to

MONTHS = (
    "jan.",
    "feb.",
    "mrt.",
    "apr.",
    "mei",
    "juni",
    "juli",
    "aug.",
    "sep.",
    "okt.",
    "nov.",
    "dec.",
)


def text_of(field: Field, value: Any, name: Namer) -> str:
    """One value of a field in words; nothing where it is not filled in."""
    if value is None:
        return ""
    match field.form:
        case Form.DATE | Form.WHEN:
            return dutch.long_when(value)
        case Form.NUMBER | Form.MONEY | Form.FIGURE | Form.PERIOD:
            return WRITTEN[field.form](value)
        case Form.FLAG:
            return yes_no(value)
        case Form.CHOICE:
            return choice(value)
        case Form.REF | Form.PART_OF:
            return name(field, value)
        case Form.REFS:
            return dutch.listed(sorted((name(field, id) for id in value), key=dutch.sort_key))
        case Form.FILE:
            return "bestand"
    return str(value)


def typed_text(field: Field, value: Any, name: Namer) -> str:
    """A value as it is typed: short dates, amounts without the sign."""
    if value is None:
        return ""
    match field.form:
        case Form.DATE | Form.WHEN:
            return dutch.short_when(value)
        case Form.MONEY:
            return dutch.money(value).removeprefix("€ ")
    return text_of(field, value, name)


def yes_no(value: object) -> str:
    return "ja" if value else "nee"


def choice(value: Choice) -> str:
    status = status_of(value)
    return status.word if status else value.label


def short_month(day: date) -> str:
    """aug. 2027"""
    return f"{MONTHS[day.month - 1]} {day.year}"


def day_month(day: date, today: date) -> str:
    """3 december; with its year where that is not this one."""
    return (
        dutch.long_date(day)
        if day.year != today.year
        else f"{day.day} {dutch.MONTHS[day.month - 1]}"
    )


def due_words(due: date, today: date) -> str:
    """2 dagen te laat, vandaag, morgen, uiterlijk 3 december"""
    days = (due - today).days
    if days < 0:
        return f"{dutch.counted(-days, ('dag', 'dagen'))} te laat"
    return {0: "vandaag", 1: "morgen"}.get(days, f"uiterlijk {day_month(due, today)}")


def local_time(at_utc: str) -> datetime:
    """A time of the history, as the clock here had it."""
    return datetime.fromisoformat(at_utc).astimezone()


def clock(moment: datetime) -> str:
    """14:05"""
    return f"{moment.hour:02}:{moment.minute:02}"


def moment(at: datetime) -> str:
    """14.05, as it is said in a sentence"""
    return f"{at.hour}.{at.minute:02}"


def size(count: int) -> str:
    """34 kB, 1,2 MB"""
    if count < 1000:
        return dutch.counted(count, ("byte", "bytes"))
    if count < 1_000_000:
        return f"{count // 1000} kB"
    return f"{count / 1_000_000:.1f} MB".replace(".", ",")


def one_line(text: str) -> str:
    return " ".join(text.split())
