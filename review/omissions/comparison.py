"""An issue list taken from a file or from the clipboard, and compared with the register."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from models.domain.omissions import CheckedRow, CheckEntry
from models.files import FileStore
from models.queries.omissions import registered_documents
from review.ledgers.columns import LedgerField
from review.ledgers.reader import read_ledger_file
from review.ledgers.sheet import Sheet
from review.omissions.issue_list import IssueList, pasted_sheet, read_issue_list
from review.omissions.matching import check_rows

_PASTED_NAME = "pasted.txt"


@dataclass(frozen=True)
class TakenList:
    """A list whose tables were read: where it came from, its tables, and how they are understood.

    Of a list that was pasted ``path`` is None and ``pasted`` holds what the clipboard held.
    """

    name: str
    path: Path | None
    pasted: str
    sheets: tuple[Sheet, ...]
    issue_list: IssueList

    def understood_as(self, mapping: dict[int, LedgerField]) -> "TakenList":
        """Return the same list with its columns understood as a person says."""
        sheets = (self.issue_list.table.sheet,)
        found = read_issue_list(sheets, mapping)
        return TakenList(self.name, self.path, self.pasted, self.sheets, found)


def take_file(path: Path, cancelled: Callable[[], bool]) -> TakenList:
    """Read the list that stands in a file.

    Raises:
        ReadingError: the file cannot be read, or holds no table.
    """
    sheets = read_ledger_file(path, cancelled=cancelled).sheets
    return TakenList(path.stem, path, "", sheets, read_issue_list(sheets))


def take_pasted(text: str, name: str) -> TakenList:
    """Read the list that was copied out of a spreadsheet.

    Raises:
        ReadingError: it holds too much.
    """
    sheets = (pasted_sheet(text),)
    return TakenList(name, None, text, sheets, read_issue_list(sheets))


def compare(
    taken: TakenList, report: Callable[[int, int], None], cancelled: Callable[[], bool]
) -> tuple[CheckedRow, ...]:
    """Compare every line of a list with the register of now.

    Raises:
        ReadingCancelledError: ``cancelled`` said so.
    """
    return check_rows(taken.issue_list.documents, registered_documents(), report, cancelled)


def keep_list(taken: TakenList, files: FileStore, name: str) -> CheckEntry:
    """Put the list into the store as it came, and return what the check starts from.

    Raises:
        FileNotReadableError: the file is gone.
        FileNotStoredError: the store cannot be written.
    """
    if taken.path is None:
        stored = files.put_bytes(taken.pasted.encode(), _PASTED_NAME)
    else:
        stored = files.put_file(taken.path)
    sheet = taken.issue_list.table.sheet.name
    return CheckEntry(name, stored.sha256, stored.size, stored.original_name, sheet)
