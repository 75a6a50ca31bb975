"""Tables on the clipboard, as Excel and Word write and read them."""

import csv
from collections.abc import Sequence
from html import escape
from io import StringIO

from PySide6.QtCore import QMimeData

from ozj_desktop.model.pasted_table import cells_in

MOST_CELLS = 50_000
BREAK = '<br style="mso-data-placement:same-cell">'  # else Excel begins another row


def to_text(rows: Sequence[Sequence[str]]) -> str:
    """Tab-separated; cells with line breaks, tabs or quotes are quoted."""
    out = StringIO()
    csv.writer(out, delimiter="\t", lineterminator="\n").writerows(rows)
    return out.getvalue().removesuffix("\n")


def to_mime(rows: Sequence[Sequence[str]], head: Sequence[str] = ()) -> QMimeData:
    """The same for who pastes text and for who pastes a table; `head` are its headings."""
    lines = [_line("th", head)] if head else []
    lines += [_line("td", row) for row in rows]
    data = QMimeData()
    data.setText(to_text([head, *rows] if head else rows))
    data.setHtml(f"<table>{''.join(lines)}</table>")
    return data


def _line(tag: str, cells: Sequence[str]) -> str:
    inner = (f"<{tag}>{escape(cell).replace(chr(10), BREAK)}</{tag}>" for cell in cells)
    return f"<tr>{''.join(inner)}</tr>"


def from_text(text: str) -> list[list[str]]:
    """The cells of what was copied, made as wide as the widest row; too much is cut off."""
    whole = text.replace("\r\n", "\n").replace("\r", "\n").removesuffix("\n")
    rows = cells_in(whole, "\t")
    width = max((len(row) for row in rows), default=0)
    most = MOST_CELLS // max(width, 1)
    return [row + [""] * (width - len(row)) for row in rows[:most]]
