"""Partijen: paste a list, make two one, see who is missing, and all that a party is in."""

from collections.abc import Callable
from pathlib import Path
from time import perf_counter
from typing import Any

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QApplication,
    QLabel,
    QLineEdit,
    QTextEdit,
    QWidget,
)
from pytestqt.qtbot import QtBot

from ozj_desktop.model.actions import Action
from ozj_desktop.model.agreements import Contribution
from ozj_desktop.model.alike import same_as
from ozj_desktop.model.attention import SetAside
from ozj_desktop.model.documents import Assent
from ozj_desktop.model.facts import in_order
from ozj_desktop.model.lists import ListItem, item_id
from ozj_desktop.model.parties import Contact, Domain, Party
from ozj_desktop.model.party_columns import Meaning
from ozj_desktop.store.dossier import Dossier
from ozj_desktop.ui.desk import Desk
from ozj_desktop.ui.main_window import MainWindow
from ozj_desktop.ui.pages.parties.alike_card import AlikeCard
from ozj_desktop.ui.pages.parties.gaps_panel import GapsPanel
from ozj_desktop.ui.pages.parties.paste_panel import PastePanel
from ozj_desktop.ui.pages.parties.pasted_model import PastedModel
from ozj_desktop.ui.pages.parties.unite_panel import UnitePanel
from ozj_desktop.ui.pages.parties_page import PLACES, PartiesPage
from ozj_desktop.ui.parts.line_row import LineRow
from ozj_desktop.ui.parts.pick_edit import New, Option, PickEdit
from ozj_desktop.ui.parts.related import Related

CTRL, ALT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier
LISTED = (
    "Organisatie\tContactpersoon\tE-mail\n"
    "Gemeente Elzervoort\tP. Groen\tp.groen@elzervoort.example\n"
    "Stichting De Linde\tS. de Wit\ts.dewit@linde.example\n"
    "Gemeente Lindebroek\tF. Aydin\tf.aydin@lindebroek.example"
)


@pytest.fixture
def parties(window: MainWindow) -> PartiesPage:
    window.go("parties")
    found = window.pages["parties"]
    assert isinstance(found, PartiesPage)
    return found


@pytest.fixture
def dossier(window: MainWindow) -> Dossier:
    return window.desk.dossier


def named(dossier: Dossier, name: str) -> Party:
    return next(p for p in dossier.all(Party) if p.name == name)


def copied(text: str) -> None:
    QApplication.clipboard().setText(text)


def pasting(parties: PartiesPage, qtbot: QtBot, text: str) -> PastePanel:
    """As somebody pastes it in the line for a new party."""
    copied(text)
    parties.list.new.setFocus()
    qtbot.keyClick(parties.list.new, Qt.Key.Key_V, CTRL)
    panel = parties.panel()
    assert isinstance(panel, PastePanel)
    qtbot.waitUntil(lambda: panel.isVisible() and panel.add.isVisible())
    return panel


# Pasting


def test_a_list_pasted_in_the_new_line_is_added_with_enter_as_one_step(
    parties: PartiesPage, dossier: Dossier, qtbot: QtBot
) -> None:
    before = dossier.rows.everything()
    steps = dossier.history.last.seq
    panel = pasting(parties, qtbot, LISTED)
    assert dossier.history.last.seq == steps
    assert parties.list.new.text() == ""
    assert panel.add.text() == "2 partijen en 3 contactpersonen toevoegen"
    assert QApplication.focusWidget() is panel.add
    qtbot.keyClick(panel.add, Qt.Key.Key_Return)
    assert parties.panel() is None
    assert dossier.history.last.seq == steps + 1
    linde = named(dossier, "Stichting De Linde")
    assert [c.name for c in dossier.all(Contact, party=linde.id)] == ["S. de Wit"]
    assert parties.list.current() == named(dossier, "Gemeente Elzervoort").id
    dossier.undo()
    assert dossier.rows.everything() == before


def test_one_name_pasted_is_just_a_name(
    parties: PartiesPage, dossier: Dossier, qtbot: QtBot
) -> None:
    copied("Gemeente Elzervoort\n")
    parties.list.new.setFocus()
    qtbot.keyClick(parties.list.new, Qt.Key.Key_V, CTRL)
    qtbot.keyClick(parties.list.new, Qt.Key.Key_Return)
    assert parties.panel() is None
    made = named(dossier, "Gemeente Elzervoort")
    assert (made.kind, made.domain) == (item_id("party_kind", "municipality"), Domain.MUNICIPALITY)


