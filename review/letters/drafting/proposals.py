"""All kinds of letter that are proposed from a record, collected from the modules by business."""

from types import MappingProxyType

from review.letters.drafting import (
    evaluation,
    filing_in,
    filing_out,
    legality,
    orders,
    registration,
    review,
    review_course,
    suggestions,
    validity,
)
from review.letters.drafting.proposed_letter import Proposals

PROPOSALS: Proposals = MappingProxyType(
    {
        kind: propose
        for module in (
            filing_out,
            filing_in,
            registration,
            legality,
            review_course,
            review,
            orders,
            suggestions,
            validity,
            evaluation,
        )
        for kind, propose in module.PROPOSALS.items()
    }
)
