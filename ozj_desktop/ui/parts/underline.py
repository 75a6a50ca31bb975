"""Dots below the words of a text that explain themselves; and places in it as Qt counts them."""

from PySide6.QtGui import QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QTextEdit

from ozj_desktop.model.glossary import Glossary


def underline(edit: QTextEdit, glossary: Glossary) -> None:
    """Over the text, not in it: nothing is measured, stored or copied with it."""
    text = edit.toPlainText()
    look = QTextCharFormat()
    look.setUnderlineStyle(QTextCharFormat.UnderlineStyle.DotLine)
    marks = []
    for found in glossary.find(text):
        mark = QTextEdit.ExtraSelection()
        cursor = QTextCursor(edit.document())
        cursor.setPosition(to_units(text, found.start))
        cursor.setPosition(to_units(text, found.end), QTextCursor.MoveMode.KeepAnchor)
        mark.cursor, mark.format = cursor, look
        marks.append(mark)
    if marks or edit.extraSelections():
        edit.setExtraSelections(marks)


def to_units(text: str, place: int) -> int:
    """Qt counts an emoji as two."""
    return place if text.isascii() else place + sum(c > "\uffff" for c in text[:place])


def from_units(text: str, units: int) -> int:
    if text.isascii():
        return units
    return len(text.encode("utf-16-le")[: 2 * units].decode("utf-16-le", "ignore"))
