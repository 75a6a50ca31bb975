"""Draws a manuscript as a Word document with real styles, for who edits with tracked changes."""

from datetime import date
from io import BytesIO
from pathlib import Path

import docx
from docx.document import Document
from docx.oxml.ns import qn
from docx.parts.story import StoryPart
from docx.shared import Mm

from ozj_desktop.exchange.colours import house_colours
from ozj_desktop.exchange.docx_blocks import Blocks, Landmark
from ozj_desktop.exchange.docx_look import describe, dress
from ozj_desktop.exchange.docx_styles import WIDTH
from ozj_desktop.exchange.docx_text import Place, Writer, Xml, field, styled, xml
from ozj_desktop.exchange.picture import logo_png
from ozj_desktop.exchange.plain_text import one_line
from ozj_desktop.model.blocks import Chapter, Heading, Manuscript, Row, Run, rich, walk
from ozj_desktop.progress import Report, unheard

_LOGO_WIDE, _LOGO_HIGH = 60, 14  # mm
_LONGEST = 130  # letters of a line in head or foot
_CONTENTS = r' TOC \o "1-2" \h \z \u '


def draw_docx(
    manuscript: Manuscript, target: Path, *, today: date, progress: Report = unheard
) -> None:
    """Write the manuscript to `target`, dated `today`.

    `progress` hears (done, total) at every block; what it raises ends the work before `target` is
    touched. Raise OSError where the file cannot be written.
    """
    document = docx.Document()
    dress(document, house_colours(manuscript.colour, manuscript.attention))
    describe(document, manuscript, today)
    _Drawing(document, manuscript, progress).draw()
    out = BytesIO()
    document.save(out)
    target.write_bytes(out.getvalue())


def _anchors(manuscript: Manuscript) -> dict[str, str]:
    """The bookmark of each anchor that is linked to: a heading, else the first row of a table.

    That of a row has a second key with a space before it, so that no heading takes it.
    """
    headings: set[str] = set()
    rows: set[str] = set()
    wanted: dict[str, None] = {}
    for thing in walk((manuscript.cover, manuscript.chapters)):
        match thing:
            case Heading(anchor=anchor) if anchor:
                headings.add(anchor)
            case Row(anchor=anchor) if anchor:
                rows.add(anchor)
            case Run(link=link) if link.startswith("#"):
                wanted[link[1:]] = None
    names = {a: f"_Ref{n:09d}" for n, a in enumerate(wanted, 1) if a in headings | rows}
    return names | {f" {a}": name for a, name in names.items() if a not in headings}


