"""A document is published anew at the command line."""

from dataclasses import dataclass, field
from typing import Annotated

import typer

from models.acts.renewals import Renewal, renew_document
from models.domain.roles import ActName
from ui.commands.options import with_options
from ui.commands.session import Session
from ui.commands.validity_acts import (
    CauseOption,
    DayOption,
    DocumentArgument,
    ReasonOption,
    ShortenOption,
    allowance_of,
    effect_of,
    tell_recorded,
)
from ui.commands.values import read_date, read_evidence, read_validity


@dataclass(frozen=True)
class RenewalOptions:
    """Which document, from when and why, and what the new text says."""

    document_id: DocumentArgument
    day: DayOption
    reason: ReasonOption
    term: Annotated[
        str,
        typer.Option("--term", metavar="有效期", help="新文本写明的有效期；不写时与原来相同"),
    ] = ""
    number: Annotated[
        str, typer.Option("--number", metavar="文号", help="新的发文字号，规则要求重新编号的才写")
    ] = ""
    adopted: Annotated[
        str, typer.Option("--adopted", metavar="日期", help="成文日期，规则要求重新登记的才写")
    ] = ""
    evidence: Annotated[
        list[str],
        typer.Option(
            "--evidence",
            metavar="材料",
            help="登记时查验的材料，写法同 register；可以写几次",
        ),
    ] = field(default_factory=list)
    caused_by_id: CauseOption = None
    may_shorten: ShortenOption = False


@with_options(RenewalOptions)
def renew(session: Session, options: RenewalOptions) -> None:
    """Publish a document anew, under a new number where the rules want one."""
    effect = effect_of(options)
    renewal = Renewal(
        effect,
        read_validity("validity_term", options.term) if options.term else None,
        options.number,
        read_date("adopted_date", options.adopted) if options.adopted else None,
        tuple(map(read_evidence, options.evidence)),
        allowance_of(options),
    )
    with session.register():
        order = session.order(ActName.RENEW_DOCUMENT)
        document_id = renew_document(order, options.document_id, renewal)
        if document_id == options.document_id:
            tell_recorded(session, ActName.RENEW_DOCUMENT, document_id, effect)
            return
        session.voice.say(
            f"已登记重新公布的文件：第 {document_id} 号，接续第 {options.document_id} 号文件。"
            f"请继续编号、公布；公布以后，第 {options.document_id} 号文件自新文件施行之日起"
            "不再有效。",
            {"document_id": document_id, "renews": options.document_id, "effect": effect},
        )
