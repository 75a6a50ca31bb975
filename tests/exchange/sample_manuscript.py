"""A rich manuscript with every kind of block: an agreement of ten invented parties."""

from ozj_desktop.model.blocks import (
    Chapter,
    Column,
    Cover,
    Entry,
    Figure,
    Heading,
    Item,
    KeyValues,
    Listing,
    Manuscript,
    Mark,
    PageBreak,
    Paragraph,
    Rich,
    Run,
    Signature,
    Table,
    numbered,
    rich,
)
from tests.exchange.sample_agreements import agreements
from tests.exchange.sample_front import parties, principles, summary, terms, vision
from tests.exchange.sample_parts import NOT_YET, PARTIES, bold, cell, legend, row


def cover() -> Cover:
    facts = KeyValues(
        (
            Entry("Status", (Paragraph(rich("Concept – niet getekend", "strong")),)),
            Entry("Versie", (Paragraph(rich("2, van 29 oktober 2026")),)),
            Entry("Looptijd", (Paragraph(rich("1 januari 2027 tot en met 31 december 2030")),)),
            Entry("Zaaknummer", (Paragraph(rich("Z-2026-000123")),)),
        ),
        "across",
    )
    shown = "; ".join(f"{name}: {mark}" for name, mark in PARTIES)
    return Cover(
        "Convenant 2027–2030",
        "Samen naar school",
        "Wat gemeenten, scholen, kinderopvang, zorg en jeugdhulp in de regio Linderland elkaar "
        "beloven, zodat elk kind kan leren en meedoen.",
        (
            Figure("round_table", PARTIES, f"Tien partijen om één tafel. {shown}."),
            Paragraph(
                rich("Stand op 20 november 2026. De tekst van versie 2 is van 29 oktober 2026."),
                "note",
            ),
        ),
        facts,
        "Samen naar school",
        "regio Linderland",
    )


def assent() -> Chapter:
    told = {
        "half": (Mark.HALF, "Akkoord onder voorbehoud van begroting", "raad op 17-12-2026"),
        "open": (Mark.OPEN, "Voorgelegd op 29-10-2026", ""),
        "full": (Mark.FULL, "Akkoord, 3-11-2026", ""),
        "except": (Mark.EXCEPT, "Akkoord, behalve met afspraak 4", "zie hieronder"),
    }
    rows = []
    for number, (name, mark) in enumerate(PARTIES):
        shape, first, second = told[mark]
        decided = cell("college van bestuur, 10-11-2026", "kenmerk CvB 26-114")
        rows.append(
            row(
                name,
                cell((bold(first),), second, mark=shape),
                decided if number in (2, 3, 5, 7) else NOT_YET,
                NOT_YET,
                anchor=f"p{number}",
            )
        )
    columns = (
        Column("Partij", 38),
        Column("1  Akkoord aan tafel", 50),
        Column("2  Formeel besluit", 47, rule=True),
        Column("3  Ondertekening", 25, rule=True),
    )
    refused = Entry(
        "Uitzondering op één afspraak",
        (
            Paragraph(
                (
                    bold("Jeugdhulp Oeverwaard: niet akkoord met afspraak 4"),
                    Run(" (doorbraakbudget)."),
                ),
                mark=Mark.CROSS,
            ),
            Paragraph(
                (
                    bold("Waarom: "),
                    Run("een bijdrage van € 20.000 past niet in het contract dat tot en met 2027 "),
                    Run("loopt."),
                )
            ),
            Paragraph(
                (
                    bold("Wat wel kan: "),
                    Run("een bijdrage in uren, ongeveer 200 per jaar. De stuurgroep bespreekt "),
                    Run("dit op 3 december 2026."),
                )
            ),
        ),
        tone="attention",
    )
    return Chapter(
        "assent",
        "Stand van het akkoord",
        (
            Paragraph(
                rich(
                    "Drie dingen staan hier los van elkaar: wat een partij aan tafel zegt, wat "
                    "haar bestuur besluit, en wie tekent."
                ),
                "lead",
            ),
            legend(
                (Mark.FULL, "akkoord"),
                (Mark.EXCEPT, "met een uitzondering"),
                (Mark.HALF, "onder voorbehoud"),
                (Mark.OPEN, "voorgelegd"),
                (Mark.CROSS, "niet akkoord"),
                (Mark.DOTTED, "nog niet gevraagd"),
            ),
            Table(columns, tuple(rows), "Stand van het akkoord per partij"),
            KeyValues((refused,), "box"),
            Heading("Wat dit betekent", 2, anchor="stand"),
            Paragraph(
                rich(
                    "Het convenant is concept. Het is vastgesteld als alle tien partijen akkoord "
                    "zijn en hun bestuur een besluit heeft genomen. Wie wijzigt, legt opnieuw "
                    "voor: een akkoord geldt alleen voor de versie waarop het gegeven is."
                )
            ),
        ),
        new_page=True,
    )


def disputes() -> Chapter:
    steps = (
        "Wie er niet uitkomt, belt eerst de ander.",
        "Lukt dat niet binnen tien dagen, dan praten de directeuren.",
        "Daarna komt het op tafel in de stuurgroep.",
    )
    return Chapter(
        "disputes",
        "Geschillen en opschalen",
        (
            Listing(tuple(Item(rich(step)) for step in steps), numbered=True),
            Paragraph(
                (
                    Run("Meer hierover staat bij "),
                    Run("afspraak 1", link="#a1"),
                    Run(", bij "),
                    Run("Gemeente Vlietmonde", link="#p1"),
                    Run(" en op "),
                    Run(
                        "de pagina van het ministerie over passend onderwijs",
                        link="https://www.example.nl/passend-onderwijs?x=1&y=2",
                    ),
                    Run("."),
                )
            ),
        ),
    )


