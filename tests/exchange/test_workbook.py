"""The workbook, read back with openpyxl, with calamine and with LibreOffice."""

import shutil
import subprocess
import tempfile
import zipfile
from collections.abc import Callable
from datetime import date, datetime
from html import unescape
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from openpyxl import load_workbook
from python_calamine import CalamineWorkbook

from ozj_desktop.errors import Cancelled, UserError
from ozj_desktop.exchange.build import build
from ozj_desktop.exchange.swap import writing
from ozj_desktop.exchange.workbook import write_workbook
from ozj_desktop.exchange.xlsx_look import CUT, MOST, fitting, serial
from ozj_desktop.model.actions import Action
from ozj_desktop.model.agreements import Agreement, Contribution, Role
from ozj_desktop.model.collaboration import Collaboration
from ozj_desktop.model.documents import (
    Assent,
    Deviation,
    Document,
    Inclusion,
    Stage,
    TableAssent,
    Version,
)
from ozj_desktop.model.facts import Facts
from ozj_desktop.model.parties import Contact, Party
from ozj_desktop.model.record import Record
from ozj_desktop.paths import resource
from ozj_desktop.store.dossier import Dossier

TODAY = date(2026, 11, 24)
SHEETS = ["Overzicht", "Afspraken", "Bijdragen en akkoord", "Acties", "Partijen", "Let op"]
HOSTILE = [
    '=cmd|"/C calc"!A1', "+1+1", "-2+3", "@SUM(A1)", "\t=1+1", "#N/A", "#REF!", "=", "=1", "'=1",
    "a\x00b\x07c", "<b>vet</b> & ]]>", "👩‍🏫 🇳🇱", "a\u202eb", "الخطة", "een\ntwee\r\ndrie",
    "kop\ud800staart", "Naam " * 60,
]  # fmt: skip

Made = Callable[..., Facts]


@pytest.fixture
def facts(tmp_path: Path) -> Made:
    def made(*records: Record) -> Facts:
        dossier = Dossier.in_memory(tmp_path / "a.ozj")
        with dossier.step("filled"):
            dossier.save(*records)
        return Facts(dossier, TODAY)

    return made


@pytest.fixture(scope="module")
def region(tmp_path_factory: pytest.TempPathFactory) -> Facts:
    place = tmp_path_factory.mktemp("regio") / "regio.ozj"
    build(resource("demo/voorbeeldregio.toml"), place, today=TODAY)
    return Facts(Dossier.read(place), TODAY)


def written(facts: Facts, tmp_path: Path, **how: Any) -> Path:
    target = tmp_path / "boek.xlsx"
    write_workbook(facts, target, **how)
    return target


def tables(path: Path) -> dict[str, list[dict[str, Any]]]:
    """Per sheet its rows, by the titles of their columns; read by calamine."""
    found = {}
    for name in CalamineWorkbook.from_path(str(path)).sheet_names[1:]:
        sheet = CalamineWorkbook.from_path(str(path)).get_sheet_by_name(name)
        _, _, _, head, *rows = sheet.to_python(skip_empty_area=False)
        found[name] = [dict(zip(head, row, strict=True)) for row in rows]
    return found


def everything(path: Path) -> str:
    """All text in all parts of the file."""
    with zipfile.ZipFile(path) as archive:
        return unescape("\n".join(archive.read(n).decode() for n in archive.namelist()))


