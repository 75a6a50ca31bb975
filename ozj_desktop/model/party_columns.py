"""What the columns of a pasted list of parties mean: by their headings, else by what is in them."""

import re
from collections.abc import Callable, Iterable, Sequence
from typing import NamedTuple

from ozj_desktop.model.dutch import sort_key
from ozj_desktop.model.party_kinds import PartyKinds
from ozj_desktop.model.pasted_table import Table
from ozj_desktop.model.record import Choice


class Meaning(Choice):
    """What a column can be; the order in which a list of choices has it."""

    NAME = "name", "naam van de partij"
    SHORT = "short", "korte naam"
    KIND = "kind", "soort"
    DOMAIN = "domain", "domein"
    SIGNS = "signs", "tekent mee"
    PERSON = "person", "contactpersoon"
    FUNCTION = "function", "functie"
    EMAIL = "email", "e-mail"
    PHONE = "phone", "telefoon"
    REMARK = "remark", "interne opmerking"
    NOTHING = "nothing", "niet gebruiken"


SEVERAL = (Meaning.PERSON, Meaning.FUNCTION, Meaning.EMAIL, Meaning.PHONE)  # in more columns
_HEADINGS = {
    Meaning.NAME: "partij partijen partijnaam organisatie organisatienaam instelling bestuur "
    "schoolbestuur partner partners deelnemer ketenpartner instantie bedrijf bedrijfsnaam "
    "naam_organisatie naam_partij naam_van_de_partij naam_instelling naam_van_de_organisatie "
    "organization organisation company",
    Meaning.SHORT: "korte_naam afkorting kort verkort roepnaam_organisatie afk",
    Meaning.KIND: "soort soort_partij type type_organisatie soort_organisatie categorie",
    Meaning.DOMAIN: "domein sector veld beleidsveld",
    Meaning.SIGNS: "tekent_mee tekent ondertekent tekenen ondertekenaar tekent_mee?",
    Meaning.REMARK: "opmerking opmerkingen interne_opmerking notitie notities bijzonderheden "
    "toelichting aantekening aantekeningen",
    Meaning.PERSON: "contactpersoon contactpersonen contact persoon naam_contactpersoon "
    "vertegenwoordiger deelnemers voornaam roepnaam voorletters tussenvoegsel achternaam "
    "tussenvoegsels voorl naam_deelnemer bestuurder_naam contact_person full_name aanhef",
    Meaning.FUNCTION: "functie rol functienaam functie/rol hoedanigheid functietitel job_title",
    Meaning.EMAIL: "e-mail email mail e-mailadres emailadres mailadres e-mail_adres e_mail "
    "email_address emailadressen",
    Meaning.PHONE: "telefoon tel telefoonnummer tel.nr telnr mobiel mobiele_nummer mobiel_nummer "
    "gsm 06 nummer_mobiel telefoon_werk telefoon_mobiel 06-nummer phone",
}
_MEANT = {
    word.replace("_", " "): meaning
    for meaning, words in _HEADINGS.items()
    for word in words.split()
}
_FIRST, _LAST = ("voornaam", "roepnaam", "voorletters", "voorl"), ("achternaam",)
_DROPPED = ("aanhef",)
_BEGINNINGS = [
    "schoolbestuur",
    "bestuur",
    "instelling",
    "organisatie",
    "instantie",
    "bedrijf",
    "partner",
]
HEAD_WITHIN = 6  # rows from the top in which a heading is looked for
_LOOK_AT = 60
_SURE = 0.6

TITLES = r"(?:dhr|mw|mevr|hr|de heer|mevrouw)\b\.?"
TITLE = re.compile(rf"^{TITLES}\s*", re.IGNORECASE)
_PERSON = re.compile(
    rf"(?:{TITLES}\s|(?:drs|dr|mr|ir|prof)\.\s|(?:[A-Z]\.\s?){{1,4}}[A-Za-z])", re.IGNORECASE
)
_NAMED = re.compile(
    r"[A-ZÀ-Ý][\w'’-]+(?: (?:van|de|der|den|ten|ter|el|in|’t|'t))* [A-ZÀ-Ý][\w'’-]+"
)
_BODIES = re.compile(
    r"gemeente|stichting|vereniging|college|school|onderwijs|zorg|jeugd|ggd|swv|roc\b|politie|"
    r"opvang|welzijn|bestuur|veilig|team|raad\b|regio|groep|werk\b|centrum|instituut|bibliotheek"
)
_FUNCTIONS = re.compile(
    r"wethouder|directeur|bestuurder|manager|beleid|coordinator|adviseur|voorzitter|secretaris|"
    r"teamleider|projectleider|bestuurssecretaris|hoofd|medewerker|arts|begeleider|regisseur|lid\b"
)
_YES_NO = {"ja", "nee", "j", "n", "x", "wel", "niet", "yes", "no", "waar", "onwaar"}


