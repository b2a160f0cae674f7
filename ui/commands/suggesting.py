"""Suggestions to review a document are registered, screened, concluded and answered."""

from dataclasses import dataclass, field
from typing import Annotated

import typer

from models.acts.suggestions import (
    answer_suggestion,
    complete_suggestion,
    conclude_suggestion,
    register_suggestion,
    screen_suggestion,
)
from models.domain.letter_terms import DeclineReason, SuggestionConclusion
from models.domain.roles import ActName
from models.domain.suggestions import (
    Screening,
    ScreeningOutcome,
    Suggester,
    SuggesterKind,
    SuggestionEntry,
)
from models.queries.suggestions import suggestion_page
from resources.terms import name_of, sentence_in
from ui.commands.chinese import ChineseCommand, new_group
from ui.commands.options import with_options
from ui.commands.session import Session, session_of
from ui.commands.suggestion_listing import add_listing
from ui.commands.values import read_date, read_term

APP = new_group()
GROUPS = {"suggestion": APP}
add_listing(APP)

SuggestionArgument = Annotated[
    int, typer.Argument(metavar="建议序号", help="suggestion list 每行开头的序号")
]


@dataclass(frozen=True)
class SuggestionOptions:
    """Who suggests what, and when it came."""

    name: Annotated[str, typer.Option("--from", metavar="建议人", help="姓名或者名称")]
    matter: Annotated[str, typer.Option("--matter", metavar="请求", help="请求审查什么")]
    received: Annotated[str, typer.Option("--received", metavar="日期", help="收到的日期")]
    document_id: Annotated[
        int, typer.Option("--document", metavar="序号", help="登记簿中的文件；没有的写 --title")
    ] = 0
    title: Annotated[str, typer.Option("--title", metavar="名称", help="文件名称")] = ""
    number: Annotated[str, typer.Option("--number", metavar="文号", help="发文字号")] = ""
    issuer: Annotated[str, typer.Option("--issuer", metavar="机关", help="制定机关")] = ""
    kind: Annotated[
        str, typer.Option("--kind", metavar="种类", help="建议人的种类；不写时是公民")
    ] = SuggesterKind.CITIZEN.value
    address: Annotated[str, typer.Option("--address", metavar="地址", help="寄送地址")] = ""
    phone: Annotated[str, typer.Option("--phone", metavar="电话", help="联系电话")] = ""
    clause: Annotated[str, typer.Option("--clause", metavar="条款", help="例如 第七条")] = ""
    reasons: Annotated[str, typer.Option("--reasons", metavar="理由", help="建议的理由")] = ""
    written: Annotated[str, typer.Option("--written", metavar="日期", help="建议写明的日期")] = ""
    way: Annotated[str, typer.Option("--way", metavar="方式", help="收件方式；不写时是来信")] = (
        "来信"
    )


@APP.command("add", cls=ChineseCommand, help="登记审查建议")
@with_options(SuggestionOptions)
def add(session: Session, options: SuggestionOptions) -> None:
    """Register a suggestion."""
    entry = SuggestionEntry(
        suggester=Suggester(
            read_term(SuggesterKind, "suggester_kind", options.kind),
            options.name,
            options.address,
            options.phone,
        ),
        received_date=read_date("received_date", options.received),
        received_way=options.way,
        matter=options.matter,
        document_id=options.document_id or None,
        document_title=options.title,
        document_number=options.number,
        issuing_body_name=options.issuer,
        clause=options.clause,
        reasons=options.reasons,
        written_date=read_date("written_date", options.written) if options.written else None,
    )
    with session.register():
        suggestion_id = register_suggestion(session.order(ActName.REGISTER_SUGGESTION), entry)
        row = suggestion_page(suggestion_id).row
        number = register_number(row.year, row.sequence)
        session.voice.say(
            f"已登记审查建议：第 {suggestion_id} 件，{number}，"
            f"应当在 {row.due_date.isoformat()} 前答复。",
            {"suggestion_id": suggestion_id, "register_number": number, "due_date": row.due_date},
        )


