"""Looking back: steps by who, when and what, also where there are very many."""

from dataclasses import replace
from random import Random
from time import thread_time

import pytest

from ozj_desktop.model.agreements import Agreement, Contribution
from ozj_desktop.model.parties import Party
from ozj_desktop.store.dossier import Dossier
from ozj_desktop.store.past import (
    Wanted,
    belonging,
    find,
    last_touch,
    made_by,
    net_changes,
    number_at,
    numbers,
    people,
    taken_back,
)
from tests.acts import act


def retitled(dossier: Dossier, record: Agreement, title: str) -> None:
    with dossier.step("edited Agreement title"):
        dossier.save(replace(dossier.get(Agreement, record.id), title=title))


def test_steps_are_found_by_who_when_and_what(filled, agreement, party):
    filled.who = "Piet"
    retitled(filled, agreement, "Twee plannen")
    with filled.step("edited Party name"):
        filled.save(replace(party, name="Gemeente"))
    last = filled.history.last
    assert people(filled) == ["Jan", "Piet"]
    assert find(filled, Wanted()) == [4, 3, 2, 1]
    assert find(filled, Wanted(who="Piet")) == [4, 3]
    assert find(filled, Wanted(who="Jan", kinds=frozenset({"agreement"}))) == [2]
    assert find(filled, Wanted(kinds=frozenset({"party"}))) == [4, 2]
    assert find(filled, Wanted(ids=frozenset({agreement.id}), after=2)) == [3]
    assert find(filled, Wanted(since_utc=last.at_utc)) == [
        step.seq
        for step in filled.history.steps("WHERE at_utc >= ? ORDER BY seq DESC", last.at_utc)
    ]
    assert find(filled, Wanted(who="Niemand")) == []


def test_a_record_is_followed_with_all_that_ever_was_a_part_of_it(filled, agreement, party):
    (contribution,) = filled.all(Contribution)
    with filled.step("deleted Contribution"):
        filled.delete(contribution)
    other = Agreement(title="Anders")
    with filled.step("added Agreement"):
        filled.save(other)
    found = belonging(filled, "agreement", agreement.id)
    assert found == {agreement.id, contribution.id}
    assert find(filled, Wanted(ids=found)) == [3, 2]


def test_what_was_undone_no_longer_counts_until_it_is_done_again(filled, agreement):
    retitled(filled, agreement, "Twee plannen")
    filled.undo()
    assert taken_back(filled, [2, 3, 4]) == {3}
    filled.redo()
    assert taken_back(filled, [2, 3, 4, 5]) == {4}


def test_the_last_touch_and_the_beginning_of_a_record(filled, agreement):
    retitled(filled, agreement, "Twee plannen")
    assert made_by(filled, agreement.id) == 2
    step = last_touch(filled, agreement.id)
    assert step is not None and step.seq == 3
    assert last_touch(filled, "nothing") is None
    assert number_at(filled, "2000-01-01") == 0
    assert number_at(filled, "9999-01-01") == 3
    assert numbers(filled, 2) == {"party": 1, "agreement": 1, "forum": 1, "contribution": 1}


def test_only_what_is_different_in_the_end_is_a_net_change(filled, agreement, party):
    before = filled.history.last.seq
    retitled(filled, agreement, "Twee plannen")
    retitled(filled, agreement, "Eén plan")
    assert net_changes(filled, before) == []
    retitled(filled, agreement, "Drie plannen")
    retitled(filled, agreement, "Vier plannen")
    (net,) = net_changes(filled, before)
    assert net.before and net.after
    assert (net.before["title"], net.after["title"]) == ("Eén plan", "Vier plannen")
    filled.undo()
    filled.undo()
    assert net_changes(filled, before) == []


@pytest.mark.parametrize("seed", range(12))
def test_net_changes_are_the_difference_between_two_moments(dossier, seed):
    """Against the plainest model there is: two whole contents."""
    random = Random(seed)
    moments = {}
    for _ in range(14):
        if random.random() < 0.25:
            dossier.undo()
        else:
            with dossier.step("x"):
                act(dossier, random)
        moments[dossier.history.last.seq] = dossier.rows.everything()
    now = dossier.rows.everything()
    for seq, then in moments.items():
        found = {(net.kind, net.id): (net.before, net.after) for net in net_changes(dossier, seq)}
        keys = {key for key in then.keys() | now.keys() if then.get(key) != now.get(key)}
        assert found == {key: (then.get(key), now.get(key)) for key in keys}


def test_25_000_steps_are_searched_in_a_moment(dossier):
    record = Party(name="x")
    with dossier.step("added Party"):
        dossier.save(record)
    template = dossier.history.last
    dossier.db.execute("BEGIN")
    dossier.db.executemany(
        "INSERT INTO step VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        [template._replace(seq=n, id=f"s{n}", who=f"w{n % 9}") for n in range(3, 25_003)],
    )
    dossier.db.executemany(
        "INSERT INTO change VALUES (?, 'party', ?, 'edit', '{}')",
        [(n, f"id{n % 400}") for n in range(3, 25_003)],
    )
    dossier.db.execute("COMMIT")
    start = thread_time()
    assert len(find(dossier, Wanted(who="w1", kinds=frozenset({"party"})))) > 2000
    assert len(find(dossier, Wanted(ids=frozenset({"id7"})))) > 60
    assert thread_time() - start < 0.25
