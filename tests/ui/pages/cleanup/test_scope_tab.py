"""The scope is counted while it is written, frozen once, and changed with a reason afterwards."""

import pytest
from pytestqt.qtbot import QtBot

from models.acts.cleanup_campaigns import open_campaign
from models.domain.cleanup_campaign import EntryOrigin
from models.domain.lifecycle import CampaignState
from models.domain.terms import ValidityStatus
from models.queries.cleanup import campaign, scope_ids
from models.queries.cleanup_entries import entries
from tests.models.cleanup_office import CAMPAIGN, documents
from tests.models.office import REVIEWER, TODAY, order
from tests.ui.pages.cleanup.conftest import HOUSING, TRANSPORT, settle
from tests.ui.pages.conftest import SitDown
from tests.ui.pages.finding import part_of
from ui.desk import Desk, Route
from ui.pages.cleanup.page import CleanupPage
from ui.pages.cleanup.scope_form import scope_words
from ui.widgets.confirm_dialog import ConfirmDialog
from ui.widgets.reason_dialog import ReasonDialog


@pytest.fixture
def campaign_id(desk: Desk) -> int:
    """Return a cleanup just opened, in a register of seven documents."""
    assert desk is not None
    documents(*[TRANSPORT] * 4, *[HOUSING] * 3)
    return open_campaign(order(), CAMPAIGN)


@pytest.fixture
def page(qtbot: QtBot, desk: Desk, campaign_id: int) -> CleanupPage:
    """Return its page."""
    shown = CleanupPage(desk)
    qtbot.addWidget(shown)
    shown.resize(1300, 760)
    shown.show()
    shown.open(Route("cleanup", campaign_id))
    settle(shown)
    return shown


def narrow(page: CleanupPage, qtbot: QtBot, unit: str) -> None:
    """Write a unit into the filter and wait for the count."""
    with qtbot.waitSignal(page.view_model.scope_counted):
        page.scope.form.lines["unit_names"].setText(unit)


def found(page: CleanupPage) -> int:
    """Return how many documents the register has for the filter as it is written."""
    return len(scope_ids(page.scope.form.scope(), TODAY))


def freeze(page: CleanupPage) -> None:
    """Freeze the scope as it is written."""
    page.scope.freeze.click()
    part_of(page, ConfirmDialog).proceed.click()
    settle(page)


def add(page: CleanupPage, number: str, reason: str) -> None:
    """Add a document by its number."""
    page.scope.add.click()
    dialog = page.scope.addition
    assert dialog is not None
    dialog.number.setText(number)
    dialog.reason.setText(reason)
    dialog.proceed.click()
    settle(page)


def test_a_new_cleanup_opens_at_its_scope_and_counts_the_documents_in_force(
    page: CleanupPage,
) -> None:
    assert page.tabs.currentWidget() is page.scope
    assert 0 < found(page) <= 7
    assert page.scope.count.text() == f"符合条件 {found(page)} 件"


def test_the_count_follows_what_is_written(page: CleanupPage, qtbot: QtBot) -> None:
    narrow(page, qtbot, HOUSING)
    assert 0 < found(page) <= 3
    assert page.scope.count.text() == f"符合条件 {found(page)} 件"


def test_a_scope_that_finds_nothing_cannot_be_frozen(page: CleanupPage, qtbot: QtBot) -> None:
    narrow(page, qtbot, "县没有的局")
    assert not page.scope.freeze.isEnabled()


def test_frozen_the_scope_is_a_list_and_leads_on_to_the_sheets(
    page: CleanupPage, qtbot: QtBot, campaign_id: int
) -> None:
    narrow(page, qtbot, HOUSING)
    freeze(page)

    assert campaign(campaign_id).row.state is CampaignState.SCOPE_FROZEN
    assert page.scope.records.rowCount() == found(page)
    assert HOUSING in page.scope.scope.text()


def test_a_document_is_added_by_its_number_and_its_reason_is_shown(
    page: CleanupPage, qtbot: QtBot, campaign_id: int
) -> None:
    narrow(page, qtbot, HOUSING)
    freeze(page)
    add(page, "云政发〔2026〕101号", "住建局参与实施")

    added = [row for row in entries(campaign_id, TODAY) if row.origin is EntryOrigin.ADDED]
    assert [row.added_reason for row in added] == ["住建局参与实施"]
    assert page.scope.addition is None


def test_a_number_the_register_does_not_have_keeps_the_question_open(
    page: CleanupPage, qtbot: QtBot
) -> None:
    narrow(page, qtbot, HOUSING)
    freeze(page)
    add(page, "云政发〔1999〕1号", "住建局参与实施")

    assert page.scope.addition is not None


def test_a_document_taken_out_stays_in_sight_with_its_reason(
    page: CleanupPage, campaign_id: int
) -> None:
    freeze(page)
    page.scope.table.selectRow(0)
    page.scope.remove.click()
    dialog = part_of(page, ReasonDialog)
    dialog.reason.setText("由省里统一清理")
    dialog.proceed.click()
    settle(page)

    assert len(entries(campaign_id, TODAY)) == found(page) - 1
    assert page.scope.records.rowCount() == found(page)
    last = page.scope.records.row_at(found(page) - 1)
    assert last is not None
    assert last.removed_reason == "由省里统一清理"


def test_who_may_not_freeze_is_not_offered_it(
    qtbot: QtBot, sit_down: SitDown, campaign_id: int
) -> None:
    page = CleanupPage(sit_down(REVIEWER))
    qtbot.addWidget(page)
    page.show()
    page.open(Route("cleanup", campaign_id))
    settle(page)

    assert not page.scope.freeze.isVisible()


def test_a_scope_is_told_in_words(page: CleanupPage, qtbot: QtBot) -> None:
    narrow(page, qtbot, f"{HOUSING}、{TRANSPORT}")
    page.scope.form.days["issued_from"].line.setText("2020-1-1")
    words = scope_words(page.scope.form.scope())

    assert f"实施单位{HOUSING}、{TRANSPORT}" in words
    assert "2020-01-01 起印发" in words
    assert page.scope.form.scope().statuses == (
        ValidityStatus.EFFECTIVE,
        ValidityStatus.NOT_YET_EFFECTIVE,
        ValidityStatus.AMENDED,
    )
