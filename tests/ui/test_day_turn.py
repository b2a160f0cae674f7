"""An open window notices that the day has turned, and only then."""

from datetime import UTC, datetime, timedelta

import time_machine
from pytestqt.qtbot import QtBot

from tests.ui.fakes import FakeListPage
from ui.day_turn import DayTurn
from ui.desk import Changes, Route
from ui.window import Window

# Ten minutes before midnight in China, and ten minutes after.
EVENING = datetime(2026, 11, 26, 15, 50, tzinfo=UTC)
NIGHT = EVENING + timedelta(minutes=20)


def test_the_page_shown_is_read_again_once_when_the_day_has_turned(
    window: Window, qtbot: QtBot
) -> None:
    window.navigate(Route("documents"))
    page = window.pages.page
    assert isinstance(page, FakeListPage)
    news: list[Changes] = []
    window.changes.happened.connect(news.append)
    with time_machine.travel(EVENING, tick=True) as clock:
        window.day_turn = DayTurn(window)
        window.day_turn.turned.connect(window.begin_day)
        window.day_turn.timer.timeout.emit()
        assert (page.refreshed, news) == (0, [])
        clock.move_to(NIGHT)
        window.day_turn.timer.timeout.emit()
        window.day_turn.timer.timeout.emit()
        qtbot.waitUntil(lambda: bool(news))
    assert page.refreshed == 1
    assert [one.documents for one in news] == [True]
