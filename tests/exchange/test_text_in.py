"""Readable text: what is right becomes a record, what is wrong is named with its place."""

import json
import os
import sys
from datetime import date
from io import BytesIO

import pytest
from PIL import Image

from ozj_desktop.errors import UserError
from ozj_desktop.exchange.takeover import fields_in_words, make
from ozj_desktop.model.actions import Action
from ozj_desktop.model.agreements import Agreement, Contribution, Progress, Role
from ozj_desktop.model.areas import Area
from ozj_desktop.model.collaboration import Collaboration
from ozj_desktop.model.documents import Document, Inclusion
from ozj_desktop.model.lists import ListItem, item_id
from ozj_desktop.model.parties import Contact, Party, RouteStep
from ozj_desktop.model.record import fields_of
from ozj_desktop.store import blobs
from ozj_desktop.store.kinds import KINDS
from tests.exchange.conftest import TODAY

SMALL = """
[collaboration]
name = "Samen naar school"
area = "regio"

[[area]]
key = "regio"
name = "Regio"
kind = "youth_region"

[[party]]
key = "gemeente"
name = "Gemeente"
kind = "municipality"
areas = ["regio"]

  [[party.contact]]
  key = "jan"
  name = "Jan"
  mandate_limit = 500_00
  gets_mail = false

[[agreement]]
key = "plan"
title = "Eén plan"
ends_on = 2027-08-01
progress = "behind"
legal_basis = ["jeugdwet_2015"]

  [[agreement.contribution]]
  party = "gemeente"
  role = "leads"
"""


def picture() -> bytes:
    kept = BytesIO()
    Image.new("RGB", (3, 2)).save(kept, "PNG")
    return kept.getvalue()


PNG = picture()


def wrong(write, text, name="regio.toml", today=TODAY) -> str:
    """What is said of a text; nothing is made."""
    source = write(text, name)
    target = source.with_name("uit.ozj")
    before = sorted(source.parent.iterdir())
    with pytest.raises(UserError) as found:
        make(source, target, today=today)
    assert sorted(source.parent.iterdir()) == before
    told = str(found.value)
    assert told.startswith(name)
    assert told.endswith(".")
    return told.removeprefix(f"{name}, ").removeprefix(f"{name} ")


# What is right


def test_a_text_becomes_records(built):
    dossier = built(SMALL)
    (area,), (party,), (contact,) = dossier.all(Area), dossier.all(Party), dossier.all(Contact)
    (plan,), (promise,) = dossier.all(Agreement), dossier.all(Contribution)
    assert dossier.all(Collaboration)[0].area == area.id
    assert (party.kind, party.areas) == (item_id("party_kind", "municipality"), {area.id})
    assert (contact.party, contact.mandate_limit, contact.gets_mail) == (party.id, 50_000, False)
    assert (plan.ends_on, plan.progress) == (date(2027, 8, 1), Progress.BEHIND)
    assert plan.legal_basis == {item_id("legal_basis", "jeugdwet_2015")}
    assert promise == Contribution(agreement=plan.id, party=party.id, role=Role.LEADS)


def test_json_says_the_same_in_the_same_words(built):
    tables = {
        "format": "ozj-1",
        "collaboration": {"name": "Samen naar school", "area": "regio"},
        "area": [{"key": "regio", "name": "Regio", "kind": "youth_region"}],
        "party": [
            {
                "key": "gemeente",
                "name": "Gemeente",
                "kind": "municipality",
                "areas": ["regio"],
                "contact": [
                    {"key": "jan", "name": "Jan", "mandate_limit": 50000, "gets_mail": False}
                ],
            }
        ],
        "agreement": [
            {
                "key": "plan",
                "title": "Eén plan",
                "ends_on": "2027-08-01",
                "progress": "behind",
                "legal_basis": ["jeugdwet_2015"],
                "contribution": [{"party": "gemeente", "role": "leads"}],
            }
        ],
    }
    from_json = built(json.dumps(tables), "regio.json")
    assert dict(from_json.rows.everything()) == dict(built(SMALL).rows.everything())