def signatures() -> Chapter:
    blocks: list[Paragraph | Signature | KeyValues] = [
        Paragraph(
            (
                Run("Convenant "),
                bold("Samen naar school"),
                Run(", versie 2 van 29 oktober 2026. Elke partij heeft een eigen blad. De bladen "),
                Run("horen bij elkaar en vormen samen één convenant."),
            )
        )
    ]
    for number, name in enumerate(("Gemeente Lindermeer", "De Zeven Linden"), 1):
        blocks += [signature(number, name), how_to_sign()]
    return Chapter("signatures", "Ondertekening", tuple(blocks), new_page=True)


def signature(number: int, name: str) -> Signature:
    return Signature(
        name,
        f"Partij {number} van 10",
        rich(
            f"{name}, gevestigd te Lindermeer, KvK-nummer 00000000, vertegenwoordigd door "
            "H. Bosgraaf, wethouder Jeugd en Onderwijs, op grond van een volmacht van de "
            "burgemeester (artikel 171 van de Gemeentewet), ter uitvoering van een besluit van "
            "burgemeester en wethouders."
        ),
        (
            Entry(
                "Besluit college",
                (Paragraph(rich("nog niet genomen · gepland op 8 december 2026")),),
            ),
            Entry("Datum en kenmerk", ()),
            Entry("Volmacht", (Paragraph(rich("van de burgemeester aan H. Bosgraaf")),)),
            Entry(
                "Voorbehoud",
                (
                    Paragraph(
                        rich(
                            "Akkoord onder voorbehoud van begroting. De raad beslist op "
                            "17 december 2026. Teken dit blad pas daarna."
                        ),
                        mark=Mark.HALF,
                    ),
                ),
            ),
        ),
        "H. Bosgraaf",
        "wethouder Jeugd en Onderwijs",
        "op grond van volmacht",
    )


def how_to_sign() -> KeyValues:
    text = (
        "Met pen, of met een gekwalificeerde elektronische handtekening. Stuur het getekende blad "
        "terug aan de gemeente Lindermeer."
    )
    return KeyValues((Entry("", (Paragraph((bold("Hoe tekent u? "), Run(text))),)),), "box")


def change(where: str, told: str, was: Rich, now: Rich, why: str) -> Entry:
    small = KeyValues((Entry("was", (Paragraph(was),)), Entry("is nu", (Paragraph(now),))))
    reason = Paragraph(rich(f"Waarom: {why}", "soft"))
    return Entry(where, (Paragraph((bold(told),)), small, reason))


def versions() -> Chapter:
    columns = (
        Column("Versie", 15),
        Column("Voorgelegd", 24),
        Column("Wat is dit", 67),
        Column("Akkoord van toen", 54),
    )
    rows = (
        row("2", "29-10-2026", "inhoudelijke wijziging van afspraak 1 en 4", "5 akkoord"),
        row("1.1", "24-9-2026", "redactionele verbetering: spelling", "gelijk aan versie 1"),
        row("1", "10-9-2026", "eerste versie voor alle partijen", "4 akkoord, 2 niet akkoord"),
    )
    changes = (
        change(
            "Afspraak 1\nWat",
            "De termijn is korter: van tien naar vijf schooldagen.",
            (Run("Dan nodigt de school binnen "), Run("tien", "removed"), Run(" dagen uit …")),
            (Run("Dan nodigt de school binnen "), Run("vijf", "added"), Run(" dagen uit …")),
            "de jongerenraad vond tien dagen te lang (verslag 14 oktober 2026).",
        ),
        change(
            "Afspraak 4\nAls het niet lukt",
            "Nieuw: wie beslist als partijen het niet eens zijn.",
            rich("stond er niet", "empty"),
            rich(
                "Zijn partijen het niet eens, dan beslist de wethouder van Lindermeer binnen vijf "
                "werkdagen. Verrekenen komt daarna.",
                "added",
            ),
            "twee partijen gaven alleen akkoord als dit duidelijk was.",
        ),
        Entry("Niet veranderd", (Paragraph(rich("Afspraak 2, 3 en 5, de visie, de principes.")),)),
    )
    return Chapter(
        "versions",
        "Versies en wat er veranderde",
        (
            Paragraph(rich("Een akkoord hoort bij één versie."), "lead"),
            Table(columns, rows, "Versies"),
            Heading("Het verschil in woorden"),
            KeyValues(changes),
            PageBreak(),
            Paragraph(rich("Einde van de bijlage."), "kicker"),
        ),
        "annex",
        new_page=True,
    )


def chapters() -> tuple[Chapter, ...]:
    return numbered(
        (
            summary(),
            parties(),
            vision(),
            principles(),
            terms(),
            agreements(),
            assent(),
            disputes(),
            signatures(),
            versions(),
        )
    )


def manuscript() -> Manuscript:
    return Manuscript(
        cover(),
        chapters(),
        "Samen naar school",
        "Concept – niet getekend",
        False,
        "Samen naar school · convenant 2027–2030 · versie 2 · 29 oktober 2026",
        "Samen naar school – convenant 2027–2030, versie 2 (concept)",
        "Samenwerking Samen naar school",
        ("convenant", "onderwijs en zorg"),
    )
