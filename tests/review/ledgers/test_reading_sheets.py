"""Tables are read whatever the file is called and whoever wrote it, or refused with a reason."""

import struct
import zipfile
from pathlib import Path

import pytest
import xlsxwriter  # type: ignore[import-untyped] # no stubs

from review.errors import (
    BrokenFileError,
    EmptyFileError,
    EncryptedFileError,
    MissingFileError,
    NoTableError,
    ReadingError,
    TooManyCellsError,
    UnsafeFileError,
    UnsupportedFormatError,
)
from review.ledgers.reader import read_here, read_ledger_file
from review.ledgers.sheet import Sheet, SheetNoteKind
from tests.review.ledgers.books import HEAD, LINES, write_book, write_sheets

SAMPLES = Path(__file__).parents[4] / "shared" / "data" / "ledger_samples"
OLD_WORKBOOK = SAMPLES / "law_ledger_company.xls"


def only_sheet(path: Path) -> Sheet:
    """Read a file with one table."""
    (sheet,) = read_here(path).sheets
    return sheet


def test_a_spreadsheet_is_read_as_text_in_a_child_process(tmp_path: Path) -> None:
    found = read_ledger_file(write_book(tmp_path / "台账.xlsx"))
    assert found.sheets[0].rows[1] == (
        "1",
        "云溪县停车管理办法",
        "云政发〔2020〕3号",
        "县政府",
        "2020.3.5",
        "5年",
    )


def test_a_day_of_a_spreadsheet_is_read_without_its_clock(tmp_path: Path) -> None:
    book = xlsxwriter.Workbook(str(tmp_path / "日期.xlsx"))
    form = book.add_format({"num_format": "yyyy/m/d"})
    book.add_worksheet().write_number(0, 0, 43895, form)
    book.close()
    assert only_sheet(tmp_path / "日期.xlsx").rows == (("2020-03-05",),)


def test_a_spreadsheet_named_xls_is_read_and_said(tmp_path: Path) -> None:
    path = write_book(tmp_path / "台账.xlsx").rename(tmp_path / "台账.xls")
    sheet = only_sheet(path)
    assert sheet.rows[0] == HEAD
    assert [note.kind for note in sheet.notes] == [SheetNoteKind.OTHER_FORMAT]


def test_a_web_page_named_xls_is_read_with_its_spans(tmp_path: Path) -> None:
    # Given what many systems export
    path = tmp_path / "导出.xls"
    path.write_bytes(
        '<html><head><meta charset="gbk"></head><body><table><tr><th colspan=2>登记台账</th></tr>'
        "<tr><td rowspan=2>县政府</td><td>停车<br>办法</td></tr><tr><td>河道规定</td></tr>"
        "</table></body></html>".encode("gbk")
    )
    # Then the cell over two rows stands in both
    assert only_sheet(path).rows == (
        ("登记台账", ""),
        ("县政府", "停车\n办法"),
        ("县政府", "河道规定"),
    )


@pytest.mark.parametrize("codec", ["utf-8", "utf-8-sig", "gb18030", "utf-16"])
@pytest.mark.parametrize("separator", [",", ";", "\t"])
def test_a_text_table_is_read_in_any_encoding_with_any_separator(
    tmp_path: Path, codec: str, separator: str
) -> None:
    text = "\r\n".join(
        separator.join(f'"{cell}"' if "\n" in cell else cell for cell in line)
        for line in (("文件名称", "文 号"), ("停车\n办法", "云政发〔2020〕3号"), ("河道", ""))
    )
    (tmp_path / "台账.csv").write_bytes(text.encode(codec))
    assert only_sheet(tmp_path / "台账.csv").rows[1] == ("停车\n办法", "云政发〔2020〕3号")


def test_a_cell_merged_over_several_rows_stands_in_each(tmp_path: Path) -> None:
    lines = (HEAD, (1, "甲办法", "", "县政府"), (2, "乙办法", "", ""))
    path = write_book(tmp_path / "合并.xlsx", lines, merges=((1, 3, 2, 3),))
    assert only_sheet(path).rows[2][3] == "县政府"


def test_hidden_sheets_and_rows_are_read_and_said(tmp_path: Path) -> None:
    # Given a workbook with a hidden sheet, and one with a hidden row
    path = write_sheets(tmp_path / "甲.xlsx", {"台账": LINES, "旧表": LINES}, hidden="旧表")
    book = xlsxwriter.Workbook(str(tmp_path / "乙.xlsx"))
    sheet = book.add_worksheet()
    sheet.write_column(0, 0, ["甲", "乙", "丙"])
    sheet.set_row(1, None, None, {"hidden": True})
    book.close()
    # Then both are there, with a note
    assert [one.is_hidden for one in read_here(path).sheets] == [False, True]
    hidden = only_sheet(tmp_path / "乙.xlsx")
    assert len(hidden.rows) == 3
    assert [(note.kind, note.fact) for note in hidden.notes] == [(SheetNoteKind.HIDDEN_ROWS, "1")]


def test_hidden_rows_of_an_ods_are_said(tmp_path: Path) -> None:
    # Given two sheets, of which the second hides a row, and empty rows below
    namespaces = "".join(
        f' xmlns:{name}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"'
        for name in ("office", "table", "text")
    )
    row = (
        "<table:table-row{}><table:table-cell office:value-type='string'><text:p>甲</text:p>"
        "</table:table-cell></table:table-row>"
    )
    hidden = " table:visibility='collapse'"
    empty = f"<table:table-row{hidden} table:number-rows-repeated='900'/>"
    sheets = (
        f"<table:table table:name='全部'>{row.format('') * 3}</table:table>"
        f"<table:table table:name='部分'>{row.format('')}{row.format(hidden)}{row.format('')}"
        f"{empty}</table:table>"
    )
    path = tmp_path / "甲.ods"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
        archive.writestr("META-INF/manifest.xml", "<manifest/>")
        archive.writestr(
            "content.xml",
            f"<office:document-content{namespaces}><office:body><office:spreadsheet>{sheets}"
            "</office:spreadsheet></office:body></office:document-content>",
        )
    # Then the row is read, and said to be hidden
    whole, part = read_here(path).sheets
    assert whole.notes == ()
    assert [(note.kind, note.fact) for note in part.notes] == [(SheetNoteKind.HIDDEN_ROWS, "1")]
    assert len(part.rows) == 3


