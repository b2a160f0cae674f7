"""One filing in the window: what the law lets happen next, act by act, with its refusals."""

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta

import pytest
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from models.acts.decide_filing import refuse_filing, request_supplement
from models.acts.receive_filing import receive_filing
from models.acts.reviews import open_review
from models.domain.lifecycle import FilingState
from models.domain.records import DefectEntry, IntakeEntry, ReviewEntry
from models.domain.terms import MaterialKind, ReviewTrigger
from models.queries.filing_page import FilingPage, filing_page
from models.queries.office import profile, today
from tests.models.office import (
    CLERK,
    HEAD,
    MATERIALS,
    REVIEWER,
    TODAY,
    TOWN,
    accept_one,
    add_body,
    filed_document,
    order,
    receive_one,
)
from tests.ui.pages.conftest import Heard
from ui.desk import Desk, Route
from ui.pages.filing.formal_form import FormalCheckForm
from ui.pages.filing.forms import DefectForm, ReviewForm, SupplementForm
from ui.pages.filing.page import FilingRecordPage
from ui.parts.act_dialog import ActDialog
from ui.parts.sheet_menu import LETTERS_TITLE, SHEETS_TITLE
from ui.widgets.confirm_dialog import ConfirmDialog
from ui.widgets.reason_dialog import ReasonDialog

SitDown = Callable[[str], Desk]
ShowFiling = Callable[[int, str], FilingRecordPage]


@pytest.fixture
def show_filing(qtbot: QtBot, sit_down: SitDown) -> ShowFiling:
    """Return a way to show a filing to one of the staff."""

    def show(filing_id: int, login: str = CLERK) -> FilingRecordPage:
        page = FilingRecordPage(sit_down(login))
        qtbot.addWidget(page)
        page.resize(1200, 700)
        page.show()
        page.open(Route("filing", filing_id))
        page.desk.runner.wait_until_idle()
        return page

    return show


def _receive_incomplete() -> int:
    body_id = add_body(TOWN)
    came = (replace(MATERIALS[0], copies=1), *MATERIALS[1:3])
    intake = IntakeEntry(
        body_id, TODAY, "窗口递交", materials=came, document=filed_document(body_id)
    )
    return receive_filing(order(), intake)


def _filing(filing_id: int) -> FilingPage:
    return filing_page(filing_id, profile())


def _offered(page: FilingRecordPage) -> list[str]:
    return [button.text() for button in page.head.buttons]


def _dialog(page: FilingRecordPage) -> ActDialog:
    assert page.dialogs.dialog is not None
    return page.dialogs.dialog


def _confirm(page: FilingRecordPage) -> ConfirmDialog:
    assert page.dialogs.confirm is not None
    return page.dialogs.confirm


def _reason(page: FilingRecordPage) -> ReasonDialog:
    assert page.dialogs.reason is not None
    return page.dialogs.reason


def _press(page: FilingRecordPage, title: str) -> None:
    button = page.head.button(title)
    assert button is not None
    button.click()


def _proceed(page: FilingRecordPage, button: QPushButton) -> None:
    button.click()
    page.desk.runner.wait_until_idle()


def test_a_complete_filing_is_registered_and_the_number_shown_afterwards(
    show_filing: ShowFiling, heard: Heard
) -> None:
    # Given a complete filing
    filing_id = receive_one()
    page = show_filing(filing_id, CLERK)
    # When the clerk registers it and confirms
    _press(page, "予以备案登记")
    assert _filing(filing_id).state is FilingState.RECEIVED
    _proceed(page, _confirm(page).proceed)
    # Then its number is said and shown
    number = _filing(filing_id).filing_register_number
    assert number
    assert number in page.head.numbers.text()
    assert number in heard.done[-1].text
    assert [step.title for step in heard.done[-1].steps] == ["出具回执"]


def test_without_confirmation_nothing_is_registered(show_filing: ShowFiling) -> None:
    filing_id = receive_one()
    page = show_filing(filing_id, CLERK)
    _press(page, "予以备案登记")

    _proceed(page, _confirm(page).cancel)

    assert _filing(filing_id).state is FilingState.RECEIVED


def test_a_filing_that_lacks_papers_cannot_be_registered_and_says_which(
    show_filing: ShowFiling,
) -> None:
    page = show_filing(_receive_incomplete(), CLERK)

    accept = page.head.button("予以备案登记")

    assert accept is not None
    assert not accept.isEnabled()
    assert accept.accessibleDescription() == "还缺：电子文本。补正以后才能登记。"
    assert _offered(page)[-1] == "要求补正"


