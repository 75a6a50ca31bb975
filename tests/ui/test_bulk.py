"""Several things at once: chosen, changed, copied and deleted in one step."""

from collections.abc import Callable
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QApplication, QLineEdit, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from ozj_desktop.model.actions import Action, ActionState
from ozj_desktop.model.agreements import Agreement, Contribution, Progress, Role
from ozj_desktop.model.areas import Area
from ozj_desktop.model.documents import Document, Inclusion, Stage, Version
from ozj_desktop.model.parties import Domain, Party
from ozj_desktop.model.versions import frozen_fields
from ozj_desktop.store.dossier import Dossier
from ozj_desktop.ui.main_window import MainWindow
from ozj_desktop.ui.parts.agreement_bulk import Including, Joining

CONTROL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
Choose = Callable[..., list[str]]


def page_of(window: MainWindow, key: str) -> Any:
    window.go(key)
    return window.pages[key]


@pytest.fixture
def page(window: MainWindow) -> Any:
    return page_of(window, "agreements")


@pytest.fixture
def choose(page: Any, qtbot: QtBot) -> Choose:
    """Choose agreements of which the text lies fast, and others, as clicks with Ctrl do."""

    def chosen(free: int, fast: int = 0) -> list[str]:
        every = page.desk.dossier.all(Agreement)
        lies_fast = [a.id for a in every if frozen_fields(page.desk.facts, a)]
        ids = [a.id for a in every if a.id not in lies_fast][:free] + lies_fast[:fast]
        page.list.choose_all(ids)
        page.show_chosen()
        QApplication.processEvents()  # the panel waits until the keys rest
        assert page._several.panel.isVisible()
        return ids

    return chosen


def stored(page: Any, ids: list[str]) -> list[Agreement]:
    return [page.desk.dossier.get(Agreement, id) for id in ids]


def box(page: Any, name: str) -> Any:
    return next(box for box in page._several.panel.boxes if box.field.name == name)


def undo_words(page: Any) -> str:
    return str(page.window().undo.undo.text())


def test_shift_and_down_choose_more_and_escape_one_again(page: Any, qtbot: QtBot) -> None:
    view = page.list.view
    page.list.choose(page.list.model.shown()[0].id)
    view.setFocus()
    for _ in range(2):
        qtbot.keyClick(view, Qt.Key.Key_Down, SHIFT)
    qtbot.waitUntil(lambda: page._several.panel is not None and page._several.panel.isVisible())
    assert page._several.panel._title.text() == "3 afspraken gekozen"
    assert page.list.bar.told.text() == "3 gekozen"
    qtbot.keyClick(view, Qt.Key.Key_Escape)
    assert len(page.list.selected()) == 1
    assert not page._several.panel.isVisible()
    assert page.header.title.isVisible()


def test_ctrl_a_chooses_all_rows_and_enter_goes_on_to_change_them(page: Any, qtbot: QtBot) -> None:
    page.list.view.setFocus()
    qtbot.keyClick(page.list.view, Qt.Key.Key_A, CONTROL)
    qtbot.waitUntil(lambda: page._several.panel is not None and page._several.panel.isVisible())
    assert len(page._several.panel.things) == page.desk.dossier.count(Agreement)
    qtbot.keyClick(page.list.view, Qt.Key.Key_Return)
    focused = QApplication.focusWidget()
    assert focused is not None
    assert page._several.panel.isAncestorOf(focused)


def test_common_values_are_shown_and_others_are_called_different(page: Any, choose: Choose) -> None:
    ids = choose(2)
    first, second = stored(page, ids)
    page.desk.edit(first, {"progress": Progress.BEHIND, "confidential": True})
    page.desk.edit(second, {"progress": Progress.ON_TRACK, "confidential": True})
    choose(2)
    assert box(page, "confidential").editor.text() == "ja"
    assert box(page, "progress").editor.text() == ""
    assert box(page, "progress").editor.placeholderText() == "verschillend"


def test_one_choice_changes_all_in_one_step_and_undo_says_how_many(
    page: Any, choose: Choose, qtbot: QtBot
) -> None:
    ids = choose(3)
    before = stored(page, ids)
    edit = box(page, "progress").editor
    edit.setFocus(Qt.FocusReason.TabFocusReason)
    qtbot.keyClicks(edit, "loopt")
    qtbot.keyClick(edit._popup, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: stored(page, ids)[0].progress is Progress.BEHIND)
    assert {a.progress for a in stored(page, ids)} == {Progress.BEHIND}
    changed = sum(a.progress is not Progress.BEHIND for a in before)
    assert undo_words(page) == f"Ongedaan maken: {changed} afspraken gewijzigd"
    assert page.list.selected() == page.list.chosen_several()
    assert set(page.list.selected()) == set(ids)
    page.window().undo.undo.trigger()
    assert stored(page, ids) == before


