"""An issue list is compared, decided and written out by commands."""

from pathlib import Path

from resources import path_of
from tests.ui.commands.desk import Desk

LIST = path_of("samples", "issue-list-2026.xlsx")


def _do(desk: Desk, *words: str) -> str:
    """Run a command that must succeed and return what it said."""
    answer = desk.run(*words)
    assert answer.code == 0, answer.err
    return answer.out


def test_a_list_is_compared_and_its_suspects_listed(desk: Desk) -> None:
    _do(desk, "omissions", "start", str(LIST), "--name", "发文目录")

    words = _do(desk, "omissions", "show", "1", "--standing", "疑似漏报")

    assert "云溪县农村饮水工程运行管理办法" in words
    assert "春季防火" not in words


def test_lines_are_decided_by_their_number_in_the_list_and_taken_back(desk: Desk) -> None:
    _do(desk, "omissions", "start", str(LIST))
    _do(
        desk,
        "omissions",
        "decide",
        "1",
        "8",
        "11",
        "--decision",
        "应当登记",
        "--reason",
        "对外规定",
    )

    assert "已处理 2 行" not in _do(desk, "omissions", "list")
    assert "应当登记" in _do(desk, "omissions", "show", "1")
    _do(desk, "omissions", "reopen", "1", "8", "11", "--reason", "看错")
    assert "应当登记" not in _do(desk, "omissions", "show", "1")


def test_missing_numbers_are_named(desk: Desk) -> None:
    _do(desk, "omissions", "start", str(LIST))
    assert "云政发〔2026〕 缺第 7 号" in _do(desk, "omissions", "gaps", "1")


def test_the_result_is_written_and_the_check_closed(desk: Desk, tmp_path: Path) -> None:
    _do(desk, "omissions", "start", str(LIST))
    _do(desk, "omissions", "export", "1", str(tmp_path / "result.xlsx"))
    _do(desk, "omissions", "close", "1")

    assert (tmp_path / "result.xlsx").stat().st_size > 0
    assert "已结束" in _do(desk, "omissions", "list")
