"""A ledger comes into the register in the window: understood, tried, taken in, taken back."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from models.domain.imports import ImportState
from models.domain.terms import DocumentClass
from models.queries.document_page import document_page
from models.queries.documents import DocumentFilter, DocumentOrder, document_ids
from models.queries.imports import import_runs
from models.queries.office import today
from review.errors import BrokenFileError
from review.ledgers.columns import LedgerField
from review.ledgers.issuers import BodyChoice
from review.ledgers.problems import Verdict
from review.ledgers.reader import read_here
from tests.models.office import REVIEWER, add_body
from tests.review.ledgers.books import write_book, write_sheets
from tests.ui.pages.conftest import Heard, SitDown
from ui.desk import Desk, Route
from ui.pages.document.facts import document_facts
from ui.pages.ledger_import.bodies import _NEW
from ui.pages.ledger_import.page import LedgerImportPage

LINES = (
    ("云溪县规范性文件台账", "", "", "", "", ""),
    ("序号", "文件名称", "文 号", "制定机关", "发文日期", "备注"),
    (1, "云溪县停车管理办法", "云政发[2019]3号", "县政府", "2019.3.5", "原件在档案馆"),
    (2, "云溪县河道管理规定", "未编号", "县政府", "2019年4月9日", ""),
    (3, "云溪县集市管理办法", "云商发〔2018〕5号", "县商务局", "2018-05-06", ""),
)
OpenLedger = Callable[[Path], LedgerImportPage]


@pytest.fixture
def ledger(tmp_path: Path) -> Path:
    """Return a ledger with a title, a bad number and a body that nobody knows."""
    return write_book(tmp_path / "台账.xlsx", LINES)


@pytest.fixture
def page(qtbot: QtBot, desk: Desk) -> LedgerImportPage:
    """Return the page at the clerk's desk."""
    add_body()
    page = LedgerImportPage(desk)
    qtbot.addWidget(page)
    return page


def understand(qtbot: QtBot, page: LedgerImportPage, path: Path) -> None:
    """Open a ledger and wait until it is understood."""
    with qtbot.waitSignal(page.view_model.understood):
        page.open(Route("ledger_import", extra=(("path", str(path)),)))


def try_it(qtbot: QtBot, page: LedgerImportPage) -> None:
    """Press the button of the dry run and wait for it."""
    with qtbot.waitSignal(page.view_model.tried):
        page.try_button.click()


def documents() -> list[int]:
    """Return the documents of the register."""
    return document_ids(DocumentFilter(), DocumentOrder.TITLE, today())


def test_a_ledger_is_shown_with_what_each_column_is(
    qtbot: QtBot, page: LedgerImportPage, ledger: Path
) -> None:
    understand(qtbot, page, ledger)
    assert [box.value() for box in page.columns.boxes.values()] == [
        LedgerField.SEQUENCE,
        LedgerField.TITLE,
        LedgerField.DOCUMENT_NUMBER,
        LedgerField.ISSUING_BODY,
        LedgerField.ADOPTED_DATE,
        LedgerField.REMARK,
    ]
    assert not page.import_button.isVisibleTo(page)


def test_the_dry_run_changes_nothing_and_says_what_is_wrong_with_each_row(
    qtbot: QtBot, page: LedgerImportPage, ledger: Path
) -> None:
    understand(qtbot, page, ledger)
    try_it(qtbot, page)
    assert page.view_model.counts[Verdict.ERROR] == 2
    assert page.import_button.text() == "导入 1 份…"
    assert documents() == []
    # And the row that is chosen tells how to mend it
    qtbot.waitUntil(lambda: page.result.rows.rowCount() == 3)
    page.result.chips.chips["verdict"].choose("error")
    qtbot.waitUntil(lambda: page.result.rows.rowCount() == 2)
    page.result.table.go_to(1)
    assert "清空" in page.result.detail._problems.text()


def test_a_change_of_a_column_or_a_name_asks_for_another_dry_run(
    qtbot: QtBot, page: LedgerImportPage, ledger: Path
) -> None:
    # Given a ledger that was tried
    understand(qtbot, page, ledger)
    try_it(qtbot, page)
    # When the clerk says what the number column is, and enters the body that was unknown
    box = page.columns.boxes[2]
    box.show_value(None)
    box.activated.emit(box.currentIndex())
    assert page.try_button.isVisibleTo(page)
    name = page.bodies.boxes["县商务局"]
    name.show_value(_NEW)
    name.activated.emit(name.currentIndex())
    try_it(qtbot, page)
    # Then the rows are judged anew
    assert page.view_model.ready_count == 3


def test_what_was_confirmed_is_imported_as_one_and_taken_back_as_one(
    qtbot: QtBot, page: LedgerImportPage, ledger: Path, heard: Heard
) -> None:
    # Given a ledger of which every name is known
    understand(qtbot, page, ledger)
    page.bodies.create_all.click()
    try_it(qtbot, page)
    # When it is imported
    with qtbot.waitSignal(page.view_model.imported):
        page.view_model.import_it()
    # Then the documents are there and the list of imports says so
    assert len(documents()) == 2
    assert heard.done[-1].text == "已导入 2 份文件"
    qtbot.waitUntil(lambda: bool(page.start.reversals))
    # When it is taken back
    page.start.reversal_wanted.emit(1, "栏目选错")
    qtbot.waitUntil(lambda: not page.start.reversals)
    # Then nothing of it is left
    assert documents() == []
    assert import_runs()[0].state is ImportState.REVERSED


