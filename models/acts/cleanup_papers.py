"""Whether the letter of a cleanup's decision says what its result does."""

import json
from collections.abc import Mapping, Sequence
from typing import Any

from models.acts.cleanup_refusals import PaperDiffersError
from models.acts.lookup import fetch
from models.domain.cleanup import CleanupOutcome
from models.domain.cleanup_result import ResultItem, ResultTerms
from models.domain.letter_terms import CleanupOpinion
from models.domain.lifecycle import LetterState
from models.domain.terms import LetterSeries
from models.tables.letters import Letter

_OUTCOMES = {
    CleanupOpinion.RETAIN: CleanupOutcome.KEEP,
    CleanupOpinion.AMEND: CleanupOutcome.AMEND,
    CleanupOpinion.REPEAL: CleanupOutcome.REPEAL,
    CleanupOpinion.DECLARE_LAPSED: CleanupOutcome.DECLARE_LAPSED,
    CleanupOpinion.ALREADY_ENDED: CleanupOutcome.ALREADY_ENDED,
}


def check_paper(letter_id: int, items: Sequence[ResultItem], terms: ResultTerms) -> None:
    """Refuse a letter that says something else than the result that is applied by it.

    Raises:
        RecordMissingError: there is no such letter.
        PaperDiffersError: it is another kind of letter, was withdrawn, or its lists, its day or
            its reach are not those of the result.
    """
    letter = fetch(Letter, letter_id)
    is_decision = letter.kind == LetterSeries.CLEANUP_DECISION
    is_standing = letter.state == LetterState.ISSUED
    if not (is_decision and is_standing and _says(json.loads(letter.data), items, terms)):
        raise PaperDiffersError(number=letter.letter_number)


def _says(data: Mapping[str, Any], items: Sequence[ResultItem], terms: ResultTerms) -> bool:
    listed = sorted(
        (_OUTCOMES[CleanupOpinion(one["opinion"])].value, document["title"])
        for one in data["lists"]
        for document in one["documents"]
    )
    decided = sorted((item.outcome.value, item.title) for item in items if item.outcome)
    has_terms = (
        data["effect_date"] == terms.effect_date.isoformat()
        and data["cutoff_date"] == terms.cutoff_date.isoformat()
        and bool(data["ends_unlisted"]) is terms.ends_unlisted
    )
    return has_terms and listed == decided
