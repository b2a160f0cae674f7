"""The register's lists: documents, filings, reviews, letters."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Annotated

import typer

from models.queries.documents import DocumentFilter, DocumentOrder, document_ids, document_rows
from models.queries.filings import FilingFilter, FilingOrder, filing_ids, filing_rows
from models.queries.letters import LetterFilter, letter_ids, letter_rows
from models.queries.office import today
from models.queries.reviews import ReviewFilter, ReviewOrder, review_ids, review_rows
from ui.commands.answers import rows_of
from ui.commands.chinese import TOP, ChineseCommand, new_group
from ui.commands.session import session_of
from ui.commands.values import read_term

APP = new_group()
GROUPS = {TOP: APP}


class Listing(StrEnum):
    """A list of the register."""

    DOCUMENTS = "documents"  # 文件
    FILINGS = "filings"  # 备案
    REVIEWS = "reviews"  # 审查
    LETTERS = "letters"  # 文书


@dataclass(frozen=True)
class _Columns:
    """What a list shows and where its rows come from."""

    columns: tuple[str, ...]
    rows: Callable[[str], Sequence[object]]


@APP.command("list", cls=ChineseCommand)
def show_list(
    context: typer.Context,
    listing: Annotated[
        str, typer.Argument(metavar="清单", help="文件、备案、审查或者文书；不写时是文件")
    ] = Listing.DOCUMENTS.value,
    find: Annotated[
        str, typer.Option("--find", metavar="文字", help="只列出名称或者号码中有这些文字的")
    ] = "",
) -> None:
    """List a part of the register."""
    session = session_of(context)
    chosen = _LISTS[read_term(Listing, "listing", listing)]
    with session.register():
        session.voice.table(chosen.columns, chosen.rows(find), "没有符合条件的记录。")


def _documents(find: str) -> Sequence[object]:
    ids = document_ids(DocumentFilter(containing=find), DocumentOrder.REGISTERED_DATE, today())
    return rows_of(lambda part: document_rows(part, today()), ids)


def _filings(find: str) -> Sequence[object]:
    ids = filing_ids(FilingFilter(containing=find), FilingOrder.RECEIVED_DATE)
    return rows_of(filing_rows, ids)


def _reviews(find: str) -> Sequence[object]:
    ids = review_ids(ReviewFilter(containing=find), ReviewOrder.DUE_DATE)
    return rows_of(review_rows, ids)


def _letters(find: str) -> Sequence[object]:
    return rows_of(letter_rows, letter_ids(LetterFilter(containing=find)))


_LISTS = {
    Listing.DOCUMENTS: _Columns(
        ("id", "unified_number", "document_number", "making_state", "validity", "title"),
        _documents,
    ),
    Listing.FILINGS: _Columns(
        (
            "id",
            "filing_register_number",
            "received_date",
            "next_due_date",
            "state",
            "filing_body_name",
            "title",
        ),
        _filings,
    ),
    Listing.REVIEWS: _Columns(
        ("id", "opened_date", "due_date", "concluded_date", "state", "reviewer", "title"),
        _reviews,
    ),
    Listing.LETTERS: _Columns(
        ("id", "letter_number", "letter_date", "state", "addressee", "title"), _letters
    ),
}
