"""What can be missing of goals, figures and their story: each rule a function of the records."""

from collections.abc import Collection, Iterator
from datetime import date, timedelta

from ozj_desktop.model.activities import Activity, ActivityTest, TheoryOfChange
from ozj_desktop.model.agreements import Agreement
from ozj_desktop.model.areas import Area, AreaKind
from ozj_desktop.model.dutch import listed, long_date
from ozj_desktop.model.facts import Facts, in_order
from ozj_desktop.model.goals import (
    Indicator,
    IndicatorSort,
    Measurement,
    Outcome,
    OutcomeContribution,
    Perspective,
    Voice,
    YouthFinding,
)
from ozj_desktop.model.parties import Party
from ozj_desktop.model.periods import from_code
from ozj_desktop.model.reviews import FigureStory, ReviewMoment
from ozj_desktop.model.series import wrong_way
from ozj_desktop.model.signal import Found, Scope
from ozj_desktop.model.turn import current

HALF_YEAR = timedelta(days=183)


def finding_one_sided(facts: Facts, scope: Scope) -> Found:
    turn = current(facts)
    found = facts.of(YouthFinding, "cycle", turn.id) if turn else []
    heard = {finding.voice for finding in found}
    if turn and found and not heard & {Voice.PARENT, Voice.YOUNG_PERSON}:
        yield turn.id, ""


def no_indicator(facts: Facts, scope: Scope) -> Found:
    return _outcomes_without(facts, {i.outcome for i in facts.all(Indicator)})


def no_contribution(facts: Facts, scope: Scope) -> Found:
    return _outcomes_without(facts, {c.outcome for c in facts.all(OutcomeContribution)})


def party_adds_nothing(facts: Facts, scope: Scope) -> Found:
    """Parties that sign and add to no result yet: an empty row of who adds what (domein F9)."""
    turn, added = current(facts), facts.all(OutcomeContribution)
    adds = {each.party for each in added if each.what}
    found = [p for p in in_order(facts.all(Party)) if p.signs and p.id not in adds]
    if turn and adds and found:
        yield turn.id, listed(str(party) for party in found)


def no_theory(facts: Facts, scope: Scope) -> Found:
    told = {id for theory in facts.all(TheoryOfChange) for id in theory.outcomes}
    return _outcomes_without(facts, told)


def no_activity(facts: Facts, scope: Scope) -> Found:
    return _outcomes_without(facts, {test.outcome for test in facts.all(ActivityTest)})


def _outcomes_without(facts: Facts, those: Collection[object]) -> Iterator[tuple[str, str]]:
    return ((o.id, "") for o in facts.all(Outcome) if o.id not in those)


def no_child_view(facts: Facts, scope: Scope) -> Found:
    """A result of which nobody asks the child or its parents."""
    for outcome in facts.all(Outcome):
        seen = [i.perspective for i in facts.of(Indicator, "outcome", outcome.id)]
        if seen and Perspective.CHILD not in seen:
            yield outcome.id, ""


def no_baseline(facts: Facts, scope: Scope) -> Found:
    return ((i.id, "") for i in facts.all(Indicator) if not i.baseline)


def target_wrong_way(facts: Facts, scope: Scope) -> Found:
    return ((i.id, i.direction.label) for i in facts.all(Indicator) if wrong_way(i))


def counts_what_we_do(facts: Facts, scope: Scope) -> Found:
    return ((i.id, "") for i in facts.all(Indicator) if i.sort is IndicatorSort.OUTPUT)


def other_scale(facts: Facts, scope: Scope) -> Found:
    """Measured per one kind of area, agreed for another (domein H1)."""
    kinds = {area.id: area.kind for area in facts.all(Area)}
    agreed: dict[str, set[AreaKind]] = {}
    for agreement in facts.all(Agreement):
        if agreement.area in kinds:
            for id in agreement.indicators:
                agreed.setdefault(id, set()).add(kinds[agreement.area])
    for indicator in facts.all(Indicator):
        others = agreed.get(indicator.id, set()) - {indicator.area_kind}
        if indicator.area_kind and others:
            told = listed(sorted(kind.label for kind in others))
            yield indicator.id, f"gemeten per {indicator.area_kind.label}, afgesproken per {told}"


def sources_disagree(facts: Facts, scope: Scope) -> Found:
    """Two sources that say something else of the same period and area. Which figures these are is
    not told: they may be small.
    """
    told: dict[str, set[str]] = {}
    for others in _of_other_sources(facts).values():
        first = others[0]
        own = Measurement(indicator=first.indicator, area=first.area, period=first.period)
        said = [*facts.some(Measurement, id=own.id), *others]
        if len({m.value for m in said if m.value}) > 1:
            indicator = facts.get(Indicator, first.indicator)
            own_source = indicator.source if indicator else ""
            names = sorted({m.source or own_source or "onze eigen bron" for m in said if m.value})
            when = str(from_code(first.period))
            told.setdefault(first.indicator, set()).add(f"{when}: {listed(names)}")
    return ((id, "; ".join(sorted(found))) for id, found in told.items())


def _of_other_sources(facts: Facts) -> dict[tuple[str, ...], list[Measurement]]:
    """Figures with a source of their own, by indicator, area and period."""
    found: dict[tuple[str, ...], list[Measurement]] = {}
    for source in facts.values(Measurement, "source"):
        for m in facts.some(Measurement, source=source) if source else ():
            if m.period:
                found.setdefault((m.indicator, m.area or "", m.period), []).append(m)
    return found


def without_outcome(facts: Facts, scope: Scope) -> Found:
    tested = {test.activity for test in facts.all(ActivityTest)}
    return ((a.id, "") for a in facts.all(Activity) if a.id not in tested)


def not_tested(facts: Facts, scope: Scope) -> Found:
    """An activity of which nobody said to what degree it adds to its result."""
    open_ = {t.activity for t in facts.all(ActivityTest) if t.degree is None}
    return ((a.id, "") for a in facts.all(Activity) if a.id in open_)


def not_tested_together(facts: Facts, scope: Scope) -> Found:
    served = {test.outcome for test in facts.all(ActivityTest)}
    found = (o for o in facts.all(Outcome) if o.id in served)
    return ((o.id, "") for o in found if o.together_degree is None)


def no_story(facts: Facts, scope: Scope) -> Found:
    """An indicator to be discussed, of which the last conversation holds no word."""
    review = _last_review(facts)
    told = facts.of(FigureStory, "review", review.id) if review else []
    known = {s.indicator for s in told if s.recognise or s.explain or s.appreciate or s.improve}
    return ((i.id, "") for i in facts.all(Indicator) if i.discuss and i.id not in known)


def review_overdue(facts: Facts, scope: Scope) -> Found:
    """Half a year without a conversation about the figures (domein H5)."""
    turn, review = current(facts), _last_review(facts)
    if turn is None or not turn.running or not facts.all(Indicator):
        return
    last = (review.on if review else None) or turn.starts_on
    if last and last + HALF_YEAR < facts.today:
        yield turn.id, _since(last, bool(review))


def _since(last: date, spoken: bool) -> str:
    return f"het laatste was op {long_date(last)}" if spoken else f"sinds {long_date(last)} geen"


def _last_review(facts: Facts) -> ReviewMoment | None:
    past = [r for r in facts.all(ReviewMoment) if r.on and r.on <= facts.today]
    return max(past, key=lambda r: (r.on or date.min, r.id), default=None)
