"""The internal sheet of one party: who it is, what it said and promised, and what is late."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from ozj_desktop.errors import UserError
from ozj_desktop.exchange.build import build
from ozj_desktop.exchange.export import export
from ozj_desktop.exchange.party_sheet import MOST, party_sheet
from ozj_desktop.exchange.request import Request
from ozj_desktop.model.actions import Action
from ozj_desktop.model.agreements import Agreement, Contribution, Decision, Progress, Role
from ozj_desktop.model.blocks import Manuscript, Row, Run, walk
from ozj_desktop.model.documents import TableAssent
from ozj_desktop.model.facts import Facts
from ozj_desktop.model.parties import Contact, Party
from ozj_desktop.model.record import Record
from ozj_desktop.paths import resource
from ozj_desktop.store.dossier import Dossier
from tests.exchange.pdf_reading import elements, failures, text
from tests.model.region import Region

TODAY = date(2026, 11, 24)
Sheet = Callable[..., Manuscript]


@pytest.fixture
def sheet(know: Callable[..., Facts]) -> Sheet:
    """The sheet of the school in a small region with these records too."""

    def made(*more: Record, region: Region | None = None) -> Manuscript:
        region = region or Region()
        return party_sheet(know(*region.text, *more), region.school)

    return made


def words(made: Manuscript) -> str:
    runs = (run.text for run in walk((made.cover, made.chapters)) if isinstance(run, Run))
    return " | ".join(runs)


def titles(made: Manuscript) -> list[str]:
    return [chapter.title for chapter in made.chapters]


def test_a_party_with_nothing_still_gets_a_sheet_to_write_on(sheet: Sheet) -> None:
    made = sheet()
    assert titles(made) == ["Wie u spreekt", "Wat zij belooft", "Wat wij willen vragen"]
    assert "nog geen contactpersoon" in words(made)
    assert made.status == "Intern"


def test_it_names_people_promises_answers_and_what_it_brings(sheet: Sheet) -> None:
    region = Region()
    region.school = replace(region.school, brings="elf scholen", time="vier uur")
    made = sheet(
        Contact(party=region.school.id, name="I. Terpstra", email="i@school.example", phone="000"),
        Contribution(
            agreement=region.plan.id,
            party=region.school.id,
            role=Role.LEADS,
            what="schrijft het plan",
            by=date(2027, 2, 1),
        ),
        region.says(
            region.school,
            TableAssent.RESERVED,
            decided_on=None,
            reservation_until=date(2026, 12, 17),
            note="de raad beslist",
        ),
        region=region,
    )
    told = words(made)
    for part in ("I. Terpstra", "i@school.example", "trekker: schrijft het plan", "1-2-2027"):
        assert part in told
    assert "daarover wordt besloten op 17 december 2026" in told
    assert "de raad beslist" in told
    assert "elf scholen" in told


def test_what_is_late_comes_first(sheet: Sheet) -> None:
    region = Region()
    region.plan = replace(region.plan, progress=Progress.BEHIND)
    region.document = replace(region.document, asks_by=date(2026, 11, 1))
    made = sheet(
        Contribution(agreement=region.plan.id, party=region.school.id),
        region.says(region.school, TableAssent.SUBMITTED, decided_on=None),
        Action(what="bel de raad", party=region.school.id, due=date(2026, 11, 2)),
        region=region,
    )
    told = [run.text for run in walk(made.cover.blocks) if isinstance(run, Run)]
    assert told == [
        "Nog geen antwoord over ‘Samen naar school’, gevraagd voor 1 november 2026.",
        "Loopt achter: ‘Eén plan’.",
        "1 actie te laat; zie hieronder.",
    ]
    assert "te laat: 2 november 2026" in words(made)


def test_what_is_confidential_or_an_internal_remark_stays_out(sheet: Sheet) -> None:
    region = Region()
    region.plan = replace(region.plan, confidential=True, internal_remark="geheim")
    region.school = replace(region.school, remark="lastig gesprek")
    own = Contribution(agreement=region.plan.id, party=region.school.id, what="iets geheims")
    told = words(sheet(own, region=region))
    assert "1 vertrouwelijke afspraak staat hier niet bij." in told
    assert not {"geheim", "lastig", "Eén plan"} & {*told.split()}
    assert "iets geheims" not in told


def test_a_party_with_very_many_promises_is_told_so(sheet: Sheet) -> None:
    region = Region()
    adopted = Decision.ADOPTED
    agreements = [Agreement(title=f"Afspraak {n}", decision_set=adopted) for n in range(MOST + 3)]
    own = [Contribution(agreement=a.id, party=region.school.id) for a in agreements]
    made = sheet(*agreements, *own, region=region)
    promises = next(c for c in made.chapters if c.key == "promises")
    assert sum(isinstance(part, Row) for part in walk(promises)) == MOST
    assert "En nog 3 afspraken." in words(made)


@pytest.fixture(scope="module")
def example(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("sheet") / "regio.ozj"
    build(resource("demo/voorbeeldregio.toml"), path, today=TODAY, who="A. de Boer")
    return path


@pytest.mark.parametrize("name", ["GGD Oevermark", "De Waterlelie", "Oudergroep Oevermark"])
def test_an_ordinary_party_has_one_sheet_that_everybody_can_read(
    example: Path, tmp_path: Path, name: str
) -> None:
    target = tmp_path / "blad.pdf"
    told = export(Dossier.read(example), target, Request("party", party=name), today=TODAY)
    assert told.startswith("blad.pdf is gemaakt: het partijblad van ")
    assert "Pagina 1 van 1" in text(target)
    assert failures(target) == []
    levels = [int(role[1]) for _, role, _ in elements(target) if role in ("H1", "H2", "H3")]
    assert levels[0] == 1
    assert levels.count(1) == 1


def test_a_party_with_more_goes_on_to_a_second_page(example: Path, tmp_path: Path) -> None:
    target = tmp_path / "blad.pdf"
    request = Request("party", party="Gemeente Lindebroek")
    export(Dossier.read(example), target, request, today=TODAY)
    assert "Pagina 2 van 2" in text(target)
    assert failures(target) == []


@pytest.mark.parametrize(
    ("name", "request_", "part"),
    [
        ("blad.pdf", Request("party", party="bestaat niet"), "Welke partij bedoelt u"),
        ("blad.pdf", Request("party"), "Om welke partij gaat het?"),
        ("blad.docx", Request("party", party="GGD"), "alleen als PDF"),
        ("blad.pdf", Request("party", party="GGD", public=True), "openbare versie is er niet"),
    ],
)
def test_what_cannot_be_made_is_told(
    example: Path, tmp_path: Path, name: str, request_: Request, part: str
) -> None:
    with pytest.raises(UserError, match=part.replace("?", r"\?")):
        export(Dossier.read(example), tmp_path / name, request_, today=TODAY)
    assert not (tmp_path / name).exists()


def test_hard_texts_make_a_sound_sheet(tmp_path: Path) -> None:
    long = "heel lang " * 200
    dossier = Dossier.create(tmp_path / "a.ozj", who="Jan")
    party = Party(name="<b>Partij</b> & 🎉 " + "x" * 200, brings=long, time="\n\n")
    agreements = [Agreement(title=long), Agreement()]
    with dossier.step("filled"):
        dossier.save(party, *agreements, Contact(party=party.id, email="a@b.nl; c@d.nl"))
        for agreement in agreements:
            dossier.save(Contribution(agreement=agreement.id, party=party.id, what=long))
    target = tmp_path / "blad.pdf"
    export(dossier, target, Request("party", party=party.id), today=TODAY)
    assert failures(target) == []
    dossier.close()


def test_a_draft_is_named_as_no_promise_yet(sheet: Sheet) -> None:
    region, draft = Region(), Agreement(title="Een los idee")
    own = Contribution(agreement=draft.id, party=region.school.id)
    made = sheet(draft, own, region=region)
    told = {c.key: "".join(str(c.blocks)) for c in made.chapters}
    assert "Een los idee" in told["open"]
    assert "concept" in told["open"]
    assert "Een los idee" not in told["promises"]
