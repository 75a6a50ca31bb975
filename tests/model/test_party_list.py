"""A pasted list of parties and people: what is recognised, and what becomes of every row."""

from random import Random
from time import perf_counter

import pytest

from ozj_desktop.exchange.content import party_kinds, starting_items
from ozj_desktop.model.facts import Facts
from ozj_desktop.model.lists import ListItem, item_id
from ozj_desktop.model.parties import Contact, Domain, Party
from ozj_desktop.model.party_cells import same
from ozj_desktop.model.party_columns import Columns, Meaning, people_in, recognise
from ozj_desktop.model.party_list import Fate, Plan, plan, proposals
from ozj_desktop.model.pasted_table import MOST_ROWS, Table, is_table, is_too_much, table_in
from tests.model.conftest import Know

M = Meaning
KINDS = [str(item) for item in starting_items() if item.list == "party_kind"]
DOMAINS = [domain.label for domain in Domain]


def read(text: str) -> tuple[Table, Columns]:
    table = table_in(text)
    return table, recognise(table, party_kinds(), KINDS, DOMAINS)


def planned(facts: Facts, text: str, **more: object) -> Plan:
    return plan(facts, *read(text), party_kinds(), **more)  # type: ignore[arg-type]


@pytest.fixture
def facts(know: Know) -> Facts:
    """A dossier with the starting lists and one party with one person."""
    town = Party(name="Gemeente Lindebroek", short_name="Lindebroek", position=3)
    person = Contact(party=town.id, name="J. de Vries", email="j@lindebroek.nl")
    return know(*starting_items(), town, person)


def fates(found: Plan) -> list[Fate]:
    return [told.fate for told in found.told.values()]


# Cells


@pytest.mark.parametrize(
    ("text", "cells"),
    [
        ("a\tb\nc", (("a", "b"), ("c", ""))),
        ("a;b\nc;d\n", (("a", "b"), ("c", "d"))),
        ("naam,mail\nA,a@b.nl", (("naam", "mail"), ("A", "a@b.nl"))),
        ('"a\nb"\t"x ""y"""\nc\td', (("a\nb", 'x "y"'), ("c", "d"))),
        ("Stichting Kind, School en Zorg\nROC", (("Stichting Kind, School en Zorg",), ("ROC",))),
        ("\ufeffa\r\n\r\n\t\t\r\nb", (("a",), ("b",))),
        ("", ()),
        ('"open\ta', (("open a",),)),
    ],
)
def test_a_table_comes_out_of_text(text: str, cells: Table) -> None:
    assert table_in(text) == cells


def test_a_hundred_thousand_characters_are_read_at_once(facts: Facts) -> None:
    started = perf_counter()
    found = planned(facts, "x" * 100_000)
    assert fates(found) == [Fate.SKIPPED]
    rows = [f"Partij {n}\tpersoon{n}@x.nl\n" for n in range(4_000)]
    many = planned(facts, "".join(rows))
    assert (is_too_much("".join(rows)), is_too_much("".join(rows[:MOST_ROWS]))) == (True, False)
    assert len(many.parties) == MOST_ROWS
    assert perf_counter() - started < 2


def test_one_line_is_a_name_and_no_table() -> None:
    assert not is_table("Gemeente Lindebroek\n")
    assert is_table("Gemeente\tJan")
    assert is_table("Gemeente\nGGD")


# Columns


