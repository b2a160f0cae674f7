"""Propose the record of a document from its text."""

from review.extraction.proposal import Confidence, Proposal, Proposed
from review.reading.text import ReadText


def propose(read: ReadText) -> Proposal:
    """Propose every field of the record; what is not in the text stays missing."""
    del read
    return Proposal(
        title=Proposed(None, "", None, Confidence.MISSING, ""),
        document_number=Proposed(None, "", None, Confidence.MISSING, ""),
        issuing_body=Proposed(None, "", None, Confidence.MISSING, ""),
        joint_issuers=(),
        addressee=Proposed(None, "", None, Confidence.MISSING, ""),
        adopted_date=Proposed(None, "", None, Confidence.MISSING, ""),
        effective_date=Proposed(None, "", None, Confidence.MISSING, ""),
        validity_clause=Proposed(None, "", None, Confidence.MISSING, ""),
        validity_end=Proposed(None, "", None, Confidence.MISSING, ""),
        legal_bases=(),
        repeals=(),
        attachments=(),
        document_kind=Proposed(None, "", None, Confidence.MISSING, ""),
        is_trial=Proposed(None, "", None, Confidence.MISSING, ""),
        unified_number=Proposed(None, "", None, Confidence.MISSING, ""),
        interpretation_body=Proposed(None, "", None, Confidence.MISSING, ""),
    )