def test_missing_papers_stand_among_the_defects_with_their_rule(
    show_filing: ShowFiling,
) -> None:
    page = show_filing(_receive_incomplete(), CLERK)
    _press(page, "要求补正")

    form = _dialog(page).findChild(DefectForm)

    assert form is not None
    source = profile().filing_materials.source
    assert form.defects() == (
        DefectEntry("没有报送电子文本", source),
        DefectEntry("备案报告缺2份", profile().copies_government.source),
    )
    assert "送达" in form.due.why.text()


def test_a_supplement_is_requested_with_its_due_date(show_filing: ShowFiling, heard: Heard) -> None:
    filing_id = _receive_incomplete()
    page = show_filing(filing_id, CLERK)
    _press(page, "要求补正")

    _proceed(page, _dialog(page).proceed)

    asked = _filing(filing_id).supplements[0]
    assert _filing(filing_id).state is FilingState.DEFERRED
    assert heard.done[-1].text == f"已要求补正，期限 {asked.due_date.isoformat()}"
    assert page.dialogs.dialog is None


def test_a_request_without_defects_is_refused_in_the_dialog(show_filing: ShowFiling) -> None:
    filing_id = receive_one()
    page = show_filing(filing_id, CLERK)
    _press(page, "要求补正")

    _proceed(page, _dialog(page).proceed)

    assert "“补正事项”没有填写" in _dialog(page).problem.text()
    assert _filing(filing_id).state is FilingState.RECEIVED


def test_the_supplement_that_came_is_recorded_with_its_papers(show_filing: ShowFiling) -> None:
    # Given a filing that waits for its electronic text
    filing_id = _receive_incomplete()
    request_supplement(order(), filing_id, (DefectEntry("没有报送电子文本"),))
    page = show_filing(filing_id, CLERK)
    # When it comes
    _press(page, "记录补正")
    form = _dialog(page).findChild(SupplementForm)
    assert form is not None
    form.materials.lines[MaterialKind.ELECTRONIC_TEXT].copies.setValue(1)
    _proceed(page, _dialog(page).proceed)
    # Then the filing can be registered
    assert _filing(filing_id).state is FilingState.RECEIVED
    accept = page.head.button("予以备案登记")
    assert accept is not None
    assert accept.isEnabled()


def test_a_supplement_of_tomorrow_is_refused_in_the_dialog(show_filing: ShowFiling) -> None:
    filing_id = _receive_incomplete()
    request_supplement(order(), filing_id, (DefectEntry("没有报送电子文本"),))
    page = show_filing(filing_id, CLERK)
    _press(page, "记录补正")
    form = _dialog(page).findChild(SupplementForm)
    assert form is not None

    form.answered_date.show_value(today() + timedelta(days=1))
    _proceed(page, _dialog(page).proceed)

    assert "晚于今天" in _dialog(page).problem.text()
    assert _filing(filing_id).state is FilingState.DEFERRED


def test_a_filing_is_refused_only_with_a_reason(show_filing: ShowFiling) -> None:
    # Given a filing the clerk wants to refuse
    filing_id = receive_one()
    page = show_filing(filing_id, CLERK)
    _press(page, "不予备案登记")
    # When no reason is written
    _proceed(page, _reason(page).proceed)
    # Then it stays; with a reason it is refused
    assert _filing(filing_id).state is FilingState.RECEIVED
    _reason(page).reason.setText("不属于规范性文件")
    _proceed(page, _reason(page).proceed)
    assert _filing(filing_id).refusal_reason == "不属于规范性文件"


def test_a_refused_filing_offers_its_papers_and_nothing_more(show_filing: ShowFiling) -> None:
    filing_id = receive_one()
    refuse_filing(order(), filing_id, "不属于规范性文件")

    page = show_filing(filing_id, HEAD)

    assert _offered(page) == [SHEETS_TITLE, LETTERS_TITLE]
    menu = page.head.buttons[1].menu()
    assert [entry.text() for entry in menu.actions()] == [
        "不予备案登记通知书",
        "退回函",
        "转送函",
    ]


def test_a_registered_filing_leads_to_its_receipt(show_filing: ShowFiling, heard: Heard) -> None:
    filing_id = receive_one()
    accept_one(filing_id)
    page = show_filing(filing_id, CLERK)

    _press(page, "出具回执")

    extra = (("kind", "filing_receipt"), ("filing", str(filing_id)))
    assert heard.routes == [Route("letter", extra=extra)]


def test_a_reviewer_opens_the_review(show_filing: ShowFiling, heard: Heard) -> None:
    # Given a registered filing
    filing_id = receive_one()
    accept_one(filing_id)
    page = show_filing(filing_id, REVIEWER)
    # When the reviewer opens a thematic review
    _press(page, "启动审查")
    form = _dialog(page).findChild(ReviewForm)
    assert form is not None
    form.trigger.setCurrentIndex(list(ReviewTrigger).index(ReviewTrigger.THEMATIC))
    _proceed(page, _dialog(page).proceed)
    # Then the review exists and the way there is offered
    review_id = _filing(filing_id).open_review_id
    heard.done[-1].steps[0].take()
    assert heard.routes == [Route("review", review_id)]
    assert "打开审查件" in _offered(page)


