"""Figures as in a spreadsheet: periods across, areas or indicators down."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace
from functools import partial
from types import SimpleNamespace
from typing import Any

from ozj_desktop.model import figures
from ozj_desktop.model.answering import Changes
from ozj_desktop.model.areas import Area
from ozj_desktop.model.dutch import sort_key
from ozj_desktop.model.facts import in_order
from ozj_desktop.model.figures import Measure
from ozj_desktop.model.goals import Indicator, Measurement
from ozj_desktop.model.periods import Period, PeriodKind, current, from_code
from ozj_desktop.model.record import Id, Record, field_of
from ozj_desktop.ui.desk import Desk
from ozj_desktop.ui.part_rows import Beside, Col, PartSpec, Values

WHOLE = Area(id=Id("whole"), name="Hele gebied")  # the row of figures that are of no part of it
BACK = 5  # periods before the newest one that a grid begins with
WIDE = 84  # pixels of a period
CELL = ("indicator", "area", "period", "value")
VALUE = field_of(Measurement, "value")

Equal = dict[str, object]
Where = Callable[[Any, Any], tuple[Indicator, Id[Area] | None]]  # of an owner and a row


def across(newest: Period, back: int = BACK) -> list[Period]:
    """The periods of a grid, oldest first, with one after the newest to fill in."""
    found = [newest]
    while len(found) <= back:
        found.insert(0, found[0].previous())
    return [*found, newest.next()]


def newest(desk: Desk, kind: PeriodKind, codes: Iterable[str]) -> Period:
    """Of the periods that were measured; the one that is going on where none was."""
    found = [p for code in codes if code and (p := from_code(code)).kind is kind]
    return max(found, default=current(kind, desk.today).previous())


def grid_of_areas(periods: Sequence[Period]) -> PartSpec:
    """Of one indicator: the whole, and each area below it."""
    return _grid(Area, periods, _of_area, _areas, None)


def grid_of_indicators(periods: Sequence[Period], area: Id[Area] | None) -> PartSpec:
    """Of one area: each indicator."""

    def where(_: Any, row: Indicator) -> tuple[Indicator, Id[Area] | None]:
        return row, area

    def rows(desk: Desk, _: Any) -> Sequence[Record]:
        return in_order(desk.facts.all(Indicator))

    return _grid(Indicator, periods, where, rows, area)


def _of_area(indicator: Indicator, row: Area) -> tuple[Indicator, Id[Area] | None]:
    return indicator, None if row.id == WHOLE.id else Id(row.id)


def _areas(desk: Desk, indicator: Indicator) -> Sequence[Area]:
    """Those of the kind that is measured, and any that has a figure; all where nobody told."""
    kind, areas = indicator.area_kind, desk.facts.all(Area)
    measured = {m.area for m in desk.facts.some(Measurement, indicator=indicator.id)}
    wanted = [a for a in areas if a.id in measured or a.kind is kind]
    found = wanted if kind or len(wanted) > 1 else areas
    return [WHOLE, *sorted(found, key=lambda area: sort_key(area.name))]


def _called(_: Desk, row: Any) -> str:
    return str(row)


def _grid(
    kind: type[Record],
    periods: Sequence[Period],
    where: Where,
    rows: Callable[[Desk, Any], Sequence[Any]],
    area: Id[Area] | None,
) -> PartSpec:
    codes = {f"value {period.code}": period for period in periods}
    read, change = partial(_read, codes, where, rows), partial(_change, where)
    beside = Beside(Measurement, read, change, partial(_place, kind, area))
    columns = [
        Col(
            name,
            label=period.short,
            width=WIDE,
            beside=beside,
            described=VALUE._replace(name=name, label=str(period)),
            reads=_reader,
        )
        for name, period in codes.items()
    ]
    first = Col(label=kind.names[0].capitalize(), width=200, stretch=3, read=_called)
    return PartSpec(kind, "", (first, *columns), rows=rows)


def _place(
    kind: type[Record], area: Id[Area] | None, owner: Any, changed: Measurement
) -> tuple[str, Values]:
    """The row and the cell of one figure; none for what is no cell of this grid."""
    of_areas = kind is Area
    here = changed.indicator == owner.id if of_areas else changed.area == area
    row = str(changed.area or WHOLE.id) if of_areas else str(changed.indicator)
    return row, {f"value {changed.period}": changed.value} if here and not changed.source else {}


def _reader(owner: Any) -> Callable[[str], str]:
    measure = owner.measure if isinstance(owner, Indicator) else Measure.OTHER
    return partial(figures.read_figure, measure=measure)


def _read(
    codes: Mapping[str, Period],
    where: Where,
    rows: Callable[[Desk, Any], Sequence[Any]],
    desk: Desk,
    owner: Any,
) -> Mapping[str, Any]:
    """Per row what stands in its cells; a source of its own is no cell of a grid."""
    places = {row.id: where(owner, row) for row in rows(desk, owner)}
    found: dict[tuple[Any, Any, str], str] = {}
    for equal in _read_by(owner, places.values()):
        for indicator, area, period, value in desk.facts.pick(Measurement, *CELL, **equal):
            found[indicator, area, period] = value
    cells: dict[str, Any] = {}
    for id, (of, area) in places.items():
        told = {name: found.get((of.id, area, p.code), "") for name, p in codes.items()}
        cells[id] = SimpleNamespace(**told)
    return cells


def _read_by(owner: Any, places: Iterable[tuple[Indicator, Id[Area] | None]]) -> list[Equal]:
    """What the figures of a grid have in common: their indicator, or their area."""
    if isinstance(owner, Indicator):
        return [{"indicator": owner.id, "source": ""}]
    return [{"area": area, "source": ""} for area in {area for _, area in places}]


def _change(where: Where, desk: Desk, owner: Any, row: Any, values: Mapping[str, Any]) -> Changes:
    """An emptied cell is a figure that goes; another keeps its status and its note."""
    indicator, area = where(owner, row)
    saved: list[Record] = []
    gone: list[Record] = []
    for name, value in values.items():
        figures.check(value, indicator.measure)
        new = Measurement(indicator=indicator.id, area=area, period=name.split(" ", 1)[1])
        there = desk.get(Measurement, new.id)
        if value:
            saved.append(replace(there or new, value=value))
        elif there is not None:
            gone.append(there)
    return Changes(tuple(saved), tuple(gone))
