"""What one document does to another is recorded: it ends it, or amends it."""

from dataclasses import dataclass
from typing import Annotated

import typer

from models.acts.document_effects import end_document, record_amendment
from models.acts.life_events import Effect
from models.domain.roles import ActName
from models.domain.validity import EndingKind
from resources.terms import name_of
from ui.commands.chinese import TOP, ChineseCommand, new_group
from ui.commands.options import with_options
from ui.commands.session import Session
from ui.commands.values import read_date, read_term

APP = new_group()
GROUPS = {TOP: APP}

DocumentArgument = Annotated[int, typer.Argument(metavar="序号", help="受影响的文件的序号")]
DayOption = Annotated[str, typer.Option("--date", metavar="日期", help="从这一天起")]
ReasonOption = Annotated[
    str, typer.Option("--reason", metavar="依据", help="决定的文号和条款，或者其他理由")
]
CauseOption = Annotated[
    int | None, typer.Option("--by", metavar="序号", help="作出决定的文件的序号，已登记的才写")
]


@dataclass(frozen=True)
class EndingOptions:
    """Which document ends, how, from when and why."""

    document_id: DocumentArgument
    day: DayOption
    reason: ReasonOption
    kind: Annotated[str, typer.Option("--kind", metavar="方式", help="废止、宣布失效或者撤销")] = (
        EndingKind.REPEALED
    )
    caused_by_id: CauseOption = None


@dataclass(frozen=True)
class AmendmentOptions:
    """Which document is amended, from when and why."""

    document_id: DocumentArgument
    day: DayOption
    reason: ReasonOption
    caused_by_id: CauseOption = None


@APP.command("end", cls=ChineseCommand)
@with_options(EndingOptions)
def end(session: Session, options: EndingOptions) -> None:
    """Record that a document is repealed, declared lapsed or revoked."""
    kind = read_term(EndingKind, "kind", options.kind)
    effect = Effect(read_date("begin_date", options.day), options.reason, options.caused_by_id)
    with session.register():
        end_document(session.order(ActName.END_DOCUMENT), options.document_id, kind, effect)
        session.voice.say(
            f"已记录{name_of(kind)}：第 {options.document_id} 号文件，"
            f"自 {effect.begin_date.isoformat()} 起。",
            {"document_id": options.document_id, "ended_kind": kind, "effect": effect},
        )


@APP.command("amended", cls=ChineseCommand)
@with_options(AmendmentOptions)
def amended(session: Session, options: AmendmentOptions) -> None:
    """Record that a document is amended and stays in force."""
    effect = Effect(read_date("begin_date", options.day), options.reason, options.caused_by_id)
    with session.register():
        record_amendment(session.order(ActName.RECORD_AMENDMENT), options.document_id, effect)
        session.voice.say(
            f"已记录修改：第 {options.document_id} 号文件，自 {effect.begin_date.isoformat()} 起。",
            {"document_id": options.document_id, "effect": effect},
        )
