"""Letters are looked at, issued, written out again from their frozen papers, and withdrawn."""

from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Annotated

import typer

from models.acts.letters import withdraw_letter
from models.domain.lifecycle import LetterState
from models.domain.roles import ActName
from models.domain.terms import LetterSeries
from models.queries.document_page import document_page
from models.queries.document_rows import DocumentLetterRow
from models.queries.filing_page import filing_page
from models.queries.letters import letter_page
from models.queries.office import profile, today
from models.queries.review_page import review_page
from models.register import Register
from resources.terms import name_of
from review.letters.drafting.proposals import PROPOSALS
from review.letters.issuing import issue_checked
from review.letters.preflight.findings import Finding
from review.letters.preflight.preflight import preflight
from review.letters.press import WRITERS, press_into
from ui.commands.options import with_options
from ui.commands.papers import write_papers
from ui.commands.refusals import ValueUnfitError
from ui.commands.session import Session, session_of
from ui.commands.values import read_term
from ui.commands.written_fields import fields_given

FORMATS = tuple(WRITERS)

# Where the letters about a record stand: a letter that stands is not issued again.
_STANDING: dict[LetterSeries, Callable[[int], tuple[DocumentLetterRow, ...]]] = {
    LetterSeries.FILING_RECEIPT: lambda record_id: filing_page(record_id, profile()).letters,
    LetterSeries.REVIEW_OPINION: lambda record_id: review_page(record_id).letters,
    LetterSeries.REGISTRATION_REFUSAL: lambda record_id: (
        document_page(record_id, profile(), today()).letters
    ),
}

Kind = Annotated[
    str, typer.Argument(metavar="文书种类", help="备案回执、备案审查意见书或者不予登记通知书")
]
RecordId = Annotated[int, typer.Argument(metavar="序号", help="备案序号、审查序号或者文件序号")]


@dataclass(frozen=True)
class LetterOptions:
    """Which letter, about what, and where its papers go."""

    kind: Kind
    record_id: RecordId
    folder: Annotated[Path, typer.Option("--out", metavar="文件夹", help="文书写到这里")]
    formats: Annotated[
        str, typer.Option("--format", metavar="格式", help="docx、pdf，用逗号隔开；不写时两种都有")
    ] = ",".join(FORMATS)
    is_looked_at: Annotated[
        bool, typer.Option("--checked", help="发文前检查中请核对的各项已经核对无误")
    ] = False
    written: Annotated[
        list[str],
        typer.Option("--set", metavar="栏=内容", help="填写登记簿里没有的栏，例如 签发人=姓名"),
    ] = field(default_factory=list)


@with_options(LetterOptions)
def issue(session: Session, options: LetterOptions) -> None:
    """Issue a letter and write its papers, or write the papers of one already issued."""
    kind = read_letter_kind(options.kind)
    formats = read_formats(options.formats)
    with session.register() as book:
        letter_id = _standing(kind, options.record_id)
        is_new = letter_id is None
        if letter_id is None:
            letter_id = _issue(session, book, kind, options)
        page = letter_page(letter_id)
        papers = write_papers(book, page, options.folder, formats)
        session.voice.say(
            f"{'已出具' if is_new else '重新输出'}{name_of(kind)}：{page.letter_number}。",
            {
                "letter_id": letter_id,
                "kind": kind,
                "letter_number": page.letter_number,
                "letter_date": page.letter_date,
                "check_code": page.check_code,
                "is_new": is_new,
                "papers": [str(paper) for paper in papers],
            },
        )
        for paper in papers:
            session.voice.remark(str(paper))


def check(context: typer.Context, kind: Kind, record_id: RecordId) -> None:
    """Tell what stands against issuing a letter; nothing is issued."""
    session = session_of(context)
    series = read_letter_kind(kind)
    with session.register():
        found = preflight(PROPOSALS[series](record_id, today()), today())
    for one in found:
        session.voice.record(
            {
                "code": one.code,
                "severity": one.severity.value,
                "place": one.place,
                "text": one.words,
            }
        )
    if not found:
        session.voice.say(f"{name_of(series)}可以发出，没有发现问题。", {"findings": 0})
    for one in found:
        session.voice.remark(f"{_grave(one)}　{one.words}")


def withdraw(
    context: typer.Context,
    letter_id: Annotated[
        int, typer.Argument(metavar="文书序号", help="list letters 每行开头的序号")
    ],
    reason: Annotated[str, typer.Option("--reason", metavar="理由", help="撤回的理由")],
) -> None:
    """Withdraw an issued letter; its number and papers stay."""
    session = session_of(context)
    with session.register():
        withdraw_letter(session.order(ActName.WITHDRAW_LETTER), letter_id, reason)
        session.voice.say(
            f"已撤回第 {letter_id} 号文书。", {"letter_id": letter_id, "withdrawn_reason": reason}
        )


def read_letter_kind(text: str) -> LetterSeries:
    """Return a kind of letter that can be written here.

    Raises:
        ValueUnfitError: it is none.
    """
    kind = read_term(LetterSeries, "letter_kind", text)
    if kind not in PROPOSALS:
        expected = "、".join(map(name_of, PROPOSALS))
        raise ValueUnfitError(field="letter_kind", value=text, expected=expected)
    return kind


def read_formats(text: str) -> tuple[str, ...]:
    """Return the formats that papers are written in.

    Raises:
        ValueUnfitError: one of them is unknown.
    """
    formats = tuple(part.strip().lower() for part in text.replace("，", ",").split(","))
    if not set(formats) <= set(FORMATS):
        raise ValueUnfitError(field="format", value=text, expected="、".join(FORMATS))
    return formats


def _standing(kind: LetterSeries, record_id: int) -> int | None:
    for row in _STANDING[kind](record_id) if kind in _STANDING else ():
        if row.kind is kind and row.state is LetterState.ISSUED:
            return row.id
    return None


def _issue(session: Session, book: Register, kind: LetterSeries, options: LetterOptions) -> int:
    proposed = PROPOSALS[kind](options.record_id, today())
    given = fields_given(kind.value, options.written)
    if given:
        proposed = proposed.changed(given)
    looked_at = [one.code for one in preflight(proposed, today())] if options.is_looked_at else []
    press = press_into(book.letters, kind, FORMATS)
    order = session.order(ActName.ISSUE_LETTER)
    return issue_checked(order, proposed, press, looked_at).letter_id


def _grave(one: Finding) -> str:
    return "必须改" if one.is_serious else "请核对"