def test_the_same_text_gives_the_same_ids_in_its_order(built):
    assert dict(built(SMALL).rows.everything()) == dict(built(SMALL).rows.everything())
    names = "".join(f'[[party]]\nname = "{n}"\n' for n in "cab")
    assert [p.name for p in built(names).all(Party)] == ["c", "a", "b"]


def test_a_byte_order_mark_is_no_text(built):
    assert built(b"\xef\xbb\xbf" + f'format = "ozj-1"\n{SMALL}'.encode()).count(Party) == 1
    assert built(b'\xef\xbb\xbf{"format": "ozj-1"}', "leeg.json").count(Party) == 0


def test_a_text_with_nothing_in_it_is_an_empty_dossier_with_starting_lists(built):
    dossier = built("")
    assert dossier.count(ListItem) > 60
    assert [k for k in KINDS if k is not ListItem and dossier.count(k)] == []


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("2027-02-01", date(2027, 2, 1)),
        ('"2027-02-01"', date(2027, 2, 1)),
        ('"today"', TODAY),
        ('" today+30 "', date(2026, 12, 24)),
        ('"today-12"', date(2026, 11, 12)),
        ('"Y-08-01"', date(2026, 8, 1)),
        ('"Y+1-08-01"', date(2027, 8, 1)),
        ('"Y-3-12-31"', date(2023, 12, 31)),
    ],
)
def test_dates_may_be_told_from_today(built, written, expected):
    assert built(f"[[agreement]]\nends_on = {written}").all(Agreement)[0].ends_on == expected


@pytest.mark.parametrize("today", [date(2024, 2, 29), date(2026, 12, 31), date(2030, 1, 1)])
def test_dates_follow_the_day_on_which_it_is_built(built, today):
    text = '[[agreement]]\nstarts_on = "Y-08-01"\nends_on = "Y+4-02-28"'
    plan = built(text, today=today).all(Agreement)[0]
    assert (plan.starts_on, plan.ends_on) == (
        date(today.year, 8, 1),
        date(today.year + 4, 2, 28),
    )


def test_a_line_is_one_line_and_a_text_keeps_its_own(built):
    text = '[[agreement]]\ntitle = " Eén \\n\\t plan "\nwhat = """\n  een\n  twee\n"""'
    plan = built(text).all(Agreement)[0]
    assert (plan.title, plan.what) == ("Eén plan", "een\n  twee")


def test_a_choice_may_be_added_to_a_list_and_used_anywhere(built):
    text = """
[[party]]
name = "Muziekschool"
kind = "music_school"

[[listitem]]
list = "party_kind"
code = "music_school"
label = "muziekschool"
counts_as = "other"
"""
    dossier = built(text)
    assert dossier.all(Party)[0].kind == item_id("party_kind", "music_school")
    assert str(dossier.named(dossier.all(Party)[0].kind)) == "muziekschool"


def test_a_choice_of_a_starting_list_may_be_renamed(built):
    text = '[[listitem]]\nlist = "party_kind"\ncode = "mbo"\nlabel = "roc"\ncounts_as = "mbo"'
    dossier = built(text)
    assert str(dossier.named(item_id("party_kind", "mbo"))) == "roc"


def test_a_link_may_point_at_what_comes_later(built):
    text = '[[agreement]]\ntopic = "t"\n[[topic]]\nkey = "t"\nmain_forum = "f"\n'
    text += '[[forum]]\nkey = "f"\nname = "Stuurgroep"'
    assert built(text).all(Agreement)[0].topic


@pytest.mark.parametrize("kind", ["contribution", "agreement", "party", "assent", "version"])
def test_an_action_may_come_from_anything_that_has_a_key(built, kind):
    text = f"""
[[action]]
what = "doe"
came_from = "{kind}:x"

[[party]]
key = "x"

[[agreement]]
key = "x"
  [[agreement.contribution]]
  key = "x"
  party = "x"

[[document]]
key = "x"
  [[document.version]]
  key = "x"
  major = 1
  minor = 0
    [[document.version.assent]]
    key = "x"
    party = "x"
"""
    dossier = built(text)
    source = dossier.named(dossier.all(Action)[0].came_from)
    assert type(source).__name__.lower() == kind


