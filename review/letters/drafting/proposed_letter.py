"""A letter as it would be issued, and the record it is about."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import TypeAlias

from models.acts.letter_draft import LetterDraft
from models.domain.terms import LetterSeries
from review.letters.errors import LetterFactMissingError
from review.letters.kinds.base import NumberedLetter
from review.letters.letter_data import data_of, numbered_from_data


@dataclass(frozen=True)
class ProposedLetter:
    """A letter as it would be issued, but for its number, and the record it is about.

    Attributes:
        document_id: The document it is about, when that is exactly one.
        document_ids: The documents it is about, when they are several.
        replaces_id: The withdrawn letter it stands for, where the record does not tell.
    """

    kind: LetterSeries
    letter: NumberedLetter
    document_id: int | None = None
    filing_id: int | None = None
    review_id: int | None = None
    document_ids: tuple[int, ...] = ()
    replaces_id: int | None = None

    def as_draft(self, checked: tuple[str, ...] = (), batch_id: str = "") -> LetterDraft:
        """Return what the act of issuing takes.

        Args:
            checked: What the pre-flight pointed out and a person has looked at.
            batch_id: The batch it is issued with, if any.
        """
        return LetterDraft(
            kind=self.kind,
            document_id=self.document_id,
            addressee=self.letter.addressee,
            data=data_of(self.letter),
            filing_id=self.filing_id,
            review_id=self.review_id,
            document_ids=self.document_ids,
            copies=1 + len(getattr(self.letter, "copy_to", ())),
            batch_id=batch_id,
            replaces_id=self.replaces_id,
            checked=checked,
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
