"""A document made ready to draw: what is in it, in which order, and what is kept out of it."""

from dataclasses import fields, is_dataclass, replace
from datetime import date
from typing import Any

import pytest

from ozj_desktop.exchange.agreement_state import frozen
from ozj_desktop.exchange.agreement_text import text_chapters
from ozj_desktop.exchange.manuscript import frozen_text, manuscript
from ozj_desktop.exchange.partner_page import partner_page
from ozj_desktop.exchange.submitting import changes_since
from ozj_desktop.exchange.unfilled import NOTE
from ozj_desktop.model.actions import Action
from ozj_desktop.model.agreements import Agreement, Contribution, Decision, Progress
from ozj_desktop.model.blocks import (
    Entry,
    Heading,
    Manuscript,
    Row,
    Signature,
    Table,
    from_json,
    plain,
    to_json,
    walk,
)
from ozj_desktop.model.charter import Principle, Term, Vision
from ozj_desktop.model.collaboration import Collaboration
from ozj_desktop.model.documents import Achterban, Document, Inclusion, Stage, TableAssent, Version
from ozj_desktop.model.facts import Facts
from ozj_desktop.model.forums import Forum, Topic
from ozj_desktop.model.lists import ListItem
from ozj_desktop.model.parties import Contact, Party
from ozj_desktop.model.phrases import first_sentence
from ozj_desktop.model.record import Form, fields_of
from ozj_desktop.model.signals import signals
from ozj_desktop.store.dossier import Dossier
from ozj_desktop.store.kinds import KINDS
from tests.any_edit import TODAY
from tests.model.any_blocks import HOSTILE
from tests.model.region import Region, except_for, leads
from tests.store.everything import fill

SECRET = "Zwijgplicht"
PERSON = "Hendrikje"


def texts(thing: Any) -> list[str]:
    """Every piece of text in it, also of its title and keywords."""
    if isinstance(thing, str):
        return [thing]
    if isinstance(thing, tuple):
        return [text for part in thing for text in texts(part)]
    if is_dataclass(thing):
        return [text for f in fields(thing) for text in texts(getattr(thing, f.name))]
    return []


def read(made: Manuscript) -> str:
    return "\n".join(texts(made))


def keys(made: Manuscript) -> list[str]:
    return [chapter.key for chapter in made.chapters]


def submit(dossier: Dossier, document: Document, major: int = 1, minor: int = 0) -> Version:
    """Freeze the text as it is now."""
    with dossier.step("submitted"):
        facts = Facts(dossier, TODAY)
        chosen = [i.agreement for i in facts.of(Inclusion, "document", document.id)]
        version = Version(
            document=document.id,
            major=major,
            minor=minor,
            submitted_on=TODAY,
            content=dossier.keep(frozen_text(facts, document)),
            agreements=frozenset(chosen),
        )
        dossier.save(version, replace(document, stage=Stage.FROZEN))
    return version


def of(dossier: Dossier, **how: bool) -> Manuscript:
    facts = Facts(dossier, TODAY)
    return manuscript(facts, facts.all(Document)[0], **how)


# What is in it


def test_an_utterly_empty_document_is_a_cover_and_no_more(know):
    document = Document()
    made = manuscript(know(document), document)
    assert made.chapters == ()
    assert made.title.startswith("Stuk zonder naam – stuk, concept van 24 november 2026")
    assert made.status == "Concept – niet getekend"
    assert not made.final
    assert manuscript(know(document), document, for_public=True).chapters == ()


def full_text() -> list:
    region = Region()
    region.document = replace(
        region.document,
        stage=Stage.DRAFT,
        summary="Kort.",
        parents="Zij deden mee.",
        disputes="Bel eerst.",
        changes="Elk jaar.",
        starts_on=date(2027, 1, 1),
    )
    more = [
        Collaboration(name="Samen"),
        Vision(text="Elk kind"),
        Principle(text="Samen", example="Eerst bellen"),
        Term(name="IKC", meaning="Integraal kindcentrum"),
        Action(what="Bel de school", came_from=region.plan.id, party=region.town.id),
    ]
    said = [region.says(region.town), region.says(region.school)]
    return [*region.text, *more, *said, replace(region.document, stage=Stage.FROZEN)]


