"""What is special about the page of one kind of thing; `RecordPage` does the rest."""

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from PySide6.QtWidgets import QPushButton

from ozj_desktop.model.facts import Facts
from ozj_desktop.model.readiness import Point
from ozj_desktop.model.record import Record
from ozj_desktop.ui.bulk import Bulk
from ozj_desktop.ui.desk import Desk
from ozj_desktop.ui.list_model import Further, Row
from ozj_desktop.ui.parts.notes import Note
from ozj_desktop.ui.parts.part_card import Part
from ozj_desktop.ui.record_form import Section
from ozj_desktop.ui.record_header import Command
from ozj_desktop.ui.record_reads import Reads
from ozj_desktop.ui.status import Status
from ozj_desktop.ui.views import View

if TYPE_CHECKING:
    from ozj_desktop.ui.record_page import RecordPage

Rows = Callable[[Desk, Collection[str] | None], list[Row]]
More = Callable[[Desk, Collection[str] | None], Mapping[str, Further]]


def _nothing_locked(_: Desk, __: Any) -> frozenset[str]:
    return frozenset()


@dataclass(frozen=True, kw_only=True)
class RecordSpec:
    """What one kind of thing needs to be shown in full.

    `body` is what stands below the heading: sections of fields, and parts made by a function.
    `ready` gives the points of "Klaar om voor te leggen?", and `submits` is what a card reveals
    to go on from there.
    """

    kind: type[Record]
    name: str  # the field that is the heading
    body: Sequence[Section | Callable[[Desk], Part]]
    above: Callable[[Desk, Any], str] | None = None
    chips: Callable[[Desk, Any], Sequence[Status]] | None = None
    locked: Callable[[Desk, Any], frozenset[str]] = _nothing_locked
    notes: Callable[[Desk, Any], Sequence[Note | None]] | None = None
    ready: Callable[[Facts, Any], list[Point]] | None = None
    submits: str = ""


@dataclass(frozen=True, kw_only=True)
class PageSpec(RecordSpec):
    """What one kind of thing needs of its page.

    `rows` reads all things, or those with the ids given. `parts` and `reads` name the kinds and the
    fields that rows draw on: parts of one thing, and what can concern all of them. `commands` are
    in the menu beside the name. `make` makes a thing of a name that was typed, and `take_list` of
    many that were pasted; `begin_too` are more buttons of the empty page, and `shift` moves a thing
    among those shown. `further` is what only the filter, a view and the orders after those of the
    rows ask; `table` makes cells of things, the headings first; `copies` makes what is saved as
    copies of things; `list_commands` are in the menu of the views.
    """

    title: str
    new_hint: str
    rows: Rows
    empty: tuple[str, str]
    begin: str = ""  # on the button of the empty page
    groups: tuple[str, ...] = ()
    orders: tuple[str, ...] = ("naam",)
    group: str = ""
    commands: Callable[["RecordPage", Any], Sequence[Command]] | None = None
    make: Callable[[Desk, str], Record] | None = None
    take_list: Callable[["RecordPage", str], object] | None = None
    begin_too: Callable[["RecordPage"], Sequence[QPushButton]] | None = None
    shift: Callable[["RecordPage", int], object] | None = None
    parts: Reads = field(default_factory=dict)
    reads: Reads = field(default_factory=dict)
    filter_hint: str = "Filter op woord"
    further: More | None = None
    views: Callable[[Desk], Sequence[View]] | None = None
    table: Callable[[Desk, Sequence[str]], list[list[str]]] | None = None
    bulk: Bulk = field(default_factory=lambda: Bulk(()))
    copies: Callable[[Desk, Sequence[Any]], Iterable[Record]] | None = None
    list_commands: Callable[["RecordPage"], Sequence[Command]] | None = None
