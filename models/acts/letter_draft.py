"""A letter as it was composed, ready to be issued."""

from collections.abc import Mapping
from dataclasses import dataclass

from models.domain.terms import LetterSeries


@dataclass(frozen=True)
class LetterDraft:
    """A letter as it was composed: its data hold everything but number and date.

    Attributes:
        document_id: The document it is about, when that is exactly one.
        document_ids: The documents it is about, when they are several, in its order.
        copies: How many go out, those for information with them (份数).
        batch_id: The same for all letters that are issued in one go; empty for a single one.
        replaces_id: The withdrawn letter it stands for; found by the act where it is about the
            same record.
        checked: What the pre-flight pointed out and a person has looked at.
    """

    kind: LetterSeries
    document_id: int | None
    addressee: str
    data: Mapping[str, object]
    filing_id: int | None = None
    review_id: int | None = None
    document_ids: tuple[int, ...] = ()
    copies: int = 1
    batch_id: str = ""
    replaces_id: int | None = None
    checked: tuple[str, ...] = ()

    @property
    def documents(self) -> tuple[int, ...]:
        """Every document it is about."""
        one = () if self.document_id is None else (self.document_id,)
        return one or self.document_ids
