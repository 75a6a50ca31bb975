"""The Kompas in the window: blocks, things in full, figures, conversations, and turns."""

from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from ozj_desktop.model.activities import Activity
from ozj_desktop.model.areas import Area
from ozj_desktop.model.compass import Block, BlockWork, Cycle
from ozj_desktop.model.facts import in_order
from ozj_desktop.model.goals import (
    BaselineChange,
    Indicator,
    Measurement,
    Outcome,
    OutcomeContribution,
)
from ozj_desktop.model.parties import Party
from ozj_desktop.model.record import Record
from ozj_desktop.model.reviews import FigureStory, ReviewDecision, ReviewMoment, Verdict
from ozj_desktop.model.turn_picture import from_json
from ozj_desktop.ui.main_window import MainWindow
from ozj_desktop.ui.pages.compass.areas_card import AreasCard
from ozj_desktop.ui.pages.compass.baseline_card import BaselineCard
from ozj_desktop.ui.pages.compass.decisions_card import DecisionsCard
from ozj_desktop.ui.pages.compass.figures_card import FiguresCard
from ozj_desktop.ui.pages.compass.story_card import StoryCard

LEFT = Qt.MouseButton.LeftButton
ENTER = Qt.Key.Key_Return


@pytest.fixture
def page(window: MainWindow) -> Any:
    window.go("compass")
    return window.page()


def one(window: MainWindow, kind: type[Record]) -> Any:
    return window.desk.dossier.all(kind)[0]


def card(page: Any, kind: type[Any]) -> Any:
    return next(body for body in page.shown_thing().shown().bodies if isinstance(body, kind))


def test_a_line_becomes_what_its_block_holds(page: Any, window: MainWindow, qtbot: QtBot) -> None:
    page.open_block(Block.OUTCOMES)
    qtbot.keyClicks(page.view.ask.line, "Elk kind leert zwemmen")
    qtbot.keyClick(page.view.ask.line, ENTER)
    made = [o for o in window.desk.dossier.all(Outcome) if o.what == "Elk kind leert zwemmen"]
    assert len(made) == 1
    assert page.view.ask.line.text() == ""
    assert any(line.id == made[0].id for line in page.view.there._lines)


def test_a_thing_opens_beside_its_block_and_leads_back(page: Any, window: MainWindow) -> None:
    outcome = one(window, Outcome)
    window.go(outcome.id)
    assert page.shows(outcome.id)
    assert page._block is Block.OUTCOMES
    page.thing.left.emit()
    assert page.shown_thing() is None
    assert page.view.block is Block.OUTCOMES


def test_a_thing_that_goes_leaves_its_block(page: Any, window: MainWindow) -> None:
    made = Activity(name="Even")
    window.desk.add(made)
    window.go(made.id)
    assert page.shows(made.id)
    window.undo.undo.trigger()
    assert page.shown_thing() is None


def test_a_figure_typed_under_an_area_is_one_step(page: Any, window: MainWindow) -> None:
    indicator = one(window, Indicator)
    window.go(indicator.id)
    model = card(page, AreasCard)._card.table.parts
    row = next(n for n in range(model.rowCount()) if model.index(n, 0).data() == "Elzervoort")
    last = model.columnCount() - 1
    model.take({(row, last): "7", (row, last - 1): "12,9,1"}, "pasted")
    area = next(a for a in window.desk.dossier.all(Area) if a.name == "Elzervoort")
    found = window.desk.dossier.all(Measurement, indicator=indicator.id, area=area.id)
    assert "7" in {m.value for m in found}
    assert model.waiting() == 1  # 12,9,1 is asked, not swallowed
    window.undo.undo.trigger()
    now = window.desk.dossier.all(Measurement, indicator=indicator.id, area=area.id)
    assert len(now) == len(found) - 1


def test_a_block_larger_than_the_grid_keeps_within_it(page: Any, window: MainWindow) -> None:
    window.go(one(window, Indicator).id)
    table = card(page, AreasCard)._card.table
    rows, before = table.parts.rowCount(), window.desk.dossier.count(Measurement)
    QApplication.clipboard().setText("\n".join("\t".join(["1"] * 30) for _ in range(40)))
    table.setFocus()
    table.setCurrentIndex(table.parts.index(0, table.parts.columnCount() - 1))
    table.paste()
    told = card(page, AreasCard)._card._remedy.text()
    assert "29 kolommen passen niet" in told
    assert f"{40 - rows} regels passen niet in deze tabel en zijn overgeslagen." in told
    assert table.parts.rowCount() == rows
    assert window.desk.dossier.count(Measurement) <= before + rows