def convenant(stage: Stage = Stage.FROZEN) -> dict[str, Any]:
    """A document of two agreements: one party agrees, the other not with the second."""
    first, second = Party(name="Gemeente", position=1), Party(name="School", position=2)
    one = Agreement(title="Eén plan", ends_on=date(2027, 8, 1), what="Samen.", made_at="")
    two = Agreement(title="Geld", confidential=True, internal_remark="stil houden")
    document = Document(name="Convenant", stage=stage)
    version = Version(
        document=document.id,
        major=1,
        minor=0,
        submitted_on=date(2026, 10, 1),
        agreements=frozenset({one.id, two.id}),
    )
    yes = Assent(
        version=version.id,
        party=first.id,
        table=TableAssent.AGREED,
        decided_on=date(2026, 11, 2),
        signed_on=date(2026, 11, 20),
    )
    no = Assent(version=version.id, party=second.id, table=TableAssent.RESERVED)
    return {
        "first": first,
        "second": second,
        "one": one,
        "two": two,
        "document": document,
        "in1": Inclusion(document=document.id, agreement=one.id, position=1),
        "in2": Inclusion(document=document.id, agreement=two.id, position=2),
        "version": version,
        "yes": yes,
        "no": no,
        "but": Deviation(
            assent=yes.id, agreement=two.id, table=TableAssent.REFUSED, note="te duur"
        ),
        "does": Contribution(
            agreement=one.id, party=first.id, role=Role.LEADS, what="uren", by=date(2027, 2, 1)
        ),
        "person": Contact(party=first.id, name="A. Bakker", email="a@b.example", phone="06-1"),
        "about": Collaboration(name="Samen & sterk"),
    }


def test_it_has_the_sheets_of_the_house(region: Facts, tmp_path: Path) -> None:
    path = written(region, tmp_path)
    assert CalamineWorkbook.from_path(str(path)).sheet_names == SHEETS
    found = tables(path)
    assert [len(found["Afspraken"]), len(found["Partijen"])] == [
        len(region.all(Agreement)),
        len(region.all(Party)),
    ]


def test_dates_and_counts_are_no_text(region: Facts, tmp_path: Path) -> None:
    row = tables(written(region, tmp_path))["Afspraken"][0]
    assert isinstance(row["Vanaf"], date)
    assert isinstance(row["Akkoord"], float)
    book = load_workbook(tmp_path / "boek.xlsx")
    cell = book["Afspraken"]["E5"]
    assert isinstance(cell.value, datetime)
    assert cell.number_format == "d-m-yyyy"
    assert book["Afspraken"]["J5"].number_format == '0;-0;"–"'


def test_what_parties_do_and_say_stands_per_agreement(facts: Made, tmp_path: Path) -> None:
    found = tables(written(facts(*convenant().values()), tmp_path))
    one, two = found["Afspraken"]
    assert (one["Trekker"], one["Uiterlijk"]) == ("Gemeente", date(2027, 8, 1))
    assert (one["Akkoord"], one["Onder voorbehoud"], one["Niet akkoord"]) == (1, 1, 0)
    assert (two["Akkoord"], two["Onder voorbehoud"], two["Niet akkoord"]) == (0, 1, 1)
    assert one["Gezegd bij"] == "Convenant, versie 1"
    assert one["Stukken"] == "Convenant (1)"
    rows = {(r["Nr."], r["Partij"]): r for r in found["Bijdragen en akkoord"]}
    assert rows[1, "Gemeente"]["Rol"] == "trekker"
    assert rows[1, "Gemeente"]["Akkoord aan tafel"] == "●  akkoord"
    assert rows[2, "Gemeente"]["Akkoord aan tafel"] == "✕  niet akkoord"
    assert rows[2, "Gemeente"]["Toelichting"] == "te duur"
    assert rows[2, "School"]["Akkoord aan tafel"] == "◐  onder voorbehoud"
    assert rows[1, "Gemeente"]["Besloten op"] == date(2026, 11, 2)


def test_a_text_that_is_being_changed_says_so(facts: Made, tmp_path: Path) -> None:
    found = tables(written(facts(*convenant(Stage.DRAFT).values()), tmp_path))
    assert found["Afspraken"][0]["Gezegd bij"] == "Convenant, versie 1 (wordt gewijzigd)"


def test_it_can_be_about_one_document(facts: Made, tmp_path: Path) -> None:
    told = convenant()
    other = Agreement(title="Elders")
    to_do = Action(what="bellen", came_from=told["one"].id)
    mine = facts(*told.values(), other, to_do, Action(what="iets anders"))
    found = tables(written(mine, tmp_path, document=told["document"]))
    assert [r["Afspraak"] for r in found["Afspraken"]] == ["Eén plan", "Geld"]
    assert [(r["Wat"], r["Nr."]) for r in found["Acties"]] == [("bellen", 1)]
    assert len(tables(written(mine, tmp_path))["Afspraken"]) == 3


