"""A rich manuscript with every kind of block: an agreement of ten invented parties."""

from ozj_desktop.model.blocks import (
    Cell,
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
    Row,
    Run,
    Signature,
    Table,
    numbered,
    rich,
)

PARTIES = (
    ("Gemeente Lindermeer", "half"),
    ("Gemeente Vlietmonde", "open"),
    ("De Zeven Linden", "full"),
    ("Scholengroep Rietoever", "full"),
    ("Mbo Lindercollege", "half"),
    ("Kinderopvang Wilgenroos", "full"),
    ("SWV po Linderland", "half"),
    ("SWV vo Linderland", "full"),
    ("JGZ Linderland", "full"),
    ("Jeugdhulp Oeverwaard", "except"),
)


def bold(text: str) -> Run:
    return Run(text, "strong")


def cell(*lines: str | Rich, mark: Mark = Mark.NONE) -> Cell:
    return Cell(tuple(rich(line) if isinstance(line, str) else line for line in lines), mark)


NOT_YET = cell(rich("nog niet", "empty"))


def row(*cells: str | Cell, anchor: str = "") -> Row:
    return Row(tuple(cell(c) if isinstance(c, str) else c for c in cells), anchor)


def legend(*items: tuple[Mark, str]) -> Listing:
    return Listing(tuple(Item(rich(text, "soft"), mark=mark) for mark, text in items))


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
            legend(
                (Mark.FULL, "akkoord"),
                (Mark.EXCEPT, "akkoord, met een uitzondering"),
                (Mark.HALF, "akkoord onder voorbehoud"),
                (Mark.OPEN, "voorgelegd, nog geen antwoord"),
            ),
            Paragraph(
                rich("Stand op 20 november 2026. De tekst van versie 2 is van 29 oktober 2026."),
                "note",
            ),
        ),
        facts,
        "Samen naar school",
        "regio Linderland",
    )


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
