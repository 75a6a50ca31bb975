"""The page and, when somebody asks for it, the help beside it; where there is no room, instead."""

from typing import TYPE_CHECKING

import shiboken6
from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSplitter, QWidget

from ozj_desktop import settings
from ozj_desktop.store.dossier import Notice
from ozj_desktop.ui.desk import Desk
from ozj_desktop.ui.page_stack import PageStack
from ozj_desktop.ui.regions import focus_in

if TYPE_CHECKING:
    from ozj_desktop.model.glossary import Entry
    from ozj_desktop.ui.help_panel import HelpPanel

PAGE_LEAST = 584  # pixels that a page needs, as beside a folded rail in the smallest window
LEAST, USUAL, MOST = 288, 304, 480  # of help beside a page
NO_LIMIT = 16_777_215


class Side(QSplitter):
    """`opened` is what the user asked for, and what is remembered. There may be no room for it:
    then help covers the page until somebody goes elsewhere, and comes back beside a wider one.
    """

    changed = Signal()  # help was opened or closed

    def __init__(self, desk: Desk, stack: PageStack) -> None:
        super().__init__(Qt.Orientation.Horizontal)
        self._desk, self._stack = desk, stack
        self.help: HelpPanel | None = None  # made when it is first opened
        self.opened = False
        self._covers = False
        self._fitting = False
        self._before: list[QWidget] = []  # where the focus was, and what that was in
        self.setHandleWidth(1)
        self.addWidget(stack)
        self.setCollapsible(0, False)
        self.setStretchFactor(0, 1)
        self.splitterMoved.connect(self._keep_width)
        stack.turned.connect(self._page_changed)

    # Opening and closing

    def toggle(self) -> None:
        """Open and go there, or close; with the caret in a word that is short, explain that."""
        entry = self._word_at_caret()
        if entry is None and self.is_shown():
            self.close_help()
            return
        self.open_help(entry)

    def open_help(self, entry: "Entry | None" = None) -> None:
        focused = self.window().focusWidget()
        if not self._holds_focus():
            self._before = _with_parents(focused, self.window())
        self._covers = True  # where there is no room
        self._set_opened(True)
        if self.help is not None:
            if entry is not None:
                self.help.explain(entry)
            elif self._before:
                there = (w for w in self._before[:3] if shiboken6.isValid(w))
                self.help.explain_grid(any(w.property("grid") for w in there))
            focus_in(self.help)

    def begin(self) -> None:
        """What nobody waits for: help as it was left, and words that explain themselves."""
        from ozj_desktop.ui.explainer import Explainer

        if not self.window().isVisible():  # closed by now
            return
        Explainer(lambda: self._desk.terms, self.window())
        self._desk.terms.glossary()
        if settings.get("help_open", False):
            self._set_opened(True)

    def close_help(self) -> None:
        """The focus goes back to where it was."""
        held = self._holds_focus()
        self._covers = False
        self._set_opened(False)
        if held:
            self._give_back()

    def _set_opened(self, opened: bool) -> None:
        if opened and self.help is None:
            self._make()
        if opened != self.opened:
            self.opened = opened
            settings.put(help_open=opened)
            self.changed.emit()
        self._fit()

    def _make(self) -> None:
        from ozj_desktop.ui.help_panel import HelpPanel

        self.help = HelpPanel(self._desk, self._stack.page)
        self.help.hide()
        self.help.closing.connect(self.close_help)
        self.addWidget(self.help)
        self.setCollapsible(1, False)
        self.setStretchFactor(1, 0)

    def _word_at_caret(self) -> "Entry | None":
        from ozj_desktop.ui.explainer import word_at_caret

        return None if self._holds_focus() else word_at_caret(self._desk, QWidget.focusWidget(self))

    # What it tells

    def show_place(self, key: str) -> None:
        """Somebody went somewhere: what covered the page gives way, what is beside it follows."""
        self._covers = False
        self._fit()
        if self.help is not None and self.is_shown():
            self.help.show_place(self._help_key())

    def _help_key(self) -> str:
        page = self._stack.page()
        return (page.help_key() if page else "") or self._stack.place()

    def heard(self, _: Notice) -> None:
        self._page_changed()

    def _page_changed(self) -> None:
        if self.help is not None and self.is_shown():
            self.help.follow(self._help_key())

    def is_shown(self) -> bool:
        return self.help is not None and not self.help.isHidden()

    # Room

    def _fit(self) -> None:
        if self.help is None or self._fitting:
            return
        self._fitting = True
        room = self.width() >= PAGE_LEAST + LEAST
        shown, was = self.opened and (room or self._covers), self.is_shown()
        self._stack.setVisible(room or not shown)
        self._stack.share_room(shown and room)
        self.help.setMaximumWidth(MOST if room else NO_LIMIT)
        self.help.setMinimumWidth(LEAST if room else 0)
        self.help.setVisible(shown)
        if room:
            self._covers = False
        if shown and not was:
            self.help.show_place(self._help_key())
        if shown and room:
            wide = min(settings.number("help_width", USUAL), self.width() - PAGE_LEAST)
            self.setSizes([self.width() - wide, wide])
        else:
            self.refresh()  # at once: the focus may go back to what now comes in sight
        self._fitting = False

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._fit()

    def _keep_width(self, _: int, __: int) -> None:
        settings.put(help_width=self.sizes()[1])

    # The focus

    def _holds_focus(self) -> bool:
        focused = self.window().focusWidget()
        return self.help is not None and focused is not None and self.help.isAncestorOf(focused)

    def _give_back(self) -> None:
        reason = Qt.FocusReason.OtherFocusReason
        for widget in self._before:
            if shiboken6.isValid(widget) and widget.isVisible() and _takes_focus(widget):
                widget.setFocus(reason)
                return
        if page := self._stack.page():
            focus_in(next((r for r in page.regions() if r.isVisible()), page))


def _takes_focus(widget: QWidget) -> bool:
    return bool(widget.focusPolicy() & Qt.FocusPolicy.TabFocus) and widget.isEnabled()


def _with_parents(widget: QWidget | None, window: QWidget) -> list[QWidget]:
    """An editor in a grid may be gone later; then the grid will do."""
    found: list[QWidget] = []
    while widget is not None and widget is not window:
        found.append(widget)
        widget = widget.parentWidget()
    return found
