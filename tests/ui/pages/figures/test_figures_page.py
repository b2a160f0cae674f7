"""The figures of a year in the window: every number opens what it counts."""

from collections.abc import Callable
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from models.domain.rates import RateKind
from models.queries.counted_records import CountedRow
from tests.models.filing_year import year_of_five
from tests.models.office import HEAD
from tests.ui.pages.conftest import Heard
from ui.desk import Desk, Route
from ui.pages.figures.page import FiguresPage

SitDown = Callable[[str], Desk]


@pytest.fixture
def page(qtbot: QtBot, sit_down: SitDown) -> FiguresPage:
    """Return the page at 2025: five filings, one sent back, one late, one document never filed."""
    desk = sit_down(HEAD)
    year_of_five()
    shown = FiguresPage(desk)
    qtbot.addWidget(shown)
    shown.resize(1366, 705)
    shown.show()
    shown.open(Route("figures", None, (("year", "2025"),)))
    settle(shown)
    return shown


def settle(page: FiguresPage) -> None:
    """Wait until everything asked for is answered."""
    for _ in range(4):
        page.desk.runner.wait_until_idle()


def records(page: FiguresPage) -> list[CountedRow]:
    """Return the records beside the figures."""
    model = page.records.list.model
    rows = (model.row_at(line) for line in range(model.rowCount()))
    return [row for row in rows if row is not None]


def stand_on(page: FiguresPage, kind: RateKind) -> None:
    """Stand on the line of a rate."""
    page.tabs.setCurrentWidget(page.rates.view)
    for line in range(page.rates.model.rowCount()):
        row = page.rates.model.row_at(line)
        if row is not None and row.rate.kind is kind:
            page.rates.view.selectRow(line)
            break
    settle(page)


def test_the_head_says_until_when_it_counts_and_what_came_in(page: FiguresPage) -> None:
    assert "截至" in page.head.note.text()
    assert page.told.text().startswith("2025年收件5件：")


def test_a_rate_lists_what_it_counts_and_what_it_misses(page: FiguresPage) -> None:
    stand_on(page, RateKind.FILING_RATE)
    assert page.records.caption.text() == "报备率 83.3%（5/6）"
    assert len(records(page)) == 5
    page.records.missing.click()
    settle(page)
    (missed,) = records(page)
    assert missed.title == "云溪县从未报备的管理办法"


def test_the_meaning_of_a_rate_stands_with_its_source(page: FiguresPage) -> None:
    stand_on(page, RateKind.CORRECTION_RATE)
    correction = page.records.meaning.text()
    stand_on(page, RateKind.DIRECT_CORRECTION_RATE)
    assert "÷ 本期审查发现违法" in correction
    assert "÷ 本期审结" in page.records.meaning.text()


def test_a_record_is_opened_where_it_stands(page: FiguresPage, heard: Heard) -> None:
    stand_on(page, RateKind.FILING_RATE)
    counted = records(page)[0]
    page.records.list.view.selectRow(0)
    page.records.list.view.opened.emit(1)
    assert heard.routes == [Route("document", counted.document_id)]
    page.records.missing.click()
    settle(page)
    (missed,) = records(page)
    page.records.list.view.selectRow(0)
    page.records.list.view.opened.emit(1)
    assert heard.routes[-1] == Route("omission", missed.check_id)


def test_a_count_lists_its_filings(page: FiguresPage, heard: Heard) -> None:
    page.tabs.setCurrentWidget(page.counts.view)
    page.counts.view.selectRow(0)
    settle(page)
    assert len(records(page)) == 5
    assert not page.records.missing.isVisible()
    page.records.list.view.selectRow(0)
    page.records.list.view.opened.emit(1)
    assert heard.routes == [Route("filing", records(page)[0].ref.id)]


def test_the_months_together_are_what_came_in(page: FiguresPage) -> None:
    page.tabs.setCurrentWidget(page.months.view)
    rows = [page.months.model.row_at(line) for line in range(12)]
    assert sum(len(row.refs) for row in rows if row is not None) == 5


def test_one_rate_is_told_body_by_body(page: FiguresPage) -> None:
    page.tabs.setCurrentWidget(page.bodies)
    page.bodies.kind.setCurrentIndex(page.bodies.kind.findData(RateKind.FILING_RATE))
    page.bodies.kind.activated.emit(0)
    settle(page)
    model = page.bodies.table.model
    rows = [row for row in map(model.row_at, range(model.rowCount())) if row is not None]
    assert {row.name: str(row.rate) for row in rows}["柳渡镇人民政府"] == "100.0%（5/5）"


def test_a_year_without_anything_has_dashes_and_no_fault(page: FiguresPage) -> None:
    page.earlier.setEnabled(True)
    page.earlier.click()
    settle(page)
    assert page.year.currentData() == 2024
    stand_on(page, RateKind.FILING_RATE)
    assert page.records.caption.text() == "报备率 —"
    assert records(page) == []
    page.later.click()
    settle(page)
    assert page.year.currentData() == 2025


def test_the_charts_show_the_same_numbers(page: FiguresPage) -> None:
    page.tabs.setCurrentWidget(page.charts)
    months, years, bodies, problems = page.charts.cards
    assert "5 2024年 0 件，2025年 1 件" in months.accessibleDescription()
    assert "2025 报备率 83 %，备案及时率 80 %" in years.accessibleDescription()
    assert "柳渡镇人民政府 报备率 100 %" in bodies.accessibleDescription()
    assert "超越权限 1 件" in problems.accessibleDescription()
    assert not page.records.isVisible()


def test_papers_edited_by_hand_are_never_replaced(
    qtbot: QtBot, page: FiguresPage, heard: Heard, tmp_path: Path
) -> None:
    folder = tmp_path / "年报"
    with qtbot.waitSignal(page.view_model.written, timeout=20_000) as first:
        page.write_to(folder)
    assert first.args is not None
    assert len(first.args[0]) == 7
    edited = folder / "2025年备案审查情况通报（代拟稿）.docx"
    edited.write_bytes(b"edited")
    with qtbot.waitSignal(page.view_model.written, timeout=20_000):
        page.write_to(folder)
    assert edited.read_bytes() == b"edited"
    assert len(list(folder.iterdir())) == 14
    assert len(heard.done) == 2


def test_a_folder_that_cannot_be_made_is_told_on_the_page(
    qtbot: QtBot, page: FiguresPage, tmp_path: Path
) -> None:
    (tmp_path / "占用").write_text("", encoding="utf-8")
    with qtbot.waitSignal(page.view_model.refused, timeout=20_000):
        page.write_to(tmp_path / "占用")
    assert page.error.isVisible()
