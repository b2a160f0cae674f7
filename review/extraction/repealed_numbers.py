"""Documents that a clause ends by their numbers alone, and the words between them and the verb."""

import re
from collections.abc import Iterator

from review.extraction.flow import Flow
from review.extraction.number_shapes import CITED_NUMBER

_WHEN = r"(?:自[^。;《》,]{2,24}(?:之日|日)起?,?)?"
_HOW = (
    r"(?:同时|一并|即行|相应|均|也|即|随之|从即日起|即日起|自即日起|届时|一律|全部|到期|期满)*"
    r"(?:予以|自行|自动|宣布)?"
)
# Between the last document named and the verb.
REPEAL_LINK = re.compile(
    r"(?:等)?(?:文件|通知|公告|规定|等)?"
    r"(?:[一二三四五六七八九十\d]+(?:个|件|份|项)?(?:规范性)?文件)?(?:及其[一-鿿、]{2,16}?)?"
    r"(?P<partial>中?的?(?:有关|关于|第|规定的|所列|确定的)[^。;《》]{0,30}?"
    r"(?:的?(?:内容|条款|条|规定|部分|附件|标准|政策|措施|事项))|中的?[^。;《》]{0,30}?(?:规定|内容|条款|部分)|附件\d?)?"
    rf",?{_WHEN}{_HOW}$"
)
_ELIDED = re.compile(r"[、,和及与]+(?:第)?(?P<year>[〔(]\d{4}[〕)])?(?P<sequence>\d{1,4})号")
_LED_IN = re.compile(r"^(?:和|及|与|以及|同时|原|自|起|的|对|将)+")
NumberAt = tuple[int, int, str]


def numbers_only(flow: Flow, start: int, verb: int) -> Iterator[NumberAt]:
    """Return documents that a clause names by number alone, directly before the verb."""
    matches = list(CITED_NUMBER.finditer(flow.text, start, verb))
    if not matches:
        return
    elided = _elided(flow, matches[-1], verb)
    last = elided[-1][1] if elided else matches[-1].end()
    if not REPEAL_LINK.fullmatch(flow.text[last:verb]):
        return
    issuer = ""
    for match in matches:
        if flow.text[max(0, match.start() - 1) : match.start()] in ("(", "》"):
            continue
        number = _LED_IN.sub("", match.group())
        if re.match(r"\d{4}年第", number):
            number = issuer + number
        else:
            head = re.match(r"[一-鿿]+(?=\d{4}年第)", number)
            issuer = head.group() if head else issuer
        span = (
            match.end() - len(number) if number in match.group() else match.start(),
            match.end(),
        )
        yield *span, number
    yield from elided


def _elided(flow: Flow, match: re.Match[str], verb: int) -> list[NumberAt]:
    """Return the numbers of 某发〔2011〕9号和10号 that leave out what they share with the first."""
    code = re.match(r"(?P<code>[一-鿿A-Z]+)(?P<year>[〔(]\d{4}[〕)])", match.group())
    numbers: list[NumberAt] = []
    at = match.end()
    while code is not None:
        more = _ELIDED.match(flow.text, at, verb)
        if more is None:
            break
        shared = _LED_IN.sub("", code["code"])
        number = f"{shared}{more['year'] or code['year']}{more['sequence']}号"
        numbers.append((more.start("sequence"), more.end(), number))
        at = more.end()
    return numbers
