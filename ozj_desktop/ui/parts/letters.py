"""What goes with Alt for a button or a line: a letter or digit unique among what is in sight."""

from typing import TypeVar

from PySide6.QtWidgets import QWidget

W = TypeVar("W", bound=QWidget)


def give(widget: W, letter: str) -> W:
    widget.setProperty("letter", letter)
    return widget


def letter_of(widget: QWidget) -> str:
    return str(widget.property("letter") or "")
