"""The day of effect (施行日期) from the document's own clause."""

import re
from datetime import date, timedelta

from models.domain.calendar import add_months
from review.extraction.dates import FoundDate, find_short_dates
from review.extraction.effect_clauses import EffectClause, EffectKind
from review.extraction.flow import Flow
from review.extraction.head import Head
from review.extraction.proposal import Confidence, Proposed
from review.extraction.proposed import found, missing
from review.extraction.validity_clauses import ValidityClause

_LABEL = re.compile(r"(?:生效|实施|施行)(?:日期|时间)[〕】:]+")
# These happen before the document is printed: its imprint says nothing of their day.
_EVENTS_BEFORE_PRINTING = ("通过", "批准", "签发", "签署")
_SATURDAY = 5


def propose_effective_date(
    flow: Flow,
    head: Head,
    clauses: tuple[EffectClause, ...],
    validity: ValidityClause | None,
    issued: tuple[Proposed[date], FoundDate | None],
) -> Proposed[date]:
    """Propose the day of effect; ``issued`` is the date of writing and that of the imprint."""
    own = [each for each in clauses if each.is_own] or list(clauses)
    if not own:
        return _begun(flow, validity) or _labelled(flow, head)
    clause = own[-1]
    if clause.kind is EffectKind.FIXED and clause.fixed_date is not None:
        return _fixed(flow, clause, clauses)
    return _issued(flow, clause, *issued)


def _begun(flow: Flow, validity: ValidityClause | None) -> Proposed[date] | None:
    """A document that says only from when to when it is valid takes effect on the first day."""
    if validity is None or validity.first_day is None or not validity.is_own:
        return None
    span = (validity.start, validity.end)
    return found(flow, span, validity.first_day, Confidence.CHECK, "effective_range")


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


def _fixed(flow: Flow, clause: EffectClause, clauses: tuple[EffectClause, ...]) -> Proposed[date]:
    days = {each.fixed_date for each in clauses if each.kind is EffectKind.FIXED}
    is_single = days == {clause.fixed_date}
    same = [each for each in clauses if each.fixed_date == clause.fixed_date]
    is_sure = is_single and clause.is_exact and (clause.is_own or len(same) > 1)
    name = "effective_twice" if len(same) > 1 else "effective_fixed"
    if not clause.is_exact:
        name = "effective_period"
    return found(
        flow,
        (clause.start, clause.end),
        clause.fixed_date or date.min,
        Confidence.CERTAIN if is_sure else Confidence.CHECK,
        name if is_single else "effective_several",
    )


def _issued(
    flow: Flow, clause: EffectClause, adopted: Proposed[date], printed: FoundDate | None
) -> Proposed[date]:
    span = (clause.start, clause.end)
    is_printed = printed is not None and clause.event not in _EVENTS_BEFORE_PRINTING
    start = printed.value if printed is not None and is_printed else adopted.value
    if start is None:
        return missing()
    if clause.kind is EffectKind.AFTER_ISSUE:
        name = "effective_later" if clause.delay_unit != "working_days" else "effective_workdays"
        return found(flow, span, _later(start, clause), Confidence.CHECK, name)
    is_sure = is_printed and start == adopted.value and clause.is_own
    confidence = Confidence.CERTAIN if is_sure else Confidence.CHECK
    name = "effective_printed" if is_printed else "effective_adopted"
    return found(flow, span, start, confidence, name)


def _later(start: date, clause: EffectClause) -> date:
    match clause.delay_unit:
        case "months":
            return add_months(start, clause.delay)
        case "working_days":
            return _after_weekdays(start, clause.delay)
        case _:
            return start + timedelta(days=clause.delay)


def _after_weekdays(start: date, days: int) -> date:
    """Return the day so many days from Monday to Friday later; holidays are not known here."""
    day = start
    while days:
        day += timedelta(days=1)
        days -= day.weekday() < _SATURDAY
    return day
