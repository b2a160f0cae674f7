"""The register of issuing bodies."""

from dataclasses import dataclass
from typing import Annotated

import typer

from models.acts.issuing_bodies import (
    add_issuing_body,
    correct_issuing_body,
    succeed_issuing_body,
)
from models.domain.records import BodyEntry
from models.domain.roles import ActName
from models.domain.terms import DocumentClass
from models.queries.bodies import issuing_bodies
from models.queries.office import today
from ui.commands.chinese import ChineseCommand, new_group
from ui.commands.options import with_options
from ui.commands.session import Session, session_of
from ui.commands.values import read_body, read_date, read_term

APP = new_group()
GROUPS = {"bodies": APP}


@APP.command("list", cls=ChineseCommand, help="列出制定机关")
def show_list(context: typer.Context) -> None:
    """List all bodies."""
    session = session_of(context)
    columns = (
        "id",
        ("name", "机关名称"),
        "short_name",
        "body_class",
        "organ_code",
        "document_code",
        "is_eligible",
        "ended_date",
        "successor_name",
    )
    with session.register():
        session.voice.table(columns, issuing_bodies(), "名册里还没有制定机关。")


@dataclass(frozen=True)
class BodyOptions:
    """The facts of a body."""

    name: Annotated[str, typer.Argument(metavar="名称", help="机关全称")]
    body_class: Annotated[
        str, typer.Option("--class", metavar="类别", help="government、department 或者 township")
    ]
    short_name: Annotated[str, typer.Option("--short", metavar="简称", help="机关简称")] = ""
    organ_code: Annotated[str, typer.Option("--organ", metavar="编码", help="机关编码")] = ""
    document_code: Annotated[str, typer.Option("--code", metavar="代字", help="机关代字")] = ""
    ineligible_reason: Annotated[
        str,
        typer.Option("--ineligible", metavar="理由", help="不得制定规范性文件的，写明理由"),
    ] = ""


@APP.command("add", cls=ChineseCommand, help="录入制定机关")
@with_options(BodyOptions)
def add(session: Session, options: BodyOptions) -> None:
    """Enter a body."""
    body = BodyEntry(
        name=options.name,
        short_name=options.short_name or options.name,
        body_class=read_term(DocumentClass, "body_class", options.body_class),
        organ_code=options.organ_code,
        document_code=options.document_code,
        is_eligible=not options.ineligible_reason,
        ineligible_reason=options.ineligible_reason,
    )
    with session.register():
        body_id = add_issuing_body(session.order(ActName.ADD_ISSUING_BODY), body)
        session.voice.say(
            f"已录入第 {body_id} 号机关：{body.name}。", {"body_id": body_id, **vars(body)}
        )


@dataclass(frozen=True)
class CorrectionOptions:
    """Which body is corrected, and what is written anew; what is left out stays."""

    name: Annotated[str, typer.Argument(metavar="名称", help="机关名称，不能在这里更改")]
    short_name: Annotated[str, typer.Option("--short", metavar="简称", help="机关简称")] = ""
    body_class: Annotated[
        str, typer.Option("--class", metavar="类别", help="government、department 或者 township")
    ] = ""
    organ_code: Annotated[str, typer.Option("--organ", metavar="编码", help="机关编码")] = ""
    document_code: Annotated[str, typer.Option("--code", metavar="代字", help="机关代字")] = ""


@APP.command("correct", cls=ChineseCommand, help="更正机关的编码、代字、简称或者类别")
@with_options(CorrectionOptions)
def correct(session: Session, options: CorrectionOptions) -> None:
    """Correct the codes of a body."""
    with session.register():
        kept = read_body(options.name)
        known = kept.body_class
        body = BodyEntry(
            name=kept.name,
            short_name=options.short_name or kept.short_name,
            body_class=read_term(DocumentClass, "body_class", options.body_class or known),
            organ_code=options.organ_code or kept.organ_code,
            document_code=options.document_code or kept.document_code,
            is_eligible=kept.is_eligible,
            ineligible_reason=kept.ineligible_reason,
            level=kept.level,
        )
        correct_issuing_body(session.order(ActName.CORRECT_ISSUING_BODY), kept.id, body)
        session.voice.say(f"已更正{body.name}。", {"body_id": kept.id, **vars(body)})


@dataclass(frozen=True)
class RenameOptions:
    """Which body ends, and what follows it."""

    old_name: Annotated[str, typer.Argument(metavar="原名称", help="更名前的名称")]
    new_name: Annotated[str, typer.Option("--to", metavar="新名称", help="更名后的名称")]
    short_name: Annotated[str, typer.Option("--short", metavar="简称", help="新的简称")] = ""
    document_code: Annotated[
        str, typer.Option("--code", metavar="代字", help="新的机关代字；不写时沿用原来的")
    ] = ""
    ended: Annotated[
        str, typer.Option("--ended", metavar="日期", help="原机关终止的日期；不写时是今天")
    ] = ""


@APP.command("rename", cls=ChineseCommand, help="机关更名；旧文件保留原来的机关名称")
@with_options(RenameOptions)
def rename(session: Session, options: RenameOptions) -> None:
    """End a body and enter the one that follows it."""
    with session.register():
        old = read_body(options.old_name)
        ended_date = read_date("ended_date", options.ended) if options.ended else today()
        successor = BodyEntry(
            name=options.new_name,
            short_name=options.short_name or options.new_name,
            body_class=old.body_class,
            organ_code=old.organ_code,
            document_code=options.document_code or old.document_code,
            is_eligible=old.is_eligible,
            ineligible_reason=old.ineligible_reason,
            begun_date=ended_date,
        )
        order = session.order(ActName.SUCCEED_ISSUING_BODY)
        body_id = succeed_issuing_body(order, (old.id,), successor, ended_date)
        session.voice.say(
            f"{old.name}已更名为{successor.name}（第 {body_id} 号），旧文件保留原名。",
            {"ended_body_id": old.id, "body_id": body_id, **vars(successor)},
        )
