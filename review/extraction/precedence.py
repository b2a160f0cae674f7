"""The precedence clause (冲突条款): earlier provisions that differ yield to this document."""

import re
from collections.abc import Iterator
from functools import cache

from review.extraction.flow import Flow
from review.extraction.own_subject import self_pattern
from review.extraction.proposal import Confidence, Proposed
from review.extraction.proposed import found, missing

_DIFFERS = re.compile(r"不一致|不相一致|不符|不相符|抵触|冲突|不同|有出入|矛盾")
_SENTENCE = re.compile(r"[^。;]{1,400}[。;]?")
# How far around 不一致 the document and what follows from the difference are named.
_BEFORE, _AFTER = 90, 60
_FOLLOWS = re.compile(
    r"为准|不再[执适施]|停止执行|废止|失效"
    r"|(?:按|依|执行)[^。;]{0,12}(?:规定|办法|通知|意见)(?:执行)?"
)


def precedence_clauses(flow: Flow) -> Iterator[tuple[int, int]]:
    """Return the ranges of the sentences in which the document gives itself precedence."""
    for sentence in _SENTENCE.finditer(flow.text):
        if _prevails().search(sentence.group()) or _yields(sentence.group()):
            yield sentence.span()


def propose_precedence_clause(flow: Flow) -> Proposed[str]:
    """Propose the words of the last precedence clause: documents may end by it unnamed."""
    span = max(precedence_clauses(flow), default=None)
    if span is None:
        return missing()
    return found(flow, span, flow.shown(*span), Confidence.CHECK, "precedence_clause")


def has_precedence_clause(flow: Flow) -> bool:
    """Tell whether the text holds a precedence clause."""
    return any(True for _ in precedence_clauses(flow))


@cache
def _prevails() -> re.Pattern[str]:
    """……,以本办法为准."""
    return re.compile(rf"以{self_pattern()}(?:的?(?:有关|相关)?(?:规定|要求|标准))?为准")


def _yields(sentence: str) -> bool:
    """与本办法不一致的……不再执行."""
    for differs in _DIFFERS.finditer(sentence):
        before = sentence[max(0, differs.start() - _BEFORE) : differs.start()]
        after = sentence[differs.end() : differs.end() + _AFTER]
        if _FOLLOWS.search(after) and _compared().search(before):
            return True
    return False


@cache
def _compared() -> re.Pattern[str]:
    return re.compile(rf"[与同和跟][^。;]{{0,60}}{self_pattern()}[^。;]{{0,20}}$")
