"""Tables of a Word document: heads that are repeated, no lines from top to bottom, and boxes."""

from collections.abc import Callable, Sequence
from dataclasses import replace

from docx.oxml.ns import qn

from ozj_desktop.exchange.docx_styles import SIGN
from ozj_desktop.exchange.docx_text import Place, Writer, Xml, in_order, xml
from ozj_desktop.exchange.plain_text import one_line
from ozj_desktop.model.blocks import Cell, Column, Figure, Mark, Row, Table, plain, rich

_NUMERALS = 510  # twips
_LONG = 1200  # letters in a row, above which it may go over two pages
_LONGEST = 300  # letters of a head
_ALT = 2000  # letters that tell what a table is
_TOGETHER = 7  # so many rows stay on one page where they fit
_WORDS = {
    Mark.FULL: "akkoord",
    Mark.EXCEPT: "akkoord, met een uitzondering",
    Mark.HALF: "akkoord onder voorbehoud",
    Mark.OPEN: "voorgelegd, nog geen antwoord",
    Mark.DOTTED: "nog niet gevraagd",
    Mark.CROSS: "niet akkoord",
}


def draw_table(writer: Writer, block: Table, place: Place, alt: str = "") -> None:
    """The table, and after it a small paragraph: Word joins tables that touch."""
    widths = _widths(block, place.width)
    made = _table("OzjTable", widths, place, block.title, alt, first=True)
    if any(column.title for column in block.columns):
        made.append(_head(writer, block, widths))
    for number, row in enumerate(block.rows, 1):
        writer.await_bookmark(f" {row.anchor}")
        keep = number < len(block.rows) <= _TOGETHER
        made.append(_row(writer, block, row, widths, keep))
    place.to.append(made)
    close(writer, place)


def close(writer: Writer, place: Place) -> None:
    """What Word wants between and after tables, as small as it goes."""
    spacing = xml("w:spacing", before=0, after=0, line=160, lineRule="exact")
    writer.paragraph(place, "Normal", spacing=spacing)


