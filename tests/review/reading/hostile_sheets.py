"""Spreadsheets and tables built to harm."""

import io
import zipfile
from functools import cache

import xlsxwriter  # type: ignore[import-untyped] # no stubs

from tests.review.reading.raw_zip import Member, package, packed, packed_megabytes, raw_package

_SPACE = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'
_SHEET, _BOOK = "xl/worksheets/sheet1.xml", "xl/workbook.xml"
_CELL = '<c r="A1" t="inlineStr"><is><t>文件名称</t></is></c>'


@cache
def _parts() -> dict[str, bytes]:
    buffer = io.BytesIO()
    book = xlsxwriter.Workbook(buffer)
    book.add_worksheet("台账").write_row(0, 0, ("文件名称", "文号"))
    book.close()
    with zipfile.ZipFile(buffer) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def workbook(rows: str, declaration: str = "", *, book: bytes = b"") -> bytes:
    """Return a workbook of one sheet with these rows."""
    sheet = f"{declaration}<worksheet {_SPACE}><sheetData>{rows}</sheetData></worksheet>"
    parts = _parts() | {_SHEET: sheet.encode(), _BOOK: book or _parts()[_BOOK]}
    return package(*parts.items())


def honest_sheet() -> bytes:
    return workbook(f'<row r="1">{_CELL}</row>')


def last_cell_of_all() -> bytes:
    far = '<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>'
    return workbook(f'<row r="1">{_CELL}</row>{far}')


def last_cell_without_address() -> bytes:
    return workbook(f'<row r="1">{_CELL}</row><row r="1048576"><c><v>1</v></c></row>')


def a_million_rows() -> bytes:
    return workbook(
        "".join(f'<row r="{n}"><c r="A{n}"><v>1</v></c></row>' for n in range(1, 1048577))
    )


def a_row_of_all_columns_often() -> bytes:
    return workbook(f"<row>{'<c><v>1</v></c>' * 16_384}</row>" * 60)


def merged_over_everything() -> bytes:
    return workbook(
        f'<row r="1">{_CELL}</row></sheetData><mergeCells count="1">'
        '<mergeCell ref="A1:XFD1048576"/></mergeCells><sheetData>'
    )


def sheet_bomb() -> bytes:
    return workbook("<row/>" * 4_000_000)


def sheet_with_entity() -> bytes:
    return workbook(f'<row r="1">{_CELL}</row>', '<!DOCTYPE x [<!ENTITY a "aaaa">]>')


def shared_words_bomb() -> bytes:
    parts = {name: Member(name, packed(part), len(part)) for name, part in _parts().items()}
    words = Member("xl/sharedStrings.xml", packed_megabytes(1024, b" "), 900)
    return raw_package((parts | {words.name: words}).values())


def sheets_of_the_same_part() -> bytes:
    entry = b'<sheet name="%d" sheetId="%d" r:id="rId1"/>'
    listed = b"".join(entry % (number, number) for number in range(1, 3000))
    before, _, rest = _parts()[_BOOK].partition(b"<sheets>")
    after = rest.partition(b"</sheets>")[2]
    book = before + b"<sheets>" + listed + b"</sheets>" + after
    return workbook(f'<row r="1">{_CELL}</row>' * 200, book=book)


def text_of_commas() -> bytes:
    return b"," * 20_000_000


def text_of_open_quotes() -> bytes:
    return b'"' + "甲,乙\n".encode() * 1_000_000


def web_table_of_huge_spans() -> bytes:
    cell = '<td rowspan="999999999" colspan="999999999">甲</td>'
    return f"<html><table><tr>{cell * 50}</tr></table></html>".encode()


HOSTILE_SHEETS = (
    last_cell_of_all,
    last_cell_without_address,
    a_million_rows,
    a_row_of_all_columns_often,
    merged_over_everything,
    sheet_bomb,
    sheet_with_entity,
    shared_words_bomb,
    sheets_of_the_same_part,
    text_of_commas,
    text_of_open_quotes,
    web_table_of_huge_spans,
)
