"""Templates: each becomes a sound dossier, with and without answers, and reads as an example."""

from dataclasses import replace
from datetime import date

import pytest
from pypdf import PdfReader

from ozj_desktop.errors import UserError
from ozj_desktop.exchange.build import build
from ozj_desktop.exchange.content import party_kinds, starting_items
from ozj_desktop.exchange.export import export
from ozj_desktop.exchange.findings import findings
from ozj_desktop.exchange.from_template import (
    Answers,
    Member,
    make,
    named,
    period,
    usual_members,
)
from ozj_desktop.exchange.request import Request
from ozj_desktop.exchange.templates import Template, templates
from ozj_desktop.model.agreements import Agreement, Contribution
from ozj_desktop.model.areas import Area, AreaKind
from ozj_desktop.model.assent import decisions
from ozj_desktop.model.charter import Principle, Term, Vision
from ozj_desktop.model.collaboration import Collaboration
from ozj_desktop.model.documents import Assent, Document, Inclusion, Version
from ozj_desktop.model.facts import Facts
from ozj_desktop.model.forums import Forum
from ozj_desktop.model.parties import Contact, Domain, Party
from ozj_desktop.model.record import Form, fields_of
from ozj_desktop.model.signals import lacking
from ozj_desktop.model.signals_parties import FORGOTTEN, VOICES
from ozj_desktop.paths import resource
from ozj_desktop.store.dossier import Dossier
from ozj_desktop.store.kinds import KINDS

TODAY = date(2026, 11, 24)
LINDEBROEK = Answers(
    area="Lindebroek", starts_on=date(2026, 8, 1), ends_on=date(2030, 7, 31), name="Samen"
)
every_template = pytest.mark.parametrize("template", templates(), ids=lambda t: t.key)


def called(key: str) -> Template:
    return next(t for t in templates() if t.key == key)


@pytest.fixture
def made(tmp_path):
    """`made(template, answers)` is the dossier that comes of it, with the usual parties."""

    def of(template: Template, answers: Answers, *more: Member) -> Dossier:
        members = (*usual_members(template, TODAY), *more)
        target = tmp_path / f"{template.key}.ozj"
        make(template, replace(answers, members=members), target, who="Jan", today=TODAY)
        return Dossier.read(target)

    return of


def texts(dossier):
    for kind in KINDS:
        names = [f.name for f in fields_of(kind) if f.form in (Form.LINE, Form.TEXT)]
        for record in dossier.all(kind):
            yield from ((record, name, getattr(record, name)) for name in names)


def test_there_are_the_five_and_each_says_what_it_is():
    assert [t.key for t in templates()] == ["lea", "grondwet", "oogo", "convenant", "leeg"]
    for template in templates():
        assert template.name
        assert template.about
        assert resource(f"icons/{template.icon}.svg").exists()


@every_template
@pytest.mark.parametrize("answers", [LINDEBROEK, Answers()], ids=["answered", "skipped"])
def test_a_template_becomes_a_sound_dossier(template, answers, made):
    dossier = made(template, answers)
    found = findings(dossier, TODAY)
    assert found.problems == []
    urgent = [s.what for s, _ in found.signals if s.urgent]
    assert urgent == []
    assert dossier.history.last.nature == "final"
    parties = dossier.all(Party)
    assert [p.position for p in parties] == list(range(1, len(parties) + 1))
    assert all(p.kind and p.domain for p in parties)


@every_template
def test_its_documents_are_drawn(template, made, tmp_path):
    dossier = made(template, LINDEBROEK)
    for n, document in enumerate(dossier.all(Document)):
        target = tmp_path / f"{n}.pdf"
        export(dossier, target, Request("agreements", document.name), today=TODAY)
        text = "".join(page.extract_text() for page in PdfReader(target).pages)
        assert "concept" in text.lower()
        assert len(dossier.all(Inclusion, document=document.id)) == dossier.count(Agreement)


