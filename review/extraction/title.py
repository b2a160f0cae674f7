"""The title (标题), however many lines it was broken over."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from itertools import pairwise

from review.extraction.flow import Flow, folded
from review.extraction.head import Head, HeadSegment, Part
from review.extraction.labels import download_title, labelled_title
from review.extraction.proposal import Confidence, Proposed
from review.extraction.proposed import found, missing
from review.extraction.segments import Segment
from review.extraction.vocabulary import one_of, vocabulary

# The number, or the bracket that holds it, stands directly under or over the title.
_NUMBERS = (Part.NUMBER, Part.BARE_NUMBER, Part.DAMAGED_NUMBER, Part.CAPTION, Part.ORDER)
_TITLE_BRACKET = re.compile(
    r"\((?:试行|暂行|(?:\d{4}-)?\d{4}年[一-鿿]{0,4}|[一-鿿]{0,4}修[订正]|第[一-鿿]{1,2}批)\)"
)
_PASSED_OVER = (Part.CHROME, Part.BODIES, Part.RED_HEAD, Part.UNIFIED_NUMBER)
_CONTINUES = re.compile(r"关于|印发|转发|批转|公告|通告|《|调整|发布|授予|命令|决定")
_ORDER_COVER = re.compile(
    r"(?:现(?:将|公布)(?:修订后的|修改后的)?)?《(?P<title>[^《》]{3,120})》(?:\([^()]*\))?"
    r"(?:已|业|经|予以?公布|公布|,?自)"
)
# 某某局公告 may be the whole title, or only a head above it.
_ORGAN_AND_KIND = re.compile(r"(?:(?!关于)[一-鿿]){2,20}(?:公告|通告|令)")
_NO_TITLE_START = re.compile(r"[(、,]|根据|依据|依照|按照|(?:文件)?标题:")
_SHORTEST, _LONGEST = 4, 260
_ENOUGH = 3


@dataclass(frozen=True, slots=True)
class _Candidate:
    start: int
    end: int
    issuer_ends: tuple[int, ...]
    is_complete: bool
    is_by_number: bool
    is_by_addressee: bool
    is_repeated: bool
    names_matter: bool

    @property
    def score(self) -> int:
        near = 2 * self.is_by_number + 2 * self.is_by_addressee
        return 2 * self.is_complete + near + self.is_repeated + self.names_matter


def propose_title(flow: Flow, head: Head, segments: tuple[Segment, ...]) -> Proposed[str]:
    """Propose the title, or nothing where the text has none."""
    cover = _cover_title(flow, head, segments)
    if cover is not None:
        return cover
    candidates = [each for each in _candidates(flow, head) if each.score >= _ENOUGH]
    if not candidates:
        offered = (labelled_title(flow, segments), download_title(flow))
        return next((each for each in offered if _is_complete(folded(each.raw))), missing())
    best = max(candidates, key=lambda each: (each.score, each.start))
    return _titled(flow, best)


def _titled(flow: Flow, best: _Candidate) -> Proposed[str]:
    is_sure = (
        best.is_complete
        and (best.is_by_number or best.is_by_addressee)
        and not _ORGAN_AND_KIND.fullmatch(flow.text[best.start : best.end])
    )
    name = (
        "title_repeated"
        if best.is_repeated
        else "title_before_number"
        if best.is_by_number
        else "title_before_addressee"
        if best.is_by_addressee
        else "title_alone"
    )
    confidence = Confidence.CERTAIN if is_sure else Confidence.CHECK
    start, end = _without_marks(flow, best.start, best.end)
    edges = [start, *best.issuer_ends, end]
    value = " ".join(flow.phrased(low, high) for low, high in pairwise(edges))
    return found(flow, (start, end), value, confidence, name)


def _issuer_ends(group: list[HeadSegment]) -> tuple[int, ...]:
    """Return where one joint issuer ends and the next begins on a line of its own."""
    return tuple(
        before.segment.end
        for before, after in pairwise(group)
        if before.part is Part.BODIES and after.part is Part.BODIES
    )


def _without_marks(flow: Flow, start: int, end: int) -> tuple[int, int]:
    """Drop title marks around the whole title."""
    text = flow.text[start:end]
    if text.startswith("《") and text.endswith("》") and "》" not in text[1:-1]:
        return start + 1, end - 1
    return start, end


def _cover_title(flow: Flow, head: Head, segments: tuple[Segment, ...]) -> Proposed[str] | None:
    """An order names the document it promulgates; its own title is that document's."""
    has_title = any(each.part is Part.TEXT for each in head.segments)
    if head.body_index >= len(segments) or (has_title and not head.is_order):
        return None
    match = _ORDER_COVER.match(flow.text, segments[head.body_index].start)
    if match is None or not (head.is_order or "公布" in flow.text[match.end() : match.end() + 80]):
        return None
    wanted = _marks_folded(match["title"])
    for first in range(head.body_index + 1, len(segments)):
        again = _same_title(flow, segments, first, wanted)
        if again is not None:
            value = flow.phrased(*again)
            return found(flow, again, value, Confidence.CERTAIN, "title_from_order")
    span = match.span("title")
    return found(flow, span, flow.shown(*span), Confidence.CHECK, "title_from_order")


