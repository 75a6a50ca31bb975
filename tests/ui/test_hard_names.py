"""Names of any length, direction and sign: nothing stands outside its place, nothing is markup."""

import shutil
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QAbstractItemView, QAbstractScrollArea, QLabel, QScrollArea, QWidget
from pytestqt.qtbot import QtBot

from ozj_desktop.model.record import Form, fields_of
from ozj_desktop.store.dossier import Dossier
from ozj_desktop.store.kinds import KINDS
from ozj_desktop.ui.desk import Desk
from ozj_desktop.ui.main_window import MainWindow
from ozj_desktop.ui.places import PLACES
from ozj_desktop.ui.record_header import RecordHeader
from ozj_desktop.ui.theme import Theme
from tests.ui.conftest import TODAY

HARD = {
    "unbroken": "W" * 300,
    "words": "Samenwerkingsverband " * 14,
    "rtl": "\u05de\u05e1\u05de\u05da \u202eabc " * 40,
    "emoji": "\U0001f9d1\u200d\U0001f3eb\U0001f600" * 60,
    "markup": "<b>vet</b><img src='x'>&amp; " * 10,
}
NAMES = ("name", "title", "short_name", "label", "what", "text", "paper", "function")


def spoil(path: Path, hard: str) -> None:
    """Give everything in the dossier this name."""
    dossier = Dossier.open(path, who=hard[:200])
    with dossier.step("filled"):
        for kind in KINDS:
            lines = [f.name for f in fields_of(kind) if f.form is Form.LINE and f.name in NAMES]
            for record in dossier.all(kind):
                dossier.save(replace(record, **dict.fromkeys(lines, hard)))
    dossier.close()


@pytest.fixture(params=HARD, scope="module")
def hard_file(request: Any, example: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("hard") / "naam.ozj"
    shutil.copy(example, path)
    spoil(path, HARD[request.param])
    return path


@pytest.fixture
def hard(hard_file: Path, tmp_path: Path, theme: Theme, qtbot: QtBot) -> Iterator[MainWindow]:
    path = tmp_path / "naam.ozj"
    shutil.copy(hard_file, path)
    window = MainWindow(Desk(Dossier.open(path, who="Jan"), theme, TODAY))
    window.resize(1280, 720)
    with qtbot.waitExposed(window):
        window.show()
    yield window
    window.close()
    window.deleteLater()


def outside(page: QWidget) -> list[str]:
    """What is in sight and ends to the right of the area that it scrolls in."""
    found = []
    for area in page.findChildren(QScrollArea):
        content = area.widget()
        for widget in content.findChildren(QWidget):
            inner = widget.parentWidget()
            while inner is not None and inner is not content:
                if isinstance(inner, QAbstractScrollArea):
                    break  # that cuts off by itself
                inner = inner.parentWidget()
            if inner is content and widget.isVisible():
                right = widget.mapTo(content, QPoint(widget.width(), 0)).x()
                if right > area.viewport().width() + 1:
                    found.append(f"{type(widget).__name__} {widget.accessibleName()[:30]} {right}")
    return found


def tips(page: QWidget) -> Iterator[str]:
    for widget in page.findChildren(QWidget):
        yield widget.toolTip()
        if isinstance(widget, QAbstractItemView) and (model := widget.model()):
            for row in range(min(model.rowCount(), 20)):
                for column in range(model.columnCount()):
                    yield str(model.index(row, column).data(Qt.ItemDataRole.ToolTipRole) or "")


def test_nothing_stands_outside_its_place(hard: MainWindow, qtbot: QtBot) -> None:
    for place in PLACES:
        hard.go(place.key)
        page = hard.pages[place.key]
        qtbot.waitUntil(page.isVisible)
        assert page.minimumSizeHint().width() <= 900, place.key
        assert hard.width() == 1280, place.key
        for header in page.findChildren(RecordHeader):
            assert header.title.height() <= 112
        assert not [told for told in tips(page) if "<b>" in told or "<img" in told]
        assert outside(page) == [], place.key
        for shown in page.findChildren(QLabel):
            if "<b>vet" in shown.text():
                assert shown.textFormat() == shown.textFormat().PlainText, place.key
