"""What asks attention, in one list: every signal a small pure function of the records.

Signals about agreements are silent while these are concept. Each says what, why (with source)
and where to mend it; it can be set aside with a reason, and comes back when its facts change.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field

from ozj_desktop.model.agreements import Agreement, Decision
from ozj_desktop.model.assent import decisions
from ozj_desktop.model.attention import SetAside
from ozj_desktop.model.documents import Assent, Deviation, Document, Version
from ozj_desktop.model.dutch import capital, in_words
from ozj_desktop.model.facts import Facts
from ozj_desktop.model.record import Record, fields_of
from ozj_desktop.model.signal import Check, Found, Scope, Signal
from ozj_desktop.model.signals_agreements import AGREEMENT_CHECKS
from ozj_desktop.model.signals_compass import COMPASS_CHECKS
from ozj_desktop.model.signals_parties import PARTY_CHECKS
from ozj_desktop.model.signals_periods import PERIOD_CHECKS

CHECKS: tuple[Check, ...] = (
    *AGREEMENT_CHECKS,
    *PARTY_CHECKS,
    *PERIOD_CHECKS,
    *COMPASS_CHECKS,
)
SCOPE_READS: dict[type[Record], str] = {
    Version: "agreements submitted_on mends major minor document",
    Document: "decision_set",
    Assent: "table decided_on",
    Deviation: "table",
    Agreement: "decision_set",
}
MOST_AT_ONCE = 5  # points that "Klaar om voor te leggen?" shows

Changed = Iterable[tuple[type[Record], frozenset[str]]]


def in_force(facts: Facts) -> Scope:
    """The agreements that were submitted or adopted, and did not lapse."""
    quiet = (Decision.DRAFT, Decision.LAPSED)
    return frozenset(id for id, chosen in decisions(facts).items() if chosen not in quiet)


def signals(facts: Facts) -> list[Signal]:
    """All of them, urgent first; those set aside last, with their reason."""
    return Signals(facts).all()


def lacking(facts: Facts, scope: Scope) -> list[Signal]:
    """What these agreements lack, as if they were submitted now; urgent first."""
    later = ("behind", "not_looked_at")  # how it goes is asked of what was submitted before
    checks = [c for c in CHECKS if c.kind is Agreement and c.code not in later]
    found = [s for c in checks for s in run(c, facts, scope) if s.about in scope]
    return sorted(found, key=lambda s: not s.urgent)


def run(check: Check, facts: Facts, scope: Scope) -> list[Signal]:
    return say(check, check.find(facts, scope))


def say(check: Check, found: Found) -> list[Signal]:
    """What was found, in words."""
    return [
        Signal(
            check.code,
            check.kind,
            about,
            check.what.format(facts=facts).replace(" .", "."),
            check.why,
            check.mend,
            facts,
            check.urgent,
        )
        for about, facts in found
    ]


def together(found: Iterable[Signal]) -> list[Signal]:
    """What says the same of several things as one, at the place of the first."""
    many = {check.code: check.many for check in CHECKS if check.many}
    groups: dict[object, list[Signal]] = {}
    for n, signal in enumerate(found):
        groups.setdefault((signal.code, signal.aside) if signal.code in many else n, []).append(
            signal
        )
    return [_as_one(group, many.get(group[0].code, "")) for group in groups.values()]


def _as_one(group: list[Signal], many: str) -> Signal:
    if len(group) == 1:
        return group[0]
    what = capital(many.format(count=in_words(len(group))))
    return group[0]._replace(what=what, members=tuple(group))


@dataclass
class Signals:
    """The list kept up to date: after a notice only the checks that read what changed run."""

    facts: Facts
    _found: dict[str, list[Signal]] = field(default_factory=dict)
    _scope: Scope | None = None

    def advance(self) -> bool:
        """Look at one check that is still open; False when there is none."""
        if self._scope is None:
            self._scope = in_force(self.facts)
        for check in CHECKS:
            if check.code not in self._found:
                self._found[check.code] = run(check, self.facts, self._scope)
                return True
        return False

    def all(self) -> list[Signal]:
        while self.advance():
            pass
        found = [signal for check in CHECKS for signal in self._found[check.code]]
        told = [with_reason(self.facts, signal) for signal in found]
        return together(sorted(told, key=lambda s: (bool(s.aside), not s.urgent)))

    def open(self) -> list[Signal]:
        return [signal for signal in self.all() if not signal.aside]

    def forget(self, changed: Changed) -> None:
        """Call after `facts.forget`: what these changes touch is looked at anew when asked."""
        told = {*changed}  # thousands of things may have changed in one way
        if any(_reads(SCOPE_READS, *change) for change in told):
            self._scope = None
            self._found = {}
        for check in CHECKS:
            if any(_reads(check.reads, *change) for change in told):
                self._found.pop(check.code, None)


def some_signals(facts: Facts, *codes: str) -> list[Signal]:
    """Those of these checks only, in the order of the checks; also when they were set aside."""
    checks = [check for check in CHECKS if check.code in codes]
    scope = in_force(facts) if any(check.scoped for check in checks) else frozenset()
    found = [signal for check in checks for signal in run(check, facts, scope)]
    return [with_reason(facts, signal) for signal in found]


def with_reason(facts: Facts, signal: Signal) -> Signal:
    """With why it was set aside, if it was and its facts are still the facts."""
    for put in facts.of(SetAside, "about", signal.about or signal.facts):
        if put.signal == signal.code and put.facts == signal.facts:
            return signal._replace(aside=put.reason or "zonder reden")
    return signal


def set_aside(signal: Signal, reason: str) -> SetAside:
    about = signal.about or signal.facts
    return SetAside(signal=signal.code, about=about, facts=signal.facts, reason=reason)


def _reads(reads: object, kind: type[Record], fields: frozenset[str]) -> bool:
    """When one comes or goes, whoever reads the kind looks again.

    An add names no fields, and a delete all of them.
    """
    names = reads.get(kind) if isinstance(reads, dict) else None
    if names is None or not fields:
        return names is not None
    return bool(fields & set(names.split())) or len(fields) == len(fields_of(kind))
