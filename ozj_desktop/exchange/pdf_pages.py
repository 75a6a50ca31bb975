"""The pages of a PDF as pictures, for who looks at it or prints it.

PDFium must never be called twice at once, whatever the documents: one lock guards every call, and
its own functions are used, as its helper objects close themselves on any thread at any moment.
"""

import ctypes
from threading import RLock
from typing import Any, NamedTuple

NUMBERED = "\xa0\xa0"  # between a number and a title
INCH = 72  # points
_MOST = 40_000_000  # pixels of a picture: an A4 at 600 dots per inch
_ONE_AT_A_TIME = RLock()  # what is forgotten is closed where Python happens to notice it


class Picture(NamedTuple):
    """Pixels of four bytes, blue first and the last one without meaning; without alpha."""

    width: int
    height: int
    pixels: bytes


class Pages:
    """A PDF in memory. Ask on any thread; close it when nobody asks any more."""

    _document: Any = None

    def __init__(self, pdf: bytes) -> None:
        """Raise ValueError where these bytes are no PDF."""
        self.pdf = pdf  # PDFium reads on in these bytes as long as the document is open
        with _ONE_AT_A_TIME:
            import pypdfium2.raw as pdfium  # type: ignore[import-untyped]  # not for the first paint

            self._pdfium: Any = pdfium
            self._document = pdfium.FPDF_LoadMemDocument64(pdf, len(pdf), None)
            if not self._document:
                raise ValueError("no PDF")
            number = pdfium.FPDF_GetPageCount(self._document)
            self.sizes = tuple(self._size(n) for n in range(number))  # points, width and height

    def __len__(self) -> int:
        return len(self.sizes)

    def _size(self, number: int) -> tuple[float, float]:
        size = self._pdfium.FS_SIZEF()
        self._pdfium.FPDF_GetPageSizeByIndexF(self._document, number, size)
        return size.width, size.height

    def page_of(self, title: str) -> int | None:
        """The page to which the bookmark of this title leads, whatever number stands before it."""
        with _ONE_AT_A_TIME:
            return self._search(None, title) if self._document else None

    def _search(self, parent: Any, title: str) -> int | None:
        pdfium = self._pdfium
        mark = pdfium.FPDFBookmark_GetFirstChild(self._document, parent)
        while mark:
            if self._title(mark).rpartition(NUMBERED)[2] == title:
                place = pdfium.FPDFBookmark_GetDest(self._document, mark)
                return int(pdfium.FPDFDest_GetDestPageIndex(self._document, place))
            if (found := self._search(mark, title)) is not None:
                return found
            mark = pdfium.FPDFBookmark_GetNextSibling(self._document, mark)
        return None

    def _title(self, mark: Any) -> str:
        size = self._pdfium.FPDFBookmark_GetTitle(mark, None, 0)
        told = ctypes.create_string_buffer(size)
        self._pdfium.FPDFBookmark_GetTitle(mark, told, size)
        return told.raw[: max(size - 2, 0)].decode("utf-16-le", "replace")

    def draw(self, number: int, scale: float) -> Picture | None:
        """A page with `scale` pixels to a point; None once the document is closed."""
        wide, high = self.sizes[number]
        scale = min(scale, (_MOST / (wide * high)) ** 0.5)
        width, height = max(1, round(wide * scale)), max(1, round(high * scale))
        pixels = (ctypes.c_ubyte * (width * height * 4))()
        with _ONE_AT_A_TIME:
            if not self._document:
                return None
            self._paint(number, width, height, pixels)
        return Picture(width, height, bytes(pixels))

    def _paint(self, number: int, width: int, height: int, pixels: Any) -> None:
        pdfium = self._pdfium
        page = pdfium.FPDF_LoadPage(self._document, number)
        sheet = pdfium.FPDFBitmap_CreateEx(width, height, pdfium.FPDFBitmap_BGRx, pixels, width * 4)
        try:
            pdfium.FPDFBitmap_FillRect(sheet, 0, 0, width, height, 0xFFFFFFFF)
            flags = pdfium.FPDF_ANNOT
            pdfium.FPDF_RenderPageBitmap(sheet, page, 0, 0, width, height, 0, flags)
        finally:
            pdfium.FPDFBitmap_Destroy(sheet)
            pdfium.FPDF_ClosePage(page)

    def close(self) -> None:
        with _ONE_AT_A_TIME:
            if self._document:
                self._pdfium.FPDF_CloseDocument(self._document)
                self._document = None

    def __del__(self) -> None:
        self.close()
