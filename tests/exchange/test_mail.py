"""The draft of a mail, read back with two parsers of which neither wrote it."""

import email
import email.policy
import re
import shutil
import subprocess
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from email.message import EmailMessage
from pathlib import Path
from typing import Any, cast

import pytest

from ozj_desktop.exchange.mail import addressees, recipients, write_mail
from ozj_desktop.exchange.mail_text import letter, mail_for, own_letter
from ozj_desktop.model.agreements import Agreement, Decision
from ozj_desktop.model.collaboration import Collaboration
from ozj_desktop.model.documents import (
    Assent,
    Deviation,
    Document,
    Inclusion,
    Stage,
    TableAssent,
    Version,
)
from ozj_desktop.model.facts import Facts
from ozj_desktop.model.lists import ListItem
from ozj_desktop.model.parties import Contact, Party
from ozj_desktop.model.record import Record
from ozj_desktop.store.dossier import Dossier

TODAY = date(2026, 11, 24)
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
ATTACHED = [
    ("convenant_v2_2026-11-24.pdf", b"%PDF-1.7\n" + bytes(range(256)) * 40, "application/pdf"),
    ("convenant_v2_2026-11-24.xlsx", b"PK\x03\x04" * 500, XLSX),
]
NAMES = ["Silentia", "Nee", "Deels", "Mits", "Ja", "Besloten"]

Told = dict[str, Any]
Made = Callable[..., tuple[Facts, Document]]


def told() -> Told:
    """Six parties that each say something else of one document."""
    parties = [Party(name=name, position=n) for n, name in enumerate(NAMES)]
    silent, no, part, iff, yes, done = parties
    money = ListItem(list="reservation", code="budget", label="begroting")
    document = Document(
        name="Samen naar school",
        lead="Wat we beloven.",
        asks="In te stemmen.\nTe tekenen.",
        asks_by=date(2026, 12, 9),
        signing_on=date(2027, 3, 25),
        stage=Stage.FROZEN,
    )
    one = Agreement(title="Geld")
    version = Version(
        document=document.id,
        major=2,
        minor=0,
        submitted_on=date(2026, 10, 30),
        agreements=frozenset({one.id}),
    )

    def says(party: Party, table: TableAssent, **more: Any) -> Assent:
        return Assent(version=version.id, party=party.id, table=table, **more)

    partly = says(part, TableAssent.AGREED)
    return {
        "parties": parties,
        "document": document,
        "records": [
            money,
            one,
            Inclusion(document=document.id, agreement=one.id, position=1),
            version,
            says(silent, TableAssent.SUBMITTED, table_on=date(2026, 10, 30)),
            says(no, TableAssent.REFUSED),
            partly,
            Deviation(assent=partly.id, agreement=one.id, table=TableAssent.REFUSED),
            says(
                iff,
                TableAssent.RESERVED,
                reservation=money.id,
                reservation_until=date(2026, 12, 18),
            ),
            says(yes, TableAssent.AGREED, planned_on=date(2026, 12, 16)),
            says(done, TableAssent.AGREED, decided_on=date(2026, 11, 2)),
            Collaboration(
                name="Samen in Oevermark", director=yes.id, contact_point="Team Jeugd\n000 - 1"
            ),
        ],
    }


@pytest.fixture
def made(tmp_path: Path) -> Made:
    def filled(*more: Record, **changes: Any) -> tuple[Facts, Document]:
        all_of_it = told()
        document = replace(all_of_it["document"], **changes)
        dossier = Dossier.in_memory(tmp_path / "a.ozj")
        with dossier.step("filled"):
            dossier.save(*all_of_it["parties"], document, *all_of_it["records"])
            dossier.save(*more)
        return Facts(dossier, TODAY), document

    return filled


def party(facts: Facts, name: str) -> Party:
    return next(p for p in facts.all(Party) if p.name == name)