def test_ctrl_v_in_the_rows_pastes_too_and_escape_leaves_all_as_it_was(
    parties: PartiesPage, dossier: Dossier, qtbot: QtBot
) -> None:
    before, chosen = dossier.rows.everything(), parties.list.current()
    copied(LISTED)
    parties.list.view.setFocus()
    qtbot.keyClick(parties.list.view, Qt.Key.Key_V, CTRL)
    panel = parties.panel()
    assert isinstance(panel, PastePanel)
    qtbot.keyClick(panel.add, Qt.Key.Key_Escape)
    assert parties.panel() is None
    assert parties.list.current() == chosen
    assert dossier.rows.everything() == before


def test_without_a_list_there_is_a_place_to_paste_one(
    parties: PartiesPage, dossier: Dossier, qtbot: QtBot
) -> None:
    copied("")
    command = next(c for c in parties.header.commands() if c.words.startswith("Partijen plakken"))
    command.do()
    panel = parties.panel()
    assert isinstance(panel, PastePanel)
    qtbot.waitUntil(panel.here.hasFocus)
    copied(LISTED)
    qtbot.keyClick(panel.here, Qt.Key.Key_V, CTRL)
    assert panel.model.rowCount() == 3
    qtbot.waitUntil(panel.add.hasFocus)


def test_another_meaning_of_a_column_changes_what_happens(
    parties: PartiesPage, qtbot: QtBot
) -> None:
    panel = pasting(parties, qtbot, LISTED)
    head = panel.strip.edits[1]
    assert head.value() is Meaning.PERSON
    assert head.accessibleName() == "Wat betekent ‘Contactpersoon’?"
    head.take(Option(Meaning.NOTHING, "Niet gebruiken"))
    qtbot.waitUntil(lambda: panel.model.columns.meanings[1] is Meaning.NOTHING)
    assert all(c.name == "" for c in panel.model.plan.contacts.values())
    panel.strip.edits[2].take(Option(Meaning.NAME, "Naam van de partij"))
    qtbot.waitUntil(lambda: panel.model.columns.meanings[0] is Meaning.NOTHING)
    assert panel.strip.edits[0].value() is Meaning.NOTHING


def test_a_wrong_address_is_mended_in_the_list(
    parties: PartiesPage, dossier: Dossier, qtbot: QtBot
) -> None:
    panel = pasting(parties, qtbot, "Partij\tE-mail\nGGD Noord\tpiet@@noord")
    assert "1 rode cel gaat zo niet mee" in panel._after.text()
    cell = panel.model.index(0, 2)
    panel.table.setFocus()
    panel.table.setCurrentIndex(cell)
    assert "geen e-mailadres" in panel._remedy.text()
    qtbot.keyClick(panel.table, Qt.Key.Key_Return)
    edit = panel.table.viewport().findChild(QLineEdit)
    assert edit is not None
    edit.selectAll()
    qtbot.keyClicks(edit, "piet@noord.example")
    qtbot.keyClick(edit, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: "in één keer" in panel._after.text())
    panel.add.click()
    ggd = named(dossier, "GGD Noord")
    assert [c.email for c in dossier.all(Contact, party=ggd.id)] == ["piet@noord.example"]


def test_an_unknown_kind_is_asked_and_can_become_a_kind_of_ones_own(
    parties: PartiesPage, dossier: Dossier, qtbot: QtBot
) -> None:
    panel = pasting(parties, qtbot, "Partij\tSoort\nA\tcliëntenclub\nB\tcliëntenclub\nC\tclub")
    asked = [e for e in panel.findChildren(PickEdit) if e.accessibleName().startswith("Welke")]
    assert [e.accessibleName() for e in asked] == [
        "Welke soort is ‘cliëntenclub’?",
        "Welke soort is ‘club’?",
    ]
    asked[0].take(Option(New("cliëntenorganisatie"), "nieuw"))
    qtbot.waitUntil(lambda: "cliëntenclub" not in panel.model.plan.kinds)
    panel.add.click()
    own = next(i for i in dossier.all(ListItem) if i.label == "cliëntenorganisatie")
    assert (named(dossier, "A").kind, named(dossier, "B").kind) == (own.id, own.id)
    assert named(dossier, "C").kind is None
    dossier.undo()
    assert not [i for i in dossier.all(ListItem) if i.label == "cliëntenorganisatie"]


