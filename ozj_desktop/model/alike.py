"""Whether two parties may be one and the same: Leerrijk beside Stichting Leerrijk Maasdonk.

It only ever leads to a question. A word that more parties share says nothing of any of them.
"""

import re
from collections import defaultdict
from collections.abc import Iterable
from functools import lru_cache

from ozj_desktop.model.attention import SetAside
from ozj_desktop.model.dutch import sort_key
from ozj_desktop.model.facts import Facts
from ozj_desktop.model.parties import Party
from ozj_desktop.model.party_cells import same

SIGNAL = "alike"  # under which it is kept that two are not the same
_WRITTEN_OUT = {
    "st": "stichting",
    "gem": "gemeente",
    "ver": "vereniging",
    "swv": "samenwerkingsverband",
}
_SAYS_NOTHING = frozenset(
    (
        *(
            "stichting",
            "vereniging",
            "cooperatie",
            "organisatie",
            "regio",
            "bv",
            "nv",
            "b",
            "v",
            "n",
        ),
        *("de", "het", "een", "van", "voor", "der", "den", "en", "in", "te", "bij", "aan", "op"),
    )
)
_SHORTEST = 3  # letters of an abbreviation that says something


class Alike:
    """Looks up, for a name, the one party that may be meant by it."""

    def __init__(self, parties: Iterable[Party]) -> None:
        self._whole: dict[str, list[Party]] = defaultdict(list)
        self._words: dict[str, list[Party]] = defaultdict(list)
        self._letters: dict[str, list[Party]] = defaultdict(list)
        for party in parties:
            for called in {same(party.name), same(party.short_name)} - {""}:
                self._whole[called].append(party)
            for word in words_of(party.name):
                self._words[word].append(party)
            for letters in initials(party.name):
                self._letters[letters].append(party)

    def to(self, party: Party) -> Party | None:
        """None where there is none, or more than one that it could be."""
        ours = words_of(party.name)
        if not ours:
            return None
        called = {same(party.name), same(party.short_name)} - {""}
        whole = [p for name in called for p in self._whole[name]]
        shared = (p for word in ours for p in self._words[word])
        within = [p for p in shared if _within(ours, words_of(p.name))]
        short = [p for name in called for p in self._letters[name]]
        long = [p for letters in initials(party.name) for p in self._whole[letters]]
        for found in (whole, [*within, *short, *long]):
            others = {p.id: p for p in found if p.id != party.id}
            if others:
                return next(iter(others.values())) if len(others) == 1 else None
        return None


def same_as(facts: Facts, party: Party) -> Party | None:
    """An older party that this one may be, unless somebody said that it is not."""
    older = Alike(p for p in facts.all(Party) if p.id < party.id).to(party)
    if older is None:
        return None
    told = facts.get(SetAside, apart(party, older).id)
    return None if told and told.facts == older.id else older


def apart(party: Party, other: Party) -> SetAside:
    """That these two are not the same; it is asked again when it resembles another one."""
    reason = f"Een andere partij dan ‘{other}’"
    return SetAside(signal=SIGNAL, about=party.id, facts=other.id, reason=reason)


def _within(one: frozenset[str], other: frozenset[str]) -> bool:
    return bool(one and other) and (one <= other or other <= one)


@lru_cache(maxsize=5_000)
def words_of(name: str) -> frozenset[str]:
    """The words that tell it from others, written out."""
    return frozenset(_all_words(name)) - _SAYS_NOTHING


def _all_words(name: str) -> list[str]:
    return [_WRITTEN_OUT.get(word, word) for word in re.findall(r"\w+", sort_key(name))]


@lru_cache(maxsize=5_000)
def initials(name: str) -> frozenset[str]:
    """SLM and LM of Stichting Leerrijk Maasdonk, as far as that is long enough to say something."""
    every = _all_words(name)
    telling = [word for word in every if word not in _SAYS_NOTHING]
    found = {"".join(word[0] for word in words) for words in (every, telling) if len(words) > 1}
    return frozenset(letters for letters in found if len(letters) >= _SHORTEST)
