"""Things in an order that people choose: drag, up, down, away; the buttons show where one works."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from typing import Any

from PySide6.QtCore import QEvent, QPoint, QRect, Qt
from PySide6.QtGui import QEnterEvent, QKeySequence, QMouseEvent, QPainter, QPaintEvent, QShortcut
from PySide6.QtWidgets import QApplication, QFrame, QHBoxLayout, QToolButton, QVBoxLayout, QWidget

from ozj_desktop.model import words
from ozj_desktop.ui.desk import Desk
from ozj_desktop.ui.icons import paint_icon
from ozj_desktop.ui.parts.buttons import tool
from ozj_desktop.ui.parts.scrolling import show_within
from ozj_desktop.ui.parts.text import label

GRIP = 16  # pixels before the number, by which a row is dragged


class OrderedRow(QFrame):
    """A number, what it is about, and the buttons; Alt+Up and Alt+Down move it."""

    def __init__(self, owner: "Ordered", id: str, inner: QWidget, name: str) -> None:
        super().__init__()
        self.id, self.inner = id, inner
        self._owner, self._locked = owner, False
        self._pressed: QPoint | None = None
        self._number = label("", owner.role)
        self._number.setFixedWidth(owner.wide)
        self._number.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignRight)
        self._number.setContentsMargins(0, owner.top, 4, 0)
        self.buttons: list[QToolButton] = []
        row = QHBoxLayout(self)
        row.setContentsMargins(GRIP, 0, 0, 0)
        row.setSpacing(2)
        row.addWidget(self._number)
        row.addWidget(inner, 1)
        for picture, tip, do in (
            ("arrow-up", f"{name} naar boven", lambda: owner.shift(id, -1)),
            ("arrow-down", f"{name} naar beneden", lambda: owner.shift(id, 1)),
            ("x", f"{name} weghalen", lambda: owner.take_away(id)),
        ):
            made = tool(owner.desk.theme, picture, tip, size=16, do=do)
            policy = made.sizePolicy()
            policy.setRetainSizeWhenHidden(True)
            made.setSizePolicy(policy)
            made.hide()
            self.buttons.append(made)
            row.addWidget(made, 0, Qt.AlignmentFlag.AlignTop)
        for keys, step in (("Alt+Up", -1), ("Alt+Down", 1)):
            shortcut = QShortcut(QKeySequence(keys), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(lambda step=step: owner.shift(id, step))

    def number(self, place: int, last: int, *, locked: bool) -> None:
        self._locked = locked
        self._number.setText(str(place + 1))
        self._number.setCursor(
            Qt.CursorShape.ArrowCursor if locked else Qt.CursorShape.OpenHandCursor
        )
        self.buttons[0].setEnabled(place > 0)
        self.buttons[1].setEnabled(place < last)
        self.reveal()

    # What shows where one works

    def _is_worked_in(self) -> bool:
        focused = self.window().focusWidget()
        inside = focused is not None and self.isAncestorOf(focused)
        return not self._locked and (inside or self.underMouse())

    def reveal(self) -> None:
        """The buttons, for as long as the mouse or the focus is here."""
        shown = self._is_worked_in()
        if shown != (not self.buttons[0].isHidden()):
            for made in self.buttons:
                made.setVisible(shown)
            self.update()

    def enterEvent(self, event: QEnterEvent) -> None:
        super().enterEvent(event)
        self.reveal()

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self.reveal()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if not self.buttons[0].isHidden():
            place = QRect(0, self._owner.top + 2, 16, 16)
            color = self._owner.desk.colors.text3
            paint_icon(QPainter(self), place, "grip-vertical", color)

    # Dragging by what stands before it

    def mousePressEvent(self, event: QMouseEvent) -> None:
        at = event.position().toPoint()
        handle = at.x() < GRIP + self._owner.wide
        if handle and not self._locked and event.button() is Qt.MouseButton.LeftButton:
            self._pressed = at

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        at = event.position().toPoint()
        far = 0 if self._pressed is None else (at - self._pressed).manhattanLength()
        if far >= QApplication.startDragDistance():
            self._owner.drag(self, self.mapToParent(at).y())

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if self._pressed is not None:
            self._pressed = None
            self._owner.drop(self)


class Ordered(QWidget):
    """Records with a `position`. `inner` makes what stands in a row, `fill` shows one in it."""

    def __init__(
        self,
        desk: Desk,
        inner: Callable[[Any], QWidget],
        fill: Callable[[QWidget, Any], None],
        *,
        role: str = "heavy",
        top: int = 9,
        gap: int = 2,
    ) -> None:
        """`role` and `top` are how the number looks and where it stands, beside the first line."""
        super().__init__()
        self.desk, self.role, self.top = desk, role, top
        self.wide = 28 if role == "heavy" else 30
        self._inner, self._fill = inner, fill
        self._records: list[Any] = []
        self._rows: dict[str, OrderedRow] = {}
        self._gap = -1  # before which number the dragged row would come
        self._mark = QFrame(self)
        self._mark.setProperty("rule", "drop")
        self._mark.hide()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(gap)
        app = QApplication.instance()
        assert isinstance(app, QApplication)
        app.focusChanged.connect(self._focus_moved)

    def _focus_moved(self, before: QWidget | None, now: QWidget | None) -> None:
        for row in self._rows.values():
            if any(widget and row.isAncestorOf(widget) for widget in (before, now)):
                row.reveal()

    def show_records(self, records: Sequence[Any], *, locked: bool) -> Iterator[None]:
        """One after the other. Rows that are there stay, with the caret that is in them."""
        self._records = [*records]
        ids = [record.id for record in records]
        for id in [id for id in self._rows if id not in ids]:
            gone = self._rows.pop(id)
            gone.hide()
            gone.deleteLater()
        for place, record in enumerate(records):
            if record.id not in self._rows:
                made = OrderedRow(self, record.id, self._inner(record), str(record))
                self._rows[record.id] = made
            row = self._rows[record.id]
            if self._column.indexOf(row) != place:
                self._column.insertWidget(place, row)
            self._fill(row.inner, record)
            row.number(place, len(records) - 1, locked=locked)
            yield

    def row(self, id: str) -> QWidget | None:
        found = self._rows.get(id)
        return found.inner if found else None

    # Moving

    def shift(self, id: str, step: int) -> None:
        """One place up or down; the focus goes along."""
        focused = self.window().focusWidget()
        by_button = focused in self._rows[id].buttons
        if self.move_to(id, self._place(id) + step) and by_button:
            button = self._rows[id].buttons[0 if step < 0 else 1]
            button.setFocus(Qt.FocusReason.OtherFocusReason)
        elif focused is not None:
            focused.setFocus(Qt.FocusReason.OtherFocusReason)

    def move_to(self, id: str, there: int) -> bool:
        """To this number, in one step; all places are written anew."""
        here = self._place(id)
        if there == here or not 0 <= there < len(self._records):
            return False
        moved = [*self._records]
        moved.insert(there, moved.pop(here))
        with self.desk.step("ordered"):
            self.desk.dossier.save(*(replace(r, position=n) for n, r in enumerate(moved)))
        return True

    def _place(self, id: str) -> int:
        return [record.id for record in self._records].index(id)

    def drag(self, row: OrderedRow, y: int) -> None:
        """Show where the row would come if it was dropped here."""
        rows = [self._rows[record.id] for record in self._records]
        after = [n for n, one in enumerate(rows) if y > one.geometry().center().y()]
        self._gap = (after or [-1])[-1] + 1
        near = rows[min(self._gap, len(rows) - 1)].geometry()
        at = near.bottom() + 1 if self._gap == len(rows) else near.top() - 1
        self._mark.setGeometry(0, max(0, min(at, self.height() - 2)), self.width(), 2)
        self._mark.show()
        self._mark.raise_()
        show_within(self, QRect(0, y - 40, 1, 80))

    def drop(self, row: OrderedRow) -> None:
        gap, self._gap = self._gap, -1
        self._mark.hide()
        if gap >= 0:
            here = self._place(row.id)
            self.move_to(row.id, gap - 1 if gap > here else gap)

    def take_away(self, id: str) -> None:
        doomed = [record for record in self._records if record.id == id]
        with self.desk.step(words.deleted(type(doomed[0]))):
            self.desk.dossier.delete(*doomed)
