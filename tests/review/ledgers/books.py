"""Spreadsheets as the tests need them, written with the library that writes ours."""

from collections.abc import Sequence
from pathlib import Path

import xlsxwriter  # type: ignore[import-untyped] # no stubs

Lines = Sequence[Sequence[object]]

HEAD = ("序号", "文件名称", "文号", "制定机关", "发文日期", "有效期")
LINES: Lines = (
    HEAD,
    (1, "云溪县停车管理办法", "云政发〔2020〕3号", "县政府", "2020.3.5", "5年"),
    (2, "云溪县河道管理规定", "云政发〔2021〕8号", "县政府", "2021年4月9日", "长期有效"),
)


def write_book(
    path: Path, lines: Lines = LINES, merges: Sequence[tuple[int, int, int, int]] = ()
) -> Path:
    """Write lines into the one sheet of a workbook; merges are first row, column, last ones."""
    book = xlsxwriter.Workbook(str(path))
    sheet = book.add_worksheet("台账")
    for row, line in enumerate(lines):
        sheet.write_row(row, 0, line)
    for top, left, bottom, right in merges:
        sheet.merge_range(top, left, bottom, right, lines[top][left])
    book.close()
    return path


def write_sheets(path: Path, sheets: dict[str, Lines], hidden: str = "") -> Path:
    """Write several sheets, one of them hidden."""
    book = xlsxwriter.Workbook(str(path))
    for name, lines in sheets.items():
        sheet = book.add_worksheet(name)
        for row, line in enumerate(lines):
            sheet.write_row(row, 0, line)
        if name == hidden:
            sheet.hide()
    book.close()
    return path
