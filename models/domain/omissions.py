"""The check for documents that were issued but never registered (漏报核查)."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from itertools import pairwise


class RowMatch(StrEnum):
    """How a line of an issue list meets the register (比对结果)."""

    BY_NUMBER = "by_number"  # 文号相同
    BY_TITLE = "by_title"  # 标题相同
    TITLE_DIFFERS = "title_differs"  # 文号相同标题不同
    NUMBER_DIFFERS = "number_differs"  # 标题相同文号不同
    NEAR_TITLE = "near_title"  # 标题相近
    UNMATCHED = "unmatched"  # 登记簿中没有


class RowStanding(StrEnum):
    """Where a line of an issue list stands today (核查情况)."""

    SUSPECTED = "suspected"  # 未登记, 疑似规范性文件
    DISAGREES = "disagrees"  # 文号标题不符
    NEAR_TITLE = "near_title"  # 标题相近
    REGISTERED = "registered"  # 已登记
    CLEARLY_NOT = "clearly_not"  # 明显不是
    REPEATED = "repeated"  # 清单内重复


class RowDecision(StrEnum):
    """What a person decided of a line (处理意见)."""

    SHOULD_REGISTER = "should_register"  # 应当登记
    NOT_NORMATIVE = "not_normative"  # 不属于规范性文件
    REGISTERED_AS = "registered_as"  # 已登记为另一件
    FILED_ELSEWHERE = "filed_elsewhere"  # 已报其他机关
    LIST_FAULT = "list_fault"  # 清单有误


class CheckState(StrEnum):
    """Whether an omission check is still worked on (核查状态)."""

    OPEN = "open"  # 核查中
    CLOSED = "closed"  # 已结束


# What a person has to look at; the rest is decided by the list and the register alone.
TO_DECIDE = frozenset({RowStanding.SUSPECTED, RowStanding.DISAGREES, RowStanding.NEAR_TITLE})


@dataclass(frozen=True)
class ListedDocument:
    """One line of an issue list, as it was read; ``row_number`` counts as the spreadsheet does."""

    row_number: int
    title: str
    document_number: str
    issuing_body: str = ""
    adopted_date: date | None = None


@dataclass(frozen=True)
class NumberParts:
    """The parts of a number; a line that stands for a run of numbers ends with ``last``."""

    key: str = ""
    organ_code_text: str = ""
    year: int | None = None
    sequence: int | None = None
    last: int | None = None


@dataclass(frozen=True)
class CheckedRow:
    """One line of an issue list with what the comparison and the title say of it.

    ``likeness`` is the likeness of the titles in percent; ``document_id`` the document met, or
    the nearest one.
    """

    listed: ListedDocument
    number: NumberParts
    match: RowMatch
    document_id: int | None
    likeness: int
    looks_normative: bool
    reasons: tuple[str, ...]
    repeats_row: int | None = None


@dataclass(frozen=True)
class CheckEntry:
    """The issue list a check starts from: its name, and the file in the store it was read from."""

    name: str
    sha256: str
    size: int
    source_name: str
    sheet: str = ""


@dataclass(frozen=True)
class RowVerdict:
    """A decision with its reason; ``document_id`` is the document a line is registered as."""

    decision: RowDecision
    reason: str
    document_id: int | None = None


@dataclass(frozen=True)
class NumberGap:
    """Numbers of one organ and year that no line of the list bears (缺号)."""

    organ_code_text: str
    year: int
    first: int
    last: int

    @property
    def count(self) -> int:
        """Return how many numbers are missing."""
        return self.last - self.first + 1


def number_gaps(used: Iterable[tuple[str, int, int]]) -> tuple[NumberGap, ...]:
    """Return the runs missing between the lowest and the highest number of each organ and year."""
    found: dict[tuple[str, int], set[int]] = {}
    for code, year, sequence in used:
        found.setdefault((code, year), set()).add(sequence)
    return tuple(
        NumberGap(code, year, before + 1, after - 1)
        for (code, year), numbers in sorted(found.items())
        for before, after in pairwise(sorted(numbers))
        if after - before > 1
    )


def without_registered(
    gaps: Iterable[NumberGap], registered: Mapping[tuple[str, int], frozenset[int]]
) -> tuple[tuple[NumberGap, ...], int]:
    """Return the gaps without numbers that the register has, and how many those were."""
    left: list[NumberGap] = []
    known = 0
    for gap in gaps:
        numbers = registered.get((gap.organ_code_text, gap.year), frozenset())
        inside = sorted(number for number in numbers if gap.first <= number <= gap.last)
        known += len(inside)
        for before, after in pairwise((gap.first - 1, *inside, gap.last + 1)):
            if after - before > 1:
                left.append(NumberGap(gap.organ_code_text, gap.year, before + 1, after - 1))
    return tuple(left), known