@pytest.mark.parametrize(
    ("text", "head", "meanings"),
    [
        ("Organisatie\tContactpersoon\tE-mail\nA\tb\tc@d.nl", 0, (M.NAME, M.PERSON, M.EMAIL)),
        ("E-MAILADRES;Naam\na@b.nl;Gemeente", 0, (M.EMAIL, M.NAME)),
        ("Naam\tOrganisatie\tTel.\nJan\tGGD\t06-1234", 0, (M.PERSON, M.NAME, M.PHONE)),
        ("Partij\tAfkorting\tTekent mee\nA\tB\tja", 0, (M.NAME, M.SHORT, M.SIGNS)),
        ("Voornaam\tAchternaam\tPartner\nJ\tV\tGGD", 0, (M.PERSON, M.PERSON, M.NAME)),
        (
            "Deelnemers LEA 2026\t\t\nNr\tPartij\tE-mail\n1\tGGD\ta@b.nl",
            1,
            (M.NOTHING, M.NAME, M.EMAIL),
        ),
        (
            "Gemeente A\tJan de Vries\twethouder\tj@a.nl\t06 12345678\nGGD\tA. Bos\tarts\ta@g.nl\t",
            -1,
            (M.NAME, M.PERSON, M.FUNCTION, M.EMAIL, M.PHONE),
        ),
        ("GGD Oost\tpolitie\tzorg en gezondheid", -1, (M.NAME, M.KIND, M.DOMAIN)),
        ("Gemeente\nKinderopvang", -1, (M.NAME,)),
        ("123456782\n111222333", -1, (M.NOTHING,)),
    ],
)
def test_columns_are_known_by_heading_or_content(
    text: str, head: int, meanings: tuple[Meaning, ...]
) -> None:
    found = read(text)[1]
    assert (found.head, found.meanings) == (head, meanings)


# Rows


def test_new_parties_with_their_people_come_in_one_list(facts: Facts) -> None:
    found = planned(
        facts,
        "Partij\tContactpersoon\tE-mail\nGGD Oost\tmw. A. Bos\ta@ggd.nl\n"
        "ggd  oost\tB. Vos\tb@ggd.nl\nROC\t\t",
    )
    assert [p.name for p in found.parties.values()] == ["GGD Oost", "ROC"]
    assert [p.position for p in found.parties.values()] == [4, 5]
    assert [c.name for c in found.contacts.values()] == ["A. Bos", "B. Vos"]
    assert len({c.party for c in found.contacts.values()}) == 1
    assert fates(found)[1:] == [Fate.NEW, Fate.MORE, Fate.NEW]


def test_what_is_there_is_filled_and_never_overwritten(facts: Facts) -> None:
    found = planned(
        facts,
        "Partij\tKorte naam\tSoort\tContactpersoon\tE-mail\tTelefoon\n"
        "GEMEENTE LÍNDEBROEK\tanders\tgemeente\tJan de Vries\tJ@lindebroek.nl\t0612345678",
    )
    (party,), (person,) = found.parties.values(), found.contacts.values()
    assert (party.name, party.short_name) == ("Gemeente Lindebroek", "Lindebroek")
    assert party.kind == item_id("party_kind", "municipality")
    assert (person.name, person.phone) == ("J. de Vries", "0612345678")
    assert not found.new
    assert found.told[1].fate is Fate.FILLED
    assert found.told[1].words == (
        "bestaat al: aangevuld met soort en telefoon; korte naam blijft zoals het is"
    )


def test_a_party_is_also_known_by_its_short_name(facts: Facts) -> None:
    found = planned(facts, "Partij\tE-mail\nlindebroek\tnieuw@lindebroek.nl")
    assert found.told[1].words == "bestaat al: contact erbij"
    assert not found.parties


def test_pasting_the_same_list_again_changes_nothing(facts: Facts, know: Know) -> None:
    text = "Partij\tSoort\tContact\tE-mail\nGGD\tGGD\tA. Bos\ta@g.nl\nGGD\t\tB. Vos\t\nROC\t\t\t"
    first = planned(facts, text)
    again = planned(know(*starting_items(), *first.records), text)
    assert again.records == ()
    assert set(fates(again)[1:]) == {Fate.SAME}


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("", "overslaan: zonder naam"),
        ("Totaal", "overslaan: dit telt op"),
        ("Subtotaal:", "overslaan: dit telt op"),
        ("12", "overslaan: een nummer is geen naam"),
        ("🎉", "overslaan: een nummer is geen naam"),
        ("123456782", "overslaan: dit is geen naam"),
        ("=cmd|' /C calc'!A0", "overslaan: dit is geen naam"),
        ("@SUM(A1)", "overslaan: dit is geen naam"),
        ("n" * 301, "overslaan: te lang voor een naam"),
        ("Feest 🎉", "nieuw"),
        ("- Gemeente A", "nieuw"),
    ],
)
def test_what_is_no_name_is_passed_over_with_the_reason(
    facts: Facts, name: str, words: str
) -> None:
    found = planned(facts, f"Partij\tE-mail\n{name}\ta@b.nl")
    assert found.told[1].words == words


