"""Files in the dossier: a logo, a signed sheet, a frozen text; each under its SHA-256."""

from hashlib import sha256

from ozj_desktop.errors import UserError
from ozj_desktop.store.history import Draft, weigh
from ozj_desktop.store.sqlite import Connection

LARGEST_FILE = 25_000_000  # bytes; a dossier must stay mailable


def read(db: Connection, name: str) -> bytes:
    """Raise KeyError if there is no such file."""
    found = db.execute("SELECT data FROM blob WHERE sha256 = ?", (name,)).fetchone()
    if found is None:
        raise KeyError(name)
    return bytes(found[0])


def exists(db: Connection, name: str) -> bool:
    return bool(db.execute("SELECT 1 FROM blob WHERE sha256 = ?", (name,)).fetchone())


def keep(db: Connection, data: bytes, draft: Draft) -> str:
    """Keep bytes within a step; raise UserError above LARGEST_FILE."""
    if len(data) > LARGEST_FILE:
        size, most = len(data) // 1_000_000, LARGEST_FILE // 1_000_000
        raise UserError(
            f"Dit bestand is {size} MB. Een dossier moet per e-mail te versturen blijven: "
            f"kies een bestand van hoogstens {most} MB."
        )
    name = sha256(data).hexdigest()
    if not exists(db, name):
        db.execute("INSERT INTO blob VALUES (?, ?)", (name, data))
        draft.files.add(name)
        draft.weight += weigh("blob", {"sha256": name, "size": len(data)})
    return name


def let_go(db: Connection, draft: Draft) -> None:
    """A step that comes to nothing leaves no bytes either."""
    for name in draft.files:
        db.execute("DELETE FROM blob WHERE sha256 = ?", (name,))