def test_the_public_one_keeps_secrets(facts: Made, tmp_path: Path) -> None:
    told = convenant()
    secret = Action(what="geheim overleg", came_from=told["two"].id)
    mine = facts(*told.values(), secret, Action(what="ook niet"))
    path = written(mine, tmp_path, public=True)
    assert CalamineWorkbook.from_path(str(path)).sheet_names == SHEETS[:-1]
    text = everything(path)
    for hidden in ("Geld", "Bakker", "a@b", "06-1", "te duur", "geheim", "ook niet", "Getekend op"):
        assert hidden not in text
    assert "Eén plan" in text
    assert "Openbare versie" in text


def test_internal_remarks_are_never_in_it(facts: Made, tmp_path: Path) -> None:
    party = Party(name="Gemeente", remark="intern over gemeente")
    text = everything(written(facts(*convenant().values(), party), tmp_path))
    assert "stil houden" not in text
    assert "intern over" not in text
    assert "a@b.example" in text


def test_actions_that_are_late_stand_out(facts: Made, tmp_path: Path) -> None:
    mine = facts(Action(what="a", due=date(2026, 11, 1)), Action(what="b", due=date(2027, 1, 1)))
    found = tables(written(mine, tmp_path))["Acties"]
    assert [r["Stand"] for r in found] == ["▲  te laat", "☐  open"]


@pytest.mark.parametrize("text", HOSTILE)
def test_no_text_becomes_a_formula(facts: Made, tmp_path: Path, text: str) -> None:
    mine = facts(
        Collaboration(name=text, footer=text),
        Agreement(title=text, what=text, result=text),
        Party(name=text, short_name=text),
        Action(what=text, note=text),
        Document(name=text),
    )
    path = written(mine, tmp_path)
    book = load_workbook(path)
    for sheet in book.worksheets:
        for row in sheet.iter_rows():
            assert {cell.data_type for cell in row} <= {"s", "n", "d"}
    cell, kept = book["Afspraken"]["B5"], fitting(mine.all(Agreement)[0].title)
    assert cell.value == kept
    assert bool(cell.quotePrefix) == (kept[:1] in "=+-@#")
    assert tables(path)["Acties"][0]["Wat"].strip() == kept.strip()


CODES = ["_x0041_", "a_x000D_b", "_x005F_", "_x00e9_ en _xABCD_", "_x12_", "_x0041_x0042_"]


@pytest.mark.parametrize("text", CODES)
def test_no_text_is_taken_for_the_code_of_a_letter(facts: Made, tmp_path: Path, text: str) -> None:
    path = written(facts(Action(what=text)), tmp_path)
    assert tables(path)["Acties"][0]["Wat"] == text


def test_what_cannot_be_seen_makes_no_cell(facts: Made, tmp_path: Path) -> None:
    path = written(facts(Agreement(title="\x07\u202e", what="a")), tmp_path)
    assert load_workbook(path)["Afspraken"]["B5"].value is None


def test_a_long_text_is_cut_where_one_can_see_it(facts: Made, tmp_path: Path) -> None:
    emoji = "👩" * 20_000
    mine = facts(Agreement(title="x" * 40_000, what=emoji), Agreement(title="y" * 32_767))
    path = written(mine, tmp_path)
    first, second = tables(path)["Afspraken"]
    assert first["Afspraak"].endswith(CUT)
    assert first["Wat"].endswith(CUT)
    assert len(first["Wat"].encode("utf-16-le")) // 2 <= MOST
    assert second["Afspraak"] == "y" * 32_767


def test_days_before_excel_began_are_words() -> None:
    assert serial(date(2026, 11, 24)) == 46350
    assert serial(date(1900, 3, 1)) == 61
    assert serial(date(202, 1, 9)) == "9-1-202"


def test_an_empty_dossier_says_so(facts: Made, tmp_path: Path) -> None:
    path = written(facts(), tmp_path)
    book = load_workbook(path)
    assert book["Afspraken"]["A5"].value == "Er zijn nog geen afspraken."
    assert book["Overzicht"]["A1"].value == "Samenwerking"


