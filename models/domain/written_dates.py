"""Dates as people and programs wrote them: 二○一一年十一月二十二日, 2019.3.5, 2020612, 43529.

A ledger typed over twenty years has them all. What is clear is read; what can be read in two ways
keeps every reading; what says nothing (无, ——, 不详) gives nothing.
"""

import re
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from enum import StrEnum
from unicodedata import category, normalize

from models.domain.clock import legal_day
from models.domain.numerals import parse_numeral

_EARLIEST, _LATEST = 1949, 2099
# Spreadsheets count days from here; the count of 1950 to 2099 has five digits.
_SERIAL_ZERO = date(1899, 12, 30)
_SERIALS = range(18264, 73051)
_MILLISECONDS = 1000

_NOTHING = re.compile(
    r"[-/\\_*.,。、?()~|;:'\"]*|(?:暂|均|尚)?(?:无|没有|未知|不详|不明|不祥|空|待定|待补|未定)|(?:null|none|nan|nil|na|n/a|#n/a|false)",
    re.IGNORECASE,
)
_YEAR = r"(?P<year>(?:19|20)\d\d|[0〇一二三四五六七八九]{4}|[〇一二三四五六七八九]{2})"
_SHORT_YEAR = r"(?P<short>\d\d)"
_MONTH = r"(?P<month>\d{1,2}|[元正一二三四五六七八九十]{1,3})"
_DAY = r"(?P<day>\d{1,2}|[一二三四五六七八九十廿卅]{1,3})"
_CLOCK = r"(?:[T ]*\d{1,2}[:时]\d{1,2}(?:[:分]\d{1,2}(?:\.\d+)?)?秒?)?"
_TAIL = rf"{_CLOCK}(?:\(?(?:星期|周)[一二三四五六日天]\)?)?"
_WRITTEN = re.compile(
    rf"(?:公元)?(?:{_YEAR}|{_SHORT_YEAR})年(?:{_MONTH}月?份?(?:{_DAY}[日号]?)?)?{_TAIL}"
)
_SEPARATED = re.compile(
    rf"{_YEAR}(?P<mark>[-./,。、·年])(?P<month>\d{{1,2}})(?:[-./,。、·月]+(?P<day>\d{{1,2}}))?[-.。日]?{_TAIL}"
)
_SHORT_SEPARATED = re.compile(
    rf"(?P<first>\d{{1,2}})[-./](?P<second>\d{{1,2}})[-./](?P<third>(?:19|20)\d\d|\d{{1,2}}){_TAIL}"
)
_INSTANT = re.compile(
    r"(?P<day>\d{4}-\d\d-\d\d)T(?P<clock>\d\d:\d\d(?::\d\d)?)(?:\.\d+)?"
    r"(?P<zone>Z|[+-]\d\d:?\d\d)"
)
_ZERO = str.maketrans("○零Oo０Ｏ\u25ef", "〇〇〇〇〇〇〇")


class DatePrecision(StrEnum):
    """How much of a date was written."""

    DAY = "day"  # 年月日
    MONTH = "month"  # 只有年月
    YEAR = "year"  # 只有年份


@dataclass(frozen=True, slots=True)
class WrittenDate:
    """A date as it was read.

    Attributes:
        candidates: the days it may be, the likeliest first; of a month or a year its first day.
        precision: how much was written.
        is_damaged: something was lost or had to be supplied, so that a person should look.
    """

    candidates: tuple[date, ...]
    precision: DatePrecision
    is_damaged: bool = False

    @property
    def day(self) -> date | None:
        """Return the day where exactly one can be meant."""
        is_one = self.precision is DatePrecision.DAY and len(self.candidates) == 1
        return self.candidates[0] if is_one else None

    @property
    def is_clear(self) -> bool:
        """Tell whether a day was written that nobody need look at again."""
        return self.day is not None and not self.is_damaged


def says_nothing(text: str) -> bool:
    """Tell whether a cell holds only a mark for nothing: 无, -, /, ——, 不详."""
    return _NOTHING.fullmatch(_folded(text)) is not None


def read_written_date(written: str | float | date | None) -> WrittenDate | None:
    """Read a date from a text or from the value of a spreadsheet's cell.

    Returns None for a mark that means nothing and for what is no date.
    """
    if isinstance(written, str):
        return _from_text(_folded(written))
    if isinstance(written, datetime):
        return _clear(legal_day(written) if written.tzinfo else written.date())
    if isinstance(written, date):
        return _clear(written)
    if written is None or isinstance(written, bool):
        return None
    return _from_number(written)


def _from_text(text: str) -> WrittenDate | None:
    if _NOTHING.fullmatch(text):
        return None
    for reader in (_from_instant, _from_words, _from_separated, _from_short, _from_digits):
        found = reader(text)
        if found is not None:
            return found
    return None


def _folded(text: str) -> str:
    """Fold widths, dashes and blanks; a blank between digits of a clock is kept as one."""
    plain = re.sub(r"[\u2010-\u2015\u2212\u2500]", "-", normalize("NFKC", text))
    visible = "".join(sign for sign in plain if category(sign) != "Cf").strip()
    dated = re.sub(r"(?<=\d)\s+(?=\d{1,2}:)", "T", visible)
    spaced = re.sub(r"(?<=\d)\s+(?=\d+\s+\d+$|\d{1,2}$)", "-", dated)
    return "".join(spaced.split())