def test_what_lies_fast_is_left_alone_and_named(page: Any, choose: Choose, qtbot: QtBot) -> None:
    ids = choose(2, fast=1)
    fast = stored(page, ids)[-1]
    edit = box(page, "ends_on").editor
    edit.setFocus()
    qtbot.keyClicks(edit, "1-3-2031")
    qtbot.keyClick(edit, Qt.Key.Key_Tab)
    found = stored(page, ids)
    assert [str(a.ends_on) for a in found[:2]] == ["2031-03-01"] * 2
    assert found[-1] == fast
    said = page._several.panel.message.accessibleName()
    assert said.startswith("2 afspraken gewijzigd.")
    assert f"‘{fast.title}’" in said
    assert "de tekst ligt vast in" in said


def test_when_all_lie_fast_the_field_cannot_be_typed_in(page: Any, choose: Choose) -> None:
    choose(0, fast=2)
    assert box(page, "ends_on").editor.isReadOnly()
    assert not box(page, "progress").editor.isReadOnly()


def test_passing_through_what_differs_changes_nothing(
    page: Any, choose: Choose, qtbot: QtBot
) -> None:
    ids = choose(3)
    first, *_ = stored(page, ids)
    page.desk.edit(first, {"ends_on": None, "starts_on": None, "topic": None})
    before, last = stored(page, choose(3)), page.desk.dossier.history.last.seq
    page._several.panel.focus_first()
    for _ in range(20):
        focused = QApplication.focusWidget()
        assert focused is not None
        qtbot.keyClick(focused, Qt.Key.Key_Tab)
    assert stored(page, ids) == before
    assert page.desk.dossier.history.last.seq == last


def test_what_differs_can_be_emptied_for_all(page: Any, choose: Choose, qtbot: QtBot) -> None:
    ids = choose(3)
    page.desk.edit(stored(page, ids)[0], {"topic": None})
    choose(3)
    link = box(page, "topic").wipe
    assert link.isVisible()
    qtbot.mouseClick(link, Qt.MouseButton.LeftButton)
    assert {a.topic for a in stored(page, ids)} == {None}


def test_a_new_area_is_made_once_for_all(page: Any, choose: Choose, qtbot: QtBot) -> None:
    ids, before = choose(3), page.desk.dossier.count(Area)
    edit = box(page, "area").editor
    edit.setFocus()
    qtbot.keyClicks(edit, "Nieuwe wijk")
    qtbot.keyClick(edit._popup, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: page.desk.dossier.count(Area) == before + 1)
    assert len({a.area for a in stored(page, ids)}) == 1
    page.window().undo.undo.trigger()
    assert page.desk.dossier.count(Area) == before


def test_a_party_is_put_in_all_of_them_where_it_is_not_yet(
    page: Any, choose: Choose, qtbot: QtBot
) -> None:
    ids = choose(3, fast=1)
    dossier = page.desk.dossier
    party = Party(name="Bibliotheek")
    page.desk.add(party)
    page.desk.add(Contribution(agreement=ids[0], party=party.id, role=Role.LEADS))  # type: ignore[arg-type]
    card = next(card for card in page._several.panel.more if isinstance(card, Joining))
    card.party.setFocus()
    qtbot.keyClicks(card.party, "Bibliotheek")
    qtbot.keyClick(card.party._popup, Qt.Key.Key_Return)
    card.role.show_value(Role.SUPPORTS)
    qtbot.mouseClick(card.add, Qt.MouseButton.LeftButton)
    found = {c.agreement: c.role for c in dossier.all(Contribution, party=party.id)}
    assert found == {ids[0]: Role.LEADS, ids[1]: Role.SUPPORTS, ids[2]: Role.SUPPORTS}
    said = page._several.panel.message.accessibleName()
    assert "die partij staat er al in" in said
    assert "de tekst ligt vast in" in said
    assert undo_words(page) == "Ongedaan maken: 2 afspraken gewijzigd"
    page.window().undo.undo.trigger()
    assert dossier.count(Contribution, party=party.id) == 1


