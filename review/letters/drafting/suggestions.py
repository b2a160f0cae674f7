"""Answers to those who suggest the review of a document (审查建议).

The register knows the document and, when one was opened on request, its review. Who suggested it
and when is not kept: a person writes that into the letter.
"""

from datetime import date
from types import MappingProxyType

from models.domain.letter_terms import DeclineReason, SuggestionConclusion
from models.domain.terms import LetterSeries, ReviewConclusion, ReviewTrigger
from models.queries.document_page import document_page
from models.queries.office import profile
from models.queries.review_page import ReviewPage, review_page
from review.letters.drafting.proposed_letter import Proposals, ProposedLetter
from review.letters.drafting.review_course import standing_findings
from review.letters.drafting.sender import SenderFields, sender_fields
from review.letters.drafting.times import time_text
from review.letters.kinds.base import NumberedLetter
from review.letters.kinds.suggestions import (
    SuggestionAcknowledgement,
    SuggestionDeclined,
    SuggestionReply,
    SuggestionSupplement,
)

_ANSWERS = MappingProxyType(
    {
        ReviewConclusion.CONCLUDED_OK: SuggestionConclusion.NO_CONTRADICTION,
        ReviewConclusion.CONCLUDED_REMARK: SuggestionConclusion.NO_CONTRADICTION,
        ReviewConclusion.CONCLUDED_DEFECT: SuggestionConclusion.CORRECTION_REQUESTED,
    }
)


class SuggestionFields(SenderFields):
    """What all answers say."""

    addressee: str
    is_organisation: bool
    suggester_address: str
    copy_remark: str
    suggestion_date: date | None
    received_date: date | None
    suggestion_register_number: str
    document_title: str
    document_number: str
    issuing_body_name: str
    clause: str


def propose_acknowledgement(document_id: int, day: date) -> ProposedLetter:
    """Return the word (审查建议收悉告知) that a suggestion on a document arrived.

    Raises:
        DocumentMissingError: there is no such document.
    """
    letter = SuggestionAcknowledgement(
        **_suggestion(document_id, day),
        reply_time=time_text(profile().suggestion_reply_term.value),
        reply_date=None,
    )
    return _about(LetterSeries.SUGGESTION_ACKNOWLEDGEMENT, letter, document_id)


def propose_supplement(document_id: int, day: date) -> ProposedLetter:
    """Return the request (补充材料告知) to complete a suggestion on a document.

    Raises:
        DocumentMissingError: there is no such document.
    """
    letter = SuggestionSupplement(
        **_suggestion(document_id, day),
        missing_items=(),
        supplement_time=time_text(profile().suggestion_supplement_term.value),
    )
    return _about(LetterSeries.SUGGESTION_SUPPLEMENT, letter, document_id)


def propose_declined(document_id: int, day: date) -> ProposedLetter:
    """Return the word (不启动审查告知) that no review of a document is opened.

    Raises:
        DocumentMissingError: there is no such document.
    """
    letter = SuggestionDeclined(
        **_suggestion(document_id, day),
        decline_reason=DeclineReason.NO_REASONS,
        explanation="",
        competent_body="",
        is_transferred=False,
    )
    return _about(LetterSeries.SUGGESTION_DECLINED, letter, document_id)


def propose_reply(document_id: int, day: date) -> ProposedLetter:
    """Return the answer (审查建议答复函) to a suggestion on a document.

    The last review that was opened on request gives conclusion and reasons.

    Raises:
        DocumentMissingError: there is no such document.
    """
    review = _review_on_request(document_id, day)
    letter = SuggestionReply(
        **_suggestion(document_id, day, _clauses(review)),
        steps=(),
        conclusion=_ANSWERS[review.conclusion] if review else SuggestionConclusion.NOT_OPENED,
        reasons=tuple(row.problem for row in standing_findings(review)) if review else (),
        correction_date=None,
    )
    return _about(LetterSeries.SUGGESTION_REPLY, letter, document_id)


def _suggestion(document_id: int, day: date, clause: str = "") -> SuggestionFields:
    facts = document_page(document_id, profile(), day).facts
    return SuggestionFields(
        **sender_fields(day),
        addressee="",
        is_organisation=False,
        suggester_address="",
        copy_remark="",
        suggestion_date=None,
        received_date=None,
        suggestion_register_number="",
        document_title=facts.title,
        document_number=facts.document_number,
        issuing_body_name=facts.issuing_body_name,
        clause=clause,
    )


def _review_on_request(document_id: int, day: date) -> ReviewPage | None:
    rows = document_page(document_id, profile(), day).reviews
    reviews = (review_page(row.id) for row in reversed(rows) if row.concluded_date)
    return next((one for one in reviews if one.trigger is ReviewTrigger.ON_REQUEST), None)


def _clauses(review: ReviewPage | None) -> str:
    return "、".join(row.clause for row in standing_findings(review)) if review else ""


def _about(kind: LetterSeries, letter: NumberedLetter, document_id: int) -> ProposedLetter:
    return ProposedLetter(kind, letter, document_id)


PROPOSALS: Proposals = MappingProxyType(
    {
        LetterSeries.SUGGESTION_ACKNOWLEDGEMENT: propose_acknowledgement,
        LetterSeries.SUGGESTION_SUPPLEMENT: propose_supplement,
        LetterSeries.SUGGESTION_DECLINED: propose_declined,
        LetterSeries.SUGGESTION_REPLY: propose_reply,
    }
)
