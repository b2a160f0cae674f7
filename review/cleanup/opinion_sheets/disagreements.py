"""Where the unit and the reviewing office think differently of a document."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from models.domain.cleanup import CleanupOutcome
from review.cleanup.opinion_sheets.judging import UnitOpinion


@dataclass(frozen=True, slots=True)
class Disagreement:
    """A document on which two views stand: the unit's, and the office's."""

    opinion: UnitOpinion
    decided: CleanupOutcome

    @property
    def is_grave(self) -> bool:
        """Tell whether the document lives by one view and ends by the other."""
        return self.opinion.choice.wants_basis != self.decided.wants_basis


def disagreements(
    opinions: Iterable[UnitOpinion], decided: Mapping[int, CleanupOutcome]
) -> tuple[Disagreement, ...]:
    """Return the documents decided otherwise than the unit proposed, the grave ones first.

    Args:
        opinions: What the units think.
        decided: What the office thinks, by document id; a document it has not looked at is left
            out.
    """
    found = (
        Disagreement(one, decided[one.document_id])
        for one in opinions
        if one.document_id in decided and decided[one.document_id] is not one.choice
    )
    return tuple(sorted(found, key=lambda one: not one.is_grave))
