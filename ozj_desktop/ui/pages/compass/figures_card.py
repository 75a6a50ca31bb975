"""The figures of one indicator: the chart of a line, and beside it the values to type."""

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import QMimeData, QRectF, Qt, QTimer
from PySide6.QtGui import QImage, QPainter, QResizeEvent
from PySide6.QtWidgets import QApplication, QBoxLayout, QHBoxLayout, QMenu

from ozj_desktop.model import figures, periods
from ozj_desktop.model.areas import Area
from ozj_desktop.model.chart import Chart, chart
from ozj_desktop.model.figures import Measure
from ozj_desktop.model.goals import Indicator, Measurement
from ozj_desktop.model.periods import PeriodKind
from ozj_desktop.model.series import Line, lines, main_line
from ozj_desktop.model.starred import with_status
from ozj_desktop.ui.clipboard import to_text
from ozj_desktop.ui.desk import Desk
from ozj_desktop.ui.part_rows import Col, PartSpec
from ozj_desktop.ui.parts.buttons import button
from ozj_desktop.ui.parts.card import Card
from ozj_desktop.ui.parts.chart_view import ChartLegend, ChartView, paint_chart
from ozj_desktop.ui.parts.part_card import Part, PartCard
from ozj_desktop.ui.parts.text import label

BESIDE = 820  # pixels from which the values stand beside the chart
VALUES_WIDE = 388
LOW, HIGH = 280, 420
PICTURE = (1280, 560)  # of the chart as it is copied
NOTHING = "Typ een periode en een waarde, of plak ze uit Excel. Dan staat hier de grafiek."
PER = {
    PeriodKind.YEAR: "per jaar",
    PeriodKind.HALF: "per halfjaar",
    PeriodKind.SCHOOL_YEAR: "per schooljaar",
    PeriodKind.DAY: "per peildatum",
}


def newest_first(desk: Desk, indicator: Indicator) -> Sequence[Measurement]:
    """The rows of the grid: those of the whole area. Parts of it stand in a grid of their own."""
    found = desk.dossier.all(Measurement, indicator=indicator.id, area=None)
    return sorted(found, key=_starts, reverse=True)


def _starts(measurement: Measurement) -> tuple[str, str]:
    if not measurement.period:
        return "", ""
    period = periods.from_code(measurement.period)
    return period.start.isoformat(), period.kind.value


def _reader(indicator: Indicator) -> Callable[[str], str]:
    return partial(figures.read_figure, measure=indicator.measure)


VALUES = PartSpec(
    Measurement,
    "indicator",
    (
        Col("period", width=104, stretch=2),
        Col("value", width=76, stretch=1, reads=_reader),
        Col("status", width=128, stretch=2),
    ),
    new_hint="+ nog een periode",
    rows=newest_first,
    more=("breaks", "source", "note"),
    may_lack=("area", "source"),
    arrange=with_status,
)


