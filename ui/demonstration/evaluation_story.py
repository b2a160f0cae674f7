"""The post-evaluations of the story as they stand in ``resources/samples/evaluations.toml``."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from models.domain.evaluation import EvaluationOrigin, EvaluationResult


@dataclass(frozen=True)
class StoryScore:
    """The marks of one line of the score sheet."""

    criterion: str
    marks: Decimal
    remark: str = ""


@dataclass(frozen=True)
class StorySheet:
    """What is written on the score sheet; a line without a score is still open."""

    scored_date: date
    scores: tuple[StoryScore, ...]
    methods: tuple[str, ...] = ()
    process: str = ""
    findings: str = ""
    suggestions: str = ""


@dataclass(frozen=True)
class StoryPaper:
    """A paper the evaluation stands on."""

    added_date: date
    title: str
    file_name: str
    text: str


@dataclass(frozen=True)
class StoryConclusion:
    """How an evaluation ends."""

    concluded_date: date
    result: EvaluationResult
    reasons: str


@dataclass(frozen=True)
class StoryEvaluation:
    """An evaluation as far as it has come."""

    document: str
    origin: EvaluationOrigin
    planned_date: date
    plan_name: str = ""
    plan_year: int | None = None
    started_date: date | None = None
    sheet: StorySheet | None = None
    material: StoryPaper | None = None
    conclusion: StoryConclusion | None = None
