"""What stands around a document, or how it was typed, must not change what is proposed."""

import json
import re
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from models.domain.titles import title_key
from review.extraction.proposal import Proposal
from tests.models.domain.full_width import full_width
from tests.review.extraction.reading import proposal_of

GOLD = Path(__file__).parents[3].parent / "shared" / "data" / "gold_dev.jsonl"
SIGNED = re.compile(r"(?m)^(\s*\S{4,20})\n(\s*\d{4}年\d+月\d+日\s*)$")
NUMBERED = re.compile(r"(?m)^(\S{2,12}〔\d{4}〕\d+号)\s*$")
SINGLE = ("title", "document_number", "issuing_body", "addressee", "adopted_date")
LISTS = ("joint_issuers", "attachments")


def paged(text: str, number: str) -> str:
    lines = text.split("\n")
    marks = {place: number.format(place // 9 + 1) for place in range(8, len(lines), 9)}
    return "\n".join(
        line + ("\n" + marks[place] if place in marks else "") for place, line in enumerate(lines)
    )


VARIANTS: dict[str, Callable[[str], str]] = {
    "blank lines": lambda text: text.replace("\n", "\n\n"),
    "page numbers with dashes": lambda text: paged(text, "— {} —"),
    "page numbers in words": lambda text: paged(text, "第 {} 页 共 9 页"),
    "indented lines": lambda text: "\n".join(f"　　{line}   " for line in text.split("\n")),
    "digits of full width": full_width,
    "half-width punctuation": lambda text: text.translate(str.maketrans("，（）：", ",():")),
    "copy number, secrecy and urgency": lambda text: f"000012\n机密★1年\n特急\n{text}",
    "the chrome of a web page": lambda text: (
        "当前位置：首页 > 政务公开\n索 引 号：000014349/2019-00007\n分享到：\n"
        f"【字体：大 中 小】\n打印\n{text}\n扫一扫在手机打开当前页\n版权所有：某某市人民政府\n"
    ),
    "a distribution list and an imprint": lambda text: (
        f"{text.rstrip()}\n抄送：省委各部门，省法院。\n（共印50份）\n"
    ),
    "a signer beside the number": lambda text: NUMBERED.sub(
        r"\1　　　　　　　　签发人：沈知远", text, count=1
    ),
    "a line for the seal": lambda text: SIGNED.sub(r"\1\n（盖章）\n\2", text, count=1),
    "signature and date on one line": lambda text: SIGNED.sub(r"\1　　\2", text, count=1),
}


def real_texts() -> Iterator[str]:
    if not GOLD.exists():
        pytest.skip("the gold answers are not beside the project")
    for line in GOLD.read_text(encoding="utf-8").splitlines():
        yield str(json.loads(line)["text"])


def values(proposal: Proposal) -> dict[str, object]:
    single = {name: title_key(str(getattr(proposal, name).value)) for name in SINGLE}
    lists = {
        name: [title_key(str(each.value)) for each in getattr(proposal, name)] for name in LISTS
    }
    return {**single, **lists}


@pytest.mark.parametrize("name", VARIANTS)
def test_a_real_document_gives_the_same_values_in_every_dress(name: str) -> None:
    vary = VARIANTS[name]
    for text in real_texts():
        assert values(proposal_of(vary(text))) == values(proposal_of(text)), text[:60]


def test_a_title_that_goes_on_after_a_page_number_is_one_title() -> None:
    text = "云溪县人民政府关于加强\n- 1 -\n经济工作的通知\n云政发〔2026〕3号\n各乡镇：\n甲。\n"
    assert proposal_of(text).title.value == "云溪县人民政府关于加强经济工作的通知"


def test_an_attachment_whose_bracket_the_page_broke_is_one_attachment() -> None:
    text = "关于加强管理的通知\n各乡镇：\n甲。\n附件：1.指标体系（2\n023年）\n2.任务分工表\n"
    found = [each.value for each in proposal_of(text).attachments]
    assert found == ["指标体系（2023年）", "任务分工表"]


@pytest.mark.parametrize("number", ["1.", "1、", "(1)"])
def test_an_attachment_that_begins_with_a_year_loses_only_its_number(number: str) -> None:
    text = f"关于加强管理的通知\n各乡镇：\n甲。\n附件：\n{number}2025年名单\n{number}房源简介\n"
    assert [each.value for each in proposal_of(text).attachments] == ["2025年名单", "房源简介"]


@pytest.mark.parametrize(
    "signature",
    [
        # What the lines of a pdf leave: a stop that fills its line, an orphan on the next.
        "一、加强领导。云溪县水利局\n2026年3月2日\n",
        "一、加强领导。\n云溪县水利\n局\n2026年3月2日\n",
    ],
)
def test_a_signature_torn_by_the_lines_of_a_page_is_read(signature: str) -> None:
    text = f"关于加强管理的通知\n云水发\ufffd2026\ufffd3号\n各乡镇人民政府：\n甲。\n{signature}"
    proposal = proposal_of(text)
    assert proposal.issuing_body.value == "云溪县水利局"
    assert str(proposal.adopted_date.value) == "2026-03-02"
    assert proposal.document_number.value == "云水发〔2026〕3号"


def test_an_office_torn_by_the_end_of_a_line_still_signs() -> None:
    text = (
        "《云溪市停车办法》已经2026年2月1日云溪市人民政府第3次常务会议通过，现予公布。  市\n"
        "长 沈知远  2026年3月2日\n云溪市停车办法\n第一条　甲。"
    )
    assert str(proposal_of(text).adopted_date.value) == "2026-03-02"
