"""Two parties become one: which of both stays where they differ, what goes along, and then it."""

from collections import Counter
from collections.abc import Callable, Iterator
from typing import Any

from PySide6.QtWidgets import QVBoxLayout, QWidget

from ozj_desktop.errors import UserError
from ozj_desktop.model import phrases
from ozj_desktop.model.agreements import Agreement, Contribution
from ozj_desktop.model.documents import Assent, Document, Version
from ozj_desktop.model.dutch import counted, listed, sort_key
from ozj_desktop.model.one_party import (
    ROUTE,
    Difference,
    Side,
    Together,
    United,
    differences,
    routes,
    unite,
)
from ozj_desktop.model.parties import Contact, Party, RouteStep
from ozj_desktop.model.party_cells import same
from ozj_desktop.model.record import Form, Id
from ozj_desktop.model.words import united
from ozj_desktop.store.kinds import KINDS
from ozj_desktop.ui import display
from ozj_desktop.ui.desk import Desk
from ozj_desktop.ui.pages.parties.panel import Panel
from ozj_desktop.ui.parts.buttons import button
from ozj_desktop.ui.parts.card import Card, clear
from ozj_desktop.ui.parts.option_card import Choice, OptionCards
from ozj_desktop.ui.parts.pick_edit import Option, PickEdit
from ozj_desktop.ui.parts.scrolling import column, scrolling
from ozj_desktop.ui.parts.text import Elided, label

SHOWN = 12  # agreements in which both are; of more it is told how many
FROZEN = "In versies die vastliggen verandert niets: daar blijft de naam staan die er stond."


