"""The list of problems as a workbook: corrected there, it is read and imported like any ledger."""

import io
from collections.abc import Sequence
from typing import Any

from review.ledgers.columns import LedgerField, field_named
from review.ledgers.judging import JudgedRow
from review.ledgers.problems import Verdict, advised, field_name, said, verdict_name
from review.ledgers.table import Column, LedgerTable
from review.ledgers.understanding import Understanding, cell_of

_OURS = (LedgerField.ORIGINAL_ROW, LedgerField.PROBLEM, LedgerField.REMEDY)
_NARROW, _WIDE = 12, 36
_WIDE_FIELDS = (LedgerField.TITLE, LedgerField.PROBLEM, LedgerField.REMEDY)
_NO_TRICKS = {
    "in_memory": True,
    "strings_to_formulas": False,
    "strings_to_urls": False,
    "strings_to_numbers": False,
}


def problem_book(
    table: LedgerTable, understanding: Understanding, judged: Sequence[JudgedRow]
) -> bytes:
    """Return a workbook of the rows that are not imported, and of those to be looked at.

    Every cell is text as it was read, never a formula; before the cells stands the row's number in
    the file it came from first, behind them what is wrong and how to mend it.
    """
    import xlsxwriter  # type: ignore[import-untyped] # noqa: PLC0415 -- heavy; no stubs

    content = io.BytesIO()
    book = xlsxwriter.Workbook(content, _NO_TRICKS)
    groups = (
        (Verdict.ERROR, [one for one in judged if not one.is_imported]),
        (
            Verdict.WARNING,
            [one for one in judged if one.is_imported and one.verdict is not Verdict.READY],
        ),
    )
    for verdict, rows in groups:
        if rows or verdict is Verdict.ERROR:
            _write(book, verdict_name(verdict), _columns(table, understanding), rows)
    book.close()
    return content.getvalue()


def _columns(table: LedgerTable, understanding: Understanding) -> list[tuple[str, Column]]:
    """Return the columns of the ledger; one without a name is called what it was taken for."""
    named = []
    for column in table.columns:
        if field_named(column.name) in _OURS:
            continue
        field = understanding.columns.get(column.place)
        fallback = field_name(field) if field else str(column.place + 1)
        named.append((column.name or fallback, column))
    return named


def _write(
    book: Any,  # noqa: ANN401 -- a library without types
    name: str,
    columns: list[tuple[str, Column]],
    rows: Sequence[JudgedRow],
) -> None:
    sheet = book.add_worksheet(name)
    text = book.add_format({"num_format": "@", "text_wrap": True, "valign": "top", "border": 1})
    head = book.add_format({"bold": True, "text_wrap": True, "border": 1, "bg_color": "#E0DED8"})
    names = [field_name(_OURS[0]), *(one for one, _ in columns), *map(field_name, _OURS[1:])]
    for place, one in enumerate(names):
        is_wide = field_named(one) in _WIDE_FIELDS
        sheet.set_column(place, place, _WIDE if is_wide else _NARROW, text)
        sheet.write_string(0, place, one, head)
    for line, judged in enumerate(rows, start=1):
        cells = [
            _original_number(columns, judged),
            *(cell_of(judged.row, column.place) for _, column in columns),
            "；".join(map(said, judged.problems)),
            "；".join(dict.fromkeys(map(advised, judged.problems))),
        ]
        for place, cell in enumerate(cells):
            sheet.write_string(line, place, cell, text)
    sheet.freeze_panes(1, 2)
    sheet.autofilter(0, 0, max(len(rows), 1), len(names) - 1)
    sheet.set_landscape()
    sheet.set_paper(9)
    sheet.fit_to_pages(1, 0)
    sheet.repeat_rows(0)


def _original_number(columns: list[tuple[str, Column]], judged: JudgedRow) -> str:
    """Return the row's number in the first file, also when this one is a list of problems."""
    first = min((column.place for _, column in columns), default=0)
    before = judged.row.cells[:first]
    return next((cell for cell in before if cell.isdecimal()), str(judged.row.number))
