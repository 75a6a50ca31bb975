"""How many parties say what: the same number and the same words on screen and in every paper."""

from pathlib import Path
from typing import Any

from python_calamine import CalamineWorkbook

from ozj_desktop.exchange.agreement_state import standing
from ozj_desktop.exchange.workbook import write_workbook
from ozj_desktop.model.assent import asked, counts, latest
from ozj_desktop.model.blocks import Listing, plain
from ozj_desktop.model.documents import Document, Said
from ozj_desktop.model.dutch import capital
from ozj_desktop.ui.main_window import MainWindow
from ozj_desktop.ui.parts.chips import StatusLabel


def on_screen(window: MainWindow, document: Document) -> list[str]:
    window.go(document.id)
    card: Any = window.page()._bodies[3]  # type: ignore[attr-defined]
    return [made.accessibleName() for made in card.findChildren(StatusLabel) if not made.isHidden()]


def on_paper(window: MainWindow, document: Document) -> list[str]:
    version = latest(window.desk.facts, document.id)
    assert version
    entry = standing(window.desk.facts, asked(window.desk.facts, version))
    assert entry and isinstance(entry.blocks[0], Listing)
    return [plain(item.text) for item in entry.blocks[0].items]


def in_excel(window: MainWindow, document: Document, target: Path) -> list[str]:
    write_workbook(window.desk.facts, target, document=document)
    rows = CalamineWorkbook.from_path(str(target)).get_sheet_by_name("Overzicht").to_python()
    at = next(n for n, row in enumerate(rows) if row[0] == "Stuk")
    told = dict(zip(rows[at], rows[at + 1], strict=True))
    counted = [(told[capital(said.label)], said.label) for said in Said]
    return [f"{number:.0f} {word}" for number, word in counted if number]


def test_who_agrees_but_for_one_point_is_counted_apart_everywhere(
    window: MainWindow, tmp_path: Path
) -> None:
    (document,) = [
        d
        for d in window.desk.dossier.all(Document)
        if (version := latest(window.desk.facts, d.id))
        and counts(window.desk.facts, asked(window.desk.facts, version))[Said.EXCEPT]
    ]
    told = on_paper(window, document)
    assert any(words.endswith("met een uitzondering") for words in told)
    assert on_screen(window, document) == told
    assert in_excel(window, document, tmp_path / "boek.xlsx") == told
