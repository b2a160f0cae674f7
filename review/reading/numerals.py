"""Numbers as documents count their articles: 十二, 一百零三, 12."""

NUMERAL = r"[一二三四五六七八九十百千零〇两\d]"
_DIGITS = {sign: value for value, sign in enumerate("零一二三四五六七八九")} | {"〇": 0, "两": 2}
_UNITS = {"十": 10, "百": 100, "千": 1000}


def number_of(numeral: str) -> int:
    """Return the number a Chinese or Arabic numeral means; 0 where it means none."""
    if numeral.isdigit():
        return int(numeral)
    total = digit = 0
    for sign in numeral:
        if sign in _UNITS:
            total += (digit or 1) * _UNITS[sign]
            digit = 0
        else:
            digit = _DIGITS.get(sign, int(sign) if sign.isdigit() else 0)
    return total + digit
