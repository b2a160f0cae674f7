"""Set lines and rules are drawn on a page of a PDF file."""

from collections.abc import Iterator
from itertools import groupby

from reportlab.lib.colors import HexColor

from review.letters.layout import POINTS_PER_MM, Layout
from review.letters.pdf_canvas import PaperCanvas
from review.letters.set_line import Glyph, Line

SQUARE_MIDDLE = 0.38
"""Middle of a Chinese character above its baseline, in em; the bundled faces share it."""

SAME = 1e-4


def baseline(top: float, pitch: float, size: float) -> float:
    """Return how far the baseline lies below the type area's top in a line that starts at top."""
    return top + pitch / 2 + SQUARE_MIDDLE * size


def draw_line(canvas: PaperCanvas, line: Line, place: tuple[float, float], size: float) -> None:
    """Draw a set line whose edge and baseline lie at this place, in points of the page."""
    x, y = place
    runs = (
        (run[0].face, (run[0].advance - run[0].width) * size, "".join(one.char for one in run))
        for run in _runs(line.glyphs)
    )
    canvas.draw_runs((x + line.indent * size, y), size, runs)


def draw_rule(
    canvas: PaperCanvas,
    place: tuple[float, float],
    width: float,
    height: float,
    colour: str = "000000",
) -> None:
    """Draw a rule as a filled bar whose lower left corner lies at this place."""
    canvas.saveState()
    canvas.setFillColor(HexColor(f"#{colour}"))
    canvas.rect(*place, width, height, stroke=0, fill=1)
    canvas.restoreState()


def draw_dashes(
    canvas: PaperCanvas,
    place: tuple[float, float],
    width: float,
    weight_and_dash: tuple[float, float],
) -> None:
    """Draw a dashed line to the right of this place."""
    weight, dash = weight_and_dash
    x, y = place
    canvas.saveState()
    canvas.setLineWidth(weight)
    canvas.setDash(dash, dash)
    canvas.line(x, y, x + width, y)
    canvas.restoreState()


def draw_qr_code(
    canvas: PaperCanvas,
    modules: tuple[tuple[bool, ...], ...],
    place: tuple[float, float],
    side: float,
) -> None:
    """Draw a QR code whose lower left corner lies at this place; dark squares join to bars."""
    left, foot = place
    square = side / len(modules)
    canvas.saveState()
    canvas.setFillColor(HexColor("#000000"))
    for row, darks in enumerate(modules):
        y = foot + side - (row + 1) * square
        canvas.fill_bars(
            (left + column * square, y, length * square, square)
            for column, length in _dark_runs(darks)
        )
    canvas.restoreState()


def draw_double_rule(
    canvas: PaperCanvas, layout: Layout, foot: float, heights: tuple[float, float]
) -> None:
    """Draw a red double rule over its width.

    Args:
        canvas: The page.
        layout: The measures.
        foot: Its lower edge above the foot of the page, in points.
        heights: Heights of the upper and of the lower line.
    """
    head, (upper, lower) = layout.letterhead, heights
    left = (layout.page.width_mm - head.rule_width_mm) / 2 * POINTS_PER_MM
    width = head.rule_width_mm * POINTS_PER_MM
    draw_rule(canvas, (left, foot), width, lower, head.colour)
    draw_rule(canvas, (left, foot + lower + head.between_pt), width, upper, head.colour)


def _runs(glyphs: list[Glyph]) -> Iterator[list[Glyph]]:
    """Yield stretches of one face whose characters stand equally far apart."""
    run: list[Glyph] = []
    for glyph in glyphs:
        if run and not (
            run[0].face == glyph.face
            and abs((run[0].advance - run[0].width) - (glyph.advance - glyph.width)) < SAME
        ):
            yield run
            run = []
        run.append(glyph)
    if run:
        yield run


def _dark_runs(darks: tuple[bool, ...]) -> Iterator[tuple[int, int]]:
    """Yield where dark squares stand side by side, and how many."""
    column = 0
    for is_dark, run in groupby(darks):
        length = len(list(run))
        if is_dark:
            yield column, length
        column += length
