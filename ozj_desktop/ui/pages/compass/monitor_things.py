"""What an indicator and a conversation about figures need to be shown in full."""

from collections.abc import Sequence

from ozj_desktop.model.activities import Activity
from ozj_desktop.model.agreements import Agreement
from ozj_desktop.model.baseline import is_fixed
from ozj_desktop.model.conversation import is_told, story_of, to_discuss
from ozj_desktop.model.dutch import long_date
from ozj_desktop.model.goals import Indicator, Outcome
from ozj_desktop.model.record import fields_of
from ozj_desktop.model.reviews import ReviewDecision, ReviewMoment, Verdict
from ozj_desktop.model.series import progress, whole_line
from ozj_desktop.ui.desk import Desk
from ozj_desktop.ui.overview_facts import Line
from ozj_desktop.ui.page_spec import RecordSpec
from ozj_desktop.ui.pages.compass.areas_card import AreasCard
from ozj_desktop.ui.pages.compass.baseline_card import BaselineCard
from ozj_desktop.ui.pages.compass.block_rows import indicator_line
from ozj_desktop.ui.pages.compass.decisions_card import DecisionsCard, actions_card
from ozj_desktop.ui.pages.compass.figures_card import FiguresCard
from ozj_desktop.ui.pages.compass.marks import TRENDS
from ozj_desktop.ui.pages.compass.related_things import agreements_of
from ozj_desktop.ui.pages.compass.story_card import StoryCard, ToldCard, told_in
from ozj_desktop.ui.parts.related import Related
from ozj_desktop.ui.record_form import Section
from ozj_desktop.ui.status import Shape, Status


def _of_which_outcome(desk: Desk, indicator: Indicator) -> str:
    return desk.names.of(Outcome, indicator.outcome) if indicator.outcome else ""


def _indicator_chips(desk: Desk, indicator: Indicator) -> Sequence[Status]:
    chips = [TRENDS[progress(indicator, whole_line(desk.facts, indicator)).trend]]
    if indicator.perspective:
        chips.append(Status(Shape.DOT, indicator.perspective.label))
    chips.append(Status(Shape.DOT, indicator.direction.label))
    return chips


def _fixed_baseline(_: Desk, indicator: Indicator) -> frozenset[str]:
    """Once adopted it changes only with a reason."""
    return frozenset({"baseline", "baseline_period"}) if is_fixed(indicator) else frozenset()


def _review_chips(_: Desk, review: ReviewMoment) -> Sequence[Status]:
    if review.closed_on:
        return [Status(Shape.CHECK, f"afgerond op {long_date(review.closed_on)}")]
    return [Status(Shape.BUSY, "bezig")]


def _closed_review(_: Desk, review: ReviewMoment) -> frozenset[str]:
    """What was said then stands."""
    fields = fields_of(ReviewMoment) if review.closed_on else ()
    return frozenset(f.name for f in fields)


def _discussed(desk: Desk, review: ReviewMoment) -> Sequence[Line]:
    """One figure after the other, with whether its story is told."""
    return [_told_or_not(desk, review, i) for i in to_discuss(desk.facts, review)]


def _told_or_not(desk: Desk, review: ReviewMoment, indicator: Indicator) -> Line:
    told = is_told(story_of(desk.facts, review, indicator))
    status = Status(Shape.BUBBLE, "besproken") if told else Status(Shape.EMPTY, "nog te bespreken")
    return indicator_line(desk, indicator)._replace(status=status)


def _decided(desk: Desk, review: ReviewMoment) -> Sequence[Line]:
    found = desk.facts.of(ReviewDecision, "review", review.id)
    return [_decision(desk, each, each.verdict) for each in found if each.verdict is not None]


def _decision(desk: Desk, each: ReviewDecision, verdict: Verdict) -> Line:
    names = desk.names
    name = names.of(Activity, each.activity or "") or names.of(Agreement, each.agreement or "")
    shape = Shape.STRUCK if verdict is Verdict.STOP else Shape.DOT
    return Line(
        str(each.activity or each.agreement), name, each.reason, Status(shape, verdict.label)
    )


INDICATOR = RecordSpec(
    kind=Indicator,
    name="name",
    above=_of_which_outcome,
    chips=_indicator_chips,
    locked=_fixed_baseline,
    body=(
        FiguresCard,
        AreasCard,
        StoryCard,
        ToldCard,
        DecisionsCard,
        actions_card,
        Section(
            "Van nulwaarde naar streefwaarde",
            ("baseline", "baseline_period", "target", "target_period"),
            always=("baseline", "baseline_period", "target", "target_period"),
        ),
        BaselineCard,
        Section(
            "Wat tellen wij",
            (
                *("definition", "measure", "unit", "direction", "outcome", "source", "rhythm"),
                *("perspective", "sort", "area", "area_kind", "where_school_is"),
                *("agreed_on", "agreed_by", "side_effect", "discuss"),
            ),
            always=("definition", "measure", "unit", "direction", "source", "outcome"),
        ),
        lambda desk: Related(desk, "Afspraken", agreements_of("indicators")),
    ),
)
REVIEW = RecordSpec(
    kind=ReviewMoment,
    name="name",
    chips=_review_chips,
    locked=_closed_review,
    body=(
        Section(
            "",
            ("on", "place", "present", "others_present", "cycle"),
            always=("on", "present", "others_present"),
        ),
        lambda desk: Related(desk, "Wat wij bespreken", _discussed),
        told_in,
        lambda desk: Related(desk, "Besluiten", _decided),
        actions_card,
        Section("Wat nemen wij mee", ("conclusion",), always=("conclusion",)),
    ),
)

# Without the list of blocks beside them: there is a chart and a table.
WIDE = {spec.kind: spec for spec in (INDICATOR, REVIEW)}
