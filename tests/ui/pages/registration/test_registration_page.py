"""The registration form on a real register: read, check, register, refuse, keep as a draft."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QComboBox, QLabel
from pytestqt.qtbot import QtBot

from models.database import DATABASE
from models.domain.lifecycle import MakingState
from models.domain.profile import MakingStep
from models.domain.records import BodyEntry, FileRole, RelationEntry
from models.domain.terms import DocumentClass, EvidenceKind, RelationKind
from models.domain.validity import ValidityTerm, ValidityTermKind
from models.queries.document_page import document_page
from models.queries.document_rows import DocumentPage
from models.queries.documents import DocumentFilter, DocumentOrder, document_ids
from models.queries.office import profile, today
from tests.models.office import (
    GATES,
    GOVERNMENT,
    LABOUR,
    LEADING_GROUP,
    TOWN,
    add_body,
    parking_measures,
    register_one,
)
from tests.ui.pages.conftest import Heard
from tests.ui.pages.dropping import drop_on
from ui.desk import Desk, Route
from ui.pages.registration.page import RegistrationPage
from ui.parts.body_dialog import BodyDialog
from ui.parts.fidelity_card import FidelityCard
from ui.widgets.buttons import Button
from ui.widgets.reason_dialog import ReasonDialog

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")

SAMPLES = Path(__file__).parents[4] / "resources" / "samples"
PARKING = SAMPLES / "01-parking-measures.docx"
WAGES = SAMPLES / "04-wage-account-joint-rules.docx"
CULTURE = SAMPLES / "09-township-culture-rooms.docx"
WITH_ATTACHMENT = """云溪县人民政府文件

云政规〔2026〕8号

云溪县人民政府关于印发《云溪县公共浴室管理办法》的通知

各乡镇人民政府：

现将《云溪县公共浴室管理办法》印发给你们，请遵照执行。

附件：公共浴室巡查登记表

云溪县人民政府
2026年3月2日

云溪县公共浴室管理办法

第一条　为了规范公共浴室管理，制定本办法。

第二条　本办法自2026年4月1日起施行，有效期5年。

附件

