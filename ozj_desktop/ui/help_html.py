"""Draws pieces of help as rich text, in the type and the colours of the palette in use."""

import re
from collections.abc import Sequence
from html import escape

from ozj_desktop.exchange.help_text import Piece
from ozj_desktop.model.glossary import Entry
from ozj_desktop.ui.terms import meaning
from ozj_desktop.ui.theme import Colors

WORDS_HERE = "Woorden op deze pagina"
INVENTED = "Een verzonnen voorbeeld: de regio Oevermark bestaat niet."


def sheet_of(colors: Colors) -> str:
    """The style sheet of the document."""
    return f"""
        p {{ color: {colors.text}; margin-top: 0; margin-bottom: 8px; line-height: 106%; }}
        p.head {{ font-weight: 600; margin-top: 12px; margin-bottom: 2px; }}
        p.word {{ color: {colors.text2}; font-size: 9.75pt; margin-bottom: 6px; }}
        p.quote {{ color: {colors.text}; margin-bottom: 2px; }}
        p.source {{ color: {colors.text3}; font-size: 9pt; }}
        b, span.term {{ color: {colors.text}; font-weight: 600; }}
        li {{ color: {colors.text}; margin-bottom: 6px; line-height: 106%; }}
        ol, ul {{ margin-top: 0; margin-bottom: 8px; margin-left: 22px; -qt-list-indent: 0; }}
        td.bar {{ background-color: {colors.tint2}; }}
        td.told {{ padding-left: 12px; }}
        td.asked {{ background-color: {colors.tint}; padding: 8px 12px 2px 12px; }}
    """


def html_of(pieces: Sequence[Piece]) -> str:
    return "".join(_piece(piece) for piece in pieces)


def invented_html() -> str:
    return f"<p class='source'>{INVENTED}</p>"


def asked_html(entry: Entry) -> str:
    """The word that somebody asked for, above everything."""
    source = f"<p class='source'>{escape(entry.source)}</p>" if entry.source else ""
    told = escape(entry.meaning.strip()).replace("\n", "<br>")
    return (
        "<table width='100%' cellspacing='0' cellpadding='0'><tr><td class='asked'>"
        f"<p class='head'>{escape(entry.word)}</p><p>{told}</p>{source}</td></tr></table>"
    )


def grid_html(pieces: Sequence[Piece]) -> str:
    """How a grid works, for who asked for help in one: above everything."""
    return (
        "<table width='100%' cellspacing='0' cellpadding='0'><tr><td class='asked'>"
        f"{html_of(pieces)}</td></tr></table>"
    )


def words_html(entries: Sequence[Entry]) -> str:
    told = "".join(f"<p class='word'>{meaning(entry)}</p>" for entry in entries)
    return f"<p class='head'>{WORDS_HERE}</p>{told}" if entries else ""


def _piece(piece: Piece) -> str:
    match piece.sort:
        case "heading":
            return f"<p class='head'>{_inline(piece.lines[0])}</p>"
        case "quote":
            return _quote(piece)
        case "steps" | "points":
            mark = "ol" if piece.sort == "steps" else "ul"
            items = "".join(f"<li>{_inline(line)}</li>" for line in piece.lines)
            return f"<{mark}>{items}</{mark}>"
        case "source":
            return f"<p class='source'>{_inline(piece.lines[0])}</p>"
    return f"<p>{_inline(piece.lines[0])}</p>"


def _quote(piece: Piece) -> str:
    """A bar at the left: Qt draws no border at one side of a paragraph."""
    return (
        "<table cellspacing='0' cellpadding='0' style='margin-top: 6px; margin-bottom: 4px'>"
        "<tr><td class='bar' width='3'></td>"
        f"<td class='told'><p class='quote'>{_inline(piece.lines[0])}</p>"
        f"<p class='source'>{_inline(piece.source)}</p></td></tr></table>"
    )


def _inline(text: str) -> str:
    """Bold, and nothing else; after a label at the start there is some air."""
    bold = re.sub(r"\*\*(.+?)\*\*", r"<b>\1</b>", escape(text.strip()))
    return re.sub(r"^(<b>.+?</b>) ", r"\1&ensp;", bold)
