"""The words of a step: a code in the history, Dutch on the screen, never content."""

import pytest

from ozj_desktop.model.agreements import Agreement
from ozj_desktop.model.parties import Contact, Party
from ozj_desktop.model.record import fields_of
from ozj_desktop.model.words import (
    MEANING,
    added,
    changed,
    copied,
    deleted,
    edited,
    in_words,
)
from ozj_desktop.store.kinds import KINDS


@pytest.mark.parametrize(
    ("label", "expected"),
    [
        (added(Agreement), "afspraak toegevoegd"),
        (deleted(Party), "partij verwijderd"),
        (edited(Agreement), "afspraak gewijzigd"),
        (edited(Agreement, "ends_on"), "‘Uiterlijk’ gewijzigd"),
        (edited(Party, "registration"), "‘KvK-nummer’ gewijzigd"),
        (edited(Contact, "email"), "‘E-mail’ gewijzigd"),
        (edited(Agreement, "a_field_of_long_ago"), "afspraak gewijzigd"),
        (added(Agreement, 12), "12 afspraken toegevoegd"),
        (deleted(Party, 2), "2 partijen verwijderd"),
        (changed(Agreement, 5), "5 afspraken gewijzigd"),
        (changed(Agreement, 1), "afspraak gewijzigd"),
        (copied(Agreement, 1), "afspraak gekopieerd"),
        (copied(Agreement, 1200), "1.200 afspraken gekopieerd"),
        ("copied AKindOfLater 3", "gekopieerd"),
        ("submitted", "stuk voorgelegd"),
        ("merged", "dossiers samengevoegd"),
        ("added AKindOfLater", "wijziging"),
        ("quite unknown and long", "wijziging"),
        ("", "wijziging"),
        ("  ", "wijziging"),
    ],
)
def test_a_step_is_told_in_dutch(label, expected):
    assert in_words(label, KINDS) == expected


def test_every_kind_and_field_has_words():
    for kind in KINDS:
        labels = [added(kind), deleted(kind), *(edited(kind, f.name) for f in fields_of(kind))]
        for label in labels:
            told = in_words(label, KINDS)
            assert told not in ("wijziging", "")
            assert told.endswith((" toegevoegd", " verwijderd", " gewijzigd"))
    assert all(MEANING.values())
