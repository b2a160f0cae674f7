"""Letters about the own register (登记)."""

from datetime import date
from types import MappingProxyType

from models.domain.terms import LetterSeries
from models.queries.document_page import document_page
from models.queries.office import office, profile
from resources.terms import name_in
from review.letters.drafting.proposed_letter import Proposals, ProposedLetter
from review.letters.errors import LetterFactMissingError
from review.letters.kinds.registration import RegistrationRefusal


def propose_registration_refusal(document_id: int, day: date) -> ProposedLetter:
    """Return the notice (不予登记通知书) of a document that was not registered, dated on a day.

    Raises:
        DocumentMissingError: there is no such document.
        LetterFactMissingError: no reason for a refusal stands in its record.
    """
    facts = document_page(document_id, profile(), day).facts
    if not facts.refusal_reason:
        raise LetterFactMissingError(field="reason")
    sender = office()
    notice = RegistrationRefusal(
        letter_number=name_in("Placeholder", "letter_number"),
        addressee=facts.drafting_unit or facts.issuing_body_name,
        document_title=facts.title,
        document_number=facts.document_number,
        reason=facts.refusal_reason,
        refused_date=facts.registered_date,
        contact_name=sender.contact_name,
        contact_phone=sender.contact_phone,
        office_name=sender.office_name,
        letter_date=day,
    )
    return ProposedLetter(LetterSeries.REGISTRATION_REFUSAL, notice, document_id)


PROPOSALS: Proposals = MappingProxyType(
    {LetterSeries.REGISTRATION_REFUSAL: propose_registration_refusal}
)
