"""Real clauses on effect, validity and repeal, and near misses, with their labels."""

import json
from collections import defaultdict
from pathlib import Path

import pytest

from review.extraction.effect_clauses import EffectKind, effect_clauses
from review.extraction.flow import flow_of, folded
from review.extraction.repeals import propose_repeals
from review.extraction.validity_clauses import validity_clauses

CASES = Path(__file__).parents[3].parent / "shared" / "data" / "clause_cases.jsonl"
FLOOR = 0.97
EFFECTS = {
    EffectKind.FIXED: "fixed",
    EffectKind.ON_ISSUE: "on_issue",
    EffectKind.AFTER_ISSUE: "relative",
}
TERMS = {"years": "years", "months": "months", "until_date": "until"}


def effect_of(sentence: str) -> tuple[str, str | None]:
    clause = next(effect_clauses(flow_of(sentence).text), None)
    if clause is None:
        return "none", None
    day = clause.fixed_date
    return EFFECTS[clause.kind], None if day is None else day.isoformat()


def validity_of(sentence: str) -> tuple[str, str | None]:
    clause = next(validity_clauses(flow_of(sentence).text), None)
    if clause is None:
        return "none", None
    if clause.term is None:
        return "open_ended", None
    return TERMS[clause.term.kind], str(clause.term.until_date or clause.term.amount)


def repeals_of(sentence: str) -> set[str]:
    found = [each.value for each in propose_repeals(flow_of(sentence))]
    return {plain(each.name or each.number) for each in found if each is not None}


def plain(text: str) -> str:
    return "".join(folded(text).split()).replace("《", "〈").replace("》", "〉")


@pytest.mark.parametrize("aspect", ["effect", "validity", "repeals"])
@pytest.mark.parametrize("kind", ["own_clause", "near_miss"])
def test_real_clauses_are_answered_right(kind: str, aspect: str) -> None:
    if not CASES.exists():
        pytest.skip("the labelled clauses are not beside the project")
    results: dict[str, list[bool]] = defaultdict(list)
    for line in CASES.read_text(encoding="utf-8").splitlines():
        case = json.loads(line)
        if case["kind"] != kind:
            continue
        sentence = case["sentence"]
        results["effect"].append(
            effect_of(sentence) == (case["effective_type"], case["effective_date"])
        )
        is_open = case["validity_type"] in ("none", "open_ended")
        value = None if is_open else str(case["validity_value"])
        results["validity"].append(validity_of(sentence) == (case["validity_type"], value))
        wanted = {plain(each["name"] or each["number"]) for each in case["repeals"]}
        results["repeals"].append(repeals_of(sentence) == wanted)
    assert sum(results[aspect]) / len(results[aspect]) >= FLOOR
