"""The result of a cleanup on its page: blocked, made right, issued, applied, followed."""

from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QFileDialog
from pytestqt.qtbot import QtBot

from models.acts.cleanup_campaigns import advance_campaign
from models.acts.cleanup_decisions import decide_entries
from models.domain.cleanup_campaign import DecisionEntry
from models.domain.lifecycle import CampaignState
from models.domain.terms import ValidityStatus
from models.queries.cleanup import campaign
from models.queries.cleanup_letters import decision_letter
from models.queries.cleanup_results import result_of
from models.queries.documents import document_rows
from tests.models.cleanup_office import AMEND, KEEP, LAPSE, REPEAL
from tests.models.office import HEAD, TODAY, order
from tests.ui.pages.cleanup.conftest import recorded, settle
from tests.ui.pages.conftest import Heard, SitDown
from ui.desk import Route
from ui.pages.cleanup.apply_dialog import ApplyDialog
from ui.pages.cleanup.decision_dialog import DecisionDialog
from ui.pages.cleanup.page import CleanupPage
from ui.widgets.buttons import Button
from ui.widgets.card import Card
from ui.widgets.reason_dialog import ReasonDialog


@pytest.fixture
def page(qtbot: QtBot, sit_down: SitDown, campaign_id: int) -> CleanupPage:
    """Return the page as the head of the office sees it, at the result."""
    shown = CleanupPage(sit_down(HEAD))
    qtbot.addWidget(shown)
    shown.resize(1300, 760)
    shown.show()
    shown.open(Route("cleanup", campaign_id, (("tab", "result"),)))
    settle(shown)
    return shown


def decide(page: CleanupPage, *decisions: DecisionEntry, rest: DecisionEntry = KEEP) -> None:
    """Decide the first documents one by one and the rest alike, and begin the review."""
    ids = [row.id for row in recorded(page)]
    campaign_id = page.view_model.campaign_id
    for entry_id, decision in zip(ids, decisions, strict=False):
        decide_entries(order(HEAD), campaign_id, (entry_id,), decision)
    left = tuple(ids[len(decisions) :])
    if left:
        decide_entries(order(HEAD), campaign_id, left, rest)
    advance_campaign(order(HEAD), campaign_id, CampaignState.OFFICE_REVIEW)
    page.refresh()
    settle(page)


def card(page: CleanupPage) -> Card:
    """Return the card that says what is the matter."""
    return page.result.parts.findChildren(Card)[-1]


def answer_reason(page: CleanupPage, words: str) -> None:
    """Write a reason in the dialog that is open, and go ahead."""
    dialog = page.result.findChildren(ReasonDialog)[-1]
    dialog.reason.setText(words)
    dialog.proceed.click()
    settle(page)


def issue(page: CleanupPage) -> None:
    """Look at the decision, tick what is to be looked at, and issue it."""
    page.result.parts.paper.click()
    settle(page)
    dialog = page.result.dialog
    assert isinstance(dialog, DecisionDialog)
    for tick in dialog.findings.findChildren(QCheckBox):
        tick.setChecked(True)
    assert dialog.proceed.isEnabled()
    dialog.proceed.click()
    settle(page)


def apply(page: CleanupPage) -> ApplyDialog:
    """Ask to apply the result, and return the dialog."""
    page.result.parts.apply.click()
    dialog = page.result.dialog
    assert isinstance(dialog, ApplyDialog)
    return dialog


def test_what_is_not_decided_blocks_the_result_and_leads_to_its_document(
    page: CleanupPage,
) -> None:
    assert page.result.parts.sum.text() == "目录 12 件 = 还没有审核 12"
    assert not page.result.parts.decide.isVisible()
    assert not page.result.parts.apply.isVisible()

    lines = card(page).findChildren(Button)
    lines[2].click()

    assert page.tabs.currentWidget() is page.work
    assert page.work.table.current_id() == recorded(page)[2].id


def test_a_document_without_its_basis_blocks_until_it_is_written(page: CleanupPage) -> None:
    decide(page, DecisionEntry(outcome=REPEAL.outcome))
    parts = page.result.parts
    assert not parts.apply.isEnabled()
    assert "没有写理由" in card(page).findChildren(Button)[0].text()

    decide_entries(order(HEAD), page.view_model.campaign_id, (recorded(page)[0].id,), REPEAL)
    page.refresh()
    settle(page)

    assert parts.sum.text() == "目录 12 件 = 继续有效 11 + 废止 1"
    assert parts.apply.isEnabled()
    assert parts.decide.isEnabled()


