"""Streams that all readers measure alike."""

import zlib
from io import BytesIO

import pikepdf

from ozj_desktop.exchange.pdf_about import mend_streams


def awkward() -> bytes:
    """Something that ends in a carriage return once it is compressed."""
    return next(b"a" * n for n in range(1, 999) if zlib.compress(b"a" * n).endswith(b"\r"))


def test_no_stream_ends_in_a_carriage_return() -> None:
    pdf, out = pikepdf.new(), BytesIO()
    pdf.Root.Text = pdf.make_stream(awkward())
    pdf.Root.Font = pdf.make_stream(awkward(), Length1=len(awkward()))
    mend_streams(pdf)
    pdf.save(out, compress_streams=False)
    assert b"\r\nendstream" not in out.getvalue()
    assert pdf.Root.Text.read_bytes().rstrip() == awkward()
    assert len(pdf.Root.Font.read_bytes()) == int(pdf.Root.Font.Length1)
