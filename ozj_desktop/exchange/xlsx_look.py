"""The look of every workbook, written row by row; no text in it becomes a formula.

A workbook of 100,000 cells must not cost much more than openpyxl's own loop over bare values. Its
loop makes a new cell for every one that has a look; here a cell is made once for each look, and
used again. That leans on names of openpyxl that are not for the public: `_values_to_row`, `_value`,
`_add_sheet` and `_writer`. Its version is pinned, and tests read back what comes out.
"""

import errno
import re
from collections.abc import Iterable, Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import date
from io import BytesIO
from pathlib import Path
from typing import Any, Literal, Self

from lxml.etree import SerialisationError
from openpyxl import Workbook
from openpyxl.cell import Cell
from openpyxl.formatting.rule import FormulaRule
from openpyxl.styles import Alignment, Border, Font, Side
from openpyxl.utils import get_column_letter
from openpyxl.worksheet._write_only import WriteOnlyWorksheet
from openpyxl.worksheet.properties import PageSetupProperties

from ozj_desktop.exchange.colours import HAIRLINE, INK, SOFT, Colours
from ozj_desktop.exchange.plain_text import clean, one_line
from ozj_desktop.model.dutch import short_date

Kind = Literal[
    "text", "key", "state", "soft", "date", "count", "numeral",
    "title", "subtitle", "lead", "section", "head", "head_right", "free",
]  # fmt: skip
Value = str | int | date | None

HEAD_ROW = 4  # of a table; the rows above it hold its title
MOST = 32_767  # of Excel: UTF-16 units in a cell
CUT = "… (ingekort; de hele tekst staat in het dossier)"
_RIGHT = ("date", "count", "numeral", "head_right")
_BELOW = ("text", "key", "state", "soft", "date", "count", "numeral")
_FORMATS = {"date": "d-m-yyyy", "count": '0;-0;"–"'}
_RISKY = frozenset("=+-@#")  # a formula or an error to Excel, as the first sign
_FIRST_DAY, _DAY_ZERO = date(1900, 3, 1), date(1899, 12, 30)  # Excel counts a 29-2-1900
_HAIRLINE = Side("thin", HAIRLINE)
_LINE, _LOWEST, _HIGHEST = 14.0, 24.0, 409.0  # heights in points


@dataclass(frozen=True)
class Column:
    """A column of a table; its width in characters."""

    title: str
    width: float
    kind: Kind = "text"


@dataclass(frozen=True)
class Frame:
    """What stands around every sheet, and what the file says of itself."""

    name: str
    status: str
    foot: str
    title: str
    author: str


class _Styled(Cell):
    """A cell that is used for many values: its look is looked up once."""

    __slots__ = ("_number",)

    def settle(self) -> None:
        self._number = super().style_id

    @property
    def style_id(self) -> int:
        return self._number

    has_style = True

    def put(self, value: str | int) -> None:
        """A value that is known to fit: openpyxl looks at every one again, and guesses."""
        self._value, self.data_type = value, "s" if isinstance(value, str) else "n"


Pair = tuple[_Styled, _Styled]  # for most values, and for text that Excel could take for a formula


class Sheet(WriteOnlyWorksheet):
    """One sheet; `write` adds a row, cells in the looks of `pairs`."""

    # What it has of an ordinary sheet, and its types do not tell.
    row_dimensions: Any
    column_dimensions: Any
    page_setup: Any
    page_margins: Any
    sheet_properties: Any
    auto_filter: Any
    conditional_formatting: Any

    columns: Sequence[Column] = ()
    pairs: Sequence[Pair] = ()
    count = 0  # rows that were written

    def write(self, pairs: Sequence[Pair], values: Sequence[Value], height: float = 0) -> None:
        self.count += 1
        if height:
            # A height that Excel may change when somebody edits the row.
            self.row_dimensions[self.count] = {"ht": f"{height:g}"}
        self.append([*zip(pairs, values, strict=True)])

    def add(self, values: Sequence[Value]) -> None:
        """A row of the table."""
        self.write(self.pairs, values, _height(self.columns, values))

    def _values_to_row(self, values: Iterable[tuple[Pair, Value]], row: int) -> Iterator[Cell]:
        for column, ((cell, guarded), value) in enumerate(values, 1):
            if isinstance(value, str):
                value = fitting(value)
                cell = guarded if value[:1] in _RISKY else cell
            elif isinstance(value, date):
                value = serial(value)
            if value is None or value == "":
                continue  # its line comes from `finish`
            cell.put(value)
            cell.row, cell.column = row, column
            yield cell


