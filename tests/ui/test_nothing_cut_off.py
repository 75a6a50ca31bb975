"""On every page, at every size people have, words are whole and nothing scrolls sideways."""

import pytest
from PySide6.QtGui import QColor, QFont, QFontMetrics, QFontMetricsF
from PySide6.QtWidgets import QLabel, QScrollArea, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from ozj_desktop.model.documents import Document, Stage
from ozj_desktop.ui.list_delegate import shortened
from ozj_desktop.ui.main_window import MainWindow
from ozj_desktop.ui.parts.buttons import button
from ozj_desktop.ui.parts.card import Card
from ozj_desktop.ui.parts.edits import TextEdit, TypedEdit
from ozj_desktop.ui.parts.part_detail import PartDetail
from ozj_desktop.ui.parts.scrolling import BAR, LEFT, WIDEST, scrolling
from ozj_desktop.ui.parts.versions_card import VersionsCard
from ozj_desktop.ui.places import PLACES
from ozj_desktop.ui.record_form import RecordForm
from ozj_desktop.ui.record_page import RecordPage
from ozj_desktop.ui.theme import Theme, font
from tests.cut_off import cut_off

SIZES = [(1280, 720), (1366, 768), (1920, 1080), (960, 540), (683, 384)]  # two at 200 %


@pytest.mark.parametrize("size", SIZES, ids=str)
def test_pages_show_all_of_their_words(
    window: MainWindow, qtbot: QtBot, size: tuple[int, int]
) -> None:
    window.resize(*size)
    for place in PLACES:
        window.go(place.key)
        qtbot.waitUntil(lambda: not cut_off(window), timeout=3000)


def test_what_is_cut_off_is_found(qtbot: QtBot, theme: Theme) -> None:
    held = QWidget()
    qtbot.addWidget(held)
    words = "een zin die niet in tien pixels past"
    label, key = QLabel(words, held), button(theme, words)
    key.setParent(held)
    label.setFixedWidth(10)
    key.setFixedWidth(10)
    column = QVBoxLayout(held)
    column.addWidget(label)
    column.addWidget(key)
    held.show()
    assert [found.split()[0] for found in cut_off(held)] == ["tekst", "knop"]


def test_what_is_out_of_its_place_is_found(qtbot: QtBot, theme: Theme) -> None:
    held = QWidget()
    qtbot.addWidget(held)
    column = QVBoxLayout(held)
    low, over, beside = QLabel("te laag", held), QLabel("erover", held), Card("Opzij")
    beside.setParent(held)
    cards = [Card("Boven"), beside]
    for part in (low, over, *cards):
        column.addWidget(part)
    held.resize(300, 300)
    held.show()
    assert cut_off(held) == []
    beside.move(cards[0].x() + 3, beside.y())
    over.setGeometry(low.geometry().translated(4, 4))
    assert [found.split()[0] for found in cut_off(held)] == ["QLabel", "kaarten"]
    over.move(over.x(), 290)
    assert "buiten QWidget" in cut_off(held)[0]


def test_a_page_that_just_fits_has_no_scroll_bar(qtbot: QtBot) -> None:
    content, card = QWidget(), QWidget()
    column = QVBoxLayout(content)
    column.setContentsMargins(LEFT, 0, LEFT, 16)
    column.addWidget(card)
    area = scrolling(content)
    qtbot.addWidget(area)
    area.resize(300, 216)
    area.show()
    for high, seen in ((200, False), (206, False), (207, False), (230, True), (206, False)):
        card.setFixedHeight(high)
        qtbot.waitUntil(lambda seen=seen: area.verticalScrollBar().isVisible() is seen)
        qtbot.waitUntil(lambda: area.widget().height() >= card.height() + 8)
        assert column.contentsMargins().right() == (LEFT - BAR if seen else LEFT)
        assert column.contentsMargins().bottom() >= 8


