"""Strips of a paper are put onto pages: what belongs together stays together.

A strip is a line of text, a row of a table, a signature, a gap. Coordinates run down from the top
of the type area.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import TypeAlias

from reportlab.pdfgen.canvas import Canvas

HAIR = 0.05

Draw: TypeAlias = Callable[[Canvas, float], None]
"""Draws a strip whose upper edge lies so far below the top of the type area."""


def draw_nothing(canvas: Canvas, top: float) -> None:
    """Leave the strip empty."""
    del canvas, top


@dataclass(frozen=True, slots=True)
class Strip:
    """A piece of the paper that is never cut.

    Attributes:
        keeps_next: The strip stays on the page of the one after it.
        is_gap: The strip is dropped at the top of a page and may hang over its foot.
        is_foot: The strip stands at the foot of its page.
        head: Strips that are drawn first when a page begins with this one.
    """

    height: float
    draw: Draw = draw_nothing
    keeps_next: bool = False
    is_gap: bool = False
    is_foot: bool = False
    head: tuple["Strip", ...] = ()


@dataclass(frozen=True, slots=True)
class Placed:
    """A strip at its place on a page."""

    strip: Strip
    top: float


def paginate(strips: list[Strip], page_height: float) -> list[list[Placed]]:
    """Put the strips onto pages of this height in order."""
    pages: list[list[Placed]] = [[]]
    top = 0.0
    for group in _groups(strips):
        needed = sum(strip.height for strip in _without_gaps_at_end(group))
        if pages[-1] and top + needed > page_height + HAIR:
            pages.append([])
            top = 0.0
        for strip in group:
            if pages[-1] and not strip.is_gap and top + strip.height > page_height + HAIR:
                pages.append([])
                top = 0.0
            top = _place(strip, pages[-1], top, page_height)
    return pages


def _place(strip: Strip, page: list[Placed], top: float, page_height: float) -> float:
    """Put one strip onto the page and return where the next one begins."""
    if not page:
        if strip.is_gap:
            return top
        for repeated in strip.head:
            page.append(Placed(repeated, top))
            top += repeated.height
    if strip.is_foot:
        top = max(top, page_height - strip.height)
    page.append(Placed(strip, top))
    return top + strip.height


def _groups(strips: list[Strip]) -> Iterator[list[Strip]]:
    """Yield the strips in groups that stay on one page."""
    group: list[Strip] = []
    for strip in strips:
        group.append(strip)
        if not strip.keeps_next:
            yield group
            group = []
    if group:
        yield group


def _without_gaps_at_end(group: list[Strip]) -> list[Strip]:
    end = len(group)
    while end and group[end - 1].is_gap:
        end -= 1
    return group[:end]
