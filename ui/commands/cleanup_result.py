"""The result of a cleanup at the command line: looked at, drafted, applied, followed."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Annotated, Protocol

import typer

from models.acts.cleanup_results import acknowledge_affected, issue_cleanup_result
from models.domain.cleanup_result import ResultEntry, ResultTerms
from models.domain.roles import ActName
from models.queries.cleanup import campaign
from models.queries.cleanup_results import ResultPreview, look_back, result_preview
from models.queries.office import today
from resources.terms import name_of
from review.letters.compose import compose
from review.letters.drafting.cleanup_decision import DecisionPaper, propose_cleanup_decision
from review.letters.office_style import style_in_force
from review.letters.press import WRITERS
from review.letters.wording_in_force import wording_in_force
from ui.commands.cleanup_sheets import CAMPAIGN
from ui.commands.letter_issuing import FORMATS, read_formats
from ui.commands.options import with_options
from ui.commands.session import Session, session_of
from ui.commands.values import read_date
from ui.parts.cleanup_result_words import listed_reason, unlisted_reason
from ui.parts.papers.file_names import free_place, paper_stem
from ui.parts.saving import save_copy

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
        terms = _terms(options.campaign_id, options)
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
class ResultOptions:
    """Which result is looked at, and where its paper goes."""

    campaign_id: Annotated[int, CAMPAIGN]
    effect: EffectOption = ""
    cutoff: CutoffOption = ""
    ends_unlisted: UnlistedOption = False
    folder: Annotated[
        Path | None, typer.Option("--out", metavar="文件夹", help="决定的草稿写到这里")
    ] = None
    decided_by: Annotated[
        str, typer.Option("--decided-by", metavar="机关", help="作出决定的机关；不写时是本单位")
    ] = ""
    number: Annotated[
        str, typer.Option("--number", metavar="文号", help="决定的文号；不写时留空")
    ] = ""
    addressee: Annotated[
        str, typer.Option("--to", metavar="主送机关", help="主送机关；不写时是“各有关单位”")
    ] = ""
    meeting: Annotated[
        str, typer.Option("--meeting", metavar="会议", help="通过决定的会议，写在标题下面")
    ] = ""
    formats: Annotated[
        str, typer.Option("--format", metavar="格式", help="docx、pdf，用逗号隔开；不写时两种都有")
    ] = ",".join(FORMATS)


@with_options(ResultOptions)
def result(session: Session, options: ResultOptions) -> None:
    """Say whether a result adds up and what it still lacks, and write the draft of its paper."""
    formats = read_formats(options.formats)
    with session.register():
        terms = _terms(options.campaign_id, options)
        preview = result_preview(options.campaign_id, terms)
        papers = list(_papers(options, terms, formats)) if options.folder else []
    session.voice.record(
        {
            "scope": len(preview.items),
            "classes": _classes(preview),
            "adds_up": not preview.sum_findings,
            "is_ready": preview.is_ready,
            "findings": [
                {
                    "document_id": one.document_id,
                    "title": one.title,
                    "fault": one.fault.value,
                    "is_blocking": one.fault.is_blocking,
                }
                for one in preview.findings
            ],
            "affected": len(preview.affected),
            "unseen": sum(not one.is_acknowledged for one in preview.affected),
            "papers": [str(paper) for paper in papers],
        }
    )
    for line in _lines(preview):
        session.voice.remark(line)
    for paper in papers:
        session.voice.remark(str(paper))


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


@with_options(ApplyOptions)
def apply(session: Session, options: ApplyOptions) -> None:
    """Apply a result to every document of it, at once."""
    with session.register():
        terms = _terms(options.campaign_id, options)
        name = campaign(options.campaign_id).row.name
        body, number = options.decided_by, options.number
        entry = ResultEntry(
            terms=terms,
            decided_by=options.decided_by,
            decided_date=read_date("decided_date", options.decided),
            published_date=read_date("published_date", options.published),
            reason=listed_reason(name, body, number),
            unlisted_reason=unlisted_reason(name, body, number),
            decision_number=options.number,
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


def _terms(campaign_id: int, options: TermsOptions) -> ResultTerms:
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


def _papers(options: ResultOptions, terms: ResultTerms, formats: tuple[str, ...]) -> Iterator[Path]:
    folder = options.folder or Path()
    folder.mkdir(parents=True, exist_ok=True)
    paper = DecisionPaper(
        terms=terms,
        decided_by=options.decided_by,
        decision_number=options.number,
        addressee=options.addressee,
        meeting=options.meeting,
    )
    proposed = propose_cleanup_decision(options.campaign_id, paper, today())
    model = compose(proposed.letter, wording=wording_in_force(proposed.kind.value).text)
    stem = paper_stem(f"{name_of(proposed.kind)}（草稿）", proposed.letter.office_name)
    for form in formats:
        content = WRITERS[form](model, style_in_force())
        yield save_copy(free_place(folder, stem, form), content)


def _classes(preview: ResultPreview) -> dict[str, int]:
    counts: dict[str, int] = {}
    for item in preview.items:
        if item.outcome is not None:
            counts[item.outcome.value] = counts.get(item.outcome.value, 0) + 1
    return counts


def _lines(preview: ResultPreview) -> Iterator[str]:
    outcomes = [item.outcome for item in preview.items if item.outcome is not None]
    classes = "，".join(
        f"{name_of(one)} {outcomes.count(one)} 件" for one in dict.fromkeys(sorted(outcomes))
    )
    yield f"范围 {len(preview.items)} 件，{classes or '还没有审核意见'}。"
    for one in preview.findings:
        yield f"    《{one.title}》　{name_of(one.fault)}"
    unseen = sum(not one.is_acknowledged for one in preview.affected)
    if unseen:
        yield f"有 {unseen} 件受到连带影响的文件没有核对，用 cleanup affected 列出。"
    yield "可以落实。" if preview.is_ready else "还不能落实。"
