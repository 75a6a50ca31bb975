"""The Word document, read back with python-docx and with LibreOffice."""

import re
import shutil
import subprocess
import zipfile
from collections import Counter
from dataclasses import replace
from datetime import date
from io import BytesIO
from pathlib import Path
from typing import Any

import docx
import pytest
from docx.document import Document
from docx.oxml.ns import qn
from PIL import Image

from ozj_desktop.errors import Cancelled
from ozj_desktop.exchange.colours import house_colours
from ozj_desktop.exchange.docx import draw_docx
from ozj_desktop.model.blocks import (
    Block,
    Cell,
    Chapter,
    Column,
    Cover,
    Entry,
    Heading,
    Item,
    KeyValues,
    Listing,
    Manuscript,
    Mark,
    PageBreak,
    Paragraph,
    Row,
    Run,
    Signature,
    Table,
    rich,
)
from tests.exchange.sample_manuscript import manuscript, signature

TODAY = date(2026, 11, 20)
# In the order of the standard (ECMA-376, part 1); Word calls a file damaged where it differs.
ORDER = {
    "pPr": "pStyle keepNext keepLines pageBreakBefore framePr widowControl numPr pBdr shd tabs "
    "bidi spacing ind contextualSpacing jc textAlignment outlineLvl rPr sectPr",
    "rPr": "rStyle rFonts b bCs i iCs strike color sz szCs highlight u bdr shd vertAlign rtl lang",
    "tblPr": "tblStyle tblW jc tblInd tblBorders shd tblLayout tblCellMar tblLook tblCaption "
    "tblDescription",
    "tcPr": "tcW gridSpan vMerge tcBorders shd noWrap tcMar vAlign",
    "trPr": "cantSplit tblHeader",
    "style": "name basedOn next link uiPriority qFormat pPr rPr tblPr trPr tcPr tblStylePr",
    "lvl": "start numFmt pStyle suff lvlText lvlJc pPr rPr",
    "pBdr": "top left bottom right between",
    "tbl": "tblPr tblGrid tr",
    "tc": "tcPr p tbl",
}


def drawn(tmp_path: Path, told: Manuscript) -> Document:
    draw_docx(told, tmp_path / "stuk.docx", today=TODAY)
    return docx.Document(str(tmp_path / "stuk.docx"))


@pytest.fixture
def sample(tmp_path: Path) -> Document:
    return drawn(tmp_path, manuscript())


def with_blocks(*blocks: Block, **more: Any) -> Manuscript:
    chapter = Chapter("one", "Eerste", blocks, number="1")
    return replace(manuscript(), chapters=(chapter,), **more)


def parts(document: Document) -> dict[str, Any]:
    """Every XML part of ours, as elements."""
    section = document.sections[0]
    return {
        "document": document.element,
        "styles": document.styles.element,
        "numbering": document.part.numbering_part.element,
        "header": section.header.part.element,
        "footer": section.footer.part.element,
    }


def words(document: Document) -> str:
    return "\n".join(t.text or "" for t in document.element.iter(qn("w:t")))


def styled(document: Document, style: str) -> list[str]:
    return [p.text for p in document.paragraphs if p.style and p.style.name == style]


def test_headings_are_word_headings(sample: Document) -> None:
    assert "1\xa0\xa0Partijen" in styled(sample, "Heading 1")
    assert "Bijlage A\xa0\xa0Versies en wat er veranderde" in styled(sample, "Heading 1")
    assert "2\xa0\xa0Eén plan, één aanspreekpunt" in styled(sample, "Heading 2")
    assert "De Zeven Linden" in styled(sample, "Heading 2")
    assert styled(sample, "Title") == ["Samen naar school"]


def test_the_contents_hold_every_heading_and_lead_to_it(sample: Document) -> None:
    field = next(sample.element.iter(qn("w:sdt")))
    found = [(link.get(qn("w:anchor")), text(link)) for link in field.iter(qn("w:hyperlink"))]
    headings = [
        (p.style.name, p.text)
        for p in sample.paragraphs
        if p.style and p.style.name in ("Heading 1", "Heading 2")
    ]
    assert [title for _, title in found] == [title for _, title in headings]
    names = {b.get(qn("w:name")) for b in sample.element.iter(qn("w:bookmarkStart"))}
    assert {anchor for anchor, _ in found} <= names
    code = next(sample.element.iter(qn("w:instrText"))).text or ""
    assert code.split()[:3] == ["TOC", "\\o", '"1-2"']


def text(element: Any) -> str:
    return "".join(t.text or "" for t in element.iter(qn("w:t")))


