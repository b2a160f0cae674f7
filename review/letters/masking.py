"""Copies of answers to citizens without their personal data (隐去个人信息的副本).

The original and what is frozen of it stay as they are; only the copy says less.
"""

import re
from dataclasses import replace

from resources.terms import sentence_in
from review.letters.compose import compose
from review.letters.errors import NoPersonalDataError
from review.letters.kinds.suggestions import SuggestionLetter
from review.letters.letter_data import letter_from_data
from review.letters.letter_kinds import kind_of
from review.letters.office_style import style_in_force
from review.letters.press import WRITERS
from review.letters.wording_in_force import wording_in_force

_COUNTY = re.compile(r"^.*?(?:[县区旗]|(?<!城)市(?=[^县区旗]*$))")
_HIDDEN = "某"


def has_personal_data(kind_id: str) -> bool:
    """Tell whether letters of this kind name a citizen."""
    return kind_id.startswith("suggestion_")


def masked(letter: SuggestionLetter) -> SuggestionLetter:
    """Return the letter with the surname only and the address down to the county.

    The name of an organisation is no personal data and stays.
    """
    name = letter.addressee
    hidden = name[:1] + _HIDDEN * (len(name) - 1)
    county = _COUNTY.match(letter.suggester_address)
    return replace(
        letter,
        addressee=name if letter.is_organisation else hidden,
        suggester_address=county.group() if county else "",
        copy_remark=sentence_in("LetterWords", "masked_copy"),
    )


def masked_paper(kind_id: str, data: dict[str, object], paper_format: str) -> bytes:
    """Return the copy of an issued letter in a format, set in today's wording and style.

    Raises:
        NoPersonalDataError: letters of this kind name no citizen.
        LetterDataError: the data are not those of such a letter.
    """
    letter = letter_from_data(kind_id, data)
    if not isinstance(letter, SuggestionLetter):
        raise NoPersonalDataError(kind=kind_of(letter).name)
    model = compose(masked(letter), wording=wording_in_force(kind_id).text)
    return WRITERS[paper_format](model, style_in_force())
