"""Choosing the agreements of a document and putting them in order, by mouse and by keys."""

from dataclasses import replace
from typing import Any

import pytest
from PySide6.QtCore import QObject, QPoint, Qt
from PySide6.QtTest import QAbstractItemModelTester
from pytestqt.qtbot import QtBot

from ozj_desktop.model.agreements import Agreement, Contribution
from ozj_desktop.model.documents import Document, Inclusion, Stage
from ozj_desktop.model.facts import in_order
from ozj_desktop.model.forums import Topic
from ozj_desktop.model.parties import Party
from ozj_desktop.ui.main_window import MainWindow
from ozj_desktop.ui.parts.choose_model import Choice, ChooseModel
from ozj_desktop.ui.parts.inclusions import Inclusions
from ozj_desktop.ui.parts.place_model import Heading, Place, PlaceModel, with_headings
from ozj_desktop.ui.status import Shape, Status

ALT = Qt.KeyboardModifier.AltModifier
CONTROL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
LEFT = Qt.MouseButton.LeftButton
TITLES = ["Eén plan", "Eén loket", "Elke dag", "Warm overdragen"]


@pytest.fixture
def paper(window: MainWindow) -> Document:
    """A new document with four agreements, in sight."""
    made = Document(name="Convenant")
    found = [Agreement(title=title) for title in TITLES]
    places = [Inclusion(document=made.id, agreement=a.id, position=n) for n, a in enumerate(found)]
    with window.desk.step("filled"):
        window.desk.dossier.save(made, *found, *places)
    window.go(made.id)
    return made


def card(window: MainWindow) -> Inclusions:
    page: Any = window.page()
    found: Inclusions = page._bodies[1]
    return found


def titles(window: MainWindow, document: Document) -> list[str]:
    places = in_order(window.desk.dossier.all(Inclusion, document=document.id))
    return [window.desk.dossier.get(Agreement, p.agreement).title for p in places]


def steps(window: MainWindow) -> int:
    return window.desk.dossier.history.last.seq


def row(window: MainWindow, number: int) -> QPoint:
    view = card(window).view
    return view.visualRect(view.places.index(number, 0)).center()


def settled(window: MainWindow, qtbot: QtBot) -> Any:
    """The view, at its size."""
    view = card(window).view
    qtbot.waitUntil(lambda: view.height() == view.sizeHint().height())
    page: Any = window.page()
    page._area.ensureWidgetVisible(view)
    return view


def test_dragging_shows_where_it_comes_and_is_one_step(
    window: MainWindow, qtbot: QtBot, paper: Document
) -> None:
    view, before = settled(window, qtbot), steps(window)
    port = view.viewport()
    qtbot.mousePress(port, LEFT, pos=row(window, 0))
    qtbot.mouseMove(port, row(window, 1))
    below = row(window, 2) + QPoint(0, 8)
    qtbot.mouseMove(port, below)
    assert view.gap == 3
    assert view.dragged()
    assert titles(window, paper) == TITLES
    qtbot.mouseRelease(port, LEFT, pos=below)
    assert titles(window, paper) == ["Eén loket", "Elke dag", "Eén plan", "Warm overdragen"]
    assert steps(window) == before + 1
    assert view.gap == -1
    assert view.places.lines[view.currentIndex().row()].title == "Eén plan"
    window.desk.undo()
    assert titles(window, paper) == TITLES


def test_a_drag_that_ends_where_it_began_or_is_left_with_escape_does_nothing(
    window: MainWindow, qtbot: QtBot, paper: Document
) -> None:
    view, before = settled(window, qtbot), steps(window)
    port = view.viewport()
    qtbot.mousePress(port, LEFT, pos=row(window, 1))
    qtbot.mouseMove(port, row(window, 3))
    qtbot.keyClick(view, Qt.Key.Key_Escape)
    qtbot.mouseRelease(port, LEFT, pos=row(window, 3))
    qtbot.mousePress(port, LEFT, pos=row(window, 1))
    qtbot.mouseMove(port, row(window, 0))
    qtbot.mouseMove(port, row(window, 1))
    qtbot.mouseRelease(port, LEFT, pos=row(window, 1))
    assert titles(window, paper) == TITLES
    assert steps(window) == before


