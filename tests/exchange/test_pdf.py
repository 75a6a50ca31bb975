"""The whole drawing: valid, complete, and the same each time."""

import gc
from dataclasses import replace
from datetime import date
from pathlib import Path

import pikepdf
import pytest
from pypdf import PdfReader
from reportlab.pdfbase import pdfmetrics

from ozj_desktop.exchange.pdf import draw_pdf
from ozj_desktop.exchange.pdf_fonts import FACES, load_fonts
from ozj_desktop.model.blocks import Chapter, KeyValues, PageBreak, Paragraph, rich
from tests.exchange import sample_partner
from tests.exchange.pdf_reading import failures, text
from tests.exchange.sample_manuscript import manuscript, signature

TODAY = date(2026, 11, 20)


@pytest.fixture(scope="module")
def drawn(tmp_path_factory: pytest.TempPathFactory) -> Path:
    target = tmp_path_factory.mktemp("pdf") / "convenant.pdf"
    draw_pdf(manuscript(), target, today=TODAY, contents_from=1)
    return target


def test_rich_manuscript_is_valid(drawn: Path) -> None:
    assert failures(drawn) == []


def test_file_tells_what_it_is(drawn: Path) -> None:
    with pikepdf.open(drawn) as pdf:
        assert str(pdf.Root.Lang) == "nl-NL"
        assert pdf.pdf_version == "1.7"
        assert bool(pdf.Root.ViewerPreferences.DisplayDocTitle)
        with pdf.open_metadata() as told:
            assert told["pdfuaid:part"] == "1"
            assert (told["pdfaid:part"], told["pdfaid:conformance"]) == ("2", "A")
            assert told["dc:title"] == manuscript().title
            assert told["dc:creator"] == [manuscript().author]
            assert told["xmp:CreateDate"].startswith("2026-11-20")
        assert str(pdf.docinfo["/Keywords"]) == "convenant, onderwijs en zorg"


def test_strict_reader_has_no_remarks(drawn: Path) -> None:
    reader = PdfReader(drawn, strict=True)
    assert "Samen naar school" in reader.pages[0].extract_text()


def test_every_page_but_the_first_has_a_head_and_all_have_a_foot(drawn: Path) -> None:
    pages = text(drawn, "-layout").split("\f")[:-1]
    for number, page in enumerate(pages, 1):
        assert f"Pagina {number} van {len(pages)}" in page
        assert ("Samen naar school | " in " ".join(page.split())) == (number > 1)
        assert "Concept – niet getekend" in page


def test_head_has_the_chapter_that_begins_at_the_top(drawn: Path) -> None:
    heads = [" ".join(page.split())[:60] for page in text(drawn).split("\f")]
    assert heads[1].startswith("Samen naar school | In het kort")
    assert heads[4].startswith("Samen naar school | 2 Visie")
    # The chapters that begin halfway this page name the next one, until it begins one itself.
    assert heads[5].startswith("Samen naar school | 5 Afspraken")
    assert heads[6].startswith("Samen naar school | 5 Afspraken")


def test_bookmarks_lead_to_chapters_and_agreements(drawn: Path) -> None:
    reader = PdfReader(drawn)
    found = [
        (item.title, reader.get_destination_page_number(item))
        for entry in reader.outline
        for item in (entry if isinstance(entry, list) else [entry])
    ]
    titles = [title for title, _ in found]
    assert titles[:2] == ["In het kort", "1\xa0\xa0Partijen"]
    assert "2\xa0\xa0Eén plan, één aanspreekpunt" in titles
    nested = [entry for entry in reader.outline if isinstance(entry, list)]
    assert [len(entry) for entry in nested] == [5]
    for title, page in found:
        words = title.replace("\xa0", " ").split()[-1]
        assert words in reader.pages[page or 0].extract_text()


def test_contents_have_the_right_pages(drawn: Path) -> None:
    pages = text(drawn, "-layout").split("\f")
    lines = [line.split() for line in pages[2].splitlines()]
    lines = [words for words in lines if len(words) > 2 and words[-1].isdigit()]
    found = {" ".join(words[1:-1]): int(words[-1]) for words in lines}
    assert found["Afspraken"] == 6
    for title in ("Partijen", "Visie", "Stand van het akkoord", "Ondertekening", "Afspraken"):
        assert title in " ".join(pages[found[title] - 1].split())


