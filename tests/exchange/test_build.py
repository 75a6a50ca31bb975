"""From text to dossier: versions as they were at their time, answers kept, steps of later."""

import json
from contextlib import closing
from datetime import date, timedelta

from ozj_desktop.exchange.agreement_state import frozen
from ozj_desktop.exchange.takeover import make
from ozj_desktop.model.agreements import Agreement, Decision, Progress
from ozj_desktop.model.assent import asked, of_document, versions
from ozj_desktop.model.blocks import Chapter, Run, walk
from ozj_desktop.model.difference import differences
from ozj_desktop.model.documents import Assent, Deviation, Document, Inclusion, TableAssent, Version
from ozj_desktop.model.facts import Facts
from ozj_desktop.model.parties import Party
from ozj_desktop.store.archive import as_text, dump
from ozj_desktop.store.dossier import Dossier
from tests.exchange.conftest import TODAY

TEXT = """
[[party]]
key = "gemeente"
name = "Gemeente"

[[party]]
key = "school"
name = "School"

[[party]]
key = "jongeren"
name = "Jongeren"
signs = false

[[agreement]]
key = "plan"
title = "Eén plan"
what = "Binnen vijf dagen."

[[agreement]]
key = "loket"
title = "Eén loket"

[[document]]
key = "convenant"
name = "Samen"
summary = "Zo is het nu."
stage = "frozen"
agreements = ["plan", "loket"]

  [[document.version]]
  major = 2
  minor = 0
  submitted_on = "today-20"

    [[document.version.was]]
    agreement = "plan"
    what = "Binnen vijf daagen."

    [[document.version.assent]]
    party = "school"
    table = "agreed"
    table_on = "today-10"
    decided_on = "today-5"

      [[document.version.assent.deviation]]
      agreement = "loket"
      table = "reserved"
      reservation = "budget"

  [[document.version]]
  major = 1
  minor = 0
  submitted_on = "today-60"
  what = "eerste versie"
  without = ["loket"]

    [[document.version.was]]
    agreement = "plan"
    what = "Binnen tien dagen."

    [[document.version.was]]
    document = "convenant"
    summary = "Zo was het toen."

    [[document.version.was]]
    party = "school"
    name = "Oude School"

    [[document.version.assent]]
    party = "gemeente"
    table = "refused"

  [[document.version]]
  major = 2
  minor = 1
  submitted_on = "today-2"
"""


def texts(chapters: tuple[Chapter, ...]) -> str:
    return "\n".join(part.text for part in walk(chapters) if isinstance(part, Run))


def frozen_texts(dossier: Dossier) -> dict[str, str]:
    facts = Facts(dossier, TODAY)
    found = versions(facts, dossier.all(Document)[0].id)
    return {v.number: texts(frozen(facts, v)) for v in found}


def test_every_version_keeps_the_text_of_its_time(built):
    found = frozen_texts(built(TEXT))
    assert "Binnen tien dagen." in found["1"]
    assert "Zo was het toen." in found["1"]
    assert "Oude School" in found["1"]
    assert "Eén loket" not in found["1"]
    assert "Binnen vijf daagen." in found["2"]
    assert "Eén loket" in found["2"]
    assert "Oude School" not in found["2"]
    assert "Binnen vijf dagen." in found["2.1"]


def test_the_dossier_itself_holds_the_text_of_today(built):
    dossier = built(TEXT)
    assert [a.what for a in dossier.all(Agreement)] == ["Binnen vijf dagen.", ""]
    assert dossier.all(Document)[0].summary == "Zo is het nu."
    assert {p.name for p in dossier.all(Party)} == {"Gemeente", "School", "Jongeren"}
    assert dossier.count(Inclusion) == 2


def test_a_version_knows_its_agreements_and_the_difference_is_told(built):
    facts = Facts(built(TEXT), TODAY)
    newest, second, first = versions(facts, facts.all(Document)[0].id)
    assert [len(v.agreements) for v in (newest, second, first)] == [2, 2, 1]
    told = {d.place for d in differences(frozen(facts, first), frozen(facts, second))}
    assert {"In het kort", "Afspraak 1", "Afspraak 2"} <= told
    (mended,) = differences(frozen(facts, second), frozen(facts, newest))
    assert (mended.place, mended.label) == ("Afspraak 1", "Wat")


def test_every_signing_party_is_asked_and_what_is_told_of_it_is_kept(built):
    facts = Facts(built(TEXT), TODAY)
    newest, second, first = versions(facts, facts.all(Document)[0].id)
    names = {p.id: p.name for p in facts.all(Party)}
    told = {
        v.number: {names[a.party]: (a.table, a.table_on) for a in asked(facts, v)}
        for v in (first, second, newest)
    }
    asked_first, asked_second = TODAY - timedelta(days=60), TODAY - timedelta(days=20)
    assert told["1"] == {
        "Gemeente": (TableAssent.REFUSED, None),
        "School": (TableAssent.SUBMITTED, asked_first),
    }
    assert told["2"] == {
        "Gemeente": (TableAssent.SUBMITTED, asked_second),
        "School": (TableAssent.AGREED, TODAY - timedelta(days=10)),
    }
    assert told["2.1"] == told["2"]
    assert facts.all(Deviation)[0].table is TableAssent.RESERVED
    assert of_document(facts, facts.all(Document)[0]).decision is Decision.SUBMITTED


