"""Who agrees with what, and what follows from it."""

from collections import Counter
from dataclasses import replace
from datetime import date

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from ozj_desktop.model.agreements import Agreement, Decision
from ozj_desktop.model.assent import (
    answer_on,
    asked,
    counts,
    counts_on,
    decisions,
    documents_of,
    has_exception,
    included,
    latest,
    of_agreement,
    of_document,
    signatories,
    versions,
    waiting,
)
from ozj_desktop.model.documents import (
    Assent,
    Deviation,
    Document,
    Inclusion,
    Said,
    Stage,
    TableAssent,
    Version,
)
from ozj_desktop.model.parties import Party
from tests.model.region import DECIDED, Region, except_for

NOT_SETTLED = [said for said in TableAssent if said is not TableAssent.AGREED]


def test_a_document_without_a_version_is_a_draft(know):
    region = Region()
    facts = know(*(r for r in region.text if not isinstance(r, Version)))
    assert of_document(facts, region.document).decision is Decision.DRAFT
    assert of_agreement(facts, region.plan).decision is Decision.DRAFT
    assert decisions(facts) == {}


def test_a_document_that_nobody_was_asked_about_is_only_submitted(know):
    region = Region()
    standing = of_document(know(*region.text), region.document)
    assert (standing.decision, standing.open) == (Decision.SUBMITTED, ())


def test_a_document_is_adopted_when_all_agree_and_all_boards_have_decided(know):
    region = Region()
    facts = know(*region.agreed())
    standing = of_document(facts, region.document)
    assert (standing.decision, standing.open) == (Decision.ADOPTED, ())
    assert standing.version == region.version
    assert {of_agreement(facts, a).decision for a in (region.plan, region.desk)} == {
        Decision.ADOPTED
    }


def test_agreeing_at_the_table_is_not_yet_deciding(know):
    region = Region()
    facts = know(
        *region.text, region.says(region.town), region.says(region.school, decided_on=None)
    )
    standing = of_document(facts, region.document)
    assert (standing.decision, standing.open) == (Decision.SUBMITTED, (region.school,))
    assert of_agreement(facts, region.plan).open == (region.school,)


def test_signing_is_not_deciding(know):
    region = Region()
    given = [
        region.says(p, decided_on=None, signed_on=DECIDED) for p in (region.town, region.school)
    ]
    facts = know(*region.text, *given)
    assert of_document(facts, region.document).decision is Decision.SUBMITTED


@pytest.mark.parametrize("said", NOT_SETTLED)
def test_whoever_does_not_plainly_agree_keeps_it_open(know, said):
    region = Region()
    facts = know(*region.text, region.says(region.town), region.says(region.school, said))
    for standing in (of_document(facts, region.document), of_agreement(facts, region.plan)):
        assert (standing.decision, standing.open) == (Decision.SUBMITTED, (region.school,))


@pytest.mark.parametrize("said", NOT_SETTLED)
def test_a_deviation_holds_up_its_agreement_and_the_document_but_no_other(know, said):
    region = Region()
    answer = region.says(region.school)
    deviation = except_for(answer, region.plan, said)
    facts = know(*region.text, region.says(region.town), answer, deviation)
    assert of_agreement(facts, region.plan).decision is Decision.SUBMITTED
    assert of_agreement(facts, region.plan).open == (region.school,)
    assert of_agreement(facts, region.desk).decision is Decision.ADOPTED
    assert of_document(facts, region.document).decision is Decision.SUBMITTED
    assert answer_on(facts, answer, region.plan.id) == deviation
    assert answer_on(facts, answer, region.desk.id) == answer
    assert has_exception(facts, answer)


def test_a_reservation_on_one_point_is_counted_for_that_point_only(know):
    region = Region()
    answers = [region.says(region.town), region.says(region.school)]
    deviation = except_for(answers[1], region.plan, TableAssent.RESERVED)
    facts = know(*region.text, *answers, deviation)

    def on(agreement: Agreement) -> Counter[Said]:
        return counts_on(answer_on(facts, a, agreement.id) for a in answers)

    assert counts(facts, answers) == {Said.AGREED: 1, Said.EXCEPT: 1}
    assert on(region.plan) == {Said.AGREED: 1, Said.RESERVED: 1}
    assert on(region.desk) == {Said.AGREED: 2}


def test_who_refuses_the_document_has_no_exception(know):
    region = Region()
    answer = region.says(region.school, TableAssent.REFUSED)
    facts = know(*region.text, answer, except_for(answer, region.plan))
    assert not has_exception(facts, answer)


