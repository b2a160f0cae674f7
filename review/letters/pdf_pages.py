"""The pages of a paper: its sections put onto sheets and numbered."""

from collections.abc import Iterator
from dataclasses import dataclass

from review.letters.errors import MissingGlyphError
from review.letters.layout import Layout
from review.letters.letter_model import Base, Imprint, LetterModel
from review.letters.pages import paginate
from review.letters.pdf_blocks import Section, sections_of
from review.letters.strips import Placed
from review.letters.style import LetterStyle, layout_for
from review.letters.typesetting import Typesetter


@dataclass(frozen=True, slots=True)
class Page:
    """One page: its number, its measures, what stands where.

    Attributes:
        has_number: Whether the number is printed.
        has_lower_rule: Whether the red double rule of a letter's first page stands at its foot.
    """

    number: int
    layout: Layout
    placed: tuple[Placed, ...]
    has_number: bool
    has_lower_rule: bool


def pages_of(model: LetterModel, style: LetterStyle, typesetter: Typesetter) -> list[Page]:
    """Return the pages of a paper in order."""
    pages = list(_pages(model, sections_of(model, layout_for(style), typesetter)))
    has_imprint = any(isinstance(block, Imprint) for block in model.blocks)
    if style.imprint_on_even_page and has_imprint and len(pages) % 2:
        alone = sections_of(model, layout_for(style), typesetter, imprint_alone=True)
        pages = list(_pages(model, alone))
    return pages


def laid_out(model: LetterModel, style: LetterStyle, typesetter: Typesetter) -> list[Page]:
    """Return the pages of a paper of which every character can be drawn.

    Raises:
        MissingGlyphError: no face has some characters of the paper.
    """
    pages = pages_of(model, style, typesetter)
    missing = typesetter.missing()
    if missing:
        shown = "、".join(f"{char}（U+{ord(char):04X}）" for char in missing)
        raise MissingGlyphError(characters=shown)
    return pages


def _pages(model: LetterModel, sections: Iterator[Section]) -> Iterator[Page]:
    """Number the pages; a page of the imprint alone has no number printed."""
    number = 0
    for section in sections:
        page = section.layout.page
        for placed in paginate(section.strips, page.flow_height_pt, page.height_pt):
            number += 1
            is_first_of_letter = model.base is Base.LETTER and number == 1
            is_imprint_alone = number > 1 and all(one.strip.is_foot for one in placed)
            yield Page(
                number,
                section.layout,
                tuple(placed),
                has_number=not (is_first_of_letter or is_imprint_alone),
                has_lower_rule=is_first_of_letter,
            )
