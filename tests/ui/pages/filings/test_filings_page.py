"""The list of filings: what it shows, how it is narrowed, where it leads."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date

import pytest
from pytestqt.qtbot import QtBot

from models.acts.receive_filing import receive_filing
from models.domain.lifecycle import FilingState
from models.domain.records import IntakeEntry
from tests.models.office import (
    CLERK,
    MATERIALS,
    REVIEWER,
    TODAY,
    TOWN,
    accept_one,
    add_body,
    filed_document,
    order,
    receive_one,
)
from tests.ui.pages.conftest import Heard
from ui.desk import Changes, Desk, Route
from ui.pages.filings.page import FilingsPage

SitDown = Callable[[str], Desk]


@pytest.fixture
def page(qtbot: QtBot, sit_down: SitDown) -> FilingsPage:
    """Return the clerk's list, shown and filled."""
    return _page(qtbot, sit_down(CLERK))


def _page(qtbot: QtBot, desk: Desk) -> FilingsPage:
    shown = FilingsPage(desk)
    qtbot.addWidget(shown)
    shown.resize(1200, 600)
    shown.show()
    desk.runner.wait_until_idle()
    return shown


def _cells(page: FilingsPage, row: int = 0) -> list[str]:
    model = page.records
    return [str(model.index(row, column).data()) for column in range(model.columnCount())]


def test_a_registered_filing_shows_number_state_and_timeliness(
    qtbot: QtBot, sit_down: SitDown
) -> None:
    acceptance = accept_one(receive_one())
    page = _page(qtbot, sit_down(CLERK))

    cells = _cells(page)

    assert cells[0] == acceptance.filing_register_number
    assert cells[2:6] == ["已备案登记", "按期，第 14 天", "", "2026-03-16"]


def test_a_filing_to_be_decided_shows_by_when(qtbot: QtBot, sit_down: SitDown) -> None:
    receive_one()
    cells = _cells(_page(qtbot, sit_down(CLERK)))

    assert cells[0] == "尚未登记"
    assert cells[4].startswith("03-23 ")


def _receive_late() -> int:
    body_id = add_body(TOWN)
    document = replace(filed_document(body_id), published_date=date(2026, 2, 25))
    intake = IntakeEntry(body_id, TODAY, "窗口递交", materials=MATERIALS, document=document)
    return receive_filing(order(), intake)


def test_a_filing_that_came_late_says_by_how_many_days(qtbot: QtBot, sit_down: SitDown) -> None:
    # Given a document published on 02-25, to be filed until 03-12, received on 03-16
    _receive_late()
    desk = sit_down(CLERK)
    page = _page(qtbot, desk)
    # When only the late ones are wanted
    page.chips.chips["timely"].choose("late")
    desk.runner.wait_until_idle()
    # Then it is there
    assert _cells(page)[3] == "逾期 4 天"


def test_a_filing_in_time_is_not_among_the_late(qtbot: QtBot, sit_down: SitDown) -> None:
    receive_one()
    desk = sit_down(CLERK)
    page = _page(qtbot, desk)

    page.chips.chips["timely"].choose("late")
    desk.runner.wait_until_idle()

    assert page.records.rowCount() == 0


@pytest.mark.parametrize(("state", "rows"), [("received", 1), ("registered", 0)])
def test_a_state_chosen_narrows_the_list(
    qtbot: QtBot, sit_down: SitDown, state: str, rows: int
) -> None:
    receive_one()
    desk = sit_down(CLERK)
    page = _page(qtbot, desk)

    page.chips.chips["state"].choose(state)
    desk.runner.wait_until_idle()

    assert page.records.rowCount() == rows


@pytest.mark.parametrize(("words", "rows"), [("住房", 1), ("柳政发[2026]3号", 1), ("养鱼", 0)])
def test_words_typed_narrow_the_list(
    qtbot: QtBot, sit_down: SitDown, words: str, rows: int
) -> None:
    receive_one()
    desk = sit_down(CLERK)
    page = _page(qtbot, desk)

    page.chips.words.setText(words)
    desk.runner.wait_until_idle()

    assert page.records.rowCount() == rows


