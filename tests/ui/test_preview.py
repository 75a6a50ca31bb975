"""The pages beside a document: the same as those that are exported, made beside the window."""

from functools import partial
from io import BytesIO
from pathlib import Path
from typing import Any

import pypdf
import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from ozj_desktop import settings
from ozj_desktop.exchange.export import export
from ozj_desktop.exchange.pdf_pages import Pages
from ozj_desktop.exchange.request import Request
from ozj_desktop.model.agreements import Agreement
from ozj_desktop.model.documents import Document, Inclusion
from ozj_desktop.ui.main_window import MainWindow
from ozj_desktop.ui.parts.page_pictures import ROOM
from ozj_desktop.ui.parts.preview import Preview
from tests.ui.conftest import TODAY, Opener
from tests.watchdog import Pace

CONTROL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier


def paper(window: MainWindow, name: str = "Lokale Educatieve Agenda Lindebroek") -> Document:
    return next(d for d in window.desk.dossier.all(Document) if d.name == name)


def texts(pdf: bytes) -> list[str]:
    return [page.extract_text() for page in pypdf.PdfReader(BytesIO(pdf)).pages]


def keys(window: MainWindow, qtbot: QtBot, key: Qt.Key, modifiers: Any = CONTROL) -> None:
    qtbot.keyClick(window.focusWidget() or window, key, modifiers)


def opened(window: MainWindow, qtbot: QtBot, document: Document | None = None) -> Preview:
    """The preview of a document, opened by keys, with its pages there."""
    window.go((document or paper(window)).id)
    page: Any = window.page()
    keys(window, qtbot, Qt.Key.Key_P, CONTROL | SHIFT)
    panel: Preview = page.preview.panel
    ready(panel, qtbot)
    return panel


def is_ready(panel: Preview) -> bool:
    return not panel.maker.is_busy() and panel.view.is_painted()


def ready(panel: Preview, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: is_ready(panel), timeout=20_000)


def shown(panel: Preview) -> list[str]:
    pages = panel.view.pages()
    assert pages is not None
    return texts(pages.pdf)


def exported(window: MainWindow, document: Document, target: Path, public: bool) -> list[str]:
    copy = window.desk.dossier.copy()
    export(copy, target, Request("agreements", document.id, public=public), today=TODAY)
    copy.close()
    return texts(target.read_bytes())


@pytest.mark.parametrize("public", [False, True])
def test_the_pages_are_those_of_the_export(
    window: MainWindow, qtbot: QtBot, tmp_path: Path, public: bool
) -> None:
    document = paper(window, "Samen naar school")
    panel = opened(window, qtbot, document)
    if public:
        qtbot.mouseClick(panel.public, Qt.MouseButton.LeftButton)
        ready(panel, qtbot)
    assert shown(panel) == exported(window, document, tmp_path / "x.pdf", public)


def test_an_edit_shows_after_a_pause_and_one_stays_at_the_same_page(
    window: MainWindow, qtbot: QtBot
) -> None:
    panel = opened(window, qtbot)
    panel.view.setFocus()
    for _ in range(3):
        qtbot.keyClick(panel.view, Qt.Key.Key_PageDown)
    at = panel.view.verticalScrollBar().value()
    page = panel.view.page()
    assert page == 4
    before = panel.view.pages()
    place = min(
        window.desk.dossier.all(Inclusion, document=paper(window).id), key=lambda i: i.position
    )
    agreement = window.desk.dossier.get(Agreement, place.agreement)
    window.desk.edit(agreement, {"what": "Iedere maandag zwemmen."})
    assert panel.view.pages() is before  # the old ones stay meanwhile
    assert panel._busy.text()
    ready(panel, qtbot)
    assert panel.view.pages() is not before
    assert "Iedere maandag zwemmen." in " ".join("".join(shown(panel)).split())
    assert (panel.view.page(), panel.view.verticalScrollBar().value()) == (page, at)
    assert panel._busy.text() == ""


def test_editing_elsewhere_and_coming_back_shows_the_same_page_anew(
    window: MainWindow, qtbot: QtBot
) -> None:
    panel = opened(window, qtbot)
    panel.view.go_to(5)
    place = window.desk.dossier.all(Inclusion, document=paper(window).id)[0]
    window.go(place.agreement)
    assert not panel.isVisible()
    agreement = window.desk.dossier.get(Agreement, place.agreement)
    window.desk.edit(agreement, {"what": "Elke dinsdag voetballen."})
    window.go(paper(window).id)
    ready(panel, qtbot)
    assert panel.view.page() == 5
    assert "Elke dinsdag voetballen." in " ".join("".join(shown(panel)).split())


