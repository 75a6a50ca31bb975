"""A file that something else changed: readable, told in the window, and never changed further."""

from collections.abc import Iterator
from pathlib import Path
from threading import Event, Timer

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot

from ozj_desktop.errors import Refused
from ozj_desktop.model.agreements import Agreement
from ozj_desktop.model.parties import Party
from ozj_desktop.paths import own
from ozj_desktop.store.dossier import Dossier
from ozj_desktop.store.snapshots import copies
from ozj_desktop.ui import opening, saving
from ozj_desktop.ui.afterwards import Afterwards
from ozj_desktop.ui.bands import Band
from ozj_desktop.ui.main_window import MainWindow
from ozj_desktop.ui.soundness import Soundness
from ozj_desktop.ui.theme import Theme
from tests.ui.conftest import TODAY, Opener

Gate = tuple[Event, Event]


@pytest.fixture
def damaged(open_window: Opener) -> MainWindow:
    """A window on a dossier of which something else changed the content."""
    window = open_window()
    window.desk.dossier.db.execute("UPDATE party SET name = 'stiekem'")
    return window


@pytest.fixture
def gate(monkeypatch: pytest.MonkeyPatch) -> Iterator[Gate]:
    """The check tells that it has begun, and waits until it may go on."""
    begun, may_end, verify = Event(), Event(), Dossier.verify

    def waiting(dossier: Dossier) -> list[str]:
        begun.set()
        assert may_end.wait(20)
        return verify(dossier)

    monkeypatch.setattr(Dossier, "verify", waiting)
    yield begun, may_end
    may_end.set()


def check(window: MainWindow, qtbot: QtBot) -> None:
    after = Afterwards(window, ask_name=False)
    with qtbot.waitSignal(after.damaged) as told:
        pass
    assert "niet meer wat" in told.args[0][0]


def test_what_is_damaged_is_told_above_the_page(damaged: MainWindow, qtbot: QtBot) -> None:
    damaged.go("parties")
    check(damaged, qtbot)
    band = damaged.findChild(Band)
    assert "niet in orde" in band.accessibleName()
    way_out = next(b for b in band.findChildren(QPushButton) if b.text() == "Reservekopieën…")
    with qtbot.waitSignal(damaged.top.wants_copies):
        way_out.click()


def test_what_is_damaged_can_be_read_and_not_changed(damaged: MainWindow, qtbot: QtBot) -> None:
    party = damaged.desk.dossier.all(Party)[2]
    damaged.go(party.id)
    check(damaged, qtbot)
    page = damaged.pages["parties"]
    assert damaged.page() is page
    assert page.list.current() == party.id  # type: ignore[attr-defined]
    assert page.header.title.toPlainText() == "stiekem"  # type: ignore[attr-defined]
    assert page.header.title.isReadOnly()  # type: ignore[attr-defined]
    assert not damaged.undo.undo.isEnabled()
    with pytest.raises(Refused, match="niet in orde"):
        damaged.desk.edit(party, {"name": "Toch"})


def test_an_edit_waits_for_the_check_and_is_refused(
    damaged: MainWindow, gate: Gate, qtbot: QtBot
) -> None:
    begun, may_end = gate
    desk, last = damaged.desk, damaged.desk.dossier.history.last
    after = Afterwards(damaged, ask_name=False)
    qtbot.waitUntil(begun.is_set)
    assert desk.writable  # nobody knows better yet
    Timer(0.1, may_end.set).start()
    with qtbot.waitSignal(after.damaged), pytest.raises(Refused, match="Open een reservekopie"):
        desk.edit(desk.dossier.all(Agreement)[0], {"title": "Te vroeg"})
    assert desk.dossier.history.last == last


def test_an_edit_waits_for_the_check_and_is_stored(
    window: MainWindow, gate: Gate, qtbot: QtBot
) -> None:
    begun, may_end = gate
    desk, after = window.desk, Afterwards(window, ask_name=False)
    qtbot.waitUntil(begun.is_set)
    Timer(0.1, may_end.set).start()
    with qtbot.waitSignal(after.sound):
        desk.edit(desk.dossier.all(Agreement)[0], {"title": "Op tijd"})
    assert desk.dossier.all(Agreement)[0].title == "Op tijd"


