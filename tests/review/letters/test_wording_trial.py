"""A template is tried out on samples, and its fields are listed with what prints them."""

import pytest

from review.letters.letter_kinds import LETTER_KINDS
from review.letters.shipped_wording import shipped_text
from review.letters.wording_check import faults_of
from review.letters.wording_errors import UnknownFieldError
from review.letters.wording_inserts import field_lines
from review.letters.wording_trial import Remain, try_all_samples, try_wording

RECEIPT = "filing_receipt"


@pytest.mark.parametrize("kind_id", LETTER_KINDS)
def test_every_shipped_template_prints_whatever_is_empty_and_however_long_it_is(
    kind_id: str,
) -> None:
    assert try_all_samples(kind_id, shipped_text(kind_id)).faults == ()


def test_a_template_with_faults_has_no_paper() -> None:
    trial = try_wording(RECEIPT, "【版式】表格式\n【主送】{{ 主送单位 }}")

    assert [type(fault) for fault in trial.faults] == [UnknownFieldError]
    assert trial.model is None


def test_what_is_left_behind_by_an_empty_field_is_told() -> None:
    text = "【版式】表格式\n【正文】文件（{{ 发文字号 }}）收悉。"

    trial = try_all_samples(RECEIPT, text)

    assert trial.remains == (Remain("发文字号", "文件（）"),)


def test_what_gives_way_with_its_field_is_not_told() -> None:
    text = "【版式】表格式\n【正文】文件{% if 发文字号 %}（{{ 发文字号 }}）{% endif %}收悉。"

    assert try_all_samples(RECEIPT, text).remains == ()


@pytest.mark.parametrize("kind_id", LETTER_KINDS)
def test_what_the_list_of_fields_inserts_prints_the_field(kind_id: str) -> None:
    for line in field_lines(kind_id):
        owner = f"【每个　{line.owner}】\n" if line.owner else ""
        end = "\n【每个结束】" if line.owner else ""
        text = f"【版式】表格式\n{owner}【正文】\n{line.insert}{end}"
        is_nested = line.owner and faults_of(text, LETTER_KINDS[kind_id])
        assert is_nested or faults_of(text, LETTER_KINDS[kind_id]) == ()


def test_the_list_of_fields_shows_rows_below_their_field() -> None:
    names = [line.name for line in field_lines(RECEIPT)]
    samples = {line.name: line.sample for line in field_lines(RECEIPT)}

    assert names[names.index("材料") + 1] == "项.序号"
    assert samples["文件名称"] == "云溪县城区生活垃圾分类管理暂行办法"
    assert samples["材料"] == "6行"
    assert samples["成文日期"] == "2026年3月4日"
