"""A when in words goes to every paper as it is, and comes after the days."""

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ozj_desktop.exchange.agreement_text import who_does_what
from ozj_desktop.exchange.party_sheet import party_sheet
from ozj_desktop.exchange.text_values import Wrong, plain_value
from ozj_desktop.exchange.workbook_rows import Gathered
from ozj_desktop.model.agreements import Agreement, Contribution, Decision
from ozj_desktop.model.blocks import Run, walk
from ozj_desktop.model.facts import Facts
from ozj_desktop.model.parties import Party
from ozj_desktop.model.record import field_of
from ozj_desktop.store.dossier import Dossier

TODAY = date(2026, 11, 24)
BY = field_of(Contribution, "by")


@pytest.fixture
def facts(tmp_path) -> Facts:
    """One party in three agreements: in words, on a day, and without an answer."""
    dossier = Dossier.in_memory(tmp_path / "a.ozj")
    party = Party(name="GGD")
    made = [Agreement(title=f"Afspraak {n}", decision_set=Decision.ADOPTED) for n in (1, 2, 3)]
    whens: list[date | str | None] = ["elk half jaar", date(2027, 9, 1), None]
    given = [
        Contribution(agreement=a.id, party=party.id, what="belt", by=by)
        for a, by in zip(made, whens, strict=True)
    ]
    with dossier.step("filled"):
        dossier.save(party, *made, *given)
    return Facts(dossier, TODAY)


def words(*blocks: object) -> str:
    return " | ".join(run.text for run in walk(blocks) if isinstance(run, Run))


def test_the_document_tells_it(facts: Facts) -> None:
    first = next(a for a in facts.all(Agreement) if a.title == "Afspraak 1")
    assert "elk half jaar" in words(*who_does_what(facts, first))


def test_on_the_sheet_of_a_party_it_comes_after_the_days(facts: Facts) -> None:
    (party,) = facts.all(Party)
    told = words(*party_sheet(facts, party).chapters)
    assert told.index("1-9-2027") < told.index("elk half jaar")


def test_the_workbook_has_it_beside_real_dates(facts: Facts) -> None:
    rows = [[*row] for row in Gathered(facts, None, public=False).assent_rows()]
    assert {"elk half jaar", date(2027, 9, 1), None} <= {row[5] for row in rows}


@pytest.mark.parametrize("written", ["doorlopend", "  elk   half jaar "])
def test_a_text_may_say_it(written: str) -> None:
    assert plain_value(BY, written, TODAY) == " ".join(written.split())
    assert plain_value(BY, "Y+1-08-01", TODAY) == date(2027, 8, 1)


@pytest.mark.parametrize("written", ["2027-13-01", "today+x", "", 3, "x" * 100])
def test_a_mistake_in_a_date_is_no_words(written: object) -> None:
    with pytest.raises(Wrong):
        plain_value(BY, written, TODAY)


@given(st.one_of(st.none(), st.dates(), st.text(min_size=1, max_size=60).filter(str.strip)))
def test_it_comes_back_from_the_file(tmp_path_factory, by: date | str | None) -> None:
    dossier = Dossier.in_memory(tmp_path_factory.getbasetemp() / "b.ozj")
    party, agreement = Party(name="GGD"), Agreement(title="Een")
    own = Contribution(agreement=agreement.id, party=party.id, by=by)
    with dossier.step("filled"):
        dossier.save(party, agreement, own)
    kept = dossier.all(Contribution)[0].by
    if isinstance(by, str):
        assert isinstance(kept, str | date | None)
    else:
        assert kept == by
    with dossier.step("filled"):
        dossier.save(replace(own, by="doorlopend"))
    assert dossier.all(Contribution)[0].by == "doorlopend"
    dossier.close()
