"""Charts against pictures that people looked at; `OZJ_NEW_PICTURES=1` makes new ones."""

import os
from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image, ImageChops
from PySide6.QtCore import QBuffer, QRectF
from PySide6.QtGui import QColor, QImage, QPainter

from ozj_desktop.model.chart import Chart, chart
from ozj_desktop.model.figures import Measure
from ozj_desktop.model.goals import Direction, Indicator
from ozj_desktop.model.series import lines
from ozj_desktop.ui.parts.chart_view import paint_chart
from ozj_desktop.ui.theme import Theme
from tests.model.test_chart import at_home
from tests.model.test_series import measured

KEPT = Path(__file__).parent.parent / "files" / "charts"
WIDE, HIGH = 640, 300
SAME, MOST = 40, 0.002  # of 255 that a point may differ; the share of points that may more


def of_thousands() -> Chart:
    """Long words at both edges."""
    pupils = Indicator(name="Leerlingen", target="1250000", target_period="2030-10-01")
    figures = {"2024-10-01": "1271820", "2025-10-01": "1265000"}
    found = chart(pupils, lines(measured(code, value) for code, value in figures.items())[0])
    assert found is not None
    return found


def of_halves() -> Chart:
    """A percentage per half-year, with a long way to go up."""
    care = Indicator(
        name="Hulp die licht begint",
        measure=Measure.PERCENT,
        direction=Direction.UP,
        baseline="51",
        baseline_period="2024-1",
        target="65",
        target_period="2027-2",
    )
    figures = {"2024-1": "51", "2024-2": "52.5", "2025-1": "55", "2025-2": "54", "2026-1": "57"}
    made = [measured(code, value) for code, value in figures.items()]
    found = chart(care, lines(made)[0])
    assert found is not None
    return found


CHARTS = {
    "kinderen-thuis": at_home,
    "kleine-aantallen": lambda: at_home(hidden=["2019/2020", "2024/2025"]),
    "halfjaren": of_halves,
    "grote-aantallen": of_thousands,
}


def drawn(shown: Chart, theme: Theme) -> QImage:
    image = QImage(WIDE, HIGH, QImage.Format.Format_RGB32)
    image.fill(QColor(theme.colors["surface"]))
    painter = QPainter(image)
    paint_chart(painter, QRectF(0, 0, WIDE, HIGH), shown, theme.colors)
    painter.end()
    return image


def share_that_differs(one: QImage, other: QImage) -> float:
    """Of the points, those whose colour is clearly another."""
    apart = ImageChops.difference(_read(one), _read(other)).convert("L")
    return sum(apart.histogram()[SAME:]) / (WIDE * HIGH)


def _read(image: QImage) -> Image.Image:
    held = QBuffer()
    held.open(QBuffer.OpenModeFlag.WriteOnly)
    image.save(held, "PNG")
    return Image.open(BytesIO(bytes(held.data().data()))).convert("RGB")


@pytest.mark.parametrize("dark", [False, True], ids=["licht", "donker"])
@pytest.mark.parametrize("name", CHARTS)
def test_a_chart_looks_as_it_did(name: str, dark: bool, theme: Theme) -> None:
    theme.choose("dark" if dark else "light")
    image = drawn(CHARTS[name](), theme)
    path = KEPT / f"{name}-{'donker' if dark else 'licht'}.png"
    if os.environ.get("OZJ_NEW_PICTURES"):
        image.save(str(path))
    kept = QImage(str(path))
    assert kept.size() == image.size()
    assert share_that_differs(image, kept) <= MOST


def test_another_figure_is_another_picture(theme: Theme) -> None:
    """So small a change is seen: one dot that is not there."""
    kept = QImage(str(KEPT / "kinderen-thuis-licht.png"))
    other = drawn(at_home(hidden=["2021/2022"]), theme)
    assert share_that_differs(other, kept) > MOST


def test_what_a_chart_shows_is_told_in_words_too() -> None:
    told = of_halves().told.replace("\xa0", " ")
    assert told.startswith("Van 51 % in 1e halfjaar 2024 naar 57 % in 1e halfjaar 2026.")
    assert "streefwaarde is 65 % in 2e halfjaar 2027" in told