@every_template
def test_build_reads_a_template_too(template, tmp_path):
    target = tmp_path / "gebouwd.ozj"
    build(template.path, target, today=TODAY)
    assert findings(Dossier.read(target), TODAY).problems == []


@every_template
def test_an_example_never_looks_like_a_decision(template, made):
    dossier = made(template, LINDEBROEK)
    for kind in (Contribution, Assent, Version, Contact):
        assert dossier.all(kind) == []
    assert decisions(Facts(dossier, TODAY)) == {}
    for agreement in dossier.all(Agreement):
        assert agreement.what.startswith("«")
    for principle in dossier.all(Principle):
        assert principle.example.startswith("«")
    for document in dossier.all(Document):
        for text in (document.lead, document.summary, document.disputes, document.changes):
            assert "«" in text


@every_template
def test_who_wants_to_submit_an_example_hears_what_is_still_to_be_filled_in(template, made):
    dossier = made(template, LINDEBROEK)
    facts = Facts(dossier, TODAY)
    for agreement in dossier.all(Agreement):
        assert "blanks" in {s.code for s in lacking(facts, frozenset([agreement.id]))}


@every_template
def test_every_text_is_whole(template, made):
    for record, name, text in texts(made(template, Answers())):
        found = (record, name, text)
        assert text.count("«") == text.count("»"), found
        assert "  " not in text, found
        assert text == text.strip(), found
        assert not {"TODO", "XXX", "lorem"} & set(text.split()), found


def test_the_big_ones_hold_what_belongs_in_them(made):
    charter = made(called("grondwet"), LINDEBROEK)
    assert 5 <= charter.count(Principle) <= 8
    assert "Lindebroek" in charter.all(Vision)[0].text
    for key in ("grondwet", "lea", "oogo", "convenant"):
        dossier = made(called(key), LINDEBROEK) if key != "grondwet" else charter
        assert 3 <= dossier.count(Agreement) <= 8
        assert dossier.count(Term) >= 2
        assert all(a.topic for a in dossier.all(Agreement))
    assert made(called("leeg"), LINDEBROEK).count(Agreement) == 0


def test_answers_come_in_their_places(made):
    dossier = made(called("lea"), LINDEBROEK)
    about = dossier.all(Collaboration)[0]
    area = dossier.all(Area)[0]
    assert (about.name, about.ends_on, about.area) == ("Samen", date(2030, 7, 31), area.id)
    assert (area.name, area.kind) == ("Lindebroek", AreaKind.MUNICIPALITY)
    document = dossier.all(Document)[0]
    assert document.name == "Lokale Educatieve Agenda Lindebroek"
    assert (document.starts_on, document.ends_on) == (date(2026, 8, 1), date(2030, 7, 31))


def test_without_an_area_names_do_without_and_texts_ask_for_it(made):
    dossier = made(called("grondwet"), Answers())
    assert dossier.all(Area) == []
    assert dossier.all(Document)[0].name == "Grondwet van de regio"
    assert dossier.all(Collaboration)[0].name == "Grondwet van de regio"
    assert "«gebied»" in dossier.all(Vision)[0].text


def test_a_region_is_not_named_twice():
    answers = Answers(area="Regio Oevermark", area_kind=AreaKind.YOUTH_REGION)
    assert named(called("grondwet"), answers, TODAY) == "Grondwet van de Regio Oevermark"
    assert named(called("leeg"), answers, TODAY) == "Samenwerking Regio Oevermark"
    assert named(called("leeg"), Answers(), TODAY) == "Onze samenwerking"


def test_who_does_not_take_part_is_gone_from_every_table(tmp_path):
    template = called("lea")
    usual = usual_members(template, TODAY)
    kept = tuple(m for m in usual if m.kind in ("municipality", "school_board_po"))
    target = tmp_path / "a.ozj"
    make(template, replace(LINDEBROEK, members=kept), target, who="", today=TODAY)
    dossier = Dossier.read(target)
    assert dossier.verify() == []
    assert dossier.count(Party) == 2
    assert dossier.all(Forum)[0].members == {p.id for p in dossier.all(Party)}


