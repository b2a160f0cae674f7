"""Put the characters of a page into lines, from top to bottom and left to right."""

from collections.abc import Iterator
from dataclasses import dataclass
from operator import itemgetter, sub
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
_TEXT, _LEFT, _RIGHT, _MIDDLE, _HEIGHT = map(itemgetter, range(5))


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
    return [_line(row) for row in _rows(glyphs) if not "".join(map(_TEXT, row)).isspace()]


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
    inked = [each for each in ordered if not each[0].isspace()]
    lefts, rights = list(map(_LEFT, inked)), list(map(_RIGHT, inked))
    size = median(map(sub, rights, lefts)) or 1.0
    size = max(size, median(map(_HEIGHT, inked)) / 2)
    widest = max(map(sub, lefts[1:], rights), default=0.0)
    is_solid = len(inked) == len(ordered) and widest <= _BLANK_GAP * size
    text = "".join(map(_TEXT, inked)) if is_solid else _spaced(ordered, inked[0].right, size)
    return PageLine(text, len(row), lefts[0], max(rights), inked[0].middle, size)


def _spaced(ordered: list[Glyph], end: float, size: float) -> str:
    """Join the characters of a line, with blanks where somebody left room."""
    pieces: list[str] = []
    has_blank = False
    for text, left, right, _, _ in ordered:
        if text.isspace():
            has_blank = bool(pieces)
            continue
        gap = (left - end) / size
        if has_blank or gap > _BLANK_GAP:
            pieces.append("  " if gap > _WIDE_GAP else " ")
        pieces.append(text)
        end, has_blank = right, False
    return "".join(pieces)
