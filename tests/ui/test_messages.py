"""Boxes fit on the screen and show every word, whatever a file or a party is called."""

import pytest
from PySide6.QtWidgets import QComboBox, QInputDialog, QLabel, QWidget
from pytestqt.qtbot import QtBot

from ozj_desktop.ui.messages import breakable, choose_one, message, two_sentences
from ozj_desktop.ui.problems import bug_box, sentence_box
from ozj_desktop.ui.theme import Theme
from tests.ui.answering import when_asked

WIDEST = 480
LONG = (
    "een_heel_lange_naam_van_een_samenwerking_in_de_regio_2026.ozj",
    "/home/gebruiker/Documenten/" + "map/" * 40,
    "C:\\Gebruikers\\" + "x" * 300,
)


def labels(box: QWidget) -> list[QLabel]:
    return [label for label in box.findChildren(QLabel) if label.isVisible() and label.text()]


@pytest.mark.parametrize("name", LONG)
def test_a_long_name_is_shown_whole(name: str, theme: Theme, qtbot: QtBot) -> None:
    box = sentence_box(
        f"{name} is buiten dit venster vervangen, verplaatst of gewijzigd. Bewaar {name}.", theme
    )
    qtbot.addWidget(box)
    with qtbot.waitExposed(box):
        box.show()
    assert box.width() <= WIDEST
    for label in labels(box):
        assert label.wordWrap()
        assert label.heightForWidth(label.width()) <= label.height()
        room = label.fontMetrics()
        pieces = label.text().replace("\u200b", " ").split()
        assert max(room.horizontalAdvance(piece) for piece in pieces) <= label.width()


def test_breaking_changes_no_letter() -> None:
    for name in (*LONG, "kort.ozj", "", "--- een/twee"):
        assert breakable(name).replace("\u200b", "") == name
    assert breakable("kort.ozj is weg.") == "kort.ozj is weg."


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("Dit kan niet. Doe iets anders.", ("Dit kan niet.", "Doe iets anders.")),
        ("regio v. 2.ozj is weg. Kies er een.", ("regio v. 2.ozj is weg.", "Kies er een.")),
        ("Is het er nog? Kijk zelf.", ("Is het er nog?", "Kijk zelf.")),
        ("Alleen dit", ("Alleen dit", "")),
    ],
)
def test_what_happened_and_what_to_do(text: str, parts: tuple[str, str]) -> None:
    assert two_sentences(text) == parts


def test_a_bug_can_be_told_without_a_place_for_logs(
    theme: Theme, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("OZJ_HOME", "/dev/null/niets")
    box = bug_box("de details", theme)
    qtbot.addWidget(box)
    assert box.informativeText().endswith("Al het andere wel.")


def test_a_choice_is_no_wider_than_the_screen(qtbot: QtBot) -> None:
    window, seen = QWidget(), []
    qtbot.addWidget(window)

    def answer(box: QInputDialog) -> None:
        combo = box.findChild(QComboBox)
        assert combo is not None
        seen.append(box.width())
        combo.setCurrentIndex(1)
        box.accept()

    when_asked(QInputDialog, answer)
    assert choose_one(window, "Wie", "Van wie?", ["a", "x" * 300]) == 1
    assert seen[0] <= WIDEST


def test_a_choice_can_be_left(qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    when_asked(QInputDialog, QInputDialog.reject)
    assert choose_one(window, "Wie", "Van wie?", ["a", "b"]) is None


def test_a_message_shows_what_was_typed_as_it_is(qtbot: QtBot) -> None:
    box = message(None, "Titel", "<b>vet</b>", "<i>scheef</i>")
    qtbot.addWidget(box)
    assert (box.text(), box.informativeText()) == ("<b>vet</b>", "<i>scheef</i>")
    assert box.textFormat().name == "PlainText"


def test_no_button_of_a_dialog_has_a_picture_of_its_own(theme: Theme, qtbot: QtBot) -> None:
    box = bug_box("de details", theme)
    qtbot.addWidget(box)
    assert all(button.icon().isNull() for button in box.buttons())
