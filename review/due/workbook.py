"""The due list as an Excel file to print and to work on."""

import io
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from models.queries.due import DueRow
from resources.terms import FIELDS, name_in, name_of
from review.due.due_words import due_kind

# Whatever a title begins with, it stays words.
_NO_TRICKS = {"strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
_A4 = 9
_DAY_FORMAT = "yyyy-mm-dd"


@dataclass(frozen=True)
class _Column:
    field: str
    width: int
    value: Callable[[DueRow], object]


def _reply(row: DueRow) -> str:
    return name_of(row.reply) if row.reply else ""


_COLUMNS = (
    _Column("due_date", 12, lambda row: row.due_date),
    _Column("days_left", 10, lambda row: row.days_left),
    _Column("due_kind", 16, due_kind),
    _Column("document_title", 48, lambda row: row.title),
    _Column("document_number", 22, lambda row: row.document_number),
    _Column("unified_number", 22, lambda row: row.unified_number),
    _Column("unit", 26, lambda row: row.unit),
    _Column("expiry_date", 12, lambda row: row.expiry_date or ""),
    _Column("validity_reply", 16, _reply),
    _Column("derivation", 60, lambda row: row.derivation),
)


def due_workbook(rows: Sequence[DueRow], sheet_name: str) -> bytes:
    """Return the rows as the bytes of an .xlsx file, landscape, its head on every page."""
    # Heavy, and only who exports needs it; it has no stubs.
    import xlsxwriter  # type: ignore[import-untyped]  # noqa: PLC0415

    content = io.BytesIO()
    book = xlsxwriter.Workbook(content, {**_NO_TRICKS, "in_memory": True})
    sheet = book.add_worksheet(sheet_name)
    edge = {"border": 1, "valign": "vcenter", "text_wrap": True}
    head = book.add_format({**edge, "bold": True, "align": "center"})
    text, day = book.add_format(edge), book.add_format({**edge, "num_format": _DAY_FORMAT})
    for place, column in enumerate(_COLUMNS):
        sheet.set_column(place, place, column.width)
        sheet.write_string(0, place, name_in(FIELDS, column.field), head)
    for line, row in enumerate(rows, start=1):
        for place, column in enumerate(_COLUMNS):
            value = column.value(row)
            _write(sheet, (line, place), value, day if isinstance(value, date) else text)
    sheet.autofilter(0, 0, len(rows), len(_COLUMNS) - 1)
    sheet.freeze_panes(1, 0)
    sheet.set_landscape()
    sheet.set_paper(_A4)
    sheet.fit_to_pages(1, 0)
    sheet.repeat_rows(0)
    book.close()
    return content.getvalue()


def _write(sheet: Any, place: tuple[int, int], value: object, look: object) -> None:  # noqa: ANN401 -- no stubs
    if isinstance(value, date):
        sheet.write_datetime(*place, value, look)
    elif isinstance(value, int):
        sheet.write_number(*place, value, look)
    else:
        sheet.write_string(*place, str(value), look)