公共浴室巡查登记表
"""
HOUSING = BodyEntry("云溪县住房和城乡建设局", "县住建局", DocumentClass.DEPARTMENT, "12", "云建")


def _shown(qtbot: QtBot, desk: Desk, route: Route = Route("registration")) -> RegistrationPage:  # noqa: B008 -- a frozen value
    page = RegistrationPage(desk)
    qtbot.addWidget(page)
    page.resize(1198, 640)
    page.show()
    page.open(route)
    qtbot.waitUntil(desk.runner.is_idle, timeout=20_000)
    return page


@pytest.fixture
def page(qtbot: QtBot, desk: Desk) -> RegistrationPage:
    """Return the form of an office that knows some bodies."""
    for body in (GOVERNMENT, LABOUR, HOUSING, TOWN, LEADING_GROUP):
        add_body(body)
    return _shown(qtbot, desk)


def _take(qtbot: QtBot, page: RegistrationPage, *files: Path) -> None:
    drop_on(page, files)
    qtbot.waitUntil(page.desk.runner.is_idle, timeout=20_000)


def _tick_gates(page: RegistrationPage) -> None:
    for kind in GATES:
        page.form.evidence.lines[kind].tick.setChecked(True)


def _fill_in(page: RegistrationPage, body: str = GOVERNMENT.name) -> None:
    page.form.editors.title.set_text("云溪县城镇公共停车场管理办法")
    page.form.editors.issuing_body.setEditText(body)
    _tick_gates(page)


def _problem(page: RegistrationPage, field: str) -> str:
    return page.form.fields._lines[field].problem.text()


def _registered(heard: Heard) -> DocumentPage:
    (route,) = [one for one in heard.routes if one.page == "document"]
    assert route.record_id is not None
    return document_page(route.record_id, profile(), today())


def _register_size() -> int:
    return len(document_ids(DocumentFilter(), DocumentOrder.TITLE, today()))


def test_a_dropped_file_fills_the_form_with_marks_and_reasons(
    page: RegistrationPage, qtbot: QtBot
) -> None:
    _take(qtbot, page, PARKING)

    values = page.form.values()
    assert values.title == "云溪县人民政府关于印发《云溪县城镇公共停车场管理办法》的通知"
    assert values.document_number == "云政规〔2026〕2号"
    assert values.effective_date == date(2026, 5, 1)
    assert values.validity_term == ValidityTerm(ValidityTermKind.YEARS, 5)
    assert values.document_class is DocumentClass.GOVERNMENT
    assert RelationKind.REPEALS in {one.kind for one in values.relations}
    line = page.form.fields._lines["document_number"]
    assert (line.mark.word, line.mark.toolTip()) == ("确定", "文首单独成行")
    assert page.text_side.text.toPlainText().startswith("云溪县人民政府文件")


def test_the_reason_stands_under_the_field_come_to_and_only_there(
    page: RegistrationPage, qtbot: QtBot
) -> None:
    _take(qtbot, page, PARKING)

    # When the person comes to a field, then to a line of a list
    page.form.editors.lines["document_number"].setFocus()
    at_number = page.form.fields.reason_shown()
    page.form.editors.relations.list.lines()[0].number.setFocus()
    at_relation = page.form.fields.reason_shown()

    # Then the reason of that field is shown, and no other
    assert at_number == page.view_model.proposals["document_number"].reason
    assert at_relation == page.view_model.proposals["relations"].reason
    assert page.form.fields.widget("document_number").accessibleDescription() == at_number


def test_the_reason_goes_when_the_value_is_the_clerks_own(
    page: RegistrationPage, qtbot: QtBot
) -> None:
    _take(qtbot, page, PARKING)
    line = page.form.editors.lines["document_number"]
    line.setFocus()

    line.setText("云政规〔2026〕3号")

    assert page.form.fields.reason_shown() == ""


def test_attachments_that_the_text_names_are_marked_and_lit_up(
    page: RegistrationPage, qtbot: QtBot, tmp_path: Path
) -> None:
    # Given a document that names an attachment
    paper = tmp_path / "通知.txt"
    paper.write_text(WITH_ATTACHMENT, encoding="utf-8")
    _take(qtbot, page, paper)

    page.form.editors.files.add_button.setFocus()

    # Then the person is asked whether it is there, and sees where it is named
    assert page.form.fields._lines["files"].mark.word == "请核对"
    assert "公共浴室巡查登记表" in page.form.fields.reason_shown()
    lit = [place for place, _tone in page.text_side.text._places]
    text = page.text_side.text.toPlainText()
    assert any("公共浴室巡查登记表" in text[place.start : place.end] for place in lit)


def test_nothing_read_is_in_the_register_before_the_clerk_registers(
    page: RegistrationPage, qtbot: QtBot
) -> None:
    _take(qtbot, page, PARKING)

    assert _register_size() == 0


def test_joint_issuers_and_the_class_come_from_the_text(
    page: RegistrationPage, qtbot: QtBot
) -> None:
    _take(qtbot, page, WAGES)

    values = page.form.values()
    assert values.issuing_body == LABOUR.name
    assert values.joint_issuers == (HOUSING.name, "云溪县交通运输局")
    assert values.document_class is DocumentClass.DEPARTMENT


def test_another_lead_changes_places_with_the_first(page: RegistrationPage, qtbot: QtBot) -> None:
    _take(qtbot, page, WAGES)

    page.form.editors.joint_issuers.list.lines()[0].lead.click()

    assert page.form.values().issuing_body == HOUSING.name
    assert page.form.values().joint_issuers == (LABOUR.name, "云溪县交通运输局")


def test_what_the_reader_noticed_stands_above_the_text(
    page: RegistrationPage, qtbot: QtBot
) -> None:
    _take(qtbot, page, CULTURE)

    # A card put into a shown page is itself shown with the next round of the event loop.
    card = page.text_side.findChild(FidelityCard)
    assert card is not None
    qtbot.waitUntil(card.isVisible)


def test_the_field_come_to_lights_up_its_place_in_the_text(
    page: RegistrationPage, qtbot: QtBot
) -> None:
    _take(qtbot, page, PARKING)

    page.form.fields.focused.emit("document_number")

    ((lit, _tone),) = page.text_side.text._places
    assert page.text_side.text.toPlainText()[lit.start : lit.end] == "云政规〔2026〕2号"
    assert "发文字号" in page.text_side.fill.text()


@pytest.mark.parametrize(
    ("words", "key", "field", "value"),
    [
        ("县住房和城乡建设局", Qt.Key.Key_Q, "drafting_unit", "县住房和城乡建设局"),
        ("2026年3月26日", Qt.Key.Key_D, "signed_date", date(2026, 3, 26)),
        ("有效期5年", Qt.Key.Key_Y, "validity_term", ValidityTerm(ValidityTermKind.YEARS, 5)),
    ],
)
def test_words_selected_in_the_text_fill_a_field_by_its_key(
    qtbot: QtBot, page: RegistrationPage, words: str, key: Qt.Key, field: str, value: object
) -> None:
    _take(qtbot, page, PARKING)
    pane = page.text_side.text
    start = pane.toPlainText().index(words)
    cursor = QTextCursor(pane.document())
    cursor.setPosition(start)
    cursor.setPosition(start + len(words), QTextCursor.MoveMode.KeepAnchor)
    pane.setTextCursor(cursor)

    QTest.keyClick(pane, key)

    assert getattr(page.form.values(), field) == value


def test_words_that_are_no_date_are_refused_beside_the_field(page: RegistrationPage) -> None:
    page._fill("signed_date", "第一章")

    assert "第一章" in _problem(page, "signed_date")


def test_a_field_the_clerk_has_changed_loses_its_mark(page: RegistrationPage, qtbot: QtBot) -> None:
    _take(qtbot, page, PARKING)

    page.form.editors.lines["document_number"].setText("云政规〔2026〕3号")

    assert not page.form.fields._lines["document_number"].mark.isVisible()


def test_typing_shows_no_problem(page: RegistrationPage) -> None:
    page.form.editors.dates["adopted_date"].line.setText("明天")

    assert _problem(page, "adopted_date") == ""


def test_all_problems_stand_beside_their_fields_at_once(
    page: RegistrationPage, heard: Heard
) -> None:
    page.form.editors.dates["adopted_date"].line.setText("明天")
    page.form.editors.dates["signed_date"].line.setText("2999-01-01")

    page.register.click()

    assert _problem(page, "title")
    assert _problem(page, "issuing_body")
    assert "2026-03-02" in _problem(page, "adopted_date")
    assert "晚于今天" in _problem(page, "signed_date")
    assert page.form.evidence_problem.isVisible()
    assert heard.routes == []


def test_the_problem_of_a_field_goes_when_the_clerk_mends_it(page: RegistrationPage) -> None:
    page.register.click()
    assert _problem(page, "title")

    page.form.editors.title.set_text("云溪县城镇公共停车场管理办法")
    page.form.evidence.lines[EvidenceKind.DRAFTING_NOTE].tick.setChecked(True)

    assert _problem(page, "title") == ""
    assert _problem(page, "issuing_body")
    assert not page.form.evidence_problem.isVisible()


def test_a_document_is_registered_with_its_file_and_leads_on_to_its_number(
    page: RegistrationPage, qtbot: QtBot, heard: Heard
) -> None:
    _take(qtbot, page, PARKING)
    _tick_gates(page)

    page.register.click()
    qtbot.waitUntil(lambda: bool(heard.done))

    document = _registered(heard)
    assert document.facts.making_state is MakingState.REGISTERED
    assert document.files[0].original_name == PARKING.name
    assert document.files[0].text.startswith("云溪县人民政府文件")
    assert {row.kind for row in document.evidence} == set(GATES)
    heard.done[0].steps[0].take()
    assert heard.routes[-1].asked("step") == MakingStep.NUMBERED.value


def test_attachments_are_kept_with_what_they_are(
    page: RegistrationPage, qtbot: QtBot, heard: Heard, tmp_path: Path
) -> None:
    picture = tmp_path / "附图.bin"
    picture.write_bytes(b"\x00\x01picture")
    _take(qtbot, page, PARKING, picture)
    _tick_gates(page)

    page.register.click()
    qtbot.waitUntil(lambda: bool(heard.done))

    names = {file.role: file.original_name for file in _registered(heard).files}
    assert names == {FileRole.OFFICIAL_TEXT: PARKING.name, FileRole.ATTACHMENT: "附图.bin"}


def test_a_missing_gate_is_named_and_holds_registration(
    page: RegistrationPage, heard: Heard
) -> None:
    _fill_in(page)
    page.form.evidence.lines[EvidenceKind.LEGALITY_REVIEW].tick.setChecked(False)

    page.register.click()

    assert "合法性审核" in page.form.evidence_problem.text()
    assert heard.routes == []


def test_more_gates_stand_before_a_document_that_touches_the_market(page: RegistrationPage) -> None:
    line = page.form.evidence.lines[EvidenceKind.FAIR_COMPETITION_REVIEW]
    assert line.gate.isHidden()

    page.form.editors.flags["is_market_related"].setChecked(True)

    assert not line.gate.isHidden()
    assert "未核实" in line.gate.toolTip() or "已核实" in line.gate.toolTip()


def test_a_body_that_may_not_issue_is_refused_beside_its_field(
    page: RegistrationPage, heard: Heard
) -> None:
    _fill_in(page, LEADING_GROUP.name)

    page.register.click()

    assert "议事协调机构" in _problem(page, "issuing_body")
    assert heard.routes == []


def test_a_township_document_is_left_to_its_issuer_by_these_rules(page: RegistrationPage) -> None:
    _fill_in(page, TOWN.name)

    page.register.click()

    assert "制定机关" in _problem(page, "document_class")


def test_a_body_not_in_the_list_can_be_entered_on_the_way(
    page: RegistrationPage, qtbot: QtBot
) -> None:
    _fill_in(page, "云溪县数据局")
    page.register.click()
    assert "body" in page.cards.cards

    page._ask_for_body("云溪县数据局")
    dialog = page.findChildren(BodyDialog)[0]
    dialog.organ_code.setText("27")
    dialog.body_class.setCurrentIndex(list(DocumentClass).index(DocumentClass.DEPARTMENT))
    dialog.proceed.click()
    qtbot.waitUntil(lambda: page.view_model.context.body_named("云溪县数据局") is not None)

    assert "body" not in page.cards.cards
    assert page.form.values().issuing_body == "云溪县数据局"
    assert page.form.values().document_class is DocumentClass.DEPARTMENT


def test_a_title_typed_by_hand_proposes_its_kind_on_leaving_it(page: RegistrationPage) -> None:
    page.form.editors.title.set_text("云溪县停车管理暂行办法")
    page.form.fields.go_to("issuing_body")

    values = page.form.values()
    assert (values.document_kind, values.is_trial) == ("暂行办法", True)


def test_a_kind_chosen_by_the_clerk_stays(page: RegistrationPage) -> None:
    page.form.editors.document_kind.setEditText("通告")
    page.form.editors.title.set_text("云溪县停车管理暂行办法")
    page.form.fields.go_to("issuing_body")

    values = page.form.values()
    assert (values.document_kind, values.is_trial) == ("通告", False)


def test_a_double_is_shown_while_the_form_is_filled_and_needs_the_clerks_word(
    page: RegistrationPage, qtbot: QtBot, heard: Heard
) -> None:
    # Given a document registered before
    register_one(1, 1)
    _fill_in(page)
    page.form.editors.title.set_text("云溪县第1类事项管理办法")
    qtbot.waitUntil(lambda: "doubles" in page.cards.cards)
    # When it is registered again
    page.register.click()
    qtbot.waitUntil(page.errors.isVisible)
    # Then it is refused until the clerk says that it is another one
    assert _register_size() == 1
    assert page.cards.is_another is not None
    page.cards.is_another.setChecked(True)
    page.register.click()
    qtbot.waitUntil(lambda: bool(heard.done))
    assert _register_size() == 2


def test_a_refused_registration_is_recorded_with_its_reason(
    page: RegistrationPage, qtbot: QtBot, heard: Heard
) -> None:
    _fill_in(page, LEADING_GROUP.name)

    page.refuse.click()
    dialog = page.findChildren(ReasonDialog)[0]
    dialog.reason.setText("制定主体不适格")
    dialog.proceed.click()
    qtbot.waitUntil(lambda: bool(heard.done))

    facts = _registered(heard).facts
    assert facts.making_state is MakingState.NOT_REGISTERED
    assert facts.refusal_reason == "制定主体不适格"
    assert heard.done[0].steps == ()


def test_a_refusal_needs_title_and_issuer(page: RegistrationPage) -> None:
    page.refuse.click()

    assert page.findChild(ReasonDialog) is None
    assert _problem(page, "title")


def test_pressing_again_after_an_uncertain_failure_registers_once(
    page: RegistrationPage, qtbot: QtBot, heard: Heard
) -> None:
    # Given a register whose tables cannot be written for a moment
    _fill_in(page)
    DATABASE.execute_sql("ALTER TABLE joint_issuer RENAME TO away")
    DATABASE.execute_sql("ALTER TABLE document RENAME TO away_too")
    page.register.click()
    qtbot.waitUntil(page.errors.isVisible)
    uncertain = page.view_model.performer._uncertain
    DATABASE.execute_sql("ALTER TABLE away_too RENAME TO document")
    DATABASE.execute_sql("ALTER TABLE away RENAME TO joint_issuer")
    # When the clerk presses again
    page.register.click()
    order = page.view_model.performer._under_way
    qtbot.waitUntil(lambda: bool(heard.done))
    # Then it is the same order, and one document
    assert uncertain is not None
    assert order is not None
    assert order[1] is uncertain[1]
    assert _register_size() == 1


def test_a_draft_outlives_the_page_and_can_be_taken_up(
    page: RegistrationPage, qtbot: QtBot, desk: Desk
) -> None:
    # Given a form that was left
    _take(qtbot, page, PARKING)
    page.form.editors.lines["signer"].setText("周敏")
    assert page.may_leave()
    page.close()
    # When the form is opened again
    again = _shown(qtbot, desk)
    (draft,) = again.view_model.shelf.drafts()
    again.cards.draft_wanted.emit(draft)
    qtbot.waitUntil(desk.runner.is_idle, timeout=20_000)
    # Then everything is as it was
    assert again.form.values() == page.form.values()
    assert again.text_side.text.toPlainText().startswith("云溪县人民政府文件")
    assert again.view_model.places_of("document_number")


def test_a_draft_is_kept_while_typing(page: RegistrationPage, qtbot: QtBot) -> None:
    page.form.editors.title.set_text("云溪县试行办法")

    qtbot.waitUntil(lambda: bool(page.view_model.shelf.drafts()), timeout=4_000)


def test_saving_keeps_the_draft_and_registers_nothing(page: RegistrationPage, heard: Heard) -> None:
    _fill_in(page)

    page.offers["file.save"]()

    assert len(page.view_model.shelf.drafts()) == 1
    assert "草稿" in heard.done[0].text
    assert _register_size() == 0


def test_a_registered_document_leaves_no_draft(
    page: RegistrationPage, qtbot: QtBot, heard: Heard
) -> None:
    _take(qtbot, page, PARKING)
    _tick_gates(page)
    page.view_model.save_draft()

    page.register.click()
    qtbot.waitUntil(lambda: bool(heard.done))

    assert page.view_model.shelf.drafts() == ()
    assert list((page.desk.register.folder / "drafts").iterdir()) == []


def test_an_unwanted_draft_is_thrown_away(page: RegistrationPage) -> None:
    page.form.editors.title.set_text("云溪县试行办法")
    page.view_model.begin(is_historic=False)
    (draft,) = page.view_model.shelf.drafts()

    page.cards.draft_unwanted.emit(draft)

    assert page.view_model.shelf.drafts() == ()
    assert not page.cards.isVisible()


def test_a_draft_that_was_damaged_is_left_out(page: RegistrationPage) -> None:
    page.form.editors.title.set_text("云溪县试行办法")
    page.view_model.save_draft()
    (file,) = (page.desk.register.folder / "drafts").glob("*.json")

    file.write_bytes(file.read_bytes()[:40])

    assert page.view_model.shelf.drafts() == ()


def test_a_file_without_readable_text_can_still_be_attached(
    page: RegistrationPage, qtbot: QtBot, tmp_path: Path
) -> None:
    old = tmp_path / "旧文件.doc"
    old.write_bytes(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\x00" * 600)
    _take(qtbot, page, old)
    assert page.errors.isVisible()
    assert "unreadable" in page.cards.cards

    page.cards._want_attach()
    qtbot.waitUntil(lambda: bool(page.view_model.paper.files))

    (file,) = page.view_model.paper.files
    assert (file.name, file.role, file.text) == ("旧文件.doc", FileRole.OFFICIAL_TEXT, "")


def test_a_file_can_be_given_another_role_and_be_left_out(
    page: RegistrationPage, qtbot: QtBot
) -> None:
    _take(qtbot, page, PARKING, WAGES)
    row = page.form.editors.files._rows[1]
    row.findChildren(QComboBox)[0].setCurrentIndex(list(FileRole).index(FileRole.DRAFT))
    assert page.view_model.paper.files[1].role is FileRole.DRAFT

    page.form.editors.files._rows[0].findChildren(Button)[0].click()

    assert [file.name for file in page.view_model.paper.files] == [WAGES.name]


def test_relations_can_be_added_and_taken_away(page: RegistrationPage, qtbot: QtBot) -> None:
    _take(qtbot, page, PARKING)
    before = len(page.form.values().relations)

    page.form.editors.relations.list.add_button.click()
    page.form.editors.relations.list.lines()[-1].title.setText("城市道路管理条例")
    assert len(page.form.values().relations) == before + 1
    holder = page.form.editors.relations.list._holders[page.form.editors.relations.list.lines()[0]]
    holder.findChildren(Button)[-1].click()

    assert len(page.form.values().relations) == before


def test_a_document_that_hardly_is_a_normative_one_is_noted_with_the_reason(
    page: RegistrationPage, qtbot: QtBot, tmp_path: Path
) -> None:
    paper = tmp_path / "任免.txt"
    paper.write_text(
        "云溪县人民政府关于张某某等同志职务任免的通知\n云政任〔2026〕3号\n各乡镇人民政府：\n"
        "经研究，决定任命张某某同志为县粮食局局长。\n云溪县人民政府\n2026年3月2日\n",
        encoding="utf-8",
    )

    _take(qtbot, page, paper)

    told = " ".join(label.text() for label in page.cards.cards["normativity"].findChildren(QLabel))
    assert "不像规范性文件" in told
    assert "人事任免" in told


def test_beside_a_basis_stands_whether_the_law_is_in_force(
    page: RegistrationPage, qtbot: QtBot
) -> None:
    relations = page.form.editors.relations
    repealed = RelationEntry(RelationKind.BASED_ON, "婚姻法", "")
    ended = RelationEntry(RelationKind.REPEALS, "婚姻法", "")
    relations.show_value((repealed, ended))

    relations.changed.emit()
    qtbot.waitUntil(lambda: bool(relations.list.lines()[0].law.text()))

    assert (
        relations.list.lines()[0]
        .law.text()
        .startswith("已废止，由《民法典》代替，自2021年1月1日起")
    )
    assert relations.list.lines()[1].law.isHidden()


def test_reading_can_be_stopped(page: RegistrationPage, qtbot: QtBot, desk: Desk) -> None:
    page.view_model.paper.take([PARKING])
    page.view_model.paper.stop()
    qtbot.waitUntil(desk.runner.is_idle, timeout=20_000)

    assert page.view_model.paper.files == ()
    assert page.form.values().title == ""
    assert not page.text_side.document.busy.isVisible()


@pytest.fixture
def historic_page(qtbot: QtBot, desk: Desk) -> RegistrationPage:
    """Return the form for a document from the past."""
    add_body()
    return _shown(qtbot, desk, Route("registration", extra=(("mode", "historic"),)))


def test_a_past_document_is_recorded_with_its_number_and_without_gates(
    historic_page: RegistrationPage, qtbot: QtBot, heard: Heard
) -> None:
    form = historic_page.form
    assert not form.evidence.isVisible()
    form.editors.title.set_text("云溪县城区机动车停放管理暂行办法")
    form.editors.issuing_body.setEditText(GOVERNMENT.name)
    form.editors.dates["published_date"].show_value(date(2019, 10, 15))
    form.editors.lines["historic_number"].setText("YXDR—2019—01005")

    historic_page.register.click()
    qtbot.waitUntil(lambda: bool(heard.done))

    facts = _registered(heard).facts
    assert facts.unified_number == "YXDR—2019—01005"
    assert facts.making_state is MakingState.PUBLISHED


def test_a_number_of_no_known_series_is_held_beside_its_field(
    historic_page: RegistrationPage,
) -> None:
    historic_page.form.editors.lines["historic_number"].setText("第五号")

    historic_page.register.click()

    assert _problem(historic_page, "historic_number")


def test_a_past_number_used_already_is_told_and_the_document_stays(
    historic_page: RegistrationPage, qtbot: QtBot, heard: Heard
) -> None:
    for title in ("云溪县城区机动车停放管理暂行办法", "云溪县农村客运班线管理暂行规定"):
        heard.routes.clear()
        historic_page.form.editors.title.set_text(title)
        historic_page.form.editors.issuing_body.setEditText(GOVERNMENT.name)
        historic_page.form.editors.lines["historic_number"].setText("YXDR—2019—01005")
        historic_page.register.click()
        qtbot.waitUntil(lambda: any(one.page == "document" for one in heard.routes))

    assert _registered(heard).facts.unified_number == ""
    assert "01005" in str(heard.refused[0].values)


def test_arriving_with_another_file_puts_the_first_form_aside(
    page: RegistrationPage, qtbot: QtBot
) -> None:
    _take(qtbot, page, PARKING)
    page.open(Route("registration", extra=(("file", str(WAGES)),)))
    qtbot.waitUntil(page.desk.runner.is_idle, timeout=20_000)

    assert page.form.values().issuing_body == LABOUR.name
    (aside,) = [one for one in page.view_model.shelf.drafts() if "停车场" in one.values.title]
    assert aside.files[0].name == PARKING.name


def test_coming_back_by_the_same_way_keeps_what_was_typed(
    page: RegistrationPage, qtbot: QtBot
) -> None:
    route = Route("registration", extra=(("file", str(PARKING)),))
    page.open(route)
    qtbot.waitUntil(page.desk.runner.is_idle, timeout=20_000)
    page.form.editors.lines["signer"].setText("周敏")

    page.open(route)

    assert page.form.values().signer == "周敏"


def test_the_entry_says_the_same_as_the_form(
    page: RegistrationPage, qtbot: QtBot, heard: Heard
) -> None:
    wanted = replace(parking_measures(1), files=(), evidence=())
    page.form.show_values(
        replace(
            page.form.values(),
            title=wanted.title,
            issuing_body=GOVERNMENT.name,
            document_kind=wanted.document_kind,
            document_number=wanted.document_number,
            adopted_date=wanted.adopted_date,
            effective_date=wanted.effective_date,
            validity_term=wanted.validity_term,
            signer="周敏",
            drafting_unit="县住建局",
        )
    )
    _tick_gates(page)

    page.register.click()
    qtbot.waitUntil(lambda: bool(heard.done))

    facts = _registered(heard).facts
    assert facts.document_number == wanted.document_number
    assert facts.validity_term == wanted.validity_term
    assert facts.expiry_date == date(2031, 4, 30)
    assert (facts.signer, facts.drafting_unit) == ("周敏", "县住建局")


def test_a_repealed_document_of_the_register_is_linked_by_its_number(
    page: RegistrationPage, qtbot: QtBot, heard: Heard
) -> None:
    # Given an older document of the register
    old_id = register_one(3, 1)
    number = document_page(old_id, profile(), today()).facts.document_number
    # When a document that repeals it by its number is registered
    _fill_in(page)
    repeal = RelationEntry(RelationKind.REPEALS, "", number)
    page.form.editors.relations.show_value((repeal,))
    page.register.click()
    qtbot.waitUntil(lambda: bool(heard.done))
    # Then the old document knows who repeals it
    (relation,) = document_page(old_id, profile(), today()).relations
    assert (relation.kind, relation.is_incoming) == (RelationKind.REPEALS, True)
