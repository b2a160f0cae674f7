"""Chapters and articles are found, and every place of the text is named by its clause."""

import pytest

from review.reading.clauses import clause_at, find_quote, outline_of
from review.reading.structure_lines import NodeKind

RULES = """云溪县集市管理规定

第一章　总则

第一条　为了规范集市，制定本规定。

第二条　集市由镇人民政府管理。

前款所称集市，包括早市和夜市。

第二章　管理

第三条　摊主应当：
（一）保持整洁；
（二）不得占道。

第四条　本规定自公布之日起施行。

柳渡镇人民政府
2026年7月20日
"""


def _clause_of(words: str) -> str:
    return clause_at(RULES, RULES.index(words))


def test_chapters_and_articles_are_listed_in_their_order() -> None:
    parts = [(part.kind, part.number, part.title) for part in outline_of(RULES)]

    assert parts[:3] == [
        (NodeKind.CHAPTER, "第一章", "总则"),
        (NodeKind.ARTICLE, "第一条", "为了规范集市，制定本规定。"),
        (NodeKind.ARTICLE, "第二条", "集市由镇人民政府管理。"),
    ]
    assert [number for _, number, _ in parts][3:] == ["第二章", "第三条", "第四条"]


@pytest.mark.parametrize(
    ("words", "clause"),
    [
        ("云溪县集市", ""),
        ("规范集市", "第一条"),
        ("由镇人民政府管理", "第二条第一款"),
        ("前款所称", "第二条第二款"),
        ("摊主应当", "第三条"),
        ("不得占道", "第三条第二项"),
        ("自公布之日起", "第四条"),
    ],
)
def test_every_place_is_named_by_its_clause(words: str, clause: str) -> None:
    assert _clause_of(words) == clause


def test_a_notice_without_articles_is_divided_by_its_numbered_headings() -> None:
    notice = "关于禁放的通告\n一、禁放区域为县城。\n二、违反的，依法处理。\n"

    assert [part.number for part in outline_of(notice)] == ["一、", "二、"]
    assert clause_at(notice, notice.index("依法")) == "二、"


def test_numbered_lines_inside_articles_are_no_parts() -> None:
    rules = "第一条　分工如下：\n一、镇政府；\n二、村委会。\n第二条　施行。\n"

    assert [part.number for part in outline_of(rules)] == ["第一条", "第二条"]


def test_a_quote_is_found_across_line_ends() -> None:
    place = find_quote(RULES, "摊主应当：（一）保持整洁")

    assert place is not None
    assert RULES[place.start : place.end] == "摊主应当：\n（一）保持整洁"


@pytest.mark.parametrize("quote", ["", "不存在的话"])
def test_words_that_do_not_stand_there_have_no_place(quote: str) -> None:
    assert find_quote(RULES, quote) is None
