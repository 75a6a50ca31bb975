"""The two kinds of errors: these sentences are for the user, everything else is a bug."""

import re

_QUOTED = re.compile(r"‘([^’]{80})[^’]+’")


def in_one_line(sentence: str) -> str:
    """Without what a terminal or a dialog would obey, and with long names cut.

    A sentence may tell what somebody typed, or what stands in a file of another.
    """
    seen = "".join(c if c.isprintable() or c == "\xa0" else " " for c in sentence)
    return _QUOTED.sub("‘\\1…’", seen)


class UserError(Exception):
    """Something the user can solve; the text is Dutch: what happened, what to do."""

    def __init__(self, sentence: str = "") -> None:
        super().__init__(in_one_line(sentence))


class Refused(UserError):
    """A file that is foreign, newer or damaged; it was not written to."""


class InUse(UserError):
    """A dossier that somebody else has open for writing."""


class Cancelled(UserError):
    """The user stopped the work; nothing was left behind."""


class WrongUse(Exception):
    """Something on the command line that nobody can do; the text is Dutch."""
