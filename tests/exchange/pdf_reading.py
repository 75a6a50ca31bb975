"""Draws small documents, and reads them back with other programs than the one that wrote them."""

import shutil
import subprocess
from datetime import date
from pathlib import Path

import page

from ozj_desktop.exchange.pdf import draw_pdf
from ozj_desktop.model.blocks import Block, Chapter, Cover, KeyValues, Manuscript


def failures(path: Path) -> list[str]:
    """What PDF/UA-1 and PDF/A-2a have against the file, each with its profile."""
    limits = page.SafetyLimits.unlimited()
    found = []
    for profile in ("ua1", "2a"):
        report = page.validate_pdf(str(path), profile=profile, limits=limits)
        found += [f"{profile}: {failure}" for failure in report.failures]
    return found


def text(path: Path, *options: str) -> str:
    """What pdftotext reads."""
    return _told("pdftotext", "-enc", "UTF-8", *options, str(path), "-")


def structure(path: Path) -> str:
    """Elements with their text, as pdfinfo sees them."""
    return _told("pdfinfo", "-struct-text", str(path))


def _told(program: str, *arguments: str) -> str:
    found = shutil.which(program)
    assert found, f"{program} is missing: install poppler-utils"
    done = subprocess.run([found, *arguments], capture_output=True, check=True)
    assert not done.stderr, done.stderr.decode()  # what is wrong with the file, in its view
    return done.stdout.decode()


def elements(path: Path) -> list[tuple[int, str, str]]:
    """Structure elements in the order of reading: depth, role, and the text right in them."""
    found: list[tuple[int, str, str]] = []
    for line in structure(path).splitlines():
        depth, told = (len(line) - len(line.lstrip())) // 2, line.strip()
        if told.startswith('"'):
            place = max(i for i, (own, _, _) in enumerate(found) if own == depth - 1)
            found[place] = (*found[place][:2], found[place][2] + told[1:-1])
        elif told and not told.startswith(("/", "Object")):
            found.append((depth, told.split()[0].strip(":"), ""))
    return found


def drawn(path: Path, *blocks: Block) -> Path:
    """A document of one chapter with these blocks, and with contents."""
    cover = Cover("", "Titel", "", (), KeyValues(()))
    chapter = Chapter("c", "Hoofdstuk", blocks, number="1")
    manuscript = Manuscript(cover, (chapter,), "Lopend", "Concept", False, "voet", "Titel", "Wij")
    draw_pdf(manuscript, path, today=date(2026, 11, 20), contents_from=1)
    return path
