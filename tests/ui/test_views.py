"""Ways to look at a list: views, filter, groups and orders, and what is remembered of them."""

import json
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMenu, QPushButton
from pytestqt.qtbot import QtBot

from ozj_desktop import settings
from ozj_desktop.model import assent
from ozj_desktop.model.agreements import Agreement, Contribution, Decision, Progress, Role
from ozj_desktop.model.documents import Inclusion
from ozj_desktop.model.parties import Party
from ozj_desktop.ui.list_model import Group
from ozj_desktop.ui.main_window import MainWindow
from ozj_desktop.ui.pages.agreements_list import GROUPS, ORDERS
from ozj_desktop.ui.views import Look, Looks
from tests.ui.conftest import Opener

CONTROL = Qt.KeyboardModifier.ControlModifier


def agreements(window: MainWindow) -> Any:
    window.go("agreements")
    return window.pages["agreements"]


def shown(page: Any) -> set[str]:
    return {row.id for row in page.list.model.shown()}


def headings(page: Any) -> list[str]:
    return [line.words for line in page.list.model.lines if isinstance(line, Group)]


def choose(page: Any, words: str) -> None:
    """As a click in the menu does."""
    actions(page)[words].trigger()


def actions(page: Any) -> dict[str, Any]:
    """All that is in the menu of the views, by its words."""
    menu: QMenu = page.list.views.menu
    menu.aboutToShow.emit()
    every = list(menu.actions())
    for action in menu.actions():
        every += action.menu().actions() if action.menu() else []  # type: ignore[attr-defined]
    return {action.text().split("\t")[0]: action for action in every}


def press(widget: Any, words: str, qtbot: QtBot) -> None:
    found = next(b for b in widget.findChildren(QPushButton) if b.text() == words)
    qtbot.mouseClick(found, Qt.MouseButton.LeftButton)


def test_each_view_holds_what_its_words_say(window: MainWindow) -> None:
    page, facts = agreements(window), window.desk.facts
    decided, waiting = assent.decisions(facts), assent.waiting(facts)
    led = {c.agreement for c in facts.all(Contribution) if c.role is Role.LEADS}
    placed = {p.agreement for p in facts.all(Inclusion)}
    today, every = window.desk.today, facts.all(Agreement)

    def behind(a: Agreement) -> bool:
        late = a.ends_on is not None and a.ends_on < today and a.progress is not Progress.DONE
        lapsed = decided.get(a.id) is Decision.LAPSED
        return not lapsed and (late or a.progress is Progress.BEHIND)

    party = facts.all(Party)[0]
    inside = {c.agreement for c in facts.all(Contribution) if c.party == party.id}
    for words, expected in (
        (
            "wacht op akkoord",
            {a.id for a in every if a.id in waiting and decided[a.id] is Decision.SUBMITTED},
        ),
        ("achterblijvend", {a.id for a in every if behind(a)}),
        ("zonder trekker", {a.id for a in every} - led),
        ("in geen enkel stuk", {a.id for a in every} - placed),
        ("vertrouwelijk", {a.id for a in every if a.confidential}),
        (party.name, inside),
        ("alles", {a.id for a in every}),
    ):
        assert expected, words
        choose(page, words)
        assert shown(page) == expected, words


def test_the_button_says_which_view_is_chosen(window: MainWindow, qtbot: QtBot) -> None:
    page = agreements(window)
    button = page.list.views.button
    assert (button.text(), button.accessibleName()) == ("Weergave", "Weergave")
    choose(page, "achterblijvend")
    assert button.text() == "achterblijvend"
    assert button.accessibleName() == "Weergave: achterblijvend"
    assert actions(page)["achterblijvend"].isChecked()
    assert not actions(page)["alles"].isChecked()
    choose(page, "alles")
    assert button.text() == "Weergave"


