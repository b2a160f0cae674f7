"""Suggestions at the command line: from the letter that came to the answer."""

from tests.ui.commands.desk import Desk

ADD = (
    *("suggestion", "add", "--from", "沈知珩", "--address", "云溪县柳渡镇幸福路18号"),
    *("--title", "柳渡镇农村住房建设管理规定", "--matter", "请求审查第七条"),
    *("--received", "2026-08-20"),
)


def test_a_suggestion_goes_from_the_letter_to_the_answer(desk: Desk) -> None:
    added = desk.ask(*ADD)
    assert added["register_number"] == "建议〔2026〕1号"
    assert desk.ask("suggestion", "screen", 1, "启动审查", login="gu")["state"] == "accepted"
    reached = ("--conclusion", "no_contradiction", "--reasons", "未发现抵触。")
    desk.ask("suggestion", "conclude", 1, *reached, login="gu")
    assert desk.ask("suggestion", "answer", 1, "--date", "2026-09-16")["is_timely"] is True
    assert desk.ask("suggestion", "figures", "--year", 2026)["accepted_answered"] == 1


def test_only_who_asks_for_it_sees_the_name(desk: Desk) -> None:
    desk.ask(*ADD)
    for shown in (desk.run("suggestion", "list"), desk.run("suggestion", "show", 1)):
        assert "沈某某" in shown.out
        assert "沈知珩" not in shown.out
        assert "幸福路" not in shown.out
    assert "幸福路" in desk.run("suggestion", "show", 1, "--with-name").out


def test_a_rate_of_nothing_is_no_rate(desk: Desk) -> None:
    assert "反馈率（已答复÷收到）：—" in desk.run("suggestion", "figures", "--year", 2026).out


def test_what_is_missing_is_asked_for_and_comes(desk: Desk) -> None:
    desk.ask(*ADD)
    asked = ("suggestion", "screen", 1, "要求补充材料", "--item", "理由")
    assert desk.ask(*asked, login="gu")["state"] == "supplementing"
    came = ("suggestion", "supplemented", 1, "--date", "2026-09-16", "--reasons", "无权设定")
    assert desk.run(*came).code == 0
    assert "无权设定" in desk.run("suggestion", "show", 1).out
