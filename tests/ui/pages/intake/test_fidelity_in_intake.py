"""The intake form says how a file was read, and what of it a person has to look at or type."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from models.queries.document_page import document_page
from models.queries.filing_page import filing_page
from models.queries.office import profile, today
from tests.models.office import CLERK, GOVERNMENT, add_body
from tests.review.reading.pdf_file import write_scan
from tests.review.reading.test_fidelity import tracked_file
from tests.ui.pages.conftest import SitDown
from ui.desk import Route
from ui.pages.intake.page import IntakePage


@pytest.fixture
def page(qtbot: QtBot, sit_down: SitDown) -> IntakePage:
    """Return the clerk's empty form in a county with its government."""
    add_body(GOVERNMENT)
    shown = IntakePage(sit_down(CLERK))
    shown._pause.setInterval(0)
    qtbot.addWidget(shown)
    shown.resize(1200, 700)
    shown.show()
    shown.open(Route("intake"))
    shown.desk.runner.wait_until_idle()
    return shown


def take(page: IntakePage, path: Path, qtbot: QtBot) -> IntakePage:
    page.view_model.read(path)
    page.desk.runner.wait_until_idle(20_000)
    qtbot.waitUntil(lambda: not page._pause.isActive())
    page.desk.runner.wait_until_idle(20_000)
    return page


def test_both_readings_of_tracked_changes_are_shown(
    page: IntakePage, tmp_path: Path, qtbot: QtBot
) -> None:
    side = take(page, tracked_file(tmp_path), qtbot).side
    assert "云政规〔2026〕3号" in side.text.toPlainText()
    side.before.setFocus()
    QTest.keyClick(side.before, Qt.Key.Key_Space)
    assert "云政规〔2026〕2号" in side.text.toPlainText()
    assert page.form.document_number.text() == "云政规〔2026〕3号"


def test_a_value_that_tracked_changes_alter_has_to_be_looked_at(
    page: IntakePage, tmp_path: Path, qtbot: QtBot
) -> None:
    take(page, tracked_file(tmp_path), qtbot)
    assert page.form.document._lines["document_number"].mark.word == "请核对"
    assert "修订前后不同" in page.form.document_number.accessibleDescription()
    assert page.side.fidelity is not None
    assert page.side.fidelity.plate.word == "请核对"


def test_a_scanned_filing_is_typed_by_hand_and_its_file_is_kept(
    page: IntakePage, tmp_path: Path, qtbot: QtBot
) -> None:
    # Given a scan, which tells that nothing was read
    scan = write_scan(tmp_path / "扫描.pdf")
    take(page, scan, qtbot)
    assert page.side.fidelity is not None
    assert page.side.fidelity.plate.word == "未读出文字"
    # When the clerk types what stands on it
    page.form.title.setText("柳渡镇集市管理规定")
    page.form.issuing_body.setEditText(GOVERNMENT.name)
    page.form.filing_body.setEditText(GOVERNMENT.name)
    page.form.received_way.setEditText("窗口递交")
    with qtbot.waitSignal(page.view_model.received) as received:
        page.receive.click()
    # Then the filing is received with the scan, byte for byte
    filing = filing_page((received.args or [0])[0], profile())
    (file,) = document_page(filing.document_id, profile(), today()).files
    assert page.desk.register.files.read(file.sha256) == scan.read_bytes()


def test_a_draft_marks_only_what_still_stands_as_proposed(
    page: IntakePage, tmp_path: Path, qtbot: QtBot, sit_down: SitDown
) -> None:
    # Given a draft in which the clerk changed the number
    take(page, tracked_file(tmp_path), qtbot)
    page.form.document_number.setText("云政规〔2026〕9号")
    page.keep_draft()
    # When it is taken up again
    again = IntakePage(sit_down(CLERK))
    again._pause.setInterval(0)
    qtbot.addWidget(again)
    again.show()
    again.open(Route("intake"))
    again.desk.runner.wait_until_idle(20_000)
    qtbot.waitUntil(lambda: not again._pause.isActive())
    again.desk.runner.wait_until_idle(20_000)
    # Then the number is the clerk's own, and the title is marked
    assert again.form.document_number.text() == "云政规〔2026〕9号"
    assert again.form.document._lines["document_number"].mark.isHidden()
    assert not again.form.document._lines["title"].mark.isHidden()
    assert again.side.fidelity is not None
