"""The day of effect (施行日期), the validity clause and its end (有效期)."""

import re
from datetime import date, timedelta

from models.domain.law_errors import DateOutOfRangeError
from models.domain.validity import ValidityTermKind, expiry_date
from review.extraction.dates import FoundDate, find_short_dates
from review.extraction.effect_clauses import EffectClause, EffectKind, effect_clauses
from review.extraction.flow import Flow
from review.extraction.head import Head
from review.extraction.proposal import Confidence, Proposed
from review.extraction.proposed import found, missing
from review.extraction.validity_clauses import ValidityClause, validity_clauses

# The date of the imprint counts for these events, the date of writing for the others.
_LABEL = re.compile(r"(?:生效|实施|施行)(?:日期|时间)[〕:]+")
_PRINTED_EVENTS = ("印发", "下发", "文件印发", "下文", "发文")


def propose_effective_date(
    flow: Flow, head: Head, adopted: Proposed[date], printed: FoundDate | None, end: int
) -> Proposed[date]:
    """Propose the day of effect from the document's own clause."""
    clauses = [each for each in effect_clauses(flow.text) if each.end <= end]
    own = [each for each in clauses if each.is_own] or clauses
    if not own:
        return _labelled(flow, head)
    clause = own[-1]
    span = (clause.start, clause.end)
    if clause.kind is EffectKind.FIXED and clause.fixed_date is not None:
        return _fixed(flow, clause, clauses)
    start = _issue_date(clause, adopted, printed)
    if start is None:
        return missing()
    if clause.kind is EffectKind.AFTER_ISSUE:
        later = start + timedelta(days=clause.days_later)
        return found(flow, span, later, Confidence.CHECK, "effective_later")
    is_printed = printed is not None and start == printed.value
    is_sure = is_printed and start == adopted.value
    confidence = Confidence.CERTAIN if is_sure else Confidence.CHECK
    return found(
        flow, span, start, confidence, "effective_printed" if is_printed else "effective_adopted"
    )


def _labelled(flow: Flow, head: Head) -> Proposed[date]:
    """A page header may state the day of effect: 【生效日期】2004-03-31."""
    for each in head.segments:
        match = _LABEL.search(each.segment.text)
        if match is not None:
            start = each.segment.start + match.end()
            for day in find_short_dates(
                flow, start, min(start + len("2004-03-31"), len(flow.text))
            ):
                span = (day.start, day.end)
                return found(flow, span, day.value, Confidence.CHECK, "effective_labelled")
    return missing()


def _fixed(flow: Flow, clause: EffectClause, clauses: list[EffectClause]) -> Proposed[date]:
    days = {each.fixed_date for each in clauses if each.kind is EffectKind.FIXED}
    is_single = days == {clause.fixed_date}
    same = [each for each in clauses if each.fixed_date == clause.fixed_date]
    is_sure = is_single and (clause.is_own or len(same) > 1)
    name = "effective_twice" if len(same) > 1 else "effective_fixed"
    return found(
        flow,
        (clause.start, clause.end),
        clause.fixed_date or date.min,
        Confidence.CERTAIN if is_sure else Confidence.CHECK,
        name if is_single else "effective_several",
    )


def _issue_date(
    clause: EffectClause, adopted: Proposed[date], printed: FoundDate | None
) -> date | None:
    if printed is not None and clause.event in _PRINTED_EVENTS:
        return printed.value
    return adopted.value


def own_validity_clause(flow: Flow, end: int) -> ValidityClause | None:
    """Return the document's own validity clause: the last one, nearest to its closing articles."""
    clauses = [each for each in validity_clauses(flow.text) if each.end <= end]
    return clauses[-1] if clauses else None


def propose_validity_clause(flow: Flow, clause: ValidityClause | None) -> Proposed[str]:
    """Propose the words of the validity clause."""
    if clause is None:
        return missing()
    span = (clause.start, clause.end)
    confidence = Confidence.CERTAIN if _names_validity(flow, clause) else Confidence.CHECK
    return found(flow, span, flow.shown(*span), confidence, "validity_clause")


def _names_validity(flow: Flow, clause: ValidityClause) -> bool:
    """A clause that says 有效期 is one; 期限 and 试行 may be about something else.

    A decision that amends another document may state that document's term.
    """
    sentence = flow.text.rfind("。", 0, clause.start) + 1
    is_named = flow.text.startswith("有效期", clause.start)
    return is_named and "修改" not in flow.text[sentence : clause.start]


def propose_validity_end(
    flow: Flow, clause: ValidityClause | None, effective: Proposed[date]
) -> Proposed[date]:
    """Propose the last day in force, written or computed."""
    if clause is None or clause.term is None:
        return missing()
    span = (clause.start, clause.end)
    if clause.term.kind is ValidityTermKind.UNTIL_DATE:
        last = clause.term.until_date
        is_sure = _names_validity(flow, clause) and effective.value is not None
        confidence = Confidence.CERTAIN if is_sure else Confidence.CHECK
        return missing() if last is None else found(flow, span, last, confidence, "validity_until")
    if effective.value is None:
        return missing()
    try:
        last = expiry_date(effective.value, clause.term)
    except DateOutOfRangeError:
        return missing()
    if last is None:
        return missing()
    is_sure = _names_validity(flow, clause) and effective.confidence is Confidence.CERTAIN
    confidence = Confidence.CERTAIN if is_sure else Confidence.CHECK
    return found(flow, span, last, confidence, "validity_term")