def test_alt_and_arrows_move_the_row_that_keeps_the_focus(
    window: MainWindow, qtbot: QtBot, paper: Document
) -> None:
    view, before = card(window).view, steps(window)
    view.setFocus(Qt.FocusReason.TabFocusReason)
    qtbot.keyClick(view, Qt.Key.Key_Down)
    for _ in range(3):  # the last one is one too many
        qtbot.keyClick(view, Qt.Key.Key_Down, ALT)
    assert titles(window, paper) == ["Eén plan", "Elke dag", "Warm overdragen", "Eén loket"]
    assert steps(window) == before + 2
    assert view.hasFocus()
    qtbot.keyClick(view, Qt.Key.Key_Up, ALT)
    assert titles(window, paper) == ["Eén plan", "Elke dag", "Eén loket", "Warm overdragen"]
    assert view.places.lines[view.currentIndex().row()].title == "Eén loket"
    for _ in range(3):
        window.desk.undo()
    assert titles(window, paper) == TITLES


def test_delete_takes_away_and_the_next_one_is_current(
    window: MainWindow, qtbot: QtBot, paper: Document
) -> None:
    view = card(window).view
    view.setFocus(Qt.FocusReason.TabFocusReason)
    qtbot.keyClick(view, Qt.Key.Key_Down)
    qtbot.keyClick(view, Qt.Key.Key_Delete)
    assert titles(window, paper) == ["Eén plan", "Elke dag", "Warm overdragen"]
    assert view.places.lines[view.currentIndex().row()].title == "Elke dag"
    assert len(window.desk.dossier.all(Agreement)) > 3  # only its place is gone


def chosen(window: MainWindow) -> list[int]:
    view = card(window).view
    return [view.places.number(id) for id in view.chosen()]


def test_shift_and_arrows_choose_a_range_that_delete_takes_out_in_one_step(
    window: MainWindow, qtbot: QtBot, paper: Document
) -> None:
    view, before = card(window).view, steps(window)
    view.setFocus(Qt.FocusReason.TabFocusReason)
    qtbot.keyClick(view, Qt.Key.Key_Down)
    qtbot.keyClick(view, Qt.Key.Key_Down, SHIFT)
    qtbot.keyClick(view, Qt.Key.Key_Down, SHIFT)
    assert chosen(window) == [1, 2, 3]
    qtbot.keyClick(view, Qt.Key.Key_Up, SHIFT)
    assert chosen(window) == [1, 2]
    qtbot.keyClick(view, Qt.Key.Key_Delete)
    assert titles(window, paper) == ["Eén plan", "Warm overdragen"]
    assert steps(window) == before + 1
    assert view.places.lines[view.currentIndex().row()].title == "Warm overdragen"
    assert view.hasFocus()
    window.desk.undo()
    assert titles(window, paper) == TITLES


def test_clicks_with_shift_and_ctrl_choose_several(
    window: MainWindow, qtbot: QtBot, paper: Document
) -> None:
    view = settled(window, qtbot)
    port = view.viewport()
    qtbot.mouseClick(port, LEFT, pos=row(window, 0))
    qtbot.mouseClick(port, LEFT, SHIFT, pos=row(window, 2))
    assert chosen(window) == [0, 1, 2]
    qtbot.mouseClick(port, LEFT, CONTROL, pos=row(window, 1))
    assert chosen(window) == [0, 2]
    qtbot.keyClick(view, Qt.Key.Key_Delete)
    assert titles(window, paper) == ["Eén loket", "Warm overdragen"]
    qtbot.mouseClick(port, LEFT, pos=row(window, 0))
    assert chosen(window) == [0]
    qtbot.keyClick(view, Qt.Key.Key_A, CONTROL)
    assert chosen(window) == [0, 1]


