"""Every state has a word and a tone."""

from collections.abc import Callable
from enum import StrEnum

import pytest

from models.domain.lifecycle import FilingState, LetterState, MakingState, ReviewState
from models.domain.terms import ValidityStatus
from ui.parts import tones
from ui.widgets.tokens import Tone


@pytest.mark.parametrize(
    ("states", "status_of"),
    [
        (MakingState, tones.making_status),
        (ValidityStatus, tones.validity_status),
        (FilingState, tones.filing_status),
        (ReviewState, tones.review_status),
        (LetterState, tones.letter_status),
    ],
)
def test_no_state_is_left_without_word_and_tone(
    states: type[StrEnum], status_of: Callable[[StrEnum], tuple[str, Tone]]
) -> None:
    for state in states:
        word, tone = status_of(state)
        assert word
        assert isinstance(tone, Tone)
