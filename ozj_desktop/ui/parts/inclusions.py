"""The agreements in a document, in their order."""

from dataclasses import replace
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from ozj_desktop.model import assent, versions
from ozj_desktop.model.agreements import Agreement, Decision
from ozj_desktop.model.documents import Document, Inclusion, Stage
from ozj_desktop.model.dutch import counted, sort_key
from ozj_desktop.model.examples import unused_examples
from ozj_desktop.model.facts import in_order
from ozj_desktop.model.forums import Topic
from ozj_desktop.model.reading import Misread
from ozj_desktop.model.record import Id
from ozj_desktop.ui.desk import Desk
from ozj_desktop.ui.names import last_place
from ozj_desktop.ui.pages.agreements_list import state
from ozj_desktop.ui.parts.buttons import button
from ozj_desktop.ui.parts.choose import Choose
from ozj_desktop.ui.parts.choose_model import Choice
from ozj_desktop.ui.parts.part_card import Part
from ozj_desktop.ui.parts.pick_edit import New, Option, PickEdit
from ozj_desktop.ui.parts.place_model import Place
from ozj_desktop.ui.parts.place_view import PlaceView
from ozj_desktop.ui.parts.text import label

NO_TOPIC = "Zonder thema"
LAST = 10_000  # where a topic stands that is none
MANY = 500  # agreements in a dossier that has grown out of its template
EXAMPLES, STAND = ("voorbeeldafspraak", "voorbeeldafspraken"), ("staat", "staan")


