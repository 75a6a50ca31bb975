"""Small numbers kept from whoever reads along: "≤5", and nothing beside it that gives it away.

A count at or below the threshold is hidden. Where a total and its other parts stand beside it, it
could be reckoned: then more is hidden, until no hidden number follows from what is shown
(secondary suppression). Pure: from the figures of a table to which of them are not shown.
"""

from collections.abc import Hashable, Iterable, Mapping, Sequence
from decimal import Decimal
from enum import Enum
from typing import NamedTuple

Cell = Hashable
ENDLESS = Decimal("Infinity")


class Hidden(Enum):
    """Why a number is not shown."""

    SMALL = "small"  # itself at or below the threshold: shown as ≤5
    BESIDE = "beside"  # it would give away another: not shown at all


class Sum(NamedTuple):
    """A total, and all the parts that add up to it."""

    total: Cell
    parts: tuple[Cell, ...]

    @property
    def cells(self) -> list[tuple[Cell, int]]:
        """With their sign: together they come to nought."""
        return [(part, 1) for part in self.parts] + [(self.total, -1)]


class Bounds(NamedTuple):
    """Between which values a reader knows a number to be; both can be it."""

    low: Decimal
    high: Decimal

    @property
    def known(self) -> bool:
        return self.low == self.high

    def within(self, other: "Bounds") -> "Bounds":
        return Bounds(max(self.low, other.low), min(self.high, other.high))

    def times(self, sign: int) -> "Bounds":
        return self if sign == 1 else Bounds(-self.high, -self.low)


def hidden(
    counts: Mapping[Cell, Decimal], sums: Iterable[Sum], threshold: int
) -> dict[Cell, Hidden]:
    """Which cells are not shown. `counts` are whole numbers of 0 and more; a sum with a cell that
    has no figure tells nothing.
    """
    found = {cell: Hidden.SMALL for cell, count in counts.items() if count <= threshold}
    whole = [s for s in sums if s.parts and all(cell in counts for cell, _ in s.cells)]
    while found:
        more = _gives_away(counts, whole, found, threshold)
        if more is None:
            break
        found[more] = Hidden.BESIDE
    return found


def _gives_away(
    counts: Mapping[Cell, Decimal],
    sums: Sequence[Sum],
    found: Mapping[Cell, Hidden],
    threshold: int,
) -> Cell | None:
    """A cell that must be hidden too; None where nothing follows from what is shown.

    A reader narrows the bounds of what is hidden with one sum after the other.
    """
    know = {cell: _bounds(count, found.get(cell), threshold) for cell, count in counts.items()}
    narrowed = True
    while narrowed:
        narrowed = False
        for each in sums:
            for cell, bounds in _follows(each, know).items():
                narrowed = narrowed or bounds != know[cell]
                know[cell] = bounds
                if bounds.known and cell in found:
                    more = _smallest(counts, each, found)
                    if more is not None:
                        return more
    return None


def _bounds(count: Decimal, why: Hidden | None, threshold: int) -> Bounds:
    match why:
        case Hidden.SMALL:
            return Bounds(Decimal(0), Decimal(threshold))
        case Hidden.BESIDE:
            return Bounds(Decimal(threshold + 1), ENDLESS)
    return Bounds(count, count)


def _follows(each: Sum, know: Mapping[Cell, Bounds]) -> dict[Cell, Bounds]:
    """What the rest of a sum tells of each of its cells that is not known."""
    signed = [(cell, sign, know[cell].times(sign)) for cell, sign in each.cells]
    found: dict[Cell, Bounds] = {}
    for cell, sign, _ in signed:
        if not know[cell].known:
            rest = [bounds for other, _, bounds in signed if other != cell]
            low, high = sum(b.low for b in rest), sum(b.high for b in rest)
            found[cell] = know[cell].within(Bounds(-Decimal(high), -Decimal(low)).times(sign))
    return found


def _smallest(
    counts: Mapping[Cell, Decimal], each: Sum, found: Mapping[Cell, Hidden]
) -> Cell | None:
    """Of what a sum still shows; a part before the total, which says most."""
    parts = [cell for cell in each.parts if cell not in found]
    if parts:
        return min(parts, key=lambda cell: counts[cell])
    return None if each.total in found else each.total
