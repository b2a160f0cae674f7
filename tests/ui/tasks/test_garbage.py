"""A widget dies in the window's thread, whatever the lanes are doing."""

import gc
import threading

from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from ui.tasks.garbage import GarbageCollector
from ui.tasks.runner import Runner

MANY = 20_000


class Watched(QWidget):
    """A widget that holds itself, as a page does whose button calls it back."""

    def __init__(self, deaths: list[str]) -> None:
        super().__init__()
        self._deaths = deaths
        self.itself = self

    def __del__(self) -> None:
        """Write down in which thread it ends."""
        self._deaths.append(threading.current_thread().name)


def make_rings() -> None:
    """Allocate what would set off Python's own collector many times over."""
    for _ in range(MANY):
        ring: list[object] = []
        ring.append(ring)


def test_a_forgotten_widget_dies_in_the_window_s_thread(
    qtbot: QtBot, qapp: QApplication, runner: Runner
) -> None:
    # Given Python's own collector at work, then ours, and a widget that nobody holds but itself
    gc.enable()
    collector = GarbageCollector(qapp)
    deaths: list[str] = []
    Watched(deaths)

    # When a lane allocates as much as it likes
    runner.paper.run(make_rings, owner=collector, done=print)
    runner.wait_until_idle()

    # Then the widget ends in the thread of the window
    qtbot.waitUntil(lambda: bool(deaths))
    assert deaths == [threading.main_thread().name]
    collector.deleteLater()
