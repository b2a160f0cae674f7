"""Where a line may break: hard cases."""

import pytest

from review.letters.break_table import units


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
