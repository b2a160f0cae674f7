"""How the evaluations are narrowed, counted and told in short."""

from collections.abc import Mapping
from enum import StrEnum
from typing import TypeVar

from models.domain.evaluation import EvaluationFollowUp, EvaluationResult
from models.domain.lifecycle import EvaluationState
from models.queries.evaluation_page import evaluation_page
from models.queries.evaluations import (
    EvaluationCounts,
    EvaluationFilter,
    EvaluationOrder,
    evaluation_counts,
)
from models.queries.office import today
from resources.terms import name_of
from ui.desk import Changes
from ui.pages.evaluations.table import COLUMNS, EvaluationSource
from ui.parts.days import day_words
from ui.parts.evaluation_words import due_words
from ui.parts.listing import Choices, Listing
from ui.parts.tones import evaluation_status, follow_up_status
from ui.widgets.facts_grid import Fact
from ui.widgets.filter_chips import Choice
from ui.widgets.record_detail import RecordSummary
from ui.widgets.table_columns import Order

Term = TypeVar("Term", bound=StrEnum)


def count_evaluations() -> EvaluationCounts:
    """Count the evaluations for the filters."""
    return evaluation_counts(today())


def choices_of(counts: EvaluationCounts) -> Choices:
    """Return what each filter offers."""
    return {
        "state": _named(EvaluationState, counts.states),
        "result": _named(EvaluationResult, counts.results),
        "follow_up": _named(EvaluationFollowUp, counts.follow_ups),
        "unit": _as_they_are(counts.units),
        "plan_year": _as_they_are(counts.plan_years),
    }


def filter_of(words: str, values: Mapping[str, str]) -> EvaluationFilter:
    """Return the filter that words and chips describe."""
    year = values.get("plan_year")
    unit = values.get("unit")
    return EvaluationFilter(
        containing=words,
        states=_chosen(EvaluationState, values.get("state")),
        results=_chosen(EvaluationResult, values.get("result")),
        follow_ups=_chosen(EvaluationFollowUp, values.get("follow_up")),
        units=frozenset({unit} if unit else ()),
        plan_years=frozenset({int(year)} if year else ()),
    )


def summarise(evaluation_id: int) -> RecordSummary:
    """Tell what is evaluated, by whom, until when, and what it came to."""
    page = evaluation_page(evaluation_id, today())
    row = page.row
    plates = [evaluation_status(row.state)]
    if row.result:
        plates.append(follow_up_status(row.follow_up))
    facts = [
        Fact("发文字号", row.document_number),
        Fact("统一登记号", row.unified_number),
        Fact("有效期至", day_words(row.expiry_date)),
        Fact("评估单位", row.unit),
        Fact("评估来由", row.plan_name or name_of(row.origin)),
        Fact("报告期限", due_words(page)),
        Fact("得分", f"{row.marks}（满分 {row.full_marks}）" if page.scored_date else ""),
        Fact("评估结论", name_of(row.result) if row.result else ""),
        Fact("理由", page.reasons),
    ]
    return RecordSummary(row.id, row.title, plates, facts)


def _named(kind: type[Term], counts: Mapping[str, int]) -> list[Choice]:
    return [Choice(one.value, name_of(one), counts.get(one.value, 0)) for one in kind]


def _as_they_are(counts: Mapping[str, int]) -> list[Choice]:
    return [Choice(value, value, count) for value, count in sorted(counts.items())]


def _chosen(kind: type[Term], value: str | None) -> frozenset[Term]:
    return frozenset({kind(value)} if value else ())


def _concerns(changes: Changes) -> bool:
    return changes.evaluations or changes.documents


EVALUATIONS = Listing(
    columns=COLUMNS,
    source=EvaluationSource(),
    order=Order(EvaluationOrder.DUE_DATE),
    narrow=filter_of,
    count=count_evaluations,
    choices=choices_of,
    concerns=_concerns,
    summarise=summarise,
)