def test_nothing_asks_to_update_when_it_is_opened(sample: Document) -> None:
    assert sample.settings.element.find(qn("w:updateFields")) is None
    assert not [e for e in sample.element.iter() if e.get(qn("w:dirty"))]


def test_bookmarks_are_one_of_a_kind(sample: Document) -> None:
    found = list(sample.element.iter(qn("w:bookmarkStart")))
    for key in ("w:name", "w:id"):
        assert max(Counter(b.get(qn(key)) for b in found).values()) == 1
    assert all(re.fullmatch(r"_\w{1,39}", b.get(qn("w:name"))) for b in found)


def test_every_link_leads_somewhere(sample: Document) -> None:
    names = {b.get(qn("w:name")) for b in sample.element.iter(qn("w:bookmarkStart"))}
    links = list(sample.element.iter(qn("w:hyperlink")))
    inner = [link.get(qn("w:anchor")) for link in links if link.get(qn("w:anchor"))]
    assert set(inner) <= names
    outer = [sample.part.rels[i].target_ref for link in links if (i := link.get(qn("r:id")))]
    assert "https://www.example.nl/passend-onderwijs?x=1&y=2" in outer
    assert "mailto:samennaarschool@lindermeer.example" in outer


@pytest.mark.parametrize(
    "link", ["javascript:alert(1)", "file:///etc/passwd", "#weg", "http://", "mailto:", "cmd.exe"]
)
def test_a_link_to_nowhere_is_plain_text(tmp_path: Path, link: str) -> None:
    found = drawn(tmp_path, with_blocks(Paragraph((Run("klik hier", link=link),))))
    place = next(p for p in found.paragraphs if p.text == "klik hier")
    assert place.hyperlinks == []


def test_the_language_is_dutch_and_the_file_says_what_it_is(sample: Document) -> None:
    told = sample.core_properties
    assert told.language == "nl-NL"
    assert told.title == "Samen naar school – convenant 2027–2030, versie 2 (concept)"
    assert told.author == "Samenwerking Samen naar school"
    assert told.keywords == "convenant; onderwijs en zorg"
    assert told.created and told.created.date() == TODAY
    language = next(sample.styles.element.iter(qn("w:lang")))
    assert language.get(qn("w:val")) == "nl-NL"


def test_nothing_of_the_template_stays(sample: Document, tmp_path: Path) -> None:
    names = zipfile.ZipFile(tmp_path / "stuk.docx").namelist()
    assert not [n for n in names if "thumbnail" in n or "customXml" in n or "app.xml" in n]
    assert "Macintosh" not in str(sample.core_properties.comments)


def test_head_and_foot_tell_status_and_page(sample: Document) -> None:
    section = sample.sections[0]
    head = section.header.paragraphs[0].text
    assert head.startswith("Samen naar school\t")
    assert "Concept – niet getekend" in head
    assert "Concept" not in section.first_page_header.paragraphs[0].text
    for foot in (section.footer, section.first_page_footer):
        codes = [f.get(qn("w:instr")) for f in foot.part.element.iter(qn("w:fldSimple"))]
        assert codes == [" PAGE ", " NUMPAGES "]
        assert "versie 2 · 29 oktober 2026" in text(foot.part.element)


def test_heads_of_tables_are_repeated(sample: Document) -> None:
    for table in sample.tables:
        if table.style and table.style.name == "OZJ tabel":
            first, *rest = table._tbl.findall(qn("w:tr"))
            assert first.find(f"{qn('w:trPr')}/{qn('w:tblHeader')}") is not None
            assert not [
                r for r in rest if r.find(f"{qn('w:trPr')}/{qn('w:tblHeader')}") is not None
            ]
            assert table._tbl.tblPr.find(qn("w:tblCaption")) is not None


def test_each_numbered_list_counts_from_one(sample: Document) -> None:
    used = [
        p._p.pPr.numPr.numId.val
        for p in sample.paragraphs
        if p.style and p.style.name == "List Number" and p._p.pPr.numPr is not None
    ]
    lists = list(dict.fromkeys(used))
    assert len(lists) >= 2
    numbering = sample.part.numbering_part.element
    for number in lists:
        one = next(n for n in numbering.findall(qn("w:num")) if n.get(qn("w:numId")) == str(number))
        assert one.find(f"{qn('w:lvlOverride')}/{qn('w:startOverride')}").get(qn("w:val")) == "1"


def test_labels_stand_beside_their_text(sample: Document) -> None:
    assert any(
        line.startswith("Wat\tIs een leerling") for line in styled(sample, "OZJ label en tekst")
    )
    assert any(
        line.startswith("Akkoord\t●\t6 partijen") for line in styled(sample, "OZJ label en tekst")
    )


