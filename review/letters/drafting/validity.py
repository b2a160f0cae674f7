"""Letters about the end of a document's validity (有效期届满、后评估)."""

from datetime import date
from itertools import groupby
from operator import attrgetter
from types import MappingProxyType

from models.domain.evaluation import EvaluationOrigin
from models.domain.lifecycle import OPEN_EVALUATIONS
from models.domain.profile import Profile
from models.domain.quarters import Quarter
from models.domain.terms import LetterSeries
from models.domain.validity import ValidityTermKind
from models.queries.document_page import document_page
from models.queries.evaluation_page import EvaluationPage, criteria_in_force, evaluation_page
from models.queries.evaluations import evaluations_of_document
from models.queries.expiring import ExpiringDocument, expiring_documents
from models.queries.office import profile
from resources.terms import names_in, sentence_in
from review.letters.drafting.evaluation import reason_of
from review.letters.drafting.proposed_letter import Proposals, ProposedLetter, stated
from review.letters.drafting.sender import sender_fields
from review.letters.drafting.times import last_day, time_text
from review.letters.drafting.words import phrase, validity_text
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
    planned = _evaluation_under_way(document_id, day)
    due_date = planned.row.due_date if planned else None
    letter = EvaluationNotice(
        **sender_fields(day),
        addressee=planned.row.unit if planned else facts.drafting_unit or facts.issuing_body_name,
        document_title=facts.title,
        document_number=facts.document_number,
        unified_number=facts.unified_number,
        effective_date=stated("effective_date", facts.effective_date),
        expiry_date=facts.expiry_date,
        evaluation_reason=reason_of(
            planned.row.origin if planned else EvaluationOrigin.EXPIRY,
            planned.row.plan_name if planned else "",
            facts.expiry_date,
        ),
        points=_points(planned),
        methods=names_in("EvaluationMethod"),
        report_due_date=due_date
        or facts.expiry_date
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
        silence_consequence=_silence(rules),
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


def _silence(rules: Profile) -> str:
    consequence = rules.silence_consequence.value
    return sentence_in("SilenceConsequenceSentence", consequence) if consequence else ""


def _counted_term(document: ExpiringDocument) -> str:
    """Return the term in years or months; one until a day says no more than the day does."""
    term = document.validity_term
    is_until = term is not None and term.kind is ValidityTermKind.UNTIL_DATE
    return "" if is_until else validity_text(term, None)


def _evaluation_under_way(document_id: int, day: date) -> EvaluationPage | None:
    for row in evaluations_of_document(document_id, day):
        if row.state in OPEN_EVALUATIONS:
            return evaluation_page(row.id, day)
    return None


def _points(planned: EvaluationPage | None) -> tuple[str, ...]:
    """Return what is to be looked at: the lines of the sheet that will be filled in."""
    if planned is not None and planned.sheet:
        lines = [(line.title, line.explanation) for line in planned.sheet]
    else:
        lines = [(one.title, one.explanation) for one in criteria_in_force().criteria]
    return tuple(
        phrase("criterion", title=title, explanation=explanation) if explanation else title
        for title, explanation in lines
    )


PROPOSALS: Proposals = MappingProxyType({LetterSeries.EVALUATION_NOTICE: propose_evaluation_notice})
