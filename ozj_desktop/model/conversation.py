"""The conversation about figures: which one is going on, what it is about, what it decides."""

from collections.abc import Sequence
from datetime import date

from ozj_desktop.model.activities import Activity, ActivityTest
from ozj_desktop.model.agreements import Agreement
from ozj_desktop.model.dutch import long_date
from ozj_desktop.model.facts import Facts, in_order
from ozj_desktop.model.goals import Indicator
from ozj_desktop.model.record import Id
from ozj_desktop.model.reviews import FigureStory, ReviewDecision, ReviewMoment
from ozj_desktop.model.turn import current

Thing = Activity | Agreement  # what a decision is about


def reviews(facts: Facts) -> list[ReviewMoment]:
    """The newest first; without a date it is still to be planned, so the newest of all."""
    return sorted(facts.all(ReviewMoment), key=lambda r: (r.on or date.max, r.id), reverse=True)


def going_on(facts: Facts) -> ReviewMoment | None:
    """The newest that was not closed."""
    return next((r for r in reviews(facts) if r.closed_on is None), None)


def about(facts: Facts, indicator: Indicator) -> ReviewMoment | None:
    """In which conversation its story is told: the one going on, else the last that had it."""
    told = {story.review for story in facts.of(FigureStory, "indicator", indicator.id)}
    last = next((review for review in reviews(facts) if review.id in told), None)
    return going_on(facts) or last


def begun(facts: Facts, today: date) -> ReviewMoment:
    """A new conversation, of today."""
    turn = current(facts)
    name = f"Duidingsgesprek {long_date(today)}"
    return ReviewMoment(name=name, on=today, cycle=turn.id if turn else None)


def to_discuss(facts: Facts, review: ReviewMoment) -> list[Indicator]:
    """What is marked for it as long as it goes on, and what it has a story of."""
    told = {story.indicator for story in facts.of(FigureStory, "review", review.id)}
    marked = review.closed_on is None
    found = [i for i in facts.all(Indicator) if i.id in told or (marked and i.discuss)]
    return in_order(found)


def story_of(facts: Facts, review: ReviewMoment, indicator: Indicator) -> FigureStory:
    """As new where nothing was written yet."""
    found = facts.of(FigureStory, "review", review.id)
    new = FigureStory(review=review.id, indicator=indicator.id)
    return next((story for story in found if story.indicator == indicator.id), new)


def is_told(story: FigureStory) -> bool:
    return any((story.recognise, story.explain, story.appreciate, story.improve))


def done_for(facts: Facts, indicator: Indicator) -> Sequence[Thing]:
    """What parties do for its result: activities that serve it, and agreements."""
    outcome = indicator.outcome
    served = {t.activity for t in facts.all(ActivityTest) if outcome and t.outcome == outcome}
    activities = in_order([a for a in facts.all(Activity) if a.id in served])
    agreements = [
        a
        for a in facts.all(Agreement)
        if indicator.id in a.indicators or (outcome and outcome in a.outcomes)
    ]
    return [*activities, *agreements]


def decision_on(facts: Facts, review: ReviewMoment, thing: Thing) -> ReviewDecision:
    """As new where nothing was decided yet."""
    found = facts.of(ReviewDecision, "review", review.id)
    there = next((d for d in found if thing.id in (d.activity, d.agreement)), None)
    if there is not None:
        return there
    if isinstance(thing, Activity):
        return ReviewDecision(review=review.id, activity=Id(thing.id))
    return ReviewDecision(review=review.id, agreement=Id(thing.id))
