"""A score sheet is read strictly: whatever is wrong names its file and its place."""

from decimal import Decimal

import pytest

from models.domain.law_errors import DataFileSyntaxError
from models.evaluation_criteria import (
    CriteriaUnfitError,
    read_criteria,
    shipped_criteria,
    shipped_criteria_text,
)

SHEET = """
name = "评分表"
source = "云溪县后评估办法第八条"
verified = true

[[criteria]]
key = "effect"
title = "实施效果"
marks = 12.5
"""


def test_the_shipped_sheet_has_a_hundred_marks_and_says_where_it_comes_from() -> None:
    sheet = shipped_criteria()
    assert sheet.full_marks == Decimal(100)
    assert sheet.source
    assert not sheet.is_verified
    assert all(one.explanation for one in sheet.criteria)


def test_marks_of_a_sheet_are_what_is_written() -> None:
    sheet = read_criteria(f"\ufeff{SHEET}", "评分表.toml")
    assert sheet.criteria[0].full_marks == Decimal("12.5")
    assert sheet.is_verified


@pytest.mark.parametrize(
    ("text", "place"),
    [
        (SHEET.replace('name = "评分表"', 'name = ""'), "name"),
        (SHEET.replace("source", "origin", 1), "origin"),
        (SHEET.replace("marks = 12.5", "marks = 0"), "criteria 1 marks"),
        (SHEET.replace("marks = 12.5", "marks = 12.55"), "criteria 1 marks"),
        (SHEET.replace("marks = 12.5", 'marks = "12"'), "criteria 1 marks"),
        (SHEET.replace("marks = 12.5", "marks = true"), "criteria 1 marks"),
        (SHEET.replace('"effect"', '"效果"'), "criteria 1 key"),
        (SHEET.replace("title", "heading"), "criteria 1 heading"),
        (SHEET + SHEET[SHEET.index("[[") :], "effect"),
        (SHEET[: SHEET.index("[[")], "criteria"),
    ],
)
def test_what_is_no_sheet_is_refused_with_its_place(text: str, place: str) -> None:
    with pytest.raises(CriteriaUnfitError) as refused:
        read_criteria(text, "评分表.toml")
    assert refused.value.values["place"] == place


def test_a_text_that_cannot_be_read_is_refused_with_its_line() -> None:
    broken = shipped_criteria_text().replace("[[criteria]]", "[criteria]", 1)
    with pytest.raises(DataFileSyntaxError) as refused:
        read_criteria(broken, "评分表.toml")
    assert refused.value.values["file"] == "评分表.toml"