ORDER = ["summary", "parties", "vision", "principles", "terms", "agreements", "assent", "parents"]
ORDER += ["disputes", "duration", "signing", "actions"]


def test_chapters_come_in_their_order_with_numbers_and_letters(know):
    facts = know(*full_text())
    made = manuscript(facts, facts.all(Document)[0])
    assert keys(made) == ORDER
    assert [c.number for c in made.chapters] == [
        "",
        *(str(n) for n in range(1, 11)),
        "Bijlage A",
    ]


def test_only_where_there_are_several_versions_they_have_an_annex(know):
    records = full_text()
    (first,) = [r for r in records if isinstance(r, Version)]
    second = replace(first, id=Version(document=first.document, major=2, minor=0).id, major=2)
    facts = know(*records, second)
    assert keys(manuscript(facts, facts.all(Document)[0]))[-1] == "versions"


@pytest.mark.parametrize(
    ("kind", "gone"),
    [(Vision, "vision"), (Principle, "principles"), (Term, "terms"), (Action, "actions")],
)
def test_an_empty_chapter_is_left_out_and_the_numbers_close_up(know, kind, gone):
    facts = know(*(r for r in full_text() if not isinstance(r, kind)))
    made = manuscript(facts, facts.all(Document)[0])
    assert keys(made) == [key for key in ORDER if key != gone]
    numbers = [c.number for c in made.chapters if c.sort == "chapter"]
    assert numbers == [str(n) for n in range(1, len(numbers) + 1)]


@pytest.mark.parametrize(
    "blank",
    [
        Vision(),
        Vision(text=" \n "),
        Principle(),
        Term(name="x"),
        Term(meaning="x"),
        Topic(),
        Forum(),
    ],
)
def test_a_thing_without_its_words_makes_no_chapter(know, blank):
    document = Document(name="x")
    assert manuscript(know(document, blank), document).chapters == ()


def test_one_party_that_signs_is_told_as_one(know):
    region = Region()
    region.school = replace(region.school, signs=False)
    facts = know(*region.text, region.says(region.town))
    told = read(manuscript(facts, region.document))
    assert "1 partij tekent. " in told
    assert "als de partij die tekent akkoord is en haar bestuur een besluit heeft" in told


def test_a_concept_has_no_state_of_assent(know):
    records = [*full_text()]
    records[-1] = replace(records[-1], stage=Stage.DRAFT)
    facts = know(*records)
    made = manuscript(facts, facts.all(Document)[0])
    assert "assent" not in keys(made)
    assert "1 akkoord" not in read(made)


# Its status


def in_state(know, said, *, stage=Stage.FROZEN, signed=0, **how) -> Manuscript:
    region = Region()
    region.document = replace(region.document, stage=stage, **how)
    answers = [region.says(p, said) for p in (region.town, region.school)]
    answers = [replace(a, signed_on=TODAY if n < signed else None) for n, a in enumerate(answers)]
    facts = know(*region.text, *answers)
    return manuscript(facts, region.document)


AGREED, WAITING = TableAssent.AGREED, TableAssent.SUBMITTED


@pytest.mark.parametrize(
    ("how", "status", "final"),
    [
        ({"said": WAITING}, "Voorgelegd – versie 1 – niet getekend", False),
        ({"said": AGREED}, "Vastgesteld – nog niet door iedereen getekend", True),
        ({"said": AGREED, "signed": 1}, "Vastgesteld – nog niet door iedereen getekend", True),
        ({"said": AGREED, "signed": 2}, "Getekend", True),
        ({"said": AGREED, "signed": 2, "stage": Stage.DRAFT}, "Concept – niet getekend", False),
        ({"said": AGREED, "decision_set": Decision.LAPSED}, "Vervallen", False),
        (
            {"said": WAITING, "stage": Stage.EDITORIAL},
            "Voorgelegd – versie 1 – niet getekend",
            False,
        ),
    ],
)
def test_the_status_says_how_far_it_is(know, how, status, final):
    made = in_state(know, **how)
    assert (made.status, made.final) == (status, final)
    assert status in read(made)


