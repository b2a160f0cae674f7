"""The lines of a list are decided by keys, one or many, and lead on to the registration."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot
from python_calamine import CalamineWorkbook

from models.domain.omissions import RowDecision
from models.queries.omissions import OmissionFilter, omission_row_ids, omission_rows
from tests.models.acts.test_omission_checks import appointment, line, start
from tests.models.office import CLERK, register_one
from tests.ui.pages.conftest import Heard
from ui.desk import Desk, Route
from ui.pages.omission.filters import WAITING
from ui.pages.omission.page import OmissionPage


@pytest.fixture
def check_id(desk: Desk) -> int:
    """Return a check of three suspected lines and one about an appointment."""
    assert desk.person.login == CLERK
    return start(
        line(2, "云溪县养犬管理办法", 5),
        line(3, "云溪县摊位管理办法", 6),
        line(4, "云溪县招牌管理办法", 8),
        appointment(5),
    )


@pytest.fixture
def page(qtbot: QtBot, desk: Desk, check_id: int) -> OmissionPage:
    """Return the page of the check, shown and filled."""
    shown = OmissionPage(desk)
    qtbot.addWidget(shown)
    shown.resize(1300, 700)
    shown.show()
    shown.open(Route("omission", check_id))
    desk.runner.wait_until_idle()
    desk.runner.wait_until_idle()
    return shown


def _decide(page: OmissionPage, key: Qt.Key, reason: str, number: str = "") -> None:
    page.table.setFocus()
    QTest.keyClick(page.table, key)
    assert page.dialog is not None
    page.dialog.reason.setText(reason)
    page.dialog.number.setText(number)
    page.dialog.proceed.click()
    page.desk.runner.wait_until_idle()
    page.desk.runner.wait_until_idle()


def _decisions(check_id: int) -> list[RowDecision | None]:
    rows = omission_rows(omission_row_ids(OmissionFilter(check_id)))
    return [row.decision for row in rows]


def test_what_waits_is_shown_first(page: OmissionPage) -> None:
    assert page.chips.values() == {"work": WAITING}
    assert page.records.rowCount() == 3


def test_the_line_stood_on_says_why_it_is_suspected(page: OmissionPage) -> None:
    page.table.selectRow(0)
    page.desk.runner.wait_until_idle()

    assert page.detail.title.text() == "云溪县养犬管理办法"
    assert "判断理由：rule_name" in page.detail.why.text()


def test_a_key_decides_the_line(page: OmissionPage, check_id: int) -> None:
    page.table.selectRow(0)
    _decide(page, Qt.Key.Key_1, "对外的管理规定")

    assert _decisions(check_id)[0] is RowDecision.SHOULD_REGISTER
    assert page.records.rowCount() == 2


def test_many_lines_are_decided_with_one_reason(
    page: OmissionPage, check_id: int, heard: Heard
) -> None:
    page.table.selectAll()
    _decide(page, Qt.Key.Key_4, "已报县人大")

    assert _decisions(check_id)[:3] == [RowDecision.FILED_ELSEWHERE] * 3
    assert heard.done[0].text == "已处理 3 行：已报其他机关"


def test_without_a_reason_nothing_is_decided(page: OmissionPage, check_id: int) -> None:
    page.table.selectRow(0)
    _decide(page, Qt.Key.Key_2, "")

    assert page.dialog is not None
    assert _decisions(check_id)[0] is None


def test_a_line_is_registered_as_the_document_whose_number_is_given(
    page: OmissionPage, check_id: int
) -> None:
    register_one(1)
    page.table.selectRow(0)
    _decide(page, Qt.Key.Key_3, "登记的是旧文号", "云政发[2026]101号")

    assert _decisions(check_id)[0] is RowDecision.REGISTERED_AS


def test_a_number_the_register_does_not_have_keeps_the_question_open(
    page: OmissionPage, check_id: int
) -> None:
    page.table.selectRow(0)
    _decide(page, Qt.Key.Key_3, "查到", "云政发〔1999〕1号")

    assert page.dialog is not None
    assert _decisions(check_id)[0] is None


def test_digits_in_the_filter_decide_nothing(page: OmissionPage) -> None:
    page.chips.focus_words()
    QTest.keyClick(page.chips.words, Qt.Key.Key_1)

    assert page.dialog is None
    assert page.chips.text() == "1"


def test_a_line_to_be_registered_leads_to_the_form_with_what_the_list_says(
    page: OmissionPage, heard: Heard
) -> None:
    page.chips.clear()
    page.desk.runner.wait_until_idle()
    page.table.selectRow(0)
    _decide(page, Qt.Key.Key_1, "对外的管理规定")
    page.table.selectRow(0)
    page.desk.runner.wait_until_idle()
    page.detail.register.click()

    route = heard.routes[-1]
    assert route.page == "registration"
    assert route.asked("title") == "云溪县养犬管理办法"
    assert route.asked("document_number") == "云政发〔2026〕5号"


def test_the_result_is_a_workbook_whose_figures_reconcile(
    page: OmissionPage, tmp_path: Path
) -> None:
    target = tmp_path / "result.xlsx"
    page.view_model.export(target)
    page.desk.runner.wait_until_idle()

    book = CalamineWorkbook.from_path(str(target))
    assert book.sheet_names[:3] == ["汇总", "未登记疑似规范性文件", "文号标题不符"]
    words = {str(row[0]): row[1] for row in book.get_sheet_by_name("汇总").to_python() if row[0]}
    assert words["清单总行数"] == 4.0
    assert words["校核"] == "各项之和等于清单总行数"
