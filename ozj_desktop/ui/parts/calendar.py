"""A calendar below a date field, made when it is first asked for."""

from datetime import date

from PySide6.QtCore import QDate, QPoint, Qt
from PySide6.QtGui import QAction, QTextCharFormat
from PySide6.QtWidgets import QCalendarWidget, QFrame, QToolButton, QVBoxLayout, QWidget

from ozj_desktop.ui.icons import icon
from ozj_desktop.ui.parts.edits import TypedEdit
from ozj_desktop.ui.theme import Theme


def add_calendar(edit: TypedEdit, theme: Theme, today: date) -> None:
    """A button in the field that opens a calendar; so does Alt+Down."""
    action = QAction(icon(theme, "calendar"), "Kies uit de kalender", edit)
    action.setShortcut("Alt+Down")
    action.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
    action.triggered.connect(lambda: _open(edit, theme, today))
    edit.add_button(action)


def _open(edit: TypedEdit, theme: Theme, today: date) -> None:
    popup = QFrame(edit, Qt.WindowType.Popup)
    popup.setProperty("popup", True)
    popup.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    calendar = _calendar(theme)
    shown = edit.value() if not edit.isModified() else None
    start = shown if isinstance(shown, date) else today
    calendar.setSelectedDate(QDate(start.year, start.month, start.day))

    def chosen(day: QDate) -> None:
        popup.close()
        edit.choose(date(day.year(), day.month(), day.day()))

    calendar.activated.connect(chosen)
    calendar.clicked.connect(chosen)
    box = QVBoxLayout(popup)
    box.setContentsMargins(5, 5, 5, 5)
    box.addWidget(calendar)
    popup.move(_beside(edit, popup))
    popup.show()
    calendar.setFocus()


def _beside(edit: QWidget, popup: QWidget) -> QPoint:
    """Below the field, or above it where there is no room; always whole on the screen."""
    screen, size = edit.screen().availableGeometry(), popup.sizeHint()
    top, bottom = (edit.mapToGlobal(QPoint(0, y)) for y in (0, edit.height()))
    y = bottom.y() + 2
    if y + size.height() > screen.bottom():
        y = top.y() - size.height() - 2
    x = min(top.x(), screen.right() - size.width())
    return QPoint(max(x, screen.left()), max(y, screen.top()))


def _calendar(theme: Theme) -> QCalendarWidget:
    """Weeks from Monday, with their numbers, in the colours of the palette."""
    calendar = QCalendarWidget()
    calendar.setAccessibleName("Kalender")
    calendar.setFirstDayOfWeek(Qt.DayOfWeek.Monday)
    calendar.setVerticalHeaderFormat(QCalendarWidget.VerticalHeaderFormat.ISOWeekNumbers)
    for picture, name in (("chevron-left", "prevmonth"), ("chevron-right", "nextmonth")):
        if button := calendar.findChild(QToolButton, f"qt_calendar_{name}"):
            button.setIcon(icon(theme, picture))
    heads, days = QTextCharFormat(), QTextCharFormat()
    heads.setForeground(theme.colors["text2"])
    heads.setBackground(theme.colors["surface"])
    days.setForeground(theme.colors["text"])
    calendar.setHeaderTextFormat(heads)
    for day in (Qt.DayOfWeek.Saturday, Qt.DayOfWeek.Sunday):
        calendar.setWeekdayTextFormat(day, days)
    return calendar
