"""Random but reproducible things to do to a dossier, for several tests."""

from contextlib import suppress
from dataclasses import replace
from datetime import date, timedelta
from random import Random

from ozj_desktop.errors import UserError
from ozj_desktop.model.actions import Action
from ozj_desktop.model.agreements import Agreement, Contribution, Progress, Role
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
from ozj_desktop.model.forums import Forum
from ozj_desktop.model.parties import Contact, Party
from ozj_desktop.model.record import Record
from ozj_desktop.store.dossier import Dossier

WORDS = [
    "één",
    "school",
    "wijk",
    "“plan”",
    "=SUM(A1)",
    "<b>",
    "\u202eom",
    "👩‍🏫",
    "'; --",
    "a\nb",
    "",
]


def act(dossier: Dossier, random: Random) -> None:
    """One random change, inside a step that the caller has opened."""
    parties, agreements = dossier.all(Party), dossier.all(Agreement)
    forums, actions = dossier.all(Forum), dossier.all(Action)
    kinds = ["party", "agreement", "forum", "contribute", "contact", "action", "delete"]
    what = random.choice([*kinds, "paper", "paper", "edit", "edit", "edit", "edit"])
    if what == "party" or not parties:
        dossier.save(Party(name=words(random), brings=words(random)))
    elif what == "agreement" or not agreements:
        dossier.save(Agreement(title=words(random), confidential=random.random() < 0.5))
    elif what == "forum" or not forums:
        dossier.save(Forum(name=words(random), director=random.choice(parties).id))
    elif what == "contribute":
        owner, party = random.choice(agreements), random.choice(parties)
        role, by = random.choice(list(Role)), random.choice([None, date(2027, 2, 1)])
        dossier.save(
            Contribution(agreement=owner.id, party=party.id, role=role, what=words(random), by=by)
        )
    elif what == "contact":
        cents = random.choice([None, 0, 12_345])
        owner = random.choice(parties).id
        dossier.save(Contact(party=owner, name=words(random), mandate_limit=cents))
    elif what == "action":
        source = random.choice([*parties, *agreements, *forums, *actions])
        dossier.save(Action(what=words(random), came_from=source.id))
    elif what == "paper":
        put_on_paper(dossier, parties, agreements, random)
    elif what == "edit":
        dossier.save(edited(random.choice([*forums, *agreements]), parties, random))
    else:
        doomed = [*parties, *agreements, *forums, *actions, *dossier.all(Contribution)]
        doomed += [*dossier.all(Document), *dossier.all(Version), *dossier.all(Deviation)]
        with suppress(UserError):
            dossier.delete(random.choice(doomed))


def put_on_paper(
    dossier: Dossier, parties: list[Party], agreements: list[Agreement], random: Random
) -> None:
    """A logo, a document with some agreements in it, or a version of one."""
    documents = dossier.all(Document)
    what = random.choice(["logo", "document", "version", "version"])
    if what == "logo":
        dossier.save(Collaboration(name=words(random), logo=dossier.keep(some_bytes(random))))
    elif what == "document" or not documents:
        made = Document(name=words(random))
        chosen = random.sample(agreements, random.randint(0, min(3, len(agreements))))
        dossier.save(made, *(Inclusion(document=made.id, agreement=a.id) for a in chosen))
    else:
        submit(dossier, random.choice(documents), random.choice(parties), agreements, random)


def submit(
    dossier: Dossier, chosen: Document, party: Party, agreements: list[Agreement], random: Random
) -> None:
    """A version with its text, and what one party says of it."""
    agreement = random.choice(agreements)
    version = Version(
        document=chosen.id,
        major=random.randint(1, 3),
        minor=random.randint(0, 1),
        content=dossier.keep(some_bytes(random)),
        agreements=frozenset([agreement.id]),
    )
    table = random.choice(list(TableAssent))
    assent = Assent(version=version.id, party=party.id, table=table, note=words(random))
    dossier.save(version, assent, replace(chosen, stage=random.choice(list(Stage))))
    if random.random() < 0.5:
        dossier.save(Deviation(assent=assent.id, agreement=agreement.id, note=words(random)))


def some_bytes(random: Random) -> bytes:
    """One of a few, so that the same bytes come by again."""
    return bytes([random.randrange(6)]) * 700


def edited(record: Agreement | Forum, parties: list[Party], random: Random) -> Record:
    if isinstance(record, Agreement):
        match random.randrange(3):
            case 0:
                return replace(record, title=words(random))
            case 1:
                return replace(record, result=words(random) * random.randrange(40))
        day = date(2027, 1, 1) + timedelta(random.randrange(99))
        return replace(record, progress=random.choice(list(Progress)), ends_on=day)
    chosen = random.sample(parties, random.randint(0, min(3, len(parties))))
    return replace(
        record,
        name=random.choice([record.name, words(random)]),
        members=frozenset(p.id for p in chosen),
        director=random.choice([None, *[p.id for p in parties]]),
    )


def words(random: Random) -> str:
    return " ".join(random.choices(WORDS, k=random.randrange(1, 4)))


def content(dossier: Dossier) -> dict[tuple[str, str], object]:
    return dict(dossier.rows.everything())


def lost_files(dossier: Dossier) -> list[str]:
    """The files that a record has and the dossier has not."""
    asked = [
        str(row[name])
        for (kind, _), row in dossier.rows.everything().items()
        for name in dossier.rows.tables[kind].files
        if row[name]
    ]
    return [name for name in asked if not dossier.has_blob(name)]
