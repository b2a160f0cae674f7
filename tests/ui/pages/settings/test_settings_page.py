"""The settings: everybody sees them, the administrator changes them, the trail is checked."""

from datetime import date

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from models.database import DATABASE
from models.domain.roles import Role
from models.domain.terms import BodyLevel
from models.queries.bodies import body_named
from models.queries.office import office, person_by_login
from models.queries.trail import present_anchor
from models.tables.audit import AuditLine
from models.tables.documents import Document
from tests.models.office import (
    ADMINISTRATOR,
    CLERK,
    GOVERNMENT,
    HEAD,
    add_body,
    changed,
    register_one,
)
from tests.ui.pages.conftest import Heard, SitDown
from tests.ui.pages.finding import part_of
from tests.ui.pages.window_watch import windows_opened
from ui.desk import Desk, Route
from ui.pages.settings.about_section import AboutSection
from ui.pages.settings.bodies_section import BodiesSection
from ui.pages.settings.look_section import LookSection
from ui.pages.settings.office_section import OfficeSection
from ui.pages.settings.page import SettingsPage
from ui.pages.settings.people_section import PeopleSection
from ui.pages.settings.profile_section import ProfileSection
from ui.pages.settings.trail_section import TrailSection
from ui.widgets.confirm_dialog import ConfirmDialog
from ui.widgets.labels import WrappedLabel
from ui.widgets.theme import Scheme


def shown(qtbot: QtBot, desk: Desk, section: str) -> SettingsPage:
    """Return the settings at one part, read."""
    page = SettingsPage(desk)
    qtbot.addWidget(page)
    page.resize(1198, 640)
    page.show()
    page.open(Route("settings", None, (("section", section),)))
    wait(qtbot, desk)
    return page


def wait(qtbot: QtBot, desk: Desk) -> None:
    """Wait until nothing is under way."""
    qtbot.waitUntil(desk.runner.is_idle, timeout=10_000)


@pytest.fixture
def admin(sit_down: SitDown) -> Desk:
    """Return the administrator's desk."""
    return sit_down(ADMINISTRATOR)


def test_the_administrator_changes_the_office(qtbot: QtBot, admin: Desk, heard: Heard) -> None:
    page = shown(qtbot, admin, "office")
    section = part_of(page, OfficeSection)

    section.form.show_values({"contact_name": "林知夏", "letter_code": "云司法"})
    section.save.click()
    wait(qtbot, admin)

    assert (office().contact_name, office().letter_code) == ("林知夏", "云司法")
    assert office().profile == "hunan"
    assert heard.done[0].text == "已保存单位信息"


def test_an_office_without_a_name_is_not_saved(qtbot: QtBot, admin: Desk, heard: Heard) -> None:
    page = shown(qtbot, admin, "office")
    section = part_of(page, OfficeSection)

    section.form.show_values({"office_name": "  "})
    section.save.click()
    wait(qtbot, admin)

    assert office().office_name == "云溪县司法局"
    assert heard.done == []
    assert "请填写单位名称。" in [one.text() for one in section.findChildren(WrappedLabel)]


@pytest.mark.parametrize("login", [CLERK, HEAD])
def test_who_may_not_change_the_office_sees_it_with_the_reason(
    qtbot: QtBot, sit_down: SitDown, login: str
) -> None:
    page = shown(qtbot, sit_down(login), "office")
    section = part_of(page, OfficeSection)

    assert section.save.isHidden()
    assert all(line.isReadOnly() for line in section.lines.values())
    assert "单位信息由管理员更改。" in [one.text() for one in section.findChildren(WrappedLabel)]


