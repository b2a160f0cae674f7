"""Letters are issued, written out again from their frozen papers, and withdrawn."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Annotated

import typer

from models.acts.letters import issue_letter, withdraw_letter
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
from review.letters.press import WRITERS, press_into
from ui.commands.chinese import TOP, ChineseCommand, new_group
from ui.commands.options import with_options
from ui.commands.papers import write_papers
from ui.commands.refusals import ValueUnfitError
from ui.commands.session import Session, session_of
from ui.commands.values import read_term

APP = new_group()
GROUPS = {TOP: APP}

FORMATS = tuple(WRITERS)


# Where the letters about a record stand: a letter that stands is not issued again.
_STANDING: dict[LetterSeries, Callable[[int], tuple[DocumentLetterRow, ...]]] = {
    LetterSeries.FILING_RECEIPT: lambda record_id: filing_page(record_id, profile()).letters,
    LetterSeries.REVIEW_OPINION: lambda record_id: review_page(record_id).letters,
    LetterSeries.REGISTRATION_REFUSAL: lambda record_id: (
        document_page(record_id, profile(), today()).letters
    ),
}


@dataclass(frozen=True)
class LetterOptions:
    """Which letter, about what, and where its papers go."""

    kind: Annotated[
        str, typer.Argument(metavar="文书种类", help="备案回执、备案审查意见书或者不予登记通知书")
    ]
    record_id: Annotated[int, typer.Argument(metavar="序号", help="备案序号、审查序号或者文件序号")]
    folder: Annotated[Path, typer.Option("--out", metavar="文件夹", help="文书写到这里")]
    formats: Annotated[
        str, typer.Option("--format", metavar="格式", help="docx、pdf，用逗号隔开；不写时两种都有")
    ] = ",".join(FORMATS)


@APP.command("letter", cls=ChineseCommand)
@with_options(LetterOptions)
def letter(session: Session, options: LetterOptions) -> None:
    """Issue a letter and write its papers, or write the papers of one already issued."""
    kind = read_letter_kind(options.kind)
    formats = read_formats(options.formats)
    with session.register() as book:
        letter_id = _standing(kind, options.record_id)
        is_new = letter_id is None
        if letter_id is None:
            letter_id = _issue(session, book, kind, options.record_id)
        page = letter_page(letter_id)
        papers = write_papers(book, page, options.folder, formats)
        session.voice.say(
            f"{'已出具' if is_new else '重新输出'}{name_of(kind)}：{page.letter_number}。",
            {
                "letter_id": letter_id,
                "kind": kind,
                "letter_number": page.letter_number,
                "letter_date": page.letter_date,
                "is_new": is_new,
                "papers": [str(paper) for paper in papers],
            },
        )
        for paper in papers:
            session.voice.remark(str(paper))


@APP.command("withdraw-letter", cls=ChineseCommand)
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
    for row in _STANDING[kind](record_id):
        if row.kind is kind and row.state is LetterState.ISSUED:
            return row.id
    return None


def _issue(session: Session, book: Register, kind: LetterSeries, record_id: int) -> int:
    proposed = PROPOSALS[kind](record_id, today())
    press = press_into(book.letters, kind, FORMATS)
    order = session.order(ActName.ISSUE_LETTER)
    return issue_letter(order, proposed.as_draft(), press).letter_id
