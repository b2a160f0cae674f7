"""The list of letters: rows, filters, and the way into one."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from models.acts.letters import issue_letter, withdraw_letter
from models.queries.office import today
from models.register import Register
from review.letters.drafting.filing_in import propose_receipt
from review.letters.press import press_into
from tests.models.office import HEAD, accept_one, order, receive_one
from tests.ui.pages.conftest import Heard
from ui.desk import Changes, Desk, Route
from ui.pages.letters.page import LettersPage


@pytest.fixture
def letter(register: Register) -> int:
    """Return an issued receipt."""
    filing_id = receive_one()
    accept_one(filing_id)
    proposed = propose_receipt(filing_id, today())
    press = press_into(register.letters, proposed.kind, ("pdf",))
    return issue_letter(order(), proposed.as_draft(), press).letter_id


def shown(qtbot: QtBot, desk: Desk) -> LettersPage:
    """Return the list, read."""
    page = LettersPage(desk)
    qtbot.addWidget(page)
    page.resize(1198, 640)
    page.show()
    qtbot.waitUntil(desk.runner.is_idle)
    return page


def cells(page: LettersPage) -> list[str]:
    """Return the words of the first row."""
    return [
        str(page.records.index(0, column).data()) for column in range(page.records.columnCount())
    ]


def test_a_letter_stands_in_the_list(qtbot: QtBot, desk: Desk, letter: int) -> None:
    page = shown(qtbot, desk)

    assert cells(page) == [
        "云司备回〔2026〕1号",
        "备案回执",
        "柳渡镇人民政府",
        "柳渡镇农村住房建设管理规定",
        "2026-03-16",
        "已发出",
    ]
    assert page.records.id_at(0) == letter


def test_enter_opens_a_letter(qtbot: QtBot, desk: Desk, letter: int, heard: Heard) -> None:
    page = shown(qtbot, desk)
    page.table.selectRow(0)

    QTest.keyClick(page.table, Qt.Key.Key_Return)

    assert heard.routes == [Route("letter", letter)]


def test_words_and_chips_narrow_the_list(qtbot: QtBot, desk: Desk, letter: int) -> None:
    page = shown(qtbot, desk)
    assert [action.text() for action in page.chips.chips["kind"].menu().actions()] == [
        "不限",
        "备案回执（1）",
    ]

    page.chips.words.setText("云司备回[2026]1号")
    qtbot.waitUntil(desk.runner.is_idle)
    assert page.records.rowCount() == 1
    page.chips.chips["state"].choose("withdrawn")
    qtbot.waitUntil(lambda: page.records.rowCount() == 0)
    page.chips.clear()
    qtbot.waitUntil(lambda: page.records.rowCount() == 1)
    page.chips.chips["year"].choose("2025")
    qtbot.waitUntil(lambda: page.records.rowCount() == 0)
    assert letter


def test_a_withdrawn_letter_is_shown_as_such(qtbot: QtBot, desk: Desk, letter: int) -> None:
    page = shown(qtbot, desk)

    withdraw_letter(order(HEAD), letter, "写错")
    desk.changes.publish(Changes(letters=True))

    qtbot.waitUntil(lambda: cells(page)[-1] == "已撤回")


def test_the_newest_letter_stands_first(qtbot: QtBot, desk: Desk, letter: int) -> None:
    page = shown(qtbot, desk)

    header = page.table.horizontalHeader()
    assert page.records.columns[header.sortIndicatorSection()].key == "letter_date"
    assert page.records.order.is_descending
    assert letter


def test_the_ledger_is_one_click_away(qtbot: QtBot, desk: Desk, heard: Heard) -> None:
    page = shown(qtbot, desk)

    page.ledger.click()

    assert heard.routes == [Route("ledger")]


def test_an_empty_list_leads_to_what_waits(qtbot: QtBot, desk: Desk, heard: Heard) -> None:
    page = shown(qtbot, desk)

    assert page.empty.button.text() == "查看待出的文书"
    page.empty.button.click()

    assert heard.routes == [Route("overview")]


def test_a_filter_that_lets_nothing_through_can_be_taken_back(
    qtbot: QtBot, desk: Desk, letter: int
) -> None:
    page = shown(qtbot, desk)
    page.chips.words.setText("没有这样的文书")
    qtbot.waitUntil(lambda: page.records.rowCount() == 0)
    assert page.empty.button.text() == "清除筛选"

    page.empty.button.click()

    qtbot.waitUntil(lambda: page.records.rowCount() == 1)
    assert letter


def test_the_letter_stood_on_is_told_beside_the_list(qtbot: QtBot, desk: Desk, letter: int) -> None:
    page = shown(qtbot, desk)

    page.table.go_to(letter)
    desk.runner.wait_until_idle()

    assert page.detail.title.text() == "云司备回〔2026〕1号"
    assert page.detail.plates[0].word == "已发出"
