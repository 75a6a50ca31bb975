"""The parties of an agreement stand in one order: in the list of parties, in PDF and in Excel."""

from datetime import date
from pathlib import Path

import pytest

from ozj_desktop.exchange.agreement_text import leaders
from ozj_desktop.exchange.workbook_rows import Gathered
from ozj_desktop.model.agreements import Agreement, Contribution, Role
from ozj_desktop.model.contributions import contributions
from ozj_desktop.model.facts import Facts
from ozj_desktop.model.parties import Party
from ozj_desktop.store.dossier import Dossier

NAMES = ["Zuid", "Midden", "Noord", "Andere"]  # as they were pasted


@pytest.mark.parametrize("placed", [True, False])
def test_it_is_who_leads_and_then_the_order_of_the_list(tmp_path: Path, placed: bool) -> None:
    dossier = Dossier.in_memory(tmp_path / "x.ozj")
    parties = [Party(name=name, position=n if placed else 0) for n, name in enumerate(NAMES)]
    plan = Agreement(title="Plan")
    roles = [Role.PARTNER, Role.LEADS, Role.SUPPORTS, Role.LEADS]
    with dossier.step("x"):
        dossier.save(*parties, plan)
        dossier.save(
            *(
                Contribution(agreement=plan.id, party=party.id, role=role)
                for party, role in zip(parties, roles, strict=True)
            )
        )
    facts = Facts(dossier, date(2026, 11, 24))
    names = {party.id: party.name for party in parties}
    wanted = ["Midden", "Andere", "Zuid", "Noord"]
    assert [names[c.party] for c in contributions(facts, plan.id)] == wanted
    assert [row[2] for row in Gathered(facts, None, False).assent_rows()] == wanted
    assert leaders(facts, plan) == "Midden en Andere"
    dossier.close()
