"""From a list pasted from elsewhere to the next period: many agreements, with mouse and keys."""

from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QMenu, QPushButton
from pytestqt.qtbot import QtBot

from ozj_desktop.model.agreements import Agreement, Contribution, Progress, Role
from ozj_desktop.model.documents import Document, Inclusion
from ozj_desktop.model.parties import Party
from ozj_desktop.ui.main_window import MainWindow
from ozj_desktop.ui.parts.agreement_bulk import Including, Joining
from tests.ui.conftest import Opener

ALT, CONTROL = Qt.KeyboardModifier.AltModifier, Qt.KeyboardModifier.ControlModifier
LINES = "1. Zomer: samen eten\n2. Zomer: elke week bellen\n3. Zomer: een vaste dag\n"


def press(widget: Any, words: str, qtbot: QtBot) -> None:
    found = next(b for b in widget.findChildren(QPushButton) if b.text() == words and b.isVisible())
    qtbot.mouseClick(found, Qt.MouseButton.LeftButton)


def pick(edit: Any, words: str, qtbot: QtBot) -> None:
    """Type a part of a choice and take the best."""
    edit.setFocus(Qt.FocusReason.TabFocusReason)
    qtbot.keyClicks(edit, words)
    qtbot.waitUntil(lambda: edit.is_open())
    qtbot.keyClick(edit._popup, Qt.Key.Key_Return)
    with qtbot.waitActive(edit.window()):  # in memory the list stays the active window
        edit.window().activateWindow()


def from_views(page: Any, words: str, qtbot: QtBot) -> None:
    """Alt+W, and down the menu to this line."""
    qtbot.keyClick(page.window(), Qt.Key.Key_W, ALT)
    qtbot.waitUntil(lambda: isinstance(QApplication.activePopupWidget(), QMenu))
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    menu.setActiveAction(next(a for a in menu.actions() if a.text().split("\t")[0] == words))
    qtbot.keyClick(menu, Qt.Key.Key_Return)


def test_a_summer_of_agreements(open_window: Opener, qtbot: QtBot) -> None:
    window: MainWindow = open_window()
    window.go("agreements")
    page: Any = window.pages["agreements"]
    dossier, before = window.desk.dossier, window.desk.dossier.count(Agreement)

    QApplication.clipboard().setText(LINES)
    qtbot.keyClick(window, Qt.Key.Key_N, CONTROL)
    qtbot.keyClick(page.list.new, Qt.Key.Key_V, CONTROL)
    press(page.list, "3 afspraken toevoegen", qtbot)
    assert dossier.count(Agreement) == before + 3

    qtbot.keyClick(window, Qt.Key.Key_F, ALT)
    qtbot.keyClicks(page.list.filter, "zomer:")
    qtbot.keyClick(page.list.filter, Qt.Key.Key_Down)
    qtbot.keyClick(page.list.view, Qt.Key.Key_A, CONTROL)
    qtbot.waitUntil(lambda: page._several.panel is not None and page._several.panel.isVisible())
    ids = page.list.selected()
    assert len(ids) == 3

    boxes = {box.field.name: box.editor for box in page._several.panel.boxes}
    pick(boxes["progress"], "op schema", qtbot)
    qtbot.waitUntil(lambda: window.undo.undo.text().endswith("3 afspraken gewijzigd"))
    boxes["ends_on"].setFocus()
    qtbot.waitUntil(boxes["ends_on"].hasFocus)
    qtbot.keyClicks(boxes["ends_on"], "31-8-2027")
    qtbot.keyClick(boxes["ends_on"], Qt.Key.Key_Tab)
    joining = next(card for card in page._several.panel.more if isinstance(card, Joining))
    pick(joining.party, "GGD", qtbot)
    pick_role = joining.role
    pick_role.selectAll()
    pick(pick_role, "trekker", qtbot)
    press(joining, "Zet erbij", qtbot)
    including = next(card for card in page._several.panel.more if isinstance(card, Including))
    pick(including.pick, "Zomerplan 2027", qtbot)
    qtbot.waitUntil(lambda: any(d.name == "Zomerplan 2027" for d in dossier.all(Document)))

    found = [dossier.get(Agreement, id) for id in ids]
    assert {a.progress for a in found} == {Progress.ON_TRACK}
    assert {str(a.ends_on) for a in found} == {"2027-08-31"}
    leaders = [c for id in ids for c in dossier.all(Contribution, agreement=id)]
    assert {(window.desk.names.of(Party, c.party), c.role) for c in leaders} == {
        ("GGD Oevermark", Role.LEADS)
    }
    document = next(d for d in dossier.all(Document) if d.name == "Zomerplan 2027")
    assert dossier.count(Inclusion, document=document.id) == 3

    from_views(page, "Deze weergave bewaren…", qtbot)
    qtbot.waitUntil(page.list.views.ask.line.hasFocus)
    qtbot.keyClicks(page.list.views.ask.line, "De zomer")
    qtbot.keyClick(page.list.views.ask.line, Qt.Key.Key_Return)
    assert page.list.views.button.text() == "De zomer"

    from_views(page, "Hele periode kopiëren…", qtbot)
    qtbot.waitUntil(lambda: page.panel() is not None)
    panel = page.panel()
    panel.source.selectAll()
    pick(panel.source, "Zomerplan", qtbot)
    qtbot.waitUntil(lambda: panel.name.value() == "Zomerplan 2028")
    press(panel, "Kopiëren", qtbot)
    copy = dossier.all(Document)[-1]
    assert copy.name == "Zomerplan 2028"
    assert window.page() is window.pages["documents"]
    followers = {p.agreement for p in dossier.all(Inclusion, document=copy.id)}
    assert {dossier.get(Agreement, id).previous for id in followers} == {*ids}

    for _ in range(6):
        window.undo.undo.trigger()
    assert dossier.count(Agreement) == before
    assert [d.name for d in dossier.all(Document) if "Zomer" in d.name] == []
