"""Letters about the end of a document's validity (有效期届满、后评估)."""

from datetime import date
from itertools import groupby
from operator import attrgetter
from types import MappingProxyType

from models.domain.letter_terms import EvaluationPoint
from models.domain.profile import Profile
from models.domain.quarters import Quarter
from models.domain.terms import LetterSeries
from models.domain.validity import ValidityTermKind
from models.queries.document_page import document_page
from models.queries.document_rows import DocumentFacts
from models.queries.expiring import ExpiringDocument, expiring_documents
from models.queries.office import profile
from resources.terms import name_of, names_in
from review.letters.drafting.proposed_letter import Proposals, ProposedLetter, stated
from review.letters.drafting.sender import sender_fields
from review.letters.drafting.times import last_day, time_text
from review.letters.drafting.words import day_text, phrase, validity_text
from review.letters.kinds.validity import EvaluationNotice, ExpiringRow, ExpiryReminder

_LAST_MONTH = 0
"""What is left of the number of a quarter's last month when it is divided by three."""


def quarter_to_remind_of(day: date) -> Quarter:
    """Return the quarter whose reminders are due: in a quarter's last month the next one."""
    quarter = Quarter.of(day)
    return quarter.following if day.month % 3 == _LAST_MONTH else quarter


def propose_expiry_reminders(quarter: Quarter, day: date) -> tuple[ProposedLetter, ...]:
    """Return the reminders (有效期届满提醒函) of a quarter, one for each unit, dated on a day.

    Units that were reminded of all their documents get none.
    """
    rules = profile()
    found = expiring_documents(quarter.first_day, quarter.last_day, day)
    return tuple(
        _reminder(unit, tuple(documents), quarter, rules, day)
        for unit, documents in groupby(found, attrgetter("unit"))
    )


def propose_evaluation_notice(document_id: int, day: date) -> ProposedLetter:
    """Return the notice (后评估通知) to evaluate a document, dated on a day.

    Raises:
        DocumentMissingError: there is no such document.
        LetterFactMissingError: no effective date was entered.
    """
    rules = profile()
    facts = document_page(document_id, rules, day).facts
    letter = EvaluationNotice(
        **sender_fields(day),
        addressee=facts.drafting_unit or facts.issuing_body_name,
        document_title=facts.title,
        document_number=facts.document_number,
        unified_number=facts.unified_number,
        effective_date=stated("effective_date", facts.effective_date),
        expiry_date=facts.expiry_date,
        evaluation_reason=_why_now(facts),
        points=tuple(name_of(point) for point in EvaluationPoint),
        methods=names_in("EvaluationMethod"),
        report_due_date=facts.expiry_date
        or last_day(rules, "letter_date", day, rules.pre_expiry_evaluation_term.value),
    )
    return ProposedLetter(
        LetterSeries.EVALUATION_NOTICE, letter, document_id, document_ids=(document_id,)
    )


def _reminder(
    unit: str,
    documents: tuple[ExpiringDocument, ...],
    quarter: Quarter,
    rules: Profile,
    day: date,
) -> ProposedLetter:
    letter = ExpiryReminder(
        **sender_fields(day),
        addressee=unit,
        quarter=phrase("quarter", year=quarter.year, number="一二三四"[quarter.number - 1]),
        documents=tuple(_row(document, day) for document in documents),
        evaluation_time=time_text(rules.pre_expiry_evaluation_term.value),
        renewal_time=time_text(rules.renewal_before_term.value),
        reply_date=last_day(rules, "letter_date", day, rules.expiry_reply_term.value),
    )
    ids = tuple(document.id for document in documents)
    return ProposedLetter(
        LetterSeries.EXPIRY_REMINDER,
        letter,
        ids[0] if len(ids) == 1 else None,
        document_ids=ids,
    )


def _row(document: ExpiringDocument, day: date) -> ExpiringRow:
    return ExpiringRow(
        title=document.title,
        document_number=document.document_number,
        unified_number=document.unified_number,
        effective_date=document.effective_date,
        term=_counted_term(document),
        expiry_date=document.expiry_date,
        days_left=(document.expiry_date - day).days,
    )


def _counted_term(document: ExpiringDocument) -> str:
    """Return the term in years or months; one until a day says no more than the day does."""
    term = document.validity_term
    is_until = term is not None and term.kind is ValidityTermKind.UNTIL_DATE
    return "" if is_until else validity_text(term, None)


def _why_now(facts: DocumentFacts) -> str:
    if facts.expiry_date is None:
        return phrase("years_in_force")
    return phrase("expiry_near", day=day_text(facts.expiry_date))


PROPOSALS: Proposals = MappingProxyType({LetterSeries.EVALUATION_NOTICE: propose_evaluation_notice})
