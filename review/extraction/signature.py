"""The signature (落款): the organs that sign and the date under them (成文日期)."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from review.extraction.bodies import Range, is_signer, split_bodies
from review.extraction.dates import DATE_PATTERN, FoundDate, find_dates, find_short_dates, read_date
from review.extraction.flow import Flow
from review.extraction.head import Head, Part
from review.extraction.proposal import Confidence, Proposed
from review.extraction.proposed import found, missing
from review.extraction.segments import Segment, segment_at

_DATE = re.compile(DATE_PATTERN)
_SHORT = re.compile(r"(?:19|20)\d\d[.\-/]\d{1,2}[.\-/]\d{1,2}")
_PRINTED = re.compile(rf"(?P<date>{DATE_PATTERN})(?:印发|印制|印)")
_SENTENCE_END = (";", "。", ")", "!", '"', ".", "》")
# 现将《……》转发给你们; a 批转 takes over what it passes on, so that it stays in.
_FORWARDED = re.compile(r"现将[^。]{2,160}转发(?:给|你|至)[^。]{0,30}。")
_PROMULGATED = re.compile(r"[^()\d]{0,30}(?:\d{1,4}号)?(?:公布|发布|颁布|令)")
_AFTER_END = re.compile(r"\(|附件|抄送|主题词|联系人")
_MOST_LINES = 40
_LONGEST_NAME_LINE = 30
# The seal of another body stands for that of a body without one.
_SEAL_LINE = re.compile(r"\([一-鿿]{0,16}(?:代章|盖章|印章|公章|章)\)")
_NAME = re.compile(r"[一-鿿·]{2,4}")


@dataclass(frozen=True, slots=True)
class Signature:
    """A date that stands by itself, and the organs on the lines above it."""

    date: FoundDate
    reason_name: str
    bodies: tuple[Range, ...] = ()
    is_signed: bool = False


def signature_of(
    flow: Flow, segments: tuple[Segment, ...], head: Head, year: int | None
) -> Signature | None:
    """Return the signature of the document itself: the first below its head.

    What is printed after it (an attached document, a forwarded one) has its own, later.
    """
    candidates = list(_candidates(flow, segments, head))
    if not candidates:
        return _caption_date(flow, head) or _glued_date(flow, segments, head)
    first = candidates[0]
    if first.bodies or first.is_signed:
        return first
    signed = [each for each in candidates if each.bodies or each.is_signed]
    # A lone date may be a table cell or a time limit; a year that fits the number decides.
    if signed and year is not None and first.date.value.year != year == signed[0].date.value.year:
        return signed[0]
    return first


def _candidates(flow: Flow, segments: tuple[Segment, ...], head: Head) -> Iterator[Signature]:
    last = _end_of_text(segments)
    for index in range(head.body_index, len(segments)):
        day = _lone_date(flow, segments[index])
        if day is None:
            continue
        bodies, is_signed, above = _lines_above(flow, segments, index, head.body_index)
        if bodies or is_signed:
            yield Signature(day, "date_under_signature", bodies, is_signed=is_signed)
        elif above is None or _may_end_text(above.text) or index == last:
            yield Signature(day, "date_own_line")


def _end_of_text(segments: tuple[Segment, ...]) -> int:
    """Return the index of the last segment before brackets, attachments and the imprint."""
    index = len(segments) - 1
    while index > 0 and _AFTER_END.match(segments[index].text):
        index -= 1
    return index


def _lone_date(flow: Flow, segment: Segment) -> FoundDate | None:
    if _DATE.fullmatch(segment.text):
        read = read_date(segment.text)
        if read is not None:
            return FoundDate(read[0], segment.start, segment.end, read[1])
    if _SHORT.fullmatch(segment.text):
        return next(find_short_dates(flow, segment.start, segment.end), None)
    return None


def _may_end_text(text: str) -> bool:
    return text.endswith(_SENTENCE_END) or bool(
        re.match(r"附件?\d{0,2}:|\d{1,2}[.、]|特此|此[复函]", text)
    )


def _lines_above(
    flow: Flow, segments: tuple[Segment, ...], index: int, first: int
) -> tuple[tuple[Range, ...], bool, Segment | None]:
    """Return the organs above a date, whether an office holder signed, and the line before."""
    bodies: list[Range] = []
    is_signed = False
    at = index - 1
    while at >= max(first, index - _MOST_LINES):
        segment = segments[at]
        parts = split_bodies(flow, segment.start, segment.end)
        if is_signer(segment.text):
            is_signed = True
        elif _SEAL_LINE.fullmatch(segment.text):
            pass
        elif _is_name_after_office(segments, at):
            is_signed, at = True, at - 1
        elif parts:
            bodies[:0] = parts
        elif bodies and _is_wrapped(flow, segment, bodies[0]):
            bodies[0] = (segment.start, bodies[0][1])
        else:
            break
        at -= 1
    return tuple(bodies), is_signed, segments[at] if at >= first else None


def _is_wrapped(flow: Flow, segment: Segment, below: Range) -> bool:
    """Tell whether a line begins the name that the line below ends: the text has it elsewhere."""
    if segment.end != below[0] or len(segment.text) > _LONGEST_NAME_LINE:
        return False
    whole = flow.text[segment.start : below[1]]
    return flow.text.find(whole) < segment.start


def _is_name_after_office(segments: tuple[Segment, ...], at: int) -> bool:
    return (
        at > 0
        and bool(_NAME.fullmatch(segments[at].text))
        and len(segments[at - 1].text) <= len("代省长:")
        and is_signer(segments[at - 1].text)
    )


def _caption_date(flow: Flow, head: Head) -> Signature | None:
    """A date in the bracket under the title: （1991年3月26日某市人民政府令第19号发布）."""
    for each in head.segments:
        if each.part not in (Part.CAPTION, Part.NUMBER, Part.DATE):
            continue
        low, high = each.segment.start, each.segment.end
        days = [day for day in find_dates(flow) if low <= day.start and day.end <= high]
        published = [day for day in days if _PROMULGATED.match(flow.text, day.end, high)]
        if days:
            return Signature((published or days)[0], "date_caption")
    return None


def _glued_date(flow: Flow, segments: tuple[Segment, ...], head: Head) -> Signature | None:
    """A date at the beginning of a line that goes on with something else."""
    for day in find_dates(flow):
        index = segment_at(segments, day.start)
        is_below = index >= max(head.body_index, 1)
        starts_line = segments[index].start == day.start
        if is_below and starts_line and segments[index - 1].text.endswith("。"):
            follows = flow.text[day.end : day.end + 1]
            if follows and follows not in ",、起前后至以-(":
                return Signature(day, "date_glued")
    return None


def propose_adopted_date(
    flow: Flow, signature: Signature | None, year: int | None
) -> Proposed[date]:
    """Propose the date of writing: certain below a signature, with a year that fits."""
    if signature is None:
        return missing()
    signed = signature.date
    is_sure = (
        (bool(signature.bodies) or signature.is_signed)
        and not signed.is_damaged
        and year in (None, signed.value.year)
    )
    confidence = Confidence.CERTAIN if is_sure else Confidence.CHECK
    name = "date_damaged" if signed.is_damaged else signature.reason_name
    return found(flow, (signed.start, signed.end), signed.value, confidence, name)


def forwarding_end(flow: Flow, signature: Signature | None) -> int:
    """Return where the document's own text ends: a forwarded one speaks for itself, not for it."""
    if signature is None:
        second = _FORWARDED.search(flow.text)
        return second.end() if second is not None else len(flow.text)
    cover = flow.text[: signature.date.end]
    return signature.date.end if _FORWARDED.search(cover) else len(flow.text)


def printed_date(flow: Flow) -> FoundDate | None:
    """Return the date in the imprint (……办公室2026年3月6日印发), the last one of the text."""
    dates = []
    for match in _PRINTED.finditer(flow.text):
        read = read_date(match["date"])
        if read is not None:
            dates.append(FoundDate(read[0], match.start("date"), match.end("date"), read[1]))
    return dates[-1] if dates else None
