"""What is different since a moment, in sentences that may leave the house."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path
from random import Random

import pytest

from ozj_desktop.exchange.since import as_letter, as_text, told_since
from ozj_desktop.model.actions import Action
from ozj_desktop.model.agreements import Agreement, Contribution, Role
from ozj_desktop.model.documents import Assent, Document, Inclusion, TableAssent, Version
from ozj_desktop.model.parties import Contact, Party
from ozj_desktop.store.dossier import Dossier
from ozj_desktop.store.past import net_changes
from tests.acts import act


@pytest.fixture
def dossier(tmp_path: Path) -> Iterator[Dossier]:
    opened = Dossier.create(tmp_path / "regio.ozj", who="Jan")
    yield opened
    opened.close()


@pytest.fixture
def region(dossier: Dossier) -> dict[str, object]:
    made: dict[str, object] = {
        "party": Party(name="De Stroming"),
        "plan": Agreement(title="Eén plan", what="Tien schooldagen."),
        "secret": Agreement(title="Geheim", confidential=True),
        "paper": Document(name="LEA"),
    }
    with dossier.step("filled"):
        dossier.save(*made.values())  # type: ignore[arg-type]
    return made


def changed(dossier: Dossier, record, **values) -> None:
    with dossier.step("edited"):
        dossier.save(replace(dossier.get(type(record), record.id), **values))


def text(dossier: Dossier, after: int = 2) -> str:
    return as_text(told_since(dossier, after))


def test_a_change_is_told_as_it_was_and_as_it_is(dossier, region):
    changed(dossier, region["plan"], ends_on=date(2027, 3, 1))
    changed(dossier, region["plan"], ends_on=date(2027, 5, 1), what="Vijf schooldagen.")
    assert text(dossier) == (
        "Eén plan\n"
        "- Wat: ‘Vijf schooldagen.’ (was ‘Tien schooldagen.’).\n"
        "- Uiterlijk: 1 mei 2027.\n"
    )
    assert text(dossier, 3) == (
        "Eén plan\n"
        "- Wat: ‘Vijf schooldagen.’ (was ‘Tien schooldagen.’).\n"
        "- Uiterlijk: 1 mei 2027 (was 1 maart 2027).\n"
    )


def test_parts_are_told_under_the_thing_they_belong_to(dossier, region):
    plan, party, paper = region["plan"], region["party"], region["paper"]
    version = Version(document=paper.id, major=3, minor=0)
    with dossier.step("x"):
        dossier.save(
            Contribution(agreement=plan.id, party=party.id, role=Role.PARTNER, what="schuift aan"),
            Inclusion(document=paper.id, agreement=plan.id),
            version,
            Assent(version=version.id, party=party.id, table=TableAssent.SUBMITTED),
        )
    told = text(dossier)
    assert told.index("LEA") < told.index("Eén plan\n")
    assert "- Bijdrage van De Stroming: nieuw. Rol: partner; Wat: ‘schuift aan’.\n" in told
    assert "- Afspraak ‘Eén plan’ staat er nu in.\n" in told
    assert "- Versie 3 is voorgelegd.\n" in told
    before = dossier.history.last.seq
    (assent,) = dossier.all(Assent)
    changed(dossier, assent, table=TableAssent.REFUSED)
    assert text(dossier, before) == (
        "LEA\n- Akkoord van De Stroming. Akkoord aan tafel: niet akkoord (was voorgelegd).\n"
    )


def test_what_comes_and_goes_is_told_once(dossier, region):
    with dossier.step("x"):
        dossier.save(Action(what="Bel de school", due=date(2027, 1, 4)))
        dossier.delete(region["party"])
    assert text(dossier) == (
        "De Stroming\n- De partij is verwijderd.\n\n"
        "Actie: Bel de school\n"
        "- Nieuwe actie.\n- Wat: ‘Bel de school’.\n- Uiterlijk: 4 januari 2027.\n"
    )


def test_what_is_internal_or_confidential_stays_inside(dossier, region):
    plan, secret, party = region["plan"], region["secret"], region["party"]
    with dossier.step("x"):
        dossier.save(
            replace(plan, internal_remark="SECRET"),
            replace(party, remark="SECRET"),
            replace(secret, title="SECRET"),
            Contribution(agreement=secret.id, party=party.id, what="SECRET"),
            Contact(party=party.id, name="SECRET", email="SECRET@x.nl"),
            Action(what="SECRET", came_from=secret.id),
        )
    assert text(dossier) == "De Stroming\n- De contactpersonen zijn bijgewerkt.\n"
    before = dossier.history.last.seq
    with dossier.step("x"):
        dossier.delete(*dossier.all(Action), secret)
    assert text(dossier, before) == ""
    assert "SECRET" not in text(dossier, 1)


def test_what_became_confidential_or_open_tells_nothing_of_before(dossier, region):
    changed(dossier, region["plan"], confidential=True, what="SECRET")
    assert text(dossier) == ""
    before = dossier.history.last.seq
    changed(dossier, region["plan"], confidential=False, what="Vijf dagen.")
    assert text(dossier, before) == "Eén plan\n- Nieuwe afspraak.\n- Wat: ‘Vijf dagen.’\n"


def test_a_letter_holds_the_same_words(dossier, region):
    changed(dossier, region["plan"], title="<b>Twee</b> plannen")
    told = as_letter("Regio", "sinds 17 november", told_since(dossier, 2))
    assert told.subject == "Regio: wat er veranderd is"
    assert "Dit is er veranderd sinds 17 november." in told.text
    assert "- Titel: ‘<b>Twee</b> plannen’ (was ‘Eén plan’)." in told.text
    assert "&lt;b&gt;Twee" in told.html


@pytest.mark.parametrize("seed", range(25))
def test_what_was_undone_or_came_back_to_its_old_value_does_not_show(dossier, seed):
    """Whatever happens and is taken back, in whatever order of doing and undoing."""
    random = Random(seed)
    for _ in range(6):
        with dossier.step("x"):
            act(dossier, random)
    before, told = dossier.history.last.seq, text(dossier, 1)
    content = dossier.rows.everything()
    made = 0
    for _ in range(10):
        if made and random.random() < 0.4:
            dossier.undo()
            made -= 1
        else:
            last = dossier.history.last.seq
            with dossier.step("y"):
                act(dossier, random)
            made += dossier.history.last.seq - last
    some = told_since(dossier, before)
    assert not (some and not net_changes(dossier, before))
    while made:
        dossier.undo()
        made -= 1
    assert dossier.rows.everything() == content
    assert told_since(dossier, before) == []
    assert text(dossier, 1) == told