def test_the_round_table_is_a_list_of_parties_and_states(sample: Document) -> None:
    table = sample.tables[0]
    rows = [[cell.text for cell in row.cells] for row in table.rows]
    assert rows[0] == ["Partij", "Stand"]
    assert ["Mbo Lindercollege", "◐\takkoord onder voorbehoud"] in rows
    told = table._tbl.tblPr.find(qn("w:tblDescription")).get(qn("w:val"))
    assert told.startswith("Tien partijen om één tafel.")


def test_each_sheet_to_sign_starts_a_page_and_has_lines(sample: Document) -> None:
    place = next(p for p in sample.paragraphs if p.text == "Partij 2 van 10")
    assert place._p.pPr.find(qn("w:pageBreakBefore")) is not None
    lines = [
        tab for tab in sample.element.iter(qn("w:tab")) if tab.get(qn("w:leader")) == "underscore"
    ]
    assert len(lines) == 2 * 4


@pytest.mark.parametrize(("signer", "asked"), [("", 1), ("H. Bosgraaf", 0)])
def test_who_signs_can_be_filled_in_where_nobody_knows_yet(
    tmp_path: Path, signer: str, asked: int
) -> None:
    sheet = replace(signature(1, "GGD"), name=signer, function=signer)
    assert words(drawn(tmp_path, with_blocks(sheet))).count("naam en functie") == asked


def test_pages_turn_without_empty_paragraphs(tmp_path: Path) -> None:
    found = drawn(
        tmp_path, with_blocks(Paragraph(rich("een")), PageBreak(), Paragraph(rich("twee")))
    )
    place = next(p for p in found.paragraphs if p.text == "twee")
    assert place._p.pPr.find(qn("w:pageBreakBefore")) is not None


def test_all_is_in_the_order_that_word_asks(sample: Document) -> None:
    for name, part in parts(sample).items():
        for tag, order in ORDER.items():
            for element in part.iter(qn(f"w:{tag}")):
                kids = [kid.tag.partition("}")[2] for kid in element]
                places = [order.split().index(kid) for kid in kids]
                assert tag == "tc" or places == sorted(places), (name, tag, kids)


def test_every_cell_ends_with_a_paragraph(sample: Document) -> None:
    assert all(cell[-1].tag == qn("w:p") for cell in sample.element.iter(qn("w:tc")))


def test_every_style_that_is_used_exists(sample: Document) -> None:
    known = {s.get(qn("w:styleId")) for s in sample.styles.element.iter(qn("w:style"))}
    for part in parts(sample).values():
        for tag in ("w:pStyle", "w:rStyle", "w:tblStyle", "w:basedOn", "w:next"):
            assert {e.get(qn("w:val")) for e in part.iter(qn(tag))} <= known


HOSTILE = {
    "controls": "a\x00b\x07c\x0bd\x1fe\x85f\ufffeg\ufeffh",
    "surrogate": "kop\ud800staart",
    "tags": "<b>vet</b> <img src=x onerror=alert(1)> &amp; & ]]>",
    "field": '=cmd|"/C calc"!A1 { INCLUDETEXT "c:\\\\x" }',
    "emoji": "👩‍🏫 🇳🇱 ✅",
    "turned": "a\u202eb\u2066c",
    "back": "الخطة المشتركة للأطفال",
    "both": "plan الخطة en תוכנית samen",
    "long": "x" * 20_000,
    "lines": "een\ntwee\r\ndrie\u2028vier\ttab",
    "name": "Naam " * 60,
}


@pytest.mark.parametrize("hostile", HOSTILE.values(), ids=HOSTILE.keys())
def test_no_text_breaks_the_document(tmp_path: Path, hostile: str) -> None:
    told = rich(hostile)
    found = drawn(
        tmp_path,
        replace(
            with_blocks(
                Heading(hostile, 2, "1", hostile, hostile),
                Paragraph((*told, Run(hostile, "strong", f"https://{hostile}"))),
                Paragraph(told, tone="attention", mark=Mark.CROSS),
                Listing((Item(told, (Item(told, mark=Mark.HALF),)),), numbered=True),
                Table((Column(hostile),) * 2, (Row((Cell((told,)),), hostile),), hostile),
                KeyValues((Entry(hostile, (Paragraph(told),)),)),
                KeyValues((Entry(hostile, (), tone="attention"),), "box"),
                Signature(hostile, hostile, told, (Entry(hostile, ()),), *[hostile] * 3),
            ),
            cover=Cover(*[hostile] * 3, (), KeyValues(()), hostile, hostile),
            running=hostile, status=hostile, foot=hostile, title=hostile, author=hostile,
            keywords=(hostile,), colour=hostile,
        ),
    )  # fmt: skip
    kept = "".join(c for c in hostile if c.isalnum() and c.isascii())
    assert kept in "".join(c for c in words(found) if c.isalnum() and c.isascii())
    assert all(p.text is not None for p in found.paragraphs)


