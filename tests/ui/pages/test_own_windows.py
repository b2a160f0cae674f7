"""No part of any page opens as a window of its own while the page is made and shown."""

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.models.office import ADMINISTRATOR, CLERK, HEAD
from tests.ui.pages.conftest import SitDown
from tests.ui.pages.window_watch import windows_opened
from ui.desk import Route
from ui.page_table import PAGES, PageEntry, build

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")


@pytest.mark.parametrize("login", [CLERK, HEAD, ADMINISTRATOR])
@pytest.mark.parametrize("entry", PAGES, ids=lambda entry: entry.id)
def test_only_the_page_itself_opens(
    qtbot: QtBot, qapp: QApplication, sit_down: SitDown, entry: PageEntry, login: str
) -> None:
    # What is shown before it has a parent flashes up and takes the keyboard from the page.
    desk = sit_down(login)
    with windows_opened(qapp) as opened:
        page = build(entry, desk)
        qtbot.addWidget(page)
        page.show()
        if entry.parent is None:
            page.open(Route(entry.id))
        qtbot.waitUntil(desk.runner.is_idle, timeout=10_000)
    assert opened == [page]
