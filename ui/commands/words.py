"""Values as people read them, on one line."""

from datetime import date, datetime
from enum import StrEnum
from functools import singledispatch

from models.derivations import explain
from models.domain.calendar import Term, TermUnit
from models.domain.clock import OFFICE_TIME
from models.domain.formal_check import FormalItem
from models.domain.gates import MissingGate
from models.domain.profile import (
    Gate,
    GateCondition,
    MonthDay,
    OutgoingRecipient,
    RateTarget,
    YearRange,
)
from models.domain.validity import ValidityJudgement, ValidityTerm, ValidityTermKind
from models.queries.document_rows import DeadlineRow
from resources.terms import FIELDS, name_in, name_of

_OWN_NAMES = {"id": "序号", "sequence": "序号", "kind": "种类"}
_UNITS = {ValidityTermKind.YEARS: "年", ValidityTermKind.MONTHS: "个月"}


def heading(identifier: str) -> str:
    """Return the Chinese name of a field."""
    return _OWN_NAMES.get(identifier) or name_in(FIELDS, identifier)


@singledispatch
def shown(value: object) -> str:
    """Return a value as a line or a table shows it."""
    return " ".join(str(value).split())


@shown.register(type(None))
def _nothing(_value: None) -> str:
    return ""


@shown.register
def _flag(value: bool) -> str:  # noqa: FBT001 -- shown takes one value of any kind
    return "是" if value else "否"


@shown.register
def _term(value: StrEnum) -> str:
    return name_of(value)


@shown.register
def _moment(value: datetime) -> str:
    return value.astimezone(OFFICE_TIME).strftime("%Y-%m-%d %H:%M")


@shown.register
def _day(value: date) -> str:
    return value.isoformat()


@shown.register(frozenset)
def _set(value: frozenset[object]) -> str:
    return "、".join(sorted(map(shown, value)))


@shown.register(dict)
def _named(value: dict[object, object]) -> str:
    return "；".join(map(shown, value.values()))


@shown.register(tuple)
def _several(value: tuple[object, ...]) -> str:
    return "、".join(map(shown, value))


@shown.register
def _time_limit(value: Term) -> str:
    return f"{value.amount}{'个' if value.unit is TermUnit.MONTH else ''}{name_of(value.unit)}"


@shown.register
def _years(value: YearRange) -> str:
    is_fixed = value.shortest == value.longest
    return f"{value.longest}年" if is_fixed else f"{value.shortest}至{value.longest}年"


@shown.register
def _day_of_year(value: MonthDay) -> str:
    return f"{value.month}月{value.day}日"


@shown.register
def _target(value: RateTarget) -> str:
    return f"{name_of(value.rate)}{value.percent}%"


@shown.register
def _recipient(value: OutgoingRecipient) -> str:
    return f"{value.title}（{name_of(value.recipient)}）"


@shown.register
def _formal_item(value: FormalItem) -> str:
    return f"{value.title}（{value.source}）"


@shown.register
def _gate(value: Gate) -> str:
    is_general = value.condition is GateCondition.ALWAYS
    place = "" if is_general else f"（{name_of(value.condition)}）"
    return f"{name_of(value.evidence)}{place}{'' if value.is_required else '（建议）'}"


@shown.register
def _missing(value: MissingGate) -> str:
    weight = "必备" if value.is_required else "建议"
    return f"{name_of(value.evidence)}（{weight}，{value.source}）"


@shown.register
def _validity(value: ValidityTerm) -> str:
    if value.until_date is not None:
        return f"至 {value.until_date.isoformat()}"
    is_counted = value.kind in _UNITS
    return f"{value.amount}{_UNITS[value.kind]}" if is_counted else name_of(value.kind)


@shown.register
def _judgement(value: ValidityJudgement) -> str:
    return f"{name_of(value.status)}（{name_of(value.reason)}）"


@shown.register
def _deadline(value: DeadlineRow) -> str:
    done = f"，{value.met_date.isoformat()} 办结" if value.met_date else ""
    return f"{name_in('DeadlineKind', value.kind)}：{explain(value.computed)}{done}"
