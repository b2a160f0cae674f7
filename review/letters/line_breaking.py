"""Chinese official text set into lines: breaks, squeezed or hanging marks, both edges straight.

Greedy and line by line. A piece that does not fit is pulled in when squeezing the marks of the line
makes the room, else it goes down and the line is stretched between its Chinese characters.
"""

from collections.abc import Callable, Iterator, Sequence
from typing import TypeAlias

from review.letters.break_table import OPENING, SQUEEZABLE, date_parts, narrow_parts, units
from review.letters.set_line import HAIR, HALF, HANGING, Glyph, Line, fill, visible_end, wide_gaps

Measure: TypeAlias = Callable[[str], tuple[str, float]]
"""Gives for a character the face that draws it and its width in em."""

WIDEST_GAP = 0.36
"""A line whose gaps would grow by more than this, in em, is left ragged: before a web address."""

WIDEST_DATE_GAP = 0.2
"""Rather than spread a line by more than this a date is cut after its year or month."""


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
    if sum(measure(char)[1] for char in text) <= width - indent:
        return [_only_line(_glyphs(text, measure), indent, width)]
    filling = _Filling(measure, width, indent, hangs=hangs)
    for unit in units(text):
        filling.add(unit)
    filling.lines[-1].is_last = True
    for line in filling.lines:
        fill(line, widest_gap, hangs=hangs)
    return filling.lines


def _only_line(glyphs: list[Glyph], indent: float, width: float) -> Line:
    """Return the line of a text that fits with room to spare: nothing is cut or drawn together."""
    return Line(indent, width - indent, glyphs[: visible_end(glyphs)], is_last=True)


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
        return line.room - self._taken > WIDEST_DATE_GAP * len(wide_gaps(line.glyphs))

    def _has_room(self, piece: Sequence[Glyph], taken: float, give: float) -> bool:
        end = visible_end(piece)
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
