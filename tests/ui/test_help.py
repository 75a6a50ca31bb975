"""Help on F1: beside the page or instead of it, about what is shown, and words explained."""

from typing import Any

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QHelpEvent
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QTextEdit, QToolTip, QWidget
from pytestqt.qtbot import QtBot
from shiboken6 import isValid

from ozj_desktop import settings
from ozj_desktop.exchange.help_text import PARTS, help_for
from ozj_desktop.model.agreements import Agreement, Contribution
from ozj_desktop.model.charter import Term
from ozj_desktop.model.compass import Block
from ozj_desktop.model.parties import Party
from ozj_desktop.paths import resource
from ozj_desktop.ui.explainer import Explainer
from ozj_desktop.ui.help_html import WORDS_HERE
from ozj_desktop.ui.list_model import Row
from ozj_desktop.ui.main_window import MainWindow
from ozj_desktop.ui.parts.line_row import LineRow
from ozj_desktop.ui.places import PLACES
from ozj_desktop.ui.theme import Theme
from tests.ui.conftest import Opener

CTRL = Qt.KeyboardModifier.ControlModifier
SIZES = ((1366, 768), (1280, 720), (960, 600), (683, 384))


def press(qtbot: QtBot, key: Qt.Key, how: Any = Qt.KeyboardModifier.NoModifier) -> None:
    focused = QApplication.focusWidget()
    assert focused is not None
    qtbot.keyClick(focused, key, how)


def f1(window: MainWindow, qtbot: QtBot) -> Any:
    press(qtbot, Qt.Key.Key_F1)
    return window.side.help


def resized(window: MainWindow, qtbot: QtBot, width: int, height: int = 720) -> None:
    window.resize(width, height)
    qtbot.waitUntil(lambda: window.size().width() == width)


def in_field(window: MainWindow, text: str) -> Any:
    """The caret in a field of an agreement, with this text in it."""
    window.go("agreements")
    page: Any = window.pages["agreements"]
    agreement = window.desk.dossier.all(Agreement)[-1]
    page.show_thing(agreement.id)
    window.desk.edit(agreement, {"what": text})
    edit = page._bodies[0].cards[0]._boxes["what"].editor
    assert edit.toPlainText() == text
    return edit


@pytest.fixture
def agreements(window: MainWindow) -> MainWindow:
    window.go("agreements")
    window.page().list.view.setFocus()  # type: ignore[union-attr]
    return window


def test_every_place_has_help_and_no_help_is_left_over() -> None:
    files = {path.stem for path in resource("content/help").glob("*.md")}
    blocks = {f"compass_{block.value}" for block in Block}
    assert files == {place.key for place in PLACES} | blocks | {"monitor", "reviews", "learning"}


def test_f1_opens_and_closes_and_the_focus_goes_there_and_back(
    agreements: MainWindow, qtbot: QtBot
) -> None:
    before = QApplication.focusWidget()
    assert agreements.side.help is None
    help = f1(agreements, qtbot)
    assert help.isVisible()
    assert help.isAncestorOf(QApplication.focusWidget())
    assert help.accessibleName() == "Hulp bij afspraken"
    assert "Een afspraak is een belofte" in help.text.toPlainText()
    f1(agreements, qtbot)
    assert not help.isVisible()
    assert QApplication.focusWidget() is before


def test_esc_closes_from_the_tabs_and_from_the_text(agreements: MainWindow, qtbot: QtBot) -> None:
    before = QApplication.focusWidget()
    help = f1(agreements, qtbot)
    press(qtbot, Qt.Key.Key_Escape)
    assert not help.isVisible()
    assert QApplication.focusWidget() is before
    f1(agreements, qtbot)
    help.text.setFocus()
    press(qtbot, Qt.Key.Key_Escape)
    assert not help.isVisible()
    assert QApplication.focusWidget() is before


def test_the_close_button_and_the_status_line_do_the_same(
    agreements: MainWindow, qtbot: QtBot
) -> None:
    (way,) = [b for b in agreements.status.findChildren(QPushButton) if b.text() == "F1 Hulp"]
    qtbot.mouseClick(way, Qt.MouseButton.LeftButton)
    help: Any = agreements.side.help
    assert help.isVisible()
    qtbot.mouseClick(help._close, Qt.MouseButton.LeftButton)
    assert not help.isVisible()