def test_parts_may_stand_on_their_own_with_their_owner(built):
    text = '[[contact]]\nparty = "p"\nname = "Jan"\n[[party]]\nkey = "p"\n'
    dossier = built(text)
    assert dossier.all(Contact)[0].party == dossier.all(Party)[0].id


def test_the_order_of_parts_is_their_place(built):
    text = "[[party]]\nroutestep = [{ days = 3 }, { days = 1 }, { days = 2, position = 0 }]"
    steps = sorted(built(text).all(RouteStep), key=lambda s: s.position)
    assert [s.days for s in steps] == [2, 3, 1]


def test_a_document_has_its_agreements_in_the_order_given(built):
    text = "".join(f'[[agreement]]\nkey = "{k}"\ntitle = "{k}"\n' for k in "abc")
    dossier = built(f'{text}[[document]]\nagreements = ["c", "a"]\nname = "x"')
    places = sorted(dossier.all(Inclusion), key=lambda i: i.position)
    assert [dossier.named(p.agreement).title for p in places] == ["c", "a"]
    assert places[0].document == dossier.all(Document)[0].id


def test_files_come_from_beside_the_text(built, tmp_path):
    (tmp_path / "beeld").mkdir()
    (tmp_path / "beeld" / "logo.png").write_bytes(PNG)
    dossier = built('[collaboration]\nlogo = { file = "beeld/logo.png" }')
    assert dossier.blob(dossier.all(Collaboration)[0].logo) == PNG


def test_a_file_may_come_later_in_a_step(built, tmp_path):
    (tmp_path / "logo.png").write_bytes(PNG)
    text = '[collaboration]\nkey = "s"\n[[step]]\nat = "today"\ncollaboration = "s"\n'
    dossier = built(text + 'logo = { file = "logo.png" }')
    assert dossier.blob(dossier.all(Collaboration)[0].logo) == PNG


@pytest.mark.parametrize(
    "text", ["x" * 20_000, "👩‍🏫 \\u202eom <b>&amp;", "=cmd|' /C calc'!A1", "'''"]
)
def test_hostile_text_is_kept_as_text(built, text):
    dossier = built(f'[[agreement]]\ntitle = "{text}"\nwhat = "{text}"')
    expected = text.replace("\\u202e", "\u202e")
    assert (dossier.all(Agreement)[0].title, dossier.all(Agreement)[0].what) == (expected,) * 2