def test_it_is_ready_to_filter_and_to_print(region: Facts, tmp_path: Path) -> None:
    book = load_workbook(written(region, tmp_path))
    sheet = book["Afspraken"]
    assert sheet.auto_filter.ref == f"A4:S{4 + len(region.all(Agreement))}"
    assert sheet.freeze_panes == "C5"
    assert sheet.print_title_rows == "$4:$4"
    assert (sheet.page_setup.orientation, sheet.page_setup.paperSize) == ("landscape", 9)
    assert sheet.sheet_properties.pageSetUpPr.fitToPage
    assert not sheet.sheet_view.showGridLines
    assert book["Overzicht"].page_setup.fitToHeight == 1
    assert book["Acties"].page_setup.fitToWidth == 1
    assert "Pagina &P van &N" in sheet.oddFooter.right.text
    assert book.properties.language == "nl-NL"
    assert "stand 24 november 2026" in book.properties.title


def test_an_ampersand_in_a_name_is_no_code(facts: Made, tmp_path: Path) -> None:
    text = everything(written(facts(*convenant().values()), tmp_path))
    assert "Samen && sterk" in text


def test_the_overview_counts(facts: Made, tmp_path: Path) -> None:
    path = written(facts(*convenant().values()), tmp_path)
    rows = CalamineWorkbook.from_path(str(path)).get_sheet_by_name("Overzicht").to_python()
    counts = {row[0]: row[1] for row in rows}
    assert rows[0][0] == "Samen & sterk"
    assert (counts["Voorgelegd"], counts["Concept"], counts["Partijen"]) == (2, 0, 2)
    head, document = next((a, b) for a, b in pairwise(rows) if a[0] == "Stuk")
    told = dict(zip(head, document, strict=True))
    assert (told["Stuk"], told["Akkoord"], told["Met een uitzondering"]) == ("Convenant", 0, 1)


def test_cancelling_leaves_nothing(region: Facts, tmp_path: Path) -> None:
    def stop(done: int, total: int) -> None:
        raise Cancelled

    before = set(Path(tempfile.gettempdir()).glob("openpyxl.*"))
    with pytest.raises(Cancelled):
        written(region, tmp_path, progress=stop)
    assert not (tmp_path / "boek.xlsx").exists()
    assert set(Path(tempfile.gettempdir()).glob("openpyxl.*")) <= before


def test_progress_comes_to_its_end(region: Facts, tmp_path: Path) -> None:
    told: list[tuple[int, int]] = []
    written(region, tmp_path, progress=lambda *n: told.append(n))
    assert [done for done, _ in told] == sorted(done for done, _ in told)
    assert told[-1][0] == told[-1][1]


@pytest.mark.skipif(not shutil.which("prlimit"), reason="no way to make the disk small")
def test_a_full_disk_is_told_in_words(region: Facts, tmp_path: Path) -> None:
    import resource as limits

    soft, hard = limits.getrlimit(limits.RLIMIT_FSIZE)
    limits.setrlimit(limits.RLIMIT_FSIZE, (4000, hard))
    try:
        told = pytest.raises(UserError, match="te weinig ruimte")
        with told, writing(tmp_path / "a.xlsx") as beside:
            write_workbook(region, beside)
    finally:
        limits.setrlimit(limits.RLIMIT_FSIZE, (soft, hard))
    assert list(tmp_path.glob("*.xlsx")) == []


@pytest.mark.skipif(not shutil.which("soffice"), reason="no LibreOffice here")
def test_libreoffice_reads_it_whole(region: Facts, tmp_path: Path) -> None:
    path = written(region, tmp_path)
    home = f"-env:UserInstallation={(tmp_path / 'office').as_uri()}"
    subprocess.run(
        ["soffice", "--headless", home, "--convert-to", "csv:Text - txt - csv (StarCalc):"
         "44,34,76,1,,0,false,true,false,false,false,2", "--outdir", tmp_path, path],
        check=True, capture_output=True, timeout=100,
    )  # fmt: skip
    read = next(tmp_path.glob("boek*.csv")).read_text(encoding="utf-8")
    assert region.all(Agreement)[0].title in read
    assert "loopt achter" in read