def test_a_party_that_is_no_signatory_may_still_have_answered(built):
    text = TEXT.replace('party = "gemeente"\n    table', 'party = "jongeren"\n    table')
    assert "jongeren" in text
    dossier = built(text)
    young = next(p for p in dossier.all(Party) if p.name == "Jongeren")
    assert [a.table for a in dossier.all(Assent, party=young.id)] == [TableAssent.REFUSED]


def test_a_question_without_a_date_was_asked_on_the_day_of_the_version(built):
    question = '[[document.version.assent]]\n    party = "gemeente"\n    table = "submitted"'
    text = TEXT.replace(question.replace("submitted", "refused"), question)
    assert text != TEXT
    first = min(built(text).all(Assent), key=lambda a: a.table_on or date.max)
    assert first.table_on == TODAY - timedelta(days=60)


def test_the_same_words_today_and_tomorrow_only_move_the_dates(built):
    today, later = built(TEXT), built(TEXT, today=TODAY + timedelta(days=40))
    moved = {v.id: v.submitted_on for v in later.all(Version)}
    assert len(moved) == 3
    for version in today.all(Version):
        assert moved[version.id] == version.submitted_on + timedelta(days=40)


# Steps of later

STEPS = """
[[agreement]]
key = "plan"
title = "Eén plan"

[[step]]
at = "today-6"
who = "A. de Boer"
reason = "besproken"
agreement = "plan"
progress = "on_track"

[[step]]
at = "today-3"
agreement = "plan"
progress = "done"
progress_on = "today-3"
"""


def test_what_changed_later_is_a_step_of_its_own_with_who_and_when(built):
    dossier = built(STEPS)
    assert dossier.all(Agreement)[0].progress is Progress.DONE
    *_, first, second = dossier.history.steps()
    assert (first.who, first.reason, first.label) == (
        "A. de Boer",
        "besproken",
        "edited Agreement progress",
    )
    assert second.who == "Jan"
    assert first.at_utc[:10] == (TODAY - timedelta(days=6)).isoformat()
    times = [step.at_utc for step in dossier.history.steps()]
    assert times == sorted(times)


def test_later_steps_can_be_undone_but_not_the_building(built, tmp_path):
    dossier = built(STEPS)
    with closing(Dossier.open(dossier.path)) as opened:
        for expected in (Progress.ON_TRACK, Progress.NOT_STARTED, Progress.NOT_STARTED):
            opened.undo()
            assert opened.all(Agreement)[0].progress is expected
        opened.redo()
        assert opened.all(Agreement)[0].progress is Progress.ON_TRACK
        assert opened.verify() == []


def test_without_steps_there_is_nothing_to_undo(built):
    assert built("[[party]]\nname = 'x'").history.undoable() is None


# There and back


def test_a_dump_that_is_built_dumps_the_same(built, tmp_path):
    first = as_text(dump(built(TEXT + STEPS.replace('"plan"', '"ander"'))))
    (tmp_path / "uit.json").write_text(first, encoding="utf-8")
    make(tmp_path / "uit.json", tmp_path / "terug.ozj", today=TODAY)
    with closing(Dossier.open(tmp_path / "terug.ozj")) as again:
        assert as_text(dump(again)) == first
        assert again.verify() == []


def test_a_dump_with_a_byte_order_mark_or_in_another_layout_is_taken_too(built, tmp_path):
    dumped = dump(built(TEXT))
    text = b"\xef\xbb\xbf" + json.dumps(dumped, indent=4).encode()
    (tmp_path / "uit.JSON").write_bytes(text)
    make(tmp_path / "uit.JSON", tmp_path / "terug.ozj", today=TODAY)
    assert dump(Dossier.read(tmp_path / "terug.ozj")) == dumped


def test_a_large_text_is_built_while_one_waits(built):
    """A thousand agreements with three contributions each, all in one version."""
    many = range(1000)
    parties = "".join(f'[[party]]\nkey = "p{n}"\nname = "Partij {n}"\n' for n in range(3))
    promises = ", ".join(f'{{ party = "p{n}" }}' for n in range(3))
    agreements = "".join(
        f'[[agreement]]\nkey = "a{n}"\ntitle = "{n}"\ncontribution = [{promises}]\n' for n in many
    )
    listed = ", ".join(f'"a{n}"' for n in many)
    version = "[[document]]\nversion = [{ major = 1, minor = 0 }]\n"
    dossier = built(f"{parties}{agreements}{version}agreements = [{listed}]")
    assert dossier.count(Agreement) == 1000
    (document,) = dossier.all(Document)
    facts = Facts(dossier, TODAY)
    assert len(versions(facts, document.id)[0].agreements) == 1000
