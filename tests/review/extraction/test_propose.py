"""A notice of the fictional county is proposed whole, every value with its place."""

from dataclasses import fields
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from review.extraction.answer import answer_of
from review.extraction.examination import examine_text
from review.extraction.proposal import CitedDocument, Confidence, Proposal, Proposed
from review.extraction.propose import propose
from tests.review.extraction.reading import proposal_of, read_of

NOTICE = """000012
特急
云溪县人民政府文件
云政规〔2026〕3号　　　　　　签发人：沈知远
YXDR—2026—01003

云溪县人民政府
关于印发《云溪县集镇户外广告设置管理办法（试行）》
的通知

各乡镇人民政府，各街道办事处，县政府各部门、各直属机构：
　　《云溪县集镇户外广告设置管理办法（试行）》已经县人民政府第8次常务会议审议通过，现印发给你们，请认真贯彻执行。

　　附件：1. 户外广告设置申请表
　　　　　2. 户外广告设施安全承诺书

　　　　　　　　　　　　　　云溪县人民政府
　　　　　　　　　　　　　　2026年3月2日
（此件公开发布）

云溪县集镇户外广告设置管理办法（试行）

第一章　总　则
第一条　为了规范集镇户外广告设置，根据《中华人民共和国广告法》《城市市容和环境卫生管理条例》\
和《清江省户外广告管理规定》（清政发〔2021〕9号）等规定，结合本县实际，制定本办法。
第二条　户外广告设置许可有效期为3年。
第三十条　本办法由云溪县城市管理局负责解释。
第三十一条　本办法自2026年4月1日起施行，有效期2年。\
《云溪县户外广告管理暂行规定》（云政发〔2018〕12号）同时废止。

抄送：县委各部门，县人大常委会办公室。
云溪县人民政府办公室　　　　2026年3月3日印发
"""

EXPECTED: dict[str, object] = {
    "title": "云溪县人民政府关于印发《云溪县集镇户外广告设置管理办法（试行）》的通知",
    "document_number": "云政规〔2026〕3号",
    "issuing_body": "云溪县人民政府",
    "addressee": "各乡镇人民政府，各街道办事处，县政府各部门、各直属机构",
    "adopted_date": date(2026, 3, 2),
    "effective_date": date(2026, 4, 1),
    "validity_clause": "有效期2年",
    "validity_end": date(2028, 3, 31),
    "document_kind": "通知",
    "is_trial": True,
    "unified_number": "YXDR—2026—01003",
    "interpretation_body": "云溪县城市管理局",
}


def all_proposed(proposal: Proposal) -> list[Proposed[object]]:
    names = [field.name for field in fields(proposal) if field.name != "normativity"]
    values = [getattr(proposal, name) for name in names]
    return [each for value in values for each in (value if isinstance(value, tuple) else (value,))]


@pytest.mark.parametrize("name", EXPECTED)
def test_a_notice_of_the_county_is_read_field_by_field(name: str) -> None:
    proposed: Proposed[object] = getattr(proposal_of(NOTICE), name)
    assert proposed.value == EXPECTED[name]
    assert proposed.confidence is Confidence.CERTAIN
    assert proposed.reason


def test_the_lists_of_a_notice_are_read_in_order() -> None:
    proposal = proposal_of(NOTICE)
    assert [each.value for each in proposal.legal_bases] == [
        CitedDocument("中华人民共和国广告法", ""),
        CitedDocument("城市市容和环境卫生管理条例", ""),
        CitedDocument("清江省户外广告管理规定", "清政发〔2021〕9号"),
    ]
    assert [each.value for each in proposal.repeals] == [
        CitedDocument("云溪县户外广告管理暂行规定", "云政发〔2018〕12号")
    ]
    assert [each.value for each in proposal.attachments] == [
        "户外广告设置申请表",
        "户外广告设施安全承诺书",
    ]
    assert proposal.joint_issuers == ()


def test_every_place_holds_exactly_the_raw_words() -> None:
    read = read_of(NOTICE)
    for proposed in all_proposed(propose(read)):
        assert proposed.place is None or read.at(proposed.place) == proposed.raw


@given(
    st.text(
        alphabet="《》〈〉（）〔〕【】：。、，1290 　\n"
        "云溪县人民政府关于的通知根据自起施行废止第条年月日号附件",
        max_size=300,
    )
)
def test_no_text_breaks_extraction_and_places_always_map_back(text: str) -> None:
    read = read_of(text)
    for proposed in all_proposed(propose(read)):
        assert (proposed.place is None) == (proposed.value is None)
        assert proposed.place is None or read.at(proposed.place) == proposed.raw


def test_an_empty_text_proposes_nothing() -> None:
    proposal = proposal_of("")
    assert all(each.confidence is Confidence.MISSING for each in all_proposed(proposal))


def test_the_answer_for_the_command_line_holds_plain_values() -> None:
    # Given the notice
    read = read_of(NOTICE)
    # When its answer is made
    answer = answer_of(examine_text(read))
    fields_of_answer = answer["fields"]
    # Then dates, lists and doubts stand in it as text, lists and flags
    assert isinstance(fields_of_answer, dict)
    assert fields_of_answer["adopted_date"]["value"] == "2026-03-02"
    assert fields_of_answer["adopted_date"]["certain"] is True
    assert fields_of_answer["repeals"]["value"] == [
        {"name": "云溪县户外广告管理暂行规定", "number": "云政发〔2018〕12号", "articles": []}
    ]
    assert fields_of_answer["joint_issuers"] == {"value": [], "certain": False, "items": []}


@pytest.mark.parametrize(
    "piece",
    [
        "《甲》废止",
        "以下废止：《甲》、",
        "本办法自",
        "（",
        "《",
        "市局",
        "2020年1月1日\n",
        "\n甲",
        "县水利局",
        "云政发〔2020〕1号",
    ],
)
def test_text_made_to_be_slow_is_read_in_a_moment(piece: str) -> None:
    # The guard is the suite's patience: before the limits these took minutes.
    proposal_of(piece * 4000)