def test_a_view_and_the_filter_work_together(window: MainWindow, qtbot: QtBot) -> None:
    page = agreements(window)
    choose(page, "wacht op akkoord")
    before = shown(page)
    qtbot.keyClicks(page.list.filter, "school")
    assert shown(page) < before
    page.list.filter.setText("zzz")
    assert page.list._nothing.isVisible()
    press(page.list, "Filter wissen", qtbot)
    assert shown(page) == before


def test_a_view_that_hides_everything_has_a_way_out(window: MainWindow, qtbot: QtBot) -> None:
    page = agreements(window)
    secret = [a for a in window.desk.dossier.all(Agreement) if a.confidential]
    for agreement in secret:
        window.desk.edit(agreement, {"confidential": False})
    choose(page, "vertrouwelijk")
    assert not shown(page)
    press(page.list, "Alles tonen", qtbot)
    assert len(shown(page)) == window.desk.dossier.count(Agreement)
    assert page.list.views.button.text() == "Weergave"


def test_going_to_what_a_view_hides_shows_everything(window: MainWindow) -> None:
    page = agreements(window)
    choose(page, "vertrouwelijk")
    hidden = next(a for a in window.desk.dossier.all(Agreement) if not a.confidential)
    window.go(hidden.id)
    assert page.list.current() == hidden.id
    assert page.list.model.line_of(hidden.id) >= 0
    assert page.list.views.button.text() == "Weergave"


def test_what_leaves_the_view_stays_beside_it_while_it_is_worked_on(window: MainWindow) -> None:
    page = agreements(window)
    choose(page, "vertrouwelijk")
    (row,) = page.list.model.shown()
    page.list.choose(row.id)
    page.show_chosen()
    record = window.desk.dossier.get(Agreement, row.id)
    window.desk.edit(record, {"confidential": False})
    assert not shown(page)
    assert page.header.title.toPlainText() == record.title


def test_a_view_is_kept_renamed_and_removed(open_window: Opener, qtbot: QtBot) -> None:
    page = agreements(open_window())
    choose(page, "wacht op akkoord")
    page.list.filter.setText("school")
    page.list.group("partij")
    page.list.order("naam")
    found = shown(page)
    choose(page, "Deze weergave bewaren…")
    ask = page.list.views.ask
    assert ask.line.hasFocus()
    qtbot.keyClicks(ask.line, "Langs & besturen")
    qtbot.keyClick(ask.line, Qt.Key.Key_Return)
    assert page.list.views.button.accessibleName() == "Weergave: Langs & besturen"
    page.window().close()

    page = agreements(open_window())
    assert len(shown(page)) > len(found)
    page.list.group("thema")
    choose(page, "Langs && besturen")
    assert shown(page) == found
    assert page.list.arrangement() == ("partij", "naam")
    choose(page, "Naam wijzigen…")
    page.list.views.ask.line.setText("Langs besturen")
    qtbot.keyClick(page.list.views.ask.line, Qt.Key.Key_Return)
    assert [look.name for look in Looks("Agreement").own()] == ["Langs besturen"]
    choose(page, "Weergave verwijderen")
    assert Looks("Agreement").own() == []
    press(page.list, "Terugzetten", qtbot)
    assert Looks("Agreement").own()[0].filter == "school"
    assert shown(page) == found


def test_escape_leaves_the_question_for_a_name(window: MainWindow, qtbot: QtBot) -> None:
    page = agreements(window)
    choose(page, "Deze weergave bewaren…")
    ask = page.list.views.ask
    qtbot.keyClicks(ask.line, "Toch niet")
    qtbot.keyClick(ask.line, Qt.Key.Key_Escape)
    assert not ask.isVisible()
    assert page.list.views.button.hasFocus()
    assert Looks("Agreement").own() == []


def test_a_kept_view_of_a_party_that_is_not_here_is_not_offered(window: MainWindow) -> None:
    Looks("Agreement").keep(Look("Elders", tag="party:nowhere"))
    Looks("Agreement").keep(Look("Hier", tag="waiting"))
    words = actions(agreements(window))
    assert "Hier" in words
    assert "Elders" not in words


