"""A paper whose optional facts are missing still reads as an official wrote it."""

import re
from dataclasses import fields, replace
from typing import Any

import pytest

from review.letters.compose import compose
from review.letters.kinds.base import Letter
from review.letters.letter_kinds import LETTER_KINDS
from review.letters.sample_letters import sample_letter
from tests.golden.rewrite import golden_text

# Marks that stand together only where something between them is missing.
TORN = re.compile(
    r"[（(][，、；：。）)]|[，、；：][）)]|《》|〈〉|“”|[，、；：。][，、；：。]|[、，]$|〔〕|None",
    re.MULTILINE,
)
# A document may come without a number; the other numbers exist before their paper does.
MAY_LACK = frozenset({"document_number", "registration_number"})


def optional_fields(letter: Letter) -> dict[str, Any]:
    """Return the fields that may be empty, with what they are then."""
    empty: dict[str, Any] = {}
    for field in fields(letter):
        if field.name in MAY_LACK:
            empty[field.name] = ""
        elif field.default in ("", None, ()):
            empty[field.name] = field.default
    return empty


def torn_lines(letter: Letter) -> list[str]:
    lines = golden_text(compose(letter)).splitlines()
    return [line for line in lines if not line.startswith("PageBreak") and TORN.search(line)]


@pytest.mark.parametrize("kind", LETTER_KINDS)
def test_no_paper_shows_a_gap_where_an_optional_fact_is_missing(kind: str) -> None:
    letter = sample_letter(kind)
    empty = optional_fields(letter)
    assert torn_lines(letter) == []
    for name, value in empty.items():
        assert torn_lines(replace(letter, **{name: value})) == [], name
    assert torn_lines(replace(letter, **empty)) == []


def test_a_torn_sentence_is_known() -> None:
    for words in ("《办法》（，统一登记号：1）", "《办法》（）", "现决定如下。。"):
        assert TORN.search(words)
