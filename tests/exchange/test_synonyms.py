"""What people type for the choices of a fixed list."""

import tomllib
from typing import Any

import pytest

from ozj_desktop.exchange.content import synonyms
from ozj_desktop.model.actions import ActionState
from ozj_desktop.model.agreements import Progress, Role
from ozj_desktop.model.documents import TableAssent
from ozj_desktop.model.dutch import bare
from ozj_desktop.model.parties import Uptake
from ozj_desktop.model.record import Choice
from ozj_desktop.paths import resource

LISTS: list[Any] = [Role, TableAssent, Progress, ActionState, Uptake]


def told() -> dict[str, dict[str, list[str]]]:
    return tomllib.loads(resource("content/synonyms.toml").read_text(encoding="utf-8"))


def test_every_list_and_every_code_is_one_of_ours() -> None:
    known = {choice.__name__: {c.value for c in choice} for choice in LISTS}
    assert {name: set(codes) <= known.get(name, {"yes", "no"}) for name, codes in told().items()}
    assert {*told()} == {*known, "flag", "heading"}
    assert all({*told()[name]} <= codes for name, codes in known.items())


@pytest.mark.parametrize("name", [*told()])
def test_no_word_means_two_things(name: str) -> None:
    words = [bare(word) for words in told()[name].values() for word in words]
    assert len(words) == len({*words})


@pytest.mark.parametrize("choice", LISTS)
def test_no_word_is_the_word_of_another_choice(choice: type[Choice]) -> None:
    labels = {bare(c.label): c.value for c in choice}
    known = synonyms(choice.__name__)
    assert all(known.get(label, code) == code for label, code in labels.items())
    begun = {word: code for word in known for label, code in labels.items() if begins(label, word)}
    assert all(known[word] == code for word, code in begun.items())


def begins(label: str, word: str) -> bool:
    """Who types this may be on the way to that."""
    return len(word) > 2 and label.startswith(word)


def test_accents_capitals_and_signs_do_not_matter() -> None:
    assert synonyms("Role")[bare(" Coördineert ")] == "leads"
    assert synonyms("TableAssent")[bare("Ja, mits…".rstrip("…"))] == "reserved"
    assert bare("Nee!") in synonyms("TableAssent")
