"""The document's own number (发文字号) and its unified number (统一登记号)."""

import re
from functools import cache
from itertools import pairwise

from review.extraction.bodies import is_body_name
from review.extraction.flow import Flow
from review.extraction.head import Head, HeadSegment, Part
from review.extraction.number_shapes import (
    BARE_LINE,
    DAMAGED_LINE,
    LABELLED,
    LENS_NUMBER,
    OWN_LINE,
    UNIFIED,
    UNIFIED_LINE,
)
from review.extraction.proposal import Confidence, Proposed
from review.extraction.proposed import found, missing

_ORDER_WITH_NUMBER = re.compile(r"(?P<order>[一-鿿]{2,30}令)\(?第?(?P<sequence>\d{1,4})号\)?")
_ORGAN_AND_KIND = re.compile(r"(?P<body>[一-鿿]{2,30})(?:令|公告|通告)")
_ANNOUNCEMENT = re.compile(r"(?P<body>[一-鿿]{2,30}?)关于.*(?P<kind>公告|通告|令)$")
# 第十二届人民代表大会 is the same organ as 人民代表大会.
_TERM_OF_ASSEMBLY = re.compile(r"第[一二三四五六七八九十]{1,3}届(?=人民代表大会)")
_KINDS = ("公告", "通告", "令")
_PUBLISHED = ("公布", "发布", "颁布")
_YEAR_AND_SEQUENCE = re.compile(
    r"(?:(?P<year>\d{4})年)?第(?P<sequence>\d{1,5}|[一二三四五六七八九十百零〇]{1,5})号"
)
_CAPTION_ORDER = re.compile(
    r"(?P<order>[一-鿿]{2,24}?(?:令|公告))(?:\d{4}年)?第?(?P<sequence>\d{1,4})号"
)


def propose_number(flow: Flow, head: Head) -> Proposed[str]:
    """Propose the document's own number: only the head can hold it."""
    for reader in (_order_number, _own_line, _labelled, _caption, _bare, _damaged):
        proposed = reader(flow, head)
        if proposed is not None:
            return proposed
    return missing()


def propose_unified_number(flow: Flow, head: Head) -> Proposed[str]:
    """Propose the unified number where something of its shape stands alone in the text."""
    for each in head.segments:
        match = UNIFIED_LINE.fullmatch(each.segment.text)
        if match is not None:
            start = each.segment.start
            span = (start + match.start("unified"), start + match.end("unified"))
            return found(flow, span, flow.shown(*span), Confidence.CERTAIN, "unified_line")
    spans = {match.group(): match.span() for match in UNIFIED.finditer(flow.text)}
    if len(spans) != 1:
        return missing()
    span = next(iter(spans.values()))
    return found(flow, span, flow.shown(*span), Confidence.CHECK, "unified_pattern")


def _span(each: HeadSegment) -> tuple[int, int]:
    return each.segment.start, each.segment.end


def _order_number(flow: Flow, head: Head) -> Proposed[str] | None:
    """济南市人民政府令第19号, on one line or on two."""
    for index, each in enumerate(head.segments):
        if each.part is not Part.ORDER:
            continue
        match = _ORDER_WITH_NUMBER.fullmatch(each.segment.text)
        if match is not None:
            value = f"{match['order']}第{int(match['sequence'])}号"
            return found(flow, _span(each), value, Confidence.CERTAIN, "number_of_order")
        after = head.segments[index + 1] if index + 1 < len(head.segments) else None
        if after is not None and after.part is Part.BARE_NUMBER:
            tail = _YEAR_AND_SEQUENCE.fullmatch(after.segment.text.strip("()"))
            if tail is not None:
                value = each.segment.text + after.segment.text.strip("()")
                span = (each.segment.start, after.segment.end)
                return found(flow, span, value, Confidence.CERTAIN, "number_of_order")
    return None


def _own_line(flow: Flow, head: Head) -> Proposed[str] | None:
    lines = [
        each
        for each in head.segments
        if each.part is Part.NUMBER and not LABELLED.fullmatch(each.segment.text)
    ]
    if not lines:
        return None
    values = {_printed(flow, each) for each in lines}
    each = lines[0]
    confidence = Confidence.CERTAIN if len(values) == 1 else Confidence.CHECK
    return found(flow, _number_span(each), _printed(flow, each), confidence, "number_own_line")


def _number_span(each: HeadSegment) -> tuple[int, int]:
    """Return the range without a bracket around or a label before the number."""
    text = each.segment.text
    start = each.segment.start + (text.startswith("(") and text.endswith(")"))
    end = each.segment.end - (text.startswith("(") and text.endswith(")"))
    return start, end


