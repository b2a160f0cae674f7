"""The paper of a cleanup's result at the command line: looked at, drafted, issued."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Annotated

import typer

from models.domain.cleanup_result import ResultTerms
from models.domain.roles import ActName
from models.domain.terms import LetterSeries
from models.queries.cleanup_results import ResultPreview, result_preview
from models.queries.letters import LetterPage, letter_page
from models.queries.office import today
from models.register import Register
from resources.terms import name_of
from review.cleanup.issuing_decision import issue_decision
from review.letters.compose import compose
from review.letters.drafting.cleanup_decision import DecisionPaper, propose_cleanup_decision
from review.letters.office_style import style_in_force
from review.letters.preflight.preflight import preflight
from review.letters.press import WRITERS, press_into
from review.letters.wording_in_force import wording_in_force
from ui.commands.cleanup_result import CutoffOption, EffectOption, UnlistedOption, terms_of
from ui.commands.cleanup_sheets import CAMPAIGN
from ui.commands.letter_issuing import FORMATS, read_formats
from ui.commands.options import with_options
from ui.commands.papers import write_papers
from ui.commands.refusals import ArgumentMissingError
from ui.commands.session import Session
from ui.parts.papers.file_names import free_place, paper_stem
from ui.parts.saving import save_copy


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
    mandate: Annotated[
        str, typer.Option("--mandate", metavar="依据", help="部署清理的依据；不写时是立项时写的")
    ] = ""
    formats: Annotated[
        str, typer.Option("--format", metavar="格式", help="docx、pdf，用逗号隔开；不写时两种都有")
    ] = ",".join(FORMATS)
    is_issued: Annotated[
        bool,
        typer.Option("--issue", help="由本单位编文号发出决定，清理随之到“已决定”；要写 --out"),
    ] = False
    is_looked_at: Annotated[
        bool, typer.Option("--checked", help="发文前检查中请核对的各项已经核对无误")
    ] = False


@with_options(ResultOptions)
def result(session: Session, options: ResultOptions) -> None:
    """Say whether a result adds up and what it still lacks, and write or issue its paper."""
    formats = read_formats(options.formats)
    with session.register() as book:
        terms = terms_of(options.campaign_id, options)
        preview = result_preview(options.campaign_id, terms)
        papers: list[Path] = []
        letter: LetterPage | None = None
        if options.is_issued:
            folder = _folder(options)
            letter = _issue(session, book, options, terms)
            papers = list(write_papers(book, letter, folder, formats))
        elif options.folder:
            papers = list(_papers(options, terms, formats))
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
            "letter_id": letter.id if letter else None,
            "letter_number": letter.letter_number if letter else None,
        }
    )
    for line in _lines(preview):
        session.voice.remark(line)
    if letter is not None:
        session.voice.remark(f"已发出{name_of(letter.kind)} {letter.id}：{letter.letter_number}。")
    for paper in papers:
        session.voice.remark(str(paper))


def _issue(
    session: Session, book: Register, options: ResultOptions, terms: ResultTerms
) -> LetterPage:
    paper = _paper(options, terms)
    looked_at: set[str] = set()
    if options.is_looked_at:
        proposed = propose_cleanup_decision(options.campaign_id, paper, today())
        looked_at = {finding.code for finding in preflight(proposed, today())}
    issued = issue_decision(
        session.order(ActName.ISSUE_LETTER),
        options.campaign_id,
        paper,
        today(),
        press_into(book.letters, LetterSeries.CLEANUP_DECISION, FORMATS),
        looked_at=looked_at,
    )
    return letter_page(issued.letter_id)


def _folder(options: ResultOptions) -> Path:
    if options.folder is None:
        raise ArgumentMissingError(name="--out")
    return options.folder


def _paper(options: ResultOptions, terms: ResultTerms) -> DecisionPaper:
    return DecisionPaper(
        terms=terms,
        decided_by=options.decided_by,
        decision_number=options.number,
        addressee=options.addressee,
        meeting=options.meeting,
        mandate=options.mandate,
    )


def _papers(options: ResultOptions, terms: ResultTerms, formats: tuple[str, ...]) -> Iterator[Path]:
    folder = _folder(options)
    folder.mkdir(parents=True, exist_ok=True)
    proposed = propose_cleanup_decision(options.campaign_id, _paper(options, terms), today())
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
