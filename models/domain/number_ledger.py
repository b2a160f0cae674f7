"""What is wrong, or must be explained, in a ledger of numbers."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from itertools import pairwise


class LedgerFaultKind(StrEnum):
    """A way in which a ledger departs from an unbroken series."""

    MISSING = "missing"  # 漏号
    DOUBLE = "double"  # 重号
    DISORDER = "disorder"  # 号码次序与日期次序不一致
    WRONG_YEAR = "wrong_year"  # 号码年份与登记年份不一致
    COUNTER_BEHIND = "counter_behind"  # 计数器落后于台账
    COUNTER_AHEAD = "counter_ahead"  # 计数器超前于台账
    RECORD_DIFFERS = "record_differs"  # 记录上的号码与台账不一致


@dataclass(frozen=True)
class CountLine:
    """The count that one number used in one scope."""

    scheme_id: str
    token: str
    scope: str
    count: int
    number: str
    number_year: int | None
    allotted_date: date
    is_back_entry: bool
    entry_id: int


@dataclass(frozen=True)
class CounterLine:
    """The last count a counter handed out."""

    scheme_id: str
    token: str
    scope: str
    last_count: int


@dataclass(frozen=True)
class LedgerFault:
    """One fault: the scope it stands in, the count, and the number where there is one."""

    kind: LedgerFaultKind
    scheme_id: str
    token: str
    scope: str
    count: int
    number: str


def faults_of(
    counts: Iterable[CountLine], counters: Iterable[CounterLine]
) -> tuple[LedgerFault, ...]:
    """Compare the lines of a ledger with each other and with the counters.

    Void numbers are lines like any other: a void number explains its place, it is no gap. Numbers
    entered from the past may be missing among each other; from the first number of the register
    on, none may.
    """
    scopes: dict[tuple[str, str, str], list[CountLine]] = {}
    for line in counts:
        scopes.setdefault((line.scheme_id, line.token, line.scope), []).append(line)
    last = {(one.scheme_id, one.token, one.scope): one.last_count for one in counters}
    faults: list[LedgerFault] = []
    for scope in sorted(scopes.keys() | last.keys()):
        lines = sorted(scopes.get(scope, []), key=lambda line: (line.count, line.entry_id))
        faults += _missing(scope, lines)
        faults += _doubles(lines)
        faults += _disorder(lines)
        faults += _wrong_years(lines)
        faults += _counter_faults(scope, lines, last.get(scope))
    return tuple(faults)


def _missing(scope: tuple[str, str, str], lines: list[CountLine]) -> list[LedgerFault]:
    own = [line.count for line in lines if not line.is_back_entry]
    if not own:
        return []
    there = {line.count for line in lines}
    first = min(own) if any(line.is_back_entry for line in lines) else 1
    lost = (count for count in range(first, max(own)) if count not in there)
    return [LedgerFault(LedgerFaultKind.MISSING, *scope, count, "") for count in lost]


def _doubles(lines: list[CountLine]) -> list[LedgerFault]:
    return [
        _fault(LedgerFaultKind.DOUBLE, later)
        for earlier, later in pairwise(lines)
        if earlier.count == later.count
    ]


def _disorder(lines: list[CountLine]) -> list[LedgerFault]:
    own = [line for line in lines if not line.is_back_entry]
    return [
        _fault(LedgerFaultKind.DISORDER, later)
        for earlier, later in pairwise(own)
        if later.allotted_date < earlier.allotted_date
    ]


def _wrong_years(lines: list[CountLine]) -> list[LedgerFault]:
    return [
        _fault(LedgerFaultKind.WRONG_YEAR, line)
        for line in lines
        if not line.is_back_entry
        and line.number_year is not None
        and line.number_year != line.allotted_date.year
    ]


def _counter_faults(
    scope: tuple[str, str, str], lines: list[CountLine], last: int | None
) -> list[LedgerFault]:
    own = max((line.count for line in lines if not line.is_back_entry), default=0)
    highest = max((line.count for line in lines), default=0)
    reached = last or 0
    if reached < own:
        return [LedgerFault(LedgerFaultKind.COUNTER_BEHIND, *scope, reached, "")]
    if reached > highest:
        return [LedgerFault(LedgerFaultKind.COUNTER_AHEAD, *scope, reached, "")]
    return []


def _fault(kind: LedgerFaultKind, line: CountLine) -> LedgerFault:
    return LedgerFault(kind, line.scheme_id, line.token, line.scope, line.count, line.number)