def test_arrows_turn_the_tabs_and_scroll_the_text(agreements: MainWindow, qtbot: QtBot) -> None:
    help = f1(agreements, qtbot)
    for part in PARTS[1:]:
        press(qtbot, Qt.Key.Key_Right)
        assert help.tabs.value() == part
        first = help_for("agreements").parts[part][0].lines[0]
        assert help.text.toPlainText().startswith(first)
    press(qtbot, Qt.Key.Key_Left)
    assert help.tabs.value() == "Werkvorm"
    bar = help.text.verticalScrollBar()
    assert bar.maximum() > 0
    press(qtbot, Qt.Key.Key_Down)
    assert bar.value() > 0
    press(qtbot, Qt.Key.Key_Left)
    assert help.tabs.value() == "Voorbeeld"
    assert bar.value() == 0


def test_alt_and_a_digit_turn_the_tabs(agreements: MainWindow, qtbot: QtBot) -> None:
    help = f1(agreements, qtbot)
    agreements.page().list.view.setFocus()  # type: ignore[union-attr]
    for n, part in enumerate(PARTS, 1):
        press(qtbot, Qt.Key(Qt.Key.Key_0 + n), Qt.KeyboardModifier.AltModifier)
        assert help.tabs.value() == part
        assert help.isAncestorOf(QApplication.focusWidget())


@pytest.mark.parametrize("size", SIZES)
def test_every_tab_is_whole_where_help_is_narrow(
    agreements: MainWindow, qtbot: QtBot, size: tuple[int, int]
) -> None:
    resized(agreements, qtbot, *size)
    agreements.side.open_help()
    help: Any = agreements.side.help
    for tab in help.tabs.parts():
        tab.click()
        assert tab.width() >= tab.sizeHint().width()
        assert help.rect().contains(tab.rect().translated(tab.mapTo(help, QPoint(0, 0))))


def test_the_text_can_be_read_and_copied_by_keyboard(agreements: MainWindow, qtbot: QtBot) -> None:
    help = f1(agreements, qtbot)
    press(qtbot, Qt.Key.Key_Tab)
    assert help.text.hasFocus()
    for _ in range(3):
        press(qtbot, Qt.Key.Key_Right, Qt.KeyboardModifier.ShiftModifier)
    press(qtbot, Qt.Key.Key_C, CTRL)
    assert QApplication.clipboard().text() == "Een"


def test_f6_goes_on_from_the_record_to_help_and_then_to_the_rail(
    agreements: MainWindow, qtbot: QtBot
) -> None:
    help = f1(agreements, qtbot)
    regions = [agreements.rail, *agreements.page().regions()]  # type: ignore[union-attr]
    for region in (*regions, help):
        press(qtbot, Qt.Key.Key_F6)
        focused = QApplication.focusWidget()
        assert focused is not None
        assert region is focused or region.isAncestorOf(focused)
    press(qtbot, Qt.Key.Key_F6, Qt.KeyboardModifier.ShiftModifier)
    assert regions[-1].isAncestorOf(QApplication.focusWidget())  # type: ignore[arg-type]


def test_help_follows_the_page(agreements: MainWindow, qtbot: QtBot) -> None:
    help = f1(agreements, qtbot)
    for place in PLACES:
        agreements.go(place.key)
        page = agreements.page()
        assert page is not None
        assert help._title.text() == help_for(page.help_key() or place.key).title
        assert help.text.verticalScrollBar().value() == 0


def test_help_is_as_it_was_left(open_window: Opener, qtbot: QtBot) -> None:
    window = open_window()
    help = f1_in(window, qtbot)
    press(qtbot, Qt.Key.Key_Right)
    window.side.moveSplitter(window.side.width() - 340, 1)
    wide = help.width()
    assert 300 < wide < 345
    window.close()
    again = open_window()
    qtbot.waitUntil(again.side.is_shown)
    assert abs(again.side.help.width() - wide) <= 1  # type: ignore[union-attr]
    assert again.side.help.tabs.value() == "Voorbeeld"  # type: ignore[union-attr]
    assert again.focusWidget() is None or not again.side._holds_focus()


