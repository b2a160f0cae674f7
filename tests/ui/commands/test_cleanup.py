"""Results of cleanups are added up at the command line, one object a case."""

from pathlib import Path

from tests.ui.commands.desk import Desk

RESULTS = """{"case_id":"甲","stated_total":288,"stated_counts":{"继续有效":270,"修改":28,"废止":2}}
{"case_id":"乙","stated_total":102,"stated_counts":{"废止":20,"宣布失效":24,"继续有效":58}}
"""


def test_every_case_is_answered_with_its_figures_and_why(desk: Desk, tmp_path: Path) -> None:
    path = tmp_path / "results.jsonl"
    path.write_text(RESULTS, encoding="utf-8")
    answer = desk.type("--json", "cleanup", "reconcile", path)
    assert answer.code == 0
    assert [one["adds_up"] for one in answer.objects] == [False, True]
    assert set(answer.objects[0]) >= {"case_id", "scope", "classes", "adds_up", "why"}
    assert "相差 12 件" in desk.type("cleanup", "reconcile", path).out


def test_a_person_is_not_told_that_figures_agree_with_nothing(desk: Desk, tmp_path: Path) -> None:
    path = tmp_path / "results.jsonl"
    path.write_text('{"case_id":"甲","stated_counts":["5件宣布废止"]}', encoding="utf-8")
    assert "甲　无从核对" in desk.type("cleanup", "reconcile", path).out


def test_a_file_that_is_no_result_is_refused_in_words(desk: Desk, tmp_path: Path) -> None:
    path = tmp_path / "results.jsonl"
    path.write_text("清理结果", encoding="utf-8")
    answer = desk.type("cleanup", "reconcile", path)
    assert answer.code == 2
    assert "第 1 行" in answer.err