_CODE = re.compile(r"_(?=x[0-9A-Fa-f]{4}_)")


def fitting(text: str) -> str:
    """Cleaned text as long as Excel can hold; where it is cut, that is visible."""
    text = clean(text)
    if "_x" in text:  # Excel reads _x0041_ as A
        text = _CODE.sub("_x005F_", text)
    if len(text) * 2 <= MOST or len(text.encode("utf-16-le")) // 2 <= MOST:
        return text
    kept = text.encode("utf-16-le")[: (MOST - len(CUT)) * 2]
    return kept.decode("utf-16-le", "ignore") + CUT


def serial(day: date) -> int | str:
    """The number that Excel knows a day by; in words where it knows none."""
    return (day - _DAY_ZERO).days if day >= _FIRST_DAY else short_date(day)


def _height(columns: Sequence[Column], values: Sequence[Value]) -> float:
    """Room for the longest text, roughly: Excel does not measure until somebody edits."""
    lines = 1
    for column, value in zip(columns, values, strict=True):
        if isinstance(value, str) and len(value) > column.width - 2:
            lines = max(lines, _lines(value, column.width - 2))
    return _LOWEST if lines == 1 else min(_HIGHEST, lines * _LINE + 10)


def _lines(text: str, width: float) -> int:
    return sum(int(len(line) / width) + 1 for line in text[:5000].split("\n"))