def test_an_import_that_is_cancelled_leaves_nothing(
    qtbot: QtBot, page: LedgerImportPage, tmp_path: Path
) -> None:
    # Given a ledger of many rows
    lines = [
        ("文件名称", "文号"),
        *[(f"第{n}号管理办法", f"云政发〔2019〕{n}号") for n in range(1, 3000)],
    ]
    understand(qtbot, page, write_book(tmp_path / "长.xlsx", lines))
    try_it(qtbot, page)
    # When its import is stopped at the first word of progress
    page.view_model.work_progressed.connect(page.strip.stop.click)
    with qtbot.waitSignal(page.view_model.runs_read):
        page.view_model.import_it()
    # Then nothing is there
    qtbot.waitUntil(page.desk.runner.is_idle)
    assert documents() == []


def test_the_problems_are_saved_as_a_workbook(
    qtbot: QtBot,
    page: LedgerImportPage,
    ledger: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    heard: Heard,
) -> None:
    understand(qtbot, page, ledger)
    try_it(qtbot, page)
    target = tmp_path / "问题.xlsx"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(target), ""))
    page.save_problems.click()
    qtbot.waitUntil(lambda: bool(heard.done))
    assert len(read_here(target).sheets[0].rows) == 3


def test_another_table_of_the_file_is_chosen(
    qtbot: QtBot, page: LedgerImportPage, tmp_path: Path
) -> None:
    other = (("文件名称", "文号", "页数"), ("甲办法", "云政发〔2019〕7号", 3))
    understand(qtbot, page, write_sheets(tmp_path / "两表.xlsx", {"台账": LINES, "新表": other}))
    page.columns.sheets.setCurrentIndex(1)
    with qtbot.waitSignal(page.view_model.understood):
        page.columns.sheets.activated.emit(1)
    assert [box.value() for box in page.columns.boxes.values()] == [
        LedgerField.TITLE,
        LedgerField.DOCUMENT_NUMBER,
        None,
    ]


def test_a_ledger_of_a_known_shape_is_understood_as_last_time(
    qtbot: QtBot, page: LedgerImportPage, ledger: Path
) -> None:
    # Given an import in which the clerk has changed a column
    understand(qtbot, page, ledger)
    page.view_model.set_column(4, LedgerField.PUBLISHED_DATE)
    page.view_model.set_body("县商务局", BodyChoice(1))
    try_it(qtbot, page)
    with qtbot.waitSignal(page.view_model.imported):
        page.view_model.import_it()
    # When a ledger with the same columns is opened
    understand(qtbot, page, ledger)
    # Then column and name are as they were
    assert page.columns.boxes[4].value() is LedgerField.PUBLISHED_DATE
    assert page.bodies.boxes["县商务局"].value() == 1


def test_values_that_stand_in_for_missing_ones_are_chosen_on_the_page(
    qtbot: QtBot, page: LedgerImportPage, ledger: Path
) -> None:
    understand(qtbot, page, ledger)
    page.columns.effect.show_value(LedgerField.ADOPTED_DATE)
    page.columns.effect.activated.emit(1)
    page.columns.ended_date.line.setText("2024-01-01")
    page.columns.issuer.show_value(1)
    page.columns.doubles.click()
    understanding = page.view_model.understanding
    assert understanding.effective_field is LedgerField.ADOPTED_DATE
    assert understanding.ended_date is not None
    assert (understanding.issuer_id, understanding.takes_doubles) == (1, True)


def test_a_file_that_is_no_table_is_refused_on_the_page(
    qtbot: QtBot, page: LedgerImportPage, tmp_path: Path
) -> None:
    (tmp_path / "坏.xlsx").write_bytes(b"PK\x03\x04" + b"\0" * 500)
    with qtbot.waitSignal(page.view_model.refused) as refusal:
        page.open(Route("ledger_import", extra=(("path", str(tmp_path / "坏.xlsx")),)))
    assert isinstance(refusal.args[0], BrokenFileError)
    assert page.errors.isVisibleTo(page)


def test_who_may_not_import_only_sees_what_was_imported(
    qtbot: QtBot, sit_down: SitDown, ledger: Path
) -> None:
    page = LedgerImportPage(sit_down(REVIEWER))
    qtbot.addWidget(page)
    page.open(Route("ledger_import", extra=(("path", str(ledger)),)))
    assert page.view_model.path is None
    assert not page.start.choose.isEnabled()


def test_the_class_of_a_new_body_stands_in_the_register_afterwards(
    qtbot: QtBot, page: LedgerImportPage, ledger: Path
) -> None:
    understand(qtbot, page, ledger)
    page.bodies.create_all.click()
    choice = page.view_model.understanding.bodies["县商务局"]
    assert choice.new_body is not None
    assert choice.new_body.body_class is DocumentClass.DEPARTMENT


def test_the_page_of_a_document_says_from_which_row_it_came(
    qtbot: QtBot, page: LedgerImportPage, ledger: Path
) -> None:
    understand(qtbot, page, ledger)
    try_it(qtbot, page)
    with qtbot.waitSignal(page.view_model.imported):
        page.view_model.import_it()
    (document_id,) = documents()
    found = document_page(document_id, page.desk.profile, today())
    told = {fact.title: fact.value for fact in document_facts(found, page.desk.profile)}
    assert told["来自台账"] == "台账.xlsx　台账 第 3 行"
    assert told["导入附注"] == "备注：原件在档案馆"
