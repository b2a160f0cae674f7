"""Registered documents are numbered and issued; numbers are voided and counters confirmed."""

from dataclasses import dataclass
from typing import Annotated

import typer

from models.acts.allot_number import allot_number
from models.acts.historic_numbers import confirm_counter
from models.acts.record_issuance import record_issuance
from models.acts.void_number import void_number
from models.domain.profile import Profile, ThirdUniform
from models.domain.roles import ActName
from models.domain.terms import IssuanceKind
from models.queries.office import profile
from resources.terms import name_of
from ui.commands.chinese import TOP, ChineseCommand, new_group
from ui.commands.options import with_options
from ui.commands.session import Session, session_of
from ui.commands.values import read_date, read_term

APP = new_group()
GROUPS = {TOP: APP}

DocumentArgument = Annotated[int, typer.Argument(metavar="序号", help="文件的序号")]


@APP.command("number", cls=ChineseCommand)
def number(context: typer.Context, document_id: DocumentArgument) -> None:
    """Give a document its unified number."""
    session = session_of(context)
    with session.register():
        allotment = allot_number(session.order(ActName.ALLOT_NUMBER), document_id)
        session.voice.say(
            f"已编号：{allotment.number}"
            f"（第 {document_id} 号文件，台账第 {allotment.entry_id} 行）。",
            {
                "document_id": document_id,
                "unified_number": allotment.number,
                "entry_id": allotment.entry_id,
            },
        )


@dataclass(frozen=True)
class IssuanceOptions:
    """What the record of an issuance needs."""

    document_id: DocumentArgument
    medium: Annotated[str, typer.Option("--medium", metavar="载体", help="例如 云溪县人民政府公报")]
    day: Annotated[str, typer.Option("--date", metavar="日期", help="印发或者公布的日期")]
    kind: Annotated[
        str,
        typer.Option("--kind", metavar="方式", help="印发或者公布；不写时按规则包的第三个统一"),
    ] = ""


@APP.command("issue", cls=ChineseCommand)
@with_options(IssuanceOptions)
def issue(session: Session, options: IssuanceOptions) -> None:
    """Record that a document was printed or published."""
    day = read_date("issued_date", options.day)
    with session.register():
        kind = _usual_kind(profile())
        if options.kind:
            kind = read_term(IssuanceKind, "kind", options.kind)
        order = session.order(ActName.RECORD_ISSUANCE)
        issuance_id = record_issuance(order, options.document_id, kind, options.medium, day)
        session.voice.say(
            f"已记录{name_of(kind)}：{day.isoformat()}，{options.medium}。",
            {
                "document_id": options.document_id,
                "issuance_id": issuance_id,
                "kind": kind,
                "medium": options.medium,
                "issued_date": day,
            },
        )


@APP.command("void", cls=ChineseCommand)
def void(
    context: typer.Context,
    entry_id: Annotated[
        int, typer.Argument(metavar="台账行号", help="numbers ledger 每行开头的序号")
    ],
    reason: Annotated[str, typer.Option("--reason", metavar="理由", help="作废的理由")],
) -> None:
    """Void a number that has not left the house."""
    session = session_of(context)
    with session.register():
        printed = void_number(session.order(ActName.VOID_NUMBER), entry_id, reason)
        session.voice.say(
            f"已作废号码 {printed}，台账中保留。",
            {"entry_id": entry_id, "number": printed, "void_reason": reason},
        )


@APP.command("confirm-counter", cls=ChineseCommand)
def confirm(
    context: typer.Context,
    scheme_id: Annotated[
        str, typer.Argument(metavar="编号规则", help="numbers report 中的编号规则")
    ],
    token: Annotated[str, typer.Argument(metavar="顺序号", help="例如 seq")],
    scope: Annotated[str, typer.Argument(metavar="号段", help="例如 seq|organ=1|year=2026")],
) -> None:
    """Let a counter follow the highest number entered from the past."""
    session = session_of(context)
    with session.register():
        order = session.order(ActName.CONFIRM_COUNTER)
        last_count = confirm_counter(order, scheme_id, token, scope)
        session.voice.say(
            f"已确认：从 {last_count} 之后起编。",
            {"scheme_id": scheme_id, "token": token, "scope": scope, "last_count": last_count},
        )


def _usual_kind(rules: Profile) -> IssuanceKind:
    is_printing = rules.third_uniform.value is ThirdUniform.ISSUANCE
    return IssuanceKind.PRINTED if is_printing else IssuanceKind.PUBLISHED