def test_a_proposal_can_be_taken_away(parties: PartiesPage, dossier: Dossier, qtbot: QtBot) -> None:
    panel = pasting(parties, qtbot, "Gemeente Noord\nGGD Noord")
    assert panel.model.index(0, 2).data() == "gemeente ?"
    panel.table.setFocus()
    panel.table.setCurrentIndex(panel.model.index(0, 2))
    qtbot.keyClick(panel.table, Qt.Key.Key_Delete)
    assert panel.model.index(0, 2).data() == ""
    panel.add.click()
    assert named(dossier, "Gemeente Noord").kind is None
    assert named(dossier, "GGD Noord").kind == item_id("party_kind", "jgz")


def test_a_hundred_thousand_characters_keep_nobody_waiting(
    parties: PartiesPage, qtbot: QtBot
) -> None:
    text = "\n".join(f"Stichting nummer {n}\tpersoon{n}@x.example" for n in range(2500))
    assert len(text) > 100_000
    started = perf_counter()
    panel = pasting(parties, qtbot, text)
    assert perf_counter() - started < 3
    assert panel.model.rowCount() == 2000


def test_a_list_without_a_name_says_so(parties: PartiesPage, qtbot: QtBot) -> None:
    panel = pasting(parties, qtbot, "a@b.nl\t0612345678\nc@d.nl\t0687654321")
    assert panel._told.text().startswith("In geen kolom staat de naam")
    assert not panel.add.isEnabled()


def test_the_model_of_a_pasted_list_is_sound(desk: Desk, qtbot: QtBot) -> None:
    owner = QWidget()
    qtbot.addWidget(owner)
    model = PastedModel(desk, owner)
    fatal = QAbstractItemModelTester.FailureReportingMode.Fatal
    tester = QAbstractItemModelTester(model, fatal)
    for text in (LISTED, "", "Naam\nGGD", "a\tb\tc\nd"):
        model.show_text(text)
    model.set_meaning(0, Meaning.KIND)
    model.setData(model.index(0, 1), "GGD")
    model.clear_cells([model.index(0, 0), model.index(0, 1)])
    assert tester.model() is model


def test_people_from_excel_go_to_the_right_columns(
    parties: PartiesPage, dossier: Dossier, qtbot: QtBot
) -> None:
    party = named(dossier, "SWV VO Oevermark")
    parties.show_thing(party.id)
    table = next(b.table for b in parties._bodies if getattr(b, "table", None))
    copied("E-mail\tTel\tNaam\tRol\na@swv.example\t06 1\tmw. A. Bos\tdirecteur")
    table.setFocus()
    table.setCurrentIndex(table.parts.index(0, 2))
    qtbot.keyClick(table, Qt.Key.Key_V, CTRL)
    (person,) = dossier.all(Contact, party=party.id)
    assert (person.name, person.function, person.email, person.phone) == (
        "A. Bos",
        "directeur",
        "a@swv.example",
        "06 1",
    )


# Making one of two


