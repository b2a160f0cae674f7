"""Put the characters of a page into lines, from top to bottom and left to right."""

from collections.abc import Iterator
from dataclasses import dataclass
from operator import itemgetter
from statistics import median
from typing import NamedTuple

REPLACEMENT = "�"
# A gap of this many character widths is a blank that somebody typed or a tabulator made.
_BLANK_GAP = 0.45
_WIDE_GAP = 1.6
# Characters whose middles lie closer than this share of the height stand on one line.
_SAME_LINE = 0.45


class Glyph(NamedTuple):
    """One character and its box, in points from the lower left corner.

    A tuple, because there are thousands a page and a frozen dataclass takes four times as long.
    """

    text: str
    left: float
    right: float
    middle: float
    height: float


# Thousands of calls a page: these run without a Python frame each.
_LEFT, _RIGHT, _MIDDLE, _HEIGHT = map(itemgetter, range(1, 5))


@dataclass(frozen=True, slots=True)
class PageLine:
    """One printed line; ``count`` is the number of characters set, blanks included."""

    text: str
    count: int
    left: float
    right: float
    middle: float
    size: float


def lines_of_glyphs(glyphs: list[Glyph]) -> list[PageLine]:
    """Return the lines of a page's characters in reading order."""
    return [_line(row) for row in _rows(glyphs) if any(not each.text.isspace() for each in row)]


def _rows(glyphs: list[Glyph]) -> Iterator[list[Glyph]]:
    row: list[Glyph] = []
    top = 0.0
    for glyph in sorted(glyphs, key=_MIDDLE, reverse=True):
        # Nearly all stand exactly as high as the first; then the heights need no look.
        fall = top - glyph.middle
        if row and fall and fall > _SAME_LINE * max(row[0].height, glyph.height, 1):
            yield row
            row = []
        if not row:
            top = glyph.middle
        row.append(glyph)
    if row:
        yield row


def _line(row: list[Glyph]) -> PageLine:
    ordered = sorted(row, key=_LEFT)
    inked = [each for each in ordered if not each.text.isspace()]
    size = median([right - left for _, left, right, _, _ in inked]) or 1.0
    size = max(size, median(map(_HEIGHT, inked)) / 2)
    pieces: list[str] = []
    end, has_blank = inked[0].right, False
    for text, left, right, _, _ in ordered:
        if text.isspace():
            has_blank = bool(pieces)
            continue
        gap = (left - end) / size
        if has_blank or gap > _BLANK_GAP:
            pieces.append("  " if gap > _WIDE_GAP else " ")
        pieces.append(text)
        end, has_blank = right, False
    right = max(map(_RIGHT, inked))
    return PageLine("".join(pieces), len(row), inked[0].left, right, inked[0].middle, size)