def test_the_version_is_named_with_its_date(know):
    assert "versie 1 van 29 oktober 2026" in in_state(know, WAITING).foot
    assert "concept voor versie 2" in in_state(know, WAITING, stage=Stage.DRAFT).foot
    assert "verbetering van versie 1" in in_state(know, WAITING, stage=Stage.EDITORIAL).foot


# The frozen text


@pytest.fixture
def live(tmp_path):
    region = Region()
    region.plan = replace(region.plan, what="Binnen vijf dagen.")
    region.document = replace(region.document, stage=Stage.DRAFT)
    dossier = Dossier.in_memory(tmp_path / "regio.ozj")
    with dossier.step("filled"):
        dossier.save(*(r for r in region.text if not isinstance(r, Version)))
    submit(dossier, region.document)
    yield dossier, region
    dossier.close()


def edit(dossier, record, **changes):
    with dossier.step("x"):
        dossier.save(replace(dossier.get(type(record), record.id), **changes))


def test_while_it_lies_fast_the_frozen_text_is_printed(live):
    dossier, region = live
    edit(dossier, region.plan, what="Binnen tien dagen.")
    edit(dossier, region.town, name="Fusiegemeente")
    made = read(of(dossier))
    assert "Binnen vijf dagen." in made
    assert "Binnen tien dagen." not in made
    assert "Gemeente Lindebroek" in made


def test_how_it_goes_is_drawn_fresh_beside_the_frozen_text(live):
    dossier, region = live
    assert "Loopt achter" not in read(of(dossier))
    edit(dossier, region.plan, progress=Progress.BEHIND, progress_note="geen plek")
    made = read(of(dossier))
    assert "Loopt achter" in made
    assert "geen plek" in made
    with dossier.step("x"):
        asked = dossier.all(Version)[0]
        dossier.save(region.says(region.school, TableAssent.REFUSED, note="te duur", version=asked))
    assert "te duur" in read(of(dossier))


@pytest.mark.parametrize("stage", [Stage.DRAFT, Stage.EDITORIAL])
def test_once_it_may_change_the_live_text_is_printed(live, stage):
    dossier, region = live
    edit(dossier, region.plan, what="Binnen tien dagen.")
    edit(dossier, region.document, stage=stage)
    assert "Binnen tien dagen." in read(of(dossier))


def test_the_title_lies_fast_with_the_text(live):
    dossier, region = live
    before = manuscript(Facts(dossier, TODAY), dossier.all(Document)[0]).cover
    edit(dossier, region.document, name="Iets anders", lead="Over iets anders.")
    facts = Facts(dossier, TODAY)
    document = facts.all(Document)[0]
    cover = manuscript(facts, document).cover
    assert (cover.title, cover.lead) == (before.title, before.lead)
    told = {(d.place, d.label) for d in changes_since(facts, document)}
    assert told == {("Titelblad", "Titel"), ("Titelblad", "Waar het over gaat")}
    edit(dossier, region.document, stage=Stage.DRAFT)
    facts = Facts(dossier, TODAY)
    cover = manuscript(facts, facts.all(Document)[0]).cover
    assert (cover.title, cover.lead) == ("Iets anders", "Over iets anders.")
    assert "Titelblad" not in [c.title for c in manuscript(facts, document).chapters]