def test_without_any_party_there_still_is_a_dossier(tmp_path):
    target = tmp_path / "a.ozj"
    make(called("lea"), LINDEBROEK, target, who="", today=TODAY)
    dossier = Dossier.read(target)
    assert dossier.verify() == []
    assert dossier.all(Collaboration)[0].director is None


def test_two_dossiers_of_one_template_share_no_things_of_their_own(tmp_path):
    ids = []
    for name in ("a", "b"):
        make(called("lea"), LINDEBROEK, tmp_path / f"{name}.ozj", who="", today=TODAY)
        ids.append({a.id for a in Dossier.read(tmp_path / f"{name}.ozj").all(Agreement)})
    assert not ids[0] & ids[1]


@pytest.mark.parametrize("name", ["SWV De Meierij PO", "Samen naar school"])
def test_who_has_another_name_gets_no_short_name_of_ours(name, tmp_path):
    template, target = called("convenant"), tmp_path / "a.ozj"
    members = usual_members(template, TODAY)
    swv = next(m for m in members if m.kind == "swv_po")
    given = tuple(replace(m, name=name) if m is swv else m for m in members)
    make(template, replace(LINDEBROEK, members=given), target, who="", today=TODAY)
    assert [p.short_name for p in Dossier.read(target).all(Party) if p.name == name] == [""]
    ours = tmp_path / "b.ozj"
    make(template, replace(LINDEBROEK, members=tuple(members)), ours, who="", today=TODAY)
    kept = {p.name: p.short_name for p in Dossier.read(ours).all(Party)}
    assert kept[swv.name] == "SWV PO"


def test_own_parties_get_the_kind_their_name_tells(made):
    own = [Member("", name) for name in ("ROC Midden", "Oudergroep De Linde", "Stichting X")]
    found = {p.name: p for p in made(called("leeg"), LINDEBROEK, *own).all(Party)}
    assert found["ROC Midden"].domain is Domain.EDUCATION
    assert not found["Oudergroep De Linde"].signs
    assert found["Stichting X"].kind is None


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("Gemeente Lindebroek", "municipality"),
        ("Lindecollege", "school_board_vo"),
        ("GGD Zuid", "jgz"),
        ("GGZ Noord", "ggz"),
        ("Samenwerkingsverband PO De Brug", "swv_po"),
        ("Coöperatie Jeugdhulp Noord", "youth_care"),
        ("Stichting Kinderopvang Zuid", "childcare"),
        ("Meedoen en zo", ""),
        ("", ""),
    ],
)
def test_a_name_tells_the_kind(name, code):
    assert party_kinds().guess(name).kind == code


def test_every_kind_of_party_is_known_and_the_forgotten_have_a_reason():
    codes = {item.code for item in starting_items() if item.list == "party_kind"}
    assert {known.code for known in party_kinds().all} == codes
    reasons = {known.code for known in party_kinds().all if known.why and known.name}
    assert reasons == {*FORGOTTEN, *VOICES}


@pytest.mark.parametrize("day", [date(2026, 11, 24), date(2027, 1, 1), date(2028, 2, 29)], ids=str)
@every_template
def test_a_period_is_four_years_around_today(template, day):
    start, end = period(template, day)
    assert start is not None
    assert end is not None
    assert start.year in (day.year, day.year + 1)
    assert 1430 < (end - start).days < 1470


def test_a_name_that_is_taken_or_too_long_is_told_and_nothing_is_left(tmp_path):
    (tmp_path / "er.ozj").write_bytes(b"iets")
    for name in ("er.ozj", f"{'x' * 250}.ozj", "weg/er.ozj"):
        with pytest.raises(UserError):
            make(called("lea"), LINDEBROEK, tmp_path / name, who="", today=TODAY)
    assert [p.name for p in tmp_path.iterdir()] == ["er.ozj"]
    assert (tmp_path / "er.ozj").read_bytes() == b"iets"
