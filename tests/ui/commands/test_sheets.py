"""The papers without a number, at the command line."""

from pathlib import Path

from tests.ui.commands.desk import Desk


def test_the_register_is_written_in_both_formats(desk: Desk, tmp_path: Path) -> None:
    desk.register_parking()

    answer = desk.ask("papers", "登记簿", "--out", tmp_path)

    assert {Path(paper).suffix for paper in answer["papers"]} == {".docx", ".pdf"}
    assert all(Path(paper).stat().st_size for paper in answer["papers"])


def test_what_the_register_does_not_know_is_given_by_its_chinese_name(
    desk: Desk, tmp_path: Path
) -> None:
    document_id = desk.register_parking()

    desk.ask(
        *("papers", "卷宗封面", document_id, "--out", tmp_path),
        *("--set", "保管期限=永久", "--format", "pdf"),
    )

    assert len(list(tmp_path.glob("*.pdf"))) == 1


def test_a_paper_that_takes_a_number_is_refused_with_those_there_are(
    desk: Desk, tmp_path: Path
) -> None:
    answer = desk.run("papers", "备案回执", "--out", tmp_path)

    assert answer.code == 2
    assert "登记簿" in answer.err


def test_a_letter_takes_what_the_register_does_not_know_from_the_command(
    desk: Desk, tmp_path: Path
) -> None:
    filing_id = desk.receive_housing()
    issue = ("letter", "issue", "转送函", filing_id, "--out", tmp_path, "--format", "pdf")

    assert desk.run(*issue).code != 0
    given = ("--set", "主送机关=青岚市司法局", "--set", "理由=由上级机关备案审查。")
    answer = desk.ask(*issue, *given, "--checked")

    assert answer["is_new"]
    assert len(list(tmp_path.glob("*.pdf"))) == 1
