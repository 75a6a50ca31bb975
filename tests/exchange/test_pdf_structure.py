"""The tags: what is read aloud, in which order, and as what."""

from dataclasses import replace
from datetime import date
from itertools import pairwise
from pathlib import Path

import pikepdf
import pytest

from ozj_desktop.exchange.pdf import draw_pdf
from ozj_desktop.model.blocks import (
    Block,
    Cell,
    Column,
    Entry,
    Figure,
    Heading,
    Item,
    KeyValues,
    Listing,
    Mark,
    Paragraph,
    Row,
    Run,
    Table,
    rich,
)
from tests.exchange.pdf_reading import drawn, elements, failures, text
from tests.exchange.sample_agreements import agreement
from tests.exchange.sample_manuscript import manuscript

LONG = "Een zin die over bladzijden gaat. "


def roles(path: Path, *wanted: str) -> list[tuple[str, str]]:
    return [(role, words.strip()) for _, role, words in elements(path) if role in wanted]


def table(*rows: tuple[str, ...], columns: int = 2) -> Table:
    heads = tuple(Column(f"Kop {n}") for n in range(columns))
    return Table(heads, tuple(Row(tuple(Cell((rich(w),)) for w in row)) for row in rows), "Tabel")


def test_headings_skip_no_level(tmp_path: Path) -> None:
    target = tmp_path / "a.pdf"
    draw_pdf(manuscript(), target, today=date(2026, 11, 20), contents_from=1)
    levels = [int(role[1]) for role, _ in roles(target, *(f"H{n}" for n in range(1, 7)))]
    assert levels[0] == 1
    assert all(after <= before + 1 for before, after in pairwise(levels))
    assert levels.count(1) == 11  # ten chapters and the contents


def test_third_level_without_second_is_a_second(tmp_path: Path) -> None:
    told = (Heading("Eerst", 3), Heading("Dan", 2), Heading("Diep", 3), Heading("Weer", 2))
    target = drawn(tmp_path / "a.pdf", *told)
    found = roles(target, "H1", "H2", "H3")
    assert [role for role, _ in found] == ["H1", "H1", "H2", "H2", "H3", "H2"]
    assert failures(target) == []


def test_labels_are_headings_below_their_agreement(tmp_path: Path) -> None:
    target = drawn(tmp_path / "a.pdf", *agreement(7, "Eén plan"))
    found = roles(target, "H2", "H3")
    assert found[0] == ("H2", "7 Eén plan")
    assert found[1:4] == [("H3", "Wat"), ("H3", "Waarom"), ("H3", "Wie doet wat wanneer")]


def test_paragraph_over_pages_is_one_element(tmp_path: Path) -> None:
    target = drawn(tmp_path / "a.pdf", Paragraph(rich(LONG * 300)))
    found = [words for role, words in roles(target, "P") if words.startswith("Een zin")]
    assert [words.count("gaat.") for words in found] == [300]
    assert failures(target) == []


def test_cell_over_pages_is_one_element_and_heads_are_said_once(tmp_path: Path) -> None:
    target = drawn(tmp_path / "a.pdf", table(("naam", LONG * 300), ("ander", "kort")))
    found = [words for role, words in roles(target, "TD") if words.startswith("Een zin")]
    assert [words.count("gaat.") for words in found] == [300]
    assert len(roles(target, "TR")) == 3
    assert [words for _, words in roles(target, "TH")] == ["Kop 0", "Kop 1", "naam", "ander"]
    assert text(target).count("Kop 0") > 3
    assert failures(target) == []


def test_table_over_pages_is_one_table(tmp_path: Path) -> None:
    rows = tuple((f"rij {n}", LONG) for n in range(1200))
    target = drawn(tmp_path / "a.pdf", table(*rows))
    with pikepdf.open(target) as pdf:
        found = [str(o.S) for o in pdf.objects if isinstance(o, pikepdf.Dictionary) and "/S" in o]
    counted = [found.count(f"/{role}") for role in ("Table", "THead", "TBody", "TR", "TD")]
    assert counted == [1, 1, 1, 1201, 1200]
    assert failures(target) == []


def test_table_cells_have_their_scope(tmp_path: Path) -> None:
    target = drawn(tmp_path / "a.pdf", table(("a", "b")))
    scopes: list[str] = []
    with pikepdf.open(target) as pdf:
        for element in pdf.objects:
            if isinstance(element, pikepdf.Dictionary) and element.get("/S") == "/TH":
                scopes.append(str(element.A.Scope))
    assert sorted(scopes) == ["/Column", "/Column", "/Row"]


def test_cell_with_lines_has_paragraphs(tmp_path: Path) -> None:
    cell = Cell((rich("eerste"), rich("tweede"), rich("derde")), Mark.HALF)
    row = Row((Cell((rich("naam"),)), cell))
    target = drawn(tmp_path / "a.pdf", Table((Column("A"), Column("B")), (row,)))
    found = elements(target)
    place = next(i for i, (_, role, _) in enumerate(found) if role == "TD")
    depth = found[place][0]
    assert [(d - depth, r, w.strip()) for d, r, w in found[place + 1 : place + 4]] == [
        (1, "P", "eerste"),
        (1, "P", "tweede"),
        (1, "P", "derde"),
    ]