def test_another_document_begins_at_its_first_page(window: MainWindow, qtbot: QtBot) -> None:
    panel = opened(window, qtbot)
    panel.view.go_to(5)
    window.go(paper(window, "Samen naar school").id)
    ready(panel, qtbot)
    assert panel.view.page() == 1
    assert "Samen naar school" in shown(panel)[0]


def test_keys_turn_pages_and_tell_where_one_is(window: MainWindow, qtbot: QtBot) -> None:
    panel = opened(window, qtbot)
    view, last = panel.view, panel.view.count()
    view.setFocus()
    for key, page in (
        (Qt.Key.Key_End, last),
        (Qt.Key.Key_Home, 1),
        (Qt.Key.Key_PageDown, 2),
        (Qt.Key.Key_PageDown, 3),
        (Qt.Key.Key_PageUp, 2),
    ):
        qtbot.keyClick(view, key)
        assert view.page() == page
        assert panel._place.text() == f"pagina {page} van {last}"
        assert view.accessibleDescription() == f"Pagina {page} van {last}"


def test_keys_and_wheel_make_pages_larger_and_smaller(window: MainWindow, qtbot: QtBot) -> None:
    panel = opened(window, qtbot)
    view = panel.view
    view.setFocus()
    view.go_to(4)
    assert view.fits()
    qtbot.keyClick(view, Qt.Key.Key_Plus, CONTROL)
    larger = view.zoom()
    assert panel.fit.text() == f"{round(100 * larger)} %"
    assert view.page() == 4
    wheel(view, 120)
    assert view.zoom() > larger
    wheel(view, -120)
    assert view.zoom() == larger
    qtbot.keyClick(view, Qt.Key.Key_Minus, CONTROL)
    assert view.zoom() < larger
    qtbot.keyClick(view, Qt.Key.Key_0, CONTROL)
    assert view.fits()
    assert view.page() == 4
    ready(panel, qtbot)


