"""Real documents that are known to mislead: what is taken from each, and what must not be."""

import gzip
import json
from datetime import date
from functools import cache
from pathlib import Path

import pytest

from review.extraction.proposal import Confidence, Proposal
from tests.review.extraction.reading import proposal_of

DATA = Path(__file__).parents[3].parent / "shared" / "data"


@cache
def texts() -> dict[str, str]:
    found: dict[str, str] = {}
    for name in ("corpus.jsonl.gz", "scale_corpus.jsonl.gz"):
        if not (DATA / name).exists():
            pytest.skip("the real documents are not beside the project")
        with gzip.open(DATA / name, "rt", encoding="utf-8") as lines:
            rows = map(json.loads, lines)
            found |= {row.get("id") or row["law_id"]: row["text"] or "" for row in rows}
    return found


@cache
def proposal(document_id: str) -> Proposal:
    return proposal_of(texts()[document_id])


@pytest.mark.parametrize(
    ("document_id", "day"),
    [
        ("C0220", date(2020, 2, 10)),  # 自发布之日施行, without 起
        ("L02406", date(2009, 4, 1)),  # 于……起施行
        ("C0565", date(2019, 2, 1)),  # 自……实施, without 起
        ("C0487", date(2014, 8, 2)),  # 自颁布之日起30日后
        ("C0377", date(2021, 10, 30)),  # 自发布之日起30日后
        ("L02416", date(2007, 7, 1)),  # another day for some ships
        ("L04026", date(1997, 10, 1)),  # the old law's day stands behind
        ("L04166", date(2013, 5, 1)),
        ("L02462", date(2018, 10, 1)),
        ("C0551", date(2023, 9, 8)),
        ("C0579", date(2025, 7, 4)),  # from the imprint
        ("C0372", date(2021, 9, 1)),  # 《清单(2021年版)》自……起施行: a piece of its own title
        ("C0668", date(2012, 1, 1)),  # it rules when other documents take effect
        ("C0514", None),  # only the forwarded document has a term
        ("C0037", None),  # 自本通知印发之日起 belongs to the repeal
    ],
)
def test_the_day_of_effect_is_the_documents_own(document_id: str, day: date | None) -> None:
    assert proposal(document_id).effective_date.value == day


@pytest.mark.parametrize(
    ("document_id", "end"),
    [
        ("C0565", date(2024, 1, 31)),
        ("C0551", date(2026, 9, 7)),
        ("C0579", date(2026, 12, 31)),  # a re-issue that prolongs the term
        ("L04868", date(2023, 5, 31)),
        ("C0591", date(2030, 12, 31)),
        ("C0668", None),  # 规范性文件有效期为3年至5年
        ("C0514", None),
        ("C0241", None),  # open: 截止日期视疫情情况另行公告
        ("C0147", None),
    ],
)
def test_the_end_of_validity_is_the_documents_own(document_id: str, end: date | None) -> None:
    assert proposal(document_id).validity_end.value == end


def test_a_term_counted_from_an_unknown_day_of_printing_is_not_certain() -> None:
    assert proposal("C0577").validity_end.confidence is Confidence.CHECK


@pytest.mark.parametrize(
    ("document_id", "repealed"),
    [
        ("C0336", ["义政发〔2011〕97号"]),
        ("C0073", ["民航发〔2020〕11号"]),
        ("C0511", ["海关总署2010年第47号公告", "海关总署2011年第55号公告"]),
        ("C0150", ["非洲猪瘟疫情应急实施方案（2019年版）"]),
        ("C0037", ["国务院办公厅关于对真抓实干成效明显地方加大激励支持力度的通知"]),
        ("L04868", ["山东省公墓管理办法"]),
        ("L04132", ["洛阳市关于游行示威的暂行规定"]),
        ("L04104", ["洛阳市城市房地产市场管理条例"]),  # the amending decision stays
        ("L02542", ["村集体经济组织财务公开暂行规定"]),
        ("C0661", ["税务稽查工作规程"]),
        ("C0338", []),  # precedence clauses end nothing
        ("C0447", []),
        ("C0335", []),
        ("C0760", []),  # 宣布失效 is about documents that it does not name
    ],
)
def test_the_documents_that_end_are_named_and_no_others(
    document_id: str, repealed: list[str]
) -> None:
    found = [each.value for each in proposal(document_id).repeals]
    assert [each.name or each.number for each in found if each is not None] == repealed


@pytest.mark.parametrize(
    ("document_id", "parts"), [("C0649", 1), ("C0489", 1), ("L02536", 1), ("C0314", 0)]
)
def test_the_end_of_a_part_is_marked(document_id: str, parts: int) -> None:
    found = proposal(document_id).repeals
    assert sum(each.confidence is not Confidence.CERTAIN for each in found) == parts


@pytest.mark.parametrize("document_id", ["C0380", "C0484", "C0747", "C0399", "C0220", "C0196"])
def test_documents_that_are_only_mentioned_are_no_bases(document_id: str) -> None:
    assert proposal(document_id).legal_bases == ()


def test_adjacent_titles_without_anything_between_are_all_bases() -> None:
    assert len(proposal("C0737").legal_bases) == 5
