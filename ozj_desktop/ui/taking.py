"""Text for many cells of a grid, as values stored in one step; what is none is kept."""

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, NamedTuple

from ozj_desktop.model.dutch import sort_key
from ozj_desktop.model.reading import Misread
from ozj_desktop.model.record import Field, Form
from ozj_desktop.ui import display
from ozj_desktop.ui.part_rows import Values
from ozj_desktop.ui.red_cells import MOST, At

if TYPE_CHECKING:
    from ozj_desktop.ui.part_model import PartModel

Texts = Mapping[At, str]
Wrong = dict[At, tuple[str, Misread]]


class Meant(NamedTuple):
    """A cell in which another word stood than the one it is called by here."""

    at: At
    field: str
    typed: str
    choice: str


class Taken(NamedTuple):
    """The number of cells to be mended, the new rows that wait, why others could not even do that,
    and which words were read as another.
    """

    unread: int
    waiting: tuple[int, ...]
    lost: dict[int, str]
    meant: tuple[Meant, ...]


def take(model: "PartModel", texts: Texts, label: str) -> Taken:
    """One step; what could not be read stays in its cell, or in a new row that waits."""
    several = any(row > len(model.records) for row, _ in texts)
    if not several:  # a row that waits may be whole with this
        waits = {row for row, _ in texts if model.record(row) is None}
        texts = {at: text for row in waits for at, text in model.red.texts(row).items()} | {**texts}
    wrong: Wrong = {}
    cells = _read(model, texts, wrong)
    ids = {row: model.red.id_of(row) for row, _ in texts}  # rows may move when they are stored
    _refuse(model, texts, cells, ids, wrong)
    waiting, lost = _let_wait(model, ids, wrong) if several else ([], {})
    meant = tuple(_meant(model, at, texts[at], cells) for at in texts if at[0] in cells)
    history = model.desk.dossier.history
    before = history.last.seq
    if cells:
        model.store(cells, label)
    kept = {at: told for at, told in wrong.items() if at[0] not in lost}
    places = {(ids[row], column): (row, column) for row, column in texts if row not in lost}
    model.red.keep(places, kept)
    after = history.last.seq
    red = [(ids[row], model.field_at(column).name) for row, column in kept]
    model.desk.unread.came_together(after, red, stored=after != before)
    unread = sum(row not in waiting for row, _ in kept)
    return Taken(unread, tuple(waiting), lost, tuple(found for found in meant if found))


def _refuse(
    model: "PartModel", texts: Texts, cells: dict[int, Values], ids: dict[int, str], wrong: Wrong
) -> None:
    """Rows that cannot be go from `cells` to `wrong`; of the others the id as it becomes."""
    for row in [*cells]:
        try:
            built = model.rows.built(row, cells[row])
            if built.record.id in {*ids.values()} - {ids[row]}:
                raise Misread(f"{model.rows.called(built.record)} staat er twee keer in.")
            ids[row] = built.record.id
        except Misread as error:
            names = cells.pop(row)
            for column, field in enumerate(model.fields):
                if field and field.name in names:
                    wrong[row, column] = (texts[row, column], error)


def _let_wait(
    model: "PartModel", ids: dict[int, str], wrong: Wrong
) -> tuple[list[int], dict[int, str]]:
    """New rows that could not be wait below those that do already; too many are lost."""
    rows = [row for row in sorted({row for row, _ in wrong}) if ids[row].startswith("new ")]
    room = max(0, MOST - model.red.drafts)
    for number, row in enumerate(rows[:room], model.red.drafts):
        ids[row] = model.red.draft_id(number)
    whys = {row: str(why) for (row, _), (_, why) in reversed([*wrong.items()])}
    return rows[:room], {row: whys[row] for row in rows[room:]}


def _read(model: "PartModel", texts: Texts, wrong: Wrong) -> dict[int, Values]:
    """Texts as values per row; what is none goes to `wrong` with the reason."""
    cells: dict[int, Values] = {}
    for (row, column), text in texts.items():
        field, new = model.fields[column], model.record(row) is None
        named = new and (row, model.key_column()) in texts
        may = model.may(row, column) or (named and model.may_be_new(column))
        if field is None or not may or (new and not text.strip()):
            continue
        try:
            found = model.read(column, text)
        except Misread as error:
            wrong[row, column] = (text, error)
        else:
            cells.setdefault(row, {})[field.name] = found
    return cells


def _meant(model: "PartModel", at: At, text: str, cells: dict[int, Values]) -> Meant | None:
    field = model.fields[at[1]]
    value = cells[at[0]].get(field.name) if field else None
    if field is None or value is None or not _is_other_word(field, value, text):
        return None
    return Meant(at, field.name, " ".join(text.split()), display.choice(value))


def _is_other_word(field: Field, value: Any, text: str) -> bool:
    """Whether a choice was known by a word that is not its own."""
    typed = sort_key(text).strip()
    if field.form is not Form.CHOICE or not typed:
        return False
    own = (value.label, display.choice(value))
    return not any(sort_key(words).startswith(typed) for words in own)
