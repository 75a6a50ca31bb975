"""Besluitroute: per party what must be where when, counted back from the day of signing."""

from collections import Counter
from dataclasses import replace
from datetime import date
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout

from ozj_desktop.model import assent
from ozj_desktop.model.documents import Document
from ozj_desktop.model.dutch import counted, day_and_date
from ozj_desktop.model.lists import ListItem
from ozj_desktop.model.parties import Party
from ozj_desktop.model.route import Road, roads
from ozj_desktop.ui.desk import Desk
from ozj_desktop.ui.display import day_month
from ozj_desktop.ui.parts.buttons import button
from ozj_desktop.ui.parts.card import clear
from ozj_desktop.ui.parts.chips import StatusLabel
from ozj_desktop.ui.parts.part_card import Part
from ozj_desktop.ui.parts.route_row import Axis, RouteRow, Told, leg_words, names_of, span_of
from ozj_desktop.ui.parts.text import label
from ozj_desktop.ui.status import Shape, Status, Tone

NO_DATE = (
    "Vul hierboven in wanneer u wilt ondertekenen. Dan ziet u per partij wanneer wat waar moet "
    "liggen."
)
NO_PARTY = "Er is nog geen partij die meetekent. Zet bij Partijen ‘Tekent mee’ aan."
NO_ROUTE = "Van {parties} is nog niet bekend welke vergaderingen er nodig zijn."
LEGEND = "Stippellijn: vandaag. Streep: ondertekening. Het eind van een balk is de vergadering."


class RouteCard(Part):
    """Rows that go to the party, where its meetings are."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk, "Besluitroute")
        self._since, self._told = label("", "meta"), label("", "soft", wrap=True)
        self._count = StatusLabel(desk.theme)
        self._shown: list[Told] | None = None
        self._record: Any = None
        self._opened = ""  # the document of which the parties are shown without any route
        self.rows: list[RouteRow] = []
        words = "Toon per partij"
        self.open = button(desk.theme, words, "chevron-down", look="link", size="small")
        self.open.clicked.connect(self._open)
        self._column = QVBoxLayout()
        self._legend = label(LEGEND, "meta", wrap=True)
        self._build()

    def _build(self) -> None:
        self.body.setContentsMargins(0, 12, 0, 12)
        self.head.setContentsMargins(16, 0, 16, 0)
        self.head.insertWidget(1, self._since)
        self.head.addWidget(self._count)
        above, below = QVBoxLayout(), QVBoxLayout()
        above.setContentsMargins(16, 0, 16, 0)
        below.setContentsMargins(16, 4, 16, 0)
        above.addWidget(self._told)
        above.addWidget(self.open, 0, Qt.AlignmentFlag.AlignLeft)
        below.addWidget(self._legend)
        self._column.setSpacing(0)
        self.body.setSpacing(0)
        self.body.addLayout(above)
        self.body.addLayout(self._column)
        self.body.addLayout(below)

    def show_record(self, record: Document, locked: frozenset[str]) -> None:
        signing, today, self._record = record.signing_on, self.desk.today, record
        self.setVisible(record in assent.running(self.desk.facts))
        found = roads(self.desk.facts, record)
        folded = _unused(found) and self._opened != record.id
        told = [_told(self.desk, road) for road in found if not folded]
        self._since.setText(f"terug vanaf {day_and_date(signing)}" if signing else "")
        of = NO_ROUTE.format(parties=counted(len(found), Party.names))
        self._told.setText(of if found else NO_PARTY if signing else NO_DATE)
        self._told.setVisible(folded or not found)
        self.open.setVisible(folded)
        self._legend.setVisible(bool(told))
        self._show_count(Counter(_urgency(road, today) for road in found))
        if signing and told != self._shown:
            self._fill(told, signing)
        elif not signing:
            clear(self._column)
            self.rows = []
        self._shown = told if signing else None

    def _open(self) -> None:
        """Show the parties, also while none has a route; the keyboard goes to the first."""
        self._opened = self._record.id
        self.show_record(self._record, frozenset())
        if self.rows:
            self.rows[0].setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_count(self, count: Counter[str]) -> None:
        parts = [f"{count[word]} {word}" for word in ("te laat", "binnenkort") if count[word]]
        shape = Shape.TRIANGLE if count["te laat"] else Shape.HALF
        self._count.show_status(Status(shape, ", ".join(parts)) if parts else None, Tone.ATTENTION)

    def _fill(self, told: list[Told], signing: date) -> None:
        clear(self._column)
        self.rows = []
        theme, today = self.desk.theme, self.desk.today
        span = replace(span_of([one.road for one in told], signing, today), names=names_of(told))
        if told:
            self._column.addWidget(Axis(theme, span))
        for one in told:
            row = RouteRow(theme, one, span)
            row.clicked.connect(lambda _=False, id=one.road.party.id: self.desk.go(id))
            self._column.addWidget(row)
            self.rows.append(row)


def _unused(found: list[Road]) -> bool:
    """Nobody wrote down any meeting yet, so there is nothing to see but names."""
    return bool(found) and not any(road.legs or road.decided for road in found)


def _told(desk: Desk, road: Road) -> Told:
    bodies = tuple(_body(desk, leg.step.body) for leg in road.legs)
    name = desk.names.short(road.party.id)
    return Told(road, name, status_of_road(road, desk.today), bodies, _words(desk, road, bodies))


def _words(desk: Desk, road: Road, bodies: tuple[str, ...]) -> str:
    return leg_words(road, bodies, desk.today) or "Schrijf bij deze partij op wie er besluiten."


def _body(desk: Desk, body: Any) -> str:
    return (desk.names.of(ListItem, body) if body else "") or "een vergadering"


def _urgency(road: Road, today: date) -> str:
    return "te laat" if road.late(today) else "binnenkort" if road.soon(today) else ""


def status_of_road(road: Road, today: date) -> Status:
    """What must be done by when, with a shape of its own for what is late or near."""
    if road.decided:
        return Status(Shape.CHECK, "besloten")
    if road.hand_in is None:
        return Status(Shape.DASHED, "nog geen route")
    day, days = day_month(road.hand_in, today), abs((road.hand_in - today).days)
    number = counted(days, ("dag", "dagen"))
    if road.late(today):
        return Status(Shape.TRIANGLE, f"{day}: {number} te laat")
    if road.soon(today):
        return Status(Shape.HALF, f"{day}: over {number}" if days else f"{day}: vandaag")
    return Status(Shape.EMPTY, f"uiterlijk {day}")
