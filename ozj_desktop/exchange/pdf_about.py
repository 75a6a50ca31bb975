"""What a PDF says of itself, and what PDF/A asks besides tags: colours, letters, metadata."""

import zlib
from dataclasses import dataclass
from datetime import date
from functools import cache
from xml.sax.saxutils import escape

from pikepdf import Array, Dictionary, Name, Pdf, Stream, String
from PIL import ImageCms

from ozj_desktop.exchange.pdf_fonts import plain_letters


@dataclass(frozen=True)
class About:
    """What the file says of itself."""

    title: str
    author: str
    keywords: tuple[str, ...]
    made: date


def mend_fonts(pdf: Pdf) -> None:
    """Say for each code which letter it is; reportlab says U+0000, or half of a wide one."""
    seen = set()
    for page in pdf.pages:
        for font in page.obj.Resources.get("/Font", Dictionary()).values():
            if font.objgen in seen or "/ToUnicode" not in font:
                continue
            seen.add(font.objgen)
            lines = font.ToUnicode.read_bytes().decode("ascii").split("\n")
            font.ToUnicode = pdf.make_stream("\n".join(map(_mended, lines)).encode("ascii"))


def mend_streams(pdf: Pdf) -> None:
    """Compress what is not yet, so that no stream ends in a carriage return.

    The line feed behind it would look like the second half of one line end, and readers that
    measure streams would count a byte too few.
    """
    for found in pdf.objects:
        if isinstance(found, Stream):
            content = found.read_bytes()
            while (packed := zlib.compress(content)).endswith(b"\r"):
                content += b" "
            if "/Length1" in found:  # a font tells its own length, too
                found.Length1 = len(content)
            found.write(packed, filter=Name.FlateDecode)


def _mended(line: str) -> str:
    code, _, letter = line.partition("> <")
    if not (line.startswith("<") and len(code) == 3 and letter.endswith(">") and len(letter) > 4):
        return line
    known = plain_letters(chr(int(letter[:-1], 16) or 0xFFFD))
    return f"{code}> <{known.encode('utf-16-be').hex().upper()}>"


@cache
def _srgb() -> bytes:
    return ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()


def describe(pdf: Pdf, about: About) -> None:
    root = pdf.Root
    root.Lang = String("nl-NL")
    root.ViewerPreferences = Dictionary(DisplayDocTitle=True)
    profile = pdf.make_stream(_srgb(), N=3)
    root.OutputIntents = Array(
        [
            Dictionary(
                Type=Name.OutputIntent,
                S=Name.GTS_PDFA1,
                OutputConditionIdentifier=String("sRGB"),
                Info=String("sRGB"),
                DestOutputProfile=profile,
            )
        ]
    )
    root.Metadata = pdf.make_stream(_xmp(about), Type=Name.Metadata, Subtype=Name.XML)
    moment = String(f"D:{about.made:%Y%m%d}000000Z")
    pdf.docinfo = pdf.make_indirect(
        Dictionary(
            Title=String(about.title),
            Author=String(about.author),
            Keywords=String(", ".join(about.keywords)),
            Creator=String(_PROGRAM),
            Producer=String(_PROGRAM),
            CreationDate=moment,
            ModDate=moment,
        )
    )


_PROGRAM = "OZJ Desktop"
_RDF = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
_AIIM = "http://www.aiim.org"
_XMP = """<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="{rdf}">
<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/"
 xmlns:pdf="http://ns.adobe.com/pdf/1.3/" xmlns:xmp="http://ns.adobe.com/xap/1.0/"
 xmlns:pdfaid="{aiim}/pdfa/ns/id/" xmlns:pdfuaid="{aiim}/pdfua/ns/id/">
<pdfaid:part>2</pdfaid:part><pdfaid:conformance>A</pdfaid:conformance>
<pdfuaid:part>1</pdfuaid:part>
<dc:title><rdf:Alt><rdf:li xml:lang="x-default">{title}</rdf:li></rdf:Alt></dc:title>
<dc:creator><rdf:Seq><rdf:li>{author}</rdf:li></rdf:Seq></dc:creator>
<dc:language><rdf:Bag><rdf:li>nl-NL</rdf:li></rdf:Bag></dc:language>
<pdf:Keywords>{keywords}</pdf:Keywords><pdf:Producer>{program}</pdf:Producer>
<xmp:CreatorTool>{program}</xmp:CreatorTool>
<xmp:CreateDate>{made}</xmp:CreateDate><xmp:ModifyDate>{made}</xmp:ModifyDate>
</rdf:Description>
<rdf:Description rdf:about="" xmlns:pdfaExtension="{aiim}/pdfa/ns/extension/"
 xmlns:pdfaSchema="{aiim}/pdfa/ns/schema#" xmlns:pdfaProperty="{aiim}/pdfa/ns/property#">
<pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType="Resource">
<pdfaSchema:schema>PDF/UA</pdfaSchema:schema>
<pdfaSchema:namespaceURI>{aiim}/pdfua/ns/id/</pdfaSchema:namespaceURI>
<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>
<pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource">
<pdfaProperty:name>part</pdfaProperty:name>
<pdfaProperty:valueType>Integer</pdfaProperty:valueType>
<pdfaProperty:category>internal</pdfaProperty:category>
<pdfaProperty:description>part</pdfaProperty:description>
</rdf:li></rdf:Seq></pdfaSchema:property></rdf:li></rdf:Bag></pdfaExtension:schemas>
</rdf:Description></rdf:RDF></x:xmpmeta><?xpacket end="w"?>"""


def _xmp(about: About) -> bytes:
    words = {
        "title": about.title,
        "author": about.author,
        "keywords": ", ".join(about.keywords),
        "program": _PROGRAM,
        "made": f"{about.made.isoformat()}T00:00:00Z",
    }
    said = {name: escape(value) for name, value in words.items()}
    return _XMP.format(rdf=_RDF, aiim=_AIIM, **said).encode()
