"""Titles are compared by what they say, quotes by their words."""

import pytest

from models.domain.titles import core_title, has_quote, title_key


@pytest.mark.parametrize(
    "typed",
    [
        "云溪县停车场管理办法（试行）",
        " 云溪县 停车场管理办法(试行)",
        "《云溪县停车场管理办法（试行）》",
        "云溪县停车场\n管理办法（试行）",
    ],
)
def test_a_title_is_the_same_in_any_width_brackets_and_line(typed: str) -> None:
    assert title_key(typed) == title_key("云溪县停车场管理办法（试行）")


def test_another_title_is_another() -> None:
    assert title_key("云溪县停车场管理办法") != title_key("云溪县停车场管理办法（试行）")


@pytest.mark.parametrize(
    ("title", "core"),
    [
        ("云溪县人民政府关于印发《云溪县停车场管理办法》的通知", "云溪县停车场管理办法"),
        ("云溪县人民政府办公室关于印发云溪县停车场管理办法的通知", "云溪县停车场管理办法"),
        ("云溪县停车场管理办法", "云溪县停车场管理办法"),
    ],
)
def test_the_core_of_a_notice_is_what_it_issues(title: str, core: str) -> None:
    assert core_title(title) == core


@pytest.mark.parametrize(
    ("quote", "stands"), [("处二百元罚款", True), ("处 二百元\n罚款", True), ("处三百元", False)]
)
def test_a_quote_stands_in_a_text_whatever_its_blanks(quote: str, *, stands: bool) -> None:
    assert has_quote("违反的，处二百\n元罚款。", quote) is stands