def test_every_rule_is_shown_with_source_and_check(qtbot: QtBot, admin: Desk) -> None:
    page = shown(qtbot, admin, "profile")
    section = part_of(page, ProfileSection)

    model = section.rules.model
    rows = [[str(model.index(row, at).data()) for at in range(5)] for row in range(40)]
    by_title = {row[0]: row[1:] for row in rows}
    assert by_title["形式审查的期限"] == ["5 个工作日", "各地通行做法", "未核实", "沿用国家基准"]
    assert by_title["审查的期限"][0] == "30 日"
    assert by_title["有效期"][0] == "5 年"
    assert by_title["第三个统一"][0] == "统一公布"
    assert by_title["未经登记编号的无效"][0] == "是"
    assert "只提示" in by_title["登记前应有的材料"][0]
    numbers = [
        str(model.index(row, 1).data())
        for row in range(model.rowCount())
        if str(model.index(row, 0).data()) == "统一登记号的写法"
    ]
    assert numbers[0].startswith("例如 YXDR—")
    assert numbers[0].endswith("—01007")


def test_another_profile_comes_into_force_after_a_question(
    qtbot: QtBot, admin: Desk, heard: Heard
) -> None:
    page = shown(qtbot, admin, "profile")
    section = part_of(page, ProfileSection)
    assert section.switch.isHidden()
    section.choice.setCurrentIndex(section.choice.findData("shaanxi"))
    section.choice.activated.emit(section.choice.currentIndex())
    wait(qtbot, admin)
    assert section.state.text() == "只是查看，还没有改用"
    assert office().profile == "hunan"

    section.switch.click()
    question = part_of(section, ConfirmDialog)
    said = [one.text() for one in question.findChildren(WrappedLabel)]
    assert any("已经登记的文件仍按当时的规则包版本" in text for text in said)
    question.proceed.click()
    wait(qtbot, admin)

    assert office().profile == "shaanxi"
    assert heard.done[0].text.startswith("已改用规则包：陕西")
    assert section.state.text() == "正在使用"


def test_a_clerk_looks_at_profiles_but_does_not_switch(qtbot: QtBot, desk: Desk) -> None:
    page = shown(qtbot, desk, "profile")
    section = part_of(page, ProfileSection)

    section.choice.setCurrentIndex(section.choice.findData("national"))
    section.choice.activated.emit(section.choice.currentIndex())
    wait(qtbot, desk)

    assert section.switch.isHidden()


def test_a_body_is_entered(qtbot: QtBot, desk: Desk) -> None:
    page = shown(qtbot, desk, "bodies")
    section = part_of(page, BodiesSection)
    section.add.click()
    section.form.form.show_values({"name": "云溪县水利局", "organ_code": "12"})
    section.form.body_class.setCurrentIndex(1)
    section.form.level.setCurrentIndex(section.form.level.findData(BodyLevel.CITY))
    assert section.dialog is not None
    section.dialog.proceed.click()
    wait(qtbot, desk)

    body = body_named("云溪县水利局")
    assert body is not None
    assert (body.organ_code, body.level) == ("12", BodyLevel.CITY)
    assert section.dialog is None
    assert section.bodies.model.rowCount() == 1


def test_a_body_entered_twice_is_refused_in_the_dialog(qtbot: QtBot, desk: Desk) -> None:
    add_body()
    page = shown(qtbot, desk, "bodies")
    section = part_of(page, BodiesSection)
    section.add.click()
    section.form.form.show_values({"name": "云溪县人民政府"})
    assert section.dialog is not None

    section.dialog.proceed.click()
    wait(qtbot, desk)

    assert section.dialog is not None
    assert "已经在名册中" in section.dialog.problem.text()


def test_why_a_body_is_not_eligible_must_be_said(qtbot: QtBot, desk: Desk) -> None:
    page = shown(qtbot, desk, "bodies")
    section = part_of(page, BodiesSection)
    section.add.click()
    section.form.form.show_values({"name": "云溪县治超领导小组", "eligible": False})
    assert section.dialog is not None

    section.dialog.proceed.click()
    wait(qtbot, desk)
    assert body_named("云溪县治超领导小组") is None
    section.form.form.show_values({"reason": "议事协调机构"})
    section.dialog.proceed.click()
    wait(qtbot, desk)

    body = body_named("云溪县治超领导小组")
    assert body is not None
    assert (body.is_eligible, body.ineligible_reason) == (False, "议事协调机构")


