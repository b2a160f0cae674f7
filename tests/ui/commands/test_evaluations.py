"""Evaluations are planned, scored, concluded and listed by commands."""

from pathlib import Path

import pytest

from tests.review.ledgers.books import write_book
from tests.ui.commands.desk import PARKING, Desk

FULL = ("合法性=20", "合理性=15", "协调性=10:与县规划衔接", "可操作性=15", "执行情况=15")
REST = ("实施效果=12.5", "社会评价=10")
REASONS = ("--reasons", "主要制度仍有必要")
PAST = (
    "history",
    PARKING,
    "--set",
    "published_date=2021-12-01",
    "--set",
    "effective_date=2022-01-01",
    "--set",
    "adopted_date=2021-11-28",
    "--set",
    "validity_term=5年",
    "--confirm",
)


@pytest.fixture
def document_id(desk: Desk) -> int:
    """Return a document in force until the last day of 2026."""
    return int(desk.ask(*PAST)["document_id"])


def plan_one(desk: Desk, document_id: int) -> int:
    """Plan the evaluation of a document and return its id."""
    return int(desk.ask("evaluation", "plan", document_id)["id"])


def scored(desk: Desk, document_id: int) -> int:
    """Evaluate a document up to its whole score sheet."""
    evaluation_id = plan_one(desk, document_id)
    desk.ask("evaluation", "start", evaluation_id)
    desk.ask("evaluation", "score", evaluation_id, *FULL, *REST, login="gu")
    return evaluation_id


def test_what_ends_soon_is_due_and_is_planned_at_one_word(desk: Desk, document_id: int) -> None:
    due = desk.ask("evaluation", "due")
    assert (due["document_id"], due["expiry_date"]) == (document_id, "2026-12-31")

    planned = desk.ask("evaluation", "plan", "--due")

    assert (planned["origin"], planned["due_date"]) == ("expiry", "2026-12-01")
    assert "没有应当评估" in desk.run("evaluation", "due").out


def test_a_sheet_is_filled_in_twice_and_keeps_what_was_said_before(
    desk: Desk, document_id: int
) -> None:
    evaluation_id = plan_one(desk, document_id)
    desk.ask("evaluation", "start", evaluation_id)
    first = desk.ask("evaluation", "score", evaluation_id, *FULL, "--method", "座谈会", login="gu")
    second = desk.ask(
        "evaluation", "score", evaluation_id, *REST, "--findings", "标识不清", login="gu"
    )

    shown = desk.run("evaluation", "show", evaluation_id).out
    assert (first["state"], second["state"]) == ("started", "scored")
    assert second["marks"] == "97.5"
    for words in (
        "与县规划衔接",
        "座谈会",
        "标识不清",
        "本程序拟定",
        "2026-12-01（应在办理延期之前）",
    ):
        assert words in shown


def test_the_head_concludes_and_what_is_owed_is_listed(desk: Desk, document_id: int) -> None:
    evaluation_id = scored(desk, document_id)
    told = ("evaluation", "conclude", evaluation_id, "--result", "修改", *REASONS)
    assert desk.run(*told, login="gu").code == 3

    desk.ask(*told, login="tang")

    owed = desk.ask("evaluation", "list", "--owed")
    assert (owed["id"], owed["result"], owed["follow_up"]) == (evaluation_id, "amend", "owed")


def test_a_continuation_with_a_day_goes_into_the_register(desk: Desk, document_id: int) -> None:
    evaluation_id = scored(desk, document_id)
    kept = ("--result", "继续有效", "--continue-from", "2026-12-01", "--term", "2029-12-31")
    told = desk.ask("evaluation", "conclude", evaluation_id, *kept, *REASONS, login="tang")

    assert told["row"]["follow_up"] == "done"
    assert desk.ask("show", document_id)["facts"]["expiry_date"] == "2029-12-31"


def test_papers_are_kept_and_taken_back(desk: Desk, document_id: int, tmp_path: Path) -> None:
    evaluation_id = plan_one(desk, document_id)
    survey = tmp_path / "问卷汇总.txt"
    survey.write_text("共收回问卷二百一十份。", encoding="utf-8")
    kept = desk.ask("evaluation", "material", evaluation_id, survey)

    taken = ("--withdraw", kept["material_id"], "--reason", "选错")
    desk.ask("evaluation", "material", evaluation_id, *taken)

    shown = desk.run("evaluation", "show", evaluation_id).out
    assert "问卷汇总，问卷汇总.txt（已撤回：选错）" in shown


def test_a_plan_is_read_from_a_table_and_only_lines_in_order_are_planned(
    desk: Desk, document_id: int, tmp_path: Path
) -> None:
    # Given a plan of two documents, one of which the register does not have
    title = desk.ask("show", document_id)["facts"]["title"]
    book = write_book(
        tmp_path / "2026年后评估计划.xlsx",
        [
            ["序号", "文件名称", "评估单位", "完成时限"],
            ["1", title, "云溪县城市管理和综合执法局", "2026年11月30日"],
            ["2", "云溪县养犬管理办法", "县公安局", "11月底"],
        ],
    )
    told = ("evaluation", "plan", "--list", book, "--year", "2026")
    # When it is looked at, nothing is planned
    looked = desk.run(*told)
    assert "第 3 行 云溪县养犬管理办法：登记簿里没有这件文件" in looked.out
    assert "没有符合条件" in desk.run("evaluation", "list").out
    # And when it is confirmed, the line in order is
    planned = desk.ask(*told, "--confirm")
    assert (planned["unit"], planned["due_date"], planned["plan_name"]) == (
        "云溪县城市管理和综合执法局",
        "2026-11-30",
        "2026年后评估计划",
    )
    assert desk.ask("evaluation", "list", "--year", "2026")["id"] == planned["id"]


def test_the_score_sheet_is_written_out_changed_and_restored(desk: Desk, tmp_path: Path) -> None:
    sheet = tmp_path / "评分表.toml"
    desk.ask("evaluation", "criteria", "--out", sheet)
    own = sheet.read_text(encoding="utf-8").replace("社会评价", "群众满意度")
    sheet.write_text(own, encoding="utf-8")

    changed = desk.run(
        "evaluation", "criteria", "--replace", sheet, "--reason", "县里的办法", login="tang"
    )
    restored = desk.run("evaluation", "criteria", "--restore", "--reason", "恢复", login="fang")

    assert "群众满意度" in changed.out
    assert "社会评价" in restored.out


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("plan",), "文件序号"),
        (("plan", "--list", "没有.xlsx", "--year", "2026"), "没有.xlsx"),
        (("show", "9"), "9"),
        (("withdraw", "9", "--reason", "重复"), "后评估"),
        (("material", "9"), "文件"),
        (("criteria", "--replace", "没有.toml", "--reason", "换"), "没有.toml"),
    ],
)
def test_what_cannot_be_done_says_why(desk: Desk, words: tuple[str, ...], said: str) -> None:
    answer = desk.run("evaluation", *words, login="tang")
    assert answer.code == 2
    assert said in answer.err


def test_a_score_that_is_no_number_and_a_line_that_is_none_are_refused(
    desk: Desk, document_id: int
) -> None:
    evaluation_id = plan_one(desk, document_id)
    desk.ask("evaluation", "start", evaluation_id)
    for wrong in ("合法性=很好", "合法性=NaN", "美观=3", "合法性=21"):
        assert desk.run("evaluation", "score", evaluation_id, wrong, login="gu").code == 2
