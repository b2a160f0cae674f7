"""The interpretation clause (解释条款): who explains the document."""

import re
from collections.abc import Iterator
from functools import cache

from review.extraction.bodies import is_body_name
from review.extraction.flow import Flow
from review.extraction.own_subject import Speaker, self_pattern, sentence_start, speaker_before
from review.extraction.proposal import Confidence, Proposed
from review.extraction.proposed import found, missing

_HOW = r"(?:负责|承担|进行|作出|予以|共同|联合|各自|分别|组织|具体|应用|的|在各自职[权责]范围内?)*"
# 由县水利局负责解释; 解释权归县水利局; 具体解释工作由县水利局承担; 县水利局负责解释本办法.
_CLAUSES = (
    re.compile(rf"由(?P<body>[^。;,由:]{{2,60}}?){_HOW}解释(?![权为清]|工作由)"),
    re.compile(r"解释权(?:归属?|属于?|由)(?P<body>[^。;,:]{2,40}?)(?:所有|行使)?(?=[。;,]|$)"),
    re.compile(r"解释(?:工作|事宜|事项)?,?由(?P<body>[^。;,:]{2,40}?)(?:具体)?(?:负责|承担|办理)"),
)
_WITH_OTHERS = re.compile(r"(?:商|会同|会|联合)(?:有关|相关|其他|市有关|县有关)[^、,]{0,12}$")
_DEPARTMENT = ("主管部门", "行政部门", "管理部门", "主管机关", "部门")
_NO_BODY = re.compile(r"本$|按照|[就对]|应当|可以|进行|方|人$|单位$")


def propose_interpretation_body(flow: Flow) -> Proposed[str]:
    """Propose the body of the last clause in which the document says who explains it."""
    clauses = sorted(_clauses(flow))
    if not clauses:
        return missing()
    start, end, is_own = clauses[-1]
    body = flow.text[start:end]
    names = {flow.text[low:high] for low, high, _ in clauses}
    is_sure = is_own and len(names) == 1 and all(map(_is_body, re.split("[、和]", body)))
    confidence = Confidence.CERTAIN if is_sure else Confidence.CHECK
    return found(flow, (start, end), flow.shown(start, end), confidence, "interpretation_clause")


def _clauses(flow: Flow) -> Iterator[tuple[int, int, bool]]:
    """Yield the ranges of bodies, each with whether the clause names the document itself."""
    for pattern in _CLAUSES:
        for match in pattern.finditer(flow.text):
            sentence = flow.text[sentence_start(flow, match.start()) : match.start()]
            is_own = bool(_own().search(sentence))
            if not is_own and not _follows_own(flow, match.start()):
                continue
            body = _WITH_OTHERS.sub("", match["body"])
            if not _NO_BODY.search(body):
                start = match.start("body")
                yield start, start + len(body), is_own


@cache
def _own() -> re.Pattern[str]:
    """本办法, 本办法的具体应用问题, 本办法自……起施行."""
    return re.compile(rf"{self_pattern()}[^。;《》]{{0,60}}$")


def _follows_own(flow: Flow, at: int) -> bool:
    return speaker_before(flow, at) is Speaker.IMPLIED


def _is_body(name: str) -> bool:
    return is_body_name(name) or name.endswith(_DEPARTMENT)