def _printed(flow: Flow, each: HeadSegment) -> str:
    start, end = _number_span(each)
    return number_form(flow.text[start:end])


def number_form(folded: str) -> str:
    """Return a number in today's form: lens brackets, 第 before the number of an order."""
    match = LENS_NUMBER.fullmatch(folded)
    if match is not None:
        ordinal = "第" if f"第{match['sequence']}" in folded else ""
        return f"{match['code']}〔{match['year']}〕{ordinal}{match['sequence']}号"
    order = _ORDER_WITH_NUMBER.fullmatch(folded)
    if order is not None:
        return f"{order['order']}第{order['sequence']}号"
    return folded


def _labelled(flow: Flow, head: Head) -> Proposed[str] | None:
    for each in head.segments:
        match = LABELLED.fullmatch(each.segment.text)
        if match is not None:
            start = each.segment.start
            span = (start + match.start("number"), start + match.end("number"))
            value = number_form(match["number"])
            is_number = OWN_LINE.fullmatch(match["number"]) is not None
            confidence = Confidence.CERTAIN if is_number else Confidence.CHECK
            return found(flow, span, value, confidence, "number_labelled")
    return None


def _caption(flow: Flow, head: Head) -> Proposed[str] | None:
    """A bracket under the title: （1991年3月26日济南市人民政府令19号发布）."""
    for each in head.segments:
        if each.part is not Part.CAPTION:
            continue
        for pattern in (_caption_lens(), _caption_order()):
            text = each.segment.text
            matches = list(pattern.finditer(text))
            published = [one for one in matches if text.startswith(_PUBLISHED, one.end())]
            matches = published if len(matches) > 1 else matches
            if len(matches) == 1:
                start = each.segment.start
                span = (start + matches[0].start(), start + matches[0].end())
                value = number_form(matches[0].group())
                return found(flow, span, value, Confidence.CHECK, "number_with_title")
    return None


@cache
def _caption_lens() -> re.Pattern[str]:
    """The 日 of a day in front is no part of the number; 日政发〔2020〕1号 is one."""
    return re.compile(rf"(?!(?<=\d)日){LENS_NUMBER.pattern}")


@cache
def _caption_order() -> re.Pattern[str]:
    return re.compile(rf"(?<=日)(?:以|经)?{_CAPTION_ORDER.pattern}")


def _bare(flow: Flow, head: Head) -> Proposed[str] | None:
    """2020年第18号 under 某部关于……的公告: the name of the organ is in the title."""
    for index, each in enumerate(head.segments):
        if each.part is not Part.BARE_NUMBER or not BARE_LINE.fullmatch(each.segment.text):
            continue
        number = each.segment.text.strip("()")
        prefix = _announcer(head.segments[:index][::-1]) or _announcer(head.segments[index + 1 :])
        if prefix:
            value = prefix + number
            return found(flow, _span(each), value, Confidence.CHECK, "number_completed")
        return found(flow, _span(each), number, Confidence.CHECK, "number_own_line")
    return None


def _announcer(around: tuple[HeadSegment, ...]) -> str:
    """Return organ and kind of an announcement, 某部 + 公告, from the nearest lines that tell."""
    title = "".join(
        each.segment.text for each in sorted(around, key=_position) if each.part is Part.TEXT
    )
    match = _ANNOUNCEMENT.search(title)
    if match is not None:
        return match["body"] + match["kind"]
    in_order = [each.segment.text for each in sorted(around, key=_position)]
    # 某某委员会 on one line, 公告 on the next.
    pairs = (above + below for above, below in pairwise(in_order) if below in _KINDS)
    texts = (*(each.segment.text for each in around), *pairs)
    return next((text for text in texts if _is_organ_and_kind(text)), "")


def _is_organ_and_kind(text: str) -> bool:
    match = _ORGAN_AND_KIND.fullmatch(text)
    return match is not None and is_body_name(_TERM_OF_ASSEMBLY.sub("", match["body"]))


def _position(each: HeadSegment) -> int:
    return each.segment.start


def _damaged(flow: Flow, head: Head) -> Proposed[str] | None:
    for each in head.segments:
        match = DAMAGED_LINE.fullmatch(each.segment.text)
        if match is not None:
            value = (
                f"{match['damaged_code']}〔{match['damaged_year']}〕{match['damaged_sequence']}号"
            )
            return found(flow, _span(each), value, Confidence.CHECK, "number_damaged")
    return None


def year_in(number: str) -> int | None:
    """Return the year a number bears, where it bears one."""
    match = re.search(r"〔(\d{4})〕|(\d{4})年", number)
    return None if match is None else int(match.group(1) or match.group(2))
