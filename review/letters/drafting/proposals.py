"""All kinds of letter that are proposed from a record, collected from the modules by business."""

from types import MappingProxyType

from review.letters.drafting import filing_in, filing_out, registration, review
from review.letters.drafting.proposed_letter import Proposals

PROPOSALS: Proposals = MappingProxyType(
    {
        kind: propose
        for module in (filing_out, filing_in, review, registration)
        for kind, propose in module.PROPOSALS.items()
    }
)
