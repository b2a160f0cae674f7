"""The page of one document on a real register: what it shows, every act, every refusal."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import QUrl
from PySide6.QtGui import QGuiApplication
from pytestqt.qtbot import QtBot

from models.acts.add_evidence import add_evidence
from models.acts.correct_record import CorrectableField, Correction, correct_record
from models.acts.record_issuance import record_issuance
from models.acts.register_document import (
    refuse_registration,
    register_document,
    register_historic_document,
)
from models.domain.clock import present_instant
from models.domain.lifecycle import MakingState
from models.domain.profile import MakingStep
from models.domain.records import FileEntry
from models.domain.terms import EvidenceKind, IssuanceKind
from models.domain.validity import ValidityTerm, ValidityTermKind
from models.queries.office import today
from models.queries.trail import trail_of
from models.register import Register
from models.tables.documents import ProcedureEvidence
from tests.models.office import (
    CLERK,
    EVIDENCE,
    HEAD,
    REVIEWER,
    TOWN,
    add_body,
    another,
    number_one,
    order,
    parking_measures,
    past_document,
    receive_one,
    register_one,
)
from tests.ui.pages.conftest import Heard, SitDown
from ui.desk import Changes, Desk, Route
from ui.pages.document.correction_form import CorrectionForm
from ui.pages.document.forms import EvidenceForm, IssuanceForm, NumberForm
from ui.pages.document.life import life_of
from ui.pages.document.page import DocumentRecordPage
from ui.pages.document.steps import DocumentAct
from ui.pages.document.tabs import Tab
from ui.parts.act_dialog import ActDialog
from ui.parts.sheet_menu import LETTERS_TITLE, SHEETS_TITLE
from ui.widgets.buttons import Button
from ui.widgets.card import Card
from ui.widgets.confirm_dialog import ConfirmDialog
from ui.widgets.reason_dialog import ReasonDialog

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")

Show = Callable[..., DocumentRecordPage]


@pytest.fixture
def show(qtbot: QtBot, desk: Desk, sit_down: SitDown) -> Show:
    """Return a way to show a document to one of the staff."""

    def show_one(document_id: int, login: str = CLERK, step: str = "") -> DocumentRecordPage:
        seat = desk if login == CLERK else sit_down(login)
        page = DocumentRecordPage(seat)
        qtbot.addWidget(page)
        page.resize(1198, 640)
        page.show()
        extra = (("step", step),) if step else ()
        page.open(Route("document", document_id, extra))
        _settle(qtbot, page)
        return page

    return show_one


@pytest.fixture
def registered(desk: Desk) -> int:  # noqa: ARG001 -- opens the register
    """Return a registered document."""
    return register_one()


def _settle(qtbot: QtBot, page: DocumentRecordPage) -> None:
    qtbot.waitUntil(page.desk.runner.is_idle)


def _act_dialog(page: DocumentRecordPage) -> ActDialog:
    assert isinstance(page.dialog, ActDialog)
    return page.dialog


def _form(page: DocumentRecordPage, kind: type) -> object:
    return _act_dialog(page).findChild(kind)


def _facts(page: DocumentRecordPage) -> object:
    assert page.view_model.view is not None
    return page.view_model.view.page.facts


def test_a_registered_document_offers_its_number_next(show: Show, registered: int) -> None:
    page = show(registered)

    assert page.head.buttons[-1].text() == "统一编号"
    assert page.head.buttons[-1].isEnabled()
    assert page.head.button(DocumentAct.VOID_NUMBER.value) is None


def test_the_number_is_given_after_the_question_and_told_only_then(
    show: Show, registered: int, qtbot: QtBot, heard: Heard
) -> None:
    page = show(registered)

    page.take_step(MakingStep.NUMBERED)
    assert isinstance(page.dialog, ConfirmDialog)
    assert heard.done == []
    page.dialog.proceed.click()
    qtbot.waitUntil(lambda: bool(heard.done))

    assert heard.done[0].text == "统一登记号 YXDR—2026—01001"
    assert heard.done[0].steps[0].title == "记录印发…"
    assert page.head.buttons[-1].text() == "记录印发"


def test_the_way_from_the_bottom_bar_puts_the_question_at_once(show: Show, registered: int) -> None:
    page = show(registered, step=MakingStep.NUMBERED.value)

    assert isinstance(page.dialog, ConfirmDialog)
    page.dialog.reject()
    page.open(Route("document", registered, (("step", MakingStep.NUMBERED.value),)))
    assert page.dialog is None


def test_printing_and_publication_follow_in_the_order_of_the_rules(
    show: Show, registered: int, qtbot: QtBot, heard: Heard
) -> None:
    number_one(registered)
    page = show(registered)

    for kind, medium in (
        (IssuanceKind.PRINTED, "县政府办公室"),
        (IssuanceKind.PUBLISHED, "云溪县人民政府公报"),
    ):
        heard.done.clear()
        page.ask_for_issuance(kind)
        form = _form(page, IssuanceForm)
        assert isinstance(form, IssuanceForm)
        form.medium.setEditText(medium)
        _act_dialog(page).proceed.click()
        qtbot.waitUntil(lambda: bool(heard.done))

    assert page.view_model.view is not None
    assert page.view_model.view.page.facts.making_state is MakingState.PUBLISHED
    assert "云溪县人民政府公报" in heard.done[0].text
    assert heard.done[0].steps == ()


def test_an_issuance_without_medium_is_asked_for_beside_the_field(
    show: Show, registered: int
) -> None:
    number_one(registered)
    page = show(registered)

    page.ask_for_issuance(IssuanceKind.PRINTED)
    _act_dialog(page).proceed.click()

    form = _form(page, IssuanceForm)
    assert isinstance(form, IssuanceForm)
    assert [problem.field for problem in form.problems()] == ["medium"]
    assert page.dialog is not None


def test_a_publication_before_printing_stays_in_its_dialog_with_the_reason(
    show: Show, registered: int, qtbot: QtBot
) -> None:
    number_one(registered)
    page = show(registered)

    page.ask_for_issuance(IssuanceKind.PUBLISHED)
    form = _form(page, IssuanceForm)
    assert isinstance(form, IssuanceForm)
    form.medium.setEditText("云溪县人民政府公报")
    _act_dialog(page).proceed.click()
    qtbot.waitUntil(_act_dialog(page).problem.isVisible)

    assert "印发" in _act_dialog(page).problem.text()


@pytest.fixture
def unsigned(registered: int) -> int:
    """Return a document registered under older rules, which did not ask for its signature."""
    signature = ProcedureEvidence.kind == EvidenceKind.SIGNATURE
    ProcedureEvidence.delete().where(signature).execute()
    return registered


def test_a_missing_gate_holds_the_number_back_and_leads_to_its_paper(
    show: Show, unsigned: int
) -> None:
    page = show(unsigned)

    assert not page.head.buttons[-1].isEnabled()
    (card,) = page.hindrances.parts
    assert isinstance(card, Card)
    page.ask_for_evidence(EvidenceKind.SIGNATURE)
    assert page.tabs.currentIndex() == Tab.EVIDENCE


def test_the_missing_paper_opens_the_way_to_the_number(
    show: Show, unsigned: int, qtbot: QtBot, heard: Heard, tmp_path: Path
) -> None:
    signed = tmp_path / "签发稿.pdf"
    signed.write_bytes(b"%PDF-1.4")
    page = show(unsigned)

    page.ask_for_evidence(EvidenceKind.SIGNATURE)
    form = _form(page, EvidenceForm)
    assert isinstance(form, EvidenceForm)
    form.end.show_value(date(2026, 3, 10))
    form.file.show_value(signed)
    _act_dialog(page).proceed.click()
    qtbot.waitUntil(lambda: bool(heard.done))

    assert page.head.buttons[-1].isEnabled()
    assert page.hindrances.parts == []
    assert page.view_model.view is not None
    assert page.view_model.view.page.evidence[-1].file_name == "签发稿.pdf"


def test_evidence_that_ends_before_it_starts_is_held_beside_its_field(
    show: Show, registered: int
) -> None:
    page = show(registered)

    page.ask_for_evidence(EvidenceKind.PUBLIC_COMMENT)
    form = _form(page, EvidenceForm)
    assert isinstance(form, EvidenceForm)
    form.start.show_value(date(2026, 3, 10))
    form.end.show_value(date(2026, 3, 1))
    _act_dialog(page).proceed.click()

    assert [problem.field for problem in form.problems()] == ["end_date"]
    assert len(trail_of("document", registered)) == 1


@dataclass(frozen=True)
class Corrected:
    """A field, what the clerk does in the form, and the value kept."""

    field: CorrectableField
    fill: Callable[[CorrectionForm], None]
    kept: object


@pytest.mark.parametrize(
    "case",
    [
        Corrected(
            CorrectableField.TITLE,
            lambda form: form.words.setText("云溪县公共停车场管理办法"),
            "云溪县公共停车场管理办法",
        ),
        Corrected(
            CorrectableField.EFFECTIVE_DATE,
            lambda form: form.day.show_value(date(2026, 6, 1)),
            date(2026, 6, 1),
        ),
        Corrected(CorrectableField.IS_TRIAL, lambda form: form.flag.setChecked(True), kept=True),
        Corrected(
            CorrectableField.VALIDITY_TERM,
            lambda form: form.term.show_value(ValidityTerm(ValidityTermKind.YEARS, 2)),
            ValidityTerm(ValidityTermKind.YEARS, 2),
        ),
    ],
    ids=lambda case: case.field.value,
)
def test_a_correction_keeps_old_and_new_value_in_the_trail(
    show: Show,
    registered: int,
    qtbot: QtBot,
    heard: Heard,
    case: Corrected,
) -> None:
    page = show(registered)

    page.ask_for_correction()
    form = _form(page, CorrectionForm)
    assert isinstance(form, CorrectionForm)
    form.choose(case.field)
    case.fill(form)
    form.reason.setText("登记时录入有误")
    _act_dialog(page).proceed.click()
    qtbot.waitUntil(lambda: bool(heard.done))

    assert getattr(_facts(page), case.field.value) == case.kept
    assert "由“" in page.tabs.trail.findChildren(type(page.head.title))[-1].text()


def test_a_correction_without_reason_or_change_is_not_made(show: Show, registered: int) -> None:
    page = show(registered)

    page.ask_for_correction()
    _act_dialog(page).proceed.click()

    form = _form(page, CorrectionForm)
    assert isinstance(form, CorrectionForm)
    assert {problem.field for problem in form.problems()} == {"after", "reason"}


def test_a_record_changed_by_somebody_else_is_not_overwritten(
    show: Show, registered: int, qtbot: QtBot
) -> None:
    page = show(registered)
    page.ask_for_correction()
    form = _form(page, CorrectionForm)
    assert isinstance(form, CorrectionForm)
    form.words.setText("另一个名称")
    form.reason.setText("录入有误")

    other = Correction(CorrectableField.SIGNER, "周敏")
    correct_record(order(), registered, 1, (other,), "补录")
    _act_dialog(page).proceed.click()
    qtbot.waitUntil(_act_dialog(page).problem.isVisible)

    assert "已被他人修改" in _act_dialog(page).problem.text()


def test_the_head_voids_a_number_with_a_reason(
    show: Show, registered: int, qtbot: QtBot, heard: Heard
) -> None:
    number_one(registered)
    page = show(registered, HEAD)

    page.ask_to_void()
    assert isinstance(page.dialog, ReasonDialog)
    page.dialog.reason.setText("编错机关")
    page.dialog.proceed.click()
    qtbot.waitUntil(lambda: bool(heard.done))

    assert "YXDR—2026—01001" in heard.done[0].text
    assert page.head.buttons[-1].text() == "统一编号"


def test_only_the_head_is_offered_to_void(show: Show, registered: int) -> None:
    number_one(registered)

    assert show(registered).head.button(DocumentAct.VOID_NUMBER.value) is None
    assert show(registered, HEAD).head.button(DocumentAct.VOID_NUMBER.value) is not None


def test_a_reviewer_reads_and_prints_and_is_offered_no_act(show: Show, registered: int) -> None:
    offered = show(registered, REVIEWER).head.buttons

    assert [button.text() for button in offered] == [SHEETS_TITLE, LETTERS_TITLE]
    sheets, letters = ([entry.text() for entry in one.menu().actions()] for one in offered)
    assert sheets == ["卷宗封面", "卷内目录"]
    assert letters == ["合法性审核意见书"]


def test_of_a_document_in_force_a_cleanup_sheet_is_printed_and_its_evaluation_asked_for(
    show: Show, registered: int, heard: Heard
) -> None:
    # Given a past document that is in force
    del registered
    entry = replace(
        another(parking_measures(add_body(TOWN)), 7),
        adopted_date=date(2021, 3, 10),
        published_date=date(2021, 3, 12),
        effective_date=date(2021, 5, 1),
        validity_term=ValidityTerm(ValidityTermKind.PERMANENT),
    )
    document_id = register_historic_document(order(), entry)
    # When it is shown
    page = show(document_id)
    # Then its papers are offered, and lead to the letter
    by_title = {one.text(): one for one in page.head.buttons if one.menu() is not None}
    sheets, letters = by_title[SHEETS_TITLE].menu(), by_title[LETTERS_TITLE].menu()
    assert sheets.actions()[0].text() == "清理意见表"
    assert [entry.text() for entry in letters.actions()][:2] == ["后评估通知", "审查建议收悉告知"]
    letters.actions()[0].trigger()
    extra = (("kind", "evaluation_notice"), ("document", str(document_id)))
    assert heard.routes == [Route("letter", extra=extra)]


def test_a_past_document_gets_the_number_it_has_on_paper(
    show: Show, desk: Desk, qtbot: QtBot, heard: Heard
) -> None:
    del desk
    page = show(past_document(add_body()))

    page.ask_for_number()
    form = _form(page, NumberForm)
    assert isinstance(form, NumberForm)
    form.number.setText("YXDR—2019—01005")
    _act_dialog(page).proceed.click()
    qtbot.waitUntil(lambda: bool(heard.done))

    assert heard.done[0].text == "统一登记号 YXDR—2019—01005"


def test_a_number_of_no_known_series_is_refused_in_the_dialog(
    show: Show, desk: Desk, qtbot: QtBot
) -> None:
    del desk
    page = show(past_document(add_body()))

    page.ask_for_number()
    form = _form(page, NumberForm)
    assert isinstance(form, NumberForm)
    form.number.setText("第五号")
    _act_dialog(page).proceed.click()
    qtbot.waitUntil(_act_dialog(page).problem.isVisible)

    assert "第五号" in _act_dialog(page).problem.text()


def test_the_life_line_goes_from_writing_to_the_last_day(show: Show, registered: int) -> None:
    number_one(registered)
    page = show(registered)
    assert page.view_model.view is not None

    items = life_of(page.view_model.view, page._ways)

    assert [item.title for item in items] == [
        "成文",
        "登记文件",
        "统一编号",
        "施行",
        "有效期最后一日",
    ]
    assert items[-1].is_due


def test_a_published_document_says_until_when_it_is_to_be_reported_and_why(
    show: Show, registered: int
) -> None:
    number_one(registered)
    for kind in (IssuanceKind.PRINTED, IssuanceKind.PUBLISHED):
        record_issuance(order(at=present_instant()), registered, kind, "公报", today())
    page = show(registered)
    assert page.view_model.view is not None

    items = life_of(page.view_model.view, page._ways)
    reports = [item for item in items if item.title.startswith("报")]

    assert [item.title for item in reports] == [
        "报市人民政府备案期限",
        "报县人民代表大会常务委员会备案期限",
    ]
    assert all(item.is_due and "15 日" in item.why for item in reports)


def test_a_filing_stands_on_the_line_and_leads_to_its_page(
    show: Show, desk: Desk, heard: Heard
) -> None:
    del desk
    filing_id = receive_one()
    page = show(1)
    assert page.view_model.view is not None

    items = life_of(page.view_model.view, page._ways)
    (filed,) = [item for item in items if item.papers]
    filed.papers[0].open()

    assert heard.routes == [Route("filing", filing_id)]
    assert any(item.why and item.is_due for item in items)


def test_a_number_is_copied_with_a_click(show: Show, registered: int, heard: Heard) -> None:
    number_one(registered)
    page = show(registered)

    page.numbers.parts[1].findChildren(Button)[0].click()

    assert QGuiApplication.clipboard().text() == "YXDR—2026—01001"
    assert heard.done[0].text == "已复制 YXDR—2026—01001"
    QGuiApplication.clipboard().clear()


def test_the_original_is_opened_as_a_copy_that_cannot_be_changed(
    show: Show, register: Register, qtbot: QtBot
) -> None:
    stored = register.files.put_bytes("第一条".encode(), "办法.txt")
    paper = FileEntry(stored.sha256, stored.size, "办法.txt", text="第一条")
    entry = replace(parking_measures(add_body()), files=(paper,))
    page = show(register_document(order(), entry))
    opened: list[QUrl] = []

    def open_place(place: QUrl) -> bool:
        opened.append(place)
        return True

    page.open_place = open_place

    page.tabs.text.original.click()
    qtbot.waitUntil(lambda: bool(opened))

    place = Path(opened[0].toLocalFile())
    assert place.name == "办法.txt"
    assert place.read_text(encoding="utf-8") == "第一条"
    assert place.stat().st_mode & 0o222 == 0


def test_news_of_the_document_are_shown(
    show: Show, registered: int, desk: Desk, qtbot: QtBot
) -> None:
    page = show(registered)

    add_evidence(order(), registered, replace(EVIDENCE[0], note="补交"))
    desk.changes.publish(Changes(documents=True))

    tab = f"程序材料 {len(EVIDENCE) + 1}"
    qtbot.waitUntil(lambda: page.tabs.tabText(Tab.EVIDENCE) == tab)


def test_a_document_that_is_not_there_is_said_so(show: Show, desk: Desk) -> None:
    del desk
    page = show(4711)

    assert page.errors.isVisible()
    assert "4711" in page.errors.text.text()


def test_a_document_that_was_not_registered_leads_to_its_notice(show: Show, heard: Heard) -> None:
    # Given a document refused at the counter
    document_id = refuse_registration(order(), parking_measures(add_body()), "属于内部管理文件")
    page = show(document_id)
    # When its one paper is asked for
    button = page.head.button(DocumentAct.WRITE_NOTICE.value)
    assert button is not None
    button.click()
    # Then the letter page is asked for the notice of this document
    about = (("kind", "registration_refusal"), ("document", str(document_id)))
    assert heard.routes == [Route("letter", None, about)]


def test_a_registered_document_offers_no_notice_of_refusal(show: Show, registered: int) -> None:
    assert show(registered).head.button(DocumentAct.WRITE_NOTICE.value) is None
