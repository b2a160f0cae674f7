"""The sheet a paper is drawn on: lines of text and bars written straight into the file.

The library draws both too, but counts widths that nobody asks for and writes each number the long
way; a register of thousands of rows is drawn in a third of its time here, in the same bytes.
"""

from collections.abc import Callable, Iterable
from functools import lru_cache
from math import log10
from typing import Any

from reportlab.pdfbase.pdfdoc import PDFDocument
from reportlab.pdfbase.pdfmetrics import getFont
from reportlab.pdfgen.canvas import Canvas

SMALLEST = 1e-7
LEADING = 1.2
"""What the library takes for the pitch of a face, times its size; nothing is set by it."""


@lru_cache(maxsize=8192)
def number(value: float) -> str:
    """Return a number as PDF has it: six figures at most, no zeros that say nothing."""
    size = abs(value)
    if size <= SMALLEST:
        return "0"
    # As the library writes them; no place on a sheet has more than four figures before the point.
    places = 6 - min(3, int(log10(max(size, 1))))
    text = f"{value:.{places}f}"
    text = text.rstrip("0").rstrip(".")
    return text[1:] if text.startswith("0.") else text


class PaperCanvas(Canvas):
    """Draws the pages of one paper.

    The stubs do not know what the library writes its own texts with.
    """

    _doc: PDFDocument
    _escape: Callable[[bytes], str]

    def draw_runs(
        self, place: tuple[float, float], size: float, runs: Iterable[tuple[str, float, str]]
    ) -> None:
        """Draw a line of text.

        Args:
            place: Where its first character stands on its baseline, in points of the page.
            size: Size of the faces in points.
            runs: Stretches of it: the face, the space behind each character in points, the text.
        """
        x, y = place
        code = [f"BT 1 0 0 1 {number(x)} {number(y)} Tm"]
        face, part = "", -1
        for name, space, text in runs:
            if name != face:
                face, part = name, -1
            code.append(f"{number(space)} Tc")
            font: Any = getFont(name)
            for subset, chars in font.splitString(text, self._doc):
                if subset != part:
                    own_name = font.getSubsetInternalName(subset, self._doc)
                    code.append(f"{own_name} {number(size)} Tf {number(size * LEADING)} TL")
                    part = subset
                code.append(f"({self._escape(chars)}) Tj")
        code.append("ET")
        self.addLiteral(" ".join(code))

    def draw_frame(self, place: tuple[float, float], width: float, height: float) -> None:
        """Draw the outline of a box whose lower left corner lies at this place."""
        x, y = place
        self.addLiteral(f"n {number(x)} {number(y)} {number(width)} {number(height)} re S")

    def fill_bars(self, bars: Iterable[tuple[float, float, float, float]]) -> None:
        """Fill bars, each given by its lower left corner, its width and its height in points."""
        for x, y, width, height in bars:
            self.addLiteral(f"n {number(x)} {number(y)} {number(width)} {number(height)} re f*")