# What is wrong, with its place


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ('[[leerling]]\nname = "x"', "‘leerling’ is geen soort ding die hier hoort."),
        ('leerling = "x"', "‘leerling’ is geen soort ding die hier hoort."),
        ("[[record]]", "‘record’ is geen soort ding die hier hoort."),
        ('[party]\nname = "x"', "‘party’ hoort een lijst te zijn: [[party]]."),
        ('party = ["x"]', "party 1 is geen tabel."),
        ("[[collaboration]]", "collaboration 1 is geen tabel."),
        ('[[party]]\nbsn = "x"', "party 1: het veld ‘bsn’ bestaat niet."),
        ('[[party]]\nkey = "p"\nbsn = "x"', "party 1 'p': het veld ‘bsn’ bestaat niet."),
        ("[[party]]\nid = 'x'", "party 1: het veld ‘id’ bestaat niet."),
        ("[[party]]\n[party.contact]\nname = 'x'", "party 1, ‘contact’ hoort een lijst te zijn"),
        ("[[party]]\n[[party.version]]", "party 1: het veld ‘version’ bestaat niet."),
        ("[[party]]\n[[party.contact]]\nx = 1", "party 1, contact 1: het veld ‘x’ bestaat niet."),
        (
            "[[party]]\n[[party]]\n[[party.contact]]\n[[party.contact]]\nname = 5",
            "party 2, contact 2, veld name: hier hoort tekst tussen aanhalingstekens.",
        ),
        ("[[party]]\nname = 5", "party 1, veld name: hier hoort tekst tussen aanhalingstekens."),
        ("[[party]]\nname = ['x']", "party 1, veld name: hier hoort tekst tussen"),
        ("[[party]]\nsigns = 'ja'", "party 1, veld signs: hier hoort true of false."),
        ("[[party]]\nsigns = 1", "party 1, veld signs: hier hoort true of false."),
        ("[[party]]\nposition = '1'", "party 1, veld position: hier hoort een heel getal."),
        ("[[party]]\nposition = true", "party 1, veld position: hier hoort een heel getal."),
        ("[[party]]\nposition = 1.0", "party 1, veld position: hier hoort een heel getal."),
        ("[[party]]\nposition = nan", "party 1, veld position: hier hoort een heel getal."),
        ("[[party]]\nposition = inf", "party 1, veld position: hier hoort een heel getal."),
        (f"[[party]]\nposition = {10**30}", "party 1, veld position: hier hoort een heel getal."),
        ("[[party]]\ndomain = 'zorg'", "party 1, veld domain: ‘zorg’ kan niet; kies uit municipa"),
        ("[[party]]\ndomain = ['health']", "party 1, veld domain: ‘['health']’ kan niet; kies"),
        ("[[party]]\nkind = 'school'", "party 1, veld kind: ‘school’ staat niet in de lijst party"),
        ("[[party]]\nkind = 5", "party 1, veld kind: hier hoort een sleutel tussen"),
        ("[[party]]\nareas = 'x'", "party 1, veld areas: hier hoort een lijst van verwijzingen."),
        ("[[party]]\nareas = ['x']", "party 1, veld areas: ‘x’ wijst naar niets."),
        ("[[party]]\nareas = [5]", "party 1, veld areas: hier hoort een sleutel tussen"),
        ("[[party]]\nrepresented_by = 'x'", "party 1, veld represented_by: ‘x’ wijst naar niets."),
        (
            "[[party]]\nkey = 'x'\n[[agreement]]\ntopic = 'x'",
            "agreement 1, veld topic: ‘x’ wijst naar niets.",
        ),
        ("[[action]]\ncame_from = 'x'", "action 1, veld came_from: ‘x’ wijst naar niets."),
        ("[[action]]\ncame_from = 'party:x'", "action 1, veld came_from: ‘party:x’ wijst naar"),
        ("[[action]]\ncame_from = ':'", "action 1, veld came_from: ‘:’ wijst naar niets."),
        ("[[contact]]\nname = 'x'", "contact 1: het veld ‘party’ ontbreekt."),
        (
            "[[agreement]]\n[[agreement.contribution]]",
            "agreement 1, contribution 1: het veld ‘party’ ontbreekt.",
        ),
        (
            "[[party]]\nkey = 'a'\n[[party]]\nkey = 'a'",
            "party 2 'a': deze sleutel komt twee keer voor.",
        ),
        (
            "[[party]]\nkey='p'\n[[agreement]]\ncontribution=[{party='p'},{party='p',what='x'}]",
            "agreement 1, contribution 2: hetzelfde staat al bij agreement 1, contribution 1.",
        ),
        (
            "[[document]]\nversion = [{ major = 1, minor = 0 }, { major = 1, minor = 0 }]",
            "document 1, version 2: dit nummer heeft document 1, version 1 al.",
        ),
        ("[[document]]\nagreements = 'x'", "document 1, ‘agreements’ hoort een lijst te zijn."),
        ("[[document]]\nagreements = ['x']", "document 1, veld agreements: ‘x’ wijst naar niets."),
        ("[[document]]\nagreements = [5]", "document 1, veld agreements: ‘5’ wijst naar niets."),
        (
            "[[agreement]]\nkey = 'a'\n[[document]]\nagreements = ['a', 'a']",
            "document 1, veld agreements, 2: hetzelfde staat al bij",
        ),
        ("[[document]]\n[[document.version]]", "document 1, version 1: het veld ‘major’ ontb"),
    ],
)  # fmt: skip
def test_what_is_wrong_is_named_with_its_place(write, text, told):
    assert wrong(write, text).startswith(told)


