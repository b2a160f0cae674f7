"""Legal bases (制定依据): the documents named where the text says what it rests on."""

import re
from collections.abc import Iterator
from functools import cache

from review.extraction.citations import Citation, citations_in
from review.extraction.flow import Flow
from review.extraction.proposal import CitedDocument, Confidence, Proposed
from review.extraction.proposed import found
from review.extraction.vocabulary import one_of, vocabulary

# Between two bases of one list: an ending word, commas, and the organ outside the marks.
_LINK = re.compile(
    r"(?:\([^()]{1,30}\))?(?:等)?(?:有关|相关)?(?:文件)?(?:法律|法规|规定|精神|要求|规章)*[、,]?(?:和|及|以及|与|并|并按照|并根据|、)?"
    r"(?:(?:国家|省|市|县|区|我|党)[^,。;《》]{0,8})?[一-鿿、]{0,30}$"
)
_LEAD = re.compile(r"(?:了|好|党中央、国务院|[一-鿿、]{0,40})$")
_STOPS = re.compile(r"结合|制定|特|现将|印发|决定|研究|为了|我们|组织|起草|修订|实施以来|提出|发布|公布|同意|收悉|如下|推动|促进|加强|规范|做好|开展|确保|通过|调整|修改|对|就")
_REQUEST = re.compile(r"收悉|悉")
_SHORT_NAME = re.compile(r"(?:暂行|实施|管理)?(?:办法|规定|条例|意见|通知|决定|方案|细则|规划|总体规划|目录|批复|要点|标准)")
_NOTICE_REACH, _ARTICLE_REACH = 420, 360


def propose_bases(
    flow: Flow, body: int, inner: int | None
) -> tuple[Proposed[CitedDocument], ...]:
    """Propose the bases named at the beginning of the body, of the attached text, of article 1."""
    seen: set[str] = set()
    proposals = []
    for start, end in _zones(flow, body, inner):
        for each, name in [*_requests(flow, start, end), *_based(flow, start, end)]:
            title = each.name(flow)
            if title in seen or _SHORT_NAME.fullmatch(flow.text[each.name_start : each.name_end]):
                continue
            seen.add(title)
            document = CitedDocument(title, each.number)
            confidence = Confidence.CERTAIN if name == "basis_sentence" else Confidence.CHECK
            proposals.append(found(flow, (each.start, each.end), document, confidence, name))
    return tuple(proposals)


def _zones(flow: Flow, body: int, inner: int | None) -> Iterator[tuple[int, int]]:
    """Yield the ranges where bases stand: the first sentences of each text."""
    starts = [(body, _NOTICE_REACH)]
    if inner is not None:
        starts.append((inner, _NOTICE_REACH))
    article = re.search(r"第[一1]条", flow.text[body:])
    if article is not None:
        starts.append((body + article.start(), _ARTICLE_REACH))
    for start, reach in starts:
        yield start, _last_sentence_end(flow.text, start, reach)


def _last_sentence_end(text: str, start: int, reach: int) -> int:
    """Let a sentence that begins within reach run to its end."""
    end = text.find("。", min(len(text), start + reach))
    stop = len(text) if end < 0 else min(end, start + 3 * reach)
    second = re.search(r"第[二2]条", text[start:stop])
    return start + second.start() if second else stop


@cache
def _trigger() -> re.Pattern[str]:
    return re.compile(rf"{one_of(vocabulary().basis_triggers)}")


def _based(flow: Flow, start: int, end: int) -> Iterator[tuple[Citation, str]]:
    cited = list(citations_in(flow, start, end))
    for match in _trigger().finditer(flow.text, start, end):
        if any(each.start <= match.start() < each.end for each in cited):
            continue
        at = match.end()
        for each in cited:
            if each.start < at:
                continue
            between = flow.text[at : each.start]
            pattern = _LEAD if at == match.end() else _LINK
            if "。" in between or not pattern.fullmatch(between) or _STOPS.search(between):
                break
            yield each, "basis_sentence"
            at = each.end


def _requests(flow: Flow, start: int, end: int) -> Iterator[tuple[Citation, str]]:
    """A reply rests on the request it answers: 《关于……的请示》收悉."""
    for each in citations_in(flow, start, end):
        if _REQUEST.match(flow.text, each.end):
            yield each, "basis_request"
