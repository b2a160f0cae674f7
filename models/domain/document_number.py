"""The document number (发文字号): folded, read, compared, and checked for hygiene.

Numbers typed by many hands, with parts lost, are read by ``models.domain.written_numbers``.
"""

import re
from dataclasses import dataclass
from enum import StrEnum
from unicodedata import category, normalize

_OPENING = "[［〔﹝【〖(（{"
_CLOSING = "]］〕﹞】〗)）}"
# Em, en, hyphen, non-breaking, figure and small dash, horizontal bar, minus, box line.
_DASHES = "\u2014\u2013\u2010\u2011\u2012\ufe63\u2015\u2212\u2500-"
_LENS = "〔〕"
_FOLD = str.maketrans(
    _OPENING + _CLOSING + _DASHES,
    _LENS[0] * len(_OPENING) + _LENS[1] * len(_CLOSING) + "-" * len(_DASHES),
)
_FULL_WIDTH = re.compile("[\uff10-\uff19\uff21-\uff3a\uff41-\uff5a]")
_INVISIBLE = frozenset({"Cc", "Cf", "Zs", "Zl", "Zp"})

_LABEL = r"(?:(?:发文字号|文号|文件编号|字号)[:：]?)?"
_CODE = r"(?P<code>[^\W\d_](?:[^\W\d_]|[、·〔〕])*?)"
_YEAR = r"(?P<year>\d{4}|\d{2})"
_SEQUENCE = r"(?P<ordinal>第)?(?P<sequence>\d{1,6})"
_SHAPES = tuple(
    re.compile(_LABEL + shape)
    for shape in (
        # 粤府〔2023〕68号, 沪科合〔2008〕第006号, 科工法字〔2000〕851号
        rf"{_CODE}〔{_YEAR}(?:年)?〕(?P<late>字)?{_SEQUENCE}(?P<hao>号)?",
        # 〔1996〕武司字第82号
        rf"〔{_YEAR}〕{_CODE}{_SEQUENCE}(?P<hao>号)?",
        # 国家税务总局公告2015年第41号, 公告2018年第14号, 国家发展改革委2017年第9号
        rf"{_CODE}(?P<year>\d{{4}})年{_SEQUENCE}(?P<hao>号)?",
        # 山西省人民政府令第304号, 公告第5号
        rf"(?P<code>[^\W\d_]+?(?:令|公告|通告))〔?{_SEQUENCE}(?P<hao>号)?〕?",
        # 北京市人民政府第306号令
        rf"(?P<code>[^\W\d_]+?){_SEQUENCE}(?P<hao>号)(?P<order>令)",
        # 豫政第24号
        r"(?P<code>[^\W\d_]+?)(?P<ordinal>第)(?P<sequence>\d{1,6})(?P<hao>号)",
    )
)
_CENTURY = 100
_FIRST_YEAR = 1949


class HygieneFlag(StrEnum):
    """A way in which a document number departs from the rules of official writing."""

    UNREADABLE = "unreadable"  # 不是发文字号
    LABELLED = "labelled"  # 带有“发文字号”字样
    HAS_BLANK = "has_blank"  # 有空格
    HAS_FULL_WIDTH = "has_full_width"  # 用了全角数字或字母
    WRONG_BRACKET = "wrong_bracket"  # 年份没有用六角括号
    TWO_DIGIT_YEAR = "two_digit_year"  # 年份没有写全
    YEAR_FIRST = "year_first"  # 年份写在机关代字前
    HAS_ORDINAL = "has_ordinal"  # 序号前有“第”
    ZERO_PADDED = "zero_padded"  # 序号前补了零
    NO_HAO = "no_hao"  # 没有“号”
    HISTORIC_WORD = "historic_word"  # 机关代字后有“字”
    ORDER_FORM = "order_form"  # 令、公告的编号形式


@dataclass(frozen=True, slots=True)
class DocumentNumber:
    """A document number (发文字号) taken apart; ``printed`` keeps the exact form.

    ``year`` is None for orders that bear none (令第5号).
    """

    organ_code_text: str
    year: int | None
    sequence: int
    printed: str


def normalise(text: str) -> str:
    """Return the form in which numbers are compared; never the form that is printed."""
    folded = normalize("NFKC", text).translate(_FOLD)
    # Tens of thousands of lines are compared: a text without blanks need not be sifted by sign.
    if not folded.isprintable() or " " in folded:
        folded = "".join(sign for sign in folded if category(sign) not in _INVISIBLE)
    return normalize("NFKC", folded.upper())


def parse_document_number(text: str) -> DocumentNumber | None:
    """Read a document number, today's form or a historic one; None when it is none."""
    match = _match(text)
    if match is None:
        return None
    found = match.groupdict()
    year = found.get("year")
    code = found["code"] + (found.get("late") or "") + (found.get("order") or "")
    return DocumentNumber(
        organ_code_text=code,
        year=_full_year(year) if year else None,
        sequence=int(found["sequence"]),
        printed=text.strip(),
    )


def same_number(first: str, second: str) -> bool:
    """Tell whether two writings are one number, however they were typed."""
    if normalise(first) == normalise(second):
        return True
    one, other = parse_document_number(first), parse_document_number(second)
    return one is not None and other is not None and _identity(one) == _identity(other)


def hygiene_flags(text: str) -> tuple[HygieneFlag, ...]:
    """List how a document number departs from the rules, in the order of the list."""
    match = _match(text)
    if match is None:
        return (HygieneFlag.UNREADABLE,)
    stripped = text.strip()
    found = match.groupdict()
    is_year_first = match.start("code") > match.start("year") >= 0 if "year" in found else False
    tests = {
        HygieneFlag.LABELLED: match.start("code") > 0 and not is_year_first,
        HygieneFlag.HAS_BLANK: any(category(sign) in _INVISIBLE for sign in stripped),
        HygieneFlag.HAS_FULL_WIDTH: bool(_FULL_WIDTH.search(stripped)),
        HygieneFlag.WRONG_BRACKET: _has_wrong_bracket(stripped),
        HygieneFlag.TWO_DIGIT_YEAR: len(found.get("year") or "0000") == len("00"),
        HygieneFlag.YEAR_FIRST: is_year_first,
        HygieneFlag.HAS_ORDINAL: bool(found.get("ordinal")),
        HygieneFlag.ZERO_PADDED: found["sequence"].startswith("0"),
        HygieneFlag.NO_HAO: not found.get("hao"),
        HygieneFlag.HISTORIC_WORD: found["code"].endswith("字") or bool(found.get("late")),
        HygieneFlag.ORDER_FORM: "〔" not in normalise(stripped),
    }
    return tuple(flag for flag, is_raised in tests.items() if is_raised)


def _match(text: str) -> re.Match[str] | None:
    folded = normalise(text)
    return next((match for shape in _SHAPES if (match := shape.fullmatch(folded))), None)


def _full_year(year: str) -> int:
    if len(year) > len("00"):
        return int(year)
    # No document of the People's Republic is older than it: 〔94〕 is 1994, 〔26〕 is 2026.
    is_last_century = int(year) >= _FIRST_YEAR % _CENTURY
    return int(year) + _CENTURY * (_FIRST_YEAR // _CENTURY + (not is_last_century))


def _identity(number: DocumentNumber) -> tuple[str, int | None, int]:
    return number.organ_code_text, number.year, number.sequence


def _has_wrong_bracket(text: str) -> bool:
    brackets = [sign for sign in text if sign in _OPENING + _CLOSING]
    return any(sign not in _LENS for sign in brackets)
