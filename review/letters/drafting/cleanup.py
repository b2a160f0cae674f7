"""The sheet on which a unit says what should become of a document (清理意见表)."""

from datetime import date

from models.queries.document_page import document_page
from models.queries.office import office, profile
from review.letters.drafting.proposed_letter import stated
from review.letters.kinds.cleanup import CleanupOpinionSheet


def draft_cleanup_sheet(document_id: int, day: date) -> CleanupOpinionSheet:
    """Return the sheet of a document with what the register knows; the unit fills in the rest.

    Raises:
        DocumentMissingError: there is no such document.
        LetterFactMissingError: no effective date was entered.
    """
    facts = document_page(document_id, profile(), day).facts
    return CleanupOpinionSheet(
        office_name=office().office_name,
        letter_date=day,
        campaign_name="",
        sheet_number="",
        document_title=facts.title,
        document_number=facts.document_number,
        unified_number=facts.unified_number,
        published_date=facts.published_date,
        effective_date=stated("effective_date", facts.effective_date),
        expiry_date=facts.expiry_date,
        implementing_department=facts.drafting_unit or facts.issuing_body_name,
        is_still_needed=None,
        conflicts=(),
        proposed_opinion=None,
        reasons="",
        replacing_document="",
        unit_head="",
        unit_date=None,
        office_opinion="",
        final_opinion="",
    )
