"""Why something cannot be deleted, in one sentence, and what to do instead."""

from collections import Counter
from collections.abc import Sequence

from ozj_desktop.model.agreements import Agreement
from ozj_desktop.model.documents import Assent, Document, Inclusion, Version
from ozj_desktop.model.dutch import counted, listed, quoted
from ozj_desktop.model.ends import Get, called
from ozj_desktop.model.parties import Party
from ozj_desktop.model.record import Record

FEW = 3  # things that are told by name


def why_kept(going: Sequence[Record], pointers: Sequence[Record], get: Get) -> str:
    """`going` cannot go, as these others point at what goes with it."""
    kind, one = type(going[0]), len(going) == 1
    name = str(going[0]) if one else quoted([str(record) for record in going])
    cannot = f"{name} {'kan' if one else 'kunnen'} niet weg"
    submitted = [p for p in pointers if isinstance(p, Version)]
    if kind is Agreement and submitted:
        it = "de afspraak staat" if one else "deze afspraken staan"
        away = "die" if one else "ze"
        return (
            f"{cannot}: {it} in {_papers(submitted, get)}, en wat is voorgelegd, blijft bewaard. "
            f"Laat {away} weg uit een nieuwe versie, of zet het besluit op ‘vervallen’."
        )
    if kind is Agreement and all(isinstance(p, Inclusion) for p in pointers):
        it = "de afspraak staat" if one else "deze afspraken staan"
        places = [get(Document, p.document) for p in pointers if isinstance(p, Inclusion)]
        papers = listed(f"‘{name}’" for name in dict.fromkeys(str(d) for d in places if d))
        return f"{cannot}: {it} in {papers}. Haal {'die' if one else 'ze'} daar eerst uit."
    if kind is Party and (answers := [p for p in pointers if isinstance(p, Assent)]):
        asked = [v for a in answers if isinstance(v := get(Version, a.version), Version)]
        it = "deze partij" if one else "deze partijen"
        return (
            f"{cannot}: {it} kreeg{'' if one else 'en'} de vraag om akkoord bij "
            f"{_papers(asked, get)}, en wat is voorgelegd, blijft bewaard. Doet er iemand niet "
            "meer mee? Zet dan ‘Tekent mee’ uit."
        )
    verb = "verwijst" if len(pointers) == 1 else "verwijzen"
    return (
        f"{cannot}: {_counted(pointers)} {verb} er nog naar{_named(pointers, get)}. "
        "Haal dat daar eerst weg of kies daar iets anders."
    )


def _papers(found: Sequence[Version], get: Get) -> str:
    """versie 2 van ‘Convenant’: of each paper the newest."""
    newest: dict[str, Version] = {}
    for version in sorted(found, key=lambda v: (v.major, v.minor)):
        newest[version.document] = version
    names = [called(version, get) for version in newest.values()]
    if len(names) > FEW:
        return counted(len(names), Document.names)
    return listed(names)


def _counted(pointers: Sequence[Record]) -> str:
    numbers = Counter(type(pointer) for pointer in pointers)
    return listed(f"{n} {kind.names[n > 1]}" for kind, n in numbers.items())


def _named(pointers: Sequence[Record], get: Get) -> str:
    """What they are called, where they are few; what is called by its ends quotes these itself."""
    if len(pointers) > FEW:
        return ""
    names = (called(pointer, get) for pointer in pointers)
    return f" ({listed(name if '‘' in name else f'‘{name}’' for name in names)})"
