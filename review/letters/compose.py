"""A letter and its wording become the blocks of a paper."""

from review.letters.letter_kinds import Letter
from review.letters.letter_model import LetterModel


def compose(letter: Letter) -> LetterModel:
    """Return the paper that says the letter's words."""
    raise NotImplementedError(letter)
