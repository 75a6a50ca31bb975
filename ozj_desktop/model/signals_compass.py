"""Signals about goals, figures and their story. On the page of a block they are what is missing;
in the list of signals they come once people have discussed that block.
"""

from collections.abc import Callable

from ozj_desktop.model import compass_lacks as rules
from ozj_desktop.model.activities import Activity, ActivityTest, TheoryOfChange
from ozj_desktop.model.agreements import Agreement
from ozj_desktop.model.areas import Area
from ozj_desktop.model.compass import Block, BlockState, BlockWork, Cycle
from ozj_desktop.model.facts import Facts
from ozj_desktop.model.goals import (
    Indicator,
    Measurement,
    Outcome,
    OutcomeContribution,
    YouthFinding,
)
from ozj_desktop.model.parties import Party
from ozj_desktop.model.reviews import FigureStory, ReviewMoment
from ozj_desktop.model.signal import Check, Found, Scope
from ozj_desktop.model.turn import current, work_of

OPEN = (BlockState.DISCUSSED, BlockState.ADOPTED)
Find = Callable[[Facts, Scope], Found]


def _discussed(block: Block, find: Find) -> Find:
    """Silent while people are still at work on the block."""

    def found(facts: Facts, scope: Scope) -> Found:
        turn = current(facts)
        if turn is not None and work_of(facts, turn, block).state in OPEN:
            yield from find(facts, scope)

    return found


TURN: dict[type, str] = {Cycle: "starts_on closed_on", BlockWork: "state"}
STORY = "recognise explain appreciate improve"
GOALS: dict[type, str] = {Outcome: "", Indicator: "outcome"}


def _check(
    block: Block,
    code: str,
    kind: type,
    words: tuple[str, str, str],
    reads: dict[type, str],
    find: Find,
    *,
    urgent: bool = False,
) -> tuple[Block, Find, Check]:
    what, why, mend = words
    check = Check(code, kind, what, why, mend, {**TURN, **reads}, _discussed(block, find), urgent)
    return block, find, check


