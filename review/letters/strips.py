"""A strip: a piece of the paper that is never cut, a line of text, a row of a table, a gap.

Coordinates run down from the top of the type area.
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import TypeAlias

from review.letters.pdf_canvas import PaperCanvas

HAIR = 0.05

Draw: TypeAlias = Callable[[PaperCanvas, float], None]
"""Draws a strip whose upper edge lies so far below the top of the type area."""


def draw_nothing(canvas: PaperCanvas, top: float) -> None:
    """Leave the strip empty."""
    del canvas, top


@dataclass(frozen=True, slots=True)
class Bookmark:
    """An entry of the outline that leads to a strip.

    Attributes:
        level: 0 for titles and annexes, then the level of the heading.
    """

    level: int
    text: str


@dataclass(frozen=True, slots=True)
class Strip:
    """A piece of the paper that is never cut.

    Attributes:
        keeps_next: The strip stays on the page of the one after it.
        is_gap: The strip is dropped at the top of a page and may hang over its foot.
        is_foot: The strip stands at the foot of its page.
        head: Strips that are drawn first when a page begins with this one.
        spare: So much of the height may be taken to pull a signature onto the page.
        begins_page: The strip begins a new page.
        leaves_left: The left half of the strip stays empty.
        stands_left: The strip needs the left half only and may rise beside those that leave it.
        pulls: The page is drawn together rather than this strip go to the next one.
        split: Cuts a strip that is higher than a page: gives the part that fits into a height and
            the rest, or nothing when too little room is left.
        is_text: The strip is a line of the body or a row of a table.
        is_sealed: The seal is set on the strip.
    """

    height: float
    draw: Draw = draw_nothing
    keeps_next: bool = False
    is_gap: bool = False
    is_foot: bool = False
    head: tuple["Strip", ...] = ()
    spare: float = 0.0
    begins_page: bool = False
    leaves_left: bool = False
    stands_left: bool = False
    pulls: bool = False
    split: Callable[[float], tuple["Strip", "Strip"] | None] | None = None
    bookmark: Bookmark | None = None
    is_text: bool = False
    is_sealed: bool = False


@dataclass(frozen=True, slots=True)
class Placed:
    """A strip at its place on a page."""

    strip: Strip
    top: float
