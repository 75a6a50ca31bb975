"""The rows of a list, sorted, grouped and filtered; what changed is all that is painted."""

from collections.abc import Collection
from itertools import pairwise
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester
from pytestqt.qtbot import QtBot

from ozj_desktop.model.agreements import Decision
from ozj_desktop.model.dutch import sort_key
from ozj_desktop.ui.list_model import Further, Group, ListModel, Row
from ozj_desktop.ui.status import STATES

ADOPTED = STATES[Decision.ADOPTED]


def row(id: str, title: str, group: str = "", at: int = 0) -> Row:
    return Row(
        id, title, f"van {group}", ADOPTED, ((sort_key(group), group),), ((at, title), title)
    )


@pytest.fixture
def model(qapp: object) -> ListModel:
    made = ListModel()
    made.group_by = 0
    made.show_rows(
        [
            row("a", "Één plan", "Teams", 2),
            row("b", "Zorg", "Geld"),
            row("c", "Aan tafel", "Teams", 1),
        ]
    )
    return made


def told(model: ListModel) -> list[Any]:
    return [line.words if isinstance(line, Group) else line.id for line in model.lines]


def test_rows_stand_in_their_group_and_order(model: ListModel) -> None:
    assert told(model) == ["Geld", "b", "Teams", "c", "a"]
    model.resort(1)
    assert told(model) == ["Geld", "b", "Teams", "c", "a"]
    model.group_by = -1
    model.arrange()
    assert told(model) == ["c", "b", "a"]


def test_the_filter_ignores_accents_and_case_and_finds_states(model: ListModel) -> None:
    for needle, found in (
        ("een PLAN", ["Teams", "a"]),
        ("vastgesteld geld", ["Geld", "b"]),
        ("zzz", []),
    ):
        model.needle = needle
        model.arrange()
        assert told(model) == found


def test_groups_fold(model: ListModel) -> None:
    model.folded.add("Teams")
    model.arrange()
    assert told(model) == ["Geld", "b", "Teams"]
    assert model.line_of("a") == -1
    model.unfold("a")
    assert model.line_of("a") == 4


def test_one_changed_row_is_painted_alone(model: ListModel, qtbot: QtBot) -> None:
    with qtbot.waitSignal(model.dataChanged) as painted, qtbot.assertNotEmitted(model.modelReset):
        model.patch(["a"], [row("a", "Één plan", "Teams", 2)._replace(subtitle="anders")])
    first, last = painted.args[:2]
    assert (first.row(), last.row()) == (4, 4)


def test_a_row_moves_comes_and_goes(model: ListModel) -> None:
    model.patch(["a"], [row("a", "Één plan", "Geld", 2)])
    assert told(model) == ["Geld", "b", "a", "Teams", "c"]
    model.patch(["d"], [row("d", "Dicht bij huis", "Teams", 3)])
    assert told(model) == ["Geld", "b", "a", "Teams", "c", "d"]
    model.patch(["b"], [])
    assert told(model) == ["Geld", "a", "Teams", "c", "d"]


def test_nothing_changed_is_nothing_told(model: ListModel, qtbot: QtBot) -> None:
    with qtbot.assertNotEmitted(model.dataChanged), qtbot.assertNotEmitted(model.modelReset):
        model.patch(["a"], [row("a", "Één plan", "Teams", 2)])


def test_qt_finds_no_fault(model: ListModel) -> None:
    tester = QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    model.patch(["a", "d"], [row("d", "Nieuw", "Teams")])
    model.needle = "nieuw"
    model.arrange()
    assert tester.model() is model


def test_what_is_heard_is_what_is_seen(model: ListModel) -> None:
    texts = [
        model.index(n, 0).data(Qt.ItemDataRole.AccessibleTextRole) for n in range(model.rowCount())
    ]
    assert texts[:2] == ["Geld, 1, uitgeklapt", "Zorg, van Geld, vastgesteld"]


@given(
    st.lists(st.tuples(st.text(max_size=5), st.sampled_from("xyz"), st.integers(0, 3)), max_size=20)
)
def test_every_row_is_there_once_in_order(drawn: list[tuple[str, str, int]]) -> None:
    model = ListModel()
    model.group_by = 0
    model.show_rows(row(str(n), title, group, at) for n, (title, group, at) in enumerate(drawn))
    rows = model.shown()
    assert sorted(r.id for r in rows) == sorted(str(n) for n in range(len(drawn)))
    places = [(r.groups[0][0], r.orders[0]) for r in rows]
    assert all(one <= other for one, other in pairwise(places))
    assert sum(line.size for line in model.lines if isinstance(line, Group)) == len(drawn)


