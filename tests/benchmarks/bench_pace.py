"""How long the window is away at the longest, per thing somebody does, beside what it may be.

The tests that watch for it do the work; here every millisecond counts, there only what no busy
machine explains.
"""

import os
import subprocess
import sys
import tempfile
from pathlib import Path

from tests.benchmarks.table import Result
from tests.watchdog import NOTES

WATCHED = (
    "tests/ui/test_quick_window.py",
    "tests/ui/test_quick_past.py",
    "tests/ui/test_preview.py",
)


def measure() -> list[Result]:
    with tempfile.TemporaryDirectory() as place:
        notes = Path(place, "pace.tsv")
        subprocess.run(
            [sys.executable, "-m", "pytest", "-q", "-k", "not told_with_where", *WATCHED],
            env=os.environ | {NOTES: str(notes)},
            stdout=subprocess.DEVNULL,
            check=False,
        )
        lines = notes.read_text("utf-8").splitlines()
    return [_result(*line.split("\t")) for line in lines]


def _result(what: str, milliseconds: str, most: str) -> Result:
    return Result(f"away: {what}"[:62], float(milliseconds), float(most), "ms", 1.0)
