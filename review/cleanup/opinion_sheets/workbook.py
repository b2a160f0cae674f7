"""Write the sheet of one unit as a workbook: pre-filled, with lists to choose from, for A4."""

import io
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Any

from models.domain.cleanup import CleanupOutcome, CleanupReason
from resources.terms import name_of
from review.cleanup.opinion_sheets.asked import AskedDocument, AskedUnit
from review.cleanup.opinion_sheets.choices import column_name, fact_line, instructions, label
from review.cleanup.opinion_sheets.row_key import RowKey

# Whatever a title begins with, it stays words.
_OPTIONS = {
    "in_memory": True,
    "strings_to_formulas": False,
    "strings_to_urls": False,
    "strings_to_numbers": False,
}
_A4 = 9
_MARGIN = 0.4
_DAY_FORMAT = "yyyy-mm-dd"
_TITLE_HEIGHT, _LINE_HEIGHT, _ROW_HEIGHT = 28, 20, 34
_FIRST_DAY = date(1949, 10, 1)
# Rows below the last one that take choices too: documents the unit adds.
_SPARE_ROWS = 20


@dataclass(frozen=True)
class _Column:
    """A column: its key in the words, its width, and what is pre-filled; None is for the unit."""

    key: str
    width: int
    value: Callable[[AskedDocument], str | date | None] | None = None


COLUMNS = (
    _Column("title", 34, lambda one: one.title),
    _Column("number", 17, lambda one: one.number),
    _Column("unified_number", 15, lambda one: one.unified_number),
    _Column("issued_date", 11, lambda one: one.issued_date),
    _Column("effective_date", 11, lambda one: one.effective_date),
    _Column("expiry_date", 11, lambda one: one.expiry_date),
    _Column("status", 9, lambda one: one.status),
    _Column("choice", 12),
    _Column("reason", 18),
    _Column("basis", 28),
    _Column("replacing_document", 20),
    _Column("planned_date", 12),
    _Column("remark", 16),
)
_KEY_COLUMN = len(COLUMNS) + 1
_PLACES = {column.key: place for place, column in enumerate(COLUMNS, start=1)}


def workbook_of(asked: AskedUnit) -> bytes:
    """Return the workbook of a unit.

    Its rows may be sorted, deleted and added to: the sheet is not locked, which would forbid
    sorting; the hidden keys refuse typing instead, and a reply is checked against the register.
    """
    # Heavy, and only who sends sheets needs it; it has no stubs.
    import xlsxwriter  # type: ignore[import-untyped]  # noqa: PLC0415

    content = io.BytesIO()
    book = xlsxwriter.Workbook(content, _OPTIONS)
    looks = _Looks(book)
    sheet = book.add_worksheet(label("sheet"))
    head_row = _write_top(sheet, looks, asked)
    _write_head(sheet, looks, head_row)
    for order, document in enumerate(asked.documents, start=1):
        _write_document(sheet, looks, head_row + order, order, document)
        key = RowKey(asked.campaign_id, asked.unit_id, document.document_id)
        sheet.write_string(head_row + order, _KEY_COLUMN, str(key), looks.text)
    last_row = head_row + len(asked.documents)
    _offer_choices(sheet, head_row + 1, last_row)
    sheet.autofilter(head_row, 0, last_row, _KEY_COLUMN)
    _set_print(sheet, asked, head_row)
    _write_identity(book, asked)
    book.close()
    return content.getvalue()


class _Looks:
    """The formats of the cells."""

    def __init__(self, book: Any) -> None:  # noqa: ANN401 -- the library has no types
        edge = {"border": 1, "border_color": "#8A8680", "valign": "vcenter", "text_wrap": True}
        ours = {"bg_color": "#FFF8DC"}
        self.title = book.add_format({"bold": True, "font_size": 16, "align": "center"})
        self.note = book.add_format({"text_wrap": True, "valign": "vcenter"})
        self.right = book.add_format({"align": "right", "valign": "vcenter"})
        head = {**edge, "bold": True, "align": "center"}
        self.head = book.add_format({**head, "bg_color": "#EFEDE7"})
        self.own_head = book.add_format({**head, "bg_color": "#F3E3A3"})
        self.text = book.add_format(edge)
        self.day = book.add_format({**edge, "num_format": _DAY_FORMAT, "align": "center"})
        self.own = book.add_format({**edge, **ours})
        self.own_day = book.add_format({**edge, **ours, "num_format": _DAY_FORMAT})


