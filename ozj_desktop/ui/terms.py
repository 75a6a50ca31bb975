"""The words that explain themselves: those of this dossier, and the starting list."""

from collections.abc import Sequence
from html import escape

from ozj_desktop.model.charter import Term
from ozj_desktop.model.glossary import Entry, Glossary
from ozj_desktop.store.dossier import Dossier, Notice
from ozj_desktop.ui.messages import breakable
from ozj_desktop.ui.parts.text import tip

LOOKED_AT = 2000  # characters of a text that a tooltip is about
MOST = 4  # words in one tooltip


class Terms:
    """Read when somebody first asks, and anew when the terms of the dossier changed.

    Where there is no dossier yet, the starting list is all there is.
    """

    def __init__(self, dossier: Dossier | None = None) -> None:
        self._dossier = dossier
        self._glossary: Glossary | None = None
        self._general: Sequence[Entry] = ()

    def heard(self, notice: Notice) -> None:
        if "term" in notice.kinds:
            self._glossary = None

    def glossary(self) -> Glossary:
        if self._glossary is None:
            terms = self._dossier.all(Term) if self._dossier else []
            own = [Entry(term.name, term.meaning, term.source) for term in terms]
            self._general = self._general or _general()
            self._glossary = Glossary(own, self._general)
        return self._glossary

    def tip(self, text: str) -> str:
        """A text for a tooltip, with what is short in it explained below."""
        found = self.words_in(text)
        return with_meanings(text, found) if found else tip(text)

    def words_in(self, text: str) -> list[Entry]:
        return self.glossary().words_in(text[:LOOKED_AT])[:MOST]


def _general() -> list[Entry]:
    from ozj_desktop.exchange.content import abbreviations  # a start needs no list of words

    return abbreviations()


def with_meanings(text: str, entries: Sequence[Entry]) -> str:
    """For a tooltip, which then goes on to a next line by itself; what people typed is escaped."""
    shown = escape(breakable(text)).replace("\n", "<br>")
    told = "".join(f"<p style='margin: 4px 0 0 0'>{meaning(entry)}</p>" for entry in entries)
    return f"<div>{shown}</div>{told}" if text else told


def meaning(entry: Entry) -> str:
    """A word in bold and what it means, as rich text."""
    word, told = escape(breakable(entry.word)), escape(breakable(entry.meaning.strip()))
    told = told.replace("\n", "<br>")
    return f"<span class='term' style='font-weight: 600'>{word}</span> {told}"
