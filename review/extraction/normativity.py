"""Whether a document looks like a normative document (规范性文件), and why.

A recognition for the clerk, never a determination: traits add up, each with its reason and place.
"""

import re

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
# Traits of a text lie in its body; what follows this many characters adds nothing but time.
_LONGEST_BODY = 60_000


def normativity_of_title(title: str, number: str = "") -> NormativityJudgement:
    """Judge by title and number alone, as a list of documents gives them."""
    return _judged(_title_reasons(title, number))


def judge_normativity(
    flow: Flow, title: Proposed[str], number: Proposed[str]
) -> NormativityJudgement:
    """Judge by title, number and text."""
    place = title.place
    reasons = [
        NormativityReason(each.feature, each.words, each.weight, each.raw, place)
        if each.raw in (title.value or "")
        else NormativityReason(each.feature, each.words, each.weight, each.raw, number.place)
        for each in _title_reasons(title.value or "", number.value or "")
    ]
    return _judged([*reasons, *_text_reasons(flow.source)])


def core_of(title: str) -> str:
    """Return the name of the document itself: what a notice issues, without the organ."""
    issuing = _ISSUING.search(title)
    if issuing:
        title = _COVER_END.sub("", title[issuing.end() :]) or title
    about = _ABOUT.match(title)
    return _MARKS.sub("", title[about.end() :] if about else title)


def _title_reasons(title: str, number: str) -> list[NormativityReason]:
    plain = "".join(folded(title).split())
    code = "".join(folded(number).split())
    texts = {"title": plain, "core": core_of(plain), "number": code}
    table = feature_table().by_place
    return [
        found
        for where, text in texts.items()
        if text
        for feature in table[where]
        if (found := _found(feature, text, None)) is not None
    ]


def _text_reasons(text: str) -> list[NormativityReason]:
    body = text[:_LONGEST_BODY]
    features = feature_table().by_place["text"]
    return [found for each in features if (found := _found(each, body, text)) is not None]


def _found(feature: Feature, text: str, source: str | None) -> NormativityReason | None:
    span = feature.match_in(text)
    if span is None:
        return None
    place = None if source is None else Place(*span)
    return NormativityReason(
        feature.name, feature.reason, feature.weight, text[span[0] : span[1]], place
    )


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