@pytest.mark.parametrize("size", SIZES[:3])
def test_cards_end_where_the_heading_ends(
    window: MainWindow, qtbot: QtBot, size: tuple[int, int]
) -> None:
    window.resize(*size)
    for place in ("agreements", "documents", "parties", "collaboration"):
        window.go(place)
        forms = window.page().findChildren(RecordForm)
        whole = [form for form in forms if not isinstance(form.parentWidget(), PartDetail)]
        cards = [card for form in whole for card in form.cards if card.isVisible()]
        qtbot.waitUntil(lambda cards=cards: len({_right(c) for c in cards}) == 1)
        area = next(a for a in window.page().findChildren(QScrollArea) if a.isAncestorOf(cards[0]))
        edge = area.mapTo(window, area.rect().topRight()).x()
        if cards[0].width() < WIDEST - 2 * LEFT:
            assert edge - _right(cards[0]) == LEFT


def _right(card: QWidget) -> int:
    return card.mapTo(card.window(), card.rect().topRight()).x()


@pytest.mark.parametrize("width", [683, 960])
def test_what_is_asked_on_submitting_can_be_read(
    window: MainWindow, qtbot: QtBot, width: int
) -> None:
    window.resize(width, 540)
    drafts = window.desk.dossier.all(Document)
    window.go(next(d.id for d in drafts if d.stage is Stage.DRAFT))
    card = window.findChildren(VersionsCard)[0]
    card._open_ask()
    qtbot.waitUntil(lambda: card._ask.isVisible() and not cut_off(card._ask))


def test_a_field_that_fits_never_scrolls(window: MainWindow, qtbot: QtBot) -> None:
    edit = TextEdit()
    qtbot.addWidget(edit)
    edit.show_value("Eén regel")
    edit.resize(300, edit.heightForWidth(300))
    edit.show()
    edit.verticalScrollBar().setRange(0, 2)
    edit.verticalScrollBar().setValue(2)
    assert edit.verticalScrollBar().value() == 0


def test_figures_are_of_one_width_and_nothing_else_is(theme: Theme) -> None:
    plain = QFont("Inter")
    plain.setPointSizeF(font("body").pointSizeF())
    ours, without = QFontMetricsF(font("body")), QFontMetricsF(plain)
    assert len({ours.horizontalAdvance(figure) for figure in "0123456789"}) == 1
    for other in " -.,:":
        assert ours.horizontalAdvance(other) == without.horizontalAdvance(other)
    assert ours.leading() > 0


def test_hints_in_fields_can_be_read(window: MainWindow, theme: Theme) -> None:
    for edit in (TextEdit(), TypedEdit(str, str)):
        edit.setParent(window)
        edit.ensurePolished()
        assert edit.palette().placeholderText().color() == QColor(theme.colors.text3)


def test_one_line_of_text_is_as_high_as_a_date(window: MainWindow) -> None:
    text, day = TextEdit(), TypedEdit(str, str)
    for edit in (text, day):
        edit.setParent(window)
        edit.ensurePolished()
    text.show_value("Eén regel")
    assert text.heightForWidth(300) == day.sizeHint().height()


def test_the_last_part_of_a_line_stays_whole(theme: Theme) -> None:
    metrics = QFontMetrics(font("meta"))
    told = "samenwerkingsverband primair onderwijs · 12 afspraken"
    shown = shortened(metrics, told, 220)
    assert shown.endswith("… · 12 afspraken")
    assert metrics.horizontalAdvance(shown) <= 222
    assert shortened(metrics, told, 2000) == told


def test_a_refusal_is_whole_in_a_low_window(window: MainWindow, qtbot: QtBot) -> None:
    window.resize(683, 384)
    window.go("parties")
    page = window.page()
    assert isinstance(page, RecordPage)
    window.go(page.list.model.shown()[0].id)
    page.header.unwanted.emit()
    message = page.header.message
    qtbot.waitUntil(lambda: message.isVisible() and not cut_off(message), timeout=3000)
    assert page.header.rect().contains(message.geometry().bottomRight())
