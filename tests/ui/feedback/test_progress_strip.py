"""Long work is shown with what, how many and how long, and can be stopped."""

import pytest
from pytestqt.qtbot import QtBot

from ui.feedback.progress_strip import ProgressStrip, time_left
from ui.tasks.ticket import Progress, Ticket


@pytest.mark.parametrize(
    ("seconds", "words"), [(0.2, "约剩 1 秒"), (42, "约剩 42 秒"), (150, "约剩 2 分钟")]
)
def test_the_time_left_is_said_as_people_say_it(seconds: float, words: str) -> None:
    assert time_left(seconds) == words


def test_progress_says_what_and_how_many(qtbot: QtBot) -> None:
    strip = ProgressStrip()
    qtbot.addWidget(strip)
    strip.follow(Ticket(1, lambda _number, _progress: None), "读取文件")

    strip.show_progress(Progress("读取文件", 3, 10, 7.0))

    assert strip.text.text() == "读取文件 3/10，约剩 7 秒"
    assert (strip.bar.value(), strip.bar.maximum()) == (3, 10)


def test_the_button_stops_the_work_and_puts_the_strip_away(qtbot: QtBot) -> None:
    strip = ProgressStrip()
    qtbot.addWidget(strip)
    ticket = Ticket(1, lambda _number, _progress: None)
    strip.follow(ticket, "读取文件")
    assert strip.isVisible()

    strip.stop.click()

    assert ticket.is_cancelled
    assert not strip.isVisible()