def _write_top(sheet: Any, looks: _Looks, asked: AskedUnit) -> int:  # noqa: ANN401
    """Write title, unit, instructions and who fills the sheet; return the row of the headings."""
    sheet.set_row(0, _TITLE_HEIGHT)
    last = _KEY_COLUMN - 1
    sheet.merge_range(0, 0, 0, last, label("title", campaign=asked.campaign_name), looks.title)
    lines = (fact_line(asked), *instructions())
    for row, line in enumerate(lines, start=1):
        sheet.set_row(row, _LINE_HEIGHT)
        sheet.merge_range(row, 0, row, last, line, looks.note)
    row = len(lines) + 1
    sheet.set_row(row, _LINE_HEIGHT)
    for key, place, look in (
        ("filled_by", _PLACES["choice"], looks.own),
        ("filled_on", _PLACES["basis"], looks.own_day),
    ):
        sheet.write_string(row, place, label(key), looks.right)
        sheet.write_blank(row, place + 1, None, look)
    return row + 1


def _write_head(sheet: Any, looks: _Looks, row: int) -> None:  # noqa: ANN401
    sheet.set_row(row, _ROW_HEIGHT)
    sheet.set_column(0, 0, 6)
    sheet.write_string(row, 0, column_name("order"), looks.head)
    for place, column in enumerate(COLUMNS, start=1):
        sheet.set_column(place, place, column.width)
        look = looks.head if column.value else looks.own_head
        sheet.write_string(row, place, column_name(column.key), look)
    sheet.set_column(_KEY_COLUMN, _KEY_COLUMN, 4, None, {"hidden": True})
    sheet.write_string(row, _KEY_COLUMN, column_name("key"), looks.head)
    sheet.freeze_panes(row + 1, 2)


def _write_document(
    sheet: Any,  # noqa: ANN401
    looks: _Looks,
    row: int,
    order: int,
    document: AskedDocument,
) -> None:
    sheet.write_number(row, 0, order, looks.text)
    for place, column in enumerate(COLUMNS, start=1):
        if column.value is None:
            look = looks.own_day if column.key == "planned_date" else looks.own
            sheet.write_blank(row, place, None, look)
            continue
        value = column.value(document)
        if isinstance(value, date):
            sheet.write_datetime(row, place, value, looks.day)
        else:
            sheet.write_string(row, place, value or "", looks.text)


def _offer_choices(sheet: Any, first: int, last: int) -> None:  # noqa: ANN401
    choices = [name_of(choice) for choice in CleanupOutcome]
    below = last + _SPARE_ROWS
    sheet.data_validation(
        first,
        _PLACES["choice"],
        below,
        _PLACES["choice"],
        {
            "validate": "list",
            "source": choices,
            "input_message": label("choice_prompt"),
            "error_message": label("choice_refused", choices="、".join(choices)),
        },
    )
    sheet.data_validation(
        first,
        _PLACES["reason"],
        below,
        _PLACES["reason"],
        {
            "validate": "list",
            "source": [name_of(reason) for reason in CleanupReason],
            "input_message": label("reason_prompt"),
            "error_message": label("reason_prompt"),
        },
    )
    sheet.data_validation(
        first,
        _PLACES["planned_date"],
        below,
        _PLACES["planned_date"],
        {
            "validate": "date",
            "criteria": ">=",
            "value": _FIRST_DAY,
            "error_message": label("day_refused"),
        },
    )
    # A rule that nothing fulfils: whoever types into a key is told to leave it.
    sheet.data_validation(
        first,
        _KEY_COLUMN,
        last,
        _KEY_COLUMN,
        {"validate": "custom", "value": "=FALSE", "error_message": label("key_refused")},
    )


def _set_print(sheet: Any, asked: AskedUnit, head_row: int) -> None:  # noqa: ANN401
    sheet.set_landscape()
    sheet.set_paper(_A4)
    sheet.fit_to_pages(1, 0)
    sheet.set_margins(_MARGIN, _MARGIN, 2 * _MARGIN, 2 * _MARGIN)
    sheet.repeat_rows(head_row)
    # In a printed foot & begins an instruction.
    sheet.set_footer(f"&L{asked.unit_name.replace('&', '&&')[:60]}&R&P / &N")


def _write_identity(book: Any, asked: AskedUnit) -> None:  # noqa: ANN401
    """Keep, out of sight, whose sheet this is, for the case that the keys get lost."""
    sheet = book.add_worksheet(label("identity"))
    sheet.write_string(0, 0, label("identity_note"))
    sheet.write_string(1, 0, str(RowKey(asked.campaign_id, asked.unit_id, 0)))
    sheet.protect()
    sheet.very_hidden()
