"""Erasing for real: out of the records, the history, the index and the bytes of the file."""

import json
from collections.abc import Collection
from dataclasses import replace

from ozj_desktop.model.blocks import from_json, rewritten, to_json
from ozj_desktop.model.documents import Version
from ozj_desktop.model.parties import Contact
from ozj_desktop.model.record import Record
from ozj_desktop.store import search, sqlite
from ozj_desktop.store.dossier import Dossier
from ozj_desktop.store.history import weigh
from ozj_desktop.store.links import Doomed

ERASED = "[gewist]"
KNOWN_BY = ("name", "email", "phone")
SHORTEST = 4  # letters; a shorter word would take out more than the person


def erase(dossier: Dossier, record: Record) -> None:
    """Erase a record and its parts; raise UserError if others point at them.

    Cannot be undone, nor can what came before. The names, e-mail addresses and telephone
    numbers that a person ever had here are also taken out of frozen texts. Copies elsewhere
    lose it when they merge; free text that somebody typed elsewhere stays.
    """
    doomed = Doomed(dossier.rows)
    doomed.add(record)
    ids = {id for _, id in doomed.keys}
    words = words_of(dossier, ids)
    dossier.db.execute("PRAGMA secure_delete = ON")
    with dossier.step("erased", nature="final"):
        dossier.delete(record)
        forget(dossier, ids, words)
    with sqlite.in_words(dossier.path):
        dossier.db.execute("VACUUM")


def words_of(dossier: Dossier, ids: Collection[str]) -> list[str]:
    """By what these people were known, now and before, longest first; ask before deleting."""
    found: set[str] = set()
    for contact in dossier.all(Contact):
        if contact.id in ids:
            found |= {getattr(contact, name) for name in KNOWN_BY}
    for id in ids:
        query = "SELECT fields FROM change WHERE kind = 'contact' AND id = ?"
        for (text,) in dossier.db.execute(query, (id,)):
            fields = json.loads(text)
            found |= {str(value) for name in KNOWN_BY for value in fields.get(name, ())}
    return sorted((word for word in found if len(word) >= SHORTEST), key=len, reverse=True)


def forget(dossier: Dossier, ids: Collection[str], words: list[str]) -> None:
    """Within a final step: leave nothing of these ids but a nameless tombstone."""
    for id in ids:
        dossier.note("tombstone", id=id)
    if words:
        _erase_from_frozen_texts(dossier, words)
    dossier.scrub(ids)
    _drop_files_of_nobody(dossier)
    search.rebuild(dossier.db)


def _erase_from_frozen_texts(dossier: Dossier, words: list[str]) -> None:
    for version in dossier.all(Version):
        if version.content is None:
            continue
        before = from_json(dossier.blob(version.content).decode())
        after = rewritten(before, lambda text: _without(text, words))
        if after != before:
            name = dossier.keep(to_json(after).encode())
            dossier.db.execute(
                "UPDATE change SET fields = replace(fields, ?, ?) WHERE kind = 'version'",
                (version.content, name),
            )
            dossier.save(replace(version, content=name))


def _without(text: str, words: list[str]) -> str:
    for word in words:
        text = text.replace(word, ERASED)
    return text


def _drop_files_of_nobody(dossier: Dossier) -> None:
    """Files that no record has any more; undoing stops at this step, so nobody asks them."""
    for name, size in dossier.db.execute("SELECT sha256, length(data) FROM blob").fetchall():
        if not _in_use(dossier, name):
            dossier.db.execute("DELETE FROM blob WHERE sha256 = ?", (name,))
            dossier.weigh_less(weigh("blob", {"sha256": name, "size": size}))


def _in_use(dossier: Dossier, name: str) -> bool:
    columns = [(t.name, file) for t in dossier.rows.tables.values() for file in t.files]
    asked = (f'SELECT 1 FROM {table} WHERE "{file}" = ?' for table, file in columns)
    return any(dossier.db.execute(query, (name,)).fetchone() for query in asked)
