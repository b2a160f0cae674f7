"""A list that is dropped or pasted is understood, compared and kept as a check."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtGui import QGuiApplication
from pytestqt.qtbot import QtBot

from models.queries.omissions import omission_checks
from resources import path_of
from tests.models.office import CLERK, REVIEWER
from tests.ui.pages.conftest import Heard
from ui.desk import Desk, Route
from ui.pages.omissions.page import OmissionsPage
from ui.widgets.file_drop import FileDrop

SitDown = Callable[[str], Desk]
LIST = path_of("samples", "issue-list-2026.xlsx")


def _page(qtbot: QtBot, desk: Desk) -> OmissionsPage:
    shown = OmissionsPage(desk)
    qtbot.addWidget(shown)
    shown.resize(1200, 700)
    shown.show()
    desk.runner.wait_until_idle()
    return shown


@pytest.fixture
def page(qtbot: QtBot, desk: Desk) -> OmissionsPage:
    """Return the clerk's page, shown."""
    return _page(qtbot, desk)


def _drop(page: OmissionsPage, file: Path) -> None:
    drop = page.findChild(FileDrop)
    assert drop is not None
    drop.dropped.emit([file])
    page.desk.runner.wait_until_idle()


def test_a_dropped_list_shows_how_its_columns_are_understood(page: OmissionsPage) -> None:
    _drop(page, LIST)

    assert page.card.isVisible()
    assert "读出 22 行" in page.card.note.text()
    assert [box.currentText().split("（")[0] for box in page.card.boxes.values()] == [
        "文件标题",
        "发文字号",
        "发文机关",
        "成文日期",
    ]


def test_nothing_is_kept_before_the_person_goes_ahead(page: OmissionsPage) -> None:
    _drop(page, LIST)
    page.card.leave.click()

    assert not page.card.isVisible()
    assert omission_checks() == []


def test_a_compared_list_is_kept_and_opened(page: OmissionsPage, heard: Heard) -> None:
    _drop(page, LIST)
    page.card.name.setText("县政府2026年发文目录")
    page.card.proceed.click()
    page.desk.runner.wait_until_idle()
    page.desk.runner.wait_until_idle()

    (check,) = omission_checks()
    assert (check.name, check.row_count) == ("县政府2026年发文目录", 22)
    assert heard.routes == [Route("omission", check.id)]


def test_a_list_copied_from_a_spreadsheet_is_pasted(page: OmissionsPage) -> None:
    QGuiApplication.clipboard().setText("标题\t发文字号\n云溪县养犬管理办法\t云政发〔2026〕5号\n")
    page.paste.click()
    page.desk.runner.wait_until_idle()

    assert "读出 1 行" in page.card.note.text()


def test_without_title_and_number_nothing_is_compared(page: OmissionsPage) -> None:
    _drop(page, LIST)
    for box in page.card.boxes.values():
        box.setCurrentIndex(0)
    page.card.proceed.click()
    page.desk.runner.wait_until_idle()

    assert page.card.isVisible()
    assert omission_checks() == []


def test_a_reviewer_sees_the_checks_and_starts_none(qtbot: QtBot, sit_down: SitDown) -> None:
    page = _page(qtbot, sit_down(REVIEWER))
    assert not page.choose.isVisible()
    assert _page(qtbot, sit_down(CLERK)).choose.isVisible()