def test_the_chart_follows_the_values(page: Any, window: MainWindow) -> None:
    indicator = one(window, Indicator)
    window.go(indicator.id)
    figures = card(page, FiguresCard)
    before = len(figures.chart._shown.rows)
    model = figures.values.table.parts
    model.take({(model.rowCount() - 1, 0): "2016/2017", (model.rowCount() - 1, 1): "61"}, "pasted")
    assert len(figures.chart._shown.rows) == before + 1
    assert "61" in figures.chart.view.accessibleDescription()


def test_an_adopted_baseline_changes_only_with_a_reason(page: Any, window: MainWindow) -> None:
    indicator = next(i for i in window.desk.dossier.all(Indicator) if i.baseline_fixed_on)
    window.go(indicator.id)
    shown = card(page, BaselineCard)
    before = len(window.desk.dossier.all(BaselineChange, indicator=indicator.id))
    shown.change.click()
    shown.value.editor.setText("46")
    shown.value.editor.setModified(True)
    shown._change()
    assert "waarom" in shown._error.text()
    shown.reason.editor.setPlainText("Eén school telde twee keer.")
    shown._change()
    now = window.desk.get(Indicator, indicator.id)
    changes = window.desk.dossier.all(BaselineChange, indicator=indicator.id)
    assert (now and now.baseline, len(changes)) == ("46", before + 1)
    assert indicator.baseline in {change.was for change in changes}


def test_a_story_is_told_in_the_conversation_that_goes_on(
    page: Any, window: MainWindow, qtbot: QtBot
) -> None:
    for review in window.desk.dossier.all(ReviewMoment):
        window.desk.edit(review, {"closed_on": window.desk.today})
    window.go(one(window, Indicator).id)
    story = card(page, StoryCard)
    story._begin()
    review = next(r for r in window.desk.dossier.all(ReviewMoment) if r.closed_on is None)
    story.boxes["recognise"].stored.emit("recognise", "Ja, dit zien wij ook.", False)
    (told,) = window.desk.dossier.all(FigureStory, review=review.id)
    assert told.recognise == "Ja, dit zien wij ook."


def test_a_decision_is_one_of_five_with_a_reason(page: Any, window: MainWindow) -> None:
    window.go(one(window, Indicator).id)
    row = card(page, DecisionsCard).rows[-1]
    row.verdict.chosen.emit(Verdict.STRENGTHEN)
    row.reason.setPlainText("Meer scholen willen het.")
    row.reason.edited.emit()
    found = [
        (d.verdict, d.reason)
        for d in window.desk.dossier.all(ReviewDecision)
        if d.reason == "Meer scholen willen het."
    ]
    assert found == [(Verdict.STRENGTHEN, "Meer scholen willen het.")]


def test_closing_a_turn_keeps_its_picture_and_begins_the_next(
    page: Any, window: MainWindow
) -> None:
    dossier = window.desk.dossier
    before = len(dossier.all(Cycle))
    page.ask_to_close()
    page.closing.do.click()
    turns = sorted(dossier.all(Cycle), key=lambda t: str(t.starts_on))
    assert len(turns) == before + 1
    old = next(t for t in turns if t.closed_on == window.desk.today)
    new = next(t for t in turns if t.running)
    assert new.previous == old.id
    shown = from_json(dossier.blob(old.picture))
    assert shown.name == old.name and shown.figures and shown.block(Block.OUTCOMES).things
    assert any(w.missing for w in dossier.all(BlockWork, cycle=new.id))
    page.lay_side_by_side()
    assert [made.text().split(",")[0] for made in page.both._choices] == [old.name, new.name]
    window.undo.undo.trigger()
    assert len(dossier.all(Cycle)) == before


def test_all_figures_are_filled_in_in_one_grid(page: Any, window: MainWindow) -> None:
    page.fill_in()
    model = page.fill.card.table.parts
    last = model.columnCount() - 1
    model.take({(0, last): "33", (1, last): "55"}, "pasted")
    now = {m.value for m in window.desk.dossier.all(Measurement)}
    assert {"33", "55"} <= now
    window.undo.undo.trigger()
    assert not {"33", "55"} <= {m.value for m in window.desk.dossier.all(Measurement)}


