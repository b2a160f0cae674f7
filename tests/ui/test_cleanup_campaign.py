"""A whole cleanup in the real window: scope, sheets out and in, decisions, result, look-back."""

from collections.abc import Iterator
from pathlib import Path

import pytest
import time_machine
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QCheckBox
from pytestqt.qtbot import QtBot

from models.domain.lifecycle import CampaignState
from models.domain.terms import ValidityStatus
from models.queries.cleanup import campaign, campaigns, progress_by_unit
from models.queries.cleanup_entries import EntryRow, entries
from models.queries.documents import DocumentFilter, DocumentOrder, document_ids, document_rows
from models.queries.office import office, people, profile
from models.register import Register, create_register
from review.ledgers.reader import read_here
from tests.models.cleanup_office import documents
from tests.models.office import FOUNDING, HEAD, NOON, TODAY, staff_the_office
from tests.review.cleanup.sheets import fill, saved
from tests.ui.pages.dropping import drop_on
from ui.desk import Route
from ui.pages.cleanup.apply_dialog import ApplyDialog
from ui.pages.cleanup.decision_dialog import DecisionDialog
from ui.pages.cleanup.page import CleanupPage
from ui.pages.cleanups.form import CleanupForm
from ui.pages.cleanups.page import CleanupsPage
from ui.remembered import Remembered
from ui.tasks.runner import Runner
from ui.widgets.confirm_dialog import ConfirmDialog
from ui.widgets.theme import Scheme, Theme
from ui.window import Window
from ui.workplace import Staff, Workplace

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")

TRANSPORT, WATER, HOUSING = "县交通运输局", "县水利局", "县住房和城乡建设局"


@pytest.fixture(autouse=True)
def spring() -> Iterator[None]:
    """Let it be the sixteenth of March 2026."""
    with time_machine.travel(NOON):
        yield


@pytest.fixture
def register(tmp_path: Path) -> Iterator[Register]:
    """Return the register of 云溪县 with twelve documents of three units."""
    opened = create_register(tmp_path / "register", FOUNDING)
    staff_the_office()
    documents(*[TRANSPORT] * 5, *[WATER] * 4, *[HOUSING] * 3)
    yield opened
    opened.close()


@pytest.fixture
def window(
    qtbot: QtBot, register: Register, runner: Runner, theme: Theme, tmp_path: Path
) -> Iterator[Window]:
    """Return the real window with the head of the office at the desk."""
    theme.show(Scheme.LIGHT, 100)

    def read_staff() -> Staff:
        return Staff(office(), profile(), people())

    staff = read_staff()
    remembered = Remembered(tmp_path / "window.ini")
    workplace = Workplace(register, runner, staff, theme, remembered, read_staff, lambda _: {})
    head = next(person for person in staff.people if person.login == HEAD)
    shown = Window(workplace, head)
    qtbot.addWidget(shown)
    shown.resize(1300, 760)
    shown.show()
    yield shown
    qtbot.waitUntil(runner.is_idle, timeout=20_000)


def settle(window: Window) -> None:
    """Wait until everything asked of the register was answered, and what that asked in turn."""
    for _ in range(5):
        assert window.pages.page.desk.runner.wait_until_idle(60_000)


def cleanup_page(window: Window) -> CleanupPage:
    """Return the page of the cleanup."""
    page = window.pages.page
    assert isinstance(page, CleanupPage)
    return page


def begun(window: Window) -> CleanupPage:
    """Begin a cleanup on the list, freeze the scope of everything in force, return its page."""
    window.navigate(Route("cleanups"))
    settle(window)
    listing = window.pages.page
    assert isinstance(listing, CleanupsPage)
    listing.begin.click()
    dialog = listing.dialog
    assert dialog is not None
    form = dialog.findChild(CleanupForm)
    assert form is not None
    form.mandate.setText("县政府2026年立法工作安排")
    dialog.proceed.click()
    settle(window)
    page = cleanup_page(window)
    page.scope._ask_count()
    settle(window)
    page.scope.freeze.click()
    page.findChildren(ConfirmDialog)[-1].proceed.click()
    settle(window)
    return page


def sheets_out(window: Window, page: CleanupPage, out: Path) -> None:
    """Write the sheets of all units into a folder."""
    page.tabs.setCurrentWidget(page.sheets)
    page.sheets.hand_over.click()
    dialog = page.sheets.dialog
    assert dialog is not None
    dialog.folder.setText(str(out))
    dialog.proceed.click()
    settle(window)


def answer(out: Path, back: Path, unit: str, **answers: str) -> None:
    """Fill the workbook of a unit alike in every row, as the unit would."""
    file = read_here(out / f"清理意见表 {unit}.xlsx")
    lines = [list(row) for row in file.sheets[0].rows]
    for row in rows(campaigns()[0].id):
        if row.unit_name == unit:
            fill(lines, row.title, **answers)
    saved(lines, back / f"{unit}.xlsx")


def rows(campaign_id: int) -> tuple[EntryRow, ...]:
    """Return the documents of the cleanup as the register has them."""
    return entries(campaign_id, TODAY)


def in_force() -> set[int]:
    """Return what the catalogue of today holds."""
    ids = document_ids(DocumentFilter(), DocumentOrder.PUBLISHED_DATE, today=TODAY)
    return {row.id for row in document_rows(ids, TODAY) if row.validity.is_in_force}


