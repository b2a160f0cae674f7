"""The office decides documents of a cleanup at the command line, and takes decisions back."""

from dataclasses import dataclass
from typing import Annotated

import typer

from models.acts.cleanup_decisions import (
    decide_differently,
    decide_entries,
    record_suggestions,
    take_back_decisions,
)
from models.domain.cleanup import CleanupOutcome, CleanupReason
from models.domain.cleanup_campaign import DecisionEntry
from models.domain.roles import ActName
from models.queries.cleanup_entries import EntryRow, OpinionRow, entries, last_undo_group
from models.queries.office import today
from resources.terms import name_of
from review.cleanup.suggesting.suggestions import suggest
from review.laws.office_catalogue import office_index
from ui.commands.cleanup_scope import entry_ids
from ui.commands.cleanup_sheets import CAMPAIGN
from ui.commands.options import with_options
from ui.commands.refusals import ArgumentMissingError
from ui.commands.session import Session, session_of
from ui.commands.values import read_date, read_term
from ui.parts.cleanup_suggestion_words import suggestion_words


@dataclass(frozen=True)
class DecideOptions:
    """Which documents are decided, and how."""

    campaign_id: Annotated[int, CAMPAIGN]
    document_ids: Annotated[
        list[int] | None, typer.Argument(metavar="文件序号", help="可以写多个")
    ] = None
    outcome: Annotated[
        str,
        typer.Option("--as", metavar="意见", help="继续有效、修改、废止、宣布失效或者已废止或失效"),
    ] = ""
    reason: Annotated[
        str,
        typer.Option("--reason-class", metavar="理由类别", help="例如“制定依据已经废止”"),
    ] = ""
    basis: Annotated[str, typer.Option("--reason", metavar="理由", help="理由和依据")] = ""
    replacing: Annotated[
        str, typer.Option("--replaced-by", metavar="文件", help="代替它的文件名称和文号")
    ] = ""
    unit: Annotated[
        str, typer.Option("--unit", metavar="单位", help="负责修改的单位；不写时是负责清理的单位")
    ] = ""
    amend_by: Annotated[
        str, typer.Option("--amend-by", metavar="日期", help="修改的期限，只有修改才写")
    ] = ""
    is_rest: Annotated[
        bool, typer.Option("--rest", help="把还没有审核意见的全部文件都按这个意见办")
    ] = False
    is_as_proposed: Annotated[
        bool,
        typer.Option("--as-proposed", help="还没有审核意见、单位已有意见的，都按单位的意见办"),
    ] = False
    is_undone: Annotated[bool, typer.Option("--undo", help="撤回最后一批审核意见")] = False


@with_options(DecideOptions)
def decide(session: Session, options: DecideOptions) -> None:
    """Decide documents alike, follow the units, or take the last decisions back."""
    with session.register():
        if options.is_undone:
            _undo(session, options.campaign_id)
            return
        rows = entries(options.campaign_id, today())
        if options.is_as_proposed:
            _follow_units(session, options.campaign_id, rows)
            return
        chosen = _chosen(options, rows)
        order = session.order(ActName.DECIDE_CLEANUP)
        entry = _entry(options)
        group = decide_entries(order, options.campaign_id, chosen, entry)
        session.voice.say(
            f"{group.count} 件审核意见：{name_of(entry.outcome)}。",
            {"decided": group.count, "undo_group": group.undo_group},
        )


def _undo(session: Session, campaign_id: int) -> None:
    group = last_undo_group(campaign_id)
    if group is None:
        session.voice.say("没有可以撤回的审核意见。", {"taken_back": 0})
        return
    count = take_back_decisions(session.order(ActName.TAKE_BACK_CLEANUP), campaign_id, group)
    session.voice.say(f"已撤回 {count} 件审核意见。", {"taken_back": count})


def _follow_units(session: Session, campaign_id: int, rows: tuple[EntryRow, ...]) -> None:
    """Decide as the units propose, as one group."""
    proposed = tuple(
        (row.id, _as_proposed(row.opinion))
        for row in rows
        if row.opinion is not None and row.decision is None
    )
    if not proposed:
        session.voice.say("没有可以照办的单位意见。", {"decided": 0})
        return
    group = decide_differently(session.order(ActName.DECIDE_CLEANUP), campaign_id, proposed)
    session.voice.say(
        f"按单位意见审核 {group.count} 件。",
        {"decided": group.count, "undo_group": group.undo_group},
    )


def _as_proposed(opinion: OpinionRow) -> DecisionEntry:
    is_amended = opinion.choice is CleanupOutcome.AMEND
    return DecisionEntry(
        outcome=opinion.choice,
        reason=opinion.reason,
        basis=opinion.basis,
        replacing_document=opinion.replacing_document,
        amendment_due_date=opinion.planned_date if is_amended else None,
    )


def _chosen(options: DecideOptions, rows: tuple[EntryRow, ...]) -> tuple[int, ...]:
    if options.is_rest:
        return tuple(row.id for row in rows if row.decision is None)
    if not options.document_ids:
        raise ArgumentMissingError(name="文件序号")
    return entry_ids(rows, options.document_ids)


def _entry(options: DecideOptions) -> DecisionEntry:
    if not options.outcome:
        raise ArgumentMissingError(name="--as")
    day = read_date("amendment_due_date", options.amend_by) if options.amend_by else None
    reason = options.reason
    return DecisionEntry(
        outcome=read_term(CleanupOutcome, "outcome", options.outcome),
        reason=read_term(CleanupReason, "reason", reason) if reason else None,
        basis=options.basis,
        replacing_document=options.replacing,
        responsible_unit=options.unit,
        amendment_due_date=day,
    )


def suggest_outcomes(context: typer.Context, campaign_id: Annotated[int, CAMPAIGN]) -> None:
    """Look for what speaks for an outcome, and keep it as suggestions."""
    session = session_of(context)
    with session.register() as book:
        order = session.order(ActName.SUGGEST_CLEANUP)
        found = suggest(campaign_id, office_index(book.files), today())
        record_suggestions(order, campaign_id, found)
        rows = entries(campaign_id, today())
    for row in rows:
        for one in row.suggestions:
            session.voice.record(
                {
                    "document_id": row.document_id,
                    "outcome": one.outcome.value,
                    "ground": one.ground.value,
                    "fact": one.fact,
                }
            )
            told = f"{row.document_id}　《{row.title}》　提示{name_of(one.outcome)}"
            session.voice.remark(f"{told}：{suggestion_words(one)}")
    session.voice.remark(f"共 {len(found)} 条提示，仅供参考，不是审核意见。")
