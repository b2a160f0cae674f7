"""The outgoing log as an Excel file."""

import io
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Any

from models.queries.outgoing_log import OutgoingRow
from resources.terms import FIELDS, name_in, name_of
from review.letters.drafting.outgoing import delivery_lines, remark_of

# Whatever a title begins with, it stays words.
_NO_TRICKS = {"strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
_A4 = 9
_DAY_FORMAT = "yyyy-mm-dd"


@dataclass(frozen=True)
class _Column:
    field: str
    width: int
    value: Callable[[OutgoingRow], object]


def _deliveries(row: OutgoingRow) -> str:
    told = ("，".join(part for part in delivery_lines(one) if part) for one in row.deliveries)
    return "\n".join(told)


_COLUMNS = (
    _Column("letter_number", 22, lambda row: row.letter_number),
    _Column("letter_date", 12, lambda row: row.letter_date),
    _Column("letter_kind", 18, lambda row: name_of(row.kind)),
    _Column("heading", 44, lambda row: row.heading),
    _Column("document_title", 44, lambda row: row.title),
    _Column("addressee", 26, lambda row: row.addressee),
    _Column("copies", 7, lambda row: row.copies),
    _Column("issued_by", 10, lambda row: row.issued_by),
    _Column("state", 10, lambda row: name_of(row.state)),
    _Column("delivery", 28, _deliveries),
    _Column("remark", 36, remark_of),
)


def log_workbook(rows: tuple[OutgoingRow, ...], sheet_name: str) -> bytes:
    """Return the log as the bytes of an .xlsx file, one sheet, its head fixed."""
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
            _write(sheet, (line, place), column.value(row), day if _is_day(column, row) else text)
    sheet.freeze_panes(1, 1)
    sheet.set_landscape()
    sheet.set_paper(_A4)
    sheet.fit_to_pages(1, 0)
    sheet.repeat_rows(0)
    book.close()
    return content.getvalue()


def _is_day(column: _Column, row: OutgoingRow) -> bool:
    return isinstance(column.value(row), date)


def _write(sheet: Any, place: tuple[int, int], value: object, look: object) -> None:  # noqa: ANN401 -- no stubs
    if isinstance(value, date):
        sheet.write_datetime(*place, value, look)
    elif isinstance(value, int):
        sheet.write_number(*place, value, look)
    else:
        sheet.write_string(*place, str(value), look)
