"""The only module that knows the database driver, its settings and its errors."""

import errno
import os
import shutil
import sqlite3
import tempfile
from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress
from hashlib import blake2b
from pathlib import Path

from ozj_desktop.errors import Refused, UserError

Connection = sqlite3.Connection

APPLICATION_ID = 0x4F5A4A31  # "OZJ1"

DAMAGED = {"CORRUPT", "FORMAT"}
SENTENCES = {
    "FULL": "De schijf is vol: {0} kon niet worden bewaard. Maak ruimte en probeer het opnieuw.",
    "READONLY": "{0} mag niet worden gewijzigd (alleen-lezen bestand of map).",
    "BUSY": "{0} wordt op dit moment door een ander programma gebruikt. Probeer het zo weer.",
    "CANTOPEN": "{0} is niet te openen: het bestand of de map is weg of niet toegankelijk.",
    "IOERR": "{0} was niet te lezen of te schrijven. Is de schijf of het netwerk nog bereikbaar?",
}

OF_THE_SYSTEM = {
    **dict.fromkeys((errno.ENOSPC, errno.EDQUOT, errno.EFBIG), "FULL"),
    **dict.fromkeys((errno.EACCES, errno.EPERM, errno.EROFS), "READONLY"),
}
LONGEST_NAME = 220  # bytes; what is kept beside a dossier has a longer one


def connect(path: Path, mode: str = "rw") -> Connection:
    """Open `path`; `mode` as SQLite has it: ro, rw or rwc."""
    uri = path.absolute().as_uri()
    if path.drive.startswith("\\\\"):  # a network share: SQLite wants an empty authority
        uri = uri.replace("file://", "file:////", 1)
    return _driver(f"{uri}?mode={mode}")


def connect_to_write(path: Path) -> Connection:
    """With a rollback journal, also where another program left it otherwise: a copy of a file
    with a write-ahead log lacks what is in the log."""
    db = connect(path)
    db.execute("PRAGMA journal_mode = DELETE")
    return db


def in_memory() -> Connection:
    return _driver(":memory:")


def _driver(target: str) -> Connection:
    db = sqlite3.connect(target, uri=True, isolation_level=None, timeout=5, check_same_thread=False)
    for pragma in ("foreign_keys = ON", "trusted_schema = OFF", "cell_size_check = ON"):
        db.execute(f"PRAGMA {pragma}")
    return db


def hold(path: Path) -> Connection | None:
    """A lock on `path`, for as long as what is returned is open; None if another has it.

    An empty database serves as lock file: the system frees it when the process dies, and where
    the locks of SQLite work, those of a dossier do. Raise OSError where it cannot be made, and
    PermissionError where somebody else made it for himself alone: what may only be read cannot
    be locked, and SQLite does not say so.
    """
    db = None
    try:
        db = sqlite3.connect(path, isolation_level=None, timeout=0, check_same_thread=False)
        db.execute("BEGIN EXCLUSIVE")
        with suppress(OSError):  # it is not ours; then the access below decides
            path.chmod(0o666)  # the next user of a shared folder must be able to lock it too
        if not os.access(path, os.W_OK):
            db.close()
            raise PermissionError(path.name)
    except sqlite3.Error as error:
        if db:
            db.close()
        if getattr(error, "sqlite_errorname", "").startswith("SQLITE_BUSY"):
            return None
        raise OSError(str(error)) from error
    return db


def pragma(db: Connection, name: str) -> int:
    return int(db.execute(f"PRAGMA {name}").fetchone()[0])


@contextmanager
def transaction(db: Connection) -> Iterator[None]:
    """All or nothing, with the write lock taken at the start."""
    db.execute("BEGIN IMMEDIATE")
    try:
        yield
        db.execute("COMMIT")
    except BaseException:
        if db.in_transaction:
            db.execute("ROLLBACK")
        raise


@contextmanager
def in_words(path: Path, *, else_damaged: bool = False) -> Iterator[None]:
    """Turn the driver's errors into sentences; what is not the user's to solve stays a bug.

    Of a file not yet judged, any error of another sort says that it is damaged.
    """
    try:
        yield
    except UnicodeDecodeError as error:  # seen: the driver quoting a damaged schema
        raise damaged(path) from error
    except sqlite3.Error as error:
        code = getattr(error, "sqlite_errorname", "").split("_")
        name = code[1] if len(code) > 1 else ""
        if name in SENTENCES:
            raise UserError(SENTENCES[name].format(path.name)) from error
        if name == "NOTADB":
            raise Refused(
                f"{path.name} is geen dossier van OZJ Desktop, of het is beschadigd. Er is niets "
                "aan gewijzigd."
            ) from error
        if else_damaged or name in DAMAGED or "decode to UTF-8" in str(error):
            raise damaged(path) from error
        raise


def as_sentence(error: BaseException) -> UserError | None:
    """The same for an error of reading, which nobody turned into words; None for a bug."""
    try:
        with in_words(Path("Het dossier")):
            raise error
    except UserError as found:
        return found
    except BaseException:
        return None


def damaged(path: Path) -> Refused:
    return Refused(f"{path.name} is beschadigd en is niet gewijzigd. Open een reservekopie.")