def test_what_stands_in_a_block_can_be_put_in_another_order(page: Any, window: MainWindow) -> None:
    first, second = in_order(window.desk.dossier.all(Outcome))[:2]
    window.go(second.id)
    header = page.thing.shown().header
    up = next(c for c in header.commands() if c.words.startswith("Naar boven"))
    up.do()
    assert [o.id for o in in_order(window.desk.dossier.all(Outcome))[:2]] == [second.id, first.id]
    window.undo.undo.trigger()
    assert in_order(window.desk.dossier.all(Outcome))[0].id == first.id


def test_of_very_many_figures_the_first_are_shown_until_all_are_asked(
    page: Any, window: MainWindow
) -> None:
    with window.desk.step("filled"):
        for n in range(60):
            window.desk.dossier.save(Indicator(name=f"cijfer {n}"))
    page.open_block(Block.OUTCOMES)
    everything = window.desk.dossier.count(Indicator)
    shown = page.view.figures._rows
    assert shown.count() == 40
    page.view._every.click()
    assert shown.count() == everything
    assert page.view._every.isHidden()


def test_the_columns_stay_while_somebody_types_in_them(page: Any, window: MainWindow) -> None:
    page.fill_in()
    card = page.fill.card
    table, last = card.table, card.table.parts.columnCount() - 1
    table.setFocus()
    table.setCurrentIndex(table.parts.index(0, last))
    table.parts.take({(0, last): "33"}, "typed")
    assert page.fill.card is card
    assert table.parts.index(0, last).data() == "33"
    window.undo.undo.trigger()
    assert page.fill.card is card
    assert table.parts.index(0, last).data() == ""


def test_what_would_go_wrong_with_figures_is_said_and_stores_nothing(
    page: Any, window: MainWindow
) -> None:
    dossier, indicator = window.desk.dossier, one(window, Indicator)
    window.go(indicator.id)
    model = card(page, FiguresCard).values.table.parts
    before = dossier.all(Measurement, indicator=indicator.id)
    there = str(model.index(0, 0).data())
    row = model.rowCount() - 1
    model.take({(row, 0): there, (row, 1): "99"}, "pasted")
    assert model.unread_at(model.index(row, 0))[1] == f"{there} staat er al."
    model.take({(1, 1): "12,9,1"}, "typed")
    assert "geen getal" in model.unread_at(model.index(1, 1))[1]
    assert dossier.all(Measurement, indicator=indicator.id) == before


def test_a_result_with_figures_stays_and_names_what_points_at_it(
    page: Any, window: MainWindow
) -> None:
    indicator = one(window, Indicator)
    window.go(indicator.outcome)
    detail = page.thing.shown()
    detail.header.unwanted.emit()
    assert window.desk.get(Outcome, indicator.outcome) is not None
    assert any("1 indicator" in label.text() for label in detail.header.findChildren(QLabel))


def test_who_adds_what_is_one_grid_of_parties_and_results(page: Any, window: MainWindow) -> None:
    dossier, outcomes = window.desk.dossier, in_order(window.desk.dossier.all(Outcome))
    page.open_block(Block.OUTCOMES)
    page.view._divide.click()
    model = page.matrix.card.table.parts
    assert model.columnCount() == 1 + len(outcomes)
    assert model.rowCount() == dossier.count(Party)
    row = next(n for n in range(model.rowCount()) if not model.index(n, 1).data())
    party = model.record(row)
    model.take({(row, 1): "twee uur per week", (row, 2): "een plek"}, "pasted")
    made = {c.outcome: c.what for c in dossier.all(OutcomeContribution, party=party.id)}
    assert made[outcomes[0].id] == "twee uur per week" and made[outcomes[1].id] == "een plek"
    assert model.index(row, 1).data() == "twee uur per week"
    model.take({(row, 1): ""}, "")
    left = {c.outcome for c in dossier.all(OutcomeContribution, party=party.id)}
    assert outcomes[0].id not in left and outcomes[1].id in left
    window.undo.undo.trigger()
    window.undo.undo.trigger()
    assert not {c.what for c in dossier.all(OutcomeContribution, party=party.id)} & {"een plek"}
