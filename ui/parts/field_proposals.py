"""How sure a form is of each field that a text has filled, why, and where the value stands."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from models.domain.document_number import parse_document_number
from review.extraction.proposal import Confidence, Proposal, Proposed
from review.reading.text import Place
from ui.widgets.field_form import Mark

MARKS = {
    Confidence.CERTAIN: Mark.SURE,
    Confidence.CHECK: Mark.CHECK,
    Confidence.MISSING: Mark.MISSING,
}
_RANKS = (Confidence.CERTAIN, Confidence.CHECK, Confidence.MISSING)
_OTHER_YEAR = "文号的年份与成文日期不是同一年"
_BEFORE_ADOPTION = "施行日期早于成文日期"


@dataclass(frozen=True)
class FieldProposal:
    """How sure the program is of a field's value, why, and where it stands."""

    confidence: Confidence
    reason: str
    places: tuple[Place, ...] = ()


def field_proposal(all_of: Sequence[Proposed[Any]]) -> FieldProposal:
    """Tell of one or several values: the least sure decides, all of their places light up."""
    confidence = max((one.confidence for one in all_of), key=_RANKS.index)
    reasons = dict.fromkeys(one.reason for one in all_of)
    places = tuple(one.place for one in all_of if one.place is not None)
    return FieldProposal(confidence, "；".join(reasons), places)


def to_be_checked(proposal: FieldProposal, reason: str) -> FieldProposal:
    """Let the person look at a field, for one reason more."""
    return replace(proposal, confidence=Confidence.CHECK, reason=f"{proposal.reason}；{reason}")


def contradictions(
    proposal: Proposal, fields: Mapping[str, FieldProposal]
) -> dict[str, FieldProposal]:
    """Let the person look at values that cannot both be right, however sure each of them is."""
    number = parse_document_number(proposal.document_number.value or "")
    adopted, effective = proposal.adopted_date.value, proposal.effective_date.value
    doubted: dict[str, str] = {}
    if number is not None and number.year and adopted and number.year != adopted.year:
        doubted |= dict.fromkeys(("document_number", "adopted_date"), _OTHER_YEAR)
    if adopted and effective and effective < adopted:
        doubted |= {"effective_date": _BEFORE_ADOPTION}
    return {name: to_be_checked(fields[name], reason) for name, reason in doubted.items()}
