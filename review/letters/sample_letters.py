"""A sample of every kind of paper: a fictional county, to try wording and page with.

One file a kind in ``resources/letters/samples``; its keys are the fields of the kind's data class.
"""

import tomllib

from resources import path_of
from review.letters.kinds.base import Letter
from review.letters.letter_data import letter_from_data


def sample_letter(kind_id: str) -> Letter:
    """Return the sample of a kind.

    Raises:
        LetterKindError: there is no such kind.
        LetterDataError: the sample does not fill the data class of its kind.
    """
    text = path_of("letters", "samples", f"{kind_id}.toml").read_text(encoding="utf-8")
    return letter_from_data(kind_id, tomllib.loads(text))