def test_a_text_frozen_without_its_title_has_that_of_the_document(live):
    dossier, region = live
    facts = Facts(dossier, TODAY)
    version = facts.all(Version)[0]
    without = tuple(c for c in frozen(facts, version) if c.key != "title")
    with dossier.step("x"):
        dossier.save(replace(version, content=dossier.keep(to_json(without).encode())))
    facts = Facts(dossier, TODAY)
    assert manuscript(facts, facts.all(Document)[0]).cover.title == region.document.name


def test_state_is_no_part_of_what_is_frozen(live):
    dossier, region = live
    facts = Facts(dossier, TODAY)
    before = frozen(facts, facts.all(Version)[0])
    with dossier.step("x"):
        dossier.save(region.says(region.town, version=facts.all(Version)[0]))
        dossier.save(replace(region.plan, progress=Progress.DONE, internal_remark="x"))
    facts = Facts(dossier, date(2030, 1, 1))
    assert frozen(facts, facts.all(Version)[0]) == before
    fresh = frozen_text(facts, facts.all(Document)[0]).decode()
    assert from_json(fresh) == before


def test_a_version_of_which_the_text_was_not_kept_prints_what_is_there(live):
    dossier, _ = live
    edit(dossier, dossier.all(Version)[0], content=None)
    assert "Binnen vijf dagen." in read(of(dossier))


def test_the_difference_between_versions_is_told(live):
    dossier, region = live
    edit(dossier, region.plan, what="Binnen tien dagen.")
    submit(dossier, region.document, 2)
    made = of(dossier)
    annex = next(c for c in made.chapters if c.key == "versions")
    told = read(replace(made, chapters=(annex,)))
    assert "Het verschil tussen versie 1 en versie 2" in told
    assert "vijf" in told
    assert "tien" in told


# What is filled in


def table(made: Manuscript, title: str) -> Table:
    return next(b for b in walk(made.chapters) if isinstance(b, Table) and b.title == title)


def heads(found: Table) -> list[str]:
    return [column.title for column in found.columns]


SIGNING = "Partijen die tekenen"


def test_what_no_party_filled_in_is_no_column(live):
    dossier, region = live
    assert heads(table(of(dossier), SIGNING)) == ["Partij"]
    assert NOTE not in read(of(dossier))
    edit(dossier, region.document, stage=Stage.DRAFT)
    for own in (region.town, region.school):
        edit(dossier, own, mandate="statuten")
    found = table(of(dossier), SIGNING)
    assert heads(found) == ["Partij", "Tekent op grond van"]
    assert {len(row.cells) for row in found.rows} == {2}


def test_what_some_parties_miss_is_explained_once(live):
    dossier, region = live
    edit(dossier, region.document, stage=Stage.DRAFT)
    edit(dossier, region.town, mandate="statuten")
    made = of(dossier)
    told = [plain(row.cells[1].lines[0]) for row in table(made, SIGNING).rows]
    assert told == ["statuten", "–"]
    parties = next(c for c in made.chapters if c.key == "parties")
    assert read(replace(made, chapters=(parties,))).count(NOTE) == 1
    assert "nog niet ingevuld" not in read(replace(made, chapters=(parties,))).replace(NOTE, "")


def test_the_text_that_lies_fast_keeps_every_column(live):
    dossier, _ = live
    text = frozen(Facts(dossier, TODAY), dossier.all(Version)[0])
    found = next(b for b in walk(text) if isinstance(b, Table) and b.title == SIGNING)
    assert len(found.columns) == 4


PERIODS = [
    (date(2027, 2, 1), date(2027, 8, 1), "1 februari – 1 augustus 2027"),
    (date(2027, 2, 1), date(2028, 8, 1), "1 februari 2027 – 1 augustus 2028"),
    (date(2027, 2, 1), date(2027, 2, 15), "1 – 15 februari 2027"),
    (date(2027, 2, 1), None, "vanaf 1 februari 2027"),
    (None, date(2027, 8, 1), "uiterlijk 1 augustus 2027"),
]


