"""The whole drawing: valid, tagged, and readable by other programs."""

from datetime import date
from pathlib import Path

from ozj_desktop.exchange.pdf import draw_pdf
from tests.exchange.pdf_reading import failures
from tests.exchange.sample_manuscript import manuscript

TODAY = date(2026, 11, 20)


def test_rich_manuscript_is_valid(tmp_path: Path) -> None:
    target = tmp_path / "convenant.pdf"
    draw_pdf(manuscript(), target, today=TODAY)
    assert failures(target) == []
