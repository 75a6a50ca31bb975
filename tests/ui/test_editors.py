"""Each form of a field has an editor that keeps what was typed, and never changes by itself."""

from datetime import date
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt
from PySide6.QtGui import QImage, QWheelEvent
from PySide6.QtWidgets import QApplication, QLineEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from ozj_desktop.model.actions import Action
from ozj_desktop.model.agreements import Agreement, Contribution, Progress, Role
from ozj_desktop.model.collaboration import Collaboration
from ozj_desktop.model.documents import Assent
from ozj_desktop.model.forums import Forum
from ozj_desktop.model.goals import Indicator
from ozj_desktop.model.lists import ListItem
from ozj_desktop.model.parties import Contact, Party, RouteStep
from ozj_desktop.model.reading import Misread
from ozj_desktop.model.record import Form, Record, field_of, fields_of
from ozj_desktop.store.kinds import KINDS
from ozj_desktop.ui.desk import Desk
from ozj_desktop.ui.editors import editor_for, widget
from ozj_desktop.ui.parts.buttons import Segmented
from ozj_desktop.ui.parts.edits import TextEdit, TypedEdit
from ozj_desktop.ui.parts.field_box import FieldBox
from ozj_desktop.ui.parts.file_edit import FileEdit
from ozj_desktop.ui.parts.pick_edit import New, PickEdit
from ozj_desktop.ui.parts.refs_edit import RefsEdit
from ozj_desktop.ui.theme import Theme


class Bench:
    """A window with one editor, and a line to go to."""

    def __init__(self, qtbot: QtBot, desk: Desk, kind: type[Record], name: str) -> None:
        self.window = QWidget()
        self.edit: Any = editor_for(desk, field_of(kind, name))
        self.elsewhere = QLineEdit()
        column = QVBoxLayout(self.window)
        column.addWidget(widget(self.edit))
        column.addWidget(self.elsewhere)
        qtbot.addWidget(self.window)
        with qtbot.waitExposed(self.window):
            self.window.show()
        self.window.activateWindow()
        self.edit.setFocus()


@pytest.mark.parametrize("kind", KINDS)
def test_every_field_of_every_kind_has_a_named_editor(
    qtbot: QtBot, desk: Desk, kind: type[Record]
) -> None:
    for field in fields_of(kind):
        made = editor_for(desk, field)
        qtbot.addWidget(made)
        assert made.accessibleName() == field.label


def test_forms_get_the_editors_that_fit_them(qtbot: QtBot, desk: Desk) -> None:
    wanted: list[tuple[type[Record], str, type]] = [
        (Agreement, "title", TextEdit),
        (Agreement, "what", TextEdit),
        (Agreement, "ends_on", TypedEdit),
        (Contribution, "by", TypedEdit),
        (RouteStep, "days", TypedEdit),
        (Contact, "mandate_limit", TypedEdit),
        (Party, "signs", Segmented),
        (Agreement, "progress", PickEdit),
        (Action, "party", PickEdit),
        (Party, "areas", RefsEdit),
        (Collaboration, "logo", FileEdit),
        (Indicator, "target", TypedEdit),
        (Indicator, "target_period", TypedEdit),
    ]
    for kind, name, editor in wanted:
        made = editor_for(desk, field_of(kind, name))
        qtbot.addWidget(made)
        assert isinstance(made, editor), name
    assert {field_of(kind, name).form for kind, name, _ in wanted} == set(Form) - {Form.PART_OF}


def test_a_date_is_shown_in_full_and_typed_short(qtbot: QtBot, desk: Desk) -> None:
    bench = Bench(qtbot, desk, Agreement, "ends_on")
    bench.elsewhere.setFocus()
    bench.edit.show_value(date(2027, 8, 1))
    assert bench.edit.text() == "1 augustus 2027"
    bench.edit.setFocus()
    assert bench.edit.text() == "1-8-2027"
    bench.edit.selectAll()
    qtbot.keyClicks(bench.edit, "+14")
    with qtbot.waitSignal(bench.edit.edited):
        bench.elsewhere.setFocus()
    assert bench.edit.value() == date(2026, 12, 8)
    assert bench.edit.text() == "8 december 2026"


def test_escape_brings_the_stored_date_back(qtbot: QtBot, desk: Desk) -> None:
    bench = Bench(qtbot, desk, Agreement, "ends_on")
    bench.edit.show_value(date(2027, 8, 1))
    qtbot.keyClicks(bench.edit, "5")
    qtbot.keyClick(bench.edit, Qt.Key.Key_Escape)
    assert bench.edit.value() == date(2027, 8, 1)