class Book:
    """A workbook being written; `with Book(…) as book` leaves nothing behind when it fails."""

    def __init__(self, frame: Frame, colours: Colours) -> None:
        self.frame, self.colours = frame, colours
        self.file = Workbook(write_only=True)
        self._pairs: dict[tuple[Kind, bool], Pair] = {}
        told = self.file.properties
        told.title, told.creator = one_line(frame.title)[:255], one_line(frame.author)[:255]
        told.lastModifiedBy, told.language = told.creator, "nl-NL"

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: object, error: BaseException | None, where: object) -> None:
        if error is None:
            return
        for sheet in self.file.worksheets:
            # What is wrong was said already; all that counts is that the temporary file goes.
            with suppress(Exception):
                sheet.close()
            with suppress(Exception):
                sheet._writer.cleanup()  # type: ignore[attr-defined]  # noqa: SLF001
        name = str(error).removeprefix("IO_")
        if isinstance(error, SerialisationError):  # so lxml calls a full disk, and the like
            raise OSError(getattr(errno, name, errno.EIO), name) from error

    def sheet(self, title: str, widths: Sequence[float], *, tab: str = "", pages: int = 1) -> Sheet:
        """An empty sheet on A4 landscape, at most `pages` wide when printed."""
        sheet = Sheet(self.file, title)
        self.file._add_sheet(sheet)  # type: ignore[attr-defined]  # noqa: SLF001
        sheet.sheet_view.showGridLines = False
        sheet.sheet_properties.tabColor = tab or self.colours.accent
        sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
        for number, width in enumerate(widths, 1):
            sheet.column_dimensions[get_column_letter(number)].width = width
        sheet.page_setup.orientation, sheet.page_setup.paperSize = "landscape", 9
        sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight = pages, 0
        margins = sheet.page_margins
        margins.left = margins.right = 0.6
        margins.top, margins.bottom = 0.75, 0.7
        self._frame(sheet, title)
        return sheet

    def _frame(self, sheet: Any, title: str) -> None:
        head, foot = sheet.oddHeader, sheet.oddFooter
        head.left.text = _in_frame(f"{self.frame.name}  |  {title}")
        head.right.text = _in_frame(self.frame.status)
        foot.left.text = _in_frame(self.frame.foot)
        foot.right.text = "Pagina &P van &N"
        for part in (head.left, head.right, foot.left, foot.right):
            part.size = 9

    def table(
        self,
        title: str,
        told: str,
        columns: Sequence[Column],
        *,
        fixed: int = 0,
        tab: str = "",
        pages: int = 1,
    ) -> Sheet:
        """A sheet with a head that stays; the first `fixed` columns stay too."""
        sheet = self.sheet(title, [c.width for c in columns], tab=tab, pages=pages)
        sheet.freeze_panes = f"{get_column_letter(fixed + 1)}{HEAD_ROW + 1}"
        sheet.print_title_rows = f"{HEAD_ROW}:{HEAD_ROW}"
        if fixed and pages > 1:
            sheet.print_title_cols = f"A:{get_column_letter(fixed)}"
        sheet.columns, sheet.pairs = columns, self.pairs(c.kind for c in columns)
        self.titles(sheet, title, told)
        self.heads(sheet, columns)
        return sheet

    def titles(self, sheet: Sheet, title: str, told: str) -> None:
        sheet.write(self.pairs(["title"]), [title], 32)
        sheet.write(self.pairs(["subtitle"]), [told], 22)
        sheet.write((), (), 10)

    def heads(self, sheet: Sheet, columns: Sequence[Column]) -> None:
        kinds: list[Kind] = ["head_right" if c.kind in _RIGHT else "head" for c in columns]
        sheet.write(self.pairs(kinds), [c.title for c in columns], 30)

    def finish(self, sheet: Sheet, nothing: str) -> None:
        """End a table: filters over all of it, or `nothing` where it is empty."""
        last = get_column_letter(len(sheet.columns))
        if sheet.count == HEAD_ROW:
            sheet.write(self.pairs(["free"]), [nothing], _LOWEST)
            return
        sheet.auto_filter.ref = f"A{HEAD_ROW}:{last}{sheet.count}"
        self.lines(sheet, f"A{HEAD_ROW + 1}:{last}{sheet.count}")
        loud = Font(bold=True, color=self.colours.attention)
        for number, column in enumerate(sheet.columns, 1):
            if column.kind == "state":
                letter = get_column_letter(number)
                first = f"LEFT({letter}{HEAD_ROW + 1},1)"
                test = f'OR({first}="▲",{first}="✕")'
                rule = FormulaRule([test], font=loud)  # type: ignore[no-untyped-call]
                area = f"{letter}{HEAD_ROW + 1}:{letter}{sheet.count}"
                sheet.conditional_formatting.add(area, rule)

    def lines(self, sheet: Sheet, area: str) -> None:
        """The line below what is empty: a rule for all costs less than a cell for each."""
        border = Border(bottom=_HAIRLINE)
        test = f"ISBLANK({area.partition(':')[0]})"
        rule = FormulaRule([test], border=border)  # type: ignore[no-untyped-call]
        sheet.conditional_formatting.add(area, rule)

    def pairs(self, kinds: Iterable[Kind]) -> list[Pair]:
        """Cells for a row, all but the first a little away from what stands before them."""
        return [self._pair(kind, bool(n)) for n, kind in enumerate(kinds)]

    def _pair(self, kind: Kind, away: bool) -> Pair:
        if (kind, away) not in self._pairs:
            self._pairs[kind, away] = self._cell(kind, away), self._cell(kind, away, True)
        return self._pairs[kind, away]

    def _cell(self, kind: Kind, away: bool, guarded: bool = False) -> _Styled:
        parent = self.file.worksheets[0]
        cell = _Styled(parent, row=1, column=1)
        cell.font = self._font(kind)
        right = kind in _RIGHT
        cell.alignment = Alignment(
            horizontal="right" if right else "left",
            vertical="bottom" if kind.startswith("head") else "center",
            # LibreOffice forgets the indent of a number that may wrap.
            wrap_text=kind.startswith("head") or (kind in _BELOW and not right),
            indent=1 if right or away else 0,
        )
        if kind in _BELOW:
            cell.border = Border(bottom=_HAIRLINE)
        elif kind.startswith("head"):
            cell.border = Border(bottom=Side("medium", self.colours.accent))
        cell.number_format = _FORMATS.get(kind, "General")
        cell.quotePrefix = guarded
        cell.settle()
        return cell

    def _font(self, kind: Kind) -> Font:
        accent = self.colours.accent
        name, size, bold, colour = {
            "title": ("Cambria", 20.0, True, accent),
            "lead": ("Cambria", 12.0, False, INK),
            "numeral": ("Cambria", 14.0, True, accent),
            "section": ("Calibri", 12.0, True, accent),
            "subtitle": ("Calibri", 11.0, False, SOFT),
            "head": ("Calibri", 10.0, True, SOFT),
            "head_right": ("Calibri", 10.0, True, SOFT),
            "key": ("Calibri", 11.0, True, INK),
            "state": ("Calibri", 10.5, True, INK),
            "soft": ("Calibri", 10.0, False, SOFT),
            "free": ("Calibri", 10.0, False, SOFT),
        }.get(kind, ("Calibri", 10.5, False, INK))
        return Font(name=name, size=size, bold=bold, color=colour, italic=kind == "free")

    def save(self, target: Path) -> None:
        """Write the file at once, so that a full disk leaves no half archive behind."""
        out = BytesIO()
        self.file.save(out)
        target.write_bytes(out.getvalue())


def _in_frame(text: str) -> str:
    """Text for head or foot, where & starts a code and 255 signs are the most."""
    return one_line(text)[:100].replace("&", "&&")
