"""Copies share nothing that happened; the next period follows on this one."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ozj_desktop.model.agreements import Agreement, Contribution, Decision, Progress, Role
from ozj_desktop.model.copying import (
    Period,
    copies,
    moved_by,
    mover,
    name_of_next,
    next_period,
    period_of,
    title_of_copy,
)
from ozj_desktop.model.documents import Document, Inclusion, Stage
from ozj_desktop.model.parties import Party
from ozj_desktop.model.record import fields_of

DAYS = st.dates(date(1990, 1, 1), date(2100, 12, 31))
PARTIES = [Party(name=name) for name in ("Gemeente", "School", "Jeugdhulp")]
OLD = Period(date(2022, 8, 1), date(2026, 7, 31))


def of_kind(kind, records):
    return [record for record in records if type(record) is kind]


@st.composite
def sets_of_agreements(draw):
    """Agreements that may follow on each other, with contributions."""
    made = []
    for n in range(draw(st.integers(1, 6))):
        before = draw(st.sampled_from([None, *(a.id for a in made), "elsewhere"]))
        made.append(
            Agreement(
                title=draw(st.sampled_from(["Eén plan", "Eén plan (kopie)", "", f"Nr {n}"])),
                starts_on=draw(st.none() | DAYS),
                ends_on=draw(st.none() | DAYS),
                first_evaluation_on=draw(st.none() | DAYS),
                progress=draw(st.sampled_from(Progress)),
                progress_on=draw(st.none() | DAYS),
                progress_note=draw(st.sampled_from(["", "gaat goed"])),
                decision_set=draw(st.none() | st.sampled_from(Decision)),
                internal_remark="van ons",
                confidential=draw(st.booleans()),
                previous=before,
            )
        )
    parts = [
        Contribution(
            agreement=agreement.id,
            party=party.id,
            role=draw(st.sampled_from(Role)),
            what=draw(st.sampled_from(["", "belt"])),
            by=draw(st.none() | DAYS),
        )
        for agreement in made
        for party in PARTIES
        if draw(st.booleans())
    ]
    return made, parts


@given(sets_of_agreements())
def test_a_copy_is_another_thing_of_which_nothing_happened_yet(drawn):
    old, parts = drawn
    made = [*copies(old, parts)]
    new, given_parts = of_kind(Agreement, made), of_kind(Contribution, made)
    assert len(new) == len(old) and len(given_parts) == len(parts)
    assert len({r.id for r in [*old, *parts, *made]}) == len([*old, *parts, *made])
    assert len({a.title for a in new}) == len(new)
    for agreement in new:
        assert agreement.progress is Progress.NOT_STARTED
        assert (agreement.progress_on, agreement.progress_note) == (None, "")
        assert (agreement.decision_set, agreement.decision_reason) == (None, "")


@given(sets_of_agreements())
def test_a_copy_says_the_same_and_has_the_same_parties(drawn):
    old, parts = drawn
    made = [*copies(old, parts)]
    same = ("what", "starts_on", "ends_on", "confidential", "internal_remark")
    for before, after in zip(old, of_kind(Agreement, made), strict=True):
        assert [getattr(before, name) for name in same] == [getattr(after, name) for name in same]
        told = {(c.party, c.role, c.what, c.by) for c in parts if c.agreement == before.id}
        found = {
            (c.party, c.role, c.what, c.by) for c in made[len(old) :] if c.agreement == after.id
        }
        assert told == found


@given(sets_of_agreements())
def test_links_inside_the_set_stay_inside_it(drawn):
    old, parts = drawn
    new = of_kind(Agreement, copies(old, parts))
    copy_of = {before.id: after.id for before, after in zip(old, new, strict=True)}
    for before, after in zip(old, new, strict=True):
        assert after.previous == copy_of.get(before.previous, before.previous)


@given(sets_of_agreements())
def test_a_contribution_has_the_id_of_its_own_agreement_and_party(drawn):
    for record in copies(*drawn):
        assert record.natural_key is None or record.id == record.own_id()


@given(sets_of_agreements(), st.integers(-3, 6))
def test_the_next_period_follows_on_this_one_with_all_its_dates(drawn, years):
    old, parts = drawn
    start = moved_by(OLD.start, 12 * years)
    new = Period(start, moved_by(OLD.end, 12 * years))
    paper, *made = next_period(old, parts, None, "LEA", OLD, new)
    assert (paper.starts_on, paper.ends_on, paper.stage) == (*new, Stage.DRAFT)
    followers = of_kind(Agreement, made)
    for before, after in zip(old, followers, strict=True):
        assert after.previous == before.id
        assert after.title == before.title
        for name in ("starts_on", "ends_on", "first_evaluation_on"):
            day, moved = getattr(before, name), getattr(after, name)
            assert (day is None) == (moved is None)
            assert day is None or (moved.month, moved.year) == (day.month, day.year + years)
    places = of_kind(Inclusion, made)
    assert [p.agreement for p in sorted(places, key=lambda p: p.position)] == [
        a.id for a in followers
    ]
    assert {p.document for p in places} == {paper.id}
    assert len(of_kind(Contribution, made)) == len(parts)


@given(DAYS, st.integers(-240, 240))
def test_a_moved_day_lies_that_many_months_on(day, months):
    moved = moved_by(day, months)
    assert (moved.year * 12 + moved.month) - (day.year * 12 + day.month) == months
    assert moved.day == day.day or (moved + timedelta(days=1)).day == 1


@pytest.mark.parametrize(
    ("old", "new"),
    [
        (("2022-08-01", "2026-07-31"), ("2026-08-01", "2030-07-31")),
        (("2022-01-01", "2026-01-01"), ("2026-01-01", "2030-01-01")),
        (("2022-01-01", "2025-12-31"), ("2026-01-01", "2029-12-31")),
        (("2024-02-01", "2024-02-29"), ("2024-03-01", "2024-03-31")),
        (("2026-01-01", "2026-06-30"), ("2026-07-01", "2026-12-31")),
        (("2026-01-01", "2026-01-01"), ("2026-02-01", "2026-02-01")),
    ],
)
def test_the_next_period_is_as_long_and_comes_after(old, new):
    then = Period(*map(date.fromisoformat, old))
    assert then.next() == tuple(map(date.fromisoformat, new))


def test_dates_move_by_days_where_months_do_not_fit():
    move = mover(date(2026, 1, 31), date(2026, 2, 10))
    assert move(date(2026, 3, 1)) == date(2026, 3, 11)
    assert mover(date(2026, 1, 1), date(9999, 1, 7))(date(5000, 1, 1)) == date.max


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("LEA 2022–2026", "LEA 2026–2030"),
        ("LEA 2022-2026, versie 12022", "LEA 2026-2030, versie 12022"),
        ("Samen naar school", "Samen naar school 2026–2030"),
        ("", "2026–2030"),
    ],
)
def test_the_name_goes_along_with_the_years(name, expected):
    assert name_of_next(name, OLD, OLD.next()) == expected


def test_titles_of_copies_are_counted():
    assert title_of_copy("Eén plan", []) == "(kopie) Eén plan"
    assert title_of_copy("(kopie) Eén plan", ["(kopie) Eén plan"]) == "(kopie 2) Eén plan"
    assert title_of_copy("Eén plan (kopie)", ["(kopie) Eén plan"]) == "(kopie 2) Eén plan"
    assert title_of_copy("", []) == "(kopie)"


def test_of_a_document_only_what_stays_true_is_copied():
    old = Document(
        name="LEA 2022–2026",
        lead="Samen",
        asks="In te stemmen met versie 2",
        starts_on=OLD.start,
        ends_on=OLD.end,
        asks_by=date(2022, 6, 1),
        signing_on=date(2022, 7, 1),
        case_number="Z-1",
        stage=Stage.FROZEN,
        decision_set=Decision.ADOPTED,
        decision_reason="zo is het",
        signatories=frozenset(p.id for p in PARTIES),
    )
    (new,) = next_period([], [], old, "LEA 2026–2030", OLD, OLD.next())
    gone = {
        "asks",
        "asks_by",
        "signing_on",
        "case_number",
        "stage",
        "decision_set",
        "decision_reason",
    }
    moved = {"name", "starts_on", "ends_on"}
    fresh = Document()
    for f in fields_of(Document):
        if f.name in gone:
            assert getattr(new, f.name) == getattr(fresh, f.name)
        elif f.name not in moved:
            assert getattr(new, f.name) == getattr(old, f.name)
    assert new.id != old.id


def test_a_period_is_read_off_dates():
    assert period_of([]) is None
    assert period_of([date(2024, 3, 1), date(2022, 5, 5)]) == (date(2022, 1, 1), date(2024, 12, 31))
