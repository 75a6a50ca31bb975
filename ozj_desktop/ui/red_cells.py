"""The cells of a grid that hold no value yet, and the new rows that wait because of them."""

from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from typing import TYPE_CHECKING

from ozj_desktop.model.reading import Misread
from ozj_desktop.store.tables import table_name
from ozj_desktop.ui.part_rows import Values
from ozj_desktop.ui.unread import Kept

if TYPE_CHECKING:
    from ozj_desktop.ui.part_model import Index, PartModel

MOST = 40  # new rows that wait: who pastes more in red had better look at the table first

At = tuple[int, int]  # a row and a column


class RedCells:
    """Per row and column what was typed in one grid. A row that is not there yet has an id too."""

    def __init__(self, model: "PartModel") -> None:
        self._model, self._all = model, model.desk.unread
        self.drafts = 0  # new rows that wait
        self._busy = False

    def at(self, row: int, column: int) -> Kept | None:
        field = self._model.fields[column]
        return self._all.at(self.id_of(row), field.name) if field else None

    def texts(self, row: int) -> dict[At, str]:
        """What stands in red in a row."""
        cells = ((row, column) for column in range(self._model.columnCount()))
        return {cell: kept.text for cell in cells if (kept := self.at(*cell))}

    def alike(self, row: int, column: int) -> list[At]:
        """The cells in which the same is asked as in this one, which is one of them."""
        asked, rows = self.at(row, column), range(len(self._model.records))
        cells = (
            [(row, n) for row in rows for n in range(self._model.columnCount())] if asked else ()
        )
        return [c for c in cells if (k := self.at(*c)) and asked and k.same_question(asked)]

    def id_of(self, row: int) -> str:
        """Of a part, or of a row below the last of this owner."""
        record = self._model.record(row)
        return record.id if record else self.draft_id(row - len(self._model.records))

    def draft_id(self, number: int) -> str:
        owner = self._model.rows.owner
        whose = f"{table_name(self._model.spec.kind)} of {owner.id if owner else ''}"
        return f"new {whose}{f' {number}' if number else ''}"

    @contextmanager
    def _together(self) -> Iterator[None]:
        """Rows stay where they are until all of it is done."""
        self._busy = True
        try:
            yield
        finally:
            self._busy = False
            self.settle()

    def settle(self) -> None:
        """New rows that wait stand below each other without gaps; the grid has room for them."""
        if self._busy:
            return
        ids = self._waiting()
        for number, id in enumerate(ids):
            if id != self.draft_id(number):
                self._all.move(id, self.draft_id(number))
        model, before = self._model, max(1, self.drafts)
        if max(1, len(ids)) == before:
            self.drafts = len(ids)
            return
        model.beginResetModel()
        self.drafts = len(ids)
        model.endResetModel()

    def count(self) -> None:
        """Of another owner, while the rows are made anew."""
        self.drafts = len(self._waiting())

    def _waiting(self) -> list[str]:
        first = self.draft_id(0)
        numbers = {id: id[len(first) :] for id in self._all.ids() if self._is_draft(id)}
        return sorted(numbers, key=lambda id: int(numbers[id] or 0))

    def _is_draft(self, id: str) -> bool:
        """Whether it is of a new row of this grid."""
        first = self.draft_id(0)
        more = id.removeprefix(f"{first} ")
        return id == first or (more != id and more.isdigit())

    # Keeping, and letting go

    def keep(
        self, places: Mapping[tuple[str, int], At], wrong: Mapping[At, tuple[str, Misread]]
    ) -> None:
        """Of these cells, each by the id of its row, keep what is wrong; the others are mended."""
        changed = False
        with self._together():
            for (id, column), at in places.items():
                field = self._model.fields[column]
                if field is not None:
                    kept = self._kept(id, column, *wrong[at]) if at in wrong else None
                    changed |= self._all.put(id, field.name, kept)
        model = self._model
        if not changed:
            return
        last = model.index(model.rowCount() - 1, model.columnCount() - 1)
        model.dataChanged.emit(model.index(0, 0), last)

    def _kept(self, id: str, column: int, text: str, why: Misread) -> Kept:
        """With the way back to it: a new row stands below the others of its grid."""
        owner, kind = self._model.rows.owner, table_name(self._model.spec.kind)
        blank = self._is_draft(id)
        where = kind if blank else self._model.field_at(column).name
        stored = self._model.desk.dossier.kind_of(id) is not None
        owned = owner.id if owner else ""
        return Kept(text, str(why), owned, where, id, stored=stored, blank=blank, offer=why.offer)

    def let_go(self, cells: "Iterable[Index]") -> None:
        """Show again what is stored in those of these cells that stand in red."""
        there = [(c.row(), c.column()) for c in cells if self.at(c.row(), c.column())]
        if there:
            self.keep({(self.id_of(row), column): (row, column) for row, column in there}, {})

    def store_draft(self, row: int, name: str, value: object) -> None:
        """Make a new row of what was given, and of what was typed in its other cells."""
        model, draft = self._model, self.id_of(row)
        values: Values = {name: value}
        wrong: dict[At, tuple[str, Misread]] = {}
        texts = self.texts(row)
        for (_, column), text in texts.items():
            field = model.field_at(column)
            if field.name == name or not model.may_be_new(column):
                continue
            try:
                values[field.name] = model.read(column, text)
            except Misread as error:
                wrong[row, column] = (text, error)
        made = model.store({row: values})
        self.keep({(draft, column): (-1, column) for _, column in texts}, {})
        if wrong:
            self.keep({(made, column): (row, column) for row, column in wrong}, wrong)
