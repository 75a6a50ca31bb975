"""The look of every Word document: real styles, lists, page and settings, in place of Word's."""

from datetime import date, datetime

from docx.document import Document
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from docx.shared import Mm

from ozj_desktop.exchange.colours import HAIRLINE, INK, RULE, SOFT, Colours
from ozj_desktop.exchange.plain_text import one_line
from ozj_desktop.model.blocks import Manuscript

MM = 1440 / 25.4  # twips
WIDTH = round(160 * MM)  # of the text
LABEL = round(36 * MM)  # of the labels before it
SIGN = 284  # a mark before a line
STEP = 340  # each level of a list

BULLETS, NUMBERS = "1", "2"  # kinds of lists in the numbering part

_SERIF, _SANS, _SIGNS = "Cambria", "Calibri", "Segoe UI Symbol"
# What python-docx puts in a new document and tells nothing about ours.
_BEYOND_US = (
    RELATIONSHIP_TYPE.THUMBNAIL,
    RELATIONSHIP_TYPE.CUSTOM_XML,
    RELATIONSHIP_TYPE.EXTENDED_PROPERTIES,
    "http://schemas.microsoft.com/office/2007/relationships/stylesWithEffects",
)


def dress(document: Document, colours: Colours) -> None:
    """Give an empty document our styles, lists, page and settings."""
    part = document.part
    _fill(document.styles.element, f"<w:styles {nsdecls('w')}>{_styles(colours)}</w:styles>")
    _fill(
        part.numbering_part.element, f"<w:numbering {nsdecls('w')}>{_lists(colours)}</w:numbering>"
    )
    _fill(document.settings.element, f"<w:settings {nsdecls('w')}>{_SETTINGS}</w:settings>")
    for owner in (part, part.package):
        for rid, rel in list(owner.rels.items()):
            if rel.reltype in _BEYOND_US:
                del owner.rels[rid]
    page = document.sections[0]
    page.page_width, page.page_height = Mm(210), Mm(297)
    page.left_margin = page.right_margin = Mm(25)
    page.top_margin, page.bottom_margin = Mm(27), Mm(24)
    page.header_distance, page.footer_distance = Mm(13), Mm(11)
    page.different_first_page_header_footer = True


def describe(document: Document, manuscript: Manuscript, today: date) -> None:
    """What is known of the file itself."""
    told = document.core_properties
    told.title = one_line(manuscript.title)[:255]
    told.author = told.last_modified_by = one_line(manuscript.author)[:255]
    told.keywords = one_line("; ".join(manuscript.keywords))[:255]
    told.subject = one_line(manuscript.cover.kicker)[:255]
    told.content_status = one_line(manuscript.status)[:255]
    told.language, told.comments, told.revision = "nl-NL", "", 1
    told.created = told.modified = datetime(today.year, today.month, today.day)


def _fill(element, xml: str) -> None:  # type: ignore[no-untyped-def]
    new = parse_xml(xml)
    element[:] = list(new)


# Styles


def _style(kind: str, id: str, name: str, *inner: str, based: str = "", then: str = "") -> str:
    own = ' w:customStyle="1"' if id.startswith("Ozj") else ""
    default = ' w:default="1"' if name in _DEFAULTS else ""
    parts = [f'<w:name w:val="{name}"/>']
    parts += [f'<w:basedOn w:val="{based}"/>'] if based else []
    parts += [f'<w:next w:val="{then}"/>'] if then else []
    if kind != "numbering" and not default:
        parts.append('<w:uiPriority w:val="1"/>')
    parts += ["<w:qFormat/>"] if kind in ("paragraph", "character") else []
    head = f'<w:style w:type="{kind}"{default} w:styleId="{id}"{own}>'
    return head + "".join([*parts, *inner]) + "</w:style>"


_DEFAULTS = ("Normal", "Default Paragraph Font", "Normal Table", "No List")


def _letters(
    size: float = 0, color: str = "", font: str = "", bold: bool = False, more: str = ""
) -> str:
    parts = []
    if font:
        names = " ".join(f'w:{part}="{font}"' for part in ("ascii", "hAnsi", "eastAsia", "cs"))
        parts.append(f"<w:rFonts {names}/>")
    parts += ["<w:b/><w:bCs/>"] if bold else []
    parts += [more] if more.startswith(("<w:i/>", "<w:strike/>")) else []
    parts += [f'<w:color w:val="{color}"/>'] if color else []
    parts += [f'<w:sz w:val="{size * 2:.0f}"/><w:szCs w:val="{size * 2:.0f}"/>'] if size else []
    parts += [more] if more.startswith(("<w:u", "<w:bdr")) else []
    return f"<w:rPr>{''.join(parts)}</w:rPr>"