@dataclass(frozen=True)
class ScreeningOptions:
    """What becomes of a suggestion."""

    suggestion_id: SuggestionArgument
    outcome: Annotated[
        str, typer.Argument(metavar="处理", help="启动审查、要求补充材料、不启动审查或者移送")
    ]
    items: Annotated[
        list[str], typer.Option("--item", metavar="材料", help="要补充的材料，可以写多次")
    ] = field(default_factory=list)
    reason: Annotated[str, typer.Option("--reason", metavar="情形", help="不启动审查的情形")] = ""
    explanation: Annotated[
        str, typer.Option("--explanation", metavar="说明", help="不启动或者移送的理由")
    ] = ""
    body: Annotated[str, typer.Option("--to", metavar="机关", help="移送给谁、向谁提出")] = ""
    review_id: Annotated[
        int, typer.Option("--review", metavar="审查序号", help="为它启动的审查件")
    ] = 0


@APP.command("screen", cls=ChineseCommand, help="处理审查建议：启动、补充、不启动、移送")
@with_options(ScreeningOptions)
def screen(session: Session, options: ScreeningOptions) -> None:
    """Decide what becomes of a suggestion."""
    reason = options.reason
    screening = Screening(
        outcome=read_term(ScreeningOutcome, "outcome", options.outcome),
        items=tuple(options.items),
        decline_reason=read_term(DeclineReason, "decline_reason", reason) if reason else None,
        explanation=options.explanation,
        competent_body=options.body,
        review_id=options.review_id or None,
    )
    with session.register():
        order = session.order(ActName.SCREEN_SUGGESTION)
        state = screen_suggestion(order, options.suggestion_id, screening)
        session.voice.say(
            f"已处理第 {options.suggestion_id} 件审查建议：{name_of(screening.outcome)}。",
            {"suggestion_id": options.suggestion_id, "state": state},
        )


@APP.command("supplemented", cls=ChineseCommand, help="记录补充材料已经收到")
def supplemented(
    context: typer.Context,
    suggestion_id: SuggestionArgument,
    day: Annotated[str, typer.Option("--date", metavar="日期", help="收到的日期")],
    reasons: Annotated[str, typer.Option("--reasons", metavar="理由", help="补充的理由")] = "",
) -> None:
    """Record that what was missing came."""
    session, answered = session_of(context), read_date("answered_date", day)
    with session.register():
        order = session.order(ActName.COMPLETE_SUGGESTION)
        due = complete_suggestion(order, suggestion_id, answered, reasons)
        session.voice.say(
            f"已记录补充材料，补充期间不计算，应当在 {due.isoformat()} 前答复。",
            {"suggestion_id": suggestion_id, "due_date": due},
        )


@APP.command("conclude", cls=ChineseCommand, help="记录办理结果")
def conclude(
    context: typer.Context,
    suggestion_id: SuggestionArgument,
    conclusion: Annotated[str, typer.Option("--conclusion", metavar="结果", help="办理结果")],
    reasons: Annotated[str, typer.Option("--reasons", metavar="理由", help="写进答复的理由")],
) -> None:
    """Record what a suggestion led to."""
    session = session_of(context)
    reached = read_term(SuggestionConclusion, "conclusion", conclusion)
    with session.register():
        order = session.order(ActName.CONCLUDE_SUGGESTION)
        conclude_suggestion(order, suggestion_id, reached, reasons)
        session.voice.say(
            f"已记录第 {suggestion_id} 件审查建议的办理结果：{name_of(reached)}。",
            {"suggestion_id": suggestion_id, "conclusion": reached},
        )


@APP.command("answer", cls=ChineseCommand, help="记录已经答复建议人")
def answer(
    context: typer.Context,
    suggestion_id: SuggestionArgument,
    day: Annotated[str, typer.Option("--date", metavar="日期", help="答复的日期")],
) -> None:
    """Record that whoever made a suggestion was answered."""
    session, replied = session_of(context), read_date("replied_date", day)
    with session.register():
        order = session.order(ActName.ANSWER_SUGGESTION)
        is_timely = answer_suggestion(order, suggestion_id, replied)
        session.voice.say(
            f"已记录答复：第 {suggestion_id} 件，{'按期' if is_timely else '逾期'}答复。",
            {"suggestion_id": suggestion_id, "replied_date": replied, "is_timely": is_timely},
        )


def register_number(year: int, sequence: int) -> str:
    """Return the number of a suggestion in the office's list as people read it."""
    return sentence_in("SuggestionWords", "register_number", year=year, sequence=sequence)
