"""Figures as CBS marks them: a star for what is provisional, two for what is revised."""

from collections.abc import Sequence

from ozj_desktop.model.goals import FigureStatus

STARS = {"*": FigureStatus.PROVISIONAL, "**": FigureStatus.REVISED}
HEADING = "Soort cijfer"


def with_status(cells: Sequence[Sequence[str]], _: bool = False) -> list[list[str]] | None:
    """A table of periods and values, with a column more for what its stars say.

    None where there is no star, or a third column already.
    """
    marks = [_mark(row) for row in cells]
    if not any(marks) or any(len(row) != 2 for row in cells):
        return None
    return [_row(row, mark) for row, mark in zip(cells, marks, strict=True)]


def _mark(row: Sequence[str]) -> str:
    """The stars of a row, at its period or at its value."""
    return max((_stars(cell) for cell in row), default="")


def _stars(cell: str) -> str:
    bare = cell.strip().replace(" ", "")
    stars = bare[len(bare.rstrip("*")) :]
    return stars if stars in STARS and bare != stars else ""


def _row(row: Sequence[str], mark: str) -> list[str]:
    plain = [cell.strip().rstrip("* ") for cell in row]
    status = STARS.get(mark, FigureStatus.FINAL)
    return [*plain, status.label if any(c.isdigit() for c in row[0]) else HEADING]