def test_lists_are_nested(tmp_path: Path) -> None:
    inner = (Item(rich("diep een")), Item(rich("diep twee")))
    listing = Listing((Item(rich("een"), inner), Item(rich("twee"))), numbered=True)
    target = drawn(tmp_path / "a.pdf", listing)
    found = [(d, r, w.strip()) for d, r, w in elements(target)]
    place = next(i for i, (_, role, _) in enumerate(found) if role == "L")
    depth = found[place][0]
    assert [(d - depth, r, w) for d, r, w in found[place:]] == [
        (0, "L", ""),
        (1, "LI", ""),
        (2, "Lbl", "1"),
        (2, "LBody", ""),
        (3, "P", "een"),
        (3, "L", ""),
        (4, "LI", ""),
        (5, "Lbl", "–"),
        (5, "LBody", "diep een"),
        (4, "LI", ""),
        (5, "Lbl", "–"),
        (5, "LBody", "diep twee"),
        (1, "LI", ""),
        (2, "Lbl", "2"),
        (2, "LBody", "twee"),
    ]
    assert failures(target) == []


def test_link_encloses_its_words(tmp_path: Path) -> None:
    told = (Run("Zie "), Run("de site", link="https://example.nl/é"), Run(" of "))
    told += (Run("bel ons", link="tel:0001"), Run("."))
    target = drawn(tmp_path / "a.pdf", Paragraph(told))
    found = [(r, w) for _, r, w in elements(target) if r in ("P", "Link")]
    links = [words.strip() for role, words in found if role == "Link"]
    assert links[-2:] == ["de site", "bel ons"]
    with pikepdf.open(target) as pdf:
        notes = list(pdf.pages[-1].obj.Annots)
        assert [str(note.A.URI) for note in notes] == ["https://example.nl/%C3%A9", "tel:0001"]
        assert [str(note.Contents) for note in notes] == ["https://example.nl/é", "Bel 0001"]
        assert all(note.F == 4 for note in notes)
    assert failures(target) == []


def test_link_over_lines_is_one_link(tmp_path: Path) -> None:
    told = (Run("Zie "), Run("woord " * 60, link="https://example.nl"), Run(" en verder."))
    target = drawn(tmp_path / "a.pdf", Paragraph(told))
    with pikepdf.open(target) as pdf:
        (note,) = pdf.pages[-1].obj.Annots
        assert len(note.QuadPoints) == 8 * 4
    assert failures(target) == []


@pytest.mark.parametrize(
    "link", ["javascript:alert(1)", "file:///etc/passwd", "#nergens", "#", "https:", "niets"]
)
def test_other_links_are_plain_words(tmp_path: Path, link: str) -> None:
    target = drawn(tmp_path / "a.pdf", Paragraph((Run("woorden", link=link),)))
    with pikepdf.open(target) as pdf:
        assert "/Annots" not in pdf.pages[-1].obj
    assert "woorden" in text(target)


def test_links_within_lead_to_headings_and_rows(tmp_path: Path) -> None:
    links = (Run("kop", link="#a"), Run(" "), Run("rij", link="#b"))
    row = Row((Cell((rich("naam"),)), Cell((rich("x"),))), anchor="b")
    blocks: list[Block] = [Paragraph(links), *[Paragraph(rich(LONG * 20))] * 20]
    blocks += [Heading("Kop", anchor="a"), *[Paragraph(rich(LONG * 20))] * 20]
    blocks += [Table((Column("A"), Column("B")), (row,))]
    target = drawn(tmp_path / "a.pdf", *blocks)
    pages = text(target).split("\f")
    with pikepdf.open(target) as pdf:
        numbers = {page.obj.objgen: n for n, page in enumerate(pdf.pages)}
        notes = list(pdf.pages[2].obj.Annots)
        found = [numbers[note.Dest[0].objgen] for note in notes]
    assert "\nKop\n" in pages[found[0]]
    assert "naam" in pages[found[1]]
    assert failures(target) == []


def test_side_by_side_is_read_column_by_column(tmp_path: Path) -> None:
    left = Entry("Links", (Paragraph(rich("eerste")), Paragraph(rich("tweede"))))
    right = Entry("Rechts", (Paragraph(rich("derde")),), tone="tint")
    target = drawn(tmp_path / "a.pdf", KeyValues((left, right), "across"))
    found = [words for _, words in roles(target, "H2", "P") if words in WORDS]
    assert found == WORDS
    assert len(roles(target, "Div")) == 2


WORDS = ["Links", "eerste", "tweede", "Rechts", "derde"]


