"""The filters of templates: what a value may be turned into on its way into the text."""

import re
from collections.abc import Callable, Mapping
from datetime import date
from enum import StrEnum
from types import MappingProxyType

from resources.terms import name_in, name_of

_ASKING = re.compile(r"^请?(?:你单位|你机关|你局|你镇|你乡)?[，：]?")
INNER_MARKS = {
    "《》": str.maketrans("《》", "〈〉"),
    "“”": str.maketrans("“”", "‘’"),
}
_DIGITS = "〇一二三四五六七八九"
_UNITS = ("", "十", "百", "千")
_LARGEST_CHINESE = 10_000


class TermName(str):
    """The Chinese name of a term, with the sentence that stands beside it on the shelf."""

    sentence: str

    def __new__(cls, term: StrEnum) -> "TermName":
        """Take name and sentence of a term from the shelf."""
        name = super().__new__(cls, name_of(term))
        name.sentence = name_in(f"{type(term).__name__}Sentence", term.value)
        return name


def titled(title: str) -> str:
    """Set a title between book marks; book marks inside it become the inner ones."""
    return f"《{_text(title).translate(INNER_MARKS['《》'])}》"


def request(words: str) -> str:
    """Set a request into the middle of a sentence that has asked already and goes on after it."""
    return _ASKING.sub("", _text(words).strip()).rstrip("。；，、").replace("\n", "")


def quoted(words: str) -> str:
    """Set words between quotation marks; marks inside them become the inner ones."""
    return f"“{_text(words).translate(INNER_MARKS['“”'])}”"


def chinese_date(day: date) -> str:
    """Print a date as official papers do, without padding zeros."""
    if not isinstance(day, date):
        raise TypeError("not a date")
    return f"{day.year}年{day.month}月{day.day}日"


def chinese_number(number: int) -> str:
    """Write a number in Chinese figures as headings do: 一, 十二, 二十, 一百零三."""
    if type(number) is not int or not 0 <= number < _LARGEST_CHINESE:
        raise TypeError("not a small number")
    if number == 0:
        return "零"
    places = [int(digit) for digit in str(number)]
    words = ""
    for power, digit in zip(range(len(places) - 1, -1, -1), places, strict=True):
        if digit:
            words += _DIGITS[digit] + _UNITS[power]
        elif words and not words.endswith("零"):
            words += "零"
    words = words.rstrip("零")
    return words.removeprefix("一") if words.startswith("一十") else words


def listed(parts: tuple[str, ...]) -> str:
    """Join texts with the mark of enumeration."""
    return "、".join(_texts(parts))


def with_commas(parts: tuple[str, ...]) -> str:
    """Join texts with commas."""
    return "，".join(_texts(parts))


def with_semicolons(parts: tuple[str, ...]) -> str:
    """Join parts of a sentence with semicolons; marks at their ends give way."""
    return "；".join(part.rstrip("。；，") for part in _texts(parts))


def paragraphs(parts: tuple[str, ...]) -> str:
    """Set each text as a paragraph."""
    return "\n".join(_texts(parts))


def numbered(parts: tuple[str, ...]) -> str:
    """Set each text as a numbered paragraph."""
    return "\n".join(f"{place}．{part}" for place, part in enumerate(_texts(parts), 1))


def count_in_rows(rows: tuple[object, ...], name: str) -> int:
    """Return how many rows the rows have in a field of theirs, all together."""
    if not isinstance(rows, tuple):
        raise TypeError("no rows")
    return sum(count(row.get(name, ())) for row in rows if isinstance(row, Mapping))


def sentence(term: str) -> str:
    """Return the sentence that explains a conclusion or opinion."""
    if not isinstance(term, TermName):
        raise TypeError("no term")
    return term.sentence


def count(parts: tuple[object, ...]) -> int:
    """Return how many rows or texts there are."""
    if not isinstance(parts, tuple):
        raise TypeError("no rows")
    return len(parts)


def or_else(value: object, words: str) -> object:
    """Return the value, or the words where there is none."""
    return words if value is None or value in ("", ()) else value


FILTERS: Mapping[str, Callable[..., object]] = MappingProxyType(
    {
        "书名号": titled,
        "引号": quoted,
        "请求": request,
        "顿号": listed,
        "逗号": with_commas,
        "分号": with_semicolons,
        "分段": paragraphs,
        "分条": numbered,
        "说明": sentence,
        "件数": count,
        "总件数": count_in_rows,
        "数": count,
        "日期": chinese_date,
        "中文数字": chinese_number,
        "缺省": or_else,
    }
)
OR_ELSE = "缺省"
COUNT_IN_ROWS = "总件数"
ARGUMENTS: Mapping[str, int] = MappingProxyType({OR_ELSE: 1, COUNT_IN_ROWS: 1})
"""How many words in brackets a filter wants; the others want none."""

_TEXT, _LISTS = ("text", "term"), ("texts", "rows")
TAKES: Mapping[str, tuple[tuple[str, ...], str]] = MappingProxyType(
    {
        "书名号": (_TEXT, "text"),
        "引号": (_TEXT, "text"),
        "请求": (_TEXT, "text"),
        "顿号": (("texts",), "text"),
        "逗号": (("texts",), "text"),
        "分号": (("texts",), "text"),
        "分段": (("texts",), "text"),
        "分条": (("texts",), "text"),
        "说明": (("term",), "text"),
        "件数": (_LISTS, "number"),
        "数": (_LISTS, "number"),
        COUNT_IN_ROWS: (("rows",), "number"),
        "日期": (("day",), "text"),
        "中文数字": (("number",), "text"),
    }
)
"""What each filter takes and makes, as the values of ``Holding``; 缺省 takes and makes anything."""


def _text(value: object) -> str:
    if not isinstance(value, str):
        raise TypeError("no text")
    return value


def _texts(value: object) -> tuple[str, ...]:
    if not isinstance(value, tuple):
        raise TypeError("no texts")
    return tuple(_text(part) for part in value)
