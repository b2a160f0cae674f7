"""The issuing body of a text that nobody signed: what else names it, never more than a proposal."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from itertools import pairwise

from review.extraction.bodies import is_body_name
from review.extraction.dates import DATE_PATTERN
from review.extraction.flow import Flow
from review.extraction.places import province_named_in, province_of_code
from review.extraction.proposal import Confidence, Proposed
from review.extraction.proposed import found
from review.extraction.segments import Segment
from review.extraction.vocabulary import organ_codes, reason

_GOVERNMENT, _OFFICE, _HIGH_OFFICE = "人民政府", "办公室", "办公厅"
_TITLE_START = re.compile(r"(?P<body>[一-鿿]{2,12}人民政府(?:办公室|办公厅)?)(?=[一-鿿])")
_PLACE = r"(?P<place>[一-鿿]{2,9}?(?:省|自治区|自治州|自治县|市|县|区))"
_PROMULGATED = re.compile(
    rf"《(?P<whole>{_PLACE}[^《》]{{2,80}})》(?:已|业)[^。]{{0,60}}?"
    r"(?P<level>省|自治区|自治州|州|市|县|区)?人民政府[^。]{0,20}会议"
)
_LABELLED = re.compile(
    r"(?:发布机构|发文机关|发文机构|发布单位|发文单位|制定机关)〕?:?(?P<body>[一-鿿]{4,30})"
)
_GOVERNMENT_CODE = re.compile(r"[一-鿿]政(?P<office>办)?(?:规|发|字|函|秘|令|〔)")
_AGREED = re.compile(
    r"(?:已经|经)(?P<level>省|自治区|市|县|区)(?:人民)?政府(?:[^。;]{0,16})(?:同意|批准|审议通过)[^。]{0,200}(?:印发|转发)"
)
_TITLE_PLACE = re.compile(
    r"《(?:关于[^《》]{0,8}?)?(?P<place>[一-鿿]{2,7}?[市县区州盟旗])[^《》]{2,80}》"
)
_IMPRINT = re.compile(rf"(?P<body>[一-鿿]{{4,24}}){DATE_PATTERN}(?:印发|印制)")
_REPORTED_TO = re.compile(
    r"(?:报|向)(?P<body>[一-鿿]{3,14}?(?:局|委|委员会|厅|部))(?=报告|备案|报送|申请|提出|审批|反映)"
)
_DATE = re.compile(DATE_PATTERN)
_LAST_LINES = 6


@dataclass(frozen=True, slots=True)
class Unsigned:
    """What is known of a text without a signature."""

    flow: Flow
    segments: tuple[Segment, ...]
    title_span: tuple[int, int] | None
    number: Proposed[str]
    cover_end: int


def infer_issuer(text: Unsigned) -> Proposed[str] | None:
    """Propose the body that the strongest trace names; each has to be checked."""
    for reader in _READERS:
        proposed = reader(text)
        if proposed is not None:
            return proposed
    return None


def _found(text: Unsigned, span: tuple[int, int], name: str) -> Proposed[str]:
    value = text.flow.shown(*span)
    return found(text.flow, span, value, Confidence.CHECK, name)


def _from_title_start(text: Unsigned) -> Proposed[str] | None:
    """某县人民政府工作规则: the title of a rule begins with the body that gave it."""
    if text.title_span is None:
        return None
    match = _TITLE_START.match(text.flow.text, *text.title_span)
    return None if match is None else _found(text, match.span("body"), "body_title_start")


def _from_promulgation(text: Unsigned) -> Proposed[str] | None:
    """《某省……办法》已经省人民政府第3次常务会议通过: the government of that province."""
    match = _PROMULGATED.match(text.flow.text)
    if match is None or (match["level"] and not match["place"].endswith(match["level"])):
        return None
    value = match["place"] + _GOVERNMENT
    return found(text.flow, match.span("place"), value, Confidence.CHECK, "body_promulgation")


def _from_label(text: Unsigned) -> Proposed[str] | None:
    for segment in text.segments[:40]:
        match = _LABELLED.match(segment.text.lstrip("-·*•【〔"))
        if match is not None and is_body_name(match["body"]):
            start = segment.end - len(segment.text[segment.text.index(match["body"]) :])
            return _found(text, (start, start + len(match["body"])), "body_labelled")
    return None


def _from_state_code(text: Unsigned) -> Proposed[str] | None:
    """Return the organ that the code of the number names, for codes that only one organ uses."""
    organ = organ_codes().get((text.number.value or "").partition("〔")[0])
    return None if organ is None else _by_number(text, organ)


def _from_province_code(text: Unsigned) -> Proposed[str] | None:
    """辽政办发: the office of the government of 辽宁, where the text speaks of that province."""
    number = text.number.value or ""
    match = _GOVERNMENT_CODE.match(number)
    province = province_of_code(number)
    if match is None or province is None:
        return None
    level = province.name[-1] if not province.name.endswith("自治区") else "自治区"
    speaks = province.common_name in text.flow.text or f"{level}政府" in text.flow.text
    if not speaks:
        return None
    return _by_number(text, province.name + _GOVERNMENT + (_HIGH_OFFICE if match["office"] else ""))


def _by_number(text: Unsigned, organ: str) -> Proposed[str]:
    number = text.number
    return Proposed(organ, number.raw, number.place, Confidence.CHECK, reason("body_code"))


def _from_last_line(text: Unsigned) -> Proposed[str] | None:
    """The name of one organ that ends the text, with no date under it."""
    own = [each for each in text.segments if each.end <= text.cover_end]
    for before, segment in list(pairwise(own))[-_LAST_LINES:]:
        is_dated = _DATE.match(text.flow.text, segment.end) is not None
        if before.text.endswith(("。", ")")) and is_body_name(segment.text) and not is_dated:
            return _found(text, (segment.start, segment.end), "body_last_line")
    return None


def _from_agreement(text: Unsigned) -> Proposed[str] | None:
    """经市政府同意，现将《某市……》印发给你们: the office writes so for its government."""
    match = _AGREED.search(text.flow.text, 0, text.cover_end)
    if match is None:
        return None
    place = _place_of(text, match["level"], match.start())
    if place is None:
        return None
    office = _HIGH_OFFICE if match["level"] in ("省", "自治区") else _OFFICE
    value = place + _GOVERNMENT + office
    return found(text.flow, match.span(), value, Confidence.CHECK, "body_agreement")


def _place_of(text: Unsigned, level: str, start: int) -> str | None:
    if level in ("省", "自治区"):
        province = province_named_in(text.flow.text)
        return province.name if province and province.name.endswith(level) else None
    named = _TITLE_PLACE.search(text.flow.text, max(0, start - 200))
    return named["place"] if named is not None and named["place"].endswith(level) else None


def _from_imprint(text: Unsigned) -> Proposed[str] | None:
    match = _IMPRINT.search(text.flow.text)
    if match is None or not is_body_name(match["body"]):
        return None
    return _found(text, match.span("body"), "body_imprint")


def _from_reports(text: Unsigned) -> Proposed[str] | None:
    """An answer that asks twice to report to one organ comes from that organ."""
    spans: dict[str, list[tuple[int, int]]] = {}
    for match in _REPORTED_TO.finditer(text.flow.text):
        if is_body_name(match["body"]):
            spans.setdefault(match["body"], []).append(match.span("body"))
    many = [found_at for found_at in spans.values() if len(found_at) > 1]
    return _found(text, many[0][0], "body_reports") if len(many) == 1 else None


_READERS: tuple[Callable[[Unsigned], Proposed[str] | None], ...] = (
    _from_title_start,
    _from_promulgation,
    _from_label,
    _from_state_code,
    _from_province_code,
    _from_last_line,
    _from_agreement,
    _from_imprint,
    _from_reports,
)
