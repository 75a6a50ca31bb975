"""Back to where a link was followed: to the check of a document, or the page one came from."""

from typing import Any

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from ozj_desktop.exchange.submitting import submit
from ozj_desktop.model.agreements import Agreement
from ozj_desktop.model.documents import Document
from ozj_desktop.ui.main_window import MainWindow
from tests.ui.test_readiness import new_paper

ALT = Qt.KeyboardModifier.AltModifier


def opened(window: MainWindow, qtbot: QtBot) -> tuple[Document, Any]:
    """A new document with its check open."""
    paper = new_paper(window, "Eén plan", "Eén loket")
    page: Any = window.page()
    qtbot.mouseClick(page.header.ready, Qt.MouseButton.LeftButton)
    return paper, page


def offered(window: MainWindow) -> str:
    made = window.status._back
    return made.text() if made is not None and made.isVisible() else ""


def test_alt_left_goes_back_to_the_check(window: MainWindow, qtbot: QtBot) -> None:
    paper, page = opened(window, qtbot)
    next(row for row in page.readiness.rows if "Niemand trekt" in row._point.what).way.click()
    assert window.stack.place() == "agreements"
    assert offered(window) == "← Terug naar de controle"
    qtbot.keyClick(window, Qt.Key.Key_Left, ALT)
    assert window.page() is page and page.list.current() == paper.id
    assert page.readiness.isVisible()
    assert page.readiness.rows[0].way.hasFocus()
    assert offered(window) == ""


def test_also_from_a_field_of_the_document_itself(window: MainWindow, qtbot: QtBot) -> None:
    _, page = opened(window, qtbot)
    next(row for row in page.readiness.rows if "wat u vraagt" in row._point.what).way.click()
    qtbot.keyClicks(window.focusWidget(), "Stem in.")
    made = window.status._back
    assert made is not None
    qtbot.mouseClick(made, Qt.MouseButton.LeftButton)
    assert page.readiness.isVisible()
    assert not any("wat u vraagt" in row._point.what for row in page.readiness.rows)


def test_from_what_asks_attention_back_to_the_list(window: MainWindow, qtbot: QtBot) -> None:
    window.show_place("signals")
    window.desk.go(window.desk.dossier.all(Agreement)[0].id)
    assert offered(window) == "← Terug naar Let op"
    qtbot.keyClick(window, Qt.Key.Key_Left, ALT)
    assert window.stack.place() == "signals"


def test_who_chooses_a_place_begins_anew(window: MainWindow, qtbot: QtBot) -> None:
    window.show_place("signals")
    window.desk.go(window.desk.dossier.all(Agreement)[0].id)
    window.rail.chosen.emit("parties")
    assert offered(window) == ""
    qtbot.keyClick(window, Qt.Key.Key_Left, ALT)
    assert window.stack.place() == "parties"


def test_on_the_page_itself_it_names_the_thing(window: MainWindow, qtbot: QtBot) -> None:
    first, second, *_ = window.desk.dossier.all(Agreement)
    window.go(first.id)
    window.desk.go(second.id)
    assert offered(window).startswith(f"← Terug naar ‘{first.title[:20]}")
    assert "Afspraken" not in offered(window)
    window.go("parties")
    assert offered(window) == "← Terug naar Afspraken"
    window.go(first.id)
    assert offered(window) == ""


def test_who_is_back_already_is_offered_no_way_back(window: MainWindow, qtbot: QtBot) -> None:
    agreement = window.desk.dossier.all(Agreement)[0]
    window.go(agreement.id)
    window.desk.go("signals")
    assert offered(window) == "← Terug naar Afspraken"
    window.show_place("agreements")
    assert offered(window) == ""


def test_a_check_that_is_closed_is_over(window: MainWindow, qtbot: QtBot) -> None:
    _, page = opened(window, qtbot)
    next(row for row in page.readiness.rows if "wat u vraagt" in row._point.what).way.click()
    assert offered(window) == "← Terug naar de controle"
    page.readiness.close_strip()
    assert offered(window) == ""


def test_who_finds_the_way_to_what_was_checked_needs_none(window: MainWindow, qtbot: QtBot) -> None:
    paper, page = opened(window, qtbot)
    next(row for row in page.readiness.rows if "Niemand trekt" in row._point.what).way.click()
    other = next(a for a in window.desk.dossier.all(Agreement) if a.title == "Eén loket")
    window.page().show_thing(other.id)  # type: ignore[union-attr]
    assert offered(window) == "← Terug naar de controle"  # it names several, to be mended by turns
    window.go(paper.id)
    assert offered(window) == ""


def test_after_submitting_there_is_no_check_to_go_back_to(window: MainWindow, qtbot: QtBot) -> None:
    paper, page = opened(window, qtbot)
    next(row for row in page.readiness.rows if "Niemand trekt" in row._point.what).way.click()
    assert offered(window) == "← Terug naar de controle"
    submit(window.desk.dossier, paper.id, window.desk.today)
    assert offered(window) == ""
    window.desk.undo()
    window.go(paper.id)
    assert offered(window) == ""


def test_what_was_deleted_is_not_checked_again(window: MainWindow, qtbot: QtBot) -> None:
    paper, page = opened(window, qtbot)
    next(row for row in page.readiness.rows if "Niemand trekt" in row._point.what).way.click()
    window.desk.delete(paper)
    assert offered(window) == ""