def judge(path: Path, newest: int, schema: str) -> int:
    """The version of the dossier at `path`; raise Refused if it is none, newer or damaged.

    `schema` is the fingerprint that a file of the newest version has. A journal left by a crash
    is judged on a copy of both files, so that nothing is written.
    """
    _refuse_foreign(path)
    with in_words(path, else_damaged=True), private_copy(path) as db:
        _refuse_other_program(path, db)
        version = pragma(db, "user_version")
        if version > newest:
            raise Refused(
                f"{path.name} is gemaakt met een nieuwere versie van OZJ Desktop. "
                "Werk het programma bij om het te openen."
            )
        if version < 1 or (version == newest and schema not in ("", fingerprint(db))):
            raise damaged(path)
        return version


def _refuse_foreign(path: Path) -> None:
    """By its first page alone: of what is not ours not even the log of changes is touched.

    No locks are taken, so an error may come from a writer that is at it: then look again, locked.
    """
    _refuse_absent(path)
    with suppress(sqlite3.Error), closing(connect(path, "ro&immutable=1")) as db:
        _refuse_other_program(path, db)


def _refuse_other_program(path: Path, db: Connection) -> None:
    if pragma(db, "application_id") != APPLICATION_ID:
        raise Refused(f"{called(path)} is geen dossier van OZJ Desktop.")


def fingerprint(db: Connection) -> str:
    """A hash of all tables, indexes, views and triggers: a foreign one among them shows.

    The tables that full-text search makes for itself may differ with the version of SQLite.
    """
    found = db.execute(
        "SELECT type, name, tbl_name, sql FROM sqlite_schema WHERE sql IS NOT NULL "
        "AND NOT (type = 'table' AND (name LIKE 'sqlite~_%' ESCAPE '~' OR name IN "
        "('search_data', 'search_idx', 'search_content', 'search_docsize', 'search_config'))) "
        "ORDER BY type, name"
    ).fetchall()
    return blake2b(repr(found).encode(), digest_size=16).hexdigest()


@contextmanager
def private_copy(path: Path) -> Iterator[Connection]:
    """A connection that sees the committed content of `path` and cannot change it."""
    _refuse_absent(path)
    with tempfile.TemporaryDirectory(prefix="ozj-") as folder:
        if left_by_a_crash(path):
            for file in (path.with_name(f"{path.name}{end}") for end in ("", "-journal", "-wal")):
                if file.exists():
                    shutil.copyfile(file, Path(folder, file.name))
            db = connect(Path(folder, path.name))
        else:
            db = connect(path, "ro")
        with closing(db):
            yield db


def _refuse_absent(path: Path) -> None:
    try:
        there = path.is_file()
    except OSError:  # a name that is too long, a folder one may not look into
        there = False
    if not there:
        raise UserError(SENTENCES["CANTOPEN"].format(called(path)))


def called(path: Path) -> str:
    """The name of a file in a sentence; a place like / or . has none."""
    return path.name or str(path)


def refuse_taken(path: Path) -> None:
    """Raise UserError unless a new dossier can be written here."""
    if len(os.fsencode(path.name)) > LONGEST_NAME:
        raise UserError(f"De naam {path.name[:40]}… is te lang. Kies een kortere naam.")
    if path.exists():
        raise UserError(f"{called(path)} bestaat al. Kies een andere naam.")
    if not path.parent.is_dir():
        raise UserError(f"De map {path.parent} bestaat niet. Kies een andere plek.")


def left_by_a_crash(path: Path) -> bool:
    """Whether there is a journal that wants to be rolled back; a live writer's does not."""
    with closing(connect(path, "ro")) as db:
        try:
            db.execute("PRAGMA schema_version").fetchone()
        except sqlite3.OperationalError as error:
            name = error.sqlite_errorname
            return name.startswith(("SQLITE_READONLY", "SQLITE_CANTOPEN"))
    return False


def load(path: Path) -> Connection:
    """The content of `path` as it is now, in memory: for readers beside the one writer."""
    with in_words(path), private_copy(path) as source:
        return copy(source)


def copy(source: Connection) -> Connection:
    target = in_memory()
    source.backup(target)
    return target


def copy_to(source: Connection, path: Path) -> None:
    """Write a whole and consistent copy to `path`, through a temporary name, or nothing at all."""
    beside = path.with_name(f".{path.name}.nieuw")
    try:
        with in_words(path), _files_in_words(path):
            beside.unlink(missing_ok=True)
            with closing(connect(beside, "rwc")) as target:
                source.backup(target)
            beside.replace(path)
    except BaseException:
        with suppress(OSError):
            beside.unlink(missing_ok=True)
        raise


@contextmanager
def _files_in_words(path: Path) -> Iterator[None]:
    """What the system says of files, in the same sentences."""
    try:
        yield
    except OSError as error:
        sentence = SENTENCES[OF_THE_SYSTEM.get(error.errno or 0, "CANTOPEN")]
        raise UserError(sentence.format(path.name)) from error


def problems(db: Connection) -> list[str]:
    """What SQLite itself finds wrong."""
    damaged = db.execute("PRAGMA integrity_check(1)").fetchone()[0] != "ok"
    broken = {str(row[0]) for row in db.execute("PRAGMA foreign_key_check")}
    found = ["Het bestand is beschadigd."] if damaged else []
    return found + [f"In ‘{table}’ wijst iets naar wat er niet is." for table in sorted(broken)]


DriverError = sqlite3.Error


def read_only(path: Path) -> bool:
    """Whether this user may not change the file itself; asked without opening it."""
    return not os.access(path, os.W_OK)