def wheel(view: Any, turned: int) -> None:
    at = QPointF(view.viewport().rect().center())
    event = QWheelEvent(
        at,
        view.viewport().mapToGlobal(at),
        QPoint(0, 0),
        QPoint(0, turned),
        Qt.MouseButton.NoButton,
        CONTROL,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(view.viewport(), event)


def test_that_it_is_open_is_remembered(open_window: Opener, qtbot: QtBot) -> None:
    first = open_window()
    panel = opened(first, qtbot)
    assert settings.get("preview") is True
    qtbot.keyClick(panel.view, Qt.Key.Key_Escape)
    page: Any = first.page()
    assert not panel.isVisible()
    assert settings.get("preview") is False
    assert page.preview.button.hasFocus()
    assert not page.preview.button.isChecked()
    qtbot.keyClick(page.preview.button, Qt.Key.Key_Return)
    first.close()
    second = open_window()
    second.go(paper(second).id)
    again: Any = second.page()
    assert again.preview.panel.isVisible()
    ready(again.preview.panel, qtbot)


@pytest.mark.parametrize(
    ("width", "list_shown", "record_shown"),
    [(1600, True, True), (1280, False, True), (1000, False, False), (680, False, False)],
)
def test_there_is_room_for_it(
    window: MainWindow, qtbot: QtBot, width: int, list_shown: bool, record_shown: bool
) -> None:
    panel = opened(window, qtbot)
    window.resize(width, 768)
    page: Any = window.page()
    assert page.list.isVisible() is list_shown
    assert page._middle.isVisible() is record_shown
    assert panel.isVisible()
    assert panel.back.isVisible() is not record_shown
    qtbot.mouseClick(panel.close_it if record_shown else panel.back, Qt.MouseButton.LeftButton)
    assert page._middle.isVisible()
    assert page.list.isVisible() is (width > 800)


def test_the_list_comes_back_for_who_asks_for_it(window: MainWindow, qtbot: QtBot) -> None:
    panel = opened(window, qtbot)
    window.resize(1200, 768)
    page: Any = window.page()
    qtbot.mouseClick(page.header._back, Qt.MouseButton.LeftButton)
    assert page.list.isVisible()
    assert not panel.isVisible()


def test_pages_out_of_sight_take_little_memory(window: MainWindow, qtbot: QtBot) -> None:
    panel = opened(window, qtbot)
    panel.view.set_zoom(2.0)
    for page in range(1, panel.view.count() + 1):
        panel.view.go_to(page)
        ready(panel, qtbot)
    large = 4 * 1588 * 2246
    assert panel.view.pictures.size() <= ROOM + 4 * large
    panel.close_panel()
    assert panel.view.pictures.size() == 0


def test_a_long_document_keeps_the_window_alive(window: MainWindow, qtbot: QtBot) -> None:
    """Two hundred pages: from the wish to see them until the last one is painted."""
    document = Document(name="Heel lang stuk", asks="Stem in.")
    text = "Elk kind doet mee, en iedereen doet daar wat voor. " * 25
    found = [Agreement(title=f"Afspraak {n}", what=text, result=text, why=text) for n in range(170)]
    with window.desk.step("filled"):
        window.desk.dossier.save(document, *found)
        window.desk.dossier.save(
            *(
                Inclusion(document=document.id, agreement=a.id, position=n)
                for n, a in enumerate(found)
            )
        )
    window.go(document.id)
    page: Any = window.page()
    with Pace(qtbot) as pace:
        pace.quick(
            "tweehonderd bladzijden",
            page.preview.open,
            lambda: page.preview.panel.view.is_painted(),
            page.preview.close,
        )
        panel: Preview = page.preview.panel
        assert panel.view.count() >= 200
        panel.view.setFocus()
        end = partial(qtbot.keyClick, panel.view, Qt.Key.Key_End)
        pace.quick("naar de laatste", end, lambda: is_ready(panel))
    assert panel.view.page() == panel.view.count()


def test_closing_the_window_while_pages_are_made_leaves_nothing(
    window: MainWindow, qtbot: QtBot
) -> None:
    window.go(paper(window).id)
    page: Any = window.page()
    page.preview.open()
    assert page.preview.panel.maker.is_busy()
    window.close()
    assert window.files.jobs == [] or all(job._stop.is_set() for job in window.files.jobs)


def test_what_went_wrong_is_said_in_place_and_the_old_pages_stay(
    window: MainWindow, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, caplog: Any
) -> None:
    panel = opened(window, qtbot)
    number = panel.view.count()

    def broken(*_: object, **__: object) -> bytes:
        raise OSError("geen ruimte")

    with monkeypatch.context() as patched:
        patched.setattr("ozj_desktop.exchange.export.drawn", broken)
        window.desk.edit(paper(window), {"asks": "Iets anders."})
        qtbot.waitUntil(lambda: panel.message.isVisible(), timeout=10_000)
    assert panel.view.count() == number
    again = panel.message.findChildren(type(panel.print))[-1]
    assert again.text() == "Probeer opnieuw"
    caplog.clear()
    qtbot.mouseClick(again, Qt.MouseButton.LeftButton)
    ready(panel, qtbot)
    assert panel.message.isHidden()
    assert "Iets anders." in "".join(shown(panel))


def test_pages_that_are_closed_give_no_pictures(window: MainWindow, qtbot: QtBot) -> None:
    panel = opened(window, qtbot)
    pages = panel.view.pages()
    assert pages is not None
    other = Pages(pages.pdf)
    other.close()
    other.close()
    assert other.draw(0, 1.0) is None
    with pytest.raises(ValueError, match="no PDF"):
        Pages(b"geen pdf")


def test_f6_goes_to_the_pages_as_well(window: MainWindow, qtbot: QtBot) -> None:
    panel = opened(window, qtbot)
    page: Any = window.page()
    page.header.title.setFocus()
    keys(window, qtbot, Qt.Key.Key_F6, Qt.KeyboardModifier.NoModifier)
    focused = window.focusWidget()
    assert focused is not None
    assert panel.isAncestorOf(focused)


def test_undo_and_redo_show_as_well(window: MainWindow, qtbot: QtBot) -> None:
    document = paper(window)
    panel = opened(window, qtbot, document)
    window.desk.edit(document, {"name": "Een heel andere naam"})
    ready(panel, qtbot)
    assert "Een heel andere naam" in shown(panel)[0]
    window.desk.undo()
    ready(panel, qtbot)
    assert "Een heel andere naam" not in shown(panel)[0]


def test_typing_again_stops_what_was_being_made(window: MainWindow, qtbot: QtBot) -> None:
    panel = opened(window, qtbot)
    document = paper(window)
    jobs = []
    for name in ("Eén", "Twee", "Drie"):
        window.desk.edit(document, {"name": name})
        panel.maker._make()
        jobs.append(panel.maker._job)
    assert [job._stop.is_set() for job in jobs if job] == [True, True, False]
    ready(panel, qtbot)
    assert "Drie" in shown(panel)[0]


def test_who_was_in_the_list_when_it_had_to_go_is_at_the_button(
    window: MainWindow, qtbot: QtBot
) -> None:
    window.go(paper(window).id)
    page: Any = window.page()
    page.list.view.setFocus()
    keys(window, qtbot, Qt.Key.Key_P, CONTROL | SHIFT)
    assert not page.list.isVisible()
    assert page.preview.button.hasFocus()
    ready(page.preview.panel, qtbot)