@pytest.mark.parametrize(
    "kept", [None, [], "x", {"Agreement": 3}, {"Agreement": {"own": [1, {"name": 2}], "group": 7}}]
)
def test_settings_that_read_as_nothing_are_nothing(kept: Any) -> None:
    settings.put(lists=kept)
    assert Looks("Agreement").own() == []
    assert Looks("Agreement").arrangement() == ("", "")
    Looks("Agreement").keep(Look("Nieuw"))
    assert (
        json.loads(settings.path().read_text())["lists"]["Agreement"]["own"][0]["name"] == "Nieuw"
    )


def test_grouping_and_order_are_remembered_per_page(open_window: Opener, qtbot: QtBot) -> None:
    page = agreements(open_window())
    page.list._arrangement.grouped.emit("overlegtafel")
    page.list._arrangement.ordered.emit("in het stuk")
    page.window().close()
    window = open_window()
    assert agreements(window).list.arrangement() == ("overlegtafel", "in het stuk")
    window.go("actions")
    assert window.pages["actions"].list.arrangement() == ("wanneer", "datum")  # type: ignore[attr-defined]


@pytest.mark.parametrize("words", GROUPS)
def test_in_every_grouping_each_agreement_stands_once(window: MainWindow, words: str) -> None:
    page = agreements(window)
    page.list.group(words)
    rows = page.list.model.shown()
    assert sorted(row.id for row in rows) == sorted(
        a.id for a in window.desk.dossier.all(Agreement)
    )
    assert headings(page)
    assert len(set(headings(page))) == len(headings(page))


def test_an_agreement_stands_at_its_deadline(window: MainWindow) -> None:
    page, today = agreements(window), window.desk.today
    agreement = next(a for a in window.desk.dossier.all(Agreement) if not page_is_fast(page, a))
    page.list.group("deadline")
    for day, expected in (
        (today.replace(day=1), "te laat"),
        (today.replace(day=30), "deze maand"),
        (today.replace(month=12, day=3), "dit kwartaal"),
        (today.replace(year=2027), "later"),
        (None, "zonder datum"),
    ):
        window.desk.edit(agreement, {"ends_on": day, "progress": Progress.ON_TRACK})
        row = page.list.model.row(agreement.id)
        assert row.groups[GROUPS.index("deadline")][1] == expected
    window.desk.edit(agreement, {"ends_on": today.replace(day=1), "progress": Progress.DONE})
    assert page.list.model.row(agreement.id).groups[GROUPS.index("deadline")][1] == "nagekomen"


def page_is_fast(page: Any, agreement: Agreement) -> bool:
    return bool(page.spec.locked(page.desk, agreement))


@pytest.mark.parametrize("words", ORDERS)
def test_every_order_shows_every_agreement(window: MainWindow, words: str) -> None:
    page = agreements(window)
    page.list.group("")
    page.list.order(words)
    assert len(page.list.model.shown()) == window.desk.dossier.count(Agreement)


def test_what_was_changed_last_comes_first(window: MainWindow) -> None:
    page = agreements(window)
    page.list.group("")
    page.list.order("gewijzigd")
    last = page.list.model.shown()[-1].id
    window.desk.edit(window.desk.dossier.get(Agreement, last), {"internal_remark": "nieuw"})
    assert page.list.model.shown()[0].id == last


def test_agreements_stand_as_in_their_document(window: MainWindow) -> None:
    page, dossier = agreements(window), window.desk.dossier
    page.list.group("")
    page.list.order("in het stuk")
    order = [row.id for row in page.list.model.shown()]
    places = dossier.all(Inclusion)
    alone = [p for p in places if sum(q.agreement == p.agreement for q in places) == 1]
    for document in {p.document for p in alone}:
        inside = sorted((p for p in alone if p.document == document), key=lambda p: p.position)
        found = [order.index(p.agreement) for p in inside]
        assert found == sorted(found)


