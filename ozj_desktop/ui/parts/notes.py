"""A line above a record that says why something is as it is, with a way to where it is decided."""

from dataclasses import dataclass, replace

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QWidget

from ozj_desktop.model import assent
from ozj_desktop.model.agreements import Agreement
from ozj_desktop.model.assent import Standing
from ozj_desktop.model.documents import Document
from ozj_desktop.model.dutch import capital, listed, long_date
from ozj_desktop.store.history import Step
from ozj_desktop.ui.desk import Desk
from ozj_desktop.ui.display import local_time, one_line
from ozj_desktop.ui.parts.buttons import button
from ozj_desktop.ui.parts.text import label
from ozj_desktop.ui.status import STATES, Status

SET = (
    "WHERE seq IN (SELECT seq FROM change WHERE id = ? AND (op = 'add' OR fields LIKE "
    "'%\"decision_set\"%')) ORDER BY seq DESC LIMIT 1"
)


@dataclass(frozen=True)
class Note:
    """What is said, and the id of where the button goes; without one there is no button.

    `lead` are a few words before it, and `field` is a field or a kind of parts there.
    """

    told: str
    id: str = ""
    words: str = "Naar het stuk"
    lead: str = ""
    field: str = ""


class NoteRow(QWidget):
    """One note, in as many lines as it needs."""

    def __init__(self, desk: Desk, note: Note) -> None:
        super().__init__()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 2, 0, 0)
        row.setSpacing(8)
        told = label(note.told, "soft" if note.lead else "cell2", wrap=True)
        lead = label(note.lead, "strong")
        for words in (lead, told) if note.lead else (told,):
            words.setContentsMargins(0, 3, 0, 3)  # on one line with the button
            row.addWidget(words, words is told, Qt.AlignmentFlag.AlignTop)
        if note.id:
            way = button(
                desk.theme,
                note.words,
                "arrow-right",
                look="link",
                size="small",
                do=lambda: desk.go(note.id, note.field),
            )
            row.addWidget(way, 0, Qt.AlignmentFlag.AlignTop)


def decision_chip(standing: Standing) -> Status:
    status = STATES[standing.decision]
    return status._replace(word=f"{status.word}, zelf bepaald") if standing.set_by_hand else status


def by_hand(desk: Desk, record: Agreement | Document) -> Note | None:
    """Who set the decision, on what ground, and what would follow from what parties say."""
    if record.decision_set is None:
        return None
    word = STATES[record.decision_set].word
    ground = one_line(record.decision_reason) or "Schrijf hieronder nog op waarom."
    ground = f"Reden: {ground}" if record.decision_reason else ground
    told = f"‘{capital(word)}’ is zelf bepaald{_by_whom(desk, record)}. {ground.rstrip('.')}. "
    return Note(told + _derived(desk, record))


def _by_whom(desk: Desk, record: Agreement | Document) -> str:
    step: Step | None = next(desk.dossier.history.steps(SET, record.id), None)
    if step is None:
        return ""
    who = f" door {step.who}" if step.who else ""
    return f"{who} op {long_date(local_time(step.at_utc).date())}"


def _derived(desk: Desk, record: Agreement | Document) -> str:
    """What would follow, with the parties that stand between."""
    plain = replace(record, decision_set=None)
    if isinstance(plain, Agreement):
        standing = assent.of_agreement(desk.facts, plain)
    else:
        standing = assent.of_document(desk.facts, plain)
    if standing.version is None:
        return "Er is nog niets voorgelegd: uit het akkoord volgt ‘concept’."
    follows = f"uit het akkoord volgt ‘{STATES[standing.decision].word}’"
    if not standing.open:
        return f"{capital(follows)}."
    names = listed(desk.names.short(party.id) for party in standing.open)
    return f"Nog niet akkoord of besloten: {names}; {follows}."
