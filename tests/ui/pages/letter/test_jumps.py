"""A finding leads to its place: the row and field it is about, or the page of the paper."""

from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from review.letters.preflight.findings import PAGE, found
from tests.ui.pages.letter.test_letter_page import wait
from tests.ui.pages.letter.test_rows_of_a_letter import rows_of, transfer
from ui.desk import Desk
from ui.widgets.buttons import Button


def test_a_finding_in_a_row_leads_to_the_row_and_its_field(qtbot: QtBot, desk: Desk) -> None:
    # Given a placeholder in the third row, and the first row stood on
    page = transfer(qtbot, desk)
    materials = rows_of(page, "materials")
    materials.list.setCurrentRow(2)
    QTest.keyClicks(materials.form.widget("remark"), "TODO")
    materials.list.setCurrentRow(0)
    page._rewrite()
    wait(qtbot, desk)
    # When its finding is followed
    (jump,) = page.proposal_side.findings.findChildren(Button)
    jump.click()
    # Then the person stands in that row
    assert "备注" in jump.accessibleName()
    assert materials.list.currentRow() == 2
    remark = materials.form.widget("remark")
    assert remark.hasFocus() or not page.isActiveWindow()


def test_a_finding_about_a_page_leads_to_the_page(qtbot: QtBot, desk: Desk) -> None:
    page = transfer(qtbot, desk)
    assert page.preview.document.pageCount() > 1
    finding = found("seal_page", f"{PAGE}[1]", value=2)
    page.proposal_side.findings.show_findings((finding,), (PAGE, *page.form.read()))

    # What was found before is taken away a moment later.
    jumps = page.proposal_side.findings.findChildren(Button)
    next(one for one in jumps if finding.words in one.accessibleName()).click()

    qtbot.waitUntil(lambda: page.preview.view.pageNavigator().currentPage() == 1)
