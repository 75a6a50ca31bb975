"""Finds abbreviations and terms in a text: whole words, and never a name that only looks alike."""

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from ozj_desktop.model.dutch import sort_key

LONGEST = 80  # characters of a word that can be looked for
SHORT = 3  # letters; up to here a capital makes another word of it


class Entry(NamedTuple):
    """A word with what it means; `also` are other ways to write it."""

    word: str
    meaning: str
    source: str = ""
    also: tuple[str, ...] = ()


class Found(NamedTuple):
    """An entry and where in the text it stands."""

    start: int
    end: int
    entry: Entry


class Glossary:
    """Terms of the dossier, and the starting list for what the dossier does not explain.

    An abbreviation with capitals is found as it is written: MR is not the mr of a name. A word that
    starts with a small letter may start with a capital; of three letters or fewer only where a
    sentence begins. A hyphen or an apostrophe ends a word (OPP's, SWV-bestuur), a letter does not.
    """

    def __init__(self, own: Iterable[Entry], general: Iterable[Entry]) -> None:
        self._entries: dict[str, Entry] = {}
        self._starts: set[str] = set()  # found at the start of a sentence only
        for entry in (*own, *general):
            forms = [form for form in _forms(entry) if 2 <= len(form) <= LONGEST]
            if entry.meaning.strip() and not any(form in self._entries for form in forms):
                for form in forms:
                    self._add(form, entry)
        longest_first = sorted(self._entries, key=len, reverse=True)
        words = "|".join(re.escape(form).replace(r"\ ", r"\s+") for form in longest_first)
        self._pattern = re.compile(rf"(?<![\w@])(?:{words})(?![\w@]|\.\w)") if words else None

    def _add(self, form: str, entry: Entry) -> None:
        self._entries[form] = entry
        if _is_abbreviation(form):
            return
        other = (form[0].upper() if form[0].islower() else form[0].lower()) + form[1:]
        if other not in self._entries:
            self._entries[other] = entry
            if len(form) <= SHORT:
                self._starts.add(other)

    def find(self, text: str) -> Iterator[Found]:
        """Every place, in order; of two that overlap the longer one."""
        if self._pattern is None:
            return
        for match in self._pattern.finditer(text):
            form = " ".join(match[0].split())
            if form not in self._starts or _starts_a_sentence(text, match.start()):
                yield Found(match.start(), match.end(), self._entries[form])

    def at(self, text: str, position: int) -> Entry | None:
        """What stands at, or just before, this place."""
        places = (f for f in self.find(text) if f.start <= position <= f.end)
        return next((f.entry for f in places), None)

    def words_in(self, text: str) -> list[Entry]:
        """Each entry once, in the order of the alphabet."""
        found = {f.entry.word: f.entry for f in self.find(text)}
        return sorted(found.values(), key=lambda entry: sort_key(entry.word))


def _forms(entry: Entry) -> list[str]:
    """As written; of ‘MR/GMR’ and of ‘SWV (samenwerkingsverband)’ the parts too."""
    parts = [part for part in re.split(r"\s*[/()]\s*", entry.word) if part]
    whole = [entry.word] if len(parts) == 1 else parts
    return [*dict.fromkeys(" ".join(form.split()) for form in (*whole, *entry.also))]


def _is_abbreviation(form: str) -> bool:
    """OOGO, RvT, Wlz: it has a capital further on, or is short and begins with one."""
    later = any(letter.isupper() for letter in form[1:])
    return later or (form[0].isupper() and len(form) <= SHORT)


def _starts_a_sentence(text: str, at: int) -> bool:
    before = text[max(0, at - 8) : at].rstrip(" \t«‘“(\"'")
    return not before or before[-1] in ".!?:\n"
