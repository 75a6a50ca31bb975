"""What each kind of thing of the Kompas needs to be shown in full."""

from collections.abc import Sequence
from typing import Any

from ozj_desktop.model.activities import (
    Activity,
    ActivityResult,
    ActivityTest,
    TheoryOfChange,
)
from ozj_desktop.model.agreements import Agreement
from ozj_desktop.model.baseline import is_fixed
from ozj_desktop.model.compass import SHORT, Block, LearningCard
from ozj_desktop.model.facts import in_order
from ozj_desktop.model.goals import (
    Ambition,
    Indicator,
    Measurement,
    Outcome,
    OutcomeContribution,
    YouthFinding,
)
from ozj_desktop.model.record import Record
from ozj_desktop.model.series import lines, main_line, progress
from ozj_desktop.ui.desk import Desk
from ozj_desktop.ui.overview_facts import Line
from ozj_desktop.ui.page_spec import RecordSpec
from ozj_desktop.ui.pages.compass.block_rows import SORTS, indicator_line, line_of
from ozj_desktop.ui.pages.compass.figures_card import FiguresCard
from ozj_desktop.ui.pages.compass.marks import TRENDS
from ozj_desktop.ui.part_rows import Col, PartSpec
from ozj_desktop.ui.parts.part_card import Part, PartCard
from ozj_desktop.ui.parts.related import Related
from ozj_desktop.ui.record_form import Section
from ozj_desktop.ui.status import Shape, Status

AT_HOME = {
    YouthFinding: Block.STATE,
    Ambition: Block.AMBITIONS,
    Outcome: Block.OUTCOMES,
    Indicator: Block.OUTCOMES,
    TheoryOfChange: Block.THEORY,
    Activity: Block.ACTIVITIES,
    LearningCard: Block.LEARNING,
}  # the block in which each kind is looked for

# What points at a thing


def _outcomes_of(desk: Desk, ambition: Ambition) -> Sequence[Line]:
    return [line_of(desk, o) for o in in_order(desk.facts.of(Outcome, "ambition", ambition.id))]


def _indicators_of(desk: Desk, outcome: Outcome) -> Sequence[Line]:
    found = in_order(desk.facts.of(Indicator, "outcome", outcome.id))
    return [indicator_line(desk, each) for each in found]


def _stories_of(desk: Desk, outcome: Outcome) -> Sequence[Line]:
    found = (t for t in desk.facts.all(TheoryOfChange) if outcome.id in t.outcomes)
    return [line_of(desk, each) for each in in_order(found)]


def _agreements_of(field: str) -> Any:
    def lines(desk: Desk, thing: Record) -> Sequence[Line]:
        found = (a for a in desk.facts.all(Agreement) if thing.id in getattr(a, field))
        return [Line(a.id, str(a), "") for a in found]

    return lines


# Grids

CONTRIBUTIONS = PartSpec(
    OutcomeContribution,
    "outcome",
    (Col("party", width=200, stretch=2), Col("what", width=240, stretch=5)),
    new_hint="+ nog een partij",
)
TESTS = (
    Col("child", label="Helpt het kind", width=116),
    Col("adds", label="Draagt bij", width=116),
    Col("degree", width=120),
    Col("note", width=140, stretch=3),
)
ACTIVITY_TESTS = PartSpec(
    ActivityTest,
    "activity",
    (Col("outcome", width=200, stretch=4), *TESTS),
    new_hint="+ nog een resultaat",
)
OUTCOME_TESTS = PartSpec(
    ActivityTest,
    "outcome",
    (Col("activity", width=200, stretch=4), *TESTS),
    new_hint="+ nog een activiteit",
)
RESULTS = PartSpec(
    ActivityResult,
    "activity",
    (
        Col("period", width=130),
        Col("reach", width=150, stretch=1),
        Col("use", width=150, stretch=1),
        Col("goals", width=150, stretch=1),
        Col("improvement", width=150, stretch=1),
    ),
    new_hint="+ nog een periode",
    more=("source",),
)


def _contributions(desk: Desk) -> Part:
    return PartCard(
        desk, "Wie draagt wat bij", CONTRIBUTIONS, hint="Een regel per partij. Leeg mag nog even."
    )


def _activity_tests(desk: Desk) -> Part:
    hint = "Drie vragen per resultaat. Alles samen toetst u bij het resultaat zelf."
    return PartCard(desk, "Draagt dit bij?", ACTIVITY_TESTS, hint=hint)


def _outcome_tests(desk: Desk) -> Part:
    hint = "Eerst elke activiteit apart, daarna alles samen: samen kan het nog te weinig zijn."
    return PartCard(desk, "Wat wij ervoor doen", OUTCOME_TESTS, hint=hint)


