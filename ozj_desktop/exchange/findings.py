"""Whether a dossier is sound, and what in it asks attention; in words and as data."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from ozj_desktop.model.dutch import counted, listed
from ozj_desktop.model.facts import Facts
from ozj_desktop.model.signal import Signal
from ozj_desktop.model.signals import signals
from ozj_desktop.store.dossier import Dossier
from ozj_desktop.store.kinds import KINDS


@dataclass(frozen=True)
class Findings:
    """What `check` tells."""

    name: str
    problems: list[str]
    counts: dict[str, int]
    steps: int
    signals: list[tuple[Signal, str]]  # with the name of what it is about

    def as_json(self) -> dict[str, Any]:
        return {
            "file": self.name,
            "sound": not self.problems,
            "problems": self.problems,
            "counts": self.counts,
            "steps": self.steps,
            "signals": [
                {
                    "code": s.code,
                    "kind": s.kind.__name__.lower(),
                    "id": s.about,
                    "ids": [one.about for one in s.each()],
                    "about": name,
                    "what": s.what,
                    "why": s.why,
                    "mend": s.mend,
                    "urgent": s.urgent,
                    "set_aside": s.aside or None,
                }
                for s, name in self.signals
            ],
        }

    def __str__(self) -> str:
        if self.problems:
            return "\n".join(f"Niet in orde: {problem}" for problem in self.problems)
        steps = counted(self.steps, ("stap", "stappen"))
        lines = [f"{self.name} is in orde: {steps} in de geschiedenis, alle zegels kloppen."]
        shown = [(s, name) for s, name in self.signals if not s.aside]
        lines += ["", counted(len(shown), ("signaal", "signalen")) + (":" if shown else ".")]
        for signal, name in shown:
            about = f"{name}: " if name else ""
            lines.append(f"  {'!' if signal.urgent else '-'} {about}{signal.what}")
        return "\n".join(lines)


def names(dossier: Dossier, signal: Signal) -> list[str]:
    """Of all that it is about."""
    return [str(dossier.named(one.about) or "") for one in signal.each()]


def findings(dossier: Dossier, today: date) -> Findings:
    problems = dossier.verify()
    if problems:
        return Findings(dossier.path.name, problems, {}, 0, [])
    counts = {kind.__name__.lower(): dossier.count(kind) for kind in KINDS}
    found = signals(Facts(dossier, today))
    named = [(signal, listed(names(dossier, signal))) for signal in found]
    return Findings(dossier.path.name, [], counts, dossier.history.last.seq, named)
