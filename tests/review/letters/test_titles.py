"""A long title is broken by sense into an even outline."""

import pytest

from review.letters.titles import title_lines
from tests.review.letters.samples import LONG_TITLE
from tests.review.letters.test_line_breaking import NEVER_FIRST, NEVER_LAST

TITLES = [
    "关于《云溪县城区生活垃圾分类管理暂行办法》的备案审查意见书",
    "关于《云溪县人民政府办公室关于印发〈云溪县农村宅基地审批管理办法（试行）〉的通知》的备案审查意见书",
    "关于《云溪县玥珺沚旸农民集中居住区物业服务收费管理暂行办法》的备案审查意见书",
    f"关于《{LONG_TITLE}》的备案审查意见书",
]


def width(line: str) -> float:
    return sum(0.5 if char.isascii() else 1.0 for char in line)


@pytest.mark.parametrize("title", TITLES)
def test_no_line_of_a_title_is_too_long_or_a_stub(title: str) -> None:
    lines = title_lines(title, 19)

    assert "".join(lines) == title
    assert all(4 <= width(line) <= 19 for line in lines)


@pytest.mark.parametrize("title", TITLES)
def test_a_title_takes_as_few_lines_as_it_can(title: str) -> None:
    assert len(title_lines(title, 19)) <= -(-width(title) // 19) + 1


@pytest.mark.parametrize("title", TITLES)
def test_no_mark_of_a_title_stands_at_the_wrong_edge(title: str) -> None:
    lines = title_lines(title, 19)

    assert all(line[0] not in NEVER_FIRST and line[-1] not in NEVER_LAST for line in lines)


@pytest.mark.parametrize("title", TITLES)
@pytest.mark.parametrize(
    "word", ["备案审查", "意见书", "办法", "管理", "人民政府", "办公室", "宅基地"]
)
def test_no_known_word_is_torn(title: str, word: str) -> None:
    assert "|".join(title_lines(title, 19)).count(word) == title.count(word)


def test_a_short_title_stays_on_one_line() -> None:
    assert title_lines("规范性文件备案回执", 19) == ("规范性文件备案回执",)


def test_a_title_is_broken_into_a_trapezoid() -> None:
    upper, lower = title_lines(TITLES[0], 19)

    assert (upper, lower) == ("关于《云溪县城区生活垃圾分类", "管理暂行办法》的备案审查意见书")


def test_a_title_of_one_endless_word_is_cut_and_nothing_is_lost() -> None:
    assert "".join(title_lines("x" * 200, 19)) == "x" * 200
