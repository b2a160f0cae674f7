"""The addressee (主送机关)."""

from review.extraction.flow import Flow
from review.extraction.head import Head
from review.extraction.proposal import Confidence, Proposed
from review.extraction.proposed import found, missing


def propose_addressee(flow: Flow, head: Head) -> Proposed[str]:
    """Propose the recipients named between title and body."""
    segment = head.addressee
    if segment is None:
        return missing()
    if not head.has_colon:
        span = (segment.start, segment.end)
        return found(flow, span, flow.shown(*span), Confidence.CHECK, "addressee_no_colon")
    span = (segment.start, segment.end - 1)
    return found(flow, span, flow.shown(*span), Confidence.CERTAIN, "addressee_colon")
