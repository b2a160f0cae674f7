"""Templates on the command line: listed, shown, checked, changed and given back."""

from pathlib import Path

from tests.ui.commands.desk import Desk


def written(desk: Desk, folder: Path, before: str, after: str) -> Path:
    """Return a file with the wording in force of the receipt, one word changed."""
    file = folder / "备案回执.txt"
    desk.run("templates", "show", "备案回执", "--out", file)
    file.write_text(file.read_text(encoding="utf-8").replace(before, after), encoding="utf-8")
    return file


def test_a_checked_file_becomes_the_wording_of_the_office_and_the_original_comes_back(
    desk: Desk, tmp_path: Path
) -> None:
    file = written(desk, tmp_path, "予以备案登记。", "准予备案登记。")

    assert "没有问题" in desk.run("templates", "check", "备案回执", file).out
    reason = ("--reason", "按县政府办要求")
    desk.run("templates", "change", "备案回执", file, *reason, login="tang")
    assert "准予备案登记。" in desk.run("templates", "show", "filing_receipt").out
    assert "按县政府办要求" in desk.run("templates", "list").out
    desk.run("templates", "restore", "备案回执", "--reason", "统一", login="tang")
    assert "准予备案登记。" not in desk.run("templates", "show", "filing_receipt").out


def test_a_fault_is_told_with_line_and_remedy_and_nothing_is_changed(
    desk: Desk, tmp_path: Path
) -> None:
    file = written(desk, tmp_path, "主送机关", "主送单位")

    checked = desk.run("templates", "check", "备案回执", file)
    kept = desk.run("templates", "change", "备案回执", file, "--reason", "试", login="tang")

    assert checked.code == kept.code == 2
    assert "第5行" in checked.err
    assert "主送机关" in checked.err
    assert "主送单位" not in desk.run("templates", "show", "备案回执").out


def test_a_clerk_changes_no_wording(desk: Desk, tmp_path: Path) -> None:
    file = written(desk, tmp_path, "予以备案登记。", "准予备案登记。")

    answer = desk.run("templates", "change", "备案回执", file, "--reason", "试", login="xu")

    assert answer.code == 3


def test_a_kind_that_does_not_exist_and_a_file_that_is_no_text_are_refused(
    desk: Desk, tmp_path: Path
) -> None:
    picture = tmp_path / "图片.txt"
    picture.write_bytes(b"\xff\xd8\xff")

    assert desk.run("templates", "show", "请柬").code == 2
    assert desk.run("templates", "check", "备案回执", picture).code == 2