def test_several_are_put_in_a_document_that_takes_them(
    page: Any, choose: Choose, qtbot: QtBot
) -> None:
    ids, dossier = choose(2), page.desk.dossier
    card = next(card for card in page._several.panel.more if isinstance(card, Including))
    offered = {option.key for option in card._open()}
    fast = {
        d.id
        for d in dossier.all(Document)
        if d.stage is Stage.FROZEN and dossier.count(Version, document=d.id)
    }
    assert fast
    assert not offered & fast
    card.pick.setFocus()
    qtbot.keyClicks(card.pick, "Wijkplan 2027")
    qtbot.keyClick(card.pick._popup, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: any(d.name == "Wijkplan 2027" for d in dossier.all(Document)))
    document = next(d for d in dossier.all(Document) if d.name == "Wijkplan 2027")
    places = sorted(dossier.all(Inclusion, document=document.id), key=lambda p: p.position)
    assert [p.agreement for p in places] == list(page._several.panel.things)
    assert {p.agreement for p in places} == set(ids)


def test_several_are_deleted_in_one_step(page: Any, choose: Choose, qtbot: QtBot) -> None:
    made = [Agreement(title=f"Los {n}") for n in range(3)]
    page.desk.add(*made)
    page.list.choose_all([a.id for a in made])
    page.show_chosen()
    page.list.view.setFocus()
    qtbot.keyClick(page.list.view, Qt.Key.Key_Delete)
    assert undo_words(page) == "Ongedaan maken: 3 afspraken verwijderd"
    assert not {a.id for a in made} & {r.id for r in page.list.model.shown()}
    page.window().undo.undo.trigger()
    assert {a.id for a in made} <= {r.id for r in page.list.model.shown()}


def test_what_is_in_use_stays_when_the_rest_is_deleted(
    page: Any, choose: Choose, qtbot: QtBot
) -> None:
    loose = Agreement(title="Los")
    page.desk.add(loose)
    used = page.desk.dossier.all(Inclusion)[0].agreement
    page.list.choose_all([loose.id, used])
    page.show_chosen()
    page.list.view.setFocus()
    qtbot.keyClick(page.list.view, Qt.Key.Key_Delete)
    assert page.desk.get(Agreement, loose.id) is None
    assert page.desk.get(Agreement, used) is not None
    assert page.list.current() == used
    assert page.header.message.isVisible()
    name = page.desk.names.of(Agreement, used)
    assert name in page.header.message.accessibleName()


def test_everything_in_the_panel_has_a_name(page: Any, choose: Choose) -> None:
    choose(3)
    nameless = [
        widget
        for widget in page._several.panel.findChildren(QWidget)
        if widget.focusPolicy() & Qt.FocusPolicy.TabFocus
        and isinstance(widget, QAbstractButton | QLineEdit)
        and not widget.accessibleName()
        and not (isinstance(widget, QAbstractButton) and widget.text())
    ]
    assert nameless == []


def typed_in(page: Any, name: str, text: str, qtbot: QtBot) -> Any:
    edit = box(page, name).editor
    edit.setFocus()
    edit.selectAll()
    qtbot.keyClicks(edit, text)
    return edit


def test_what_is_no_value_is_counted_kept_and_found_again(
    page: Any, choose: Choose, qtbot: QtBot
) -> None:
    ids = choose(3)
    before = stored(page, ids)
    window = page.window()
    qtbot.keyClick(typed_in(page, "ends_on", "31-2-2027", qtbot), Qt.Key.Key_Tab)
    assert box(page, "ends_on").is_misread()
    assert window.desk.unread.words() == "1 veld"
    page.desk.edit(stored(page, ids)[0], {"title": "Anders"})  # the panel is shown anew
    assert box(page, "ends_on").editor.text() == "31-2-2027"
    choose(2, fast=1)
    assert not box(page, "ends_on").is_misread()
    assert window.desk.unread.words() == "1 veld"  # it is not lost with the choice
    qtbot.keyClick(window, Qt.Key.Key_F8)
    qtbot.waitUntil(lambda: box(page, "ends_on").editor.hasFocus())
    assert {*page.list.chosen_several()} == {*ids}
    edit = box(page, "ends_on").editor
    assert (edit.text(), box(page, "ends_on").is_misread()) == ("31-2-2027", True)
    qtbot.keyClick(typed_in(page, "ends_on", "28-2-2027", qtbot), Qt.Key.Key_Return)
    assert window.desk.unread.words() == ""
    assert {a.ends_on.isoformat() for a in stored(page, ids) if a.ends_on} == {"2027-02-28"}
    assert [a.id for a in before] == ids


