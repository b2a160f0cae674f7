"""Put the characters of a page into lines, from top to bottom and left to right."""

from collections.abc import Iterator
from dataclasses import dataclass
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
    for glyph in sorted(glyphs, key=lambda each: -each.middle):
        if row and row[0].middle - glyph.middle > _SAME_LINE * max(row[0].height, glyph.height, 1):
            yield row
            row = []
        row.append(glyph)
    if row:
        yield row


def _line(row: list[Glyph]) -> PageLine:
    ordered = sorted(row, key=lambda each: each.left)
    inked = [each for each in ordered if not each.text.isspace()]
    size = median(glyph.right - glyph.left for glyph in inked) or 1.0
    size = max(size, median(glyph.height for glyph in inked) / 2)
    pieces: list[str] = []
    before, has_blank = inked[0], False
    for glyph in ordered:
        if glyph.text.isspace():
            has_blank = bool(pieces)
            continue
        pieces += [_blank((glyph.left - before.right) / size, has_blank=has_blank), glyph.text]
        before, has_blank = glyph, False
    right = max(glyph.right for glyph in inked)
    return PageLine("".join(pieces), len(row), inked[0].left, right, inked[0].middle, size)


def _blank(gap: float, *, has_blank: bool) -> str:
    """Return the blanks for a gap, in widths of a character, with or without a blank set in it."""
    if gap > _WIDE_GAP:
        return "  "
    return " " if has_blank or gap > _BLANK_GAP else ""
