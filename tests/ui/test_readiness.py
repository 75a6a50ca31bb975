"""Klaar om voor te leggen: the strip above a document, and the number in the question."""

from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel, QPushButton
from pytestqt.qtbot import QtBot

from ozj_desktop.model.agreements import Agreement
from ozj_desktop.model.documents import Document, Inclusion, Stage
from ozj_desktop.model.readiness import Point
from ozj_desktop.ui.desk import Desk
from ozj_desktop.ui.main_window import MainWindow
from ozj_desktop.ui.parts.buttons import button
from ozj_desktop.ui.parts.readiness import Readiness


def words(widget: Any) -> str:
    return "\n".join(one.text() for one in widget.findChildren(QLabel) if not one.isHidden())


def told(strip: Readiness) -> str:
    return "\n".join(words(row) for row in strip.rows)


def new_paper(window: MainWindow, *titles: str) -> Document:
    made = Document(name="Nieuw convenant")
    found = [Agreement(title=title) for title in titles]
    places = [Inclusion(document=made.id, agreement=a.id, position=n) for n, a in enumerate(found)]
    with window.desk.step("filled"):
        window.desk.dossier.save(made, *found, *places)
    window.go(made.id)
    return made


def test_a_button_opens_at_most_five_points_and_every_one_leads_somewhere(
    window: MainWindow, qtbot: QtBot
) -> None:
    paper = new_paper(window, "Eén plan", "Eén loket")
    page: Any = window.page()
    qtbot.mouseClick(page.header.ready, Qt.MouseButton.LeftButton)
    strip = page.readiness
    assert strip.isVisible()
    assert len(strip.rows) == 5
    assert "Daarna nog" in words(strip)
    assert "‘Eén plan’, ‘Eén loket’" in words(strip)
    assert strip.rows[0].way.hasFocus()
    asks = next(row for row in strip.rows if "wat u vraagt" in words(row))
    asks.way.click()
    shown = window.focusWidget()
    assert shown is not None
    assert shown.accessibleName() == "Wat we vragen" or page._bodies[0].isAncestorOf(shown)
    qtbot.keyClicks(shown, "Stem in met het convenant.")
    qtbot.keyClick(shown, Qt.Key.Key_Tab)
    assert window.desk.dossier.get(Document, paper.id).asks == "Stem in met het convenant."
    assert "wat u vraagt" not in told(strip)


def test_a_point_of_an_agreement_leads_to_its_field(window: MainWindow, qtbot: QtBot) -> None:
    new_paper(window, "Eén plan")
    page: Any = window.page()
    qtbot.mouseClick(page.header.ready, Qt.MouseButton.LeftButton)
    dated = next(row for row in page.readiness.rows if "geen datum" in words(row))
    qtbot.keyClick(dated.way, Qt.Key.Key_Return)
    there: Any = window.page()
    assert there is window.pages["agreements"]
    assert there.header.title.value() == "Eén plan"
    qtbot.keyClicks(window.focusWidget(), "1-2-2027")
    qtbot.keyClick(window.focusWidget(), Qt.Key.Key_Return)
    assert there._bodies[0].cards[0]._boxes["ends_on"].editor.value() is not None


def test_escape_closes_it_and_goes_back_to_the_button(window: MainWindow, qtbot: QtBot) -> None:
    new_paper(window, "Eén plan")
    page: Any = window.page()
    qtbot.mouseClick(page.header.ready, Qt.MouseButton.LeftButton)
    qtbot.keyClick(window.focusWidget(), Qt.Key.Key_Escape)
    assert page.readiness.isHidden()
    assert page.header.ready.hasFocus()


def test_a_text_that_lies_fast_is_not_asked_whether_it_is_ready(window: MainWindow) -> None:
    fast = next(d for d in window.desk.dossier.all(Document) if d.stage is Stage.FROZEN)
    window.go(fast.id)
    page: Any = window.page()
    assert page.header.ready.isHidden()


def test_another_document_closes_the_strip(window: MainWindow, qtbot: QtBot) -> None:
    new_paper(window, "Eén plan")
    page: Any = window.page()
    qtbot.mouseClick(page.header.ready, Qt.MouseButton.LeftButton)
    new_paper(window)
    assert page.readiness.isHidden()


