"""The result of a check as a workbook: every line once, text as text, missing numbers named."""

import io

import pytest
from python_calamine import CalamineWorkbook

from models.acts.omission_checks import decide_rows
from models.domain.omissions import NumberGap, RowDecision, RowVerdict, number_gaps
from models.domain.omissions import without_registered as without
from review.omissions.report import ReportPart, report_of
from review.omissions.workbook import gap_words, rate_words, workbook_of
from tests.models.acts.test_omission_checks import appointment, ids_of, line, start
from tests.models.office import TODAY, order, register_one


def _sheet(content: bytes, name: str) -> list[list[str]]:
    book = CalamineWorkbook.from_filelike(io.BytesIO(content))
    return [[str(cell) for cell in row] for row in book.get_sheet_by_name(name).to_python()]


@pytest.mark.usefixtures("register")
def test_every_line_stands_in_exactly_one_list() -> None:
    # Given a line of each sort, one of them decided against what it seems
    check_id = start(
        line(2, "养犬管理办法", 5), appointment(3), line(4, "摊位管理办法", 7), line(5, "甲办法", 9)
    )
    ids = ids_of(check_id)
    decide_rows(order(), check_id, ids[2:3], RowVerdict(RowDecision.NOT_NORMATIVE, "内部"))
    decide_rows(order(), check_id, ids[3:], RowVerdict(RowDecision.LIST_FAULT, "写错"))
    # When it is reported
    report = report_of(check_id, "云溪县司法局", "许知禾", TODAY)
    # Then the lists add up to the whole
    assert report is not None
    assert {part: len(rows) for part, rows in report.lists.items() if rows} == {
        ReportPart.UNREGISTERED: 1,
        ReportPart.NOT_NORMATIVE: 2,
        ReportPart.SETTLED: 1,
    }
    assert report.whole.total == report.check.row_count


@pytest.mark.usefixtures("register")
def test_a_title_that_looks_like_a_formula_stays_text() -> None:
    report = report_of(start(line(2, "=1+1办法", 5)), "云溪县司法局", "许知禾", TODAY)
    assert report is not None
    rows = _sheet(workbook_of(report), "未登记疑似规范性文件")
    assert rows[1][2] == "=1+1办法"


@pytest.mark.usefixtures("register")
def test_a_number_the_register_has_is_not_missing() -> None:
    # Given a list with numbers 99 and 103, and 101 in the register
    register_one(1)
    check_id = start(line(2, "甲办法", 99), line(3, "乙办法", 103))
    # Then 100 and 102 are missing, 101 is not
    report = report_of(check_id, "云溪县司法局", "许知禾", TODAY)
    assert report is not None
    assert [(gap.first, gap.last) for gap in report.gaps] == [(100, 100), (102, 102)]
    assert report.known_gaps == 1
    assert [row[2] for row in _sheet(workbook_of(report), "缺号")[1:3]] == [
        "第 100 号",
        "第 102 号",
    ]


def test_gaps_lie_between_the_numbers_of_one_organ_and_year() -> None:
    used = [("云政发", 2026, 1), ("云政发", 2026, 4), ("云政发", 2025, 9), ("云政办发", 2026, 2)]
    assert number_gaps(used) == (NumberGap("云政发", 2026, 2, 3),)
    assert gap_words(NumberGap("云政发", 2026, 2, 3)) == "第 2 至 3 号"
    assert without((), {}) == ((), 0)


def test_a_rate_shows_its_parts_and_of_nothing_there_is_none() -> None:
    assert rate_words(45, 72) == "62.5%（45/72）"
    assert rate_words(2, 3) == "66.7%（2/3）"
    assert rate_words(0, 0) == "—"
