"""What one cell of a pasted list says: names, people, e-mail, telephone, yes or no."""

import re
from collections.abc import Callable, Iterable, Mapping
from typing import Any

from ozj_desktop.model.addresses import addresses_in, is_address
from ozj_desktop.model.dutch import sort_key
from ozj_desktop.model.lists import ListItem
from ozj_desktop.model.parties import Contact, Domain
from ozj_desktop.model.party_columns import TITLE, Meaning
from ozj_desktop.model.party_kinds import PartyKinds
from ozj_desktop.model.record import Id

LONGEST_NAME, LONGEST = 300, 1_000  # characters
_TOTALS = re.compile(r"(sub|eind)?totaal|totalen|aantal|som|gemiddelde")
_BULLET = re.compile(r"^(?:[-–—•*·]\s+|\d{1,3}[.)]\s+)")
_WITHIN = re.compile(r"<([^<>\s]+@[^<>\s]+)>")
_YES, _NO = {"ja", "j", "x", "wel", "yes", "1", "waar", "✓", "✔"}, {"nee", "n", "niet", "no", "0"}
OF_PARTY = {
    "name": Meaning.NAME,
    "short_name": Meaning.SHORT,
    "kind": Meaning.KIND,
    "domain": Meaning.DOMAIN,
    "signs": Meaning.SIGNS,
    "remark": Meaning.REMARK,
}
_OF_PERSON = {
    "name": Meaning.PERSON,
    "function": Meaning.FUNCTION,
    "email": Meaning.EMAIL,
    "phone": Meaning.PHONE,
}
_BETWEEN = {Meaning.PERSON: " ", Meaning.PHONE: " / "}


class Unclear(ValueError):
    """Why a cell stays out, and what to do about it."""


def same(text: str) -> str:
    """Equal for names that differ in capitals, accents, spaces and signs only."""
    return "".join(c for c in sort_key(text) if c.isalnum())


def no_name(text: str) -> str:
    """Why this is no name of a party; "" where it is one."""
    if not text:
        return "zonder naam"
    if not any(c.isalpha() for c in text):
        return "een nummer is geen naam"
    if _TOTALS.fullmatch(sort_key(text).strip(" :")):
        return "dit telt op"
    return "te lang voor een naam" if len(text) > LONGEST_NAME else ""


# Reading


def read_name(text: str) -> str:
    """On one line, without the mark of a list before it."""
    if text.startswith(("=", "@")) or re.match(r"[+-][^ ]*[(|!]", text):
        raise Unclear("Dit is een formule, geen naam. Typ de naam.")
    return _BULLET.sub("", read_words(text))


def read_words(text: str) -> str:
    _refuse(text)
    return " ".join(text.split())


def read_person(text: str) -> str:
    """Lines stay apart: they are different people."""
    _refuse(text)
    if text.startswith("="):
        raise Unclear("Dit is een formule, geen naam. Typ de naam.")
    names = (TITLE.sub("", line).strip() for line in text.split("\n"))
    return "\n".join(name for name in names if name)


def read_mail(text: str) -> str:
    plain = _WITHIN.sub(r";\1;", text) if _WITHIN.search(text) else text
    found = [part.removeprefix("mailto:") for part in addresses_in(plain)]
    if _WITHIN.search(text):  # Jan de Vries <jan@gemeente.nl>
        found = [part for part in found if "@" in part]
    wrong = [part for part in found if not is_address(part)]
    if wrong:
        raise Unclear(f"‘{wrong[0][:60]}’ is geen e-mailadres. Verbeter het, of maak de cel leeg.")
    return ("\n" if "\n" in text else ", ").join(found)


def read_phone(text: str) -> str:
    digits = text.replace(" ", "")
    if re.fullmatch(r"6\d{8}", digits):
        return f"0{digits}"  # Excel takes the first nought away
    _refuse(text)
    return text


def read_signs(text: str) -> bool | None:
    plain = sort_key(text).strip(" .")
    if plain in _YES or plain in _NO:
        return plain in _YES
    if plain in ("", "-", "?"):
        return None
    raise Unclear("Typ ja of nee, of maak de cel leeg.")


