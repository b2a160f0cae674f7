"""Fetch the characters of a pdf page with their boxes."""

import ctypes
from collections.abc import Iterator

# pypdfium2 ships without type information.
import pypdfium2  # type: ignore[import-untyped]
import pypdfium2.raw as pdfium  # type: ignore[import-untyped]

from review.reading.page_lines import REPLACEMENT, Glyph, PageLine, lines_of_glyphs

_NO_CHARACTER = frozenset((0, 0xFFFE, 0xFFFF))
_SURROGATES = range(0xD800, 0xE000)


def lines_of_page(page: pypdfium2.PdfPage) -> list[PageLine]:
    """Return the lines of a page in reading order."""
    textpage = page.get_textpage()
    try:
        glyphs = list(_glyphs(textpage.raw))
    finally:
        textpage.close()
    return lines_of_glyphs(glyphs)


def has_picture(page: pypdfium2.PdfPage) -> bool:
    """Tell whether the page shows a picture, which may be a scan."""
    return any(True for _ in page.get_objects(filter=(pdfium.FPDF_PAGEOBJ_IMAGE,)))


def _glyphs(textpage: object) -> Iterator[Glyph]:
    box = pdfium.FS_RECTF()
    for index in range(pdfium.FPDFText_CountChars(textpage)):
        code = pdfium.FPDFText_GetUnicode(textpage, index)
        character = REPLACEMENT if code in _NO_CHARACTER or code in _SURROGATES else chr(code)
        if character in "\r\n" or pdfium.FPDFText_IsGenerated(textpage, index) == 1:
            continue
        if pdfium.FPDFText_GetLooseCharBox(textpage, index, ctypes.byref(box)):
            middle, height = (box.top + box.bottom) / 2, abs(box.top - box.bottom)
            yield Glyph(character, box.left, box.right, middle, height)
