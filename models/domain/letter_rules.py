"""Which record a letter reports on, in which state, and how often such a letter may stand."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import Enum
from types import MappingProxyType

from models.domain.lifecycle import FilingState, MakingState, ReviewState
from models.domain.terms import LetterSeries


class Subject(Enum):
    """What a letter is about."""

    DOCUMENT = "document"
    DOCUMENTS = "documents"
    FILING = "filing"
    REVIEW = "review"
    ANYTHING = "anything"


class Standing(Enum):
    """How many letters of a kind may stand about one record."""

    ONE = "one"
    ONE_AN_ADDRESSEE = "one_an_addressee"
    MANY = "many"


@dataclass(frozen=True, slots=True)
class LetterRule:
    """The rule of one kind of letter; no states means that any will do."""

    subject: Subject
    states: frozenset[str] = frozenset()
    standing: Standing = Standing.MANY


def _rule(
    subject: Subject, *states: FilingState | MakingState | ReviewState, standing: Standing
) -> LetterRule:
    return LetterRule(subject, frozenset(states), standing)


_ORDERS = _rule(Subject.REVIEW, ReviewState.CONCLUDED_DEFECT, standing=Standing.MANY)
_DURING_REVIEW = _rule(Subject.REVIEW, ReviewState.UNDER_REVIEW, standing=Standing.MANY)
_FREE = LetterRule(Subject.ANYTHING)

RULES: Mapping[LetterSeries, LetterRule] = MappingProxyType(
    {
        LetterSeries.FILING_REPORT: _rule(
            Subject.DOCUMENT,
            MakingState.PRINTED,
            MakingState.PUBLISHED,
            standing=Standing.ONE_AN_ADDRESSEE,
        ),
        LetterSeries.MISSING_FILING_NOTICE: _FREE,
        LetterSeries.FILING_RECEIPT: _rule(
            Subject.FILING, FilingState.REGISTERED, standing=Standing.ONE
        ),
        LetterSeries.SUPPLEMENT_REQUEST: _rule(
            Subject.FILING, FilingState.DEFERRED, standing=Standing.MANY
        ),
        LetterSeries.FILING_REFUSAL: _rule(
            Subject.FILING, FilingState.REFUSED, standing=Standing.ONE
        ),
        # Papers may be sent back or on before anything about them was entered.
        LetterSeries.FILING_RETURN: _FREE,
        LetterSeries.FILING_TRANSFER: _FREE,
        LetterSeries.REGISTRATION_REFUSAL: _rule(
            Subject.DOCUMENT, MakingState.NOT_REGISTERED, standing=Standing.ONE
        ),
        LetterSeries.LEGALITY_OPINION: _FREE,
        LetterSeries.EXPLANATION_REQUEST: _DURING_REVIEW,
        LetterSeries.CONSULTATION_LETTER: _DURING_REVIEW,
        LetterSeries.REVIEW_EXTENSION: _DURING_REVIEW,
        LetterSeries.REVIEW_OPINION: _rule(
            Subject.REVIEW, ReviewState.CONCLUDED_DEFECT, standing=Standing.ONE
        ),
        LetterSeries.REMARK_LETTER: _rule(
            Subject.REVIEW, ReviewState.CONCLUDED_REMARK, standing=Standing.ONE
        ),
        LetterSeries.REVIEW_CONCLUSION: _rule(
            Subject.REVIEW,
            ReviewState.CONCLUDED_OK,
            ReviewState.CONCLUDED_REMARK,
            ReviewState.CONCLUDED_DEFECT,
            standing=Standing.ONE,
        ),
        LetterSeries.CORRECTION_ORDER_REQUEST: _ORDERS,
        LetterSeries.CORRECTION_ORDER: _ORDERS,
        LetterSeries.SUSPENSION_ORDER: _ORDERS,
        LetterSeries.REVOCATION_DECISION: _ORDERS,
        LetterSeries.SUGGESTION_ACKNOWLEDGEMENT: _FREE,
        LetterSeries.SUGGESTION_SUPPLEMENT: _FREE,
        LetterSeries.SUGGESTION_DECLINED: _FREE,
        LetterSeries.SUGGESTION_REPLY: _FREE,
        LetterSeries.EXPIRY_REMINDER: LetterRule(Subject.DOCUMENTS),
        LetterSeries.EVALUATION_NOTICE: LetterRule(Subject.DOCUMENTS),
        LetterSeries.EVALUATION_REPORT: LetterRule(Subject.DOCUMENTS),
        LetterSeries.CLEANUP_DECISION: _FREE,
    }
)
