"""The paper as a PDF file: only embedded faces, the same bytes for the same paper."""

from io import BytesIO
from typing import Any

from reportlab.pdfbase.pdfdoc import PDFString
from reportlab.pdfgen.canvas import Canvas

from review.letters.errors import MissingGlyphError
from review.letters.faces import FaceRole, chain_of
from review.letters.layout import POINTS_PER_MM, Layout
from review.letters.letter_model import Base, LetterModel
from review.letters.line_breaking import set_lines
from review.letters.pages import paginate
from review.letters.pdf_blocks import BlockSetter
from review.letters.pdf_drawing import draw_double_rule, draw_line
from review.letters.style import STANDARD, LetterStyle, PageNumberStyle, layout_for


def write_pdf(model: LetterModel, style: LetterStyle = STANDARD) -> bytes:
    """Return the paper as the bytes of a .pdf file.

    Args:
        model: The paper.
        style: How the office sets its papers.

    Raises:
        MissingGlyphError: the bundled faces lack characters of the paper; nothing is written.
    """
    layout = layout_for(style)
    setter = BlockSetter(model, layout)
    strips = setter.strips(model.blocks)
    if setter.gaps:
        shown = "、".join(f"{char}（U+{ord(char):04X}）" for char in sorted(setter.gaps))
        raise MissingGlyphError(characters=shown)
    pages = paginate(strips, layout.page.flow_height_pt)
    buffer = BytesIO()
    canvas = _canvas(model, layout, buffer)
    for number, page in enumerate(pages, 1):
        for placed in page:
            placed.strip.draw(canvas, placed.top)
        if model.base is Base.LETTER and number == 1:
            _draw_lower_rule(canvas, layout)
        else:
            _draw_page_number(canvas, layout, number, style.page_number)
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


def _draw_page_number(canvas: Canvas, layout: Layout, number: int, style: PageNumberStyle) -> None:
    """Draw the page number below the type area, its dash at the height the standard asks.

    — 1 — stands outside: on odd pages right, on even pages left, one em in.
    """
    page = layout.page
    size = page.number_size_pt
    chain = chain_of(FaceRole.PAGE_NUMBER)
    words = f"{number}" if style is PageNumberStyle.PLAIN else f"— {number} —"
    line = set_lines(words, chain.measure, float("inf"))[0]
    _, dash_top = chain.ink("—")
    area_bottom = page.bottom_mm * POINTS_PER_MM
    y = area_bottom - page.number_dash_below_mm * POINTS_PER_MM - dash_top * size
    left = page.left_mm * POINTS_PER_MM
    width = page.text_width_mm * POINTS_PER_MM
    x = left + (width - line.length * size) / 2
    if style is PageNumberStyle.OUTSIDE:
        x = left + width - (1 + line.length) * size if number % 2 else left + size
    draw_line(canvas, line, (x, y), size)
