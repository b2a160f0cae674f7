"""Dates, terms of validity and yes or no, as people read them."""

from datetime import date, datetime

from models.domain.clock import OFFICE_TIME
from models.domain.validity import (
    ValidityJudgement,
    ValidityReason,
    ValidityTerm,
    ValidityTermKind,
)
from resources.terms import name_of

_DECISIVE = {
    ValidityReason.BEFORE_EFFECTIVE_DATE: "{day} 起施行",
    ValidityReason.IN_TERM: "至 {day}",
    ValidityReason.WITHOUT_EXPIRY: "{day} 起施行",
    ValidityReason.TERM_OVER: "最后一日 {day}",
}


def day_words(day: date | None) -> str:
    """Return a date as 2026-03-02, or nothing."""
    return day.isoformat() if day else ""


def instant_words(instant: datetime) -> str:
    """Return an instant on the office's clock, to the minute."""
    return instant.astimezone(OFFICE_TIME).strftime("%Y-%m-%d %H:%M")


def term_words(term: ValidityTerm | None) -> str:
    """Return a term of validity as 5 年, 至 2031-04-14 or 长期有效; nothing when none is stated."""
    if term is None:
        return ""
    match term.kind:
        case ValidityTermKind.YEARS:
            return f"{term.amount} 年"
        case ValidityTermKind.MONTHS:
            return f"{term.amount} 个月"
        case ValidityTermKind.UNTIL_DATE:
            return f"至 {day_words(term.until_date)}"
        case _:
            return name_of(term.kind)


def judgement_words(judgement: ValidityJudgement) -> str:
    """Say why a document is in force or not: 在有效期内，至 2031-04-14."""
    reason = name_of(judgement.reason)
    if judgement.decisive_date is None:
        return reason
    told = _DECISIVE.get(judgement.reason, "自 {day} 起").format(day=judgement.decisive_date)
    return f"{reason}，{told}"


def yes_or_no(flag: bool) -> str:  # noqa: FBT001 -- the flag is the whole question
    """Return 是 or 否."""
    return "是" if flag else "否"
