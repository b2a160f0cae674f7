"""The office: founding, people, bodies, settings, profiles, ledger and trail."""

import shutil
import sqlite3
from pathlib import Path

from tests.ui.commands.desk import Desk


def test_a_second_register_in_the_folder_is_refused(desk: Desk) -> None:
    answer = desk.run("init", "--name", "另一个局", "--profile", "hunan")
    assert answer.code == 2
    assert "已经有登记簿" in answer.err


def test_a_profile_that_is_not_on_the_shelf_is_refused(desk: Desk, tmp_path: Path) -> None:
    line = ("init", "--name", "某局", "--profile", "atlantis")
    answer = desk.type("--register", tmp_path / "new", *line)
    assert answer.code == 2
    assert "hunan" in answer.err


def test_people_are_added_by_the_administrator(desk: Desk) -> None:
    line = ("people", "add", "lin", "--name", "林一舟", "--role", "登记员", "--role", "reviewer")
    assert desk.run(*line, login="xu").code == 3
    assert desk.ask(*line, login="fang")["roles"] == ["clerk", "reviewer"]
    assert desk.run(*line, login="fang").code == 2
    people = desk.run("people", "list").out
    assert "林一舟  审查员、登记员" in people


def test_who_leaves_may_no_longer_act(desk: Desk) -> None:
    line = ("people", "change", "xu")
    assert desk.run(*line, "--inactive", login="xu").code == 3
    assert desk.ask(*line, "--inactive", login="fang")["is_active"] is False
    answer = desk.run("number", 1)
    assert answer.code == 2
    assert "“xu”" in answer.err
    back = desk.ask(*line, "--active", "--role", "登记员", "--role", "负责人", login="fang")
    assert (back["is_active"], sorted(back["roles"])) == (True, ["clerk", "head"])
    assert desk.run("people", "change", "nobody", "--inactive", login="fang").code == 2


def test_the_last_administrator_stays(desk: Desk) -> None:
    answer = desk.run("people", "change", "fang", "--inactive", login="fang")
    assert answer.code == 3
    assert "管理员" in answer.err


def test_a_role_that_is_not_known_is_refused_with_those_that_are(desk: Desk) -> None:
    answer = desk.run("people", "add", "lin", "--name", "林一舟", "--role", "局长", login="fang")
    assert answer.code == 2
    assert "clerk（登记员）" in answer.err


def test_a_renamed_body_leaves_its_name_on_old_documents(desk: Desk) -> None:
    document_id = desk.register_parking()
    renamed = desk.ask("bodies", "rename", "县政府", "--to", "云溪市人民政府")
    assert renamed["name"] == "云溪市人民政府"
    facts = desk.ask("show", document_id)["facts"]
    assert facts["issuing_body_name"] == "云溪县人民政府"
    assert desk.run("bodies", "rename", "县政府", "--to", "云溪区人民政府").code == 3
    bodies = desk.run("bodies", "list").out
    assert "2026-09-16" in bodies


def test_a_body_is_entered_once(desk: Desk) -> None:
    line = ("bodies", "add", "云岭乡人民政府", "--class", "乡镇规范性文件")
    assert desk.ask(*line)["short_name"] == "云岭乡人民政府"
    assert desk.run(*line).code == 2


def test_a_body_may_be_entered_as_not_eligible(desk: Desk) -> None:
    line = (
        "bodies",
        "add",
        "停车领导小组",
        "--class",
        "government",
        "--ineligible",
        "议事协调机构",
    )
    assert desk.ask(*line)["is_eligible"] is False


def test_settings_are_changed_by_the_administrator(desk: Desk) -> None:
    line = ("settings", "set", "contact_phone=0000-7", "联系人=方若川")
    assert desk.run(*line, login="tang").code == 3
    assert desk.ask(*line, login="fang")["changed"] == 2
    assert "联系电话（contact_phone）：0000-7" in desk.run("settings", "list").out
    assert desk.run("settings", "set", "colour=red", login="fang").code == 2


