"""Pictures of every page and dialog, to look at.

python -m tests.tour OUT [--dark] [--size 1280x720] [--scale 2] [--only PART_OF_A_NAME]
With --scale 2 everything is drawn as on a screen at 200 %; the size is then that of the screen.
"""

import argparse
import json
import os
import shutil
import sys
from collections.abc import Callable, Iterator
from datetime import date
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from tests import tour_compass, tour_lists, tour_states

Stop = tuple[str, Callable[[], object]]
LISTED = """Organisatie\tSoort\tContactpersoon\tFunctie\tE-mail\tTelefoon
Gemeente Elzervoort\t\tP. Groen\twethouder Jeugd\tp.groen@elzervoort.example\t000 - 111 22 33
Gemeente Lindebroek\t\tF. Aydin\tadviseur\tf.aydin@lindebroek.example\t
Gemeente Lindebroek\t\tH. Bosgraaf\twethouder\th.bosgraaf@lindebroek.example\t
Stichting De Linde, openbaar onderwijs\t\tmw. S. de Wit\tbestuurder\ts.dewit@linde@example\t
Zorgbelang\tcliëntenorganisatie\t\t\t\t
\t\tJ. Jansen\t\tj.jansen@x.example\t
Jongerenraad Elzervoort\t\t\t\tpraat@jongeren.example\t
Totaal\t\t\t\t\t7"""


def main(arguments: list[str]) -> int:
    asked = parsed(arguments)
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    os.environ["QT_SCALE_FACTOR"] = str(asked.scale)
    with TemporaryDirectory(prefix="ozj-tour-") as home:
        make_screen(asked.size, Path(home))
        os.environ["OZJ_HOME"] = home
        return Tour(asked, Path(home)).walk()


def make_screen(size: str, home: Path) -> None:
    """As large as the window, so that popups stay in sight: by itself it is 800 by 800."""
    if os.environ["QT_QPA_PLATFORM"] != "offscreen":
        return
    width, height = (int(n) for n in size.split("x"))
    screen = {"name": "tour", "x": 0, "y": 0, "width": width, "height": height, "dpr": 1}
    screen |= {"logicalDpi": 96, "logicalBaseDpi": 96}
    told = home / "screen.json"
    told.write_text(json.dumps({"screens": [screen]}))
    os.environ["QT_QPA_PLATFORM"] = f"offscreen:configfile={told}"


def parsed(arguments: list[str]) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="tests.tour")
    parser.add_argument("out", type=Path)
    parser.add_argument("--dark", action="store_true")
    parser.add_argument("--size", default="1366x768")
    parser.add_argument("--scale", type=float, default=1)
    parser.add_argument("--only", default="", help="a part of the names of the pictures")
    return parser.parse_args(arguments)