def test_what_was_typed_before_the_check_was_done_is_not_lost(
    damaged: MainWindow, gate: Gate, qtbot: QtBot
) -> None:
    begun, may_end = gate
    after = Afterwards(damaged, ask_name=False)
    damaged.go(damaged.desk.dossier.all(Party)[0].id)
    title = damaged.pages["parties"].header.title  # type: ignore[attr-defined]
    title.setFocus()
    qtbot.keyClicks(title, "Een nieuwe naam ")
    qtbot.waitUntil(begun.is_set)
    Timer(0.1, may_end.set).start()
    with qtbot.capture_exceptions() as refusals, qtbot.waitSignal(after.damaged):
        title.paused.emit()
    assert [kind for kind, *_ in refusals] == [Refused]
    assert "Een nieuwe naam" in QApplication.clipboard().text()
    assert "klembord" in damaged.status._words.text()


def test_no_copy_is_kept_of_what_is_damaged(damaged: MainWindow, qtbot: QtBot) -> None:
    check(damaged, qtbot)
    damaged.close()
    assert copies(own("backups")) == []


def test_a_sound_dossier_stays_as_it_is(window: MainWindow, qtbot: QtBot) -> None:
    after = Afterwards(window, ask_name=False)
    with qtbot.waitSignal(after.sound):
        pass
    assert window.desk.writable
    assert window.findChild(Band) is None


def test_the_check_itself_changes_nothing(window: MainWindow, qtbot: QtBot) -> None:
    path: Path = window.desk.dossier.path
    before = path.read_bytes()
    after = Afterwards(window, ask_name=False)
    with qtbot.waitSignal(after.sound):
        pass
    assert path.read_bytes() == before


def test_of_what_is_damaged_nothing_is_shared_but_a_whole_copy(
    damaged: MainWindow, tmp_path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    check(damaged, qtbot)
    for share in (damaged.files.share_dossier, lambda: damaged.files.export("pdf", None)):
        with pytest.raises(Refused, match="niet in orde"):
            share()
    monkeypatch.setattr(saving, "ask", lambda *_, **__: tmp_path / "kopie.ozj")
    with qtbot.waitSignal(damaged.files.made, timeout=20_000):
        damaged.files.copy_dossier()


def test_a_reader_hears_of_damage_too(damaged: MainWindow, theme: Theme, qtbot: QtBot) -> None:
    reader = opening.open_window(damaged.desk.dossier.path, theme, TODAY)
    assert reader is not None
    qtbot.addWidget(reader)
    check(reader, qtbot)
    bands = [band for band in reader.findChildren(Band) if not band.isHidden()]
    assert ["niet in orde" in band.accessibleName() for band in bands] == [True]


def test_damage_of_what_is_no_longer_shown_is_not_told(
    damaged: MainWindow, gate: Gate, theme: Theme, qtbot: QtBot
) -> None:
    begun, may_end = gate
    after = Afterwards(damaged, ask_name=False)
    qtbot.waitUntil(begun.is_set)
    damaged.desk.soundness = Soundness(damaged.desk.dossier)
    with qtbot.assertNotEmitted(after.damaged):
        may_end.set()
        after._pool.waitForDone()
        QApplication.processEvents()
    assert damaged.findChild(Band) is None


def test_a_new_thing_that_cannot_be_kept_stays_where_it_was_typed(
    damaged: MainWindow, gate: Gate, qtbot: QtBot
) -> None:
    begun, may_end = gate
    after = Afterwards(damaged, ask_name=False)
    damaged.go("actions")
    new = damaged.pages["actions"].list.new  # type: ignore[attr-defined]
    new.setFocus()
    qtbot.keyClicks(new, "Bel de school terug")
    qtbot.waitUntil(begun.is_set)
    Timer(0.1, may_end.set).start()
    with qtbot.capture_exceptions() as refusals, qtbot.waitSignal(after.damaged):
        qtbot.keyClick(new, Qt.Key.Key_Return)
    assert [kind for kind, *_ in refusals] == [Refused]
    assert "Bel de school terug" in QApplication.clipboard().text()
