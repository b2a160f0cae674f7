"""Incoming filings are received and decided: accepted, sent back for supplement, refused."""

from dataclasses import dataclass, field
from pathlib import Path
from typing import Annotated

import typer

from models.acts.decide_filing import (
    accept_filing,
    record_supplement,
    refuse_filing,
    request_supplement,
)
from models.acts.receive_filing import receive_filing
from models.domain.records import DefectEntry, IntakeEntry
from models.domain.roles import ActName
from models.queries.filing_page import filing_page
from models.queries.office import profile
from resources.terms import name_in, name_of
from ui.commands.chinese import TOP, ChineseCommand, new_group
from ui.commands.entry import SETTABLE, ReadFile, entry_of, read_document
from ui.commands.options import with_options
from ui.commands.preview import preview, remark_unsaved
from ui.commands.refusals import ArgumentMissingError
from ui.commands.registration import (
    ConfirmOption,
    SameOption,
    SetOption,
    handling_of,
    keep_original,
)
from ui.commands.session import Session, session_of
from ui.commands.values import read_assignments, read_body, read_date, read_materials
from ui.document_formats import DOCUMENT_FILE

APP = new_group()
GROUPS = {TOP: APP}

FilingArgument = Annotated[
    int, typer.Argument(metavar="备案序号", help="list filings 每行开头的序号")
]
MaterialOption = Annotated[
    list[str],
    typer.Option("--material", metavar="材料=份数", help="收到的材料，可以写多次"),
]


@dataclass(frozen=True)
class IntakeOptions:
    """What a filing is received with."""

    filing_body: Annotated[str, typer.Option("--from", metavar="机关", help="报送机关")]
    received: Annotated[str, typer.Option("--received", metavar="日期", help="收到的日期")]
    file: Annotated[
        Path | None,
        typer.Argument(
            metavar="文件",
            help=f"{DOCUMENT_FILE}；与 --document 写一个",
        ),
    ] = None
    document_id: Annotated[
        int, typer.Option("--document", metavar="序号", help="已经在登记簿中的文件")
    ] = 0
    way: Annotated[
        str, typer.Option("--way", metavar="方式", help="收件方式；不写时是纸质报送")
    ] = "纸质报送"
    report_number: Annotated[
        str, typer.Option("--report-number", metavar="文号", help="报备文号")
    ] = ""
    settings: SetOption = field(default_factory=list)
    materials: MaterialOption = field(default_factory=list)
    is_same_allowed: SameOption = False
    is_confirmed: ConfirmOption = False


@APP.command("intake", cls=ChineseCommand)
@with_options(IntakeOptions)
def intake(session: Session, options: IntakeOptions) -> None:
    """Receive a filing, or show what would be saved."""
    with session.register() as book:
        read = None if options.file is None else read_document(options.file)
        received = _received(options, read)
        if not options.is_confirmed:
            _preview(session, read, received)
            return
        order = session.order(ActName.RECEIVE_FILING)
        keep_original(book, options.file)
        handling = handling_of(is_same_allowed=options.is_same_allowed)
        filing_id = receive_filing(order, received, handling)
        title = filing_page(filing_id, profile()).title
        session.voice.say(
            f"已收件：备案第 {filing_id} 号《{title}》。",
            {"is_saved": True, "filing_id": filing_id, "title": title},
        )


def _received(options: IntakeOptions, read: ReadFile | None) -> IntakeEntry:
    if read is None and not options.document_id:
        raise ArgumentMissingError(name="文件")
    settings = read_assignments(options.settings, SETTABLE)
    is_known = bool(options.document_id)
    return IntakeEntry(
        filing_body_id=read_body(options.filing_body).id,
        received_date=read_date("received_date", options.received),
        received_way=options.way,
        filing_report_number=options.report_number,
        materials=read_materials(options.materials),
        document_id=options.document_id or None,
        document=None if is_known else entry_of(read, settings, (), is_published=True),
    )


@APP.command("accept", cls=ChineseCommand)
def accept(context: typer.Context, filing_id: FilingArgument) -> None:
    """Register a complete filing."""
    session = session_of(context)
    with session.register():
        acceptance = accept_filing(session.order(ActName.ACCEPT_FILING), filing_id)
        session.voice.say(
            f"予以备案登记：{acceptance.filing_register_number}，"
            f"{acceptance.registered_date.isoformat()}。",
            {"filing_id": filing_id, **vars(acceptance)},
        )


@APP.command("supplement", cls=ChineseCommand)
def supplement(
    context: typer.Context,
    filing_id: FilingArgument,
    defects: Annotated[
        list[str],
        typer.Option("--defect", metavar="事项[=规定]", help="要补正的事项，可以写多次"),
    ],
) -> None:
    """Send a filing back until its defects are mended."""
    session = session_of(context)
    named = tuple(DefectEntry(*(part.strip() for part in text.split("=", 1))) for text in defects)
    with session.register():
        due_date = request_supplement(session.order(ActName.REQUEST_SUPPLEMENT), filing_id, named)
        session.voice.say(
            f"已要求补正，共 {len(named)} 项，应当在 {due_date.isoformat()} 前补正。",
            {"filing_id": filing_id, "defects": named, "due_date": due_date},
        )


@APP.command("supplemented", cls=ChineseCommand)
def supplemented(
    context: typer.Context,
    filing_id: FilingArgument,
    day: Annotated[str, typer.Option("--date", metavar="日期", help="收到补正材料的日期")],
    papers: MaterialOption,
) -> None:
    """Record that the supplement came, with all papers the filing has now."""
    session = session_of(context)
    materials, answered_date = read_materials(papers), read_date("answered_date", day)
    with session.register():
        order = session.order(ActName.RECORD_SUPPLEMENT)
        record_supplement(order, filing_id, answered_date, materials)
        session.voice.say(
            f"已记录补正材料：{answered_date.isoformat()}，重新进行形式审查。",
            {"filing_id": filing_id, "answered_date": answered_date, "materials": materials},
        )


@APP.command("refuse", cls=ChineseCommand)
def refuse(
    context: typer.Context,
    filing_id: FilingArgument,
    reason: Annotated[str, typer.Option("--reason", metavar="理由", help="不予备案登记的理由")],
) -> None:
    """Refuse a filing."""
    session = session_of(context)
    with session.register():
        refuse_filing(session.order(ActName.REFUSE_FILING), filing_id, reason)
        session.voice.say(
            f"备案第 {filing_id} 号不予备案登记，已记录。",
            {"filing_id": filing_id, "refusal_reason": reason},
        )


def _preview(session: Session, read: ReadFile | None, received: IntakeEntry) -> None:
    _remark_materials(session, received)
    if received.document is not None:
        preview(session, read, received.document, ())
        return
    session.voice.record({"is_saved": False, "document_id": received.document_id})
    remark_unsaved(session)


def _remark_materials(session: Session, received: IntakeEntry) -> None:
    came = {one.kind for one in received.materials if one.copies}
    missing = [kind for kind in profile().filing_materials.value if kind not in came]
    session.voice.facts(
        [("received_date", received.received_date), ("received_way", received.received_way)]
    )
    for material in received.materials:
        session.voice.remark(f"材料：{name_of(material.kind)} {material.copies} 份")
    if missing:
        kinds = "、".join(map(name_of, missing))
        session.voice.remark(f"{name_in('Field', 'missing_materials')}：{kinds}")
