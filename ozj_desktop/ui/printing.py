"""Printing pages as they were shown, at the resolution of the printer, beside the window."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QMarginsF, QRectF, QSizeF
from PySide6.QtGui import QImage, QPageLayout, QPageSize, QPainter
from PySide6.QtPrintSupport import QAbstractPrintDialog, QPrintDialog, QPrinter, QPrinterInfo
from PySide6.QtWidgets import QDialog, QWidget

from ozj_desktop.errors import Cancelled, UserError
from ozj_desktop.exchange.pdf_pages import INCH, Pages
from ozj_desktop.progress import Report
from ozj_desktop.ui.file_actions import FileActions

if TYPE_CHECKING:
    from collections.abc import Sequence

SHARPEST = 300  # dots per inch: more is not seen, and takes minutes
NO_PRINTER = (
    "Er is geen printer gevonden.",
    "Sluit een printer aan en probeer het opnieuw. Of bewaar het stuk als PDF en druk het "
    "ergens anders af.",
)


def has_printer() -> bool:
    return bool(QPrinterInfo.availablePrinterNames())


def ask_to_print(window: QWidget, files: FileActions, pages: Pages, name: str) -> QPrintDialog:
    """Open the dialog of the system; what is chosen there is printed, with its progress below."""
    printer = new_printer(pages, name)
    dialog = QPrintDialog(printer, window)
    dialog.setOption(QAbstractPrintDialog.PrintDialogOption.PrintPageRange)
    dialog.setMinMax(1, len(pages))
    dialog.setFromTo(1, len(pages))
    dialog.accepted.connect(lambda: start(files, printer, pages.pdf, name))
    dialog.finished.connect(dialog.deleteLater)
    QDialog.open(dialog)  # that of QPrintDialog itself wants a slot
    return dialog


def new_printer(pages: Pages, name: str) -> QPrinter:
    """On paper of the size of the first page, up to its edges: the pages have their own margins."""
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    wide, high = pages.sizes[0]
    paper = QPageSize(
        QSizeF(wide, high), QPageSize.Unit.Point, "", QPageSize.SizeMatchPolicy.FuzzyMatch
    )
    printer.setPageLayout(
        QPageLayout(paper, QPageLayout.Orientation.Portrait, QMarginsF(0, 0, 0, 0))
    )
    printer.setFullPage(True)
    printer.setDocName(name)
    printer.setCreator("OZJ Desktop")
    return printer


def start(files: FileActions, printer: QPrinter, pdf: bytes, name: str) -> None:
    """Pages of their own: those in sight may be closed meanwhile."""

    def work(progress: Report) -> str:
        pages = Pages(pdf)
        try:
            print_pages(printer, pages, progress)
        finally:
            pages.close()
        return f"{name} is naar de printer gestuurd."

    files.follow(f"{name} afdrukken", work)


def print_pages(printer: QPrinter, pages: Pages, progress: Report) -> None:
    """Paint the pages that are asked for; raise UserError where the printer takes nothing.

    On another thread than the window's: Qt allows painting on a printer there.
    """
    painter = QPainter()
    if not painter.begin(printer):
        raise UserError("De printer neemt niets aan. Kijk of hij aanstaat, en probeer opnieuw.")
    try:
        numbers = asked_for(printer, len(pages))
        for n, number in enumerate(numbers):
            progress(n, len(numbers))
            if n:
                printer.newPage()
            _paint(painter, printer, pages, number)
    except Cancelled:
        printer.abort()
        raise
    finally:
        painter.end()


def asked_for(printer: QPrinter, count: int) -> "Sequence[int]":
    """The pages from 0, in order; as often as there must be copies the printer cannot make."""
    first, last = printer.fromPage() or 1, printer.toPage() or count
    chosen = range(max(first, 1) - 1, min(last, count))
    times = 1 if printer.supportsMultipleCopies() else printer.copyCount()
    return [*chosen] * max(times, 1)


def _paint(painter: QPainter, printer: QPrinter, pages: Pages, number: int) -> None:
    """As large as on paper; smaller where the paper is."""
    dots = printer.resolution()
    drawn = pages.draw(number, min(dots, SHARPEST) / INCH)
    if drawn is None:
        raise Cancelled("Gestopt.")
    form = QImage.Format.Format_RGB32
    picture = QImage(drawn.pixels, drawn.width, drawn.height, drawn.width * 4, form)
    wide, high = (side * dots / INCH for side in pages.sizes[number])
    room = QRectF(printer.pageLayout().fullRectPixels(dots))
    fitting = min(1.0, room.width() / wide, room.height() / high)
    painter.drawImage(QRectF(0, 0, wide * fitting, high * fitting), picture)
