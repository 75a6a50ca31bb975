"""Whatever stands in a manuscript, the file is valid."""

from datetime import date
from pathlib import Path

import pytest

from ozj_desktop.exchange.pdf import draw_pdf
from tests.exchange.pdf_reading import failures
from tests.exchange.random_manuscripts import Maker


@pytest.mark.parametrize("seed", range(10))
def test_any_manuscript_is_valid(tmp_path: Path, seed: int) -> None:
    target = tmp_path / "a.pdf"
    draw_pdf(Maker(seed).manuscript(), target, today=date(2026, 11, 20))
    assert failures(target) == []


@pytest.mark.parametrize("seed", range(100, 104))
def test_any_page_of_a_partner_is_valid(tmp_path: Path, seed: int) -> None:
    target = tmp_path / "a.pdf"
    draw_pdf(Maker(seed).manuscript(), target, today=date(2026, 11, 20), page="partner")
    assert failures(target) == []
