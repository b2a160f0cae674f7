"""Attachments (附件) as the attachment note below the text lists them."""

import re
from collections.abc import Iterator
from itertools import pairwise

from review.extraction.bodies import Range, split_bodies
from review.extraction.flow import Flow
from review.extraction.number_shapes import CITED_NUMBER, LENS
from review.extraction.proposal import Confidence, Proposed
from review.extraction.proposed import found
from review.extraction.segments import Segment

_NOTE_HEAD = re.compile(r"附(?:件|表|图)?(?P<count>\d{0,2}):|附件(?=\d{1,2}[.、])")
_ITEM = re.compile(r"\(?\d{1,2}[.、)](?!\d{1,3}(?![\d年]))")
_SPLIT = re.compile(r"(?<![\d年月第(])(?=\d{1,2}[.、](?!\d{1,3}(?![\d年])))")
_TRAILING_NUMBER = re.compile(rf"(?<=[》通知])[(]?(?:{CITED_NUMBER.pattern})[)]?$")
# The note says that the lists are left out, or the page offers the document itself as a file.
_NO_ITEM = re.compile(rf"\(略\)|{LENS}\.[A-Za-z]{{2,4}}")
_STRIP_END = "。;,"
# A list copied from a web page may set the ending of a file apart from the name.
_FILE_ENDING = re.compile(
    r"\s+(?P<ending>\.(?:docx?|xlsx?|pptx?|pdf|wps|et|ofd|rtf|txt|zip|rar|jpe?g|png))$",
    re.IGNORECASE,
)
_LONGEST = 120
_MOST = 60


def propose_attachments(
    flow: Flow, segments: tuple[Segment, ...], body_index: int
) -> tuple[Proposed[str], ...]:
    """Propose the attachments of the first attachment note after the head."""
    for index in range(body_index, len(segments)):
        match = _NOTE_HEAD.match(segments[index].text)
        if match is None:
            continue
        spans = list(_items(flow, segments, index, match.end()))
        if spans:
            return tuple(
                found(flow, span, flow.phrased(*span), Confidence.CERTAIN, "attachment_list")
                for span in spans
            )
    return ()


def _items(flow: Flow, segments: tuple[Segment, ...], index: int, offset: int) -> Iterator[Range]:
    first = segments[index]
    pieces = _pieces(first.start + offset, first)
    for segment in segments[index + 1 : index + _MOST]:
        another = re.match(r"附件\d{1,2}:", segment.text)
        if pieces and _is_open(flow.text[slice(*pieces[-1])]) and len(segment.text) < _LONGEST:
            pieces[-1] = (pieces[-1][0], segment.end)
        elif _ITEM.match(segment.text) and (pieces or offset == len(first.text)):
            pieces += _pieces(segment.start, segment)
        elif another is not None:
            pieces.append((segment.start + another.end(), segment.end))
        elif (
            not pieces
            and offset == len(first.text)
            and not split_bodies(flow, segment.start, segment.end)
        ):
            pieces.append((segment.start, segment.end))
        else:
            break
    for start, end in pieces:
        span = _trimmed(flow, start, end)
        is_item = not _NO_ITEM.fullmatch(flow.text, *span)
        if is_item and 1 < span[1] - span[0] <= _LONGEST:
            yield span


def _is_open(text: str) -> bool:
    """Tell whether a bracket or title mark waits for the line below to close it."""
    return text.count("(") > text.count(")") or text.count("《") > text.count("》")


def _pieces(start: int, segment: Segment) -> list[Range]:
    """Part a line into its numbered items."""
    text = segment.text[start - segment.start :]
    if not text:
        return []
    cuts = [match.start() for match in _SPLIT.finditer(text)] if _ITEM.match(text) else []
    edges = [0, *(cut for cut in cuts if cut), len(text)]
    return [(start + low, start + high) for low, high in pairwise(edges) if low < high]


def _trimmed(flow: Flow, start: int, end: int) -> Range:
    """Drop the number in front and the stop behind; title marks around the whole go, too."""
    number = _ITEM.match(flow.text, start, end)
    if number is not None:
        start = number.end()
    cited = _TRAILING_NUMBER.search(flow.text, start, end)
    end = cited.start() if cited is not None else end
    while end > start and flow.text[end - 1] in _STRIP_END:
        end -= 1
    ending = _FILE_ENDING.search(flow.raw(start, end))
    end -= len(ending["ending"]) if ending is not None else 0
    text = flow.text[start:end]
    if text.startswith("《") and text.endswith("》") and text.count("《") == 1:
        return start + 1, end - 1
    return start, end
