"""How the date of a step before the end of a term was found, as one Chinese sentence."""

from functools import cache
from typing import cast

from models.data_files import read_table
from models.derivations import unit_word, weekday_word
from models.domain.quarters import Quarter
from models.domain.validity_ladder import LadderDate, LadderStep
from resources import path_of


def explain_ladder_date(found: LadderDate) -> str:
    """Say how a step's date was found: 有效期届满 2027-03-31，届满前 6 个月 = 2026-09-30，周三."""
    words = _words()["words"]
    rule = found.rule
    quarter = Quarter.of(found.expiry_date)
    sentence = _words()["steps"][_kind(found)].format(
        expiry=found.expiry_date.isoformat(),
        due=found.due_date.isoformat(),
        weekday=weekday_word(found.due_date),
        amount=rule.lead.amount if rule.lead else 0,
        unit=unit_word(rule.lead.unit) if rule.lead else "",
        source=rule.source,
        quarter=words["quarter"].format(year=quarter.year, number=quarter.number),
    )
    estimated = words["estimated"] if found.is_estimated else ""
    return sentence + estimated + _source(found)


def _kind(found: LadderDate) -> str:
    if found.rule.period is not None:
        return found.rule.period.value
    return "lead" if found.rule.lead is not None else found.step.value


def _source(found: LadderDate) -> str:
    rule = found.rule
    if not rule.source or rule.step is LadderStep.REPLY:
        return ""
    words = _words()["words"]
    return words["source" if rule.is_verified else "unverified"].format(source=rule.source)


@cache
def _words() -> dict[str, dict[str, str]]:
    table = read_table(path_of("calendars", "ladder.toml"))
    return cast("dict[str, dict[str, str]]", table)
