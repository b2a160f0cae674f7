"""The page number is drawn below the type area, on a turned page where the upright ones have it."""

from review.letters.faces import FaceRole
from review.letters.layout import POINTS_PER_MM, PageLayout
from review.letters.pdf_canvas import PaperCanvas
from review.letters.pdf_drawing import draw_line
from review.letters.style import PageNumberStyle
from review.letters.typesetting import Typesetter

TURN = -90
"""A turned page lies a quarter to the right of the upright ones, in degrees of the canvas."""


def draw_page_number(
    canvas: PaperCanvas,
    page: PageLayout,
    number: int,
    style: PageNumberStyle,
    typesetter: Typesetter,
    *,
    is_turned: bool,
) -> None:
    """Draw the page number, its dash at the height the standard asks.

    — 1 — stands outside: on odd pages right, on even pages left, one em in.

    Args:
        canvas: The page.
        page: The measures of an upright page.
        number: What to draw.
        style: How the office numbers its pages.
        typesetter: Sets the number.
        is_turned: Whether the canvas shows a page turned for a wide table.
    """
    size = page.number_size_pt
    words = f"{number}" if style is PageNumberStyle.PLAIN else f"— {number} —"
    line = typesetter.line(words, FaceRole.PAGE_NUMBER)
    _, dash_top = typesetter.ink("—", FaceRole.PAGE_NUMBER)
    down = page.height_pt + page.number_dash_below_mm * POINTS_PER_MM + dash_top * size
    x = (page.width_pt - line.length * size) / 2
    if style is PageNumberStyle.OUTSIDE:
        x = page.width_pt - (1 + line.length) * size if number % 2 else size
    canvas.saveState()
    if is_turned:
        canvas.rotate(TURN)
        canvas.translate(-page.width_mm * POINTS_PER_MM, 0)
    draw_line(canvas, line, page.point(x, down), size)
    canvas.restoreState()