def test_what_is_chosen_stays_so_while_something_else_changes(
    window: MainWindow, qtbot: QtBot, paper: Document
) -> None:
    view = card(window).view
    view.setFocus(Qt.FocusReason.TabFocusReason)
    qtbot.keyClick(view, Qt.Key.Key_Down, SHIFT)
    last = window.desk.get(Agreement, view.places.places[3].agreement)
    assert last is not None
    window.desk.edit(last, {"title": "Anders"})
    assert chosen(window) == [0, 1]


def test_the_mouse_takes_away_and_goes_to_the_agreement(
    window: MainWindow, qtbot: QtBot, paper: Document
) -> None:
    view = settled(window, qtbot)
    rect = view.visualRect(view.places.index(0, 0))
    qtbot.mouseClick(view.viewport(), LEFT, pos=QPoint(rect.right() - 10, rect.center().y()))
    assert titles(window, paper) == TITLES[1:]
    qtbot.mouseClick(view.viewport(), LEFT, pos=QPoint(rect.right() - 44, rect.center().y()))
    there: Any = window.page()
    assert there.header.title.value() == "Eén loket"


def test_enter_goes_to_the_agreement(window: MainWindow, qtbot: QtBot, paper: Document) -> None:
    view = card(window).view
    view.setFocus(Qt.FocusReason.TabFocusReason)
    qtbot.keyClick(view, Qt.Key.Key_Return)
    there: Any = window.page()
    assert there.header.title.value() == "Eén plan"


def test_several_are_chosen_by_keys_and_added_in_one_step(
    window: MainWindow, qtbot: QtBot, paper: Document
) -> None:
    inclusions, before = card(window), steps(window)
    inclusions._more.setFocus()
    qtbot.keyClick(inclusions._more, Qt.Key.Key_Return)
    choose = inclusions.choose
    assert choose.search.hasFocus()
    offered = {line.words for line in choose.view.choices.lines if isinstance(line, Choice)}
    assert not offered & {*TITLES}
    qtbot.keyClick(choose.search, Qt.Key.Key_Down)
    view = choose.view
    qtbot.keyClick(view, Qt.Key.Key_Down)
    qtbot.keyClick(view, Qt.Key.Key_Space)
    qtbot.keyClick(view, Qt.Key.Key_Down)
    qtbot.keyClick(view, Qt.Key.Key_Space)
    assert choose.add.text() == "2 afspraken erbij zetten"
    qtbot.keyClick(view, Qt.Key.Key_Return)
    assert len(titles(window, paper)) == 6
    assert titles(window, paper)[:4] == TITLES
    assert steps(window) == before + 1
    assert choose.isHidden()
    assert inclusions.view.hasFocus()
    assert inclusions.view.places.number(inclusions.view.current()) == 4


def test_all_of_a_topic_are_chosen_with_its_heading(
    window: MainWindow, qtbot: QtBot, paper: Document
) -> None:
    topic = window.desk.dossier.all(Topic)[0]
    wanted = {a.title for a in window.desk.dossier.all(Agreement, topic=topic.id)}
    assert len(wanted) > 1
    choose = card(window).choose
    card(window).open_choose()
    qtbot.keyClicks(choose.search, topic.name)
    model = choose.view.choices
    place = choose.view.visualRect(model.index(0, 0)).center()
    qtbot.mouseClick(choose.view.viewport(), LEFT, pos=place)
    assert model.data(model.index(0, 0)) == f"{topic.name}: alle {len(wanted)}"
    qtbot.mouseClick(choose.add, LEFT)
    assert {*titles(window, paper)[4:]} == wanted


def test_what_is_ticked_stays_so_while_one_searches_on(
    window: MainWindow, qtbot: QtBot, paper: Document
) -> None:
    choose = card(window).choose
    card(window).open_choose()
    model = choose.view.choices
    first, last = model.lines[1], model.lines[-1]
    assert isinstance(first, Choice)
    assert isinstance(last, Choice)
    for choice in (first, last):
        choose.search.clear()
        choose.search.insert(choice.words)
        model.toggle(model.index(1, 0))
    qtbot.keyClicks(choose.search, "zzz")
    assert not choose.view.isVisible()
    qtbot.keyClick(choose.search, Qt.Key.Key_Return)
    assert titles(window, paper)[4:] == [first.words, last.words]


