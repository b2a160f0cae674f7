"""A cleanup begins on the list of cleanups, and is opened there."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from models.domain.cleanup_campaign import CampaignKind
from models.queries.cleanup import campaigns
from tests.models.office import REVIEWER
from tests.ui.pages.conftest import Heard, SitDown
from ui.desk import Desk, Route
from ui.pages.cleanups.form import CleanupForm
from ui.pages.cleanups.page import CleanupsPage


@pytest.fixture
def page(qtbot: QtBot, desk: Desk) -> CleanupsPage:
    """Return the list, shown."""
    shown = CleanupsPage(desk)
    qtbot.addWidget(shown)
    shown.resize(1200, 700)
    shown.show()
    desk.runner.wait_until_idle()
    return shown


def begin(page: CleanupsPage, name: str, kind: CampaignKind) -> None:
    """Begin a cleanup by the dialog."""
    page.begin.click()
    dialog = page.dialog
    assert dialog is not None
    form = dialog.findChild(CleanupForm)
    assert form is not None
    form.name.setText(name)
    form.kind.setCurrentIndex(list(CampaignKind).index(kind))
    form.due.line.setText("2026-4-30")
    dialog.proceed.click()
    page.desk.runner.wait_until_idle()
    page.desk.runner.wait_until_idle()


def test_a_cleanup_is_begun_and_leads_on_to_its_page(page: CleanupsPage, heard: Heard) -> None:
    begin(page, "招标投标专项清理", CampaignKind.THEMATIC)

    row = campaigns()[0]
    assert (row.name, row.kind, str(row.reply_due_date)) == (
        "招标投标专项清理",
        CampaignKind.THEMATIC,
        "2026-04-30",
    )
    assert heard.routes == [Route("cleanup", row.id)]
    assert page.records.rowCount() == 1


def test_a_cleanup_without_a_name_is_asked_for_one(page: CleanupsPage) -> None:
    begin(page, " ", CampaignKind.PERIODIC)

    assert campaigns() == ()
    assert page.dialog is not None


def test_enter_opens_the_cleanup_stood_on(page: CleanupsPage, heard: Heard) -> None:
    begin(page, "定期清理", CampaignKind.PERIODIC)
    page.table.selectRow(0)
    QTest.keyClick(page.table, Qt.Key.Key_Return)

    assert heard.routes[-1] == Route("cleanup", campaigns()[0].id)


def test_who_may_not_begin_one_is_not_offered_it(qtbot: QtBot, sit_down: SitDown) -> None:
    page = CleanupsPage(sit_down(REVIEWER))
    qtbot.addWidget(page)
    page.show()

    assert not page.begin.isVisible()
