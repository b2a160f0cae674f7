"""What a paper measures: grid, margins, forbidden marks, fonts, whether Word says the same."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from itertools import pairwise
from statistics import median

from review.letters.break_table import CLOSING, OPENING
from review.letters.layout import POINTS_PER_MM, page_layout
from review.letters.letter_model import LetterModel
from tests.review.letters.papers import docx_words, pdf_words
from tests.specimens.pdf_lines import MM, PdfSheet, TextLine, fonts_of, sheets_of

_PAGE_NUMBER = re.compile(r"^—?\d+—?$")
_SIZE_SLACK_PT = 0.15


@dataclass(frozen=True, slots=True)
class Measures:
    """The figures of one paper.

    Attributes:
        lines: Lines that fit the height of the type area at the measured pitch; 0 without body.
        characters: Squares that fit its width at the measured type size; 0 without body.
        left_mm: Where the leftmost text of the body begins.
        right_mm: How far from the right edge of the sheet its rightmost ink ends.
        forbidden: Lines that begin or end with a mark they may not, quoted.
        loose_fonts: Fonts that are named but not embedded.
        has_same_words: Whether Word and PDF say the same.
        word_pages: Pages of the Word file as LibreOffice sets it; None where it is not installed.
        equal_lines: Share of the lines that LibreOffice breaks like the PDF, 0 to 1.
    """

    kind_id: str
    base: str
    pages: int
    lines: float
    characters: float
    left_mm: float
    right_mm: float
    forbidden: tuple[str, ...]
    loose_fonts: tuple[str, ...]
    has_same_words: bool
    word_pages: int | None
    equal_lines: float | None


def measures_of(model: LetterModel, pdf: bytes, docx: bytes, word_as_pdf: bytes | None) -> Measures:
    """Measure a paper from its two files and, where there is one, the Word file set as PDF."""
    sheets = sheets_of(pdf)
    body = _body_lines(sheets)
    in_word = sheets_of(word_as_pdf) if word_as_pdf else None
    return Measures(
        kind_id=model.kind_id,
        base=model.base.value,
        pages=len(sheets),
        lines=_lines_in_height(body),
        characters=_characters_in_width(body),
        left_mm=min((line.x for line in body), default=0) * MM,
        right_mm=max(0, sheets[0].width - max((line.right for line in body), default=0)) * MM,
        forbidden=tuple(forbidden_lines(line for sheet in sheets for line in sheet.lines)),
        loose_fonts=tuple(name for name, is_embedded in fonts_of(pdf).items() if not is_embedded),
        has_same_words=pdf_words(pdf, model) == docx_words(docx),
        word_pages=len(in_word) if in_word else None,
        equal_lines=_share_of_equal_lines(sheets, in_word) if in_word else None,
    )


def forbidden_lines(lines: Iterable[TextLine]) -> list[str]:
    """Return the lines that begin with a closing or end with an opening mark."""
    return [
        line.text
        for line in lines
        if len(line.glyphs) > 1
        and not _PAGE_NUMBER.match(line.text)
        and (line.text[0] in CLOSING or line.text[-1] in OPENING)
    ]


def _body_lines(sheets: Sequence[PdfSheet]) -> list[TextLine]:
    size = page_layout().page.size_pt
    return [
        line for sheet in sheets for line in sheet.lines if abs(line.size - size) < _SIZE_SLACK_PT
    ]


def _lines_in_height(body: Sequence[TextLine]) -> float:
    """Divide the height of the type area by the commonest distance of two lines."""
    steps = [
        one.y - other.y
        for one, other in pairwise(body)
        if one.page == other.page and one.size < one.y - other.y < 2 * one.size
    ]
    return page_layout().page.text_height_mm * POINTS_PER_MM / median(steps) if steps else 0


def _characters_in_width(body: Sequence[TextLine]) -> float:
    sizes = [glyph.size for line in body for glyph in line.glyphs]
    return page_layout().page.text_width_mm * POINTS_PER_MM / median(sizes) if sizes else 0


def _share_of_equal_lines(ours: Sequence[PdfSheet], word: Sequence[PdfSheet]) -> float:
    ours_lines, word_lines = _words_of_lines(ours), _words_of_lines(word)
    matcher = SequenceMatcher(None, ours_lines, word_lines, autojunk=False)
    equal = sum(block.size for block in matcher.get_matching_blocks())
    return equal / max(len(ours_lines), len(word_lines), 1)


def _words_of_lines(sheets: Sequence[PdfSheet]) -> list[str]:
    """Return the words line by line from above, the pieces of one height from left to right."""
    lines = [
        (line.page, -round(line.y), line.x, line.text) for sheet in sheets for line in sheet.lines
    ]
    return [text for *_, text in sorted(lines) if not _PAGE_NUMBER.match(text)]
