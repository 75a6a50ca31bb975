"""Colours, logos and the small shapes."""

from dataclasses import replace
from datetime import date
from io import BytesIO
from pathlib import Path

import pikepdf
import pytest
from PIL import Image

from ozj_desktop.exchange.pdf import draw_pdf
from ozj_desktop.exchange.pdf_cover import logo
from ozj_desktop.exchange.pdf_fonts import REGULAR, load_fonts
from ozj_desktop.exchange.pdf_look import INK, palette, style
from ozj_desktop.exchange.pdf_node import Node
from ozj_desktop.exchange.pdf_tags import Par, Pen
from ozj_desktop.model.blocks import Manuscript, Mark, Paragraph, rich
from tests.exchange.pdf_reading import drawn, failures
from tests.exchange.sample_manuscript import manuscript

TODAY = date(2026, 11, 20)
SMALL = replace(manuscript(), chapters=())


def picture(mode: str, size: tuple[int, int], sort: str = "PNG", **options: object) -> bytes:
    color = {"RGBA": (200, 0, 0, 0), "LA": (0, 0), "CMYK": (9, 9, 9, 9)}.get(mode, 0)
    file = BytesIO()
    Image.new(mode, size, color).save(file, sort, **options)
    return file.getvalue()


def with_logo(content: bytes) -> Manuscript:
    return replace(SMALL, logo=content)


@pytest.mark.parametrize("mode", ["RGB", "RGBA", "LA", "L", "P", "1", "I;16"])
def test_logo_in_any_mode_is_valid(tmp_path: Path, mode: str) -> None:
    target = tmp_path / "a.pdf"
    draw_pdf(with_logo(picture(mode, (300, 90))), target, today=TODAY)
    assert failures(target) == []
    with pikepdf.open(target) as pdf:
        (image,) = pdf.pages[0].obj.Resources.XObject.values()
        assert "/SMask" not in image
        assert str(image.ColorSpace) == "/DeviceRGB"


@pytest.mark.parametrize("mode", ["RGB", "CMYK", "L"])
def test_photo_as_logo_is_valid(tmp_path: Path, mode: str) -> None:
    target = tmp_path / "a.pdf"
    draw_pdf(with_logo(picture(mode, (300, 90), "JPEG")), target, today=TODAY)
    assert failures(target) == []


def test_clear_parts_of_a_logo_are_white() -> None:
    found = logo(picture("RGBA", (30, 30)))
    assert found is not None
    assert found.getpixel((5, 5)) == (255, 255, 255)


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"geen plaatje",
        b"\x89PNG\r\n\x1a\n",
        picture("RGB", (50, 50))[:60],
        picture("RGB", (50, 50), "BMP"),
        picture("1", (9000, 9000)),
        b"<svg xmlns='http://www.w3.org/2000/svg'/>",
    ],
)
def test_wrong_or_huge_logo_is_left_out(tmp_path: Path, content: bytes) -> None:
    target = tmp_path / "a.pdf"
    draw_pdf(with_logo(content), target, today=TODAY)
    assert failures(target) == []
    with pikepdf.open(target) as pdf:
        assert "/XObject" not in pdf.pages[0].obj.Resources


@pytest.mark.parametrize("size", [(4000, 300), (300, 4000), (1, 1), (5000, 1)])
def test_logo_stays_within_its_place(tmp_path: Path, size: tuple[int, int]) -> None:
    target = tmp_path / "a.pdf"
    draw_pdf(with_logo(picture("RGB", size)), target, today=TODAY)
    assert failures(target) == []
    assert target.stat().st_size < 400_000
    with pikepdf.open(target) as pdf:
        figure = next(o for o in pdf.objects if isinstance(o, pikepdf.Dictionary) and "/Alt" in o)
        left, low, right, high = (float(n) / 72 * 25.4 for n in figure.A.BBox)
    assert right - left <= 60.01
    assert high - low <= 14.01


def test_house_colour_is_made_readable(tmp_path: Path) -> None:
    target = tmp_path / "a.pdf"
    draw_pdf(replace(SMALL, colour="#ffff00", attention="#ff9999"), target, today=TODAY)
    assert failures(target) == []
    found = palette("#ffff00", "#ff9999")
    assert found.accent.hexval() != "0xffff00"
    assert palette("", "").accent.hexval() == "0x0b4a59"


@pytest.mark.parametrize("mark", [mark for mark in Mark if mark])
def test_every_mark_has_a_shape_of_its_own(tmp_path: Path, mark: Mark) -> None:
    shapes = []
    for other in (mark, Mark.NONE):
        target = drawn(tmp_path / f"{bool(other)}.pdf", Paragraph(rich("stand"), mark=other))
        with pikepdf.open(target) as pdf:
            content = pdf.pages[-1].Contents.read_bytes()
        shapes.append(len([w for w in content.split() if w in (b"c", b"l", b"re", b"m")]))
    assert shapes[0] > shapes[1]


def test_nothing_within_an_artifact_is_content() -> None:
    load_fonts()
    pen, node = Pen(BytesIO(), known={}, initialFontName=REGULAR), Node("P")
    link = Node("Link", target="#a")
    with pen.drawing(None):
        par = Par('een <a href="#0">link</a>', style(REGULAR, 10, 14, INK), node)
        par.links = [link]
        par.wrap(100, 100)
        par.drawOn(pen, 0, 0)
    assert node.kids == link.kids == []
    pen.forget()