def test_two_parties_become_one_by_keyboard_and_undo_brings_both_back(
    parties: PartiesPage, dossier: Dossier, qtbot: QtBot
) -> None:
    before = dossier.rows.everything()
    stays, goes = named(dossier, "Gemeente Lindebroek"), named(dossier, "GGD Oevermark")
    parties.show_thing(stays.id)
    next(c for c in parties.header.commands() if c.words == "Samenvoegen met…").do()
    panel = parties.panel()
    assert isinstance(panel, UnitePanel)
    qtbot.waitUntil(panel._with.hasFocus)
    qtbot.keyClicks(panel._with, "GGD Oev")
    qtbot.keyClick(QApplication.activePopupWidget() or panel._with, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: bool(panel.choices))
    assert not panel.do.isEnabled()
    assert "Kies eerst" in panel._told.text()
    asked = [t.stays.id for t in panel._found().asked]
    assert len(asked) == 3
    for id in asked:
        card = panel.choices[id].cards[1]
        card.setFocus(Qt.FocusReason.TabFocusReason)
        qtbot.keyClick(card, Qt.Key.Key_Space)
    assert panel.do.isEnabled()
    panel.choices["name"].cards[0].click()
    contributions = dossier.count(Contribution)
    qtbot.keyClick(panel.do, Qt.Key.Key_Return)
    assert parties.panel() is None
    assert dossier.count(Party) == 15
    assert dossier.count(Contribution) == contributions - 4
    assert parties.list.current() == stays.id
    assert "voorbehoud" not in {a.table.label for a in dossier.all(Assent, party=stays.id)}
    assert parties.desk.dossier.history.last.label == f"united {stays.id}"
    dossier.undo()
    assert dossier.rows.everything() == before
    assert named(dossier, "GGD Oevermark").id == goes.id


def test_a_party_that_goes_elsewhere_closes_the_panel(
    parties: PartiesPage, dossier: Dossier, qtbot: QtBot
) -> None:
    party = Party(name="Nieuw")
    parties.desk.add(party)
    parties.unite(party)
    dossier.undo()
    assert parties.panel() is None


def test_no_field_is_asked_where_the_two_do_not_differ(
    parties: PartiesPage, dossier: Dossier
) -> None:
    one, two = Party(name="Zelfde"), Party(name="Zelfde", seat="Linde")
    parties.desk.add(one, two)
    parties.unite(one)
    panel = parties.panel()
    assert isinstance(panel, UnitePanel)
    panel.ask_about(two)
    assert panel.choices == {}
    panel.do.click()
    assert dossier.get(Party, one.id).seat == "Linde"


def test_parties_of_one_name_are_told_apart(parties: PartiesPage, dossier: Dossier) -> None:
    parties.desk.add(*(Party(name=name) for name in ("GGD Noord", "ggd noord", "GGD Noord")))
    first, second, third = dossier.all(Party)[-3:]
    parties.desk.add(Contact(party=second.id, name="A. Bos"))
    parties.unite(first)
    panel = parties.panel()
    assert isinstance(panel, UnitePanel)
    words = [option.words for option in panel._others() if option.key in (second.id, third.id)]
    assert words == [
        "ggd noord (0 afspraken, 1 contactpersoon, nummer 2)",
        "GGD Noord (0 afspraken, 0 contactpersonen, nummer 3)",
    ]


# The same twice


def alike_card(parties: PartiesPage) -> AlikeCard:
    found = parties.findChild(AlikeCard)
    assert isinstance(found, AlikeCard)
    return found


def test_no_two_of_the_example_are_alike(parties: PartiesPage, dossier: Dossier) -> None:
    facts = parties.desk.facts
    assert [p.name for p in dossier.all(Party) if same_as(facts, p)] == []


def test_a_new_party_that_resembles_one_is_asked_about_and_can_be_united(
    parties: PartiesPage, dossier: Dossier, qtbot: QtBot
) -> None:
    older = named(dossier, "Stichting De Waterlelie Lindebroek")
    parties.desk.add(made := Party(name="Waterlelie", gives_up="een zetel"))
    parties.show_thing(made.id)
    card = alike_card(parties)
    qtbot.waitUntil(card.isVisible)
    told = [label.text() for label in card.findChildren(QLabel)]
    assert f"Dit lijkt op ‘{older.name}’. Is dit dezelfde?" in told
    qtbot.mouseClick(card.one, Qt.MouseButton.LeftButton)
    panel = parties.panel()
    assert isinstance(panel, UnitePanel)
    panel.do.click()
    assert parties.list.current() == older.id
    assert "een zetel" in dossier.get(Party, older.id).gives_up
    assert not [p for p in dossier.all(Party) if p.id == made.id]
    assert not card.isVisible()


def test_two_that_are_not_the_same_stay_two_for_good(
    parties: PartiesPage, dossier: Dossier, qtbot: QtBot
) -> None:
    parties.desk.add(made := Party(name="Waterlelie"))
    parties.show_thing(made.id)
    card = alike_card(parties)
    qtbot.waitUntil(card.isVisible)
    qtbot.mouseClick(card.two, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: not card.isVisible())
    parties.show_thing(named(dossier, "GGD Oevermark").id)
    parties.show_thing(made.id)
    assert not card.isVisible()
    dossier.undo()
    qtbot.waitUntil(card.isVisible)


