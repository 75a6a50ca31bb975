"""The window as a whole: places, undo with words, what was typed, and what others may not do."""

import logging
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QEvent, QObject, QPoint, Qt
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractSpinBox,
    QApplication,
    QComboBox,
    QInputDialog,
    QLabel,
    QLineEdit,
    QMessageBox,
    QTextEdit,
    QWidget,
)
from pytestqt.qtbot import QtBot

from ozj_desktop import settings
from ozj_desktop.errors import InUse, UserError
from ozj_desktop.model.actions import Action
from ozj_desktop.model.agreements import Agreement
from ozj_desktop.model.collaboration import Collaboration
from ozj_desktop.model.parties import Contact, Party
from ozj_desktop.model.versions import frozen_fields
from ozj_desktop.paths import own
from ozj_desktop.store.dossier import Dossier
from ozj_desktop.store.snapshots import copies_of
from ozj_desktop.ui import geometry
from ozj_desktop.ui.desk import Desk
from ozj_desktop.ui.main_window import MainWindow
from ozj_desktop.ui.one_window import Raiser, is_raised
from ozj_desktop.ui.opening import open_window
from ozj_desktop.ui.pages.history_page import HistoryPage
from ozj_desktop.ui.places import PLACES
from ozj_desktop.ui.problems import Problems, bug_box
from ozj_desktop.ui.record_page import RecordPage
from ozj_desktop.ui.theme import Theme
from ozj_desktop.ui.user_name import ask_name
from tests.ui.conftest import TODAY, Opener

ACCEPTS = QAbstractButton | QLineEdit | QTextEdit | QAbstractItemView | QComboBox | QAbstractSpinBox


def page(window: MainWindow, key: str) -> Any:
    window.go(key)
    return window.pages[key]


def agreements(window: MainWindow) -> RecordPage:
    """The page, with an agreement of which the text may be changed."""
    found = page(window, "agreements")
    assert isinstance(found, RecordPage)
    free = (row.id for row in found.list.model.shown() if not is_fast(window, row.id))
    found.show_thing(next(free))
    return found


def is_fast(window: MainWindow, id: str) -> bool:
    return bool(frozen_fields(window.desk.facts, stored(window, id)))


def stored(window: MainWindow, id: str) -> Agreement:
    return window.desk.dossier.get(Agreement, id)  # type: ignore[arg-type]


@pytest.mark.parametrize("key", [place.key for place in PLACES])
def test_everything_that_takes_the_focus_has_a_name(window: MainWindow, key: str) -> None:
    page(window, key)
    nameless = [
        f"{type(widget).__name__} {widget.objectName()}"
        for widget in window.findChildren(QWidget)
        if widget.focusPolicy() & Qt.FocusPolicy.TabFocus
        and isinstance(widget, ACCEPTS)
        and not widget.accessibleName()
        and not (isinstance(widget, QAbstractButton) and widget.text())
    ]
    assert nameless == []


@pytest.mark.parametrize("key", [place.key for place in PLACES])
def test_a_page_without_anything_says_what_belongs_there(
    key: str, tmp_path: Path, theme: Theme, qtbot: QtBot
) -> None:
    dossier = Dossier.create(tmp_path / "leeg.ozj", who="Jan")
    window = MainWindow(Desk(dossier, theme, TODAY))
    qtbot.addWidget(window)
    with qtbot.waitExposed(window):
        window.show()
    shown = page(window, key)
    assert any(label.text() for label in shown.findChildren(QLabel) if label.isVisible())
    window.close()


