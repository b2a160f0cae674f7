"""The result of a cleanup (清理结果): what keeps it from being issued, and what follows from it."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from models.domain.cleanup import CleanupOutcome, CleanupReason
from models.domain.cleanup_sums import ClassFigure, CleanupFigures
from models.domain.terms import ValidityStatus
from models.domain.validity import ValidityReason
from models.domain.validity_events import ValidityEventKind


class ResultFault(StrEnum):
    """What is the matter with a document of a result (结果核对)."""

    UNDECIDED = "undecided"  # 还没有审核意见
    BASIS_MISSING = "basis_missing"  # 没有写理由
    REPLACING_MISSING = "replacing_missing"  # 没有写代替它的文件
    AMENDMENT_DAY_MISSING = "amendment_day_missing"  # 没有写修改期限
    KEPT_BUT_OVER = "kept_but_over"  # 有效期已过，不能继续有效
    ENDED_BEFORE = "ended_before"  # 登记簿中早已废止或者失效
    STILL_IN_FORCE = "still_in_force"  # 登记簿中仍然有效
    LISTED_TWICE = "listed_twice"  # 重复列入
    LISTED_IN_TWO_CLASSES = "listed_in_two_classes"  # 列入两类

    @property
    def is_blocking(self) -> bool:
        """Tell whether the result cannot be issued with it."""
        return self is not ResultFault.STILL_IN_FORCE


@dataclass(frozen=True, kw_only=True)
class ResultTerms:
    """From when a result works, and how far it reaches.

    Attributes:
        effect_date: The day it takes effect.
        cutoff_date: Documents issued up to and including this day were looked at.
        ends_unlisted: Whether a document in the range that no list names ends as well.
    """

    effect_date: date
    cutoff_date: date
    ends_unlisted: bool = False


@dataclass(frozen=True, kw_only=True)
class ResultEntry:
    """A result as it is issued.

    Attributes:
        decided_by: Who decided it.
        decision_number: Number of the decision; empty when it bears none.
        reason: What the register says of every document it ends or keeps: the decision's name.
        unlisted_reason: The same for what ends because it is not listed.
        published_date: The day it was published, without which it works on nobody.
        letter_id: The letter of the register by which it went out, if it did.
        document_id: The decision as a document of the register, if it is one.
    """

    terms: ResultTerms
    decided_by: str
    decided_date: date
    published_date: date
    reason: str
    decision_number: str = ""
    unlisted_reason: str = ""
    letter_id: int | None = None
    document_id: int | None = None


@dataclass(frozen=True, kw_only=True)
class ResultItem:
    """A document of a cleanup as its result has it, and how it stands on the day of effect."""

    entry_id: int
    document_id: int
    title: str
    same_key: str
    outcome: CleanupOutcome | None
    reason: CleanupReason | None
    basis: str
    replacing_document: str
    amendment_due_date: date | None
    status: ValidityStatus
    status_reason: ValidityReason

    @property
    def is_standing(self) -> bool:
        """Tell whether it is in force; without a known day of effect it counts as such."""
        is_unknown = self.status_reason is ValidityReason.EFFECTIVE_DATE_MISSING
        return self.status.is_in_force or is_unknown


@dataclass(frozen=True)
class ResultFinding:
    """A document of a result, and what is the matter with it."""

    fault: ResultFault
    entry_id: int
    document_id: int
    title: str


_ENDED = frozenset(
    {
        ValidityReason.REPEALED,
        ValidityReason.REVOKED,
        ValidityReason.DECLARED_LAPSED,
        ValidityReason.TASK_DONE,
    }
)
_OVER = frozenset({ValidityStatus.REPEALED, ValidityStatus.LAPSED})
_LAPSE_REASONS = frozenset({CleanupReason.TERM_OVER, CleanupReason.OBJECT_GONE})
_ENDINGS = {
    CleanupOutcome.REPEAL: ValidityEventKind.REPEALED,
    CleanupOutcome.DECLARE_LAPSED: ValidityEventKind.DECLARED_LAPSED,
}


def result_findings(items: Sequence[ResultItem]) -> tuple[ResultFinding, ...]:
    """Return what is the matter with the documents of a result, in their order."""
    doubles = _doubles(items)
    return tuple(
        ResultFinding(fault, item.entry_id, item.document_id, item.title)
        for item in items
        for fault in (*_faults(item), *doubles.get(item.entry_id, ()))
    )


def event_of_result(item: ResultItem) -> ValidityEventKind | None:
    """Return what happens to a document when the result takes effect; None for nothing.

    An amendment happens only when the revised text is registered. What the register still holds
    for valid although it had ended before ends now at the latest.
    """
    if item.outcome is CleanupOutcome.KEEP:
        return ValidityEventKind.CONTINUED if item.is_standing else None
    if item.outcome is CleanupOutcome.ALREADY_ENDED:
        if item.status in _OVER:
            return None
        is_lapse = item.reason in _LAPSE_REASONS
        return ValidityEventKind.DECLARED_LAPSED if is_lapse else ValidityEventKind.REPEALED
    return None if item.outcome is None else _ENDINGS.get(item.outcome)


def figures_of(items: Iterable[ResultItem]) -> CleanupFigures:
    """Return the figures of a result: its scope, its classes, and what stands twice."""
    listed = list(items)
    counts = Counter(item.outcome for item in listed if item.outcome is not None)
    findings = result_findings(listed)
    return CleanupFigures(
        scope=len(listed),
        classes=tuple(ClassFigure(one.value, counts[one], counts[one]) for one in counts),
        listed=sum(counts.values()),
        in_two_classes=_titles(findings, ResultFault.LISTED_IN_TWO_CLASSES),
        listed_twice=_titles(findings, ResultFault.LISTED_TWICE),
    )


def _faults(item: ResultItem) -> Iterator[ResultFault]:
    if item.outcome is None:
        yield ResultFault.UNDECIDED
        return
    if item.outcome.wants_basis and not item.basis:
        yield ResultFault.BASIS_MISSING
    if item.reason is CleanupReason.REPLACED and not item.replacing_document:
        yield ResultFault.REPLACING_MISSING
    if item.outcome is CleanupOutcome.AMEND and item.amendment_due_date is None:
        yield ResultFault.AMENDMENT_DAY_MISSING
    yield from _faults_of_standing(item)


def _faults_of_standing(item: ResultItem) -> Iterator[ResultFault]:
    if item.outcome is CleanupOutcome.ALREADY_ENDED:
        if item.status not in _OVER:
            yield ResultFault.STILL_IN_FORCE
    elif item.status_reason in _ENDED:
        yield ResultFault.ENDED_BEFORE
    elif item.status is ValidityStatus.LAPSED and not _ends(item.outcome):
        yield ResultFault.KEPT_BUT_OVER


def _ends(outcome: CleanupOutcome | None) -> bool:
    return outcome in _ENDINGS


def _doubles(items: Iterable[ResultItem]) -> dict[int, tuple[ResultFault, ...]]:
    """Find documents that stand twice: the same title with the same number."""
    same: defaultdict[str, list[ResultItem]] = defaultdict(list)
    for item in items:
        same[item.same_key].append(item)
    return {
        item.entry_id: (_double(several),)
        for several in same.values()
        for item in several[1:]
        if item.same_key
    }


def _double(several: Sequence[ResultItem]) -> ResultFault:
    is_one_class = len({item.outcome for item in several}) == 1
    return ResultFault.LISTED_TWICE if is_one_class else ResultFault.LISTED_IN_TWO_CLASSES


def _titles(findings: Iterable[ResultFinding], fault: ResultFault) -> tuple[str, ...]:
    return tuple(finding.title for finding in findings if finding.fault is fault)
