"""Whether two parties may be one: asked where it is likely, and of no two that are not."""

import pytest

from ozj_desktop.model.alike import Alike, apart, same_as
from ozj_desktop.model.parties import Party
from tests.model.conftest import Know

MAASDONK = "Stichting Leerrijk Maasdonk"


@pytest.mark.parametrize(
    ("new", "there"),
    [
        ("Leerrijk", MAASDONK),
        (MAASDONK, "Leerrijk"),
        ("leerrijk maasdonk", MAASDONK),
        ("Leérrijk", MAASDONK),
        ("St. Leerrijk", MAASDONK),
        ("SLM", MAASDONK),
        (MAASDONK, "SLM"),
        ("SWV De Meierij PO", "Samenwerkingsverband De Meierij PO"),
        ("De Wingerd", "Stichting de Wingerd"),
        ("GGD", "GGD Hart voor Brabant"),
        ("Coöperatie Zorgkring", "Zorgkring"),
    ],
)
def test_these_may_be_one(new: str, there: str) -> None:
    older, other = Party(name=there), Party(name="Gemeente Oss")
    assert Alike([older, other]).to(Party(name=new)) == older


@pytest.mark.parametrize(
    ("new", "there"),
    [
        ("Gemeente Oss", "Gemeente Maasdonk"),
        ("Partij 12", "Partij 13"),
        ("Stichting Oosterpoort", MAASDONK),
        ("Stichting", MAASDONK),
        ("", MAASDONK),
        ("Leerrijk", ""),
        ("De", "De Stroming"),
        ("SWV PO", "SWV VO"),
    ],
)
def test_these_are_two(new: str, there: str) -> None:
    assert Alike([Party(name=there)]).to(Party(name=new)) is None


def test_a_short_name_counts_too() -> None:
    older = Party(name="Onderwijsgroep De Linde", short_name="Linde-PO")
    assert Alike([older]).to(Party(name="linde po")) == older


def test_a_word_that_more_share_says_nothing() -> None:
    parties = [Party(name="Gemeente Oss"), Party(name="Gemeente Maasdonk")]
    assert Alike(parties).to(Party(name="Gemeente")) is None
    assert Alike([*parties, Party(name="gemeente")]).to(Party(name="Gemeente")) is not None


def test_it_is_asked_of_the_newer_one_until_somebody_says_they_are_two(know: Know) -> None:
    older, newer = Party(name=MAASDONK), Party(name="Leerrijk")
    assert same_as(know(older, newer), newer) == older
    assert same_as(know(older, newer), older) is None
    assert same_as(know(older, newer, apart(newer, older)), newer) is None
