"""Write list numbers the way Word's number formats do."""

from collections.abc import Callable, Mapping

from models.domain.numerals import chinese_digits, chinese_numeral

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


def _digit_by_digit(number: int) -> str:
    return chinese_digits(max(number, 0))


def _counted(number: int) -> str:
    return chinese_numeral(max(number, 0))


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
    "chineseCounting": _counted,
    "chineseCountingThousand": _counted,
    "japaneseCounting": _counted,
    "taiwaneseCounting": _counted,
    "taiwaneseCountingThousand": _counted,
    "ideographDigital": _digit_by_digit,
    "japaneseDigitalTenThousand": _counted,
    "ideographTraditional": _stem,
    "lowerLetter": _letter,
    "upperLetter": lambda number: _letter(number).upper(),
    "lowerRoman": _roman,
    "upperRoman": lambda number: _roman(number).upper(),
}
