"""The letter of the office that publishes the decision of a cleanup."""

import json
from dataclasses import dataclass
from datetime import date

from models.domain.cleanup_result import ResultTerms
from models.domain.lifecycle import LetterState
from models.domain.terms import LetterSeries
from models.queries.tuples import tuples_of
from models.tables.cleanups import CleanupCampaign, CleanupEntry
from models.tables.letters import Letter, LetterDocument


@dataclass(frozen=True, kw_only=True)
class DecisionLetter:
    """A decision as it went out; ``terms`` are what its text says of its effect and reach."""

    id: int
    letter_number: str
    letter_date: date
    decided_by: str
    terms: ResultTerms


def decision_letter(campaign_id: int) -> DecisionLetter | None:
    """Return the decision that was issued last for the list of a cleanup; None without one.

    It is the one that names exactly the documents of the list, and was not withdrawn.
    """
    listed = _listed(campaign_id)
    opened_at = CleanupCampaign.get_by_id(campaign_id).opened_at
    of_first = LetterDocument.select(LetterDocument.letter).where(
        LetterDocument.document == min(listed, default=0)
    )
    query = (
        Letter.select(Letter.id, Letter.letter_number, Letter.letter_date, Letter.data)
        .where(
            Letter.kind == LetterSeries.CLEANUP_DECISION,
            Letter.state == LetterState.ISSUED,
            Letter.issued_at >= opened_at,
            Letter.id.in_(of_first),
        )
        .order_by(Letter.id.desc())
    )
    for letter_id, number, day, data in tuples_of(query):
        if _named(letter_id) == listed:
            return _letter(letter_id, number, day, data)
    return None


def _listed(campaign_id: int) -> set[int]:
    query = CleanupEntry.select(CleanupEntry.document).where(
        CleanupEntry.campaign == campaign_id, CleanupEntry.removed_at.is_null()
    )
    return {row[0] for row in tuples_of(query)}


def _named(letter_id: int) -> set[int]:
    query = LetterDocument.select(LetterDocument.document).where(LetterDocument.letter == letter_id)
    return {row[0] for row in tuples_of(query)}


def _letter(letter_id: int, number: str, day: date, data: str) -> DecisionLetter:
    said = json.loads(data)
    return DecisionLetter(
        id=letter_id,
        letter_number=number,
        letter_date=day,
        decided_by=said["office_name"],
        terms=ResultTerms(
            effect_date=date.fromisoformat(said["effect_date"]),
            cutoff_date=date.fromisoformat(said["cutoff_date"]),
            ends_unlisted=bool(said["ends_unlisted"]),
        ),
    )
