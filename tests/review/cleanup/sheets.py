"""Sheets of a fictional cleanup, and replies as units would fill them."""

from collections.abc import Sequence
from datetime import date
from pathlib import Path

import xlsxwriter  # type: ignore[import-untyped] # no stubs

from review.cleanup.opinion_sheets.asked import AskedDocument, AskedUnit
from review.cleanup.opinion_sheets.workbook import workbook_of
from review.ledgers.reader import read_here

CAMPAIGN = 7
TRANSPORT, WATER, HOUSING = 1, 2, 3


def document(document_id: int, title: str, number: str) -> AskedDocument:
    """Return a document in force."""
    return AskedDocument(
        document_id=document_id,
        title=title,
        number=number,
        unified_number="",
        issued_date=date(2020, 3, 5),
        effective_date=date(2020, 4, 1),
        expiry_date=None,
        status="有效",
    )


def asked(
    unit_id: int, name: str, *documents: AskedDocument, campaign_id: int = CAMPAIGN
) -> AskedUnit:
    """Return what a unit is asked."""
    return AskedUnit(
        campaign_id=campaign_id,
        campaign_name="云溪县2026年规范性文件清理",
        office_name="云溪县司法局",
        contact="李明，0000-0000000",
        unit_id=unit_id,
        unit_name=name,
        due_date=date(2026, 12, 31),
        documents=documents,
    )


PARKING = document(11, "云溪县停车管理办法", "云政发〔2020〕3号")
BUSES = document(12, "云溪县公共汽车客运管理规定", "云政发〔2020〕5号")
TAXIS = document(13, "云溪县出租汽车管理细则", "云政办发〔2020〕9号")
RIVERS = document(21, "云溪县河道管理规定", "云政发〔2021〕8号")
HOUSES = document(31, "云溪县保障性住房管理办法", "云政发〔2022〕1号")
UNITS = (
    asked(TRANSPORT, "云溪县交通运输局", PARKING, BUSES, TAXIS),
    asked(WATER, "云溪县水利局", RIVERS),
    asked(HOUSING, "云溪县住房和城乡建设局", HOUSES),
)

Lines = list[list[str]]


def lines_of(unit: AskedUnit, folder: Path) -> Lines:
    """Return the rows of the sheet that went out, as a spreadsheet program shows them."""
    path = folder / f"out-{unit.unit_id}.xlsx"
    path.write_bytes(workbook_of(unit))
    return [list(row) for row in read_here(path).sheets[0].rows]


def head_of(lines: Lines) -> int:
    """Return the place of the headings."""
    return next(place for place, row in enumerate(lines) if "清理意见" in row)


def fill(lines: Lines, title: str, **answers: str) -> None:
    """Write answers into the row of a title; the keywords are the headings."""
    head = lines[head_of(lines)]
    row = next(row for row in lines if title in row)
    for heading, answer in answers.items():
        row[head.index(heading)] = answer


def saved(lines: Sequence[Sequence[str]], path: Path) -> Path:
    """Write the rows into a workbook of a hand that kept nothing but the cells."""
    book = xlsxwriter.Workbook(str(path))
    sheet = book.add_worksheet("表")
    for place, line in enumerate(lines):
        sheet.write_row(place, 0, line)
    book.close()
    return path
