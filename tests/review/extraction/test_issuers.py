"""The issuing body: signed over several lines, sealed by another, or only to be inferred."""

import pytest

from review.extraction.proposal import Confidence
from tests.review.extraction.reading import proposal_of

BODY = "为了做好有关工作，现将有关事项通知如下。\n一、加强领导。\n"
TITLE = "关于加强管理的通知"


def test_a_name_that_the_signature_breaks_over_two_lines_is_one_name() -> None:
    text = (
        "云溪县推进数字乡村建设工作领导小组办公室关于加强管理的通知\n各乡镇人民政府：\n"
        f"{BODY}云溪县推进数字乡村建设\n工作领导小组办公室\n2026年3月2日\n"
    )
    proposal = proposal_of(text)
    assert proposal.issuing_body.value == "云溪县推进数字乡村建设工作领导小组办公室"
    assert proposal.joint_issuers == ()


@pytest.mark.parametrize("seal", ["（盖章）", "（代章）", "（云溪县司法局代章）"])
def test_a_seal_on_a_line_of_its_own_is_no_part_of_the_signature(seal: str) -> None:
    text = f"{TITLE}\n各乡镇人民政府：\n{BODY}云溪县民政局\n{seal}\n2026年3月2日\n"
    assert proposal_of(text).issuing_body.value == "云溪县民政局"


@pytest.mark.parametrize(
    ("text", "body"),
    [
        (
            (
                "《清江省停车管理办法》已经2026年2月1日省人民政府第3次常务会议通过，现予公布。\n"
                "省长　沈知远\n2026年3月2日\n清江省停车管理办法\n第一条　甲。"
            ),
            "清江省人民政府",
        ),
        (
            "辽政办发〔2026〕3号\n关于加强管理的通知\n各市人民政府：\n省政府同意《意见》，现予转发。\n",
            "辽宁省人民政府办公厅",
        ),
        (
            "各县（市）人民政府：\n《云溪市停车管理办法》已经市政府同意，现印发给你们。\n2026年3月2日\n",
            "云溪市人民政府办公室",
        ),
        (f"{TITLE}\n各乡镇人民政府：\n{BODY}特此通知。\n云溪县民政局\n", "云溪县民政局"),
        (
            (
                f"{TITLE}\n各乡镇人民政府：\n{BODY}2026年3月2日\n抄送：县委各部门。\n"
                "云溪县民政局办公室 2026年3月5日印发\n"
            ),
            "云溪县民政局办公室",
        ),
        (
            (
                "柳渡镇人民政府：\n你镇请示收悉，批复如下。\n一、施工前报云溪县水利局备案。\n"
                "二、竣工后向云溪县水利局报告。\n2026年3月2日\n"
            ),
            "云溪县水利局",
        ),
        (f"发布机构：云溪县民政局\n{TITLE}\n各乡镇人民政府：\n{BODY}", "云溪县民政局"),
    ],
)
def test_a_text_without_a_signature_names_its_body_elsewhere_for_the_clerk_to_check(
    text: str, body: str
) -> None:
    proposed = proposal_of(text).issuing_body
    assert (proposed.value, proposed.confidence) == (body, Confidence.CHECK)


def test_the_sign_of_a_province_alone_names_no_government() -> None:
    # 辽 may be a county's own sign: without a word of the province in the text it says nothing.
    text = f"辽政发〔2026〕3号\n{TITLE}\n各乡镇：\n{BODY}"
    assert proposal_of(text).issuing_body.value is None


def test_short_names_are_written_in_full_where_the_text_tells_the_province() -> None:
    text = (
        "市人社局市税务局市医保局关于调整缴费基数的通告\n各区有关单位：\n"
        f"天津市的缴费基数调整如下。\n{BODY}2026年3月2日\n"
    )
    proposal = proposal_of(text)
    assert proposal.issuing_body.value == "天津市人力资源和社会保障局"
    assert [each.value for each in proposal.joint_issuers] == [
        "国家税务总局天津市税务局",
        "天津市医疗保障局",
    ]
    assert proposal.issuing_body.confidence is Confidence.CHECK