def with_people(made: Made, **addresses: str) -> tuple[Facts, Document]:
    """The same with somebody at each of these parties."""
    facts, document = made()
    facts.add(
        *(
            Contact(party=party(facts, name).id, name=f"Jan van {name}", email=address)
            for name, address in addresses.items()
        )
    )
    return facts, document


def written(facts: Facts, document: Document, tmp_path: Path, **how: Any) -> EmailMessage:
    target = tmp_path / "brief.eml"
    write_mail(facts, document, target, **{"attachments": ATTACHED, **how})
    found = email.message_from_bytes(target.read_bytes(), policy=email.policy.default)
    return cast(EmailMessage, found)


def body(message: EmailMessage, sort: str = "plain") -> str:
    part = message.get_body((sort,))
    assert part is not None
    return cast(str, part.get_content()).replace("\r\n", "\n")


def test_it_opens_as_a_draft_without_sender_or_date(made: Made, tmp_path: Path) -> None:
    message = written(*made(), tmp_path)
    assert message["X-Unsent"] == "1"
    assert not {"From", "Date", "Message-ID", "Cc", "Bcc"} & set(message.keys())
    expected = "Samen naar school, versie 2: graag uw antwoord uiterlijk 9 december 2026"
    assert message["Subject"] == expected


@pytest.mark.parametrize("letter", ["n", "é"])
def test_a_subject_of_whatever_length_begins_with_its_first_letter(
    made: Made, tmp_path: Path, letter: str
) -> None:
    facts, document = made()
    for length in range(8, 40):
        named = replace(document, name=letter * length)
        facts.add(named)
        subject = written(facts, named, tmp_path)["Subject"]
        assert subject.startswith(letter * length + ", versie 2"), length


def test_it_goes_to_who_gets_the_papers_each_once(made: Made, tmp_path: Path) -> None:
    facts, document = with_people(made, Ja="jan@ja.example", Nee="Jan@JA.example", Mits="a@b.nl")
    facts.add(Contact(party=party(facts, "Ja").id, email="niet@ja.example", gets_mail=False))
    message = written(facts, document, tmp_path)
    found = [str(a) for a in message["To"].addresses]
    assert found == ["Jan van Nee <Jan@JA.example>", "Jan van Mits <a@b.nl>"]


def test_who_does_not_sign_gets_the_papers_to_know_of_them(made: Made, tmp_path: Path) -> None:
    facts, document = with_people(made, Ja="a@ja.nl")
    parents, alone = Party(name="Ouders", signs=False), Party(name="Zonder", signs=False)
    told = [Contact(party=parents.id, name="Noor", email="noor@ouders.nl")]
    silent = [Contact(party=alone.id, email="x@zonder.nl", gets_mail=False)]
    facts.add(parents, alone, *told, *silent)
    message = written(facts, document, tmp_path)
    assert [a.addr_spec for a in message["To"].addresses] == ["a@ja.nl"]
    assert [a.addr_spec for a in message["Cc"].addresses] == ["noor@ouders.nl"]
    assert "Ter informatie: Ouders. U tekent dit stuk niet" in body(message)
    assert "Zonder" not in body(message)


def test_who_was_not_asked_about_this_document_gets_it_to_know(made: Made) -> None:
    facts, document = with_people(made, Ja="a@ja.nl")
    other = Party(name="Later erbij", position=99)
    facts.add(other, Contact(party=other.id, email="l@erbij.nl"))
    assert "Ter informatie: Later erbij." in letter(facts, document).text


def test_who_cannot_be_reached_is_named(made: Made, tmp_path: Path) -> None:
    facts, document = with_people(made, Ja="geen adres", Nee="a@b.nl; c@", Mits="d@e.nl")
    missing = write_mail(facts, document, tmp_path / "a.eml", attachments=())
    assert missing == [
        "Silentia",
        "Jan van Nee van Nee (‘c@’ is geen e-mailadres)",
        "Deels",
        "Jan van Ja van Ja (‘geen adres’ is geen e-mailadres)",
        "Besloten",
    ]


