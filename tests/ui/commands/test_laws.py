"""The catalogue of laws on the command line."""

from pathlib import Path

import pytest

from tests.ui.commands.desk import Desk

ADMINISTRATOR = "fang"


@pytest.fixture
def brought(tmp_path: Path) -> Path:
    """Return a file that names a law the catalogue lacks."""
    path = tmp_path / "新法.csv"
    path.write_text("名称,时效,公布日期\n云溪省停车场条例,有效,2026-03-01\n", encoding="utf-8")
    return path


def test_a_law_is_found_with_its_status(desk: Desk) -> None:
    shown = desk.run("laws", "find", "行政 处罚法").out

    assert "中华人民共和国行政处罚法" in shown
    assert "已修改" in shown


def test_what_is_not_found_is_said_with_the_day_of_the_catalogue(desk: Desk) -> None:
    assert "2026-11-22" in desk.run("laws", "find", "云溪省停车场条例").out


def test_the_laws_a_sentence_cites_are_resolved_with_version_and_standing(desk: Desk) -> None:
    shown = desk.run(
        "laws", "resolve", "根据《城乡规划法》和《婚姻法》第三条", "--on", "2018-06-01"
    ).out

    assert "《中华人民共和国城乡规划法》（2015-04-24 公布的文本）：现行有效" in shown
    assert "已废止，由《民法典》代替" in shown


def test_words_that_name_no_law_are_answered_so(desk: Desk) -> None:
    assert "没有认出" in desk.run("laws", "resolve", "停车").out


def test_about_names_sources_and_what_is_missing(desk: Desk) -> None:
    shown = desk.run("laws", "about").out

    assert "随程序提供" in shown
    assert "注意：" in shown


def test_an_update_is_shown_before_it_is_made_and_can_be_taken_back(
    desk: Desk, brought: Path
) -> None:
    line = ("laws", "update", brought, "--as-of", "2026-03-02")
    assert desk.ask(*line, login=ADMINISTRATOR)["is_saved"] is False
    assert "没有保存" in desk.run(*line, login=ADMINISTRATOR).out
    assert "没有名称含" in desk.run("laws", "find", "云溪省停车场条例").out

    desk.ask(*line, "--confirm", login=ADMINISTRATOR)

    assert "有效" in desk.run("laws", "find", "云溪省停车场条例").out
    assert "新法.csv" in desk.run("laws", "about").out

    desk.ask("laws", "revert", "--reason", "来源不可靠", login=ADMINISTRATOR)

    assert "随程序提供" in desk.run("laws", "about").out


def test_a_clerk_does_not_update_the_catalogue(desk: Desk, brought: Path) -> None:
    line = ("laws", "update", brought, "--as-of", "2026-03-02", "--confirm")

    assert desk.run(*line, login="xu").code == 3


def test_a_law_marked_repealed_lists_the_documents_that_cite_it_until_they_are_looked_at(
    desk: Desk, tmp_path: Path
) -> None:
    # Given a document in force that cites the law on prices
    document_id = desk.register_parking()
    desk.ask("number", document_id)
    desk.ask("issue", document_id, "--kind", "印发", "--date", "2026-03-27", "--medium", "纸质")
    desk.ask("issue", document_id, "--kind", "公布", "--date", "2026-03-28", "--medium", "网站")
    assert "没有变动" in desk.run("laws", "affected").out
    # When a newer catalogue says that law is repealed
    path = tmp_path / "变动.csv"
    path.write_text(
        "名称,时效,公布日期\n中华人民共和国价格法,已废止,1997-12-29\n", encoding="utf-8"
    )
    line = ("laws", "update", path, "--as-of", "2026-03-20", "--confirm")
    desk.ask(*line, login=ADMINISTRATOR)
    # Then the document is listed with the place, and the finding stands behind it
    shown = desk.ask("laws", "affected", "--law", "价格法")
    assert (shown["kind"], shown["open_count"]) == ("repealed", 1)
    assert shown["documents"][0]["places"][0]["clause"]
    finding = ("--outcome", "不受影响", "--note", "只引用名称")
    desk.ask("laws", "reviewed", document_id, "--law", "价格法", *finding)
    assert "不受影响：只引用名称" in desk.run("laws", "affected").out
    assert desk.run("laws", "affected", "--law", "行政处罚法").code == 2
