"""A document is stopped, resumed, prolonged and published anew on its page, the outcome first."""

from collections.abc import Callable
from datetime import date, timedelta
from typing import Any

import pytest
from pytestqt.qtbot import QtBot

from models.acts.life_events import Effect
from models.acts.register_document import register_historic_document
from models.acts.validity_acts import suspend_document
from models.domain.terms import RelationKind, ValidityStatus
from models.domain.validity import ValidityTerm, ValidityTermKind
from models.queries.document_page import document_life
from models.queries.office import today
from tests.models.office import (
    CLERK,
    REVIEWER,
    add_body,
    another,
    changed,
    order,
    parking_measures,
)
from tests.ui.pages.conftest import Heard, SitDown
from ui.desk import Route
from ui.pages.document.life_change_form import LifeChangeForm
from ui.pages.document.page import DocumentRecordPage
from ui.pages.document.steps import LIFE_CHANGES, DocumentAct
from ui.pages.registration.known_values import known_values
from ui.parts.act_dialog import ActDialog

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")

ONE_YEAR = ValidityTerm(ValidityTermKind.YEARS, 1)
Show = Callable[..., DocumentRecordPage]


@pytest.fixture
def show(qtbot: QtBot, sit_down: SitDown) -> Show:
    """Return a way to show a document, by its facts, to one of the staff."""

    def show_one(login: str = CLERK, **facts: Any) -> DocumentRecordPage:  # noqa: ANN401
        page = DocumentRecordPage(sit_down(login))
        qtbot.addWidget(page)
        page.resize(1198, 640)
        page.show()
        page.open(Route("document", record(**facts)))
        qtbot.waitUntil(page.desk.runner.is_idle)
        return page

    return show_one


def record(**facts: Any) -> int:  # noqa: ANN401 - values of test cases
    """Record a document in force for five years from two years ago, unless told otherwise."""
    start = today() - timedelta(days=730)
    values = {"adopted_date": None, "published_date": start, "effective_date": start, **facts}
    entry = another(parking_measures(add_body()), 1)
    return register_historic_document(order(), changed(entry, **values))


def life(page: DocumentRecordPage) -> Any:  # noqa: ANN401 - a row of the queries
    """Return the life of the document on the page."""
    assert page.view_model.view is not None
    return document_life(page.view_model.view.id, today())


def offered(page: DocumentRecordPage) -> set[DocumentAct]:
    """Return the changes of life that the page offers."""
    return {act for act in LIFE_CHANGES if not page.tabs.act_buttons[act].isHidden()}


def ask(page: DocumentRecordPage, act: DocumentAct) -> LifeChangeForm:
    """Press the button of a change and return the form it opens, with a ground filled in."""
    page.tabs.act_buttons[act].click()
    assert isinstance(page.dialog, ActDialog)
    form = page.dialog.findChild(LifeChangeForm)
    assert isinstance(form, LifeChangeForm)
    form.reason.setText("云政函〔2026〕5号")
    return form


def go_ahead(page: DocumentRecordPage, qtbot: QtBot) -> None:
    """Press the verb and wait for what comes of it."""
    assert isinstance(page.dialog, ActDialog)
    page.dialog.proceed.click()
    qtbot.waitUntil(page.desk.runner.is_idle)


def test_the_new_last_day_and_its_steps_stand_there_before_anything_is_recorded(
    show: Show, qtbot: QtBot
) -> None:
    page = show()
    old = life(page).last_day
    form = ask(page, DocumentAct.EXTEND)
    form.term.show_value(ONE_YEAR)
    qtbot.waitUntil(lambda: "改为" in form.plan.outcome.text())
    assert f"由 {old} 改为 {old.replace(year=old.year + 1)}" in form.plan.outcome.text()
    assert "延长有效期" in form.plan.derivation.text()
    assert life(page).last_day == old


def test_an_extension_is_recorded_as_it_was_shown(show: Show, qtbot: QtBot, heard: Heard) -> None:
    page = show()
    old = life(page).last_day
    ask(page, DocumentAct.EXTEND).term.show_value(ONE_YEAR)
    go_ahead(page, qtbot)
    qtbot.waitUntil(lambda: bool(heard.done))
    assert life(page).last_day == old.replace(year=old.year + 1)
    assert heard.done[-1].text == f"已记录延长有效期，自 {today().isoformat()} 起"