class Columns(NamedTuple):
    """The row of the headings (-1: there is none) and the meaning of each column."""

    head: int
    meanings: tuple[Meaning, ...]
    order: tuple[int, ...]  # the columns as their parts make a name: voornaam before achternaam


def recognise(
    table: Table, known: PartyKinds, kinds: Iterable[str] = (), domains: Iterable[str] = ()
) -> Columns:
    """`kinds` and `domains` are the words of the lists that a cell can be taken from."""
    head = _heading(table)
    titles = table[head] if head >= 0 else ()
    width = len(table[0]) if table else 0
    told = [by_heading(title) for title in titles] or [None] * width
    body = table[head + 1 : head + 1 + _LOOK_AT]
    lists = {sort_key(word) for word in kinds}, {sort_key(word) for word in domains}
    found = [
        meant or _by_content([row[n] for row in body if row[n]], known, *lists)
        for n, meant in enumerate(told)
    ]
    named = _one_party_name(found, told, titles, body)
    return Columns(head, tuple(_once(named)), _order(titles, width))


def is_person(text: str) -> bool:
    plain = sort_key(text)
    return not _BODIES.search(plain) and bool(_PERSON.match(text) or _NAMED.fullmatch(text))


# By heading


def _heading(table: Table) -> int:
    """Below a title of the whole list the headings are the row with most words we know.

    One word is enough for a list of one column, or above it.
    """
    known = [sum(_known(cell) for cell in row if cell) for row in table[:HEAD_WITHIN]]
    if max(known, default=0) >= 2:
        return known.index(max(known))
    if table and any(_plain(cell) in ("naam", "name") for cell in table[0]):  # no party is
        return 0
    alone = bool(known and known[0]) and sum(map(bool, table[0])) == 1
    alone = alone and not _begins_a_name(table[0][0])
    return 0 if alone and len(table[0]) == 1 else -1


def _begins_a_name(cell: str) -> bool:
    """Schoolbestuur De Wingerd is a party; Schoolbestuur by itself says what is below it."""
    first, *more = re.split(r"[ /(]+", _plain(cell))
    return bool(more) and first in _BEGINNINGS


def _known(cell: str) -> bool:
    return bool(by_heading(cell)) or _plain(cell) in ("naam", "name")


def by_heading(title: str) -> Meaning | None:
    """What a column with this heading is; None where the heading tells nothing."""
    plain = _plain(title)
    if plain in _DROPPED:
        return Meaning.NOTHING
    return _MEANT.get(plain) or _MEANT.get(re.split(r"[ /(]", plain)[0] if plain else "")


def _plain(title: str) -> str:
    return " ".join(sort_key(title).replace("_", " ").strip(" :*.").split())


def _order(titles: Sequence[str], width: int) -> tuple[int, ...]:
    def rank(n: int) -> int:
        plain = _plain(titles[n]) if titles else ""
        return 0 if plain in _FIRST else 2 if plain in _LAST else 1

    return tuple(sorted(range(width), key=rank))


# By content


def _by_content(
    cells: list[str], known: PartyKinds, kinds: set[str], domains: set[str]
) -> Meaning | None:
    if not cells:
        return Meaning.NOTHING
    tests: tuple[tuple[Meaning, Callable[[str], bool]], ...] = (
        (Meaning.EMAIL, lambda cell: "@" in cell),
        (Meaning.SIGNS, lambda cell: sort_key(cell) in _YES_NO),
        (Meaning.PHONE, is_phone),
        (Meaning.KIND, lambda cell: sort_key(cell) in kinds),
        (Meaning.DOMAIN, lambda cell: sort_key(cell) in domains),
        (Meaning.PERSON, is_person),
        (Meaning.FUNCTION, lambda cell: _is_function(cell, known)),
    )
    for meaning, test in tests:
        if sum(map(test, cells)) >= _SURE * len(cells):
            return meaning
    if all(cell.replace(".", "").replace(" ", "").isdigit() for cell in cells):
        return Meaning.NOTHING  # numbers of rows, or worse
    return None


