"""Reminders of a quarter are written out, one a unit, and issued when that is asked for."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Annotated

import typer

from models.domain.quarters import Quarter
from models.domain.roles import ActName
from models.domain.terms import LetterSeries
from models.queries.letters import letter_page
from models.queries.office import today
from models.register import Register
from resources.terms import name_of
from review.letters.compose import compose
from review.letters.drafting.proposed_letter import ProposedLetter
from review.letters.drafting.validity import propose_expiry_reminders, quarter_to_remind_of
from review.letters.issuing import issue_in_one_go
from review.letters.office_style import style_in_force
from review.letters.preflight.findings import Finding
from review.letters.preflight.preflight import preflight
from review.letters.press import WRITERS, press_into
from review.letters.wording_in_force import wording_in_force
from ui.commands.letter_issuing import FORMATS, read_formats
from ui.commands.options import with_options
from ui.commands.papers import write_papers
from ui.commands.refusals import FolderNotWritableError
from ui.commands.session import Session
from ui.commands.values import read_quarter
from ui.parts.papers.file_names import free_place, paper_stem

_KIND = LetterSeries.EXPIRY_REMINDER


@dataclass(frozen=True)
class ReminderOptions:
    """Which quarter, where the papers go, and whether they are issued."""

    folder: Annotated[Path, typer.Option("--out", metavar="文件夹", help="提醒函写到这里")]
    quarter: Annotated[
        str,
        typer.Option(
            "--quarter",
            metavar="季度",
            help="哪个季度届满的，例如2027Q1；不写时是本季度，每季度最后一个月是下季度",
        ),
    ] = ""
    is_issued: Annotated[
        bool, typer.Option("--issue", help="编文号发出；不写时只写出草稿，供核对")
    ] = False
    is_looked_at: Annotated[
        bool, typer.Option("--checked", help="发文前检查中请核对的各项已经核对无误")
    ] = False
    formats: Annotated[
        str, typer.Option("--format", metavar="格式", help="docx、pdf，用逗号隔开；不写时两种都有")
    ] = ",".join(FORMATS)


@with_options(ReminderOptions)
def draft(session: Session, options: ReminderOptions) -> None:
    """Write the reminders of a quarter, one for each unit, or issue them as one batch."""
    formats = read_formats(options.formats)
    asked = read_quarter("quarter", options.quarter) if options.quarter else None
    with session.register() as book:
        quarter = asked or quarter_to_remind_of(today())
        letters = propose_expiry_reminders(quarter, today())
        if not letters:
            session.voice.remark(f"{_words(quarter)}没有需要提醒的单位。")
        elif options.is_issued:
            _issue(session, book, letters, options, formats)
        else:
            _write_drafts(session, letters, options.folder, formats)


def _write_drafts(
    session: Session, letters: tuple[ProposedLetter, ...], folder: Path, formats: tuple[str, ...]
) -> None:
    wording, style = wording_in_force(_KIND.value).text, style_in_force()
    for one in letters:
        model = compose(one.letter, wording=wording)
        stem = paper_stem(f"{name_of(_KIND)}（草稿）", one.letter.addressee)
        papers = [
            _write(WRITERS[form](model, style), free_place(folder, stem, form)) for form in formats
        ]
        findings = preflight(one, today())
        _tell(session, one, papers, findings)
    session.voice.remark(f"共 {len(letters)} 份草稿，没有发出；加 --issue 编文号发出。")


def _issue(
    session: Session,
    book: Register,
    letters: tuple[ProposedLetter, ...],
    options: ReminderOptions,
    formats: tuple[str, ...],
) -> None:
    """Issue the letters as one batch, write out what went, then say what did not and why.

    Raises:
        AppError: one letter was refused; those before it are issued.
    """
    looked_at = set(_codes(letters)) if options.is_looked_at else set()
    order = session.order(ActName.ISSUE_LETTER)
    batch = issue_in_one_go(
        order, letters, lambda kind: press_into(book.letters, kind, FORMATS), looked_at
    )
    for one, issued in zip(letters, batch.issued, strict=False):
        page = letter_page(issued.letter_id)
        papers = write_papers(book, page, options.folder, formats)
        _tell(session, one, list(papers), (), page.letter_number, issued.letter_id)
    session.voice.remark(f"已发出 {len(batch.issued)} 份，共 {len(letters)} 份。")
    if batch.refusal is not None:
        raise batch.refusal


def _codes(letters: tuple[ProposedLetter, ...]) -> Iterator[str]:
    for one in letters:
        yield from (finding.code for finding in preflight(one, today()))


def _tell(
    session: Session,
    letter: ProposedLetter,
    papers: list[Path],
    findings: tuple[Finding, ...],
    letter_number: str = "",
    letter_id: int | None = None,
) -> None:
    unit, count = letter.letter.addressee, len(letter.document_ids)
    number = f"　{letter_number}" if letter_number else ""
    session.voice.say(
        f"{unit}　{count} 件{number}",
        {
            "unit": unit,
            "document_ids": letter.document_ids,
            "letter_id": letter_id,
            "letter_number": letter_number,
            "is_issued": letter_id is not None,
            "findings": [one.words for one in findings],
            "papers": [str(paper) for paper in papers],
        },
    )
    for finding in findings:
        session.voice.remark(f"    {'必须改' if finding.is_serious else '请核对'}　{finding.words}")
    for paper in papers:
        session.voice.remark(f"    {paper}")


def _write(content: bytes, target: Path) -> Path:
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(content)
    except OSError as refusal:
        raise FolderNotWritableError(folder=str(target.parent)) from refusal
    return target


def _words(quarter: Quarter) -> str:
    return f"{quarter.year}年第{'一二三四'[quarter.number - 1]}季度"
