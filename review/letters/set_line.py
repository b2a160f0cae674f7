"""A line of set text: its characters, and how it is made exactly as wide as its room."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from review.letters.break_table import CLOSING, FULL_WIDTH_CLOSING, OPENING, SQUEEZABLE

MARK_GIVES = 0.15
"""How much of its width a mark inside a line may give, in em."""

HAIR = 1e-6
HALF = 0.5
FIRST_CHINESE = "\u2e80"
HANGING = frozenset("，。、；：")
"""Marks that may stand outside the type area."""


@dataclass(slots=True)
class Glyph:
    """A character on its line.

    Attributes:
        advance: Distance to the next character, in em, with every squeeze.
        width: Width the face gives it, in em.
    """

    char: str
    face: str
    width: float
    advance: float

    @property
    def give(self) -> float:
        """Return how much the glyph may still give inside a line."""
        return MARK_GIVES if self.char in SQUEEZABLE and self.advance > HALF + HAIR else 0.0

    @property
    def give_at_end(self) -> float:
        """Return how much the glyph may give at the end of a line: its empty half."""
        is_open = self.char in FULL_WIDTH_CLOSING and self.advance > HALF + HAIR
        return HALF if is_open else 0.0


@dataclass(slots=True)
class Line:
    """A line of set text, all measures in em.

    Attributes:
        indent: Empty space before the first character.
        room: Width to fill.
        is_last: Whether the paragraph ends here.
    """

    indent: float
    room: float
    glyphs: list[Glyph] = field(default_factory=list)
    is_last: bool = False

    @property
    def text(self) -> str:
        """The characters of the line."""
        return "".join(glyph.char for glyph in self.glyphs)

    @property
    def length(self) -> float:
        """Width of the glyphs as they stand now."""
        return sum(glyph.advance for glyph in self.glyphs)


def visible_end(glyphs: Sequence[Glyph]) -> int:
    """Return the end of the glyphs without the spaces there, which vanish at the edge."""
    end = len(glyphs)
    while end and glyphs[end - 1].char == " ":
        end -= 1
    return end


def fill(line: Line, widest_gap: float, *, hangs: bool) -> None:
    """Make the line exactly as wide as its room, unless it is the last or lacks too much."""
    line.glyphs = line.glyphs[: visible_end(line.glyphs)]
    slack = line.room - line.length
    inside = line.glyphs
    if hangs and slack < -HAIR and line.glyphs[-1].char in HANGING:
        slack += line.glyphs[-1].advance
        inside = line.glyphs[:-1]
    if slack < -HAIR:
        _squeeze(line, -slack)
    elif (not line.is_last or inside is not line.glyphs) and slack > HAIR:
        _stretch(inside, slack, widest_gap)


def _squeeze(line: Line, over: float) -> None:
    """Take the overflow first from the mark at the end, then evenly from the others."""
    *before, last = line.glyphs
    from_end = min(over, last.give_at_end)
    last.advance -= from_end
    rest, others = over - from_end, sum(glyph.give for glyph in before)
    if others <= HAIR or rest <= HAIR:
        return
    for glyph in before:
        glyph.advance -= rest * glyph.give / others


def _stretch(glyphs: Sequence[Glyph], slack: float, widest_gap: float) -> None:
    """Spread the slack over the places beside Chinese characters, never inside brackets."""
    gaps = wide_gaps(glyphs)
    if slack > widest_gap * len(gaps):
        return
    for glyph in gaps:
        glyph.advance += slack / len(gaps)


def wide_gaps(glyphs: Sequence[Glyph]) -> list[Glyph]:
    """Return the glyphs that may be followed by a wider gap."""
    return [
        left
        for left, right in pairwise(glyphs)
        if (left.char >= FIRST_CHINESE or right.char >= FIRST_CHINESE)
        and left.char not in OPENING
        and right.char not in CLOSING
    ]
