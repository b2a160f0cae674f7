"""What other documents do to one is recorded on its page: it ends, or it is amended."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date

import pytest
from pytestqt.qtbot import QtBot

from models.acts.document_effects import end_document
from models.acts.life_events import Effect
from models.acts.record_issuance import record_issuance
from models.acts.register_document import register_document
from models.domain.records import RelationEntry
from models.domain.terms import IssuanceKind, RelationKind, ValidityStatus
from models.domain.validity import EndingKind
from models.queries.office import today
from models.queries.trail import trail_of
from tests.models.office import (
    CLERK,
    REVIEWER,
    TODAY,
    add_body,
    another,
    number_one,
    order,
    parking_measures,
    past_document,
    register_one,
)
from tests.ui.pages.conftest import Heard, SitDown
from ui.desk import Route
from ui.pages.document.effect_form import EffectForm
from ui.pages.document.page import DocumentRecordPage
from ui.pages.document.steps import DocumentAct
from ui.pages.document.tabs import Tab
from ui.pages.document.trail_words import trail_words
from ui.parts.act_dialog import ActDialog

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")

Show = Callable[..., DocumentRecordPage]


@pytest.fixture
def show(qtbot: QtBot, sit_down: SitDown) -> Show:
    """Return a way to show a document to one of the staff."""

    def show_one(document_id: int, login: str = CLERK, step: str = "") -> DocumentRecordPage:
        page = DocumentRecordPage(sit_down(login))
        qtbot.addWidget(page)
        page.resize(1198, 640)
        page.show()
        page.open(Route("document", document_id, (("step", step),) if step else ()))
        qtbot.waitUntil(page.desk.runner.is_idle)
        return page

    return show_one


@pytest.fixture
def old_id(sit_down: SitDown) -> int:
    """Return a document from the past, in force."""
    sit_down(CLERK)
    return past_document(add_body())


def _status(page: DocumentRecordPage) -> ValidityStatus:
    assert page.view_model.view is not None
    return page.view_model.view.page.validity.status


def _form(page: DocumentRecordPage) -> EffectForm:
    assert isinstance(page.dialog, ActDialog)
    form = page.dialog.findChild(EffectForm)
    assert isinstance(form, EffectForm)
    return form


def _go_ahead(page: DocumentRecordPage, qtbot: QtBot) -> None:
    assert isinstance(page.dialog, ActDialog)
    page.dialog.proceed.click()
    qtbot.waitUntil(page.desk.runner.is_idle)


def _repealing(old_id: int) -> int:
    """Return a document that was published and repeals the old one."""
    relation = RelationEntry(RelationKind.REPEALS, "旧办法", "云政发〔2018〕23号", old_id)
    entry = replace(another(parking_measures(1), 7), relations=(relation,))
    document_id = register_document(order(), entry)
    number_one(document_id)
    record_issuance(order(), document_id, IssuanceKind.PRINTED, "县政府公报", TODAY)
    return document_id


def test_a_repeal_is_recorded_with_day_and_reason(
    show: Show, old_id: int, qtbot: QtBot, heard: Heard
) -> None:
    page = show(old_id)
    page.tabs.act_buttons[DocumentAct.END].click()
    _form(page).reason.setText("云政发〔2026〕3号第二条")
    _form(page).begin_date.show_value(today())

    _go_ahead(page, qtbot)
    qtbot.waitUntil(lambda: bool(heard.done))

    assert heard.done[-1].text == f"已记录废止，自 {today().isoformat()} 起"
    assert _status(page) is ValidityStatus.REPEALED
    assert page.tabs.validity_acts.isHidden()


def test_an_amendment_keeps_the_document_in_force(show: Show, old_id: int, qtbot: QtBot) -> None:
    page = show(old_id)
    page.tabs.act_buttons[DocumentAct.AMEND].click()
    _form(page).reason.setText("云政发〔2026〕4号")

    _go_ahead(page, qtbot)
    qtbot.waitUntil(lambda: page.dialog is None)

    assert _status(page) is ValidityStatus.AMENDED


def test_without_a_reason_nothing_is_recorded(show: Show, old_id: int, qtbot: QtBot) -> None:
    page = show(old_id)
    page.tabs.act_buttons[DocumentAct.END].click()

    _go_ahead(page, qtbot)

    assert "依据" in _form(page).reason.accessibleDescription()
    assert _status(page) is not ValidityStatus.REPEALED


def test_what_is_not_published_cannot_end(show: Show, old_id: int) -> None:
    page = show(register_one(9, 1))

    assert page.tabs.validity_acts.isHidden()
    assert old_id


def test_a_reviewer_is_offered_no_ending(show: Show, old_id: int) -> None:
    assert show(old_id, REVIEWER).tabs.validity_acts.isHidden()


def test_publishing_a_repeal_leads_to_the_document_repealed(
    show: Show, old_id: int, qtbot: QtBot, heard: Heard
) -> None:
    # Given a document that repeals an older one of the register
    page = show(_repealing(old_id))
    # When it is published
    page.view_model.issue(IssuanceKind.PUBLISHED, "县政府网站", today())
    qtbot.waitUntil(lambda: bool(heard.done))
    # Then the next step is the repeal, with its cause and number already in the form
    (step,) = heard.done[-1].steps
    assert step.title.startswith("记录废止或者失效：")
    step.take()
    assert heard.routes[-1] == Route("document", old_id, (("step", "END"),))
    old = show(old_id, step="END")
    form = _form(old)
    assert old.tabs.currentIndex() == Tab.VALIDITY
    assert form.caused_by.currentData() == page.view_model.view.id  # type: ignore[union-attr]
    assert form.reason.text()


def test_an_ended_document_shows_in_its_trail_how_and_why(show: Show, old_id: int) -> None:
    effect = Effect(date(2026, 3, 1), "云政发〔2026〕3号第二条")
    end_document(order(), old_id, EndingKind.DECLARED_LAPSED, effect)

    show(old_id)

    told = trail_words(trail_of("document", old_id)[-1])
    assert told == ["宣布失效", "生效日期：2026-03-01", "理由：云政发〔2026〕3号第二条"]
