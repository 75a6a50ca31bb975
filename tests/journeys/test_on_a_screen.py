"""Somebody who begins with nothing mails a document, on a real screen with mouse and keys."""

import email
import sys
from collections import Counter
from collections.abc import Iterator
from email import policy
from pathlib import Path

import pytest

from ozj_desktop.model.agreements import Agreement, Contribution
from ozj_desktop.model.documents import Assent, Document, Inclusion, TableAssent, Version
from ozj_desktop.model.parties import Contact, Party
from ozj_desktop.model.record import Record
from ozj_desktop.store.dossier import Dossier
from tests.journeys.screen import Screen, missing, screen, until

pytestmark = [
    pytest.mark.skipif(sys.platform != "linux", reason="alleen onder Linux is er een Xvfb"),
    pytest.mark.skipif(bool(missing()), reason=f"niet op deze computer: {', '.join(missing())}"),
]

PARTIES = (
    "Organisatie\tSoort\tContactpersoon\tFunctie\tE-mail\tTekent\n"
    "Gemeente Elzen\tgemeente\tMira Jansen\tbeleidsadviseur\tm.jansen@elzen.example\tja\n"
    "Stichting Scholen Elzen\tschoolbestuur po\tPiet Vos\tbestuurder\tp.vos@sse.example\tja\n"
    "Elzen College\tschoolbestuur vo\tAnne de Wit\trector\ta.dewit@college.example\tja\n"
    "SWV PO Elzenland\tsamenwerkingsverband po\tBo Kok\tdirecteur\tb.kok@swvpo.example\tja\n"
    "SWV VO Elzenland\tsamenwerkingsverband vo\tJan Smit\tdirecteur\tj.smit@swvvo.example\tja\n"
    "Kinderopvang De Boom\tkinderopvang\tLia Mol\tdirecteur\tl.mol@deboom.example\tja\n"
    "GGD Elzenland\tjgz\tKim Bos\tmanager\tk.bos@ggd.example\tja\n"
    "Jeugdhulp Oost\tjeugdhulpaanbieder\tEd Bakker\tmanager\te.bakker@jho.example\tja\n"
    "Ouderraad Elzen\touders\tNoor Ali\tvoorzitter\tn.ali@ouders.example\tnee\n"
)
AGREEMENTS = (
    (
        "In vijf dagen samen aan tafel",
        "Blijft een kind vijf dagen weg, dan zitten school, ouders en hulp aan tafel.",
        "Gemeente Elzen\ttrekker\tnodigt uit\t1-2-2027\n"
        "Elzen College\tpartner\tmeldt op dag een\t1-2-2027\n",
    ),
    (
        "Een aanspreekpunt per school",
        "Elke school heeft een vaste jeugdprofessional.",
        "Jeugdhulp Oost\ttrekker\tlevert de mensen\t1-8-2027\n"
        "SWV PO Elzenland\tpartner\tbetaalt mee\t1-8-2027\n",
    ),
    (
        "Warme overdracht",
        "De opvang vertelt de school wat een kind nodig heeft.",
        "Kinderopvang De Boom\ttrekker\tnodigt uit\t1-3-2027\n"
        "GGD Elzenland\tpartner\tgeeft advies\t1-3-2027\n",
    ),
)
SAID = (
    "Partij\tAkkoord aan tafel\tVoorbehoud\tTot\tToelichting\n"
    "Stichting Scholen Elzen\takkoord\t\t\t\n"
    "Gemeente Elzen\takkoord\t\t\t\nElzen College\takkoord\t\t\t\nJeugdhulp Oost\takkoord\t\t\t\n"
    "SWV PO Elzenland\takkoord onder voorbehoud\tadvies van de OPR\t17-12-2026\t\n"
    "SWV VO Elzenland\takkoord onder voorbehoud\tbegroting\t20-12-2026\t\n"
    "Kinderopvang De Boom\takkoord\t\t\t\nGGD Elzenland\tniet akkoord\t\t\tte weinig uren\n"
)


@pytest.fixture
def there(tmp_path: Path) -> Iterator[Screen]:
    with screen(tmp_path) as made:
        made.start()
        made.come_to("OZJ Desktop")
        yield made


