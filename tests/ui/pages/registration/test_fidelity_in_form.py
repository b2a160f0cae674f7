"""The form says how far a reading can be trusted, and shows both readings of tracked changes."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from models.queries.document_page import document_page
from models.queries.documents import DocumentFilter, DocumentOrder, document_ids
from models.queries.office import profile, today
from review.extraction.proposal import Confidence
from tests.models.office import GOVERNMENT, add_body
from tests.review.reading.pdf_file import write_scan
from tests.review.reading.test_fidelity import tracked_file
from ui.desk import Desk, Route
from ui.pages.registration.page import RegistrationPage
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


def test_both_readings_are_shown_and_the_fields_stay(
    qtbot: QtBot, desk: Desk, tmp_path: Path
) -> None:
    page = shown(qtbot, desk, tracked_file(tmp_path))
    side = page.text_side
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
    page.text_side.before.setChecked(True)
    card = page.text_side.findChildren(FidelityCard)[-1]
    button = next(one for one in card.findChildren(Button) if one.text().startswith("看正文"))
    QTest.keyClick(button, Qt.Key.Key_Return)
    assert not page.text_side.before.isChecked()
    assert len(page.text_side.text.extraSelections()) == 1


def test_a_scanned_document_is_typed_by_hand_and_its_file_is_kept(
    qtbot: QtBot, desk: Desk, tmp_path: Path
) -> None:
    add_body(GOVERNMENT)
    scan = write_scan(tmp_path / "扫描.pdf")
    page = shown(qtbot, desk, scan, "historic")
    assert page.text_side.findChildren(FidelityCard)[-1].plate.word == "未读出文字"
    page.form.fill("title", "云溪县停车管理办法")
    page.form.fill("issuing_body", GOVERNMENT.name)
    page.register.click()
    qtbot.waitUntil(desk.runner.is_idle, timeout=20_000)
    (document,) = document_ids(DocumentFilter(), DocumentOrder.TITLE, today())
    (file,) = document_page(document, profile(), today()).files
    assert desk.register.files.read(file.sha256) == scan.read_bytes()
