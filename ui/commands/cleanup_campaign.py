"""Cleanups are opened, followed and taken to their next stage."""

from dataclasses import dataclass
from datetime import date
from typing import Annotated

import typer

from models.acts.cleanup_campaigns import advance_campaign, open_campaign
from models.domain.cleanup_campaign import CampaignEntry, CampaignKind
from models.domain.lifecycle import CampaignState
from models.domain.roles import ActName
from models.queries.cleanup import (
    campaign,
    campaigns,
    class_counts,
    progress_by_unit,
)
from models.queries.cleanup_entries import entries
from models.queries.office import today
from resources.terms import name_of
from ui.commands.cleanup_scope import list_entries, optional_day
from ui.commands.cleanup_sheets import CAMPAIGN
from ui.commands.options import with_options
from ui.commands.session import Session
from ui.commands.values import read_term


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


@dataclass(frozen=True)
class StatusOptions:
    """Which cleanup; without one all are listed."""

    campaign_id: Annotated[
        int | None, typer.Argument(metavar="清理", help="清理的序号；不写时列出全部清理")
    ] = None
    is_listed: Annotated[bool, typer.Option("--documents", help="逐件列出清理目录")] = False


@with_options(StatusOptions)
def status(session: Session, options: StatusOptions) -> None:
    """List the cleanups, or say how far one is."""
    with session.register():
        if options.campaign_id is None:
            columns = ("id", "name", "kind", "state", "documents", "opinions", "decided")
            titled = [(one, _COLUMNS.get(one, one)) for one in columns]
            session.voice.table(titled, campaigns(), "还没有清理。")
        elif options.is_listed:
            list_entries(session, entries(options.campaign_id, today()))
        else:
            _tell(session, options.campaign_id, today())


def _tell(session: Session, campaign_id: int, day: date) -> None:
    page = campaign(campaign_id)
    counts = class_counts(campaign_id)
    units = progress_by_unit(campaign_id)
    session.voice.record(
        {
            "id": campaign_id,
            "name": page.row.name,
            "kind": page.row.kind.value,
            "state": page.row.state.value,
            "documents": page.row.documents,
            "opinions": page.row.opinions,
            "decided": page.row.decided,
            "classes": {one.value: count for one, count in counts.items() if one is not None},
            "undecided": counts.get(None, 0),
            "units": [{**vars(unit), "is_overdue": unit.is_overdue(day)} for unit in units],
        }
    )
    row = page.row
    session.voice.remark(f"{row.name}　{name_of(row.kind)}　{name_of(row.state)}")
    classes = "，".join(
        f"{name_of(one) if one else '没有审核'} {count} 件" for one, count in counts.items()
    )
    session.voice.remark(f"目录 {row.documents} 件，已收意见 {row.opinions} 件。{classes}")
    for unit in units:
        late = "　已逾期" if unit.is_overdue(day) else ""
        told = f"{unit.unit_name}　{unit.documents} 件，意见 {unit.opinions}，审核 {unit.decided}"
        session.voice.remark(f"    {told}{late}")


@dataclass(frozen=True)
class StepOptions:
    """To which stage a cleanup goes."""

    campaign_id: Annotated[int, CAMPAIGN]
    target: Annotated[
        str,
        typer.Argument(
            metavar="环节",
            help="意见已收回、审核中、已协调、已审议、已决定、已公布或者已归档",
        ),
    ]
    note: Annotated[str, typer.Option("--note", metavar="说明", help="会议、文号等情况")] = ""


@with_options(StepOptions)
def step(session: Session, options: StepOptions) -> None:
    """Take a cleanup to its next stage."""
    target = read_term(CampaignState, "state", options.target)
    with session.register():
        order = session.order(ActName.ADVANCE_CLEANUP)
        advance_campaign(order, options.campaign_id, target, options.note)
    session.voice.say(
        f"清理 {options.campaign_id} 现在是“{name_of(target)}”。",
        {"id": options.campaign_id, "state": target.value},
    )


_COLUMNS = {
    "id": "序号",
    "name": "名称",
    "kind": "方式",
    "state": "环节",
    "documents": "文件",
    "opinions": "意见",
    "decided": "审核",
}
