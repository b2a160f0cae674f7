"""Letters that are due to many at once, proposed together."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from types import MappingProxyType
from typing import TypeAlias

from models.domain.quarters import Quarter
from models.domain.terms import LetterSeries
from models.queries.desk import filings_without_receipt
from review.letters.drafting.filing_in import propose_receipt
from review.letters.drafting.missing_filings import propose_missing_filing_notices
from review.letters.drafting.proposed_letter import ProposedLetter
from review.letters.drafting.validity import propose_expiry_reminders, quarter_to_remind_of
from review.letters.errors import LetterFactMissingError


@dataclass(frozen=True)
class ProposedBatch:
    """The letters that can be issued, and why others cannot be proposed yet.

    Attributes:
        left_out: The id of the record and the refusal, for every letter that lacks a fact.
    """

    letters: tuple[ProposedLetter, ...]
    left_out: tuple[tuple[int, LetterFactMissingError], ...] = ()


ProposeBatch: TypeAlias = Callable[[date], ProposedBatch]


def propose_receipts(day: date) -> ProposedBatch:
    """Return the receipts (备案回执) of all registered filings that have none, dated on a day."""
    letters, left_out = [], []
    for filing_id in filings_without_receipt():
        try:
            letters.append(propose_receipt(filing_id, day))
        except LetterFactMissingError as refusal:
            left_out.append((filing_id, refusal))
    return ProposedBatch(tuple(letters), tuple(left_out))


def propose_due_reminders(day: date) -> ProposedBatch:
    """Return the reminders (有效期届满提醒函) that are due on a day, one a unit and quarter."""
    quarters = sorted({Quarter.of(day), quarter_to_remind_of(day)})
    letters = (letter for one in quarters for letter in propose_expiry_reminders(one, day))
    return ProposedBatch(tuple(letters))


def propose_due_notices(day: date) -> ProposedBatch:
    """Return the calls (催报通知) for what open issue lists show to be owed, dated on a day."""
    return ProposedBatch(propose_missing_filing_notices(day))


BATCHES: Mapping[LetterSeries, ProposeBatch] = MappingProxyType(
    {
        LetterSeries.FILING_RECEIPT: propose_receipts,
        LetterSeries.EXPIRY_REMINDER: propose_due_reminders,
        LetterSeries.MISSING_FILING_NOTICE: propose_due_notices,
    }
)
"""The kinds of letter that can be issued to many at once."""
