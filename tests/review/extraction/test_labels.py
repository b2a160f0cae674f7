"""What a web page says of its document fills what the text leaves open, never as certain."""

from datetime import date

import pytest

from review.extraction.proposal import Confidence
from tests.review.extraction.reading import proposal_of

BODY = "各乡镇人民政府：\n为了加强管理，现将有关事项通知如下。\n一、加强领导。\n"


@pytest.mark.parametrize(
    "label",
    ["发布日期：2026-03-05", "发布时间: 2026-03-05 15:34", "【公开日期】2026年3月5日"],
)
def test_the_date_of_publication_comes_from_the_page(label: str) -> None:
    proposed = proposal_of(f"{label}\n关于加强管理的通知\n{BODY}").published_date
    assert (proposed.value, proposed.confidence) == (date(2026, 3, 5), Confidence.CHECK)


def test_the_bracket_under_the_title_tells_when_a_rule_was_published() -> None:
    text = (
        "云溪市停车办法\n（2026年2月1日市人民政府第3次常务会议通过　"
        "2026年3月2日云溪市人民政府令第12号公布）\n第一条　甲。"
    )
    assert proposal_of(text).published_date.value == date(2026, 3, 2)


def test_a_text_without_a_date_takes_that_of_the_page_and_a_signed_one_its_own() -> None:
    page = "成文日期：2026年3月9日\n关于加强管理的通知\n"
    assert proposal_of(page + BODY).adopted_date.value == date(2026, 3, 9)
    signed = f"{page}{BODY}云溪县民政局\n2026年3月2日\n"
    assert proposal_of(signed).adopted_date.value == date(2026, 3, 2)


def test_a_text_without_a_title_takes_that_of_the_page_where_it_is_one() -> None:
    page = "标题：云溪县民政局关于加强管理的通知\n文件编号：无\n"
    proposed = proposal_of(page + BODY).title
    assert (proposed.value, proposed.confidence) == (
        "云溪县民政局关于加强管理的通知",
        Confidence.CHECK,
    )
    assert proposal_of("名称：云溪县民政局业务一科\n" + BODY).title.value is None


def test_a_table_above_the_document_is_no_part_of_its_title() -> None:
    text = (
        "- 文档类型：政策\n- 文件编号：无\n分类：\n附件\n"
        f"云溪县民政局关于加强管理的通知\n云民发〔2026〕3号\n{BODY}"
    )
    proposal = proposal_of(text)
    assert proposal.title.value == "云溪县民政局关于加强管理的通知"
    assert proposal.document_number.value == "云民发〔2026〕3号"
    assert proposal.addressee.value == "各乡镇人民政府"


def test_an_announcement_whose_title_stands_behind_its_number_is_parted() -> None:
    text = "云溪海关公告2026年第4号（关于调整查验时间的公告）\n为了便利企业，公告如下。\n"
    proposal = proposal_of(text)
    assert proposal.title.value == "关于调整查验时间的公告"
    assert proposal.document_number.value == "云溪海关公告2026年第4号"


def test_the_number_of_the_order_that_published_a_rule_is_not_that_of_its_amendment() -> None:
    text = (
        "云溪市停车办法\n（2020年1月14日云溪市人民政府令第1号公布　"
        "根据2021年12月21日云溪市人民政府令第4号修订）\n第一条　甲。"
    )
    assert proposal_of(text).document_number.value == "云溪市人民政府令第1号"


@pytest.mark.parametrize("note", ["附件：（略）", "附件：云民发〔2026〕3号.ceb"])
def test_a_note_that_lists_no_attachment_gives_none(note: str) -> None:
    assert proposal_of(f"关于加强管理的通知\n{BODY}{note}\n").attachments == ()


def test_a_date_alone_at_the_end_is_proposed_for_the_clerk_to_check() -> None:
    text = (
        f"关于加强管理的通知\n{BODY}应对暴雨联防联控综合协调组\n"
        "（云溪县应急管理局代章）\n2026年3月2日\n（此件公开发布）\n"
    )
    proposed = proposal_of(text).adopted_date
    assert (proposed.value, proposed.confidence) == (date(2026, 3, 2), Confidence.CHECK)


def test_an_office_holder_and_a_date_glued_to_the_rule_still_sign() -> None:
    text = (
        "《云溪市停车办法》已经2026年2月1日市人民政府第3次常务会议通过，现予公布。　　"
        "市　长 沈知远　　2026年3月2日云溪市停车办法第一章　总则　　第一条　甲。"
    )
    assert proposal_of(text).adopted_date.value == date(2026, 3, 2)
