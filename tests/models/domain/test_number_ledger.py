"""The report of the ledger: every fault is named, and what is explained is none."""

from dataclasses import replace
from datetime import date

from models.domain.number_ledger import CounterLine, CountLine, LedgerFaultKind, faults_of

SCOPE = ("hunan.unified", "seq", "seq|organ=1|year=2026")
DAY = date(2026, 3, 16)


def line(count: int, *, is_back_entry: bool = False) -> CountLine:
    """Return a line of the ledger."""
    return CountLine(*SCOPE, count, f"第{count}号", 2026, DAY, is_back_entry, entry_id=count)


def kinds(lines: list[CountLine], last: int) -> list[tuple[LedgerFaultKind, int]]:
    """Return the faults of one scope with its counter."""
    found = faults_of(lines, [CounterLine(*SCOPE, last)])
    return [(fault.kind, fault.count) for fault in found]


def test_an_unbroken_series_has_no_fault() -> None:
    assert kinds([line(1), line(2), line(3)], 3) == []


def test_a_missing_number_is_named() -> None:
    assert kinds([line(1), line(4)], 4) == [
        (LedgerFaultKind.MISSING, 2),
        (LedgerFaultKind.MISSING, 3),
    ]


def test_a_series_that_does_not_begin_at_one_misses_its_beginning() -> None:
    assert kinds([line(2)], 2) == [(LedgerFaultKind.MISSING, 1)]


def test_a_number_given_twice_is_named() -> None:
    twice = [line(1), replace(line(1), entry_id=9)]
    assert kinds(twice, 1) == [(LedgerFaultKind.DOUBLE, 1)]


def test_numbers_of_the_past_explain_where_the_series_goes_on() -> None:
    assert kinds([line(7, is_back_entry=True), line(8), line(9)], 9) == []


def test_numbers_of_the_past_alone_need_no_counter() -> None:
    lines = [line(3, is_back_entry=True), line(9, is_back_entry=True)]
    assert faults_of(lines, []) == ()


def test_a_number_of_another_year_than_its_day_is_named() -> None:
    assert kinds([replace(line(1), number_year=2025)], 1) == [(LedgerFaultKind.WRONG_YEAR, 1)]


def test_a_higher_number_of_an_earlier_day_is_named() -> None:
    earlier = replace(line(2), allotted_date=date(2026, 3, 13))
    assert kinds([line(1), earlier], 2) == [(LedgerFaultKind.DISORDER, 2)]


def test_a_counter_that_does_not_stand_at_its_last_number_is_named() -> None:
    assert kinds([line(1), line(2)], 1) == [(LedgerFaultKind.COUNTER_BEHIND, 1)]
    assert kinds([line(1), line(2)], 7) == [(LedgerFaultKind.COUNTER_AHEAD, 7)]


def test_a_counter_without_any_number_is_ahead() -> None:
    assert kinds([], 3) == [(LedgerFaultKind.COUNTER_AHEAD, 3)]
