"""The form says how far a reading can be trusted, and shows both readings of tracked changes."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from models.queries.document_page import document_page
from models.queries.documents import DocumentFilter, DocumentOrder, document_ids
from models.queries.office import profile, today
from review.extraction.proposal import Confidence
from tests.models.office import GOVERNMENT, add_body
from tests.review.extraction.test_normativity_traits import MEASURES
from tests.review.reading.pdf_file import write_scan
from tests.review.reading.test_fidelity import tracked_file
from tests.ui.pages.window_watch import windows_opened
from ui.desk import Desk, Route
from ui.pages.registration.page import RegistrationPage
from ui.pages.registration.trait_rows import TraitRows
from ui.parts.fidelity_card import FidelityCard
from ui.widgets.buttons import Button

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")


def shown(qtbot: QtBot, desk: Desk, path: Path, mode: str = "") -> RegistrationPage:
    page = RegistrationPage(desk)
    qtbot.addWidget(page)
    page.resize(1198, 640)
    page.show()
    page.open(Route("registration", extra=(("file", str(path)), ("mode", mode))))
    qtbot.waitUntil(desk.runner.is_idle, timeout=20_000)
    return page


def card_of(page: RegistrationPage) -> FidelityCard:
    card = page.text_side.document.fidelity
    assert card is not None
    return card


def test_both_readings_are_shown_and_the_fields_stay(
    qtbot: QtBot, desk: Desk, tmp_path: Path
) -> None:
    page = shown(qtbot, desk, tracked_file(tmp_path))
    side = page.text_side.document
    assert "云政规〔2026〕3号" in side.text.toPlainText()
    side.before.setFocus()
    QTest.keyClick(side.before, Qt.Key.Key_Space)
    assert "云政规〔2026〕2号" in side.text.toPlainText()
    cursor = side.text.textCursor()
    cursor.setPosition(side.text.toPlainText().index("2号") + 1)
    assert cursor.charFormat().fontStrikeOut()
    assert page.form.values().document_number == "云政规〔2026〕3号"


def test_a_field_that_tracked_changes_alter_has_to_be_looked_at(
    qtbot: QtBot, desk: Desk, tmp_path: Path
) -> None:
    page = shown(qtbot, desk, tracked_file(tmp_path))
    told = page.view_model.proposals["document_number"]
    assert told.confidence is Confidence.CHECK
    assert "修订前后不同" in told.reason


def test_a_matter_leads_to_its_place_with_enter(qtbot: QtBot, desk: Desk, tmp_path: Path) -> None:
    page = shown(qtbot, desk, tracked_file(tmp_path))
    page.text_side.document.before.setChecked(True)
    card = card_of(page)
    card.turn()
    button = next(one for one in card.findChildren(Button) if one.text().startswith("看正文"))
    QTest.keyClick(button, Qt.Key.Key_Return)
    assert not page.text_side.document.before.isChecked()
    assert len(page.text_side.text.extraSelections()) == 1


def test_a_scanned_document_is_typed_by_hand_and_its_file_is_kept(
    qtbot: QtBot, desk: Desk, tmp_path: Path
) -> None:
    add_body(GOVERNMENT)
    scan = write_scan(tmp_path / "扫描.pdf")
    page = shown(qtbot, desk, scan, "historic")
    assert card_of(page).plate.word == "未读出文字"
    page.form.fill("title", "云溪县停车管理办法")
    page.form.fill("issuing_body", GOVERNMENT.name)
    page.register.click()
    qtbot.waitUntil(desk.runner.is_idle, timeout=20_000)
    (document,) = document_ids(DocumentFilter(), DocumentOrder.TITLE, today())
    (file,) = document_page(document, profile(), today()).files
    assert desk.register.files.read(file.sha256) == scan.read_bytes()


def test_the_draft_of_a_scanned_file_keeps_its_card(
    qtbot: QtBot, desk: Desk, tmp_path: Path
) -> None:
    # Given a scan in a form half filled and put aside
    page = shown(qtbot, desk, write_scan(tmp_path / "扫描.pdf"), "historic")
    page.form.fill("title", "云溪县停车管理办法")
    page.view_model.begin(is_historic=False)
    qtbot.waitUntil(desk.runner.is_idle, timeout=20_000)
    assert page.text_side.document.fidelity is None
    # When its draft is taken up
    (draft,) = page.view_model.shelf.drafts()
    page.view_model.take_up(draft)
    qtbot.waitUntil(desk.runner.is_idle, timeout=20_000)
    # Then the card says again that nothing was read, and what was typed stands there
    assert card_of(page).plate.word == "未读出文字"
    assert page.form.values().title == "云溪县停车管理办法"


def test_the_outline_opens_by_keyboard_and_leads_to_an_article(
    qtbot: QtBot, desk: Desk, tmp_path: Path
) -> None:
    # Given a text whose third article is missing
    path = tmp_path / "办法.txt"
    articles = "".join(f"第{number}条　内容。\n" + "略。\n" * 40 for number in "一二四")
    path.write_text(f"云溪县停车管理办法\n{articles}", encoding="utf-8")
    side = shown(qtbot, desk, path).text_side.document
    assert side.outline.text() == "目录（1）"
    assert side.structure.isHidden()
    # When the clerk opens the outline and goes to its last article
    QTest.keyClick(side.outline, Qt.Key.Key_Space)
    last = len(side.structure.lines.shown) - 1
    side.structure.setCurrentIndex(side.structure.lines.index(last))
    QTest.keyClick(side.structure, Qt.Key.Key_Return)
    # Then the text stands there
    assert side.structure.isVisible()
    assert side.text.verticalScrollBar().value() > 0


def test_the_five_traits_are_told_one_by_one_and_lead_to_their_words(
    qtbot: QtBot, desk: Desk, tmp_path: Path
) -> None:
    path = tmp_path / "办法.txt"
    path.write_text(MEASURES, encoding="utf-8")
    page = shown(qtbot, desk, path)
    rows = page.cards.findChildren(TraitRows)[-1]
    assert rows.summary.text() == "五项特征：5 项有"
    assert rows.rows.isHidden()
    QTest.keyClick(rows.fold, Qt.Key.Key_Return)
    line = next(one for one in rows.findChildren(Button) if "有效期" in one.text())
    QTest.keyClick(line, Qt.Key.Key_Return)
    (lit,) = page.text_side.text._places
    assert MEASURES[lit[0].start :].startswith("有效期5年")


def test_no_part_of_the_form_flashes_up_as_a_window_of_its_own(
    qtbot: QtBot, qapp: QApplication, desk: Desk, tmp_path: Path
) -> None:
    # A part shown before it has a place takes the keyboard away from the form.
    path = tmp_path / "办法.txt"
    path.write_text(MEASURES, encoding="utf-8")
    with windows_opened(qapp) as opened:
        page = shown(qtbot, desk, path)
    assert opened == [page]
