"""Long words are broken where a reader would break them."""

import pytest

from ozj_desktop.model.hyphens import BREAK, SOFT, at_the_at, hyphenated


@pytest.mark.parametrize(
    "shown",
    [
        "Samenwerkings-verband PO Elzenland",
        "jeugdgezondheids-zorg",
        "gehandicapten-zorg",
        "Jeugdhulp-aanbieder",
        "schoolbestuurs-secretaris",
        "leerplicht-ambtenaar",
        "ondersteunings-plicht",
    ],
)
def test_a_long_word_is_broken_between_its_words(shown: str) -> None:
    assert hyphenated(shown.replace("-", "")) == shown.replace("-", SOFT)


@pytest.mark.parametrize("shown", ["geïnformeerd", "onderwijs", "trekker", "Elzencollege", ""])
def test_a_short_word_is_left_alone(shown: str) -> None:
    assert hyphenated(shown) == shown


@pytest.mark.parametrize("text", ["a" * 5000, "x" * 12 + " " + "onderwijs" * 200, "12345678901234"])
def test_nothing_else_changes(text: str) -> None:
    assert hyphenated(text).replace(SOFT, "") == text


def test_an_address_is_never_broken() -> None:
    address = "voorzitter@ouderraadmaasdonk.nl"
    assert hyphenated(address) == address
    told = hyphenated(f"{address} jeugdhulpaanbieder")
    assert told.startswith(f"{address} ")
    assert SOFT in told


def test_an_address_goes_on_after_its_at() -> None:
    assert at_the_at("voorzitter@ouderraadmaasdonk.nl").split(BREAK) == [
        "voorzitter@",
        "ouderraadmaasdonk",
        ".nl",
    ]
    assert at_the_at("jeugdhulp") == "jeugdhulp"