@pytest.mark.parametrize(("start", "end", "told"), PERIODS)
def test_in_short_says_when_it_begins_and_when_it_must_be_there(live, start, end, told):
    dossier, region = live
    edit(dossier, region.document, stage=Stage.DRAFT)
    edit(dossier, region.plan, starts_on=start, ends_on=end)
    row = table(of(dossier), "Wat we beloven").rows[0]
    assert plain(row.cells[-1].lines[0]) == told


def test_why_a_party_refuses_stands_with_every_agreement_it_refuses(live):
    dossier, region = live
    asked = dossier.all(Version)[0]
    refused = region.says(
        region.school, TableAssent.REFUSED, note="Te duur. Wij hebben geen geld.", version=asked
    )
    agreed = region.says(region.town, version=asked)
    with dossier.step("x"):
        dossier.save(refused, agreed, except_for(agreed, region.desk, note="geen kamer"))
    told = [e for e in walk(of(dossier).chapters) if isinstance(e, Entry) and e.key == "assent"]
    assert "Schoolbestuur (Te duur)." in "".join(texts(told[0]))
    assert "Gemeente Lindebroek (geen kamer) en Schoolbestuur (Te duur)." in "".join(texts(told[1]))


def test_a_short_name_that_two_parties_share_is_written_in_full(live):
    dossier, region = live
    edit(dossier, region.town, short_name="SWV")
    leading = leads(region.plan, region.town)
    edit(dossier, region.document, stage=Stage.DRAFT)
    with dossier.step("x"):
        dossier.save(leading)
    promised = "Wat we beloven"
    assert plain(table(of(dossier), promised).rows[0].cells[2].lines[0]) == "SWV"
    edit(dossier, region.school, short_name="SWV")
    assert plain(table(of(dossier), promised).rows[0].cells[2].lines[0]) == "Gemeente Lindebroek"


# Public


class Guarded:
    """A document with people and secrets wherever there can be any."""

    def __init__(self, dossier: Dossier, *, confidential: bool = True) -> None:
        self.dossier, self.region = dossier, Region()
        region = self.region
        region.document = replace(region.document, stage=Stage.DRAFT)
        region.town = replace(
            region.town, remark=SECRET, representation=f"{PERSON}, wethouder", mandate="volmacht"
        )
        region.plan = replace(region.plan, internal_remark=SECRET)
        region.desk = replace(
            region.desk, title=SECRET, what=SECRET, result=SECRET, confidential=confidential
        )
        self.person = Contact(
            party=region.school.id,
            name=f"{PERSON} Bosgraaf",
            function="bestuurder",
            email=f"{PERSON}@school.example",
            phone=f"000{PERSON}",
            mandate=SECRET,
            signs=True,
        )
        with dossier.step("filled"):
            dossier.save(*(r for r in region.text if not isinstance(r, Version)), self.person)
            dossier.save(
                Collaboration(name="Samen", portfolio_holder=PERSON, contact_point=PERSON),
                leads(region.desk, region.town, what=SECRET),
                leads(region.plan, region.town),
                Action(what=SECRET, came_from=region.desk.id, contact=self.person.id),
                Action(what="Bel", came_from=region.plan.id, contact=self.person.id),
                Achterban(document=region.document.id, party=region.town.id, how=SECRET),
            )

    def submit_and_answer(self, major: int = 1) -> None:
        version = submit(self.dossier, self.region.document, major)
        said = self.region.says(
            self.region.school,
            version=version,
            signed_by=PERSON,
            capacity="bestuurder",
            signed_on=TODAY,
        )
        told = except_for(said, self.region.desk, note=SECRET, acceptable=SECRET)
        with self.dossier.step("answered"):
            self.dossier.save(said, told, self.region.says(self.region.town, version=version))


@pytest.fixture
def guarded(tmp_path):
    dossier = Dossier.in_memory(tmp_path / "regio.ozj")
    yield Guarded(dossier)
    dossier.close()