def test_text_from_right_to_left_runs_so(tmp_path: Path) -> None:
    found = drawn(
        tmp_path, with_blocks(Paragraph(rich(HOSTILE["back"])), Paragraph(rich("dit is nl שלום")))
    )
    first = next(p for p in found.paragraphs if p.text == HOSTILE["back"])
    assert first._p.pPr.find(qn("w:bidi")) is not None
    second = next(p for p in found.paragraphs if p.text == "dit is nl שלום")
    assert second._p.pPr.find(qn("w:bidi")) is None
    assert [r.text for r in second.runs if r.font.rtl] == ["שלום"]


def picture(size: tuple[int, int] = (900, 200)) -> bytes:
    out = BytesIO()
    Image.new("RGBA", size, (11, 74, 89, 120)).save(out, "PNG")
    return out.getvalue()


def test_a_logo_has_words_and_stays_small(tmp_path: Path) -> None:
    found = drawn(tmp_path, replace(manuscript(), logo=picture((3000, 300))))
    assert [d.get("descr") for d in found.element.iter(qn("wp:docPr"))] == [
        "Logo van Samen naar school"
    ]
    shape = found.inline_shapes[0]
    assert shape.width.mm <= 60.1
    assert shape.height.mm <= 14.1


@pytest.mark.parametrize("logo", [b"", b"geen plaatje", picture()[:200], b"\x89PNG\r\n\x1a\n" * 9])
def test_a_logo_that_is_no_picture_is_left_out(tmp_path: Path, logo: bytes) -> None:
    assert len(drawn(tmp_path, replace(manuscript(), logo=logo)).inline_shapes) == 0


def test_an_empty_manuscript_gives_a_document(tmp_path: Path) -> None:
    empty = Manuscript(Cover("", "", "", (), KeyValues(())), (), "", "", False, "", "", "")
    assert drawn(tmp_path, empty).paragraphs


def test_progress_is_told_and_cancelling_leaves_nothing(tmp_path: Path) -> None:
    told: list[tuple[int, int]] = []
    draw_docx(manuscript(), tmp_path / "a.docx", today=TODAY, progress=lambda *n: told.append(n))
    assert [done for done, _ in told] == sorted(done for done, _ in told)
    assert told[-1][0] == told[-1][1]

    def stop(done: int, total: int) -> None:
        raise Cancelled

    with pytest.raises(Cancelled):
        draw_docx(manuscript(), tmp_path / "b.docx", today=TODAY, progress=stop)
    assert not (tmp_path / "b.docx").exists()


def test_the_house_colour_is_used_and_stays_readable(tmp_path: Path) -> None:
    found = drawn(tmp_path, replace(manuscript(), colour="#AA0055"))
    assert found.styles["Heading 1"].font.color.rgb == docx.shared.RGBColor(0xAA, 0, 0x55)
    assert house_colours("#FFFF00", "").accent != "FFFF00"
    assert house_colours("geel", "#zzzzzz") == house_colours("", "")


@pytest.mark.skipif(not shutil.which("soffice"), reason="no LibreOffice here")
def test_libreoffice_reads_it_whole(tmp_path: Path) -> None:
    hostile = [Paragraph(rich(text)) for text in HOSTILE.values()]
    chapters = (*manuscript().chapters, Chapter("x", "Vreemd", tuple(hostile)))
    draw_docx(replace(manuscript(), chapters=chapters), tmp_path / "a.docx", today=TODAY)
    home = f"-env:UserInstallation={(tmp_path / 'office').as_uri()}"
    subprocess.run(
        ["soffice", "--headless", home, "--convert-to", "txt:Text (encoded):UTF8",
         "--outdir", tmp_path, tmp_path / "a.docx"],
        check=True, capture_output=True, timeout=100,
    )  # fmt: skip
    read = (tmp_path / "a.txt").read_text(encoding="utf-8")
    for expected in ("Binnen vijf schooldagen een gesprek", "Aldus ondertekend", "الخطة", "xxxx"):
        assert expected in read
    assert read.count("Vreemd") == 2
