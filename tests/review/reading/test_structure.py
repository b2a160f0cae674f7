"""The structure of documents is found, whatever their line ends, blanks and contents pages."""

import gzip
import json
from pathlib import Path

import pytest

from review.reading.numbering_faults import NumberingFaultKind, numbering_faults
from review.reading.structure import StructureNode, structure_of
from review.reading.structure_lines import NodeKind

DATA = Path(__file__).parents[4] / "shared" / "data"
# Texts whose source lacks an article: it is not in them, so no reader can find it.
LACKING = {"中华人民共和国生态环境法典_2026-03-12_有效.txt"}

NOTICE = """云溪县人民政府关于印发云溪县集市管理办法的通知
云政规〔2026〕3号
各乡镇人民政府：
现将《云溪县集市管理办法》印发给你们，请遵照执行。
附件：1.集市分布表
云溪县人民政府
2026年3月1日

云溪县集市管理办法
第一章　总则
第一条　为了规范集市，制定本办法。
第二条　集市由镇人民政府管理。
前款所称集市，包括早市。
第二章　管理
第三条　摊主应当：
（一）保持整洁：
1.地面；
2.台面；
（二）不得占道。
第三条之一　违反本办法第二条和
第三条规定的，责令改正。
第 四 条 本办法自2026年4月1日起施行。
附件1
云溪县集市分布表
一、城区
（一）东市
"""


def found(text: str, kind: NodeKind) -> list[StructureNode]:
    return [node for node in structure_of(text) if node.kind is kind]


def numbers(text: str, kind: NodeKind) -> list[str]:
    return [node.number for node in found(text, kind)]


def test_a_notice_with_rules_and_a_table_is_three_documents() -> None:
    units = [node for node in structure_of(NOTICE) if node.depth == 0]

    assert [(unit.kind, unit.title) for unit in units] == [
        (NodeKind.COVER, "云溪县人民政府关于印发云溪县集市管理办法的通知"),
        (NodeKind.INNER, "云溪县集市管理办法"),
        (NodeKind.ATTACHMENT, "云溪县集市分布表"),
    ]
    assert [unit.place.start for unit in units[1:]] == [
        NOTICE.index("云溪县集市管理办法\n第一章"),
        NOTICE.index("附件1\n"),
    ]


def test_articles_hold_their_paragraphs_items_and_subitems() -> None:
    assert numbers(NOTICE, NodeKind.ARTICLE) == [
        "第一条",
        "第二条",
        "第三条",
        "第三条之一",
        "第四条",
    ]
    assert [node.value for node in found(NOTICE, NodeKind.PARAGRAPH)] == [1, 2]
    assert numbers(NOTICE, NodeKind.ITEM) == ["（一）", "（二）"]
    assert numbers(NOTICE, NodeKind.SUBITEM) == ["1.", "2."]
    depths = {node.kind: node.depth for node in structure_of(NOTICE)}
    assert (depths[NodeKind.CHAPTER], depths[NodeKind.ARTICLE]) == (1, 2)
    assert (depths[NodeKind.ITEM], depths[NodeKind.SUBITEM]) == (3, 4)


def test_a_wrapped_sentence_that_names_an_article_opens_none() -> None:
    assert numbers(NOTICE, NodeKind.ARTICLE).count("第三条") == 1


@pytest.mark.parametrize(
    "line",
    [
        "第五条规定的情形，除外。",
        "第五条第二款所列材料，应当齐全。",
        "第五条、第六条的规定，不再适用。",
        "第五条修改为：“集市应当整洁。”",
    ],
)
def test_a_line_that_speaks_of_an_article_opens_none(line: str) -> None:
    text = f"第一条　甲应当。\n第二条　乙应当：\n{line}\n第三条　施行。\n"

    assert numbers(text, NodeKind.ARTICLE) == ["第一条", "第二条", "第三条"]


