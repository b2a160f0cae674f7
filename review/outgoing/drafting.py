"""The papers that a bundle adds to those of the register: the form, and the list of contents."""

from models.domain.terms import MaterialKind
from resources.terms import name_of
from review.letters.kinds.filing_out import (
    BundleContents,
    BundlePaperRow,
    CopiesRow,
    FilingForm,
    FormRow,
)
from review.outgoing.facts import OutgoingFacts
from review.outgoing.form import filled_fields
from review.outgoing.papers import missing_at_hand, papers_at_hand


def draft_filing_form(facts: OutgoingFacts) -> FilingForm:
    """Return the registration form of a filing (报送备案登记表).

    Raises:
        FilingFormUnknownError, FilingFormFaultyError: the form is not as it must be.
    """
    return FilingForm(
        office_name=facts.document.facts.issuing_body_name,
        letter_date=facts.day,
        addressee=facts.addressee or facts.recipient.title,
        rows=tuple(FormRow(label=one.label, content=one.content) for one in filled_fields(facts)),
        papers=tuple(
            CopiesRow(name=name_of(one.kind), copies=one.copies) for one in papers_at_hand(facts)
        ),
    )


def draft_contents(
    facts: OutgoingFacts, papers: tuple[BundlePaperRow, ...], missing_reason: str
) -> BundleContents:
    """Return the list of what goes up (报备材料目录)."""
    missing: tuple[MaterialKind, ...] = missing_at_hand(facts)
    return BundleContents(
        office_name=facts.document.facts.issuing_body_name,
        letter_date=facts.day,
        addressee=facts.addressee or facts.recipient.title,
        document_title=facts.document.facts.title,
        document_number=facts.document.facts.document_number,
        filing_report_number=facts.report.letter_number if facts.report else "",
        papers=papers,
        missing=tuple(map(name_of, missing)),
        missing_reason=missing_reason if missing else "",
    )