def test_a_profile_shows_where_each_value_comes_from(desk: Desk) -> None:
    assert "湖南省" in desk.run("profiles", "list").out
    shown = desk.run("profiles", "show", "hunan").out
    assert "公布到施行的间隔：30日（湖南省行政规范性文件管理办法第二十条，已核实）" in shown
    assert desk.run("profiles", "show", "atlantis").code == 2


def test_the_ledger_lists_and_checks_its_numbers(desk: Desk) -> None:
    desk.ask("number", desk.register_parking())
    ledger = desk.run("numbers", "ledger", "统一登记号").out
    assert "YXDR—2026—01001" in ledger
    assert desk.ask("numbers", "report")["faults"] == []
    assert "没有漏号" in desk.run("numbers", "report").out
    assert desk.run("numbers", "ledger", "旧账").code == 2


def test_a_lost_number_is_reported(desk: Desk) -> None:
    desk.ask("number", desk.register_parking())
    with sqlite3.connect(desk.folder / "register.db") as tampered:
        tampered.execute("UPDATE number_count SET count = 3")
        tampered.execute("UPDATE number_counter SET last_count = 3")
    tampered.close()
    report = desk.run("numbers", "report").out
    assert report.count("漏号") == 2


def test_a_sound_trail_is_verified_against_its_anchor(desk: Desk) -> None:
    anchor = desk.ask("audit", "anchor")["anchor"]
    desk.register_parking()
    assert desk.ask("audit", "verify", "--anchor", anchor)["is_sound"] is True
    assert "没有改动" in desk.run("audit", "verify").out
    assert "与留痕一致" in desk.run("audit", "verify").out
    assert desk.run("audit", "verify", "--anchor", "昨天").code == 2


def test_a_record_changed_with_another_tool_is_named(desk: Desk) -> None:
    # Given a register in which another tool changed a title and a date
    desk.register_parking()
    with sqlite3.connect(desk.folder / "register.db") as tampered:
        tampered.execute("UPDATE document SET title = '他名', adopted_date = '2020-01-01'")
    tampered.close()
    # When trail and records are verified
    answer = desk.type("--register", desk.folder, "audit", "verify")
    # Then the trail is whole, and the record and its fields are named
    assert answer.code == 1
    assert "没有改动" in answer.out
    assert "文件第 1 号与留痕不符：文件名称、成文日期" in answer.out
    assert "1 条" in answer.err


def test_a_trail_that_was_cut_off_is_found_by_the_anchor(desk: Desk, tmp_path: Path) -> None:
    before = tmp_path / "before"
    shutil.copytree(desk.folder, before)
    desk.register_parking()
    anchor = desk.ask("audit", "anchor")["anchor"]
    answer = desk.type("--register", before, "audit", "verify", "--anchor", anchor)
    assert answer.code == 1
    assert "末尾被截去" in answer.out
    assert "1 处" in answer.err


def test_the_trail_of_a_record_names_who_did_what(desk: Desk) -> None:
    document_id = desk.register_parking()
    desk.ask("number", document_id)
    lines = desk.type(
        "--register", desk.folder, "--json", "audit", "trail", "document", document_id
    )
    acts = [(one["person"], one["act"]) for one in lines.objects]
    assert acts == [("许知禾", "register_document"), ("许知禾", "allot_number")]


def test_a_record_that_is_not_there_is_refused(desk: Desk) -> None:
    for kind in ("document", "filing", "review", "letter"):
        answer = desk.run("show", 99, "--kind", kind)
        assert answer.code == 2
        assert "99" in answer.err


def test_lists_are_narrowed_by_words(desk: Desk) -> None:
    desk.register_parking()
    assert "停车场" in desk.run("list", "--find", "停车场").out
    assert desk.run("list", "文件", "--find", "电梯").out == "没有符合条件的记录。\n"
