"""A paper cut into the parts that begin a new page: itself, its annexes, an imprint alone."""

from dataclasses import dataclass

from review.letters.letter_model import Annex, Block, Imprint, LetterModel


@dataclass(frozen=True, slots=True)
class PaperPart:
    """A part of a paper that begins a new page.

    Attributes:
        is_turned: Whether its sheets are turned.
        has_numbers: Whether its pages bear numbers; that of an imprint alone does not.
    """

    blocks: tuple[Block, ...]
    is_turned: bool
    has_numbers: bool = True


def paper_parts(model: LetterModel, *, imprint_alone: bool) -> list[PaperPart]:
    """Cut the paper at its annexes.

    Args:
        model: The paper.
        imprint_alone: Whether the imprint has a page of its own. It has one behind a turned sheet
            in any case.
    """
    parts: list[PaperPart] = []
    blocks: list[Block] = []
    is_turned, has_numbers = model.is_landscape, True
    for block in model.blocks:
        is_apart = isinstance(block, Imprint) and bool(parts or blocks)
        is_apart = is_apart and (is_turned or imprint_alone)
        if isinstance(block, Annex) or is_apart:
            if blocks:
                parts.append(PaperPart(tuple(blocks), is_turned, has_numbers))
            blocks, is_turned = [], isinstance(block, Annex) and block.is_landscape
            has_numbers = not is_apart
        blocks.append(block)
    return [*parts, PaperPart(tuple(blocks), is_turned, has_numbers)]
