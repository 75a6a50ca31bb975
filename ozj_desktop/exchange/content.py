"""What is shipped to be read, from resources/content: editable without programming."""

import tomllib
from functools import cache
from typing import Any

from ozj_desktop.model.dutch import bare
from ozj_desktop.model.glossary import Entry
from ozj_desktop.model.lists import ListItem
from ozj_desktop.model.parties import Domain
from ozj_desktop.model.party_kinds import Known, PartyKinds
from ozj_desktop.model.when import WhenWords
from ozj_desktop.paths import resource


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


@cache
def party_kinds() -> PartyKinds:
    """What the program knows of every kind of party."""
    told = tomllib.loads(resource("content/parties.toml").read_text(encoding="utf-8"))
    return PartyKinds(tuple(_known(code, **of) for code, of in told.items()))


@cache
def synonyms(choice: str) -> dict[str, str]:
    """What people type for the codes of a fixed list: their words, as `bare` has them, to a code.

    `choice` is the name of its class, or "flag" for yes and no.
    """
    told = tomllib.loads(resource("content/synonyms.toml").read_text(encoding="utf-8"))
    return {bare(word): code for code, words in told.get(choice, {}).items() for word in words}


@cache
def when_words() -> WhenWords:
    """What says when without naming a day."""
    told = tomllib.loads(resource("content/when.toml").read_text(encoding="utf-8"))
    return WhenWords(*(tuple(bare(word) for word in told[name]) for name in WhenWords._fields))


def _known(code: str, words: list[str], domain: str = "", **more: Any) -> Known:
    domains = {domain.value: domain for domain in Domain}
    return Known(code, domains.get(domain), tuple(words), **more)