def advance(window: Window, page: CleanupPage, state: CampaignState) -> None:
    """Take the cleanup to a stage."""
    page._ask_to_advance(state)
    assert page.advancing is not None
    page.advancing.proceed.click()
    settle(window)


def press(window: Window, page: CleanupPage, *keys: Qt.Key) -> None:
    """Press keys in the table of the documents."""
    # A desktop gives the window back its keys when a dialog closes; without a screen nobody does.
    window.activateWindow()
    assert QTest.qWaitForWindowActive(window)
    page.work.table.setFocus()
    for key in keys:
        QTest.keyClick(page.work.table, key)
    settle(window)


def bring_back(window: Window, page: CleanupPage, back: Path) -> list[str]:
    """Drop the folder with the replies, and return the titles of what the page tells."""
    drop_on(page, [back])
    settle(window)
    return [card.accessibleName() for card in page.sheets.report.cards]


def stand_on(window: Window, page: CleanupPage, entry_id: int) -> None:
    """Follow a finding of the result to its document."""
    page.result.entry_wanted.emit(entry_id)
    settle(window)
    assert page.work.table.current_id() == entry_id


def look_at_result(window: Window, page: CleanupPage) -> str:
    """Show the result, and return its sum."""
    page.tabs.setCurrentWidget(page.result)
    settle(window)
    return page.result.parts.sum.text()


def issue(window: Window, page: CleanupPage) -> None:
    """Look at the decision, tick what is to be looked at, and issue it."""
    page.result.parts.paper.click()
    settle(window)
    paper = page.result.dialog
    assert isinstance(paper, DecisionDialog)
    for tick in paper.findings.findChildren(QCheckBox):
        tick.setChecked(True)
    paper.proceed.click()
    settle(window)


def apply(window: Window, page: CleanupPage) -> None:
    """Apply the result, published today."""
    page.result.parts.apply.click()
    dialog = page.result.dialog
    assert isinstance(dialog, ApplyDialog)
    dialog.published.show_value(TODAY)
    dialog.proceed.click()
    settle(window)


@pytest.fixture
def page(window: Window) -> CleanupPage:
    """Return the page of a cleanup begun in the window."""
    return begun(window)


@pytest.fixture
def back(window: Window, page: CleanupPage, tmp_path: Path) -> Path:
    """Return the folder in which one unit answers and one file is broken; the third is silent."""
    out, back = tmp_path / "out", tmp_path / "back"
    sheets_out(window, page, out)
    back.mkdir()
    answer(out, back, TRANSPORT, 清理意见="继续有效")
    (back / f"{WATER}.xlsx").write_bytes(b"PK\x03\x04 broken")
    return back


def test_sheets_go_out_and_what_comes_back_is_told_file_by_file(
    window: Window, page: CleanupPage, back: Path, tmp_path: Path
) -> None:
    assert len(list((tmp_path / "out").iterdir())) == 6
    assert bring_back(window, page, back) == [
        "收下 1 份意见表，记录意见 5 条",
        "读不出的文件",
        "还没有交回的单位",
    ]

    # The broken file comes anew; what was taken before is not taken twice
    (back / f"{WATER}.xlsx").unlink()
    answer(tmp_path / "out", back, WATER, 清理意见="继续有效")
    assert bring_back(window, page, back)[:2] == [
        "收下 1 份意见表，记录意见 4 条",
        "以前已经收过，没有重复记录",
    ]
    units = progress_by_unit(page.view_model.campaign_id)
    assert [one.unit_name for one in units if not one.returned_date] == [HOUSING]


def test_a_result_is_blocked_made_right_issued_and_applied_and_the_catalogue_follows_it(
    window: Window, page: CleanupPage, back: Path
) -> None:
    # Given a cleanup decided by keys: one document against its unit, one not at all
    before, campaign_id, parts = in_force(), page.view_model.campaign_id, page.result.parts
    bring_back(window, page, back)
    advance(window, page, CampaignState.OFFICE_REVIEW)
    page.tabs.setCurrentWidget(page.work)
    page.work.table.selectRow(0)
    press(window, page, Qt.Key.Key_3, *[Qt.Key.Key_1] * 10)
    (conflict,) = [row for row in rows(campaign_id) if row.has_grave_conflict]
    assert look_at_result(window, page) == "目录 12 件 = 继续有效 10 + 废止 1 + 还没有审核 1"
    assert not parts.apply.isEnabled()

    # When what the findings name is made right
    stand_on(window, page, conflict.id)
    press(window, page, Qt.Key.Key_Return)
    assert page.work.dialog is not None
    page.work.dialog.basis.setText("与上位法不一致")
    page.work.dialog.proceed.click()
    stand_on(window, page, next(row.id for row in rows(campaign_id) if row.decision is None))
    press(window, page, Qt.Key.Key_1)
    assert look_at_result(window, page) == "目录 12 件 = 继续有效 11 + 废止 1"
    assert parts.apply.isEnabled()

    # Then its decision is issued and applied, and only what was decided has ended
    issue(window, page)
    assert campaign(campaign_id).row.state is CampaignState.DECIDED
    apply(window, page)
    assert campaign(campaign_id).row.state is CampaignState.APPLIED
    assert before - in_force() == {conflict.document_id}
    assert in_force() < before
    (ended,) = document_rows([conflict.document_id], TODAY)
    assert ended.validity is ValidityStatus.REPEALED
