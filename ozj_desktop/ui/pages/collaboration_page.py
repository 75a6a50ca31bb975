"""Samenwerking: what this dossier is about, who brings parties together, and the house style."""

from collections.abc import Iterator

from PySide6.QtWidgets import QVBoxLayout

from ozj_desktop.model.collaboration import Collaboration
from ozj_desktop.store.dossier import Notice
from ozj_desktop.ui.desk import Desk
from ozj_desktop.ui.empty_page import example_button
from ozj_desktop.ui.page import Page
from ozj_desktop.ui.parts.buttons import button
from ozj_desktop.ui.parts.card import Empty
from ozj_desktop.ui.parts.scrolling import column, scrolling
from ozj_desktop.ui.past_panel import PastPanel
from ozj_desktop.ui.record_form import RecordForm, Section
from ozj_desktop.ui.record_header import RecordHeader
from ozj_desktop.ui.tools import Tools

SECTIONS = (
    Section(
        "",
        (
            *("area", "director", "starts_on", "ends_on", "portfolio_holder"),
            *("central_municipality", "steering", "breakthrough", "capacity"),
            *("anchoring", "programmes", "case_number"),
        ),
        always=("area", "director", "starts_on", "ends_on", "portfolio_holder"),
    ),
    Section(
        "In wat u deelt",
        ("contact_point", "small_number", "footer", "fictitious"),
        always=("contact_point", "small_number"),
    ),
    Section(
        "Huisstijl van de stukken",
        ("logo", "colour", "attention_colour"),
        always=("logo", "colour", "attention_colour"),
        wide=("logo",),
    ),
)


class CollaborationPage(Page):
    """One record: there is one in every dossier."""

    def __init__(self, desk: Desk, _: Tools) -> None:
        super().__init__(desk)
        self.header = RecordHeader(desk, Collaboration, "name", can_delete=False)
        self.forms = [RecordForm(desk, Collaboration, [section]) for section in SECTIONS]
        begin = button(
            desk.theme,
            "Geef de samenwerking een naam",
            "plus",
            look="primary",
            size="big",
            do=self._begin,
        )
        if not desk.writable:
            begin.hide()
        self._empty = Empty(
            desk.theme,
            "Waar gaat dit dossier over?",
            "Hier komen de naam, het gebied en de periode van de samenwerking: die staan op elk "
            "stuk. Begin met een naam.",
            begin,
            below=example_button(desk),
        )
        self._cards = scrolling(column(*self.forms))
        self._past = PastPanel(desk, self, self._cards)
        self.header.commands = lambda: (self._past.command,)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(0)
        outer.addWidget(self.header)
        outer.addWidget(self._cards, 1)
        outer.addWidget(self._empty, 1)
        self._arranged()

    def _arranged(self) -> list[Collaboration]:
        """What there is to show: the record, or how to begin."""
        found = self.desk.dossier.all(Collaboration)
        self._empty.setVisible(not found)
        self._cards.setVisible(bool(found) and not self._past.is_open())
        self.header.setVisible(bool(found))
        return found

    def refresh(self) -> None:
        for _ in self.parts():
            pass

    def parts(self) -> Iterator[None]:
        if found := self._arranged():
            self.header.show_record(found[0], "Samenwerking", (), frozenset())
            self._past.show_record(found[0])
            for form in self.forms:
                yield
                form.show_record(found[0])

    def heard(self, notice: Notice) -> None:
        if notice.kinds & {"collaboration", "area", "party"}:
            self.refresh()

    def show_thing(self, id: str) -> bool:
        self.header.title.setFocus()
        return True

    def _begin(self) -> None:
        self.desk.add(Collaboration(name="Onze samenwerking"))
        self.header.title.setFocus()
        self.header.title.selectAll()


def page(desk: Desk, tools: Tools) -> CollaborationPage:
    return CollaborationPage(desk, tools)
