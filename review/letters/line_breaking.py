"""Chinese official text set into lines: breaks, squeezed or hanging marks, both edges straight.

Greedy and line by line. A piece that does not fit is pulled in when squeezing the marks of the line
makes the room, else it goes down and the line is stretched between its Chinese characters.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from typing import TypeAlias

from review.letters.break_table import (
    CLOSING,
    FULL_WIDTH_CLOSING,
    OPENING,
    SQUEEZABLE,
    date_parts,
    narrow_parts,
    units,
)

Measure: TypeAlias = Callable[[str], tuple[str, float]]
"""Gives for a character the face that draws it and its width in em."""

MARK_GIVES = 0.15
"""How much of its width a mark inside a line may give, in em."""

WIDEST_GAP = 0.36
"""A line whose gaps would grow by more than this, in em, is left ragged: before a web address."""

WIDEST_DATE_GAP = 0.2
"""Rather than spread a line by more than this a date is cut after its year or month."""

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


def set_lines(
    text: str,
    measure: Measure,
    width: float,
    *,
    indent: float = 0.0,
    widest_gap: float = WIDEST_GAP,
    hangs: bool = False,
) -> list[Line]:
    """Break a paragraph into lines.

    Args:
        text: The paragraph.
        measure: Gives face and width of a character.
        width: Width of a line, in em.
        indent: Empty space before the first line, in em.
        widest_gap: How far characters may be spread to make a line full, in em.
        hangs: Whether a comma or full stop may stand beyond the right edge.
    """
    filling = _Filling(measure, width, indent, hangs=hangs)
    for unit in units(text):
        filling.add(unit)
    filling.lines[-1].is_last = True
    for line in filling.lines:
        _fill(line, widest_gap, hangs=hangs)
    return filling.lines


class _Filling:
    """Lines while they are filled; the width and the give of the open one are kept as sums."""

    def __init__(self, measure: Measure, width: float, indent: float, *, hangs: bool) -> None:
        self._measure = measure
        self._width = width
        self._hangs = hangs
        self.lines = [Line(indent, width - indent)]
        self._taken = self._give = 0.0

    def add(self, unit: str) -> None:
        """Put a unit onto the open line, or onto a new one when it does not fit."""
        piece = _glyphs(unit, self._measure)
        if self._takes(piece):
            return
        if self.lines[-1].glyphs and not self._is_spread_too_wide():
            self._begin_line()
            if self._takes(piece):
                return
        for part in date_parts(unit):
            self._add_part(part)

    def _add_part(self, unit: str) -> None:
        """Put a part of a date or a unit without room; one wider than a line is cut."""
        piece = _glyphs(unit, self._measure)
        if self._takes(piece):
            return
        if self.lines[-1].glyphs:
            self._begin_line()
            if self._takes(piece):
                return
        for part in narrow_parts(unit):
            for cut in self._cut(_glyphs(part, self._measure)):
                if not self._takes(cut):
                    self._begin_line()
                    self._append(cut)

    def _takes(self, piece: list[Glyph]) -> bool:
        """Put a piece onto the open line where it fits."""
        line = self.lines[-1]
        squeeze, lost = _seam(line.glyphs, piece)
        if not self._has_room(piece, self._taken - squeeze, self._give - lost):
            return False
        if squeeze:
            line.glyphs[-1].advance -= squeeze
            self._taken -= squeeze
            self._give -= lost
        self._append(piece)
        return True

    def _is_spread_too_wide(self) -> bool:
        """Tell whether the open line would be spread too wide if it ended here."""
        line = self.lines[-1]
        return line.room - self._taken > WIDEST_DATE_GAP * len(_gaps(line.glyphs))

    def _has_room(self, piece: Sequence[Glyph], taken: float, give: float) -> bool:
        end = _visible_end(piece)
        if not end:
            return True
        last = piece[end - 1]
        for glyph in piece[: end - 1]:
            taken += glyph.advance
            give += glyph.give
        room = self.lines[-1].room
        if self._hangs and last.char in HANGING and taken <= room + HAIR:
            return True
        over = taken + last.advance - room
        return over <= HAIR or over <= give + last.give_at_end + HAIR

    def _append(self, piece: Sequence[Glyph]) -> None:
        self.lines[-1].glyphs += piece
        for glyph in piece:
            self._taken += glyph.advance
            self._give += glyph.give

    def _begin_line(self) -> None:
        self.lines.append(Line(0.0, self._width))
        self._taken = self._give = 0.0

    def _cut(self, piece: list[Glyph]) -> Iterator[list[Glyph]]:
        """Cut a piece that is wider than a whole line anywhere; other pieces stay whole."""
        part: list[Glyph] = []
        taken = 0.0
        for glyph in piece:
            if part and taken + glyph.advance > self._width + HAIR:
                yield part
                part, taken = [], 0.0
            part.append(glyph)
            taken += glyph.advance
        yield part


def _glyphs(unit: str, measure: Measure) -> list[Glyph]:
    """Measure a piece; marks with a gap between them share it."""
    glyphs: list[Glyph] = []
    for char in unit:
        face, width = measure(char)
        glyph = Glyph(char, face, width, width)
        if glyphs:
            glyphs[-1].advance -= _seam(glyphs, [glyph])[0]
        glyphs.append(glyph)
    return glyphs


def _seam(glyphs: Sequence[Glyph], piece: Sequence[Glyph]) -> tuple[float, float]:
    """Return what the last glyph loses before the next one: of its width, and of its give."""
    if not glyphs or piece[0].char not in SQUEEZABLE or glyphs[-1].char not in SQUEEZABLE:
        return 0.0, 0.0
    last = glyphs[-1]
    if last.char in OPENING and piece[0].char not in OPENING:
        return 0.0, 0.0
    return last.advance - (last.width - HALF), last.give


def _visible_end(glyphs: Sequence[Glyph]) -> int:
    """Return the end of the glyphs without the spaces there, which vanish at the edge."""
    end = len(glyphs)
    while end and glyphs[end - 1].char == " ":
        end -= 1
    return end


def _fill(line: Line, widest_gap: float, *, hangs: bool) -> None:
    """Make the line exactly as wide as its room, unless it is the last or lacks too much."""
    line.glyphs = line.glyphs[: _visible_end(line.glyphs)]
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
    gaps = _gaps(glyphs)
    if slack > widest_gap * len(gaps):
        return
    for glyph in gaps:
        glyph.advance += slack / len(gaps)


def _gaps(glyphs: Sequence[Glyph]) -> list[Glyph]:
    """Return the glyphs that may be followed by a wider gap."""
    return [
        left
        for left, right in pairwise(glyphs)
        if (left.char >= FIRST_CHINESE or right.char >= FIRST_CHINESE)
        and left.char not in OPENING
        and right.char not in CLOSING
    ]