def _results(desk: Desk) -> Part:
    return PartCard(desk, "Wat ervan kwam", RESULTS)


def _finding_chips(desk: Desk, finding: YouthFinding) -> Sequence[Status]:
    return [Status(SORTS[finding.sort], finding.sort.label)]


def _of_which_outcome(desk: Desk, indicator: Indicator) -> str:
    return desk.names.of(Outcome, indicator.outcome) if indicator.outcome else ""


def _indicator_chips(desk: Desk, indicator: Indicator) -> Sequence[Status]:
    found = lines(desk.facts.of(Measurement, "indicator", indicator.id))
    chips = [TRENDS[progress(indicator, main_line(indicator, found)).trend]]
    if indicator.perspective:
        chips.append(Status(Shape.DOT, indicator.perspective.label))
    chips.append(Status(Shape.DOT, indicator.direction.label))
    return chips


def _fixed_baseline(_: Desk, indicator: Indicator) -> frozenset[str]:
    """Once adopted it changes only with a reason."""
    return frozenset({"baseline", "baseline_period"}) if is_fixed(indicator) else frozenset()


FINDING = RecordSpec(
    kind=YouthFinding,
    name="what",
    chips=_finding_chips,
    body=(
        Section(
            "",
            ("sort", "voice", "figure", "source", "area", "ages", "helps", "already"),
            always=("sort", "voice", "figure", "source"),
        ),
    ),
)
AMBITION = RecordSpec(
    kind=Ambition,
    name="what",
    body=(
        Section("", ("why", "findings"), always=("why", "findings")),
        lambda desk: Related(desk, "Resultaten", _outcomes_of),
    ),
)
OUTCOME = RecordSpec(
    kind=Outcome,
    name="what",
    body=(
        Section(
            "",
            ("ambition", "kind", "target_period", "ages", "area", "note"),
            always=("ambition", "kind", "target_period"),
        ),
        lambda desk: Related(desk, "Cijfers", _indicators_of),
        _contributions,
        _outcome_tests,
        Section(
            "Alles samen",
            ("together_child", "together_adds", "together_degree", "together_note"),
            always=("together_child", "together_adds", "together_degree", "together_note"),
        ),
        lambda desk: Related(desk, "Veranderverhalen", _stories_of),
        lambda desk: Related(desk, "Afspraken", _agreements_of("outcomes")),
    ),
)
THEORY = RecordSpec(
    kind=TheoryOfChange,
    name="if_we",
    above=lambda _, __: "Als wij …",
    body=(
        Section(
            "",
            ("then", "because", "outcomes", "knowledge", "conditions", "principles"),
            always=("then", "because", "outcomes"),
        ),
    ),
)
ACTIVITY = RecordSpec(
    kind=Activity,
    name="name",
    body=(
        Section(
            "",
            (
                *("what", "layer", "parties", "ages", "place"),
                *("starts_on", "ends_on", "principles"),
            ),
            always=("what", "layer", "parties"),
        ),
        _activity_tests,
        Section(
            "Hoe wij het goed doen",
            ("basis", "professionals", "organisation"),
            always=("basis", "professionals", "organisation"),
        ),
        _results,
    ),
)
LEARNING = RecordSpec(
    kind=LearningCard,
    name="title",
    body=(
        Section(
            "",
            ("went", "how_come", "next_time", "needed", "on", "shared"),
            always=("went", "how_come", "next_time", "needed"),
        ),
    ),
)
INDICATOR = RecordSpec(
    kind=Indicator,
    name="name",
    above=_of_which_outcome,
    chips=_indicator_chips,
    locked=_fixed_baseline,
    body=(
        FiguresCard,
        Section(
            "Van nulwaarde naar streefwaarde",
            ("baseline", "baseline_period", "target", "target_period"),
            always=("baseline", "baseline_period", "target", "target_period"),
        ),
        Section(
            "Wat tellen wij",
            (
                *("definition", "measure", "unit", "direction", "outcome", "source", "rhythm"),
                *("perspective", "sort", "area", "area_kind", "where_school_is"),
                *("agreed_on", "agreed_by", "side_effect", "discuss"),
            ),
            always=("definition", "measure", "unit", "direction", "source", "outcome"),
        ),
        lambda desk: Related(desk, "Afspraken", _agreements_of("indicators")),
    ),
)
BESIDE = {spec.kind: spec for spec in (FINDING, AMBITION, OUTCOME, THEORY, ACTIVITY, LEARNING)}
WIDE = {INDICATOR.kind: INDICATOR}  # without the list of blocks: there is a chart and a table


def way_back(block: Block) -> str:
    """On the button that leads back to the block."""
    return f"{block.number} {SHORT[block]}"