def _lines(
    before: float = 0, after: float = 0, line: float = 1.15, keep: bool = False, **more: str
) -> str:
    """Spaces in points; `more` are pieces at their place in the order that Word asks."""
    kept = "<w:keepNext/><w:keepLines/>" if keep else ""
    spacing = (
        f'<w:spacing w:before="{before * 20:.0f}" w:after="{after * 20:.0f}"'
        f' w:line="{line * 240:.0f}" w:lineRule="auto"/>'
    )
    first = "".join(more.get(name, "") for name in ("numbers", "borders", "shade", "tabs"))
    last = "".join(more.get(name, "") for name in ("indent", "close", "align", "outline"))
    return f"<w:pPr>{kept}{first}{spacing}{last}</w:pPr>"


def _line(side: str, weight: int, color: str, space: int = 0, kind: str = "single") -> str:
    return f'<w:{side} w:val="{kind}" w:sz="{weight}" w:space="{space}" w:color="{color}"/>'


def _shade(color: str) -> str:
    return f'<w:shd w:val="clear" w:color="auto" w:fill="{color}"/>'


def _indent(left: int, hanging: int = 0, right: int = 0) -> str:
    return f'<w:ind w:left="{left}" w:right="{right}" w:hanging="{hanging}"/>'


def _tab(at: int, kind: str = "left", leader: str = "none") -> str:
    return f'<w:tabs><w:tab w:val="{kind}" w:leader="{leader}" w:pos="{at}"/></w:tabs>'


def _styles(c: Colours) -> str:
    return "".join(
        [_DOC_DEFAULTS, *_base(), *_headings(c), *_texts(c), *_in_lists(), *_words(c), *_tables(c)]
    )


_DOC_DEFAULTS = (
    f"<w:docDefaults><w:rPrDefault><w:rPr>"
    f'<w:rFonts w:ascii="{_SANS}" w:hAnsi="{_SANS}" w:eastAsia="{_SANS}" w:cs="{_SANS}"/>'
    f'<w:sz w:val="21"/><w:szCs w:val="21"/>'
    f'<w:lang w:val="nl-NL" w:eastAsia="nl-NL" w:bidi="ar-SA"/></w:rPr></w:rPrDefault>'
    f"<w:pPrDefault>{_lines(0, 5)}</w:pPrDefault></w:docDefaults>"
)


def _base() -> list[str]:
    nothing = (
        '<w:tblPr><w:tblInd w:w="0" w:type="dxa"/><w:tblCellMar>'
        + "".join(f'<w:{s} w:w="{w}" w:type="dxa"/>' for s, w in _CELL_MARGINS)
        + "</w:tblCellMar></w:tblPr>"
    )
    return [
        _style("paragraph", "Normal", "Normal", _letters(color=INK)),
        _style("character", "DefaultParagraphFont", "Default Paragraph Font"),
        _style("table", "TableNormal", "Normal Table", nothing),
        _style("numbering", "NoList", "No List"),
    ]


_CELL_MARGINS = (("top", 0), ("left", 0), ("bottom", 0), ("right", 140))


def _headings(c: Colours) -> list[str]:
    def heading(level: int, before: float, after: float, size: float, font: str) -> str:
        outline = f'<w:outlineLvl w:val="{level - 1}"/>'
        lines = _lines(before, after, 1.1, keep=True, outline=outline)
        letters = _letters(size, c.accent, font, bold=True)
        name = f"heading {level}"
        return _style(
            "paragraph", f"Heading{level}", name, lines, letters, based="Normal", then="Normal"
        )

    def text(id: str, name: str, lines: str, letters: str) -> str:
        return _style("paragraph", id, name, lines, letters, based="Normal", then="Normal")

    dots = _tab(WIDTH, "right", "dot")
    return [
        text("Title", "Title", _lines(0, 10, 1.05), _letters(34, c.accent, _SERIF, bold=True)),
        text("Subtitle", "Subtitle", _lines(0, 24, 1.2), _letters(15, "", _SERIF)),
        heading(1, 24, 8, 21, _SERIF),
        heading(2, 18, 5, 15, _SERIF),
        heading(3, 12, 3, 11.5, _SANS),
        text(
            "TOCHeading",
            "TOC Heading",
            _lines(24, 8, 1.1, keep=True),
            _letters(21, c.accent, _SERIF, bold=True),
        ),
        text("TOC1", "toc 1", _lines(6, 2, tabs=dots), _letters(bold=True)),
        text("TOC2", "toc 2", _lines(0, 2, tabs=dots, indent=_indent(STEP)), ""),
    ]