def test_ctrl_z_is_first_for_the_field_then_for_the_dossier(
    window: MainWindow, qtbot: QtBot
) -> None:
    shown = agreements(window)
    id, title = shown.list.current(), shown.header.title
    old = stored(window, id).title
    title.setFocus()
    title.moveCursor(title.textCursor().MoveOperation.End)
    with qtbot.waitSignal(title.paused, timeout=3000):
        qtbot.keyClicks(title, " anders")
    assert stored(window, id).title == f"{old} anders"
    assert window.undo.undo.text() == "Ongedaan maken: ‘Titel’ gewijzigd"
    qtbot.keyClick(title, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert title.toPlainText() != f"{old} anders"
    while title.document().isUndoAvailable():
        qtbot.keyClick(title, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert title.toPlainText() == old


def test_undo_of_the_dossier_shows_in_the_field_in_use(window: MainWindow, qtbot: QtBot) -> None:
    shown = agreements(window)
    id, title = shown.list.current(), shown.header.title
    old = stored(window, id).title
    window.desk.edit(stored(window, id), {"title": "Van elders"})
    assert title.toPlainText() == "Van elders"
    title.setFocus()
    qtbot.keyClick(title, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert stored(window, id).title == old
    assert title.toPlainText() == old
    assert title.hasFocus()
    qtbot.keyClick(title, Qt.Key.Key_Y, Qt.KeyboardModifier.ControlModifier)
    assert title.toPlainText() == "Van elders"


def test_what_was_typed_is_stored_on_closing(open_window: Opener, qtbot: QtBot) -> None:
    window = open_window()
    shown = agreements(window)
    id, title = shown.list.current(), shown.header.title
    title.setFocus()
    title.selectAll()
    qtbot.keyClicks(title, "Op de valreep")
    path = window.desk.dossier.path
    window.close()
    with pytest.raises(Exception, match="closed"):
        stored(window, id)
    again = Dossier.read(path)
    assert again.get(Agreement, id).title == "Op de valreep"  # type: ignore[arg-type]
    again.close()


def test_undo_works_after_reopening(open_window: Opener) -> None:
    window = open_window()
    id = agreements(window).list.current()
    old = stored(window, id).title
    window.desk.edit(stored(window, id), {"title": "Anders"})
    window.close()
    again = open_window()
    assert again.undo.undo.text() == "Ongedaan maken: ‘Titel’ gewijzigd"
    again.undo.undo.trigger()
    assert stored(again, id).title == old


def test_closing_keeps_a_copy(open_window: Opener) -> None:
    window = open_window()
    path = window.desk.dossier.path
    window.desk.add(Action(what="Bel de wethouder"))
    window.close()
    dossier = Dossier.read(path)
    assert len(copies_of(dossier, own("backups"))) == 1
    dossier.close()


def test_a_new_thing_is_ready_at_once_and_so_is_the_next(window: MainWindow, qtbot: QtBot) -> None:
    shown = agreements(window)
    before = window.desk.dossier.count(Agreement)
    qtbot.keyClick(window, Qt.Key.Key_N, Qt.KeyboardModifier.ControlModifier)
    assert shown.list.new.hasFocus()
    for title in ("Eerste", "Tweede"):
        qtbot.keyClicks(shown.list.new, title)
        qtbot.keyClick(shown.list.new, Qt.Key.Key_Return)
        assert shown.list.new.text() == ""
        assert shown.header.title.toPlainText() == title
    assert window.desk.dossier.count(Agreement) == before + 2


def test_deleting_chooses_the_next_and_can_be_undone(window: MainWindow, qtbot: QtBot) -> None:
    shown = page(window, "actions")
    ids = [row.id for row in shown.list.model.shown()]
    shown.list.choose(ids[0])
    shown.list.view.setFocus()
    qtbot.keyClick(shown.list.view, Qt.Key.Key_Delete)
    assert shown.list.current() == ids[1]
    window.undo.undo.trigger()
    assert ids[0] in [row.id for row in shown.list.model.shown()]


def test_what_others_point_at_stays_and_the_page_says_why(window: MainWindow) -> None:
    shown = page(window, "parties")
    before = window.desk.dossier.count(Party)
    shown.header.unwanted.emit()
    assert window.desk.dossier.count(Party) == before
    assert shown.header.message.isVisible()
    assert "kan niet weg" in shown.header.message.accessibleName()


def test_search_finds_parts_and_opens_their_owner(window: MainWindow, qtbot: QtBot) -> None:
    contact = window.desk.dossier.all(Contact)[0]
    qtbot.keyClick(window, Qt.Key.Key_K, Qt.KeyboardModifier.ControlModifier)
    field = window.top.search
    assert field.hasFocus()
    qtbot.keyClicks(field, contact.name)
    qtbot.keyClick(field, Qt.Key.Key_Return)
    assert window.page() is window.pages["parties"]
    assert window.pages["parties"].list.current() == contact.party  # type: ignore[attr-defined]


def test_search_shows_the_words_in_their_context(window: MainWindow, qtbot: QtBot) -> None:
    field = window.top.search
    qtbot.keyClicks(field, "jeugdarts")
    qtbot.waitUntil(lambda: field.results().isVisible())
    hits = [hit for hit in field.results().hits.hits if hit.id]
    assert any("\x02" in hit.snippet for hit in hits)
    qtbot.keyClick(field, Qt.Key.Key_Escape)
    assert field.results().isHidden()


def test_links_go_to_the_page_of_what_they_name(window: MainWindow) -> None:
    for kind, key in ((Agreement, "agreements"), (Party, "parties"), (Action, "actions")):
        record = window.desk.dossier.all(kind)[-1]
        window.go(record.id)
        shown = window.page()
        assert shown is window.pages[key]
        assert isinstance(shown, RecordPage)
        assert shown.list.current() == record.id


def test_the_rail_folds_and_remembers(open_window: Opener, qtbot: QtBot) -> None:
    window = open_window()
    qtbot.keyClick(window, Qt.Key.Key_B, Qt.KeyboardModifier.ControlModifier)
    assert window.rail.width() == 56
    assert settings.get("rail_folded") is True
    window.close()
    assert open_window().rail.width() == 56


def test_f6_goes_round_the_regions(window: MainWindow, qtbot: QtBot) -> None:
    shown = agreements(window)
    seen = []
    for _ in range(3):
        qtbot.keyClick(window, Qt.Key.Key_F6)
        regions = {"rail": window.rail, "list": shown.list, "detail": shown._middle}
        focused = QApplication.focusWidget()
        seen.append(next(n for n, r in regions.items() if focused and r.isAncestorOf(focused)))
    assert sorted(seen) == ["detail", "list", "rail"]


def test_a_window_that_was_off_the_screen_comes_back(open_window: Opener) -> None:
    window = open_window()
    window.move(QPoint(9000, 9000))
    window.close()
    again = open_window()
    assert again.screen().availableGeometry().intersects(again.geometry())


def test_a_first_window_fits_on_the_screen_with_its_frame(window: MainWindow) -> None:
    geometry.restore(window)
    room = window.screen().availableGeometry()
    assert window.width() <= room.width()
    assert window.height() <= room.height() - geometry.TITLE_BAR


def test_pages_out_of_sight_are_up_to_date_when_they_are_seen(window: MainWindow) -> None:
    shown = page(window, "parties")
    window.go("overview")
    party = window.desk.dossier.all(Party)[0]
    window.desk.edit(party, {"name": "Hernoemde partij"})
    window.go("parties")
    assert any(row.title == "Hernoemde partij" for row in shown.list.model.shown())


def test_the_name_of_the_samenwerking_stands_above(window: MainWindow) -> None:
    about = window.desk.dossier.all(Collaboration)[0]
    window.desk.edit(about, {"name": "Samen & anders"})
    assert window.top.name.text() == "Samen && anders"


class Windows(QObject):
    """Notes everything that was shown as a window of its own."""

    def __init__(self, app: QApplication) -> None:
        super().__init__(app)
        self.seen: list[str] = []
        app.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802
        if event.type() == QEvent.Type.Show and isinstance(watched, QWidget) and watched.isWindow():
            self.seen.append(type(watched).__name__)
        return False


def test_nothing_flashes_as_a_window_of_its_own(open_window: Opener, qapp: QApplication) -> None:
    windows = Windows(qapp)
    window = open_window()
    for place in PLACES:
        page(window, place.key)
    qapp.removeEventFilter(windows)
    assert windows.seen == ["MainWindow"]


def test_the_palette_switches_on_every_page(window: MainWindow) -> None:
    for choice in ("dark", "light"):
        window.desk.theme.choose(choice)
        for place in PLACES:
            page(window, place.key)
            window.grab()


def test_history_tells_who_did_what_and_what_it_was(window: MainWindow) -> None:
    id = agreements(window).list.current()
    old = stored(window, id).title
    window.desk.edit(stored(window, id), {"title": "<b>Nieuw</b>"})
    shown = page(window, "history")
    assert isinstance(shown, HistoryPage)
    first = shown.list.entries()[0]
    assert (first.who, first.told[0].before, first.told[0].after) == (
        "A. de Boer",
        old,
        "<b>Nieuw</b>",
    )
    shown.copy()
    assert f"{old} → <b>Nieuw</b>" in QApplication.clipboard().text()


HOSTILE = (
    "x" * 20_000,
    "woord " * 3_000,
    "\U0001f468‍\U0001f469‍\U0001f467 emoji",
    "‮omgekeerd שלום",
    "<b>vet</b><img src=x onerror=alert(1)>",
    "=cmd|' /C calc'!A0",
    "&Letters &&",
    "regel\neen\r\ntwee\ttab",
    "a" * 300,
    "\x01\x02zonder\x7f",
)


def test_any_text_can_be_shown_on_every_page(window: MainWindow) -> None:
    desk = window.desk
    with desk.dossier.step("filled"):
        for text in HOSTILE:
            desk.dossier.save(
                Agreement(title=text, what=text),
                Party(name=text, short_name=text),
                Action(what=text, due=date(2026, 11, 25)),
            )
    for text in HOSTILE:
        desk.edit(desk.dossier.all(Collaboration)[0], {"name": text})
        desk.add(Agreement(title=text))
    for place in PLACES:
        shown = page(window, place.key)
        window.grab()
        rich = [
            label.text()
            for label in shown.findChildren(QLabel)
            if label.textFormat() is not Qt.TextFormat.PlainText and "<b>vet" in label.text()
        ]
        assert rich == []


# Reading only


@pytest.fixture
def reader(open_window: Opener, theme: Theme, qtbot: QtBot) -> MainWindow:
    writer = open_window()
    path = writer.desk.dossier.path
    from ozj_desktop.ui import opening

    second = opening.open_window(path, theme, TODAY)
    assert second is not None
    qtbot.addWidget(second)
    with qtbot.waitExposed(second):
        second.show()
    return second


def test_a_second_opener_reads_and_is_told_who_has_it(reader: MainWindow) -> None:
    told = " ".join(label.text() for label in reader.findChildren(QLabel))
    assert "is al open bij A. de Boer, sinds" in told
    assert not reader.undo.undo.isEnabled()


@pytest.mark.parametrize("key", [place.key for place in PLACES])
def test_nothing_can_be_changed_there(reader: MainWindow, key: str) -> None:
    shown = page(reader, key)
    open_edits = [
        edit.accessibleName()
        for edit in shown.findChildren(QLineEdit) + shown.findChildren(QTextEdit)
        if edit.isVisible() and not edit.isReadOnly() and "Filter" not in edit.accessibleName()
    ]
    assert open_edits == []
    unsafe = ("verwijderen", "weghalen", "voorleggen", "Leg terzijde…", "toevoegen")
    buttons = [
        button.accessibleName() or button.text()
        for button in shown.findChildren(QAbstractButton)
        if button.isVisible() and button.isEnabled()
    ]
    assert [name for name in buttons if name.endswith(unsafe)] == []


# Beside the window


def test_a_second_launch_raises_the_first(window: MainWindow, qtbot: QtBot) -> None:
    raiser = Raiser(window)
    with qtbot.waitSignal(raiser.raised):
        assert is_raised(window.desk.dossier.path)
    assert window.status._words.text() == "Dit dossier was al open: dit is dat venster."


def test_without_a_window_nobody_is_raised(tmp_path: Path) -> None:
    assert not is_raised(tmp_path / "niemand.ozj")


def test_the_name_is_asked_once(window: MainWindow, qtbot: QtBot) -> None:
    ask_name(window)
    box = window.findChild(QInputDialog)
    assert isinstance(box, QInputDialog)
    box.setTextValue("  M.  Yildiz ")
    box.accept()
    assert settings.get("who") == "M. Yildiz"
    window.desk.add(Action(what="Bel"))
    assert window.desk.dossier.history.last.who == "M. Yildiz"


def test_open_window_refuses_in_words(tmp_path: Path, theme: Theme) -> None:
    wrong = tmp_path / "geen.ozj"
    wrong.write_text("geen dossier")
    with pytest.raises(UserError):
        open_window(wrong, theme, TODAY)


def test_a_sentence_for_the_user_is_shown_as_such(
    window: MainWindow, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    shown: list[QMessageBox] = []
    monkeypatch.setattr(QMessageBox, "exec", lambda box: shown.append(box))
    problems = Problems(window, window.desk.theme)
    error = InUse("Dit kan niet. Doe iets anders.")
    with qtbot.waitSignal(problems.told):
        problems.sort(type(error), error)
    assert (shown[0].text(), shown[0].informativeText()) == ("Dit kan niet.", "Doe iets anders.")


def test_a_bug_is_logged_and_told_without_technical_words(
    window: MainWindow,
    qtbot: QtBot,
    monkeypatch: pytest.MonkeyPatch,
    caplog: pytest.LogCaptureFixture,
) -> None:
    monkeypatch.setattr(QMessageBox, "exec", lambda box: None)
    problems = Problems(window, window.desk.theme)
    error = ZeroDivisionError("deling door nul")
    with caplog.at_level(logging.CRITICAL), qtbot.waitSignal(problems.told) as told:
        problems.sort(type(error), error)
    assert "ZeroDivision" not in told.args[0]
    box = bug_box("de details", window.desk.theme)
    qtbot.addWidget(box)
    copy = next(b for b in box.buttons() if b.text() == "Details kopiëren")
    copy.click()
    assert QApplication.clipboard().text() == "de details"
