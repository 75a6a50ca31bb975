"""A dossier from text, whichever of the two shapes it has; and what may stand in it."""

from datetime import date
from pathlib import Path

from ozj_desktop.exchange.build import build
from ozj_desktop.exchange.text_values import parse_json, read_file
from ozj_desktop.model.record import Field, Form, fields_of
from ozj_desktop.store import archive
from ozj_desktop.store.kinds import KINDS


def make(source: Path, target: Path, *, today: date, who: str = "") -> None:
    """A new dossier at `target`; raise UserError, and leave nothing, if it cannot be."""
    dumped = read_file(source, parse_json) if source.suffix.lower() == ".json" else None
    if isinstance(dumped, dict) and dumped.get("format") == archive.FORMAT:
        archive.restore(dumped, target, who=who).publish()
    else:
        build(source, target, today=today, who=who)


def fields_in_words() -> str:
    """Every kind with its fields: English name, Dutch name, form."""
    lines = []
    for kind in KINDS:
        lines.append(f"[[{kind.__name__.lower()}]]  {kind.names[0]}")
        lines += [f"  {f.name:22} {f.label:34} {_form(f)}" for f in fields_of(kind)]
        lines.append("")
    return "\n".join(lines).rstrip()


def _form(field: Field) -> str:
    match field.form:
        case Form.CHOICE:
            return "een van: " + ", ".join(choice.value for choice in field.type)
        case Form.REF | Form.PART_OF:
            return f"keuze uit {field.list}" if field.list else f"sleutel van {_name(field)}"
        case Form.REFS:
            return f"keuzen uit {field.list}" if field.list else f"sleutels van {_name(field)}"
    return {
        Form.LINE: "tekst",
        Form.TEXT: "tekst, meer regels",
        Form.DATE: "datum",
        Form.WHEN: "datum, of woorden als doorlopend",
        Form.NUMBER: "getal",
        Form.MONEY: "bedrag in centen",
        Form.FIGURE: 'getal, of "<5"',
        Form.PERIOD: "periode, zoals 2026, 2026-1 of 2025/2026",
        Form.FLAG: "true of false",
        Form.FILE: '{ file = "naam" }',
    }[field.form]


def _name(field: Field) -> str:
    return str(field.type.__name__.lower())