def f1_in(window: MainWindow, qtbot: QtBot) -> Any:
    window.go("agreements")
    window.page().list.view.setFocus()  # type: ignore[union-attr]
    return f1(window, qtbot)


def test_closed_help_stays_closed_next_time(open_window: Opener, qtbot: QtBot) -> None:
    window = open_window()
    f1_in(window, qtbot)
    f1(window, qtbot)
    window.close()
    again = open_window()
    qtbot.waitUntil(lambda: again.findChild(Explainer) is not None)  # help would be back by then
    assert again.side.help is None


def test_help_stays_about_the_page_that_was_made_anew(agreements: MainWindow, qtbot: QtBot) -> None:
    help = f1(agreements, qtbot)
    agreements.show_anew()
    in_field(agreements, "Vraag de OPR.")
    qtbot.waitUntil(lambda: "OPR Ondersteuningsplanraad" in help.text.toPlainText())
    assert not agreements.page().list.isHidden()  # type: ignore[union-attr]


# Room


def test_under_1440_the_rail_folds_for_help_and_comes_back(
    agreements: MainWindow, qtbot: QtBot
) -> None:
    assert not agreements.rail.folded
    f1(agreements, qtbot)
    assert agreements.rail.folded
    f1(agreements, qtbot)
    assert not agreements.rail.folded
    resized(agreements, qtbot, 1440, 900)
    f1(agreements, qtbot)
    assert not agreements.rail.folded
    resized(agreements, qtbot, 1400, 900)
    assert agreements.rail.folded
    assert settings.get("rail_folded") is None


def test_ctrl_b_wins_over_the_rule(agreements: MainWindow, qtbot: QtBot) -> None:
    f1(agreements, qtbot)
    press(qtbot, Qt.Key.Key_B, CTRL)
    assert not agreements.rail.folded
    resized(agreements, qtbot, 1380, 768)
    assert not agreements.rail.folded
    press(qtbot, Qt.Key.Key_B, CTRL)
    assert agreements.rail.folded
    f1(agreements, qtbot)
    assert agreements.rail.folded  # folded by hand, so it stays


def test_at_1280_the_list_makes_room_and_is_behind_its_button(
    agreements: MainWindow, qtbot: QtBot
) -> None:
    page: Any = agreements.page()
    resized(agreements, qtbot, 1280)
    assert page.list.isVisible()
    chosen = page.list.current()
    f1(agreements, qtbot)
    assert not page.list.isVisible()
    assert page.header.isVisible()
    assert page.header._back.isVisible()
    qtbot.mouseClick(page.header._back, Qt.MouseButton.LeftButton)
    assert page.list.isVisible()
    f1(agreements, qtbot)
    assert page.list.isVisible()
    assert page.header.isVisible()
    assert page.list.current() == chosen


def test_at_1366_the_list_stays(agreements: MainWindow, qtbot: QtBot) -> None:
    f1(agreements, qtbot)
    page: Any = agreements.page()
    assert page.list.isVisible()
    assert page.header.isVisible()
    assert not page.header._back.isVisible()


def test_where_there_is_no_room_help_takes_the_place_of_the_page(
    agreements: MainWindow, qtbot: QtBot
) -> None:
    resized(agreements, qtbot, 683, 384)
    before = QApplication.focusWidget()
    help = f1(agreements, qtbot)
    page = agreements.page()
    assert page is not None
    assert not page.isVisible()
    assert help.width() == agreements.side.width()
    press(qtbot, Qt.Key.Key_Escape)
    assert page.isVisible()
    assert QApplication.focusWidget() is before
    f1(agreements, qtbot)
    agreements.go("parties")  # who goes somewhere wants to see it
    assert agreements.page().isVisible()  # type: ignore[union-attr]
    assert not help.isVisible()


