"""A document of the register gets a file on its page: looked at first, then kept for good."""

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from models.queries.document_page import document_page
from models.queries.office import profile, today
from models.queries.trail import trail_of
from tests.models.office import CLERK, REVIEWER, add_body, past_document
from tests.review.reading.pdf_file import write_scan
from tests.review.reading.test_fidelity import tracked_file
from tests.ui.pages.conftest import Heard, SitDown
from ui.desk import Desk, Route
from ui.pages.document.page import DocumentRecordPage
from ui.pages.document.supplement import SupplementForm
from ui.pages.document.tabs import Tab
from ui.parts.act_dialog import ActDialog

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")


@pytest.fixture
def document_id(desk: Desk) -> int:  # noqa: ARG001 -- opens the register
    """Return a document from the past."""
    return past_document(add_body(), 1)


def shown(qtbot: QtBot, desk: Desk, document_id: int) -> DocumentRecordPage:
    page = DocumentRecordPage(desk)
    qtbot.addWidget(page)
    page.show()
    page.open(Route("document", document_id))
    qtbot.waitUntil(desk.runner.is_idle)
    page.tabs.setCurrentIndex(Tab.TEXT)
    return page


def choose(qtbot: QtBot, page: DocumentRecordPage, path: Path) -> SupplementForm:
    page.tabs.text.attach.click()
    assert isinstance(page.dialog, ActDialog)
    form = page.dialog.findChild(SupplementForm)
    assert form is not None
    form.file.show_value(path)
    form.file.chosen.emit(path)
    qtbot.waitUntil(page.desk.runner.is_idle, timeout=20_000)
    return form


def proceed(qtbot: QtBot, page: DocumentRecordPage) -> None:
    assert isinstance(page.dialog, ActDialog)
    page.dialog.proceed.click()
    qtbot.waitUntil(page.desk.runner.is_idle)


def names(document_id: int) -> list[str]:
    return [file.original_name for file in document_page(document_id, profile(), today()).files]


def test_a_file_is_looked_at_and_then_added(
    qtbot: QtBot, desk: Desk, document_id: int, tmp_path: Path, heard: Heard
) -> None:
    # Given a document from the past and a file that names another
    before = names(document_id)
    page = shown(qtbot, desk, document_id)
    path = tracked_file(tmp_path)
    form = choose(qtbot, page, path)
    assert "读取情况：请核对" in form.found.text()
    assert "与这条记录不同" in form.found.text()
    # When the clerk adds it all the same
    proceed(qtbot, page)
    # Then it is the last file, byte for byte, and the trail says so
    assert names(document_id) == [*before, path.name]
    file = document_page(document_id, profile(), today()).files[-1]
    assert desk.register.files.read(file.sha256) == path.read_bytes()
    assert trail_of("document", document_id)[-1].act == "attach_file"
    assert heard.done[-1].text.endswith(path.name)


def test_a_scan_is_added_with_the_sentence_that_it_has_no_words(
    qtbot: QtBot, desk: Desk, document_id: int, tmp_path: Path
) -> None:
    page = shown(qtbot, desk, document_id)
    form = choose(qtbot, page, write_scan(tmp_path / "扫描.pdf"))
    assert "未读出文字" in form.found.text()
    proceed(qtbot, page)
    assert names(document_id)[-1] == "扫描.pdf"


def test_the_same_file_is_told_and_refused_in_the_dialog(
    qtbot: QtBot, desk: Desk, document_id: int, tmp_path: Path
) -> None:
    page = shown(qtbot, desk, document_id)
    path = tracked_file(tmp_path)
    choose(qtbot, page, path)
    proceed(qtbot, page)
    count = len(names(document_id))
    form = choose(qtbot, page, path)
    assert "已经有同一个文件" in form.found.text()
    proceed(qtbot, page)
    assert isinstance(page.dialog, ActDialog)
    assert page.dialog.problem.text()
    assert len(names(document_id)) == count


def test_nothing_is_added_before_a_file_is_chosen(
    qtbot: QtBot, desk: Desk, document_id: int
) -> None:
    page = shown(qtbot, desk, document_id)
    page.tabs.text.attach.click()
    assert isinstance(page.dialog, ActDialog)
    form = page.dialog.findChild(SupplementForm)
    page.dialog.proceed.click()
    assert form is not None
    assert form.file.accessibleDescription() == "请选择文件。"


def test_who_may_not_register_is_offered_no_file(
    qtbot: QtBot, sit_down: SitDown, document_id: int
) -> None:
    assert not shown(qtbot, sit_down(REVIEWER), document_id).tabs.text.attach.isVisible()
    assert shown(qtbot, sit_down(CLERK), document_id).tabs.text.attach.isVisible()