def test_a_code_left_out_is_entered_by_correcting_the_body(
    qtbot: QtBot, desk: Desk, heard: Heard
) -> None:
    # Given a body without its code, selected in the table
    add_body(changed(GOVERNMENT, organ_code=""))
    page = shown(qtbot, desk, "bodies")
    section = part_of(page, BodiesSection)
    assert not section.correct.isEnabled()
    section.bodies.view.selectRow(0)
    # When the clerk corrects it, then the name stands fast and the code is kept
    section.correct.click()
    assert section.form.name.isReadOnly()
    section.form.form.show_values({"organ_code": "01"})
    assert section.dialog is not None
    section.dialog.proceed.click()
    wait(qtbot, desk)

    body = body_named(GOVERNMENT.name)
    assert body is not None
    assert body.organ_code == "01"
    assert heard.done[0].text == "已更正 云溪县人民政府"


def test_a_renamed_body_keeps_its_old_name_and_names_its_successor(
    qtbot: QtBot, desk: Desk
) -> None:
    add_body()
    page = shown(qtbot, desk, "bodies")
    section = part_of(page, BodiesSection)
    assert not section.succeed.isEnabled()
    section.bodies.view.selectRow(0)
    section.succeed.click()
    section.form.form.show_values({"name": "云溪市人民政府", "ended_date": date(2026, 3, 1)})
    assert section.form.organ_code.text() == "01"
    assert section.dialog is not None

    section.dialog.proceed.click()
    wait(qtbot, desk)

    old = body_named("云溪县人民政府")
    assert old is not None
    assert (old.ended_date, old.successor_name) == (date(2026, 3, 1), "云溪市人民政府")


def test_a_person_is_added_with_roles(qtbot: QtBot, admin: Desk) -> None:
    page = shown(qtbot, admin, "people")
    section = part_of(page, PeopleSection)
    section.add.click()
    section.form.form.show_values({"name": "林知夏", "login": "lin"})
    assert section.dialog is not None
    section.dialog.proceed.click()
    wait(qtbot, admin)
    assert person_by_login("lin") is None

    section.form.boxes[Role.CLERK].setChecked(True)
    section.dialog.proceed.click()
    wait(qtbot, admin)

    added = person_by_login("lin")
    assert added is not None
    assert (added.name, added.roles) == ("林知夏", frozenset({Role.CLERK}))


def test_a_person_is_retired(qtbot: QtBot, admin: Desk) -> None:
    page = shown(qtbot, admin, "people")
    section = part_of(page, PeopleSection)
    section.people.view.selectRow(1)
    section.change.click()
    assert section.form.login.isReadOnly()
    section.form.active.setChecked(False)
    assert section.dialog is not None

    section.dialog.proceed.click()
    wait(qtbot, admin)

    clerk = person_by_login(CLERK)
    assert clerk is not None
    assert not clerk.is_active


def test_the_last_administrator_stays(qtbot: QtBot, admin: Desk) -> None:
    page = shown(qtbot, admin, "people")
    section = part_of(page, PeopleSection)
    section.people.view.selectRow(0)
    section.change.click()
    section.form.active.setChecked(False)
    assert section.dialog is not None

    section.dialog.proceed.click()
    wait(qtbot, admin)

    assert section.dialog is not None
    assert "没有在岗的管理员" in section.dialog.problem.text()


def test_a_clerk_changes_no_people(qtbot: QtBot, desk: Desk) -> None:
    page = shown(qtbot, desk, "people")
    section = part_of(page, PeopleSection)

    assert section.add.isHidden()
    assert section.change.isHidden()
    section.people.view.opened.emit(1)
    assert section.dialog is None