def count(path: Path, kind: type[Record], **equal: object) -> int:
    dossier = Dossier.read(path)
    try:
        return dossier.count(kind, **equal)
    finally:
        dossier.close()


def begin(there: Screen, path: Path) -> None:
    """From the welcome to a dossier with nine parties and their people."""
    there.keys("Tab", "Down", "Down", "Down", "Down", "Return")  # leeg beginnen
    there.type("Samen in Elzen")
    there.keys("Return")
    there.type("Elzen")
    there.keys("Return")
    there.paste(PARTIES)
    there.keys("ctrl+Return")
    there.come_to("Waar wilt u")
    there.keys("ctrl+a")
    there.type(str(path))
    there.keys("Return")
    there.come_to(path.stem)
    assert count(path, Party) == count(path, Contact) == 9


def promise(there: Screen, path: Path, title: str, what: str, rows: str) -> None:
    """An agreement with what it is, and who does what for it."""
    before = count(path, Contribution)
    there.keys("alt+n")
    there.type(title)
    there.keys("Return", "F6", "ctrl+Return")
    there.type(what)
    there.keys("ctrl+Return")
    there.paste(f"Partij\tRol\tWat\tWanneer\n{rows}")
    until(lambda: count(path, Contribution) == before + 2, f"de bijdragen aan {title}")


def submit(there: Screen, path: Path) -> None:
    """A document with all agreements, submitted as version 1."""
    there.keys("alt+d", "alt+n")
    there.type("Convenant Elzen")
    there.keys("Return", "F6", "ctrl+Return")
    there.type("Wat wij elkaar beloven.")
    there.keys("ctrl+Return", "Return", "Down", "space", "Return")
    until(lambda: count(path, Inclusion) == 3, "drie afspraken in het stuk")
    there.keys("ctrl+Return", "ctrl+Return", "Return", "Return")
    until(lambda: count(path, Version) == 1, "versie 1")


def answer(there: Screen, path: Path) -> None:
    """What eight parties say, out of a table; and one of them says otherwise in the end."""
    there.keys("Tab", "Right", "Left")
    there.paste(SAID)
    until(lambda: count(path, Assent, table=TableAssent.REFUSED) == 1, "de antwoorden")
    there.keys("ctrl+Home", "Right")
    there.type("niet akkoord")
    there.keys("Return")
    until(lambda: count(path, Assent, table=TableAssent.REFUSED) == 2, "het getypte antwoord")


def mail(there: Screen, path: Path) -> None:
    there.keys("alt+e", "Down", "Down", "Down", "Down", "Down", "Return")
    there.come_to("E-mail aan")
    there.keys("Return")
    there.come_to("Waar moet")
    there.keys("ctrl+a")
    there.type(str(path))
    there.keys("Return")
    until(path.exists, "de mail")


def test_from_nothing_to_a_mailed_document(there: Screen, tmp_path: Path) -> None:
    path, draft = tmp_path / "elzen.ozj", tmp_path / "mail.eml"
    begin(there, path)
    for agreement in AGREEMENTS:
        promise(there, path, *agreement)
    there.click(84, 160)  # Partijen, and back with the mouse
    there.click(84, 118)
    submit(there, path)
    answer(there, path)
    mail(there, draft)
    dossier = Dossier.read(path)
    assert {a.title for a in dossier.all(Agreement)} == {title for title, _, _ in AGREEMENTS}
    assert {a.what for a in dossier.all(Agreement)} == {what for _, what, _ in AGREEMENTS}
    assert dossier.all(Document)[0].lead == "Wat wij elkaar beloven."
    said = Counter(given.table for given in dossier.all(Assent))
    assert said == {TableAssent.AGREED: 4, TableAssent.RESERVED: 2, TableAssent.REFUSED: 2}
    told = email.message_from_bytes(draft.read_bytes(), policy=policy.default)
    people = str(told["To"]) + str(told["Cc"] or "")
    assert all(contact.email in people for contact in dossier.all(Contact))
    kinds = [part.get_content_type() for part in told.iter_attachments()]  # type: ignore[attr-defined]
    assert "application/pdf" in kinds