def is_tick(text: str) -> bool:
    return sort_key(text).strip() in ("x", "✓", "✔")


def read_domain(text: str) -> Domain | None:
    plain = same(text)
    found = [d for d in Domain if same(d.label) == plain]
    found = found or [d for d in Domain if plain and same(d.label).startswith(plain)]
    if plain and len(found) != 1:
        labels = ", ".join(d.label for d in Domain)
        raise Unclear(f"Dit domein kennen we niet. Kies uit: {labels}.")
    return found[0] if found else None


def kind_of(text: str, items: Iterable[ListItem], kinds: PartyKinds) -> Id[ListItem] | None:
    """The kind that these words mean: its name, the only one that begins so, or what is sure."""
    known = [(item, same(str(item))) for item in items]
    plain = same(text)
    found = [item for item, words in known if words == plain]
    starts = [item for item, words in known if plain and words.startswith(plain)]
    if not found and len(starts) == 1:
        found = starts
    code = kinds.guess(text).kind
    found = found or [item for item, _ in known if code and item.code == code]
    return found[0].id if found else None


READ: Mapping[Meaning, Callable[[str], Any]] = {
    Meaning.NAME: read_name,
    Meaning.SHORT: read_words,
    Meaning.REMARK: read_words,
    Meaning.DOMAIN: read_domain,
    Meaning.PERSON: read_person,
    Meaning.FUNCTION: read_words,
    Meaning.EMAIL: read_mail,
    Meaning.PHONE: read_phone,
}


def _refuse(text: str) -> None:
    """Nine digits that pass the elfproef (model.md, Privacy): those we never keep."""
    if len(text) > LONGEST:
        raise Unclear("Dit is te lang voor deze cel. Maak het korter.")
    for digits in re.findall(r"(?<!\d)\d{9}(?!\d)", text):
        weights = (9, 8, 7, 6, 5, 4, 3, 2, -1)
        total = sum(int(d) * w for d, w in zip(digits, weights, strict=True))
        if total % 11 == 0 and int(digits):
            raise Unclear("Dit lijkt een burgerservicenummer. Dat bewaren we hier niet.")


# People


def together(meaning: Meaning, before: Any, more: Any) -> Any:
    """Columns of one meaning are one: voornaam and achternaam, telefoon and mobiel."""
    if not before or not isinstance(more, str):
        return more
    between = _BETWEEN.get(meaning, ", ")
    ours, theirs = before.split("\n"), more.split("\n")
    if len(ours) == len(theirs) > 1:
        return "\n".join(f"{a}{between}{b}" for a, b in zip(ours, theirs, strict=True))
    return f"{before}{between}{more}"


def people(given: Mapping[Meaning, Any]) -> list[dict[str, str]]:
    """The people of one row: one for each line of the name; what is told once is the first's."""
    values = {n: str(given[m]).split("\n") for n, m in _OF_PERSON.items() if given.get(m)}
    if not values:
        return []
    count = len(values.get("name", [""]))
    found: list[dict[str, str]] = [{} for _ in range(count)]
    for name, lines in values.items():
        if len(lines) == count:
            for person, line in zip(found, lines, strict=True):
                person[name] = line
        else:
            found[0][name] = (", " if name == "email" else " ").join(lines)
    return found


def same_person(known: Contact, values: Mapping[str, str]) -> bool:
    """By an address of both, else by name; two different addresses are two people."""
    ours = {same(a) for a in addresses_in(known.email)}
    theirs = {same(a) for a in addresses_in(values.get("email", ""))}
    if ours & theirs:
        return not (values.get("name") and known.name) or _alike(known.name, values["name"])
    named = bool(known.name) and same(known.name) == same(values.get("name", ""))
    return named and not (ours and theirs)


def _alike(ours: str, theirs: str) -> bool:
    """J. de Vries is Jan de Vries: one address, and the same last word."""
    return same(ours.split()[-1]) == same(theirs.split()[-1])
