"""The page of a cleanup of a dozen documents of three units."""

from collections.abc import Iterator

import pytest
import time_machine
from pytestqt.qtbot import QtBot

from models.acts.cleanup_campaigns import advance_campaign
from models.acts.cleanup_decisions import decide_entries
from models.domain.lifecycle import CampaignState
from models.queries.cleanup_entries import EntryRow, entries
from tests.models.cleanup_office import REPEAL, documents, frozen
from tests.models.office import CLERK, HEAD, NOON, TODAY, order
from ui.desk import Desk, Route
from ui.pages.cleanup.page import CleanupPage

TRANSPORT, WATER, HOUSING = "县交通运输局", "县水利局", "县住房和城乡建设局"


def settle(page: CleanupPage) -> None:
    """Wait until everything asked of the register was answered, and what that asked in turn."""
    for _ in range(4):
        page.desk.runner.wait_until_idle()


def recorded(page: CleanupPage) -> tuple[EntryRow, ...]:
    """Return the documents as the register has them."""
    settle(page)
    return entries(page.view_model.campaign_id, TODAY)


def close(page: CleanupPage) -> None:
    """Let somebody else decide every document and take the cleanup to its decision."""
    campaign_id = page.view_model.campaign_id
    ids = tuple(row.id for row in recorded(page))
    decide_entries(order(HEAD), campaign_id, ids, REPEAL)
    for state in (CampaignState.OFFICE_REVIEW, CampaignState.DECIDED):
        advance_campaign(order(HEAD), campaign_id, state)


@pytest.fixture(autouse=True)
def spring() -> Iterator[None]:
    """Let it be the sixteenth of March 2026."""
    with time_machine.travel(NOON):
        yield


@pytest.fixture
def campaign_id(desk: Desk) -> int:
    """Return a cleanup whose scope is frozen."""
    assert desk.person.login == CLERK
    documents(*[TRANSPORT] * 5, *[WATER] * 4, *[HOUSING] * 3)
    return frozen()


@pytest.fixture
def page(qtbot: QtBot, desk: Desk, campaign_id: int) -> CleanupPage:
    """Return its page, shown at the decisions."""
    shown = CleanupPage(desk)
    qtbot.addWidget(shown)
    shown.resize(1300, 760)
    shown.show()
    shown.open(Route("cleanup", campaign_id, (("tab", "work"),)))
    settle(shown)
    return shown
