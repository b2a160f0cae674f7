"""Results of cleanups are read from any file they come in, and added up."""

import json
from pathlib import Path

import pytest

from models.domain.cleanup import CleanupOutcome
from review.cleanup.errors import ResultLineError
from review.cleanup.reconciling.answer import reconcile
from review.cleanup.reconciling.counts import Count, counts_in, outcome_in
from review.cleanup.reconciling.reader import read_results

SHARED = Path(__file__).parents[4] / "shared" / "data"
CASES = SHARED / "cleanup_cases.jsonl"
TABLES = SHARED / "ledger_samples"
REAL = pytest.mark.skipif(not CASES.exists(), reason="the shared data is not at hand")
HEAD = "序号,文件名称,文号,清理结果,清理理由\n"


def lines(path: Path, *cases: dict[str, object]) -> Path:
    text = "\n".join(json.dumps(case, ensure_ascii=False) for case in cases)
    path.write_text(text, encoding="utf-8")
    return path


def table(path: Path, above: str, *results: str) -> Path:
    rows = (
        f"{place},关于第{place}项工作的通知,云政发〔2020〕{place}号,{result},\n"
        for place, result in enumerate(results, 1)
    )
    path.write_text(above + HEAD + "".join(rows), encoding="utf-8")
    return path


@REAL
def test_every_real_campaign_is_answered_and_none_of_them_contradicts_itself() -> None:
    answers = [reconcile(result) for result in read_results(CASES)]
    assert len(answers) == 43
    assert [answer.case_id for answer in answers if not answer.adds_up] == []


@REAL
def test_a_real_campaign_without_figures_is_not_said_to_agree_with_anything() -> None:
    cases = [json.loads(line) for line in CASES.read_text(encoding="utf-8").splitlines()]
    answers = {answer.case_id: answer for answer in map(reconcile, read_results(CASES))}
    for case in cases:
        if not case["stated_counts"]:
            assert not answers[case["case_id"]].is_compared
        elif case["items"] and "excerpt" not in case["kind"]:
            assert answers[case["case_id"]].is_compared


@REAL
def test_a_real_campaign_with_one_row_too_many_no_longer_adds_up(tmp_path: Path) -> None:
    # Cases that say how many they list, or their total, are the ones that can be contradicted.
    cases = [json.loads(line) for line in CASES.read_text(encoding="utf-8").splitlines()]
    whole = [case for case in cases if case["stated_counts"] and "excerpt" not in case["kind"]]
    for case in whole:
        case["items"] = [*case["items"], case["items"][-1]]
    answers = [reconcile(result) for result in read_results(lines(tmp_path / "a.jsonl", *whole))]
    assert len(answers) > 20
    assert not any(answer.adds_up for answer in answers)


@REAL
@pytest.mark.parametrize(
    "name",
    [
        "qujiang_cleanup_table.csv",
        "qujiang_cleanup_table_gb18030.csv",
        "qujiang_cleanup_table_merged.xlsx",
    ],
)
def test_a_real_table_gives_the_same_classes_in_every_form(name: str) -> None:
    (answer,) = [reconcile(result) for result in read_results(TABLES / name)]
    assert answer.adds_up, answer.why
    assert answer.scope == 138
    assert list(answer.classes.values()) == [85, 11, 24, 8, 10]


def test_a_total_that_contradicts_its_classes_is_told_in_figures(tmp_path: Path) -> None:
    case = {"case_id": "甲", "stated_total": 288}
    counts = {"继续有效": 270, "修改": 28, "废止": 2}
    path = lines(tmp_path / "a.jsonl", case | {"stated_counts": counts})
    (answer,) = [reconcile(result) for result in read_results(path)]
    assert not answer.adds_up
    assert "288" in answer.why
    assert "300" in answer.why
    assert answer.classes == counts


def test_a_heading_above_a_table_is_held_against_its_rows(tmp_path: Path) -> None:
    right = table(tmp_path / "a.csv", "清理结果（共3件）,,,,\n", "继续有效", "废止", "宣布失效")
    wrong = table(tmp_path / "b.csv", "清理结果（共4件）,,,,\n", "继续有效", "废止", "宣布失效")
    (first,), (second,) = read_results(right), read_results(wrong)
    assert reconcile(first).adds_up
    assert not reconcile(second).adds_up
    assert "总数 4 件，所列 3 件" in reconcile(second).why


def test_a_document_in_two_classes_does_not_pass(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    row = "{},关于绿化工作的通知,云政发〔2020〕1号,{},\n"
    text = HEAD + row.format(1, "继续有效") + row.format(2, "废止")
    path.write_text(text + "3,关于供水的通知,云政发〔2020〕3号,修改,\n", encoding="utf-8")
    (answer,) = [reconcile(result) for result in read_results(path)]
    assert "《关于绿化工作的通知》" in answer.why


def test_a_document_that_stands_twice_in_one_class_does_not_pass(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    row = "{},关于绿化工作的通知,云政发〔2020〕1号,废止,\n"
    path.write_text(HEAD + row.format(1) + row.format(2), encoding="utf-8")
    (answer,) = [reconcile(result) for result in read_results(path)]
    assert not answer.adds_up
    assert answer.why == "《关于绿化工作的通知》重复列入"


@pytest.mark.parametrize(
    ("words", "outcome"),
    [
        ("应予废止", CleanupOutcome.REPEAL),
        ("清理时已废止、失效", CleanupOutcome.ALREADY_ENDED),
        ("修改后继续有效", CleanupOutcome.AMEND),
        ("宣布失效", CleanupOutcome.DECLARE_LAPSED),
        ("现行有效的", None),
        ("予以保留", CleanupOutcome.KEEP),
    ],
)
def test_an_outcome_is_known_by_its_words(words: str, outcome: CleanupOutcome | None) -> None:
    assert outcome_in(words) is outcome


def test_figures_are_read_with_what_they_count_and_parts_left_out() -> None:
    text = "对1,152件文件进行了全面清理，继续有效52件（其中3件待修改），废止十件"
    assert list(counts_in(text)) == [
        Count(1152, None, is_scope=True),
        Count(52, CleanupOutcome.KEEP),
        Count(10, CleanupOutcome.REPEAL),
    ]


@pytest.mark.parametrize(
    "line",
    ["不是记录", "[1, 2]", '{"stated_total": "许多"}', '{"stated_total": 1e999}', "[" * 90_000],
)
def test_a_line_that_is_no_result_is_refused_with_its_number(tmp_path: Path, line: str) -> None:
    path = tmp_path / "a.jsonl"
    path.write_text('{"case_id": "甲"}\n' + line, encoding="utf-8")
    with pytest.raises(ResultLineError) as refusal:
        read_results(path)
    assert refusal.value.values["line"] == 2
