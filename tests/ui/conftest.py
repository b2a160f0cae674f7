"""The window without a screen: Qt is told so before it is loaded."""

import os
from collections.abc import Iterator
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.ui.fakes import HEAD, PEOPLE, build_fake_page
from ui.desk import Office
from ui.remembered import Remembered
from ui.tasks.runner import Runner
from ui.widgets.theme import Theme
from ui.window import Window, Workplace


@pytest.fixture
def runner(qapp: QApplication) -> Iterator[Runner]:  # noqa: ARG001 -- Qt must run
    """Return lanes that are closed afterwards."""
    lanes = Runner()
    yield lanes
    lanes.close()


@pytest.fixture(scope="session")
def theme(qapp: QApplication) -> Theme:
    """Return the look of the application, with the faces registered."""
    return Theme(qapp)


@pytest.fixture
def workplace(runner: Runner, theme: Theme, tmp_path: Path) -> Workplace:
    """Return what a window is made of, with pages of our own."""
    return Workplace(
        register=object(),
        runner=runner,
        office=Office("云溪县司法局", "全国基准规则"),
        people=PEOPLE,
        theme=theme,
        remembered=Remembered(tmp_path / "window.ini"),
        count_waiting=lambda _person: {"documents": 3, "filings": 12},
        build=build_fake_page,
    )


@pytest.fixture
def window(qtbot: QtBot, workplace: Workplace) -> Window:
    """Return the real window, shown."""
    shown = Window(workplace, HEAD)
    qtbot.addWidget(shown)
    shown.show()
    qtbot.waitExposed(shown)
    return shown
