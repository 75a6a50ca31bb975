"""Ratios measured side by side in one run: ours against the barest way to do the same work."""

import gc
from collections.abc import Callable
from dataclasses import dataclass
from statistics import median
from time import perf_counter


@dataclass(frozen=True)
class Result:
    """One line of the table: medians in `unit`, and the bound on their ratio (or on ours)."""

    what: str
    ours: float
    bare: float
    unit: str
    bound: float

    @property
    def ratio(self) -> float:
        return self.ours / self.bare


def once(work: Callable[[], object]) -> float:
    """Seconds that one run of `work` takes, with the garbage of others out of the way."""
    gc.collect()
    start = perf_counter()
    work()
    return perf_counter() - start


def in_turn(
    ours: Callable[[], object], bare: Callable[[], object], runs: int
) -> tuple[float, float]:
    """Median seconds of both, run in turn so that a slow moment of the machine hits both."""
    pairs = [(once(ours), once(bare)) for _ in range(runs)]
    mine, theirs = zip(*pairs, strict=True)
    return median(mine), median(theirs)
