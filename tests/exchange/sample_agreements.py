"""The agreements of the sample, each with a table, states and lists in its labels."""

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
    Run,
    Table,
    rich,
)
from tests.exchange.sample_parts import bold, row


def agreement(number: int, title: str) -> tuple[Heading, KeyValues]:
    who = Table(
        (Column("Wie", 35), Column("Rol", 21), Column("Wat", 47), Column("Wanneer", 21, "right")),
        (
            row(
                "Scholengroep Rietoever",
                "trekker",
                "maakt met alle scholen één werkwijze en één gespreksblad",
                "1-2-2027",
            ),
            row("De Zeven Linden", "partner", "voert het gesprek op alle basisscholen", "1-3-2027"),
            row("Mbo Lindercollege", "partner", "belt de student dezelfde dag", "1-3-2027"),
            row(
                "JGZ Linderland",
                "ondersteunt",
                "jeugdarts is binnen tien schooldagen beschikbaar",
                "1-4-2027",
            ),
        ),
        "Wie doet wat wanneer",
    )
    states = (
        Paragraph((bold("6 partijen akkoord"),), mark=Mark.FULL),
        Paragraph(
            (
                bold("3 partijen akkoord onder voorbehoud: "),
                Run(
                    "Gemeente Lindermeer van begroting (raad op 17 december 2026), Mbo "
                    "Lindercollege van mandaat (antwoord vóór 4 december 2026), SWV po Linderland "
                    "van OPR-advies (26 november 2026)."
                ),
            ),
            mark=Mark.HALF,
        ),
        Paragraph(
            (
                bold("1 partij nog geen antwoord: "),
                Run("Gemeente Vlietmonde, voorgelegd op 29 oktober 2026."),
            ),
            mark=Mark.OPEN,
        ),
    )
    entries = (
        Entry(
            "Wat",
            (
                Paragraph(
                    rich(
                        "Is een leerling binnen vier weken 16 uur of meer afwezig? Dan nodigt de "
                        "school binnen vijf schooldagen het kind en de ouders uit voor een "
                        "gesprek. De vraag is: wat is er nodig om weer te kunnen komen? Wat zij "
                        "afspreken, staat op één blad."
                    )
                ),
            ),
        ),
        Entry(
            "Waarom",
            (
                Paragraph(
                    rich(
                        "Hoe langer een kind thuis zit, hoe moeilijker het teruggaat. Ouders "
                        "vertelden dat het eerste gesprek nu vaak pas na weken komt."
                    )
                ),
            ),
        ),
        Entry("Wie doet wat wanneer", (who,)),
        Entry(
            "Resultaat",
            (
                Paragraph(
                    (
                        Run("91 → 40 kinderen die langer dan vier weken niet naar school gaan "),
                        Run("(2024/2025 → 2029/2030). Voor het eerst bekeken in "),
                        bold("maart 2027"),
                        Run("."),
                    )
                ),
            ),
        ),
        Entry("Akkoord", states),
        Entry(
            "Als het niet lukt",
            (
                Paragraph(
                    rich(
                        "Is er na vijf schooldagen geen gesprek, dan belt de intern begeleider de "
                        "leerplichtambtenaar. Lukt het na tien dagen nog niet, dan bespreken de "
                        "directeuren het dezelfde week."
                    )
                ),
            ),
        ),
        Entry(
            "Ouders en jongeren",
            (
                Paragraph(rich("De oudergroep schreef mee. De jongerenraad vroeg:")),
                Listing(
                    (
                        Item(rich("praat mét ons, niet over ons;")),
                        Item(
                            rich("kom op tijd, en dat betekent:"),
                            (
                                Item(rich("binnen vijf dagen een gesprek;")),
                                Item(rich("binnen tien dagen iemand aan de deur.")),
                            ),
                        ),
                    )
                ),
            ),
        ),
        Entry(
            "Grondslag",
            (
                Paragraph(
                    rich(
                        "Leidende principes 1 en 3 · LEA · overlegtafel: werkgroep Verzuim · rol "
                        "van de gemeente: ondersteunt",
                        "soft",
                    )
                ),
            ),
        ),
    )
    kicker = "Afspraak · thema Verzuim en terugkeer"
    return Heading(title, 2, str(number), kicker, f"a{number}"), KeyValues(entries)


def agreements() -> Chapter:
    titles = (
        "Binnen vijf schooldagen een gesprek",
        "Eén plan, één aanspreekpunt",
        "Een vast team op elke school",
        "Geld houdt hulp niet op",
        "Twee keer per jaar kijken of het werkt",
    )
    blocks = [b for n, title in enumerate(titles, 1) for b in agreement(n, title)]
    return Chapter("agreements", "Afspraken", tuple(blocks), new_page=True)
