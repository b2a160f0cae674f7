"""Set lines and rules are drawn on a page of a PDF file."""

from collections.abc import Iterator

from reportlab.pdfgen.canvas import Canvas

from review.letters.line_breaking import Glyph, Line

SQUARE_MIDDLE = 0.38
"""Middle of a Chinese character above its baseline, in em; the bundled faces share it."""

SAME = 1e-4


def baseline(top: float, pitch: float, size: float) -> float:
    """Return how far the baseline lies below the type area's top in a line that starts at top."""
    return top + pitch / 2 + SQUARE_MIDDLE * size


def draw_line(canvas: Canvas, line: Line, place: tuple[float, float], size: float) -> None:
    """Draw a set line whose edge and baseline lie at this place, in points of the page."""
    x, y = place
    x += line.indent * size
    text = canvas.beginText(x, y)
    for run in _runs(line.glyphs):
        text.setTextOrigin(x, y)
        text.setFont(run[0].face, size)
        text.setCharSpace((run[0].advance - run[0].width) * size)
        text.textOut("".join(glyph.char for glyph in run))
        x += sum(glyph.advance for glyph in run) * size
    canvas.drawText(text)


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