def test_the_fields_stay_where_they_are_when_it_is_told_what_was_done(
    page: Any, choose: Choose, qtbot: QtBot
) -> None:
    choose(3)
    QApplication.processEvents()
    edit = box(page, "ends_on").editor
    place = edit.mapTo(page, edit.rect().topLeft())
    qtbot.keyClick(typed_in(page, "ends_on", "1-3-2027", qtbot), Qt.Key.Key_Return)
    assert page._several.panel.message.isVisible()
    QApplication.processEvents()
    assert edit.mapTo(page, edit.rect().topLeft()) == place


def test_tab_after_a_date_goes_to_the_next_field_and_a_space_empties_nothing(
    page: Any, choose: Choose, qtbot: QtBot
) -> None:
    ids = choose(3)
    page.desk.edit(stored(page, ids)[0], {"starts_on": None, "ends_on": None})
    fields = [b.field.name for b in page._several.panel.boxes]
    assert "ends_on" in fields
    qtbot.keyClick(typed_in(page, "ends_on", "1-3-2027", qtbot), Qt.Key.Key_Tab)
    focused: Any = QApplication.focusWidget()
    assert "leeg maken" not in focused.accessibleName()
    last = page.desk.dossier.history.last.seq
    qtbot.keyClick(focused, Qt.Key.Key_Space)
    assert page.desk.dossier.history.last.seq == last
    assert all(a.ends_on for a in stored(page, ids))


def test_emptying_is_still_reached_by_tab(page: Any, choose: Choose, qtbot: QtBot) -> None:
    choose(3)
    box(page, "ends_on").editor.setFocus()
    seen: list[str] = []
    for _ in range(60):
        focused: Any = QApplication.focusWidget()
        qtbot.keyClick(focused, Qt.Key.Key_Tab)
        focused = QApplication.focusWidget()
        seen.append(focused.accessibleName())
        if not page._several.panel.isAncestorOf(focused):
            break
    wipes = [b.wipe for b in page._several.panel.boxes if b.wipe.isVisible()]
    assert wipes
    assert {w.accessibleName() for w in wipes} <= {*seen}


def test_reading_only_nothing_can_be_changed(window: MainWindow) -> None:
    window.turn_to(Dossier.read(window.desk.dossier.path))
    page = page_of(window, "agreements")
    page.list.choose_all([row.id for row in page.list.model.shown()[:2]])
    page.show_chosen()
    QApplication.processEvents()
    assert page._several.panel.isVisible()
    assert all(box.editor.isReadOnly() for box in page._several.panel.boxes)
    assert page._several.panel.more == []
    shown = {b.text() for b in page.findChildren(QPushButton) if b.isVisible()}
    assert not shown & {"Verwijderen", "Kopie", "Kopie maken", "leeg maken"}


def test_actions_and_parties_are_changed_together_too(window: MainWindow, qtbot: QtBot) -> None:
    page = page_of(window, "actions")
    ids = [row.id for row in page.list.model.shown()[:3]]
    page.list.choose_all(ids)
    page.show_chosen()
    qtbot.waitUntil(lambda: page._several.panel.isVisible())
    box(page, "state").stored.emit("state", ActionState.BUSY, False)
    assert {window.desk.dossier.get(Action, id).state for id in ids} == {ActionState.BUSY}  # type: ignore[arg-type]
    page = page_of(window, "parties")
    ids = [row.id for row in page.list.model.shown()[:3]]
    page.list.choose_all(ids)
    page.show_chosen()
    qtbot.waitUntil(lambda: page._several.panel.isVisible())
    box(page, "domain").stored.emit("domain", Domain.OTHER, False)
    assert {window.desk.dossier.get(Party, id).domain for id in ids} == {Domain.OTHER}  # type: ignore[arg-type]
    assert isinstance(page._several.panel.findChild(QPushButton), QPushButton)


def test_in_a_narrow_window_there_is_a_way_to_the_panel_and_back(
    window: MainWindow, qtbot: QtBot
) -> None:
    page = page_of(window, "agreements")
    window.resize(700, 500)
    qtbot.waitUntil(lambda: page.columns.narrow)
    page._back_to_list()
    page.list.choose_all([row.id for row in page.list.model.shown()[:2]])
    page.show_chosen()
    qtbot.waitUntil(lambda: page._several.panel is not None)
    assert page.list.isVisible()
    qtbot.mouseClick(page.list.bar.change, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(page._several.panel.isVisible)
    assert not page.list.isVisible()
    qtbot.mouseClick(page._several.panel._back, Qt.MouseButton.LeftButton)
    assert page.list.isVisible()