@pytest.mark.parametrize(
    "written",
    ['"morgen"', '"2027-02-30"', '"today+"', '"today+1000000"', '"Y+1"',
     '"Y+9999-01-01"', '"Y-13-01"', '""', "5", "true", "2027-02-01T10:00:00", "10:00:00",
     "[2027-02-01]"],
)  # fmt: skip
def test_what_is_no_date_is_said_with_how_to_write_one(write, written):
    told = wrong(write, f"[[agreement]]\nends_on = {written}")
    assert told.startswith("agreement 1, veld ends_on: ‘")
    assert told.endswith("is geen datum; schrijf 2027-02-01, today+30 of Y+1-08-01.")


VERSION = "[[agreement]]\nkey = 'a'\n[[document]]\n[[document.version]]\nmajor = 1\nminor = 0\n"


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("without = 5", "document 1, version 1, ‘without’ hoort een lijst te zijn."),
        ("without = 'a'", "document 1, version 1, ‘without’ hoort een lijst te zijn."),
        ("without = ['b']", "document 1, version 1, veld without: ‘b’ wijst naar niets."),
        ("was = 5", "document 1, version 1, ‘was’ hoort een lijst te zijn."),
        ("was = [5]", "document 1, version 1, was 1: zeg eerst welk ding het is"),
        ("was = [{ what = 'x' }]", "document 1, version 1, was 1: zeg eerst welk ding het is"),
        ("was = [{ agreement = 'b' }]", "document 1, version 1, was 1: zeg eerst welk ding"),
        ("was = [{ agreement = 'a', bsn = 'x' }]", "document 1, version 1, was 1, veld bsn: dit"),
        ("was = [{ agreement = 'a', what = 5 }]", "document 1, version 1, was 1, veld what: hier"),
        ("key = 'v'\nwas = [{ version = 'v', what = 'x' }]", "document 1, version 1 'v', was"),
        ("content = 'x'", "document 1, version 1: ‘content’ vult het programma zelf in."),
        ("agreements = ['a']", "document 1, version 1: ‘agreements’ vult het programma zelf in."),
        ("assent = [{ party = 'p' }]", "document 1, version 1, assent 1, veld party: ‘p’ wijst"),
    ],
)  # fmt: skip
def test_what_is_wrong_in_a_version_is_named_with_its_place(write, text, told):
    assert wrong(write, VERSION + text).startswith(told)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("step = 5", "‘step’ hoort een lijst te zijn."),
        ("step = [5]", "step 1: zeg eerst welk ding het is"),
        ("step = [{ at = 'today' }]", "step 1: zeg eerst welk ding het is"),
        ("step = [{ agreement = 'a', what = 'x' }]", "step 1: ‘’ is geen datum"),
        ("step = [{ at = 'today', who = 5, agreement = 'a' }]", "step 1: who en reason horen"),
        ("step = [{ at = 'today', agreement = 'a', x = 5 }]", "step 1, veld x: dit veld bestaat"),
        ("step = [{ at = 'today', listitem = 'i', code = 'x' }]", "step 1, veld code: dit veld"),
        ("step = [{ at = 1899-12-31, agreement = 'a' }]", "step 1: een stap is niet van vóór 1900"),
        ("step = [{ at = 0001-01-01, agreement = 'a' }]", "step 1: een stap is niet van vóór 1900"),
        ("step = [{ at = 'today', version = 'v', content = 5 }]", "step 1, veld content: dit vult"),
        ("step = [{ at = 'today', version = 'v', agreements = [] }]", "step 1, veld agreements: "),
        ("step = [{ at = 'today', version = 'v', major = 2 }]", "step 1, veld major: dit vult het"),
        ("step = [{ at = 'today', version = 'v', document = 'd' }]", "step 1, veld document: dit "),
    ],
)  # fmt: skip
def test_what_is_wrong_in_a_step_is_named_with_its_place(write, text, told):
    things = (
        "[[agreement]]\nkey = 'a'\n[[listitem]]\nkey = 'i'\nlist = 'body'\ncode = 'c'\n"
        "[[document]]\nkey = 'd'\n[[document.version]]\nkey = 'v'\nmajor = 1\nminor = 0\n"
    )
    assert wrong(write, f"{text}\n{things}").startswith(told)


