"""What every setter of blocks shares: lines of text as strips on one kind of page."""

from dataclasses import dataclass

from review.letters.faces import FaceRole
from review.letters.layout import Layout, PageLayout
from review.letters.letter_model import Base
from review.letters.pdf_canvas import PaperCanvas
from review.letters.pdf_drawing import baseline, draw_line
from review.letters.set_line import Line
from review.letters.strips import Draw, Strip
from review.letters.typesetting import Typesetter

INDENT = 2.0
"""First lines stand in by so many characters."""


@dataclass(frozen=True, slots=True)
class StripMaker:
    """Makes the strips of one paper's text on pages of these measures."""

    base: Base
    layout: Layout
    typesetter: Typesetter

    @property
    def page(self) -> PageLayout:
        """Return the measures of the sheet."""
        return self.layout.page

    def paragraph(
        self, text: str, role: FaceRole, *, indent: float = INDENT, keeps_next: bool = False
    ) -> list[Strip]:
        """Set a paragraph over the full width."""
        lines = self.typesetter.lines(text, role, self.page.characters, indent)
        return [self.text_line(line, keeps_next=keeps_next) for line in lines]

    def text_line(self, line: Line, *, x: float = 0.0, keeps_next: bool = False) -> Strip:
        """Make a strip of a body line; a page may be drawn together by what it has to spare."""
        pitch = self.page.pitch_pt
        spare = max(0.0, pitch - self.layout.signature.least_pitch_pt)
        draw = self.drawer(line, self.page.size_pt, pitch, x)
        return Strip(pitch, draw, keeps_next, spare=spare)

    def centred(self, line: Line, size: float, pitch: float) -> Strip:
        """Make a strip of a centred line that stays with what follows."""
        x = (self.page.width_pt - line.length * size) / 2
        return Strip(pitch, self.drawer(line, size, pitch, x), keeps_next=True)

    def drawer(self, line: Line, size: float, pitch: float, x: float) -> Draw:
        """Return what draws a line of this size in the middle of this pitch."""
        page = self.page

        def draw(canvas: PaperCanvas, top: float) -> None:
            draw_line(canvas, line, page.point(x, baseline(top, pitch, size)), size)

        return draw

    def gap(self, lines: float, *, keeps_next: bool = False) -> Strip:
        """Make an empty strip that vanishes at the top of a page."""
        return Strip(lines * self.page.pitch_pt, keeps_next=keeps_next, is_gap=True)
