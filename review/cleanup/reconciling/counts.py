"""Figures in the words of a cleanup's result: 85件继续有效, 对152件文件进行了全面清理."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from models.domain.cleanup import CleanupOutcome
from models.domain.numerals import parse_numeral

# In this order: 已废止 is no 废止, 修改后继续有效 no 继续有效.
_OUTCOMES = (
    (
        CleanupOutcome.ALREADY_ENDED,
        re.compile(r"已(?:经|被|明令|自动|自行)*(?:废止|失效|停止执行)"),
    ),
    (CleanupOutcome.AMEND, re.compile(r"修改|修订|修正")),
    (CleanupOutcome.DECLARE_LAPSED, re.compile(r"失效")),
    (CleanupOutcome.REPEAL, re.compile(r"废止|撤销")),
    (CleanupOutcome.KEEP, re.compile(r"继续有效|继续执行|继续施行|继续适用|保留|拟?留用")),
)
_WHOLE = re.compile(r"进行[了全]|全面清|纳入|清理范围|列入清理|清理了|清理规范性文件|审查了|梳理")
_TOTAL = re.compile(r"共计|总计|合计|总数|总件数|共")
_PART = re.compile(r"[（(]其中[^）)]*[）)]?")
_COUNT = re.compile(r"(?P<count>\d[\d,，]*|[〇零一二两三四五六七八九十百千]+)\s*(?:件|份|个)")
_PAUSE = re.compile(r"[；;。、\n]|[，,](?!\d)")


@dataclass(frozen=True)
class Count:
    """A figure and what it counts: an outcome, the whole scope, or nobody knows."""

    number: int
    outcome: CleanupOutcome | None = None
    is_scope: bool = False


def outcome_in(words: str) -> CleanupOutcome | None:
    """Return what the words say becomes of documents; None where they say nothing of it."""
    key = "".join(words.split())
    return next((outcome for outcome, shape in _OUTCOMES if shape.search(key)), None)


def is_scope(words: str) -> bool:
    """Tell whether the words name the whole scope of a cleanup, or its total."""
    return bool(_WHOLE.search(words) or (_TOTAL.search(words) and outcome_in(words) is None))


def counts_in(text: str) -> Iterator[Count]:
    """Yield the figures of a text; parts of a figure, （其中…）, are left out."""
    for piece in _PAUSE.split(_PART.sub("", text)):
        found = _COUNT.search(piece)
        number = found and parse_numeral(re.sub("[,，]", "", found["count"]))
        if number is None:
            continue
        whole = is_scope(piece)
        yield Count(number, None if whole else outcome_in(piece), whole)
