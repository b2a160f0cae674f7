"""Post-evaluation (后评估): what an evaluation is made of, its score sheet, and how it ends."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum

from models.domain.records import FileEntry
from models.domain.validity import ValidityTerm
from models.domain.validity_events import ValidityEventKind
from models.errors import InputError

TENTH = Decimal("0.1")
"""The smallest part of a mark that a score sheet knows."""


class EvaluationOrigin(StrEnum):
    """Why a document is evaluated now (评估来由)."""

    EXPIRY = "expiry"  # 有效期即将届满
    ANNUAL_PLAN = "annual_plan"  # 列入年度评估计划
    BY_HAND = "by_hand"  # 临时安排


class EvaluationResult(StrEnum):
    """What an evaluation comes to (评估结论)."""

    CONTINUE = "continue"  # 继续有效
    AMEND = "amend"  # 修改
    REPEAL = "repeal"  # 废止
    LAPSE = "lapse"  # 失效


class EvaluationDueBasis(StrEnum):
    """What the due date of an evaluation was taken from (评估期限的由来)."""

    TERM = "term"  # 规则包规定的期限
    BEFORE_RENEWAL = "before_renewal"  # 办理延期之前
    BEFORE_EXPIRY = "before_expiry"  # 有效期届满之前
    PLAN_YEAR = "plan_year"  # 计划年度之内
    STATED = "stated"  # 直接写明


class EvaluationFollowUp(StrEnum):
    """Whether the register shows what an evaluation came to (结论落实情况)."""

    NOTHING_OWED = "nothing_owed"  # 无需落实
    OWED = "owed"  # 尚未落实
    DONE = "done"  # 已落实
    OVERTAKEN = "overtaken"  # 未落实，文件已经废止或者失效


SETTLED_BY: Mapping[EvaluationResult, frozenset[ValidityEventKind]] = {
    EvaluationResult.CONTINUE: frozenset(
        {ValidityEventKind.CONTINUED, ValidityEventKind.EXTENDED, ValidityEventKind.RENEWED}
    ),
    EvaluationResult.AMEND: frozenset({ValidityEventKind.AMENDED, ValidityEventKind.RENEWED}),
}
"""The events that carry a result out; a repeal or a lapse is carried out when the document ends."""


class CriterionUnknownError(InputError):
    """A score names a criterion that the sheet does not have."""

    code = "evaluation.criterion_unknown"
    facts = ("criterion", "known")


class MarksOutOfRangeError(InputError):
    """A score lies below nothing or above the full marks, or is finer than a tenth."""

    code = "evaluation.marks_out_of_range"
    facts = ("criterion", "marks", "full")


@dataclass(frozen=True, slots=True)
class Criterion:
    """One line of a score sheet (评估指标): what is looked at, and the marks it can bring."""

    key: str
    title: str
    full_marks: Decimal
    explanation: str = ""


@dataclass(frozen=True, slots=True)
class CriteriaSet:
    """The lines of a score sheet with the rule they stand on."""

    name: str
    source: str
    is_verified: bool
    note: str
    criteria: tuple[Criterion, ...]

    @property
    def full_marks(self) -> Decimal:
        """The marks of a document that is in order in everything."""
        return sum((one.full_marks for one in self.criteria), Decimal(0))


@dataclass(frozen=True)
class Score:
    """The marks given for one criterion, and why."""

    criterion: str
    marks: Decimal
    remark: str = ""


@dataclass(frozen=True)
class EvaluationEntry:
    """An evaluation as it is planned.

    Attributes:
        unit: Who evaluates; empty for the unit that carries the document out.
        plan_name: The plan that lists it, for example ``"2026年度后评估计划"``; may be empty.
        plan_year: The year of that plan.
        due_date: Last day for the report where somebody states one; else it is computed.
    """

    document_id: int
    origin: EvaluationOrigin
    unit: str = ""
    plan_name: str = ""
    plan_year: int | None = None
    due_date: date | None = None


@dataclass(frozen=True)
class EvaluationCourse:
    """How an evaluation was carried out and what it found, in the words of those who did it."""

    methods: tuple[str, ...] = ()
    process: str = ""
    findings: str = ""
    suggestions: str = ""


@dataclass(frozen=True)
class EvaluationMaterial:
    """A paper an evaluation stands on: a survey, minutes, statistics, the unit's report."""

    title: str
    file: FileEntry


@dataclass(frozen=True)
class Continuation:
    """From which day a document stays in force by an evaluation, and under which new term."""

    begin_date: date
    term: ValidityTerm | None = None


@dataclass(frozen=True)
class EvaluationConclusion:
    """How an evaluation ends.

    Attributes:
        report_date: The day of the report; None for the day of the act.
        continuation: Given where the register notes at once that the document stays in force;
            without it a continuation is owed, as an amendment or a repeal is.
    """

    result: EvaluationResult
    reasons: str
    report_date: date | None = None
    continuation: Continuation | None = None


def check_score(sheet: Iterable[Criterion], score: Score) -> Criterion:
    """Return the line of the sheet that a score is for, or refuse the score.

    Raises:
        CriterionUnknownError: the sheet has no such line.
        MarksOutOfRangeError: the marks are below nothing, above the full marks, or too fine.
    """
    lines = {one.key: one for one in sheet}
    line = lines.get(score.criterion)
    if line is None:
        known = tuple(one.title for one in lines.values())
        raise CriterionUnknownError(criterion=score.criterion, known=known)
    if not Decimal(0) <= score.marks <= line.full_marks or score.marks % TENTH:
        raise MarksOutOfRangeError(criterion=line.title, marks=score.marks, full=line.full_marks)
    return line


def tenths(marks: Decimal) -> int:
    """Return marks as the whole number of tenths that the register keeps."""
    return int(marks * 10)


def marks_of(tenths_kept: int) -> Decimal:
    """Return the marks of a number of tenths, without a zero behind the point."""
    return Decimal(tenths_kept) / 10
