"""Fetch the characters of a pdf page with their boxes."""

import ctypes
import re
from itertools import compress, repeat
from struct import Struct

# pypdfium2 ships without type information.
import pypdfium2  # type: ignore[import-untyped]
import pypdfium2.raw as pdfium  # type: ignore[import-untyped]

from review.reading.page_lines import REPLACEMENT, Glyph, PageLine, lines_of_glyphs

_NO_CHARACTER = frozenset((0, 0xFFFE, 0xFFFF))
_SURROGATES = range(0xD800, 0xE000)
_ADDED = frozenset(" \r\n")
# With one of these the text as a whole may not match the places on the page one to one.
_UNSURE = re.compile("[\\0\\ud800-\\udfff\\ufffd-\\uffff\\U00010000-\\U0010ffff]")
# Left, top, right and bottom, as pdfium writes them.
_RECTANGLE = Struct("4f")
# Thousands of times a page: without the Python frame that the tuple's own makers cost.
_new = tuple.__new__


def lines_of_page(page: pypdfium2.PdfPage) -> list[PageLine]:
    """Return the lines of a page in reading order."""
    textpage = page.get_textpage()
    try:
        glyphs = _glyphs(textpage.raw)
    finally:
        textpage.close()
    return lines_of_glyphs(glyphs)


def has_picture(page: pypdfium2.PdfPage) -> bool:
    """Tell whether the page shows a picture, which may be a scan."""
    return any(True for _ in page.get_objects(filter=(pdfium.FPDF_PAGEOBJ_IMAGE,)))


def _glyphs(textpage: object) -> list[Glyph]:
    """Return the characters printed on the page, without the breaks and blanks pdfium adds.

    All boxes are fetched in one sweep: a Python loop around each call takes twice as long.
    """
    characters = _characters(textpage, pdfium.FPDFText_CountChars(textpage))
    printed = _printed(textpage, characters)
    boxes = (pdfium.FS_RECTF * len(printed))()
    has_box = list(map(pdfium.FPDFText_GetLooseCharBox, repeat(textpage), printed, boxes))
    return [
        _new(Glyph, (characters[index], left, right, (top + bottom) / 2, abs(top - bottom)))
        for index, (left, top, right, bottom) in compress(
            zip(printed, _RECTANGLE.iter_unpack(boxes), strict=True), has_box
        )
    ]


def _characters(textpage: object, count: int) -> str:
    """Return exactly one character for each place of the page."""
    text = _text_at_once(textpage, count)
    if len(text) != count or _UNSURE.search(text):
        codes = map(pdfium.FPDFText_GetUnicode, repeat(textpage), range(count))
        return "".join(map(_character, codes))
    return text


def _text_at_once(textpage: object, count: int) -> str:
    """Return the text of the page; pdfium leaves out the places it has no character for."""
    # Twice the room, for a character beyond the basic plane, and the closing zero.
    units = (ctypes.c_ushort * (2 * count + 1))()
    written = pdfium.FPDFText_GetText(textpage, 0, count, units)
    return bytes(units)[: 2 * max(written - 1, 0)].decode("utf-16-le", "replace")


def _character(code: int) -> str:
    return REPLACEMENT if code in _NO_CHARACTER or code in _SURROGATES else chr(code)


def _printed(textpage: object, characters: str) -> list[int]:
    """Return the places of the printed characters; pdfium adds only blanks and breaks."""
    return [
        index
        for index, character in enumerate(characters)
        if character not in _ADDED
        or (character == " " and pdfium.FPDFText_IsGenerated(textpage, index) != 1)
    ]
