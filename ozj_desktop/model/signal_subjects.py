"""What each signal is about, and the very place where it is mended."""

from enum import Enum
from typing import NamedTuple

from ozj_desktop.model.signal import Signal


class Subject(Enum):
    """The groups in which signals are shown, in this order."""

    ON_TIME = "Op tijd"
    ASSENT = "Akkoord en besluit"
    WHO = "Wie missen we"
    GOALS = "Kompas en cijfers"
    TEXT = "Wat er nog bij hoort"


NEW = "new"  # not a field: where a new thing is typed


class Mending(NamedTuple):
    """A field of what the signal is about, or the kind of its parts; `place` is where that is
    instead.
    """

    subject: Subject
    where: str = ""
    place: str = ""


ANSWERS, DOES, PEOPLE = "assent", "contribution", "contact"
MENDING = {
    "no_deadline": Mending(Subject.ON_TIME, "ends_on"),
    "dates_reversed": Mending(Subject.ON_TIME, "ends_on"),
    "overdue": Mending(Subject.ON_TIME, "progress"),
    "behind": Mending(Subject.ON_TIME, "progress"),
    "not_looked_at": Mending(Subject.ON_TIME, "progress_on"),
    "vision_old": Mending(Subject.ON_TIME, "review_on"),
    "action_late": Mending(Subject.ON_TIME, "due"),
    "unanswered": Mending(Subject.ON_TIME, ANSWERS),
    "reservation_late": Mending(Subject.ON_TIME, ANSWERS),
    "route_late": Mending(Subject.ON_TIME, "signing_on"),
    "signing_missed": Mending(Subject.ON_TIME, "signing_on"),
    "period_reversed": Mending(Subject.ON_TIME, "ends_on"),
    "whole_period_reversed": Mending(Subject.ON_TIME, "ends_on"),
    "refused": Mending(Subject.ASSENT, ANSWERS),
    "refused_one": Mending(Subject.ASSENT),
    "decided_by_hand": Mending(Subject.ASSENT, "decision_reason"),
    "document_by_hand": Mending(Subject.ASSENT, "decision_reason"),
    "no_mandate": Mending(Subject.ASSENT, "mandate"),
    "missing": Mending(Subject.WHO, NEW, "parties"),
    "unheard": Mending(Subject.WHO, NEW, "parties"),
    "no_leader": Mending(Subject.WHO, DOES),
    "few_parties": Mending(Subject.WHO, DOES),
    "no_address": Mending(Subject.WHO, PEOPLE),
    "bad_address": Mending(Subject.WHO, "email"),
    "no_contribution": Mending(Subject.WHO),
    "nobody_directs": Mending(Subject.WHO, "director"),
    "no_director": Mending(Subject.WHO, "director"),
    "action_of_nobody": Mending(Subject.WHO, "party"),
    "finding_one_sided": Mending(Subject.GOALS),
    "outcome_no_indicator": Mending(Subject.GOALS, "indicator"),
    "outcome_no_contribution": Mending(Subject.GOALS, "outcomecontribution"),
    "party_no_outcome": Mending(Subject.GOALS),
    "outcome_no_child": Mending(Subject.GOALS, "indicator"),
    "indicator_no_baseline": Mending(Subject.GOALS, "baseline"),
    "target_wrong_way": Mending(Subject.GOALS, "target"),
    "figures_disagree": Mending(Subject.GOALS, "measurement"),
    "indicator_output": Mending(Subject.GOALS, "sort"),
    "indicator_other_scale": Mending(Subject.GOALS, "area_kind"),
    "outcome_no_theory": Mending(Subject.GOALS),
    "outcome_no_activity": Mending(Subject.GOALS),
    "activity_no_outcome": Mending(Subject.GOALS, "activitytest"),
    "activity_not_tested": Mending(Subject.GOALS, "activitytest"),
    "outcome_not_tested": Mending(Subject.GOALS, "together_degree"),
    "indicator_no_story": Mending(Subject.GOALS),
    "review_overdue": Mending(Subject.GOALS),
    "blanks": Mending(Subject.TEXT, "what"),
    "no_result": Mending(Subject.TEXT, "result"),
    "no_fallback": Mending(Subject.TEXT, "if_it_fails"),
    "no_parents": Mending(Subject.TEXT, "parents"),
    "no_topic": Mending(Subject.TEXT, "topic"),
    "no_table": Mending(Subject.TEXT, "main_forum"),
    "field_uncovered": Mending(Subject.TEXT, "policy_field", "topics"),
    "principle_count": Mending(Subject.TEXT, NEW, "charter"),
}


def mending(signal: Signal) -> Mending:
    return MENDING.get(signal.code, Mending(Subject.TEXT))
