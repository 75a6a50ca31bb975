"""Values as people read them."""

from datetime import date

from ozj_desktop.model.agreements import Agreement, Contribution, Progress
from ozj_desktop.model.documents import Assent
from ozj_desktop.model.parties import Contact, RouteStep
from ozj_desktop.model.record import Field, field_of
from ozj_desktop.ui import display

TODAY = date(2026, 11, 24)


def name(_: Field, id: str) -> str:
    return {"p1": "Émile", "p2": "De Stroming"}[id]


def test_each_form_has_its_words() -> None:
    shown = {
        (Agreement, "ends_on"): (date(2027, 8, 1), "1 augustus 2027"),
        (Agreement, "progress"): (Progress.BEHIND, "loopt achter"),
        (Agreement, "confidential"): (True, "ja"),
        (Agreement, "principles"): (frozenset({"p1", "p2"}), "De Stroming en Émile"),
        (Contribution, "party"): ("p2", "De Stroming"),
        (Contact, "mandate_limit"): (123450, "€ 1.234,50"),
        (RouteStep, "days"): (1400, "1.400"),
        (Assent, "table_on"): (None, ""),
    }
    for (kind, field), (value, words) in shown.items():
        assert display.text_of(field_of(kind, field), value, name) == words


def test_in_an_editor_dates_are_short() -> None:
    assert display.typed_text(field_of(Agreement, "ends_on"), date(2027, 8, 1), name) == "1-8-2027"
    assert display.typed_text(field_of(Contact, "mandate_limit"), 123450, name) == "1.234,50"


def test_due_dates_say_how_far() -> None:
    words = [
        display.due_words(day, TODAY)
        for day in (
            date(2026, 11, 22),
            date(2026, 11, 23),
            TODAY,
            date(2026, 11, 25),
            date(2026, 12, 3),
            date(2027, 1, 3),
        )
    ]
    assert words == [
        "2 dagen te laat",
        "1 dag te laat",
        "vandaag",
        "morgen",
        "uiterlijk 3 december",
        "uiterlijk 3 januari 2027",
    ]


def test_sizes_are_round() -> None:
    assert [display.size(n) for n in (1, 999, 34_567, 1_234_567)] == [
        "1 byte",
        "999 bytes",
        "34 kB",
        "1,2 MB",
    ]
