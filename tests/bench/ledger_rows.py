"""Reading a ledger of 40,000 rows: our reader beside the library it stands on."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from functools import partial
from importlib.metadata import version
from pathlib import Path

import xlsxwriter  # type: ignore[import-untyped] # no stubs
from python_calamine import CalamineWorkbook

from models.domain.imports import KnownDocuments
from review.ledgers.issuers import BodyNames
from review.ledgers.judging import judge
from review.ledgers.reader import read_here
from review.ledgers.row_entry import RegisterFacts
from review.ledgers.table import LedgerTable, proposed_mapping, recognise
from review.ledgers.understanding import Understanding
from tests.bench.measuring import Comparison

ROWS = 40_000
JUDGED = 4_000
HEAD = ("序号", "文件名称", "文号", "成文日期", "公布日期", "有效期", "时效性")


def comparisons(folder: Path) -> Iterator[Comparison]:
    """Yield the rows on ledgers."""
    book = _book(folder / "ledger.xlsx")
    yield Comparison(
        f"ledger of {ROWS} rows, xlsx to text cells",
        partial(read_here, book),
        3.0,
        partial(_calamine, book),
        f"python-calamine {version('python-calamine')}, values as they come",
        rounds=3,
    )
    sheet = read_here(book).sheets[0]
    yield Comparison(
        f"ledger of {ROWS} rows, head and columns", partial(recognise, sheet), 3.0, rounds=3
    )
    yield Comparison(
        f"ledger of {JUDGED} rows, dry run", partial(_judge, recognise(sheet)), 2.0, rounds=3
    )


def _book(path: Path) -> Path:
    book = xlsxwriter.Workbook(str(path), {"constant_memory": True})
    sheet = book.add_worksheet("台账")
    sheet.write_row(0, 0, HEAD)
    for row in range(1, ROWS + 1):
        year, month, day = 1990 + row % 36, 1 + row % 12, 1 + row % 28
        sheet.write_row(
            row, 0, (row, f"云溪县关于第{row}项工作的管理办法", f"云政发〔{year}〕{row}号")
        )
        sheet.write_row(
            row, 3, (f"{year}.{month}.{day}", f"{year}年{month}月{day}日", "5年", "有效")
        )
    book.close()
    return path


def _calamine(path: Path) -> object:
    return CalamineWorkbook.from_path(path).get_sheet_by_index(0).to_python()


def _judge(table: LedgerTable) -> object:
    """Judge the first rows against a register that is empty."""
    facts = RegisterFacts(date(2026, 11, 25), BodyNames(()), {}, {}, KnownDocuments(), {}, ())
    first = replace(table, rows=table.rows[:JUDGED])
    return judge(first, Understanding(proposed_mapping(table)), facts)
