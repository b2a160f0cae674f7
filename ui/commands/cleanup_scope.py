"""The scope of a cleanup at the command line: tried, frozen, and changed for a reason."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Annotated

import typer

from models.acts.cleanup_campaigns import open_campaign
from models.acts.cleanup_scopes import add_entry, freeze_scope, reassign_entries, remove_entry
from models.domain.cleanup_campaign import CampaignEntry, CampaignKind, ScopeFilter
from models.domain.lifecycle import CampaignState
from models.domain.roles import ActName
from models.domain.terms import DocumentClass, ValidityStatus
from models.queries.cleanup import (
    campaign,
    scope_ids,
)
from models.queries.cleanup_entries import EntryRow, entries
from models.queries.documents import document_rows
from models.queries.office import today
from ui.commands.answers import rows_of
from ui.commands.cleanup_sheets import CAMPAIGN
from ui.commands.options import with_options
from ui.commands.refusals import ValueUnfitError
from ui.commands.session import Session
from ui.commands.values import read_date, read_term


@dataclass(frozen=True)
class NewOptions:
    """What a cleanup is called, and what ordered it."""

    name: Annotated[str, typer.Option("--name", metavar="名称", help="清理的名称")]
    kind: Annotated[
        str, typer.Option("--kind", metavar="方式", help="定期清理、专项清理或者即时清理")
    ] = "定期清理"
    mandate: Annotated[
        str, typer.Option("--mandate", metavar="依据", help="部署清理的依据，写在决定的开头")
    ] = ""
    contact: Annotated[
        str, typer.Option("--contact", metavar="联系人", help="联系人和电话，写在意见表上")
    ] = ""
    due: Annotated[str, typer.Option("--due", metavar="日期", help="各单位交回意见表的期限")] = ""


@with_options(NewOptions)
def new(session: Session, options: NewOptions) -> None:
    """Open a cleanup."""
    entry = CampaignEntry(
        name=options.name,
        kind=read_term(CampaignKind, "kind", options.kind),
        mandate=options.mandate,
        contact=options.contact,
        reply_due_date=optional_day("due_date", options.due),
    )
    with session.register():
        campaign_id = open_campaign(session.order(ActName.OPEN_CLEANUP), entry)
    session.voice.say(f"已立项 {campaign_id}：{options.name}。", {"id": campaign_id})


Words = list[str] | None


@dataclass(frozen=True)
class ScopeOptions:
    """Which documents are in the scope; several words of one option widen it."""

    campaign_id: Annotated[int, CAMPAIGN]
    title_words: Annotated[
        Words, typer.Option("--title", metavar="词", help="标题中有这个词的；可以写多次")
    ] = None
    cited_laws: Annotated[
        Words, typer.Option("--law", metavar="法律法规", help="以它为依据或者提到它的；可以写多次")
    ] = None
    text_words: Annotated[
        Words, typer.Option("--text", metavar="词", help="正文中有这个词的；可以写多次")
    ] = None
    unit_names: Annotated[
        Words, typer.Option("--unit", metavar="单位", help="由这个单位负责的；可以写多次")
    ] = None
    issuing_body_names: Annotated[
        Words, typer.Option("--issuer", metavar="机关", help="这个机关制定的；可以写多次")
    ] = None
    classes: Annotated[
        Words, typer.Option("--class", metavar="类别", help="政府、部门或者乡镇规范性文件")
    ] = None
    issued_from: Annotated[str, typer.Option("--from", metavar="日期", help="从这一天起公布的")] = (
        ""
    )
    issued_to: Annotated[str, typer.Option("--to", metavar="日期", help="到这一天为止公布的")] = ""
    statuses: Annotated[
        Words, typer.Option("--status", metavar="时效", help="时效是这一种的；可以写多次")
    ] = None
    status_day: Annotated[
        str, typer.Option("--on", metavar="日期", help="按哪一天的时效；不写时是确定范围的当天")
    ] = ""
    is_frozen: Annotated[
        bool, typer.Option("--freeze", help="确定范围，列成目录；不写时只列出，供核对")
    ] = False
    added: Annotated[
        list[int] | None, typer.Option("--add", metavar="文件序号", help="增补列入；可以写多次")
    ] = None
    removed: Annotated[
        list[int] | None, typer.Option("--remove", metavar="文件序号", help="移出；可以写多次")
    ] = None
    reason: Annotated[str, typer.Option("--reason", metavar="理由", help="增补或者移出的理由")] = ""
    moved: Annotated[
        list[int] | None,
        typer.Option("--move", metavar="文件序号", help="改由 --to-unit 的单位清理；可以写多次"),
    ] = None
    to_unit: Annotated[str, typer.Option("--to-unit", metavar="单位", help="改由哪个单位清理")] = ""

    @property
    def filter(self) -> ScopeFilter:
        """The filter that the options stand for."""
        return ScopeFilter(
            title_words=tuple(self.title_words or ()),
            cited_laws=tuple(self.cited_laws or ()),
            text_words=tuple(self.text_words or ()),
            unit_names=tuple(self.unit_names or ()),
            issuing_body_names=tuple(self.issuing_body_names or ()),
            document_classes=tuple(
                read_term(DocumentClass, "document_class", one) for one in self.classes or ()
            ),
            issued_from=optional_day("published_date", self.issued_from),
            issued_to=optional_day("published_date", self.issued_to),
            statuses=tuple(
                read_term(ValidityStatus, "validity", one) for one in self.statuses or ()
            ),
            status_day=optional_day("status_day", self.status_day),
        )


@with_options(ScopeOptions)
def scope(session: Session, options: ScopeOptions) -> None:
    """Try a scope, freeze it, or change the list that came of it."""
    campaign_id, wanted = options.campaign_id, options.filter
    with session.register():
        state = campaign(campaign_id).row.state
        for one in options.added or ():
            add_entry(session.order(ActName.ADD_CLEANUP_ENTRY), campaign_id, one, options.reason)
        for one in options.removed or ():
            order = session.order(ActName.REMOVE_CLEANUP_ENTRY)
            remove_entry(order, campaign_id, one, options.reason)
        if options.moved:
            _move(session, options)
        if options.is_frozen:
            freeze_scope(session.order(ActName.FREEZE_CLEANUP_SCOPE), campaign_id, wanted)
        elif state is CampaignState.PLANNED:
            _preview(session, wanted)
            return
        list_entries(session, entries(campaign_id, today()))


def _move(session: Session, options: ScopeOptions) -> None:
    rows = entries(options.campaign_id, today(), with_removed=True)
    wanted = entry_ids(rows, options.moved or ())
    order = session.order(ActName.REASSIGN_CLEANUP_ENTRIES)
    reassign_entries(order, options.campaign_id, wanted, options.to_unit)


def entry_ids(rows: tuple[EntryRow, ...], document_ids: Sequence[int]) -> tuple[int, ...]:
    """Return the entries of documents in a cleanup.

    Raises:
        ValueUnfitError: a document is not in it.
    """
    ids = {row.document_id: row.id for row in rows}
    for one in document_ids:
        if one not in ids:
            raise ValueUnfitError(field="document", value=str(one), expected="清理目录中的序号")
    return tuple(ids[one] for one in document_ids)


def _preview(session: Session, wanted: ScopeFilter) -> None:
    day = today()
    ids = scope_ids(wanted, day)
    rows = rows_of(lambda part: document_rows(part, day), ids)
    columns = ("id", "document_number", "published_date", "validity", "title")
    session.voice.table(columns, rows, "登记簿中没有符合的文件。")
    session.voice.remark(f"共 {len(ids)} 件，还没有确定；加 --freeze 确定范围。")


def list_entries(session: Session, rows: tuple[EntryRow, ...]) -> None:
    """Tell the documents of a cleanup one by one."""
    for row in rows:
        session.voice.record(entry_record(row))
    for row in rows:
        number = f"（{row.document_number}）" if row.document_number else ""
        session.voice.remark(f"{row.document_id}　{row.unit_name}　《{row.title}》{number}")
    session.voice.remark(f"清理目录共 {len(rows)} 件。")


def entry_record(row: EntryRow) -> dict[str, object]:
    """Return a document of a cleanup as programs are told of it."""
    opinion, decision = row.opinion, row.decision
    return {
        "document_id": row.document_id,
        "title": row.title,
        "document_number": row.document_number,
        "unit": row.unit_name,
        "issued_date": row.issued_date,
        "expiry_date": row.expiry_date,
        "status": row.status.value,
        "origin": row.origin.value,
        "opinion": opinion.choice.value if opinion else None,
        "suggestions": [
            {"outcome": one.outcome.value, "ground": one.ground.value, "fact": one.fact}
            for one in row.suggestions
        ],
        "decision": decision.outcome.value if decision else None,
        "basis": decision.basis if decision else "",
        "has_conflict": row.has_conflict,
    }


def optional_day(field: str, text: str) -> date | None:
    """Read a day that need not be given.

    Raises:
        ValueUnfitError: it is no day.
    """
    return read_date(field, text) if text else None
