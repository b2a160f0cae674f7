"""The ledger keeps every number; the head voids one with a reason and confirms counters."""

import pytest
from pytestqt.qtbot import QtBot

from models.acts.historic_numbers import enter_historic_number
from models.queries.numbers import LedgerBook, ledger_ids, ledger_rows
from models.queries.office import today
from tests.models.office import (
    CLERK,
    HEAD,
    accept_one,
    add_body,
    number_one,
    order,
    past_document,
    receive_one,
    register_one,
)
from tests.ui.pages.conftest import Heard, SitDown
from tests.ui.pages.finding import part_of
from ui.desk import Desk, Route
from ui.pages.ledger.page import LedgerPage
from ui.widgets.card import Card
from ui.widgets.confirm_dialog import ConfirmDialog
from ui.widgets.reason_dialog import ReasonDialog


def shown(qtbot: QtBot, desk: Desk) -> LedgerPage:
    """Return the ledger, read and checked."""
    page = LedgerPage(desk)
    qtbot.addWidget(page)
    page.show()
    qtbot.waitUntil(desk.runner.is_idle)
    return page


def cards(page: LedgerPage) -> list[str]:
    """Return the titles of the findings."""
    items = (page.findings.itemAt(place) for place in range(page.findings.count()))
    parts = [item.widget() for item in items]
    return [part.accessibleName() for part in parts if isinstance(part, Card)]


@pytest.fixture
def numbered(register: object) -> int:  # noqa: ARG001 -- opens the register
    """Return a document with a number."""
    document = register_one()
    number_one(document)
    return document


def test_the_head_voids_a_number_with_a_reason(
    qtbot: QtBot, sit_down: SitDown, numbered: int, heard: Heard
) -> None:
    page = shown(qtbot, sit_down(HEAD))
    page.table.selectRow(0)

    page.void_button.click()
    dialog = part_of(page, ReasonDialog)
    dialog.reason.setText("文件不再印发")
    dialog.proceed.click()

    qtbot.waitUntil(lambda: bool(heard.done))
    row = ledger_rows(ledger_ids(LedgerBook.UNIFIED))[0]
    assert row.void_reason == "文件不再印发"
    assert heard.done[0].text.startswith(f"已作废 {row.number}")
    qtbot.waitUntil(lambda: "文件不再印发" in str(page.model.index(0, 5).data()))
    assert numbered


def test_a_number_is_not_voided_without_a_reason(
    qtbot: QtBot, sit_down: SitDown, numbered: int, heard: Heard
) -> None:
    page = shown(qtbot, sit_down(HEAD))
    page.table.selectRow(0)
    page.void_button.click()
    dialog = part_of(page, ReasonDialog)

    dialog.proceed.click()

    assert dialog.isVisible()
    assert heard.done == []
    assert ledger_rows(ledger_ids(LedgerBook.UNIFIED))[0].void_reason == ""
    assert numbered


def test_a_clerk_is_not_offered_to_void(qtbot: QtBot, sit_down: SitDown, numbered: int) -> None:
    page = shown(qtbot, sit_down(CLERK))

    assert page.void_button.isHidden()
    assert numbered


def test_numbers_of_filings_stand_in_their_own_book_and_are_not_voided(
    qtbot: QtBot, sit_down: SitDown, heard: Heard
) -> None:
    accept_one(receive_one())
    desk = sit_down(HEAD)
    page = shown(qtbot, desk)
    assert page.model.rowCount() == 0

    page.books.setCurrentIndex(list(LedgerBook).index(LedgerBook.FILINGS))
    qtbot.waitUntil(lambda: page.model.rowCount() == 1)
    page.table.selectRow(0)

    assert not page.void_button.isEnabled()
    page.open_button.click()
    assert heard.routes == [Route("document", 1)]


def test_a_sound_ledger_says_so(qtbot: QtBot, sit_down: SitDown, numbered: int) -> None:
    page = shown(qtbot, sit_down(CLERK))

    assert cards(page) == ["台账核对无误"]
    assert numbered


def test_the_head_confirms_where_numbering_goes_on(
    qtbot: QtBot, sit_down: SitDown, heard: Heard
) -> None:
    # Given a number of this year entered from the past
    document = past_document(add_body())
    enter_historic_number(order(), document, f"YXDR—{today().year}—01041")
    page = shown(qtbot, sit_down(HEAD))
    assert cards(page) == ["台账核对无误", "需要确认起编号"]
    assert page.confirm_button is not None

    # When the head confirms
    page.confirm_button.click()
    part_of(page, ConfirmDialog).proceed.click()

    # Then numbering goes on after it, and nothing is left to confirm
    qtbot.waitUntil(lambda: bool(heard.done))
    assert heard.done[0].text == "已确认，下一个从第 42 号起编"
    qtbot.waitUntil(lambda: cards(page) == ["台账核对无误"])


def test_a_clerk_sees_what_the_head_must_confirm(qtbot: QtBot, sit_down: SitDown) -> None:
    document = past_document(add_body())
    enter_historic_number(order(), document, f"YXDR—{today().year}—01041")

    page = shown(qtbot, sit_down(CLERK))

    assert cards(page) == ["台账核对无误", "需要确认起编号"]
    assert page.confirm_button is None
