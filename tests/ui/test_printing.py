"""Printing: the pages that were shown, at the resolution of the printer; or why not."""

from io import BytesIO
from pathlib import Path
from typing import Any

import pypdf
import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from ozj_desktop.errors import Cancelled
from ozj_desktop.exchange.export import drawn
from ozj_desktop.exchange.pdf_pages import Pages
from ozj_desktop.exchange.request import Request
from ozj_desktop.model.agreements import Agreement
from ozj_desktop.model.documents import Document, Inclusion
from ozj_desktop.progress import unheard
from ozj_desktop.ui import printing
from ozj_desktop.ui.main_window import MainWindow
from tests.ui.conftest import TODAY

CONTROL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def pages(window: MainWindow) -> Pages:
    copy = window.desk.dossier.copy()
    found = Pages(drawn(copy, Request(), today=TODAY))
    copy.close()
    return found


def to_file(pages: Pages, target: Path) -> QPrinter:
    printer = printing.new_printer(pages, "Convenant")
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(target))
    printer.setResolution(150)
    return printer


def dark(pages: Pages, number: int) -> list[bool]:
    """Where a page has ink, on a grid of 20 by 28 fields."""
    drawn = pages.draw(number, 1.0)
    assert drawn is not None
    form = QImage.Format.Format_RGB32
    picture = QImage(drawn.pixels, drawn.width, drawn.height, drawn.width * 4, form).scaled(
        20, 28, mode=Qt.TransformationMode.SmoothTransformation
    )
    return [picture.pixelColor(x, y).lightness() < 240 for y in range(28) for x in range(20)]


def test_all_pages_are_printed_as_they_are_shown(pages: Pages, tmp_path: Path) -> None:
    target, told = tmp_path / "print.pdf", list[tuple[int, int]]()
    printing.print_pages(to_file(pages, target), pages, lambda *n: told.append(n))
    printed = Pages(target.read_bytes())
    assert len(printed) == len(pages)
    assert told == [(n, len(pages)) for n in range(len(pages))]
    for number in (0, 3):
        assert printed.sizes[number] == pytest.approx(pages.sizes[number], abs=2)
        same = [a == b for a, b in zip(dark(pages, number), dark(printed, number), strict=True)]
        assert sum(same) > 0.97 * len(same)


def test_only_the_pages_that_are_asked_for_are_printed(pages: Pages, tmp_path: Path) -> None:
    printer = to_file(pages, tmp_path / "print.pdf")
    printer.setFromTo(2, 4)
    assert printing.asked_for(printer, len(pages)) == [1, 2, 3]
    printing.print_pages(printer, pages, unheard)
    assert len(pypdf.PdfReader(tmp_path / "print.pdf").pages) == 3


def test_printing_can_be_stopped(pages: Pages, tmp_path: Path) -> None:
    def stop(done: int, _: int) -> None:
        if done == 2:
            raise Cancelled("Gestopt.")

    with pytest.raises(Cancelled):
        printing.print_pages(to_file(pages, tmp_path / "print.pdf"), pages, stop)


def test_the_dialog_of_the_system_prints_beside_the_window(
    window: MainWindow, qtbot: QtBot, pages: Pages, tmp_path: Path
) -> None:
    target = tmp_path / "print.pdf"
    dialog = printing.ask_to_print(window, window.files, pages, "Convenant")
    assert isinstance(dialog, QPrintDialog)
    assert (dialog.minPage(), dialog.maxPage()) == (1, len(pages))
    printer = dialog.printer()
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(target))
    printer.setResolution(75)
    told: list[str] = []
    window.files.told.connect(told.append)
    dialog.accepted.emit(printer)
    dialog.close()
    pages.close()  # what is in sight may be closed meanwhile
    qtbot.waitUntil(lambda: bool(told), timeout=30_000)
    assert told == ["Convenant is naar de printer gestuurd."]
    assert "naar de printer" in window.status._words.text()
    assert len(pypdf.PdfReader(BytesIO(target.read_bytes())).pages) > 20


def ready(panel: Any, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: not panel.maker.is_busy() and panel.view.is_painted(), timeout=20_000)


def print_here(window: MainWindow, qtbot: QtBot) -> Any:
    qtbot.keyClick(window.focusWidget() or window, Qt.Key.Key_P, CONTROL)
    page: Any = window.page()
    ready(page.preview.panel, qtbot)
    return page.preview.panel


def text(panel: Any) -> str:
    return "".join(p.extract_text() for p in pypdf.PdfReader(BytesIO(panel.view.pages().pdf)).pages)


def test_control_p_shows_what_will_be_printed_first(window: MainWindow, qtbot: QtBot) -> None:
    document = next(d for d in window.desk.dossier.all(Document) if d.name == "Samen naar school")
    window.go(document.id)
    panel = print_here(window, qtbot)
    assert panel.isVisible()
    assert panel.print.hasFocus()
    assert "Samen naar school" in text(panel)


def test_of_an_agreement_its_document_is_printed(window: MainWindow, qtbot: QtBot) -> None:
    place = window.desk.dossier.all(Inclusion)[0]
    window.go(place.agreement)
    panel = print_here(window, qtbot)
    assert window.desk.dossier.get(Document, place.document).name in text(panel)


def test_of_an_agreement_in_no_document_all_agreements_are_printed(
    window: MainWindow, qtbot: QtBot
) -> None:
    alone = Agreement(title="Los van alles", what="Staat in geen stuk.")
    window.desk.add(alone)
    window.go(alone.id)
    panel = print_here(window, qtbot)
    titles = [a.title for a in window.desk.dossier.all(Agreement) if not a.confidential]
    found = " ".join(text(panel).split())
    assert "Los van alles" in found
    assert sum(title in found for title in titles) > 0.8 * len(titles)


@pytest.mark.skipif(printing.has_printer(), reason="there is a printer here")
def test_without_a_printer_it_can_be_kept_as_a_pdf(
    window: MainWindow, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    document = next(d for d in window.desk.dossier.all(Document) if d.name == "Samen naar school")
    window.go(document.id)
    panel = print_here(window, qtbot)
    qtbot.keyClick(panel.print, Qt.Key.Key_Return)
    assert "geen printer gevonden" in panel.message.accessibleName()
    target = tmp_path / "bewaard.pdf"
    monkeypatch.setattr("ozj_desktop.ui.saving.where", lambda *_: target)
    focused = QApplication.focusWidget()
    assert focused is not None
    with qtbot.waitSignal(window.files.made, timeout=20_000):
        qtbot.keyClick(focused, Qt.Key.Key_Return)
    assert len(pypdf.PdfReader(target).pages) == panel.view.count()
