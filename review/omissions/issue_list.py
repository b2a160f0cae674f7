"""The documents an issue list names, whatever table they stand in."""

import re
from dataclasses import dataclass

from models.domain.document_number import normalise
from models.domain.omissions import ListedDocument, NumberParts
from models.domain.written_dates import read_written_date
from models.domain.written_numbers import WrittenNumber, read_written_number, written_numbers_in
from review.ledgers.columns import LedgerField
from review.ledgers.delimited import table_of
from review.ledgers.sheet import Sheet
from review.ledgers.table import LedgerTable, TableRow, proposed_mapping, recognise

# 云政发〔2026〕3—5号, 云政发〔2026〕3号至5号
_RUN = re.compile(r"(?P<head>.+〔\d{4}〕)(?P<first>\d{1,5})号?(?:-|~|至|到)(?P<last>\d{1,5})号?")
_LONGEST_RUN = 200
_DATES = (LedgerField.ADOPTED_DATE, LedgerField.SIGNED_DATE, LedgerField.PUBLISHED_DATE)
_PASTED_NAME = "pasted.txt"


@dataclass(frozen=True)
class IssueList:
    """The best table of a file with its columns understood, and the documents it names."""

    table: LedgerTable
    mapping: dict[int, LedgerField]
    documents: tuple[ListedDocument, ...]


def pasted_sheet(text: str) -> Sheet:
    """Return a table copied out of a spreadsheet: cells cut by tabs, quoted where they hold lines.

    Raises:
        ReadingError: it holds too many cells, or one that is too long.
    """
    return Sheet("", table_of(text, _PASTED_NAME))


def read_issue_list(
    sheets: tuple[Sheet, ...], mapping: dict[int, LedgerField] | None = None
) -> IssueList:
    """Return the list that stands in these tables: of the one that names most documents."""
    found = [_read(recognise(sheet), mapping) for sheet in sheets]
    return max(found, key=lambda one: len(one.documents))


def _read(table: LedgerTable, mapping: dict[int, LedgerField] | None) -> IssueList:
    chosen = proposed_mapping(table) if mapping is None else mapping
    places = {field: place for place, field in chosen.items()}
    rows = (_document(row, places) for row in table.rows)
    named = tuple(row for row in rows if row.title or row.document_number)
    has_subject = {LedgerField.TITLE, LedgerField.DOCUMENT_NUMBER} & set(places)
    return IssueList(table, chosen, named if has_subject else ())


def _document(row: TableRow, places: dict[LedgerField, int]) -> ListedDocument:
    def cell(field: LedgerField) -> str:
        place = places.get(field)
        return row.cells[place] if place is not None and place < len(row.cells) else ""

    written = (cell(field) for field in _DATES)
    dates = (read_written_date(text) for text in written if text)
    days = [one.day for one in dates if one is not None and one.day is not None]
    return ListedDocument(
        row_number=row.number,
        title=" ".join(cell(LedgerField.TITLE).split()),
        document_number=" ".join(cell(LedgerField.DOCUMENT_NUMBER).split()),
        issuing_body=cell(LedgerField.ISSUING_BODY) or row.section,
        adopted_date=days[0] if days else None,
    )


def number_parts(written: str) -> NumberParts:
    """Return the parts of a number as somebody typed it; a run keeps its last number."""
    run = _RUN.fullmatch(normalise(written))
    if run is not None:
        first = read_written_number(f"{run['head']}{run['first']}号")
        last = int(run["last"])
        if first is not None and 0 < last - first.number.sequence < _LONGEST_RUN:
            return _parts(first, last)
    found = written_numbers_in(written)
    return _parts(found[0]) if found else NumberParts()


def _parts(written: WrittenNumber, last: int | None = None) -> NumberParts:
    number = written.number
    return NumberParts(
        normalise(written.canonical),
        normalise(number.organ_code_text),
        number.year,
        number.sequence,
        last,
    )