def test_the_first_mistake_is_named_and_the_others_are_counted(write):
    one, two = "[[party]]\nname = 5\n", "[[party]]\nx = 1\n"
    assert wrong(write, one + two).endswith("aanhalingstekens. Er is nog 1 fout.")
    assert wrong(write, one + two + two).endswith("aanhalingstekens. Er zijn nog 2 fouten.")


def test_of_unknown_fields_the_first_in_the_text_is_named(write):
    names = [f"veld_{n}" for n in "qwertyuiop"]
    told = wrong(write, "[[party]]\n" + "\n".join(f"{n} = 1" for n in names))
    assert told == "party 1: het veld ‘veld_q’ bestaat niet. Er zijn nog 9 fouten."


TOGETHER = [
    ("[[party]]\nkey = 'a'\npart_of_party = 'a'", "party 1 'a', veld part_of_party: dit komt weer"),
    (
        "[[party]]\nkey = 'a'\nrepresented_by = 'b'\n[[party]]\nkey = 'b'\nrepresented_by = 'a'",
        "party 1 'a', veld represented_by: dit komt weer bij zichzelf uit. Er is nog 1 fout",
    ),
    ("[[agreement]]\nkey = 'a'\nprevious = 'a'", "agreement 1 'a', veld previous: dit komt"),
    ("[[action]]\nkey = 'a'\ncame_from = 'action:a'", "action 1 'a', veld came_from: dit komt"),
    (
        "[[area]]\nkey = 'a'\nlies_in = ['c', 'b']\n[[area]]\nkey = 'b'\nlies_in = ['a']\n"
        "[[area]]\nkey = 'c'",
        "area 1 'a', veld lies_in: dit komt weer bij zichzelf uit. Er is nog 1 fout",
    ),
    ("[[listitem]]\nlist = 'nieuw'\ncode = 'a'", "listitem 1: de lijst ‘nieuw’ bestaat niet; kies"),
    (
        "[[listitem]]\nlist = 'body'\ncode = 'a'\ncounts_as = 'onzin'",
        "listitem 1: ‘onzin’ staat niet in de lijst body",
    ),
    ("[[party]]\nkey = 5", "party 1 '5': een sleutel is tekst"),
    ("[[party]]\nkey = ' '", "party 1 ' ': een sleutel is tekst"),
    ("[[party]]\nkey = ['a']", "party 1 '['a']': een sleutel is tekst"),
    (f"{VERSION}mends = 'x'", "document 1, version 1: ‘mends’ vult het programma zelf in"),
]
NUMBERS = [
    ("{ major = 0, minor = 0 }", "version 1: de eerste versie heeft nummer 1"),
    ("{ major = 1, minor = -1 }", "version 1: de eerste versie heeft nummer 1"),
    (
        "{ major = 1, minor = 0, submitted_on = 'today+1' }",
        "version 1, veld submitted_on: een v",
    ),
    (
        "{ major = 2, minor = 0, submitted_on = 'today-9' },"
        "{ major = 1, minor = 0, submitted_on = 'today-8' }",
        "version 1, veld submitted_on: dit is van vóór versie 1",
    ),
]


@pytest.mark.parametrize(("text", "told"), TOGETHER)
def test_what_cannot_be_together_is_named_with_its_place(write, text, told):
    assert wrong(write, text).startswith(told)


@pytest.mark.parametrize(("versions", "told"), NUMBERS)
def test_versions_that_cannot_follow_each_other_are_named(write, versions, told):
    found = wrong(write, f"[[document]]\nversion = [{versions}]")
    assert found.startswith(f"document 1, {told}")


def test_parts_of_parts_are_no_circle(built):
    text = "".join(
        f"[[area]]\nkey = '{a}'\nlies_in = {b}\n"
        for a, b in [("a", ["b", "c"]), ("b", ["d"]), ("c", ["d"]), ("d", [])]
    )
    assert len(built(text).all(Area)) == 4


