"""One filing upward with the record of its document, read once for all its papers."""

from dataclasses import dataclass
from datetime import date

from models.domain.lifecycle import LetterState
from models.domain.profile import OutgoingRecipient
from models.domain.terms import LetterSeries
from models.queries.document_page import document_page
from models.queries.document_rows import DocumentPage
from models.queries.letters import LetterPage, letter_page
from models.queries.office import office, profile
from models.queries.outgoing_filings import OutgoingFilingPage, outgoing_filing_page
from review.letters.drafting.filing_out import recipient_name
from review.outgoing.errors import OutgoingFilingMissingError


@dataclass(frozen=True)
class OutgoingFacts:
    """A filing, its document, and the report to its recipient that stands.

    Attributes:
        recipient: The recipient as the duty to file names it, with the papers it asks for.
        addressee: Its name on papers; empty where the rules tell no more than its rank and no
            report names it yet.
    """

    filing: OutgoingFilingPage
    document: DocumentPage
    recipient: OutgoingRecipient
    addressee: str
    report: LetterPage | None
    day: date


def outgoing_facts(filing_id: int, day: date) -> OutgoingFacts:
    """Read a filing with all that its papers are made from.

    Raises:
        OutgoingFilingMissingError: there is no such filing.
    """
    filing = outgoing_filing_page(filing_id, day)
    if filing is None:
        raise OutgoingFilingMissingError(id=filing_id)
    row = filing.row
    document = document_page(row.document_id, profile(), day)
    recipient = OutgoingRecipient(
        row.recipient,
        row.recipient_title,
        copies=row.copies,
        materials=filing.materials,
        form=filing.form,
    )
    name = recipient_name(recipient, office().government_name)
    report = _standing_report(document, recipient, name)
    addressee = report.addressee if report else name
    return OutgoingFacts(filing, document, recipient, addressee, report, day)


def _standing_report(
    document: DocumentPage, recipient: OutgoingRecipient, name: str
) -> LetterPage | None:
    """Return the newest report to a recipient.

    One whose name the rules do not tell is known by this: no other recipient has the name.
    """
    government = office().government_name
    others = {
        recipient_name(one, government)
        for one in profile().outgoing_recipients.value
        if one.title != recipient.title
    }
    reports = [
        letter_page(one.id)
        for one in document.letters
        if one.kind is LetterSeries.FILING_REPORT and one.state is LetterState.ISSUED
    ]
    fitting = [one for one in reports if one.addressee == name or not name]
    return next((one for one in reversed(fitting) if one.addressee not in others), None)
