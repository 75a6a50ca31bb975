"""What is known of each kind of party, and what the name of a party says of its kind."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import cached_property
from typing import NamedTuple

from ozj_desktop.model.dutch import sort_key
from ozj_desktop.model.lists import ListItem
from ozj_desktop.model.parties import Domain
from ozj_desktop.model.record import Id

LONGEST, MOST = 300, 20_000  # characters of a name that are read; names that are remembered
_SIGN = re.compile(r"[^\w]+")
_PARTS = {" * ": " (?:.+ )?", "*": r"\w+"}  # words in between or none; a part of a word


class Guess(NamedTuple):
    """The code of a kind (of the list `party_kind`) and a domain; either can be unknown."""

    kind: str = ""
    domain: Domain | None = None


@dataclass(frozen=True)
class Known:
    """What holds for a kind of party as a rule.

    `domain` is None where it can be any. `words` are what a name shows it by, with `*` for a part
    of a word or, by itself, for words in between. `yields` says that other words in the same name
    say more. `why` says, of who is often forgotten, why it belongs at the table (domein C11-C13,
    E10), and `name` how we call it then.
    """

    code: str
    domain: Domain | None = None
    words: tuple[str, ...] = ()
    signs: bool = True
    yields: bool = False
    name: str = ""
    why: str = ""

    @cached_property
    def pattern(self) -> re.Pattern[str]:
        """Any of its words in a name as `_plain` has it, the longest first."""
        inner = "|".join(map(_as_pattern, sorted(self.words, key=len, reverse=True)))
        return re.compile(rf"(?<= )(?:{inner})(?= )" if inner else r"(?!)")


@dataclass(frozen=True)
class PartyKinds:
    """Every kind of party, in the order of the content file."""

    all: tuple[Known, ...]
    _guessed: dict[str, Guess] = field(default_factory=dict, compare=False)

    def of(self, code: str) -> Known:
        """Of a kind of the user's own nothing is known."""
        return next((known for known in self.all if known.code == code), Known(code))

    def guess(self, name: str) -> Guess:
        """The kind where the name says one and no other; the domain where all it says agree."""
        if len(self._guessed) > MOST:
            self._guessed.clear()
        if name not in self._guessed:  # a pasted list is read anew at every key
            self._guessed[name] = self._guess(_plain(name[:LONGEST]))
        return self._guessed[name]

    def _guess(self, plain: str) -> Guess:
        found = [
            (match.span(), known) for known in self.all for match in known.pattern.finditer(plain)
        ]
        wide = [span for span, _ in found]
        kinds = {known.code: known for span, known in found if not _lies_in(span, wide)}
        firm = [known for known in kinds.values() if not known.yields]
        left = firm or [*kinds.values()]
        domains = {known.domain for known in left}
        only = left[0].code if len(left) == 1 else ""
        return Guess(only, domains.pop() if len(domains) == 1 else None)


def _plain(name: str) -> str:
    return f" {sort_key(_SIGN.sub(' ', name)).strip()} "


def _as_pattern(words: str) -> str:
    parts = re.split(r"( \* |\*)", words)
    return "".join(_PARTS.get(part) or re.escape(part) for part in parts)


def _lies_in(span: tuple[int, int], others: Iterable[tuple[int, int]]) -> bool:
    """Whether another covers it and more: ggz in ggz nederland."""
    start, end = span
    return any(a <= start and end <= b and (a, b) != span for a, b in others)


def kind_item(items: Iterable[ListItem], code: str) -> Id[ListItem] | None:
    """The entry of the list of kinds that a code means, if this dossier has it."""
    kinds = [item for item in items if item.list == "party_kind"]
    return next((item.id for item in kinds if code and item.code == code), None)
