"""Reads a PDF back with other programs than the one that wrote it."""

import shutil
import subprocess
from pathlib import Path

import page


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
    return done.stdout.decode()
