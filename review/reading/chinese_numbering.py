"""Write list numbers the way Word's number formats do."""

from collections.abc import Callable, Mapping

_DIGITS = "〇一二三四五六七八九"
_HEAVENLY_STEMS = "甲乙丙丁戊己庚辛壬癸"
_CIRCLED_ONE = "①"
_CIRCLED_LIMIT = 20
_ROMAN = (
    (1000, "m"),
    (900, "cm"),
    (500, "d"),
    (400, "cd"),
    (100, "c"),
    (90, "xc"),
    (50, "l"),
    (40, "xl"),
    (10, "x"),
    (9, "ix"),
    (5, "v"),
    (4, "iv"),
    (1, "i"),
)
_ALPHABET = "abcdefghijklmnopqrstuvwxyz"
_PLACES = ((1000, "千"), (100, "百"), (10, "十"))
_COUNTED_LIMIT = 10000


def counted(number: int) -> str:
    """Write 1 to 9999 as 一, 十二, 一百零五; other numbers in digits."""
    if not 0 < number < _COUNTED_LIMIT:
        return str(number)
    words, rest, has_gap = "", number, False
    for place, name in _PLACES:
        digit, rest = divmod(rest, place)
        if digit:
            words += ("零" if has_gap else "") + _DIGITS[digit] + name
            has_gap = False
        elif words:
            has_gap = True
    if rest:
        words += ("零" if has_gap else "") + _DIGITS[rest]
    return words.removeprefix("一") if words.startswith("一十") else words


def _digit_by_digit(number: int) -> str:
    return "".join(_DIGITS[int(digit)] for digit in str(max(number, 0)))


def _stem(number: int) -> str:
    return _HEAVENLY_STEMS[(number - 1) % len(_HEAVENLY_STEMS)]


def _circled(number: int) -> str:
    if 0 < number <= _CIRCLED_LIMIT:
        return chr(ord(_CIRCLED_ONE) + number - 1)
    return str(number)


def _full_width(number: int) -> str:
    return str(number).translate({ord("0") + digit: chr(0xFF10 + digit) for digit in range(10)})


def _letter(number: int) -> str:
    times, index = divmod(max(number, 1) - 1, len(_ALPHABET))
    return _ALPHABET[index] * (times + 1)


def _roman(number: int) -> str:
    words = ""
    for value, letters in _ROMAN:
        while number >= value:
            words, number = words + letters, number - value
    return words


NUMBER_FORMATS: Mapping[str, Callable[[int], str]] = {
    "decimal": str,
    "decimalZero": lambda number: f"{number:02d}",
    "decimalFullWidth": _full_width,
    "decimalFullWidth2": _full_width,
    "decimalEnclosedCircle": _circled,
    "decimalEnclosedCircleChinese": _circled,
    "chineseCounting": counted,
    "chineseCountingThousand": counted,
    "japaneseCounting": counted,
    "taiwaneseCounting": counted,
    "taiwaneseCountingThousand": counted,
    "ideographDigital": _digit_by_digit,
    "japaneseDigitalTenThousand": counted,
    "ideographTraditional": _stem,
    "lowerLetter": _letter,
    "upperLetter": lambda number: _letter(number).upper(),
    "lowerRoman": _roman,
    "upperRoman": lambda number: _roman(number).upper(),
}
