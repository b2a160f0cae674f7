"""Sheets go out into a folder, and what is dropped on the page comes back as opinions."""

from pathlib import Path

import pytest

from models.domain.lifecycle import CampaignState
from models.queries.cleanup import campaign, progress_by_unit
from review.ledgers.reader import read_here
from tests.review.cleanup.sheets import Lines, fill, saved
from tests.ui.pages.cleanup.conftest import HOUSING, TRANSPORT, WATER, close, recorded, settle
from tests.ui.pages.conftest import Heard
from tests.ui.pages.dropping import drop_on
from ui.pages.cleanup.page import CleanupPage


@pytest.fixture
def out(page: CleanupPage, tmp_path: Path) -> Path:
    """Return the folder into which all sheets were written."""
    page.tabs.setCurrentWidget(page.sheets)
    page.sheets.hand_over.click()
    dialog = page.sheets.dialog
    assert dialog is not None
    dialog.folder.setText(str(tmp_path / "out"))
    dialog.proceed.click()
    settle(page)
    return tmp_path / "out"


def lines_from(folder: Path, unit: str) -> Lines:
    """Return the rows of the workbook that went to a unit."""
    file = read_here(folder / f"清理意见表 {unit}.xlsx")
    return [list(row) for row in file.sheets[0].rows]


def answered(page: CleanupPage, out: Path, unit: str, folder: Path, choice: str) -> Path:
    """Return the file in which a unit answers alike for all its documents."""
    folder.mkdir(exist_ok=True)
    lines = lines_from(out, unit)
    for row in recorded(page):
        if row.unit_name == unit:
            fill(lines, row.title, 清理意见=choice)
    return saved(lines, folder / f"{unit}.xlsx")


def test_every_unit_s_sheet_is_written_and_the_handing_over_is_recorded(
    page: CleanupPage, out: Path, heard: Heard
) -> None:
    assert len(list(out.iterdir())) == 6
    assert campaign(page.view_model.campaign_id).row.state is CampaignState.DISTRIBUTED
    assert page.sheets.dialog is None
    assert heard.done[-1].text.startswith("已发放 3 个单位的意见表")


def test_only_the_units_selected_get_their_sheets(page: CleanupPage, tmp_path: Path) -> None:
    page.tabs.setCurrentWidget(page.sheets)
    page.sheets.table.selectRow(1)
    page.sheets.hand_over.click()
    dialog = page.sheets.dialog
    assert dialog is not None
    dialog.folder.setText(str(tmp_path / "one"))
    dialog.proceed.click()
    settle(page)

    sent = [one.sent_date is not None for one in progress_by_unit(page.view_model.campaign_id)]
    assert sent == [False, True, False]


def test_replies_dropped_as_a_folder_become_opinions_and_the_rest_is_told(
    page: CleanupPage, out: Path, tmp_path: Path
) -> None:
    # Given two replies and a broken file in a folder
    back = tmp_path / "back"
    answered(page, out, TRANSPORT, back, "继续有效")
    answered(page, out, WATER, back, "修改")
    (back / "坏文件.xlsx").write_bytes(b"PK\x03\x04 broken")

    # When the folder is dropped on the page
    drop_on(page, [back])
    settle(page)

    # Then what counts is recorded, and every other thing has its card
    opinions = [row.unit_name for row in recorded(page) if row.opinion]
    assert opinions == [TRANSPORT] * 5
    titles = [card.accessibleName() for card in page.sheets.report.cards]
    assert titles == [
        "收下 1 份意见表，记录意见 5 条",
        "读不出的文件",
        "要核对的",
        "还没有交回的单位",
    ]


def test_when_all_units_have_answered_the_opinions_are_in(
    page: CleanupPage, out: Path, tmp_path: Path
) -> None:
    back = tmp_path / "back"
    files = [answered(page, out, unit, back, "继续有效") for unit in (TRANSPORT, WATER, HOUSING)]
    drop_on(page, files)
    settle(page)

    assert campaign(page.view_model.campaign_id).row.state is CampaignState.OPINIONS_IN
    assert all(row.opinion for row in recorded(page))


def test_what_is_dropped_on_a_cleanup_that_takes_no_opinions_is_left_alone(
    page: CleanupPage, out: Path, tmp_path: Path
) -> None:
    file = answered(page, out, WATER, tmp_path / "back", "继续有效")
    close(page)
    page.refresh()
    settle(page)

    drop_on(page, [file])
    settle(page)

    assert not any(row.opinion for row in recorded(page))