@pytest.mark.parametrize(
    ("head", "cell", "part"),
    [
        ("E-mail", "jan@@x", "geen e-mailadres"),
        ("Telefoon", "123456782", "burgerservicenummer"),
        ("Functie", "arts 123456782", "burgerservicenummer"),
        ("Functie", "arts " * 400, "te lang"),
        ("Tekent mee", "misschien", "ja of nee"),
        ("Domein", "ruimtevaart", "Kies uit"),
        ("Soort", "adviesclub", "Kies hierboven"),
        ("Contactpersoon", "=1+1", "formule"),
    ],
)
def test_a_cell_that_is_not_understood_is_told_and_stays_out(
    facts: Facts, head: str, cell: str, part: str
) -> None:
    found = planned(facts, f"Partij\t{head}\nGGD\t{cell}")
    assert part in found.unclear[1, 1]
    assert cell not in str(found.records)
    assert found.told[1].fate is Fate.NEW


def test_an_unknown_kind_is_what_the_user_says_it_is(facts: Facts) -> None:
    text = "Partij\tSoort\nA\tAdviesclub\nB\tadviesclub"
    assert planned(facts, text).kinds == {"Adviesclub": 1, "adviesclub": 1}
    chosen = item_id("party_kind", "knowledge_partner")
    found = planned(facts, text, meant={same("adviesclub"): chosen})
    assert {p.kind for p in found.parties.values()} == {chosen}
    assert not found.unclear


@pytest.mark.parametrize(
    ("cell", "kept"),
    [
        ("Jan <jan@x.nl>", "jan@x.nl"),
        ("a@x.nl; b@x.nl", "a@x.nl, b@x.nl"),
        ("mailto:a@x.nl", "a@x.nl"),
    ],
)
def test_addresses_are_taken_as_mail_programs_write_them(
    facts: Facts, cell: str, kept: str
) -> None:
    (person,) = planned(facts, f"Partij\tE-mail\nGGD\t{cell}").contacts.values()
    assert person.email == kept


def test_two_lines_in_a_cell_are_two_people(facts: Facts) -> None:
    found = planned(
        facts, 'Partij\tContact\tE-mail\tTel\nROC\t"dhr. Jan\nPiet"\t"j@x.nl\np@x.nl"\t06 11112222'
    )
    told = [(c.name, c.email, c.phone) for c in found.contacts.values()]
    assert told == [("Jan", "j@x.nl", "06 11112222"), ("Piet", "p@x.nl", "")]


def test_the_parts_of_a_name_come_in_their_order(facts: Facts) -> None:
    found = planned(facts, "Achternaam\tVoornaam\tTussenvoegsel\tOrganisatie\nVries\tJan\tde\tGGD")
    assert [c.name for c in found.contacts.values()] == ["Jan de Vries"]


def test_crosses_say_yes_and_the_others_no(facts: Facts) -> None:
    found = planned(facts, "Partij\tTekent mee\nA\tx\nB\t\nC\tX")
    assert [p.signs for p in found.parties.values()] == [True, False, True]


def test_who_only_talks_along_does_not_sign_unless_the_list_says_so(facts: Facts) -> None:
    found = planned(facts, "Partij\nOuderraad De Linde\nROC Oost")
    assert [p.signs for p in found.parties.values()] == [False, True]
    found = planned(facts, "Partij\tTekent mee\nOuderraad De Linde\tja\nROC\tnee")
    assert [p.signs for p in found.parties.values()] == [True, False]


def test_a_kind_and_a_domain_are_proposed_where_the_name_is_sure(facts: Facts) -> None:
    text = "Partij\nGGD Oost\nOevermark College\nGemeente Lindebroek"
    assert proposals(facts, *read(text), party_kinds()) == {
        (1, M.KIND): "jeugdgezondheidszorg (JGZ)",
        (1, M.DOMAIN): "zorg en gezondheid",
    }
    assert proposals(facts, *read("Partij\tSoort\nDe Boom\tkinderopvang"), party_kinds()) == {
        (1, M.DOMAIN): "kinderopvang"
    }