def test_a_pasted_party_that_resembles_one_says_so_and_is_shown_first(
    parties: PartiesPage, dossier: Dossier, qtbot: QtBot
) -> None:
    panel = pasting(parties, qtbot, "Partij\nIets anders\nWaterlelie")
    told = panel.model.plan.told
    assert told[1].words == "nieuw"
    assert told[2].words == "nieuw; is dit dezelfde als ‘Stichting De Waterlelie Lindebroek’?"
    assert panel.add.isEnabled()
    panel.add.click()
    assert parties.list.current() == named(dossier, "Waterlelie").id
    qtbot.waitUntil(alike_card(parties).isVisible)


# Who is missing


def gaps(parties: PartiesPage) -> GapsPanel:
    parties.gaps.button.click()
    panel = parties.panel()
    assert isinstance(panel, GapsPanel)
    return panel


def buttons(widget: QWidget) -> dict[str, QAbstractButton]:
    return {b.text(): b for b in widget.findChildren(QAbstractButton)}


def test_who_is_missing_is_counted_below_the_list(parties: PartiesPage) -> None:
    assert parties.gaps.button.text() == "Wie missen we nog (2)"
    names = [str(card._gap.item) for card in gaps(parties).cards]
    assert names == ["zorgverzekeraar", "zorgkantoor (Wlz)"]


def test_who_is_missing_is_added_and_ready_to_be_named(
    parties: PartiesPage, dossier: Dossier, qtbot: QtBot
) -> None:
    buttons(gaps(parties).cards[0])["Toevoegen"].click()
    assert parties.panel() is None
    qtbot.waitUntil(parties.header.title.hasFocus)
    assert parties.header.title.value() == "Zorgverzekeraar"
    assert named(dossier, "Zorgverzekeraar").kind == item_id("party_kind", "health_insurer")
    qtbot.keyClicks(parties.header.title, "Zilveren Zorg")
    parties.list.view.setFocus()
    made = named(dossier, "Zilveren Zorg")
    assert (made.kind, made.domain) == (item_id("party_kind", "health_insurer"), Domain.HEALTH)
    assert parties.gaps.button.text() == "Wie missen we nog (1)"


def test_a_gap_becomes_an_action_in_one_step(parties: PartiesPage, dossier: Dossier) -> None:
    panel = gaps(parties)
    buttons(panel.cards[0])["Maak een actie"].click()
    made = dossier.all(Action)[-1]
    assert made.what == "Vraag aan tafel: zorgverzekeraar"
    assert parties.gaps.button.text() == "Wie missen we nog (1)"
    assert "Naar de actie" in buttons(panel.cards[0])
    dossier.undo()
    assert "Maak een actie" in buttons(panel.cards[0])


def test_a_gap_is_set_aside_with_a_reason_as_on_the_page_of_signals(
    parties: PartiesPage, window: MainWindow, dossier: Dossier, qtbot: QtBot
) -> None:
    panel = gaps(parties)
    buttons(panel.cards[0])["Leg terzijde…"].click()
    qtbot.keyClicks(panel.cards[0]._reason, "eerst de gemeenten")
    qtbot.keyClick(panel.cards[0]._reason, Qt.Key.Key_Return)
    assert dossier.all(SetAside)[-1].signal == "missing"
    assert parties.gaps.button.text() == "Wie missen we nog (1)"
    assert str(panel.cards[-1]._gap.item) == "zorgverzekeraar"
    qtbot.waitUntil(window.attention.is_ready)
    window.desk.go("signals")
    parties.desk.go("parties")
    buttons(panel.cards[-1])["Terughalen"].click()
    assert parties.gaps.button.text() == "Wie missen we nog (2)"


# All that a party is in


