"""Going to the very field or row of a page: from undo, search, and what asks attention.

There is one way: `desk.go(id, where)` shows the page and the thing, and `Page.point_at(id, where)`
brings in sight what `where` names: a field, a column of a row, or a kind of parts.
Cards say with `reveal` where such a thing is.
"""

from typing import NamedTuple

from PySide6.QtCore import QRect, QRegularExpression, Qt, QTimer
from PySide6.QtWidgets import QApplication, QTextEdit, QWidget

from ozj_desktop.store.tables import table_name
from ozj_desktop.ui.part_table import PartTable
from ozj_desktop.ui.parts.ordered import Ordered
from ozj_desktop.ui.parts.part_card import Part
from ozj_desktop.ui.parts.scrolling import show_within
from ozj_desktop.ui.record_form import RecordForm
from ozj_desktop.ui.record_header import RecordHeader

BLANK = QRegularExpression("«[^«»]*»")
OTHER = Qt.FocusReason.OtherFocusReason


class Spot(NamedTuple):
    """A field of a thing, the column of a row or a kind of parts, and words to mark in it; `row`
    is the id of that row where it is not the thing that was gone to.
    """

    field: str = ""
    words: str = ""
    row: str = ""


def point_at(page: QWidget, id: str, where: object, *, focus: bool = True) -> bool:
    """Bring the row or the field in sight; with `focus` the keyboard goes there as well."""
    spot = where if isinstance(where, Spot) else Spot(str(where or ""))
    id = spot.row or id
    found = (
        _in_tables(page, id, spot.field, focus=focus)
        or _in_order(page, id, focus=focus)
        or _in_fields(page, id, spot.field, focus=focus)
        or _in_parts(page, spot.field, focus=focus)
        or _in_grid(page, spot.field, focus=focus)
    )
    if found and focus:
        _mark(spot.words) if spot.words else _choose_blank()
    return found


def _in_tables(page: QWidget, id: str, field: str, *, focus: bool) -> bool:
    """The row with this id; of several grids the one that has the column."""
    found = [
        (table, row)
        for table in page.findChildren(PartTable)
        for row, record in enumerate(table.parts.records)
        if record.id == id and not table.isHidden()
    ]
    found.sort(key=lambda pair: _column(pair[0], field) < 0)
    if not found:
        return False
    table, row = found[0]
    table.setCurrentIndex(table.parts.index(row, max(_column(table, field), 0)))
    if _column(table, field) < 0 and field and _in_fields(page, id, field, focus=focus):
        return True
    if focus:
        table.setFocus(OTHER)
    QTimer.singleShot(0, table, lambda: _show_row(table, row))
    return True


def _in_parts(page: QWidget, name: str, *, focus: bool) -> bool:
    for part in page.findChildren(Part):
        if shown := part.reveal(name, focus=focus):
            _show_soon(shown)
            return True
    return False


def _in_grid(page: QWidget, kind: str, *, focus: bool) -> bool:
    """The grid of parts of this kind; below its parts is where a new one is typed."""
    tables = [t for t in page.findChildren(PartTable) if table_name(t.parts.spec.kind) == kind]
    table = next((t for t in tables if not t.isHidden()), None)
    if table is None:
        return False
    row = len(table.parts.records) if table.parts.has_blank() else 0
    table.setCurrentIndex(table.parts.index(row, 0))
    if focus:
        table.setFocus(OTHER)
    QTimer.singleShot(0, table, lambda: _show_row(table, row))
    return True


def _column(table: PartTable, field: str) -> int:
    names = [column.field for column in table.parts.spec.columns]
    return names.index(field) if field in names else -1


def _show_row(table: PartTable, row: int) -> None:
    place = table.visualRect(table.parts.index(row, 0))
    show_within(table.viewport(), place)


def _in_order(page: QWidget, id: str, *, focus: bool) -> bool:
    for rows in page.findChildren(Ordered):
        if inner := rows.row(id):
            if focus:
                inner.setFocus(OTHER)
            _show_soon(inner)
            return True
    return False


def _in_fields(page: QWidget, id: str, field: str, *, focus: bool) -> bool:
    for header in page.findChildren(RecordHeader):
        if header.shows(id, field):
            if focus:
                header.title.setFocus(OTHER)
            return True
    for form in page.findChildren(RecordForm):
        shown = form.reveal(field, focus=focus) if form.shows(id) else None
        if shown is not None:
            _show_soon(shown)
            return True
    return False


def _show_soon(widget: QWidget) -> None:
    """After a page was made or filled, its parts get their places when there is time."""
    QTimer.singleShot(0, widget, lambda: show_within(widget, QRect(0, 0, 1, widget.height())))


def _choose_blank() -> None:
    """What a template left to fill in is chosen, so that typing takes its place."""
    focused = QApplication.focusWidget()
    if isinstance(focused, QTextEdit) and not focused.isReadOnly():
        cursor = focused.document().find(BLANK)
        if not cursor.isNull():
            focused.setTextCursor(cursor)


def _mark(words: str) -> None:
    """Choose the first of these words in the text that has the focus."""
    focused = QApplication.focusWidget()
    if isinstance(focused, QTextEdit):
        cursor = focused.textCursor()
        cursor.setPosition(0)
        focused.setTextCursor(cursor)
        any(focused.find(word) for word in words.split())