def test_a_shortening_says_so_and_is_recorded_only_when_it_is_meant(
    show: Show, qtbot: QtBot
) -> None:
    page = show()
    form = ask(page, DocumentAct.EXTEND)
    shorter = today() + timedelta(days=30)
    form.term.show_value(ValidityTerm(ValidityTermKind.UNTIL_DATE, until_date=shorter))
    qtbot.waitUntil(lambda: "有意缩短" in form.plan.trouble.text())
    go_ahead(page, qtbot)
    assert isinstance(page.dialog, ActDialog)
    assert "有意缩短" in page.dialog.problem.text()
    form.may_shorten.setChecked(True)
    go_ahead(page, qtbot)
    qtbot.waitUntil(lambda: page.dialog is None)
    assert life(page).last_day == shorter


def test_an_extension_without_term_is_not_asked_for(show: Show, qtbot: QtBot) -> None:
    page = show()
    ask(page, DocumentAct.EXTEND)
    go_ahead(page, qtbot)
    assert isinstance(page.dialog, ActDialog)
    assert life(page).events == ()


def test_clauses_are_stopped_shown_in_the_head_and_offered_for_resuming(
    show: Show, qtbot: QtBot
) -> None:
    page = show()
    ask(page, DocumentAct.SUSPEND).clauses.setText("第八条、第九条")
    go_ahead(page, qtbot)
    qtbot.waitUntil(lambda: page.dialog is None)
    assert life(page).suspended_clauses == ("第八条", "第九条")
    assert DocumentAct.RESUME in offered(page)
    assert ask(page, DocumentAct.RESUME).clauses.text() == "第八条、第九条"


def test_what_was_stopped_before_is_resumed(show: Show, qtbot: QtBot) -> None:
    page = show()
    assert page.view_model.view is not None
    yesterday = today() - timedelta(days=1)
    suspend_document(order(), page.view_model.view.id, Effect(yesterday, "云政函〔2026〕4号"))
    page.refresh()
    qtbot.waitUntil(lambda: DocumentAct.RESUME in offered(page))
    ask(page, DocumentAct.RESUME)
    go_ahead(page, qtbot)
    qtbot.waitUntil(lambda: page.dialog is None)
    assert not life(page).is_suspended


@pytest.mark.parametrize(
    ("facts", "expected"),
    [
        ({}, {"SUSPEND", "EXTEND", "CONTINUE", "RENEW"}),
        (
            {"validity_term": ValidityTerm(ValidityTermKind.UNTIL_TASK_DONE)},
            {"SUSPEND", "CONTINUE", "RENEW", "TASK_DONE"},
        ),
        (
            {
                "validity_term": ValidityTerm(
                    ValidityTermKind.UNTIL_DATE, until_date=date(2026, 1, 31)
                )
            },
            {"EXTEND", "RENEW"},
        ),
        ({"effective_date": None}, set()),
    ],
)
def test_only_what_the_status_allows_is_offered(
    show: Show, facts: dict[str, Any], expected: set[str]
) -> None:
    assert {act.name for act in offered(show(**facts))} == expected


def test_a_reviewer_is_offered_nothing(show: Show) -> None:
    assert offered(show(REVIEWER)) == set()


def test_a_task_that_is_done_ends_the_document(show: Show, qtbot: QtBot) -> None:
    page = show(validity_term=ValidityTerm(ValidityTermKind.UNTIL_TASK_DONE))
    ask(page, DocumentAct.TASK_DONE)
    go_ahead(page, qtbot)
    qtbot.waitUntil(lambda: page.dialog is None)
    assert life(page).judgement.status is ValidityStatus.LAPSED
    assert offered(page) == set()


def test_a_renewal_leads_to_a_form_that_names_the_old_document(show: Show, heard: Heard) -> None:
    page = show(drafting_unit="县城管局")
    page.tabs.act_buttons[DocumentAct.RENEW].click()
    known = known_values(heard.routes[-1])
    assert heard.routes[-1].page == "registration"
    assert (known["title"], known["drafting_unit"]) == ("云溪县第1类事项管理办法", "县城管局")
    relations = known["relations"]
    assert isinstance(relations, tuple)
    assert [(one.kind, one.target_title) for one in relations] == [
        (RelationKind.RENEWS, "云溪县第1类事项管理办法")
    ]
