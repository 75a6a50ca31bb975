"""Small things of papers: who signs when nobody was chosen, where a blank is, why a name stays."""

from dataclasses import replace
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QTextEdit
from pytestqt.qtbot import QtBot

from ozj_desktop.model.agreements import Agreement, Contribution
from ozj_desktop.model.assent import asked, included, latest
from ozj_desktop.model.documents import Assent, Document, Stage, TableAssent
from ozj_desktop.model.parties import Party
from ozj_desktop.ui.main_window import MainWindow
from ozj_desktop.ui.pages.parties import lines
from ozj_desktop.ui.parts.refs_edit import RefsEdit


def save(window: MainWindow, *records: Any) -> None:
    with window.desk.step("x"):
        window.desk.dossier.save(*records)


def frozen(window: MainWindow) -> Document:
    return next(d for d in window.desk.dossier.all(Document) if d.stage is Stage.FROZEN)


def test_who_signs_is_said_where_nobody_was_chosen(window: MainWindow) -> None:
    paper = Document(name="Brief")
    save(window, paper)
    window.go(paper.id, "signatories")
    page: Any = window.page()
    edit = next(e for e in page.findChildren(RefsEdit) if e._what == "Wie tekenen")
    signing = window.desk.dossier.count(Party, signs=True)
    assert edit._holds.text() == f"alle {signing} partijen die meetekenen"
    assert not edit._holds.isHidden()
    one = next(p for p in window.desk.dossier.all(Party) if p.signs)
    window.desk.edit(paper, {"signatories": frozenset([one.id])})
    assert edit._holds.isHidden()


def test_what_a_template_asks_is_chosen_where_one_is_led_to_it(
    window: MainWindow, qtbot: QtBot
) -> None:
    paper = Document(name="Brief", summary="Eerst dit. «Waarom is er dit stuk?» Dan dat.")
    save(window, paper)
    window.go(paper.id, "summary")
    focused = QApplication.focusWidget()
    assert isinstance(focused, QTextEdit)
    assert focused.textCursor().selectedText() == "«Waarom is er dit stuk?»"
    qtbot.keyClicks(focused, "Daarom.")
    assert focused.toPlainText() == "Eerst dit. Daarom. Dan dat."


def test_a_name_that_lies_fast_says_why_when_somebody_types(
    window: MainWindow, qtbot: QtBot
) -> None:
    paper = frozen(window)
    window.go(paper.id)
    header: Any = window.page().header  # type: ignore[union-attr]
    qtbot.mouseClick(header.title.viewport(), Qt.MouseButton.LeftButton)
    assert header.message.isHidden()
    qtbot.keyClicks(header.title, "x")
    assert header.title.toPlainText() == paper.name
    told = header.message.accessibleName()
    assert "De naam ligt vast. Het stuk is voorgelegd." in told
    assert header.title.hasFocus()
    picture = header.title.grab().toImage()
    edge = [picture.pixelColor(0, y) for y in range(picture.height())]
    assert window.desk.colors["focus"] not in edge  # nothing to type in


def test_the_preview_of_an_agreement_begins_where_it_stands(
    window: MainWindow, qtbot: QtBot
) -> None:
    paper = next(d for d in window.desk.dossier.all(Document) if d.name == "Samen naar school")
    last = included(window.desk.facts, paper)[-1]
    window.go(last.id)
    page: Any = window.page()
    page.preview.open()
    panel = page.preview.panel
    qtbot.waitUntil(lambda: bool(panel.view.count()) and not panel.maker.is_busy(), timeout=20_000)
    place = panel.view.pages().page_of(last.title)
    assert place is not None and place > 2
    assert panel.view.page() in (place + 1, panel.view.count())
    assert panel.view.verticalScrollBar().value() > 0


def test_a_draft_and_a_refusal_are_no_promises(window: MainWindow) -> None:
    facts, dossier = window.desk.facts, window.desk.dossier
    version = latest(facts, frozen(window).id)
    assert version is not None
    given: Assent = asked(facts, version)[0]
    party = dossier.get(Party, given.party)
    draft, agreement = Agreement(title="Nog een idee"), sorted(version.agreements)[0]
    save(
        window,
        draft,
        *(Contribution(agreement=id, party=party.id) for id in (draft.id, agreement)),
    )

    def ids(found: Any) -> set[str]:
        return {line.id for line in found}

    assert draft.id not in ids(lines.promises(window.desk, party))
    assert draft.id in ids(lines.unpromised(window.desk, party))
    assert agreement in ids(lines.promises(window.desk, party))
    save(window, replace(given, table=TableAssent.REFUSED))
    assert agreement in ids(lines.unpromised(window.desk, party))
    assert agreement not in ids(lines.promises(window.desk, party))
