"""A form shows one record, stores field by field, and never overwrites what was not touched."""

from datetime import date
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from ozj_desktop.model.agreements import Agreement
from ozj_desktop.model.forums import Topic
from ozj_desktop.ui.desk import Desk
from ozj_desktop.ui.parts.edits import TextEdit, TypedEdit
from ozj_desktop.ui.parts.field_box import FieldBox
from ozj_desktop.ui.parts.pick_edit import New, PickEdit
from ozj_desktop.ui.record_form import RecordForm, Section

SECTION = Section(
    "Kaart",
    ("what", "ends_on", "why", "topic", "confidential", "principles"),
    always=("what", "ends_on"),
)


@pytest.fixture
def form(qtbot: QtBot, desk: Desk, agreement: Agreement) -> RecordForm:
    made = RecordForm(desk, Agreement, [SECTION])
    qtbot.addWidget(made)
    made.resize(700, 500)
    with qtbot.waitExposed(made):
        made.show()
    made.activateWindow()
    made.show_record(agreement)
    desk.dossier.on_change.append(lambda _: made.show_record(desk.dossier.all(Agreement)[0]))
    return made


def box(form: RecordForm, name: str) -> FieldBox:
    return form.cards[0]._boxes[name]


def editor(form: RecordForm, name: str) -> Any:
    return box(form, name).editor


def chip(form: RecordForm, words: str) -> QPushButton:
    return next(c for c in form.findChildren(QPushButton) if c.text() == words)


def stored(desk: Desk) -> Agreement:
    return desk.dossier.all(Agreement)[0]


def steps(desk: Desk) -> int:
    return desk.dossier.history.last.seq


def test_what_is_empty_waits_as_a_chip(form: RecordForm) -> None:
    assert box(form, "what").isVisible()
    assert box(form, "ends_on").isVisible()
    assert "why" not in form.cards[0]._boxes
    assert chip(form, "waarom").isVisible()


def test_a_chip_becomes_a_field_with_the_caret_in_it(
    form: RecordForm, desk: Desk, qtbot: QtBot
) -> None:
    chip(form, "waarom").click()
    edit = editor(form, "why")
    assert isinstance(edit, TextEdit)
    assert edit.hasFocus()
    assert not chip(form, "waarom").isVisible()
    qtbot.keyClicks(edit, "Omdat het helpt")
    editor(form, "what").setFocus()
    assert stored(desk).why == "Omdat het helpt"
    assert box(form, "why").isVisible()


def test_left_empty_it_is_a_chip_again(form: RecordForm, desk: Desk) -> None:
    before = steps(desk)
    chip(form, "waarom").click()
    editor(form, "what").setFocus()
    assert not box(form, "why").isVisible()
    assert chip(form, "waarom").isVisible()
    assert steps(desk) == before


def test_a_flag_is_set_by_its_chip(form: RecordForm, desk: Desk) -> None:
    chip(form, "vertrouwelijk").click()
    assert stored(desk).confidential


def test_typing_is_one_step_however_long_it_takes(
    form: RecordForm, desk: Desk, qtbot: QtBot
) -> None:
    before, edit = steps(desk), editor(form, "what")
    edit.setFocus()
    for word in ("Eerst", " dit,", " dan dat"):
        with qtbot.waitSignal(edit.paused, timeout=3000):
            qtbot.keyClicks(edit, word)
        assert word.strip() in stored(desk).what
    editor(form, "ends_on").setFocus()
    assert steps(desk) == before + 1
    desk.dossier.undo()
    assert stored(desk).what == "Een gezin vertelt zijn verhaal één keer."


def test_a_refresh_does_not_touch_the_field_in_use(
    form: RecordForm, desk: Desk, qtbot: QtBot
) -> None:
    edit = editor(form, "what")
    edit.setFocus()
    qtbot.keyClicks(edit, "bezig")
    typed = edit.toPlainText()
    desk.edit(stored(desk), {"what": "van elders", "ends_on": date(2027, 2, 1)})
    assert edit.toPlainText() == typed
    assert editor(form, "ends_on").text() == "1 februari 2027"


