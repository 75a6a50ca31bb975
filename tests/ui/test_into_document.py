"""From an agreement to the document that boards decide on."""

import pytest

from ozj_desktop.model import versions
from ozj_desktop.model.agreements import Agreement
from ozj_desktop.model.documents import Document, Inclusion
from ozj_desktop.ui.main_window import MainWindow
from ozj_desktop.ui.parts.into_document import IntoDocument


@pytest.fixture
def loose(window: MainWindow) -> Agreement:
    """An agreement that stands nowhere yet, in sight."""
    made = Agreement(title="Iedereen belt eerst de ouders")
    window.desk.add(made)
    window.go(made.id)
    return made


def part(window: MainWindow) -> IntoDocument:
    found = window.page().findChild(IntoDocument)  # type: ignore[union-attr]
    assert isinstance(found, IntoDocument)
    return found


def offered(window: MainWindow) -> dict[str, object]:
    part(window)._fill()
    return {action.text(): action for action in part(window)._menu.actions()}


def test_it_can_be_put_in_every_document_of_which_the_text_is_open(
    window: MainWindow, loose: Agreement
) -> None:
    assert part(window).isVisible()
    facts = window.desk.facts
    names = {
        str(d)
        for d in facts.all(Document)
        if not versions.locked(facts, Inclusion(document=d.id, agreement=loose.id))
    }
    assert names
    assert {*offered(window)} == {*names, "Nieuw stuk"}
    offered(window)[sorted(names)[0]].trigger()  # type: ignore[attr-defined]
    assert not part(window).isVisible()
    places = window.desk.dossier.all(Inclusion, agreement=loose.id)
    assert len(places) == 1
    window.desk.undo()
    assert part(window).isVisible()


def test_a_new_document_begins_with_it(window: MainWindow, loose: Agreement) -> None:
    steps = window.desk.dossier.history.last.seq
    offered(window)["Nieuw stuk"].trigger()  # type: ignore[attr-defined]
    assert window.desk.dossier.history.last.seq == steps + 1
    (place,) = window.desk.dossier.all(Inclusion, agreement=loose.id)
    assert window.stack.place() == "documents"
    assert window.desk.get(Document, place.document)


def test_it_says_nothing_of_what_stands_in_a_document(window: MainWindow) -> None:
    (first, *_) = window.desk.dossier.all(Inclusion)
    window.go(first.agreement)
    assert not part(window).isVisible()