def test_the_question_to_submit_tells_how_many_points_there_are(
    window: MainWindow, qtbot: QtBot
) -> None:
    new_paper(window, "Eén plan")
    page: Any = window.page()
    card = page._bodies[3]
    card._tools_made[0].click()
    asked = card._ask
    assert asked.points.text().startswith("Nog ")
    assert asked.points.text().endswith("punten vóór u voorlegt")
    qtbot.keyClick(asked.points, Qt.Key.Key_Return)
    assert "Niemand trekt deze afspraak." in words(asked)


def test_a_strip_of_any_points_says_when_there_are_none(desk: Desk, qtbot: QtBot) -> None:
    points = [Point("Er staat geen datum bij.", "Waarom", ("x",))]
    back = button(desk.theme, "Klaar?")
    strip = Readiness(desk, lambda: points, back)
    qtbot.addWidget(strip)
    qtbot.addWidget(back)
    strip.open()
    assert len(strip.rows) == 1
    assert "Nog 1 punt vóór u voorlegt" in words(strip)
    points.clear()
    strip.refresh()
    assert strip.rows == []
    assert "er ontbreekt niets" in words(strip)


def test_the_next_step_is_told_and_leads_to_where_it_is_done(
    window: MainWindow, qtbot: QtBot
) -> None:
    new = Document(name="Leeg stuk")
    window.desk.add(new)
    window.go(new.id)
    page: Any = window.page()
    assert "Kies de afspraken" in words(page.header.notes)
    way = page.header.notes.findChildren(type(page.header.ready))[0]
    qtbot.mouseClick(way, Qt.MouseButton.LeftButton)
    assert page._bodies[1].choose.search.hasFocus()
    page._bodies[1].choose.view.choices.toggle(page._bodies[1].choose.view.choices.index(1, 0))
    qtbot.keyClick(page._bodies[1].choose.search, Qt.Key.Key_Return)
    press(page.header.notes, "Naar voorleggen")
    qtbot.waitUntil(lambda: words_of_focus(window) == "Versie 1 voorleggen")
    fast = next(d for d in window.desk.dossier.all(Document) if d.name == "Samen naar school")
    window.go(fast.id)
    press(page.header.notes, "Naar akkoord")
    assert page._bodies[3]._tables["said"].hasFocus()


def press(widget: Any, text: str) -> None:
    found = [b for b in widget.findChildren(QPushButton) if b.text() == text]
    found[-1].click()


def words_of_focus(window: MainWindow) -> str:
    focused = window.focusWidget()
    return focused.text() if isinstance(focused, QPushButton) else ""


def test_an_agreement_tells_what_it_lacks_before_it_is_submitted(
    window: MainWindow, qtbot: QtBot
) -> None:
    window.desk.add(loose := Agreement(title="Iedereen belt eerst"))
    window.go(loose.id)
    page: Any = window.page()
    qtbot.mouseClick(page.header.ready, Qt.MouseButton.LeftButton)
    assert page.readiness.isVisible()
    assert 0 < len(page.readiness.rows) <= 5
    qtbot.mouseClick(page.readiness.rows[0].way, Qt.MouseButton.LeftButton)
    focused = QApplication.focusWidget()
    assert focused is not None
    assert page._middle.isAncestorOf(focused)


def test_from_what_is_lacking_one_can_go_on_to_submitting(window: MainWindow, qtbot: QtBot) -> None:
    new_paper(window, "Eén plan")
    page: Any = window.page()
    qtbot.mouseClick(page.header.ready, Qt.MouseButton.LeftButton)
    assert page.readiness.go_on is not None
    qtbot.mouseClick(page.readiness.go_on, Qt.MouseButton.LeftButton)
    ask: Any = next(body for body in page._bodies if hasattr(body, "_ask"))._ask
    assert ask.isVisible()
    qtbot.waitUntil(lambda: window.focusWidget() is ask.what)


def test_after_submitting_who_was_asked_is_in_sight(window: MainWindow, qtbot: QtBot) -> None:
    new_paper(window, "Eén plan")
    page: Any = window.page()
    window.resize(1366, 768)
    card: Any = next(body for body in page._bodies if hasattr(body, "_ask"))
    assert card.reveal("submit", focus=True)
    qtbot.keyClick(card._ask.what, Qt.Key.Key_Return)
    assert card._ask.isHidden()

    def top() -> int:
        return int(card.mapTo(page._area, card.rect().topLeft()).y())

    qtbot.waitUntil(lambda: 0 <= top() < page._area.height() // 2)
