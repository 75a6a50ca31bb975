"""What a pasted list of parties and people would do to the dossier, row by row, before it does.

Nothing that is there is overwritten: only empty fields are filled. A cell that is not understood
is told with why, and stays out until it is mended.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Any, NamedTuple, TypeVar

from ozj_desktop.model import party_cells as cells
from ozj_desktop.model.alike import Alike
from ozj_desktop.model.dutch import listed
from ozj_desktop.model.facts import Facts
from ozj_desktop.model.lists import ListItem
from ozj_desktop.model.parties import Contact, Party
from ozj_desktop.model.party_cells import Unclear, same
from ozj_desktop.model.party_columns import Columns, Meaning
from ozj_desktop.model.party_kinds import PartyKinds
from ozj_desktop.model.pasted_table import Table
from ozj_desktop.model.record import Choice, Id, Record, field_of


class Fate(Choice):
    """What becomes of a row."""

    NEW = "new", "nieuw"
    MORE = "more", "contact erbij"
    FILLED = "filled", "aangevuld"
    SAME = "same", "niets nieuws"
    SKIPPED = "skipped", "overslaan"


class Told(NamedTuple):
    """Of one row: its fate, and in words."""

    fate: Fate
    words: str


@dataclass
class Plan:
    """`told` and `unclear` are by number of row, and of row and column."""

    told: dict[int, Told] = field(default_factory=dict)
    unclear: dict[tuple[int, int], str] = field(default_factory=dict)
    kinds: dict[str, int] = field(default_factory=dict)  # words we do not know as a kind: in rows
    parties: dict[str, Party] = field(default_factory=dict)  # new and filled, by id
    contacts: dict[str, Contact] = field(default_factory=dict)
    new: set[str] = field(default_factory=set)
    alike: set[str] = field(default_factory=set)  # new, and perhaps one that is there already

    @property
    def records(self) -> tuple[Record, ...]:
        """What to save, owners first."""
        return (*self.parties.values(), *self.contacts.values())

    def count(self, kind: type[Record], *, new: bool) -> int:
        made = self.parties if kind is Party else self.contacts
        return sum((id in self.new) == new for id in made)


R = TypeVar("R", bound=Record)
Meant = Mapping[str, "Id[ListItem] | None"]  # what the user said of words we do not know


def plan(
    facts: Facts, table: Table, columns: Columns, kinds: PartyKinds, meant: Meant | None = None
) -> Plan:
    """`meant` says which kind an unknown word (as `cells.same` has it) is; None leaves it out."""
    reading = _Reading(facts, columns, kinds, meant or {})
    reading.ticks = _only_ticks(table, columns)
    for number, row in enumerate(table):
        if number > columns.head:
            reading.take(number, row)
        else:
            told = "de kop" if number == columns.head else "boven de kop"
            reading.plan.told[number] = Told(Fate.SKIPPED, f"{Fate.SKIPPED.label}: {told}")
    return reading.plan


def _only_ticks(table: Table, columns: Columns) -> bool:
    """In a column of crosses an empty cell says no."""
    for n, meaning in enumerate(columns.meanings):
        if meaning is Meaning.SIGNS:
            said = [row[n] for row in table[columns.head + 1 :] if row[n]]
            return bool(said) and all(cells.is_tick(text) for text in said)
    return False


class _Reading:
    """Row after row, with what came before."""

    def __init__(self, facts: Facts, columns: Columns, kinds: PartyKinds, meant: Meant) -> None:
        self.columns, self.kinds, self.meant, self.plan = columns, kinds, meant, Plan()
        self.items = [i for i in facts.all(ListItem) if i.list == "party_kind"]
        self.codes = {item.id: item.counts_as for item in self.items}
        self.ticks = False
        self.alike = Alike(facts.all(Party))
        self.place = max((p.position for p in facts.all(Party)), default=0)
        self.known: dict[str, list[Party]] = {}
        for party in facts.all(Party):
            for called in {same(party.name), same(party.short_name)} - {""}:
                self.known.setdefault(called, []).append(party)
        self.people: dict[str, list[Contact]] = {}
        for contact in facts.all(Contact):
            self.people.setdefault(contact.party, []).append(contact)

    def take(self, number: int, row: tuple[str, ...]) -> None:
        name = self._name(number, row)
        if not name:
            return
        given = self._given(number, row)
        found = self._found(name, str(given.get(Meaning.SHORT, "")))
        if len(found) > 1:
            self._skip(number, "dit past bij meer partijen")
            self._unclear(number, Meaning.NAME, f"Dit past bij {listed(map(str, found))}.")
            return
        before = found[0] if found else None
        party, filled, kept = self._party(before, given)
        people = self._people(party, given)
        self._remember(party)
        self.plan.told[number] = self._told(party, before, filled, kept, people)

    def _name(self, number: int, row: tuple[str, ...]) -> str:
        """Without a name nothing else of the row is looked at."""
        meanings = self.columns.meanings
        column = meanings.index(Meaning.NAME) if Meaning.NAME in meanings else -1
        try:
            name = cells.read_name(row[column]) if column >= 0 else ""
        except Unclear as error:
            self.plan.unclear[number, column] = str(error)
            self._skip(number, "dit is geen naam")
            return ""
        why = cells.no_name(name)
        if why:
            self._skip(number, why)
        return "" if why else name

    def _skip(self, number: int, why: str) -> None:
        self.plan.told[number] = Told(Fate.SKIPPED, f"{Fate.SKIPPED.label}: {why}")

    def _unclear(self, number: int, meaning: Meaning, why: str) -> None:
        column = self.columns.meanings.index(meaning)
        self.plan.unclear.setdefault((number, column), why)

    # One row

    def _given(self, number: int, row: tuple[str, ...]) -> dict[Meaning, Any]:
        """What the cells say, those of one meaning together."""
        found: dict[Meaning, Any] = {}
        for column in self.columns.order:
            meaning = self.columns.meanings[column]
            text = row[column] if column < len(row) else ""
            if meaning is Meaning.NOTHING:
                continue
            try:
                read = self._read(meaning, text)
            except Unclear as error:
                self.plan.unclear[number, column] = str(error)
                continue
            if read not in (None, ""):
                found[meaning] = cells.together(meaning, found.get(meaning), read)
        return found

    def _read(self, meaning: Meaning, text: str) -> Any:
        match meaning:
            case Meaning.KIND:
                return self._kind(text)
            case Meaning.SIGNS:
                return False if self.ticks and not text else cells.read_signs(text)
        return cells.READ[meaning](text)

    def _kind(self, text: str) -> Id[ListItem] | None:
        if not text:
            return None
        asked = same(text)
        if asked in self.meant:
            return self.meant[asked]
        if found := cells.kind_of(text, self.items, self.kinds):
            return found
        self.plan.kinds[text] = self.plan.kinds.get(text, 0) + 1
        raise Unclear("Deze soort staat niet in de lijst. Kies hierboven wat u bedoelt.")

    # Parties

    def _found(self, name: str, short: str) -> list[Party]:
        found = self.known.get(same(name), [])
        whole = [p for p in found if same(p.name) == same(name)]
        return whole or found or ([] if not short else self._by_short(short))

    def _by_short(self, short: str) -> list[Party]:
        """Another name with the same short name is another party."""
        return [p for p in self.known.get(same(short), []) if same(p.name) == same(short)]

    def _party(
        self, before: Party | None, given: dict[Meaning, Any]
    ) -> tuple[Party, list[str], list[str]]:
        """With the fields that were filled, and those that stay as they are."""
        values = {
            name: given[meaning] for name, meaning in cells.OF_PARTY.items() if meaning in given
        }
        if before is None:
            return self._new(values), [], []
        if before.id in self.plan.new and "signs" in values:
            values.pop("signs")
        return self._fill(before, values, self.plan.parties)

    def _new(self, values: dict[str, Any]) -> Party:
        code = self.codes.get(values.get("kind", ""), "")
        values.setdefault("domain", self.kinds.of(code).domain)
        probably = code or self.kinds.guess(values["name"]).kind
        values.setdefault("signs", self.kinds.of(probably).signs)
        self.place += 1
        made = Party(**values, position=self.place)
        self.plan.new.add(made.id)
        self.plan.parties[made.id] = made
        return made

    def _fill(
        self, before: R, values: Mapping[str, Any], into: dict[str, R]
    ) -> tuple[R, list[str], list[str]]:
        """Only what is empty; a name is never told as something that differs."""
        empty = {n: v for n, v in values.items() if n != "signs" and not getattr(before, n)}
        kept = [n for n, v in values.items() if n not in empty and _differs(before, n, v)]
        changes: dict[str, Any] = empty
        now = replace(before, **changes)
        if empty:
            into[before.id] = now
        labels = [field_of(type(before), n).label.lower() for n in empty]
        return now, labels, [field_of(type(before), n).label.lower() for n in kept]

    def _remember(self, party: Party) -> None:
        for called in {same(party.name), same(party.short_name)} - {""}:
            others = [p for p in self.known.get(called, []) if p.id != party.id]
            self.known[called] = [*others, party]

    # People

    def _people(self, party: Party, given: dict[Meaning, Any]) -> list[str]:
        """What becomes of the people of a row: "new", or the fields that were filled."""
        return [word for values in cells.people(given) for word in self._person(party, values)]

    def _person(self, party: Party, values: dict[str, Any]) -> list[str]:
        here = self.people.setdefault(party.id, [])
        for n, known in enumerate(here):
            if cells.same_person(known, values):
                here[n], filled, _ = self._fill(known, values, self.plan.contacts)
                return filled
        made = Contact(party=party.id, **values)
        here.append(made)
        self.plan.new.add(made.id)
        self.plan.contacts[made.id] = made
        return ["new"]

    def _told(
        self,
        party: Party,
        before: Party | None,
        filled: list[str],
        kept: list[str],
        people: list[str],
    ) -> Told:
        if before is None:
            other = self.alike.to(party)
            resembles = f"; is dit dezelfde als ‘{other}’?" if other else ""
            self.plan.alike |= {party.id} if other else set()
            return Told(Fate.NEW, f"{Fate.NEW.label}{resembles}")
        fresh = before.id in self.plan.new
        here = "dezelfde partij" if fresh else "bestaat al"
        parts = ["contact erbij"] if "new" in people else []
        fields = [*filled, *(word for word in people if word != "new")]
        parts += [f"aangevuld met {listed(fields)}"] if fields else []
        fate = Fate.MORE if "new" in people else Fate.FILLED if fields else Fate.SAME
        stays = f"; {listed(kept)} blijft zoals het is" if kept else ""
        return Told(fate, f"{here}: {', '.join(parts) or Fate.SAME.label}{stays}")


def _differs(before: Any, name: str, value: Any) -> bool:
    now = getattr(before, name)
    if name == "name":
        return False
    return same(str(now)) != same(str(value)) if isinstance(now, str) else now != value


def proposals(
    facts: Facts, table: Table, columns: Columns, kinds: PartyKinds
) -> dict[tuple[int, Meaning], str]:
    """Per row a kind and a domain in words, where the name says it and no cell does."""
    if Meaning.NAME not in columns.meanings:
        return {}
    at = {m: columns.meanings.index(m) for m in Meaning if m in columns.meanings}
    done = plan(facts, table, columns, kinds)
    items = {i.code: i for i in facts.all(ListItem) if i.list == "party_kind"}
    labels = {str(item): item.counts_as for item in items.values()}
    found: dict[tuple[int, Meaning], str] = {}
    for number, row in enumerate(table):
        if done.told[number].fate is not Fate.NEW:
            continue
        probably = kinds.guess(row[at[Meaning.NAME]])
        kind = row[at[Meaning.KIND]] if Meaning.KIND in at else ""
        domain = row[at[Meaning.DOMAIN]] if Meaning.DOMAIN in at else ""
        if not kind and probably.kind in items:
            found[number, Meaning.KIND] = str(items[probably.kind])
        by_kind = kinds.of(labels.get(kind, "")).domain or probably.domain
        if not domain and by_kind:
            found[number, Meaning.DOMAIN] = by_kind.label
    return found