@given(
    st.lists(
        st.tuples(st.sampled_from("abcdefgh"), st.sampled_from("pqrst"), st.integers(0, 4)),
        max_size=25,
    )
)
def test_patches_leave_the_same_lines_as_starting_anew(
    changes: list[tuple[str, str, int]],
) -> None:
    rows = {id: row(id, id, "Teams" if id < "e" else "Geld") for id in "abcdefgh"}
    model = ListModel()
    model.group_by = 0
    model.show_rows(rows.values())
    tester = QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    for id, title, at in changes:
        rows[id] = row(id, title + id, rows[id].groups[0][1], at)
        model.patch([id], [rows[id]])
        assert model.line_of(id) >= 0
        assert model.lines[model.line_of(id)] == rows[id]
    kept = list(model.lines)
    model.show_rows(rows.values())
    assert kept == model.lines
    assert tester.model() is model


WORDS = st.text("abcé ", min_size=0, max_size=4)
ACTS = st.one_of(
    st.tuples(st.just("patch"), st.sampled_from("abcdefgh"), WORDS, st.sampled_from("xyz")),
    st.tuples(st.just("gone"), st.sampled_from("abcdefgh")),
    st.tuples(st.just("filter"), WORDS),
    st.tuples(st.just("view"), st.sampled_from(["", "even", "other"])),
    st.tuples(st.just("group"), st.sampled_from([-1, 0])),
    st.tuples(st.just("order"), st.sampled_from([0, 1, 2])),
    st.tuples(st.just("fold"), st.sampled_from("xyz")),
    st.tuples(st.just("fold all"), st.booleans()),
    st.tuples(st.just("warm"), st.integers(0, 3)),
)


class Shelf:
    """Rows that come, go and change, and what only the filter and the views ask of them."""

    def __init__(self) -> None:
        self.rows: dict[str, Row] = {}
        self.model = ListModel()
        self.model.reader = self.read

    def read(self, ids: Collection[str] | None) -> dict[str, Further]:
        return {
            id: Further(
                f"woord {row.title[::-1]}",
                frozenset(["even" if len(row.title) % 2 == 0 else "other"]),
                (row.title[::-1],),
            )
            for id, row in self.rows.items()
            if ids is None or id in ids
        }

    def act(self, what: str, *given: Any) -> None:
        match what:
            case "patch":
                id, title, group = given
                self.rows[id] = row(id, title, group, len(title))
                self.model.patch([id], [self.rows[id]])
            case "gone":
                self.rows.pop(given[0], None)
                self.model.patch([given[0]], [])
            case "fold all":
                self.model.fold_all(given[0]) if self.model.group_by >= 0 else None
            case "warm":
                self.model.warm(given[0])
            case "order":
                self.model.resort(given[0])
            case _:
                self.arrange(what, given[0])

    def arrange(self, what: str, given: Any) -> None:
        match what:
            case "filter":
                self.model.needle = given
            case "view":
                self.model.view = given
            case "group":
                self.model.group_by = given
            case "fold":
                self.model.folded ^= {given}
        self.model.arrange()


@given(st.lists(ACTS, max_size=25))
def test_whatever_is_done_qt_finds_no_fault_and_the_lines_are_as_when_starting_anew(
    acts: list[tuple[Any, ...]],
) -> None:
    shelf = Shelf()
    model = shelf.model
    tester = QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    for act in acts:
        shelf.act(*act)
    anew = ListModel()
    anew.reader = shelf.read
    anew.group_by, anew.order_by, anew.needle = model.group_by, model.order_by, model.needle
    anew.view, anew.folded = model.view, {*model.folded}
    anew.show_rows(shelf.rows.values())
    assert {line.id for line in model.shown()} == {line.id for line in anew.shown()}
    assert [line for line in model.lines if isinstance(line, Group)] == [
        line for line in anew.lines if isinstance(line, Group)
    ]
    keys = [model._key(line) for line in model.shown()]
    assert model.group_by >= 0 or keys == sorted(keys)
    assert tester.model() is model


def test_two_words_must_both_match_also_in_what_is_read_late(model: ListModel) -> None:
    model.reader = lambda ids: {id: Further(f"partij {id}", frozenset([id])) for id in "abc"}
    for needle, found in (("partij", 3), ("partij c", 1), ("PARTIJ zorg", 1), ("partij zzz", 0)):
        model.needle = needle
        model.arrange()
        assert len(model.shown()) == found
    model.needle, model.view = "", "b"
    model.arrange()
    assert [line.id for line in model.shown()] == ["b"]
    assert model.counted() == {"a": 1, "b": 1, "c": 1}


def test_what_only_the_filter_needs_is_read_bit_by_bit(model: ListModel) -> None:
    asked: list[Collection[str] | None] = []

    def read(ids: Collection[str] | None) -> dict[str, Further]:
        asked.append(ids)
        return {id: Further("laat") for id in ids or "abc"}

    model.reader = read
    model.resort(1)
    assert asked == []
    while model.warm(1):
        pass
    assert len(asked) <= 3
    before = len(asked)
    model.needle = "laat"
    model.arrange()
    assert len(model.shown()) == 3
    assert len(asked) == before
