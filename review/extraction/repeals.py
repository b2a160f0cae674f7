"""Repeal clauses (废止条款): which documents this one ends."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from review.extraction.citations import Citation, citations_in
from review.extraction.flow import Flow
from review.extraction.number_shapes import CITED_NUMBER
from review.extraction.own_subject import self_pattern
from review.extraction.proposal import CitedDocument, Confidence, Proposed
from review.extraction.proposed import found
from review.extraction.repealed_lists import listed_documents
from review.extraction.repealed_numbers import REPEAL_LINK, numbers_only
from review.extraction.vocabulary import one_of, reason, vocabulary

_LONGEST_SENTENCE, _LONGEST_TITLE, _SENTENCE_REACH = 1500, 300, 40
_LAST_ROW = 200
# What a text mentions on the way to what it ends: 根据《……》第一次修正的《……》.
_MENTIONED = re.compile(
    r"(?:\([^()]{1,40}\))?(?:第[一二三四五六七八九十]+次)?(?:修[改正订]|作出|规定,|要求,|制定的)"
)
# 已被《……》废止: the document named is not the one that ends.
_BY_ANOTHER = re.compile(r"已?被[^。;,]{0,40}$")
_NO_DOCUMENT = re.compile(r"(?:证|证书|证明|执照|牌照|合同|协议书|通知书|决定书|告知书|申请表|卡)$")
_ANNEX = re.compile(r"(?:公告|通知|文件|号|》|\))(?:的|中的)?附件\d{0,2}$")
_DENIED = re.compile(
    r"(?:应当|可以|被|已经?|不|未|或者?|拟|建议|是否|需要?|及时|提出|申请|公布|依法)(?:予以|自行)?$"
)
_ENDED_BEFORE = re.compile(
    r"(?:印发给?你们|遵照执行|贯彻执行|施行|实施|执行|试行|生效|实行|(?:之日|日)起)[,;]"
)
_PARTIAL_INNER = re.compile(r"中的?$")
_AFTER_VERB = re.compile(
    r"(?:废止|停止执行|宣布失效)(?:下列|以下|如下)?(?:文件|规范性文件)?:?(?=(?:\d{1,2}[.、])?(?:[一-鿿、]{0,24})《)"
)
_REPLACES = re.compile(r"(?:取代|代替|替代)原?(?=《)")
_UNDECIDED = re.compile(r"(?:不得|建议|拟|提请|请示|需要|应当|可以|能否|是否)[^。;,]{0,24}$")
_NOT_AN_END = re.compile(r"[前后]|之[前后日]|的|时[,，]|期间|条件|程序|或者")
_LISTED = re.compile(r"(?:下列|以下)[^。:《]{0,70}?(?:废止|失效|停止执行)[^。]{0,6}:")
_LIST_LINK = re.compile(
    r"(?:(?:[;。、,和及与]|以及)*\(?(?:\d{1,3}|[一二三四五六七八九十]{1,3})?[.、)]*[一-鿿、]{0,24})?$"
)
_LONGEST_LINK = 70
_NUMBER_ITEM = re.compile(rf"[、,和及与]+(?:以及)?(?:{CITED_NUMBER.pattern})")


@dataclass(frozen=True, slots=True)
class _Ended:
    start: int
    end: int
    document: CitedDocument
    reason_name: str


def propose_repeals(flow: Flow, end: int | None = None) -> tuple[Proposed[CitedDocument], ...]:
    """Propose the documents that the text repeals, each once; what it forwards is not its own."""
    stop = len(flow.text) if end is None else end
    seen: list[CitedDocument] = []
    proposals = []
    for ended in sorted(_all_ended(flow), key=lambda each: each.start):
        if ended.start >= stop or any(_same_document(ended.document, other) for other in seen):
            continue
        seen.append(ended.document)
        is_whole = ended.reason_name == "repeal_clause"
        confidence = Confidence.CERTAIN if is_whole else Confidence.CHECK
        span = (ended.start, ended.end)
        proposals.append(found(flow, span, ended.document, confidence, ended.reason_name))
    return tuple(proposals)


def is_partial(proposed: Proposed[CitedDocument]) -> bool:
    """Tell whether only a part of the document named is ended."""
    return proposed.reason == reason("repeal_partial")


def _same_document(one: CitedDocument, other: CitedDocument) -> bool:
    """A document named twice may bear its number only once."""
    if not one.name or not other.name:
        return one.number == other.number
    return one.name == other.name and (
        one.number == other.number or not one.number or not other.number
    )


def _all_ended(flow: Flow) -> Iterator[_Ended]:
    listed = tuple(listed_documents(flow))
    for each in listed:
        document = CitedDocument(each.name, each.number)
        yield _Ended(each.start, each.end, document, "repeal_listed")
    # The rows of a list give reasons, in which other documents end other ones.
    rows = range(listed[0].start, listed[-1].end + _LAST_ROW) if listed else range(0)
    yield from _ended_by_verbs(flow, rows)
    yield from _ended_by_lists(flow)


def _ended_by_verbs(flow: Flow, rows: range) -> Iterator[_Ended]:
    floor = 0
    for match in _verbs().finditer(flow.text):
        if match.start() in rows or _is_inside_title(flow.text, match.start()):
            continue
        if not _NOT_AN_END.match(flow.text, match.end()):
            yield from _named_before(flow, floor, match.start())
        floor = match.end()


def _ended_by_lists(flow: Flow) -> Iterator[_Ended]:
    read_to = 0
    for match in sorted(_list_starts(flow), key=lambda each: each.end()):
        if match.end() < read_to:
            continue
        for ended in _named_after(flow, match.end()):
            read_to = ended.end
            yield ended


def _list_starts(flow: Flow) -> Iterator[re.Match[str]]:
    """Yield the words after which a list of ended documents begins."""
    for match in _AFTER_VERB.finditer(flow.text):
        before = flow.text[max(0, match.start() - _SENTENCE_REACH) : match.start()]
        if not before.endswith("关于") and not _UNDECIDED.search(before):
            yield match
    for match in _REPLACES.finditer(flow.text):
        before = flow.text[max(0, match.start() - _SENTENCE_REACH) : match.start()]
        if re.search(rf"{self_pattern()}$", before):
            yield match
    yield from _LISTED.finditer(flow.text)


@cache
def _verbs() -> re.Pattern[str]:
    return re.compile(one_of(vocabulary().repeal_verbs))


def _is_inside_title(text: str, at: int) -> bool:
    floor = max(0, at - _LONGEST_TITLE)
    return text.rfind("《", floor, at) > text.rfind("》", floor, at)


def _named_before(flow: Flow, floor: int, verb: int) -> Iterator[_Ended]:
    """Return the documents named in the clause that ends with the verb, from ``floor`` on."""
    start = _clause_start(flow.text, floor, verb)
    if _DENIED.search(flow.text[start:verb]):
        return
    cited = list(citations_in(flow, start, verb))
    if not cited:
        yield from _by_number(flow, start, verb)
        return
    if _BY_ANOTHER.search(flow.text[start : cited[0].start]):
        return
    link = _NUMBER_ITEM.sub("", flow.text[cited[-1].end : verb])
    match = REPEAL_LINK.fullmatch(link) if len(link) <= _LONGEST_LINK else None
    if match is None:
        yield from _by_number(flow, cited[-1].end, verb)
        return
    numbers = list(_by_number(flow, cited[-1].end, verb))
    whole = list(_whole(flow, start, cited))
    for each in whole:
        if _is_basis(flow, each) or _is_no_document(flow, each):
            continue
        is_last = each is cited[-1]
        is_part = (each is whole[-1] and (not is_last or bool(match["partial"]))) or bool(
            _ANNEX.search(flow.text[start : each.start])
        )
        if is_last or not _MENTIONED.match(flow.text, each.end):
            yield _ended(flow, each, "repeal_partial" if is_part else "repeal_clause")
    yield from numbers


def _by_number(flow: Flow, start: int, verb: int) -> Iterator[_Ended]:
    for low, high, number in numbers_only(flow, start, verb):
        yield _Ended(low, high, CitedDocument("", number), "repeal_number_only")


def _whole(flow: Flow, start: int, cited: list[Citation]) -> Iterator[Citation]:
    """Yield the documents before 中的: what follows there are parts of the last one."""
    for index, each in enumerate(cited):
        if index and _PARTIAL_INNER.search(flow.text[start : each.start]):
            return
        yield each


def _is_no_document(flow: Flow, each: Citation) -> bool:
    """A certificate that expires is no document that is repealed."""
    return not each.number and bool(_NO_DOCUMENT.search(each.name(flow)))


def _ended(flow: Flow, each: Citation, name: str) -> _Ended:
    return _Ended(each.start, each.end, CitedDocument(each.name(flow), each.number), name)


def _is_basis(flow: Flow, each: Citation) -> bool:
    return flow.text[: each.start].endswith(("根据", "依据", "按照", "依照", "关于贯彻"))


def _clause_start(text: str, floor: int, verb: int) -> int:
    """Return where the sentence begins, or where an earlier clause of it has ended."""
    floor = max(floor, verb - _LONGEST_SENTENCE)
    start = max(text.rfind("。", floor, verb) + 1, floor)
    for match in _ENDED_BEFORE.finditer(text, start, verb):
        # A title that ends with 施行 and a comma inside its marks is no clause end.
        inside = text.count("《", start, match.end()) > text.count("》", start, match.end())
        names_later = "《" in text[match.end() : verb]
        names_before = "《" in text[start : match.end()]
        if not inside and (names_later or not names_before):
            start = match.end()
    return start


def _named_after(flow: Flow, start: int) -> Iterator[_Ended]:
    """Return the documents of a list that follows the verb."""
    at = start
    for each in citations_in(flow, start, min(len(flow.text), start + 6000)):
        link = flow.text[at : each.start]
        if not _LIST_LINK.fullmatch(link) or (at > start and _verbs().search(link)):
            return
        yield _ended(flow, each, "repeal_clause")
        at = each.end
