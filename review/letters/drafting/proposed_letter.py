"""A letter as it would be issued, and the record it is about."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import TypeAlias

from models.acts.letters import LetterDraft
from models.domain.terms import LetterSeries
from review.letters.errors import LetterFactMissingError
from review.letters.kinds.base import NumberedLetter
from review.letters.letter_data import data_of, numbered_from_data


@dataclass(frozen=True)
class ProposedLetter:
    """A letter as it would be issued, but for its number, and the record it is about."""

    kind: LetterSeries
    letter: NumberedLetter
    document_id: int
    filing_id: int | None = None
    review_id: int | None = None

    def as_draft(self) -> LetterDraft:
        """Return what the act of issuing takes."""
        return LetterDraft(
            kind=self.kind,
            document_id=self.document_id,
            addressee=self.letter.addressee,
            data=data_of(self.letter),
            filing_id=self.filing_id,
            review_id=self.review_id,
        )

    def changed(self, fields: Mapping[str, object]) -> "ProposedLetter":
        """Return the letter with some of its fields written anew by a person.

        Raises:
            LetterDataError: a field is unknown, or its value of the wrong kind.
        """
        data = {**data_of(self.letter), **fields}
        return replace(self, letter=numbered_from_data(self.kind.value, data))


Proposals: TypeAlias = Mapping[LetterSeries, Callable[[int, date], ProposedLetter]]
"""How each kind of letter is proposed: from the id of filing, review or document, and a day."""


def stated(field: str, day: date | None) -> date:
    """Return a date that the letter must state.

    Raises:
        LetterFactMissingError: it was never entered.
    """
    if day is None:
        raise LetterFactMissingError(field=field)
    return day