def test_contents_come_after_the_summary(drawn: Path) -> None:
    pages = text(drawn).split("\f")
    assert "Inhoud" in pages[2]
    assert "Partijen" in pages[3]


def pages_of(path: Path) -> list[str]:
    return text(path).split("\f")[:-1]


def test_few_pages_have_no_contents_and_none_that_is_nearly_empty(tmp_path: Path) -> None:
    short, long = tmp_path / "kort.pdf", tmp_path / "lang.pdf"
    draw_pdf(manuscript(), short, today=TODAY)
    draw_pdf(manuscript(), long, today=TODAY, contents_from=1)
    assert len(pages_of(short)) == len(pages_of(long)) - 1 < 15
    assert not any("Inhoud" in page for page in pages_of(short))
    assert "1 Partijen" in " ".join(pages_of(short)[2].replace("\xa0", " ").split())
    assert failures(short) == []


@pytest.mark.parametrize(("number", "there"), [(13, False), (14, True)])
def test_from_fifteen_pages_there_are_contents(tmp_path: Path, number: int, there: bool) -> None:
    blocks = [b for _ in range(number) for b in (Paragraph(rich("regel")), PageBreak())]
    chapters = (Chapter("c", "Veel", tuple(blocks), number="1"),)
    target = tmp_path / "a.pdf"
    told: list[int] = []
    draw_pdf(
        replace(manuscript(), chapters=chapters),
        target,
        today=TODAY,
        progress=lambda done, _: told.append(done),
    )
    assert len(pages_of(target)) == number + 1 + there  # with the title page
    assert any("Inhoud" in page for page in pages_of(target)) == there
    assert told == sorted(told)


def test_four_parties_sign_on_a_page_where_there_is_room(tmp_path: Path) -> None:
    told = rich("Partij, gevestigd te Lindermeer, vertegenwoordigd door H. Bosgraaf, wethouder.")
    one = signature(1, "Partij")
    sheets = [replace(one, preamble=told, entries=one.entries[:2]) for _ in range(9)]
    target = tmp_path / "bladen.pdf"
    chapter = Chapter("signing", "Ondertekening", tuple(sheets))
    draw_pdf(replace(manuscript(), chapters=(chapter,)), target, today=TODAY)
    pages = [page for page in text(target).split("\f") if "Aldus ondertekend" in page]
    assert [page.count("handtekening\n") for page in pages] == [3, 4, 2]  # the first has a title
    assert failures(target) == []


def test_what_one_party_signs_stays_on_one_page(drawn: Path) -> None:
    pages = text(drawn).split("\f")
    signed = [page for page in pages if "Aldus ondertekend" in page]
    assert [page.count("handtekening\n") for page in signed] == [2]
    assert all("Hoe tekent u?" in page for page in signed)


@pytest.mark.parametrize(("signer", "asked"), [("", 1), ("H. Bosgraaf", 0)])
def test_who_signs_can_be_filled_in_where_nobody_knows_yet(
    tmp_path: Path, signer: str, asked: int
) -> None:
    sheet = replace(signature(1, "GGD"), name=signer, function=signer)
    target = tmp_path / "blad.pdf"
    chapter = Chapter("signing", "Ondertekening", (sheet,))
    draw_pdf(replace(manuscript(), chapters=(chapter,)), target, today=TODAY)
    assert text(target).count("naam en functie") == asked
    assert failures(target) == []


def test_same_manuscript_gives_the_same_bytes(drawn: Path, tmp_path: Path) -> None:
    again = tmp_path / "again.pdf"
    draw_pdf(manuscript(), again, today=TODAY, contents_from=1)
    assert again.read_bytes() == drawn.read_bytes()


def test_progress_only_goes_up(tmp_path: Path) -> None:
    heard: list[tuple[int, int]] = []
    target = tmp_path / "a.pdf"
    draw_pdf(
        manuscript(), target, today=TODAY, progress=lambda done, total: heard.append((done, total))
    )
    assert len({total for _, total in heard}) == 1
    assert [done for done, _ in heard] == sorted(done for done, _ in heard)
    assert heard[-1][0] == heard[-1][1]
    assert len(heard) >= 2 * len(PdfReader(target).pages) - 1


