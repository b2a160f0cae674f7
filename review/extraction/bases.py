"""Legal bases (制定依据): the documents named where the text says what it rests on."""

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache

from review.extraction.citations import Citation, citations_in
from review.extraction.flow import Flow
from review.extraction.proposal import CitedDocument, Confidence, Proposed
from review.extraction.proposed import found
from review.extraction.vocabulary import one_of, vocabulary

# Between two bases of one list: an ending word, commas, and the organ outside the marks.
_LINK = re.compile(
    r"(?:\([^()]{1,30}\))?(?:等)?(?:有关|相关)?(?:文件)?(?:法律|法规|规定|精神|要求|规章|、)*,?(?:和|及|以及|与|并|并按照|并根据)?"
    r"(?:(?:国家|省|市|县|区|我|党)[^,。;《》]{0,8})?[一-鿿、]{0,30}$"
)
_LEAD = re.compile(r"(?:了|好|党中央、国务院|[一-鿿、]{0,40})$")
_STOPS = re.compile(
    r"结合|制定|特|现将|印发|决定|研究|为了|我们|组织|起草|修订|实施以来|提出|发布|公布|同意|收悉|如下|推动|促进|加强|规范|做好|开展|确保|通过|调整|修改|衔接|对照|参考|(?<!应)对|就"
)
_PASSED_ON = re.compile(r"(?:\([^()]{1,40}\))?(?:等文件)?转发(?:给|你|至)")
_LONGEST_ORGAN = 40
# 根据省政府与某部共建协议和《……》: a document without marks stands before the one that has them.
_UNMARKED = re.compile(
    r"(?:协议|协定|合同|规定|意见|办法|方案|规划|纲要|决定|部署|批复|纪要|要求|精神)(?:和|及|以及|与|、|,)"
)
# The sentence that names a basis says what was done on it; without these words 根据 tells how
# something is to be handled: 根据《……》,应于3月底前提交报告.
_INTENT = re.compile(
    r"制定|制订|修订|拟定|编制|起草|如下|现[将就对印予通提决]|决定|印发|提出|批复|同意|经[^。]{0,40}(?:研究|评审|审定|审议|批准)|特[作制提此将就]|部署|公布"
)
# Where the measures begin: 现通知如下:一、……
_MEASURES = re.compile(
    r"(?:如下|以下)[一-鿿]{0,6}[:。]|(?:通知|公告|通告|意见|规定|决定)[:。](?=一、|\(一\)|1[.、])"
)
_HANDLED = re.compile(r"(?:违反[^。;]{0,40}的,?|请|应当?|必须|可以|不得)(?:依法|严格|认真)?$")
_PURPOSE = re.compile(r"(?:^|[,:])为")
_DEMANDS = re.compile(r"的?(?:有关|相关|总体|工作)?(?:要求|精神|部署|安排|规定|决策)")
_CLAUSE_REACH = 50
_ISSUED = re.compile(r"(?:印发|发布|公布|制定|下发|转发|出台|颁布|联合)的?$")
_TITLES = re.compile(r"《[^。]{0,300}?》")
_REQUEST = re.compile(r"收悉|悉")
_SHORT_NAME = re.compile(
    r"(?:暂行|实施|管理)?(?:办法|规定|条例|意见|通知|决定|方案|细则|规划|总体规划|目录|批复|要点|标准)"
)
_NOTICE_REACH, _ARTICLE_REACH, _LONGEST_PARAGRAPH = 420, 700, 1600
# 《……》第一条规定 is an article of another document.
_FIRST_ARTICLE = re.compile(
    r"(?<![告号法》例定本据照反及和、)])第[一1]条(?!规定|的|第|[、和至款所])"
)
_SECOND_ARTICLE = re.compile(r"第[二2]条(?!规定|的|第|[、和至款所])")


def propose_bases(
    flow: Flow, body: int, inner: int | None, end: int
) -> tuple[Proposed[CitedDocument], ...]:
    """Propose the bases named at the beginning of the body, of the attached text, of article 1."""
    seen: set[str] = set()
    proposals = []
    for whole in _zones(flow, body, inner):
        zone = replace(whole, end=min(whole.end, end))
        start, stop = zone.start, zone.end
        named = (*_requests(flow, start, stop), *_forwarded(flow, start, stop))
        for each, name in [*named, *_based(flow, zone)]:
            title = each.name(flow)
            if title in seen or _is_short_name(flow, each):
                continue
            seen.add(title)
            document = CitedDocument(title, each.number, each.articles)
            confidence = Confidence.CERTAIN if name == "basis_sentence" else Confidence.CHECK
            proposals.append(found(flow, (each.start, each.end), document, confidence, name))
    return tuple(proposals)


def _is_short_name(flow: Flow, each: Citation) -> bool:
    """A name such as 《条例》, or one that the text itself introduced as an abbreviation."""
    name = flow.text[each.name_start : each.name_end]
    return bool(_SHORT_NAME.fullmatch(name)) or f"简称《{name}》" in flow.text


@dataclass(frozen=True, slots=True)
class Zone:
    """A range where bases stand; a preamble ends with the words that lead over to the measures."""

    start: int
    end: int
    is_preamble: bool = False