def _clear(day: date) -> WrittenDate | None:
    if not _EARLIEST <= day.year <= _LATEST:
        return None
    return WrittenDate((day,), DatePrecision.DAY)


def _from_number(number: float) -> WrittenDate | None:
    if number != number or abs(number) > 10**14:  # noqa: PLR0124 -- not a number is no date
        return None
    whole = int(number)
    if whole in _SERIALS:
        return _clear(_SERIAL_ZERO + timedelta(days=whole))
    return _from_digits(str(whole)) if whole == number else None


def _from_instant(text: str) -> WrittenDate | None:
    """An instant with its zone: the legal day is the day in China."""
    match = _INSTANT.fullmatch(text)
    if match is None:
        return None
    try:
        instant = datetime.fromisoformat(f"{match['day']}T{match['clock']}{match['zone']}")
    except ValueError:
        return None
    return _clear(legal_day(instant))


def _from_words(text: str) -> WrittenDate | None:
    match = _WRITTEN.fullmatch(text.translate(_ZERO))
    if match is None:
        return None
    year, is_damaged = _year(match["year"] or match["short"])
    month = _count(match["month"])
    day = _count(match["day"])
    return _of_parts(year, month, day, is_damaged=is_damaged)


def _from_separated(text: str) -> WrittenDate | None:
    match = _SEPARATED.fullmatch(text)
    if match is None:
        return None
    return _of_parts(int(match["year"]), _count(match["month"]), _count(match["day"]))


def _from_short(text: str) -> WrittenDate | None:
    """19.3.5, and what a foreign setting of a spreadsheet makes: 3/5/2019."""
    match = _SHORT_SEPARATED.fullmatch(text)
    if match is None:
        return None
    first, second = int(match["first"]), int(match["second"])
    third = match["third"]
    if len(third) > len("19"):
        orders = [(int(third), first, second), (int(third), second, first)]
    else:
        orders = [(_full_year(first), second, int(third))]
    return _of_choices(orders, is_damaged=True)


def _from_digits(text: str) -> WrittenDate | None:
    """20190305, 1987, a serial, an epoch, and what lost its separators."""
    if not (text.isascii() and text.isdecimal()):
        return None
    if len(text) in (len("1365523200"), len("1365523200000")):
        seconds = int(text) / (_MILLISECONDS if len(text) > len("1365523200") else 1)
        return _clear(legal_day(datetime.fromtimestamp(seconds, UTC)))
    if len(text) == len("43529"):
        day = _SERIAL_ZERO + timedelta(days=int(text))
        return WrittenDate((day,), DatePrecision.DAY, is_damaged=True) if _clear(day) else None
    year, rest = int(text[:4]), text[4:]
    if len(rest) == len("0305"):
        return _of_parts(year, int(rest[:2]), int(rest[2:]))
    return _without_separators(year, rest) if rest else _of_parts(year, None, None)


def _without_separators(year: int, rest: str) -> WrittenDate | None:
    """2020612 is 12 June, 2020112 may be two days, 201911 is a month far oftener than 1 January."""
    splits = [(year, int(rest[:at]), int(rest[at:])) for at in range(1, len(rest))]
    by_day = _of_choices(splits, is_damaged=True)
    by_month = _of_parts(year, int(rest), None, is_damaged=by_day is not None)
    return by_month or by_day


def _year(text: str) -> tuple[int, bool]:
    """Read a year; a scanner that lost the zeros of 二〇〇三 leaves 二三."""
    value = parse_numeral(text) or 0
    if len(text) > len("二三"):
        return value, False
    if text.isascii():
        return _full_year(value), True
    # 九三 is what people wrote for 1993; 二三 lost two zeros.
    if value >= _EARLIEST % 100:
        return 1900 + value, False
    return (2000 + value % 10, True) if text[0] == "二" else (0, True)


def _full_year(short: int) -> int:
    return short + (1900 if short >= _EARLIEST % 100 else 2000)


def _count(text: str | None) -> int | None:
    if text is None:
        return None
    return parse_numeral(text.replace("正", "一").replace("元", "一")) or 0


def _of_parts(
    year: int, month: int | None, day: int | None, *, is_damaged: bool = False
) -> WrittenDate | None:
    precision = DatePrecision.MONTH if day is None else DatePrecision.DAY
    precision = DatePrecision.YEAR if month is None else precision
    first = _existing(year, 1 if month is None else month, 1 if day is None else day)
    return None if first is None else WrittenDate((first,), precision, is_damaged)


def _of_choices(choices: list[tuple[int, int, int]], *, is_damaged: bool) -> WrittenDate | None:
    days = dict.fromkeys(day for parts in choices if (day := _existing(*parts)) is not None)
    return WrittenDate(tuple(days), DatePrecision.DAY, is_damaged) if days else None


def _existing(year: int, month: int, day: int) -> date | None:
    if not _EARLIEST <= year <= _LATEST:
        return None
    try:
        return date(year, month, day)
    except ValueError:
        return None
