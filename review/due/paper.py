"""The due list as a paper to pin on the wall (到期事项清单)."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from models.queries.due import DueRow
from resources.terms import name_of, sentence_in
from review.due.due_words import due_kind
from review.letters.compose import compose
from review.letters.drafting.words import on_lines
from review.letters.kinds.validity import DueList, DueListRow
from review.letters.office_style import style_in_force
from review.letters.press import WRITERS
from review.letters.style import LetterStyle
from review.letters.wording_in_force import wording_in_force

KIND = "due_list"
_WORDS = "DueWords"


@dataclass(frozen=True)
class PaperLook:
    """The words of the paper and the style it is set in."""

    wording: str
    style: LetterStyle


def draft_due_list(rows: Iterable[DueRow], office: str, day: date, scope: str = "") -> DueList:
    """Return the rows as a paper of a day.

    Args:
        rows: What is due, in the order of the paper.
        office: The office's name.
        day: The day the list was made.
        scope: What the list was narrowed to, as words.
    """
    return DueList(
        office_name=office, letter_date=day, scope=scope, rows=tuple(_row(row) for row in rows)
    )


def look_in_force() -> PaperLook:
    """Return the office's words and style of the list; they stand in the register."""
    return PaperLook(wording_in_force(KIND).text, style_in_force())


def due_list_file(paper: DueList, paper_format: str, look: PaperLook) -> bytes:
    """Return the list as a file, ``"pdf"`` or ``"docx"``; needs no register.

    Raises:
        KeyError: there is no such format.
        and what a template of the office raises that cannot be printed.
    """
    return WRITERS[paper_format](compose(paper, wording=look.wording), look.style)


def _row(row: DueRow) -> DueListRow:
    return DueListRow(
        unit=row.unit,
        document_title=row.title,
        number=row.document_number or row.unified_number,
        expiry_date=row.expiry_date,
        what=_what(row),
        due_date=row.due_date,
        time_left=_time_left(row.days_left),
        remark=name_of(row.reply) if row.reply else "",
    )


def _what(row: DueRow) -> str:
    count = len(row.also_overdue)
    more = sentence_in(_WORDS, "also_overdue", count=count) if count else ""
    return on_lines((due_kind(row), more))


def _time_left(days: int) -> str:
    if days == 0:
        return sentence_in(_WORDS, "is_today")
    return sentence_in(_WORDS, "days_over" if days < 0 else "days_left", days=abs(days))
