"""The head is told once what has lapsed; at midnight an open window tells it by itself."""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta

import pytest
import time_machine
from pytestqt.qtbot import QtBot

from models.acts.performing import Order
from models.acts.register_document import register_historic_document
from models.domain.validity import ValidityTerm, ValidityTermKind
from tests.models.office import CLERK, HEAD, add_body, another, changed, parking_measures
from tests.ui.pages.conftest import Heard, SitDown
from ui.desk import Changes, Route
from ui.pages.documents.page import DocumentsPage
from ui.pages.documents.table import COLUMNS
from ui.pages.overview.page import OverviewPage

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")

# Ten minutes before midnight in China, and ten minutes after.
EVENING = datetime(2026, 11, 26, 15, 50, tzinfo=UTC)
NIGHT = EVENING + timedelta(minutes=20)
Show = Callable[[str], OverviewPage]


@pytest.fixture
def lapsing_id(sit_down: SitDown) -> int:
    """Return a document whose last day is the one that ends at midnight."""
    sit_down(CLERK)
    start = EVENING.date() - timedelta(days=400)
    last = ValidityTerm(ValidityTermKind.UNTIL_DATE, until_date=EVENING.date())
    entry = changed(
        another(parking_measures(add_body()), 1),
        adopted_date=None,
        published_date=start,
        effective_date=start,
        validity_term=last,
    )
    return register_historic_document(Order(CLERK, at=EVENING), entry)


@pytest.fixture
def show(qtbot: QtBot, sit_down: SitDown) -> Show:
    """Return a way to show the desk to one of the staff."""

    def show_to(login: str) -> OverviewPage:
        page = OverviewPage(sit_down(login))
        qtbot.addWidget(page)
        page.show()
        page.open(Route("overview"))
        qtbot.waitUntil(page.desk.runner.is_idle)
        return page

    return show_to


def test_the_head_is_told_of_a_lapse_once(
    show: Show, lapsing_id: int, heard: Heard, qtbot: QtBot
) -> None:
    with time_machine.travel(NIGHT, tick=True):
        page = show(HEAD)
        assert page.lapse_card.card is not None
        assert page.lapse_card.card.accessibleName() == "近日失效 1 件"
        page.lapse_card.seen.click()
        assert page.lapse_card.isHidden()
        page.open(Route("overview"))
        qtbot.waitUntil(page.desk.runner.is_idle)
        assert page.lapse_card.isHidden()
    assert lapsing_id
    assert heard.refused == []


def test_nobody_is_told_before_the_day_is_over_and_a_clerk_never(
    show: Show, lapsing_id: int
) -> None:
    assert lapsing_id
    with time_machine.travel(EVENING, tick=True):
        assert show(HEAD).lapse_card.isHidden()
    with time_machine.travel(NIGHT, tick=True):
        assert show(CLERK).lapse_card.isHidden()


def test_an_open_desk_tells_it_when_the_day_has_turned(
    show: Show, lapsing_id: int, qtbot: QtBot
) -> None:
    assert lapsing_id
    with time_machine.travel(EVENING, tick=True) as clock:
        page = show(HEAD)
        clock.move_to(NIGHT)
        page.desk.changes.publish(Changes(documents=True))
        qtbot.waitUntil(lambda: page.lapse_card.card is not None)


def test_an_open_list_shows_the_new_status_when_the_day_has_turned(
    sit_down: SitDown, lapsing_id: int, qtbot: QtBot
) -> None:
    with time_machine.travel(EVENING, tick=True) as clock:
        page = DocumentsPage(sit_down(HEAD))
        qtbot.addWidget(page)
        page.show()
        page.open(Route("documents", lapsing_id))
        qtbot.waitUntil(page.desk.runner.is_idle)
        assert _shown(page) == "有效"
        clock.move_to(NIGHT)
        page.refresh()
        qtbot.waitUntil(page.desk.runner.is_idle)
        assert _shown(page) == "已失效"


def _shown(page: DocumentsPage) -> str:
    column = next(place for place, one in enumerate(COLUMNS) if one.key == "validity")
    return str(page.records.index(0, column).data())
