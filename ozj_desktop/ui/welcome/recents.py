"""Go on working: the dossiers of lately, with where they are and when they were last changed."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from functools import partial
from pathlib import Path

from PySide6.QtCore import QRect, QRectF, QSize, Qt, QThreadPool, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from ozj_desktop.progress import Report
from ozj_desktop.ui.background import Job
from ozj_desktop.ui.icons import paint_icon
from ozj_desktop.ui.parts.buttons import button, tool
from ozj_desktop.ui.parts.card import clear, row_of
from ozj_desktop.ui.parts.focus import PaintedButton
from ozj_desktop.ui.parts.text import Elided, elided, label, rule
from ozj_desktop.ui.parts.text import tip as plain_tip
from ozj_desktop.ui.recent import Recent, folder_in_words, forget, keep, recents, when_in_words
from ozj_desktop.ui.theme import Theme, font

AT_FIRST = 4
LOST = "niet gevonden"
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


class RecentRow(PaintedButton):
    """Name, folder, and when; or that it is not there any more."""

    removed = Signal()

    def __init__(self, theme: Theme, recent: Recent, now: datetime) -> None:
        super().__init__(theme)
        self.recent, self.lost = recent, False
        self._folder, self._when = folder_in_words(recent.path), when_in_words(recent.at, now)
        self._title, self._meta = font("strong"), font("meta")
        self.setText(recent.name.replace("&", "&&"))
        self.setToolTip(plain_tip(str(recent.path)))
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self._tell()

    def sizeHint(self) -> QSize:
        return QSize(240, 52)

    def be_lost(self) -> None:
        self.lost = True
        self._tell()

    def tell_change(self, when: str) -> None:
        """It may have been open much longer, or since then only read."""
        self._when = when
        self.setToolTip(plain_tip(f"{self.recent.path}\nLaatst gewijzigd: {when}"))
        self._tell()

    def _tell(self) -> None:
        told = LOST if self.lost else self._when
        self.setAccessibleName(f"{self.recent.name}, {self._folder}, {told}")
        self.update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        elif event.key() == Qt.Key.Key_Delete:
            self.removed.emit()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, _: QPaintEvent) -> None:
        painter, colors = QPainter(self), self.theme.colors
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self.underMouse():
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(colors["hover"])
            painter.drawRoundedRect(self.rect(), 4, 4)
        ink = colors.text3 if self.lost else colors.primary
        paint_icon(painter, QRect(8, 17, 18, 18), "file-text", ink)
        taken = self._paint_chip(painter) if self.lost else self._paint_when(painter)
        room = self.width() - 36 - taken - 12
        painter.setFont(self._title)
        painter.setPen(colors["text3" if self.lost else "text"])
        name = elided(painter.fontMetrics(), self.recent.name, room)
        painter.drawText(QRect(36, 6, room, 20), _LEFT, name)
        painter.setFont(self._meta)
        painter.setPen(colors["text3"])
        folder = elided(painter.fontMetrics(), self._folder, room)
        painter.drawText(QRect(36, 27, room, 18), _LEFT, folder)
        self.paint_ring(painter)

    def _paint_when(self, painter: QPainter) -> int:
        """The width that it takes at the right."""
        painter.setFont(self._meta)
        painter.setPen(self.theme.colors["text3"])
        painter.drawText(self.rect().adjusted(0, 0, -8, 0), _RIGHT, self._when)
        return painter.fontMetrics().horizontalAdvance(self._when) + 8

    def _paint_chip(self, painter: QPainter) -> int:
        colors = self.theme.colors
        painter.setFont(self._meta)
        width = painter.fontMetrics().horizontalAdvance(LOST) + 20
        box = QRectF(self.width() - width - 6, 14, width, 24)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colors["neutral_bg"])
        painter.drawRoundedRect(box, 12, 12)
        painter.setPen(colors["text2"])
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, LOST)
        return width + 6


class RecentList(QWidget):
    """The newest few, and the rest for who asks. What was taken off can be put back."""

    wanted = Signal(Path)

    def __init__(self, theme: Theme, now: datetime) -> None:
        super().__init__()
        self._theme, self._now = theme, now
        self._all, self._lost = False, set[Path]()
        self._changed: dict[Path, datetime] = {}
        self._pool = QThreadPool(self)
        self.rows: list[RecentRow] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self.refresh()
        self._look()

    def refresh(self, taken: Recent | None = None, before: Sequence[Recent] = ()) -> None:
        clear(self._column)
        found = recents()
        shown = found if self._all else found[:AT_FIRST]
        self.rows = [self._row(recent, n) for n, recent in enumerate(shown)]
        if not found and taken is None:
            words = "Hier komen de dossiers die u het laatst open had."
            self._column.addWidget(label(words, "soft", wrap=True))
        if taken is not None:
            self._offer_back(taken, before)
        if len(found) > len(shown):
            more = button(
                self._theme, f"Toon alle {len(found)}", look="link", size="small", do=self.show_all
            )
            self._column.addWidget(row_of(more))

    def _row(self, recent: Recent, number: int) -> RecentRow:
        row = RecentRow(self._theme, recent, self._now)
        row.clicked.connect(partial(self.wanted.emit, recent.path))
        row.removed.connect(partial(self.take_off, recent))
        self._tell(row)
        held = QWidget()
        side = QHBoxLayout(held)
        side.setContentsMargins(0, 1, 0, 1)
        side.setSpacing(0)
        side.addWidget(row, 1)
        side.addWidget(
            tool(
                self._theme,
                "x",
                plain_tip(f"Haal ‘{recent.name}’ uit deze lijst"),
                size=14,
                do=partial(self.take_off, recent),
            )
        )
        if number:
            self._column.addWidget(rule())
        self._column.addWidget(held)
        return row

    def _offer_back(self, recent: Recent, before: Sequence[Recent]) -> None:
        back = button(
            self._theme,
            "Terugzetten",
            look="link",
            size="small",
            do=partial(self._put_back, list(before)),
        )
        told = Elided(f"‘{recent.name}’ is uit de lijst.", "meta")
        line = row_of(told, back, stretch=False)
        self._column.addWidget(line)
        line.show()  # at once: what is not to be seen takes no focus
        back.setFocus(Qt.FocusReason.OtherFocusReason)

    def take_off(self, recent: Recent) -> None:
        """Of the list; the file stays where it is."""
        before = recents()
        forget(recent.path)
        self.refresh(recent, before)

    def _put_back(self, before: list[Recent]) -> None:
        keep(before)
        self.refresh()

    def show_all(self) -> None:
        self._all = True
        self.refresh()
        self.rows[AT_FIRST].setFocus(Qt.FocusReason.TabFocusReason)

    # Which are still there: a drive that is gone can take its time to say so

    def _look(self) -> None:
        paths = [recent.path for recent in recents()]

        def look(_: Report) -> dict[Path, datetime | None]:
            return {path: _changed(path) for path in paths}

        job = Job("Kijken wat er nog is", look, self)
        job.done.connect(self._seen)
        job.start(self._pool)

    def _seen(self, changed: Mapping[Path, datetime | None]) -> None:
        self._lost |= {path for path, when in changed.items() if when is None}
        self._changed |= {path: when for path, when in changed.items() if when}
        for row in self.rows:
            self._tell(row)

    def _tell(self, row: RecentRow) -> None:
        path = row.recent.path
        if path in self._lost:
            row.be_lost()
        elif path in self._changed:
            row.tell_change(when_in_words(self._changed[path], self._now))

    def be_lost(self, path: Path) -> None:
        self._seen({path: None})


def _changed(path: Path) -> datetime | None:
    """When what is in it was last changed; None where it is not there."""
    try:
        if path.is_file():
            return datetime.fromtimestamp(path.stat().st_mtime).astimezone()
    except (OSError, ValueError, OverflowError):  # too long a name, a folder one may not look into
        pass
    return None
