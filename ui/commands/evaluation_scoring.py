"""The score sheet of an evaluation is filled in, papers are added, a conclusion is reached."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from decimal import Decimal, InvalidOperation
from pathlib import Path
from typing import Annotated

import typer

from models.acts.evaluation_conclusion import conclude_evaluation
from models.acts.evaluation_sheet import (
    SheetEntry,
    add_evaluation_material,
    score_evaluation,
    withdraw_evaluation_material,
)
from models.domain.evaluation import (
    Continuation,
    EvaluationConclusion,
    EvaluationCourse,
    EvaluationMaterial,
    EvaluationResult,
    Score,
)
from models.domain.records import FileEntry
from models.domain.roles import ActName
from models.queries.evaluation_page import EvaluationPage, evaluation_page
from models.queries.office import today
from resources.terms import name_of
from ui.commands.evaluation_planning import EvaluationArgument
from ui.commands.options import with_options
from ui.commands.refusals import ArgumentMissingError, ValueUnfitError
from ui.commands.session import Session
from ui.commands.values import read_date, read_pairs, read_term, read_validity

_SCORE = re.compile(r"(?P<marks>[^:：]*)(?:[:：](?P<remark>.*))?", re.DOTALL)


@dataclass(frozen=True)
class ScoreOptions:
    """Marks, and the course of the evaluation in words; what is not written stays as it is."""

    evaluation_id: EvaluationArgument
    scores: Annotated[
        list[str] | None,
        typer.Argument(metavar="指标=分数", help="可以写多个，例如 合法性=18 或者 合法性=18:理由"),
    ] = None
    methods: Annotated[
        list[str], typer.Option("--method", metavar="方式", help="评估方式，可以写多次")
    ] = field(default_factory=list)
    process: Annotated[str, typer.Option("--process", metavar="文字", help="评估过程")] = ""
    findings: Annotated[str, typer.Option("--findings", metavar="文字", help="发现的问题")] = ""
    suggestions: Annotated[str, typer.Option("--suggestions", metavar="文字", help="建议")] = ""


@with_options(ScoreOptions)
def score(session: Session, options: ScoreOptions) -> None:
    """Enter marks and words."""
    with session.register():
        page = evaluation_page(options.evaluation_id, today())
        entry = SheetEntry(
            _scores(page, options.scores or ()), _course(page.course, options), page.revision
        )
        state = score_evaluation(
            session.order(ActName.SCORE_EVALUATION), options.evaluation_id, entry
        )
        row = evaluation_page(options.evaluation_id, today()).row
        session.voice.say(
            f"第 {row.id} 件后评估：{name_of(state)}，得分 {row.marks}，满分 {row.full_marks}。",
            {"evaluation_id": row.id, "state": state, "marks": row.marks, "full": row.full_marks},
        )


def _scores(page: EvaluationPage, written: Iterable[str]) -> tuple[Score, ...]:
    keys = {line.title: line.key for line in page.sheet}
    remarks = {line.key: line.remark for line in page.sheet}
    scores = []
    for name, value in read_pairs(written):
        key = keys.get(name, name)
        parts = _SCORE.fullmatch(value)
        marks, remark = parts.group("marks", "remark") if parts else (value, None)
        kept = remarks.get(key, "") if remark is None else remark
        scores.append(Score(key, _marks(name, marks), kept))
    return tuple(scores)


def _marks(name: str, text: str) -> Decimal:
    try:
        marks = Decimal(text.strip())
    except InvalidOperation as wrong:
        raise ValueUnfitError(field=name, value=text, expected="18、18.5") from wrong
    if not marks.is_finite():
        raise ValueUnfitError(field=name, value=text, expected="18、18.5")
    return marks


def _course(kept: EvaluationCourse, options: ScoreOptions) -> EvaluationCourse:
    return EvaluationCourse(
        tuple(options.methods) or kept.methods,
        options.process or kept.process,
        options.findings or kept.findings,
        options.suggestions or kept.suggestions,
    )


@dataclass(frozen=True)
class MaterialOptions:
    """Which paper is added to which evaluation, or which one is taken back."""

    evaluation_id: EvaluationArgument
    file: Annotated[
        Path | None, typer.Argument(metavar="文件", help="任何格式的文件，原样保存")
    ] = None
    title: Annotated[
        str, typer.Option("--title", metavar="名称", help="材料名称；不写时用文件名")
    ] = ""
    withdrawn_id: Annotated[
        int, typer.Option("--withdraw", metavar="材料序号", help="撤回这一份材料")
    ] = 0
    reason: Annotated[str, typer.Option("--reason", metavar="理由", help="撤回的理由")] = ""


@with_options(MaterialOptions)
def material(session: Session, options: MaterialOptions) -> None:
    """Keep a paper with an evaluation, or take one back."""
    with session.register() as register:
        if options.withdrawn_id:
            order = session.order(ActName.WITHDRAW_EVALUATION_MATERIAL)
            withdraw_evaluation_material(order, options.withdrawn_id, options.reason)
            session.voice.say(
                f"已撤回第 {options.withdrawn_id} 号材料。", {"material_id": options.withdrawn_id}
            )
            return
        if options.file is None:
            raise ArgumentMissingError(name="文件")
        stored = register.files.put_file(options.file)
        entry = EvaluationMaterial(
            options.title or options.file.stem,
            FileEntry(stored.sha256, stored.size, stored.original_name),
        )
        order = session.order(ActName.ADD_EVALUATION_MATERIAL)
        material_id = add_evaluation_material(order, options.evaluation_id, entry)
        session.voice.say(
            f"已补充材料：第 {material_id} 号，{entry.title}。",
            {"material_id": material_id, "sha256": stored.sha256, "title": entry.title},
        )


@dataclass(frozen=True)
class EvaluationConclusionOptions:
    """How an evaluation ends."""

    evaluation_id: EvaluationArgument
    result: Annotated[
        str, typer.Option("--result", metavar="结论", help="继续有效、修改、废止或者失效")
    ]
    reasons: Annotated[str, typer.Option("--reasons", metavar="理由", help="结论的理由")]
    report_date: Annotated[
        str, typer.Option("--report-date", metavar="日期", help="评估报告的日期；不写时是今天")
    ] = ""
    continued_from: Annotated[
        str,
        typer.Option(
            "--continue-from",
            metavar="日期",
            help="结论是继续有效时，从这一天起在登记簿中记录继续有效；不写的，列为待落实",
        ),
    ] = ""
    term: Annotated[
        str, typer.Option("--term", metavar="有效期", help="继续有效的新期限，例如 5年、2031-04-30")
    ] = ""


@with_options(EvaluationConclusionOptions)
def conclude(session: Session, options: EvaluationConclusionOptions) -> None:
    """Conclude an evaluation."""
    conclusion = EvaluationConclusion(
        read_term(EvaluationResult, "result", options.result),
        options.reasons,
        read_date("report_date", options.report_date) if options.report_date else None,
    )
    if options.continued_from:
        term = read_validity("validity_term", options.term) if options.term else None
        day = read_date("begin_date", options.continued_from)
        conclusion = replace(conclusion, continuation=Continuation(day, term))
    with session.register():
        order = session.order(ActName.CONCLUDE_EVALUATION)
        conclude_evaluation(order, options.evaluation_id, conclusion)
        page = evaluation_page(options.evaluation_id, today())
        session.voice.say(
            f"已作出评估结论：第 {page.row.id} 件，《{page.row.title}》，"
            f"{name_of(conclusion.result)}；{name_of(page.row.follow_up)}。",
            page,
        )
