"""The panel with the pages as they will be exported: how large, for whom, and printing."""

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QHideEvent, QIcon, QKeyEvent, QShowEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QStackedWidget, QVBoxLayout, QWidget

from ozj_desktop.errors import UserError
from ozj_desktop.model.documents import Document
from ozj_desktop.ui.desk import Desk
from ozj_desktop.ui.file_actions import FileActions
from ozj_desktop.ui.icons import icon, put_icon
from ozj_desktop.ui.pages_maker import PagesMaker
from ozj_desktop.ui.parts.buttons import button, tool
from ozj_desktop.ui.parts.card import Message
from ozj_desktop.ui.parts.layouts import FlowLayout
from ozj_desktop.ui.parts.page_view import PageView
from ozj_desktop.ui.parts.text import label
from ozj_desktop.ui.status import Tone

if TYPE_CHECKING:
    from ozj_desktop.exchange.pdf_pages import Pages
    from ozj_desktop.exchange.request import Request

NARROWEST = 320
BUSY = "Bijwerken…"


class Preview(QFrame):
    """Shows one document at a time; what is out of sight is not made."""

    closed = Signal()

    def __init__(self, desk: Desk, files: FileActions) -> None:
        super().__init__()
        self._desk, self._files = desk, files
        self._document = ""
        self._at, self._turned = "", False  # what it begins at, and whether that was shown
        self._shown: Request | None = None
        self._wants_print = False
        self.setProperty("ground", "beside")
        self.setMinimumWidth(NARROWEST)
        self.maker = PagesMaker(desk, files, self)
        self.view = PageView(desk.theme, partial(files.quietly, painting=True))
        self._place, self._busy = label("", "meta"), label("", "meta")
        self.public = _switch(desk, "Openbare versie")
        self.message = Message(desk.theme)
        self._build()
        self.public.toggled.connect(self._show_public)
        self.maker.made.connect(self._take)
        self.maker.progressed.connect(self._tell_progress)
        self.maker.failed.connect(self._say)
        self.view.turned.connect(self._tell_place)
        self.view.zoomed.connect(self._tell_zoom)

    def _build(self) -> None:
        theme = self._desk.theme
        words = "Afdrukken…"
        self.print = button(theme, words, "printer", size="small", do=self.print_now)
        self.print.setToolTip("Afdrukken (Ctrl+P)")
        self.back = button(theme, "Terug", "chevron-left", size="small", do=self.close_panel)
        self.back.hide()
        self.close_it = tool(theme, "x", "Voorbeeld sluiten (Esc)", size=16, do=self.close_panel)
        top = QHBoxLayout()
        top.setSpacing(8)
        top.addWidget(self.back)
        top.addWidget(label("Voorbeeld", "card"))
        top.addWidget(self._busy, 1)
        top.addWidget(self.print)
        top.addWidget(self.close_it)
        self._waiting = label("", "soft", wrap=True)
        self._waiting.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._stack = QStackedWidget()
        self._stack.addWidget(self._waiting)
        self._stack.addWidget(self.view)
        head, column = QVBoxLayout(), QVBoxLayout(self)
        head.setContentsMargins(16, 10, 12, 8)
        head.setSpacing(6)
        head.addLayout(top)
        head.addWidget(self._tools())
        head.addWidget(self.message)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(head)
        column.addWidget(self._stack, 1)

    def _tools(self) -> QWidget:
        """Where one is, how large it is shown, and for whom it is."""
        theme, held = self._desk.theme, QWidget()
        self.smaller, self.larger = (
            tool(theme, picture, tip, size=14, do=do)
            for picture, tip, do in (
                ("minus", "Kleiner (Ctrl+−)", lambda: self.view.step_zoom(-1)),
                ("plus", "Groter (Ctrl++)", lambda: self.view.step_zoom(1)),
            )
        )
        self.fit = button(theme, "Passend", look="quiet", size="small", do=self._toggle_fit)
        zoom, flow = QWidget(), FlowLayout(held)
        row = QHBoxLayout(zoom)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        for part in (self.smaller, self.fit, self.larger):
            row.addWidget(part)
        self._place.setMinimumHeight(28)
        whom = QWidget()  # as high as the buttons beside it
        chip = QHBoxLayout(whom)
        chip.setContentsMargins(0, 2, 0, 2)
        chip.addWidget(self.public)
        for group in (self._place, zoom, whom):
            flow.addWidget(group)
        return held

    # What is shown

    def show_document(self, document: str) -> None:
        """The document with this id, "" for all agreements; the same one is made anew soon."""
        if document != self._document:
            self._document, self._shown, self._turned = document, None, False
            self.message.hide()
            self.view.show_pages(None)
        if self._shown is not None:
            self.maker.ask_again()
            self._busy.setText(BUSY)
        else:
            self._ask()

    def begin_at(self, title: str) -> None:
        """Show the page where the agreement of this title begins; "" is the first one."""
        if title != self._at:
            self._at, self._turned = title, False
            self._turn()

    def _turn(self) -> None:
        """Once: whoever turned the pages meanwhile stays where that led."""
        pages = self.view.pages()
        if pages is None or self._turned or not self._at:
            return
        self._turned = True
        found = pages.page_of(self._at)
        if found is not None:
            self.view.go_to(found + 1)

    def _request(self) -> "Request":
        from ozj_desktop.exchange.request import Request

        what = "agreements" if self._document else "all"
        return Request(what, self._document, public=self.public.isChecked())  # type: ignore[arg-type]

    def _ask(self) -> None:
        request = self._request()
        if not self.isVisible() or request == self._shown:
            return
        self._shown = request
        self._busy.setText(BUSY if self.view.count() else "")
        self._waiting.setText("Het voorbeeld wordt gemaakt…")
        self._stack.setCurrentIndex(1 if self.view.count() else 0)
        self.maker.ask(request)

    def _take(self, pages: "Pages") -> None:
        self.message.hide()
        self._busy.setText("")
        self.view.show_pages(pages, anew=not self.view.count())
        self._turn()
        self._stack.setCurrentIndex(1)
        if self._wants_print:
            self._wants_print = False
            self.print_now()

    def _tell_progress(self, percent: int) -> None:
        if self.view.count():
            self._busy.setText(f"{BUSY} {percent} %")
        else:
            self._waiting.setText(f"Het voorbeeld wordt gemaakt… {percent} %")

    def _say(self, error: Exception) -> None:
        """Why there are no new pages; the old ones stay."""
        self._busy.setText("")
        self._waiting.setText("")
        told = str(error) if isinstance(error, UserError) else ""
        again = button(self._desk.theme, "Probeer opnieuw", size="small", do=self._try_again)
        focused = self.window().focusWidget()
        words = "Het voorbeeld kon niet worden gemaakt."
        self.message.say(Tone.BAD, words, told or "Delen en afdrukken kan nu ook niet.", [again])
        if focused is not None:  # somebody is typing: the message does not take the keys
            focused.setFocus(Qt.FocusReason.OtherFocusReason)

    def _try_again(self) -> None:
        self._shown = None
        self.message.hide()
        self._ask()

    def _tell_place(self) -> None:
        number = self.view.count()
        self._place.setText(f"pagina {self.view.page()} van {number}" if number else "")

    def _tell_zoom(self) -> None:
        shown = "Passend" if self.view.fits() else f"{round(100 * self.view.zoom())} %"
        self.fit.setText(shown)
        other = "100 %" if self.view.fits() else "passend in de breedte"
        self.fit.setToolTip(f"Toon {other} (Ctrl+0)")
        self.fit.setAccessibleName(f"Grootte: {shown}")

    def _toggle_fit(self) -> None:
        self.view.set_zoom(1.0 if self.view.fits() else None)

    def _show_public(self, on: bool) -> None:
        picture = icon(self._desk.theme, "check", "tint_text") if on else QIcon()
        put_icon(self.public, picture, 12, air=True)
        self.public.setProperty("look", "chip-on" if on else "chip")
        self.public.style().unpolish(self.public)
        self.public.style().polish(self.public)
        self._ask()

    # Printing

    def print_now(self) -> None:
        """Ask which printer, as soon as the pages are there; or say that there is none."""
        from ozj_desktop.ui.printing import NO_PRINTER, ask_to_print, has_printer

        pages = self.view.pages()
        if not has_printer():
            save = button(self._desk.theme, "Bewaar als PDF", "file-text", do=self.save)
            away = button(self._desk.theme, "Laat maar", look="quiet", do=self.message.hide)
            self.message.say(Tone.ATTENTION, *NO_PRINTER, [save, away])
        elif pages is None or self.maker.is_busy():
            self._wants_print = True
        else:
            ask_to_print(self.window(), self._files, pages, self._name())

    def save(self) -> None:
        """As a PDF, where the user wants it."""
        self.message.hide()
        self._files.export("pdf", self._found(), public=self.public.isChecked())

    def _found(self) -> Document | None:
        return self._desk.get(Document, self._document) if self._document else None

    def _name(self) -> str:
        return str(self._found() or "Onze afspraken")

    # Opening and closing

    def show_way_back(self, shown: bool) -> None:
        """Where it has all the room: a way back in words."""
        self.back.setVisible(shown)
        self.close_it.setVisible(not shown)

    def close_panel(self) -> None:
        self.hide()
        self.view.show_pages(None)
        self.closed.emit()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._ask()

    def hideEvent(self, event: QHideEvent) -> None:
        """Out of sight nothing is made; who comes back finds the page where it was."""
        super().hideEvent(event)
        self.maker.stop()
        self.view.pictures.clear()
        self._shown, self._wants_print = None, False

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.close_panel()
        else:
            super().keyPressEvent(event)


def _switch(desk: Desk, words: str) -> QPushButton:
    made = button(desk.theme, words, look="chip")
    made.setCheckable(True)
    made.setToolTip("Zoals iedereen het mag lezen: zonder namen en vertrouwelijke afspraken")
    return made
