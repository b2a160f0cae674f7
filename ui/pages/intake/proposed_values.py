"""What the text proposes for the fields of the form: value, how sure, and where it stands."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from models.domain.validity import ValidityTerm, ValidityTermKind
from review.extraction.proposal import Confidence, Proposal, Proposed
from review.extraction.validity_clauses import term_of
from review.reading.notes import note_sentence
from review.reading.text import Place, ReadText

_FIELDS = (
    "title",
    "document_number",
    "issuing_body",
    "document_kind",
    "adopted_date",
    "effective_date",
)


@dataclass(frozen=True)
class ProposedValues:
    """The proposal by field of the form; ``values`` holds only what was found."""

    values: Mapping[str, Any]
    confidences: Mapping[str, Confidence]
    places: Mapping[str, Place]
    is_trial: bool


def values_of(read: ReadText, proposal: Proposal) -> tuple[tuple[str, ...], ProposedValues]:
    """Return the sentences of the reader and the proposal as the form takes it."""
    proposed: dict[str, Proposed[Any]] = {name: getattr(proposal, name) for name in _FIELDS}
    proposed["validity_term"] = _validity(proposal)
    found = {name: one for name, one in proposed.items() if one.value is not None}
    return tuple(note_sentence(note) for note in read.notes), ProposedValues(
        values={name: one.value for name, one in found.items()},
        confidences={name: one.confidence for name, one in proposed.items()},
        places={name: one.place for name, one in found.items() if one.place is not None},
        is_trial=bool(proposal.is_trial.value),
    )


def _validity(proposal: Proposal) -> Proposed[ValidityTerm]:
    """Return the term the validity clause states, else the end of validity as its last day."""
    clause, end = proposal.validity_clause, proposal.validity_end
    term = term_of(clause.value or "")
    if term is None and end.value is not None:
        term = ValidityTerm(ValidityTermKind.UNTIL_DATE, until_date=end.value)
    confidence = clause.confidence if term else Confidence.MISSING
    return Proposed(term, clause.raw, clause.place, confidence, clause.reason)
