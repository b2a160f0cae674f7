"""Rarer shapes of heads: status marks, labels, lone and Chinese numbers, traditional characters."""

import pytest

from review.extraction.proposal import Confidence
from tests.review.extraction.reading import proposal_of

BODY = "为了加强管理，现将有关事项通知如下。\n一、加强领导。\n云溪县人民政府\n2026年3月2日\n"
TITLE = "云溪县人民政府关于加强管理的通知"


@pytest.mark.parametrize("mark", ["[有效]", "（转载）", "【已废止】", "[部分有效]"])
def test_the_mark_of_a_web_page_in_front_of_a_title_is_no_part_of_it(mark: str) -> None:
    text = f"{mark}{TITLE}\n各乡镇人民政府：\n{BODY}"
    assert proposal_of(text).title.value == TITLE


@pytest.mark.parametrize("number", ["云政字第12号", "〔2026〕第4号", "〔94〕云农字第345号"])
def test_a_number_of_a_rare_form_stays_out_of_the_title(number: str) -> None:
    proposal = proposal_of(f"{TITLE}\n{number}\n各乡镇人民政府：\n{BODY}")
    assert (proposal.title.value, proposal.document_number.value) == (TITLE, number)


@pytest.mark.parametrize("label", ["主送：", "主送机关:"])
def test_an_addressee_behind_its_label_is_read_without_it(label: str) -> None:
    proposed = proposal_of(f"{TITLE}\n{label}各乡镇人民政府\n{BODY}").addressee
    assert (proposed.value, proposed.confidence) == ("各乡镇人民政府", Confidence.CHECK)


def test_of_several_departments_the_one_that_is_named_leads() -> None:
    text = "云溪县商务局等17部门关于加强管理的通知\n各乡镇人民政府：\n甲。\n2026年3月2日\n"
    proposed = proposal_of(text).issuing_body
    assert (proposed.value, proposed.confidence) == ("云溪县商务局", Confidence.CHECK)


def test_an_order_numbered_in_chinese_figures_is_read() -> None:
    text = (
        "云溪市人民政府令\n第十二号\n《云溪市停车办法》已经通过，现予公布。\n"
        "市长　沈知远\n2026年3月2日\n云溪市停车办法\n第一条　甲。"
    )
    proposal = proposal_of(text)
    assert proposal.document_number.value == "云溪市人民政府令第十二号"
    assert proposal.title.value == "云溪市停车办法"


def test_a_command_is_a_title_and_not_the_head_of_an_order() -> None:
    text = f"云溪县人民政府森林防火命令\n云政发〔2026〕3号\n{BODY}"
    assert proposal_of(text).title.value == "云溪县人民政府森林防火命令"


def test_the_title_under_the_number_of_an_order_is_read() -> None:
    text = "云溪市人民政府令第12号\n云溪市停车办法\n第一条　甲。\n"
    assert proposal_of(text).title.value == "云溪市停车办法"


def test_a_text_in_traditional_characters_is_read_and_kept_as_it_is() -> None:
    text = (
        "雲溪縣人民政府關於加強管理的通知\n雲政發〔2026〕3號\n"
        "各鄉鎮人民政府：\n為加強管理，通知如下。\n"
    )
    proposal = proposal_of(text)
    assert proposal.title.value == "雲溪縣人民政府關於加強管理的通知"
    assert proposal.document_number.value == "云政发〔2026〕3号"
    assert proposal.addressee.value == "各鄉鎮人民政府"
