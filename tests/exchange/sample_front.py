"""The first chapters of the sample: summary, parties, vision, principles and terms."""

from ozj_desktop.model.blocks import (
    Chapter,
    Column,
    Entry,
    Heading,
    Item,
    KeyValues,
    Listing,
    Mark,
    Paragraph,
    Row,
    Run,
    Table,
    rich,
)
from tests.exchange.sample_parts import PARTIES, bold, cell, row


def promise(number: int, title: str, what: str, who: str, when: str) -> Row:
    return row(str(number), cell((bold(title),), what), who, when, anchor=f"a{number}")


def summary() -> Chapter:
    promises = Table(
        (
            Column("", 9),
            Column("Wat we beloven", 85),
            Column("Trekker", 40),
            Column("Geldt vanaf", 26, "right"),
        ),
        (
            promise(
                1,
                "Binnen vijf schooldagen een gesprek",
                "Na veel verzuim praten school, ouders en kind samen.",
                "Scholengroep Rietoever",
                "1 februari 2027",
            ),
            promise(
                2,
                "Eén plan, één aanspreekpunt",
                "Een gezin vertelt zijn verhaal nog maar één keer.",
                "Gemeente Lindermeer",
                "1 april 2027",
            ),
            promise(
                3,
                "Een vast team op elke school",
                "Jeugdhulp en jeugdarts zijn er elke week.",
                "SWV po Linderland",
                "1 augustus 2027",
            ),
            promise(
                4,
                "Geld houdt hulp niet op",
                "Een doorbraakbudget van samen € 180.000 per jaar.",
                "Gemeente Lindermeer",
                "1 januari 2027",
            ),
            promise(
                5,
                "Twee keer per jaar kijken of het werkt",
                "Met cijfers én verhalen, samen met ouders en jongeren.",
                "JGZ Linderland",
                "maart 2027",
            ),
        ),
        "Wat we beloven",
        numbered=True,
    )
    return Chapter(
        "summary",
        "In het kort",
        (
            Paragraph(
                rich(
                    "Te veel kinderen in onze regio gaan lang niet naar school. Zij wachten vaak "
                    "op hulp, omdat scholen, gemeenten en zorg eerst moeten uitzoeken wie wat doet "
                    "en wie betaalt. Daarom spreken tien partijen hetzelfde af."
                ),
                "lead",
            ),
            promises,
            Heading("Wat we willen bereiken", 3),
            results(),
            KeyValues((standing(), asked()), "across"),
        ),
        "front",
        new_page=True,
    )


def results() -> KeyValues:
    told = (
        ("91 → 40", "kinderen die langer dan vier weken niet naar school gaan", "nu 86"),
        ("9 → 3 weken", "van de eerste melding tot één gezamenlijk plan", "nu 7 weken"),
        ("58 → 80 %", "van de ouders zegt: er is naar mij geluisterd", "nu 61 %"),
    )
    return KeyValues(
        tuple(
            Entry(
                label,
                (
                    Paragraph((bold(what),)),
                    Paragraph(rich(f"2024/2025 → 2029/2030\n{now}"), "note"),
                ),
            )
            for label, what, now in told
        ),
        "figures",
    )


def standing() -> Entry:
    lines = (
        (Mark.FULL, "5 akkoord", ""),
        (
            Mark.EXCEPT,
            "1 akkoord met een uitzondering",
            "Jeugdhulp Oeverwaard: niet met afspraak 4",
        ),
        (
            Mark.HALF,
            "3 akkoord onder voorbehoud",
            "Lindermeer (begroting), Lindercollege (mandaat), SWV po (advies OPR)",
        ),
        (Mark.OPEN, "1 heeft nog niet geantwoord", "Gemeente Vlietmonde"),
    )
    items = tuple(
        Item((bold(first), Run(f"\n{second}")) if second else (bold(first),), mark=mark)
        for mark, first, second in lines
    )
    note = (
        Run("Tien partijen tekenen. Vier hebben een formeel besluit genomen. Nog niemand heeft "),
        Run("getekend. Alles staat bij "),
        Run("de stand van het akkoord", link="#stand"),
        Run("."),
    )
    return Entry(
        "Stand van het akkoord op 20 november 2026", (Listing(items), Paragraph(note, "note"))
    )