def test_the_filter_finds_every_party_topic_and_state(window: MainWindow, qtbot: QtBot) -> None:
    page, desk = agreements(window), window.desk
    partner = next(c for c in desk.dossier.all(Contribution) if c.role is Role.PARTNER)
    name = desk.names.of(Party, partner.party)
    assert page.list.filter.placeholderText() == "Filter op woord of partij"
    page.list.filter.setText(name)
    assert partner.agreement in shown(page)
    with_party = shown(page)
    page.list.filter.setText(f"{name} concept")
    assert shown(page) < with_party
    page.list.filter.setText("concept")
    words = {row.status.word for row in page.list.model.shown() if row.status}
    assert "concept" in words


def test_escape_clears_the_filter_and_then_goes_to_the_list(
    window: MainWindow, qtbot: QtBot
) -> None:
    page = agreements(window)
    chosen = page.list.model.shown()[3].id
    page.list.choose(chosen)
    page.list.filter.setFocus()
    qtbot.keyClicks(page.list.filter, "zzz")
    assert not shown(page)
    qtbot.keyClick(page.list.filter, Qt.Key.Key_Escape)
    assert page.list.filter.text() == ""
    assert page.list.current() == chosen
    assert page.list.selected() == [chosen]
    qtbot.keyClick(page.list.filter, Qt.Key.Key_Escape)
    assert page.list.view.hasFocus()


def test_left_goes_to_the_heading_and_folds_and_right_unfolds(
    window: MainWindow, qtbot: QtBot
) -> None:
    page = agreements(window)
    view, model = page.list.view, page.list.model
    page.list.choose(model.shown()[1].id)
    view.setFocus()
    size = model.lines[0].size
    before = len(model.lines)
    qtbot.keyClick(view, Qt.Key.Key_Left)
    assert view.currentIndex().row() == 0
    qtbot.keyClick(view, Qt.Key.Key_Left)
    assert len(model.lines) == before - size
    qtbot.keyClick(view, Qt.Key.Key_Right)
    assert len(model.lines) == before
    choose(page, "Alles inklappen")
    assert model.shown() == []
    assert not page.list._nothing.isVisible()
    choose(page, "Alles uitklappen")
    assert len(model.lines) == before


def test_folded_groups_stay_folded_after_a_change_elsewhere(window: MainWindow) -> None:
    page = agreements(window)
    page.list.fold_all(True)
    window.go("parties")
    party = window.desk.dossier.all(Party)[0]
    window.desk.edit(party, {"short_name": "Anders"})
    window.go("agreements")
    assert {line.folded for line in page.list.model.lines if isinstance(line, Group)} == {True}


def test_every_line_is_as_high_as_what_it_shows(window: MainWindow) -> None:
    page = agreements(window)
    for words in (*GROUPS, "", "thema"):
        page.list.group(words)
        for n, line in enumerate(page.list.model.lines):
            assert page.list.view.rowHeight(n) == (32 if isinstance(line, Group) else 52)


def test_the_views_of_actions(window: MainWindow) -> None:
    window.go("actions")
    page: Any = window.pages["actions"]
    total = len(shown(page))
    choose(page, "nog te doen")
    running = shown(page)
    choose(page, "te laat")
    assert shown(page) < running
    assert len(running) < total


def test_the_view_of_a_dossier_is_there_again_the_next_time(open_window: Opener) -> None:
    first = open_window()
    page = agreements(first)
    choose(page, "wacht op akkoord")
    tag, rows = page.list.model.view, shown(page)
    assert tag
    first.close()
    again = agreements(open_window())
    assert (again.list.model.view, shown(again)) == (tag, rows)
    assert "wacht op akkoord" in again.list.views.button.text()
    choose(again, "alles")
    assert Looks("Agreement", again.desk.dossier.history.step(1).id).seen() == ("", "")
    assert Looks("Agreement", "another").seen() == ("", "")
