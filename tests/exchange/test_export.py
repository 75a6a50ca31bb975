"""The one door to files that leave the program: which document, where to, and whole or not."""

import os
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from ozj_desktop.errors import Cancelled, UserError
from ozj_desktop.exchange.export import export, format_of, suggested_name
from ozj_desktop.exchange.request import Request
from ozj_desktop.exchange.which import chosen_document, chosen_party
from ozj_desktop.model.agreements import Agreement
from ozj_desktop.model.assent import included
from ozj_desktop.model.collaboration import Collaboration
from ozj_desktop.model.documents import Document, Stage
from ozj_desktop.model.facts import Facts
from ozj_desktop.model.parties import Party
from tests.exchange.conftest import TODAY
from tests.model.region import Region

FORMATS = ["pdf", "docx", "xlsx", "eml"]


def files(folder: Path) -> list[str]:
    return sorted(p.name for p in folder.iterdir())


@pytest.fixture
def out(tmp_path) -> Path:
    folder = tmp_path / "uit"
    folder.mkdir()
    return folder


@pytest.fixture
def region(know) -> Facts:
    made = Region()
    made.town = replace(made.town, short_name="Lindebroek")
    return know(*made.agreed(), Collaboration(name="Samen"))


def write(facts: Facts, target: Path, **how) -> str:
    progress = how.pop("progress", None)
    more = {"progress": progress} if progress else {}
    return export(facts.source, target, Request(**how), today=TODAY, **more)


# Which document


def documents(*names: str) -> list[Document]:
    return [Document(name=name) for name in names]


@pytest.mark.parametrize(
    ("asked", "expected"),
    [
        ("Convenant", "Convenant"),
        ("convenant", "Convenant"),
        ("  CONVENANT ", "Convenant"),
        ("lea", "LEA 2027"),
        ("eén plan", "Één plan voor iedereen"),
        ("agenda", "Agenda jeugd"),
    ],
)
def test_a_document_is_found_by_its_name_or_a_part_of_it(know, asked, expected):
    facts = know(
        *documents("Convenant", "Convenant 2", "LEA 2027", "Één plan voor iedereen", "Agenda jeugd")
    )
    assert chosen_document(facts, asked).name == expected


@pytest.mark.parametrize(
    ("asked", "told"),
    [
        ("LEA", "Een stuk ‘LEA’ past bij meer stukken. Kies uit ‘LEA 2026’ en ‘LEA 2027’."),
        ("weg", "Een stuk ‘weg’ is er niet. Kies uit ‘LEA 2026’, ‘LEA 2027’ en ‘Visie’."),
    ],
)
def test_a_name_that_is_not_clear_is_told_with_the_choices(know, asked, told):
    facts = know(*documents("LEA 2026", "LEA 2027", "Visie"))
    with pytest.raises(UserError) as found:
        chosen_document(facts, asked)
    assert str(found.value) == told


def test_without_a_name_the_first_that_was_submitted_is_meant(know):
    region = Region()
    first = Document(name="eerst")
    facts = know(first, *region.agreed())
    assert chosen_document(facts, "").name == region.document.name
    assert chosen_document(know(first, Document(name="later")), "").name == "eerst"


def test_a_dossier_without_documents_is_one_document_of_all_agreements(know):
    facts = know(Collaboration(name="Samen"), Agreement(title="a"), Agreement(title="b"))
    document = chosen_document(facts, "")
    assert document.name == "Samen"
    assert [a.title for a in included(facts, document)] == ["a", "b"]
    assert facts.source.count(Document) == 0
    assert chosen_document(know(), "").name == "Onze afspraken"


def test_a_name_in_a_dossier_without_documents_is_told(know):
    with pytest.raises(UserError, match="nog geen stukken"):
        chosen_document(know(Agreement(title="a")), "convenant")


# Which party


@pytest.mark.parametrize("asked", ["Gemeente Lindebroek", "lindebroek", "LINDE", " school "])
def test_a_party_is_found_by_its_name_its_short_name_or_a_part(region, asked):
    document = chosen_document(region, "")
    expected = "Schoolbestuur" if "school" in asked else "Gemeente Lindebroek"
    assert chosen_party(region, document, asked).name == expected


@pytest.mark.parametrize("asked", ["", "  ", "weg", "e"])
def test_a_party_that_is_not_clear_is_told_with_the_choices(region, asked):
    with pytest.raises(UserError) as found:
        chosen_party(region, chosen_document(region, ""), asked)
    assert str(found.value).endswith("Kies uit Gemeente Lindebroek en Schoolbestuur.")


def test_of_things_with_one_name_the_ids_are_told(know):
    one, other, third = Party(name="School"), Party(name="school"), Party(name="Gemeente")
    facts = know(Document(name="x"), one, other, third)
    with pytest.raises(UserError) as found:
        chosen_party(facts, chosen_document(facts, ""), "school")
    assert str(found.value).endswith(f"Kies uit School ({one.id}) en school ({other.id}).")


@pytest.mark.parametrize("name", ["Zorgstichting", ""])
def test_of_two_parties_with_one_name_each_is_chosen_by_its_id(know, name):
    one, other = Party(name=name), Party(name=name)
    facts = know(Document(name="x"), one, other)
    document = chosen_document(facts, "")
    assert chosen_party(facts, document, one.id) == one
    assert chosen_party(facts, document, other.id) == other


