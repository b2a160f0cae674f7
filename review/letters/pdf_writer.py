"""The paper as a PDF file: only embedded faces, the same bytes for the same paper."""

from io import BytesIO
from typing import Any

from reportlab import rl_config
from reportlab.pdfbase.pdfdoc import PDFString

from review.letters.faces import FaceRole, chain_of
from review.letters.layout import POINTS_PER_MM
from review.letters.letter_model import LetterModel
from review.letters.pdf_canvas import PaperCanvas
from review.letters.pdf_drawing import draw_double_rule
from review.letters.pdf_outline import Outline
from review.letters.pdf_page_number import draw_page_number
from review.letters.pdf_pages import Page, laid_out
from review.letters.style import STANDARD, LetterStyle, layout_for
from review.letters.typesetting import Typesetter

rl_config.useA85 = 0
"""Streams as bytes, not as text: a fifth smaller and faster."""


def write_pdf(model: LetterModel, style: LetterStyle = STANDARD) -> bytes:
    """Return the paper as the bytes of a .pdf file.

    Args:
        model: The paper.
        style: How the office sets its papers.

    Raises:
        MissingGlyphError: no face has some characters of the paper; nothing is written.
    """
    typesetter = Typesetter(style)
    pages = laid_out(model, style, typesetter)
    buffer = BytesIO()
    canvas = _canvas(model, style, buffer)
    upright = layout_for(style).page
    outline = Outline(canvas)
    for page in pages:
        _draw_page(canvas, page, outline)
        if page.has_number:
            is_turned = page.layout.page.width_mm != upright.width_mm
            draw_page_number(
                canvas, upright, page.number, style.page_number, typesetter, is_turned=is_turned
            )
        canvas.showPage()
    canvas.save()
    return buffer.getvalue()


def _canvas(model: LetterModel, style: LetterStyle, buffer: BytesIO) -> PaperCanvas:
    """Open a file whose first font is ours, so that no Helvetica is named in it."""
    # The stubs take this name for a number.
    body: Any = chain_of(FaceRole.BODY, style).fonts[0].fontName
    canvas = PaperCanvas(buffer, pageCompression=1, invariant=1, initialFontName=body)
    canvas.setTitle(model.heading)
    canvas.setAuthor(model.author)
    canvas.setCreator(model.author)
    canvas.setSubject(model.heading)
    canvas.setCatalogEntry("Lang", PDFString("zh-CN"))
    canvas.setViewerPreference("DisplayDocTitle", "true")
    return canvas


def _draw_page(canvas: PaperCanvas, page: Page, outline: Outline) -> None:
    sheet = page.layout.page
    canvas.setPageSize((sheet.width_mm * POINTS_PER_MM, sheet.height_mm * POINTS_PER_MM))
    for placed in page.placed:
        placed.strip.draw(canvas, placed.top)
        if placed.strip.bookmark:
            _, top = sheet.point(0, placed.top)
            outline.add(placed.strip.bookmark, top)
    if page.has_lower_rule:
        head = page.layout.letterhead
        foot = head.lower_rule_bottom_mm * POINTS_PER_MM
        draw_double_rule(canvas, page.layout, foot, (head.thin_pt, head.thick_pt))