def test_the_public_version_of_a_concept_names_no_people_and_no_secrets(guarded):
    made = read(of(guarded.dossier, for_public=True))
    assert SECRET not in made
    assert PERSON not in made
    assert "Eén plan" in made
    assert "bestuurder" in made
    whole = read(of(guarded.dossier))
    assert SECRET in whole
    assert PERSON in whole


def test_the_public_version_of_a_submitted_text_names_no_people_and_no_secrets(guarded):
    guarded.submit_and_answer()
    made = of(guarded.dossier, for_public=True)
    assert SECRET not in read(made)
    assert PERSON not in read(made)
    assert made.status == "Openbare versie"
    assert "signing" not in keys(made)
    assert not [part for part in walk(made.chapters) if isinstance(part, Signature)]
    titles = [part.text for part in walk(made.chapters) if isinstance(part, Heading)]
    assert "Eén plan" in titles


def test_the_public_version_tells_no_people_or_secrets_in_the_difference(guarded):
    guarded.submit_and_answer()
    region = guarded.region
    edit(guarded.dossier, region.document, stage=Stage.DRAFT)
    edit(guarded.dossier, guarded.person, name=f"{PERSON} de Tweede")
    edit(guarded.dossier, region.desk, what=f"{SECRET} is nu anders")
    edit(guarded.dossier, region.plan, what="Binnen vijf dagen.")
    guarded.submit_and_answer(2)
    made = of(guarded.dossier, for_public=True)
    assert SECRET not in read(made)
    assert PERSON not in read(made)
    assert "Het verschil tussen versie 1 en versie 2" in read(made)
    assert "vijf dagen." in read(made)
    whole = read(of(guarded.dossier))
    assert "de Tweede" in whole


def test_what_becomes_confidential_after_submitting_is_left_out_at_once(tmp_path):
    guarded = Guarded(Dossier.in_memory(tmp_path / "regio.ozj"), confidential=False)
    guarded.submit_and_answer()
    edit(guarded.dossier, guarded.region.document, stage=Stage.DRAFT)
    edit(guarded.dossier, guarded.region.desk, what=f"{SECRET} is nu anders")
    guarded.submit_and_answer(2)
    assert SECRET in read(of(guarded.dossier, for_public=True))
    edit(guarded.dossier, guarded.region.desk, confidential=True)
    for how in ({"for_public": True}, {"for_parties": True}):
        assert SECRET not in read(of(guarded.dossier, **how)), how
    guarded.dossier.close()


def test_parties_get_the_people_and_the_sheets_but_no_secrets(guarded):
    guarded.submit_and_answer()
    made = of(guarded.dossier, for_parties=True)
    assert SECRET not in read(made)
    assert PERSON in read(made)
    assert "signing" in keys(made)
    assert made.status != "Openbare versie"


def test_internal_remarks_are_in_no_version_at_all(guarded):
    edit(guarded.dossier, guarded.region.desk, title="a", what="b", result="c")
    with guarded.dossier.step("x"):
        for kind in (Action, Contribution, Achterban):
            guarded.dossier.delete(*guarded.dossier.all(kind))
    for how in ({}, {"for_public": True}, {"for_parties": True}):
        assert SECRET not in read(of(guarded.dossier, **how))


def test_a_public_version_of_only_secrets_has_no_bare_heads(guarded):
    for agreement in guarded.dossier.all(Agreement):
        edit(guarded.dossier, agreement, confidential=True)
    guarded.submit_and_answer()
    made = of(guarded.dossier, for_public=True)
    assert {"agreements", "actions"}.isdisjoint(keys(made))
    assert not [t for t in walk(made.chapters) if isinstance(t, Table) and not t.rows]
    assert SECRET not in read(made)


# Anything at all


