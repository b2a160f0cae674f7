"""A paper without a number is drawn from the register, completed by hand, saved and printed."""

from datetime import date
from pathlib import Path

import pytest
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from review.reading.reader import read_file
from tests.models.office import accept_one, receive_one
from ui.desk import Desk
from ui.pages.sheet.page import SheetPage
from ui.parts.sheet_menu import sheet_route


@pytest.fixture
def filing(register: object) -> int:  # noqa: ARG001 -- opens the register
    """Return a registered filing."""
    filing_id = receive_one()
    accept_one(filing_id)
    return filing_id


def shown(qtbot: QtBot, desk: Desk, kind: str, record_id: int | None = None) -> SheetPage:
    """Return the page of a sheet, its paper drawn."""
    page = SheetPage(desk)
    qtbot.addWidget(page)
    page.resize(1198, 640)
    page.show()
    page.open(sheet_route(kind, record_id))
    qtbot.waitUntil(desk.runner.is_idle, timeout=20_000)
    return page


def words(page: SheetPage) -> str:
    """Return the words of the paper shown."""
    document = page.preview.document
    pages = range(document.pageCount())
    return "".join("".join(document.getAllText(number).text() for number in pages).split())


def test_the_intake_sheet_shows_the_record_and_says_what_stays_empty(
    qtbot: QtBot, desk: Desk, filing: int
) -> None:
    page = shown(qtbot, desk, "filing_intake_sheet", filing)

    assert "柳渡镇人民政府" in words(page)
    assert "归档号" in page.side.empty.text()
    assert not page.side.period.isVisible()


def test_what_is_written_at_the_right_stands_on_the_paper(
    qtbot: QtBot, desk: Desk, filing: int
) -> None:
    page = shown(qtbot, desk, "filing_intake_sheet", filing)
    line = page.form.widget("archive_number")
    assert isinstance(line, QLineEdit)

    QTest.keyClicks(line, "2026-12")
    qtbot.waitUntil(lambda: "2026-12" in words(page), timeout=20_000)

    assert "归档号" not in page.side.empty.text()


@pytest.mark.usefixtures("filing")
def test_a_catalogue_follows_the_days_that_are_asked_for(qtbot: QtBot, desk: Desk) -> None:
    page = shown(qtbot, desk, "filing_catalogue")
    page.side.period.first.show_value(date(2020, 1, 1))
    page.side.period.last.show_value(date(2020, 12, 31))
    qtbot.waitUntil(lambda: "共0件" in words(page), timeout=20_000)

    page.side.period.last.show_value(date(2026, 12, 31))
    qtbot.waitUntil(lambda: "共1件" in words(page), timeout=20_000)


@pytest.mark.usefixtures("filing")
def test_a_span_that_ends_before_it_begins_asks_for_nothing(qtbot: QtBot, desk: Desk) -> None:
    page = shown(qtbot, desk, "filing_catalogue")

    page.side.period.first.show_value(date(2999, 1, 1))

    assert page.side.period.asked() is None


@pytest.mark.parametrize("paper_format", ["docx", "pdf"])
def test_a_sheet_is_saved_as_it_is_shown(
    qtbot: QtBot, desk: Desk, filing: int, tmp_path: Path, paper_format: str
) -> None:
    page = shown(qtbot, desk, "filing_intake_sheet", filing)
    target = tmp_path / f"登记表.{paper_format}"

    page.save_to(paper_format, target)
    qtbot.waitUntil(desk.runner.is_idle, timeout=20_000)

    assert "柳渡镇人民政府" in read_file(target).text
