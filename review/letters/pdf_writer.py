"""The paper as a PDF file: only embedded faces, the same bytes for the same paper."""

from io import BytesIO
from typing import Any

from reportlab.pdfbase.pdfdoc import PDFString
from reportlab.pdfgen.canvas import Canvas

from review.letters.errors import MissingGlyphError
from review.letters.faces import FaceRole, chain_of
from review.letters.layout import POINTS_PER_MM, Layout, page_layout
from review.letters.letter_model import Base, LetterModel
from review.letters.line_breaking import set_lines
from review.letters.pages import paginate
from review.letters.pdf_blocks import BlockSetter
from review.letters.pdf_drawing import draw_double_rule, draw_line


def write_pdf(model: LetterModel) -> bytes:
    """Return the paper as the bytes of a .pdf file.

    Raises:
        MissingGlyphError: the bundled faces lack characters of the paper; nothing is written.
    """
    layout = page_layout()
    setter = BlockSetter(model, layout)
    strips = setter.strips(model.blocks)
    if setter.gaps:
        shown = "、".join(f"{char}（U+{ord(char):04X}）" for char in sorted(setter.gaps))
        raise MissingGlyphError(characters=shown)
    pages = paginate(strips, layout.page.text_height_mm * POINTS_PER_MM)
    buffer = BytesIO()
    canvas = _canvas(model, layout, buffer)
    for number, page in enumerate(pages, 1):
        for placed in page:
            placed.strip.draw(canvas, placed.top)
        if model.base is Base.LETTER and number == 1:
            _draw_lower_rule(canvas, layout)
        else:
            _draw_page_number(canvas, layout, number)
        canvas.showPage()
    canvas.save()
    return buffer.getvalue()


def _canvas(model: LetterModel, layout: Layout, buffer: BytesIO) -> Canvas:
    """Open a file whose first font is ours, so that no Helvetica is named in it."""
    body: Any = chain_of(FaceRole.BODY).fonts[0].fontName  # the stubs take this name for a number
    size = (layout.page.width_mm * POINTS_PER_MM, layout.page.height_mm * POINTS_PER_MM)
    canvas = Canvas(buffer, pagesize=size, pageCompression=1, invariant=1, initialFontName=body)
    canvas.setTitle(model.heading)
    canvas.setAuthor(model.author)
    canvas.setCreator(model.author)
    canvas.setSubject(model.heading)
    canvas.setCatalogEntry("Lang", PDFString("zh-CN"))
    canvas.setViewerPreference("DisplayDocTitle", "true")
    return canvas


def _draw_lower_rule(canvas: Canvas, layout: Layout) -> None:
    """Draw the red double rule at the foot of a letter's first page, thin over thick."""
    head = layout.letterhead
    foot = head.lower_rule_bottom_mm * POINTS_PER_MM
    draw_double_rule(canvas, layout, foot, (head.thin_pt, head.thick_pt))


def _draw_page_number(canvas: Canvas, layout: Layout, number: int) -> None:
    """Draw — 1 — below the type area, outside: odd pages right, even pages left, one em in."""
    page = layout.page
    size = page.number_size_pt
    chain = chain_of(FaceRole.PAGE_NUMBER)
    line = set_lines(f"— {number} —", chain.measure, float("inf"))[0]
    _, dash_top = chain.ink("—")
    area_bottom = page.bottom_mm * POINTS_PER_MM
    y = area_bottom - page.number_dash_below_mm * POINTS_PER_MM - dash_top * size
    left = page.left_mm * POINTS_PER_MM
    right = left + page.text_width_mm * POINTS_PER_MM
    x = right - (1 + line.length) * size if number % 2 else left + size
    draw_line(canvas, line, (x, y), size)