def test_hidden_rows_of_an_old_workbook_are_said(tmp_path: Path) -> None:
    # Given a real workbook of the old kind, in which one row is hidden
    if not OLD_WORKBOOK.exists():
        pytest.skip("the ledger samples are not here")
    content = bytearray(OLD_WORKBOOK.read_bytes())
    begin = content.index(struct.pack("<HHH", 0x0208, 16, 3))
    content[begin + 16] |= 0x20
    path = tmp_path / "隐藏.xls"
    path.write_bytes(content)
    # Then it is said, and nothing of the untouched one is
    assert only_sheet(OLD_WORKBOOK).notes == ()
    found = only_sheet(path)
    assert [(note.kind, note.fact) for note in found.notes] == [(SheetNoteKind.HIDDEN_ROWS, "1")]


def test_a_formula_is_read_as_the_value_it_showed(tmp_path: Path) -> None:
    book = xlsxwriter.Workbook(str(tmp_path / "公式.xlsx"))
    book.add_worksheet().write_formula(
        0, 0, '=HYPERLINK("http://x","y")', None, "云政发〔2020〕3号"
    )
    book.close()
    assert only_sheet(tmp_path / "公式.xlsx").rows == (("云政发〔2020〕3号",),)


def rewritten(path: Path, part: str, content: str) -> Path:
    """Replace a part of a package."""
    with zipfile.ZipFile(path) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    parts[part] = content.encode()
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, one in parts.items():
            archive.writestr(name, one)
    return path


OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
SHEET = "xl/worksheets/sheet1.xml"
SPACE = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'


def sheet_of(cells: str) -> str:
    """Return the part of a sheet that claims to be as large as a sheet can be."""
    return (
        f'<?xml version="1.0"?><worksheet {SPACE}><dimension ref="A1:XFD1048576"/>'
        f"<sheetData>{cells}</sheetData></worksheet>"
    )


def test_a_sheet_that_only_claims_to_be_huge_is_read(tmp_path: Path) -> None:
    cells = '<row r="1"><c r="A1"><v>7</v></c><c r="XFD1" s="1"/></row>'
    path = rewritten(write_book(tmp_path / "甲.xlsx"), SHEET, sheet_of(cells))
    assert only_sheet(path).rows == (("7",),)


@pytest.mark.parametrize("far", ["A1048576", "XFD190000", "C300000"])
def test_a_sheet_with_a_cell_far_away_is_refused(tmp_path: Path, far: str) -> None:
    row = far.lstrip("ABCDEFGHIJKLMNOPQRSTUVWXYZ")
    cells = f'<row r="1"><c r="A1"><v>7</v></c></row><row r="{row}"><c r="{far}"><v>8</v></c></row>'
    path = rewritten(write_book(tmp_path / "甲.xlsx"), SHEET, sheet_of(cells))
    with pytest.raises(TooManyCellsError):
        read_ledger_file(path)


def test_a_text_table_of_a_million_rows_is_refused(tmp_path: Path) -> None:
    (tmp_path / "大.csv").write_text("甲,乙\n" * 1_000_000, encoding="utf-8")
    with pytest.raises(TooManyCellsError):
        read_ledger_file(tmp_path / "大.csv")


def test_a_spreadsheet_that_declares_entities_is_refused(tmp_path: Path) -> None:
    bomb = '<!DOCTYPE x [<!ENTITY a "aaaaaaaa">]>' + sheet_of("")
    with pytest.raises(UnsafeFileError):
        read_ledger_file(rewritten(write_book(tmp_path / "甲.xlsx"), SHEET, bomb))


def test_a_spreadsheet_that_unpacks_without_end_is_refused(tmp_path: Path) -> None:
    bomb = sheet_of("<row/>" * 4_000_000)
    with pytest.raises(UnsafeFileError):
        read_ledger_file(rewritten(write_book(tmp_path / "甲.xlsx"), SHEET, bomb))


@pytest.mark.parametrize(
    ("name", "content", "error"),
    [
        ("空.xlsx", b"", EmptyFileError),
        ("坏.xlsx", b"PK\x03\x04" + b"\0" * 400, BrokenFileError),
        ("坏.xls", OLE + b"\0" * 900, BrokenFileError),
        ("锁.xls", OLE + "EncryptedPackage".encode("utf-16-le"), EncryptedFileError),
        ("图.csv", b"\x89PNG\r\n\x1a\n\0\0\0\r", UnsupportedFormatError),
        ("文.csv", b"%PDF-1.7\n", UnsupportedFormatError),
        ("网.xls", b"<html><table><tr><td>1</td></tr></table></html>", BrokenFileError),
        ("空表.csv", b",,\n,,\n", NoTableError),
    ],
)
def test_what_is_no_table_is_refused_with_its_reason(
    tmp_path: Path, name: str, content: bytes, error: type[ReadingError]
) -> None:
    (tmp_path / name).write_bytes(content)
    with pytest.raises(error):
        read_ledger_file(tmp_path / name)


def test_a_file_that_is_not_there_is_refused(tmp_path: Path) -> None:
    with pytest.raises(MissingFileError):
        read_ledger_file(tmp_path / "无.xlsx")
