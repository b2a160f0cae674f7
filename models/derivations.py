"""The derivation of a due date as one Chinese sentence that a clerk can check by hand."""

from datetime import date
from functools import cache
from typing import cast

from models.data_files import read_table
from models.domain.calendar import Deadline, DerivationStep, StepKind, TermUnit
from resources import path_of


def explain(deadline: Deadline) -> str:
    """Say how a due date was found: 公布 2026-03-02 + 15 日 = 2026-03-17，周二."""
    sentences = _words()["sentences"]
    told = "".join(_told(step, deadline) for step in deadline.derivation)
    return told + (sentences["estimated"] if deadline.is_estimated else "")


def _told(step: DerivationStep, deadline: Deadline) -> str:
    words = _words()
    has_reason = step.kind is StepKind.PAUSE and step.reason
    sentence = words["sentences"][f"{step.kind.value}_with_reason" if has_reason else step.kind]
    return sentence.format(
        event=words["events"].get(deadline.start_event, deadline.start_event),
        start=step.from_date.isoformat(),
        amount=step.amount,
        unit=unit_word(step.unit),
        due=step.to_date.isoformat(),
        weekday=_weekday(step),
        reason=step.reason,
    )


def _weekday(step: DerivationStep) -> str:
    weekday = weekday_word(step.to_date)
    if not step.ends_on_make_up_day:
        return weekday
    return _words()["sentences"]["make_up_day"].format(weekday=weekday)


def weekday_word(day: date) -> str:
    """Return the day of the week: 周一 to 周日."""
    return _words()["weekdays"][str(day.isoweekday())]


def unit_word(unit: TermUnit) -> str:
    """Return the unit of a time limit as it is written behind a number."""
    return _words()["units"][unit]


@cache
def _words() -> dict[str, dict[str, str]]:
    table = read_table(path_of("calendars", "derivation.toml"))
    return cast("dict[str, dict[str, str]]", table)
