"""The list of reviews: what it shows, how it is narrowed, where it leads."""

from collections.abc import Callable

import pytest
from pytestqt.qtbot import QtBot

from models.acts.reviews import open_review
from models.domain.records import ReviewEntry
from models.domain.terms import ReviewTrigger
from models.queries.filing_page import filing_page
from models.queries.office import profile
from tests.models.office import HEAD, REVIEWER, accept_one, order, receive_one
from tests.ui.pages.conftest import Heard
from ui.desk import Desk, Route
from ui.pages.reviews.page import ReviewsPage

SitDown = Callable[[str], Desk]


@pytest.fixture
def review_id(sit_down: SitDown) -> int:
    """Open a review of a registered filing and return its id."""
    sit_down(REVIEWER)
    filing_id = receive_one()
    accept_one(filing_id)
    document_id = filing_page(filing_id, profile()).document_id
    entry = ReviewEntry(ReviewTrigger.EX_OFFICIO_REVIEW, document_id, filing_id, REVIEWER)
    return open_review(order(REVIEWER), entry).review_id


@pytest.fixture
def page(qtbot: QtBot, sit_down: SitDown) -> ReviewsPage:
    """Return the reviewer's list, shown."""
    shown = ReviewsPage(sit_down(REVIEWER))
    qtbot.addWidget(shown)
    shown.resize(1200, 600)
    shown.show()
    shown.desk.runner.wait_until_idle()
    return shown


def _read(page: ReviewsPage) -> None:
    page.refresh()
    page.desk.runner.wait_until_idle()


def test_a_review_shows_its_state_and_by_when_it_must_be_concluded(
    page: ReviewsPage, review_id: int
) -> None:
    _read(page)
    model = page.records

    cells = [str(model.index(0, column).data()) for column in range(5)]

    assert model.id_at(0) == review_id
    assert cells[1] == "审查中"
    assert cells[2].startswith("04-15 ")
    assert cells[3:] == ["顾明澈", "2026-03-16"]


@pytest.mark.parametrize(("login", "rows"), [(REVIEWER, 1), (HEAD, 0)])
@pytest.mark.usefixtures("review_id")
def test_a_reviewer_chosen_narrows_the_list(page: ReviewsPage, login: str, rows: int) -> None:
    _read(page)

    page.chips.chips["reviewer"].choose(login)
    page.desk.runner.wait_until_idle()

    assert page.records.rowCount() == rows


def test_the_review_stood_on_is_shown_beside_the_list(page: ReviewsPage, review_id: int) -> None:
    _read(page)

    page.table.go_to(review_id)
    page.desk.runner.wait_until_idle()

    assert page.detail.title.text() == "柳渡镇农村住房建设管理规定"
    assert page.detail.plates[0].word == "审查中"


def test_enter_opens_the_review(page: ReviewsPage, review_id: int, heard: Heard) -> None:
    _read(page)
    page.table.go_to(review_id)

    page.detail.open_button.click()

    assert heard.routes == [Route("review", review_id)]


def test_an_empty_list_leads_to_the_filings(page: ReviewsPage, heard: Heard) -> None:
    page.empty.button.click()

    assert heard.routes == [Route("filings")]