def _zones(flow: Flow, body: int, inner: int | None) -> Iterator[Zone]:
    """Yield the ranges where bases stand: the first telling paragraph of each text."""
    yield _led_zone(flow, body, _paragraph_end(flow, body, inner))
    if inner is not None:
        yield _led_zone(flow, inner, _paragraph_end(flow, inner, None))
    article = _FIRST_ARTICLE.search(flow.text, body)
    if article is not None:
        stop = _SECOND_ARTICLE.search(flow.text, article.end())
        end = min(len(flow.text), article.end() + _ARTICLE_REACH)
        yield Zone(article.start(), min(end, stop.start()) if stop else end)


def _led_zone(flow: Flow, start: int, end: int) -> Zone:
    measures = _MEASURES.search(flow.text, start, end)
    return Zone(start, end) if measures is None else Zone(start, measures.end(), is_preamble=True)


def _paragraph_end(flow: Flow, start: int, stop: int | None) -> int:
    """Return the end of the first paragraph that cites anything, within reach."""
    limit = min(len(flow.text), start + _NOTICE_REACH, stop or len(flow.text))
    cited = flow.text.find("《", start, limit)
    if cited < 0:
        return start
    at = bisect_right(flow.lines, cited)
    line_end = flow.lines[at] if at < len(flow.lines) else len(flow.text)
    sentence_end = flow.text.find("。", line_end - 1)
    longest = start + _LONGEST_PARAGRAPH
    return min(line_end if sentence_end < 0 else max(line_end, sentence_end), longest)


@cache
def _trigger() -> re.Pattern[str]:
    return re.compile(
        rf"{one_of(vocabulary().basis_triggers)}"
        # 为贯彻……精神,落实《……》: the purpose goes on.
        r"|(?P<goes_on>(?<=[,、])(?:认真|全面|深入|坚决|切实|严格)*(?:贯彻|落实|实施)(?:落实|实施)?)"
        r"|为(?:了)?[^,。;《》]{0,14}?(?:贯彻|落实|执行|实施)(?:落实|执行|实施|好)*"
    )


def _based(flow: Flow, zone: Zone) -> Iterator[tuple[Citation, str]]:
    cited = list(citations_in(flow, zone.start, zone.end))
    for match in _trigger().finditer(flow.text, zone.start, zone.end):
        if any(each.start <= match.start() < each.end for each in cited):
            continue
        if not _rests(flow, zone, match.start()):
            continue
        if match["goes_on"] and not _PURPOSE.search(_begun(flow, zone, match.start())):
            continue
        listed = list(_behind(flow, match.end(), cited))
        for each in listed:
            if match["goes_on"] and not _DEMANDS.match(flow.text, each.end):
                break
            yield each, _reason_name(match, flow.text[match.end() : listed[0].start])


def _behind(flow: Flow, trigger_end: int, cited: list[Citation]) -> Iterator[Citation]:
    """Yield the documents of the list that begins behind a trigger."""
    at = trigger_end
    for each in cited:
        if each.start < at:
            continue
        between = flow.text[at : each.start]
        pattern = _LEAD if at == trigger_end else _LINK
        plain = _ISSUED.sub("", between)
        if "。" in between or not pattern.fullmatch(between) or _STOPS.search(plain):
            return
        yield each
        at = each.end


def _reason_name(trigger: re.Match[str], lead: str) -> str:
    """Return why a document is a basis; ``lead`` stands before the first of its list."""
    if trigger["goes_on"]:
        return "basis_purpose"
    if _UNMARKED.search(lead):
        return "basis_beside_unmarked"
    return "basis_by_analogy" if trigger.group() == "参照" else "basis_sentence"


def _rests(flow: Flow, zone: Zone, at: int) -> bool:
    """Tell whether the text rests on what a trigger names, not only handles something by it."""
    if _HANDLED.search(flow.text, max(zone.start, at - _CLAUSE_REACH), at):
        return False
    is_first = "。" not in flow.text[zone.start : at]
    return (
        zone.is_preamble
        or is_first
        or bool(_INTENT.search(_TITLES.sub("", _sentence_around(flow, at))))
    )


def _begun(flow: Flow, zone: Zone, at: int) -> str:
    """Return what the sentence says before a position."""
    return flow.text[max(zone.start, flow.text.rfind("。", zone.start, at) + 1) : at]


def _sentence_around(flow: Flow, at: int) -> str:
    start = flow.text.rfind("。", max(0, at - _LONGEST_PARAGRAPH), at) + 1
    end = flow.text.find("。", at, at + _LONGEST_PARAGRAPH)
    return flow.text[start : end if end >= 0 else at + _LONGEST_PARAGRAPH]


def _forwarded(flow: Flow, start: int, end: int) -> Iterator[tuple[Citation, str]]:
    """A forwarding notice rests on what it forwards: 现将《……》转发给你们."""
    for each in citations_in(flow, start, end):
        lead = flow.text[max(start, each.start - _LONGEST_ORGAN) : each.start]
        if _PASSED_ON.match(flow.text, each.end) and "现将" in lead:
            yield each, "basis_forwarded"


def _requests(flow: Flow, start: int, end: int) -> Iterator[tuple[Citation, str]]:
    """A reply rests on the request it answers: 《关于……的请示》收悉."""
    for each in citations_in(flow, start, end):
        if _REQUEST.match(flow.text, each.end):
            yield each, "basis_request"
