"""Chinese official text set into lines: breaks, squeezed marks, both edges straight.

Greedy and line by line. A piece that does not fit is pulled in when squeezing the marks of the line
makes the room, else it goes down and the line is stretched between its Chinese characters.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from itertools import pairwise
from typing import TypeAlias

from review.letters.break_table import CLOSING, FULL_WIDTH_CLOSING, OPENING, SQUEEZABLE, units

Measure: TypeAlias = Callable[[str], tuple[str, float]]
"""Gives for a character the face that draws it and its width in em."""

MARK_GIVES = 0.15
"""How much of its width a mark inside a line may give, in em."""

WIDEST_GAP = 0.36
"""A line whose gaps would grow by more than this, in em, is left ragged: before a web address."""

HAIR = 1e-6
HALF = 0.5
FIRST_CHINESE = "\u2e80"


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
) -> list[Line]:
    """Break a paragraph into lines.

    Args:
        text: The paragraph.
        measure: Gives face and width of a character.
        width: Width of a line, in em.
        indent: Empty space before the first line, in em.
        widest_gap: How far characters may be spread to make a line full, in em.
    """
    line = Line(indent, width - indent)
    lines = [line]
    for piece in _pieces(text, measure):
        grown = _joined(line.glyphs, piece)
        if _fits(grown, line.room):
            line.glyphs = grown
            continue
        if line.glyphs:
            line = Line(0.0, width)
            lines.append(line)
        for part in _cut_to(piece, line.room, width):
            if line.glyphs:
                line = Line(0.0, width)
                lines.append(line)
            line.glyphs = part
    lines[-1].is_last = True
    for line in lines:
        _fill(line, widest_gap)
    return lines


def _pieces(text: str, measure: Measure) -> Iterator[list[Glyph]]:
    for unit in units(text):
        glyphs: list[Glyph] = []
        for char in unit:
            face, width = measure(char)
            _squeeze_pair(glyphs, char)
            glyphs.append(Glyph(char, face, width, width))
        yield glyphs


def _squeeze_pair(glyphs: list[Glyph], char: str) -> None:
    """Take half an em from the last glyph when it and the next are marks with a gap between."""
    if not glyphs or char not in SQUEEZABLE or glyphs[-1].char not in SQUEEZABLE:
        return
    is_pair_of_brackets = glyphs[-1].char in OPENING and char not in OPENING
    if not is_pair_of_brackets:
        glyphs[-1].advance = glyphs[-1].width - HALF


def _joined(before: list[Glyph], piece: list[Glyph]) -> list[Glyph]:
    """Return both in one list; only the last glyph before the piece may change its advance."""
    if not before:
        return piece
    last = before[-1]
    seam = [Glyph(last.char, last.face, last.width, last.advance)]
    _squeeze_pair(seam, piece[0].char)
    return [*before[:-1], *seam, *piece]


def _visible(glyphs: list[Glyph]) -> list[Glyph]:
    """Return the glyphs without the spaces at the end, which vanish at the edge."""
    end = len(glyphs)
    while end and glyphs[end - 1].char == " ":
        end -= 1
    return glyphs[:end]


def _fits(glyphs: list[Glyph], room: float) -> bool:
    visible = _visible(glyphs)
    over = sum(glyph.advance for glyph in visible) - room
    return over <= HAIR or over <= sum(_gives(visible)) + HAIR


def _gives(glyphs: list[Glyph]) -> list[float]:
    """Return how much each glyph could still give: half a mark at the end, a little of others."""
    gives = [
        MARK_GIVES if glyph.char in SQUEEZABLE and glyph.advance > HALF + HAIR else 0.0
        for glyph in glyphs
    ]
    if glyphs:
        is_closed = glyphs[-1].char in FULL_WIDTH_CLOSING and glyphs[-1].advance > HALF + HAIR
        gives[-1] = HALF if is_closed else 0.0
    return gives


def _cut_to(piece: list[Glyph], room: float, width: float) -> Iterator[list[Glyph]]:
    """Cut a piece that is wider than a whole line anywhere; other pieces stay whole."""
    part: list[Glyph] = []
    for glyph in piece:
        if part and not _fits([*part, glyph], room):
            yield part
            part, room = [], width
        part.append(glyph)
    yield part


def _fill(line: Line, widest_gap: float) -> None:
    """Make the line exactly as wide as its room, unless it is the last or lacks too much."""
    line.glyphs = _visible(line.glyphs)
    slack = line.room - line.length
    if slack < -HAIR:
        _squeeze(line, -slack)
    elif not line.is_last and slack > HAIR:
        _stretch(line, slack, widest_gap)


def _squeeze(line: Line, over: float) -> None:
    """Take the overflow first from the mark at the end, then evenly from the others."""
    gives = _gives(line.glyphs)
    from_end = min(over, gives[-1])
    line.glyphs[-1].advance -= from_end
    rest, others = over - from_end, sum(gives[:-1])
    for glyph, give in zip(line.glyphs[:-1], gives[:-1], strict=True):
        glyph.advance -= rest * give / others if others else 0.0


def _stretch(line: Line, slack: float, widest_gap: float) -> None:
    """Spread the slack over the places beside Chinese characters, never inside brackets."""
    gaps = [
        left
        for left, right in pairwise(line.glyphs)
        if (left.char >= FIRST_CHINESE or right.char >= FIRST_CHINESE)
        and left.char not in OPENING
        and right.char not in CLOSING
    ]
    if slack > widest_gap * len(gaps):
        return
    for glyph in gaps:
        glyph.advance += slack / len(gaps)
