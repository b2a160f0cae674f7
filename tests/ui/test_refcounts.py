"""PySide6 may not eat references of None and True: under Python 3.11 that kills the process."""

import sys

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.qtbot import QtBot

TIMES = 3_000
SLACK = 300
ETERNAL = (None, True, False)


class Painted(QWidget):
    """A widget with a paint event written in Python."""

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint nothing."""


class Speaker(QObject):
    """An object with a signal."""

    spoken = Signal(int)


def test_repaints_and_signals_keep_none_and_true(qtbot: QtBot) -> None:
    widget, label, speaker = Painted(), QLabel(), Speaker()
    for shown in (widget, label):
        qtbot.addWidget(shown)
    widget.show()
    heard: list[int] = []
    speaker.spoken.connect(heard.append)
    before = [sys.getrefcount(value) for value in ETERNAL]

    for number in range(TIMES):
        widget.repaint()
        label.setText("文号")
        speaker.spoken.emit(number)

    assert len(heard) == TIMES
    for value, count in zip(ETERNAL, before, strict=True):
        assert sys.getrefcount(value) > count - SLACK, value
