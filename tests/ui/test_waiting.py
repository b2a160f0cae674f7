"""The number beside a page is what waits for the person at the desk."""

from models.queries.desk import WaitingCounts
from tests.ui.fakes import HEAD, REVIEWER
from ui.waiting import by_page

COUNTS = WaitingCounts(
    to_number=2, to_issue=1, filings=4, supplements=9, reviews=5, receipts=1, opinions=1
)


def test_the_head_sees_everything_that_waits() -> None:
    assert by_page(COUNTS, HEAD) == {"documents": 3, "filings": 5, "reviews": 6, "overview": 14}


def test_a_reviewer_sees_reviews_only() -> None:
    assert by_page(COUNTS, REVIEWER) == {"reviews": 6, "overview": 6}
