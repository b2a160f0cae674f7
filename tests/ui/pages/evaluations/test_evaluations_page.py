"""The list of evaluations: what it shows, how it is narrowed, how many are planned at once."""

from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from models.domain.evaluation import EvaluationFollowUp, EvaluationOrigin, EvaluationResult
from models.domain.lifecycle import EvaluationState
from models.queries.evaluations import evaluations_of_document
from models.queries.office import today
from tests.models.evaluations import conclude_one, document_in_force, plan_one
from tests.models.office import CLERK, add_body
from tests.review.ledgers.books import write_book
from tests.ui.pages.conftest import Heard
from ui.desk import Desk, Route
from ui.pages.evaluations.page import EvaluationsPage
from ui.pages.evaluations.plan_form import PlanListForm
from ui.parts.act_dialog import ActDialog
from ui.widgets.confirm_dialog import ConfirmDialog

SitDown = Callable[[str], Desk]
FIVE_YEARS_AGO = timedelta(days=5 * 365 - 60)


@pytest.fixture
def body_id(sit_down: SitDown) -> int:
    """Return a body of an open register."""
    sit_down(CLERK)
    return add_body()


@pytest.fixture
def page(qtbot: QtBot, sit_down: SitDown) -> EvaluationsPage:
    """Return the clerk's list, shown."""
    shown = EvaluationsPage(sit_down(CLERK))
    qtbot.addWidget(shown)
    shown.resize(1200, 600)
    shown.show()
    settle(shown)
    return shown


def settle(page: EvaluationsPage) -> None:
    """Wait until everything asked for is answered."""
    for _ in range(4):
        page.desk.runner.wait_until_idle()


def read(page: EvaluationsPage) -> None:
    """Read the list again."""
    page.refresh()
    settle(page)


def of_last_year(place: int, body_id: int) -> int:
    """Return a document that is in force for years to come."""
    return document_in_force(place, body_id, date(today().year - 1, 1, 1))


def test_the_list_narrows_to_what_is_owed(page: EvaluationsPage, body_id: int) -> None:
    owed = conclude_one(of_last_year(1, body_id), EvaluationResult.REPEAL)
    plan_one(of_last_year(2, body_id))
    read(page)
    assert page.records.rowCount() == 2

    page.chips.chips["follow_up"].choose(EvaluationFollowUp.OWED.value)
    settle(page)

    assert [page.records.id_at(0), page.records.rowCount()] == [owed, 1]


def test_the_evaluation_stood_on_is_told_and_opened(
    page: EvaluationsPage, body_id: int, heard: Heard
) -> None:
    evaluation_id = plan_one(of_last_year(1, body_id))
    read(page)
    page.table.go_to(evaluation_id)
    settle(page)

    assert page.detail.title.text() == "云溪县第1类事项管理办法"
    page.detail.open_button.click()
    assert heard.routes == [Route("evaluation", evaluation_id)]


def test_all_that_should_be_evaluated_are_planned_at_one_press(
    page: EvaluationsPage, body_id: int
) -> None:
    # Given two documents that end in about two months
    begun = today() - FIVE_YEARS_AGO
    ids = [document_in_force(place, body_id, begun) for place in (1, 2)]
    read(page)
    assert page.due.text() == "列入应评估的文件 2 件…"
    # When they are planned
    page.due.click()
    dialog = page.dialog
    assert isinstance(dialog, ConfirmDialog)
    dialog.proceed.click()
    settle(page)
    # Then each has its evaluation, and nothing is left to plan
    rows = [evaluations_of_document(one, today())[0] for one in ids]
    assert {row.origin for row in rows} == {EvaluationOrigin.EXPIRY}
    assert not page.due.isEnabled()


def test_a_plan_is_shown_as_it_was_read_before_it_is_taken_over(
    page: EvaluationsPage, body_id: int, tmp_path: Path
) -> None:
    # Given a plan with one line in order and one that the register does not know
    document_id = of_last_year(1, body_id)
    book = write_book(
        tmp_path / "后评估计划.xlsx",
        [
            ["文件名称", "评估单位"],
            ["云溪县第1类事项管理办法", "云溪县司法局"],
            ["云溪县养犬管理办法", "县公安局"],
        ],
    )
    # When it is read
    page.read_plan(book)
    settle(page)
    dialog = page.dialog
    assert isinstance(dialog, ActDialog)
    (form,) = dialog.findChildren(PlanListForm)
    assert [line.row_number for line in form.plan.faulty] == [3]
    assert evaluations_of_document(document_id, today()) == ()
    # And taken over for a year
    form.year.setValue(2027)
    dialog.proceed.click()
    settle(page)
    # Then the line in order is planned
    (row,) = evaluations_of_document(document_id, today())
    assert (row.state, row.plan_year, row.unit) == (EvaluationState.PLANNED, 2027, "云溪县司法局")
    assert row.plan_name == "后评估计划"


def test_a_file_that_is_no_table_is_refused_on_the_page(
    page: EvaluationsPage, tmp_path: Path
) -> None:
    page.read_plan(tmp_path / "没有.xlsx")
    settle(page)

    assert page.error.isVisible()
