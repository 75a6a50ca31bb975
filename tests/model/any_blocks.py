"""Any chapter there could be: every kind of block, with the texts that people and pests write."""

from hypothesis import strategies as st

from ozj_desktop.model.blocks import (
    Cell,
    Chapter,
    Column,
    Entry,
    Figure,
    Heading,
    Item,
    KeyValues,
    Listing,
    Mark,
    PageBreak,
    Paragraph,
    Row,
    Run,
    Signature,
    Table,
)

HOSTILE = [
    "",
    " ",
    "één plan\nmet twee regels",
    "<b>vet</b> & <img src=x>",
    '"aanhaling" \\ {"is": "Run"}',
    "=cmd|' /C calc'!A1",
    "\u202eachterstevoren",
    "שלום עולם",
    "👩‍🏫🏴󠁧󠁢󠁥󠁮󠁧󠁿",
    "\x00\x01\x07\x1b[31m\x7f\ufeff\u2028",
    "e\u0301",
    "woord " * 300,
]
texts = st.sampled_from(HOSTILE) | st.text(max_size=12)
private = st.booleans()
marks = st.sampled_from(list(Mark))
tones = st.sampled_from(["", "tint", "attention"])
looks = st.sampled_from(["plain", "strong", "soft", "empty", "removed", "added"])
runs = st.builds(Run, texts, looks, st.sampled_from(["", "https://ozj.example"]), private)


def few(parts, least=0, most=2):
    return st.lists(parts, min_size=least, max_size=most).map(tuple)


rich = few(runs)
headings = st.builds(Heading, texts, st.sampled_from([2, 3]), texts, texts, texts, private)
paragraphs = st.builds(
    Paragraph, rich, st.sampled_from(["body", "lead", "note", "kicker"]), marks, tones, private
)
items = st.recursive(
    st.builds(Item, rich, st.just(()), marks, private),
    lambda below: st.builds(Item, rich, few(below), marks, private),
    max_leaves=4,
)
listings = st.builds(Listing, few(items), private, private)
columns = st.builds(
    Column, texts, st.integers(1, 90), st.sampled_from(["left", "right"]), private, private
)
cells = st.builds(Cell, few(rich, most=2), marks)


@st.composite
def tables(draw):
    head = draw(few(columns, least=1))
    rows = st.builds(Row, few(cells, len(head), len(head)), texts, private)
    return Table(head, draw(few(rows)), draw(texts), draw(private), draw(private))


figures = st.builds(Figure, st.just("round_table"), few(st.tuples(texts, texts)), texts, private)
breaks = st.builds(PageBreak, private)
plain_blocks = headings | paragraphs | listings | tables() | figures | breaks
entries = st.builds(Entry, texts, few(plain_blocks), texts, tones, private)
key_values = st.builds(
    KeyValues, few(entries), st.sampled_from(["labels", "across", "figures", "box"]), private
)
signatures = st.builds(Signature, texts, texts, rich, few(entries), texts, texts, texts, private)
blocks = plain_blocks | key_values | signatures
chapters = st.builds(
    Chapter,
    texts,
    texts,
    few(blocks, most=3),
    st.sampled_from(["front", "chapter", "annex"]),
    texts,
    private,
    private,
)
EVERY_KIND = (headings, paragraphs, listings, tables(), figures, breaks, key_values, signatures)
