"""All kinds of paper, by id.

A paper is data: one frozen class a kind, kept by business in ``review/letters/kinds``. The words
around the values stand in the template of the kind (``resources/letters/wording``), the page in
``resources/letters/layout.toml``.
"""

from collections.abc import Mapping
from types import MappingProxyType

from review.letters.kinds import (
    archive,
    cleanup,
    evaluation,
    figures,
    filing_in,
    filing_out,
    legality,
    orders,
    registration,
    suggestions,
    validity,
)
from review.letters.kinds import review as filing_review
from review.letters.kinds.base import Letter, LetterKind

LETTER_KINDS: Mapping[str, LetterKind] = MappingProxyType(
    {
        kind.kind_id: kind
        for module in (
            filing_out,
            filing_in,
            registration,
            legality,
            filing_review,
            orders,
            suggestions,
            validity,
            evaluation,
            cleanup,
            archive,
            figures,
        )
        for kind in module.KINDS
    }
)


def kind_of(letter: Letter) -> LetterKind:
    """Return the kind that the letter is of."""
    return next(kind for kind in LETTER_KINDS.values() if kind.letter_class is type(letter))
