"""How a paper is set in Word, after the pages of its PDF: a little tighter where it just fills one.

The PDF draws such a page together line by line. A word processor cannot, and breaks some lines
elsewhere; on a slightly narrower pitch for the whole paper it has the room to keep the page.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from review.letters.docx_parts import paper_parts
from review.letters.layout import Layout
from review.letters.letter_model import LetterModel, Paragraph
from review.letters.pdf_pages import Page, pages_of
from review.letters.strips import Placed
from review.letters.style import LetterStyle, LinePitch, layout_for
from review.letters.typesetting import Typesetter

SPARE_LINES = 1.5
"""A page with less room left may be one line too long in a word processor."""


@dataclass(frozen=True, slots=True)
class Fit:
    """How a paper is set in Word.

    Attributes:
        style: The office's own, or the same on the narrowest pitch.
        layout: The measures of an upright sheet.
        imprint_alone: Whether the imprint has a page of its own.
    """

    style: LetterStyle
    layout: Layout
    imprint_alone: bool


def fit_of(model: LetterModel, style: LetterStyle) -> Fit:
    """Return how the paper is set, after the pages of its PDF."""
    layout = layout_for(style)
    imprint_alone = style.imprint_on_even_page and _has_imprint_alone(model, style)
    if not any(_is_tight(pages) for pages in _text_pages(model, style)):
        return Fit(style, layout, imprint_alone)
    signature = layout.signature
    seal = replace(layout.seal, lines_above=signature.least_lines_above)
    if layout.page.pitch_pt > signature.least_pitch_pt:
        style = replace(style, line_pitch=LinePitch.PT_28)
        layout = layout_for(style)
    return Fit(style, replace(layout, seal=seal), imprint_alone)


def _has_imprint_alone(model: LetterModel, style: LetterStyle) -> bool:
    pages = pages_of(model, style, Typesetter(style))
    return len(pages) > 1 and not pages[-1].has_number


def _text_pages(model: LetterModel, style: LetterStyle) -> Iterator[list[Page]]:
    """Yield the pages of each part that has text; another pitch does nothing for tables alone."""
    for part in paper_parts(model, imprint_alone=False):
        if any(isinstance(block, Paragraph) for block in part.blocks):
            alone = replace(model, blocks=part.blocks, is_landscape=part.is_turned)
            yield pages_of(alone, style, Typesetter(style))


def _is_tight(pages: list[Page]) -> bool:
    """Tell whether a page on which the text ends is nearly full."""
    return any(_is_nearly_full(page) for page in pages if _ends_text(page, pages))


def _ends_text(page: Page, pages: list[Page]) -> bool:
    """Tell whether the part or its text before a table ends on this page."""
    return page is pages[-1] or any(placed.strip.pulls for placed in page.placed)


def _is_nearly_full(page: Page) -> bool:
    texts = [placed for placed in page.placed if not (placed.strip.is_gap or placed.strip.is_foot)]
    feet = [placed.top for placed in page.placed if placed.strip.is_foot]
    sheet = page.layout.page
    foot = min(feet, default=sheet.flow_height_pt)
    end = max(map(_bottom, texts), default=0.0)
    return foot - end < SPARE_LINES * sheet.pitch_pt


def _bottom(placed: Placed) -> float:
    return placed.top + placed.strip.height
