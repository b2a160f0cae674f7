"""Reviews are opened, findings added and withdrawn, and a conclusion reached."""

from dataclasses import dataclass
from typing import Annotated

import typer

from models.acts.reviews import add_finding, conclude_review, open_review, withdraw_finding
from models.domain.records import FindingEntry, ReviewEntry
from models.domain.roles import ActName
from models.domain.terms import FindingClass, ReviewConclusion, ReviewTrigger
from models.queries.filing_page import filing_page
from models.queries.office import profile
from models.queries.review_page import review_page
from resources.terms import name_of
from ui.commands.chinese import ChineseCommand, new_group
from ui.commands.options import with_options
from ui.commands.session import Session, session_of
from ui.commands.values import read_term

APP = new_group()
GROUPS = {"review": APP}

ReviewArgument = Annotated[
    int, typer.Argument(metavar="审查序号", help="list reviews 每行开头的序号")
]


@dataclass(frozen=True)
class OpeningOptions:
    """What is reviewed, why and by whom."""

    filing_id: Annotated[
        int, typer.Argument(metavar="备案序号", help="已备案登记的备案件；与 --document 写一个")
    ] = 0
    document_id: Annotated[
        int, typer.Option("--document", metavar="序号", help="不经备案直接审查的文件")
    ] = 0
    trigger: Annotated[
        str, typer.Option("--trigger", metavar="方式", help="审查方式；不写时是主动审查")
    ] = ReviewTrigger.EX_OFFICIO_REVIEW.value
    reviewer: Annotated[
        str, typer.Option("--reviewer", metavar="登录名", help="审查员；不写时是办理人")
    ] = ""


@APP.command("open", cls=ChineseCommand, help="启动审查")
@with_options(OpeningOptions)
def open_one(session: Session, options: OpeningOptions) -> None:
    """Open a review of a registered filing, or of a document."""
    trigger = read_term(ReviewTrigger, "review_trigger", options.trigger)
    with session.register():
        filing_id = None if options.document_id else options.filing_id
        document_id = options.document_id
        if filing_id is not None:
            document_id = filing_page(filing_id, profile()).document_id
        entry = ReviewEntry(trigger, document_id, filing_id, options.reviewer)
        opened = open_review(session.order(ActName.OPEN_REVIEW), entry)
        session.voice.say(
            f"已启动审查：第 {opened.review_id} 件，应当在 {opened.due_date.isoformat()} 前审结。",
            {"document_id": document_id, **vars(opened)},
        )


@dataclass(frozen=True)
class FindingOptions:
    """What a finding says."""

    review_id: ReviewArgument
    clause: Annotated[str, typer.Option("--clause", metavar="条款", help="例如 第七条")]
    quote: Annotated[str, typer.Option("--quote", metavar="原文", help="照抄文件中的文字")]
    finding_class: Annotated[str, typer.Option("--class", metavar="类别", help="问题类别")]
    problem: Annotated[str, typer.Option("--problem", metavar="问题", help="问题在哪里")]
    basis_title: Annotated[str, typer.Option("--basis", metavar="依据", help="依据的名称")]
    basis_article: Annotated[
        str, typer.Option("--article", metavar="条", help="依据的条款，例如 第十六条")
    ] = ""
    basis_text: Annotated[str, typer.Option("--basis-text", metavar="条文", help="依据的原文")] = ""
    suggestion: Annotated[str, typer.Option("--suggestion", metavar="建议", help="修改建议")] = ""


@APP.command("finding", cls=ChineseCommand, help="提出审查发现")
@with_options(FindingOptions)
def add_one(session: Session, options: FindingOptions) -> None:
    """Add a finding to an open review."""
    finding_class = read_term(FindingClass, "finding_class", options.finding_class)
    finding = FindingEntry(
        clause=options.clause,
        quote=options.quote,
        finding_class=finding_class,
        problem=options.problem,
        basis_title=options.basis_title,
        basis_article=options.basis_article,
        basis_text=options.basis_text,
        suggestion=options.suggestion,
    )
    with session.register():
        finding_id = add_finding(session.order(ActName.ADD_FINDING), options.review_id, finding)
        session.voice.say(
            f"已提出审查发现：第 {finding_id} 号，{options.clause}，{name_of(finding_class)}。",
            {"review_id": options.review_id, "finding_id": finding_id, **vars(finding)},
        )


@APP.command("withdraw", cls=ChineseCommand, help="撤回审查发现")
def withdraw(
    context: typer.Context,
    finding_id: Annotated[int, typer.Argument(metavar="发现序号", help="审查发现的序号")],
    reason: Annotated[str, typer.Option("--reason", metavar="理由", help="撤回的理由")],
) -> None:
    """Take a finding back; it stays visible."""
    session = session_of(context)
    with session.register():
        withdraw_finding(session.order(ActName.WITHDRAW_FINDING), finding_id, reason)
        session.voice.say(
            f"已撤回第 {finding_id} 号审查发现。",
            {"finding_id": finding_id, "withdrawn_reason": reason},
        )


@dataclass(frozen=True)
class ConclusionOptions:
    """How a review ends."""

    review_id: ReviewArgument
    conclusion: Annotated[
        str, typer.Option("--conclusion", metavar="结论", help="不写时按审查发现得出")
    ] = ""
    requested_act: Annotated[
        str, typer.Option("--request", metavar="处理要求", help="应予纠正时必填")
    ] = ""
    summary: Annotated[str, typer.Option("--summary", metavar="概述", help="审查情况概述")] = ""


@APP.command("conclude", cls=ChineseCommand, help="审查终结")
@with_options(ConclusionOptions)
def conclude(session: Session, options: ConclusionOptions) -> None:
    """Conclude a review as its findings demand."""
    with session.register():
        conclusion = review_page(options.review_id).conclusion
        if options.conclusion:
            conclusion = read_term(ReviewConclusion, "conclusion", options.conclusion)
        day = conclude_review(
            session.order(ActName.CONCLUDE_REVIEW),
            options.review_id,
            conclusion,
            options.requested_act,
            options.summary,
        )
        session.voice.say(
            f"审查终结：第 {options.review_id} 件，{name_of(conclusion)}，{day.isoformat()}。",
            {"review_id": options.review_id, "conclusion": conclusion, "concluded_date": day},
        )
