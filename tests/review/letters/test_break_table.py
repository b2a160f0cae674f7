"""Where a line may break: hard cases."""

import pytest

from review.letters.break_table import units
from review.letters.line_breaking import set_lines


@pytest.mark.parametrize(
    ("text", "pieces"),
    [
        ("中文，字", "中|文，|字"),
        ("（《办法》）。", "（《办|法》）。"),
        ("“两停”措施", "“两|停”|措|施"),
        ("第〔2026〕94号令", "第|〔2026〕94号|令"),
        ("2026年3月2日起", "2026年3月2日|起"),
        ("限值35μg/m³以下", "限|值|35μg/m³|以|下"),
        ("面积120㎡的", "面|积|120㎡|的"),
        ("HJ 610—2016规定", "HJ 610—2016|规|定"),
        ("GB/T 9704-2012格式", "GB/T 9704-2012|格|式"),
        ("3‰的滞纳金", "3‰|的|滞|纳|金"),
        ("￥500元罚款", "￥500元|罚|款"),
        ("不得——除外", "不|得——|除|外"),
        ("等等……以上", "等|等……|以|上"),
        ("张·李", "张·|李"),
        ("word another 中", "word |another |中"),
        ("见A/B类", "见|A/B|类"),
        ("见https://www.example.invalid/a-b/c?x=1。", None),
        ("", ""),
        ("。", "。"),
    ],
)
def test_a_text_is_cut_only_where_it_may_be(text: str, pieces: str | None) -> None:
    found = units(text)

    assert "".join(found) == text
    if pieces is not None:
        assert "|".join(found) == pieces


def test_a_web_address_breaks_only_after_its_marks() -> None:
    found = units("见https://www.example.invalid/standards/limits?page=2")

    assert len(found) > 3
    assert all(piece[-1] in "/?&=-_." for piece in found[1:-1])


def test_a_short_slash_word_is_not_torn() -> None:
    assert units("km/h以上")[0] == "km/h"


@pytest.mark.parametrize(
    "cut",
    [
        "自|2026年3月2日|起|施|行",
        "2026年3月|起",
        "3月2日|前",
        "截|至|2026年12月31日|24时",
        "9时30分|开|始",
        "二〇二六年|三月二日",
        "十二月三十一日|前",
        "违|反|第十二条|规|定",
        "第二十三条之一|规|定",
        "第十二条|第一款|第三项",
        "依|照|第8条|第2款",
        "第三章|第二节",
        "第一百二十条",
        "第十四届|全|国|人|大",
        "第一批|共|三|件",
        "2026年|第二季度|末",
        "第3号|令",
        "云|政|发|〔2020〕94号|文|件",
        "云|政|发|〔2020〕第94号",
        "国|发|〔2026〕1号、|2号",
        "罚|款|500元|以|下",
        "罚|款|1,000元|以|上",
        "共|1.5万元|的",
        "投|资|3.2亿元|的",
        "面|积|120平方米|以|上",
        "长|度|3.5公里|的",
        "超|过|0.5毫米",
        "满|18周岁|的",
        "6个月|内",
        "15日|内",
        "30个工作日|内",
        "比|例|5%|以|下",
        "利|率|3‰|的",
        "气|温|36.5℃|以|上",
        "增|长|5%—10%",
        "2019—2021年",
        "HJ 610—2016|规|定",
        "GB/T 9704—2012|格|式",
        "GB 3096-2008|标|准",
        "DB37/T 1234—2020|要|求",
        "ISO 9001|认|证",
        "限|值|35μg/m³|以|下",
        "时|速|60km/h|以|下",
        "面|积|120㎡|的",
        "pH|值|6.5",
        "A4|纸",
        "见|A/B|类",
        "使|用|Microsoft |Word|编|辑",
        "电|话|0000-1234567",
        "邮|箱|office@example.|invalid|联|系",
        "网|址|https://|www.|example.|invalid/|a/|b",
        "《〈办|法〉|的|通|知》",
        "（《办|法》）。",
        "“‘两|停’|措|施”",
        "他|说：|“可|以。”",
        "不|得——|除|外",
        "等|等……|以|上",
        "张·|李",
        "阿|依|古|丽·|买|买|提",
        "是|否|合|法？！",
        "附|件：|1．|办|法",
        "（一）|依|据",
        "［2020］|号",
        "1∶500|比|例",
        "￥500元|罚|款",
        "No.12|文|件",
        "20\uff5e30人",
        "①|依|据",
        "Ⅲ|类|水|体",
        "5,000,000元",
        "“十|四|五”|规|划",
        "甲、|乙、|丙",
    ],
)
def test_hard_cases_are_cut_at_the_strokes_only(cut: str) -> None:
    assert "|".join(units(cut.replace("|", ""))) == cut


def test_a_date_that_ends_a_line_goes_down_whole() -> None:
    lines = set_lines("规" * 25 + "2026年3月2日起施行", lambda _: ("", 1.0), 28)

    assert [line.text for line in lines] == ["规" * 25, "2026年3月2日起施行"]


def square(char: str) -> tuple[str, float]:
    return "", 0.5 if char.isascii() else 1.0


def lines_of(text: str, width: float) -> list[str]:
    return [line.text for line in set_lines(text, square, width)]


def test_a_date_is_cut_after_its_month_rather_than_leave_a_line_ragged() -> None:
    assert lines_of("规" * 22 + "2026年12月31日止", 28) == ["规" * 22 + "2026年12月", "31日止"]
    assert lines_of("规" * 22 + "（2026年12月31日）", 28)[1] == "31日）"
    assert lines_of("规" * 25 + "2026年12月31日止", 28) == ["规" * 25, "2026年12月31日止"]


def test_in_a_narrow_cell_dates_and_numbers_are_cut_where_it_hurts_least() -> None:
    assert lines_of("2026年12月31日", 4) == ["2026年", "12月31日"]
    assert lines_of("2026年12月31日", 5) == ["2026年12月", "31日"]
    assert lines_of("YXXGF-2026-002", 5) == ["YXXGF-", "2026-002"]
    assert lines_of("YXXGFYXXGF", 3) == ["YXXGFY", "XXGF"]