def test_escape_closes_the_choice_and_nothing_is_added(
    window: MainWindow, qtbot: QtBot, paper: Document
) -> None:
    inclusions = card(window)
    inclusions.open_choose()
    inclusions.choose.view.choices.toggle(inclusions.choose.view.choices.index(0, 0))
    qtbot.keyClick(inclusions.choose.search, Qt.Key.Key_Escape)
    assert inclusions.choose.isHidden()
    assert inclusions._more.hasFocus()
    assert titles(window, paper) == TITLES


def test_a_text_that_lies_fast_is_read_only_and_says_why(window: MainWindow, qtbot: QtBot) -> None:
    fast = next(d for d in window.desk.dossier.all(Document) if d.stage is Stage.FROZEN)
    window.go(fast.id)
    inclusions, before = card(window), titles(window, fast)
    assert "nieuwe versie" in inclusions._fast.text()
    assert not inclusions._fast.isHidden()
    assert inclusions._more.isHidden()
    view = settled(window, qtbot)
    view.setFocus(Qt.FocusReason.TabFocusReason)
    qtbot.keyClick(view, Qt.Key.Key_Down, ALT)
    qtbot.keyClick(view, Qt.Key.Key_Delete)
    qtbot.mousePress(view.viewport(), LEFT, pos=row(window, 0))
    qtbot.mouseMove(view.viewport(), row(window, 3))
    qtbot.mouseRelease(view.viewport(), LEFT, pos=row(window, 3))
    assert titles(window, fast) == before


def test_agreements_of_one_topic_can_be_put_together(
    window: MainWindow, qtbot: QtBot, paper: Document
) -> None:
    one, two = window.desk.dossier.all(Topic)[:2]
    one, two = sorted((one, two), key=lambda t: (t.position, t.name))
    places = in_order(window.desk.dossier.all(Inclusion, document=paper.id))
    with window.desk.step("filled"):
        for n, place in enumerate(places):
            agreement = window.desk.dossier.get(Agreement, place.agreement)
            window.desk.dossier.save(replace(agreement, topic=(two, one)[n % 2].id))
    inclusions = card(window)
    assert not any(isinstance(line, Heading) for line in inclusions.view.places.lines)
    qtbot.mouseClick(inclusions._sort, LEFT)
    assert titles(window, paper) == ["Eén loket", "Warm overdragen", "Eén plan", "Elke dag"]
    heads = [line.words for line in inclusions.view.places.lines if isinstance(line, Heading)]
    assert heads == [one.name, two.name]
    view = inclusions.view
    view.setFocus(Qt.FocusReason.TabFocusReason)
    for _ in range(2):  # over the second heading
        qtbot.keyClick(view, Qt.Key.Key_Down)
    assert view.places.lines[view.currentIndex().row()].title == "Eén plan"


def place(number: int, topic: str) -> Place:
    return Place(
        str(number), f"a{number}", f"Afspraak {number}", "", topic, Status(Shape.EMPTY, "")
    )


@pytest.mark.parametrize(
    ("topics", "headed"), [("", False), ("aab", True), ("aba", False), ("ab", False), ("aa", False)]
)
def test_headings_stand_where_topics_lie_together(topics: str, headed: bool) -> None:
    lines = with_headings([place(n, topic) for n, topic in enumerate(topics)])
    assert any(isinstance(line, Heading) for line in lines) is headed


