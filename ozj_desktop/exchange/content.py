"""What is shipped to be read, from resources/content: editable without programming."""

import re
import tomllib
from dataclasses import dataclass
from functools import cache, lru_cache

from ozj_desktop.model.dutch import sort_key
from ozj_desktop.model.glossary import Entry
from ozj_desktop.model.lists import ListItem
from ozj_desktop.model.parties import Domain
from ozj_desktop.paths import resource

NO_WORD = re.compile(r"[^\w]+")
SHORT = 6  # letters of a word that only counts when it stands by itself: a roc, not a croc


def starting_items() -> list[ListItem]:
    """Every entry of every starting list, in its order."""
    lists = tomllib.loads(resource("content/lists.toml").read_text(encoding="utf-8"))
    return [
        ListItem(list=name, code=code, label=label, position=place, counts_as=code)
        for name, entries in lists.items()
        for place, (code, label) in enumerate(entries.items())
    ]


def abbreviations() -> list[Entry]:
    """Words of the field that every dossier may use without explaining them."""
    found = tomllib.loads(resource("content/abbreviations.toml").read_text(encoding="utf-8"))
    return [
        Entry(word["name"], word["meaning"], also=tuple(word.get("also", ())))
        for word in found["word"]
    ]


@dataclass(frozen=True)
class Known:
    """What is known of a kind of party: its domain, whether it signs, and by which words it shows.

    `why` says, of who is often forgotten, why it belongs at the table (domein C11-C13, E10).
    """

    code: str
    domain: Domain
    words: tuple[str, ...]
    signs: bool = True
    name: str = ""
    why: str = ""


@cache
def known_parties() -> tuple[Known, ...]:
    """Every kind of party, in the order of the file."""
    told = tomllib.loads(resource("content/parties.toml").read_text(encoding="utf-8"))
    domains = {domain.value: domain for domain in Domain}
    return tuple(
        Known(code, domains[of.pop("domain")], tuple(of.pop("words")), **of)
        for code, of in told.items()
    )


def known_party(code: str) -> Known | None:
    return next((known for known in known_parties() if known.code == code), None)


@lru_cache(maxsize=20_000)  # a pasted list is read anew at every key
def kind_of_name(name: str) -> str:
    """The code of the kind that a name tells of: by its longest word that is known, or ""."""
    plain = f" {sort_key(re.sub(NO_WORD, ' ', name))} "
    found = [
        (len(word), -place, known.code)
        for place, known in enumerate(known_parties())
        for word in known.words
        if f" {word} " in plain or (len(word) > SHORT and word in plain)
    ]
    return max(found)[2] if found else ""