def test_help_beside_a_page_that_gets_too_narrow_waits_for_room(
    agreements: MainWindow, qtbot: QtBot
) -> None:
    help = f1(agreements, qtbot)
    page = agreements.page()
    assert page is not None
    resized(agreements, qtbot, 683, 384)
    qtbot.waitUntil(lambda: not help.isVisible())
    assert page.isVisible()
    resized(agreements, qtbot, 1366, 768)
    qtbot.waitUntil(help.isVisible)
    assert page.isVisible()


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("key", [place.key for place in PLACES])
def test_nothing_is_cut_with_help_open(
    window: MainWindow, qtbot: QtBot, size: tuple[int, int], key: str
) -> None:
    window.go(key)
    resized(window, qtbot, *size)
    window.side.open_help()
    whole = window.side.rect()
    for part in (window.side.help, window.page()):
        assert part is not None
        if part.isVisible():
            place = part.rect().translated(part.mapTo(window.side, QPoint(0, 0)))
            assert whole.contains(place), (place, whole)
            assert part.width() >= min(part.minimumSizeHint().width(), 584)
    assert window.side.help.isVisible()  # type: ignore[union-attr]


# Words


def test_words_on_the_page_are_explained_below_why(window: MainWindow, qtbot: QtBot) -> None:
    in_field(window, "De OPR zegt ja.").setFocus()
    help = f1(window, qtbot)
    text = help.text.toPlainText()
    assert text.index(WORDS_HERE) < text.index("OPR Ondersteuningsplanraad")
    assert "TLV Toelaatbaarheids" not in text
    edit = in_field(window, "De TLV komt van het SWV.")
    qtbot.waitUntil(lambda: "TLV Toelaatbaarheids" in help.text.toPlainText())
    assert edit.toPlainText() == "De TLV komt van het SWV."
    press(qtbot, Qt.Key.Key_Right)
    assert WORDS_HERE not in help.text.toPlainText()


