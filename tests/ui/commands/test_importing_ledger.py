"""A ledger is tried, corrected, taken in and taken back at the command line."""

from pathlib import Path

import pytest

from review.ledgers.reader import read_here
from tests.review.ledgers.books import write_book
from tests.ui.commands.desk import Desk

LINES = (
    ("云溪县规范性文件台账", "", "", "", "", ""),
    ("序号", "文件名称", "文 号", "制定机关", "发文日期", "时效性"),
    (1, "云溪县停车管理办法", "云政发[2019]3号", "县政府", "2019.3.5", "有效"),
    (2, "云溪县河道管理规定", "未编号", "县政府", "2019年4月9日", "有效"),
    (3, "云溪县集市管理办法", "云商发〔2018〕5号", "县商务局", "2018-05-06", "已废止"),
)


@pytest.fixture
def ledger(tmp_path: Path) -> Path:
    """Return a ledger with a title, a bad number, an unknown body and a repeal without a date."""
    return write_book(tmp_path / "台账.xlsx", LINES)


def test_a_ledger_is_only_tried_unless_it_is_confirmed(desk: Desk, ledger: Path) -> None:
    first, *problems = desk.run("--json", "import", "ledger", ledger).objects
    assert (first["header_row"], first["rows"]) == (2, 3)
    assert first["counts"] == {"ready": 1, "warning": 0, "duplicate": 0, "error": 2}
    assert [one["row"] for one in problems] == [4, 5]
    assert desk.run("import", "list").out == "还没有导入过台账。\n"


def test_corrected_and_read_again_only_the_rest_is_taken_in(
    desk: Desk, ledger: Path, tmp_path: Path
) -> None:
    # Given a ledger of which what could be imported is in, with a list of the rest
    errors = tmp_path / "问题.xlsx"
    done = desk.ask("import", "ledger", ledger, "--errors", errors, "--confirm")
    assert done["documents"] == 1
    # When the list is corrected and read again
    rows = [list(row) for row in read_here(errors).sheets[0].rows]
    rows[1][3] = "云政发〔2019〕4号"
    corrected = write_book(tmp_path / "改好.xlsx", rows)
    again = desk.ask(
        "import", "ledger", corrected, "--create-bodies", "--ended-date", "2024-01-01", "--confirm"
    )
    # Then the rest is in, and each can be taken back
    assert again["documents"] == 2
    assert desk.ask("import", "reverse", 2, "--reason", "试用")["state"] == "reversed"
    assert [one["state"] for one in desk.run("--json", "import", "list").objects] == [
        "reversed",
        "performed",
    ]
    assert desk.run("audit", "verify").code == 0


def test_columns_bodies_and_sheets_are_named_by_the_clerk(desk: Desk, ledger: Path) -> None:
    line = ("import", "ledger", ledger, "--map", "发文日期=公布日期", "--map", "6=不导入")
    first = desk.run("--json", *line, "--body", "县商务局=县住建局").objects[0]
    assert first["columns"]["发文日期"] == "published_date"
    assert first["columns"]["时效性"] is None
    assert first["counts"]["ready"] == 2


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        (("--sheet", "旧表"), "台账"),
        (("--map", "浏览=标题"), "文件名称"),
        (("--map", "文号=页数"), "发文字号"),
        (("--effective", "通过日期"), "成文日期"),
    ],
)
def test_what_cannot_be_understood_is_refused_with_what_can(
    desk: Desk, ledger: Path, words: tuple[str, str], expected: str
) -> None:
    answer = desk.run("import", "ledger", ledger, *words)
    assert answer.code == 2
    assert expected in answer.err


def test_a_person_is_told_what_each_column_is_and_what_is_wrong(desk: Desk, ledger: Path) -> None:
    told = desk.run("import", "ledger", ledger, "--dry-run", "--confirm").out
    assert "文 号 → 发文字号" in told
    assert "制定机关“县商务局”不在机关清单中" in told
    assert desk.run("import", "list").out == "还没有导入过台账。\n"
