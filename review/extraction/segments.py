"""Part the flow into segments: lines, and what a flattened text still shows of its lines."""

import re
from bisect import bisect_right
from dataclasses import dataclass
from functools import cache
from itertools import pairwise

from review.extraction.bodies import is_signer, split_bodies
from review.extraction.dates import DATE_PATTERN
from review.extraction.flow import Flow
from review.extraction.number_shapes import LENS_NUMBER, STATUS_MARK
from review.extraction.vocabulary import one_of, vocabulary

# A text whose lines are on average longer than this has lost its line ends.
_FLATTENED = 220
# A line longer than this is no paragraph but a page that lost its line ends.
_WHOLE_PAGE = 700
_ORPHAN = 2
# Only this much of the beginning is searched for glued titles, numbers and addressees.
_HEAD = 700
_DATE = re.compile(DATE_PATTERN)
# Line ends inside a number; those in front of it part it from the title.
_NUMBER_JOINTS = re.compile(
    r"[一-鿿](?<![知见定复则案])[〔(]\d{4}年?[〕)]第?\d{1,5}号|令第\d{1,4}号"
)
# 省⏎长 某某 above a date: the office was letter-spaced and the page broke the line inside it.
_OFFICE_JOINT = re.compile(
    r"[省市县区州盟旗]长(?=[一-鿿·]{2,4}(?:\d{4}|[〇零一二三四五六七八九]{4})年)"
)
_FILE_NAME_JOINTS = re.compile(r"[^。:;]\.(?:docx?|xlsx?|pdf|wps|et|ofd|zip|rar)(?![a-z])")
_AFTER_DATE = re.compile(r"\(|附件|附:|抄送|$")
_STOPS = "。!"
_LONGEST_SIGNATURE = 90
_SHORTEST_GLUED = 12
# A bracketed number is the own one only where the addressee or nothing follows; a cited number
# is followed by the rest of its sentence.
_CLOSED_THEN_RECIPIENTS = re.compile(r"\)(?:$|[各有市省县区])")
# 某局公告2026年第3号（关于……的公告): the title stands in the bracket behind the number.
_NUMBERED_TITLE = re.compile(
    r"[一-鿿]{2,20}(?:公告|通告|令)(?:\d{4}年)?第\d{1,4}号"
    r"\((?P<title>关于.{4,160}(?:公告|通告|决定|通知))\)"
)
_BRACKET = re.compile(r"\([^()]{2,200}\)")


@dataclass(frozen=True, slots=True)
class Segment:
    """A piece of the flow that stood by itself on the page."""

    start: int
    end: int
    text: str


def segments_of(flow: Flow) -> tuple[Segment, ...]:
    """Return the segments of a text in order."""
    edges = sorted(_breaks(flow) | _signature_breaks(flow) | {0, len(flow.text)})
    rough = [(low, high) for low, high in pairwise(edges) if low < high]
    refined = [piece for low, high in rough for piece in _head_pieces(flow, low, high)]
    return tuple(Segment(low, high, flow.text[low:high]) for low, high in refined)


def _breaks(flow: Flow) -> set[int]:
    lines, gaps = set(flow.lines), set(flow.gaps)
    if len(flow.text) > _FLATTENED * (len(lines) + 1):
        gaps |= set(flow.blanks)
    for low, high in pairwise(sorted(lines | {0, len(flow.text)})):
        if high - low > _WHOLE_PAGE:
            gaps.update(flow.blanks_between(low, high))
    for match in _BRACKET.finditer(flow.text):
        inside = range(match.start() + 1, match.end())
        gaps.difference_update(inside)
        # A bracket of its own, such as the one under a title, may run over two lines.
        if match.start() == 0 or match.start() in lines:
            lines.difference_update(inside)
    unbroken = {
        at
        for pattern in (_DATE, _NUMBER_JOINTS, _FILE_NAME_JOINTS, _OFFICE_JOINT)
        for match in pattern.finditer(flow.text)
        for at in range(match.start() + 1, match.end())
    }
    breaks = (lines | _telling_gaps(flow, lines, gaps)) - unbroken
    return breaks - _orphan_breaks(flow, breaks)


def _orphan_breaks(flow: Flow, breaks: set[int]) -> set[int]:
    """Return the breaks in front of the last sign of an organ's name, which fell on a new line."""
    edges = sorted(breaks | {0, len(flow.text)})
    lines = set(flow.lines)
    orphans = set()
    for before, at, after in zip(edges, edges[1:], edges[2:], strict=False):
        is_orphan = at in lines and after - at <= _ORPHAN and at - before > 2 * _ORPHAN
        if is_orphan and not split_bodies(flow, before, at) and split_bodies(flow, before, after):
            orphans.add(at)
    return orphans


