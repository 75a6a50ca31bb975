"""Which day it is, also in a window that stays open past midnight or on a laptop that slept."""

from collections.abc import Callable
from datetime import date, datetime, time, timedelta

from PySide6.QtCore import QObject, Qt, QTimer, Signal
from PySide6.QtGui import QGuiApplication

LITTLE = 1  # seconds after midnight, so that it is the new day whatever a timer rounds off
OFTEN = 600  # seconds: timers stand still while a laptop sleeps, so look at the clock now and then


class Days(QObject):
    """Tells of a new day: at midnight, and when somebody comes back to the program."""

    turned = Signal(object)  # the new day, a date

    def __init__(
        self, parent: QObject, today: date, now: Callable[[], datetime] = datetime.now
    ) -> None:
        super().__init__(parent)
        self._today, self._now = today, now
        self._midnight = QTimer(self)
        self._midnight.setSingleShot(True)
        self._midnight.timeout.connect(self.look)
        app = QGuiApplication.instance()
        assert isinstance(app, QGuiApplication)
        app.applicationStateChanged.connect(self._came_back)
        self.look()

    def look(self) -> None:
        """Tell if the day is another one, and wait for the next."""
        now = self._now()
        if now.date() != self._today:
            self._today = now.date()
            self.turned.emit(self._today)
        self._midnight.start(round(1000 * min(seconds_to_midnight(now), OFTEN)))

    def _came_back(self, state: Qt.ApplicationState) -> None:
        if state is Qt.ApplicationState.ApplicationActive:
            self.look()


def seconds_to_midnight(now: datetime) -> float:
    tomorrow = datetime.combine(now.date() + timedelta(days=1), time())
    return (tomorrow - now).total_seconds() + LITTLE
