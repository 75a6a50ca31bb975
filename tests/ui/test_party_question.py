"""Who takes part, as pasted at the welcome: each kind takes the place of the usual of its kind."""

import pytest
from pytestqt.qtbot import QtBot

from ozj_desktop.exchange.content import party_kinds, starting_items
from ozj_desktop.exchange.from_template import Answers, Member
from ozj_desktop.model.party_kinds import Known
from ozj_desktop.ui.theme import Theme
from ozj_desktop.ui.welcome.party_question import PartyQuestion, pasted


@pytest.mark.parametrize("known", party_kinds().all, ids=lambda k: k.code)
def test_a_usual_party_gives_way_to_one_of_its_kind(
    theme: Theme, qtbot: QtBot, known: Known
) -> None:
    """Whatever the kind is, and whether a column or the name itself says it."""
    label = next(
        i.label for i in starting_items() if (i.list, i.code) == ("party_kind", known.code)
    )
    other = "employer" if known.code != "employer" else "police"
    members = [Member("its", "De gebruikelijke", known.code), Member("other", "Anders", other)]
    for text in (
        f"Naam\tSoort\nDe Wingerd\t{label}\n",
        f"Organisatie\tType\tTekent\nDe Wingerd\t{label.capitalize()}\tja\n",
        f"{label.capitalize()} Elzen\n" if known.words else "",
    ):
        question = PartyQuestion(theme)
        qtbot.addWidget(question)
        question.begin(members, Answers())
        question.own.setPlainText(text)
        its = question.rows[0]
        assert its.check.isChecked() == (not text)
        assert question.rows[1].check.isChecked()


@pytest.mark.parametrize("first", ["Schoolbestuur De Wingerd", "Bestuur PO (openbaar)"])
def test_the_first_of_a_list_of_names_is_no_heading(first: str) -> None:
    assert pasted(f"{first}\nGGD Elzen\nPolitie").names == [first, "GGD Elzen", "Politie"]
    assert pasted(f"{first}\nGGD Elzen").kinds["GGD Elzen"] == "jgz"


def test_columns_that_are_not_used_are_told_with_where_to_choose_them(
    theme: Theme, qtbot: QtBot
) -> None:
    question = PartyQuestion(theme)
    qtbot.addWidget(question)
    head = "Organisatie\tSoort\tOpmerkingen\tAantal fte\t\tLeeg"
    question.own.setPlainText(f"{head}\nGGD Elzen\tjgz\ttrekker\t3\t12\t\nVivo\t\t\t2\t\t")
    told = question.told.text()
    assert "2 kolommen niet gebruikt: ‘Aantal fte’ en ‘kolom 5’." in told
    assert "Opmerkingen" not in told and "Leeg" not in told
    assert "‘Partijen plakken uit Excel’, in het menu … bij Partijen" in told
    question.own.setPlainText("Organisatie\tOpmerkingen\nGGD Elzen\ttrekker")
    assert "niet gebruikt" not in question.told.text()