def _same_title(
    flow: Flow, segments: tuple[Segment, ...], first: int, wanted: str
) -> tuple[int, int] | None:
    """Return the range of one to three lines that together are the wanted title."""
    start = segments[first].start
    for segment in segments[first : first + 3]:
        text = _marks_folded(flow.text[start : segment.end])
        if text == wanted:
            return start, segment.end
        if not wanted.startswith(text):
            return None
    return None


def _marks_folded(text: str) -> str:
    return text.replace("〈", "《").replace("〉", "》")


def _candidates(flow: Flow, head: Head) -> Iterator[_Candidate]:
    groups = list(_groups(flow, head))
    texts = [flow.text[segments[0].segment.start : segments[-1].segment.end] for segments in groups]
    for group, text in zip(groups, texts, strict=True):
        if not _SHORTEST <= len(text) <= _LONGEST or _NO_TITLE_START.match(text):
            continue
        first = head.segments.index(group[0])
        last = head.segments.index(group[-1])
        yield _Candidate(
            start=group[0].segment.start,
            end=group[-1].segment.end,
            issuer_ends=_issuer_ends(group),
            is_complete=_is_complete(text),
            is_by_number=_part_beside(head, first - 1, -1) in _NUMBERS
            or _part_beside(head, last + 1, 1) in _NUMBERS,
            is_by_addressee=head.addressee is not None
            and all(each.part is not Part.TEXT for each in head.segments[last + 1 :]),
            is_repeated=texts.count(text) > 1,
            names_matter="关于" in text or "印发" in text or "转发" in text,
        )


def _part_beside(head: Head, index: int, step: int) -> Part | None:
    """Return the next part that is neither page chrome nor the name of an organ."""
    while 0 <= index < len(head.segments):
        part = head.segments[index].part
        if part not in _PASSED_OVER:
            return part
        index += step
    return None


def _groups(flow: Flow, head: Head) -> Iterator[list[HeadSegment]]:
    """Yield runs of lines that make one title together."""
    group: list[HeadSegment] = []
    for index, each in enumerate(head.segments):
        if _belongs(flow, head, index, group):
            group.append(each)
            text = flow.text[group[0].segment.start : each.segment.end]
            after = head.segments[index + 1] if index + 1 < len(head.segments) else None
            if _ends_title(text) and not _goes_on(after):
                yield group
                group = []
        elif group:
            yield group
            group = []
    if group:
        yield group


def _belongs(flow: Flow, head: Head, index: int, group: list[HeadSegment]) -> bool:
    each = head.segments[index]
    if each.part is Part.TEXT:
        return True
    if each.part is Part.BODIES and _is_title_start(head, index):
        return True
    is_bracket = _TITLE_BRACKET.fullmatch(each.segment.text) is not None
    return bool(group) and (is_bracket or _is_open(flow, group))


def _is_title_start(head: Head, index: int) -> bool:
    """Names of joint issuers on lines of their own begin a title that goes on with 关于."""
    for each in head.segments[index + 1 :]:
        if each.part is Part.TEXT:
            return bool(_CONTINUES.match(each.segment.text))
        if each.part is not Part.BODIES:
            return False
    return False


def _is_open(flow: Flow, group: list[HeadSegment]) -> bool:
    text = flow.text[group[0].segment.start : group[-1].segment.end]
    return text.count("《") > text.count("》") or text.count("(") > text.count(")")


def _goes_on(after: HeadSegment | None) -> bool:
    if after is None:
        return False
    if _TITLE_BRACKET.fullmatch(after.segment.text):
        return True
    is_text = after.part is Part.TEXT
    return is_text and bool(re.match(r"的|》|《|\(|及|和|暨", after.segment.text))


@cache
def _complete_pattern() -> re.Pattern[str]:
    kinds = one_of(vocabulary().document_kinds)
    return re.compile(rf"(?:{kinds}(?:\([^()]{{1,30}}\))*|》)$")


@cache
def _official_end() -> re.Pattern[str]:
    official, kinds = (
        one_of(words) for words in (vocabulary().official_kinds, vocabulary().document_kinds)
    )
    return re.compile(rf"(?:{official}|的[一-鿿]{{0,6}}{kinds})(?:\([^()]{{1,30}}\))*$|》$")


def _ends_title(text: str) -> bool:
    """Tell whether a line ends the title; in 关于印发……办法⏎实施细则的通知 the first does not."""
    if not _is_complete(text):
        return False
    return not re.search(r"关于|印发|转发", text) or bool(_official_end().search(text))


def _is_complete(text: str) -> bool:
    """Tell whether a text ends as titles end, with all its marks closed."""
    is_closed = text.count("《") == text.count("》") and text.count("(") == text.count(")")
    return is_closed and bool(_complete_pattern().search(text))
