"""Rules about the paper itself: every character has a glyph, and the seal a text on its page."""

from collections.abc import Iterable, Iterator

from review.letters.errors import MissingGlyphError
from review.letters.letter_model import LetterModel
from review.letters.office_style import style_in_force
from review.letters.pdf_pages import Page, laid_out
from review.letters.preflight.findings import PAGE, Finding, found
from review.letters.typesetting import Typesetter


def paper_faults(model: LetterModel) -> Iterator[Finding]:
    """Set the paper and tell what would be missing on it."""
    style = style_in_force()
    try:
        pages = laid_out(model, style, Typesetter(style))
    except MissingGlyphError as missing:
        yield found("glyphs", value=missing.values["characters"])
    else:
        yield from bare_seals(pages)


def bare_seals(pages: Iterable[Page]) -> Iterator[Finding]:
    """A page with the seal bears at least a line of the text that it is set under.

    The page maker draws text and seal together; where the wording leaves nothing above the
    signature, or begins a page there, it cannot.
    """
    for page in pages:
        strips = [placed.strip for placed in page.placed]
        is_sealed = any(strip.is_sealed for strip in strips)
        if is_sealed and not any(strip.is_text for strip in strips):
            yield found("seal_page", f"{PAGE}[{page.number - 1}]", value=page.number)
