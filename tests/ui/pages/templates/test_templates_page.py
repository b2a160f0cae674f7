"""The editor of templates: the page follows the text, faults lead to it, nothing is lost."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from models.acts.letter_wordings import WordingChange, change_wording
from models.queries.letter_wordings import wording_history
from review.letters.letter_kinds import LETTER_KINDS
from review.letters.shipped_wording import shipped_text
from review.letters.wording_in_force import keep_wording, wording_in_force
from tests.models.office import CLERK, HEAD, order
from tests.ui.pages.conftest import Heard, SitDown
from ui.desk import Desk, Route
from ui.pages.templates.history_dialog import HistoryDialog
from ui.pages.templates.page import TemplatesPage
from ui.widgets.reason_dialog import ReasonDialog

RECEIPT = "filing_receipt"
OWN = shipped_text(RECEIPT).replace("予以备案登记。", "准予备案登记。")


def wait(qtbot: QtBot, page: TemplatesPage) -> None:
    """Wait until the pause in typing is over and nothing is under way."""
    qtbot.waitUntil(lambda: not page._pause.isActive(), timeout=5_000)
    qtbot.waitUntil(page.desk.runner.is_idle, timeout=20_000)


def shown(qtbot: QtBot, desk: Desk, kind_id: str = RECEIPT) -> TemplatesPage:
    """Return the editor at a kind, its page drawn."""
    page = TemplatesPage(desk)
    qtbot.addWidget(page)
    page.resize(1198, 640)
    page.show()
    page.open(Route("templates", None, (("kind", kind_id),)))
    wait(qtbot, page)
    qtbot.waitUntil(lambda: page.surface.preview.document.pageCount() > 0, timeout=20_000)
    return page


def write(qtbot: QtBot, page: TemplatesPage, text: str) -> None:
    """Type another text in place of the old one."""
    page.surface.edit.replace_all(text)
    wait(qtbot, page)


def paper_text(page: TemplatesPage) -> str:
    """Return what the page drawn says."""
    return page.surface.preview.document.getAllText(0).text()


def give_reason(page: TemplatesPage, reason: str) -> None:
    """Answer the question that stands before the person."""
    assert isinstance(page.dialog, ReasonDialog)
    page.dialog.reason.setText(reason)
    page.dialog.accept()


@pytest.fixture
def head(sit_down: SitDown) -> Desk:
    """Return the desk of the head."""
    return sit_down(HEAD)


def test_every_kind_is_listed_and_shows_its_text_and_page(qtbot: QtBot, head: Desk) -> None:
    page = shown(qtbot, head)

    assert page.surface.kinds.count() == len(LETTER_KINDS)
    assert page.surface.edit.toPlainText() == shipped_text(RECEIPT)
    assert "备案回执" in paper_text(page)
    assert not page.keep.isEnabled()
    assert not page.restore.isEnabled()


def test_the_page_follows_the_text_after_a_pause(qtbot: QtBot, head: Desk) -> None:
    page = shown(qtbot, head)

    write(qtbot, page, OWN)

    assert "准予备案登记" in paper_text(page)
    assert page.keep.isEnabled()


def test_a_fault_is_told_with_its_line_and_the_last_good_page_stays(
    qtbot: QtBot, head: Desk
) -> None:
    page = shown(qtbot, head)

    write(qtbot, page, OWN.replace("主送机关", "主送单位"))

    assert page.surface.faults.isVisible()
    item = page.surface.faults.item(0)
    assert "第5行" in item.text()
    assert "主送机关" in item.text()
    assert "准予备案登记" not in paper_text(page)
    assert page.surface.preview.document.pageCount() > 0
    assert page.surface.preview.note.isVisible()


def test_a_fault_leads_to_its_line(qtbot: QtBot, head: Desk) -> None:
    page = shown(qtbot, head)
    write(qtbot, page, OWN.replace("主送机关", "主送单位"))

    page.surface.faults.setFocus()
    page.surface.faults.setCurrentRow(0)
    QTest.keyClick(page.surface.faults, Qt.Key.Key_Return)

    assert page.surface.edit.textCursor().blockNumber() == 4


def test_a_field_is_written_where_the_keyboard_stands(qtbot: QtBot, head: Desk) -> None:
    page = shown(qtbot, head)
    page.surface.edit.go_to_line(7)
    fields = page.surface.fields
    item = next(iter(fields.findItems("统一登记号", Qt.MatchFlag.MatchExactly)), None)
    assert item is None
    item = fields.findItems("发文字号", Qt.MatchFlag.MatchExactly)[0]

    fields.itemActivated.emit(item, 0)

    assert page.surface.edit.textCursor().block().text().startswith("{{ 发文字号 }}")


def test_fields_that_the_text_does_not_use_are_said_to_be_unused(qtbot: QtBot, head: Desk) -> None:
    page = shown(qtbot, head)

    write(qtbot, page, "【版式】表格式\n【标题】{{ 文件名称 | 书名号 }}")

    fields = page.surface.fields
    used = fields.findItems("文件名称", Qt.MatchFlag.MatchExactly)[0]
    unused = fields.findItems("材料", Qt.MatchFlag.MatchExactly)[0]
    assert (used.text(2), unused.text(2)) == ("", "未使用")
    assert unused.child(3).text(2) == "未使用"


def test_a_text_is_kept_with_a_reason_and_is_in_force(
    qtbot: QtBot, head: Desk, heard: Heard
) -> None:
    page = shown(qtbot, head)
    write(qtbot, page, OWN)

    page.keep.click()
    give_reason(page, "按县政府办要求")
    wait(qtbot, page)

    assert wording_in_force(RECEIPT).text == OWN
    assert heard.done[-1].text == "备案回执已改用本单位文字"
    assert "第1版" in page.head.note.text()
    assert page.restore.isEnabled()
    assert page.may_leave()


def test_a_text_with_faults_is_not_kept_and_not_lost(qtbot: QtBot, head: Desk) -> None:
    page = shown(qtbot, head)
    faulty = OWN.replace("主送机关", "主送单位")
    write(qtbot, page, faulty)

    page.keep.click()
    give_reason(page, "试")
    wait(qtbot, page)

    assert page.error.isVisible()
    assert page.surface.edit.toPlainText() == faulty
    assert not wording_in_force(RECEIPT).is_own


def test_the_original_comes_back_with_a_reason(qtbot: QtBot, head: Desk) -> None:
    keep_wording(order(HEAD), RECEIPT, OWN, "按县政府办要求")
    page = shown(qtbot, head)
    assert page.surface.edit.toPlainText() == OWN

    page.restore.click()
    give_reason(page, "上级统一了格式")
    wait(qtbot, page)

    assert page.surface.edit.toPlainText() == shipped_text(RECEIPT)
    assert not wording_in_force(RECEIPT).is_own


def test_what_was_typed_of_a_kind_stays_while_another_is_looked_at(
    qtbot: QtBot, head: Desk
) -> None:
    page = shown(qtbot, head)
    write(qtbot, page, OWN)

    page.surface.kinds.go_to("review_opinion")
    wait(qtbot, page)
    assert page.surface.edit.toPlainText() == shipped_text("review_opinion")
    page.surface.kinds.go_to(RECEIPT)
    wait(qtbot, page)

    assert page.surface.edit.toPlainText() == OWN


def test_leaving_asks_while_something_is_not_kept(qtbot: QtBot, head: Desk, heard: Heard) -> None:
    page = shown(qtbot, head)
    write(qtbot, page, OWN)

    assert not page.may_leave()
    assert page.notices.question is not None
    page.notices.stay.click()
    assert page.notices.question is None
    assert page.surface.edit.toPlainText() == OWN

    assert not page.may_leave()
    page.notices.leave.click()
    assert heard.backs == [True]
    assert page.may_leave()
    assert page.surface.edit.toPlainText() == shipped_text(RECEIPT)


def test_the_check_tells_what_is_left_behind_by_empty_fields(qtbot: QtBot, head: Desk) -> None:
    page = shown(qtbot, head)
    write(qtbot, page, OWN.replace("{{ 发文字号 | 缺省('无') }}", "（{{ 发文字号 }}）"))

    page.check.click()
    wait(qtbot, page)

    assert page.notices.checked is not None
    words = [page.surface.faults.item(row).text() for row in range(page.surface.faults.count())]
    assert any("没有“发文字号”时" in line and "（）" in line for line in words)


def test_a_newer_original_is_told_and_compared(qtbot: QtBot, head: Desk) -> None:
    older = shipped_text(RECEIPT).replace("收悉，", "已收到，")
    change_wording(order(HEAD), WordingChange(RECEIPT, OWN, older, "按县政府办要求"))
    page = shown(qtbot, head)
    assert page.notices.outdated.isVisible()

    page.notices.difference.click()

    assert isinstance(page.dialog, HistoryDialog)
    text = page.dialog.pane.toPlainText()
    assert "－你单位报送的下列规范性文件及材料已收到，予以备案登记。" in text
    assert "+你单位报送的下列规范性文件及材料收悉，予以备案登记。" in text
    assert page.surface.edit.toPlainText() == OWN


def test_the_history_shows_each_version_and_brings_one_back_into_the_text(
    qtbot: QtBot, head: Desk
) -> None:
    keep_wording(order(HEAD), RECEIPT, OWN, "第一次")
    keep_wording(order(HEAD), RECEIPT, OWN.replace("准予", "同意"), "第二次")
    page = shown(qtbot, head)

    page.history.click()
    qtbot.waitUntil(lambda: isinstance(page.dialog, HistoryDialog), timeout=5_000)
    dialog = page.dialog
    assert isinstance(dialog, HistoryDialog)
    titles = [dialog.versions.item(row).text() for row in range(dialog.versions.count())]
    assert [title[:3] for title in titles] == ["第2版", "第1版", "原文"]
    dialog.versions.setCurrentRow(1)
    assert "第一次" in dialog.about.text()
    dialog.take.click()

    assert page.surface.edit.toPlainText() == OWN
    assert len(wording_history(RECEIPT)) == 2
    wait(qtbot, page)


def test_a_text_goes_out_to_a_file_and_comes_back(
    qtbot: QtBot, head: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = shown(qtbot, head)
    write(qtbot, page, OWN)
    file = tmp_path / "备案回执模板.txt"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(file), ""))
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(file), ""))

    page._export()
    wait(qtbot, page)
    assert file.read_text(encoding="utf-8") == OWN
    write(qtbot, page, shipped_text(RECEIPT))
    page._import()

    qtbot.waitUntil(lambda: page.surface.edit.toPlainText() == OWN, timeout=5_000)
    wait(qtbot, page)
    assert "准予备案登记" in paper_text(page)


def test_a_file_that_is_no_text_is_refused_and_nothing_is_lost(
    qtbot: QtBot, head: Desk, tmp_path: Path
) -> None:
    page = shown(qtbot, head)
    file = tmp_path / "图片.txt"
    file.write_bytes(b"\xff\xd8\xff\xe0")

    page.view_model.read_file(file)
    wait(qtbot, page)

    assert page.error.isVisible()
    assert page.surface.edit.toPlainText() == shipped_text(RECEIPT)


def test_who_may_not_change_wordings_reads_and_tries_nothing_away(
    qtbot: QtBot, sit_down: SitDown
) -> None:
    page = shown(qtbot, sit_down(CLERK))

    assert page.surface.edit.isReadOnly()
    assert not page.keep.isVisible()
    assert not page.restore.isVisible()
    assert page.history.isVisible()
