"""What a record is called that has no name of its own, because it links two others."""

from collections.abc import Callable

from ozj_desktop.model.agreements import Agreement, Contribution
from ozj_desktop.model.documents import Achterban, Assent, Deviation, Document, Inclusion, Version
from ozj_desktop.model.parties import Party, RouteStep
from ozj_desktop.model.record import Record

Get = Callable[[type[Record], str], Record | None]
LINKING: tuple[type[Record], ...] = (
    *(Inclusion, Assent, Deviation, Achterban),
    *(Contribution, RouteStep),
)


def called(record: Record, get: Get) -> str:
    """‘Eén plan’ in ‘Convenant’; of what has a name that name."""

    def of(kind: type[Record], id: str) -> str:
        found = get(kind, id)
        return f"‘{found}’" if found else f"een {kind.names[0]}"

    def who(id: str) -> str:
        return str(get(Party, id) or f"een {Party.names[0]}")

    match record:
        case Inclusion():
            return f"{of(Agreement, record.agreement)} in {of(Document, record.document)}"
        case Contribution():
            return f"bijdrage van {who(record.party)} aan {of(Agreement, record.agreement)}"
        case Version():
            return f"{record} van {of(Document, record.document)}"
        case Assent():
            version = get(Version, record.version)
            on = called(version, get) if version else of(Version, record.version)
            return f"antwoord van {who(record.party)} op {on}"
        case Deviation():
            given = get(Assent, record.assent)
            by = who(given.party if isinstance(given, Assent) else "")
            return f"antwoord van {by} op {of(Agreement, record.agreement)}"
        case Achterban():
            return f"achterban van {who(record.party)} over {of(Document, record.document)}"
        case RouteStep():
            return f"besluitroute van {who(record.party)}"
    return str(record)
