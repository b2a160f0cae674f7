"""The catalogue of a day is listed, and written as the extension says."""

from pathlib import Path

import pytest

from tests.ui.commands.desk import Desk


@pytest.mark.parametrize("name", ["目录.xlsx", "目录.docx", "目录.pdf", "目录"])
def test_the_extension_says_what_is_written(desk: Desk, tmp_path: Path, name: str) -> None:
    desk.receive_housing()
    told = desk.ask("catalogue", "--on", "2026-10-01", "--out", tmp_path / name)
    assert told["day"] == "2026-10-01"
    assert told["counts"] == {"effective": 1}
    assert Path(told["file"]).is_file()


def test_only_what_is_in_force_is_listed_unless_told_otherwise(desk: Desk) -> None:
    desk.receive_housing()

    def listed(*words: object) -> list[str]:
        answer = desk.type("--register", desk.folder, "--json", "catalogue", *words)
        assert answer.code == 0, answer.err
        return [row["status"] for row in answer.objects]

    assert listed("--on", "2026-07-01") == []
    assert listed("--on", "2026-10-01") == ["effective"]
    assert listed("--on", "2026-07-01", "--status", "尚未施行") == ["not_yet_effective"]
    assert listed("--on", "2026-10-01", "--body", "云溪县人民政府") == []


def test_a_folder_with_other_files_is_refused_by_a_sentence(desk: Desk, tmp_path: Path) -> None:
    (tmp_path / "总结.txt").write_text("", encoding="utf-8")
    answer = desk.run("catalogue", "--out", tmp_path)
    assert answer.code != 0
    assert "原来的文件没有动" in answer.err
