"""The request that the government step in, and the decisions drafted for it (责令改正等)."""

from dataclasses import dataclass
from datetime import date
from types import MappingProxyType

from models.domain.letter_terms import OrderMeasure
from models.domain.lifecycle import LetterState
from models.domain.terms import LetterSeries
from models.queries.bodies import body_named
from models.queries.document_page import document_page
from models.queries.letters import LetterPage, letter_page
from models.queries.office import office, profile
from models.queries.review_page import FindingRow, ReviewPage, review_page
from review.letters.drafting.proposed_letter import Proposals, ProposedLetter, stated
from review.letters.drafting.review_course import of_review, standing_findings
from review.letters.drafting.sender import SenderFields, sender_fields
from review.letters.drafting.times import last_day, time_text
from review.letters.drafting.words import phrase, titled
from review.letters.errors import LetterFactMissingError
from review.letters.kinds.orders import (
    CorrectionOrder,
    CorrectionOrderRequest,
    RevocationDecision,
    SuspensionOrder,
    UncorrectedRow,
)


class DecisionFields(SenderFields):
    """What all drafts of a decision say."""

    addressee: str
    government_name: str
    number_place: str
    day_place: str
    document_title: str
    document_number: str
    published_date: date | None
    opinion_number: str
    opinion_date: date
    uncorrected: tuple[UncorrectedRow, ...]
    order_bases: tuple[str, ...]
    copy_to: tuple[str, ...]
    printing_office: str


@dataclass(frozen=True)
class Uncorrected:
    """A review whose opinion was sent and not followed."""

    page: ReviewPage
    opinion: LetterPage


def propose_order_request(review_id: int, day: date) -> ProposedLetter:
    """Return the request (责令改正的请示) that the government step in, dated on a day.

    Raises:
        ReviewMissingError: there is no such review.
        LetterFactMissingError: no opinion stands, or its delivery was not recorded.
    """
    case, rules = _uncorrected(review_id), profile()
    page = case.page
    delivered = stated("delivered_date", _delivered_date(case.opinion))
    letter = CorrectionOrderRequest(
        **sender_fields(day),
        addressee=office().government_name,
        signer="",
        issuing_body_name=page.issuing_body_name,
        document_title=page.title,
        document_number=page.document_number,
        opinion_number=case.opinion.letter_number,
        opinion_date=case.opinion.letter_date,
        delivered_date=delivered,
        report_due_date=last_day(rules, "delivered_date", delivered, rules.correction_term.value),
        response="",
        uncorrected=_rows(page),
        measure=OrderMeasure.ORDER_TO_CORRECT,
        order_bases=rules.order_bases.value or (),
        attachments=_attachments(case),
    )
    return of_review(LetterSeries.CORRECTION_ORDER_REQUEST, letter, page)


def propose_correction_order(review_id: int, day: date) -> ProposedLetter:
    """Return the draft (责令改正决定) for the government; see ``propose_order_request``."""
    case, rules = _uncorrected(review_id), profile()
    letter = CorrectionOrder(
        **_decision(case, day), correction_time=time_text(rules.correction_term.value)
    )
    return of_review(LetterSeries.CORRECTION_ORDER, letter, case.page)


def propose_suspension_order(review_id: int, day: date) -> ProposedLetter:
    """Return the draft (停止执行决定) for the government; see ``propose_order_request``."""
    case = _uncorrected(review_id)
    letter = SuspensionOrder(**_decision(case, day), is_whole=False, effect_date=None)
    return of_review(LetterSeries.SUSPENSION_ORDER, letter, case.page)


def propose_revocation(review_id: int, day: date) -> ProposedLetter:
    """Return the draft (撤销决定) for the government; see ``propose_order_request``."""
    case = _uncorrected(review_id)
    letter = RevocationDecision(**_decision(case, day), is_whole=True, effect_date=None)
    return of_review(LetterSeries.REVOCATION_DECISION, letter, case.page)


def _uncorrected(review_id: int) -> Uncorrected:
    page = review_page(review_id)
    standing = (
        row.id
        for row in page.letters
        if row.kind is LetterSeries.REVIEW_OPINION and row.state is LetterState.ISSUED
    )
    opinion_id = next(standing, None)
    if opinion_id is None:
        raise LetterFactMissingError(field="review_opinion")
    return Uncorrected(page, letter_page(opinion_id))


def _delivered_date(opinion: LetterPage) -> date | None:
    """Return when the opinion reached the body it is addressed to."""
    days = (row.delivered_date for row in opinion.deliveries if row.recipient == opinion.addressee)
    return next(days, None)


def _decision(case: Uncorrected, day: date) -> DecisionFields:
    page, government = case.page, office().government_name
    body = body_named(government)
    code = body.document_code if body else ""
    facts = document_page(page.document_id, profile(), day).facts
    return DecisionFields(
        **sender_fields(day),
        addressee=page.issuing_body_name,
        government_name=government,
        number_place=phrase("number_place", code=code, year=day.year),
        day_place=phrase("day_place", year=day.year),
        document_title=page.title,
        document_number=page.document_number,
        published_date=facts.published_date,
        opinion_number=case.opinion.letter_number,
        opinion_date=case.opinion.letter_date,
        uncorrected=_rows(page),
        order_bases=profile().order_bases.value or (),
        copy_to=(office().office_name,),
        printing_office=phrase("office_of", body=government),
    )


def _rows(page: ReviewPage) -> tuple[UncorrectedRow, ...]:
    return tuple(
        UncorrectedRow(
            clause=row.clause, problem=row.problem.rstrip("。；") + "。", basis=_basis(row)
        )
        for row in standing_findings(page)
    )


def _basis(row: FindingRow) -> str:
    return titled(row.basis_title) + row.basis_article


def _attachments(case: Uncorrected) -> tuple[str, ...]:
    page = case.page
    about = phrase("order_to_correct", body=page.issuing_body_name, title=titled(page.title))
    return (
        phrase("order_draft", government=office().government_name, about=about),
        phrase("opinion_and_delivery", number=case.opinion.letter_number),
        titled(page.title),
    )


PROPOSALS: Proposals = MappingProxyType(
    {
        LetterSeries.CORRECTION_ORDER_REQUEST: propose_order_request,
        LetterSeries.CORRECTION_ORDER: propose_correction_order,
        LetterSeries.SUSPENSION_ORDER: propose_suspension_order,
        LetterSeries.REVOCATION_DECISION: propose_revocation,
    }
)
