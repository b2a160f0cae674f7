"""The values of a profile in Chinese, and an example of every number it gives."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Any

from models.domain.calendar import Term, TermUnit
from models.domain.formal_check import FormalItem
from models.domain.law_errors import (
    NumberFieldMissingError,
    NumberFieldUnfitError,
    NumberOverflowError,
)
from models.domain.number_grammar import NumberFields, NumberScheme, render
from models.domain.profile import (
    Gate,
    GateCondition,
    MonthDay,
    OutgoingRecipient,
    Profile,
    RateTarget,
    YearRange,
)
from models.settings import Office
from resources.terms import name_in, name_of

_NOT_SET = "没有规定"
_COUNTED = {TermUnit.WORKING_DAY: "个工作日", TermUnit.MONTH: "个月"}
_EXAMPLE_COUNT = 7
_NO_EXAMPLE = "填写单位信息以后显示"
_UNIT_OF_COPIES = frozenset({"copies_government", "copies_congress"})


@dataclass(frozen=True)
class RuleRow:
    """One rule of a profile as the table shows it."""

    id: int
    title: str
    value: str
    source: str
    is_verified: bool
    is_inherited: bool
    note: str


def rule_rows(profile: Profile, office: Office, day: date) -> tuple[RuleRow, ...]:
    """Return every parameter and every number scheme in words."""
    rows = [
        (
            name_in("Parameter", name),
            _with_unit(name, one.value),
            one.source,
            one.is_verified,
            one.is_inherited,
            one.note,
        )
        for name, one in profile.parameters()
    ]
    rows += [
        (
            scheme_title(scheme),
            f"例如 {example_number(scheme, office, day)}",
            scheme.source,
            scheme.is_verified,
            scheme.id.startswith("national.") and profile.id != "national",
            scheme.note,
        )
        for scheme in profile.number_schemes
    ]
    return tuple(RuleRow(number, *row) for number, row in enumerate(rows, start=1))


def scheme_title(scheme: NumberScheme) -> str:
    """Return what the numbers of a scheme are called."""
    title = name_of(scheme.series) if scheme.series else name_of(scheme.kind)
    return f"{title}的写法（历史）" if scheme.is_historic else f"{title}的写法"


def example_number(scheme: NumberScheme, office: Office, day: date) -> str:
    """Return a number as the scheme would write it here."""
    fields = NumberFields(
        region=office.region,
        level=office.level,
        area=office.area,
        year=day.year,
        month=day.month,
        organ="01",
        organ_short="县府",
        code=office.letter_code,
        kind="规",
        dept="11",
        recipient="市",
    )
    counts = {rule.token.value: _EXAMPLE_COUNT for rule in scheme.counters}
    try:
        return render(scheme, fields, counts)
    except (NumberFieldMissingError, NumberFieldUnfitError, NumberOverflowError):
        return f"{scheme.template}（{_NO_EXAMPLE}）"


def value_words(value: object) -> str:
    """Return a value of a profile as people write it."""
    if value is None:
        return _NOT_SET
    if isinstance(value, bool):
        return "是" if value else "否"
    if isinstance(value, StrEnum):
        return name_of(value)
    if isinstance(value, tuple):
        return "、".join(value_words(item) for item in value) or "没有"
    words = _WORDS.get(type(value), str)
    return words(value)


def _with_unit(name: str, value: object) -> str:
    return f"{value} 份" if name in _UNIT_OF_COPIES else value_words(value)


def _term(term: Term) -> str:
    return f"{term.amount} {_COUNTED.get(term.unit, name_of(term.unit))}"


def _years(years: YearRange) -> str:
    if years.shortest == years.longest:
        return f"{years.longest} 年"
    return f"{years.shortest} 至 {years.longest} 年"


def _gate(gate: Gate) -> str:
    notes = []
    if gate.condition is not GateCondition.ALWAYS:
        notes.append(f"{name_of(gate.condition)}的")
    if not gate.is_required:
        notes.append("只提示")
    name = name_of(gate.evidence)
    return f"{name}（{'，'.join(notes)}）" if notes else name


def _recipient(one: OutgoingRecipient) -> str:
    return one.title


def _formal_item(one: FormalItem) -> str:
    return one.title


def _target(target: RateTarget) -> str:
    return f"{name_of(target.rate)}达到百分之 {target.percent}"


def _month_day(day: MonthDay) -> str:
    return f"{day.month} 月 {day.day} 日"


_WORDS: dict[type, Callable[[Any], str]] = {
    Term: _term,
    YearRange: _years,
    Gate: _gate,
    OutgoingRecipient: _recipient,
    FormalItem: _formal_item,
    RateTarget: _target,
    MonthDay: _month_day,
}
