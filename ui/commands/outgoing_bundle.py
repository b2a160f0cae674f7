"""The bundle of a filing upward is written: report, text, statement, form, list of contents."""

from dataclasses import dataclass, field
from pathlib import Path
from typing import Annotated

import typer

from models.domain.roles import ActName
from models.domain.terms import LetterSeries
from models.queries.office import today
from models.register import Register
from resources.terms import name_of
from review.letters.drafting.filing_out import propose_report_to
from review.letters.issuing import issue_checked
from review.letters.preflight.preflight import preflight
from review.letters.press import WRITERS, press_into
from review.outgoing.bundle import write_bundle
from review.outgoing.facts import OutgoingFacts, outgoing_facts
from ui.commands.options import with_options
from ui.commands.outgoing_finding import DocumentArgument, RecipientOption, read_filing
from ui.commands.refusals import FolderNotWritableError
from ui.commands.session import Session
from ui.commands.written_fields import fields_given


@dataclass(frozen=True)
class BundleOptions:
    """Which filing, where its papers go, and what its report says beside the register."""

    document_id: DocumentArgument
    folder: Annotated[Path, typer.Option("--out", metavar="文件夹", help="材料写到这里")]
    recipient: RecipientOption = ""
    missing_reason: Annotated[
        str, typer.Option("--reason", metavar="理由", help="材料不齐仍要先报的理由")
    ] = ""
    written: Annotated[
        list[str],
        typer.Option("--set", metavar="栏=内容", help="备案报告的栏，例如 签发人=姓名"),
    ] = field(default_factory=list)
    is_looked_at: Annotated[
        bool, typer.Option("--checked", help="发文前检查中请核对的各项已经核对无误")
    ] = False


@with_options(BundleOptions)
def bundle(session: Session, options: BundleOptions) -> None:
    """Issue the report where there is none yet, and write everything that goes along."""
    with session.register() as book:
        row = read_filing(options.document_id, options.recipient)
        facts = outgoing_facts(row.id, today())
        if facts.report is None:
            _issue_report(session, book, facts, options)
            facts = outgoing_facts(row.id, today())
        try:
            written = write_bundle(book, facts, options.folder, options.missing_reason)
        except OSError as refusal:
            raise FolderNotWritableError(folder=str(options.folder)) from refusal
        number = facts.report.letter_number if facts.report else ""
        session.voice.say(
            f"已写出报{row.recipient_title}的材料，共 {len(written.papers)} 种，"
            f"备案报告 {number}，一式 {row.copies} 份。",
            {
                "filing_id": row.id,
                "folder": str(written.folder),
                "zip": str(written.zip_file),
                "report_number": number,
                "copies": row.copies,
                "papers": written.papers,
            },
        )
        session.voice.remark(str(written.folder))
        session.voice.remark(str(written.zip_file))


def _issue_report(
    session: Session, book: Register, facts: OutgoingFacts, options: BundleOptions
) -> None:
    kind = LetterSeries.FILING_REPORT
    proposed = propose_report_to(options.document_id, facts.recipient, today())
    given = fields_given(kind.value, options.written)
    if given:
        proposed = proposed.changed(given)
    looked_at = [one.code for one in preflight(proposed, today())] if options.is_looked_at else []
    press = press_into(book.letters, kind, tuple(WRITERS))
    issued = issue_checked(session.order(ActName.ISSUE_LETTER), proposed, press, looked_at)
    session.voice.remark(f"已出具{name_of(kind)}：{issued.letter_number}。")
