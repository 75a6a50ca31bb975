"""The file goes away under the window: a sentence says so, and what was typed is still there."""

import os
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLineEdit, QTextEdit
from pytestqt.qtbot import QtBot

from ozj_desktop.errors import UserError
from ozj_desktop.model.agreements import Agreement, Contribution
from ozj_desktop.model.assent import decisions
from ozj_desktop.store.sqlite import as_sentence
from ozj_desktop.ui.main_window import MainWindow
from ozj_desktop.ui.part_table import PartTable

CONTROL = Qt.KeyboardModifier.ControlModifier


def moved(path: Path) -> None:
    path.parent.joinpath("elders").mkdir()
    path.rename(path.parent / "elders" / path.name)


def deleted(path: Path) -> None:
    path.unlink()


def replaced(path: Path) -> None:
    shutil.copy(path, path.with_suffix(".ander"))
    path.with_suffix(".ander").replace(path)


def unplugged(path: Path) -> None:
    """What is open gives an error for every read and write, as a drive that was pulled out."""
    folder = os.open(path.parent, os.O_RDONLY)
    for number in os.listdir("/proc/self/fd"):
        link = Path("/proc/self/fd", number)
        if link.exists() and link.resolve() == path:
            os.dup2(folder, int(number))
    path.unlink()


WAYS = [moved, deleted, replaced]


def free_agreement(window: MainWindow) -> Agreement:
    decided = decisions(window.desk.facts)
    found = next(a for a in window.desk.dossier.all(Agreement) if a.id not in decided)
    window.go(found.id)
    return found


def told(errors: list[Any]) -> str:
    """All that was raised is a sentence for the user."""
    found = [
        error if isinstance(error, UserError) else as_sentence(error) for _, error, _ in errors
    ]
    assert None not in found, errors
    return " ".join(map(str, found))


def typed_after(window: MainWindow, qtbot: QtBot, gone: Callable[[Path], None]) -> Any:
    """The title of an agreement, in which something is typed since the file is gone."""
    free_agreement(window)
    title = window.pages["agreements"].header.title  # type: ignore[attr-defined]
    gone(window.desk.dossier.path)
    title.setFocus()
    title.selectAll()
    qtbot.keyClicks(title, "Op de valreep")
    return title


@pytest.mark.parametrize("gone", WAYS)
def test_a_title_stays_in_its_field(
    gone: Callable[[Path], None], window: MainWindow, qtbot: QtBot
) -> None:
    title = typed_after(window, qtbot, gone)
    with qtbot.capture_exceptions() as errors:
        qtbot.keyClick(title, Qt.Key.Key_Tab)
    assert "open het bestand opnieuw" in told(errors)
    assert title.toPlainText() == "Op de valreep"


@pytest.mark.parametrize("gone", WAYS)
def test_a_cell_keeps_what_was_typed(
    gone: Callable[[Path], None], window: MainWindow, qtbot: QtBot
) -> None:
    agreement = free_agreement(window)
    page: Any = window.pages["agreements"]
    grid = next(t for t in page.findChildren(PartTable) if t.parts.spec.kind is Contribution)
    column = next(n for n, f in enumerate(grid.parts.fields) if f and f.name == "what")
    grid.setFocus()
    grid.setCurrentIndex(grid.parts.index(0, column))
    gone(window.desk.dossier.path)
    qtbot.keyClick(grid, "O")
    editor = grid.findChild(QTextEdit) or grid.findChild(QLineEdit)
    qtbot.keyClicks(editor, "p de valreep")
    with qtbot.capture_exceptions() as errors:
        qtbot.keyClick(editor, Qt.Key.Key_Return)
    assert "open het bestand opnieuw" in told(errors)
    assert grid.parts.index(0, column).data() == "Op de valreep" or (
        editor.isVisible() and editor.text()
    ), agreement


@pytest.mark.parametrize("gone", WAYS)
def test_a_new_name_stays_in_the_new_row(
    gone: Callable[[Path], None], window: MainWindow, qtbot: QtBot
) -> None:
    for key in ("agreements", "parties", "actions", "documents"):
        window.go(key)
        new = window.pages[key].list.new
        if key == "agreements":
            gone(window.desk.dossier.path)
        qtbot.keyClick(window, Qt.Key.Key_N, CONTROL)
        qtbot.keyClicks(new, "Op de valreep")
        with qtbot.capture_exceptions() as errors:
            qtbot.keyClick(new, Qt.Key.Key_Return)
        assert "open het bestand opnieuw" in told(errors)
        assert new.text() == "Op de valreep"
        new.clear()


@pytest.mark.parametrize("gone", WAYS)
def test_a_window_with_something_unsaved_does_not_close_at_once(
    gone: Callable[[Path], None], window: MainWindow, qtbot: QtBot
) -> None:
    title = typed_after(window, qtbot, gone)
    with qtbot.capture_exceptions() as errors:
        window.close()
    assert "open het bestand opnieuw" in told(errors)
    assert window.isVisible()
    assert title.toPlainText() == "Op de valreep"
    with qtbot.capture_exceptions() as errors:
        window.close()
    told(errors)
    assert not window.isVisible()


@pytest.mark.parametrize("gone", WAYS)
def test_everything_else_says_so_too(
    gone: Callable[[Path], None], window: MainWindow, qtbot: QtBot
) -> None:
    free_agreement(window)
    page: Any = window.pages["agreements"]
    window.desk.edit(window.desk.dossier.all(Agreement)[0], {"what": "x"})
    gone(window.desk.dossier.path)
    before = [row.id for row in page.list.model.shown()]
    with qtbot.capture_exceptions() as errors:
        page.list.view.setFocus()
        qtbot.keyClick(page.list.view, Qt.Key.Key_Delete)
        qtbot.keyClick(page.list.view, Qt.Key.Key_D, CONTROL)
        window.undo.undo.trigger()
        window.undo.redo.trigger()
        QApplication.clipboard().setText("Eén\nTwee\nDrie")
        page.list.new.setFocus()
        qtbot.keyClick(page.list.new, Qt.Key.Key_V, CONTROL)
        qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return)
        window.pages["agreements"].header.title.setFocus()
        for key in ("parties", "charter", "history", "signals", "documents", "overview"):
            window.go(key)
    told(errors)
    assert [row.id for row in page.list.model.shown()] == before


def test_a_drive_that_is_pulled_out_is_told(window: MainWindow, qtbot: QtBot) -> None:
    free_agreement(window)
    page: Any = window.pages["agreements"]
    title = page.header.title
    unplugged(window.desk.dossier.path)
    title.setFocus()
    title.selectAll()
    qtbot.keyClicks(title, "Op de valreep")
    with qtbot.capture_exceptions() as errors:
        qtbot.keyClick(title, Qt.Key.Key_Tab)
        window.rail.chosen.emit("parties")
    assert "nog bereikbaar" in told(errors)
    assert title.toPlainText() == "Op de valreep"
    with qtbot.capture_exceptions() as errors:
        title.setFocus()  # what Tab came to is left: it cannot be read either
        window.close()
    told(errors)
    assert window.isVisible()
    with qtbot.capture_exceptions() as errors:
        window.close()
    told(errors)
    assert not window.isVisible()
