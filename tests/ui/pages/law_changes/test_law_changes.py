"""Changed laws in the window: the laws, the documents that cite one, and what was found."""

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from models.domain.law_citations import LawChangeOutcome
from tests.models.office import CLERK, REVIEWER, add_body
from tests.review.laws.test_changed_laws import enter
from tests.ui.pages.conftest import Heard, SitDown
from ui.desk import Route
from ui.pages.law_changes.page import LawChangesPage
from ui.pages.law_changes.review_form import LawReviewForm

# The law on contracts went into the civil code in 2021.
TEXT = "云溪县合同管理办法\n\n第一条　根据《中华人民共和国合同法》第八条，制定本办法。\n"


@pytest.fixture
def page(qtbot: QtBot, sit_down: SitDown) -> LawChangesPage:
    """Return the page of the reviewer with one document on a law that is gone."""
    desk = sit_down(REVIEWER)
    enter(add_body(), 1, TEXT, date(2019, 5, 1))
    page = LawChangesPage(desk)
    qtbot.addWidget(page)
    page.resize(1198, 640)
    page.show()
    page.open(Route("law_changes"))
    qtbot.waitUntil(lambda: page.laws.model.rowCount() == 1, timeout=10_000)
    qtbot.waitUntil(lambda: page.documents.model.rowCount() == 1, timeout=10_000)
    return page


def words(page: LawChangesPage) -> list[str]:
    """Return the words of the document's line."""
    model = page.documents.model
    return [
        str(model.data(model.index(0, column), Qt.ItemDataRole.DisplayRole))
        for column in range(model.columnCount())
    ]


def test_the_document_stands_below_its_law_with_the_place(page: LawChangesPage) -> None:
    assert "《中华人民共和国合同法》已由《民法典》代替（2021-01-01 起）" in (page.caption.text())
    assert "第一条引用第八条" in words(page)
    assert "未核对" in words(page)
    assert "1 件未核对" in page.head.note.text()


def test_a_finding_asks_for_its_reason_and_is_recorded_by_keyboard(
    page: LawChangesPage, qtbot: QtBot, heard: Heard
) -> None:
    page.documents.view.selectRow(0)
    page.review_button.click()
    assert page.dialog is not None
    form = page.dialog.findChild(LawReviewForm)
    assert form is not None
    QTest.keyClick(page.dialog, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert form.finding() is None
    form.outcome.setCurrentIndex(form.outcome.findData(LawChangeOutcome.TO_AMEND))
    form.note.setPlainText("改引民法典第四百六十五条")
    page.dialog.proceed.click()
    qtbot.waitUntil(lambda: "1 部有变动，0 件未核对" in page.head.note.text(), timeout=10_000)
    qtbot.waitUntil(lambda: "需要修改" in words(page), timeout=10_000)
    assert page.dialog is None
    assert [done.text for done in heard.done] == ["已记录 1 件的核对结果"]


def test_enter_opens_the_document(page: LawChangesPage, heard: Heard) -> None:
    page.documents.view.selectRow(0)
    QTest.keyClick(page.documents.view, Qt.Key.Key_Return)
    row = page.documents.current()
    assert row is not None
    assert heard.routes == [Route("document", row.document_id)]


def test_without_changes_the_page_says_so(qtbot: QtBot, sit_down: SitDown) -> None:
    page = LawChangesPage(sit_down(CLERK))
    qtbot.addWidget(page)
    page.show()
    page.open(Route("law_changes"))
    qtbot.waitUntil(lambda: "0 部有变动" in page.head.note.text(), timeout=10_000)
