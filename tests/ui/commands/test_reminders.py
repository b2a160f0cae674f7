"""The reminders of a quarter are written, then issued, one a unit."""

from pathlib import Path

import pytest

from tests.ui.commands.desk import Answer, Desk
from tests.ui.commands.test_due import FARMS, ROADS, historic


def two_units(desk: Desk) -> None:
    """Enter three documents of two units whose terms end in the first quarter of 2027."""
    historic(desk, 7, "2027-01-31")
    historic(desk, 8, "2027-02-28", FARMS)
    historic(desk, 9, "2027-03-31")
    historic(desk, 10, "2027-04-01")


def reminders(desk: Desk, folder: Path, *words: object, quarter: str = "2027Q1") -> Answer:
    """Run the command for the first quarter of 2027 as JSON."""
    line = ("--register", desk.folder, "--as", "xu", "--json", "reminders")
    return desk.type(*line, "--quarter", quarter, "--out", folder, *words)


def test_each_unit_gets_a_draft_in_both_formats_and_nothing_is_issued(
    desk: Desk, tmp_path: Path
) -> None:
    two_units(desk)
    drafts = reminders(desk, tmp_path / "out").objects
    assert {one["unit"]: len(one["document_ids"]) for one in drafts} == {ROADS: 2, FARMS: 1}
    for one in drafts:
        assert [Path(paper).suffix for paper in one["papers"]] == [".docx", ".pdf"]
        assert all(one["unit"] in paper for paper in one["papers"])
        assert all(Path(paper).stat().st_size > 1000 for paper in one["papers"])
    assert desk.count("letters") == 0


def test_drafts_written_again_leave_those_that_are_there(desk: Desk, tmp_path: Path) -> None:
    two_units(desk)
    first = reminders(desk, tmp_path, "--format", "docx").objects
    Path(first[0]["papers"][0]).write_text("改过", encoding="utf-8")
    reminders(desk, tmp_path, "--format", "docx")
    assert Path(first[0]["papers"][0]).read_text(encoding="utf-8") == "改过"
    assert len(list(tmp_path.glob("*.docx"))) == 4


def test_issued_they_are_numbered_and_not_written_a_second_time(desk: Desk, tmp_path: Path) -> None:
    two_units(desk)
    issued = reminders(desk, tmp_path, "--issue", "--checked").objects
    assert [one["letter_number"] for one in issued] == [
        "云司届提〔2026〕1号",
        "云司届提〔2026〕2号",
    ]
    assert desk.count("letters") == 2
    assert reminders(desk, tmp_path, "--issue", "--checked").objects == []
    kinds = [
        row["kind"]
        for row in desk.type("--register", desk.folder, "--json", "due", "--within", 110).objects
    ]
    assert "reminder" not in kinds


@pytest.mark.parametrize("written", ["2027Q1", "2027q1", "2027-1", "2027年第一季度", "2027年1季"])
def test_a_quarter_is_read_as_people_write_it(desk: Desk, tmp_path: Path, written: str) -> None:
    historic(desk, 7, "2027-01-31")
    assert len(reminders(desk, tmp_path, quarter=written).objects) == 1


def test_what_is_no_quarter_is_bad_input(desk: Desk, tmp_path: Path) -> None:
    answer = reminders(desk, tmp_path, quarter="2027Q5")
    assert answer.code == 2
    assert "2027Q1" in answer.err


def test_without_a_quarter_the_one_to_remind_of_is_taken(desk: Desk, tmp_path: Path) -> None:
    historic(desk, 7, "2026-12-31")
    out = desk.run("reminders", "--out", tmp_path).out
    assert f"{ROADS}　1 件" in out
    assert "共 1 份草稿" in out


def test_when_nobody_is_to_be_reminded_that_is_said(desk: Desk, tmp_path: Path) -> None:
    answer = desk.run("reminders", "--quarter", "2030Q2", "--out", tmp_path)
    assert "2030年第二季度没有需要提醒的单位" in answer.out


def test_a_reply_and_a_step_done_are_recorded_and_shown(desk: Desk) -> None:
    document_id = historic(desk, 7, "2027-01-31")
    answer = ("--choice", "继续有效", "--by", "周知远", "--date", "2026-09-15")
    recorded = desk.ask("reminders", "reply", document_id, *answer, "--reason", "仍需执行")
    assert recorded["document_ids"] == [document_id]
    desk.ask("reminders", "done", document_id, "开展评估", "--date", "2026-09-10")
    shown = desk.ask("reminders", "show", document_id)
    assert [one["choice"] for one in shown["replies"]] == ["continue"]
    words = desk.run("reminders", "show", document_id).out
    assert "开展评估　2026-09-10 已办" in words
    assert "单位回复：继续有效　经办人：周知远　仍需执行" in words
    assert "提醒实施单位　不需要" in words


def test_a_step_recorded_by_mistake_is_withdrawn(desk: Desk) -> None:
    document_id = historic(desk, 7, "2027-01-31")
    mark_id = desk.ask("reminders", "done", document_id, "报送审议")["mark_id"]
    desk.ask("reminders", "undone", mark_id, "--reason", "记错")
    assert "已撤回：记错" in desk.run("reminders", "show", document_id).out
    assert desk.run("reminders", "undone", mark_id, "--reason", "记错").code == 3


def test_a_choice_that_is_none_is_bad_input(desk: Desk) -> None:
    document_id = historic(desk, 7, "2027-01-31")
    answer = desk.run("reminders", "reply", document_id, "--choice", "再议", "--by", "周知远")
    assert answer.code == 2
    assert "继续有效" in answer.err
