"""What each kind of thing of the Kompas needs to be shown in full."""

from collections.abc import Sequence

from ozj_desktop.model.activities import (
    Activity,
    ActivityResult,
    ActivityTest,
    TheoryOfChange,
)
from ozj_desktop.model.compass import SHORT, Block, Cycle, LearningCard
from ozj_desktop.model.facts import in_order
from ozj_desktop.model.goals import (
    Ambition,
    Indicator,
    Outcome,
    OutcomeContribution,
    YouthFinding,
)
from ozj_desktop.model.reviews import ReviewMoment
from ozj_desktop.ui.desk import Desk
from ozj_desktop.ui.names import last_place
from ozj_desktop.ui.overview_facts import Line
from ozj_desktop.ui.page_spec import RecordSpec
from ozj_desktop.ui.pages.compass.block_rows import SORTS, indicator_line, line_of
from ozj_desktop.ui.pages.compass.related_things import agreements_of
from ozj_desktop.ui.part_rows import Col, PartSpec
from ozj_desktop.ui.parts.adding import Adding
from ozj_desktop.ui.parts.part_card import Part, PartCard
from ozj_desktop.ui.parts.related import Related
from ozj_desktop.ui.record_form import Section
from ozj_desktop.ui.status import Status

AT_HOME = {
    YouthFinding: Block.STATE,
    Ambition: Block.AMBITIONS,
    Outcome: Block.OUTCOMES,
    Indicator: Block.OUTCOMES,
    TheoryOfChange: Block.THEORY,
    Activity: Block.ACTIVITIES,
    LearningCard: Block.LEARNING,
    Cycle: Block.TOGETHER,
    ReviewMoment: Block.LEARNING,
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


def _indicators(desk: Desk) -> Part:
    asked = "Waaraan zien wij het? Noem een cijfer"
    return Adding(desk, "Cijfers", asked, _indicators_of, _new_indicator)


def _new_indicator(desk: Desk, outcome: Outcome, name: str) -> Indicator:
    place = last_place(desk.dossier, Indicator)
    return Indicator(name=name, outcome=outcome.id, area=outcome.area, **place)


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
        _indicators,
        _contributions,
        _outcome_tests,
        Section(
            "Alles samen",
            ("together_child", "together_adds", "together_degree", "together_note"),
            always=("together_child", "together_adds", "together_degree", "together_note"),
        ),
        lambda desk: Related(desk, "Veranderverhalen", _stories_of),
        lambda desk: Related(desk, "Afspraken", agreements_of("outcomes")),
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
TURN = RecordSpec(
    kind=Cycle,
    name="name",
    body=(
        Section(
            "",
            ("starts_on", "ends_on", "looking_back"),
            always=("starts_on", "ends_on", "looking_back"),
        ),
    ),
)
BESIDE = {
    spec.kind: spec for spec in (TURN, FINDING, AMBITION, OUTCOME, THEORY, ACTIVITY, LEARNING)
}


def way_back(block: Block) -> str:
    """On the button that leads back to the block."""
    return f"{block.number} {SHORT[block]}"
