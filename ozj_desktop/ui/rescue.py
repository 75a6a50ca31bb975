"""What was typed in a field that may not store it: on the clipboard it is not lost."""

from PySide6.QtWidgets import QApplication, QLineEdit, QTextEdit, QWidget


def rescue_typing(window: QWidget) -> bool:
    """Copy what the field in use holds and did not store; whether there was anything."""
    field = window.focusWidget()
    text = _typed(field)
    if field is None or not text:
        return False
    field.blockSignals(True)  # leaving it would try to store once more
    QApplication.clipboard().setText(text)
    return True


def _typed(field: QWidget | None) -> str:
    if isinstance(field, QLineEdit) and field.isModified() and not field.isReadOnly():
        return field.text().strip()
    if isinstance(field, QTextEdit) and field.document().isUndoAvailable():
        return field.toPlainText().strip()
    return ""
