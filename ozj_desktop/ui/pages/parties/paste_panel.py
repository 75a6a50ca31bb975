"""Pasting a list of parties and people: what each column means, what would happen, and then it."""

from collections.abc import Callable

from PySide6.QtCore import QMimeData, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QHBoxLayout, QTextEdit, QVBoxLayout, QWidget

from ozj_desktop.model.dutch import capital, counted, number
from ozj_desktop.model.lists import ListItem
from ozj_desktop.model.party_cells import same
from ozj_desktop.model.party_columns import Meaning
from ozj_desktop.model.party_list import Fate
from ozj_desktop.model.pasted_table import is_table
from ozj_desktop.ui.desk import Desk
from ozj_desktop.ui.names import new_item
from ozj_desktop.ui.pages.parties.head_strip import HeadStrip
from ozj_desktop.ui.pages.parties.panel import Panel
from ozj_desktop.ui.pages.parties.pasted_model import SHAPES, PastedModel
from ozj_desktop.ui.pages.parties.pasted_table import PastedTable
from ozj_desktop.ui.parts.buttons import button
from ozj_desktop.ui.parts.card import Card, clear
from ozj_desktop.ui.parts.chips import StatusLabel
from ozj_desktop.ui.parts.field_box import Remedy
from ozj_desktop.ui.parts.layouts import FlowLayout
from ozj_desktop.ui.parts.pick_edit import New, Option, PickEdit
from ozj_desktop.ui.parts.scrolling import column, scrolling
from ozj_desktop.ui.parts.text import Elided, label
from ozj_desktop.ui.status import Shape, Status

MOST_ASKED = 5  # unknown words that are asked at once
PASTE = (
    "Plak een lijst met partijen, en als u die hebt ook hun mensen. Kolommen zoals naam, soort, "
    "contactpersoon, functie, e-mail en telefoon herkennen we, in welke volgorde ook. Typen mag "
    "ook: één partij per regel."
)
NO_NAME = "In geen kolom staat de naam van de partij. Kies hierboven welke kolom dat is."


class _Here(QTextEdit):
    """Where a list is pasted; whatever comes in is told at once."""

    def __init__(self, take: Callable[[str], object]) -> None:
        super().__init__()
        self._take = take
        self.setAcceptRichText(False)
        self.setTabChangesFocus(True)
        self.setAccessibleName("Plak hier de lijst")
        self.setPlaceholderText("Kies in Excel de cellen, druk op Ctrl+C en hier op Ctrl+V.")

    def insertFromMimeData(self, source: QMimeData) -> None:
        self._take(source.text())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and event.modifiers():
            self._take(self.toPlainText())
        else:
            super().keyPressEvent(event)