def hostile_dossier(tmp_path, text: str) -> Dossier:
    dossier = Dossier.in_memory(tmp_path / "regio.ozj")
    fill(dossier, 3, steps=0)
    with dossier.step("x"):
        for kind in KINDS:
            names = [f.name for f in fields_of(kind) if f.form in (Form.LINE, Form.TEXT)]
            mine = {n: text for n in names if n not in (kind.natural_key or ())}
            dossier.save(*(replace(r, **mine) for r in dossier.all(kind)))
        first = dossier.all(Document)[0]
        for agreement in dossier.all(Agreement):
            dossier.save(Inclusion(document=first.id, agreement=agreement.id))
    return dossier


LONG = ["x" * 20_000, "woord " * 3_400, "a\n" * 150, "👩‍🏫<b>=1+1" * 2_000]


@pytest.mark.parametrize("text", [*HOSTILE, *LONG], ids=lambda t: repr(t[:8]))
def test_hostile_text_in_every_field_is_only_text(tmp_path, text):
    dossier = hostile_dossier(tmp_path, text)
    for document in dossier.all(Document):
        for stage in Stage:
            edit(dossier, document, stage=stage)
            facts = Facts(dossier, TODAY)
            document = facts.get(Document, document.id)
            for how in ({}, {"for_public": True}, {"for_parties": True}):
                read(manuscript(facts, document, **how))
            for party in facts.all(Party):
                read(partner_page(facts, document, party))
        submit(dossier, document, 8)
        edit(dossier, document, stage=Stage.DRAFT, summary=f"anders {text}")
        submit(dossier, dossier.get(Document, document.id), 9)
        assert read(of(dossier))
    dossier.close()


@pytest.mark.parametrize(
    ("whole", "voice", "told"),
    [
        (False, False, "nog niet ingevuld"),
        (True, False, "onderdeel van Gemeente"),
        (False, True, "vertegenwoordigd door SWV"),
        (True, True, "onderdeel van Gemeente, vertegenwoordigd door SWV"),
    ],
)
def test_of_who_talks_it_is_told_where_they_belong(know, whole, voice, told):
    town, swv = Party(name="Gemeente"), Party(name="SWV")
    talks = Party(
        name="Opvang",
        signs=False,
        part_of_party=town.id if whole else None,
        represented_by=swv.id if voice else None,
    )
    document = Document(name="x")
    chapters = text_chapters(know(town, swv, talks, document), document)
    rows = [row for row in walk(chapters) if isinstance(row, Row) and row.anchor == talks.id]
    assert plain(rows[0].cells[-1].lines[0]) == told


def test_who_is_still_missing_is_between_the_parties_and_in_no_document(know):
    """It is told beside the parties; what goes to boards and into public does not say it."""
    document = Document(name="Convenant")
    records = [
        document,
        Party(name="Gemeente Lindebroek"),
        ListItem(list="party_kind", code="childcare", label="kinderopvang"),
        Agreement(title="Eén plan", what="Samen."),
    ]
    facts = know(*records)
    facts.add(Inclusion(document=document.id, agreement=records[-1].id))
    assert [s.code for s in signals(facts) if s.code == "missing"]
    for how in ({}, {"for_public": True}, {"for_parties": True}):
        assert "kinderopvang" not in read(manuscript(facts, document, **how)).lower()


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Wij bellen op dag één. Daarna komt iemand langs.", "Wij bellen op dag één."),
        ("Vraagt een gezin hulp? Dan komt één plan.", "Vraagt een gezin hulp? Dan komt één plan."),
        ("Een regel zonder punt\nen meer", "Een regel zonder punt"),
        ("x" * 200, ""),
    ],
)
def test_in_short_a_question_has_its_answer(text: str, told: str) -> None:
    assert first_sentence(text) == told


def test_who_refused_reads_so_where_it_would_sign(live):
    dossier, region = live
    asked = dossier.all(Version)[0]
    with dossier.step("x"):
        dossier.save(region.says(region.school, TableAssent.REFUSED, version=asked))
    assert "Niet akkoord. Teken nog niet." in "".join(texts(of(dossier).chapters))
