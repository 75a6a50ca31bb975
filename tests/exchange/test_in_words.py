"""What a merge did and what a check found, told in words."""

from contextlib import closing
from dataclasses import replace
from datetime import date

import pytest

from ozj_desktop.errors import UserError
from ozj_desktop.exchange.findings import findings
from ozj_desktop.exchange.merging import MOST_SHOWN, merge_in_words
from ozj_desktop.model.agreements import Agreement, Progress, Role
from ozj_desktop.model.collaboration import Collaboration
from ozj_desktop.model.parties import Contact, Party
from ozj_desktop.store.dossier import Dossier
from tests.exchange.conftest import TODAY
from tests.model.region import Region, leads


@pytest.fixture
def ours(tmp_path):
    region = Region()
    with closing(Dossier.create(tmp_path / "regio.ozj")) as dossier:
        with dossier.step("filled"):
            dossier.save(*region.agreed(), leads(region.plan, region.town))
        yield dossier


@pytest.fixture
def theirs(ours, tmp_path):
    ours.copy_to(tmp_path / "kopie.ozj")
    with closing(Dossier.open(tmp_path / "kopie.ozj")) as dossier:
        yield dossier


def edit(dossier, record, **changes):
    with dossier.step("x"):
        dossier.save(replace(record, **changes))


def first(dossier, kind=Agreement):
    return dossier.all(kind)[0]


def test_how_much_came_in_is_counted(ours, theirs):
    assert merge_in_words(ours, theirs) == "Samengevoegd met kopie.ozj: 0 dingen zijn gewijzigd."
    edit(theirs, first(theirs), title="anders")
    assert merge_in_words(ours, theirs) == "Samengevoegd met kopie.ozj: 1 ding is gewijzigd."


def test_what_both_changed_is_told_as_a_user_knows_it(ours, theirs):
    for dossier, progress, day in (
        (ours, Progress.BEHIND, date(2027, 1, 1)),
        (theirs, Progress.DONE, date(2027, 2, 1)),
    ):
        edit(dossier, first(dossier), progress=progress, ends_on=day, confidential=day.month == 1)
    told = merge_in_words(ours, theirs)
    assert "Beide kopieën hadden dit gewijzigd. Het nieuwste is gebleven:" in told
    assert "  Eén plan, Voortgang: hier ‘loopt achter’, daar ‘nagekomen’" in told
    assert "  Eén plan, Uiterlijk: hier ‘1 januari 2027’, daar ‘1 februari 2027’" in told


def test_a_party_an_amount_and_an_empty_field_are_told_in_words(ours, theirs):
    region = {p.name: p for p in ours.all(Party)}
    with ours.step("x"):
        ours.save(Collaboration(director=region["Schoolbestuur"].id))
        ours.save(Contact(party=region["Schoolbestuur"].id, name="Jan", mandate_limit=500))
    merge_in_words(theirs, ours)
    town = next(p for p in theirs.all(Party) if p.name == "Gemeente Lindebroek")
    edit(theirs, first(theirs, Collaboration), director=town.id)
    edit(ours, first(ours, Collaboration), director=None)
    edit(theirs, first(theirs, Contact), mandate_limit=123_456)
    edit(ours, first(ours, Contact), mandate_limit=0)
    told = merge_in_words(ours, theirs)
    assert "Regie bij: hier ‘’, daar ‘Gemeente Lindebroek’" in told
    assert "Mandaat tot: hier ‘€ 0,00’, daar ‘€ 1.234,56’" in told


def test_what_one_deleted_and_the_other_changed_is_told(ours, theirs):
    edit(theirs, first(theirs), title="Eén plan voor iedereen")
    contribution = ours.all(type(leads(Agreement(), Party())))[0]
    edit(theirs, contribution, role=Role.PARTNER)
    with ours.step("x"):
        ours.delete(contribution)
    told = merge_in_words(ours, theirs)
    assert "hier verwijderd, daar gewijzigd (of andersom); het is gebleven" in told


def test_of_many_conflicts_the_first_are_shown_and_the_rest_counted(ours, theirs):
    for dossier, text in ((ours, "van Jan"), (theirs, "van Piet")):
        names = ("why", "for_whom", "result", "what", "parents", "if_it_fails", "made_at")
        for agreement in dossier.all(Agreement):
            edit(dossier, agreement, **dict.fromkeys(names, text))
        for party in dossier.all(Party):
            edit(dossier, party, **dict.fromkeys(("brings", "gets", "gives_up", "time"), text))
    lines = merge_in_words(ours, theirs).splitlines()
    assert len(lines) == 2 + MOST_SHOWN + 1
    assert lines[-1] == "  en nog 2"


def test_a_long_text_in_a_conflict_is_told_in_short(ours, theirs):
    edit(ours, first(ours), what="woord " * 3_000)
    edit(theirs, first(theirs), what="regel een\nregel twee")
    told = merge_in_words(ours, theirs)
    assert len(told) < 1_000
    assert "regel een regel twee" in told
    assert len(told.splitlines()) == 3


def test_a_damaged_or_foreign_copy_is_refused_and_nothing_changes(ours, theirs, tmp_path):
    last = ours.history.last
    theirs.db.execute("UPDATE party SET name = 'stil gewijzigd'")
    with pytest.raises(UserError, match=r"kopie\.ozj is beschadigd"):
        merge_in_words(ours, theirs)
    with (
        closing(Dossier.create(tmp_path / "vreemd.ozj")) as stranger,
        pytest.raises(UserError, match="geen kopie"),
    ):
        merge_in_words(ours, stranger)
    assert ours.history.last == last


# What a check found


def test_a_sound_dossier_is_told_with_its_steps_and_signals(ours):
    found = findings(ours, TODAY)
    told = str(found)
    assert told.startswith(
        "regio.ozj is in orde: 2 stappen in de geschiedenis, alle zegels kloppen."
    )
    assert f"{len(found.signals)} signalen:" in told
    assert "  ! Eén plan: Er staat geen datum bij." in told
    assert found.counts["agreement"] == 2


def test_one_step_and_no_signals_are_counted_in_good_dutch(tmp_path):
    with closing(Dossier.create(tmp_path / "leeg.ozj")) as dossier:
        told = str(findings(dossier, TODAY))
    assert "1 stap in de geschiedenis" in told
    assert told.endswith("0 signalen.")


def test_the_same_as_data_names_everything(ours):
    data = findings(ours, TODAY).as_json()
    assert (data["file"], data["sound"], data["problems"]) == ("regio.ozj", True, [])
    signal = next(s for s in data["signals"] if s["code"] == "no_deadline")
    assert signal["about"] == "Eén plan"
    assert signal["kind"] == "agreement"
    assert signal["urgent"] is True
    assert signal["set_aside"] is None


def test_a_damaged_dossier_is_told_without_signals(ours):
    ours.db.execute("UPDATE agreement SET progress = 'zweeft'")
    found = findings(ours, TODAY)
    assert str(found).startswith("Niet in orde: De inhoud is niet meer wat")
    assert found.as_json()["sound"] is False
    assert found.signals == []
