"""A paper is verified in the window: typed, scanned, dropped."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from models.acts.letters import IssuedLetter, issue_letter, withdraw_letter
from models.queries.letters import letter_page
from review.letters.check_code import printed
from review.letters.drafting.filing_in import propose_receipt
from review.letters.letter_data import numbered_from_data
from review.letters.press import press_into
from review.letters.proof import proof_of
from tests.models.office import HEAD, OFFICE, TODAY, accept_one, order, receive_one
from tests.ui.pages.conftest import Heard
from ui.desk import Desk, Route
from ui.pages.verification.page import VerificationPage
from ui.widgets.card import Card
from ui.widgets.labels import Label


@pytest.fixture
def issued(desk: Desk) -> IssuedLetter:
    """Return an issued receipt."""
    filing_id = receive_one()
    accept_one(filing_id)
    proposed = propose_receipt(filing_id, TODAY)
    press = press_into(desk.register.letters, proposed.kind, ("docx", "pdf"))
    return issue_letter(order(), proposed.as_draft(), press)


@pytest.fixture
def page(qtbot: QtBot, desk: Desk) -> VerificationPage:
    """Return the page, shown."""
    page = VerificationPage(desk)
    qtbot.addWidget(page)
    page.resize(1198, 640)
    page.show()
    page.open(Route("verification"))
    return page


def headline(page: VerificationPage) -> str:
    """Return the first words of the result."""
    cards = [card for card in page.findChildren(Card) if not card.isHidden()]
    return cards[-1].findChildren(Label)[0].text() if cards else ""


def said(qtbot: QtBot, page: VerificationPage) -> str:
    """Wait for an answer and return its first words; nothing when it is a refusal."""
    qtbot.waitUntil(lambda: bool(headline(page)) or page.error.isVisible(), timeout=30_000)
    return headline(page)


def typed(qtbot: QtBot, page: VerificationPage, text: str) -> str:
    """Type a code, press Enter and return what is said."""
    page.code.setText(text)
    QTest.keyClick(page.code, Qt.Key.Key_Return)
    return said(qtbot, page)


def test_a_typed_code_leads_to_the_letter(
    qtbot: QtBot, page: VerificationPage, issued: IssuedLetter, heard: Heard
) -> None:
    assert "查到该文书" in typed(qtbot, page, printed(issued.check_code).lower())
    page.open_letter.click()
    assert heard.routes[-1] == Route("letter", issued.letter_id)


def test_a_scanned_qr_code_leads_to_the_letter(
    qtbot: QtBot, page: VerificationPage, issued: IssuedLetter
) -> None:
    kept = letter_page(issued.letter_id)
    letter = numbered_from_data(kept.kind, kept.data)
    payload = proof_of(letter, kept.data_hash, OFFICE.letter_code).mark.payload
    assert "查到该文书" in typed(qtbot, page, payload), page.error.title.text()


def test_a_mistyped_code_is_told_and_the_line_stays(
    qtbot: QtBot, page: VerificationPage, issued: IssuedLetter
) -> None:
    wrong = ("2" if issued.check_code[0] != "2" else "3") + issued.check_code[1:]
    assert typed(qtbot, page, wrong) == ""
    assert page.error.title.text() == "核验码录入有误"
    assert page.code.text() == wrong
    assert page.open_letter.isHidden()


def test_a_withdrawn_letter_is_told_with_its_reason(
    qtbot: QtBot, page: VerificationPage, issued: IssuedLetter
) -> None:
    withdraw_letter(order(HEAD), issued.letter_id, "主送机关有误")
    assert typed(qtbot, page, issued.check_code).startswith("已撤回")
    assert "主送机关有误" in [label.text() for label in page.facts.findChildren(Label)] or any(
        "主送机关有误" in str(label.property("text"))
        for label in page.facts.children()
        if label.property("text")
    )


def test_a_dropped_file_is_verified(
    qtbot: QtBot, page: VerificationPage, issued: IssuedLetter, tmp_path: Path
) -> None:
    paper = tmp_path / "回执.pdf"
    paper.write_bytes(page.desk.register.letters.read(dict(issued.papers)["pdf"]))
    page._drop.dropped.emit([paper])
    assert said(qtbot, page).startswith("相符")


def test_a_file_that_is_no_letter_is_told(
    qtbot: QtBot, page: VerificationPage, tmp_path: Path
) -> None:
    other = tmp_path / "通告.txt"
    other.write_text("云政告〔2026〕9号", encoding="utf-8")
    page._drop.dropped.emit([other])
    assert said(qtbot, page) == "不是本登记簿的文书"
