"""A field of several things at once."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtWidgets import QLineEdit, QTextEdit

from ozj_desktop.model.record import Field, Form
from ozj_desktop.ui.desk import Desk
from ozj_desktop.ui.editors import widget, yes_or_no
from ozj_desktop.ui.parts.buttons import button
from ozj_desktop.ui.parts.field_box import FieldBox

DIFFERENT = "verschillend"


class BulkBox(FieldBox):
    """A field of all of them: what they share, or that they differ."""

    def __init__(self, desk: Desk, field: Field) -> None:
        super().__init__(desk, field, editor=yes_or_no(desk) if field.form is Form.FLAG else None)
        self._different = False
        widget(self.editor).setAccessibleName(f"{field.label}, voor alle gekozen")
        self.wipe = button(desk.theme, "leeg maken", look="link", size="small")
        kept = self.wipe.sizePolicy()
        kept.setRetainSizeWhenHidden(True)
        self.wipe.setSizePolicy(kept)
        self.wipe.setAccessibleName(f"{field.label} leeg maken, voor alle gekozen")
        self.wipe.clicked.connect(self._empty)
        self.add_beside(self.wipe)

    def show_values(self, values: Sequence[Any], *, locked: bool, anew: bool) -> None:
        """`anew` for other things than before."""
        self.set_locked(locked)
        different = any(value != values[0] for value in values)
        self._different = different
        shown = None if different else values[0]
        if anew or not (widget(self.editor).hasFocus() or (self.is_misread() and different)):
            self.show_value(shown, anew=anew)
        self.wipe.setVisible(different and self.field.optional and not locked)
        inner = widget(self.editor)
        if isinstance(inner, QLineEdit | QTextEdit):
            inner.setPlaceholderText(DIFFERENT if different else "nog niet ingevuld")

    def says_nothing(self, value: Any) -> bool:
        """Whether the field was only passed through: what differs stays different."""
        return self._different and value in (None, "", frozenset())

    def _empty(self) -> None:
        self._different = False
        self.stored.emit(self.field.name, None, False)
