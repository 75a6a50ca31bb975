"""The styles of every Word document, with the names under which Word shows them."""

from ozj_desktop.exchange.colours import HAIRLINE, INK, RULE, SOFT, Colours

MM = 1440 / 25.4  # twips
WIDTH = round(160 * MM)  # of the text
LABEL = round(36 * MM)  # of the labels before it
SIGN = 284  # a mark before a line
STEP = 340  # each level of a list

BULLETS, NUMBERS = "1", "2"  # kinds of lists in the numbering part

_SERIF, _SANS, _SIGNS = "Cambria", "Calibri", "Segoe UI Symbol"


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


def letters(
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


def indent(left: int, hanging: int = 0, right: int = 0) -> str:
    return f'<w:ind w:left="{left}" w:right="{right}" w:hanging="{hanging}"/>'


def _tab(at: int, kind: str = "left", leader: str = "none") -> str:
    return f'<w:tabs><w:tab w:val="{kind}" w:leader="{leader}" w:pos="{at}"/></w:tabs>'


def styles(c: Colours) -> str:
    return "".join(
        [
            *(_DOC_DEFAULTS, *_base(), *_headings(c), *_texts(c), *_labels(c), *_in_lists()),
            *(*_words(c), *_tables(c)),
        ]
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
        _style("paragraph", "Normal", "Normal", letters(color=INK)),
        _style("character", "DefaultParagraphFont", "Default Paragraph Font"),
        _style("table", "TableNormal", "Normal Table", nothing),
        _style("numbering", "NoList", "No List"),
    ]


_CELL_MARGINS = (("top", 0), ("left", 0), ("bottom", 0), ("right", 140))


def _headings(c: Colours) -> list[str]:
    def heading(level: int, before: float, after: float, size: float, font: str) -> str:
        outline = f'<w:outlineLvl w:val="{level - 1}"/>'
        lines = _lines(before, after, 1.1, keep=True, outline=outline)
        type = letters(size, c.accent, font, bold=True)
        name = f"heading {level}"
        return _style(
            "paragraph", f"Heading{level}", name, lines, type, based="Normal", then="Normal"
        )

    def text(id: str, name: str, *inner: str) -> str:
        return _style("paragraph", id, name, *inner, based="Normal", then="Normal")

    dots = _tab(WIDTH, "right", "dot")
    return [
        text("Title", "Title", _lines(0, 10, 1.05), letters(34, c.accent, _SERIF, bold=True)),
        text("Subtitle", "Subtitle", _lines(0, 24, 1.2), letters(15, "", _SERIF)),
        heading(1, 24, 8, 21, _SERIF),
        heading(2, 18, 5, 15, _SERIF),
        heading(3, 12, 3, 11.5, _SANS),
        text(
            "TOCHeading",
            "TOC Heading",
            _lines(24, 8, 1.1, keep=True),
            letters(21, c.accent, _SERIF, bold=True),
        ),
        text("TOC1", "toc 1", _lines(6, 2, tabs=dots), letters(bold=True)),
        text("TOC2", "toc 2", _lines(0, 2, tabs=dots, indent=indent(STEP)), ""),
    ]


def _text(id: str, name: str, *inner: str) -> str:
    return _style("paragraph", id, name, *inner, based="Normal")


def _texts(c: Colours) -> list[str]:
    edges, small, quiet = _tab(WIDTH, "right"), letters(8.5, SOFT), letters(9.5, SOFT, bold=True)
    above = _borders(_line("top", 4, HAIRLINE, 4))
    large = letters(20, c.accent, _SERIF, bold=True)
    numeral = letters(14, c.accent, _SERIF, bold=True)
    return [
        _text("Header", "header", _lines(tabs=edges), small),
        _text("Footer", "footer", _lines(tabs=edges, borders=above), small),
        _text("Caption", "caption", _lines(10, 3, keep=True), quiet),
        _text("OzjKicker", "OZJ regel boven kop", _lines(12, 0, keep=True), quiet),
        _text("OzjLead", "OZJ inleiding", _lines(0, 10, 1.2), letters(12.5, "", _SERIF)),
        _text("OzjNote", "OZJ noot", _lines(3, 5, 1.1), letters(9, SOFT)),
        _text("OzjState", "OZJ stand", _lines(0, 3, indent=indent(SIGN, SIGN))),
        _text("OzjFigure", "OZJ cijfer", _lines(6, 0, 1, keep=True), large),
        _text("OzjHead", "OZJ tabelkop", _lines(2, 2, 1.05), letters(9, SOFT, bold=True)),
        _text("OzjCell", "OZJ tabeltekst", _lines(2, 2, 1.05), letters(9.5)),
        _text("OzjNumeral", "OZJ tabelcijfer", _lines(0, 0, 1), numeral),
        _text("OzjSign", "OZJ tekenregel", _lines(0, 0, 1, keep=True), letters(9, SOFT)),
    ]


def _labels(c: Colours) -> list[str]:
    """Labels beside or above their text, and what stands in a box."""
    close, label = _lines(4, 2, keep=True), letters(10, c.accent, bold=True)
    beside = _lines(4, 4, borders=_hairline(), indent=indent(LABEL, LABEL))
    loud = letters(11.5, c.attention, bold=True)
    return [
        _text("OzjLabel", "OZJ label", _lines(7, 1, keep=True, borders=_hairline()), label),
        _text("OzjLabelText", "OZJ label en tekst", beside),
        _text("OzjBoxLabel", "OZJ kop in kader", close, letters(11.5, c.accent, bold=True)),
        _text("OzjWarningLabel", "OZJ kop in kader let op", close, loud),
        _text("OzjTinted", "OZJ kader", _toned(c.accent, c.tint)),
        _text("OzjAttention", "OZJ let op", _toned(c.attention, c.attention_tint)),
    ]


def _borders(*lines: str) -> str:
    return f"<w:pBdr>{''.join(lines)}</w:pBdr>"


def _hairline() -> str:
    """Between labels too: `between` says that each paragraph has its own line."""
    return _borders(_line("top", 4, HAIRLINE, 3), _line("between", 4, HAIRLINE, 3))


def _toned(rule: str, tint: str) -> str:
    sides = [_line(side, 4, tint, 7) for side in ("left", "bottom", "right")]
    borders = _borders(_line("top", 12, rule, 7), *sides)
    return _lines(12, 12, borders=borders, shade=_shade(tint), indent=indent(150, 0, 150))


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
    def word(id: str, name: str, type: str) -> str:
        return _style("character", id, name, type, based="DefaultParagraphFont")

    under = f'<w:u w:val="single" w:color="{INK}"/>'
    return [
        word("Strong", "Strong", letters(bold=True)),
        word("Hyperlink", "Hyperlink", letters(color=c.accent, more='<w:u w:val="single"/>')),
        word("OzjWord", "OZJ labelwoord", letters(10, c.accent, bold=True)),
        word("OzjSoft", "OZJ zacht", letters(color=SOFT)),
        word("OzjEmpty", "OZJ nog leeg", letters(color=SOFT, more="<w:i/><w:iCs/>")),
        word("OzjRemoved", "OZJ was", letters(color=SOFT, more="<w:strike/>")),
        word("OzjAdded", "OZJ is nu", letters(bold=True, more=under)),
        word("OzjMark", "OZJ teken", letters(0, c.accent, _SIGNS)),
        word("OzjWarning", "OZJ teken let op", letters(0, c.attention, _SIGNS)),
        word("OzjFinal", "OZJ status", letters(9.5, INK, "", True, _line("bdr", 6, INK, 0))),
        word(
            "OzjDraft",
            "OZJ status niet af",
            letters(9.5, INK, "", True, _line("bdr", 6, INK, 0, "dashed")),
        ),
    ]


def _tables(c: Colours) -> list[str]:
    rows = f"<w:tblBorders>{_line('bottom', 6, RULE)}{_line('insideH', 4, HAIRLINE)}</w:tblBorders>"
    head = (
        '<w:tblStylePr w:type="firstRow"><w:tcPr><w:tcBorders>'
        f'{_line("bottom", 10, c.accent)}</w:tcBorders><w:vAlign w:val="bottom"/></w:tcPr>'
        "</w:tblStylePr>"
    )

    def table(id: str, name: str, *inner: str) -> str:
        return _style("table", id, name, *inner, based="TableNormal")

    warning = _box(c.attention, c.attention_tint)
    return [
        table("OzjTable", "OZJ tabel", f"<w:tblPr>{rows}</w:tblPr>", head),
        table("OzjPlain", "OZJ naast elkaar"),
        table("OzjBox", "OZJ kadertabel", _box(c.accent, c.tint)),
        table("OzjWarningBox", "OZJ kadertabel let op", warning),
    ]


def _box(rule: str, tint: str) -> str:
    sides = "".join(f'<w:{side} w:w="200" w:type="dxa"/>' for side in ("left", "right"))
    return (
        f"<w:tblPr><w:tblBorders>{_line('top', 12, rule)}</w:tblBorders>"
        f"<w:tblCellMar>{sides}</w:tblCellMar></w:tblPr><w:tcPr>{_shade(tint)}</w:tcPr>"
    )
