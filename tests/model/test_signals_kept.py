"""The list that is kept up to date says what computing it anew says, whatever changed."""

from random import Random

from ozj_desktop.model.actions import Action
from ozj_desktop.model.charter import Principle, Vision
from ozj_desktop.model.facts import Facts
from ozj_desktop.model.lists import ListItem
from ozj_desktop.model.parties import RouteStep
from ozj_desktop.model.signals import Signals, set_aside
from ozj_desktop.store.kinds import KINDS
from ozj_desktop.store.tables import table_name
from tests.any_edit import edit_anything
from tests.model.conftest import TODAY
from tests.model.region import except_for
from tests.model.test_signals import World

KIND_NAMED = {table_name(kind): kind for kind in KINDS}
SEEDS, STEPS = 40, 80


def a_full_world() -> list:
    world = World()
    mbo = ListItem(list="party_kind", code="mbo", label="mbo", counts_as="mbo")
    more = [
        mbo,
        Action(what="bel de school", party=world["school"].id),
        *(Principle(text=str(n)) for n in range(5)),
        Vision(text="samen"),
        RouteStep(party=world["town"].id, days=14, position=1),
        RouteStep(party=world["school"].id, days=7, position=2),
        except_for(world["second"], world["plan"]),
        world.region.numbered(2),
    ]
    return world.spoilt(*more, document={"signing_on": TODAY, "asks_by": TODAY})


class Listening:
    """Facts and signals that hear every notice, as a window does."""

    def __init__(self, facts: Facts) -> None:
        self.facts, self.dossier = facts, facts.source
        self.signals = Signals(facts)
        self.dossier.on_change.append(self.heard)

    def heard(self, notice) -> None:
        changes = [(KIND_NAMED[kind], fields) for kind, _, fields in notice.changes]
        self.facts.forget({kind for kind, _ in changes})
        self.signals.forget(changes)

    def anew(self) -> list:
        return Signals(Facts(self.dossier, TODAY)).all()


def test_forgetting_what_changed_is_the_same_as_computing_anew(know):
    seen = set()
    for seed in range(SEEDS):
        seen |= codes_seen(Random(seed), Listening(know(*a_full_world())))
    assert len(seen) >= 20


def codes_seen(random: Random, listening: Listening) -> set[str]:
    dossier, seen = listening.dossier, set()
    for _ in range(STEPS):
        done = random.random()
        if done < 0.1:
            dossier.undo()
        elif done < 0.15:
            dossier.redo()
        elif done < 0.25 and (open_still := listening.signals.open()):
            with dossier.step("set_aside"):
                dossier.save(set_aside(random.choice(open_still), "zo is het"))
        else:
            with dossier.step("x"):
                for _ in range(random.choice([1, 1, 1, 4])):
                    edit_anything(dossier, random)
        if random.random() < 0.7:  # not asked for after each notice
            found = listening.signals.all()
            assert found == listening.anew(), dossier.history.last
            seen.update(signal.code for signal in found)
    return seen


def test_deleting_the_last_of_a_kind_is_noticed(know):
    listening = Listening(know(*(Principle(text=str(n)) for n in range(9)), *World().spoilt()))
    assert [s.code for s in listening.signals.all()] == ["principle_count"]
    dossier = listening.dossier
    with dossier.step("deleted Principle"):
        dossier.delete(dossier.all(Principle)[0])
    assert listening.signals.all() == []


def test_a_meeting_that_takes_longer_is_noticed(know):
    world = World()
    step = RouteStep(party=world["school"].id, days=0)
    waiting = {"second": {"decided_on": None}, "document": {"signing_on": TODAY}}
    listening = Listening(know(*world.spoilt(step, **waiting)))
    assert listening.signals.all() == []
    dossier = listening.dossier
    with dossier.step("edited RouteStep days"):
        dossier.save(RouteStep(id=step.id, party=step.party, days=30))
    assert [s.code for s in listening.signals.all()] == ["route_late"]