def test_what_cannot_be_a_date_stays_and_is_explained(qtbot: QtBot, desk: Desk) -> None:
    box = FieldBox(desk, field_of(Agreement, "ends_on"))
    elsewhere = QLineEdit()
    held = QWidget()
    column = QVBoxLayout(held)
    column.addWidget(box)
    column.addWidget(elsewhere)
    qtbot.addWidget(held)
    with qtbot.waitExposed(held):
        held.show()
    held.activateWindow()
    stored: list[Any] = []
    box.stored.connect(lambda *told: stored.append(told))
    edit = box.findChild(TypedEdit)
    assert edit is not None
    edit.setFocus()
    qtbot.keyClicks(edit, "31-2-2027")
    elsewhere.setFocus()
    assert stored == []
    assert edit.text() == "31-2-2027"
    assert "Februari 2027 heeft 28 dagen." in edit.accessibleDescription()
    box.show_value(None)  # a refresh from elsewhere takes nothing away
    assert edit.text() == "31-2-2027"
    box.show_value(None, anew=True)  # another record does
    assert edit.text() == ""
    assert not edit.accessibleDescription()


def test_text_grows_takes_plain_text_and_stores_on_a_pause(qtbot: QtBot, desk: Desk) -> None:
    bench = Bench(qtbot, desk, Agreement, "what")
    low = bench.edit.heightForWidth(300)
    data = QMimeData()
    data.setHtml("<b>vet</b>")
    data.setText("vet \x00en\x07 meer\n" * 20)
    bench.edit.insertFromMimeData(data)
    with qtbot.waitSignal(bench.edit.paused, timeout=3000):
        qtbot.keyClicks(bench.edit, "!")
    assert "\x00" not in bench.edit.value()
    assert "<b>" not in bench.edit.value()
    assert bench.edit.heightForWidth(300) > low


def test_a_line_stays_one_line(qtbot: QtBot, desk: Desk) -> None:
    bench = Bench(qtbot, desk, Agreement, "title")
    data = QMimeData()
    data.setText("twee\nregels")
    bench.edit.insertFromMimeData(data)
    assert bench.edit.value() == "twee regels"
    qtbot.keyClick(bench.edit, Qt.Key.Key_Return)
    assert bench.edit.value() == "twee regels"
    assert bench.elsewhere.hasFocus()


def test_a_very_long_text_scrolls_inside_its_field(qtbot: QtBot, desk: Desk) -> None:
    bench = Bench(qtbot, desk, Agreement, "what")
    bench.edit.show_value("woord " * 20_000)
    assert bench.edit.heightForWidth(500) == 640


def test_the_wheel_changes_nothing(qtbot: QtBot, desk: Desk) -> None:
    for kind, name, value in (
        (Agreement, "progress", Progress.BEHIND),
        (RouteStep, "days", 14),
        (Agreement, "ends_on", date(2027, 8, 1)),
    ):
        bench = Bench(qtbot, desk, kind, name)  # type: ignore[type-abstract]
        bench.edit.show_value(value)
        for focused in (bench.edit, bench.elsewhere):
            focused.setFocus()
            event = QWheelEvent(
                QPointF(5, 5),
                QPointF(5, 5),
                QPoint(0, 120),
                QPoint(0, 120),
                Qt.MouseButton.NoButton,
                Qt.KeyboardModifier.NoModifier,
                Qt.ScrollPhase.NoScrollPhase,
                False,
            )
            QApplication.sendEvent(bench.edit, event)
            assert bench.edit.value() == value


def test_a_choice_is_found_by_typing(qtbot: QtBot, desk: Desk) -> None:
    bench = Bench(qtbot, desk, Contribution, "role")
    bench.edit.show_value(Role.PARTNER)
    bench.edit.selectAll()
    qtbot.keyClicks(bench.edit, "onder")
    assert bench.edit.is_open()
    with qtbot.waitSignal(bench.edit.edited):
        qtbot.keyClick(bench.edit._popup, Qt.Key.Key_Return)
    assert bench.edit.value() is Role.SUPPORTS


def test_what_is_not_in_the_list_is_said_and_kept(qtbot: QtBot, desk: Desk) -> None:
    bench = Bench(qtbot, desk, Contribution, "role")
    bench.edit.show_value(Role.PARTNER)
    bench.edit.setText("voorzitter")
    with pytest.raises(Misread, match="staat niet in de lijst"):
        bench.edit.value()
    bench.edit.setText("")
    with pytest.raises(Misread, match="Kies er één"):
        bench.edit.value()


