"""Measure everything and print one table: `bash packaging/bench.sh [name …]`.

Each line is a ratio of two things measured side by side in this run; the machine's own speed
drops out. A line past its bound is a finding, not a failure.
"""

import sys
from collections.abc import Callable
from importlib import import_module
from typing import cast

from tests.benchmarks.table import Result

NAMES = ("window", "pace", "store", "pdf", "workbook", "compass")


def main(wanted: list[str]) -> int:
    print(f"{'what':62} {'ours':>10} {'bare':>10} {'ratio':>7} {'at most':>8}")
    for name in wanted or NAMES:
        module = import_module(f"tests.benchmarks.bench_{name}")
        for result in cast("Callable[[], list[Result]]", module.measure)():
            print(_line(result), flush=True)
    return 0


def _line(result: Result) -> str:
    late = "" if result.ratio <= result.bound else "  over"
    figures = f"{result.ours:>8.2f}{result.unit:>2} {result.bare:>8.2f}{result.unit:>2}"
    return f"{result.what:62} {figures} {result.ratio:>6.2f}× {result.bound:>7.1f}×{late}"


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
