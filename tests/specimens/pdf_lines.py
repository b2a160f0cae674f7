"""The lines of a PDF file as they stand on the page, read back from its characters."""

from collections.abc import Iterator
from dataclasses import dataclass

# pypdfium2 ships without type information.
import pypdfium2  # type: ignore[import-untyped]
import pypdfium2.raw as pdfium  # type: ignore[import-untyped]

MM = 25.4 / 72
_SAME_LINE_PT = 1.0
_JUMP_EM = 0.6
"""A gap this wide is a neighbouring cell, not justified text."""


@dataclass(frozen=True, slots=True)
class Glyph:
    """One character: its begin and end, its baseline from the foot of the page, its size; in pt."""

    char: str
    x: float
    right: float
    y: float
    size: float


@dataclass(frozen=True, slots=True)
class TextLine:
    """One line of one paragraph or cell."""

    page: int
    glyphs: tuple[Glyph, ...]

    @property
    def text(self) -> str:
        """Its characters without spaces."""
        return "".join(glyph.char for glyph in self.glyphs)

    @property
    def x(self) -> float:
        """Where it begins."""
        return self.glyphs[0].x

    @property
    def right(self) -> float:
        """Where its ink ends."""
        return max(glyph.right for glyph in self.glyphs)

    @property
    def y(self) -> float:
        """Its baseline, from the foot of the page."""
        return self.glyphs[0].y

    @property
    def size(self) -> float:
        """The commonest type size in it."""
        sizes = [round(glyph.size, 1) for glyph in self.glyphs]
        return max(set(sizes), key=sizes.count)


@dataclass(frozen=True, slots=True)
class PdfSheet:
    """One page: its size in pt and its lines in the order they were written."""

    width: float
    height: float
    lines: tuple[TextLine, ...]


def sheets_of(pdf: bytes) -> list[PdfSheet]:
    """Return the pages of a file."""
    document = pypdfium2.PdfDocument(pdf)
    try:
        return [
            PdfSheet(page.get_width(), page.get_height(), tuple(_lines(number, page)))
            for number, page in enumerate(document, 1)
        ]
    finally:
        document.close()


def fonts_of(pdf: bytes) -> dict[str, bool]:
    """Return the fonts that draw text, and whether each is embedded."""
    document = pypdfium2.PdfDocument(pdf)
    fonts: dict[str, bool] = {}
    try:
        for page in document:
            for piece in page.get_objects(filter=[pdfium.FPDF_PAGEOBJ_TEXT]):
                font = pdfium.FPDFTextObj_GetFont(piece.raw)
                fonts[_font_name(font)] = bool(pdfium.FPDFFont_GetIsEmbedded(font))
    finally:
        document.close()
    return fonts


def _font_name(font: object) -> str:
    size = pdfium.FPDFFont_GetBaseFontName(font, None, 0)
    buffer = pdfium.ctypes.create_string_buffer(size)
    pdfium.FPDFFont_GetBaseFontName(font, buffer, size)
    return str(buffer.value.decode("utf-8", "replace"))


def _lines(number: int, page: pypdfium2.PdfPage) -> Iterator[TextLine]:
    line: list[Glyph] = []
    for glyph in _glyphs(page):
        if line and _begins_anew(line[-1], glyph):
            yield TextLine(number, tuple(line))
            line = []
        line.append(glyph)
    if line:
        yield TextLine(number, tuple(line))


def _begins_anew(before: Glyph, glyph: Glyph) -> bool:
    gap = glyph.x - before.right
    is_elsewhere = abs(glyph.y - before.y) > _SAME_LINE_PT
    return is_elsewhere or gap > _JUMP_EM * glyph.size + glyph.size / 2 or gap < -glyph.size


def _glyphs(page: pypdfium2.PdfPage) -> Iterator[Glyph]:
    texts = page.get_textpage()
    x, y = pdfium.c_double(), pdfium.c_double()
    for place in range(texts.count_chars()):
        char = chr(pdfium.FPDFText_GetUnicode(texts.raw, place))
        if pdfium.FPDFText_IsGenerated(texts.raw, place) or char.isspace():
            continue
        pdfium.FPDFText_GetCharOrigin(texts.raw, place, x, y)
        size = pdfium.FPDFText_GetFontSize(texts.raw, place)
        _, _, right, _ = texts.get_charbox(place)
        yield Glyph(char, x.value, right, y.value, size)
