"""Floors on real documents: what was measured when they were set, less a little.

The gold answers and the corpus lie beside the project and are not part of it; the floors hold for
the plain text. Values that the text does not contain (an issuer only on the web page, a day of
effect from the imprint of a gazette) keep the figures below 100 %.
"""

import gzip
import json
import re
import unicodedata
from collections.abc import Iterator
from dataclasses import fields
from datetime import date
from pathlib import Path

import pytest

from review.extraction.proposal import CitedDocument, Confidence, Proposed
from review.extraction.propose import propose
from tests.review.extraction.reading import proposal_of, read_of

DATA = Path(__file__).parents[3].parent / "shared" / "data"
SINGLE = {
    "title": ("title", 0.99),
    "document_number": ("doc_number", 0.99),
    "issuing_body": ("issuer", 0.98),
    "addressee": ("addressee", 0.97),
    "adopted_date": ("sign_date", 0.99),
    "effective_date": ("effective_date", 0.95),
}
LISTS = {
    "joint_issuers": 0.95,
    "legal_bases": 0.95,
    "repeals": 0.95,
    "attachments": 0.95,
}
CERTAIN_FLOOR = 0.997
SHAPES = str.maketrans("〔[【〕]】〈<〉>“”‘’—–－，：；", '((()))《《》》""""---,:;')

Gold = dict[str, object]


def gold() -> list[Gold]:
    path = DATA / "gold_dev.jsonl"
    if not path.exists():
        pytest.skip("the gold answers are not beside the project")
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]


def fold(value: object) -> str:
    text = unicodedata.normalize("NFKC", str(value or "")).translate(SHAPES)
    return re.sub(r"\s+", "", text).rstrip(":").strip("《》")


def fold_item(item: object) -> str:
    if isinstance(item, CitedDocument):
        item = {"name": item.name, "number": item.number}
    if isinstance(item, dict):
        item = item["name"] or item["number"]
    return fold(item).removeprefix("中华人民共和国")


def scored(name: str, key: str) -> Iterator[tuple[str, set[str], Proposed[object]]]:
    """Yield wanted value, accepted values and proposal, for values that stand in the text."""
    for item in gold():
        origin = item.get("field_origin") or {}
        assert isinstance(origin, dict)
        if origin.get(key) == "page":
            continue
        aliases = item.get("issuer_aliases_in_text") if name == "issuing_body" else None
        want = fold(item.get(key))
        accepted = {want, *map(fold, aliases if isinstance(aliases, list) else ())}
        yield want, accepted, getattr(proposal_of(str(item["text"])), name)


def is_right(accepted: set[str], proposed: Proposed[object]) -> bool:
    value = proposed.value
    return fold(value.isoformat() if isinstance(value, date) else value) in accepted


@pytest.mark.parametrize("name", SINGLE)
def test_single_values_of_real_documents_are_right(name: str) -> None:
    key, floor = SINGLE[name]
    relevant = [
        is_right(accepted, proposed)
        for want, accepted, proposed in scored(name, key)
        if want or proposed.value is not None
    ]
    assert sum(relevant) / len(relevant) >= floor


def test_values_given_as_certain_are_right() -> None:
    certain = [
        is_right(accepted, proposed)
        for name, (key, _) in SINGLE.items()
        for _, accepted, proposed in scored(name, key)
        if proposed.confidence is Confidence.CERTAIN
    ]
    assert sum(certain) / len(certain) >= CERTAIN_FLOOR


@pytest.mark.parametrize("name", LISTS)
def test_lists_of_real_documents_are_right(name: str) -> None:
    hits = wanted = given = 0
    for item in gold():
        values = item.get(name) or []
        assert isinstance(values, list)
        want = {fold_item(each) for each in values}
        proposals = getattr(proposal_of(str(item["text"])), name)
        got = {fold_item(each.value) for each in proposals}
        hits, wanted, given = hits + len(want & got), wanted + len(want), given + len(got)
    assert 2 * hits / (wanted + given) >= LISTS[name]


def test_every_text_of_the_corpus_is_read_and_every_place_maps_back() -> None:
    path = DATA / "corpus.jsonl.gz"
    if not path.exists():
        pytest.skip("the corpus is not beside the project")
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        for line in lines:
            read = read_of(json.loads(line)["text"] or "")
            proposal = propose(read)
            values = [getattr(proposal, field.name) for field in fields(proposal)]
            for value in values:
                for each in value if isinstance(value, tuple) else (value,):
                    if isinstance(each, Proposed) and each.place is not None:
                        assert read.at(each.place) == each.raw
