"""A pasted list of parties and their people, for a dossier that is being made."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from functools import lru_cache
from itertools import zip_longest

from ozj_desktop.exchange.content import party_kinds, starting_items
from ozj_desktop.model.facts import Facts, Source
from ozj_desktop.model.lists import item_id
from ozj_desktop.model.parties import Domain, Party
from ozj_desktop.model.party_cells import kind_of
from ozj_desktop.model.party_columns import Columns, Meaning, recognise
from ozj_desktop.model.party_list import plan
from ozj_desktop.model.pasted_table import Table, table_in
from ozj_desktop.model.record import Record


@lru_cache(maxsize=1)  # the same list is asked for its names, its people and the rest
def listed(text: str) -> tuple[Table, Columns]:
    """Its cells, and what each column means."""
    table = table_in(text)
    labels = [known.name for known in party_kinds().all]
    return table, recognise(table, party_kinds(), labels, (d.label for d in Domain))


def column(table: Table, columns: Columns, meaning: Meaning) -> list[str]:
    """What stands in the first column of this meaning, below the headings."""
    if meaning not in columns.meanings:
        return []
    n = columns.meanings.index(meaning)
    return [row[n] for row in table[columns.head + 1 :]]


def names_in(text: str) -> list[str]:
    """The parties in it, as often as they are there; of a table without a name none."""
    return [name for name, _ in parties_in(text)]


def parties_in(text: str) -> list[tuple[str, str]]:
    """The same with the code of the kind that the list says, else the name; "" if neither does."""
    found = listed(text)
    names, said = column(*found, Meaning.NAME), column(*found, Meaning.KIND)
    pairs = zip_longest(names, said, fillvalue="")
    guess = party_kinds().guess
    return [(name, _said_kind(words) or guess(name).kind) for name, words in pairs if name]


@lru_cache(maxsize=1_000)  # a list says the same few kinds again and again
def _said_kind(words: str) -> str:
    kinds = {item.id: item for item in starting_items() if item.list == "party_kind"}
    found = kind_of(words, kinds.values(), party_kinds()) if words else None
    return kinds[found].code if found else ""


def people_in(text: str) -> int:
    """How many people it names."""
    return len([person for person in column(*listed(text), Meaning.PERSON) if person])


def unused_in(text: str) -> list[str]:
    """The columns that hold something and are not taken along, by what stands above them."""
    table, columns = listed(text)
    body, heads = table[columns.head + 1 :], table[columns.head] if columns.head >= 0 else ()
    return [
        " ".join(heads[n].split()) if n < len(heads) and heads[n] else f"kolom {n + 1}"
        for n, meaning in enumerate(columns.meanings)
        if meaning is Meaning.NOTHING and any(row[n] for row in body)
    ]


def records_in(source: Source, text: str, today: date) -> Iterable[Record]:
    """What the list adds to a dossier: parties that are not there yet, and people."""
    found = plan(Facts(source, today), *listed(text), party_kinds())
    return [_with_kind(r) if isinstance(r, Party) else r for r in found.records]


def _with_kind(party: Party) -> Party:
    """What the name tells, where the list did not."""
    probably = party_kinds().guess(party.name)
    if party.kind is not None or not probably.kind:
        return party
    kind = item_id("party_kind", probably.kind)
    return replace(party, kind=kind, domain=party.domain or probably.domain)
