"""Texts made to keep a matcher busy are proposed in time that grows with their length only."""

import time

import pytest

from review.extraction.clause_answer import answer_of_clause
from tests.review.extraction.reading import proposal_of

LENGTH = 60_000
# Three times what a slow machine needs; what goes wrong here takes minutes.
LIMIT_SECONDS = 4.0
PIECES = (
    "本办法自2020年1月1日起施行，",
    "有效期至2025年12月31日，",
    "《甲办法》（云政发〔2011〕9号）、",
    "根据《甲法》、",
    "与本办法不一致的，",
    "同时废止",
    "由县水利局负责解释",
    "为贯彻落实",
    "第三条",
    "《〈",
    "〉》",
    "（",
    "现将",
    "自公布之日起",
    "。",
)


def repeated(piece: str) -> str:
    return piece * (LENGTH // len(piece))


@pytest.mark.parametrize(
    "piece",
    [
        "办",
        "本",
        "《",
        "《甲",
        "《〈",
        "本办法",
        "自公布之日起",
        "根据《甲法》、",
        "云政发〔2011〕9号、",
        "与本办法不一致",
        "有效期",
        "2020年1月1日",
        "自2020年1月1日起至",
        "由甲",
        "废止",
        "5年",
        "和、及与",
        "本办法\n",
    ],
)
def test_one_piece_repeated_without_a_stop_is_read_in_time(piece: str) -> None:
    started = time.process_time()
    proposal_of(repeated(piece) + "同时废止")
    answer_of_clause(repeated(piece) + "解释")
    assert time.process_time() - started < LIMIT_SECONDS


def test_clauses_shuffled_into_each_other_are_read_in_time() -> None:
    for step in (2, 3, 4, 7, 8, 11):
        # Squares walk through the pieces in an order of their own for every step.
        text = "".join(PIECES[at * at * step % len(PIECES)] for at in range(LENGTH // 10))
        started = time.process_time()
        proposal_of(text)
        assert time.process_time() - started < LIMIT_SECONDS