def test_the_office_s_own_decision_is_issued_and_the_result_follows_it(
    page: CleanupPage, heard: Heard
) -> None:
    decide(page, REPEAL, LAPSE, AMEND)
    page.result.parts.form.effect.show_value(date(2026, 4, 1))

    issue(page)

    letter = decision_letter(page.view_model.campaign_id)
    assert letter is not None
    assert letter.terms.effect_date == date(2026, 4, 1)
    assert page.result.dialog is None
    assert not page.result.parts.form.form.isEnabled()
    dialog = apply(page)
    assert dialog.number.text() == letter.letter_number
    dialog.published.show_value(TODAY)
    dialog.proceed.click()
    settle(page)

    result = result_of(page.view_model.campaign_id)
    assert result is not None
    assert result.letter_id == letter.id
    assert campaign(page.view_model.campaign_id).row.state is CampaignState.APPLIED
    assert heard.done[-1].text.startswith("清理结果已落实到登记簿")
    page.result.parts.letter.click()
    assert heard.routes[-1] == Route("letter", letter.id)


def test_after_it_the_documents_stand_as_decided_and_the_counts_tell_it(
    page: CleanupPage,
) -> None:
    decide(page, REPEAL, LAPSE, AMEND)
    ids = [row.document_id for row in recorded(page)]
    dialog = apply(page)
    dialog.decided.show_value(TODAY)
    dialog.published.show_value(TODAY)
    dialog.proceed.click()
    settle(page)

    now = [row.validity for row in document_rows(ids[:4], TODAY)]
    assert now == [
        ValidityStatus.REPEALED,
        ValidityStatus.LAPSED,
        ValidityStatus.EFFECTIVE,
        ValidityStatus.EFFECTIVE,
    ]
    shown = page.result.model.shown
    assert shown is not None
    changes = {one.status: (one.before, one.after) for one in shown.changes}
    assert changes == {
        ValidityStatus.EFFECTIVE: (12, 10),
        ValidityStatus.REPEALED: (0, 1),
        ValidityStatus.LAPSED: (0, 1),
    }
    page.tabs.setCurrentWidget(page.later)
    settle(page)
    assert page.later.summary.text() == "决定修改 1 件，还没有完成 1 件"


def test_days_that_are_missing_are_said_beside_their_fields(page: CleanupPage) -> None:
    decide(page)
    dialog = apply(page)
    dialog.proceed.click()
    settle(page)

    assert page.result.dialog is dialog
    assert result_of(page.view_model.campaign_id) is None


def test_a_decision_of_the_government_is_a_draft_to_be_saved_and_not_issued(
    page: CleanupPage, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    decide(page, REPEAL)
    page.result.parts.form.body.setText("云溪县人民政府")
    page.result.parts.paper.click()
    settle(page)
    dialog = page.result.dialog
    assert isinstance(dialog, DecisionDialog)
    assert not dialog.proceed.isVisible()

    target = tmp_path / "决定稿.docx"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_args: (str(target), ""))
    dialog.preview.word_button.click()
    settle(page)
    assert target.read_bytes().startswith(b"PK")

    dialog.cancel.click()
    page.result.parts.decide.click()
    answer_reason(page, "3月10日县政府常务会议通过")
    assert campaign(page.view_model.campaign_id).row.state is CampaignState.DECIDED
    assert not page.result.parts.decide.isVisible()


def test_what_is_not_listed_is_shown_and_blocks_until_somebody_has_looked_at_it(
    page: CleanupPage,
) -> None:
    removed = recorded(page)[0].document_id
    page.view_model.remove(removed, "另案处理")
    settle(page)
    decide(page)
    parts = page.result.parts
    assert not parts.affected.view.isVisible()
    parts.form.unlisted.setChecked(True)
    page.result._pause.timeout.emit()
    settle(page)

    assert parts.affected.view.isVisible()
    assert "1 件还没有核对" in parts.touched.text()
    assert not parts.apply.isEnabled()
    parts.acknowledge.click()
    answer_reason(page, "不再执行，一并失效")

    assert parts.touched.text().endswith("都已核对。")
    assert parts.apply.isEnabled()


def test_what_the_result_touches_can_be_taken_into_the_list(page: CleanupPage) -> None:
    removed = recorded(page)[0].document_id
    page.view_model.remove(removed, "另案处理")
    settle(page)
    decide(page)
    parts = page.result.parts
    parts.form.unlisted.setChecked(True)
    page.result._pause.timeout.emit()
    settle(page)
    parts.affected.view.selectRow(0)
    parts.take_in.click()
    answer_reason(page, "还要执行")

    assert len(recorded(page)) == 12
    assert parts.sum.text() == "目录 12 件 = 继续有效 11 + 还没有审核 1"


def test_every_step_of_the_result_is_reached_by_the_keyboard(page: CleanupPage) -> None:
    decide(page, REPEAL)
    parts = page.result.parts
    for button in (parts.paper, parts.decide, parts.apply):
        assert button.focusPolicy() & Qt.FocusPolicy.TabFocus


def test_a_stage_is_entered_with_a_note(page: CleanupPage) -> None:
    decide(page)
    page._ask_to_advance(CampaignState.DELIBERATED)
    dialog = page.advancing
    assert dialog is not None
    dialog.note.setText("3月16日局务会议审议")
    dialog.proceed.click()
    settle(page)

    assert page.advancing is None
    steps = campaign(page.view_model.campaign_id).steps
    assert (steps[-1].state, steps[-1].note) == (CampaignState.DELIBERATED, "3月16日局务会议审议")
