"""The turn through the nine blocks of the Kwaliteitskompas (names after NJi, domein §2.2).

Plan–do–check–act is this program's own ring around them, not NJi's (domein §2.4).
"""

from datetime import date

from ozj_desktop.model.kind import kind
from ozj_desktop.model.parties import Party
from ozj_desktop.model.record import (
    Choice,
    File,
    Number,
    PartOf,
    Record,
    Ref,
    Refs,
    Text,
    labelled,
)


class Block(Choice):
    """The nine blocks; there is no order in which they must be done."""

    TOGETHER = "0", "Het begint altijd met samenwerking"
    STATE = "1a", "Staat van onze jeugd"
    AMBITIONS = "1b", "Ambities"
    OUTCOMES = "2", "Maatschappelijk resultaat"
    THEORY = "3a", "Veranderverhaal"
    ACTIVITIES = "3b", "Activiteiten"
    QUALITY = "4", "De kwaliteit van activiteiten"
    RESULTS = "5", "Uitkomsten van activiteiten"
    LEARNING = "6", "Samen leren en verbeteren"

    @property
    def number(self) -> str:
        """As it is called: 1A."""
        return self.value.upper()


SHORT = {
    Block.TOGETHER: "Samenwerking",
    Block.STATE: "Staat van onze jeugd",
    Block.AMBITIONS: "Ambities",
    Block.OUTCOMES: "Maatschappelijk resultaat",
    Block.THEORY: "Veranderverhaal",
    Block.ACTIVITIES: "Activiteiten",
    Block.QUALITY: "Kwaliteit van activiteiten",
    Block.RESULTS: "Uitkomsten van activiteiten",
    Block.LEARNING: "Samen leren en verbeteren",
}  # where there is little room


class Ring(Choice):
    """The program's own ring: what each block is for."""

    PLAN = "plan", "plan"
    DO = "do", "do"
    CHECK = "check", "check"
    ACT = "act", "act"


IN_RING = {
    Ring.PLAN: (Block.TOGETHER, Block.STATE, Block.AMBITIONS, Block.OUTCOMES, Block.THEORY),
    Ring.DO: (Block.ACTIVITIES, Block.QUALITY),
    Ring.CHECK: (Block.RESULTS,),  # with a look back at 1A and 2
    Ring.ACT: (Block.LEARNING,),
}
RING_OF = {block: ring for ring, blocks in IN_RING.items() for block in blocks}


class BlockState(Choice):
    """How far the parties are with a block."""

    NOT_STARTED = "not_started", "niet begonnen"
    BUSY = "busy", "bezig"
    DISCUSSED = "discussed", "besproken"
    ADOPTED = "adopted", "vastgesteld"


@kind(frozen=True, kw_only=True)
class Cycle(Record):
    """One turn through the blocks. Once closed its picture stands, and the next goes on from it."""

    names = ("ronde", "rondes")

    name: str = labelled("Naam", "", "Zoals eerste ronde, of 2026–2028.")
    starts_on: date | None = labelled("Begint", None)
    ends_on: date | None = labelled("Klaar op", None, "Wanneer u deze ronde wilt afsluiten.")
    closed_on: date | None = labelled("Afgesloten op", None)
    looking_back: Text = labelled("Terugblik", "", "Wat deze ronde heeft opgeleverd.")
    picture: File | None = labelled("Beeld bij het afsluiten", None)
    previous: "Ref[Cycle] | None" = labelled("Volgt op", None)

    @property
    def running(self) -> bool:
        return self.closed_on is None


@kind(frozen=True, kw_only=True)
class BlockWork(Record):
    """What the parties have of one block in one turn."""

    names = ("bouwsteen", "bouwstenen")
    natural_key = ("cycle", "block")
    implied = True

    cycle: PartOf[Cycle] = labelled("Ronde")
    block: Block = labelled("Bouwsteen")
    state: BlockState = labelled("Stand", BlockState.NOT_STARTED)
    there: Text = labelled("Wat er al is", "")
    missing: Text = labelled("Wat nog ontbreekt", "")
    notes: Text = labelled("Notities", "")
    discussed_on: date | None = labelled("Besproken op", None)
    present: Refs[Party] = labelled("Wie was erbij", frozenset())
    others_present: str = labelled("Wie nog meer", "", "Zoals drie ouders. Geen namen.")


@kind(frozen=True, kw_only=True)
class LearningCard(Record):
    """What is learnt from a kind of situation, without persons (domein H16, H18)."""

    names = ("leerkaart", "leerkaarten")

    title: str = labelled("In welk soort situatie", "", "Zonder namen of herkenbare details.")
    cycle: Ref[Cycle] | None = labelled("Ronde", None)
    went: Text = labelled("Wat ging goed, en wat niet", "")
    how_come: Text = labelled("Hoe komt dat", "")
    next_time: Text = labelled("Wat doen wij de volgende keer", "")
    needed: Text = labelled("Wat is daarvoor nodig", "")
    shared: bool = labelled("Goed voorbeeld om te delen", False)
    on: date | None = labelled("Datum", None)
    position: Number = labelled("Plaats", 0)
