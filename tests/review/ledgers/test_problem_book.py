"""The list of problems is a workbook that is corrected and read again."""

import zipfile
from pathlib import Path

from review.ledgers.judging import judge
from review.ledgers.problem_book import problem_book
from review.ledgers.problems import Verdict
from review.ledgers.reader import read_here
from review.ledgers.table import recognise
from tests.review.ledgers.books import write_book
from tests.review.ledgers.office import facts, table_of, understood

LEDGER = table_of(
    ("序号", "文件名称", "文 号", "制定机关", "备注"),
    ("1", "云溪县停车管理办法", "云政发〔2020〕3号", "县政府", "=1+1"),
    ("2", "云溪县河道管理规定", "未编号", "县政府", '=HYPERLINK("http://x")'),
    ("3", "云溪县校车管理办法", "云政发〔2021〕8）", "县政府", ""),
    ("4", "", "云政发〔2021〕9号", "县政府", "0012"),
)


def book_of(path: Path) -> Path:
    """Write the problems of the ledger."""
    understanding = understood(LEDGER)
    judged = judge(LEDGER, understanding, facts())
    path.write_bytes(problem_book(LEDGER, understanding, judged))
    return path


def test_it_holds_the_rows_that_stay_out_with_all_their_cells_as_text(tmp_path: Path) -> None:
    errors, warnings = read_here(book_of(tmp_path / "问题.xlsx")).sheets
    assert errors.rows[0] == (
        "原行号", "序号", "文件名称", "文 号", "制定机关", "备注", "问题", "怎么改"
    )  # fmt: skip
    assert [row[:6] for row in errors.rows[1:]] == [
        ("3", "2", "云溪县河道管理规定", "未编号", "县政府", '=HYPERLINK("http://x")'),
        ("5", "4", "", "云政发〔2021〕9号", "县政府", "0012"),
    ]
    assert "未编号" in errors.rows[1][6]
    assert "清空" in errors.rows[1][7]
    assert [row[0] for row in warnings.rows[1:]] == ["4"]


def test_no_cell_of_it_is_a_formula_or_a_link(tmp_path: Path) -> None:

    with zipfile.ZipFile(book_of(tmp_path / "问题.xlsx")) as archive:
        sheets = [archive.read(name) for name in archive.namelist() if "/sheet" in name]
    assert all(b"<f>" not in sheet and b"<hyperlink" not in sheet for sheet in sheets)


def test_corrected_it_is_read_like_any_ledger_and_only_the_rest_is_judged(tmp_path: Path) -> None:
    # Given the list with one number corrected
    (errors, _) = read_here(book_of(tmp_path / "问题.xlsx")).sheets
    rows = [list(row) for row in errors.rows]
    rows[1][3] = "云政发〔2020〕4号"
    corrected = write_book(tmp_path / "改好.xlsx", rows)
    # When it is read again
    table = recognise(read_here(corrected).sheets[0])
    understanding = understood(table)
    judged = judge(table, understanding, facts())
    # Then it is the same ledger, with what was left of it, and knows its rows again
    assert table.header_key == LEDGER.header_key
    assert [row.verdict for row in judged] == [Verdict.READY, Verdict.ERROR]
    again = tmp_path / "再改.xlsx"
    again.write_bytes(problem_book(table, understanding, judged))
    second = read_here(again).sheets[0]
    assert second.rows[0] == errors.rows[0]
    assert [row[0] for row in second.rows[1:]] == ["5"]
