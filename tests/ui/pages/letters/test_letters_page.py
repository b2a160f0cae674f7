"""The list of letters: rows, filters, and the way into one."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
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


def test_what_else_belongs_to_letters_is_one_menu_away(
    qtbot: QtBot, desk: Desk, heard: Heard
) -> None:
    page = shown(qtbot, desk)
    actions = {action.text(): action for action in page.more.menu().actions()}

    for words in ("发文登记", "核验文书", "号码台账", "文书模板"):
        actions[words].trigger()

    assert heard.routes == [
        Route("outgoing"),
        Route("verification"),
        Route("ledger"),
        Route("templates"),
    ]


@pytest.mark.qt_log_ignore("This plugin does not support")
def test_the_keyboard_opens_the_menu_and_goes_on(qtbot: QtBot, desk: Desk, heard: Heard) -> None:
    page = shown(qtbot, desk)
    page.more.setFocus()

    QTest.keyClick(page.more, Qt.Key.Key_Return)
    menu = page.more.menu()
    qtbot.waitUntil(menu.isVisible)
    for key in (Qt.Key.Key_Down, Qt.Key.Key_Down, Qt.Key.Key_Return):
        QTest.keyClick(menu, key)

    assert heard.routes == [Route("verification")]


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


def test_the_letters_selected_are_printed_with_one_question(
    qtbot: QtBot, desk: Desk, letter: int, tmp_path: Path
) -> None:
    page = shown(qtbot, desk)
    assert not page.print.isEnabled()
    asked: list[str] = []

    def choose(printer: QPrinter, _parent: QWidget) -> bool:
        asked.append(printer.docName())
        printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
        printer.setOutputFileName(str(tmp_path / "printed.pdf"))
        return True

    page.papers.choose = choose
    page.table.selectAll()
    assert "file.print" in page.offers
    page.print.click()
    qtbot.waitUntil(desk.runner.is_idle, timeout=20_000)

    (title,) = asked
    assert title.startswith("云司备回〔2026〕1号 柳渡镇人民政府 备案回执")
    assert (tmp_path / "printed.pdf").read_bytes().startswith(b"%PDF")
    assert letter


def test_the_letters_selected_are_saved_in_both_formats_and_nothing_is_replaced(
    qtbot: QtBot, desk: Desk, letter: int, tmp_path: Path, heard: Heard
) -> None:
    page = shown(qtbot, desk)

    for _ in range(2):
        page.papers.save_letters([letter], ("pdf",), tmp_path)
        qtbot.waitUntil(desk.runner.is_idle, timeout=20_000)

    names = sorted(file.name for file in tmp_path.glob("*.pdf"))
    assert names[0].startswith("云司备回〔2026〕1号 柳渡镇人民政府 备案回执 柳渡镇农村住房")
    assert len(names) == 2
    assert heard.done[-1].text.startswith("已另存 1 个文件到")


def test_letters_are_narrowed_to_whom_they_went(qtbot: QtBot, desk: Desk, letter: int) -> None:
    page = shown(qtbot, desk)
    words = [action.text() for action in page.chips.chips["addressee"].menu().actions()]
    assert words == ["不限", "柳渡镇人民政府（1）"]

    page.chips.chips["addressee"].choose("别的机关")
    qtbot.waitUntil(lambda: page.records.rowCount() == 0)
    page.chips.chips["addressee"].choose("柳渡镇人民政府")

    qtbot.waitUntil(lambda: page.records.rowCount() == 1)
    assert letter


def test_a_disk_that_is_full_or_missing_is_told_on_the_page(
    qtbot: QtBot, desk: Desk, letter: int, tmp_path: Path
) -> None:
    page = shown(qtbot, desk)

    page.papers.save_letters([letter], ("pdf",), tmp_path / "没有")
    qtbot.waitUntil(desk.runner.is_idle, timeout=20_000)

    assert page.error.title.text() == "没有另存成功"
    assert page.papers.strip.isHidden()