class _Drawing:
    """One manuscript on its way into a document."""

    def __init__(self, document: Document, manuscript: Manuscript, progress: Report) -> None:
        self.document, self.manuscript, self.progress = document, manuscript, progress
        self.writer = Writer(document.part, _anchors(manuscript))
        self.blocks = Blocks(self.writer, document.part.numbering_part.element)
        self.body: Xml = document.element.body
        self.place = Place(self.body, WIDTH)
        self.done, self.total = 0, 1 + sum(len(c.blocks) for c in manuscript.chapters)

    def draw(self) -> None:
        self._frame()
        last = self.body[-1]  # the properties of the page
        self.body.clear()
        self._cover()
        front = [c for c in self.manuscript.chapters if c.sort == "front"]
        rest = [c for c in self.manuscript.chapters if c.sort != "front"]
        self._chapters(front)
        here = len(self.body)
        self._chapters(rest)
        if self.blocks.landmarks:
            self.body.insert(here, _contents(self.writer, self.blocks.landmarks))
        self.body.append(last)
        self.progress(self.total, self.total)

    def _chapters(self, chapters: list[Chapter]) -> None:
        self.writer.turn = True
        for chapter in chapters:
            self.writer.turn |= chapter.new_page or chapter.sort != "chapter"
            self.blocks.heading(self.place, 1, chapter.title, chapter.number)
            self.blocks.all(chapter.blocks, self.place, self._drawn)

    def _drawn(self) -> None:
        self.done += 1
        self.progress(self.done, self.total)

    # Head, foot and title page

    def _frame(self) -> None:
        page = self.document.sections[0]
        for story in (page.header, page.footer, page.first_page_header, page.first_page_footer):
            story.is_linked_to_previous = False
            story.part.element.clear()
        self._head(page.header.part)
        self._foot(page.footer.part)
        self._foot(page.first_page_footer.part)
        self.writer.paragraph(Place(page.first_page_header.part.element, WIDTH), "Header")

    def _head(self, part: StoryPart) -> None:
        line = self.writer.paragraph(
            Place(part.element, WIDTH), "Header", rich(_short(self.manuscript.running))
        )
        self._status(line)

    def _status(self, line: Xml) -> None:
        words = one_line(self.manuscript.status)[:60]
        if words:
            style = "OzjFinal" if self.manuscript.final else "OzjDraft"
            line.append(xml("w:r", xml("w:tab")))
            line.append(styled(f"\xa0 {words} \xa0", style))

    def _foot(self, part: StoryPart) -> None:
        place, words = Place(part.element, WIDTH), rich(_short(self.manuscript.foot))
        line = self.writer.paragraph(place, "Footer", words)
        line.append(xml("w:r", xml("w:tab")))
        line.append(styled("Pagina ", "Strong"))
        line.append(field("PAGE", "1", "Strong"))
        line.append(styled(" van ", "Strong"))
        line.append(field("NUMPAGES", "1", "Strong"))

    def _cover(self) -> None:
        cover, place, write = self.manuscript.cover, self.place, self.writer.paragraph
        self._logo()
        edge = xml("w:tabs", xml("w:tab", val="right", pos=WIDTH))
        close = xml("w:spacing", before=0, after=0)
        name = (Run(one_line(cover.name), "strong"),)
        line = write(place, "Normal", name, tabs=edge, spacing=close)
        self._status(line)
        write(place, "OzjNote", rich(one_line(cover.place)))
        low = xml("w:spacing", before=1100, after=120)
        write(place, "OzjKicker", rich(one_line(cover.kicker)), spacing=low)
        write(place, "Title", rich(one_line(cover.title)))
        write(place, "Subtitle", rich(cover.lead))
        self.blocks.all(cover.blocks, place)
        self.blocks.block(cover.facts, place)

    def _logo(self) -> None:
        found = logo_png(self.manuscript.logo)
        if not found:
            return
        content, shape = found
        wide = min(_LOGO_WIDE, _LOGO_HIGH * shape)
        line = self.document.add_paragraph()
        line.add_run().add_picture(BytesIO(content), width=Mm(wide))
        name = one_line(self.manuscript.cover.name)
        told = f"Logo van {name}" if name else "Logo"
        for drawing in self.body.iter(qn("wp:inline")):
            drawing.find(qn("wp:docPr")).set("descr", told)
            for side in ("distT", "distB", "distL", "distR"):
                drawing.set(side, "0")


def _contents(writer: Writer, landmarks: list[Landmark]) -> Xml:
    """A field that Word can update, with the headings in it already; pages come by updating."""
    content = xml("w:sdtContent")
    place = Place(content, WIDTH)
    writer.turn = True
    writer.paragraph(place, "TOCHeading", rich("Inhoud"))
    for landmark in landmarks:
        line = writer.paragraph(place, f"TOC{landmark.level}")
        if landmark is landmarks[0]:
            line.extend(_field_start())
        words = styled(landmark.title)
        line.append(xml("w:hyperlink", words, anchor=landmark.bookmark, history=1))
    line.append(xml("w:r", xml("w:fldChar", fldCharType="end")))
    gallery = xml("w:docPartGallery", val="Table of Contents")
    part = xml("w:docPartObj", gallery, xml("w:docPartUnique"))
    return xml("w:sdt", xml("w:sdtPr", part), content)


def _field_start() -> list[Xml]:
    code = xml("w:instrText")
    code.text = _CONTENTS
    return [
        xml("w:r", xml("w:fldChar", fldCharType="begin")),
        xml("w:r", code),
        xml("w:r", xml("w:fldChar", fldCharType="separate")),
    ]


def _short(text: str) -> str:
    text = one_line(text)
    return text if len(text) <= _LONGEST else text[:_LONGEST].rstrip() + "…"
