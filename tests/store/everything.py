"""A dossier with something of every kind in it, a history, files and a copy merged in."""

from contextlib import closing
from dataclasses import replace
from pathlib import Path
from random import Random
from typing import Any

from ozj_desktop.model.record import Form, Record, fields_of
from ozj_desktop.store.dossier import Dossier
from ozj_desktop.store.kinds import KINDS
from ozj_desktop.store.merge import merge
from tests.any_edit import any_value, edit_anything

PNG = b"\x89PNG\r\n\x1a\n" + bytes(range(256))


def one_of_each(random: Random) -> list[Record]:
    """A record of every kind, each field filled, each link pointing at one of the others."""
    made: list[Record] = []
    for kind in KINDS:
        values: dict[str, Any] = {}
        for f in fields_of(kind):
            if f.form is not Form.FILE:
                value = any_value(f, made, random)
                values[f.name] = f"{f.name} é" if f.form in (Form.LINE, Form.TEXT) else value
        required = [f for f in fields_of(kind) if f.required and values[f.name] is None]
        assert not required, (kind, required)
        made.append(kind(**values))
    return made


def fill(dossier: Dossier, seed: int = 1, steps: int = 12) -> None:
    """One of each, files, and a life of edits, deletions and undos."""
    random = Random(seed)
    with dossier.step("filled"):
        dossier.save(*one_of_each(random))
        for kind in KINDS:
            names = [f.name for f in fields_of(kind) if f.form is Form.FILE]
            for record in dossier.all(kind) if names else ():
                texts = {name: b"[]" if name == "content" else PNG for name in names}
                kept = {name: dossier.keep(data) for name, data in texts.items()}
                dossier.save(replace(record, **kept))
    for _ in range(steps):
        with dossier.step("x", reason="omdat het kan"):
            edit_anything(dossier, random)
        if random.random() < 0.3:
            dossier.undo()
    with dossier.step("filled"):
        dossier.save(*one_of_each(random))


def merged_with_a_copy(dossier: Dossier, path: Path) -> None:
    dossier.copy_to(path)
    with closing(Dossier.open(path, who="Piet")) as other:
        with other.step("filled"):
            other.save(*one_of_each(Random(9)))
        merge(dossier, other)
