"""Streams that all readers measure alike."""

import zlib
from io import BytesIO

import pikepdf
import pytest
from pypdf import PdfReader

from ozj_desktop.exchange.pdf_pack import deflated, pack


def awkward() -> bytes:
    """Something that ends in a carriage return once it is compressed."""
    return next(b"a" * n for n in range(1, 999) if zlib.compress(b"a" * n).endswith(b"\r"))


def plain(**streams: bytes) -> bytes:
    pdf, out = pikepdf.new(), BytesIO()
    pdf.add_blank_page()
    for name, content in streams.items():
        stream = pdf.make_stream(content)
        if name == "Font":
            stream.Length1 = len(content)
        pdf.Root[f"/{name}"] = stream
    pdf.Root.Many = pdf.make_indirect(
        pikepdf.Array([pdf.make_indirect(pikepdf.Dictionary(N=n)) for n in range(700)])
    )
    pdf.save(out, object_stream_mode=pikepdf.ObjectStreamMode.disable, force_version="1.7")
    return out.getvalue()


def test_nothing_ends_in_a_carriage_return() -> None:
    assert zlib.compress(awkward()).endswith(b"\r")
    for content in (awkward(), b"", b"a", awkward() + b" "):
        data = deflated(content)
        assert not data.endswith(b"\r")
        assert zlib.decompress(data).rstrip(b" ") == content.rstrip(b" ")


def test_packed_file_says_the_same() -> None:
    before = plain(Text=awkward(), Font=awkward(), Other=b"iets")
    after = pack(before)
    assert b"\r\nendstream" in before
    assert b"\r\nendstream" not in after
    assert len(after) < len(before) / 2
    with pikepdf.open(BytesIO(after)) as pdf:
        assert pdf.Root.Text.read_bytes().rstrip() == awkward()
        assert len(pdf.Root.Font.read_bytes()) == int(pdf.Root.Font.Length1)
        assert pdf.Root.Other.read_bytes() == b"iets"
        assert [int(entry.N) for entry in pdf.Root.Many] == list(range(700))
    assert len(PdfReader(BytesIO(after), strict=True).pages) == 1


@pytest.mark.parametrize("count", [0, 199, 200, 201])
def test_any_number_of_objects_is_packed(count: int) -> None:
    pdf, out = pikepdf.new(), BytesIO()
    pdf.add_blank_page()
    pdf.Root.Many = pikepdf.Array([pdf.make_indirect(pikepdf.Array([n])) for n in range(count)])
    pdf.save(out, object_stream_mode=pikepdf.ObjectStreamMode.disable)
    with pikepdf.open(BytesIO(pack(out.getvalue()))) as again:
        assert len(again.Root.Many) == count
