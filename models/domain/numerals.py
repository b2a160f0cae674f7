"""Chinese numerals, both ways: 第十五, 二○二六, 廿三, 一百零五."""

import re
from unicodedata import normalize

from models.domain.law_errors import NumeralRangeError

_DIGITS = "〇一二三四五六七八九"
_UNITS = ((1000, "千"), (100, "百"), (10, "十"))
_TEN_THOUSAND = 10_000
_LONGEST = 18
LARGEST = _TEN_THOUSAND**2 - 1

# Every way a numeral is typed, folded to the characters of _DIGITS and _UNITS.
_FOLD = str.maketrans("○零Oo两壹贰叁肆伍陆柒捌玖拾佰仟", "〇〇〇〇二一二三四五六七八九十百千")
_LIGATURES = {"廿": "二十", "卄": "二十", "卅": "三十", "卌": "四十"}
_POSITIONAL = re.compile(f"[{_DIGITS}]+")
_DECORATION = re.compile(r"第?(?P<numeral>.+?)(?:[条款项目章节编日号年月届次期])?")


def parse_numeral(text: str) -> int | None:
    """Read a numeral, Chinese or Arabic, with or without 第 before and a measure word after.

    ``二○二六`` is read digit by digit, ``一百零五`` by its units; a text that is neither, or
    that leaves open what is meant (一百五), gives None.
    """
    match = _DECORATION.fullmatch("".join(normalize("NFKC", text).split()))
    if match is None:
        return None
    numeral = match["numeral"].translate(_FOLD)
    if len(numeral) > _LONGEST:
        return None
    if numeral.isascii():
        return int(numeral) if numeral.isdecimal() else None
    for ligature, spelled in _LIGATURES.items():
        numeral = numeral.replace(ligature, spelled)
    if _POSITIONAL.fullmatch(numeral):
        return int("".join(str(_DIGITS.index(digit)) for digit in numeral))
    return _parse_units(numeral)


def chinese_numeral(number: int) -> str:
    """Write a number by its units: 15 is 十五, 105 is 一百零五.

    Raises:
        NumeralRangeError: the number is below 0 or not below one hundred million.
    """
    if not 0 <= number <= LARGEST:
        raise NumeralRangeError(number=number)
    written = _with_units(number).replace("〇", "零") or "零"
    return written.removeprefix("一") if written.startswith("一十") else written


def chinese_digits(number: int) -> str:
    """Write a number digit by digit: 2026 is 二〇二六.

    Raises:
        NumeralRangeError: the number is below 0 or not below one hundred million.
    """
    if not 0 <= number <= LARGEST:
        raise NumeralRangeError(number=number)
    return "".join(_DIGITS[int(digit)] for digit in str(number))


def _with_units(number: int) -> str:
    high, low = divmod(number, _TEN_THOUSAND)
    if not high:
        return _section(low)
    gap = "〇" if 0 < low < _UNITS[0][0] else ""
    return f"{_section(high)}万{gap}{_section(low)}"


def _section(number: int) -> str:
    written = ""
    has_gap = False
    for value, unit in (*_UNITS, (1, "")):
        digit, number = divmod(number, value)
        if digit:
            written += ("〇" if has_gap and written else "") + _DIGITS[digit] + unit
        has_gap = not digit
    return written


def _parse_units(numeral: str) -> int | None:
    full = re.sub(f"(?<![{_DIGITS[1:]}])十", "一十", numeral)
    high, found, low = full.partition("万")
    sections = (high, low) if found else ("", high)
    number = 0
    for section in sections:
        number = number * _TEN_THOUSAND + _section_value(section)
    # Only what we would write ourselves is read: a numeral that says one number in two ways,
    # or two numbers in one way, is left to a person.
    is_canonical = number <= LARGEST and _with_units(number) == full
    return number if is_canonical else None


def _section_value(section: str) -> int:
    values = {unit: value for value, unit in _UNITS}
    total = 0
    digit = 0
    for character in section:
        if character in values:
            total += digit * values[character]
            digit = 0
        elif character in _DIGITS:
            digit = _DIGITS.index(character)
    return total + digit