def test_the_look_changes_at_once_and_is_remembered(qtbot: QtBot, desk: Desk) -> None:
    page = shown(qtbot, desk, "look")
    section = part_of(page, LookSection)

    section.schemes[Scheme.DARK].click()
    section.slider.setValue(15)

    assert (desk.look.scheme, desk.look.scale) == (Scheme.DARK, 150)
    assert desk.remembered.text("look.scheme", "") == "dark"
    assert desk.remembered.number("look.scale", 0) == 150
    assert section.percent.text() == "150%"


def test_a_sound_trail_says_so(qtbot: QtBot, desk: Desk) -> None:
    register_one()
    page = shown(qtbot, desk, "trail")
    section = part_of(page, TrailSection)
    section.typed.setText(str(present_anchor()))

    section.verify.click()
    wait(qtbot, desk)

    assert section.result is not None
    assert section.result.accessibleName() == "留痕全部相符"
    assert section.progress.isHidden()


def test_an_anchor_that_does_not_fit_is_a_fault(qtbot: QtBot, desk: Desk) -> None:
    page = shown(qtbot, desk, "trail")
    section = part_of(page, TrailSection)
    section.typed.setText(f"{present_anchor().count}-0123456789abcdef")

    section.verify.click()
    wait(qtbot, desk)

    assert section.result is not None
    assert section.result.accessibleName() == "留痕有 1 处不符"
    said = " ".join(one.text() for one in section.result.findChildren(WrappedLabel))
    assert "锚点之前被重写" in said
    assert "增加人员" in said


def test_lines_that_were_changed_or_removed_are_named(qtbot: QtBot, desk: Desk) -> None:
    for trigger in ("audit_line_no_update", "audit_line_no_delete"):
        DATABASE.execute_sql(f"DROP TRIGGER IF EXISTS {trigger}")
    AuditLine.update(payload='{"name":"别人"}').where(AuditLine.sequence == 2).execute()
    AuditLine.delete().where(AuditLine.sequence == 3).execute()
    page = shown(qtbot, desk, "trail")
    section = part_of(page, TrailSection)

    section.verify.click()
    wait(qtbot, desk)

    assert section.result is not None
    said = [one.text() for one in section.result.findChildren(WrappedLabel)]
    assert any(text.startswith("· 第 2 行被改动：") and "方若川，增加人员" in text for text in said)
    assert "· 第 3 行被删除" in said


def test_a_record_changed_behind_the_program_s_back_is_named(qtbot: QtBot, desk: Desk) -> None:
    document_id = register_one()
    Document.update(title="改过的名称").where(Document.id == document_id).execute()
    page = shown(qtbot, desk, "trail")
    section = part_of(page, TrailSection)

    section.verify.click()
    wait(qtbot, desk)

    assert section.result is not None
    assert section.result.accessibleName() == "留痕相符，但是记录有 1 处不符"
    said = " ".join(one.text() for one in section.result.findChildren(WrappedLabel))
    assert "文件名称" in said


def test_what_is_no_anchor_is_refused(qtbot: QtBot, desk: Desk) -> None:
    page = shown(qtbot, desk, "trail")
    section = part_of(page, TrailSection)
    section.typed.setText("十二")

    section.verify.click()
    wait(qtbot, desk)

    assert section.error.title.text() == "锚点写法不对"
    assert section.result is None


def test_about_names_version_and_folder(qtbot: QtBot, desk: Desk) -> None:
    page = shown(qtbot, desk, "about")
    section = part_of(page, AboutSection)

    said = [one.text() for one in section.facts.findChildren(WrappedLabel)]
    assert any(text.startswith("规范性文件登记审查工作台 0.") for text in said)
    assert str(desk.register.folder) in said
    assert section.licences.isHidden()
    section.show_licences.click()
    assert not section.licences.isHidden()


@pytest.mark.parametrize("section", ["office", "style", "profile", "laws", "look"])
def test_no_part_of_the_settings_opens_as_a_window_of_its_own(
    qtbot: QtBot, qapp: QApplication, admin: Desk, section: str
) -> None:
    with windows_opened(qapp) as opened:
        page = shown(qtbot, admin, section)
    assert opened == [page]
