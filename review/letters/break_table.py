"""Where a line of Chinese official text may break: the table of marks and the rule for neighbours.

After GB/T 15834 (标点符号用法): closing marks do not begin a line, opening marks do not end one, a
dash or dots of two characters stay whole. Numbers, the parts of dates, units and words in Latin
letters are not torn.
"""

import re
from itertools import pairwise

OPENING = frozenset("（《〈【〔「『“‘［〖([{\uff5b")
DASHES = "—–\uff5e"
CLOSING = frozenset(
    "，。、；：？！）》〉】〕」』”’…·‰℃°″．］〗),.;:?!]}%\uff05\u2032\uff5d" + DASHES
)
"""Marks that never begin a line."""

FULL_WIDTH_OPENING = frozenset("（《〈【〔「『“‘")
FULL_WIDTH_CLOSING = frozenset("，。、；：！？）》〉】〕」』”’")
SQUEEZABLE = FULL_WIDTH_OPENING | FULL_WIDTH_CLOSING
"""Full-width marks whose ink fills one half of their square."""

FULL_WIDTH_MARKS = SQUEEZABLE | frozenset("〖〗…—·")
"""Marks that fill a square in Chinese text, though some faces give them a Latin shape."""

MEASURE_WORDS = frozenset("年月日号条款项页章节元万亿个名份件次届时分秒天周度米吨亩户人岁倍")
CURRENCY = frozenset("￥$€№#")
LONG_RUN = 14
"""Latin runs above this length, web addresses mostly, may break after the marks below."""

RUN_BREAKS = frozenset("/?&=-_.")


_FIGURES = "〇零一二三四五六七八九十百千"
WHOLE = re.compile(
    r"\d{2,4}年\d{1,2}月(?:\d{1,2}日)?|\d{1,2}月\d{1,2}日|\d{1,2}时\d{1,2}分"
    rf"|[{_FIGURES}]{{1,3}}月[{_FIGURES}]{{1,3}}日|[{_FIGURES}]{{4}}年"
    rf"|第[{_FIGURES}两\d]{{1,7}}(?:条(?:之[{_FIGURES}])?|款|项|目|章|节|编|号|批|次|届|期|页|季度)"
    r"|〔\d{4}〕第?\d+号|\d+∶\d+|\d+个?工作日"
    r"|\d[\d.,]*[万亿]?(?:元|美元|平方米|立方米|平方公里|公里|千米|毫米|厘米|公顷|公斤|千克|吨|亩"
    r"|个月|周岁|人次|万|亿)"
)
"""Dates, articles, document numbers and amounts with their units, none of which is torn."""


DATE = re.compile(r"\d{2,4}年\d|\d{1,2}月\d")
DATE_PARTS = re.compile(r"(?<=[年月])(?=\d)")


def units(text: str) -> list[str]:
    """Cut a text into the pieces that no line break may tear.

    Spaces stay at the end of the piece before them.
    """
    if not text:
        return []
    pieces: list[str] = []
    start = run_length = 0
    closed = torn_places(text)
    for place in range(1, len(text)):
        run_length = run_length + 1 if _is_latin(text[place - 1]) else 0
        if place in closed:
            continue
        if may_break(text, place) or _breaks_long_run(text, place, run_length):
            pieces.append(text[start:place])
            start = place
    pieces.append(text[start:])
    return pieces


def date_parts(unit: str) -> list[str]:
    """Cut a date after its year and month; what is no date stays whole."""
    if not DATE.search(unit):
        return [unit]
    return DATE_PARTS.split(unit)


def narrow_parts(unit: str) -> list[str]:
    """Cut a unit that is wider than the line wherever it hurts least."""
    cuts = [
        place
        for place in range(1, len(unit))
        if (may_break(unit, place) and unit[place - 1] not in "第")
        or (unit[place - 1] in RUN_BREAKS and unit[place].isascii() and unit[place].isalnum())
    ]
    return [unit[start:end] for start, end in pairwise((0, *cuts, len(unit)))]


def torn_places(text: str) -> frozenset[int]:
    """Return the places where a break would tear a date, an article, a number or an amount."""
    return frozenset(
        place for found in WHOLE.finditer(text) for place in range(found.start() + 1, found.end())
    )


def may_break(text: str, place: int) -> bool:
    """Tell whether a line may end before the character at this place."""
    before, after = text[place - 1], text[place]
    if after == " " or after in CLOSING or before in OPENING:
        return False
    if before == " ":
        return not _is_standard_number(text, place)
    return not (_is_torn_number(before, after) or _is_torn_run(text, place))


def _is_latin(char: str) -> bool:
    """Letters, figures and marks below the Chinese range that make up words and numbers."""
    return "!" <= char < "\u2010" or char in "㎡㎥℃№μ"


def _is_torn_number(before: str, after: str) -> bool:
    """``30|日``, ``〕|94``, ``￥|30``."""
    if before.isascii() and before.isdigit():
        return after in MEASURE_WORDS
    return before in CURRENCY or (before == "〕" and after.isascii() and after.isdigit())


def _is_torn_run(text: str, place: int) -> bool:
    """``μg|/m³``, ``2019—|2021``."""
    before, after = text[place - 1], text[place]
    if before in DASHES and place > 1:
        before = text[place - 2]
    return _is_latin(before) and _is_latin(after)


def _is_standard_number(text: str, place: int) -> bool:
    """``HJ |610``: the number of a standard after its letters."""
    letters = text[:place].rstrip(" ")
    return text[place].isdigit() and bool(letters) and "A" <= letters[-1] <= "Z"


def _breaks_long_run(text: str, place: int, run_length: int) -> bool:
    """Tell whether a long run may break here although it is one word."""
    before, after = text[place - 1], text[place]
    if before not in RUN_BREAKS or not after.isascii() or not after.isalnum():
        return False
    end = place
    while end < len(text) and _is_latin(text[end]):
        end += 1
    return run_length + end - place > LONG_RUN