def _texts(c: Colours) -> list[str]:
    def text(id: str, name: str, *inner: str) -> str:
        return _style("paragraph", id, name, *inner, based="Normal")

    edges = _tab(WIDTH, "right")
    small = _letters(8.5, SOFT)
    return [
        text("Header", "header", _lines(tabs=edges), small),
        text(
            "Footer",
            "footer",
            _lines(tabs=edges, borders=_borders(_line("top", 4, HAIRLINE, 4))),
            small,
        ),
        text("Caption", "caption", _lines(10, 3, keep=True), _letters(9.5, SOFT, bold=True)),
        text(
            "OzjKicker",
            "OZJ regel boven kop",
            _lines(12, 0, keep=True),
            _letters(9.5, SOFT, bold=True),
        ),
        text("OzjLead", "OZJ inleiding", _lines(0, 10, 1.2), _letters(12.5, "", _SERIF)),
        text("OzjNote", "OZJ noot", _lines(3, 5, 1.1), _letters(9, SOFT)),
        text("OzjState", "OZJ stand", _lines(0, 3, indent=_indent(SIGN, SIGN))),
        text(
            "OzjFigure",
            "OZJ cijfer",
            _lines(6, 0, 1.0, keep=True),
            _letters(20, c.accent, _SERIF, bold=True),
        ),
        text(
            "OzjBoxLabel",
            "OZJ kop in kader",
            _lines(4, 2, keep=True),
            _letters(11.5, c.accent, bold=True),
        ),
        text(
            "OzjWarningLabel",
            "OZJ kop in kader let op",
            _lines(4, 2, keep=True),
            _letters(11.5, c.attention, bold=True),
        ),
        text(
            "OzjLabel",
            "OZJ label",
            _lines(7, 1, keep=True, borders=_hairline()),
            _letters(10, c.accent, bold=True),
        ),
        text(
            "OzjLabelText",
            "OZJ label en tekst",
            _lines(4, 4, borders=_hairline(), indent=_indent(LABEL, LABEL)),
        ),
        text("OzjTinted", "OZJ kader", *_toned(c.accent, c.tint)),
        text("OzjAttention", "OZJ let op", *_toned(c.attention, c.attention_tint)),
        text("OzjHead", "OZJ tabelkop", _lines(2, 2, 1.05), _letters(9, SOFT, bold=True)),
        text("OzjCell", "OZJ tabeltekst", _lines(2, 2, 1.05), _letters(9.5)),
        text(
            "OzjNumeral", "OZJ tabelcijfer", _lines(0, 0, 1), _letters(14, c.accent, _SERIF, True)
        ),
        text("OzjSign", "OZJ tekenregel", _lines(0, 0, 1, keep=True), _letters(9, SOFT)),
    ]


def _borders(*lines: str) -> str:
    return f"<w:pBdr>{''.join(lines)}</w:pBdr>"


def _hairline() -> str:
    """Between labels too: `between` says that each paragraph has its own line."""
    return _borders(_line("top", 4, HAIRLINE, 3), _line("between", 4, HAIRLINE, 3))


def _toned(rule: str, tint: str) -> tuple[str]:
    sides = [_line(side, 4, tint, 7) for side in ("left", "bottom", "right")]
    borders = _borders(_line("top", 12, rule, 7), *sides)
    return (_lines(12, 12, borders=borders, shade=_shade(tint), indent=_indent(150, 0, 150)),)


def _in_lists() -> list[str]:
    found = []
    for kind, number in (("Bullet", BULLETS), ("Number", NUMBERS)):
        for level in (1, 2, 3):
            place = f'<w:ilvl w:val="{level - 1}"/>' if level > 1 else ""
            numbers = f'<w:numPr>{place}<w:numId w:val="{number}"/></w:numPr>'
            more = str(level) if level > 1 else ""
            name = f"List {kind} {more}".strip()
            lines = _lines(0, 3, numbers=numbers)
            found.append(_style("paragraph", f"List{kind}{more}", name, lines, based="Normal"))
    return found


def _words(c: Colours) -> list[str]:
    def word(id: str, name: str, letters: str) -> str:
        return _style("character", id, name, letters, based="DefaultParagraphFont")

    under = f'<w:u w:val="single" w:color="{INK}"/>'
    return [
        word("Strong", "Strong", _letters(bold=True)),
        word("Hyperlink", "Hyperlink", _letters(color=c.accent, more='<w:u w:val="single"/>')),
        word("OzjWord", "OZJ labelwoord", _letters(10, c.accent, bold=True)),
        word("OzjSoft", "OZJ zacht", _letters(color=SOFT)),
        word("OzjEmpty", "OZJ nog leeg", _letters(color=SOFT, more="<w:i/><w:iCs/>")),
        word("OzjRemoved", "OZJ was", _letters(color=SOFT, more="<w:strike/>")),
        word("OzjAdded", "OZJ is nu", _letters(bold=True, more=under)),
        word("OzjMark", "OZJ teken", _letters(0, c.accent, _SIGNS)),
        word("OzjWarning", "OZJ teken let op", _letters(0, c.attention, _SIGNS)),
        word("OzjFinal", "OZJ status", _letters(9.5, INK, "", True, _line("bdr", 6, INK, 0))),
        word(
            "OzjDraft",
            "OZJ status niet af",
            _letters(9.5, INK, "", True, _line("bdr", 6, INK, 0, "dashed")),
        ),
    ]


