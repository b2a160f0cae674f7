"""Documents of a cleanup are decided by keys alone, shown at once, and taken back in turn."""

import time
from collections.abc import Callable
from datetime import UTC, datetime

import pytest
import time_machine
from PySide6.QtCore import QEventLoop, Qt, QTimer
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from models.acts.cleanup_decisions import record_suggestions
from models.acts.cleanup_replies import record_unit_opinions
from models.domain.cleanup import CleanupOutcome, CleanupReason
from models.domain.cleanup_campaign import SuggestionEntry, SuggestionGround
from models.queries.cleanup_entries import decision_history
from tests.models.cleanup_office import documents, frozen, reply
from tests.models.office import order
from tests.ui.pages.cleanup.conftest import HOUSING, TRANSPORT, WATER, close, recorded, settle
from tests.ui.pages.conftest import Heard
from ui.desk import Desk, Route
from ui.pages.cleanup.entry_rows import CONFLICT, LACKING, UNDECIDED
from ui.pages.cleanup.page import CleanupPage

# What the window itself works for a key, painting included; a tenth of a second is felt.
_AT_ONCE_MS = 60


def press(page: CleanupPage, *keys: Qt.Key) -> None:
    """Press keys in the table."""
    page.work.table.setFocus()
    for key in keys:
        QTest.keyClick(page.work.table, key)


def serve_the_window() -> None:
    """Let the window paint and take answers, until it would wait for the next key."""
    loop = QEventLoop()
    QTimer.singleShot(0, loop.quit)
    loop.exec()


def outcomes(page: CleanupPage) -> list[CleanupOutcome | None]:
    """Return what the register has of every document, in the order of the list."""
    return [row.decision.outcome if row.decision else None for row in recorded(page)]


def hear(page: CleanupPage, choice: CleanupOutcome, count: int = 1) -> None:
    """Let the first unit propose one thing for its first documents."""
    rows = recorded(page)[:count]
    ids = [row.document_id for row in rows]
    opinions = reply(rows[0].unit_id, *ids, choice=choice)
    record_unit_opinions(order(), page.view_model.campaign_id, opinions)
    page.refresh()
    settle(page)
    page.work.table.selectRow(0)


def test_each_key_decides_the_document_stood_on_and_goes_on_to_the_next(page: CleanupPage) -> None:
    press(page, Qt.Key.Key_1, Qt.Key.Key_2, Qt.Key.Key_3, Qt.Key.Key_4, Qt.Key.Key_5)

    assert outcomes(page)[:6] == [*CleanupOutcome, None]
    assert page.work.table.currentIndex().row() == 5


def test_a_decision_is_shown_before_the_register_has_answered(page: CleanupPage) -> None:
    press(page, Qt.Key.Key_1)

    assert page.work.records.data(page.work.records.index(0, 5)) == "继续有效"


def test_undo_takes_the_last_key_back_and_stands_on_its_document(page: CleanupPage) -> None:
    press(page, Qt.Key.Key_1, Qt.Key.Key_3, Qt.Key.Key_1)
    page.offers["edit.undo"]()
    page.offers["edit.undo"]()

    assert outcomes(page)[:3] == [CleanupOutcome.KEEP, None, None]
    assert page.work.table.currentIndex().row() == 1


def test_undo_at_another_sitting_takes_back_what_was_recorded_last(
    page: CleanupPage, qtbot: QtBot, desk: Desk
) -> None:
    # Given decisions of another sitting
    press(page, Qt.Key.Key_1, Qt.Key.Key_1)
    settle(page)
    later = CleanupPage(desk)
    qtbot.addWidget(later)
    later.open(Route("cleanup", page.view_model.campaign_id, (("tab", "work"),)))
    settle(later)

    # When undo is asked for before anything was decided
    later.offers["edit.undo"]()

    # Then the last of them is taken back, and stays in the history
    assert outcomes(later)[:2] == [CleanupOutcome.KEEP, None]
    assert decision_history(recorded(later)[1].id)


def test_many_selected_documents_are_decided_and_taken_back_together(page: CleanupPage) -> None:
    page.work.table.selectAll()
    press(page, Qt.Key.Key_1)
    assert set(outcomes(page)) == {CleanupOutcome.KEEP}

    page.offers["edit.undo"]()
    assert set(outcomes(page)) == {None}


def test_a_key_takes_over_what_the_unit_said_for_the_same_outcome(page: CleanupPage) -> None:
    hear(page, CleanupOutcome.REPEAL)
    press(page, Qt.Key.Key_3)

    decision = recorded(page)[0].decision
    assert decision is not None
    assert decision.basis == "单位意见"


def test_what_the_unit_said_for_another_outcome_is_not_taken_over(page: CleanupPage) -> None:
    hear(page, CleanupOutcome.KEEP)
    press(page, Qt.Key.Key_3)

    decision = recorded(page)[0].decision
    assert decision is not None
    assert decision.basis == ""
    assert page.work.records.data(page.work.records.index(0, 5)) == "废止，待补"