def test_steps_come_in_the_order_of_their_days(built):
    text = "[[agreement]]\nkey = 'a'\n"
    for days in (3, 9, 6):
        text += f"[[step]]\nat = 'today-{days}'\nagreement = 'a'\ntitle = 'van {days}'\n"
    dossier = built(text)
    moments = [step.at_utc for step in dossier.history.steps()]
    assert moments[-3:] == sorted(moments[-3:])
    assert dossier.all(Agreement)[0].title == "van 3"


@pytest.mark.parametrize("content", [b"", b"<svg/>", b"\x89PNG", PNG[:40], b"%PDF-1.7"])
def test_a_logo_that_is_no_picture_is_told(write, tmp_path, content):
    (tmp_path / "logo.png").write_bytes(content)
    found = wrong(write, '[collaboration]\nlogo = { file = "logo.png" }')
    assert found.startswith("collaboration 1, veld logo: dit is geen afbeelding")


# Files beside the text


@pytest.mark.skipif(sys.platform == "win32", reason="there are no pipes and links as these")
@pytest.mark.parametrize(
    ("value", "told"),
    [
        ("'logo.png'", "hier hoort een bestand"),
        ("{ file = 5 }", "hier hoort een bestand"),
        ("{ naam = 'logo.png' }", "hier hoort een bestand"),
        ("{ file = 'weg.png' }", "het bestand ‘weg.png’ is niet te lezen"),
        ("{ file = '' }", "het bestand ‘’ is niet te lezen"),
        ("{ file = '.' }", "het bestand ‘.’ is niet te lezen"),
        ("{ file = 'map' }", "het bestand ‘map’ is niet te lezen"),
        ("{ file = 'pijp' }", "het bestand ‘pijp’ is niet te lezen"),
        ("{ file = 'kring' }", "het bestand ‘kring’ is niet te lezen"),
        ("{ file = '../buiten.png' }", "‘../buiten.png’ ligt buiten de map van de tekst"),
        ("{ file = '/etc/passwd' }", "‘/etc/passwd’ ligt buiten de map van de tekst"),
        ("{ file = 'via.png' }", "‘via.png’ ligt buiten de map van de tekst"),
        ("{ file = 'groot.png' }", "‘groot.png’ is groter dan 25 MB"),
        ('{ file = "a\\u0000b" }', "is niet te lezen"),
        ("{ file = '" + "x" * 300 + "' }", "is niet te lezen"),
    ],
)
def test_a_file_that_cannot_be_taken_is_named(write, tmp_path, value, told):
    (tmp_path / "map").mkdir()
    os.mkfifo(tmp_path / "pijp")
    (tmp_path / "kring").symlink_to("kring")
    (tmp_path.parent / "buiten.png").write_bytes(b"x")
    (tmp_path / "via.png").symlink_to(tmp_path.parent / "buiten.png")
    with (tmp_path / "groot.png").open("wb") as large:
        large.truncate(blobs.LARGEST_FILE + 1)
    found = wrong(write, f"[collaboration]\nlogo = {value}")
    assert found.startswith("collaboration 1, veld logo: ")
    assert told in found


# What is no text of ours at all


@pytest.mark.parametrize(
    ("data", "told"),
    [
        (b"\xff\xfef\x00o\x00", "is geen tekst in UTF-8."),
        ("naam = 'één'".encode("latin-1"), "is geen tekst in UTF-8."),
        (b"\x00\x01\x02", "is niet goed geschreven: kijk op regel 1, bij teken 1."),
        (b'format = "ozj-1"\n[[party]\nname = 1', "kijk op regel 2, bij teken"),
        (b'format = "ozj-1"\n[[party]]\nname = ', "is niet goed geschreven: kijk aan het einde."),
        (b'format = "ozj-1"\n[[party]]\nname = "x"\nname = "y"\n', "kijk op regel 4, bij teken"),
        (b'format = "ozj-1"\n[party]\n[party]', "kijk op regel 3, bij teken"),
        (b"x = " + b"[" * 100_000, "is niet goed geschreven: "),
        (b"x = " + b"9" * 10_000, "is niet goed geschreven: "),
        (b"", "is geen tekst voor een dossier: bovenaan hoort format"),
        (b'format = "ozj-2"', "is geen tekst voor een dossier: bovenaan hoort format"),
        (b"format = 1", "is geen tekst voor een dossier: bovenaan hoort format"),
    ],
)
def test_a_file_that_is_no_toml_is_refused(write, data, told):
    assert told in wrong(write, data)