def test_a_clerk_is_not_offered_to_review(show_filing: ShowFiling) -> None:
    filing_id = receive_one()
    accept_one(filing_id)

    assert _offered(show_filing(filing_id, CLERK)) == [SHEETS_TITLE, "出具回执"]


def test_the_life_line_tells_acts_and_open_dates(show_filing: ShowFiling) -> None:
    # Given a filing that was registered and is under review
    filing_id = receive_one()
    accept_one(filing_id)
    document_id = _filing(filing_id).document_id
    entry = ReviewEntry(ReviewTrigger.EX_OFFICIO_REVIEW, document_id, filing_id, REVIEWER)
    open_review(order(REVIEWER), entry)
    # When it is shown
    page = show_filing(filing_id, CLERK)
    # Then the line tells what was done and what is due
    told = [part.accessibleName() for part in page.life._parts if part.accessibleName()]
    assert [one.split()[1] for one in told] == ["收件", "予以备案登记", "审查期限"]


def test_the_trail_shows_every_act_with_its_line(show_filing: ShowFiling) -> None:
    filing_id = receive_one()
    accept_one(filing_id)
    page = show_filing(filing_id, CLERK)

    told = [part.accessibleName() for part in page.tabs.trail._parts if part.accessibleName()]

    assert [one.split()[2:] for one in told] == [["收件", "许知禾"], ["予以备案登记", "许知禾"]]


def test_a_filing_decided_elsewhere_is_refused_beside_the_page(
    show_filing: ShowFiling,
) -> None:
    # Given a page that shows a filing as undecided
    filing_id = receive_one()
    page = show_filing(filing_id, CLERK)
    # When somebody else has refused it meanwhile
    refuse_filing(order(), filing_id, "不属于规范性文件")
    page.view_model.accept()
    page.desk.runner.wait_until_idle()
    # Then the page says why
    assert page.panel.title.text() == "当前状态不能这样办理"


def test_while_another_filing_is_being_read_no_step_is_offered(show_filing: ShowFiling) -> None:
    # Given a filing that is shown with its steps
    filing_id = receive_one()
    page = show_filing(filing_id, CLERK)
    assert _offered(page)
    # When another one is opened and not read yet
    page.open(Route("filing", filing_id + 1))
    # Then the steps of the first are gone
    assert _offered(page) == []


def test_the_checklist_comes_filled_in_and_is_kept_when_the_rest_is_answered(
    show_filing: ShowFiling, heard: Heard
) -> None:
    # Given the checklist of a complete filing, in the first open item
    filing_id = receive_one()
    page = show_filing(filing_id, CLERK)
    _press(page, "形式审查")
    form = _dialog(page).findChild(FormalCheckForm)
    assert form is not None
    waiting = [one for one in form.lines if one.result.currentText() == "待核对"]
    assert _dialog(page).focusWidget() is waiting[0].result
    # When it is saved with items still open, it stays and says which
    _proceed(page, _dialog(page).proceed)
    assert "备案报告有文号、日期和印章" in _dialog(page).problem.text()
    # When they are answered, it is kept
    for line in waiting:
        line.result.setCurrentText("符合")
    _proceed(page, _dialog(page).proceed)
    assert _filing(filing_id).standing_check is not None
    assert heard.done[-1].text == "已保存形式审查"
    assert _offered(page)[-1] == "予以备案登记"


def test_a_fault_of_the_check_stops_registration_and_stands_among_the_defects(
    show_filing: ShowFiling,
) -> None:
    filing_id = receive_one()
    page = show_filing(filing_id, CLERK)
    _press(page, "形式审查")
    form = _dialog(page).findChild(FormalCheckForm)
    assert form is not None
    for line in form.lines:
        line.result.setCurrentText("符合")
    seal = next(line for line in form.lines if line.key == "seal")
    seal.result.setCurrentText("不符合")
    seal.ground.setText("备案报告没有印章")
    _proceed(page, _dialog(page).proceed)
    accept = page.head.button("予以备案登记")
    assert accept is not None
    assert not accept.isEnabled()
    assert "备案报告有文号、日期和印章" in accept.accessibleDescription()
    _press(page, "要求补正")
    defects = _dialog(page).findChild(DefectForm)
    assert defects is not None
    assert [one.defect for one in defects.defects()] == ["备案报告没有印章"]


def test_a_reviewer_is_not_offered_the_formal_check(show_filing: ShowFiling) -> None:
    assert "形式审查" not in _offered(show_filing(receive_one(), REVIEWER))