def test_a_deviation_that_became_agreement_is_no_exception(know):
    region = Region()
    answer = region.says(region.school)
    settled = except_for(answer, region.plan, TableAssent.AGREED)
    facts = know(*region.text, region.says(region.town), answer, settled)
    assert not has_exception(facts, answer)
    assert of_document(facts, region.document).decision is Decision.ADOPTED
    assert decisions(facts)[region.plan.id] is Decision.ADOPTED


def test_one_agreement_can_be_agreed_while_the_rest_waits(know):
    region = Region()
    answer = region.says(region.school, TableAssent.RESERVED)
    settled = except_for(answer, region.plan, TableAssent.AGREED)
    facts = know(*region.text, region.says(region.town), answer, settled)
    assert of_agreement(facts, region.plan).decision is Decision.ADOPTED
    assert of_agreement(facts, region.desk).decision is Decision.SUBMITTED
    assert of_document(facts, region.document).decision is Decision.SUBMITTED


def test_a_new_version_asks_anew_and_leaves_the_old_answers(know):
    region = Region()
    second = region.numbered(2)
    question = region.says(region.town, TableAssent.SUBMITTED, decided_on=None, version=second)
    facts = know(*region.agreed(), second, question)
    assert of_document(facts, region.document).decision is Decision.SUBMITTED
    assert asked(facts, second) == [question]
    assert [a.table for a in asked(facts, region.version)] == [TableAssent.AGREED] * 2


def test_an_editorial_version_keeps_assent(know):
    region = Region()
    mended = region.numbered(1, 1)
    facts = know(*region.agreed(), mended)
    standing = of_document(facts, region.document)
    assert (standing.decision, standing.version) == (Decision.ADOPTED, mended)
    assert asked(facts, mended) == asked(facts, region.version)
    assert of_agreement(facts, region.plan).decision is Decision.ADOPTED


def test_versions_come_newest_first_and_by_number(know):
    region = Region()
    made = [region.numbered(*number) for number in ((2, 0), (1, 10), (10, 0), (1, 2))]
    facts = know(*region.text, *made)
    found = [v.number for v in versions(facts, region.document.id)]
    assert found == ["10", "2", "1.10", "1.2", "1"]
    assert latest(facts, region.document.id).number == "10"


def test_reopened_text_says_so_and_keeps_what_was_decided(know):
    region = Region()
    facts = know(*region.agreed(), replace(region.document, stage=Stage.DRAFT))
    standing = of_document(facts, facts.all(Document)[0])
    assert (standing.decision, standing.reworked) == (Decision.ADOPTED, True)
    assert of_agreement(facts, region.plan).reworked
    assert not of_document(know(*region.agreed()), region.document).reworked


@pytest.mark.parametrize("chosen", list(Decision))
def test_a_decision_set_by_hand_wins_and_names_who_has_not_agreed(know, chosen):
    region = Region()
    region.plan = replace(region.plan, decision_set=chosen)
    region.document = replace(region.document, decision_set=chosen)
    answers = [region.says(region.town), region.says(region.school, TableAssent.REFUSED)]
    facts = know(*region.text, *answers)
    for standing in (of_document(facts, region.document), of_agreement(facts, region.plan)):
        assert (standing.decision, standing.set_by_hand) == (chosen, True)
        assert standing.open == (region.school,)
    assert decisions(facts)[region.plan.id] is chosen
    assert not of_agreement(facts, region.desk).set_by_hand


def test_a_decision_set_by_hand_needs_no_document(know):
    lapsed = Agreement(title="oud", decision_set=Decision.LAPSED)
    facts = know(lapsed)
    assert of_agreement(facts, lapsed).decision is Decision.LAPSED
    assert decisions(facts) == {lapsed.id: Decision.LAPSED}


def test_the_furthest_of_several_documents_counts(know):
    region, other = Region(), Document(name="Lokale agenda", stage=Stage.FROZEN)
    version = Version(document=other.id, major=1, minor=0, agreements=frozenset([region.plan.id]))
    question = region.says(region.town, TableAssent.SUBMITTED, decided_on=None, version=version)
    facts = know(*region.agreed(), other, version, question)
    assert of_document(facts, other).decision is Decision.SUBMITTED
    assert of_agreement(facts, region.plan).decision is Decision.ADOPTED
    assert decisions(facts)[region.plan.id] is Decision.ADOPTED
    assert documents_of(facts)[region.plan.id] == [region.document, other]


def test_an_agreement_left_out_of_the_newest_version_is_a_draft_again(know):
    region = Region()
    facts = know(*region.agreed(), region.numbered(2, 0, region.plan))
    assert of_agreement(facts, region.plan).decision is Decision.SUBMITTED
    assert of_agreement(facts, region.desk).decision is Decision.DRAFT
    assert region.desk.id not in decisions(facts)