def test_a_key_takes_over_the_ground_the_program_gives_for_the_outcome(page: CleanupPage) -> None:
    hint = SuggestionEntry(
        entry_id=recorded(page)[0].id,
        outcome=CleanupOutcome.DECLARE_LAPSED,
        ground=SuggestionGround.EXPIRED,
        fact="2024-04-30",
    )
    record_suggestions(order(), page.view_model.campaign_id, (hint,))
    page.refresh()
    settle(page)
    page.work.table.selectRow(0)
    press(page, Qt.Key.Key_4)

    decision = recorded(page)[0].decision
    assert decision is not None
    assert decision.reason is CleanupReason.TERM_OVER
    assert "2024-04-30" in decision.basis


def test_the_program_looks_for_suggestions_and_the_filter_finds_them(
    page: CleanupPage, heard: Heard
) -> None:
    # The terms of five documents are over by then
    with time_machine.travel(datetime(2031, 5, 1, 2, tzinfo=UTC)):
        page.work.suggest.click()
        settle(page)

    found = [row for row in recorded(page) if row.suggestions]
    assert len(found) == 5
    assert heard.done[-1].text == "查到提示 10 条，供审核参考"
    page.work.choose(ground=found[0].suggestions[0].ground.value)
    assert page.work.records.rowCount() == 5


def test_zero_agrees_with_every_unit_that_has_an_opinion(page: CleanupPage) -> None:
    hear(page, CleanupOutcome.KEEP, count=2)
    page.work.table.selectAll()
    press(page, Qt.Key.Key_0)

    assert outcomes(page) == [CleanupOutcome.KEEP] * 2 + [None] * 10


def test_enter_asks_for_what_the_outcome_needs_and_records_it_whole(page: CleanupPage) -> None:
    press(page, Qt.Key.Key_2)
    page.work.table.selectRow(0)
    press(page, Qt.Key.Key_Return)
    dialog = page.work.dialog
    assert dialog is not None
    dialog.proceed.click()
    assert page.work.dialog is dialog, "without a day it stays open"

    dialog.due.line.setText("2026-12-31")
    dialog.basis.setText("条款与上位法不一致")
    dialog.proceed.click()

    decision = recorded(page)[0].decision
    assert decision is not None
    assert str(decision.amendment_due_date) == "2026-12-31"
    assert decision.basis == "条款与上位法不一致"


def test_the_filters_find_what_waits_what_lacks_something_and_where_views_differ(
    page: CleanupPage,
) -> None:
    hear(page, CleanupOutcome.KEEP)
    press(page, Qt.Key.Key_3, Qt.Key.Key_1)
    settle(page)

    counts = {}
    for key, value in (
        ("work", UNDECIDED),
        ("work", LACKING),
        ("opinion", CONFLICT),
        ("unit", HOUSING),
    ):
        page.work.chips.clear()
        page.work.choose(**{key: value})
        counts[value] = page.work.records.rowCount()

    assert counts == {UNDECIDED: 10, LACKING: 1, CONFLICT: 1, HOUSING: 3}


def test_a_decision_that_is_refused_is_shown_as_it_was_before_and_says_why(
    page: CleanupPage,
) -> None:
    # Given a cleanup that somebody else has closed meanwhile
    close(page)

    press(page, Qt.Key.Key_1)
    settle(page)

    assert page.errors.isVisible()
    assert page.work.records.data(page.work.records.index(0, 5)) == ""


def test_digits_in_the_filter_decide_nothing(page: CleanupPage) -> None:
    page.work.chips.focus_words()
    QTest.keyClick(page.work.chips.words, Qt.Key.Key_1)

    assert set(outcomes(page)) == {None}


@pytest.fixture
def large(qtbot: QtBot, desk: Desk) -> CleanupPage:
    """Return the page of a cleanup of five hundred documents."""
    documents(*[TRANSPORT, WATER, HOUSING, "县农业农村局"] * 125)
    shown = CleanupPage(desk)
    qtbot.addWidget(shown)
    shown.resize(1300, 760)
    shown.show()
    shown.open(Route("cleanup", frozen(), (("tab", "work"),)))
    settle(shown)
    return shown


def test_five_hundred_documents_are_decided_without_the_mouse_and_without_lag(
    large: CleanupPage, record_property: Callable[[str, object], None]
) -> None:
    keys = (Qt.Key.Key_1, Qt.Key.Key_3, Qt.Key.Key_1, Qt.Key.Key_2, Qt.Key.Key_4)
    large.work.table.setFocus()
    taken = []
    for place in range(500):
        begun = time.thread_time()
        QTest.keyClick(large.work.table, keys[place % len(keys)])
        serve_the_window()
        taken.append((time.thread_time() - begun) * 1000)
    taken.sort()
    record_property("median_ms_a_key", round(taken[250], 1))
    record_property("slowest_twentieth_ms_a_key", round(taken[475], 1))

    assert large.desk.runner.wait_until_idle(60000)
    assert None not in outcomes(large)
    assert taken[475] < _AT_ONCE_MS
