"""The look of every Word document: real styles, lists, page and settings, in place of Word's."""

from datetime import date, datetime

from docx.document import Document
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from docx.shared import Mm

from ozj_desktop.exchange.colours import Colours
from ozj_desktop.exchange.docx_styles import BULLETS, NUMBERS, STEP, indent, letters, styles
from ozj_desktop.exchange.plain_text import one_line
from ozj_desktop.model.blocks import Manuscript

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
    _fill(document.styles.element, f"<w:styles {nsdecls('w')}>{styles(colours)}</w:styles>")
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
        f"<w:pPr>{indent(STEP * (n + 1), STEP)}</w:pPr>{letters(0, c.accent, bold=not sign)}"
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
