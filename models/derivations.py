"""The derivation of a due date as one Chinese sentence that a clerk can check by hand."""

from functools import cache
from typing import cast

from models.data_files import read_table
from models.domain.calendar import Deadline, DerivationStep, StepKind
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
        unit=words["units"][step.unit],
        due=step.to_date.isoformat(),
        weekday=_weekday(step),
        reason=step.reason,
    )


def _weekday(step: DerivationStep) -> str:
    words = _words()
    weekday = words["weekdays"][str(step.to_date.isoweekday())]
    if not step.ends_on_make_up_day:
        return weekday
    return words["sentences"]["make_up_day"].format(weekday=weekday)


@cache
def _words() -> dict[str, dict[str, str]]:
    table = read_table(path_of("calendars", "derivation.toml"))
    return cast("dict[str, dict[str, str]]", table)
