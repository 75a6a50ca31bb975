"""What a signal is, and what a check needs to say of itself."""

from collections.abc import Callable, Iterable, Mapping
from typing import NamedTuple

from ozj_desktop.model.facts import Facts
from ozj_desktop.model.record import Record

Scope = frozenset[str]  # ids of the agreements that are looked at
Found = Iterable[tuple[str, str]]  # id of the record, and its facts in a few words


class Check(NamedTuple):
    """One rule: which records break it. `reads` says per kind which fields it looks at.

    `what` may hold {facts}. `why` names its source: a code of domein.md is for us, the words in
    brackets are for the user.
    """

    code: str
    kind: type[Record]
    what: str
    why: str
    mend: str
    reads: Mapping[type[Record], str]
    find: Callable[[Facts, Scope], Found]
    urgent: bool = False
    scoped: bool = False  # about agreements that are submitted; silent on concepts
    many: str = ""  # the words with {count} where the same is said of several: then it is one


class Signal(NamedTuple):
    """One thing that asks attention; `aside` is the reason why somebody left it as it is."""

    code: str
    kind: type[Record]
    about: str
    what: str
    why: str
    mend: str
    facts: str
    urgent: bool
    aside: str = ""
    members: tuple["Signal", ...] = ()  # of each thing, where one says it of several

    def each(self) -> tuple["Signal", ...]:
        """Of one thing each: so they are set aside, and come back."""
        return self.members or (self,)
