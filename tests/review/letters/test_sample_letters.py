"""Every kind of paper has a sample that fills its data class, with numbers of the series."""

from dataclasses import asdict

import pytest

from models.domain.number_grammar import parse
from models.domain.profile import Profile
from models.domain.terms import LetterSeries, NumberKind
from models.profiles import load_profile
from review.letters.kinds.base import NumberedLetter
from review.letters.letter_kinds import LETTER_KINDS, kind_of
from review.letters.sample_letters import sample_letter


@pytest.mark.parametrize("kind_id", LETTER_KINDS)
def test_every_kind_has_a_sample_of_its_class(kind_id: str) -> None:
    assert kind_of(sample_letter(kind_id)) is LETTER_KINDS[kind_id]


@pytest.mark.parametrize(
    "kind_id", [kind.kind_id for kind in LETTER_KINDS.values() if kind.is_numbered]
)
def test_the_number_of_a_sample_is_one_its_series_could_have_given(kind_id: str) -> None:
    letter = sample_letter(kind_id)
    assert isinstance(letter, NumberedLetter)
    scheme = _national().scheme_for(
        NumberKind.LETTER_NUMBER, letter.letter_date, LetterSeries(kind_id)
    )

    assert scheme is not None
    assert parse(scheme, letter.letter_number) is not None, letter.letter_number


@pytest.mark.parametrize("kind_id", LETTER_KINDS)
def test_filing_register_numbers_of_samples_are_written_as_the_register_writes_them(
    kind_id: str,
) -> None:
    (scheme,) = _national().schemes_of(NumberKind.FILING_REGISTER_NUMBER)
    letter = asdict(sample_letter(kind_id))
    rows = [row for value in letter.values() if isinstance(value, tuple) for row in value]

    written = [
        str(one["filing_register_number"])
        for one in (letter, *(row for row in rows if isinstance(row, dict)))
        if one.get("filing_register_number")
    ]

    assert [number for number in written if parse(scheme, number) is None] == []


def _national() -> Profile:
    return load_profile("national")