def _telling_gaps(flow: Flow, lines: set[int], gaps: set[int]) -> set[int]:
    """Return the gaps that part words; a gap after a single character is letter-spacing."""
    edges = sorted(lines | gaps | {0, len(flow.text)})
    return {at for before, at in pairwise(edges) if at in gaps and at - before > 1}


def _signature_breaks(flow: Flow) -> set[int]:
    """Return the edges of organ names and dates that follow a full stop on the same line."""
    breaks: set[int] = set()
    lines = [0, *flow.lines]
    edges = {*flow.lines, *flow.gaps, len(flow.text)}
    for match in _DATE.finditer(flow.text):
        is_last = _AFTER_DATE.match(flow.text, match.end()) or match.end() in edges
        start = _clause_start(flow, lines, match.start())
        between = flow.text[start : match.start()]
        if not is_last and not is_signer(between):
            continue
        breaks.add(match.end())
        if split_bodies(flow, start, match.start()) or is_signer(between) or not between:
            breaks |= {start, match.start()}
        if match.start() in edges:
            breaks |= _body_after_stop(flow, lines, match.start())
    return breaks


def _body_after_stop(flow: Flow, lines: list[int], end: int) -> set[int]:
    """A full last line of the text and the organ under it may have been joined to one line."""
    line = lines[bisect_right(lines, end - 1) - 1]
    stop = flow.text.rfind("。", line, end) + 1
    return {stop} if stop > line and split_bodies(flow, stop, end) else set()


def _clause_start(flow: Flow, lines: list[int], end: int) -> int:
    """Return where the words directly in front of a date begin: after a stop or on a new line."""
    floor = max(0, end - _LONGEST_SIGNATURE)
    stop = max(flow.text.rfind(sign, floor, end) for sign in _STOPS) + 1
    line = lines[bisect_right(lines, end) - 1]
    return max(stop, line, floor)


def _head_pieces(flow: Flow, start: int, end: int) -> list[tuple[int, int]]:
    if start > _HEAD or end - start < _SHORTEST_GLUED:
        return [(start, end)]
    cuts = {start, end}
    text = flow.text[: min(end, start + _HEAD)]
    stop = text.find("。", start)
    stop = len(text) if stop < 0 else stop
    for pattern in (_title_then_recipients(), _recipients_colon()):
        match = pattern.search(text, start, stop)
        if match is not None:
            cuts.add(match.end("cut"))
    status = STATUS_MARK.match(text, start, end)
    if status is not None:
        cuts.add(status.end())
    announced = _NUMBERED_TITLE.fullmatch(text, start, end)
    if announced is not None:
        low, high = announced.span("title")
        cuts |= {low - 1, low, high}
    for match in LENS_NUMBER.finditer(text, start, stop):
        cuts |= _around_number(text, match, start)
    return list(pairwise(sorted(cuts)))


@cache
def _title_then_recipients() -> re.Pattern[str]:
    kinds = one_of(vocabulary().document_kinds)
    return re.compile(
        rf"(?P<cut>[^。:]{{6,160}}(?:的|》){kinds})(?=(?:各|本市|市属|有关)[^。]{{2,240}}?:)"
    )


@cache
def _recipients_colon() -> re.Pattern[str]:
    words = one_of(vocabulary().recipient_words)
    return re.compile(
        rf"(?P<cut>(?:各|市属|有关|[一-鿿]{{2,12}}人民政府)[^。:]{{0,240}}{words}[^。:,、]{{0,4}}:)(?=.)"
    )


@cache
def _title_end() -> re.Pattern[str]:
    return re.compile(rf"(?:{one_of(vocabulary().document_kinds)}|》)\(?$")


def _around_number(text: str, match: re.Match[str], start: int) -> set[int]:
    """Return cuts around a number that is glued to the end of a title."""
    kinds = one_of(vocabulary().document_kinds)
    lead = "" if "关于" in text[start : match.start()] else "的"
    glued = re.match(rf"(?P<end>.*(?:{lead}{kinds}|》))(?P<code>[一-鿿]+)$", match["code"])
    low = match.start() + (glued.end("end") if glued else 0)
    bracketed = low > start and text[low - 1] == "("
    if bracketed and not _CLOSED_THEN_RECIPIENTS.match(text, match.end()):
        return set()
    before = text[max(0, low - 12) : low].rstrip("(")
    if low > start and not glued and not _title_end().search(before):
        return set()
    return {low - bracketed, match.end() + bracketed}


def segment_at(segments: tuple[Segment, ...], position: int) -> int:
    """Return the index of the segment that holds a position of the flow."""
    return bisect_right([segment.start for segment in segments], position) - 1
