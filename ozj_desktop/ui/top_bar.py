"""Above everything: which dossier, search, undo with its words, and sharing."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QPushButton,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from ozj_desktop.model.collaboration import Collaboration
from ozj_desktop.ui.desk import Desk
from ozj_desktop.ui.file_actions import FileActions
from ozj_desktop.ui.icons import icon, put_icon, tick
from ozj_desktop.ui.parts.buttons import button, tool
from ozj_desktop.ui.parts.letters import give
from ozj_desktop.ui.parts.text import Elided, elided
from ozj_desktop.ui.search_field import SearchField
from ozj_desktop.ui.theme import DARK_NAME, LIGHT_NAME, SYSTEM
from ozj_desktop.ui.undo_actions import UndoActions

if TYPE_CHECKING:
    from PySide6.QtWidgets import QMenu

UNDO_WIDTH, UNDO_LEAST, UNDO_ALONE = 288, 160, 40  # pixels: undo with its words, without
CHROME = 80  # of margins and what surrounds the name
PALETTES = ((SYSTEM, "zoals deze computer"), (LIGHT_NAME, "licht"), (DARK_NAME, "donker"))


class TopBar(QFrame):
    """What is asked here is done by the window."""

    wants_open = Signal()
    wants_recent = Signal(object)  # its path
    wants_purpose = Signal(object)
    wants_new = Signal()
    wants_example = Signal()
    wants_copy = Signal()
    wants_copies = Signal()
    wants_merge = Signal()
    wants_erase = Signal()
    wants_name = Signal()
    wants_about = Signal()

    def __init__(self, desk: Desk, undo: UndoActions, files: FileActions, window: QWidget) -> None:
        super().__init__()
        self._desk, self._undo, self._files = desk, undo, files
        self.setProperty("ground", "top")
        self.setFixedHeight(56)
        self._called = ""
        self.name = give(button(desk.theme, "", look="quiet"), "U")
        self.name.setProperty("role", "dossier")
        self.name.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
        self.name.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self._place = Elided("", "meta")
        self.search = give(SearchField(desk, window), "Z")
        self.search.setFixedWidth(200)
        self._undo_button = self._for_action("undo-2")
        self._undo_button.setFixedWidth(UNDO_WIDTH)
        self._undo_button.setProperty("slot", "undo")
        self._redo_button = tool(desk.theme, "redo-2", "Opnieuw", do=undo.redo.trigger)
        self.share = give(button(desk.theme, "Delen", "share"), "E")
        self._build()
        self._undo_button.clicked.connect(undo.undo.trigger)
        undo.changed.connect(self._show_undo)
        self._show_undo()
        self.refresh()

    def _for_action(self, picture: str) -> QPushButton:
        made = button(self._desk.theme, "Ongedaan maken", look="quiet")
        put_icon(made, icon(self._desk.theme, picture), 18)
        return made

    def _build(self) -> None:
        self.name.clicked.connect(self._open_dossier_menu)
        self.share.clicked.connect(self.open_sharing)
        about = QVBoxLayout()
        about.setContentsMargins(0, 8, 0, 8)
        about.setSpacing(0)
        absolute = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignAbsolute
        about.addWidget(self.name, 0, absolute)
        self._place.setContentsMargins(8, 0, 0, 0)
        about.addWidget(self._place)
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 0, 16, 0)
        row.setSpacing(8)
        row.addLayout(about, 1)
        for widget in (self.search, self._undo_button, self._redo_button, self.share):
            row.addWidget(widget)

    def _open_dossier_menu(self) -> None:
        self.dossier_menu().popup(self._below(self.name))

    def open_sharing(self) -> "QMenu":
        """What can be shared as the dossier is now."""
        from PySide6.QtWidgets import QMenu

        menu = QMenu(self)
        menu.aboutToHide.connect(menu.deleteLater)
        self._files.fill(menu)
        menu.popup(self._below(self.share))
        return menu

    def dossier_menu(self) -> "QMenu":
        from PySide6.QtGui import QActionGroup
        from PySide6.QtWidgets import QMenu

        from ozj_desktop.ui.dossier_menus import add_purposes, add_recent

        theme, menu = self._desk.theme, QMenu(self)
        menu.aboutToHide.connect(menu.deleteLater)
        menu.addAction(icon(theme, "plus"), "Nieuw dossier…", self.wants_new.emit)
        menu.addAction(icon(theme, "folder-open"), "Dossier openen…", self.wants_open.emit)
        add_recent(menu, theme, self._desk.dossier.path, self.wants_recent.emit)
        menu.addAction(icon(theme, "eye"), "Voorbeelddossier bekijken", self.wants_example.emit)
        menu.addSeparator()
        menu.addAction(icon(theme, "copy"), "Kopie bewaren als…", self.wants_copy.emit)
        menu.addAction(icon(theme, "history"), "Reservekopieën…", self.wants_copies.emit)
        menu.addSeparator()
        if self._desk.writable:
            menu.addAction("Samenvoegen met een kopie…", self.wants_merge.emit)
            menu.addAction("Gegevens van iemand wissen…", self.wants_erase.emit)
            menu.addSeparator()
        palettes = menu.addMenu(icon(theme, "sun-moon"), "Kleuren")
        group = QActionGroup(palettes)
        for choice, words in PALETTES:
            action = palettes.addAction(words)
            tick(theme, action, theme.choice == choice)
            action.triggered.connect(lambda _=False, choice=choice: theme.choose(choice))
            group.addAction(action)
        add_purposes(menu, theme, self.wants_purpose.emit)
        menu.addAction(icon(theme, "user"), "Uw naam…", self.wants_name.emit)
        menu.addAction(icon(theme, "info"), "Over OZJ Desktop", self.wants_about.emit)
        return menu

    def refresh(self) -> None:
        """The name of the samenwerking, and where its file is."""
        path = self._desk.dossier.path
        names = self._desk.facts.one(Collaboration)
        self._called = (names.name or path.stem)[:60]
        self._fit_name()
        self.name.setToolTip(names.name)
        self.name.setAccessibleName(f"Dossier {names.name or path.stem}")
        put_icon(self.name, icon(self._desk.theme, "chevron-down"), 14)
        self._place.setText(f"{path.parent.name} › {path.name}")
        self._place.setToolTip(str(path))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit_name()

    def _fit_name(self) -> None:
        """With … where the window is narrow; before that, undo gives of its room."""
        metrics, beside = self.name.fontMetrics(), (self.search, self._redo_button, self.share)
        taken = sum(min(w.sizeHint().width(), w.maximumWidth()) + 8 for w in beside)
        room = self.width() - CHROME - taken - 8
        if self._undo_button.maximumWidth() > UNDO_ALONE:
            left = room - metrics.horizontalAdvance(self._called)
            self._undo_button.setFixedWidth(min(max(left, UNDO_LEAST), UNDO_WIDTH))
            self._show_undo()
        shown = elided(metrics, self._called, room - self._undo_button.maximumWidth())
        self.name.setText(shown.replace("&", "&&"))

    def _show_undo(self) -> None:
        for made, action in (
            (self._undo_button, self._undo.undo),
            (self._redo_button, self._undo.redo),
        ):
            made.setEnabled(action.isEnabled())
            made.setToolTip(action.text())
            made.setAccessibleName(action.text())
        room = self._undo_button.width() - 46
        words = elided(self._undo_button.fontMetrics(), self._undo.undo.text(), room)
        self._undo_button.setText(words.replace("&", "&&") if room > 40 else "")

    def be_narrow(self, narrow: bool) -> None:
        """Where there is little room the words of undo are in the tooltip."""
        self._undo_button.setFixedWidth(UNDO_ALONE if narrow else UNDO_WIDTH)
        self._place.setVisible(not narrow)
        self.search.setFixedWidth(140 if narrow else 200)
        self._fit_name()
        self._show_undo()

    def _below(self, widget: QWidget) -> QPoint:
        """Under the bar, where the widget begins."""
        left = widget.mapTo(self, QPoint(0, 0)).x()
        return self.mapToGlobal(QPoint(left, self.height() - 6))
