"""The page of one partner: what is asked, what was promised, and whom to call."""

from ozj_desktop.model.blocks import (
    Cell,
    Chapter,
    Column,
    Cover,
    Entry,
    Item,
    KeyValues,
    Listing,
    Manuscript,
    Mark,
    Paragraph,
    Row,
    Run,
    Table,
    rich,
)


def task(what: str, by: str, how: str) -> Item:
    told = (Run(what, "strong"), Run("\nvóór "), Run(by, "strong"), Run(f"\n{how}", "soft"))
    return Item(told, mark=Mark.BOX)


def promise(number: int, what: str, when: str) -> Row:
    lines = (rich(what, "strong"), rich(when, "soft"))
    return Row((Cell((rich(str(number)),)), Cell(lines)))


def manuscript() -> Manuscript:
    asked = Listing(
        (
            task("Regel het mandaat", "4 december 2026", "U zei akkoord, onder voorbehoud."),
            task("Vul twee cijfers in", "15 januari 2027", "In het Excel-blad. Tien minuten."),
        )
    )
    promises = Table(
        (Column("", 1), Column("", 9)),
        (
            promise(
                1,
                "U belt een student die mist dezelfde dag. Het gesprek is binnen vijf dagen.",
                "partner · vanaf 1 maart 2027",
            ),
            promise(
                3,
                "U geeft het vaste team een kamer en vier uur per week.",
                "partner · vanaf 1 augustus 2027",
            ),
            promise(
                5,
                "U komt twee keer per jaar praten over de cijfers en verhalen.",
                "partner · eerste keer maart 2027",
            ),
        ),
        "Wat u belooft",
        numbered=True,
    )
    fails = "Bel ons meteen. We zoeken samen een oplossing. Pas daarna komt het in de stuurgroep."
    address = "samennaarschool@lindermeer.example"
    contact = (
        Paragraph((Run("Team Jeugd en Onderwijs", "strong"), Run("\ngemeente Lindermeer"))),
        Paragraph((Run("000 – 123 45 67", "strong", "tel:0001234567"),)),
        Paragraph((Run(address, link=f"mailto:{address}"),)),
        Paragraph(
            rich("Het convenant zit bij de mail. Uw afspraken staan op pagina 9, 11 en 13."), "note"
        ),
    )
    return Manuscript(
        Cover(
            "Mbo Lindercollege",
            "Uw deel",
            "Tien partijen spreken af hoe kinderen sneller weer naar school gaan. Hier staat uw "
            "deel.",
            (),
            KeyValues(()),
            "Samen naar school",
            "regio Linderland",
        ),
        (
            Chapter("ask", "", (KeyValues((Entry("Wat we u vragen", (asked,)),), "box"),)),
            Chapter("promise", "Wat u belooft", (promises,)),
            Chapter("fails", "Lukt het niet?", (Paragraph(rich(fails)),)),
            Chapter("contact", "Bellen of mailen", contact),
        ),
        "Samen naar school",
        "Concept – niet getekend",
        False,
        "Versie 2 · 29-10-2026 · verzonnen voorbeeld",
        "Uw deel: Mbo Lindercollege",
        "Samenwerking Samen naar school",
    )
