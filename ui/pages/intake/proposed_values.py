"""What the text proposes for the fields of the form: value, how sure, and where it stands."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from review.extraction.proposal import Proposal, Proposed
from review.proposed_entry import proposed_term
from ui.parts.field_proposals import FieldProposal, contradictions, field_proposal

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
    proposals: Mapping[str, FieldProposal]
    is_trial: bool


def values_of(proposal: Proposal) -> ProposedValues:
    """Return the proposal as the form takes it."""
    proposed: dict[str, Proposed[Any]] = {name: getattr(proposal, name) for name in _FIELDS}
    proposed["validity_term"] = proposed_term(proposal)
    fields = {name: field_proposal([one]) for name, one in proposed.items()}
    return ProposedValues(
        values={name: one.value for name, one in proposed.items() if one.value is not None},
        proposals=fields | contradictions(proposal, fields),
        is_trial=bool(proposal.is_trial.value),
    )