class PastePanel(Panel):
    """In the place of a record; `done` is told the id of the first party that came."""

    def __init__(
        self, desk: Desk, text: str, close: Callable[[], object], done: Callable[[str], object]
    ) -> None:
        super().__init__(desk, "Partijen uit Excel", close)
        self._done = done
        self.model = PastedModel(desk, self)
        self.table = PastedTable(desk.theme, self.model)
        self.strip = HeadStrip(desk.theme, self.table, self.model.set_meaning)
        self._told = label("", "soft", wrap=True)
        self._chips = [StatusLabel(desk.theme, chip=True) for _ in Fate]
        self._asks = QVBoxLayout()
        self._asked: list[str] = []
        self._remedy = Remedy(desk)
        self.here = _Here(self.read)
        self._card, self._first = Card(), Card()
        self.add = button(desk.theme, "Toevoegen", look="primary", do=self._add)
        self._after = Elided("", "cell2")
        self._build()
        self.model.modelReset.connect(self._show)
        self.model.dataChanged.connect(self._show)
        self.table.selectionModel().currentChanged.connect(lambda now, _: self._say(now))
        self.read(text)

    # Building

    def _build(self) -> None:
        self._first.body.addWidget(self.here)
        self.here.setMinimumHeight(180)
        take = button(self.desk.theme, "Lees deze lijst", do=self._take_typed)
        row = QHBoxLayout()
        row.addWidget(take)
        row.addStretch(1)
        self._first.body.addLayout(row)
        self._card.body.setContentsMargins(0, 8, 0, 8)
        self._card.body.setSpacing(0)
        self._asks.setContentsMargins(16, 0, 16, 0)
        for part in (self.strip, self.table, self._remedy):
            self._card.body.addWidget(part)
        self._remedy.setContentsMargins(36, 6, 16, 4)
        asks, chips = QWidget(), QWidget()
        asks.setLayout(self._asks)
        self._asks.setContentsMargins(0, 0, 0, 0)
        flow = FlowLayout(chips)
        for chip in self._chips:
            flow.addWidget(chip)
        parts = (self._told, chips, asks, self._first, self._card)
        self.middle.addWidget(scrolling(column(*parts)), 1)
        self.foot(self.add, "Laat maar", self._after)

    # Reading

    def read(self, text: str) -> None:
        """Take what was pasted; without a list there is a place to paste one."""
        self.model.show_text(text)
        self._first.setVisible(not self.model.cells)
        self._card.setVisible(bool(self.model.cells))
        self._bar.setVisible(bool(self.model.cells))
        self.setFocusProxy(self.add if self.model.cells else self.here)
        if self.isVisible():
            self.setFocus(Qt.FocusReason.OtherFocusReason)

    def _take_typed(self) -> None:
        self.read(self.here.toPlainText())

    # Showing

    def _show(self) -> None:
        model, titles = self.model, []
        for n, _ in enumerate(model.columns.meanings):
            titles.append(model.title(n))
        self.strip.show_columns(titles, model.columns.meanings)
        self._told.setText(self._summary())
        for chip, fate in zip(self._chips, Fate, strict=True):
            rows = model.count(fate)
            told = Status(SHAPES[fate], f"{number(rows)} {fate.label}")
            chip.show_status(told if rows else None)
        self._ask()
        words = model.in_words()
        self.add.setText(capital(words) or "Niets om toe te voegen")
        self.add.setEnabled(bool(words))
        self._after.setText(self._left_out())
        self.table.viewport().update()
        self._say(self.table.currentIndex())

    def _summary(self) -> str:
        rows, columns = self.model.read
        if not self.model.cells:
            return PASTE
        if Meaning.NAME not in self.model.columns.meanings:
            return NO_NAME
        if self.model.cut:
            return f"Dit is heel veel: alleen de eerste {number(rows)} regels zijn gelezen."
        read = f"{counted(rows, ('regel', 'regels'))} en {counted(columns, ('kolom', 'kolommen'))}"
        return (
            f"Gelezen: {read}. Klopt boven elke kolom wat zij betekent? "
            "Wat er al staat, blijft staan: alleen lege velden worden gevuld."
        )

    def _left_out(self) -> str:
        wrong = len(self.model.plan.unclear)
        if not wrong:
            return "U kunt dit in één keer ongedaan maken."
        if wrong == 1:
            return "1 rode cel gaat zo niet mee. Verbeter die, of laat die weg."
        return f"{number(wrong)} rode cellen gaan zo niet mee. Verbeter ze, of laat ze weg."

    def _ask(self) -> None:
        """What an unknown kind means, once for all rows in which it stands."""
        found = {same(word): word for word in self.model.plan.kinds}
        asked = [found[key] for key in [*found][:MOST_ASKED]]
        if asked == self._asked:
            return
        self._asked = asked
        clear(self._asks)
        for word in asked:
            self._asks.addWidget(self._question(word))

    def _question(self, word: str) -> QWidget:
        rows = sum(n for other, n in self.model.plan.kinds.items() if same(other) == same(word))
        card = Card(gap=4)
        card.setProperty("message", "attention")
        card.setProperty("card", None)
        row = QHBoxLayout()
        row.setSpacing(12)
        told = f"‘{word[:60]}’ kennen we niet als soort ({counted(rows, ('regel', 'regels'))})."
        shape = StatusLabel(self.desk.theme, Status(Shape.TRIANGLE, ""))
        shape.setFixedWidth(20)
        row.addWidget(shape)
        row.addWidget(label(told, "cell", wrap=True), 1)
        edit = self._pick(word)
        edit.setMinimumWidth(200)
        row.addWidget(edit, 1)
        card.body.addLayout(row)
        return card

    def _pick(self, word: str) -> PickEdit:
        items = [i for i in self.desk.facts.all(ListItem) if i.list == "party_kind"]
        options = [Option(item.id, str(item)) for item in items]
        options.append(Option("", "geen soort, leeg laten"))
        edit = PickEdit(self.desk.theme, lambda: options, str, new="nieuwe soort")
        edit.setProperty("quiet", None)
        edit.setPlaceholderText("Wat bedoelt u?")
        edit.setAccessibleName(f"Welke soort is ‘{word[:60]}’?")
        edit.edited.connect(lambda: self._meant(word, edit.value()))
        return edit

    def _meant(self, word: str, value: object) -> None:
        if isinstance(value, New):
            item = new_item(self.desk.dossier, "party_kind", value.text)
            self.model.set_kind(word, item.id, item)
        elif isinstance(value, str):
            found = next((i.id for i in self.desk.facts.all(ListItem) if i.id == value), None)
            self.model.set_kind(word, found)

    def _say(self, index: object) -> None:
        self._remedy.say(self.model.why(index) if self.model.cells else "")  # type: ignore[arg-type]

    # Doing it

    def _add(self) -> None:
        """One step; the first party that came is shown, before others one that may be double."""
        self.desk.ready()
        self.model.look_again()
        records = self.model.records()
        found = self.model.plan
        came = [*(id for id in found.parties if id in found.alike), *found.parties]
        came += [*(contact.party for contact in found.contacts.values())]
        with self.desk.step("listed"):
            self.desk.dossier.save(*records)
        self._done(next(iter(came), ""))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if enter and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.add.click()
        else:
            super().keyPressEvent(event)


def on_clipboard() -> str:
    """The table that was copied, if that is what was copied last."""
    text = QApplication.clipboard().text()
    return text if is_table(text) else ""