def test_another_page_can_ask_for_a_state(qtbot: QtBot, sit_down: SitDown) -> None:
    receive_one()
    desk = sit_down(CLERK)
    page = _page(qtbot, desk)

    page.open(Route("filings", extra=(("state", FilingState.REFUSED.value),)))
    desk.runner.wait_until_idle()

    assert page.records.rowCount() == 0


def test_the_filing_stood_on_is_shown_beside_the_list(qtbot: QtBot, sit_down: SitDown) -> None:
    filing_id = receive_one()
    desk = sit_down(CLERK)
    page = _page(qtbot, desk)

    page.table.go_to(filing_id)
    desk.runner.wait_until_idle()

    assert page.detail.title.text() == "柳渡镇农村住房建设管理规定"
    assert page.detail.plates[1].word == "按期，第 14 天"


def test_enter_opens_the_filing(qtbot: QtBot, sit_down: SitDown, heard: Heard) -> None:
    filing_id = receive_one()
    page = _page(qtbot, sit_down(CLERK))

    page.table.opened.emit(filing_id)

    assert heard.routes == [Route("filing", filing_id)]


def test_an_empty_list_offers_to_receive(page: FilingsPage, heard: Heard) -> None:
    page.empty.button.click()

    assert page.empty.isVisibleTo(page)
    assert heard.routes == [Route("intake")]


def test_a_filing_received_elsewhere_appears(page: FilingsPage, qtbot: QtBot) -> None:
    receive_one()

    page.desk.changes.publish(Changes(filings=True))

    qtbot.waitUntil(lambda: page.records.rowCount() == 1)


def test_a_reviewer_is_not_offered_to_receive(qtbot: QtBot, sit_down: SitDown) -> None:
    page = _page(qtbot, sit_down(REVIEWER))

    assert not page.receive.isVisibleTo(page)


def test_a_filter_that_lets_nothing_through_offers_to_clear_it(
    qtbot: QtBot, sit_down: SitDown
) -> None:
    # Given a filing and a filter it does not pass
    receive_one()
    desk = sit_down(CLERK)
    page = _page(qtbot, desk)
    page.chips.words.setText("养鱼")
    desk.runner.wait_until_idle()
    # When the offer of the empty table is taken
    assert page.empty.button.text() == "清除筛选"
    page.empty.button.click()
    desk.runner.wait_until_idle()
    # Then everything is there again
    assert page.records.rowCount() == 1


def test_a_filing_filtered_away_is_not_shown_beside_the_list(
    qtbot: QtBot, sit_down: SitDown
) -> None:
    # Given a filing stood on
    filing_id = receive_one()
    desk = sit_down(CLERK)
    page = _page(qtbot, desk)
    page.table.go_to(filing_id)
    desk.runner.wait_until_idle()
    assert page.detail.title.isVisibleTo(page)
    # When the filter lets it through no more
    page.chips.words.setText("养鱼")
    desk.runner.wait_until_idle()
    # Then nothing is told of it, and the head says how many match
    assert not page.detail.title.isVisibleTo(page)
    assert page.head.note.text() == "符合条件 0 件"


def test_a_filing_named_at_the_first_visit_is_stood_on(qtbot: QtBot, sit_down: SitDown) -> None:
    # Given a list that has not been read yet
    filing_id = receive_one()
    page = FilingsPage(sit_down(CLERK))
    qtbot.addWidget(page)
    # When somebody comes for a filing before the answer is there
    page.open(Route("filings", filing_id))
    page.show()
    page.desk.runner.wait_until_idle()
    # Then the list stands on it and tells of it
    assert page.table.current_id() == filing_id
    assert page.detail.title.isVisibleTo(page)
