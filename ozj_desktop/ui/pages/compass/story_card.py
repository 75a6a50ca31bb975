"""The story behind a figure, in four prompts, and what people told about it."""

from dataclasses import replace
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QWidget

from ozj_desktop.model.conversation import about, begun, story_of
from ozj_desktop.model.dutch import long_date
from ozj_desktop.model.goals import Indicator
from ozj_desktop.model.record import field_of
from ozj_desktop.model.reviews import FigureStory, ReviewMoment, ToldStory
from ozj_desktop.ui.desk import Desk
from ozj_desktop.ui.part_rows import Col, PartSpec
from ozj_desktop.ui.parts.buttons import button
from ozj_desktop.ui.parts.card import row_of
from ozj_desktop.ui.parts.field_box import INSET, FieldBox
from ozj_desktop.ui.parts.part_card import Part, PartCard
from ozj_desktop.ui.parts.text import label

PROMPTS = ("recognise", "explain", "appreciate", "improve")
FOUR, TWO = 900, 480  # pixels from which so many stand beside each other
NO_REVIEW = (
    "Een cijfer zegt pas iets met het verhaal erbij. Bespreek het samen: wat herkent u, hoe komt "
    "het, wat vindt u ervan, en wat gaat u anders doen?"
)
TOLD = PartSpec(
    ToldStory,
    "review",
    (
        Col("text", width=260, stretch=5),
        Col("voice", width=120),
        Col("source", width=140, stretch=2),
    ),
    new_hint="+ verhaal van ouder, jongere of professional",
)


class StoryCard(Part):
    """Of the conversation that is going on; without one there is a way to begin it."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk, "Het verhaal achter het cijfer")
        self._review: ReviewMoment | None = None
        self._indicator: Any = None
        self._when = button(desk.theme, "", look="link", do=self._go_to_review)
        self.head.insertWidget(1, self._when)
        self._none = label(NO_REVIEW, wrap=True)
        begin = button(desk.theme, "Begin een duidingsgesprek", "messages-square", do=self._begin)
        self._begin_row = row_of(begin)
        self.boxes = {name: self._box(name) for name in PROMPTS}
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(24)
        self._grid.setVerticalSpacing(12)
        self._prompts = QWidget()
        self._prompts.setLayout(self._grid)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self.body.setContentsMargins(16 - INSET, 12, 16, 14)
        self.head.setContentsMargins(INSET, 0, 0, 0)
        for widget in (self._none, self._begin_row, self._prompts):
            self.body.addWidget(widget)
        self._columns = 0

    def _box(self, name: str) -> FieldBox:
        field = field_of(FigureStory, name)
        number = PROMPTS.index(name) + 1
        box = FieldBox(self.desk, field, shown_label=f"{number} {field.label}. {field.help}")
        box.stored.connect(self._store)
        return box

    def show_record(self, record: Indicator, locked: frozenset[str]) -> None:
        anew = self._indicator is None or self._indicator.id != record.id
        self._indicator, before = record, self._review
        self._review = review = about(self.desk.facts, record)
        anew = anew or (before and before.id) != (review and review.id)
        self._none.setVisible(review is None)
        self._begin_row.setVisible(review is None and self.desk.writable)
        self._prompts.setVisible(review is not None)
        self._when.setVisible(review is not None)
        if review is None:
            return
        self._when.setText(_when(review))
        story = story_of(self.desk.facts, review, record)
        fast = not self.desk.writable or review.closed_on is not None
        for name, box in self.boxes.items():
            box.set_locked(fast)
            box.show_value(getattr(story, name), anew=anew)

    def _store(self, name: str, value: object, typing: bool) -> None:
        if self._review and self._indicator:
            story = story_of(self.desk.facts, self._review, self._indicator)
            if getattr(story, name) != value:
                self.desk.edit(story, {name: value}, typing=typing)
            if not typing:
                self.desk.dossier.settle()

    def _begin(self) -> None:
        self.desk.add(begun(self.desk.facts, self.desk.today))
        self.boxes["recognise"].setFocus(Qt.FocusReason.OtherFocusReason)

    def _go_to_review(self) -> None:
        if self._review:
            self.desk.go(self._review.id)

    def reveal(self, name: str, *, focus: bool) -> QWidget | None:
        if name not in self.boxes or self._review is None:
            return None
        if focus:
            self.boxes[name].setFocus(Qt.FocusReason.OtherFocusReason)
        return self.boxes[name]

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        columns = 4 if self.width() >= FOUR else 2 if self.width() >= TWO else 1
        if columns == self._columns:
            return
        self._columns = columns
        for n, box in enumerate(self.boxes.values()):
            self._grid.addWidget(box, n // columns, n % columns, Qt.AlignmentFlag.AlignTop)
        for column in range(4):
            self._grid.setColumnStretch(column, int(column < columns))


class ToldCard(Part):
    """What parents, young people and professionals told of one figure; never who they are."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk, "")
        self.setProperty("card", "")
        self.body.setContentsMargins(0, 0, 0, 0)
        self._indicator: Any = None
        spec = replace(TOLD, start=self._start, rows=self._rows)
        self.table = PartCard(desk, "Wat mensen vertelden", spec, hint=HINT)
        self.body.addWidget(self.table)

    def show_record(self, record: Indicator, locked: frozenset[str]) -> None:
        self._indicator = record
        review = about(self.desk.facts, record)
        self.setVisible(review is not None)
        if review is not None:
            self.table.show_record(review, locked)

    def _start(self) -> dict[str, Any]:
        return {"indicator": self._indicator.id}

    def _rows(self, desk: Desk, review: ReviewMoment) -> list[ToldStory]:
        found = desk.dossier.all(ToldStory, review=review.id, indicator=self._indicator.id)
        return sorted(found, key=lambda story: (story.position, story.id))


HINT = "Schrijf geen namen op, en niets waaraan iemand te herkennen is."


def _when(review: ReviewMoment) -> str:
    return f"gesprek van {long_date(review.on)}" if review.on else str(review)


def told_in(desk: Desk) -> Part:
    """All that was told in one conversation."""
    columns = (Col("indicator", width=160, stretch=3), *TOLD.columns)
    return PartCard(desk, "Wat mensen vertelden", replace(TOLD, columns=columns), hint=HINT)