def _tables(c: Colours) -> list[str]:
    rows = f"<w:tblBorders>{_line('bottom', 6, RULE)}{_line('insideH', 4, HAIRLINE)}</w:tblBorders>"
    head = (
        f'<w:tblStylePr w:type="firstRow"><w:tcPr><w:tcBorders>'
        f'{_line("bottom", 10, c.accent)}</w:tcBorders><w:vAlign w:val="bottom"/></w:tcPr>'
        "</w:tblStylePr>"
    )
    pad = "<w:tblCellMar><w:{}/></w:tblCellMar>"
    box = (
        f"<w:tblPr><w:tblBorders>{_line('top', 12, c.accent)}</w:tblBorders>"
        + pad.format('left w:w="200" w:type="dxa"/><w:right w:w="200" w:type="dxa"')
        + f"</w:tblPr><w:tcPr>{_shade(c.tint)}</w:tcPr>"
    )
    return [
        _style(
            "table",
            "OzjTable",
            "OZJ tabel",
            f"<w:tblPr>{rows}</w:tblPr>",
            head,
            based="TableNormal",
        ),
        _style("table", "OzjPlain", "OZJ naast elkaar", based="TableNormal"),
        _style("table", "OzjBox", "OZJ kadertabel", box, based="TableNormal"),
        _style(
            "table",
            "OzjWarningBox",
            "OZJ kadertabel let op",
            box.replace(c.accent, c.attention).replace(c.tint, c.attention_tint),
            based="TableNormal",
        ),
    ]


# Lists and settings


def _lists(c: Colours) -> str:
    kinds = []
    for number, styled, signs in (
        (BULLETS, "ListBullet", [("bullet", "•"), ("bullet", "–"), ("bullet", "·")]),
        (NUMBERS, "ListNumber", [("decimal", ""), ("lowerLetter", ""), ("lowerRoman", "")]),
    ):
        levels = "".join(_level(n, styled, *signs[min(n, 2)], c) for n in range(9))
        kinds.append(
            f'<w:abstractNum w:abstractNumId="{number}"><w:multiLevelType w:val="multilevel"/>'
            f"{levels}</w:abstractNum>"
        )
    numbers = [
        f'<w:num w:numId="{n}"><w:abstractNumId w:val="{n}"/></w:num>' for n in (BULLETS, NUMBERS)
    ]
    return "".join([*kinds, *numbers])


def _level(n: int, styled: str, format: str, sign: str, c: Colours) -> str:
    tied = f'<w:pStyle w:val="{styled}{n + 1 if n else ""}"/>' if n < 3 else ""
    return (
        f'<w:lvl w:ilvl="{n}"><w:start w:val="1"/><w:numFmt w:val="{format}"/>{tied}'
        f'<w:lvlText w:val="{sign or f"%{n + 1}."}"/><w:lvlJc w:val="left"/>'
        f"<w:pPr>{_indent(STEP * (n + 1), STEP)}</w:pPr>{_letters(0, c.accent, bold=not sign)}"
        "</w:lvl>"
    )


_WORD = 'w:uri="http://schemas.microsoft.com/office/word"'
_SETTINGS = (
    '<w:zoom w:percent="100"/><w:defaultTabStop w:val="709"/>'
    '<w:characterSpacingControl w:val="doNotCompress"/><w:compat>'
    f'<w:compatSetting w:name="compatibilityMode" {_WORD} w:val="15"/>'
    f'<w:compatSetting w:name="overrideTableStyleFontSizeAndJustification" {_WORD} w:val="1"/>'
    f'<w:compatSetting w:name="enableOpenTypeFeatures" {_WORD} w:val="1"/>'
    f'<w:compatSetting w:name="doNotFlipMirrorIndents" {_WORD} w:val="1"/>'
    f'<w:compatSetting w:name="differentiateMultirowTableHeaders" {_WORD} w:val="1"/>'
    '</w:compat><w:themeFontLang w:val="nl-NL"/>'
    '<w:decimalSymbol w:val=","/><w:listSeparator w:val=";"/>'
)
