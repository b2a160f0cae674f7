"""Rules about the paper itself: every character has a glyph.

That the seal falls on a page with text is seen to by the page maker, not looked at afterwards.
"""

from collections.abc import Iterator

from review.letters.errors import MissingGlyphError
from review.letters.letter_model import LetterModel
from review.letters.office_style import style_in_force
from review.letters.pdf_writer import write_pdf
from review.letters.preflight.findings import Finding, found


def paper_faults(model: LetterModel) -> Iterator[Finding]:
    """Set the paper and tell what would be missing on it."""
    try:
        write_pdf(model, style_in_force())
    except MissingGlyphError as missing:
        yield found("glyphs", value=missing.values["characters"])
