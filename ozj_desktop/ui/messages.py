"""Boxes that say or ask something: plain text, never wider than can be read, whatever a name is."""

import re
from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QInputDialog, QMessageBox, QWidget

LONGEST_WORD = 32  # characters that fit on a line of a message
LONGEST_OPTION = 60
CHARACTERS = 36  # the width of a choice
_PIECES = re.compile(rf"\S{{{LONGEST_WORD + 1},}}")
_BREAK = "\u200b"  # a place to go on to the next line, of no width


def message(parent: QWidget | None, title: str, text: str, more: str = "") -> QMessageBox:
    """The text stands out, what comes after it does not."""
    box = QMessageBox(parent)
    box.setWindowTitle(title)
    box.setTextFormat(Qt.TextFormat.PlainText)
    box.setText(breakable(text))
    box.setInformativeText(breakable(more))
    return box


def breakable(text: str) -> str:
    """A path or a name without spaces gets places to break: else it would be cut off."""
    return _PIECES.sub(lambda found: _broken(found[0]), text)


def _broken(word: str) -> str:
    """After what divides a path; and where nothing does, anywhere."""
    parts = re.findall(rf"[^/\\_.-]{{1,{LONGEST_WORD // 2}}}[/\\_.-]*|[/\\_.-]+", word)
    return _BREAK.join(parts)


def two_sentences(text: str) -> tuple[str, str]:
    """What happened, and what to do; a dot in the name of a file ends no sentence."""
    found = re.match(r"(.+?[.!?]) (?=[A-ZÀ-Ý‘])(.+)", text, re.DOTALL)
    return (found[1], found[2]) if found else (text, "")


def choose_one(window: QWidget, title: str, question: str, options: Sequence[str]) -> int | None:
    """The place of what was chosen; None where nothing was."""
    box = QInputDialog(window)
    box.setWindowTitle(title)
    box.setLabelText(question)
    box.setComboBoxItems([shortened(option) for option in options])
    box.setOkButtonText("Verder")
    combo = box.findChild(QComboBox)
    assert combo is not None
    combo.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
    combo.setMinimumContentsLength(CHARACTERS)
    sure = box.exec()
    box.deleteLater()
    return combo.currentIndex() if sure else None


def shortened(text: str, most: int = LONGEST_OPTION) -> str:
    return text if len(text) <= most else f"{text[: most - 1].rstrip()}…"