def test_a_new_party_can_be_made_where_it_is_needed(qtbot: QtBot, desk: Desk) -> None:
    bench = Bench(qtbot, desk, Action, "party")
    qtbot.keyClicks(bench.edit, "Welzijn")
    with qtbot.waitSignal(bench.edit.edited):
        qtbot.keyClick(bench.edit._popup, Qt.Key.Key_Return)
    assert bench.edit.value() == New("Welzijn")


def test_a_phrase_of_ones_own_stands_as_it_was_typed(qtbot: QtBot, desk: Desk) -> None:
    known = ListItem(list="reservation", code="gmr", label="advies of instemming van de (G)MR")
    desk.add(known)
    bench = Bench(qtbot, desk, Assent, "reservation")
    qtbot.keyClicks(bench.edit, "instemming van de MR")
    with qtbot.waitSignal(bench.edit.edited):
        qtbot.keyClick(bench.edit, Qt.Key.Key_Tab)
    assert bench.edit.value() == New("instemming van de MR")
    bench.edit.clear()
    qtbot.keyClicks(bench.edit, "instemming")
    with qtbot.waitSignal(bench.edit.edited):
        qtbot.keyClick(bench.edit._popup, Qt.Key.Key_Return)
    assert bench.edit.value() == known.id


def test_yes_and_no_move_with_the_arrows(qtbot: QtBot, desk: Desk) -> None:
    bench = Bench(qtbot, desk, Party, "signs")
    bench.edit.show_value(True)
    with qtbot.waitSignal(bench.edit.edited):
        qtbot.keyClick(bench.edit, Qt.Key.Key_Right)
    assert bench.edit.value() is False


def test_links_are_added_and_taken_away_as_chips(qtbot: QtBot, desk: Desk) -> None:
    bench = Bench(qtbot, desk, Forum, "members")
    names = desk.names.options(field_of(Action, "party"))
    ids = sorted((id for id, _ in names), key=lambda id: dict(names)[id])
    bench.edit.show_value(frozenset(ids[:1]))
    bench.edit._adder.click()
    qtbot.keyClicks(bench.edit._pick, "gemeente")
    with qtbot.waitSignal(bench.edit.edited):
        qtbot.keyClick(bench.edit._pick._popup, Qt.Key.Key_Return)
    assert bench.edit.value() == frozenset(ids)
    bench.edit.show_value(frozenset(ids))
    with qtbot.waitSignal(bench.edit.edited):
        bench.edit._chips[0].click()
    assert bench.edit.value() == frozenset(ids[1:])


def test_a_logo_is_a_picture_and_not_too_large(qtbot: QtBot, desk: Desk, tmp_path: Path) -> None:
    edit = FileEdit(desk.theme, desk.dossier.blob, picture=True)
    qtbot.addWidget(edit)
    wrong = tmp_path / "geen.png"
    wrong.write_bytes(b"geen plaatje")
    with pytest.raises(Misread, match="geen plaatje"):
        edit.take(wrong)
    large = tmp_path / "groot.png"
    QImage(3000, 2000, QImage.Format.Format_RGB32).save(str(large), "BMP")  # type: ignore[call-overload]
    with qtbot.waitSignal(edit.edited):
        edit.take(large)
    shown = QImage.fromData(edit.value())
    assert shown.width() == 1200


def test_a_text_is_as_high_as_its_lines_however_much_room_there_is(qtbot):
    edit = TextEdit()
    qtbot.addWidget(edit)
    edit.show_value("Elk kind kan leren en meedoen, ook als dat niet vanzelf gaat. " * 4)
    assert edit.heightForWidth(2000) == edit.heightForWidth(edit.maximumWidth()) > 32


def test_a_chip_with_a_long_name_ends_where_it_can_be_read(qtbot: QtBot, theme: Theme) -> None:
    name = (
        "Voor jongeren van 15 jaar en ouder is er in de hele regio veel te weinig plek bij de hulp"
    )
    edit = RefsEdit(theme, list, lambda _: name, what="Volgt uit")
    qtbot.addWidget(edit)
    edit.resize(900, 40)
    edit.show_value({"een"})
    edit.show()
    chip = edit._chips[0]
    needs = chip.fontMetrics().horizontalAdvance(chip.text())
    assert chip.text().strip().startswith("Voor jongeren") and chip.text().strip().endswith("…")
    assert needs + 30 <= chip.width()
    assert name in chip.toolTip() and name in chip.accessibleName()
