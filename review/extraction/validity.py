"""The validity clause (有效期条款) and the last day in force that follows from it."""

from datetime import date

from models.domain.law_errors import DateOutOfRangeError
from models.domain.validity import ValidityTermKind, expiry_readings
from review.extraction.effect_clauses import EffectClause
from review.extraction.flow import Flow
from review.extraction.own_subject import sentence_start
from review.extraction.proposal import Confidence, Proposed
from review.extraction.proposed import found, missing
from review.extraction.validity_clauses import ValidityClause, validity_clauses
from review.extraction.vocabulary import reason

_TELLING_NAMES = ("有效期", "试行期", "施行期限", "实施期限", "执行期限")


def own_validity_clause(
    flow: Flow, effects: tuple[EffectClause, ...], end: int
) -> ValidityClause | None:
    """Return the document's own validity clause: the last one, nearest to its closing articles."""
    clauses = sorted(
        (each for each in validity_clauses(flow, effects) if each.end <= end),
        key=lambda each: (each.is_own, each.start),
    )
    return clauses[-1] if clauses else None


def propose_validity_clause(flow: Flow, clause: ValidityClause | None) -> Proposed[str]:
    """Propose the words of the validity clause."""
    if clause is None:
        return missing()
    span = (clause.start, clause.end)
    confidence = Confidence.CERTAIN if _is_sure(flow, clause) else Confidence.CHECK
    name = "validity_extended" if clause.is_extension else "validity_clause"
    return found(flow, span, flow.shown(*span), confidence, name)


def _is_sure(flow: Flow, clause: ValidityClause) -> bool:
    """A clause that says 有效期 of the document is one; other words may be about something else.

    A decision that amends another document may state that document's term.
    """
    sentence = sentence_start(flow, clause.start)
    is_named = flow.text.startswith(_TELLING_NAMES, clause.start)
    return clause.is_own and is_named and "修改" not in flow.text[sentence : clause.start]


def propose_validity_end(
    flow: Flow, clause: ValidityClause | None, effective: Proposed[date]
) -> Proposed[date]:
    """Propose the last day in force, written or computed."""
    if clause is None or clause.term is None:
        return missing()
    span = (clause.start, clause.end)
    is_sure = _is_sure(flow, clause) and clause.is_exact
    if clause.term.kind is ValidityTermKind.UNTIL_DATE:
        last = clause.term.until_date
        confidence = Confidence.CERTAIN if is_sure and effective.value else Confidence.CHECK
        name = "validity_until" if clause.is_exact else "validity_period"
        return missing() if last is None else found(flow, span, last, confidence, name)
    if effective.value is None:
        return missing()
    try:
        readings = expiry_readings(effective.value, clause.term)
    except DateOutOfRangeError:
        return missing()
    is_sure = is_sure and effective.confidence is Confidence.CERTAIN
    confidence = Confidence.CERTAIN if is_sure else Confidence.CHECK
    return _computed(flow, span, readings, confidence)


def _computed(
    flow: Flow, span: tuple[int, int], readings: tuple[date, ...], confidence: Confidence
) -> Proposed[date]:
    """Propose the usual reading of a term and show the other one beside it."""
    if not readings:
        return missing()
    usual, *others = readings
    words = reason("validity_term") if not others else reason("validity_term_readings")
    explained = words.format(usual=usual, other=others[0] if others else usual)
    return Proposed(usual, flow.raw(*span), flow.place(*span), confidence, explained)
