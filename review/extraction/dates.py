"""Dates as they are written: 2026年3月5日, 二〇二六年三月五日, 2026.3.5."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from models.domain.numerals import parse_numeral
from review.extraction.flow import Flow

_YEAR_DIGITS = "0〇零Oo一二三四五六七八九"
_COUNT = "元正一二三四五六七八九十廿卅"
DATE_PATTERN = (
    rf"(?:(?<!\d)\d{{4}}年\d{{1,2}}月\d{{1,2}}[日号]"
    rf"|[{_YEAR_DIGITS}]{{2,4}}年[{_COUNT}]{{1,3}}月[{_COUNT}]{{1,3}}[日号])"
)
_PARTS = re.compile(
    rf"(?P<year>\d{{4}}|[{_YEAR_DIGITS}]{{2,4}})年(?P<month>\d{{1,2}}|[{_COUNT}]{{1,3}})月"
    rf"(?P<day>\d{{1,2}}|[{_COUNT}]{{1,3}})[日号]"
)
_DATE = re.compile(DATE_PATTERN)
_SHORT_DATE = re.compile(
    r"(?<![\d.])(?P<year>(?:19|20)\d\d)[.\-/](?P<month>\d{1,2})[.\-/](?P<day>\d{1,2})(?![\d.])"
)
_ZERO = str.maketrans("〇零Oo", "0000")
_EARLIEST, _LATEST = 1949, 2099
_FOUR_DIGITS, _CENTURY = 1000, 100


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
        value = _checked(*(int(match[name]) for name in ("year", "month", "day")))
        if value is not None:
            yield FoundDate(value, match.start(), match.end())


def read_date(text: str) -> tuple[date, bool] | None:
    """Read a date with 年月日; the second value tells that its year had to be completed."""
    match = _PARTS.fullmatch(text)
    if match is None:
        return None
    year, is_damaged = _year(match["year"])
    month, day = (
        parse_numeral(match[name].replace("正", "一").replace("元", "一"))
        for name in ("month", "day")
    )
    value = _checked(year, month or 0, day or 0)
    return None if value is None else (value, is_damaged)


def _year(text: str) -> tuple[int, bool]:
    """Read a year; a scanner that lost the zeros of 二〇〇三 leaves 二三."""
    value = parse_numeral(text.translate(str.maketrans("O", "〇"))) or 0
    if value >= _FOUR_DIGITS:
        return value, False
    if len(text) == len("二三"):
        is_last_century = value >= _EARLIEST % _CENTURY
        return (1900 + value, False) if is_last_century else (2000 + value % 10, True)
    return 0, True


def _checked(year: int, month: int, day: int) -> date | None:
    if not _EARLIEST <= year <= _LATEST:
        return None
    try:
        return date(year, month, day)
    except ValueError:
        return None
