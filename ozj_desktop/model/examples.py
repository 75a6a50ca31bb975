"""Example agreements of a template that nobody kept: still to be filled in, and in no document."""

from ozj_desktop.model.agreements import Agreement, Contribution
from ozj_desktop.model.documents import Inclusion, Version
from ozj_desktop.model.facts import Facts
from ozj_desktop.model.record import Id
from ozj_desktop.model.signals_agreements import blanks


def unused_examples(facts: Facts) -> list[Id[Agreement]]:
    """Those that can go: in no document now or before, and nobody was given a part in them."""
    used = {id for (id,) in facts.pick(Inclusion, "agreement")}
    used |= {id for (id,) in facts.pick(Contribution, "agreement")}
    used |= {id for version in facts.all(Version) for id in version.agreements}
    every = frozenset(id for (id,) in facts.pick(Agreement, "id")) - used
    return [Id(id) for id, _ in blanks(facts, every)]