class Tour:
    """Goes to every place and takes its picture; popups and dialogs are drawn over it."""

    def __init__(self, asked: argparse.Namespace, home: Path) -> None:
        from ozj_desktop import settings
        from ozj_desktop.exchange.build import build
        from ozj_desktop.paths import resource
        from ozj_desktop.ui import in_parts
        from ozj_desktop.ui.dutch_words import speak_dutch
        from ozj_desktop.ui.starting import application
        from ozj_desktop.ui.steady import keep_constants
        from ozj_desktop.ui.theme import Theme, load_weights

        keep_constants()
        in_parts.AT_ONCE = 60  # seconds: a page is whole when one goes there
        self.asked, self.home = asked, home
        self.app = application("ozj-desktop")
        speak_dutch(self.app)
        settings.put(who="A. de Boer")
        self.theme = Theme(self.app)
        load_weights("Bold")
        self.theme.choose("dark" if asked.dark else "light")
        self.example = home / "voorbeeldregio.ozj"
        made = resource("demo/voorbeeldregio.toml")
        build(made, self.example, today=date.today(), who="A. de Boer")
        self.shown = 0

    def walk(self) -> int:
        self.asked.out.mkdir(parents=True, exist_ok=True)
        for stops in (
            self.pages,
            self.details,
            partial(tour_lists.stops, self),
            partial(tour_states.stops, self),
            partial(tour_compass.stops, self),
            self.helped,
            self.dialogs,
            self.empty,
            self.reading,
            self.welcome,
        ):
            for name, go in stops():
                if self.asked.only in name:
                    go()
                    self.take(name)
        sys.stdout.write(f"{self.shown} platen in {self.asked.out}\n")
        return 0

    # Windows

    def open(self, path: Path) -> None:
        from ozj_desktop.store.dossier import Dossier
        from ozj_desktop.ui.desk import Desk
        from ozj_desktop.ui.main_window import MainWindow

        self.window = MainWindow(
            Desk(Dossier.open(path, who="A. de Boer"), self.theme, date.today())
        )
        self.show()

    def show(self) -> None:
        width, height = (round(int(n) / self.asked.scale) for n in self.asked.size.split("x"))
        self.window.resize(width, height)
        self.window.show()
        self.window.activateWindow()
        self.settle()

    def settle(self) -> None:
        from PySide6.QtTest import QTest

        QTest.qWait(30)

    def take(self, name: str) -> None:
        """The window with whatever lies over it."""
        from PySide6.QtGui import QPainter
        from PySide6.QtWidgets import QApplication

        from tests.cut_off import cut_off

        for _ in range(10):  # until all has its room
            self.settle()
            if not cut_off(self.window):
                break
        for flaw in cut_off(self.window):
            sys.stdout.write(f"{name}: {flaw}\n")
        picture = self.window.grab()
        painter = QPainter(picture)
        for other in QApplication.topLevelWidgets():
            if other.isVisible() and other is not self.window:
                painter.drawPixmap(self.window.mapFromGlobal(other.pos()), other.grab())
                other.close()
        painter.end()
        picture.save(str(self.asked.out / f"{name}.png"))
        self.shown += 1

    # Stops

    def pages(self) -> Iterator[Stop]:
        """Every page, from top to bottom."""
        from PySide6.QtWidgets import QScrollArea

        from ozj_desktop.ui.places import PLACES

        path = self.home / "paginas" / "voorbeeldregio.ozj"
        path.parent.mkdir()
        shutil.copy(self.example, path)
        self.open(path)
        for number, place in enumerate(PLACES, 1):
            name = f"{number:02}-{place.key}"
            yield name, lambda place=place: self.window.go(place.key)
            page = self.window.pages.get(place.key)
            areas = [a for a in page.findChildren(QScrollArea) if a.isVisible()] if page else []
            bars = [a.verticalScrollBar() for a in areas if a.verticalScrollBar().maximum()]
            for part, bar in enumerate(bars[:1] * 6, 1):
                if bar.value() == bar.maximum():
                    break
                step = bar.pageStep() - 40
                yield f"{name}-{part}", lambda bar=bar, step=step: bar.setValue(bar.value() + step)

    def details(self) -> Iterator[Stop]:
        """What a page looks like while somebody works on it."""
        from ozj_desktop.model.documents import Stage

        yield "20-afspraak-typen", lambda: self.type_in("what", " Elke week")
        yield "21-afspraak-foute-datum", self.wrong_date
        yield "22-afspraak-bijdragen", self.grid
        self.right_date()
        yield "23-lijst-meer-gekozen", self.several
        yield "24-lijst-gefilterd", lambda: self.filter("school")
        yield "25-lijst-niets-gevonden", lambda: self.filter("zzz")
        yield "26-zoeken", self.search
        yield "27-stuk-voorgelegd", lambda: self.document(Stage.FROZEN)
        yield "28-stuk-concept", lambda: self.document(Stage.DRAFT)
        yield "29-stuk-voorleggen", lambda: self.document(Stage.DRAFT)._open_ask()
        yield "29-stuk-klaar-om-voor-te-leggen", self.ready
        yield "29-stuk-afspraken", self.inclusions
        yield "29-stuk-afspraken-kiezen", self.choose
        yield "29-stuk-met-voorbeeld", self.preview
        yield "29-stuk-afdrukken-geen-printer", self.print
        page: Any = self.window.pages.get("documents")
        if page and page.preview.is_open():
            page.preview.close()
        yield "30-signaal-terzijde", self.set_aside
        yield "30-signalen-gekozen", self.signals_chosen
        yield "30-signalen-terzijde-gelegd", self.signals_aside
        yield "31-sinds-vorige-keer", self.news
        yield "31-geschiedenis", self.history
        yield "31-geschiedenis-gefilterd", self.history_filtered
        yield "31-geschiedenis-samengevat", self.history_summed
        yield "31-wat-is-hier-veranderd", self.record_past
        yield "32-partij-kan-niet-weg", self.refused
        yield from self.parties()
        yield "33-kies-uit-lijst", self.pick
        yield "34-kalender", self.calendar

    def draft(self) -> Any:
        """The page of agreements, on one of which everything may be changed."""
        from ozj_desktop.model.agreements import Agreement
        from ozj_desktop.model.assent import decisions

        self.window.go("agreements")
        dossier = self.window.desk.dossier
        decided = decisions(self.window.desk.facts)
        self.window.go(next(a.id for a in dossier.all(Agreement) if a.id not in decided))
        return self.window.pages["agreements"]

    def editor(self, name: str) -> Any:
        from ozj_desktop.ui.record_form import RecordForm

        page = self.draft()
        page.point_at(page._detail.shown, name)
        forms = (body for body in page._bodies if isinstance(body, RecordForm))
        cards = (card for form in forms for card in form.cards)
        return next(card._boxes[name] for card in cards if name in card._boxes).editor

    def type_in(self, name: str, keys: str) -> None:
        from PySide6.QtTest import QTest

        edit = self.editor(name)
        edit.moveCursor(edit.textCursor().MoveOperation.End)
        QTest.keyClicks(edit, keys)

    def wrong_date(self) -> None:
        from PySide6.QtTest import QTest

        edit = self.editor("ends_on")
        edit.selectAll()
        QTest.keyClicks(edit, "31-2-2027")
        self.editor("result")

    def right_date(self) -> None:
        """Or every picture after it tells of a field that is not kept, and no window closes."""
        from PySide6.QtTest import QTest

        if "agreements" in self.window.pages:
            edit = self.editor("ends_on")
            edit.selectAll()
            QTest.keyClicks(edit, "1-8-2028")
            self.editor("result")

    def grid(self) -> None:
        table = self.draft()._bodies[1].table
        table.setFocus()
        table.setCurrentIndex(table.parts.index(0, 2))

    def several(self) -> None:
        from PySide6.QtCore import Qt
        from PySide6.QtTest import QTest

        view = self.draft().list.view
        view.selectRow(1)
        view.setFocus(Qt.FocusReason.TabFocusReason)
        for _ in range(2):
            QTest.keyClick(view, Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)

    def filter(self, words: str) -> None:
        self.window.go("agreements")
        page: Any = self.window.pages["agreements"]
        page.list.filter.setText(words)

    def search(self) -> None:
        self.filter("")
        self.window.top.search.setFocus()
        self.window.top.search.setText("jeugd")
        self.window.top.search.search()

    def document(self, stage: Any) -> Any:
        """The card of versions of a document in this stage, in sight."""
        from PySide6.QtWidgets import QScrollArea

        from ozj_desktop.model.documents import Document
        from ozj_desktop.ui.parts.versions_card import VersionsCard

        dossier = self.window.desk.dossier
        found = [d for d in dossier.all(Document) if d.stage is stage]
        self.window.go(found[-1].id)
        self.settle()
        page: Any = self.window.pages["documents"]
        card = next(body for body in page._bodies if isinstance(body, VersionsCard))
        area = next(a for a in page.findChildren(QScrollArea) if a.isAncestorOf(card))
        area.verticalScrollBar().setValue(card.y() - 8)
        return card

    def ready(self) -> None:
        """The points of a new document."""
        from ozj_desktop.model.agreements import Agreement
        from ozj_desktop.model.documents import Document, Inclusion

        desk, new = self.window.desk, Document(name="Convenant Elk kind erbij")
        found = [Agreement(title=t) for t in ("Elke dag iemand om op te bellen", "Eén gezin")]
        with desk.step("filled"):
            desk.dossier.save(new, *found)
            desk.dossier.save(*(Inclusion(document=new.id, agreement=a.id) for a in found))
        self.window.go(new.id)
        self.window.pages["documents"].readiness.open()

    def inclusions(self) -> Any:
        """The agreements of a draft, one of them under way to another place."""
        from PySide6.QtCore import QPoint, Qt
        from PySide6.QtTest import QTest

        from ozj_desktop.model.documents import Document

        found = self.window.desk.dossier.all(Document)
        self.window.go(next(d.id for d in found if "Lokale" in d.name))
        self.settle()
        page: Any = self.window.pages["documents"]
        card: Any = page._bodies[1]
        page._area.ensureWidgetVisible(card)
        view = card.view
        place = view.visualRect(view.places.index(1, 0)).center()
        QTest.mousePress(view.viewport(), Qt.MouseButton.LeftButton, pos=place)
        for far in (20, 120):
            QTest.mouseMove(view.viewport(), place + QPoint(0, far))
        return card

    def choose(self) -> None:
        card = self.inclusions()
        card.view._drop_nothing()
        card.open_choose()
        for number in (0, 5):
            card.choose.view.choices.toggle(card.choose.view.choices.index(number, 0))

    def preview(self) -> Any:
        """The pages of a document beside it."""
        from ozj_desktop.model.documents import Document

        found = self.window.desk.dossier.all(Document)
        self.window.go(next(d.id for d in found if d.name == "Samen naar school"))
        page: Any = self.window.pages["documents"]
        page.preview.open()
        panel = page.preview.panel
        for page in (1, 4):
            panel.view.go_to(page)
            while panel.maker.is_busy() or not panel.view.is_painted():
                self.settle()
        return panel

    def print(self) -> None:
        self.preview().print_now()

    def set_aside(self) -> None:
        from PySide6.QtTest import QTest

        from ozj_desktop.ui.parts.signal_card import SignalCard

        self.window.go("signals")
        card = self.window.pages["signals"].findChildren(SignalCard)[1]
        card.open_reason()
        QTest.keyClicks(card.reason, "Eerst praten met de regio, in maart")

    def history(self) -> None:
        from ozj_desktop.model.agreements import Agreement

        desk = self.window.desk
        record = desk.dossier.all(Agreement)[2]
        desk.edit(record, {"title": f"{record.title}, samen"})
        desk.edit(record, {"ends_on": desk.today})
        desk.dossier.undo()
        self.window.go("history")

    def signals_chosen(self) -> None:
        """Three of them, by keyboard, with one group folded."""
        from PySide6.QtCore import Qt
        from PySide6.QtTest import QTest
        from PySide6.QtWidgets import QApplication

        from ozj_desktop.model.signal_subjects import Subject

        self.window.go("overview")
        self.window.go("signals")
        page: Any = self.window.pages["signals"]
        page.list.fold(Subject.ON_TIME)
        self.settle()
        page.list.made[0].setFocus(Qt.FocusReason.TabFocusReason)
        for key in (Qt.Key.Key_Space, Qt.Key.Key_Down, Qt.Key.Key_Space, Qt.Key.Key_Down):
            QTest.keyClick(QApplication.focusWidget(), key)

    def signals_aside(self) -> None:
        from PySide6.QtTest import QTest

        page: Any = self.window.pages["signals"]
        page.bar.reason.setText("Bespreken we in maart")
        page.bar.reason.returnPressed.emit()
        QTest.qWait(400)
        page._which.parts()[1].click()

    def news(self) -> None:
        from ozj_desktop.ui.last_time import LastTime

        desk = self.window.desk
        desk.last_time = LastTime(desk.dossier.history.last.seq - 7, "2026-11-17T09:00:00+00:00")
        self.window.go("history")
        self.window.pages["overview"].refresh()
        self.window.go("overview")

    def history_filtered(self) -> None:
        from ozj_desktop.model.agreements import Agreement
        from ozj_desktop.ui.past_filter import PastFilter, everything_of, lately

        desk = self.window.desk
        record = desk.dossier.all(Agreement)[2]
        desk.edit(record, {"what": f"{record.what} Elke week kijken we samen hoe het gaat."})
        asked = PastFilter("A. de Boer", lately(desk)[1], everything_of(desk, record.id))
        self.window.go("history", asked)

    def history_summed(self) -> None:
        from PySide6.QtTest import QTest

        from ozj_desktop.ui.past_filter import PastFilter, lately

        self.window.go("history", PastFilter(since=lately(self.window.desk)[1]))
        page: Any = self.window.pages["history"]
        page._which.parts()[1].click()
        for _ in range(100):  # it is found beside the window
            if page.since._job is None:
                break
            QTest.qWait(50)

    def record_past(self) -> None:
        from ozj_desktop.model.agreements import Agreement

        self.window.go(self.window.desk.dossier.all(Agreement)[2].id)
        self.window.pages["agreements"]._past.open()

    def refused(self) -> None:
        self.window.go("parties")
        page: Any = self.window.pages["parties"]
        page.header.unwanted.emit()

    def parties(self) -> Iterator[Stop]:
        """What is done with all parties, in the place of one of them."""
        yield "70-partijen-plakken", lambda: self.paste(LISTED)
        yield "71-partijen-plakken-leeg", lambda: self.paste("")
        yield "72-partijen-samenvoegen", lambda: self.unite("GGD Oevermark")
        yield "73-partijen-samenvoegen-onder", self.scroll_panel
        yield "74-wie-missen-we-nog", self.missing
        yield "75-wie-missen-we-nog-terzijde", self.missing_aside
        if found := self.window.pages.get("parties"):  # seen, unless only some are asked for
            found.close_panel()

    def paste(self, text: str) -> None:
        from ozj_desktop.ui.pages.parties_page import take_list

        self.window.go("parties")
        take_list(self.window.pages["parties"], text)

    def unite(self, name: str) -> None:
        from ozj_desktop.model.parties import Party

        page: Any = self.window.pages["parties"]
        parties = {party.name: party for party in self.window.desk.dossier.all(Party)}
        page.unite(parties["Gemeente Lindebroek"])
        page.panel().ask_about(parties[name])
        self.settle()
        self.settle()

    def scroll_panel(self) -> None:
        from PySide6.QtWidgets import QScrollArea

        area = self.window.pages["parties"].panel().findChild(QScrollArea)
        area.verticalScrollBar().setValue(area.verticalScrollBar().maximum())

    def missing(self) -> None:
        from ozj_desktop.model.parties import Party

        desk: Any = self.window.desk
        for party in desk.dossier.all(Party):
            if party.name in ("Jongerenraad Oevermark", "ROC Oevermark"):
                desk.edit(party, {"kind": None})
        self.window.pages["parties"].open_gaps()

    def missing_aside(self) -> None:
        self.window.pages["parties"].panel().cards[0]._open_reason()

    def pick(self) -> None:
        self.editor("progress").open()

    def calendar(self) -> None:
        edit = self.editor("ends_on")
        edit.actions()[0].trigger()

    def helped(self) -> Iterator[Stop]:
        """Help beside the work, in turn each of its parts; and about one word."""
        from ozj_desktop.exchange.help_text import PARTS
        from ozj_desktop.ui.places import PLACES

        for n, place in enumerate(PLACES):
            part = PARTS[n % len(PARTS)]
            yield f"35-hulp-{place.key}", lambda p=place, t=part: self.help(p.key, t)
        yield "36-hulp-woord", self.help_on_a_word
        yield "37-hulp-weg", lambda: self.window.side.close_help()

    def help(self, place: str, part: str) -> None:
        self.window.go(place)
        self.window.side.open_help()
        assert self.window.side.help is not None
        tabs: Any = self.window.side.help.tabs
        button = tabs.parts()[tabs._values.index(part)]
        button.click()
        button.setFocus()

    def help_on_a_word(self) -> None:
        self.help("agreements", "Waarom")
        self.window.side.close_help()
        edit = self.editor("what")
        edit.setPlainText("De OPR en de GMR lezen dit samen met het SWV.")
        edit.moveCursor(edit.textCursor().MoveOperation.Start)
        for _ in "De O":
            edit.moveCursor(edit.textCursor().MoveOperation.NextCharacter)
        self.window.side.toggle()

    def dialogs(self) -> Iterator[Stop]:
        from ozj_desktop.ui.launching import Launcher
        from ozj_desktop.ui.problems import bug_box, sentence_box
        from ozj_desktop.ui.user_name import ask_name

        window = self.window
        yield "40-delen", window.top.open_sharing
        yield "40-delen-van-een-stuk", self.sharing
        yield "40-mail-vooraf", self.mail
        yield "41-dossier-menu", lambda: window.top._open_dossier_menu()
        yield "42-wie-bent-u", lambda: ask_name(window)
        yield (
            "43-melding",
            sentence_box(
                "voorbeeld.pdf is open in een ander programma. Sluit het daar en probeer opnieuw.",
                self.theme,
            ).open,
        )
        yield "44-fout", bug_box("Traceback", self.theme).open
        launcher = Launcher(window)
        yield "45-over", launcher.about
        yield "47-geen-reservekopieen", launcher.copies
        yield "48-reservekopieen", lambda: self.copies(launcher)
        yield "49-beschadigd", self.damage
        yield "46-klaar", lambda: window.status.tell("convenant_v2.pdf is gemaakt.", self.example)

    def mail(self) -> None:
        """Who gets it and what it says, before it is kept."""
        from ozj_desktop.model.documents import Document, Stage

        papers = self.window.desk.dossier.all(Document)
        self.window.files.export("eml", next(p for p in papers if p.stage is Stage.FROZEN))

    def sharing(self) -> None:
        """Every way to share one document, and to whom."""
        menu = self.window.top.open_sharing()
        for _ in range(2):
            with_more = [action for action in menu.actions() if action.menu()]
            menu.setActiveAction(with_more[-1])
            menu = with_more[-1].menu()

    def copies(self, launcher: Any) -> None:
        """Three copies of this dossier, from before today."""
        from ozj_desktop.paths import own

        dossier = self.window.desk.dossier
        stem, mine = dossier.path.stem, dossier.history.step(1).id[-8:]
        for moment in ("20 14.05.31", "18 17.31.02", "02 09.12.44"):
            dossier.copy_to(own("backups") / f"{stem} {mine} 2026-11-{moment}.ozj")
        launcher.copies()

    def damage(self) -> None:
        """As after something else changed the file."""
        from ozj_desktop.ui.afterwards import show_damage
        from ozj_desktop.ui.soundness import Soundness

        problems = ["De inhoud is niet meer wat de geschiedenis heeft vastgelegd."]
        self.window.desk.soundness = Soundness(self.window.desk.dossier)
        self.window.desk.soundness.problems = problems
        show_damage(self.window, problems)

    def empty(self) -> Iterator[Stop]:
        """A dossier in which nothing has been done yet."""
        from ozj_desktop.exchange.content import starting_items
        from ozj_desktop.store.dossier import Dossier

        self.window.close()
        path = self.home / "leeg.ozj"
        new = Dossier.in_memory(path, who="A. de Boer")
        with new.step("created", nature="final"):
            new.save(*starting_items())
        new.publish()
        self.open(path)
        for key in ("overview", "agreements", "charter", "documents", "collaboration", "signals"):
            yield f"50-leeg-{key}", lambda key=key: self.window.go(key)

    def reading(self) -> Iterator[Stop]:
        """A dossier that somebody else has open."""
        from ozj_desktop.store.dossier import Dossier
        from ozj_desktop.ui.opening import open_window

        path = self.home / "bezet.ozj"
        shutil.copy(self.example, path)
        writer = Dossier.open(path, who="M. Yildiz")
        self.window.close()
        found = open_window(path, self.theme, date.today())
        assert found is not None
        self.window = found
        self.show()
        yield "60-alleen-lezen", lambda: self.window.go("agreements")
        writer.close()
        yield "61-reservekopie", self.copy_to_read

    def copy_to_read(self) -> None:
        from ozj_desktop.paths import own
        from ozj_desktop.store.snapshots import copies
        from ozj_desktop.ui.opening import open_window

        self.window.close()
        found = open_window(copies(own("backups"))[0], self.theme, date.today())
        assert found is not None
        self.window = found
        self.show()

    def welcome(self) -> Iterator[Stop]:
        """The first start, a later one, and the three questions."""
        self.window.close()
        settings_of_lately([])
        yield "70-welkom-eerste-keer", self.greet
        yield "71-welkom-verder-werken", self.greet_again
        yield "72-welkom-niet-gevonden", self.not_found
        yield "73-vraag-naam", lambda: self.ask(0)
        yield "74-vraag-gebied", lambda: self.ask(1)
        yield "75-vraag-gebied-foute-datum", self.ask_a_wrong_date
        yield "76-vraag-partijen", lambda: self.ask(2)
        yield "77-vraag-partijen-geplakt", self.paste_parties
        yield "78-vraag-map-geweigerd", self.refuse_place
        for key in ("agreements", "follow", "all"):
            yield f"79-rail-{key}", lambda key=key: self.serve(key)

    def greet(self) -> None:
        from ozj_desktop.errors import UserError
        from ozj_desktop.ui.welcome.window import WelcomeWindow

        def refuse(path: Path, _: str) -> None:
            raise UserError(f"{path.name} is niet te openen. Is het verplaatst?")

        self.window: Any = WelcomeWindow(self.theme, date.today(), refuse)
        self.show()

    def greet_again(self) -> None:
        self.window.close()
        settings_of_lately(LATELY, self.example)
        self.greet()

    def not_found(self) -> None:
        self.greet_again()
        self.window.open(Path(LATELY[2][0]))

    def ask(self, number: int) -> None:
        """Begin, and go on to this question; whatever was shown before."""
        if not hasattr(self.window, "steps"):
            self.greet()
        self.window.front.templates.choose("lea")
        self.window.begin()
        self.window.steps.name.name.setText("Samen naar school")
        self.window.steps.area._show_usual()
        self.window.steps.area.area.setText("Lindebroek")
        for _ in range(number):
            self.window.steps.go_on()

    def ask_a_wrong_date(self) -> None:
        from PySide6.QtTest import QTest

        self.ask(1)
        edit = self.window.steps.area.ends
        edit.setFocus()
        edit.selectAll()
        QTest.keyClicks(edit, "31-2-2030")
        self.window.steps.go_on()

    def paste_parties(self) -> None:
        self.ask(2)
        own = self.window.steps.parties.own
        own.setPlainText(PASTED)
        own.setFocus()

    def refuse_place(self) -> None:
        self.ask(2)
        self.window._say_in_steps(NO_ROOM)

    def serve(self, key: str) -> None:
        from ozj_desktop.ui.purposes import keep_purpose

        self.window.close()
        keep_purpose(key)
        self.open(self.example)