def test_marks_are_not_said(tmp_path: Path) -> None:
    target = drawn(tmp_path / "a.pdf", Paragraph(rich("akkoord"), mark=Mark.FULL))
    assert ("P", "akkoord") in roles(target, "P")
    assert failures(target) == []


@pytest.mark.parametrize("count", [1, 14])
def test_round_table_is_told_in_words(tmp_path: Path, count: int) -> None:
    data = tuple((f"Partij {n} met een heel lange naam van de regio", "half") for n in range(count))
    target = drawn(tmp_path / "a.pdf", Figure("round_table", data, "Allen rond de tafel"))
    with pikepdf.open(target) as pdf:
        told = [
            str(o.Alt) for o in pdf.objects if isinstance(o, pikepdf.Dictionary) and "/Alt" in o
        ]
    assert "Allen rond de tafel" in told
    assert failures(target) == []


def test_large_round_table_is_only_told(tmp_path: Path) -> None:
    data = tuple((f"Partij {n}", "half") for n in range(15))
    target = drawn(tmp_path / "a.pdf", Figure("round_table", data, "Vijftien partijen"))
    assert ("P", "Vijftien partijen") in roles(target, "P")
    assert roles(target, "Figure") == []


def test_agreement_is_kept_on_one_page(tmp_path: Path) -> None:
    short = [
        block
        for n in range(1, 30)
        for block in (
            Heading(f"Titel{n}", 2, str(n), "Afspraak", f"a{n}"),
            KeyValues((Entry("Wat", (Paragraph(rich(LONG * 25)),)), Entry("Slot", _end(n)))),
        )
    ]
    target = drawn(tmp_path / "a.pdf", *short)
    pages = text(target).split("\f")
    pages = pages[pages.index(next(p for p in pages if "einde1." in p)) :]
    for number in range(1, 30):
        page = next(p for p in pages if f"einde{number}." in p)
        assert f"Titel{number}\n" in page


def _end(number: int) -> tuple[Block, ...]:
    return (Paragraph(rich(f"einde{number}.")),)


def test_long_agreement_starts_where_there_is_room(tmp_path: Path) -> None:
    long = (
        Heading("Lang", 2, "1", "Afspraak", "a1"),
        KeyValues((Entry("Wat", (Paragraph(rich(LONG * 400)),)),)),
    )
    target = drawn(tmp_path / "a.pdf", Paragraph(rich(LONG * 20)), *long)
    assert "Lang" in text(target).split("\f")[2]
    assert failures(target) == []


def test_endless_heading_is_in_the_contents_with_its_page(tmp_path: Path) -> None:
    blocks = [Paragraph(rich(LONG * 60)) for _ in range(3)]
    endless = Heading("woord " * 500, 2, "8", "", "x")
    target = drawn(tmp_path / "a.pdf", *blocks, endless, Paragraph(rich("slot")))
    pages = text(target, "-layout").split("\f")
    begun = next(n for n, page in enumerate(pages, 1) if n > 2 and "woord woord" in page)
    line = next(line for line in pages[1].splitlines() if "…" in line)
    assert line.split()[-1] == str(begun)


def test_heading_is_not_left_alone(tmp_path: Path) -> None:
    for lines in range(30, 48):
        blocks = [Paragraph(rich("regel")) for _ in range(lines)]
        last = (Heading("Kopje"), Paragraph(rich("eronder")))
        target = drawn(tmp_path / f"{lines}.pdf", *blocks, *last)
        (page,) = (p for p in text(target).split("\f") if "Kopje" in p)
        assert "eronder" in page


@pytest.mark.parametrize("loss", ["Lang", "Alt", "MarkInfo", "content"])
def test_validator_notices_a_loss(tmp_path: Path, loss: str) -> None:
    target = tmp_path / "a.pdf"
    draw_pdf(replace(manuscript(), chapters=()), target, today=date(2026, 11, 20))
    assert failures(target) == []
    with pikepdf.open(target, allow_overwriting_input=True) as pdf:
        _lose(pdf, loss)
        pdf.save(target)
    assert failures(target) != []


def _lose(pdf: pikepdf.Pdf, loss: str) -> None:
    if loss == "Alt":
        figure = next(
            o for o in pdf.objects if isinstance(o, pikepdf.Dictionary) and o.get("/S") == "/Figure"
        )
        del figure.Alt
    elif loss == "content":
        page = pdf.pages[0].obj
        content = page.Contents.read_bytes().replace(b"/Artifact BMC", b"q", 1)
        page.Contents = pdf.make_stream(content.replace(b"EMC", b"Q", 1))
    else:
        del pdf.Root[f"/{loss}"]


def test_narrow_column_does_not_cut_its_words(tmp_path: Path) -> None:
    columns = (Column("Wie", 60), Column("Rol", 3), Column("Wat", 40))
    row = Row(tuple(Cell((rich(w),)) for w in ("ROC", "geïnformeerd", "denkt mee")))
    target = drawn(tmp_path / "a.pdf", Table(columns, (row,)))
    assert "geïnformeerd" in text(target)
