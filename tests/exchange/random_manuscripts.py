"""Manuscripts put together at random from all kinds of blocks, with texts that mean harm."""

from random import Random

from ozj_desktop.model.blocks import (
    Block,
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
    Look,
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
)

HOSTILE = (
    "",
    " ",
    "<b>vet</b> & <img src='x'> &amp; <para>",
    "\x00\x07\x1b[31m controle \u2028 regel \u2029 einde\r\nen\vnog\f een",
    "a" * 300,
    "https://example.nl/" + "pad/" * 60,
    "emoji 😀 👩‍👩‍👧 🏳️‍🌈 🚸 en 👍🏽",
    "שלום עולם, en مرحبا بالعالم 2027",
    "漢字 日本語 한국어 ไทย हिन्दी",
    "combineer é ä ŋ\u0301 z\u0337\u0335\u0322a\u0338\u0301l\u0334g\u0336o\u0335",
    "\ud800 los \udfff \ufffe \uffff \U0010ffff",
    "𝗩𝗲𝘁 𝓈𝒸𝒽𝓇𝒾𝒻𝓉 ① ﬁ ½ №",
    "=SOM(A1) \t tab\t\tnog een    veel   spaties",
    "een\n\n\n\ntwee\n",
    "ABC-DEF/GHI_JKL@MNO.PQR" * 15,
    "\u202eomgekeerd\u202c \u200bnul\u200b breed\u00adte",
    "Ĳ ij ‘’“”„ – — … • € ™ ← ↑ → ↓ − ≈ ≤ ≥ ș",
    "vóór 4 december 2026, € 60.000, 61 %, H. J. de Vries, afspraak 4",
)
LOOKS: tuple[Look, ...] = ("plain", "strong", "soft", "empty", "removed", "added")
LINKS = ("", "", "", "https://example.nl/ë?a=1&b=<2>", "mailto:x@example.nl", "tel:0001", "#a1")
LINKS += ("#nergens", "javascript:alert(1)", "https:", "#")


class Maker:
    """The same seed makes the same manuscript."""

    def __init__(self, seed: int) -> None:
        self.random = Random(seed)
        self.endless = 0.02  # chance of a text that fills pages; once is enough

    def words(self) -> str:
        chosen = self.random.choice((*HOSTILE, "gewone woorden ", "zin met meer woorden. "))
        if self.random.random() < self.endless:
            self.endless = 0
            return (chosen or "x ") * (6_000 // (len(chosen) or 2))
        return chosen * self.random.choice((1, 1, 1, 5))

    def some(self, most: int) -> range:
        return range(self.random.randrange(most + 1))

    def rich(self) -> Rich:
        random = self.random
        return tuple(
            Run(self.words(), random.choice(LOOKS), random.choice(LINKS)) for _ in self.some(3)
        )

    def mark(self) -> Mark:
        return self.random.choice((Mark.NONE, Mark.NONE, *Mark))

    def tone(self) -> str:
        return self.random.choice(("", "", "tint", "attention"))

    def anchor(self) -> str:
        return self.random.choice(("", "a1", "a2", " 1"))

    def item(self, depth: int) -> Item:
        deeper = self.some(2) if depth < 6 else range(0)
        return Item(self.rich(), tuple(self.item(depth + 1) for _ in deeper), self.mark())

    def entry(self, depth: int) -> Entry:
        blocks = tuple(self.block(depth + 1) for _ in self.some(3))
        return Entry(self.words(), blocks, tone=self.tone())  # type: ignore[arg-type]

    def cell(self) -> Cell:
        return Cell(tuple(self.rich() for _ in self.some(3)), self.mark())

    def table(self) -> Table:
        random = self.random
        count = random.randrange(1, 6)
        columns = tuple(
            Column(
                random.choice(("", self.words())),
                random.choice((0, 1, 1, 5)),
                random.choice(("left", "right")),
                random.random() < 0.2,
            )
            for _ in range(count)
        )
        rows = tuple(
            Row(tuple(self.cell() for _ in range(count)), self.anchor()) for _ in self.some(12)
        )
        return Table(columns, rows, self.words(), random.random() < 0.4)

    def block(self, depth: int = 0) -> Block:
        random = self.random
        kinds = ["heading", "paragraph", "listing", "table", "figure", "break", "signature"]
        if depth < 3:
            kinds += ["values"] * 3
        return self._made(random.choice(kinds), depth)

    def _made(self, kind: str, depth: int) -> Block:
        random = self.random
        match kind:
            case "heading":
                number = random.choice(("", "", "12", "1.10", self.words()))
                kicker = random.choice(("", self.words()))
                return Heading(self.words(), random.choice((2, 3)), number, kicker, self.anchor())
            case "paragraph":
                style = random.choice(("body", "lead", "note", "kicker"))
                return Paragraph(self.rich(), style, self.mark(), self.tone())  # type: ignore[arg-type]
            case "listing":
                items = tuple(self.item(0) for _ in self.some(5))
                return Listing(items, random.random() < 0.5)
            case "table":
                return self.table()
            case "figure":
                data = tuple((self.words()[:400], self.mark().value) for _ in self.some(18))
                return Figure("round_table", data, self.words())
            case "values":
                layout = random.choice(("labels", "across", "figures", "box"))
                entries = tuple(self.entry(depth) for _ in self.some(5))
                return KeyValues(entries, layout)  # type: ignore[arg-type]
            case "signature":
                entries = tuple(self.entry(3) for _ in self.some(4))
                told = (self.words(), self.words(), self.words())
                return Signature(self.words(), self.words(), self.rich(), entries, *told)
        return PageBreak()

    def chapter(self) -> Chapter:
        random = self.random
        blocks = tuple(self.block() for _ in range(random.randrange(1, 7)))
        sort = random.choice(("front", "chapter", "chapter", "annex"))
        new_page = random.random() < 0.3
        return Chapter("k", self.words(), blocks, sort, "", new_page)  # type: ignore[arg-type]

    def manuscript(self) -> Manuscript:
        facts = KeyValues(tuple(self.entry(3) for _ in self.some(6)), "across")
        blocks = tuple(self.block(3) for _ in self.some(3))
        cover = Cover(
            self.words(), self.words(), self.words(), blocks, facts, self.words(), self.words()
        )
        chapters = numbered(tuple(self.chapter() for _ in self.some(4)))
        return Manuscript(
            cover,
            chapters,
            self.words(),
            self.words(),
            self.random.random() < 0.5,
            self.words(),
            self.words(),
            self.words(),
            (self.words(), self.words()),
            self.random.choice((b"", b"geen plaatje", b"\x89PNG\r\n\x1a\n")),
            self.random.choice(("", "#ffff00", "#0B4A59", "rood", "#12345")),
            self.random.choice(("", "#ff9999", "niets")),
        )