def test_f1_in_a_word_explains_that_word_first(window: MainWindow, qtbot: QtBot) -> None:
    edit = in_field(window, "😀 Eerst de OPR, dan het SWV.")
    edit.setFocus()
    cursor = edit.textCursor()
    cursor.setPosition(edit.toPlainText().encode("utf-16-le").index("OPR".encode("utf-16-le")) // 2)
    edit.setTextCursor(cursor)
    help = f1(window, qtbot)
    assert help.text.toPlainText().lstrip().startswith("OPR\nOndersteuningsplanraad")
    edit.setFocus()
    cursor.movePosition(cursor.MoveOperation.End)
    cursor.setPosition(cursor.position() - 2)
    edit.setTextCursor(cursor)
    assert f1(window, qtbot).isVisible()
    assert help.text.toPlainText().lstrip().startswith("SWV\n")
    press(qtbot, Qt.Key.Key_Escape)
    assert edit.hasFocus()


def test_words_in_a_field_have_dots_below_them_and_the_text_stays_itself(
    window: MainWindow, qtbot: QtBot
) -> None:
    edit = in_field(window, "😀 Het SWV vraagt de OPR.")
    marks = edit.extraSelections()
    assert [mark.cursor.selectedText() for mark in marks] == ["SWV", "OPR"]
    assert not edit.document().isUndoAvailable()
    window.desk.add(Term(name="vraagt", meaning="zegt met een vraagteken"))
    in_field(window, "Wie vraagt het?")
    assert [mark.cursor.selectedText() for mark in edit.extraSelections()] == ["vraagt"]
    in_field(window, "niets bijzonders")
    assert edit.extraSelections() == []


def told_at(qtbot: QtBot, widget: QWidget, at: QPoint) -> str:
    """What the tooltip says after the mouse rested there."""
    QToolTip.hideText()
    qtbot.waitUntil(lambda: not QToolTip.isVisible())
    place = widget.mapToGlobal(at)
    QApplication.sendEvent(widget, QHelpEvent(QEvent.Type.ToolTip, at, place))
    return QToolTip.text() if QToolTip.isVisible() else ""


def test_the_mouse_on_a_word_explains_it(window: MainWindow, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: window.findChild(Explainer) is not None)
    edit = in_field(window, "Het SWV vraagt de OPR.")
    cursor = edit.textCursor()
    for word in ("SWV", "OPR"):
        cursor.setPosition(edit.toPlainText().index(word) + 1)
        spot = edit.cursorRect(cursor).center()
        assert f">{word}</span>" in told_at(qtbot, edit.viewport(), spot)
    cursor.setPosition(1)
    assert "<span" not in told_at(qtbot, edit.viewport(), edit.cursorRect(cursor).center())


def test_names_in_lists_and_cells_explain_what_is_short(
    agreements: MainWindow, qtbot: QtBot
) -> None:
    qtbot.waitUntil(lambda: agreements.findChild(Explainer) is not None)
    view: Any = agreements.page().list.view  # type: ignore[union-attr]
    rows = enumerate(view._model.lines)
    line = next(n for n, row in rows if isinstance(row, Row) and "SWV PO" in row.subtitle)
    told = view._model.index(line, 0).data(Qt.ItemDataRole.ToolTipRole)
    assert ">SWV</span>" in told
    assert told.index("SWV PO") < told.index(">SWV</span>")
    in_field(agreements, "iets")
    table: Any = agreements.page()._bodies[1].table  # type: ignore[union-attr]
    party = next(p for p in agreements.desk.dossier.all(Party) if p.name == "SWV PO Oevermark")
    agreement = agreements.desk.dossier.all(Agreement)[-1]
    agreements.desk.add(Contribution(agreement=agreement.id, party=party.id))
    cells = [table.parts.index(row, 0) for row in range(table.parts.rowCount())]
    shown = next(cell for cell in cells if cell.data() == "SWV PO Oevermark")
    assert ">SWV</span>" in shown.data(Qt.ItemDataRole.ToolTipRole)


def test_a_label_explains_what_is_short_in_it(window: MainWindow, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: window.findChild(Explainer) is not None)
    label = QLabel("Advies van de JGZ", window)
    label.setGeometry(300, 300, 200, 30)
    label.show()
    assert ">JGZ</span> Jeugdgezondheidszorg" in told_at(qtbot, label, QPoint(5, 5))
    label.setText("Advies")
    assert told_at(qtbot, label, QPoint(5, 5)) == ""


def test_a_tooltip_that_was_there_comes_first(window: MainWindow) -> None:
    terms = window.desk.terms
    assert terms.tip("zomaar iets") == "zomaar iets"
    told = terms.tip("SWV PO <img src='http://x'>")
    assert told.startswith("<div>SWV PO &lt;img")
    assert ">SWV</span>" in told


def test_what_somebody_typed_as_a_meaning_is_only_text(window: MainWindow, qtbot: QtBot) -> None:
    evil = "<img src='file:///etc/passwd'><b>vet"
    window.desk.add(Term(name="kwaadwoord", meaning=evil))
    edit = in_field(window, "kwaadwoord")
    edit.setFocus()
    help = f1(window, qtbot)
    assert f"kwaadwoord\n{evil}" in help.text.toPlainText()
    assert "<img" not in window.desk.terms.tip("kwaadwoord")


def test_help_is_drawn_in_the_palette_in_use(
    agreements: MainWindow, qtbot: QtBot, theme: Theme
) -> None:
    help = f1(agreements, qtbot)
    light = help.text.toHtml()
    theme.choose("dark")
    assert help.text.toHtml() != light
    assert theme.colors.text.lower() in help.text.toHtml().lower()


def test_opening_help_loses_nothing_that_was_typed(window: MainWindow, qtbot: QtBot) -> None:
    edit: QTextEdit = in_field(window, "De OPR zegt ja.")
    edit.setFocus()
    edit.moveCursor(edit.textCursor().MoveOperation.End)
    qtbot.keyClicks(edit, " Dus")
    f1(window, qtbot)
    stored = window.desk.dossier.all(Agreement)[-1]
    assert stored.what == "De OPR zegt ja. Dus"  # what was typed is kept, as on every leaving
    press(qtbot, Qt.Key.Key_Escape)
    assert edit.hasFocus()


def test_help_opens_where_what_had_the_focus_is_gone(window: MainWindow, qtbot: QtBot) -> None:
    window.go("overview")
    row = window.page().findChild(LineRow)
    assert row is not None
    row.setFocus()
    window.side.open_help()
    window.page().refresh()
    qtbot.waitUntil(lambda: not isValid(row))
    window.side.open_help()
    assert window.side.is_shown()