MADE = (
    _check(
        Block.STATE,
        "finding_one_sided",
        Cycle,
        (
            "Geen bevinding komt van een ouder of jongere.",
            "Cijfers alleen vertellen niet hoe het is. (Mét andere ogen, 2018)",
            "Kompas, 1A: Van wie weten wij dit",
        ),
        {YouthFinding: "cycle voice"},
        rules.finding_one_sided,
    ),
    _check(
        Block.OUTCOMES,
        "outcome_no_indicator",
        Outcome,
        (
            "Dit resultaat heeft nog geen indicator.",
            "Dan ziet niemand of het lukt.",
            "Kompas, 2: Indicatoren",
        ),
        GOALS,
        rules.no_indicator,
    ),
    _check(
        Block.OUTCOMES,
        "outcome_no_contribution",
        Outcome,
        (
            "Nog geen partij draagt bij aan dit resultaat.",
            "Schrijf per partij op wat zij bijdraagt. (Mét andere ogen, 2018)",
            "Kompas, 2: Bijdragen",
        ),
        {Outcome: "", OutcomeContribution: ""},
        rules.no_contribution,
    ),
    _check(
        Block.OUTCOMES,
        "party_no_outcome",
        Cycle,
        (
            "Nog zonder bijdrage aan een resultaat: {facts}.",
            "Aan de resultaten draagt iedereen bij. (Mét andere ogen, 2018)",
            "Kompas, 2: Wie draagt bij",
        ),
        {OutcomeContribution: "", Party: "signs name short_name position"},
        rules.party_adds_nothing,
    ),
    _check(
        Block.OUTCOMES,
        "outcome_no_child",
        Outcome,
        (
            "Geen cijfer van dit resultaat komt van kinderen of ouders.",
            "Kijk ook met de ogen van kind en ouder. (Mét andere ogen, 2018)",
            "Kompas, 2: Gezien door",
        ),
        {Outcome: "", Indicator: "outcome perspective"},
        rules.no_child_view,
    ),
    _check(
        Block.OUTCOMES,
        "indicator_no_baseline",
        Indicator,
        (
            "Er is nog geen nulwaarde.",
            "Zonder begin weet u later niet of het beter gaat.",
            "Kompas, 2: Nulwaarde",
        ),
        {Indicator: "baseline"},
        rules.no_baseline,
    ),
    _check(
        Block.OUTCOMES,
        "target_wrong_way",
        Indicator,
        (
            "De streefwaarde ligt aan de verkeerde kant van de nulwaarde: {facts}.",
            "Kijk of de nulwaarde, de streefwaarde en de richting kloppen.",
            "Kompas, 2: Streefwaarde",
        ),
        {Indicator: "baseline target direction"},
        rules.target_wrong_way,
        urgent=True,
    ),
    _check(
        Block.OUTCOMES,
        "indicator_output",
        Indicator,
        (
            "Dit cijfer telt wat wij doen, niet wat kinderen merken.",
            "Hoeveel trajecten er zijn, zegt weinig over hoe het gaat. (NJi)",
            "Kompas, 2: Zegt iets over",
        ),
        {Indicator: "sort"},
        rules.counts_what_we_do,
    ),
    _check(
        Block.OUTCOMES,
        "indicator_other_scale",
        Indicator,
        (
            "Het cijfer en de afspraak gaan over een ander gebied: {facts}.",
            "Meet op het niveau waarop u afspraken maakt.",
            "Kompas, 2: Gemeten per",
        ),
        {Indicator: "area_kind", Agreement: "area indicators", Area: "kind"},
        rules.other_scale,
    ),
    _check(
        Block.OUTCOMES,
        "figures_disagree",
        Indicator,
        (
            "Twee bronnen geven niet hetzelfde cijfer: {facts}.",
            "Zoek uit hoe dat komt, en spreek af welke bron u volgt.",
            "Kompas, 2: Cijfers",
        ),
        {Indicator: "source", Measurement: ""},
        rules.sources_disagree,
    ),
    _check(
        Block.THEORY,
        "outcome_no_theory",
        Outcome,
        (
            "Bij dit resultaat hoort nog geen veranderverhaal.",
            "Dan weet niemand waarom de aanpak zou werken.",
            "Kompas, 3A: Voor welk resultaat",
        ),
        {Outcome: "", TheoryOfChange: "outcomes"},
        rules.no_theory,
    ),
    _check(
        Block.ACTIVITIES,
        "outcome_no_activity",
        Outcome,
        (
            "Geen activiteit draagt bij aan dit resultaat.",
            "Een resultaat komt niet vanzelf.",
            "Kompas, 3B: Toets",
        ),
        {Outcome: "", ActivityTest: ""},
        rules.no_activity,
    ),
    _check(
        Block.ACTIVITIES,
        "activity_no_outcome",
        Activity,
        (
            "Deze activiteit hoort bij geen enkel resultaat.",
            "Vraag waar zij aan bijdraagt, of stop ermee.",
            "Kompas, 3B: Toets",
        ),
        {Activity: "", ActivityTest: ""},
        rules.without_outcome,
    ),
    _check(
        Block.ACTIVITIES,
        "activity_not_tested",
        Activity,
        (
            "Nog niemand zei in welke mate dit bijdraagt.",
            "Toets elke activiteit aan het resultaat, één voor één en samen.",
            "Kompas, 3B: In welke mate",
        ),
        {Activity: "", ActivityTest: "degree"},
        rules.not_tested,
    ),
    _check(
        Block.ACTIVITIES,
        "outcome_not_tested",
        Outcome,
        (
            "Alle activiteiten samen zijn nog niet getoetst.",
            "Samen kunnen zij meer of minder doen dan ieder apart.",
            "Kompas, 2: Alles samen",
        ),
        {Outcome: "together_degree", ActivityTest: ""},
        rules.not_tested_together,
    ),
    _check(
        Block.LEARNING,
        "indicator_no_story",
        Indicator,
        (
            "Bij dit cijfer staat nog geen verhaal.",
            "Geen cijfer zonder het verhaal erachter. (Mét andere ogen, 2018)",
            "Kompas, 6: Duidingsgesprek",
        ),
        {
            Indicator: "discuss",
            FigureStory: "recognise explain appreciate improve",
            ReviewMoment: "on",
        },
        rules.no_story,
    ),
    _check(
        Block.LEARNING,
        "review_overdue",
        Cycle,
        (
            "Er is langer dan een half jaar niet over de cijfers gesproken: {facts}.",
            "Bespreek de cijfers twee keer per jaar. (Mét andere ogen, 2018)",
            "Kompas, 6: Duidingsgesprek",
        ),
        {ReviewMoment: "on", Indicator: ""},
        rules.review_overdue,
    ),
)
COMPASS_CHECKS = tuple(check for _, _, check in MADE)


def lacks(facts: Facts, block: Block) -> list[tuple[Check, str, str]]:
    """What is missing in a block, also while people are at work on it: check, about, facts."""
    return [
        (check, about, told)
        for of, find, check in MADE
        if of is block
        for about, told in find(facts, frozenset())
    ]
