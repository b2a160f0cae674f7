"""The desk shows what waits for the person, by role, and leads to it."""

from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from models.acts.register_document import register_historic_document
from models.domain.quarters import Quarter
from models.domain.validity import ValidityTerm, ValidityTermKind
from models.queries.office import today
from models.queries.trail import present_anchor
from review.folder_import.batch import Handling, begin_batch
from tests.models.office import (
    ADMINISTRATOR,
    CLERK,
    REVIEWER,
    accept_one,
    add_body,
    another,
    changed,
    number_one,
    order,
    parking_measures,
    receive_one,
    register_one,
)
from tests.ui.pages.conftest import Heard, SitDown
from tests.ui.pages.finding import part_of
from ui.desk import Changes, Desk, Route
from ui.pages.overview.page import OverviewPage
from ui.widgets.buttons import Button
from ui.widgets.card import Card
from ui.widgets.elided_button import ElidedButton
from ui.widgets.labels import WrappedLabel
from ui.widgets.slip import print_slip


def shown(qtbot: QtBot, desk: Desk) -> OverviewPage:
    """Return the desk of a person, read."""
    page = OverviewPage(desk)
    qtbot.addWidget(page)
    page.show()
    qtbot.waitUntil(desk.runner.is_idle)
    return page


def titles(page: OverviewPage) -> list[str]:
    """Return what the lists are called and how much they hold."""
    return [one.accessibleName() for one in page.lists]


@pytest.fixture
def work(register: object) -> int:  # noqa: ARG001 -- opens the register
    """Leave something to number, to issue, to check, and a receipt to write."""
    body_filing = receive_one()
    accept_one(body_filing)
    first = register_one(1)
    number_one(first)
    return first


def test_a_clerk_sees_documents_and_filings_but_no_reviews(
    qtbot: QtBot, sit_down: SitDown, work: int
) -> None:
    page = shown(qtbot, sit_down(CLERK))

    assert titles(page) == ["待印发公布，1 件", "待出回执，1 件"]
    assert work


def test_a_reviewer_sees_no_work_of_the_counter(qtbot: QtBot, sit_down: SitDown, work: int) -> None:
    page = shown(qtbot, sit_down(REVIEWER))

    assert titles(page) == []
    assert part_of(page, Card).accessibleName() == "现在没有等您办理的事项"
    assert page.register.isHidden()
    assert page.receive.isHidden()
    assert work


def test_a_line_opens_its_record(qtbot: QtBot, sit_down: SitDown, work: int, heard: Heard) -> None:
    page = shown(qtbot, sit_down(CLERK))

    page.lists[0].rows[0].click()
    QTest.keyClick(page.lists[1].rows[0], Qt.Key.Key_Return)

    receipt = Route("letter", None, (("kind", "filing_receipt"), ("filing", "1")))
    assert heard.routes == [Route("document", work), receipt]


def test_a_due_date_stands_first_with_its_reason(qtbot: QtBot, desk: Desk) -> None:
    receive_one()

    page = shown(qtbot, desk)

    assert titles(page) == ["临近期限，1 件", "待形式审查，1 件"]
    why = next(one for one in page.lists[0].findChildren(Button) if one.text() == "为什么")
    sentence = part_of(page.lists[0], WrappedLabel)
    assert sentence.isHidden()
    why.click()
    assert not sentence.isHidden()
    assert "2026-03-16" in sentence.text()


def test_the_year_is_counted_in_plain_numbers(qtbot: QtBot, desk: Desk) -> None:
    page = shown(qtbot, desk)

    assert page.figures() == {
        "登记文件": "0 件",
        "收到备案": "0 件",
        "其中逾期报送": "0 件",
        "审结": "0 件",
    }


def test_the_desk_reads_again_when_something_has_changed(qtbot: QtBot, desk: Desk) -> None:
    page = shown(qtbot, desk)
    assert titles(page) == []

    register_one()
    desk.changes.publish(Changes(documents=True))

    qtbot.waitUntil(lambda: titles(page) == ["待编号，1 件"])


def test_the_anchor_can_be_copied_and_printed(
    qtbot: QtBot, sit_down: SitDown, tmp_path_factory: pytest.TempPathFactory
) -> None:
    page = shown(qtbot, sit_down(ADMINISTRATOR))
    anchor = str(present_anchor())

    page.anchor.copy.click()

    assert page.anchor.anchor.text() == anchor
    assert f"锚点：{anchor}" in QGuiApplication.clipboard().text()
    printed = tmp_path_factory.mktemp("printed") / "anchor.pdf"
    printer = QPrinter()
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(printed))
    print_slip(page.anchor.slip(), printer)
    assert printed.read_bytes().startswith(b"%PDF")


def test_what_was_done_last_is_listed_with_who_did_it(
    qtbot: QtBot, sit_down: SitDown, work: int, heard: Heard
) -> None:
    page = shown(qtbot, sit_down(CLERK))

    newest = page.recent.rows[0]
    assert newest.accessibleName() == "云溪县第1类事项管理办法，统一编号　许知禾　2026-03-16 12:00"
    newest.click()
    assert heard.routes == [Route("document", work)]
    assert "柳渡镇农村住房建设管理规定" in page.recent.rows[-1].accessibleName()


def test_a_folder_that_is_not_read_to_the_end_is_offered(
    desk: Desk, qtbot: QtBot, tmp_path: Path, heard: Heard
) -> None:
    (tmp_path / "旧文件").mkdir()
    (tmp_path / "旧文件" / "办法.txt").write_text("办法", encoding="utf-8")
    batch = begin_batch(desk.register.folder, "xu", [tmp_path / "旧文件"], Handling.BY_YEAR)
    page = OverviewPage(desk)
    qtbot.addWidget(page)
    page.show()
    page.open(Route("overview"))
    qtbot.waitUntil(lambda: page.imports is not None, timeout=10_000)

    line = part_of(page.imports, ElidedButton) if page.imports else ElidedButton("", "link")
    line.click()

    assert line.accessibleName() == "旧文件：已读 0/1 个文件"
    assert heard.routes == [Route("folder_import", extra=(("batch", batch.plan.id),))]


def test_units_whose_documents_expire_this_quarter_wait_for_a_reminder(
    qtbot: QtBot, sit_down: SitDown, heard: Heard
) -> None:
    # Given two documents of one unit that expire with the quarter
    desk = sit_down(CLERK)
    last_day = Quarter.of(today()).last_day
    body_id = add_body()
    for place in (1, 2):
        entry = changed(
            another(parking_measures(body_id), place),
            drafting_unit="云溪县交通运输局",
            adopted_date=date(2021, 5, 1),
            published_date=date(2021, 5, 1),
            effective_date=date(2021, 5, 1),
            validity_term=ValidityTerm(ValidityTermKind.UNTIL_DATE, 0, last_day),
        )
        register_historic_document(order(), entry)
    # Then the clerk's desk names the unit once, and leads to the batch
    page = shown(qtbot, desk)
    assert "待提醒有效期届满，1 件" in titles(page)
    page.lists[0].rows[0].click()
    assert heard.routes == [Route("letter_batch", None, (("kind", "expiry_reminder"),))]


def test_a_reviewer_is_not_asked_to_remind(qtbot: QtBot, sit_down: SitDown) -> None:
    page = shown(qtbot, sit_down(REVIEWER))
    assert not any("有效期届满" in title for title in titles(page))
