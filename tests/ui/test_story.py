"""The history step by step: the names of then, which parties became one, counted as people do."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from ozj_desktop.model import words
from ozj_desktop.model.agreements import Agreement, Contribution
from ozj_desktop.model.attention import SetAside
from ozj_desktop.model.facts import Facts
from ozj_desktop.model.one_party import unite
from ozj_desktop.model.parties import Party
from ozj_desktop.store import past
from ozj_desktop.store.dossier import Dossier
from ozj_desktop.store.kinds import KINDS
from ozj_desktop.ui.desk import Desk
from ozj_desktop.ui.story import Entry, as_text, entry
from ozj_desktop.ui.theme import Theme

TODAY = date(2026, 11, 24)


@pytest.fixture
def desk(tmp_path: Path, theme: Theme) -> Iterator[Desk]:
    dossier = Dossier.create(tmp_path / "regio.ozj", who="Jan")
    made = Desk(dossier, theme, TODAY)
    dossier.on_change.append(made.heard)
    yield made
    dossier.close()


def steps(desk: Desk) -> list[Entry]:
    """The newest first, without the making of the dossier."""
    found = past.find(desk.dossier, past.Wanted())
    return [entry(desk, desk.dossier.history.step(seq)) for seq in found][:-1]


def lines(told: Entry) -> list[tuple[str, str, str]]:
    return [(t.label, t.before, t.after) for t in told.told]


def added(desk: Desk, record: Any) -> Any:
    desk.add(record)
    return record


def made_one(desk: Desk, stays: Party, goes: Party, **chosen: Any) -> None:
    found = unite(Facts(desk.dossier, TODAY), KINDS, stays, goes, chosen)
    with desk.step(words.united(stays.id)):
        desk.dossier.save(*found.save)
        desk.dossier.delete(*found.delete)


def test_a_step_calls_things_as_they_were_called_then(desk: Desk) -> None:
    party = added(desk, Party(name="Leerrijk"))
    plan = added(desk, Agreement(title="Eén plan"))
    given = added(desk, Contribution(agreement=plan.id, party=party.id, what="helpt"))
    desk.edit(given, {"what": "betaalt"})
    desk.edit(party, {"name": "Stichting Leerrijk Maasdonk"})
    desk.edit(plan, {"title": "Twee plannen"})
    title, name, what, _, _, first = steps(desk)
    assert (first.title, first.what) == (
        "Leerrijk",
        "partij toegevoegd (heet nu ‘Stichting Leerrijk Maasdonk’)",
    )
    assert lines(first) == [("Partij", "", "Leerrijk")]
    assert (what.title, lines(what)) == (
        "Eén plan",
        [("Bijdrage Leerrijk, wat", "helpt", "betaalt")],
    )
    assert name.title == "Stichting Leerrijk Maasdonk"
    assert "nu" not in title.what
    assert "leerrijk maasdonk" in first.hay  # found by either name


def test_what_is_gone_is_called_by_its_name(desk: Desk) -> None:
    party = added(desk, Party(name="De Tijdelijke"))
    desk.edit(party, {"registration": "12345678"})
    desk.delete(party)
    gone, edited, came = steps(desk)
    assert [told.title for told in (gone, edited, came)] == ["De Tijdelijke"] * 3
    assert [told.id for told in (gone, edited, came)] == [""] * 3
    assert lines(came) == [("Partij", "", "De Tijdelijke")]


def test_two_that_became_one_are_named_and_counted_once(desk: Desk) -> None:
    goes = added(desk, Party(name="Stichting Leerrijk Maasdonk"))
    stays = added(desk, Party(name="Leerrijk"))
    plans = [Agreement(title=f"Plan {n}") for n in range(5)]
    with desk.step("x"):
        desk.dossier.save(*plans)
        desk.dossier.save(*(Contribution(agreement=p.id, party=goes.id) for p in plans))
    made_one(desk, stays, goes, name="goes")
    told, *_ = steps(desk)
    assert told.title == "Leerrijk"
    assert told.what == "samengevoegd met ‘Stichting Leerrijk Maasdonk’; 5 bijdragen gingen mee"
    assert told.id == stays.id
    assert told.told == ()
    desk.dossier.undo()
    back, *_ = steps(desk)
    assert back.what.startswith("ongedaan gemaakt: samengevoegd met ‘Stichting Leerrijk Maasdonk’")
    desk.dossier.redo()
    assert "opnieuw gedaan: samengevoegd met" in as_text(steps(desk)[0])


def test_two_of_which_nothing_moved_are_named_all_the_same(desk: Desk) -> None:
    stays, goes = added(desk, Party(name="Vivo")), added(desk, Party(name="Stichting Vivo"))
    made_one(desk, stays, goes)
    told, *_ = steps(desk)
    assert (told.title, told.what) == ("Vivo", "samengevoegd met ‘Stichting Vivo’")


def test_several_agreements_of_one_step_are_each_named(desk: Desk) -> None:
    plans = [Agreement(title=f"Plan {n}", what="oud") for n in (1, 2)]
    party = Party(name="GGD")
    given = Contribution(agreement=plans[1].id, party=party.id, what="helpt")
    with desk.step("x"):
        desk.dossier.save(party, *plans, given)
    with desk.step(words.changed(Agreement, 2)):
        desk.dossier.save(*(replace(p, ends_on=TODAY) for p in plans), replace(given, what="doet"))
    told, *_ = steps(desk)
    assert (told.title, told.what, told.several) == ("2 afspraken gewijzigd", "", True)
    assert [label for label, _, _ in lines(told)] == [
        "‘Plan 1’, uiterlijk",
        "‘Plan 2’, uiterlijk",
        "‘Plan 2’, bijdrage GGD, wat",
    ]


def test_a_party_that_went_over_to_another_contribution_counts_once(desk: Desk) -> None:
    plan, parties = Agreement(title="Plan"), [Party(name=name) for name in ("A", "B")]
    old, new = (Contribution(agreement=plan.id, party=party.id) for party in parties)
    with desk.step("x"):
        desk.dossier.save(plan, *parties, old)
    with desk.step("pasted"):
        desk.dossier.save(new)
        desk.dossier.delete(old)
    last = desk.dossier.history.last.seq
    assert past.numbers(desk.dossier, last) == {"contribution": 1}


def test_what_came_along_is_told_by_its_kind(desk: Desk) -> None:
    with desk.step("add"):
        desk.dossier.save(Agreement(title="Eén plan"), Party(name="Leerrijk"))
    told = steps(desk)[0]
    assert lines(told) == [("Afspraak", "", "Eén plan"), ("Partij", "", "Leerrijk")]


def test_lines_that_read_the_same_stand_there_once(desk: Desk) -> None:
    with desk.step("set_aside", reason="in maart"):
        for about in ("a", "b", "c"):
            desk.dossier.save(SetAside(signal="missing", about=about, reason="in maart"))
    told = steps(desk)[0]
    assert lines(told) == [("Terzijde gelegd signaal", "", "in maart")]
    assert told.what == "3 terzijde gelegde signalen"
