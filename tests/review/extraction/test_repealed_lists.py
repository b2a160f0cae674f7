"""Lists of ended documents without title marks: numbered lines and tables."""

import json
import re
from pathlib import Path

import pytest

from review.extraction.flow import flow_of, folded
from review.extraction.repeals import propose_repeals

CASES = Path(__file__).parents[3].parent / "shared" / "data" / "cleanup_cases.jsonl"
HEAD = "现决定废止部分文件。\n决定废止的规范性文件目录\n"
FLOOR = 0.97

Item = dict[str, str]


def plain(text: str) -> str:
    return re.sub(r"[\s《》〈〉]", "", folded(text))


def repealed(text: str) -> list[tuple[str, str]]:
    found = [each.value for each in propose_repeals(flow_of(text))]
    return [(each.name, each.number) for each in found if each is not None]


@pytest.mark.parametrize(
    "rows",
    [
        "1.甲管理办法（云政发〔2011〕9号）\n2.乙规定（试行）（云政发〔2012〕1号）\n",
        "（一）甲管理办法（云政发〔2011〕9号）；\n（二）乙规定（试行）（云政发〔2012〕1号）。\n",
        "序号\t名称\t文号\n1\t甲管理办法\t云政发〔2011〕9号\n2\t乙规定（试行）\t云政发〔2012〕1号\n",
    ],
)
def test_the_rows_of_a_list_are_the_documents_that_end(rows: str) -> None:
    assert repealed(HEAD + rows) == [
        ("甲管理办法", "云政发〔2011〕9号"),
        ("乙规定（试行）", "云政发〔2012〕1号"),
    ]


def test_a_list_of_documents_that_stay_in_force_ends_the_list() -> None:
    kept = "继续有效的规范性文件目录\n1.乙管理办法（云政发〔2012〕1号）\n"
    text = f"{HEAD}1.甲管理办法（云政发〔2011〕9号）\n{kept}"
    assert repealed(text) == [("甲管理办法", "云政发〔2011〕9号")]


def test_documents_that_were_gone_before_are_not_ended_again() -> None:
    text = "清理时已废止、失效的规范性文件目录\n1\t甲管理办法\t云政发〔2011〕9号\n"
    assert repealed(text) == []


def test_a_reason_in_a_row_names_no_further_document() -> None:
    row = "1\t甲管理办法\t云政发〔2011〕9号\t已被《乙办法》废止\n"
    assert repealed(HEAD + row) == [("甲管理办法", "云政发〔2011〕9号")]


def rows_of(items: list[Item], shape: str) -> str:
    return "".join(
        shape.format(
            number=number,
            name=item["name"],
            issued=item.get("date_number_raw") or item.get("number_raw") or "",
            reason=item.get("reason") or "",
        )
        for number, item in enumerate(items, 1)
    )


@pytest.mark.parametrize(
    "shape",
    [
        "{number}\t{name}\t{issued}\t{reason}\n",
        "{number}\n{name}\n{issued}\n{reason}\n",
        "{number}.{name}（{issued}）\n",
        "{number}.《{name}》（{issued}）\n",
    ],
    ids=["table", "cell a line", "numbered", "numbered with marks"],
)
def test_published_lists_are_read_in_every_shape(shape: str) -> None:
    if not CASES.exists():
        pytest.skip("the published lists are not beside the project")
    hits = wanted = given = 0
    for line in CASES.read_text(encoding="utf-8").splitlines():
        items = [
            item
            for item in json.loads(line)["items"]
            if re.search("废止|失效", item.get("action_raw") or "") and len(item["name"]) > 3
        ]
        want = {plain(item["name"]) for item in items}
        got = (
            {plain(name) for name, _ in repealed(HEAD + rows_of(items, shape))} if items else set()
        )
        hits, wanted, given = hits + len(want & got), wanted + len(want), given + len(got)
    assert 2 * hits / (wanted + given) >= FLOOR
