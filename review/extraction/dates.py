"""Dates as they are written: 2026年3月5日, 二〇二六年三月五日, 2026.3.5."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from models.domain.written_dates import read_written_date
from review.extraction.flow import Flow

_YEAR_DIGITS = "0〇零Oo一二三四五六七八九"
_COUNT = "元正一二三四五六七八九十廿卅"
DATE_PATTERN = (
    rf"(?:(?<!\d)\d{{4}}年\d{{1,2}}月\d{{1,2}}[日号]"
    rf"|[{_YEAR_DIGITS}]{{2,4}}年[{_COUNT}]{{1,3}}月[{_COUNT}]{{1,3}}[日号])"
)
_DATE = re.compile(DATE_PATTERN)
_SHORT_DATE = re.compile(r"(?<![\d.])(?:19|20)\d\d[.\-/]\d{1,2}[.\-/]\d{1,2}(?![\d.])")
# A line of its own may mix figures and numerals: 2012年三月5日.
_WHOLE = re.compile(r"[^年]{2,4}年[^月]{1,3}月[^日号]{1,3}[日号]")


@dataclass(frozen=True, slots=True)
class FoundDate:
    """A date and the range of the flow it stands in."""

    value: date
    start: int
    end: int
    is_damaged: bool = False


def find_dates(flow: Flow) -> Iterator[FoundDate]:
    """Return all dates written out with 年月日, in order."""
    for match in _DATE.finditer(flow.text):
        found = read_date(match.group())
        if found is not None:
            value, is_damaged = found
            yield FoundDate(value, match.start(), match.end(), is_damaged)


def find_short_dates(flow: Flow, start: int, end: int) -> Iterator[FoundDate]:
    """Return dates such as 2026.3.5 in a range."""
    for match in _SHORT_DATE.finditer(flow.text, start, end):
        found = read_written_date(match.group())
        if found is not None and found.day is not None:
            yield FoundDate(found.day, match.start(), match.end())


def read_date(text: str) -> tuple[date, bool] | None:
    """Read a date with 年月日; the second value tells that its year had to be completed."""
    if _WHOLE.fullmatch(text) is None:
        return None
    found = read_written_date(text)
    return None if found is None or found.day is None else (found.day, found.is_damaged)
