"""The workbook holds every row with its days as days."""

import io
from dataclasses import replace
from datetime import date

from python_calamine import CalamineWorkbook

from review.due.workbook import due_workbook
from tests.review.due.test_calendar_text import ROW


def test_every_row_is_a_line_with_its_words_and_days() -> None:
    book = CalamineWorkbook.from_filelike(io.BytesIO(due_workbook([ROW], "2026-09-16")))
    head, line = book.get_sheet_by_name("2026-09-16").to_python()
    told = dict(zip(head, line, strict=True))
    assert told["期限"] == date(2026, 9, 30)
    assert "开展评估" in line
    assert "修改后重新公布" in line
    assert ROW.title in line
    assert date(2027, 3, 31) in line


def test_a_title_that_looks_like_a_formula_stays_words() -> None:
    book = CalamineWorkbook.from_filelike(
        io.BytesIO(due_workbook([replace(ROW, title="=1+1")], "一"))
    )
    assert "=1+1" in book.get_sheet_by_name("一").to_python()[1]
