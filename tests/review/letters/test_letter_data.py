"""A letter is frozen as data and rebuilt from it."""

import json
from dataclasses import replace

import pytest

from review.letters.errors import LetterDataError, LetterKindError
from review.letters.letter_data import data_hash, data_of, letter_from_data
from review.letters.letter_kinds import LETTER_KINDS, kind_of
from tests.review.letters.samples import OPINION, RECEIPT, SAMPLES


@pytest.mark.parametrize("sample", SAMPLES)
def test_a_letter_comes_back_equal_from_json(sample: str) -> None:
    letter = SAMPLES[sample]

    stored = json.dumps(data_of(letter), ensure_ascii=False)
    rebuilt = letter_from_data(kind_of(letter).kind_id, json.loads(stored))

    assert rebuilt == letter
    assert data_hash(rebuilt) == data_hash(letter)


def test_dates_are_stored_as_iso_text() -> None:
    assert data_of(RECEIPT)["letter_date"] == "2026-03-04"


def test_the_hash_never_changes_for_stored_letters() -> None:
    stored = replace(RECEIPT, filing_register_number="云备〔2026〕7号")

    assert data_hash(stored) == "bf741cc07ade13fa0aeec669f46c804c516447c84c8e1d50479e46dc8a29f8f3"


def test_a_changed_value_changes_the_hash() -> None:
    assert data_hash(replace(OPINION, report_days=31)) != data_hash(OPINION)


def test_an_unknown_kind_is_refused() -> None:
    with pytest.raises(LetterKindError) as refusal:
        letter_from_data("love_letter", {})

    assert refusal.value.values == {"kind": "love_letter"}


@pytest.mark.parametrize(
    ("change", "field"),
    [
        ({"letter_date": "3月4日"}, "letter_date"),
        ({"letter_date": None}, "letter_date"),
        ({"days_used": "十"}, "days_used"),
        ({"materials": [{"name": "备案报告", "copies": "一"}]}, "materials[0].copies"),
        ({"colour": "red"}, "colour"),
        ({"materials": [{"name": "备案报告", "copies": 1, "colour": "red"}]}, "colour"),
    ],
)
def test_data_that_does_not_fit_is_refused_by_the_name_of_its_field(
    change: dict[str, object], field: str
) -> None:
    with pytest.raises(LetterDataError) as refusal:
        letter_from_data("filing_receipt", {**data_of(RECEIPT), **change})

    assert refusal.value.values == {"kind": "备案回执", "field": field}


def test_data_with_a_missing_field_is_refused() -> None:
    data = data_of(RECEIPT)
    del data["office_name"]

    with pytest.raises(LetterDataError) as refusal:
        letter_from_data("filing_receipt", data)

    assert refusal.value.values["field"] == "office_name"


def test_each_kind_is_found_by_its_id() -> None:
    assert all(kind.kind_id == kind_id for kind_id, kind in LETTER_KINDS.items())
    assert kind_of(OPINION) is LETTER_KINDS["review_opinion"]
