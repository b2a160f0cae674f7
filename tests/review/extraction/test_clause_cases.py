"""Real clauses on effect, validity and repeal, and near misses, with their labels."""

import json
from pathlib import Path

import pytest

from review.extraction.clause_answer import ClauseAnswer, answer_of_clause
from review.extraction.flow import folded

CASES = Path(__file__).parents[3].parent / "shared" / "data" / "clause_cases.jsonl"
FLOOR = 0.99

Case = dict[str, object]


def cases(kind: str) -> list[Case]:
    if not CASES.exists():
        pytest.skip("the labelled clauses are not beside the project")
    lines = CASES.read_text(encoding="utf-8").splitlines()
    return [case for case in map(json.loads, lines) if case["kind"] == kind]


def plain(text: object) -> str:
    return "".join(folded(str(text)).split()).replace("《", "〈").replace("》", "〉")


def named(case: Case) -> set[str]:
    documents = case["repeals"]
    assert isinstance(documents, list)
    return {plain(each["name"] or each["number"]) for each in documents}


def is_right(case: Case, aspect: str, answer: ClauseAnswer) -> bool:
    if aspect == "repeals":
        return {plain(each.name or each.number) for each in answer.repeals} == named(case)
    if aspect == "effective_date":
        wanted, day = case["effective_date"], answer.effective_date
        return wanted == (None if day is None else day.isoformat())
    if aspect == "validity_value":
        return str(answer.validity_value) == str(case["validity_value"])
    return bool(getattr(answer, aspect) == case[aspect])


@pytest.mark.parametrize(
    "aspect",
    [
        "effective_type",
        "effective_date",
        "effective_on",
        "validity_type",
        "validity_value",
        "repeals",
        "partial_repeal",
        "conflict_clause",
    ],
)
@pytest.mark.parametrize("kind", ["own_clause", "near_miss"])
def test_real_clauses_are_answered_right(kind: str, aspect: str) -> None:
    results = [
        is_right(case, aspect, answer_of_clause(str(case["sentence"]))) for case in cases(kind)
    ]
    assert sum(results) / len(results) >= FLOOR


@pytest.mark.parametrize("kind", ["own_clause", "near_miss"])
def test_most_sentences_are_answered_right_in_every_respect(kind: str) -> None:
    aspects = ("effective_type", "effective_date", "validity_type", "repeals", "conflict_clause")
    results = [
        all(is_right(case, aspect, answer_of_clause(str(case["sentence"]))) for aspect in aspects)
        for case in cases(kind)
    ]
    assert sum(results) / len(results) >= FLOOR - 0.01
