"""Evaluations are listed and shown, and what should be evaluated next is named."""

from dataclasses import dataclass
from typing import Annotated

import typer

from models.domain.evaluation import EvaluationFollowUp, EvaluationResult
from models.domain.lifecycle import EvaluationState
from models.queries.evaluation_page import EvaluationPage, evaluation_page
from models.queries.evaluations import (
    EvaluationFilter,
    EvaluationOrder,
    evaluation_ids,
    evaluation_rows,
)
from models.queries.evaluations_due import due_for_evaluation
from models.queries.office import profile, today
from resources.terms import name_of
from ui.commands.answers import rows_of
from ui.commands.evaluation_planning import EvaluationArgument
from ui.commands.options import with_options
from ui.commands.session import Session, session_of
from ui.commands.values import read_term
from ui.parts.evaluation_words import due_words

_COLUMNS = (
    "id",
    ("due_date", "报告期限"),
    "state",
    ("marks", "得分"),
    ("result", "结论"),
    ("follow_up", "落实情况"),
    ("unit", "评估单位"),
    "title",
)
_SHEET = ("position", ("title", "指标"), ("full_marks", "满分"), ("marks", "得分"), "remark")


@dataclass(frozen=True)
class ListOptions:
    """What the list is narrowed to."""

    state: Annotated[
        str,
        typer.Option("--state", metavar="状态", help="待开展、评估中、已评分等"),
    ] = ""
    result: Annotated[
        str, typer.Option("--result", metavar="结论", help="继续有效、修改、废止或者失效")
    ] = ""
    is_owed: Annotated[bool, typer.Option("--owed", help="只列结论还没有落实的")] = False
    year: Annotated[
        int | None, typer.Option("--year", metavar="年度", help="只列这一年度计划的")
    ] = None
    find: Annotated[
        str, typer.Option("--find", metavar="文字", help="只列名称或者文号中有这些文字的")
    ] = ""


@with_options(ListOptions)
def show_list(session: Session, options: ListOptions) -> None:
    """List evaluations, the most pressing first."""
    state = {read_term(EvaluationState, "state", options.state)} if options.state else set()
    result = {read_term(EvaluationResult, "result", options.result)} if options.result else set()
    narrowing = EvaluationFilter(
        containing=options.find,
        states=frozenset(state),
        results=frozenset(result),
        follow_ups=frozenset({EvaluationFollowUp.OWED} if options.is_owed else ()),
        plan_years=frozenset({options.year} if options.year is not None else ()),
    )
    with session.register():
        day = today()
        ids = evaluation_ids(narrowing, day, EvaluationOrder.DUE_DATE)
        rows = rows_of(lambda part: evaluation_rows(part, day), ids)
        session.voice.table(_COLUMNS, rows, "没有符合条件的后评估。")


def due(context: typer.Context) -> None:
    """List the documents whose evaluation should have begun."""
    session = session_of(context)
    columns = (
        ("document_id", "文件序号"),
        ("expiry_date", "有效期至"),
        ("begin_date", "应当开始评估"),
        ("unit", "单位"),
        "title",
    )
    with session.register():
        rows = due_for_evaluation(profile(), today())
        session.voice.table(columns, rows, "没有应当评估而没有列入的文件。")


def show(context: typer.Context, evaluation_id: EvaluationArgument) -> None:
    """Show one evaluation with its sheet and materials."""
    session = session_of(context)
    with session.register():
        page = evaluation_page(evaluation_id, today())
        session.voice.record(page)
        session.voice.facts(_facts(page))
        if session.voice.is_json:
            return
        if page.sheet:
            session.voice.table(_SHEET, page.sheet, "")
        for one in page.materials:
            withdrawn = f"（已撤回：{one.withdrawn_reason}）" if one.withdrawn_reason else ""
            session.voice.remark(f"材料 {one.id}：{one.title}，{one.original_name}{withdrawn}")


def _facts(page: EvaluationPage) -> list[tuple[str, object]]:
    row, course = page.row, page.course
    sheet = f"{page.criteria_name}（{page.criteria_source}）" if page.criteria_name else ""
    return [
        ("title", row.title),
        ("document_number", row.document_number),
        ("有效期至", row.expiry_date),
        ("评估单位", row.unit),
        ("评估来由", row.origin),
        ("计划", row.plan_name),
        ("state", row.state),
        ("列入日期", row.planned_date),
        ("开始日期", row.started_date),
        ("报告期限", due_words(page)),
        ("评分表", sheet),
        ("得分", f"{row.marks}（满分 {row.full_marks}）" if page.sheet else ""),
        ("评估方式", course.methods),
        ("评估过程", course.process),
        ("发现的问题", course.findings),
        ("建议", course.suggestions),
        ("结论", row.result),
        ("理由", page.reasons),
        ("报告日期", row.report_date),
        ("落实情况", name_of(row.follow_up) if row.result else ""),
        ("withdrawn_reason", page.withdrawn_reason),
    ]