def test_a_document_that_nobody_signs_has_no_parts(know):
    facts = know(Document(name="x"), Party(name="Jongeren", signs=False))
    with pytest.raises(UserError, match="nog geen partij die tekent"):
        chosen_party(facts, chosen_document(facts, ""), "Jongeren")


# Where to


@pytest.mark.parametrize("name", ["x.txt", "x", "x.pdf.zip", ".pdf", "x.", "x.doc"])
def test_a_name_that_says_no_format_is_a_sentence(region, out, name):
    with pytest.raises(UserError, match=r"moet eindigen op \.pdf, \.docx, \.xlsx of \.eml|heten"):
        write(region, out / name)
    assert files(out) == []


@pytest.mark.parametrize("name", ["x.PDF", "x.Docx", "één plan.xlsx"])
def test_the_ending_may_be_in_capitals(name):
    assert format_of(Path(name)) in FORMATS


@pytest.mark.parametrize("form", FORMATS)
def test_a_file_is_written_and_said(region, out, form):
    told = write(region, out / f"uit.{form}")
    assert told.startswith(f"uit.{form} is gemaakt: ")
    assert files(out) == [f"uit.{form}"]
    assert (out / f"uit.{form}").stat().st_size > 500


@pytest.mark.parametrize("form", FORMATS)
@pytest.mark.parametrize("public", [False, True])
def test_an_utterly_empty_dossier_can_be_written(know, out, form, public):
    write(know(), out / f"uit.{form}", public=public)
    assert files(out) == [f"uit.{form}"]


def test_a_file_that_was_there_is_replaced_whole(region, out):
    target = out / "uit.docx"
    target.write_text("oud")
    write(region, target)
    assert target.read_bytes().startswith(b"PK")


class Stops:
    """A user who has had enough after so many times."""

    def __init__(self, after: int) -> None:
        self.left = after

    def __call__(self, done: int, total: int) -> None:
        self.left -= 1
        if self.left < 0:
            raise Cancelled("Gestopt.")


@pytest.mark.parametrize("form", FORMATS)
@pytest.mark.parametrize("there", [False, True])
def test_stopping_leaves_nothing_and_what_was_there_stays(region, out, form, there):
    target = out / f"uit.{form}"
    if there:
        target.write_text("van gisteren")
    with pytest.raises(Cancelled):
        write(region, target, progress=Stops(0))
    assert files(out) == [target.name] * there
    assert not there or target.read_text() == "van gisteren"


def test_a_target_that_is_a_folder_is_a_sentence(region, out):
    (out / "map.pdf").mkdir()
    with pytest.raises(UserError, match="is een map"):
        write(region, out / "map.pdf")
    assert files(out) == ["map.pdf"]


def test_a_folder_that_is_not_there_is_a_sentence(region, out):
    with pytest.raises(UserError, match="bestaat niet"):
        write(region, out / "weg" / "uit.docx")
    assert files(out) == []


def test_a_name_that_is_too_long_is_a_sentence(region, out):
    with pytest.raises(UserError, match="te lang"):
        write(region, out / f"{'x' * 300}.docx")
    assert files(out) == []


@pytest.mark.skipif(os.name == "nt" or os.geteuid() == 0, reason="nothing is read-only to root")
def test_a_folder_one_may_not_write_in_is_a_sentence(region, out):
    out.chmod(0o555)
    with pytest.raises(UserError, match="niet schrijven"):
        write(region, out / "uit.docx")
    out.chmod(0o755)


def test_a_request_that_cannot_be_met_leaves_nothing(region, out):
    for how in ({"document": "weg"}, {"what": "part", "party": "weg"}):
        with pytest.raises(UserError):
            write(region, out / "uit.pdf", **how)
    with pytest.raises(UserError, match="alleen als PDF"):
        write(region, out / "uit.docx", what="part", party="Lindebroek")
    assert files(out) == []


def test_the_part_of_one_party_is_written(region, out):
    told = write(region, out / "deel.pdf", what="part", party="lindebroek")
    assert told == "deel.pdf is gemaakt: het deel van Gemeente Lindebroek in ‘Samen naar school’."
    assert files(out) == ["deel.pdf"]


def test_the_dossier_is_only_read(region, out):
    before = dict(region.source.rows.everything())
    last = region.source.history.last
    for form in FORMATS:
        write(region, out / f"uit.{form}")
    assert dict(region.source.rows.everything()) == before
    assert region.source.history.last == last


# Names


@pytest.mark.parametrize(
    ("stage", "public", "expected"),
    [
        (Stage.FROZEN, False, "samen-naar-school_v1_vastgesteld_2026-11-24.pdf"),
        (Stage.DRAFT, False, "samen-naar-school_v1_concept_2026-11-24.pdf"),
        (Stage.FROZEN, True, "samen-naar-school_v1_openbaar_2026-11-24.pdf"),
    ],
)
def test_a_suggested_name_carries_version_status_and_date(know, stage, public, expected):
    region = Region()
    region.document = replace(region.document, stage=stage)
    assert suggested_name(know(*region.agreed()), region.document, "pdf", public) == expected


@pytest.mark.parametrize("name", ["", "x" * 300, "../../etc/passwd", "CON", "👩‍🏫", "a\nb", "שלום"])
def test_a_suggested_name_is_plain_ascii_and_stays_in_its_folder(know, name):
    document = Document(name=name)
    found = suggested_name(know(document), document, "docx")
    assert found.isascii()
    assert len(found) <= 100
    assert Path(found).name == found
    assert found.endswith(f"_{date(2026, 11, 24)}.docx")