class UnitePanel(Panel):
    """In the place of a record; `done` is told the id of the party that stays."""

    def __init__(
        self,
        desk: Desk,
        stays: Party,
        close: Callable[[], object],
        done: Callable[[str], object],
    ) -> None:
        super().__init__(desk, f"‘{stays}’ samenvoegen", close)
        self._done, self._stays = done, stays
        self._goes: Party | None = None
        self._chosen: dict[str, Side] = {}
        self._must: set[str] = set()  # answers of which one must be chosen
        self.choices: dict[str, OptionCards] = {}
        self._with = PickEdit(desk.theme, self._others, self._called, optional=False)
        self._with.setProperty("quiet", None)
        self._with.setPlaceholderText("Typ of kies een partij")
        self._with.setAccessibleName("Met welke partij?")
        self._with.edited.connect(self._pick)
        self._cards = QVBoxLayout()
        self._told = Elided("", "cell2")
        self.do = button(desk.theme, "Samenvoegen", look="primary", do=self._unite)
        self._build()

    def _build(self) -> None:
        ask, held = Card(gap=6), QWidget()
        ask.body.addWidget(label("Met welke partij?", "label"))
        ask.body.addWidget(self._with)
        told = "Alles van die partij komt bij deze: mensen, afspraken, antwoorden en acties."
        ask.body.addWidget(label(told, "cell2", wrap=True))
        held.setLayout(self._cards)
        self._cards.setContentsMargins(0, 0, 0, 0)
        self._cards.setSpacing(12)
        self.middle.addWidget(scrolling(column(ask, held)), 1)
        self.foot(self.do, "Laat maar", self._told)
        self.do.setEnabled(False)
        self.setFocusProxy(self._with)

    def _others(self) -> list[Option]:
        names, found = self.desk.names.all(Party), self._words()
        ids = sorted(names, key=lambda id: sort_key(names[id]))
        return [Option(id, found[id]) for id in ids if id != self._stays.id]

    def _called(self, id: str) -> str:
        return self._words().get(id, "")

    def _words(self) -> dict[str, str]:
        """What parties are called; those of one name, of which one makes one, told apart."""
        found = {**self.desk.names.all(Party)}
        alike: dict[str, list[str]] = {}
        for id, name in found.items():
            alike.setdefault(same(name), []).append(id)
        for ids in alike.values():
            for n, id in enumerate(ids if len(ids) > 1 else (), 1):
                found[id] = f"{found[id]} ({self._has(Id(id))}, nummer {n})"
        return found

    def _has(self, party: Id[Party]) -> str:
        dossier = self.desk.dossier
        promises = counted(dossier.count(Contribution, party=party), Agreement.names)
        return f"{promises}, {counted(dossier.count(Contact, party=party), Contact.names)}"

    # Which party

    def _pick(self) -> None:
        chosen = self._with.value()
        goes = self.desk.get(Party, chosen) if isinstance(chosen, str) else None
        if goes is not None:
            self.ask_about(goes)

    def ask_about(self, goes: Party) -> None:
        """What differs between the two, and what would happen."""
        stays = self.desk.get(Party, self._stays.id)
        if stays is None:
            self._close()
            return
        self._stays, self._goes, self._chosen, self.choices = stays, goes, {}, {}
        self._with.show_value(goes.id)
        clear(self._cards)
        for card in self._made(goes):
            self._cards.addWidget(card)
        self._tell()

    def refresh(self) -> None:
        """Something changed elsewhere, by undo or a copy: begin anew with what is there now."""
        goes = self._goes and self.desk.get(Party, self._goes.id)
        if goes:
            self.ask_about(goes)
        elif self._goes or self.desk.get(Party, self._stays.id) is None:
            self._close()

    def _found(self) -> United:
        assert self._goes is not None
        return unite(self.desk.facts, KINDS, self._stays, self._goes, self._chosen)

    # What is shown

    def _made(self, goes: Party) -> Iterator[Card]:
        found = self._found()
        self._must = {pair.stays.id for pair in found.asked}
        differing = differences(self._stays, goes)
        if found.asked:
            yield self._answers(found.asked)
        if differing:
            yield self._differing(differing)
        ours, theirs = routes(self.desk.facts, self._stays, goes)
        if ours:
            yield self._routes(ours, theirs)
        both = [t for t in found.together if isinstance(t.now, Contribution)]
        if both:
            yield self._contributions(both)
        yield self._along(found)

    def _names(self) -> tuple[str, str]:
        """Told apart, also where they are called the same."""
        assert self._goes is not None
        return "deze partij", f"{self.desk.names.short(self._goes.id)}, de andere"

    def _row(self, card: Card, key: str, name: str, choices: list[Choice], now: str) -> None:
        made = OptionCards(self.desk.theme, choices, name, now)
        made.chosen.connect(lambda side: self._choose(key, side))
        self.choices[key] = made
        title = label(name, "label")
        title.setContentsMargins(0, 6, 0, 0)
        card.body.addWidget(title)
        card.body.addWidget(made)

    def _differing(self, found: list[Difference]) -> Card:
        card = Card("Hier verschillen zij: wat blijft?", gap=4)
        ours, theirs = self._names()
        for d in found:
            options = [
                Choice("stays", ours, self._value(d, d.stays)),
                Choice("goes", theirs, self._value(d, d.goes)),
            ]
            if d.field.form is Form.TEXT:
                options.append(Choice("both", "beide", "De twee teksten onder elkaar"))
            self._row(card, d.field.name, d.field.label, options, d.usual)
        return card

    def _value(self, d: Difference, value: Any) -> str:
        return display.text_of(d.field, value, self.desk.names.for_field) or "leeg"

    def _answers(self, found: list[Together]) -> Card:
        """Nothing is chosen for them: a party gives one answer."""
        card = Card("Twee antwoorden op hetzelfde stuk: welk geldt?", gap=4)
        ours, theirs = self._names()
        for pair in found:
            options = [
                Choice("stays", ours, self._answer(pair.stays)),
                Choice("goes", theirs, self._answer(pair.goes)),
            ]
            self._row(card, pair.stays.id, self._version(pair.stays), options, "")
        return card

    def _version(self, given: Assent) -> str:
        facts = self.desk.facts
        version = facts.get(Version, given.version)
        document = facts.get(Document, version.document) if version else None
        return f"{document}, {version}"

    def _answer(self, given: Assent) -> str:
        facts = self.desk.facts
        parts = (phrases.answer(facts, given), phrases.decided(facts, given), given.note)
        return "\n".join(part for part in parts if part)

    def _routes(self, ours: list[RouteStep], theirs: list[RouteStep]) -> Card:
        card = Card("Twee besluitroutes: welke geldt?", gap=4)
        told = zip(("stays", "goes"), self._names(), (ours, theirs), strict=True)
        choices = [Choice(side, name, self._steps(steps)) for side, name, steps in told]
        self._row(card, ROUTE, "Zo komt zij tot een besluit", choices, "stays")
        return card

    def _steps(self, steps: list[RouteStep]) -> str:
        def told(step: RouteStep) -> str:
            body = phrases.item(self.desk.facts, step.body) or "vergadering"
            return f"{body} ({counted(step.days, ('dag', 'dagen'))} vooraf)"

        return " → ".join(map(told, steps))

    def _contributions(self, found: list[Together]) -> Card:
        card = Card("Zij staan allebei in dezelfde afspraak: dat wordt één bijdrage", gap=2)
        for pair in found[:SHOWN]:
            name = self.desk.names.of(Agreement, pair.stays.agreement)
            title = label(name, "strong", wrap=True)
            title.setContentsMargins(0, 6, 0, 0)
            card.body.addWidget(title)
            roles = dict.fromkeys((pair.stays.role.label, pair.goes.role.label))
            now = f"{' + '.join(roles)} wordt {pair.now.role.label}"
            told = now if len(roles) > 1 else pair.now.role.label
            text = "; ".join(pair.now.what.split("\n"))
            card.body.addWidget(label(f"{told}: {text}" if text else told, "cell2", wrap=True))
        if (more := len(found) - SHOWN) > 0:
            told = f"En zo ook in nog {counted(more, Agreement.names)}."
            card.body.addWidget(label(told, "cell2", wrap=True))
        return card

    def _along(self, found: United) -> Card:
        card = Card("Dit gaat mee", gap=4)
        for line in self._lines(found):
            card.body.addWidget(label(line, "cell", wrap=True))
        if any(isinstance(t.stays, Assent) for t in found.together) or found.asked:
            card.body.addWidget(label(FROZEN, "cell2", wrap=True))
        return card

    def _lines(self, found: United) -> Iterator[str]:
        moved: Counter[tuple[str, str]] = Counter(type(r).names for r in found.moved)
        if moved:
            told = listed(counted(n, names) for names, n in moved.items())
            yield f"{told} {'komt' if len(found.moved) == 1 else 'komen'} bij deze partij."
        silent = sum(isinstance(t.stays, Assent) for t in found.together) - len(found.asked)
        if silent > 0:
            names = counted(silent, ("stuk", "stukken"))
            yield f"Over {names} had een van de twee nog niets gezegd. Het gegeven antwoord blijft."
        people = sum(t.stays.names[0] == "contactpersoon" for t in found.together)
        if people:
            yield f"{counted(people, ('contactpersoon', 'contactpersonen'))} stond bij allebei."
        if found.filled:
            labels = listed(f.label.lower() for f in found.filled)
            yield f"Leeg bij deze partij, en overgenomen: {labels}."
        assert self._goes is not None
        yield f"Daarna is ‘{self._goes}’ er niet meer als aparte partij."

    # Doing it

    def _choose(self, key: str, side: str) -> None:
        self._chosen[key] = side  # type: ignore[assignment]
        self._tell()

    def _tell(self) -> None:
        open_still = len(self._must - self._chosen.keys())
        self.do.setEnabled(not open_still)
        told = "U kunt dit in één keer ongedaan maken."
        if open_still:
            told = f"Kies eerst welk antwoord geldt ({open_still})."
        self._told.setText(told)

    def _unite(self) -> None:
        self.desk.ready()
        found = self._found()
        if found.asked:
            return
        stays, done, goes = self._stays.id, self._done, self._goes
        self._goes = None  # what is heard now is our own doing
        dossier = self.desk.dossier

        def work() -> Iterator[None]:
            for record in found.save:
                dossier.save(record)
                yield
            yield from dossier.deleting(*found.delete)

        def refused(error: UserError) -> None:
            self._goes = goes
            raise error

        size = len(found.save) + len(found.delete)
        self.desk.much("Samenvoegen", united(stays), size, work(), lambda: done(stays), refused)
