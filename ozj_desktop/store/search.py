"""Full-text search over everything, kept in step with each write."""

from collections.abc import Iterable

from ozj_desktop.store.sqlite import Connection

ROW = "(SELECT n FROM thing WHERE id = ?)"
FOUND = "\x02"  # before a word found, in a snippet
END = "\x03"


def put(db: Connection, id: str, text: str) -> None:
    """Index `text` for a thing; call it while the thing exists, with "" before it goes."""
    db.execute(f"DELETE FROM search WHERE rowid = {ROW}", (id,))
    if text:
        db.execute(f"INSERT INTO search (rowid, text) VALUES ({ROW}, ?)", (id, text))


def find(db: Connection, words: str, limit: int = 50) -> list[tuple[str, str, str]]:
    """The best (kind, id, snippet) that hold a word beginning with each of `words`.

    In the snippet each word found stands between FOUND and END.
    """
    plain = words.replace('"', " ").replace("\0", " ").encode("utf-8", "replace").decode()
    terms = " ".join(f'"{word}"*' for word in plain.split())
    if not terms:
        return []
    return db.execute(
        f"SELECT kind, id, snippet(search, 0, '{FOUND}', '{END}', ' … ', 12) FROM search "
        "JOIN thing ON thing.n = search.rowid WHERE search MATCH ? ORDER BY rank LIMIT ?",
        (terms, limit),
    ).fetchall()


def index_anew(db: Connection, texts: Iterable[tuple[str, str]]) -> None:
    """Index these (id, text) and nothing else: what a migration did passed `put` by."""
    db.execute("DELETE FROM search")
    for id, text in texts:
        put(db, id, text)


def rebuild(db: Connection) -> None:
    """Write the index anew, so that nothing of what was deleted stays in it."""
    db.execute("INSERT INTO search (search) VALUES ('rebuild')")