PASTED = """Naam\tPlaats
Gemeente Lindebroek\tLindebroek
Stichting De Waterlelie, primair onderwijs\tLindebroek
ROC Oevermark\tVlietmonde
De Stroming\tVlietmonde
De Stroming\tVlietmonde
"""
NO_ROOM = "In de map van samen-naar-school.ozj mag u niet schrijven. Kies een andere map."
LATELY = (
    ("/srv/Jeugdbeleid/lindebroek.ozj", "Lindebroek 2026–2030", 0),
    ("//server/Jeugdbeleid/oogo.ozj", "OOGO Oevermark, met alle partijen van de hele regio", 1),
    ("/media/jan/Archief/lea.ozj", "LEA 2022–2026", 4),
    ("/srv/werk/convenant.ozj", "Convenant schoolverzuim", 40),
    ("/srv/werk/anders.ozj", "Samen sterk", 400),
)


def settings_of_lately(told: Any, there: Path | None = None) -> None:
    """Some that are gone, and one that is there."""
    from datetime import datetime, timedelta

    from ozj_desktop.ui.recent import Recent, keep

    now = datetime.now().astimezone()
    found = [Recent(Path(path), name, now - timedelta(days=ago)) for path, name, ago in told]
    if there is not None:
        found[:1] = [Recent(there, found[0].name, now)]
    keep(found)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