def test_the_models_keep_to_the_rules(qtmodeltester: Any, qtbot: QtBot) -> None:
    owner = QObject()
    places, choices = PlaceModel(owner), ChooseModel(owner)
    for model in (places, choices):
        QAbstractItemModelTester(model)
    places.show_places([place(n, "aab"[n]) for n in range(3)])
    choices.show_choices([Choice(str(n), f"Keuze {n}", "aab"[n]) for n in range(3)])
    choices.toggle(choices.index(0, 0))
    assert choices.in_order() == ["0", "1"]
    choices.toggle(choices.index(1, 0))
    assert choices.state(choices.lines[0]) is Qt.CheckState.PartiallyChecked
    choices.filter("2")
    assert choices.in_order() == ["1"]
    assert choices.setData(
        choices.index(1, 0), Qt.CheckState.Checked.value, Qt.ItemDataRole.CheckStateRole
    )
    qtmodeltester.check(choices)
    qtmodeltester.check(places)
    assert places.show_places(places.places) is False


def ticked(window: MainWindow, *names: str) -> Any:
    """The panel, with these chosen."""
    choose = card(window).choose
    choices = choose.view.choices
    found = [n for n, line in enumerate(choices.lines) if getattr(line, "words", "") in names]
    for n in found:
        choices.toggle(choices.index(n, 0))
    return choose


def test_only_these_takes_the_place_of_all_that_is_there(
    window: MainWindow, qtbot: QtBot, paper: Document
) -> None:
    with window.desk.step("filled"):
        window.desk.dossier.save(Agreement(title="Nieuw A"), Agreement(title="Nieuw B"))
    card(window).open_choose()
    before = steps(window)
    choose = ticked(window, "Nieuw A", "Nieuw B")
    qtbot.mouseClick(choose.instead, LEFT)
    assert titles(window, paper) == ["Nieuw A", "Nieuw B"]
    assert steps(window) == before + 1
    window.desk.undo()
    assert titles(window, paper) == TITLES


def test_an_empty_document_has_nothing_to_replace(window: MainWindow, paper: Document) -> None:
    window.desk.delete(*window.desk.dossier.all(Inclusion, document=paper.id))
    card(window).open_choose()
    assert card(window).choose.instead.isHidden()


def test_examples_that_stand_nowhere_can_be_thrown_away_at_once(
    window: MainWindow, qtbot: QtBot
) -> None:
    made = Document(name="Convenant")
    examples = [Agreement(title=t, what="«wie?» belt «aantal» dagen.") for t in ("Een", "Twee")]
    real = Agreement(title="Van ons", what="Wij bellen.")
    begun = Agreement(title="Begonnen", what="«wie?»")
    giving = Contribution(agreement=begun.id, party=window.desk.dossier.all(Party)[0].id)
    all_of = [*examples, real]
    places = [Inclusion(document=made.id, agreement=a.id, position=n) for n, a in enumerate(all_of)]
    with window.desk.step("filled"):
        window.desk.dossier.save(made, *all_of, begun, giving, *places)
    window.go(made.id)
    part = card(window)
    assert part.discard.isHidden()
    for place in places[:2]:
        part._take_away([place.id])
    assert part.discard.text() == "Verwijder 2 voorbeeldafspraken die in geen stuk staan"
    before = steps(window)
    qtbot.mouseClick(part.discard, LEFT)
    assert steps(window) == before + 1
    assert window.undo.undo.text() == "Ongedaan maken: 2 afspraken verwijderd"
    left = {a.title for a in window.desk.dossier.all(Agreement)}
    assert {"Van ons", "Begonnen"} <= left and not {"Een", "Twee"} & left
    assert part.discard.isHidden()
    window.desk.undo()
    assert {"Een", "Twee"} <= {a.title for a in window.desk.dossier.all(Agreement)}


def test_the_whole_panel_to_choose_from_comes_in_sight(
    window: MainWindow, qtbot: QtBot, paper: Document
) -> None:
    with window.desk.step("filled"):
        window.desk.dossier.save(*(Agreement(title=f"Los {n}") for n in range(12)))
    page: Any = window.page()
    page._area.verticalScrollBar().setValue(0)
    card(window).open_choose()
    choose, port = card(window).choose, page._area.viewport()
    qtbot.waitUntil(
        lambda: port.rect().contains(choose.mapTo(port, choose.rect().bottomLeft() - QPoint(0, 1)))
    )