def test_all_parties_that_sign_are_asked_in_their_order(know):
    parties = [
        Party(name="derde", position=3),
        Party(name="eerste", position=1),
        Party(name="jongeren", position=0, signs=False),
        Party(name="tweede", position=2),
    ]
    found = signatories(know(*parties), Document(name="x"))
    assert [p.name for p in found] == ["eerste", "tweede", "derde"]


def test_only_the_chosen_signatories_are_asked_even_one_that_does_not_sign_otherwise(know):
    town, school = Party(name="gemeente"), Party(name="school")
    young = Party(name="jongeren", signs=False)
    document = Document(name="x", signatories=frozenset([school.id, young.id]))
    facts = know(town, school, young, document)
    assert [p.name for p in signatories(facts, document)] == ["school", "jongeren"]


def test_a_represented_party_that_signs_is_asked_itself(know):
    umbrella = Party(name="Jeugdzorg Nederland", position=1)
    branch = Party(name="BGZJ", represented_by=umbrella.id, position=2)
    quiet = Party(name="Leerplicht", part_of_party=umbrella.id, signs=False, position=3)
    found = signatories(know(umbrella, branch, quiet), Document(name="x"))
    assert found == [umbrella, branch]


def test_agreements_of_a_document_come_in_their_place(know):
    region = Region()
    swapped = [
        Inclusion(document=region.document.id, agreement=a.id, position=n)
        for n, a in enumerate((region.desk, region.plan))
    ]
    facts = know(*region.text, *swapped)
    assert included(facts, region.document) == [region.desk, region.plan]


answers = st.sampled_from(list(TableAssent))
maybe = st.sampled_from([None, date(2026, 11, 1)])


@st.composite
def dossiers(draw):
    """Three agreements over two documents, each with versions, answers and deviations."""
    parties = [Party(name=name) for name in "ab"]
    agreements = [
        Agreement(title=t, decision_set=draw(st.sampled_from([None, None, None, *Decision])))
        for t in "xyz"
    ]
    records = [*parties, *agreements]
    for name in ("een", "twee"):
        document = Document(name=name, stage=draw(st.sampled_from(list(Stage))))
        records.append(document)
        numbers = draw(st.sets(st.sampled_from([(1, 0), (1, 1), (2, 0)])))
        for major, minor in sorted(numbers):
            chosen = draw(st.sets(st.sampled_from([a.id for a in agreements])))
            version = Version(
                document=document.id, major=major, minor=minor, agreements=frozenset(chosen)
            )
            records.append(version)
            for party in draw(st.sets(st.sampled_from([p.id for p in parties]))):
                said = Assent(
                    version=version.id, party=party, table=draw(answers), decided_on=draw(maybe)
                )
                records.append(said)
                on = draw(st.sets(st.sampled_from([a.id for a in agreements]), max_size=2))
                records += [
                    Deviation(assent=said.id, agreement=id, table=draw(answers)) for id in on
                ]
    return records


@given(dossiers())
@settings(
    max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
def test_all_decisions_at_once_are_the_decisions_one_by_one(know, records):
    facts = know(*records)
    at_once = decisions(facts)
    for agreement in facts.all(Agreement):
        alone = of_agreement(facts, agreement)
        assert at_once.get(agreement.id, Decision.DRAFT) is alone.decision


def test_what_a_lapsed_document_brought_lapses_with_it_unless_another_holds_it(know):
    lapsed, other = Document(name="a", decision_set=Decision.LAPSED), Document(name="b")
    shared, alone = Agreement(title="1"), Agreement(title="2")
    held = frozenset([shared.id, alone.id])
    first = Version(document=lapsed.id, major=1, minor=0, agreements=held)
    second = Version(document=other.id, major=1, minor=0, agreements=frozenset([shared.id]))
    facts = know(lapsed, other, shared, alone, first, second)
    assert decisions(facts) == {shared.id: Decision.SUBMITTED, alone.id: Decision.LAPSED}
    assert of_agreement(facts, alone).decision is Decision.LAPSED
    assert of_agreement(facts, shared).decision is Decision.SUBMITTED


@given(dossiers())
@settings(
    max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
def test_who_is_waited_for_has_not_said_akkoord_in_some_running_document(know, records):
    facts = know(*records)
    found = waiting(facts)
    for agreement in facts.all(Agreement):
        expected = set()
        for document in facts.all(Document):
            version = latest(facts, document.id)
            if document.decision_set is Decision.LAPSED or version is None:
                continue
            if agreement.id in version.agreements:
                answers = asked(facts, version)
                expected |= {
                    a.party
                    for a in answers
                    if answer_on(facts, a, agreement.id).table is not TableAssent.AGREED
                }
        assert found.get(agreement.id, frozenset()) == expected