def test_an_article_whose_words_begin_with_a_rule_is_one() -> None:
    text = "第一条　甲应当。\n第二条　规定集市的事项，由县决定。\n第三条　执行本规定。\n"

    assert numbers(text, NodeKind.ARTICLE) == ["第一条", "第二条", "第三条"]


@pytest.mark.parametrize("number", ["第二条", "第2条", "第 二 条", "第　二　条", "第二条之一"])
def test_numbers_are_read_however_they_are_written(number: str) -> None:
    nodes = found(f"第一条　甲应当。\n{number}　乙应当。\n", NodeKind.ARTICLE)

    assert [node.value for node in nodes] == [1, 2]
    assert nodes[1].number == "".join(number.split())


def test_a_contents_page_is_not_counted_twice() -> None:
    text = (
        "云溪县集市条例\n目　录\n第一章　总则……1\n第二章　管理……3\n"
        "第一章　总则\n第一条　甲应当。\n第二章　管理\n第二条　乙应当。\n"
    )

    chapters = found(text, NodeKind.CHAPTER)

    assert [node.number for node in chapters] == ["第一章", "第二章"]
    assert chapters[0].place.start == text.rindex("第一章")


def test_headings_of_a_notice_are_nested_and_may_begin_again() -> None:
    text = "关于禁放的通告\n一、区域\n（一）城区\n1.东街\n2.西街\n（二）景区\n1.湖边\n二、时间\n"

    parts = [(node.number, node.depth) for node in structure_of(text)[1:]]

    assert parts == [
        ("一、", 1),
        ("（一）", 2),
        ("1.", 3),
        ("2.", 3),
        ("（二）", 2),
        ("1.", 3),
        ("二、", 1),
    ]


def test_every_part_lies_inside_the_one_that_holds_it() -> None:
    around: list[StructureNode] = []
    for node in structure_of(NOTICE):
        around = around[: node.depth]
        assert all(outer.place.start <= node.place.start for outer in around)
        assert all(node.place.end <= outer.place.end for outer in around)
        assert node.number in "".join(NOTICE[node.place.start : node.place.end].split())
        around.append(node)


def test_missing_repeated_and_disordered_articles_are_told() -> None:
    text = "".join(f"第{number}条　甲应当。\n" for number in ("一", "二", "四", "四", "三", "五"))

    faults = [(fault.kind, fault.value) for fault in numbering_faults(structure_of(text))]

    assert faults == [
        (NumberingFaultKind.MISSING_ARTICLE, 3),
        (NumberingFaultKind.REPEATED_ARTICLE, 4),
        (NumberingFaultKind.DISORDERED_ARTICLE, 3),
    ]


def test_rules_in_an_attachment_count_for_themselves() -> None:
    text = "第一条　甲应当。\n第二条　施行。\n附件\n规则\n第一条　乙应当。\n第二条　施行。\n"

    assert numbering_faults(structure_of(text)) == ()


def test_a_text_of_any_shape_has_a_structure() -> None:
    for text in ("", "\n\n", "附件", "第一条", "第第条条", "（一）" * 50, "目录\n第一章 甲"):
        structure_of(text)


def test_the_articles_of_real_laws_are_counted_through() -> None:
    if not DATA.exists():
        pytest.skip("the collection of real laws is not here")
    for path in sorted((DATA / "laws_text").glob("*.txt")):
        faults = numbering_faults(structure_of(path.read_text(encoding="utf-8")))
        assert path.name in LACKING or not faults, path.name


def test_the_articles_of_real_rules_are_counted_through() -> None:
    if not DATA.exists():
        pytest.skip("the collection of real rules is not here")
    with gzip.open(DATA / "scale_corpus.jsonl.gz") as lines:
        texts = [str(json.loads(line)["text"]) for line, _ in zip(lines, range(400), strict=False)]
    structures = [structure_of(text) for text in texts]
    with_articles = [each for each in structures if any(n.kind is NodeKind.ARTICLE for n in each)]

    sound = [each for each in with_articles if not numbering_faults(each)]

    assert len(sound) >= 0.97 * len(with_articles)
