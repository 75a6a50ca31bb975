"""What would end before it begins."""

from datetime import date

from ozj_desktop.model.assent import running
from ozj_desktop.model.collaboration import Collaboration
from ozj_desktop.model.documents import Document
from ozj_desktop.model.dutch import long_date
from ozj_desktop.model.facts import Facts
from ozj_desktop.model.signal import Check, Found, Scope


def period_reversed(facts: Facts, scope: Scope) -> Found:
    """A document, or the whole samenwerking, that would end before it begins."""
    for document in running(facts):
        yield from _reversed(document.id, document.starts_on, document.ends_on)


def whole_period_reversed(facts: Facts, scope: Scope) -> Found:
    about = facts.one(Collaboration)
    yield from _reversed(about.id, about.starts_on, about.ends_on)


def _reversed(id: str, start: date | None, end: date | None) -> Found:
    if start and end and end < start:
        yield id, f"vanaf {long_date(start)}, tot en met {long_date(end)}"


PERIOD_CHECKS = (
    Check(
        "period_reversed",
        Document,
        "De einddatum ligt vóór de begindatum: {facts}.",
        "Dan weet niemand hoe lang het stuk geldt.",
        "Documenten: Geldt vanaf en Geldt tot en met",
        {Document: "starts_on ends_on decision_set"},
        period_reversed,
        urgent=True,
    ),
    Check(
        "whole_period_reversed",
        Collaboration,
        "De einddatum ligt vóór de begindatum: {facts}.",
        "Dan weet niemand hoe lang de samenwerking duurt.",
        "Samenwerking: Vanaf en Tot en met",
        {Collaboration: "starts_on ends_on"},
        whole_period_reversed,
        urgent=True,
    ),
)
