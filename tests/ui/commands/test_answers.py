"""Tables line up, rows are read in parts."""

import json
from datetime import UTC, datetime

import pytest

from models.domain.lifecycle import MakingState
from models.domain.validity import ValidityTerm, ValidityTermKind
from models.queries.trail import TrailFaultRow
from ui.commands.answers import Voice, rows_of, width_of
from ui.commands.words import heading, shown

ROWS = (TrailFaultRow(1, "登记", "xu", ""), TrailFaultRow(12, "号", "许知禾", ""))


def test_columns_of_chinese_and_latin_words_line_up(capsys: pytest.CaptureFixture[str]) -> None:
    Voice(is_json=False).table(("sequence", "act", "login"), ROWS, "没有")
    lines = capsys.readouterr().out.splitlines()
    assert [
        width_of(line[: line.index(word)])
        for line, word in zip(lines, ("登录名", "xu", "许"), strict=True)
    ] == [width_of("序号  act   ")] * 3


def test_a_program_gets_one_object_a_row(capsys: pytest.CaptureFixture[str]) -> None:
    Voice(is_json=True).table(("act",), ROWS, "没有")
    objects = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert [one["sequence"] for one in objects] == [1, 12]


def test_no_rows_are_said_to_a_person_and_nothing_to_a_program(
    capsys: pytest.CaptureFixture[str],
) -> None:
    Voice(is_json=False).table(("act",), (), "没有记录。")
    Voice(is_json=True).table(("act",), (), "没有记录。")
    assert capsys.readouterr().out == "没有记录。\n"


def test_many_rows_are_read_in_parts_and_keep_their_order() -> None:
    asked: list[int] = []

    def read(ids: list[int]) -> list[int]:
        asked.append(len(ids))
        return ids

    assert rows_of(read, list(range(1201))) == list(range(1201))
    assert asked == [500, 500, 201]


@pytest.mark.parametrize(
    ("value", "words"),
    [
        (None, ""),
        (True, "是"),
        (MakingState.NUMBERED, "已编号"),
        (datetime(2026, 3, 1, 18, 0, tzinfo=UTC), "2026-03-02 02:00"),
        (ValidityTerm(ValidityTermKind.YEARS, 5), "5年"),
        (ValidityTerm(ValidityTermKind.PERMANENT), "长期有效"),
        (("甲", "乙"), "甲、乙"),
        ("两行\n文字", "两行 文字"),
    ],
)
def test_values_are_shown_as_people_write_them(value: object, words: str) -> None:
    assert shown(value) == words


def test_a_field_goes_by_its_chinese_name() -> None:
    assert (heading("id"), heading("unified_number")) == ("序号", "统一登记号")
