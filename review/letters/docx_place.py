"""Where a block stands in the Word file: its sheet, and what comes after it."""

from dataclasses import dataclass, replace

from review.letters.docx_elements import Part
from review.letters.docx_measures import Grid, grid_of, twips
from review.letters.layout import Layout
from review.letters.letter_model import (
    AttachmentNote,
    Base,
    Block,
    CheckMark,
    Heading,
    Imprint,
    Note,
    Paragraph,
    Signature,
    SigningLine,
    SmallPrint,
)

KEEPERS = AttachmentNote | Signature | SigningLine | Note | CheckMark | Imprint | SmallPrint
"""None of these stands alone on a page."""


@dataclass(frozen=True, slots=True)
class Place:
    """The surroundings of a block.

    Attributes:
        layout: The measures of its sheet, turned where the sheet is.
        letterhead: The red name in the text, if the paper has one there.
        block: The block itself.
        following: The block after it, if any.
    """

    layout: Layout
    base: Base
    letterhead: str = ""
    block: Block | None = None
    following: Block | None = None

    def of(self, block: Block, following: Block | None) -> "Place":
        """Return the place of a block on the same sheet."""
        return replace(self, block=block, following=following)

    @property
    def grid(self) -> Grid:
        """The squares of the body."""
        return grid_of(self.layout)

    @property
    def width(self) -> int:
        """Width of the type area in twips."""
        return twips(self.layout.page.width_pt)

    @property
    def keeps_next(self) -> bool:
        """Whether the block stays on the page of the next one.

        The last text, the signature and what stands under it stay together, so that no seal
        stands on a page without text.
        """
        return isinstance(self.following, KEEPERS)

    @property
    def ties(self) -> dict[str, Part]:
        """The properties that keep the block with the next one.

        At least two of its lines go along where it is torn.
        """
        if not self.keeps_next:
            return {}
        if isinstance(self.block, Paragraph | Heading):
            return {"keepNext": {}, "widowControl": {"val": 1}}
        return {"keepNext": {}}
