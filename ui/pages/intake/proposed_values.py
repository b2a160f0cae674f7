"""What the text proposes for the fields of the form: value, how sure, and where it stands."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from review.extraction.proposal import Confidence, Proposal, Proposed
from review.proposed_entry import proposed_term
from review.reading.notes import note_sentence
from review.reading.text import Place, ReadText

_FIELDS = (
    "title",
    "document_number",
    "issuing_body",
    "document_kind",
    "adopted_date",
    "published_date",
    "effective_date",
)


@dataclass(frozen=True)
class ProposedValues:
    """The proposal by field of the form; ``values`` holds only what was found."""

    values: Mapping[str, Any]
    confidences: Mapping[str, Confidence]
    places: Mapping[str, Place]
    reasons: Mapping[str, str]
    is_trial: bool


def values_of(read: ReadText, proposal: Proposal) -> tuple[tuple[str, ...], ProposedValues]:
    """Return the sentences of the reader and the proposal as the form takes it."""
    proposed: dict[str, Proposed[Any]] = {name: getattr(proposal, name) for name in _FIELDS}
    proposed["validity_term"] = proposed_term(proposal)
    found = {name: one for name, one in proposed.items() if one.value is not None}
    return tuple(note_sentence(note) for note in read.notes), ProposedValues(
        values={name: one.value for name, one in found.items()},
        confidences={name: one.confidence for name, one in proposed.items()},
        places={name: one.place for name, one in found.items() if one.place is not None},
        reasons={name: one.reason for name, one in proposed.items()},
        is_trial=bool(proposal.is_trial.value),
    )
