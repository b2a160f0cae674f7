"""The office's own settings of typesetting, where GB/T 9704 is open or offices differ."""

from dataclasses import dataclass, replace
from enum import Enum
from functools import cache

from review.letters.layout import Layout, page_layout


class LinePitch(Enum):
    """Distance of two lines of the body: the grid of the standard, or a fixed one in points."""

    GRID = "grid"
    """22 lines over 225 mm."""
    PT_28 = "28"
    PT_28_95 = "28.95"
    PT_29_2 = "29.2"

    @property
    def points(self) -> float:
        """Return the fixed distance in points; 0 where the grid decides."""
        return 0.0 if self is LinePitch.GRID else float(self.value)


class PageNumberStyle(Enum):
    """How the pages are numbered."""

    OUTSIDE = "outside"
    """— 1 — on the outer side, as the standard asks."""
    CENTRED = "centred"
    """— 1 — in the middle."""
    PLAIN = "plain"
    """1 in the middle, without dashes."""


class EdgeMarks(Enum):
    """What happens to a full stop or comma that no longer fits on its line."""

    SQUEEZED = "squeezed"
    """The marks of the line give room; the edge stays straight."""
    HANGING = "hanging"
    """The mark stands outside the type area."""


@dataclass(frozen=True, slots=True)
class LetterStyle:
    """How this office sets its papers; the defaults are the standard.

    Attributes:
        uses_installed_faces: Whether the faces of this computer come before the bundled ones.
        body_face: Family the office wants for the body; empty for the usual choice. The same
            holds for the other faces.
        imprint_on_even_page: Whether the imprint (版记) stands on an even page, so that it is on
            the back of the last sheet; a page is added where it would not be.
    """

    line_pitch: LinePitch = LinePitch.GRID
    page_number: PageNumberStyle = PageNumberStyle.OUTSIDE
    edge_marks: EdgeMarks = EdgeMarks.SQUEEZED
    uses_installed_faces: bool = True
    body_face: str = ""
    title_face: str = ""
    heading_face: str = ""
    subheading_face: str = ""
    page_number_face: str = ""
    imprint_on_even_page: bool = False


STANDARD = LetterStyle()


@cache
def layout_for(style: LetterStyle) -> Layout:
    """Return the measures of a paper set in this style."""
    layout = page_layout()
    return replace(layout, page=replace(layout.page, line_pitch_pt=style.line_pitch.points))