def test_only_the_field_that_was_edited_is_stored(
    form: RecordForm, desk: Desk, qtbot: QtBot
) -> None:
    old = stored(desk)
    desk.dossier.on_change.pop()  # the form does not hear it
    desk.edit(old, {"title": "Nieuwe titel"})
    edit = editor(form, "ends_on")
    edit.setFocus()
    edit.selectAll()
    qtbot.keyClicks(edit, "1-8-2027")
    editor(form, "what").setFocus()
    assert stored(desk).title == "Nieuwe titel"
    assert stored(desk).ends_on == date(2027, 8, 1)


def test_leaving_without_a_change_stores_nothing(form: RecordForm, desk: Desk) -> None:
    before = steps(desk)
    for name in ("what", "ends_on", "what"):
        editor(form, name).setFocus()
    assert steps(desk) == before


def test_a_new_thing_and_the_link_to_it_are_one_step(form: RecordForm, desk: Desk) -> None:
    chip(form, "thema").click()
    edit = editor(form, "topic")
    assert isinstance(edit, PickEdit)
    before = steps(desk)
    box(form, "topic").stored.emit("topic", New("Overgangen"), False)
    assert steps(desk) == before + 1
    assert desk.names.of(edit_type(), stored(desk).topic or "") == "Overgangen"
    desk.dossier.undo()
    assert stored(desk).topic is None


def edit_type() -> Any:
    from ozj_desktop.model.forums import Topic

    return Topic


def test_locked_fields_can_be_read_not_changed(form: RecordForm, desk: Desk, qtbot: QtBot) -> None:
    desk.edit(stored(desk), {"ends_on": date(2027, 2, 1)})
    form.show_record(stored(desk), frozenset({"what", "ends_on", "topic"}))
    edit = editor(form, "what")
    edit.setFocus()
    qtbot.keyClicks(edit, "x")
    date_edit = editor(form, "ends_on")
    assert isinstance(date_edit, TypedEdit)
    assert date_edit.isReadOnly()
    assert stored(desk).what == "Een gezin vertelt zijn verhaal één keer."
    assert chip(form, "waarom").isVisible()
    assert not chip(form, "thema").isVisible()


def test_enter_in_a_date_goes_on(form: RecordForm, qtbot: QtBot) -> None:
    edit = editor(form, "ends_on")
    edit.setFocus()
    qtbot.keyClick(edit, Qt.Key.Key_Return)
    assert not edit.hasFocus()


def test_tab_goes_through_the_fields_and_then_to_what_can_be_added(
    form: RecordForm, desk: Desk, qtbot: QtBot
) -> None:
    desk.edit(stored(desk), {"why": "Omdat"})
    box(form, "what").setFocus()
    passed = []
    for _ in range(5):
        passed.append(form.window().focusWidget())
        qtbot.keyClick(passed[-1], Qt.Key.Key_Tab)
    names = [w.accessibleName() for w in passed]
    assert names[:3] == ["Wat", "Uiterlijk", "Waarom"]
    assert names[3].endswith("toevoegen")


@pytest.mark.parametrize("typed", ["Nieuw thema", "thuis"])
def test_a_choice_is_stored_by_tab(form: RecordForm, desk: Desk, qtbot: QtBot, typed: str) -> None:
    chip(form, "thema").click()
    edit = editor(form, "topic")
    qtbot.keyClicks(edit, typed)
    assert edit.is_open()
    qtbot.keyClick(edit._popup, Qt.Key.Key_Tab)
    qtbot.waitUntil(lambda: not edit.hasFocus())
    topic = desk.get(Topic, stored(desk).topic)
    assert topic is not None
    assert topic.name.lower().startswith(typed.lower())
    assert edit.text() == topic.name


def test_the_list_of_a_choice_has_room_for_its_rows(form: RecordForm, desk: Desk) -> None:
    desk.add(*(Topic(name=f"Thema {n}") for n in range(12)))
    chip(form, "thema").click()
    edit = editor(form, "topic")
    edit.open()
    rows = min(len(edit._rows.rows), 10)
    assert rows == 10
    assert edit._popup.viewport().height() >= rows * edit._popup.sizeHintForRow(0)
