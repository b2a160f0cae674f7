"""Every kind of paper has a sample that fills its data class."""

import pytest

from review.letters.letter_kinds import LETTER_KINDS, kind_of
from review.letters.sample_letters import sample_letter


@pytest.mark.parametrize("kind_id", LETTER_KINDS)
def test_every_kind_has_a_sample_of_its_class(kind_id: str) -> None:
    assert kind_of(sample_letter(kind_id)) is LETTER_KINDS[kind_id]