@pytest.mark.parametrize(
    ("data", "told"),
    [
        (b"", "is niet goed geschreven: kijk op regel 1, bij teken 1."),
        (b'{"format": "ozj-1",\n}', "kijk op regel 2, bij teken 1."),
        (b'{"format": "ozj-1"} {}', "kijk op regel 1, bij teken 21."),
        (b'{"format": "ozj-1", "party": [], "party": []}', "‘party’ staat er twee keer."),
        (b'{"format": "ozj-1", "party": [{"name": "a", "name": "b"}]}', "‘name’ staat er twee"),
        (b"[" * 100_000, "is niet goed geschreven: "),
        (b'{"a": ' * 50_000, "is niet goed geschreven: "),
        (b'{"format": ' + b"9" * 10_000 + b"}", "is niet goed geschreven: "),
        (b"[]", "is geen tekst voor een dossier"),
        (b"null", "is geen tekst voor een dossier"),
        (b'"ozj-1"', "is geen tekst voor een dossier"),
        (b"{}", "is geen tekst voor een dossier"),
        (b'{"format": ["ozj-1"]}', "is geen tekst voor een dossier"),
        (b'{"format": "ozj-1", "party": {}}', "‘party’ hoort een lijst te zijn"),
        (b'{"format": "ozj-1", "party": null}', "‘party’ hoort een lijst te zijn"),
        (b'{"format": "ozj-1", "party": [null]}', "party 1 is geen tabel"),
        (b'{"format": "ozj-1", "party": [{"name": null}]}', "party 1, veld name: hier hoort tekst"),
        (b'{"format": "ozj-1", "party": [{"position": NaN}]}', "party 1, veld position: hier"),
        (b'{"format": "ozj-1", "party": [{"position": 1e999}]}', "party 1, veld position: hier"),
        (b'{"format": "ozj-dump"}', "Deze uitvoer is"),
    ],
)
def test_a_file_that_is_no_json_of_ours_is_refused(write, data, told):
    source = write(data, "regio.json")
    with pytest.raises(UserError) as found:
        make(source, source.with_name("uit.ozj"), today=TODAY)
    assert told in str(found.value)
    assert not source.with_name("uit.ozj").exists()


def test_half_a_letter_in_json_becomes_a_question_mark(built):
    dossier = built(b'{"format": "ozj-1", "party": [{"name": "a\\ud800b"}]}', "regio.json")
    assert dossier.all(Party)[0].name == "a?b"


def test_a_text_that_is_not_there_or_is_a_folder_is_a_sentence(tmp_path):
    for name, told in [
        ("weg.toml", "weg.toml bestaat niet."),
        (".", " is niet te lezen. Is het een bestand, en mag u erbij?"),
        ("x" * 300 + ".toml", " is niet te lezen. Is het een bestand, en mag u erbij?"),
    ]:
        with pytest.raises(UserError) as found:
            make(tmp_path / name, tmp_path / "uit.ozj", today=TODAY)
        assert str(found.value).endswith(told)


# Where it goes


def test_it_never_writes_over_what_is_there(write, tmp_path):
    target = tmp_path / "uit.ozj"
    target.write_text("van mij")
    with pytest.raises(UserError, match="bestaat al"):
        make(write(SMALL), target, today=TODAY)
    assert target.read_text() == "van mij"


def test_a_folder_that_is_not_there_is_a_sentence(write, tmp_path):
    with pytest.raises(UserError, match="bestaat niet"):
        make(write(SMALL), tmp_path / "weg" / "uit.ozj", today=TODAY)


# What may stand in a text


def test_every_kind_and_field_is_told():
    told = fields_in_words()
    for kind in KINDS:
        assert f"[[{kind.__name__.lower()}]]" in told
        for f in fields_of(kind):
            assert f.name in told
            assert f.label in told
