"""Days as clauses name them: a date, a month or only a year; counts of years and months."""

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import date

from models.domain.numerals import parse_numeral
from models.domain.validity import ValidityTerm, ValidityTermKind
from review.extraction.dates import DATE_PATTERN, read_date

_YEAR = r"(?:(?<!\d)(?:19|20)\d\d|[〇零一二三四五六七八九]{4})"
_SMALL = r"(?:\d{1,2}|[元正一二三四五六七八九十]{1,3})"
# 2026年3月5日, 2026.3.5, 2026-03-05日; a scanner reads the day 1 as the letter l.
DAY_PATTERN = (
    rf"(?:{DATE_PATTERN}|(?<!\d)\d{{4}}年\d{{1,2}}月[lI]日"
    r"|(?<![\d.])(?:19|20)\d\d[.\-/]\d{1,2}[.\-/]\d{1,2}(?![\d.])日?)"
)
# 2026年3月, 2026年3月底, 二〇二六年末
PERIOD_PATTERN = rf"(?:{_YEAR}年(?:{_SMALL}月)?(?:份|底|末|初)?)"
_PERIOD = re.compile(rf"(?P<year>{_YEAR})年(?:(?P<month>{_SMALL})月)?(?:份|底|末|初)?")
_DOTTED = re.compile(r"(?P<year>\d{4})[.\-/](?P<month>\d{1,2})[.\-/](?P<day>\d{1,2})日?")
COUNT_PATTERN = r"(?:\d{1,3}|[一二两三四五六七八九十]{1,3})"
# 5年, 五(5)年, 一年半, 半年, 两年零六个月, 18个月
_TERM = re.compile(
    rf"(?P<half_year>半年)|(?P<count>{COUNT_PATTERN})(?:\({COUNT_PATTERN}\))?"
    rf"(?:个?周?年度?(?P<half>半)?(?:零?(?P<months>{COUNT_PATTERN})个月)?(?P<is_year>)|个?月)"
)
TERM_PATTERN = (
    rf"(?:半年|(?<!\d){COUNT_PATTERN}(?:\({COUNT_PATTERN}\))?"
    rf"(?:(?:个?周年|年度?)半?(?:零?{COUNT_PATTERN}个月)?|个月))"
)
_HALF_YEAR, _YEAR_MONTHS = 6, 12


@dataclass(frozen=True, slots=True)
class NamedDay:
    """A day that a clause names; it is not exact where only the month or the year is named."""

    value: date
    is_exact: bool = True


def first_day_named(text: str) -> NamedDay | None:
    """Return the day from which a date, a month or a year runs."""
    exact = _exact(text)
    if exact is not None:
        return exact
    period = _period(text)
    return None if period is None else NamedDay(period[0], is_exact=False)


def last_day_named(text: str) -> NamedDay | None:
    """Return the day to which a date, a month or a year runs."""
    exact = _exact(text)
    if exact is not None:
        return exact
    period = _period(text)
    return None if period is None else NamedDay(period[1], is_exact=False)


def read_term(text: str) -> ValidityTerm | None:
    """Read a term of years and months."""
    match = _TERM.fullmatch(text)
    if match is None:
        return None
    if match["half_year"]:
        return ValidityTerm(ValidityTermKind.MONTHS, _HALF_YEAR)
    amount = _number(match["count"])
    if not amount:
        return None
    if match["is_year"] is None:
        return ValidityTerm(ValidityTermKind.MONTHS, amount)
    more = _HALF_YEAR if match["half"] else _number(match["months"] or "")
    if more:
        return ValidityTerm(ValidityTermKind.MONTHS, amount * _YEAR_MONTHS + more)
    return ValidityTerm(ValidityTermKind.YEARS, amount)


def _number(text: str) -> int:
    plain = text.replace("两", "二").replace("正", "一").replace("元", "一")
    return parse_numeral(plain) or 0


def _exact(text: str) -> NamedDay | None:
    read = read_date(text.replace("l日", "1日").replace("I日", "1日"))
    if read is not None:
        # A year that had to be completed is not what the clause says.
        return NamedDay(read[0], is_exact=not read[1])
    match = _DOTTED.fullmatch(text)
    if match is None:
        return None
    try:
        return NamedDay(date(int(match["year"]), int(match["month"]), int(match["day"])))
    except ValueError:
        return None


def _period(text: str) -> tuple[date, date] | None:
    match = _PERIOD.fullmatch(text)
    if match is None:
        return None
    year, month = _number(match["year"]), _number(match["month"] or "")
    if match["month"] is None:
        return date(year, 1, 1), date(year, 12, 31)
    if not 1 <= month <= _YEAR_MONTHS:
        return None
    return date(year, month, 1), date(year, month, monthrange(year, month)[1])