def test_nobody_to_write_to_gives_a_draft_all_the_same(made: Made, tmp_path: Path) -> None:
    message = written(*made(), tmp_path)
    assert message["To"] is None
    assert "Beste partners," in body(message)


@pytest.mark.parametrize(
    ("address", "good"),
    [
        ("a@b.nl", "a@b.nl"),
        (" mailto:a.b-c+d@e-f.gemeente.nl ", "a.b-c+d@e-f.gemeente.nl"),
        ("info@gemeente-één.nl", "info@xn--gemeente-n-j7aa.nl"),
        ("zonder apenstaart", ""),
        ("a@b", ""),
        ("a b@c.nl", ""),
        ("a@b@c.nl", ""),
        (".a@b.nl", ""),
        ("a..b@c.nl", ""),
        ("é@b.nl", ""),
        ("a@-b.nl", ""),
        ("a@b.nl\r\nBcc: kwaad@c.nl", ""),
        ("x" * 65 + "@b.nl", ""),
        ("a@" + "b" * 300 + ".nl", ""),
        ('"<script>"@b.nl', ""),
    ],
)
def test_only_good_addresses_are_used(made: Made, address: str, good: str) -> None:
    facts, _ = with_people(made, Ja=address)
    found = addressees(facts, [party(facts, "Ja")])
    if "\n" in address:  # two lines are two addresses, of which one is none
        assert [a.addr_spec for a in found.to] == ["a@b.nl"]
    else:
        assert [a.addr_spec for a in found.to] == ([good] if good else [])
    assert bool(found.unreachable) == (not good)


def test_nobody_gets_the_mail_twice(made: Made) -> None:
    facts, document = with_people(made, Ja="a@ja.nl")
    parents = Party(name="Ouders", signs=False)
    facts.add(parents, Contact(party=parents.id, email="A@ja.nl"))
    to, cc = recipients(facts, document, None)
    assert [a.addr_spec for a in to.to] == ["a@ja.nl"]
    assert cc.to == ()


def test_the_mail_to_all_says_of_nobody_what_it_said(made: Made, tmp_path: Path) -> None:
    text = body(written(*made(), tmp_path))
    for words in ("Niet akkoord", "voorbehoud", "uitzondering", "begroting", *NAMES[:4]):
        assert words not in text
    assert "Liet u nog niet weten of u akkoord bent? Dan horen we dat, graag uiterlijk 9" in text
    assert "Heeft uw bestuur besloten? Stuur ons dan de datum en het kenmerk." in text
    assert "1. In te stemmen.\n2. Te tekenen." in text


def test_who_writes_stands_below_it_with_the_own_party(made: Made) -> None:
    facts, document = with_people(made, Nee="nel@nee.example")
    assert letter(facts, document).text.endswith("groet,\nJa, namens Samen in Oevermark\n")
    known = letter(facts, document, who="jan van NEE").text
    assert known.endswith("groet,\njan van NEE\nNee, namens Samen in Oevermark\n")
    strange = letter(facts, document, who="A. de Boer").text
    assert strange.endswith("groet,\nA. de Boer\nJa, namens Samen in Oevermark\n")


def test_what_somebody_changed_is_what_is_sent(made: Made, tmp_path: Path) -> None:
    text = "Beste Nel,\n\nWat we vragen:\n1. Te <lezen>.\n2. Te bellen.\n\nGroet,\nJan"
    message = written(*made(), tmp_path, told=own_letter("Even\r\nBcc: x@y.nl", text))
    assert message["Subject"] == "Even Bcc: x@y.nl"
    assert body(message).strip() == text
    html = body(message, "html")
    assert "<p>Wat we vragen:</p>\n<ol><li>Te &lt;lezen&gt;.</li><li>Te bellen.</li></ol>" in html


