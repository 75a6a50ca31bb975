"""Finds what is no plain Dutch in what people read: hard words, long sentences, careless signs."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

from ozj_desktop.store.kinds import KINDS

LONGEST = 25  # words of a sentence
ROOT = Path(__file__).parent.parent

TECHNICAL = (
    r"records?|databases?|veld-id|(?:ge)?exporte(?:er|ren|erd|ert)|(?:ge)?importe(?:er|ren|erd|ert)|"
    r"exports?|imports?|servers?|cache|query|syntax|parameters?|default|exceptions?|errors?|"
    r"bestandsformaat|directory|folder|interface|applicatie|user|dataset|popup|dropdown|checkbox"
)
OFFICIAL = (
    r"met betrekking tot|ten behoeve van|ten aanzien van|in het kader van|teneinde|middels|alsmede|"
    r"derhalve|indien|reeds|dient te|dienen te|geschied(?:t|en)|desbetreffende|conform|omtrent|"
    r"aangaande|krachtens|te allen tijde|onderhavige?|voornoemde?|hierbij ontvangt|zulks|"
    r"[dimt]\.[bmv]\.[tv]\."
)
INFORMAL = r"je|jij|jou|jouw|jullie"
MANY = "|".join(re.escape(kind.names[1]) for kind in KINDS)
FAULTS = {
    "a technical word": re.compile(rf"\b(?:{TECHNICAL})\b", re.I),
    "officialese": re.compile(rf"\b(?:{OFFICIAL})(?!\w)", re.I),
    "not with u": re.compile(rf"\b(?:{INFORMAL})\b", re.I),
    "a plural after 1": re.compile(rf"(?<![\w.,-])1 (?:{MANY}|regels|cellen|dagen|wijzigingen)\b"),
    "a straight apostrophe": re.compile(r"(?<=[a-zéë])'(?=[a-z]{1,2}\b)"),
    "straight marks": re.compile(r'(?<![\w=/])"[^"<>=]+"(?![\w>])'),
    "an exclamation": re.compile(r"\w!(?!\w)"),
    "three points": re.compile(r"\w\.\.\."),
    "two spaces": re.compile(r"\w[.,;:]?  +[^\W\d]"),
}
SAID = re.compile(r"‘[^‘’]*(?:’\w+[^‘’]*)*’|«[^«»]*»")  # somebody's own words


def faults(text: str) -> Iterator[str]:
    """Each as what it is and where; what stands in marks is somebody's own words."""
    bare = SAID.sub("‘’", text)
    for what, pattern in FAULTS.items():
        if found := pattern.search(bare):
            yield f"{what}: {bare[max(0, found.start() - 30) : found.end() + 30]!r}"
    for sentence in re.split(r"[.?:;…\n·]+(?=\s|$)", text):
        if len(sentence.split()) > LONGEST:
            yield f"a sentence of {len(sentence.split())} words: {sentence.strip()!r}"


# What stands in the code

_COMMON = re.compile(r"\b(?:de|het|een|er|u|uw|niet|geen|van|en|is|zijn|die|dit|dat|met|in|voor)\b")
_OTHER = re.compile(
    r"\b(?:SELECT|UPDATE|DELETE|INSERT|CREATE|ALTER|the|and|of a|not)\b|xmlns|[{;]\s|\\o "
)
FOR_WRITERS = {"arguments.py", "text_in.py", "text_values.py", "text_together.py", "takeover.py"}


def texts_in_code() -> Iterator[tuple[str, str]]:
    """Where, and the Dutch text that stands there; not what only writers of TOML read."""
    for path in sorted((ROOT / "ozj_desktop").rglob("*.py")):
        if path.name not in FOR_WRITERS:
            tree = ast.parse(path.read_text(encoding="utf-8"))
            for line, text in _strings(tree):
                if " " in text and _COMMON.search(text) and not _OTHER.search(text):
                    yield f"{path.name}:{line}", text


def _strings(tree: ast.AST) -> Iterator[tuple[int, str]]:
    inner = {id(part) for n in ast.walk(tree) if isinstance(n, ast.JoinedStr) for part in n.values}
    bare = {id(n.value) for n in ast.walk(tree) if isinstance(n, ast.Expr)}  # docstrings
    for node in ast.walk(tree):
        if isinstance(node, ast.JoinedStr):
            parts = (p.value if isinstance(p, ast.Constant) else "9" for p in node.values)
            yield node.lineno, "".join(map(str, parts))
        elif id(node) not in inner | bare and isinstance(node, ast.Constant):
            yield node.lineno, node.value if isinstance(node.value, str) else ""