class Inclusions(Part):
    """Choose several, add one by typing, take away, and reorder; none of it while it lies fast."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk, "Afspraken in dit stuk")
        self._document: Any = None
        self._count = label("", "meta")
        self.head.insertWidget(1, self._count)
        self.view = PlaceView(desk.theme, "Afspraken in dit stuk")
        self._none, self._fast = label("", "soft", wrap=True), label("", "meta", wrap=True)
        self._sort, self._more = self._buttons()
        nothing = "Alle afspraken staan al in dit stuk."
        self.choose = Choose(desk.theme, Agreement.names, "Afspraken om te kiezen", nothing)
        self._pick = PickEdit(
            desk.theme, self._left, lambda id: desk.names.of(Agreement, id), new="nieuwe afspraak"
        )
        self._unused: list[Id[Agreement]] = []
        self.discard = button(desk.theme, "", "trash-2", look="link", size="small")
        self.discard.clicked.connect(self._discard)
        self._dress()
        self._pick.edited.connect(self._add_typed)
        self.choose.chosen.connect(self._add_chosen)
        self.choose.only.connect(self._only)
        self.choose.closed.connect(self._more.setFocus)
        self.view.moved.connect(self._move)
        self.view.unwanted.connect(self._take_away)
        self.view.opened.connect(desk.go)

    def _buttons(self) -> tuple[QWidget, QWidget]:
        theme = self.desk.theme
        sort = button(theme, "Orden per thema", look="quiet", size="small", do=self._by_topic)
        sort.setToolTip("Zet afspraken van één thema bij elkaar; u kunt het ongedaan maken")
        more = button(theme, "Kies afspraken", "list-checks", size="small", do=self.open_choose)
        self.put_beside(sort, more)
        return sort, more

    def _dress(self) -> None:
        self._pick.setProperty("quiet", False)
        self._pick.setProperty("newrow", True)
        self._pick.setPlaceholderText("Zet er een afspraak bij: typ een woord uit de titel")
        self._pick.setAccessibleName("Zet er een afspraak bij")
        self.body.setSpacing(6)
        for part in (self._fast, self.choose, self._none, self.view, self._pick):
            self.body.addWidget(part)
        self.body.addWidget(self.discard, 0, Qt.AlignmentFlag.AlignLeft)

    def show_record(self, record: Document, locked: frozenset[str]) -> None:
        another = self._document is None or self._document.id != record.id
        self._document = record
        fast = versions.locked(self.desk.facts, self._sample()) or not self.desk.writable
        places = self._places()
        self.view.show_places(places, locked=fast)
        self.view.setVisible(bool(places))
        self._count.setText(str(len(places) or ""))
        where = "" if fast else " Kies ze, of typ hieronder een woord uit de titel."
        self._none.setText(f"Er staan nog geen afspraken in dit stuk.{where}")
        self._none.setVisible(not places)
        self._tell_why(fast)
        self._offer_to_discard(fast)
        for part in (self._pick, self._more):
            part.setVisible(not fast)
        self._sort.setVisible(not fast and len({place.topic for place in places}) > 1)
        self.fit_head()
        if fast or another:
            self.choose.hide()
        elif self.choose.isVisible():
            self.choose.show_choices(self._choices())

    def reveal(self, name: str, *, focus: bool) -> QWidget | None:
        if name != "inclusion":
            return None
        if focus:
            self.open_choose()
        return self

    def _tell_why(self, fast: bool) -> None:
        """Why the choice and the order cannot be changed."""
        told = ""
        if fast and self.desk.writable:
            told = "De tekst ligt vast: kiezen en ordenen kan in een nieuwe versie."
            if self._document.stage is Stage.EDITORIAL:
                told = "U verbetert alleen woorden: welke afspraken erin staan, ligt vast."
        self._fast.setText(told)
        self._fast.setVisible(bool(told))

    def _offer_to_discard(self, fast: bool) -> None:
        """Examples of a template that stand nowhere any more."""
        few = self.desk.dossier.count(Agreement) <= MANY
        self._unused = unused_examples(self.desk.facts) if few and not fast else []
        number = counted(len(self._unused), EXAMPLES)
        self.discard.setText(f"Verwijder {number} die in geen stuk {STAND[len(self._unused) != 1]}")
        self.discard.setVisible(bool(self._unused))

    def _discard(self) -> None:
        self._more.setFocus(Qt.FocusReason.OtherFocusReason)  # this button goes
        self.desk.delete(*self.desk.things(Agreement, self._unused))
        self._offer_to_discard(False)

    def _sample(self) -> Inclusion:
        return Inclusion(document=self._document.id, agreement=Id(""))

    def _included(self) -> list[Inclusion]:
        return in_order(self.desk.facts.of(Inclusion, "document", self._document.id))

    def _places(self) -> list[Place]:
        decided = assent.decisions(self.desk.facts)
        found = ((i, self.desk.get(Agreement, i.agreement)) for i in self._included())
        return [self._place(i.id, a, decided.get(a.id, Decision.DRAFT)) for i, a in found if a]

    def _place(self, id: str, agreement: Agreement, decision: Decision) -> Place:
        topic = self.desk.facts.get(Topic, agreement.topic)
        name = topic.name if topic else ""
        detail = " ".join(agreement.what.split())
        shown = state(decision, agreement.progress)
        return Place(id, agreement.id, str(agreement), detail, name, shown)

    # Choosing

    def open_choose(self) -> None:
        if self._more.isHidden():
            self.view.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        self.choose.open(self._choices(), instead=bool(self._included()))

    def _choices(self) -> list[Choice]:
        """The agreements that are not in it yet, by topic and name."""
        taken = {place.agreement for place in self._included()}
        topics = {t.id: (t.position, t.name) for t in self.desk.facts.all(Topic)}
        found = [
            (topics.get(topic, (LAST, NO_TOPIC)), sort_key(title), id, title)
            for id, title, topic in self.desk.dossier.pick(Agreement, "id", "title", "topic")
            if id not in taken
        ]
        return [
            Choice(id, title or "afspraak zonder titel", group)
            for (_, group), _, id, title in sorted(found)
        ]

    def _left(self) -> list[Option]:
        """The agreements that are not in it yet."""
        taken = {place.agreement for place in self._included()}
        names = self.desk.names.all(Agreement).items()
        left = [Option(id, name) for id, name in names if id not in taken]
        return sorted(left, key=lambda option: sort_key(option.words))

    def _add_typed(self) -> None:
        try:
            chosen = self._pick.value()
        except Misread:
            return
        self._pick.show_value(None)
        if chosen is None or self._document is None:
            return
        new = Agreement(title=chosen.text) if isinstance(chosen, New) else None
        self._add([new.id if new else chosen], [new] if new else [])
        self._pick.setFocus()

    def _add_chosen(self, ids: list[str]) -> None:
        self._add([Id(id) for id in ids], [])
        added = next((p.id for p in self.view.places.places if p.agreement == ids[0]), "")
        self.view.setFocus(Qt.FocusReason.OtherFocusReason)
        self.view.choose(added)

    def _only(self, ids: list[str]) -> None:
        """These and no others, in one step."""
        gone = self._included()
        with self.desk.step("chosen"):
            self.desk.dossier.delete(*gone)
            self.desk.dossier.save(*self._placed([Id(id) for id in ids], 0))
        self.view.setFocus(Qt.FocusReason.OtherFocusReason)

    def _placed(self, ids: list[Id[Agreement]], first: int) -> list[Inclusion]:
        document = self._document.id
        return [
            Inclusion(document=document, agreement=id, position=first + n)
            for n, id in enumerate(ids)
        ]

    def _add(self, ids: list[Id[Agreement]], new: list[Agreement]) -> None:
        """At the end, in one step."""
        place = last_place(self.desk.dossier, Inclusion, document=self._document.id)
        first = place.get("position", 0)
        with self.desk.step("chosen"):
            self.desk.dossier.save(*new)
            self.desk.dossier.save(*self._placed(ids, first))

    # Ordering

    def _move(self, id: str, there: int) -> None:
        """To another number; all places are written anew, in one step."""
        places = self._included()
        here = next((n for n, place in enumerate(places) if place.id == id), -1)
        if here >= 0:
            places.insert(there, places.pop(here))
            self._store_order(places)

    def _by_topic(self) -> None:
        """Topics in their own order; within one the agreements stay as they were."""
        topics = {str(t.id): (t.position, t.name) for t in self.desk.facts.all(Topic)}
        about = {id: str(topic) for id, topic in self.desk.dossier.pick(Agreement, "id", "topic")}
        none = (LAST, NO_TOPIC)
        found = self._included()
        self._store_order(sorted(found, key=lambda p: topics.get(about[p.agreement], none)))

    def _store_order(self, places: list[Inclusion]) -> None:
        with self.desk.step("ordered"):
            self.desk.dossier.save(*(replace(p, position=n) for n, p in enumerate(places)))

    def _take_away(self, ids: list[str]) -> None:
        with self.desk.step("chosen"):
            self.desk.dossier.delete(*self.desk.things(Inclusion, ids))