def _widths(block: Table, width: int) -> list[int]:
    shares = [max(1, column.width) for column in block.columns]
    fixed = _NUMERALS if block.numbered and len(shares) > 1 else 0
    if fixed:
        shares[0] = 0
    found = [(width - fixed) * share // sum(shares) for share in shares]
    return [fixed, *found[1:]] if fixed else found


def _table(
    style: str,
    widths: list[int],
    place: Place,
    title: str = "",
    alt: str = "",
    first: bool = False,
) -> Xml:
    properties = {
        "tblStyle": xml("w:tblStyle", val=style),
        "tblW": xml("w:tblW", w=sum(widths), type="dxa"),
        "tblInd": xml("w:tblInd", w=place.left, type="dxa"),
        "tblLayout": xml("w:tblLayout", type="fixed"),
        "tblLook": xml(
            "w:tblLook", val="00A0" if first else "0000", firstRow=int(first), lastRow=0,
            firstColumn=int(first), lastColumn=0, noHBand=1, noVBand=1,
        ),
    }  # fmt: skip
    for name, words in (("tblCaption", title), ("tblDescription", alt)):
        if words:
            properties[name] = xml(f"w:{name}", val=one_line(words)[:_ALT])
    grid = xml("w:tblGrid", *(xml("w:gridCol", w=width) for width in widths))
    return xml("w:tbl", in_order("w:tblPr", properties), grid)


def _head(writer: Writer, block: Table, widths: list[int]) -> Xml:
    made = xml(
        "w:tr",
        in_order("w:trPr", {"cantSplit": xml("w:cantSplit"), "tblHeader": xml("w:tblHeader")}),
    )
    for column, width in zip(block.columns, widths, strict=True):
        cell = _cell(width, column)
        more = {"keepNext": xml("w:keepNext")} | _aligned(column)
        writer.paragraph(Place(cell, width), "OzjHead", rich(column.title[:_LONGEST]), **more)
        made.append(cell)
    return made


def _row(writer: Writer, block: Table, row: Row, widths: list[int], keep: bool) -> Xml:
    """A row with fewer or more cells than columns is mended."""
    size = len(block.columns)
    cells = (*row.cells[:size], *(Cell(),) * (size - len(row.cells)))
    made = xml("w:tr")
    if sum(len(plain(line)) for cell in cells for line in cell.lines) < _LONG:
        made.append(in_order("w:trPr", {"cantSplit": xml("w:cantSplit")}))
    for index, (cell, column, width) in enumerate(zip(cells, block.columns, widths, strict=True)):
        holder = _cell(width, column)
        more = _aligned(column) | ({"keepNext": xml("w:keepNext")} if keep else {})
        names = index == int(block.numbered)
        if block.numbered and not index:
            numeral = cell.lines[0] if cell.lines else ()
            writer.paragraph(Place(holder, width), "OzjNumeral", numeral, **more)
        else:
            _lines(writer, cell, Place(holder, width), names, more)
        made.append(holder)
    return made


def _lines(writer: Writer, cell: Cell, place: Place, names: bool, more: dict[str, Xml]) -> None:
    """The first line of a cell that names its row stands out."""
    lines = [line for line in cell.lines if plain(line).strip()] or [()]
    for number, line in enumerate(lines):
        if names and not number:
            line = tuple(replace(r, look="strong") if r.look == "plain" else r for r in line)
        mark = cell.mark if not number else Mark.NONE
        below = place.inward(SIGN) if cell.mark and number else place
        writer.paragraph(below, "OzjCell", line, mark=mark, **more)


def _cell(width: int, column: Column | None = None) -> Xml:
    properties = {"tcW": xml("w:tcW", w=width, type="dxa")}
    if column and column.rule:
        line = xml("w:left", val="single", sz=4, space=0, color="80939A")
        properties["tcBorders"] = xml("w:tcBorders", line)
        properties["tcMar"] = xml("w:tcMar", xml("w:left", w=120, type="dxa"))
    return xml("w:tc", in_order("w:tcPr", properties))


def _aligned(column: Column) -> dict[str, Xml]:
    return {"jc": xml("w:jc", val="right")} if column.align == "right" else {}


def draw_box(writer: Writer, place: Place, attention: bool, fill: Callable[[Place], None]) -> None:
    """A tinted box under a firm rule; `fill` writes what stands in it."""
    made = _table("OzjWarningBox" if attention else "OzjBox", [place.width], place)
    cell = _cell(place.width)
    made.append(xml("w:tr", cell))
    place.to.append(made)
    fill(Place(cell, place.width - 400, boxed=True))
    _end_with_paragraph(writer, cell, place.width)
    close(writer, place)


def draw_side_by_side(
    writer: Writer, place: Place, fills: Sequence[Callable[[Place], None]]
) -> None:
    """Parts beside each other, without lines; to read from left to right."""
    width = place.width // len(fills)
    made, row = _table("OzjPlain", [width] * len(fills), place), xml("w:tr")
    for fill in fills:
        cell = _cell(width)
        fill(Place(cell, width - 140, boxed=True))
        _end_with_paragraph(writer, cell, width)
        row.append(cell)
    made.append(row)
    place.to.append(made)
    close(writer, place)


def _end_with_paragraph(writer: Writer, cell: Xml, width: int) -> None:
    """Word calls a cell that ends otherwise damaged."""
    if cell[-1].tag != qn("w:p"):
        close(writer, Place(cell, width))


def draw_figure(writer: Writer, block: Figure, place: Place) -> None:
    """The parties round the table as a table of two columns, which can be read and edited."""
    rows = tuple(
        Row((Cell((rich(name),)), Cell((rich(_WORDS.get(mark, "")),), mark)))
        for name, mark in ((name, _known(mark)) for name, mark in block.data)
    )
    columns = (Column("Partij", 9), Column("Stand", 7))
    draw_table(writer, Table(columns, rows, "De partijen en hun antwoord"), place, block.alt)


def _known(mark: str) -> Mark:
    return Mark(mark) if mark in set(Mark) else Mark.OPEN
