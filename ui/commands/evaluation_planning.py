"""Evaluations are planned one by one, by the ladder or from a table; started, taken back."""

from dataclasses import dataclass
from pathlib import Path
from typing import Annotated

import typer

from models.acts.evaluations import plan_evaluations, start_evaluation, withdraw_evaluation
from models.domain.evaluation import EvaluationEntry, EvaluationOrigin
from models.domain.roles import ActName
from models.queries.evaluation_page import evaluation_page
from models.queries.evaluations import evaluation_rows
from models.queries.evaluations_due import due_for_evaluation
from models.queries.office import profile, today
from review.evaluation.plan_list import PlanList, meet_register, read_plan
from ui.commands.options import with_options
from ui.commands.preview import remark_unsaved
from ui.commands.refusals import ArgumentMissingError
from ui.commands.session import Session, session_of
from ui.commands.values import read_date
from ui.parts.evaluation_words import fault_words

EvaluationArgument = Annotated[
    int, typer.Argument(metavar="评估序号", help="evaluation list 每行开头的序号")
]
_COLUMNS = ("id", "due_date", "unit", "document_number", "title")


@dataclass(frozen=True)
class PlanOptions:
    """Which documents are evaluated, why, by whom and until when."""

    document_ids: Annotated[
        list[int] | None, typer.Argument(metavar="文件序号", help="可以写多个")
    ] = None
    plan_list: Annotated[
        Path | None,
        typer.Option("--list", metavar="文件", help="年度评估计划表：xlsx、xls、csv 等"),
    ] = None
    is_due: Annotated[bool, typer.Option("--due", help="把 evaluation due 列出的文件全部列入")] = (
        False
    )
    name: Annotated[
        str, typer.Option("--name", metavar="名称", help="计划名称；读取计划表时不写，用文件名")
    ] = ""
    year: Annotated[
        int | None, typer.Option("--year", metavar="年度", help="计划年度；读取计划表时必须写")
    ] = None
    unit: Annotated[
        str, typer.Option("--unit", metavar="单位", help="评估单位；不写时用起草单位或者制定机关")
    ] = ""
    due_date: Annotated[
        str, typer.Option("--due-date", metavar="日期", help="报告期限；不写时按规则包计算")
    ] = ""
    is_confirmed: Annotated[
        bool, typer.Option("--confirm", help="读取计划表时，确认无误，列入没有问题的各行")
    ] = False


@with_options(PlanOptions)
def plan(session: Session, options: PlanOptions) -> None:
    """Plan evaluations of documents named, of those due, or of those a table lists."""
    with session.register():
        if options.plan_list is not None:
            _plan_by_list(session, options, options.plan_list)
        else:
            _plan(session, _entries(options))


def _entries(options: PlanOptions) -> tuple[EvaluationEntry, ...]:
    due_date = read_date("due_date", options.due_date) if options.due_date else None
    if options.is_due:
        origin = EvaluationOrigin.EXPIRY
        named = [one.document_id for one in due_for_evaluation(profile(), today())]
    else:
        origin = EvaluationOrigin.ANNUAL_PLAN if options.year else EvaluationOrigin.BY_HAND
        named = options.document_ids or []
        if not named:
            raise ArgumentMissingError(name="文件序号")
    return tuple(
        EvaluationEntry(one, origin, options.unit, options.name, options.year, due_date)
        for one in named
    )


def _plan(session: Session, entries: tuple[EvaluationEntry, ...]) -> None:
    ids = plan_evaluations(session.order(ActName.PLAN_EVALUATION), entries)
    session.voice.remark(f"已列入后评估 {len(ids)} 件。")
    session.voice.table(_COLUMNS, evaluation_rows(list(ids), today()), "没有应当列入的文件。")


def _plan_by_list(session: Session, options: PlanOptions, path: Path) -> None:
    if options.year is None:
        raise ArgumentMissingError(name="--year")
    found = meet_register(read_plan(path), today())
    entries = found.entries(options.name or found.name, options.year)
    _tell_faults(session, found)
    if options.is_confirmed:
        _plan(session, entries)
        return
    session.voice.remark(f"可以列入 {len(entries)} 件，有问题 {len(found.faulty)} 行。")
    session.voice.record({"plannable": len(entries), "faulty": len(found.faulty)})
    remark_unsaved(session)


def _tell_faults(session: Session, found: PlanList) -> None:
    for line in found.faulty:
        name = line.title or line.document_number
        session.voice.say(f"第 {line.row_number} 行 {name}：{fault_words(line.fault)}", line)


def start(context: typer.Context, evaluation_id: EvaluationArgument) -> None:
    """Start a planned evaluation."""
    session = session_of(context)
    with session.register():
        start_evaluation(session.order(ActName.START_EVALUATION), evaluation_id)
        page = evaluation_page(evaluation_id, today())
        day = page.row.due_date.isoformat() if page.row.due_date else "没有规定"
        session.voice.say(
            f"已开始评估：第 {evaluation_id} 件，《{page.row.title}》，报告期限 {day}。", page
        )


def withdraw(
    context: typer.Context,
    evaluation_id: EvaluationArgument,
    reason: Annotated[str, typer.Option("--reason", metavar="理由", help="撤销的理由")],
) -> None:
    """Take an evaluation back."""
    session = session_of(context)
    with session.register():
        withdraw_evaluation(session.order(ActName.WITHDRAW_EVALUATION), evaluation_id, reason)
        session.voice.say(
            f"已撤销第 {evaluation_id} 件后评估。",
            {"evaluation_id": evaluation_id, "withdrawn_reason": reason},
        )
