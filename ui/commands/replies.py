"""What units answered to reminders, and steps that were done, are recorded and shown."""

from dataclasses import dataclass
from typing import Annotated

import typer

from models.acts.ladder_marks import mark_ladder_step, withdraw_ladder_mark
from models.acts.validity_replies import record_validity_reply
from models.domain.roles import ActName
from models.domain.validity_ladder import LadderStep
from models.domain.validity_replies import LadderMarkEntry, ReplyAnswer, ReplyChoice, ReplyEntry
from models.queries.document_ladder import DocumentLadder, LadderStepRow, document_ladder
from models.queries.office import profile, today
from resources.terms import name_of
from ui.commands.options import with_options
from ui.commands.session import Session, session_of
from ui.commands.values import read_date, read_term

DocumentId = Annotated[int, typer.Argument(metavar="序号", help="文件的序号")]


@dataclass(frozen=True)
class ReplyOptions:
    """What was answered for which documents, when, and by whom."""

    document_ids: Annotated[
        list[int], typer.Argument(metavar="序号", help="文件的序号；意见相同的可以写几个")
    ]
    choice: Annotated[
        str,
        typer.Option("--choice", metavar="意见", help="到期失效、继续有效、修改后重新公布或者废止"),
    ]
    signed_by: Annotated[str, typer.Option("--by", metavar="经办人", help="回执上的经办人")]
    day: Annotated[
        str, typer.Option("--date", metavar="日期", help="回执上的日期，不写时为今天")
    ] = ""
    reason: Annotated[str, typer.Option("--reason", metavar="理由", help="回执上写的理由")] = ""
    letter_id: Annotated[
        int | None,
        typer.Option(
            "--letter", metavar="文书序号", help="答复哪份提醒函；不写时取提到这件文件的最近一份"
        ),
    ] = None


@with_options(ReplyOptions)
def reply(session: Session, options: ReplyOptions) -> None:
    """Record what a unit answered for one document, or the same for several."""
    choice = read_term(ReplyChoice, "choice", options.choice)
    day = read_date("reply_date", options.day) if options.day else None
    with session.register():
        answers = tuple(ReplyAnswer(one, choice, options.reason) for one in options.document_ids)
        entry = ReplyEntry(day or today(), options.signed_by, answers, options.letter_id)
        ids = record_validity_reply(session.order(ActName.RECORD_VALIDITY_REPLY), entry)
        session.voice.say(
            f"已记录单位回复：{name_of(choice)}，{len(ids)} 件。",
            {"document_ids": ids, "choice": choice, "reply_date": entry.reply_date},
        )


@dataclass(frozen=True)
class MarkOptions:
    """Which step of which document was done, and when."""

    document_id: DocumentId
    step: Annotated[
        str,
        typer.Argument(
            metavar="步骤", help="提醒实施单位、开展评估、送审核意见、报送审议或者办结延续手续"
        ),
    ]
    day: Annotated[str, typer.Option("--date", metavar="日期", help="哪一天办的，不写时为今天")] = (
        ""
    )
    note: Annotated[str, typer.Option("--note", metavar="说明", help="文号、承办人等")] = ""


@with_options(MarkOptions)
def done(session: Session, options: MarkOptions) -> None:
    """Record that a step before the end of a term was done."""
    step = read_term(LadderStep, "step", options.step)
    day = read_date("done_date", options.day) if options.day else None
    with session.register():
        entry = LadderMarkEntry(step, day or today(), options.note)
        order = session.order(ActName.MARK_LADDER_STEP)
        mark_id = mark_ladder_step(order, options.document_id, entry)
        session.voice.say(
            f"已记录“{name_of(step)}”于 {entry.done_date.isoformat()} 办理，记录序号 {mark_id}。",
            {"mark_id": mark_id, "step": step, "done_date": entry.done_date},
        )


def undone(
    context: typer.Context,
    mark_id: Annotated[int, typer.Argument(metavar="记录序号", help="show 列出的已办记录序号")],
    reason: Annotated[str, typer.Option("--reason", metavar="理由", help="撤回的理由")],
) -> None:
    """Withdraw the record that a step was done."""
    session = session_of(context)
    with session.register():
        order = session.order(ActName.WITHDRAW_LADDER_MARK)
        document_id = withdraw_ladder_mark(order, mark_id, reason)
        session.voice.say("已撤回。", {"mark_id": mark_id, "document_id": document_id})


def show(context: typer.Context, document_id: DocumentId) -> None:
    """Show every step before the end of a document's term, and what its unit answered."""
    session = session_of(context)
    with session.register():
        ladder = document_ladder(document_id, profile(), today())
        session.voice.record(ladder)
        _tell(session, ladder)


def _tell(session: Session, ladder: DocumentLadder) -> None:
    voice = session.voice
    if not ladder.steps:
        voice.remark("这件文件没有届满前的步骤。")
    for row in ladder.steps:
        voice.remark(f"{row.due_date.isoformat()}　{name_of(row.step)}　{_state(row)}")
        voice.remark(f"    {row.derivation}")
    for answer in ladder.replies:
        words = f"{answer.reply_date.isoformat()}　单位回复：{name_of(answer.choice)}"
        voice.remark(f"{words}　经办人：{answer.signed_by}　{answer.reason}".rstrip("　"))
    for mark in ladder.marks:
        gone = f"　已撤回：{mark.withdrawn_reason}" if mark.withdrawn_reason else ""
        voice.remark(
            f"已办记录 {mark.id}　{mark.done_date.isoformat()}　{name_of(mark.step)}{gone}"
        )


def _state(row: LadderStepRow) -> str:
    if row.done_date is not None:
        return f"{row.done_date.isoformat()} 已办"
    return "未办" if row.is_needed else "不需要"