def is_phone(text: str) -> bool:
    digits = re.sub(r"\D", "", text)
    return (
        8 <= len(digits) <= 15
        and bool(re.fullmatch(r"[\d\s()+./-]+", text))
        and (text.lstrip("( ").startswith(("0", "+")) or not text.isdigit())
    )


def _is_function(text: str, known: PartyKinds) -> bool:
    plain = sort_key(text)
    return bool(_FUNCTIONS.search(plain)) and known.guess(text).kind == ""


def _one_party_name(
    found: list[Meaning | None],
    told: Sequence[Meaning | None],
    titles: Sequence[str],
    body: Table,
) -> list[Meaning]:
    """Give the columns of which nothing is known: one is the name, a short one beside it is too."""
    named = [n for n, title in enumerate(titles) if _plain(title) in ("naam", "name")]
    if Meaning.NAME not in found and named:
        found[named[0]] = Meaning.NAME  # whatever it looks like: De Stroming could be somebody
    open_still = [n for n, meaning in enumerate(found) if meaning is None]
    called = [n for n in open_still if n in named]
    if Meaning.NAME not in found and open_still:
        best = (called or sorted(open_still, key=lambda n: -_likely(n, body)))[0]
        found[best] = Meaning.NAME
    elif called and Meaning.PERSON not in found:
        found[called[0]] = Meaning.PERSON
    for n in open_still:
        if found[n] is None and not (titles and titles[n]) and _is_short(n, body):
            found[n] = Meaning.SHORT
    return [m or Meaning.NOTHING for m in _with_name(found, told)]


def _with_name(found: list[Meaning | None], told: Sequence[Meaning | None]) -> list[Meaning | None]:
    """A list of names alone has names of parties, also where these are "gemeente" and "politie"."""
    guessed = [n for n, m in enumerate(found) if told[n] is None and m is Meaning.KIND]
    if len(found) == 1 and told[0] is None and found[0] is Meaning.PERSON:
        guessed = [0]
    if Meaning.NAME not in found and guessed:
        found[guessed[0]] = Meaning.NAME
    return found


def _likely(column: int, body: Table) -> int:
    return sum(1 + 2 * bool(_BODIES.search(sort_key(row[column]))) for row in body if row[column])


def _is_short(column: int, body: Table) -> bool:
    cells = [row[column] for row in body if row[column]]
    return bool(cells) and all(len(cell) <= 14 for cell in cells)


def _once(found: Sequence[Meaning]) -> list[Meaning]:
    """What can stand in one column only is the first of them."""
    seen: set[Meaning] = set()
    result = []
    for meaning in found:
        again = meaning in seen and meaning not in SEVERAL
        result.append(Meaning.NOTHING if again else meaning)
        seen.add(meaning)
    return result


# People of one party

_GRID = (Meaning.PERSON, Meaning.FUNCTION, Meaning.EMAIL, Meaning.PHONE)


def people_in(
    rows: Sequence[Sequence[str]], new: bool, known: PartyKinds
) -> list[list[str]] | None:
    """Name, function, e-mail and telephone of people, in this order, without the heading.

    None where it is not sure that these are people: then cells go where they are pasted. Without a
    heading that is so for new rows only, with a name and an address in each.
    """
    table = tuple(tuple(row) for row in rows if any(row))
    found = recognise(table, known)
    meanings = [*found.meanings]
    if Meaning.PERSON not in meanings and Meaning.NAME in meanings:
        meanings[meanings.index(Meaning.NAME)] = Meaning.PERSON
    told = {m for m in meanings if m in _GRID}
    sure = len(told) > 1 and Meaning.PERSON in told
    if not sure or (found.head < 0 and not (new and Meaning.EMAIL in told)):
        return None
    body = table[found.head + 1 :]
    return [[_joined(row, meaning, meanings, found.order) for meaning in _GRID] for row in body]


def _joined(
    row: Sequence[str], meaning: Meaning, meanings: Sequence[Meaning], order: Iterable[int]
) -> str:
    between = " " if meaning is Meaning.PERSON else ", "
    texts = (row[n] for n in order if meanings[n] is meaning and row[n])
    told = between.join(texts)
    return TITLE.sub("", told) if meaning is Meaning.PERSON else told
