"""A mail before it is kept: who gets it, what it says and what goes with it; all to be changed."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QMouseEvent, QShortcut, QTextCursor
from PySide6.QtWidgets import QDialog, QHBoxLayout, QTextEdit, QVBoxLayout, QWidget

from ozj_desktop import settings
from ozj_desktop.exchange.mail_draft import FORMS, USUAL, Draft
from ozj_desktop.model.dutch import counted, listed
from ozj_desktop.ui.parts.buttons import Segmented, button
from ozj_desktop.ui.parts.line import Line
from ozj_desktop.ui.parts.scrolling import scrolling
from ozj_desktop.ui.parts.text import Elided, label, tip
from ozj_desktop.ui.parts.tick import Tick
from ozj_desktop.ui.theme import Theme, font

NEAR = 30  # people who are told by name
WIDTH, HEIGHT = 720, 660
LOWEST = 200  # pixels in which a mail can be read
PEOPLE = ("persoon", "mensen")
TELL = "De mail noemt"
IN_FILES = {"pdf": "de PDF", "docx": "het Word-bestand", "xlsx": "het Excel-bestand"}
NOWHERE = "Zonder bijlage leest niemand wat elke partij zei, tenzij de mail het noemt."
REMEMBERED = "mail_attached"
KEEP = "U kiest hierna waar de mail komt, en opent die daar in uw mailprogramma."


class _Named(Elided):
    """The words beside a tick."""

    def __init__(self, text: str, tick: Tick) -> None:
        super().__init__(text)
        self.setFont(font("cell"))
        self._tick = tick

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if event.button() is Qt.MouseButton.LeftButton:
            self._tick.click()


class MailDialog(QDialog):
    """`wanted` gives the subject and the text as they were left, and what goes with it."""

    wanted = Signal(str, str, object)

    def __init__(self, theme: Theme, window: QWidget, title: str, draft: Draft) -> None:
        super().__init__(window)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(title)
        self._theme, self._window, self._draft = theme, window, draft
        self.subject = Line()
        self.subject.setAccessibleName("Onderwerp")
        self.subject.setText(draft.subject)
        self.subject.setCursorPosition(0)
        self.text = QTextEdit()
        self.text.setAcceptRichText(False)
        self.text.setTabChangesFocus(True)
        self.text.setAccessibleName("Tekst van de mail")
        kept = settings.get(REMEMBERED)
        chosen = kept if isinstance(kept, list) else USUAL
        self.attached = tuple(form for form in draft.names if form in chosen)
        self.text.setPlainText(draft.text(self.attached))
        self._where = label("", "meta", wrap=True)
        self.ticks = {form: self._tick(form) for form in draft.names}
        self.telling = Segmented(
            [(False, "wat we vragen"), (True, "ook wat elke partij zei")], TELL
        )
        self.telling.show_value(False)
        self.telling.chosen.connect(lambda _: self._tell())
        self.keep = button(theme, "Bewaar mail…", "mail", look="primary", do=self._keep)
        self.keep.setAutoDefault(True)
        self._build()
        QShortcut(QKeySequence("Ctrl+Return"), self, self._keep)
        self.keep.setFocus(Qt.FocusReason.OtherFocusReason)

    def _build(self) -> None:
        outer, inner = QVBoxLayout(self), QWidget()
        outer.setContentsMargins(0, 0, 0, 16)
        outer.setSpacing(12)
        self._fill(QVBoxLayout(inner))
        outer.addWidget(scrolling(inner), 1)
        outer.addLayout(self._act())
        room = self._window.size()
        self.resize(min(WIDTH, room.width() - 32), min(HEIGHT, room.height() - 32))

    def _fill(self, column: QVBoxLayout) -> None:
        draft = self._draft
        column.setContentsMargins(20, 16, 20, 0)
        column.setSpacing(10)
        column.addLayout(self._row("Aan", who(draft.to), "\n".join(draft.to)))
        if draft.cc:
            column.addLayout(self._row("Cc, ter informatie", who(draft.cc), "\n".join(draft.cc)))
        if draft.unreachable:
            column.addLayout(self._row("Zonder adres", f"{listed(draft.unreachable)}."))
        column.addLayout(self._row("Onderwerp", self.subject))
        self.text.setMinimumHeight(LOWEST)
        column.addWidget(self.text, 1)
        if draft.names:
            column.addLayout(self._row("Bijlagen", self._files(), top=True))
        if draft.tells:
            choice = self._row(TELL, self.telling)
            choice.addStretch(1)
            column.addLayout(choice)
            column.addWidget(self._where)
            self._show_where()

    def _row(
        self, head: str, what: QWidget | str, more: str = "", *, top: bool = False
    ) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(12)
        named = label(head, "label")
        named.setFixedWidth(124)
        named.setContentsMargins(0, 5 if top else 0, 0, 0)  # on the line of the first
        above = top or isinstance(what, str)
        row.addWidget(
            named, 0, Qt.AlignmentFlag.AlignTop if above else Qt.AlignmentFlag.AlignVCenter
        )
        shown = label(what, "cell", wrap=True) if isinstance(what, str) else what
        shown.setToolTip(tip(more))
        row.addWidget(shown, 0 if isinstance(what, Segmented) else 1)
        return row

    def _act(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(8)
        row.setContentsMargins(20, 0, 20, 0)
        row.addWidget(label(KEEP, "meta", wrap=True), 1)
        row.addWidget(button(self._theme, "Laat maar", look="quiet", do=self.reject))
        row.addWidget(self.keep)
        return row

    def _tell(self) -> None:
        """Other words; Ctrl+Z brings back what stood there."""
        self._say(self._draft.text(self.attached, self._is_telling()))
        self._show_where()

    def _is_telling(self) -> bool:
        return self.telling.value() is True

    def _say(self, text: str) -> None:
        cursor = QTextCursor(self.text.document())
        cursor.select(QTextCursor.SelectionType.Document)
        cursor.insertText(text)

    def _keep(self) -> None:
        text = self.text.toPlainText()
        if self._draft.names:
            settings.put(**{REMEMBERED: list(self.attached)})
        subject = self.subject.text().strip() or self._draft.subject
        self.wanted.emit(subject, text, self.attached)
        self.accept()

    # What goes with it

    def _tick(self, form: str) -> Tick:
        made = Tick(self._theme)
        made.setAccessibleName(f"Bijlage: {FORMS[form]}, {self._draft.names[form]}")
        made.setChecked(form in self.attached)
        made.toggled.connect(lambda _: self._attach())
        return made

    def _files(self) -> QWidget:
        """A tick for each, with the name that the file gets; a click on the name ticks it too."""
        made = QWidget()
        column = QVBoxLayout(made)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for form, tick in self.ticks.items():
            row = QHBoxLayout()
            row.setSpacing(4)
            row.addWidget(tick)
            name = _Named(f"{FORMS[form]}: {self._draft.names[form]}", tick)
            row.addWidget(name, 1)
            column.addLayout(row)
        return made

    def _attach(self) -> None:
        """The text tells what goes with it: in what was changed by hand only that is mended."""
        before = self.attached
        self.attached = tuple(form for form, tick in self.ticks.items() if tick.isChecked())
        now = self.text.toPlainText()
        told = self._draft.retold(now, before, self.attached, self._is_telling())
        if told != now:
            self._say(told)
        self._show_where()

    def _show_where(self) -> None:
        """Whoever names nobody in the mail may yet do so in what goes with it."""
        files = listed(IN_FILES[form] for form in self.attached)
        self._where.setText(f"In {files} staat wat elke partij zei." if files else NOWHERE)


def who(people: tuple[str, ...]) -> str:
    """9 mensen: Noor de Wit, … Their addresses are in the tooltip."""
    if not people:
        return "Nog niemand: vul bij Partijen de e-mailadressen van contactpersonen in."
    names = [person.partition(" (")[0] for person in people]
    more = len(names) - NEAR
    named = ", ".join(names[:NEAR]) + f" en nog {more}" if more > 0 else listed(names)
    return f"{counted(len(people), PEOPLE)}: {named}"
