"""Lengths of the Word file, which counts in twips, half points and eighths of a point."""

from dataclasses import dataclass
from math import floor

from review.letters.layout import POINTS_PER_MM, Layout

TWIPS_PER_POINT = 20
BODY_POINTS = 16
"""三号, the size of the body as word processors know it."""


def twips(points: float) -> int:
    """Turn points into twips."""
    return round(points * TWIPS_PER_POINT)


def twips_of_mm(length: float) -> int:
    """Turn millimetres into twips."""
    return twips(length * POINTS_PER_MM)


def half_points(points: float) -> int:
    """Turn points into half points."""
    return round(points * 2)


def eighths(points: float) -> int:
    """Turn points into the eighths that borders are measured in."""
    return round(points * 8)


def em_width(text: str) -> float:
    """Return about how wide a text is, in em: figures and Latin letters take half a square."""
    return sum(0.5 if char.isascii() else 1.0 for char in text)


@dataclass(frozen=True, slots=True)
class Grid:
    """The squares that the body is set into, in twips.

    Rounded down, so that no line and no character too few fits into the type area.

    Attributes:
        line: Distance of two lines.
        character: Width of a body character with its spacing.
    """

    line: int
    character: int

    @property
    def spacing(self) -> int:
        """Spacing between body characters: what the size of the type is too wide."""
        return self.character - BODY_POINTS * TWIPS_PER_POINT

    def lines(self, count: float) -> int:
        """Return the height of so many lines."""
        return round(count * self.line)

    def characters(self, count: float) -> int:
        """Return the width of so many characters."""
        return round(count * self.character)


def grid_of(layout: Layout) -> Grid:
    """Return the grid of a layout."""
    page = layout.page
    return Grid(floor(page.pitch_pt * TWIPS_PER_POINT), floor(page.size_pt * TWIPS_PER_POINT))
