"""Results of cleanups in files: tables of any kind, or one JSON object a line."""

import re
from collections.abc import Iterator
from pathlib import Path

import msgspec
from msgspec import Struct

from review.cleanup.errors import ResultLineError
from review.cleanup.reconciling.published import ListedRow, PublishedResult
from review.ledgers.columns import LedgerField
from review.ledgers.reader import read_ledger_file
from review.ledgers.sheet import LedgerFile
from review.ledgers.table import LedgerTable, recognise
from review.reading.file_bytes import bytes_of

_LINES = (".jsonl", ".ndjson", ".json")
_ACTION = re.compile(r"(?:清理|处理|审查|审核)(?:结果|意见|建议|结论|决定|类别)|^结果$|^结论$")
# Words with which a collection says that it has only some lines of a list, or none.
_EXCERPT = re.compile(r"excerpt|摘录|节选")


def read_results(path: Path) -> tuple[PublishedResult, ...]:
    """Return the results that a file holds: one, or one a line.

    Raises:
        ReadingError: the file or a line of it cannot be read; each case has its own words.
    """
    if path.suffix.lower() in _LINES:
        return tuple(_results_of_lines(path))
    return (_result_of_tables(path.stem, read_ledger_file(path)),)


class _Item(Struct):
    """A line of a list, as collections of results write it; what else it holds is not needed."""

    name: str | None = None
    number_raw: str | None = None
    section: str | None = None
    action_raw: str | None = None


class _Case(Struct):
    """A result as one JSON object."""

    case_id: str | int | None = None
    kind: str | None = None
    stated_total: int | None = None
    stated_counts: dict[str, int] | list[int | str] | None = None
    items: list[_Item] | None = None


def _results_of_lines(path: Path) -> Iterator[PublishedResult]:
    for number, line in enumerate(bytes_of(path).splitlines(), start=1):
        if line.strip():
            try:
                case = msgspec.json.decode(line, type=_Case)
            except (msgspec.MsgspecError, UnicodeDecodeError, RecursionError) as fault:
                raise ResultLineError(file_name=path.name, line=number) from fault
            yield _result_of(case, number)


def _result_of(case: _Case, number: int) -> PublishedResult:
    stated = case.stated_counts or ()
    labelled = tuple(stated.items()) if isinstance(stated, dict) else ()
    listed = () if isinstance(stated, dict) else tuple(stated)
    rows = tuple(map(_row_of, case.items or ()))
    is_excerpt = not rows or bool(_EXCERPT.search(case.kind or ""))
    return PublishedResult(
        str(number if case.case_id is None else case.case_id),
        case.stated_total,
        labelled,
        tuple(one for one in listed if isinstance(one, str)),
        tuple(one for one in listed if isinstance(one, int)),
        None if is_excerpt else rows,
    )


def _row_of(item: _Item) -> ListedRow:
    return ListedRow(
        item.name or "", item.number_raw or "", item.section or "", item.action_raw or ""
    )


def _result_of_tables(name: str, file: LedgerFile) -> PublishedResult:
    tables = [recognise(sheet) for sheet in file.sheets if not sheet.is_empty]
    many = len(tables) > 1
    rows = [row for table in tables for row in _rows_of(table, table.sheet.name if many else "")]
    sentences = [words for table in tables for words in _words_beside(table)]
    return PublishedResult(name, sentences=tuple(sentences), rows=tuple(rows) or None)


def _rows_of(table: LedgerTable, sheet_name: str) -> Iterator[ListedRow]:
    places = {column.proposal.field: column.place for column in table.columns}
    action = next((one.place for one in table.columns if _ACTION.search(one.name)), None)
    for row in table.rows:
        cells = dict(enumerate(row.cells))
        yield ListedRow(
            cells.get(places.get(LedgerField.TITLE, -1), ""),
            cells.get(places.get(LedgerField.DOCUMENT_NUMBER, -1), ""),
            row.section or sheet_name,
            cells.get(-1 if action is None else action, ""),
        )


def _words_beside(table: LedgerTable) -> Iterator[str]:
    """Yield what stands above, between and below the rows: titles, headings, totals."""
    for number, _kind in table.left_out:
        yield "，".join(cell for cell in table.sheet.rows[number - 1] if cell)
