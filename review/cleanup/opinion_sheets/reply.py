"""A sheet that came back: where its table stands, and what each row says."""

from collections.abc import Iterator
from dataclasses import dataclass

from models.domain.titles import title_key
from models.domain.written_dates import says_nothing
from review.cleanup.opinion_sheets.choices import column_name, label
from review.cleanup.opinion_sheets.row_key import RowKey, read_key
from review.ledgers.sheet import LedgerFile, Sheet

_READ = (
    "title",
    "number",
    "choice",
    "reason",
    "basis",
    "replacing_document",
    "planned_date",
    "remark",
    "key",
)
_NEEDED = ("title", "choice")


@dataclass(frozen=True, slots=True, kw_only=True)
class ReplyRow:
    """A row as it was written; every value a text, empty where a mark for nothing stood.

    Attributes:
        row_number: As the spreadsheet counts; in a Word file, among the rows of all its tables.
        key: None where the row has none, or a damaged one.
        written_key: The key as it stands.
    """

    row_number: int
    title: str
    number: str
    choice: str
    reason: str
    basis: str
    replacing_document: str
    planned_date: str
    remark: str
    key: RowKey | None
    written_key: str

    @property
    def is_answered(self) -> bool:
        """Tell whether the unit wrote anything into its own columns."""
        said = (self.choice, self.reason, self.basis, self.replacing_document, self.planned_date)
        return any((*said, self.remark))


@dataclass(frozen=True, slots=True, kw_only=True)
class ReplySheet:
    """A reply as it was read.

    Attributes:
        sha256: Hash of the file, by which the original is kept.
        identity: Whose sheet it says it is; None when nothing says so.
        has_head: Whether the headings were found.
        filled_by: Who filled it; may be empty.
        filled_on: The day as written; may be empty.
    """

    file_name: str
    sha256: str
    identity: RowKey | None
    has_head: bool
    filled_by: str
    filled_on: str
    rows: tuple[ReplyRow, ...]


def reply_of(file: LedgerFile) -> ReplySheet:
    """Return what a file says as a reply; the first sheet that has the headings counts."""
    keys = [key for sheet in file.sheets for row in sheet.rows for key in map(read_key, row) if key]
    found = next(((sheet, head) for sheet in file.sheets for head in _heads(sheet)), None)
    sheet, head = found or (file.sheets[0], len(file.sheets[0].rows))
    top = sheet.rows[:head]
    return ReplySheet(
        file_name=file.file_name,
        sha256=file.sha256,
        identity=_owner(keys),
        has_head=found is not None,
        filled_by=_beside(top, label("filled_by")),
        filled_on=_beside(top, label("filled_on")),
        rows=tuple(_rows(sheet, head)) if found else (),
    )


def _heads(sheet: Sheet) -> Iterator[int]:
    for place, row in enumerate(sheet.rows):
        if set(_NEEDED) <= _places(row).keys():
            yield place


def _places(row: tuple[str, ...]) -> dict[str, int]:
    words = {title_key(cell): place for place, cell in reversed(list(enumerate(row)))}
    names = {column: title_key(column_name(column)) for column in _READ}
    return {column: words[name] for column, name in names.items() if name in words}


def _rows(sheet: Sheet, head: int) -> Iterator[ReplyRow]:
    places = _places(sheet.rows[head])
    for place in range(head + 1, len(sheet.rows)):
        row = sheet.rows[place]
        cells = {column: _said(row[places[column]]) if column in places else "" for column in _READ}
        if any(cells.values()):
            written_key = cells.pop("key")
            key = read_key(written_key)
            yield ReplyRow(row_number=place + 1, key=key, written_key=written_key, **cells)


def _said(cell: str) -> str:
    is_unchosen = title_key(cell) == title_key(label("placeholder"))
    return "" if is_unchosen or says_nothing(cell) else cell.strip()


def _beside(rows: tuple[tuple[str, ...], ...], name: str) -> str:
    for row in rows:
        for place, cell in enumerate(row[:-1]):
            if title_key(cell) == title_key(name):
                return row[place + 1].strip()
    return ""


def _owner(keys: list[RowKey]) -> RowKey | None:
    """Return whose sheet the keys speak of: the whole-sheet key first, else the most common."""
    whole = [key for key in keys if key.document_id == 0]
    owners = [RowKey(key.campaign_id, key.unit_id, 0) for key in whole or keys]
    return max(owners, key=owners.count, default=None)