def asked() -> Entry:
    items = (
        "In te stemmen met dit convenant, versie 2.",
        "De raad te vragen om vier jaar lang € 60.000 voor het doorbraakbudget.",
        "De wethouder Jeugd en Onderwijs te laten tekenen, met volmacht van de burgemeester.",
    )
    return Entry(
        "Wat we van het college vragen",
        (
            Paragraph((Run("Besluit op "), bold("8 december 2026"), Run(":"))),
            Listing(tuple(Item(rich(text)) for text in items), numbered=True),
            Paragraph(
                (
                    Run("Vragen? Mail "),
                    Run("de regie", link="mailto:samennaarschool@lindermeer.example"),
                    Run(" van de gemeente Lindermeer."),
                ),
                "note",
            ),
        ),
        tone="tint",
    )


def parties() -> Chapter:
    columns = (
        Column("Partij", 50),
        Column("Vertegenwoordigd door", 42),
        Column("Tekent op grond van", 36),
        Column("Wie beslist", 32),
    )
    rows = tuple(
        row(
            cell(name, "schoolbestuur voortgezet onderwijs" if not i % 3 else ""),
            "J. van Loon, voorzitter college van bestuur",
            cell(rich("mandaat nog niet ingevuld", "empty")) if i == 4 else "statuten, artikel 7",
            "college van bestuur",
        )
        for i, (name, _) in enumerate(PARTIES)
    )
    others = tuple(
        row(name, how, where)
        for name, how, where in (
            ("Oudergroep Samen naar school", "vier keer per jaar aan tafel", "zelfstandig"),
            ("Jongerenraad Linderland", "leest elk stuk vooraf en geeft advies", "zelfstandig"),
            ("Leerplicht en wijkteam", "voeren afspraak 1 en 2 uit", "deel van Lindermeer"),
        )
    )
    three = (Column("Groep", 50), Column("Hoe zij meepraten", 68), Column("Hoort bij", 42))
    return Chapter(
        "parties",
        "Partijen",
        (
            Paragraph(
                rich("Tien partijen tekenen dit convenant. Drie groepen praten mee."), "lead"
            ),
            Table(columns, rows, "Partijen die tekenen"),
            Heading("Praten mee en tekenen niet"),
            Table(three, others, "Praten mee"),
            Paragraph(
                (
                    bold("Wie missen we nog? "),
                    Run(
                        "De zorgverzekeraar en het jongerenwerk zitten nog niet aan tafel. De "
                        "gemeente Lindermeer nodigt hen uit, vóór 1 maart 2027."
                    ),
                ),
                tone="tint",
            ),
        ),
    )


def vision() -> Chapter:
    long = (
        "Elk kind hoort erbij. Een kind dat niet naar school gaat, mist meer dan les: het mist "
        "vrienden, ritme en het gevoel dat er op hem of haar gerekend wordt. "
    )
    return Chapter(
        "vision",
        "Visie",
        (
            Paragraph(rich("We vragen altijd eerst: wat heeft het kind nodig?"), "lead"),
            Paragraph(rich(long * 3)),
            Paragraph(rich(long * 2)),
            Paragraph(rich("Deze visie geldt tot en met 31 december 2030."), "note"),
        ),
    )


def principles() -> Chapter:
    told = (
        ("We praten mét kinderen en ouders, niet over hen.", "Het kind zit bij elk gesprek."),
        ("Wie het eerst ziet, doet het eerst.", "De leraar wacht niet op een indicatie."),
        ("Eén gezin, één plan.", "Ook als er drie organisaties meedoen."),
        ("Geld volgt het kind.", "Verrekenen komt daarna."),
        ("We leren van wat niet lukt.", "Twee keer per jaar, met cijfers en verhalen."),
    )
    items = tuple(Item((bold(what),), (Item(rich(example)),)) for what, example in told)
    return Chapter("principles", "Leidende principes", (Listing(items, numbered=True),))


def terms() -> Chapter:
    told = (
        ("JGZ", "Jeugdgezondheidszorg: de jeugdarts en de jeugdverpleegkundige."),
        ("OPR", "Ondersteuningsplanraad: ouders en personeel die meepraten over het SWV."),
        ("SWV", "Samenwerkingsverband passend onderwijs. Alle scholen in een regio samen."),
    )
    return Chapter(
        "terms",
        "Begrippen",
        (KeyValues(tuple(Entry(name, (Paragraph(rich(what)),)) for name, what in told)),),
    )
