"""Why something cannot be deleted is told in one sentence, with what to do; for one and several."""

from typing import Any

import pytest

from ozj_desktop.model.agreements import Agreement, Contribution
from ozj_desktop.model.assent import decisions, latest
from ozj_desktop.model.documents import Assent, Deviation, Document, Inclusion, Version
from ozj_desktop.model.parties import Party
from ozj_desktop.ui.main_window import MainWindow
from ozj_desktop.ui.story import entry


@pytest.fixture
def page(window: MainWindow) -> Any:
    window.go("agreements")
    return window.pages["agreements"]


def submitted(window: MainWindow) -> list[Agreement]:
    """Those of the first version of one paper that was submitted."""
    facts = window.desk.facts
    found = [v for d in facts.all(Document) if (v := latest(facts, d.id))]
    return window.desk.things(Agreement, sorted(found[0].agreements))


def refusal(page: Any, *ids: str, qtbot: Any) -> str:
    page.list.choose_all(list(ids))
    page.list.unwanted.emit(list(ids))
    qtbot.waitUntil(page.header.message.isVisible)
    return page.header.message.accessibleName()


def test_what_was_submitted_stays_and_says_in_which_version(page: Any, qtbot: Any) -> None:
    one, two, *_ = submitted(page.window())
    told = refusal(page, one.id, qtbot=qtbot)
    papers = {
        f"versie {v.number} van ‘{page.desk.dossier.get(Document, v.document)}’"
        for v in page.desk.dossier.all(Version)
        if one.id in v.agreements
    }
    assert any(f"{one} kan niet weg: de afspraak staat in {paper}" in told for paper in papers)
    assert "Laat die weg uit een nieuwe versie" in told
    assert "zonder naam" not in told and "verwijzen" not in told
    told = refusal(page, one.id, two.id, qtbot=qtbot)
    assert told.startswith(f"‘{one}’ en ‘{two}’ kunnen niet weg: deze afspraken staan in ")
    assert "zonder naam" not in told


def test_of_several_what_can_go_goes_and_the_rest_says_why(page: Any, qtbot: Any) -> None:
    stays, dossier = submitted(page.window())[0], page.desk.dossier
    goes = Agreement(title="Los")
    with page.desk.step("x"):
        dossier.save(goes)
    told = refusal(page, stays.id, goes.id, qtbot=qtbot)
    assert dossier.kind_of(goes.id) is None
    assert dossier.kind_of(stays.id) is Agreement
    assert told.startswith(f"{stays} kan niet weg: de afspraak staat in versie ")
    assert told.endswith("De rest is verwijderd.")


def test_what_is_in_a_draft_only_says_where_to_take_it_out(page: Any, qtbot: Any) -> None:
    decided, dossier = decisions(page.desk.facts), page.desk.dossier
    free, paper = Agreement(title="Los"), Document(name="Brief")
    assert free.id not in decided
    with page.desk.step("x"):
        dossier.save(free, paper, Inclusion(document=paper.id, agreement=free.id))
    told = refusal(page, free.id, qtbot=qtbot)
    assert told == "Los kan niet weg: de afspraak staat in ‘Brief’. Haal die daar eerst uit."


def test_a_party_that_was_asked_says_by_which_paper(window: MainWindow) -> None:
    given = window.desk.dossier.all(Assent)[0]
    party = window.desk.dossier.get(Party, given.party)
    window.go(party.id)
    shown: Any = window.pages["parties"]
    shown.header.unwanted.emit()
    told = shown.header.message.accessibleName()
    assert "kreeg de vraag om akkoord bij versie" in told
    assert "Zet dan ‘Tekent mee’ uit." in told


@pytest.mark.parametrize("kind", [Inclusion, Assent, Deviation, Contribution])
def test_what_links_two_things_is_called_by_its_ends(window: MainWindow, kind: Any) -> None:
    names, dossier = window.desk.names, window.desk.dossier
    for record in dossier.all(kind):
        told = names.of(kind, record.id)
        assert told and "zonder naam" not in told
    if kind is Inclusion:
        place = dossier.all(Inclusion)[0]
        agreement = dossier.get(Agreement, place.agreement)
        paper = dossier.get(Document, place.document)
        assert names.of(kind, place.id) == f"‘{agreement}’ in ‘{paper}’"


def test_the_history_of_a_choice_names_what_was_chosen(window: MainWindow) -> None:
    agreement, paper = Agreement(title="Los"), Document(name="Brief")
    with window.desk.step("chosen"):
        window.desk.dossier.save(agreement, paper)
    with window.desk.step("chosen"):
        window.desk.dossier.save(Inclusion(document=paper.id, agreement=agreement.id))
    told = entry(window.desk, window.desk.dossier.history.last).told
    assert [t.after for t in told] == ["‘Los’ in ‘Brief’"]
