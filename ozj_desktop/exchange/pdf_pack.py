"""Packs a PDF: objects go together into compressed streams, a third of the size.

qpdf can do that too, but not so that every reader agrees where a stream ends: where its last byte
is a carriage return, the line feed behind it looks like the second half of one line end, and a
validator that measures streams counts a byte too few.
"""

import re
import zlib
from dataclasses import dataclass, field
from struct import pack as packed

_TOGETHER = 200  # objects in one stream
_LENGTH = re.compile(rb"/Length \d+")
_FONT_LENGTH = re.compile(rb"/Length1 \d+")


@dataclass
class _File:
    """A file being written; `places` are the entries of its cross-reference stream."""

    written: bytearray
    places: dict[int, tuple[int, int, int]] = field(default_factory=dict)

    def add(self, number: int, body: bytes) -> None:
        self.places[number] = (1, len(self.written), 0)
        self.written += b"%d 0 obj\n%s\nendobj\n" % (number, body)

    def add_stream(self, number: int, about: bytes, content: bytes) -> None:
        """`about` are the entries of its dictionary besides the length and the filter."""
        data = deflated(content)
        head = b"<< %s /Filter /FlateDecode /Length %d >>" % (about, len(data))
        self.add(number, b"%s\nstream\n%s\nendstream" % (head, data))


def deflated(content: bytes) -> bytes:
    """Compressed, with a space behind it where it would else end in a carriage return."""
    data = zlib.compress(content)
    return deflated(content + b" ") if data.endswith(b"\r") else data


def pack(plain: bytes) -> bytes:
    """A file with a table of cross-references, as qpdf writes it, packed."""
    start = int(plain[plain.rindex(b"startxref") + 9 :].split()[0])
    table, _, trailer = plain[start:].partition(b"trailer ")
    offsets = [int(line[:10]) for line in table.splitlines()[3:]]
    bodies = _bodies(plain, offsets, start)
    file = _File(bytearray(plain[: offsets[0]]))
    loose = [number for number, body in bodies.items() if not body.endswith(b"endstream")]
    for number, body in bodies.items():
        if body.endswith(b"endstream"):
            file.add(number, _mended(body))
    number = len(offsets) + 1
    for i in range(0, len(loose), _TOGETHER):
        _together(file, number, {n: bodies[n] for n in loose[i : i + _TOGETHER]})
        number += 1
    return _ended(file, number, trailer)


def _bodies(plain: bytes, offsets: list[int], end: int) -> dict[int, bytes]:
    """What stands between obj and endobj, by number."""
    found = {}
    for number, (start, stop) in enumerate(zip(offsets, [*offsets[1:], end], strict=True), 1):
        inner = plain[plain.index(b"obj", start) + 3 : plain.rindex(b"endobj", start, stop)]
        found[number] = inner.strip(b"\n")
    return found


def _mended(body: bytes) -> bytes:
    """A stream that does not end in a carriage return."""
    if not body.endswith(b"\r\nendstream"):
        return body
    head, _, rest = body.partition(b"\nstream\n")
    content = zlib.decompress(rest.removesuffix(b"\nendstream")) + b" "
    data = deflated(content)
    head = _LENGTH.sub(b"/Length %d" % len(data), head)
    if b"/Length1" in head:  # a font tells its own length, too
        head = _FONT_LENGTH.sub(b"/Length1 %d" % len(content), head)
    return b"%s\nstream\n%s\nendstream" % (head, data)


def _together(file: _File, number: int, bodies: dict[int, bytes]) -> None:
    heads, place = [], 0
    for index, (own, body) in enumerate(bodies.items()):
        heads.append(b"%d %d" % (own, place))
        file.places[own] = (2, number, index)
        place += len(body) + 1
    head = b" ".join(heads) + b"\n"
    about = b"/Type /ObjStm /N %d /First %d" % (len(bodies), len(head))
    file.add_stream(number, about, head + b"\n".join(bodies.values()))


def _ended(file: _File, number: int, trailer: bytes) -> bytes:
    place = len(file.written)
    places = {0: (0, 0, 65535), **file.places, number: (1, place, 0)}
    entries = b"".join(packed(">BIH", *places[n]) for n in range(number + 1))
    kept = trailer[trailer.index(b"<<") + 2 : trailer.rindex(b">>")]
    kept = re.sub(rb"/Size \d+", b"/Size %d" % (number + 1), kept).strip()
    file.add_stream(number, b"/Type /XRef /W [1 4 2] " + kept, entries)
    return bytes(file.written + b"startxref\n%d\n%%%%EOF\n" % place)