@pytest.mark.parametrize("moment", [1, 20])
def test_cancelled_drawing_leaves_nothing(tmp_path: Path, moment: int) -> None:
    load_fonts()
    heard = []

    def cancel(done: int, total: int) -> None:
        heard.append(done)
        if len(heard) == moment:
            raise InterruptedError

    target = tmp_path / "a.pdf"
    with pytest.raises(InterruptedError):
        draw_pdf(manuscript(), target, today=TODAY, progress=cancel)
    assert not target.exists()
    assert [pdfmetrics.getFont(face).state for face in FACES] == [{} for _ in FACES]


@pytest.mark.parametrize("contents_from", [1, 1000])
def test_a_drawn_document_leaves_no_waste(tmp_path: Path, contents_from: int) -> None:
    """Python would look for it on the thread of the window, which stands still meanwhile."""
    draw_pdf(manuscript(), tmp_path / "a.pdf", today=TODAY, contents_from=contents_from)
    gc.collect()
    gc.disable()
    try:
        draw_pdf(manuscript(), tmp_path / "a.pdf", today=TODAY, contents_from=contents_from)
        gc.set_debug(gc.DEBUG_SAVEALL)
        gc.collect()
        left = {type(thing).__name__ for thing in gc.garbage}
    finally:
        gc.set_debug(0)
        gc.garbage.clear()
        gc.enable()
    assert left <= {"function", "cell", "tuple"}  # of literal_eval, by which colours are read


def test_target_that_cannot_be_written_is_told(tmp_path: Path) -> None:
    with pytest.raises(OSError):
        draw_pdf(manuscript(), tmp_path / "no" / "a.pdf", today=TODAY)


def test_manuscript_without_chapters_is_valid(tmp_path: Path) -> None:
    target = tmp_path / "a.pdf"
    whole = manuscript()
    cover = replace(whole.cover, blocks=(), facts=KeyValues(()), kicker="", lead="", name="")
    draw_pdf(replace(whole, cover=cover, chapters=()), target, today=TODAY)
    assert failures(target) == []
    assert len(PdfReader(target).pages) == 1


def test_page_breaks_at_the_end_leave_no_empty_page(tmp_path: Path) -> None:
    target = tmp_path / "a.pdf"
    blocks = (Paragraph(rich("slot")), PageBreak(), PageBreak())
    chapters = (Chapter("c", "Slot", blocks), Chapter("d", "", (PageBreak(),), new_page=True))
    draw_pdf(replace(manuscript(), chapters=chapters), target, today=TODAY)
    assert len(PdfReader(target).pages) == 2


def test_long_cover_goes_on(tmp_path: Path) -> None:
    target = tmp_path / "a.pdf"
    whole = manuscript()
    cover = replace(whole.cover, title="Samen " * 60, lead="Wat wij elkaar beloven. " * 300)
    chapter = Chapter("c", "Slot", (Paragraph(rich("Einde.")),), number="1")
    draw_pdf(replace(whole, cover=cover, chapters=(chapter,)), target, today=TODAY)
    assert failures(target) == []
    assert text(target).count("beloven.") == 300


def test_solid_capsule_is_final(tmp_path: Path) -> None:
    dashes = []
    for final in (False, True):
        target = tmp_path / f"{final}.pdf"
        draw_pdf(replace(manuscript(), final=final), target, today=TODAY)
        with pikepdf.open(target) as pdf:
            content = pdf.pages[1].Contents.read_bytes()
        dashes.append(b"[2.2 1.6] 0 d" in content)
    assert dashes == [True, False]


def test_page_of_a_partner_is_valid(tmp_path: Path) -> None:
    target = tmp_path / "a.pdf"
    draw_pdf(sample_partner.manuscript(), target, today=TODAY, page="partner")
    assert failures(target) == []
    reader = PdfReader(target)
    assert len(reader.pages) == 1
    assert [round(float(n) * 25.4 / 72) for n in reader.pages[0].mediabox[2:]] == [105, 297]
    words = text(target)
    assert "Inhoud" not in words
    assert "Concept" not in words
    assert "Pagina 1 van 1" in words


def test_text_keeps_within_the_margins(drawn: Path) -> None:
    found = text(drawn, "-bbox")
    rights = [float(part.split('"')[0]) for part in found.split('xMax="')[1:]]
    lefts = [float(part.split('"')[0]) for part in found.split('xMin="')[1:]]
    assert max(rights) < 595.3 - 25 / 25.4 * 72 + 1
    assert min(lefts) > 25 / 25.4 * 72 - 1
