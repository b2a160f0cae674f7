"""The result of a cleanup at the command line: looked at, drafted, applied, followed."""

from dataclasses import dataclass
from datetime import date
from typing import Annotated, Protocol

import typer

from models.acts.cleanup_results import acknowledge_affected, issue_cleanup_result
from models.domain.cleanup_result import ResultEntry, ResultTerms
from models.domain.roles import ActName
from models.queries.cleanup import campaign
from models.queries.cleanup_results import look_back, result_preview
from models.queries.letters import letter_page
from models.queries.office import today
from resources.terms import name_of
from ui.commands.cleanup_sheets import CAMPAIGN
from ui.commands.options import with_options
from ui.commands.session import Session, session_of
from ui.commands.values import read_date
from ui.parts.cleanup_result_words import listed_reason, unlisted_reason

EffectOption = Annotated[
    str, typer.Option("--effect", metavar="日期", help="决定的施行日期；不写时是今天")
]
CutoffOption = Annotated[
    str,
    typer.Option("--cutoff", metavar="日期", help="清理到哪一天公布的文件；不写时按清理范围"),
]
UnlistedOption = Annotated[
    bool, typer.Option("--ends-unlisted", help="决定写明没有列入的不再作为依据")
]


class TermsOptions(Protocol):
    """Options that say from when a result works, and how far it reaches."""

    @property
    def effect(self) -> str:
        """The day of effect as it was typed."""

    @property
    def cutoff(self) -> str:
        """The last day of issue as it was typed."""

    @property
    def ends_unlisted(self) -> bool:
        """Whether what is not listed ends as well."""


@dataclass(frozen=True)
class AffectedOptions:
    """Which result, and which of the documents that it touches were looked at."""

    campaign_id: Annotated[int, CAMPAIGN]
    effect: EffectOption = ""
    cutoff: CutoffOption = ""
    ends_unlisted: UnlistedOption = False
    is_acknowledged: Annotated[
        bool, typer.Option("--acknowledge", help="列出的已经逐件核对；要用 --note 写明处理意见")
    ] = False
    document_ids: Annotated[
        list[int] | None,
        typer.Option("--document", metavar="文件序号", help="只核对这一件；可以写多次"),
    ] = None
    note: Annotated[str, typer.Option("--note", metavar="说明", help="核对后的处理意见")] = ""


@with_options(AffectedOptions)
def affected(session: Session, options: AffectedOptions) -> None:
    """List what a result touches without naming it, and keep that somebody looked at it."""
    with session.register():
        terms = terms_of(options.campaign_id, options)
        found = result_preview(options.campaign_id, terms).affected
        wanted = [
            (one.document_id, one.ground)
            for one in found
            if not options.document_ids or one.document_id in options.document_ids
        ]
        if options.is_acknowledged and wanted:
            order = session.order(ActName.ACKNOWLEDGE_AFFECTED)
            acknowledge_affected(order, options.campaign_id, tuple(wanted), options.note)
            found = result_preview(options.campaign_id, terms).affected
    for one in found:
        session.voice.record({**vars(one), "ground": one.ground.value})
        through = f"《{one.through}》" if one.through else ""
        seen = "已核对" if one.is_acknowledged else "未核对"
        told = f"{one.document_id}　{seen}　《{one.title}》　{name_of(one.ground)}{through}"
        session.voice.remark(told)
    if not found:
        session.voice.remark("没有受到连带影响的文件。")


@dataclass(frozen=True)
class ApplyOptions:
    """Who decided, by which decision, when; and from when it works."""

    campaign_id: Annotated[int, CAMPAIGN]
    decided_by: Annotated[str, typer.Option("--decided-by", metavar="机关", help="作出决定的机关")]
    decided: Annotated[str, typer.Option("--decided", metavar="日期", help="作出决定的日期")]
    published: Annotated[str, typer.Option("--published", metavar="日期", help="公布的日期")]
    number: Annotated[str, typer.Option("--number", metavar="文号", help="决定的文号")] = ""
    effect: EffectOption = ""
    cutoff: CutoffOption = ""
    ends_unlisted: UnlistedOption = False
    document_id: Annotated[
        int | None, typer.Option("--by", metavar="序号", help="决定本身的序号，已登记的才写")
    ] = None
    letter_id: Annotated[
        int | None,
        typer.Option("--letter", metavar="文书序号", help="由本单位发出的决定；内容要与结果一致"),
    ] = None


@with_options(ApplyOptions)
def apply(session: Session, options: ApplyOptions) -> None:
    """Apply a result to every document of it, at once."""
    with session.register():
        terms = terms_of(options.campaign_id, options)
        name = campaign(options.campaign_id).row.name
        letter = letter_page(options.letter_id) if options.letter_id is not None else None
        body, number = options.decided_by, letter.letter_number if letter else options.number
        entry = ResultEntry(
            terms=terms,
            decided_by=options.decided_by,
            decided_date=read_date("decided_date", options.decided),
            published_date=read_date("published_date", options.published),
            reason=listed_reason(name, body, number),
            unlisted_reason=unlisted_reason(name, body, number),
            decision_number=number,
            letter_id=options.letter_id,
            document_id=options.document_id,
        )
        order = session.order(ActName.ISSUE_CLEANUP_RESULT)
        count = issue_cleanup_result(order, options.campaign_id, entry)
    session.voice.say(
        f"已落实清理结果，登记簿中 {count} 件文件随之变动，{terms.effect_date}起生效。",
        {"id": options.campaign_id, "changed": count, "effect_date": str(terms.effect_date)},
    )


def lookback(context: typer.Context, campaign_id: Annotated[int, CAMPAIGN]) -> None:
    """Say what is still open after a cleanup."""
    session = session_of(context)
    with session.register():
        day = today()
        found = look_back(campaign_id, day)
    session.voice.record(
        {
            "amendments": [
                {
                    "document_id": one.document_id,
                    "title": one.title,
                    "unit": one.unit_name,
                    "due_date": one.due_date,
                    "settled_date": one.settled_date,
                    "is_overdue": one.is_overdue(day),
                }
                for one in found.amendments
            ],
            "on_ended_basis": [
                {"document_id": document_id, "title": title}
                for document_id, title in found.on_ended_basis
            ],
        }
    )
    for one in found.amendments:
        if one.settled_date is not None:
            state = f"{one.settled_date} 已完成"
        else:
            state = f"{'已逾期' if one.is_overdue(day) else '未完成'}，期限 {one.due_date}"
        session.voice.remark(f"修改　《{one.title}》　{one.unit_name}　{state}")
    for _, title in found.on_ended_basis:
        session.voice.remark(f"依据已废止或者失效，仍然有效：《{title}》")
    if not found.amendments and not found.on_ended_basis:
        session.voice.remark("没有需要跟踪的事项。")


def terms_of(campaign_id: int, options: TermsOptions) -> ResultTerms:
    """Return from when a result works; its range ends with the scope, or with the day of it."""
    page = campaign(campaign_id)
    last = (page.scope.issued_to if page.scope else None) or page.scope_date or today()
    return ResultTerms(
        effect_date=_day("effect_date", options.effect, today()),
        cutoff_date=_day("cutoff_date", options.cutoff, last),
        ends_unlisted=options.ends_unlisted,
    )


def _day(field: str, text: str, otherwise: date) -> date:
    return read_date(field, text) if text else otherwise