@pytest.mark.parametrize(
    ("name", "kind", "domain"),
    [
        ("GGD Hart", "jgz", Domain.HEALTH),
        ("Stichting De Boom, openbaar onderwijs", "school_board_po", Domain.EDUCATION),
        ("Wijkteam gemeente Oost", "district_team", Domain.MUNICIPALITY),
        ("SWV VO Oost", "swv_vo", Domain.EDUCATION),
        ("Stichting Welzijn en Jongerenwerk", "", Domain.WELFARE),
        ("Oevermark College", "", None),
        ("Gemeenteraad", "", None),
        ("Jeugdzorg Nederland", "umbrella", None),
        ("", "", None),
    ],
)
def test_a_name_says_what_is_sure_and_no_more(name: str, kind: str, domain: Domain | None) -> None:
    assert party_kinds().guess(name) == (kind, domain)


# Whatever is pasted

PIECES = (
    *("Partij", "Naam", "E-mail", "Soort", "Tekent mee", "Totaal", "Gemeente A", "GGD", "ggd"),
    *("a@b.nl", "a@@b", "dhr. J. Bos", "0612345678", "123456782", "=1+1", "🎉", "x", "ja", "", ""),
    *("Gemeente Lindebroek", "J. de Vries", '"', '"a\nb"', "\u0000", "é", "e\u0301", " " * 40),
)


@pytest.mark.parametrize("seed", range(150))
def test_any_list_is_told_row_by_row_and_overwrites_nothing(facts: Facts, seed: int) -> None:
    random = Random(seed)
    between = random.choice(["\t", ";", ",", "\t"])
    lines = (
        between.join(random.choice(PIECES) for _ in range(random.randrange(6)))
        for _ in range(random.randrange(25))
    )
    table, columns = read("\n".join(lines))
    if random.random() < 0.3 and table:
        meanings = tuple(random.choice([*Meaning]) for _ in table[0])
        columns = Columns(random.randrange(-1, 3), meanings, tuple(range(len(meanings))))
    found = plan(facts, table, columns, party_kinds())
    assert found.told.keys() == set(range(len(table)))
    assert all(0 <= r < len(table) and 0 <= c < len(table[0]) for r, c in found.unclear)
    proposals(facts, table, columns, party_kinds())
    known = {r.id: r for kind in (Party, Contact) for r in facts.all(kind)}
    parties = {p.id for p in facts.all(Party)} | found.parties.keys()
    for record in found.records:
        if isinstance(record, Contact):
            assert record.party in parties
        before = known.get(record.id)
        for name, value in (before.__dict__ if before else {}).items():
            assert not value or getattr(record, name) == value
    names = [same(p.name) for p in found.parties.values()]
    assert len(names) == len(set(names))
    assert "123456782" not in str(found.records)


def test_only_kinds_of_this_dossier_are_proposed(know: Know) -> None:
    own = ListItem(list="party_kind", code="own", label="eigen soort", counts_as="other")
    table, columns = read("Partij\nGGD Oost")
    assert (1, M.KIND) not in proposals(know(own), table, columns, party_kinds())


# The people of one party


@pytest.mark.parametrize(
    ("text", "new", "people"),
    [
        (
            "E-mail\tNaam\tTelefoon\na@b.nl\tdhr. J. Bos\t06",
            False,
            [["J. Bos", "", "a@b.nl", "06"]],
        ),
        (
            "Achternaam\tVoornaam\tMail\nBos\tJan\tj@b.nl",
            False,
            [["Jan Bos", "", "j@b.nl", ""]],
        ),
        ("J. Bos\tj@b.nl", True, [["J. Bos", "", "j@b.nl", ""]]),
        ("J. Bos\tj@b.nl", False, None),
        ("J. Bos\twethouder", True, None),
        ("ja\tnee", True, None),
        ("", True, None),
    ],
)
def test_people_are_put_in_the_columns_of_the_grid_where_that_is_sure(
    text: str, new: bool, people: list[list[str]] | None
) -> None:
    assert people_in(table_in(text), new, party_kinds()) == people


def test_what_is_remarked_of_a_party_is_kept_for_oneself(facts: Facts) -> None:
    found = planned(facts, "Organisatie\tOpmerkingen\nStichting Leerrijk\t3 fte jeugd")
    (party,) = [r for r in found.records if isinstance(r, Party)]
    assert (party.name, party.remark) == ("Stichting Leerrijk", "3 fte jeugd")