def test_each_group_reads_what_is_asked_of_it_where_that_is_chosen(made: Made) -> None:
    text = letter(*made(), telling=True).text
    for expected in (
        "Wat we vragen, graag uiterlijk 9 december 2026:\n1. In te stemmen.\n2. Te tekenen.",
        "Nog geen antwoord: Silentia. Wilt u laten weten of u akkoord bent, graag uiterlijk 9",
        "Niet akkoord: Nee. We willen graag begrijpen",
        "Akkoord, met een uitzondering: Deels (afspraak 1). Wat hebt u nodig",
        "Akkoord onder voorbehoud: Mits (begroting). Laat u ons weten",
        "Akkoord, bestuur besluit nog: Ja. Dank u wel. Wilt u datum en kenmerk",
        "Akkoord, bestuur heeft besloten: Besloten. Dank u wel. U hoeft nu niets te doen.",
        "De ondertekening is op 25 maart 2027.",
        "Vragen? Team Jeugd\n000 - 1",
        "Ja, namens Samen in Oevermark",
    ):
        assert expected in text


@pytest.mark.parametrize(
    ("name", "expected", "hidden"),
    [
        ("Silentia", "Van Silentia hebben we nog geen antwoord. Wij legden het voor op 30", "Ja"),
        ("Mits", "Mits is akkoord onder voorbehoud van begroting. Daarover wordt", "Silentia"),
        ("Ja", "Ja is akkoord. Het besluit van uw bestuur is gepland op 16 december", "Nee"),
        ("Deels", "Deels is akkoord, behalve met afspraak 1. Wat hebt u nodig", "Mits"),
        ("Nee", "Nee is niet akkoord. We willen graag begrijpen", "Deels"),
        ("Besloten", "Uw bestuur heeft besloten op 2 november 2026. Dank u wel.", "In te stemmen"),
    ],
)
def test_each_party_can_get_its_own_text(made: Made, name: str, expected: str, hidden: str) -> None:
    facts, document = made()
    text = mail_for(facts, document, party(facts, name)).text
    assert expected in text
    assert f"Beste collega’s van {name}," in text
    assert hidden not in text.replace("Ja, namens", "")


def test_a_mail_for_one_party_goes_to_that_party(made: Made, tmp_path: Path) -> None:
    facts, document = with_people(made, Ja="jan@ja.example", Nee="nel@nee.example")
    message = written(facts, document, tmp_path, party=party(facts, "Nee"))
    assert [a.addr_spec for a in message["To"].addresses] == ["nel@nee.example"]
    assert "Beste Jan van Nee," in body(message)


def test_who_stands_in_gets_the_mail(made: Made) -> None:
    facts, _ = with_people(made, Ja="jan@ja.example")
    stood_in = replace(party(facts, "Nee"), represented_by=party(facts, "Ja").id)
    assert [a.addr_spec for a in addressees(facts, [stood_in]).to] == ["jan@ja.example"]


def test_a_concept_asks_for_a_reaction_only(made: Made) -> None:
    facts, document = made(stage=Stage.DRAFT)
    found = letter(facts, document)
    assert found.subject.startswith("Samen naar school (concept): graag uw reactie")
    assert "U hoeft nog niet te besluiten." in found.text
    assert "Niet akkoord" not in found.text


def test_what_lapsed_asks_nothing(made: Made) -> None:
    found = letter(*made(decision_set=Decision.LAPSED))
    assert found.subject == "Samen naar school, versie 2: vervallen"
    assert "is vervallen. U hoeft niets te doen." in found.text
    assert "In te stemmen" not in found.text


def test_a_day_that_is_past_is_not_asked_for(made: Made) -> None:
    found = letter(*made(asks_by=date(2026, 11, 1)))
    assert found.subject.endswith("graag uw antwoord")
    assert "We vroegen uiterlijk 1 november 2026. Die dag is voorbij." in found.text
    assert "graag uiterlijk" not in found.text


def test_attachments_come_out_as_they_went_in(made: Made, tmp_path: Path) -> None:
    message = written(*made(), tmp_path)
    found = [
        (part.get_filename(), part.get_content(), part.get_content_type())
        for part in message.iter_attachments()
    ]
    assert found == ATTACHED


