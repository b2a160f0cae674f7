"""The issuing body (制定机关) and those who issue jointly with it."""

import re
from dataclasses import dataclass

from review.extraction.bodies import Range, split_bodies
from review.extraction.flow import Flow
from review.extraction.head import Head, Part
from review.extraction.inferred_issuers import Unsigned, infer_issuer
from review.extraction.places import full_name, province_named_in
from review.extraction.proposal import Confidence, Proposed
from review.extraction.proposed import found, missing
from review.extraction.signature import Signature

_TITLE_VERB = re.compile(r"关于|印发|转发|批转|公布|发布|公告|通告|调整")
_ORDER_BODY = re.compile(r"(?P<body>[一-鿿]{2,30}?)令")
_COVER_BODY = re.compile(r"《(?P<body>[一-鿿]{3,30}?)关于")
# 某县商务局等17部门关于……: only the first is named.
_AND_OTHERS = re.compile(r"等(?:\d{1,2}|[一二三四五六七八九十]{1,3})?个?(?:部门|单位|机关)")
_STATE = "中华人民共和国"
_CAPTION_BODY = re.compile(r"日(?:以|经|由)?(?P<body>[一-鿿]{2,24}?)(?:令|公布|发布|公告)")


@dataclass(frozen=True, slots=True)
class Issuers:
    """The body that issues and those that issue with it."""

    lead: Proposed[str]
    joint: tuple[Proposed[str], ...]


def propose_issuers(
    flow: Flow, head: Head, signature: Signature | None, unsigned: Unsigned
) -> Issuers:
    """Propose the issuers: the signature decides, the title or the head confirms."""
    signed = signature.bodies if signature is not None else ()
    titled = _title_bodies(flow, unsigned.title_span)
    headed = _head_bodies(flow, head)
    if signed:
        return _from_signature(flow, signed, titled, headed)
    ordered = _order_body(flow, head)
    if ordered:
        confidence = Confidence.CERTAIN if head.is_order else Confidence.CHECK
        return _issuers(flow, (ordered,), confidence, "body_order")
    if titled:
        is_sure = bool(_names(flow, titled) & _names(flow, headed))
        confidence = Confidence.CERTAIN if is_sure and len(titled) == 1 else Confidence.CHECK
        return _issuers(flow, titled, confidence, "body_title")
    if headed:
        return _issuers(flow, headed, Confidence.CHECK, "body_head")
    return Issuers(infer_issuer(unsigned) or missing(), ())


def _from_signature(
    flow: Flow, signed: tuple[Range, ...], titled: tuple[Range, ...], headed: tuple[Range, ...]
) -> Issuers:
    lead = flow.text[slice(*signed[0])]
    if any(_fits(lead, flow.text[slice(*each)]) for each in titled):
        return _issuers(flow, signed, Confidence.CERTAIN, "body_signature_and_title")
    if any(_fits(lead, flow.text[slice(*each)]) for each in headed):
        return _issuers(flow, signed, Confidence.CERTAIN, "body_signature_and_head")
    is_contradicted = bool(titled)
    confidence = Confidence.CHECK if is_contradicted or len(signed) > 1 else Confidence.CERTAIN
    return _issuers(flow, signed, confidence, "body_signature")


def _fits(full: str, short: str) -> bool:
    """Tell whether a short form may stand for a full name: 省政府办公厅, 市人社局."""
    if full == short:
        return True
    rest = iter(full)
    return full[-1] == short[-1] and all(sign in rest for sign in short)


def _issuers(flow: Flow, spans: tuple[Range, ...], confidence: Confidence, name: str) -> Issuers:
    unique = list({flow.text[low:high]: (low, high) for low, high in reversed(spans)}.values())
    ordered = sorted(unique)
    plain = [_without_state(flow, span) for span in ordered]
    proposals = [_whole_name(flow, span, confidence, name) for span in plain]
    return Issuers(proposals[0], tuple(proposals[1:]))


def _whole_name(flow: Flow, span: Range, confidence: Confidence, name: str) -> Proposed[str]:
    """Give 市人社局 its whole name where the text tells of one province only."""
    short = flow.shown(*span)
    province = province_named_in(flow.text) if short[0] in "省市自" else None
    whole = None if province is None else full_name(short, province)
    if whole is None:
        return found(flow, span, short, confidence, name)
    return found(flow, span, whole, Confidence.CHECK, "body_short_name")


def _without_state(flow: Flow, span: Range) -> Range:
    """Drop 中华人民共和国 in front of an organ: orders write it, registers do not."""
    low, high = span
    name = flow.text[low:high]
    has_state = name.startswith(_STATE) and len(name) > len(_STATE) + 1
    return (low + len(_STATE), high) if has_state else span


def _names(flow: Flow, spans: tuple[Range, ...]) -> set[str]:
    return {flow.text[low:high] for low, high in spans}


def _title_bodies(flow: Flow, title_span: Range | None) -> tuple[Range, ...]:
    """Return the organs in front of 关于 or 印发 in the title."""
    if title_span is None:
        return ()
    start, end = title_span
    match = _TITLE_VERB.search(flow.text, start, end)
    if match is None or match.start() == start:
        return ()
    stop = match.start()
    others = _AND_OTHERS.search(flow.text, start, stop)
    stop = others.start() if others is not None else stop
    while stop > start and flow.text[stop - 1] in "、,":
        stop -= 1
    return split_bodies(flow, start, stop)


def _order_body(flow: Flow, head: Head) -> Range | None:
    for each in head.segments:
        if each.part is Part.ORDER:
            match = _ORDER_BODY.match(each.segment.text)
            if match is not None and split_bodies(flow, *_shift(each.segment.start, match)):
                return _shift(each.segment.start, match)
        if each.part is Part.CAPTION:
            match = _CAPTION_BODY.search(each.segment.text)
            if match is not None and split_bodies(flow, *_shift(each.segment.start, match)):
                return _shift(each.segment.start, match)
    match = _COVER_BODY.match(flow.text)
    if match is not None and "现予" in flow.text[: 2 * match.end() + 100]:
        return match.span("body")
    return None


def _shift(start: int, match: re.Match[str]) -> Range:
    return start + match.start("body"), start + match.end("body")


def _head_bodies(flow: Flow, head: Head) -> tuple[Range, ...]:
    """Return organs that stand alone in the head: red head, order, line under the title."""
    spans: list[Range] = []
    for each in head.segments:
        start, end = each.segment.start, each.segment.end
        if each.part is Part.RED_HEAD:
            end -= len("文件")
        if each.part in (Part.RED_HEAD, Part.BODIES):
            spans.extend(split_bodies(flow, start, end))
        elif each.part is Part.ORDER:
            match = _ORDER_BODY.match(each.segment.text)
            spans.extend([_shift(start, match)] if match else [])
    return tuple(spans)
