"""The window without a screen: Qt is told so before it is loaded."""

import gc
import os
from collections.abc import Callable, Iterator
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

import pytest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from models.files import FileStore
from models.register import Register
from tests.ui.fakes import HEAD, STAFF, build_fake_page
from ui.remembered import Remembered
from ui.tasks.garbage import collect_what_is_due
from ui.tasks.runner import Runner
from ui.widgets.theme import Theme
from ui.window import Window
from ui.workplace import Workplace


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Let the platform without a screen say that it knows no size hints."""
    for item in items:
        if Path(__file__).parent in item.path.parents:
            item.add_marker(pytest.mark.qt_log_ignore("propagateSizeHints"))


@pytest.fixture(autouse=True)
def _qt(qapp: QApplication) -> None:
    """Run Qt for every test of the desk: a widget made without it ends the process."""


@pytest.fixture(autouse=True, scope="module")
def _own_collector() -> Iterator[None]:
    """Let widgets die between the tests only, as the window lets them die in its thread."""
    gc.disable()
    yield
    gc.collect()
    gc.enable()


@pytest.fixture(autouse=True)
def _collect(_own_collector: None) -> Iterator[None]:
    """Collect what the test left behind."""
    yield
    collect_what_is_due()


class KeepingQtBot(QtBot):
    """A bot that holds its widgets until the test is over, as the window holds its pages.

    A page that only its own buttons' connections hold would otherwise die while one of its parts
    is being deleted, and take that part with it a second time.
    """

    def __init__(self, request: pytest.FixtureRequest) -> None:
        super().__init__(request)
        self._kept: list[QWidget] = []

    def addWidget(  # noqa: N802 - the name is pytest-qt's
        self, widget: QWidget, *, before_close_func: Callable[[QWidget], None] | None = None
    ) -> None:
        """Hold the widget, and have it closed at the end of the test."""
        self._kept.append(widget)
        super().addWidget(widget, before_close_func=before_close_func)


@pytest.fixture
def qtbot(request: pytest.FixtureRequest) -> QtBot:
    """Return a bot that keeps the widgets it is told of alive."""
    return KeepingQtBot(request)


@pytest.fixture
def runner() -> Iterator[Runner]:
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
        register=Register(tmp_path, FileStore(tmp_path / "files"), FileStore(tmp_path / "letters")),
        runner=runner,
        staff=STAFF,
        theme=theme,
        remembered=Remembered(tmp_path / "window.ini"),
        read_staff=lambda: STAFF,
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
