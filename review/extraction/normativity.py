"""Whether a document looks like a normative document (规范性文件), and why.

A recognition for the clerk, never a determination: traits add up, each with its reason and place.
"""

import re
from collections.abc import Iterator
from functools import lru_cache

from review.extraction.flow import Flow, folded
from review.extraction.judgement import Normativity, NormativityJudgement, NormativityReason
from review.extraction.normativity_features import Feature, feature_table
from review.extraction.proposal import Proposed
from review.reading.text import Place

# The name of the document that a notice issues or passes on: 关于印发……的通知.
_ISSUING = re.compile(r"(?:印发|发布|下发|颁发|颁布|转发|批转|公布)(?!之日|日期)")
_COVER_END = re.compile(r"》?的?(?:通知|公告|决定|令)(?:\([^()]*\))*$")
_ABOUT = re.compile(r"^[^《》]{0,40}?关于(?=.{4})")
_MARKS = re.compile(r"[《》〈〉\"]")
_RUNNING = re.compile(r"(?<=[〕)\]〔])第?\d+号?$")
_LONGEST_HEAD = 80
# Traits of a text lie in its body; what follows this many characters adds nothing but time.
_LONGEST_BODY = 60_000


def normativity_of_title(title: str, number: str = "") -> NormativityJudgement:
    """Judge by title and number alone, as a list of documents gives them."""
    return _judged(_title_reasons(title, number))


def judge_normativity(
    flow: Flow, title: Proposed[str], number: Proposed[str]
) -> NormativityJudgement:
    """Judge by title, number and text; where no title was read, the first line tells."""
    place = title.place
    head = title.value or _first_line(flow.source)
    reasons = [
        NormativityReason(each.feature, each.words, each.weight, each.raw, place)
        if each.raw in head
        else NormativityReason(each.feature, each.words, each.weight, each.raw, number.place)
        for each in _title_reasons(head, number.value or "")
    ]
    return _judged([*reasons, *_text_reasons(flow.source)])


def _first_line(text: str) -> str:
    line = text.lstrip().partition("\n")[0].strip()
    return line if len(line) <= _LONGEST_HEAD else ""


def core_of(title: str) -> str:
    """Return the name of the document itself: what a notice issues, without the organ."""
    issuing = _ISSUING.search(title)
    if issuing:
        title = _COVER_END.sub("", title[issuing.end() :]) or title
    about = _ABOUT.match(title)
    return _MARKS.sub("", title[about.end() :] if about else title)


def _title_reasons(title: str, number: str) -> list[NormativityReason]:
    plain = "".join(folded(title).split())
    # The running number tells nothing, and without it most numbers of a list are the same.
    code = _RUNNING.sub("", "".join(folded(number).split()))
    reasons = [*_reasons_in("title", plain), *_reasons_in("core", core_of(plain))]
    return [*reasons, *_number_reasons(code)] if code else reasons


@lru_cache(maxsize=4096)
def _number_reasons(code: str) -> tuple[NormativityReason, ...]:
    return tuple(_reasons_in("number", code))


def _reasons_in(where: str, text: str) -> Iterator[NormativityReason]:
    for feature in feature_table().by_place[where]:
        span = feature.match_in(text)
        if span is not None:
            yield _reason(feature, text, span, None)


def _text_reasons(text: str) -> Iterator[NormativityReason]:
    body = text[:_LONGEST_BODY]
    for feature in feature_table().by_place["text"]:
        span = feature.match_in(body)
        if span is not None:
            yield _reason(feature, body, span, Place(*span))


def _reason(
    feature: Feature, text: str, span: tuple[int, int], place: Place | None
) -> NormativityReason:
    raw = text[span[0] : span[1]]
    return NormativityReason(feature.name, feature.reason, feature.weight, raw, place)


def _judged(reasons: list[NormativityReason]) -> NormativityJudgement:
    table = feature_table()
    score = sum(reason.weight for reason in reasons)
    normativity = Normativity.UNCLEAR
    if score >= table.looks_normative:
        normativity = Normativity.LOOKS_NORMATIVE
    elif score <= table.looks_not:
        normativity = Normativity.LOOKS_NOT
    heaviest = tuple(sorted(reasons, key=lambda reason: -abs(reason.weight)))
    return NormativityJudgement(normativity, score, heaviest)
