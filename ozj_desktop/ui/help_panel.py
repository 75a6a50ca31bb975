"""Help beside the work: why, an example, how to do it at a table, and how to do it here."""

from collections.abc import Callable

from PySide6.QtCore import QSize, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QTextCursor
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QSizePolicy,
    QTableView,
    QTextBrowser,
    QVBoxLayout,
    QWidget,
)

from ozj_desktop import settings
from ozj_desktop.exchange.help_text import PARTS, Help, grid_help, help_for
from ozj_desktop.model.glossary import Entry
from ozj_desktop.ui.desk import Desk
from ozj_desktop.ui.help_html import (
    asked_html,
    grid_html,
    html_of,
    invented_html,
    sheet_of,
    words_html,
)
from ozj_desktop.ui.icons import paint_icon
from ozj_desktop.ui.page_words import text_of
from ozj_desktop.ui.parts.buttons import Segmented, tool
from ozj_desktop.ui.parts.letters import give
from ozj_desktop.ui.parts.text import label, rule
from ozj_desktop.ui.theme import Theme, font

READABLE = 760  # pixels of a column of text
SETTLE = 150  # milliseconds after which a page that changed is read again
MARGIN = 20


class Sign(QWidget):
    """The question mark beside the title."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self.setFixedSize(20, 20)

    def paintEvent(self, _: QPaintEvent) -> None:
        paint_icon(QPainter(self), self.rect(), "circle-help", self._theme.colors.primary)


class Reading(QTextBrowser):
    """Text to read and select; with a caret for who has no mouse."""

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("role", "help")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setOpenLinks(False)
        self.setTabChangesFocus(True)
        self.setAccessibleName("Uitleg")
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        by = Qt.TextInteractionFlag
        self.setTextInteractionFlags(by.TextSelectableByMouse | by.TextSelectableByKeyboard)
        self.document().setDocumentMargin(MARGIN - 2)
        self.document().setDefaultFont(font("body"))

    def show_html(self, html: str, sheet: str, *, anew: bool) -> None:
        """With `anew` it is read from the top; else the text stays where it was."""
        at = self.verticalScrollBar().value()
        self.document().setDefaultStyleSheet(sheet)
        self.setHtml(html)
        self.moveCursor(QTextCursor.MoveOperation.Start)
        self.verticalScrollBar().setValue(0 if anew else at)


class HelpPanel(QFrame):
    """Follows the page that is shown. Made when somebody first asks for help."""

    closing = Signal()

    def __init__(self, desk: Desk, page: Callable[[], QWidget | None]) -> None:
        super().__init__()
        self._desk, self._page = desk, page  # a page may be made anew: asked when it is read
        self._place = ""
        self._help = Help("", {})
        self._asked: Entry | None = None
        self._in_grid = False
        self._words: list[Entry] = []
        self.setProperty("ground", "help")
        self._title = label("", "card", wrap=True)
        self._close = tool(desk.theme, "x", "Hulp sluiten (Esc)", size=16, do=self.closing.emit)
        self.tabs = Segmented([(name, name) for name in PARTS], "Hulp", look="tab")
        for n, tab in enumerate(self.tabs.parts(), 1):
            give(tab, str(n))
        self.text = Reading()
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(SETTLE)
        self._soon.timeout.connect(self._read_again)
        self._build()
        self.tabs.show_value(_kept_tab())
        self.tabs.chosen.connect(self._turn)
        self.setFocusProxy(self.tabs)
        desk.theme.changed.connect(self._render)

    def _build(self) -> None:
        head = QHBoxLayout()
        head.setContentsMargins(MARGIN, 10, 12, 0)
        head.setSpacing(8)
        top = Qt.AlignmentFlag.AlignTop
        sign = QVBoxLayout()
        sign.setContentsMargins(0, 6, 0, 0)
        sign.addWidget(Sign(self._desk.theme), 0, top)
        head.addLayout(sign)
        self._title.setAlignment(top)
        self._title.setContentsMargins(0, 5, 0, 0)
        head.addWidget(self._title, 1)
        head.addWidget(self._close, 0, top)
        row = QHBoxLayout()
        row.setContentsMargins(MARGIN - 2, 6, 4, 0)
        row.addWidget(self.tabs)
        row.addStretch(1)
        self.text.setMaximumWidth(READABLE)
        self.text.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(head)
        column.addLayout(row)
        column.addWidget(rule(strong=True))
        column.addWidget(self.text, 1)

    def minimumSizeHint(self) -> QSize:
        return QSize(200, 120)

    # What is shown

    def show_place(self, place: str) -> None:
        """The help of another place."""
        self._asked, self._in_grid = None, False
        if place != self._place:
            self._place, self._help = place, help_for(place)
            self._title.setText(self._help.title)
            self.setAccessibleName(self._help.title)
        self._read_page()
        self._render(anew=True)

    def explain(self, entry: Entry) -> None:
        """This word first, whichever part is shown."""
        self._asked = entry
        self._render(anew=True)

    def explain_grid(self, asked: bool) -> None:
        """Whether somebody asked for help while in a grid: then first how that works."""
        if asked != self._in_grid:
            self._in_grid = asked
            self._render(anew=True)

    def _has_grid(self) -> bool:
        page = self._page()
        tables = page.findChildren(QTableView) if page else []
        return any(table.property("grid") for table in tables)

    def follow(self, place: str) -> None:
        """The page shows another thing, which may have help of its own."""
        if place != self._place:
            self.show_place(place)
        else:
            self.page_changed()

    def page_changed(self) -> None:
        """Something else is on the page; it is read when all of it is there."""
        self._soon.start()

    def _read_again(self) -> None:
        if self.isVisible():  # not closed by now, and the dossier with it
            self._read_page()

    def _read_page(self) -> None:
        page = self._page()
        words = self._desk.terms.glossary().words_in(text_of(page)) if page else []
        if words != self._words:
            self._words = words
            self._render()

    def _turn(self, part: object) -> None:
        settings.put(help_tab=part)
        self._render(anew=True)

    def _render(self, *, anew: bool = False) -> None:
        part = str(self.tabs.value())
        html = asked_html(self._asked) if self._asked else ""
        html += grid_html(grid_help()) if self._in_grid else ""
        html += html_of(self._help.parts.get(part, ()))
        html += {PARTS[0]: words_html(self._words), PARTS[1]: invented_html()}.get(part, "")
        if part == PARTS[-1] and not self._in_grid and self._has_grid():
            html += html_of(grid_help())
        self.text.show_html(html, sheet_of(self._desk.colors), anew=anew)

    # Keys

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc closes; from the tabs one scrolls without leaving them."""
        scrolls = (Qt.Key.Key_Down, Qt.Key.Key_Up, Qt.Key.Key_PageDown, Qt.Key.Key_PageUp)
        if event.key() == Qt.Key.Key_Escape:
            self.closing.emit()
        elif event.key() in scrolls:
            bar = self.text.verticalScrollBar()
            step = bar.pageStep() - 40 if event.key() in scrolls[2:] else 40
            bar.setValue(bar.value() + (step if event.key() in scrolls[::2] else -step))
        else:
            super().keyPressEvent(event)


def _kept_tab() -> str:
    kept = settings.get("help_tab", PARTS[0])
    return kept if kept in PARTS else PARTS[0]
