"""The desk counts what is due, and each count leads to its list."""

from datetime import timedelta

from pytestqt.qtbot import QtBot

from models.queries.office import today
from tests.models.office import REVIEWER, add_body
from tests.models.queries.test_due import ending
from tests.ui.pages.conftest import Heard, SitDown
from ui.desk import Changes, Desk, Route
from ui.pages.overview.page import OverviewPage
from ui.widgets.elided_button import ElidedButton
from ui.widgets.labels import WrappedLabel


def shown(qtbot: QtBot, desk: Desk) -> OverviewPage:
    """Return the desk of a person as a visit shows it."""
    page = OverviewPage(desk)
    qtbot.addWidget(page)
    page.show()
    page.open(Route("overview"))
    qtbot.waitUntil(desk.runner.is_idle)
    return page


def test_what_is_due_is_counted_and_a_count_leads_to_its_list(
    qtbot: QtBot, desk: Desk, heard: Heard
) -> None:
    ending(today() + timedelta(days=3), 1, add_body())
    page = shown(qtbot, desk)
    assert page.due_card.card is not None
    buttons = page.due_card.findChildren(ElidedButton)
    assert [one.accessibleName() for one in buttons][:2] == ["已逾期　1 项", "7 天内　1 项"]
    buttons[1].click()
    assert heard.routes[-1] == Route("validity", None, (("window", "week"),))


def test_a_window_without_anything_leads_nowhere(qtbot: QtBot, desk: Desk) -> None:
    ending(today() + timedelta(days=25), 1, add_body())
    page = shown(qtbot, desk)
    words = [one.text() for one in page.due_card.findChildren(WrappedLabel)]
    assert "· 7 天内　0 项" in words


def test_the_card_comes_with_the_first_thing_due(qtbot: QtBot, sit_down: SitDown) -> None:
    page = shown(qtbot, sit_down(REVIEWER))
    assert page.due_card.isHidden()
    ending(today() + timedelta(days=3), 1, add_body())
    page.desk.changes.publish(Changes(documents=True))
    qtbot.waitUntil(lambda: page.due_card.card is not None)
    assert not page.due_card.isHidden()