@pytest.mark.parametrize(
    "name", ["één plan.pdf", "a\r\nX: y.pdf", "../a.pdf", 'a"b.pdf', "x" * 300]
)
def test_names_of_attachments_are_plain(made: Made, tmp_path: Path, name: str) -> None:
    message = written(*made(), tmp_path, attachments=[(name, b"x", "application/pdf")])
    found = next(message.iter_attachments()).get_filename()
    assert found is not None
    assert re.fullmatch(r"[a-z0-9][a-z0-9-]{0,90}(\.pdf)?", found)


def test_every_line_ends_and_fits_as_mail_asks(made: Made, tmp_path: Path) -> None:
    facts, document = with_people(made, Ja="jan@ja.example", Nee="nel@nee.example", Mits="m@m.nl")
    written(facts, document, tmp_path)
    raw = (tmp_path / "brief.eml").read_bytes()
    assert raw.count(b"\n") == raw.count(b"\r\n") == raw.count(b"\r")
    lines = raw.split(b"\r\n")
    assert max(len(line) for line in lines if not line.startswith(b"Content-Type:")) <= 76
    assert max(map(len, lines)) <= 79
    assert raw.isascii()


def test_the_old_parser_reads_the_same(made: Made, tmp_path: Path) -> None:
    new = written(*made(), tmp_path)
    old = email.message_from_bytes((tmp_path / "brief.eml").read_bytes())
    leaves = [part for part in old.walk() if not part.is_multipart()]
    assert [part.get_content_type() for part in leaves] == [
        "text/plain",
        "text/html",
        "application/pdf",
        XLSX,
    ]
    assert cast(bytes, leaves[0].get_payload(decode=True)).decode().replace("\r\n", "\n") == body(
        new
    )
    assert leaves[2].get_payload(decode=True) == ATTACHED[0][1]
    assert not old.defects
    assert not any(part.defects for part in old.walk())


HOSTILE = [
    "regel\r\nBcc: kwaad@a.nl", "<b>vet</b><img src=x onerror=alert(1)>", "a\x00b\x07", "👩‍🏫",
    "الخطة", "kop\ud800staart", "naam " * 60, "x" * 20_000, "=?utf-8?q?Bcc:_x?=", 'a" <x@y.nl>, "',
]  # fmt: skip


@pytest.mark.parametrize("hostile", HOSTILE)
def test_no_text_adds_a_header_or_a_tag(made: Made, tmp_path: Path, hostile: str) -> None:
    facts, document = made(name=hostile, lead=hostile, asks=hostile)
    own = replace(party(facts, "Ja"), name=hostile, short_name=hostile)
    facts.all(Party).remove(party(facts, "Ja"))
    about = replace(facts.one(Collaboration), name=hostile, contact_point=hostile)
    facts.all(Collaboration)[:] = [about]
    facts.add(own, Contact(party=own.id, name=hostile, email="a@b.nl"))
    message = written(facts, document, tmp_path)
    assert sorted(message.keys()) == sorted(
        ["X-Unsent", "To", "Subject", "MIME-Version", "Content-Type"]
    )
    assert [a.addr_spec for a in message["To"].addresses] == ["a@b.nl"]
    assert "<img" not in body(message, "html")
    assert max(map(len, (tmp_path / "brief.eml").read_bytes().split(b"\r\n"))) <= 998


@pytest.mark.skipif(not shutil.which("munpack"), reason="no munpack here")
def test_munpack_takes_it_apart(made: Made, tmp_path: Path) -> None:
    written(*made(), tmp_path)
    out = tmp_path / "uit"
    out.mkdir()
    subprocess.run(
        ["munpack", "-q", "-C", out, tmp_path / "brief.eml"], check=True, capture_output=True
    )
    for name, content, _ in ATTACHED:
        assert (out / name).read_bytes() == content
