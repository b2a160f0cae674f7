"""The outgoing log in the window: every letter in order, its delivery, print and export."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot
from python_calamine import CalamineWorkbook

from models.acts.letters import IssuedLetter, issue_letter, withdraw_letter
from models.queries.letters import letter_page
from models.queries.outgoing_log import outgoing_log
from review.letters.drafting.filing_in import propose_receipt
from review.letters.drafting.outgoing import draft_outgoing_log
from review.letters.press import press_into
from tests.models.office import HEAD, TODAY, accept_one, order, receive_one
from tests.ui.pages.conftest import Heard
from ui.desk import Desk, Route
from ui.pages.outgoing.page import OutgoingPage
from ui.parts.delivery_form import DeliveryForm


@pytest.fixture
def issued(desk: Desk) -> IssuedLetter:
    """Return an issued receipt."""
    filing_id = receive_one()
    accept_one(filing_id)
    proposed = propose_receipt(filing_id, TODAY)
    press = press_into(desk.register.letters, proposed.kind, ("pdf",))
    return issue_letter(order(), proposed.as_draft(), press)


@pytest.fixture
def page(qtbot: QtBot, desk: Desk, issued: IssuedLetter) -> OutgoingPage:
    """Return the page with the year of the letter, its line chosen."""
    page = OutgoingPage(desk)
    qtbot.addWidget(page)
    page.resize(1198, 640)
    page.show()
    page._turn_to(f"{issued.letter_date.year}年")
    qtbot.waitUntil(lambda: page.model.rowCount() == 1, timeout=10_000)
    page.table.selectRow(0)
    return page


def cells(page: OutgoingPage) -> list[str]:
    """Return the words of the first line."""
    model = page.model
    columns = range(model.columnCount())
    return [
        str(model.data(model.index(0, column), Qt.ItemDataRole.DisplayRole)) for column in columns
    ]


def test_a_letter_is_logged_with_its_number_matter_and_addressee(page: OutgoingPage) -> None:
    words = cells(page)
    assert "云司备回〔2026〕1号" in words
    assert "《柳渡镇农村住房建设管理规定》" in words
    assert "柳渡镇人民政府" in words
    assert "共 1 件" in page.head.note.text()


def test_a_delivery_is_recorded_from_the_log(
    qtbot: QtBot, page: OutgoingPage, issued: IssuedLetter, heard: Heard
) -> None:
    page.deliver_button.click()
    qtbot.waitUntil(lambda: page.dialog is not None, timeout=10_000)
    assert page.dialog is not None
    form = page.dialog.findChildren(DeliveryForm)[0]
    assert form.recipient.currentText() == "柳渡镇人民政府"
    form.received_by.setText("沈砚")
    page.dialog.proceed.click()
    qtbot.waitUntil(lambda: bool(letter_page(issued.letter_id).deliveries), timeout=10_000)
    qtbot.waitUntil(lambda: "已送达" in cells(page), timeout=10_000)
    assert heard.done[-1].text == "已记录送达"


def test_a_withdrawn_letter_stays_in_the_log_with_its_reason(
    qtbot: QtBot, page: OutgoingPage, issued: IssuedLetter
) -> None:
    withdraw_letter(order(HEAD), issued.letter_id, "主送机关有误")
    page.refresh()
    qtbot.waitUntil(lambda: "已撤回" in cells(page), timeout=10_000)
    assert any("主送机关有误" in words for words in cells(page))
    page.table.selectRow(0)
    assert not page.deliver_button.isEnabled()
    (row,) = draft_outgoing_log(issued.letter_date.year, TODAY).rows
    assert row.is_withdrawn


def test_the_log_is_exported(
    qtbot: QtBot, page: OutgoingPage, tmp_path: Path, heard: Heard
) -> None:
    target = tmp_path / "发文.xlsx"
    page.view_model.export(target)
    qtbot.waitUntil(target.exists, timeout=10_000)
    rows = CalamineWorkbook.from_path(str(target)).get_sheet_by_index(0).to_python()
    assert rows[1][0] == outgoing_log(2026)[0].letter_number
    qtbot.waitUntil(lambda: bool(heard.done), timeout=10_000)


def test_the_log_leads_to_its_letter_and_to_its_printed_book(
    page: OutgoingPage, issued: IssuedLetter, heard: Heard
) -> None:
    page.open_button.click()
    assert heard.routes[-1] == Route("letter", issued.letter_id)
    page.print_button.click()
    assert heard.routes[-1] == Route("sheet", None, (("kind", "outgoing_log"),))
