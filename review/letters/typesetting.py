"""Texts of one paper are set into lines in the faces of their roles."""

from collections import defaultdict
from functools import lru_cache

from review.letters.faces import FaceChain, FaceRole, chain_of
from review.letters.line_breaking import WIDEST_GAP, set_lines
from review.letters.set_line import Line
from review.letters.style import EdgeMarks, LetterStyle

REMEMBERED = 2048
"""Texts whose lines are kept: letters of a batch and rows of a register say much the same."""


class Typesetter:
    """Sets the texts of one paper.

    Attributes:
        used: The characters that were set in each role.
    """

    def __init__(self, style: LetterStyle) -> None:
        self._style = style
        self._hangs = style.edge_marks is EdgeMarks.HANGING
        self.used: dict[FaceRole, set[str]] = defaultdict(set)

    def lines(
        self,
        text: str,
        role: FaceRole,
        width: float,
        indent: float = 0.0,
        widest_gap: float = WIDEST_GAP,
    ) -> list[Line]:
        """Break a text into lines.

        Args:
            text: One paragraph.
            role: What it is set as.
            width: Width of a line, in em.
            indent: Empty space before the first line, in em.
            widest_gap: How far characters may be spread to make a line full, in em.
        """
        self.used[role].update(text)
        chain = chain_of(role, self._style)
        # Centred lines, which are not spread, would stand askew with a mark outside.
        hangs = self._hangs and widest_gap > 0
        return list(_lines_of(text, chain, width, indent, widest_gap, hangs))

    def line(self, text: str, role: FaceRole) -> Line:
        """Set a text on one line without end."""
        return self.lines(text, role, float("inf"))[0]

    def ink(self, text: str, role: FaceRole) -> tuple[float, float]:
        """Return the lowest and the highest ink of a text above its baseline, in em."""
        return chain_of(role, self._style).ink(text)

    def missing(self) -> list[str]:
        """Return the characters that no face can draw."""
        return sorted(
            {
                char
                for role, chars in self.used.items()
                for char in chars
                if not chain_of(role, self._style).measure(char)[0]
            }
        )


@lru_cache(REMEMBERED)
def _lines_of(
    text: str,
    chain: FaceChain,
    width: float,
    indent: float,
    widest_gap: float,
    hangs: bool,  # noqa: FBT001 -- one of the things the lines are remembered by
) -> tuple[Line, ...]:
    """Break a text into lines, which nobody changes afterwards."""
    measure = chain.measure
    return tuple(set_lines(text, measure, width, indent=indent, widest_gap=widest_gap, hangs=hangs))
