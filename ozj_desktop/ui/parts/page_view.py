"""The pages of a document below each other, painted as they come in sight."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import (
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
    QShowEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QAbstractScrollArea

from ozj_desktop.ui.parts.page_pictures import PagePictures, Paint
from ozj_desktop.ui.theme import Theme

if TYPE_CHECKING:
    from ozj_desktop.exchange.pdf_pages import Pages

GAP = 16  # pixels around a page
FULL = 96 / 72  # pixels to a point at 100 %
STEPS = (0.25, 0.33, 0.5, 0.75, 1.0, 1.25, 1.5, 2.0, 3.0)


class PageView(QAbstractScrollArea):
    """Pages that are made anew take the place of the old ones where these stood."""

    turned = Signal()  # another page is in sight, or there are others
    zoomed = Signal()

    def __init__(self, theme: Theme, paint: Paint) -> None:
        super().__init__()
        self._theme = theme
        self._pages: Pages | None = None
        self.pictures = PagePictures(paint, self)
        self.pictures.painted.connect(self.viewport().update)
        self._tops: list[float] = []
        self._zoom: float | None = None  # none: as wide as fits
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setFrameShape(QAbstractScrollArea.Shape.NoFrame)
        self.setProperty("ground", "pages")
        self.setAccessibleName("Pagina’s van het voorbeeld")
        self.verticalScrollBar().setSingleStep(40)
        self.verticalScrollBar().valueChanged.connect(self._scrolled)
        self.horizontalScrollBar().valueChanged.connect(lambda _: self.viewport().update())
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)

    # What is shown

    def pages(self) -> "Pages | None":
        return self._pages

    def show_pages(self, pages: "Pages | None", *, anew: bool = False) -> None:
        """Others are closed. `anew` begins at the first page; else one stays where one was."""
        before, place = self._pages, self._place()
        self._pages = pages
        if anew or pages is None:
            place = (0, 0.0)
            self.pictures.clear()
        self._lay_out(place)
        if before is not None:
            before.close()
        self._scrolled()

    def count(self) -> int:
        return len(self._pages) if self._pages else 0

    def page(self) -> int:
        """The number of the page in sight, from 1; 0 where there is none."""
        middle = self.verticalScrollBar().value() + self.viewport().height() / 3
        found = [n for n, top in enumerate(self._tops) if top - GAP <= middle]
        return found[-1] + 1 if found else 0

    def go_to(self, page: int) -> None:
        if self._tops:
            number = max(1, min(page, len(self._tops))) - 1
            self.verticalScrollBar().setValue(round(self._tops[number]) - GAP)

    def is_painted(self) -> bool:
        """Whether all that is in sight is as sharp as it will be."""
        return self._pages is not None and all(map(self.pictures.is_fresh, self._in_sight()))

    # Room

    def zoom(self) -> float:
        """1.0 is as large as on paper."""
        return self._scale() / FULL

    def fits(self) -> bool:
        return self._zoom is None

    def set_zoom(self, zoom: float | None) -> None:
        """None makes pages as wide as fits."""
        place = self._place()
        self._zoom = zoom
        self._lay_out(place)
        self._scrolled()
        self.zoomed.emit()

    def step_zoom(self, step: int) -> None:
        now = self.zoom()
        more = [z for z in STEPS if z > now + 0.01]
        less = [z for z in STEPS if z < now - 0.01]
        if found := (more[:1] if step > 0 else less[-1:]):
            self.set_zoom(found[0])

    def _scale(self) -> float:
        """Pixels of the window to a point."""
        if self._zoom is not None or not self._pages:
            return (self._zoom or 1.0) * FULL
        return max(self.viewport().width() - 2 * GAP, 80) / self._widest()

    def _widest(self) -> float:
        return max((width for width, _ in self._pages.sizes), default=1) if self._pages else 1

    def _place(self) -> tuple[int, float]:
        """The page at the top, and how far one is in it."""
        at = self.verticalScrollBar().value() + GAP
        found = [n for n, top in enumerate(self._tops) if top <= at]
        if not found or not self._pages or found[-1] >= len(self._pages):
            return 0, 0.0
        high = self._pages.sizes[found[-1]][1] * self._laid
        return found[-1], (at - self._tops[found[-1]]) / max(high, 1)

    _laid = 1.0  # the scale at which the pages were last laid out

    def _lay_out(self, place: tuple[int, float]) -> None:
        """Where every page begins, and how far one can scroll; `place` stays in sight."""
        sizes = self._pages.sizes if self._pages else ()
        self._laid, self._tops, top = self._scale(), [], float(GAP)
        for _, high in sizes:
            self._tops.append(top)
            top += high * self._laid + GAP
        room = self.viewport().size()
        wide = round(self._widest() * self._laid) + 2 * GAP if sizes else 0
        for bar, all_of_it, seen in (
            (self.verticalScrollBar(), round(top), room.height()),
            (self.horizontalScrollBar(), wide, room.width()),
        ):
            bar.setPageStep(seen)
            bar.setRange(0, max(0, all_of_it - seen))
        number, part = place
        if self._tops:
            number = min(number, len(self._tops) - 1)
            at = self._tops[number] + part * sizes[number][1] * self._laid - GAP
            self.verticalScrollBar().setValue(round(at))
        if self.horizontalScrollBar().maximum():
            self.horizontalScrollBar().setValue(self.horizontalScrollBar().maximum() // 2)

    def resizeEvent(self, event: QResizeEvent) -> None:
        place = self._place()
        super().resizeEvent(event)
        self._lay_out(place)
        self._scrolled()
        self.zoomed.emit()

    # Painting

    def _rect(self, number: int) -> QRectF:
        """Where a page is in the window."""
        assert self._pages is not None
        wide, high = (side * self._laid for side in self._pages.sizes[number])
        room = self.viewport().width()
        left = max((room - wide) / 2, GAP - self.horizontalScrollBar().value())
        top = self._tops[number] - self.verticalScrollBar().value()
        return QRectF(round(left), round(top), round(wide), round(high))

    def _in_sight(self) -> list[int]:
        seen = QRectF(self.viewport().rect())
        return [n for n in range(len(self._tops)) if self._rect(n).intersects(seen)]

    def paintEvent(self, _: QPaintEvent) -> None:
        painter, colors = QPainter(self.viewport()), self._theme.colors
        painter.fillRect(self.viewport().rect(), colors["window"])
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        for number in self._in_sight():
            rect = self._rect(number)
            painter.fillRect(rect, Qt.GlobalColor.white)
            if picture := self.pictures.picture(number):
                painter.drawImage(rect, picture)
            painter.setPen(QPen(colors["line"], 1))
            painter.drawRect(rect.adjusted(-0.5, -0.5, 0.5, 0.5))
        if self.hasFocus():
            painter.setPen(QPen(colors["focus"], 2))
            painter.drawRect(QRectF(self.viewport().rect()).adjusted(1, 1, -1, -1))

    def _scrolled(self) -> None:
        self.viewport().update()
        told = f"Pagina {self.page()} van {self.count()}" if self._pages else ""
        self.setAccessibleDescription(told)
        self.turned.emit()
        self._want()

    def _want(self) -> None:
        """What is in sight first, then the page after it and the one before."""
        seen = self._in_sight()
        if self._pages and seen and self.isVisible():
            near = [n for n in (seen[-1] + 1, seen[0] - 1) if 0 <= n < len(self._tops)]
            sharpness = self._laid * self.devicePixelRatioF()
            self.pictures.want(self._pages, sharpness, [*seen, *near])

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._want()

    # Keys and mouse

    def keyPressEvent(self, event: QKeyEvent) -> None:
        with_control = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        if not (self._zoom_by_key(event.key()) if with_control else self._move(event.key())):
            super().keyPressEvent(event)

    def _zoom_by_key(self, key: int) -> bool:
        if key in (Qt.Key.Key_Plus, Qt.Key.Key_Equal):
            self.step_zoom(1)
        elif key == Qt.Key.Key_Minus:
            self.step_zoom(-1)
        elif key == Qt.Key.Key_0:
            self.set_zoom(None)
        else:
            return False
        return True

    def _move(self, key: int) -> bool:
        bar, page = self.verticalScrollBar(), self.page()
        moves = {
            Qt.Key.Key_PageDown: lambda: self.go_to(page + 1),
            Qt.Key.Key_PageUp: lambda: self.go_to(page - 1),
            Qt.Key.Key_Home: lambda: bar.setValue(0),
            Qt.Key.Key_End: lambda: bar.setValue(bar.maximum()),
            Qt.Key.Key_Space: lambda: bar.triggerAction(bar.SliderAction.SliderPageStepAdd),
        }
        found = moves.get(Qt.Key(key))
        if found:
            found()
        return found is not None

    def wheelEvent(self, event: QWheelEvent) -> None:
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.step_zoom(1 if event.angleDelta().y() > 0 else -1)
            event.accept()
        else:
            super().wheelEvent(event)