class FiguresCard(Part):
    """Without a frame of its own: two cards beside each other, or below where there is no room."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk, "")
        self.setProperty("card", "")
        self.body.setContentsMargins(0, 0, 0, 0)
        self._both = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._both.setSpacing(16)
        self.body.addLayout(self._both)
        self.chart = ChartCard(desk)
        self.values = PartCard(desk, "Waarden", VALUES)
        self._both.addWidget(self.chart, 1)
        self._both.addWidget(self.values, 0, Qt.AlignmentFlag.AlignTop)
        self._measured: tuple[str, Measure | None] = ("", None)

    def show_record(self, record: Indicator, locked: frozenset[str]) -> None:
        self.values.show_record(record, locked)
        self.chart.show_indicator(record)
        if self._measured == (record.id, record.measure):
            return
        if self._measured[0] == record.id:  # what was no count can be a percentage
            QTimer.singleShot(0, self.values.table.parts, self.values.table.parts.read_again)
        self._measured = record.id, record.measure

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        wide = self.width() >= BESIDE
        across, down = QBoxLayout.Direction.LeftToRight, QBoxLayout.Direction.TopToBottom
        self._both.setDirection(across if wide else down)
        self.values.setMaximumWidth(VALUES_WIDE if wide else 16777215)
        self.values.setMinimumWidth(VALUES_WIDE if wide else 0)


class ChartCard(Card):
    """One line at a time: what may not be compared is never in one chart."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(" ")
        self._desk = desk
        self._indicator: Indicator | None = None
        self._lines: list[Line] = []
        self._shown: Chart | None = None
        self._chosen: tuple[object, ...] = ()
        self.view = ChartView(desk.theme)
        self._legend = ChartLegend(desk.theme)
        self._nothing = label(NOTHING, "soft", wrap=True)
        self._copy = button(
            desk.theme, "Kopieer grafiek", "copy", look="link", do=self.copy_picture
        )
        self._copy.setToolTip("Als plaatje, en als tabel voor Excel of Word")
        self._which = button(desk.theme, "", look="quiet", size="small")
        self._which.setAccessibleName("Welke cijfers")
        self._menu = QMenu(self._which)
        self._menu.aboutToShow.connect(self._fill_menu)
        self._which.setMenu(self._menu)
        self.head.addWidget(self._which)
        self.view.setMinimumHeight(LOW)
        self.view.setMaximumHeight(HIGH)
        self.body.addWidget(self._nothing)
        self.body.addWidget(self.view, 1)
        below = QHBoxLayout()
        below.addWidget(self._legend)
        below.addStretch(1)
        below.addWidget(self._copy)
        self.body.addLayout(below)

    def show_indicator(self, indicator: Indicator) -> None:
        if self._indicator is None or self._indicator.id != indicator.id:
            self._chosen = ()
        self._indicator = indicator
        self._lines = lines(self._desk.facts.some(Measurement, indicator=indicator.id))
        self._offer_lines()
        self._show_line()

    def _line(self) -> Line | None:
        """The line somebody chose, else the one that tells of the whole."""
        chosen = next((line for line in self._lines if _key(line) == self._chosen), None)
        assert self._indicator is not None
        return chosen or main_line(self._indicator, self._lines) or next(iter(self._lines), None)

    def _show_line(self) -> None:
        indicator, line = self._indicator, self._line()
        assert indicator is not None
        self._shown = chart(indicator, line) if line else None
        self.view.show_chart(self._shown)
        self._legend.show_chart(self._shown)
        for widget in (self.view, self._copy, self._legend):
            widget.setVisible(self._shown is not None)
        self._nothing.setVisible(self._shown is None)
        self.title.setText(_title(indicator, line))

    def _offer_lines(self) -> None:
        """Only where there are several."""
        self._which.setVisible(len(self._lines) > 1)
        line = self._line()
        self._which.setText(self._words(line) if line else "")

    def _fill_menu(self) -> None:
        self._menu.clear()
        for line in self._lines:
            self._menu.addAction(self._words(line), partial(self._choose, _key(line)))

    def _words(self, line: Line) -> str:
        area = self._desk.names.of(Area, line.area) if line.area else "geheel"
        return " · ".join(part for part in (area, PER[line.kind], line.source) if part)

    def _choose(self, key: tuple[object, ...]) -> None:
        self._chosen = key
        self._offer_lines()
        self._show_line()

    def copy_picture(self) -> None:
        """The chart as a picture, and the same figures as a table."""
        if self._shown is None:
            return
        copied = QMimeData()
        copied.setImageData(picture_of(self._shown, self._desk))
        rows = [["Periode", "Waarde", "Soort cijfer"], *(list(row) for row in self._shown.rows)]
        copied.setText(to_text(rows))
        QApplication.clipboard().setMimeData(copied)


def picture_of(shown: Chart, desk: Desk) -> QImage:
    """On white or on what the palette has, twice as fine as on the screen."""
    wide, high = PICTURE
    picture = QImage(wide * 2, high * 2, QImage.Format.Format_RGB32)
    picture.setDevicePixelRatio(2)
    picture.fill(desk.colors["surface"])
    painter = QPainter(picture)
    paint_chart(painter, QRectF(0, 0, wide, high), shown, desk.colors)
    painter.end()
    return picture


def _key(line: Line) -> tuple[object, ...]:
    return line.area, line.kind, line.source


def _title(indicator: Indicator, line: Line | None) -> str:
    what = indicator.unit.capitalize() if indicator.unit else _NUMBERS[indicator.measure]
    return f"{what} {PER[line.kind]}" if line else what


_NUMBERS = {
    Measure.COUNT: "Aantal",
    Measure.PERCENT: "Percentage",
    Measure.MARK: "Rapportcijfer",
    Measure.AVERAGE: "Gemiddelde",
    Measure.OTHER: "Cijfer",
}
