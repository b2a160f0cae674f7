"""The head of a document: its segments before the body, each with what it is, and the addressee."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from enum import Enum, auto
from functools import cache

from review.extraction.bodies import is_body_name, is_signer, split_bodies
from review.extraction.dates import DATE_PATTERN
from review.extraction.flow import Flow
from review.extraction.number_shapes import (
    BARE_LINE,
    DAMAGED_LINE,
    LABELLED,
    OWN_LINE,
    STATUS_MARK,
    UNIFIED_LINE,
)
from review.extraction.segments import Segment
from review.extraction.vocabulary import one_of, vocabulary

# A head longer than this is no head.
_MOST_SEGMENTS = 60
_MOST_CHARACTERS = 2500
_LONGEST_ADDRESSEE = 400
_LONGEST_TITLE = 260
_SHORTEST_CHROME = 14
_TELLING_WORD = 2
_AFTER_LABEL = ("", ":", "〕", "|")
_SHORTEST_ADDRESSEE = 2
_RED_HEAD_END = "文件"
_BODY_BEGINS = re.compile(
    r"第[一1]章|第[一1]条|一、|\([一1]\)|1[.、]|总则|你们|你[局委厅省市县区乡镇]|各位|"
    r"《[^》]{2,120}》(?:已|业|是|自)|[^《》]{2,30}收悉"
)
# These begin a sentence of the body only where the line has the comma of a sentence; a broken
# title may go on with 经济……的通知, 为……的意见.
_PROSE_BEGINS = re.compile(r"(?:为|根据|依据|按照|现将|经|近年|近期|当前|目前|自)[^《》]*[,:;]")
# 份号, printed above everything else; lines of dashes and signs.
_COPY_NUMBER = re.compile(r"\d{4,8}|[-=_*#★☆|>]+|[()]|附件\d{0,2}")
# 分类: with nothing behind it, or - 文件编号:无, in a table above the document.
_LABEL_LINE = re.compile(r"(?:[一-鿿]{2,6}:|[-·•*]+[一-鿿]{2,8}:.{0,80})")
_WIRE = re.compile(r"#|新华社.{2,20}电")
_ARTICLE = re.compile(r"第[一二三四五六七八九十百零〇\d]{1,5}[章条]")
_ORDER_LINE = re.compile(r"(?P<body>[一-鿿]{2,30})(?<![命禁])令(?:\((?:第?\d+号)\)|第?\d{1,4}号)?")
_WEB_ADDRESS = re.compile(r"https?:|www\.|\.(?:gov|com|cn)\b|\d\d:\d\d")
_LABELLED_ADDRESSEE = re.compile(r"主送(?:机关|单位)?:(?P<recipients>[^。:]{2,400}):?")
_CAPTION = re.compile(r"[(〔].*[)〕]")
_LONGEST_RECIPIENT = 45
_PROSE = re.compile(r"现[就将]|应当|必须|可以|下列|按照|通过|进行|规定|遵[循守]|如何|提出")
_RECIPIENT_SEPARATORS = re.compile(r"[,、;]")


class Part(Enum):
    """What a segment of the head is."""

    CHROME = auto()
    NUMBER = auto()
    BARE_NUMBER = auto()
    DAMAGED_NUMBER = auto()
    ORDER = auto()
    RED_HEAD = auto()
    BODIES = auto()
    DATE = auto()
    SIGNER = auto()
    CAPTION = auto()
    UNIFIED_NUMBER = auto()
    TEXT = auto()


@dataclass(frozen=True, slots=True)
class HeadSegment:
    """A segment of the head with what it is."""

    segment: Segment
    part: Part


@dataclass(frozen=True, slots=True)
class Head:
    """The head, the addressee (if any), and the index of the first segment after them."""

    segments: tuple[HeadSegment, ...]
    addressee: Segment | None
    has_colon: bool
    body_index: int

    @property
    def is_order(self) -> bool:
        """Tell whether the document is promulgated by an order (令)."""
        return any(each.part is Part.ORDER for each in self.segments)


def head_of(flow: Flow, segments: tuple[Segment, ...]) -> Head:
    """Find where the head ends and what its segments are."""
    found: list[HeadSegment] = []
    for index, segment in enumerate(segments[:_MOST_SEGMENTS]):
        if segment.start > _MOST_CHARACTERS:
            break
        after = segments[index + 1].text if index + 1 < len(segments) else ""
        part = part_of(flow, segment)
        if part is Part.TEXT and _is_label_line(segment.text, found):
            part = Part.CHROME
        labelled = _LABELLED_ADDRESSEE.fullmatch(segment.text)
        if labelled is not None:
            start = segment.start + labelled.start("recipients")
            end = segment.start + labelled.end("recipients")
            addressee = Segment(start, end, flow.text[start:end])
            return Head(tuple(found), addressee, has_colon=False, body_index=index + 1)
        if part is Part.TEXT and _is_addressee(segment.text):
            return Head(tuple(found), segment, has_colon=True, body_index=index + 1)
        if part is Part.TEXT and found and _is_bare_addressee(segment.text, after, found):
            return Head(tuple(found), segment, has_colon=False, body_index=index + 1)
        if part is Part.TEXT and _begins_body(segment.text):
            return Head(tuple(found), None, has_colon=False, body_index=index)
        found.append(HeadSegment(segment, part))
    return Head(tuple(found), None, has_colon=False, body_index=len(found))


def _is_label_line(text: str, before: list[HeadSegment]) -> bool:
    is_above = all(each.part is Part.CHROME for each in before)
    is_label = _LABEL_LINE.fullmatch(text) is not None and not text.endswith("如下:")
    return is_above and is_label and not _is_addressee(text)


def caption_of(head: Head) -> tuple[int, int] | None:
    """Return the range of the bracket under the title that tells the history of the document."""
    captions = (each.segment for each in head.segments if each.part is Part.CAPTION)
    caption = next(captions, None)
    return None if caption is None else (caption.start, caption.end)


def part_of(flow: Flow, segment: Segment) -> Part:
    """Tell what a segment of the head is."""
    text = segment.text
    for part, is_part in _SHAPED_PARTS:
        if is_part(text):
            return part
    if split_bodies(flow, segment.start, segment.end):
        return Part.BODIES
    return next((part for part, is_part in _WORDED_PARTS if is_part(text)), Part.TEXT)


def _is_number(text: str) -> bool:
    return bool(OWN_LINE.fullmatch(text) or LABELLED.fullmatch(text))


def _is_red_head(text: str) -> bool:
    return text.endswith(_RED_HEAD_END) and is_body_name(text.removesuffix(_RED_HEAD_END))


def is_chrome(text: str) -> bool:
    """Tell whether a line belongs to the web page around the document."""
    if (
        STATUS_MARK.fullmatch(text)
        or _WEB_ADDRESS.search(text)
        or _WIRE.match(text)
        or _COPY_NUMBER.fullmatch(text)
    ):
        return True
    words = vocabulary().chrome_words
    bare = text.lstrip("-•·*【〔|")
    if _is_label(bare, words) and not _title_end().search(text):
        return True
    return len(text) < _SHORTEST_CHROME and any(
        word in text for word in words if len(word) > _TELLING_WORD
    )


def _is_label(text: str, words: tuple[str, ...]) -> bool:
    """A short word such as 关闭 is a label only by itself; a title may begin with it."""
    return any(
        len(word) > _TELLING_WORD or text.endswith(":") or text[len(word) :][:1] in _AFTER_LABEL
        for word in words
        if text.startswith(word)
    )


@cache
def _title_end() -> re.Pattern[str]:
    return re.compile(rf"关于.*{one_of(vocabulary().document_kinds)}$")


# In this order: an order (令) also has the shape of a number.
_SHAPED_PARTS: tuple[tuple[Part, Callable[[str], object]], ...] = (
    (Part.ORDER, _ORDER_LINE.fullmatch),
    (Part.UNIFIED_NUMBER, UNIFIED_LINE.fullmatch),
    (Part.NUMBER, _is_number),
    (Part.BARE_NUMBER, BARE_LINE.fullmatch),
    (Part.DAMAGED_NUMBER, DAMAGED_LINE.fullmatch),
    (Part.DATE, re.compile(DATE_PATTERN).fullmatch),
    (Part.RED_HEAD, _is_red_head),
)
_WORDED_PARTS: tuple[tuple[Part, Callable[[str], object]], ...] = (
    (Part.SIGNER, is_signer),
    (Part.CHROME, is_chrome),
    (Part.CAPTION, _CAPTION.fullmatch),
)


def _is_addressee(text: str) -> bool:
    if not text.endswith(":") or len(text) > _LONGEST_ADDRESSEE or "。" in text:
        return False
    return _names_recipients(text[:-1])


def _names_recipients(text: str) -> bool:
    if len(text) < _SHORTEST_ADDRESSEE or _opens_prose(text):
        return False
    if any(word in text for word in vocabulary().not_recipients):
        return False
    plain = re.sub(r"\([^()]*\)", "", text)
    pieces = [piece for piece in _RECIPIENT_SEPARATORS.split(plain) if piece]
    if not pieces or max(map(len, pieces)) > _LONGEST_RECIPIENT or _PROSE.search(plain):
        return False
    return _is_recipient(pieces[0]) or _is_recipient(pieces[-1])


def _is_recipient(piece: str) -> bool:
    words = vocabulary()
    return "各" in piece or piece.endswith((*words.recipient_words, *words.organ_endings))


def _is_bare_addressee(text: str, after: str, before: list[HeadSegment]) -> bool:
    """An addressee whose colon was lost: names of recipients only, between head and body."""
    if (
        len(text) > _LONGEST_ADDRESSEE
        or any(sign in text for sign in "。:;《")
        or len(text) < 2 * _SHORTEST_ADDRESSEE
    ):
        return False
    if not (text.startswith("各") or "," in text) or _title_end().search(text):
        return False
    parts = {each.part for each in before}
    is_placed = bool(parts & {Part.NUMBER, Part.DAMAGED_NUMBER, Part.TEXT})
    pieces = _RECIPIENT_SEPARATORS.split(re.sub(r"\([^()]*\)", "", text))
    words = vocabulary().recipient_words
    return is_placed and "。" in after and all(piece.endswith(words) for piece in pieces)


def _begins_body(text: str) -> bool:
    if "。" in text or len(text) > _LONGEST_TITLE:
        return True
    if text.endswith((";", ":")):
        return True
    return _opens_prose(text) and not _title_end().search(text)


def _opens_prose(text: str) -> bool:
    return any(pattern.match(text) for pattern in (_BODY_BEGINS, _PROSE_BEGINS, _ARTICLE))