@pytest.mark.parametrize(
    ("title", "place"),
    [
        ("Wat zij van de stukken zegt", "documents"),
        ("Wat zij belooft", "agreements"),
        ("Acties", "actions"),
        ("Waar zij bij hoort", "forums"),
    ],
)
def test_every_line_of_a_party_goes_there(
    parties: PartiesPage, window: MainWindow, dossier: Dossier, qtbot: QtBot, title: str, place: str
) -> None:
    parties.show_thing(named(dossier, "GGD Oevermark").id)
    card = next(b for b in parties._bodies if isinstance(b, Related) and b.title.text() == title)
    rows = card.findChildren(LineRow)
    assert rows
    rows[0].setFocus(Qt.FocusReason.TabFocusReason)
    qtbot.keyClick(rows[0], Qt.Key.Key_Space)
    assert window.stack.place() == place


def test_chips_tell_what_matters_before_a_meeting(parties: PartiesPage, dossier: Dossier) -> None:
    parties.show_thing(named(dossier, "Gemeente Lindebroek").id)
    told = [chip.accessibleName() for chip in parties.header._chips if chip.isVisible()]
    assert "voorbehoud: begroting" in told
    assert "1 actie te laat" in told


def test_alt_and_an_arrow_move_a_party_where_the_order_is_ones_own(
    parties: PartiesPage, dossier: Dossier, qtbot: QtBot
) -> None:
    parties.list.group("niet groeperen")
    first, second = (p.id for p in in_order(dossier.all(Party))[:2])
    parties.show_thing(first)
    view = parties.list.view
    view.setFocus()
    qtbot.keyClick(view, Qt.Key.Key_Down, ALT)
    assert in_order(dossier.all(Party))[0].id == first
    parties.list.order(PLACES)
    qtbot.keyClick(view, Qt.Key.Key_Down, ALT)
    assert [p.id for p in in_order(dossier.all(Party))[:2]] == [second, first]
    assert parties.list.current() == first
    words = [command.words for command in parties.header.commands()]
    assert "Naar boven" in words
    dossier.undo()
    assert in_order(dossier.all(Party))[0].id == first


def test_the_sheet_of_a_party_is_made_from_its_menu(
    parties: PartiesPage,
    window: MainWindow,
    tmp_path: Path,
    qtbot: QtBot,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    asked: list[str] = []

    def where(_: object, name: str, *__: object) -> Path:
        asked.append(name)
        return tmp_path / name

    monkeypatch.setattr("ozj_desktop.ui.saving.where", where)
    command = next(c for c in parties.header.commands() if c.words == "Partijblad…")
    with qtbot.waitSignal(window.files.made, timeout=20_000):
        command.do()
    assert asked == ["partijblad_gemeente-lindebroek.pdf"]
    assert (tmp_path / asked[0]).read_bytes().startswith(b"%PDF")


# For everybody

ACCEPTS = QAbstractButton | QLineEdit | QTextEdit | QAbstractItemView
OPEN: dict[str, Callable[[PartiesPage, Any], object]] = {
    "paste": lambda page, bot: pasting(page, bot, f"{LISTED}\nX\tY\tZ\t"),
    "unite": lambda page, _: page.unite(page.desk.dossier.all(Party)[0]),
    "gaps": lambda page, _: page.open_gaps(),
}


@pytest.mark.parametrize("name", OPEN)
def test_everything_in_a_panel_that_takes_the_focus_has_a_name(
    parties: PartiesPage, dossier: Dossier, qtbot: QtBot, name: str
) -> None:
    OPEN[name](parties, qtbot)
    panel: Any = parties.panel()
    if name == "unite":
        panel.ask_about(named(dossier, "GGD Oevermark"))
    nameless = [
        type(widget).__name__
        for widget in panel.findChildren(QWidget)
        if widget.focusPolicy() & Qt.FocusPolicy.TabFocus
        and isinstance(widget, ACCEPTS)
        and not (widget.accessibleName() or getattr(widget, "text", str)())
    ]
    assert nameless == []


@pytest.mark.parametrize("name", OPEN)
def test_choosing_another_party_leaves_a_panel(
    parties: PartiesPage, qtbot: QtBot, name: str
) -> None:
    OPEN[name](parties, qtbot)
    view = parties.list.view
    row = parties.list.model.line_of(parties.list.model.shown()[3].id)
    place = view.visualRect(parties.list.model.index(row, 0)).center()
    qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(place))
    assert parties.panel() is None
    assert parties._middle.currentWidget() is parties._detail
