"""What the text proposes for the form, and what selected words mean for a field."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from typing import Any

from review.extraction.dates import find_dates
from review.extraction.flow import flow_of
from review.extraction.proposal import Confidence, Proposal, Proposed
from review.extraction.validity_clauses import term_of
from review.proposed_entry import joint_names, proposed_relations, proposed_term
from ui.pages.registration.form_values import FormValues
from ui.parts.field_proposals import (
    FieldProposal,
    contradictions,
    field_proposal,
    to_be_checked,
)
from ui.widgets.date_field import date_of

_SINGLE = (
    "title",
    "issuing_body",
    "document_number",
    "document_kind",
    "addressee",
    "adopted_date",
    "effective_date",
    "interpretation_body",
)
_DATES = frozenset({"signed_date", "adopted_date", "published_date", "effective_date"})
_TERM = "validity_term"
_NOT_READ = "是否涉及市场主体、是否有重大影响请人工判断"
_FEW_WORDS = 24


def proposed_values(
    values: FormValues, proposal: Proposal, *, is_historic: bool
) -> tuple[FormValues, dict[str, FieldProposal]]:
    """Return the form with what the text proposes, and how sure each field is."""
    single: dict[str, Proposed[Any]] = {name: getattr(proposal, name) for name in _SINGLE}
    single[_TERM] = proposed_term(proposal)
    if is_historic:
        single["historic_number"] = proposal.unified_number
        single["published_date"] = proposal.published_date
    found = {name: one.value for name, one in single.items() if one.value is not None}
    fields = {name: field_proposal([one]) for name, one in single.items()}
    fields |= _told_lists(proposal) | contradictions(proposal, fields)
    filled = replace(
        values,
        **found,
        joint_issuers=joint_names(proposal),
        is_trial=bool(proposal.is_trial.value),
        relations=proposed_relations(proposal),
    )
    return filled, fields


def value_from_text(field: str, words: str) -> object | None:
    """Return what selected words mean for a field; None when they mean nothing there."""
    plain = "".join(words.split())
    if field in _DATES:
        return _date_in(words)
    if field == _TERM:
        return term_of(plain)
    return plain or None


def _date_in(words: str) -> date | None:
    plain = date_of(words)
    if plain is not None:
        return plain
    return next((found.value for found in find_dates(flow_of(words))), None)


def _told_lists(proposal: Proposal) -> dict[str, FieldProposal]:
    told = {"traits": _half_told(proposal.is_trial)}
    if proposal.joint_issuers:
        told["joint_issuers"] = _told_several(proposal.joint_issuers)
    cited = (*proposal.legal_bases, *proposal.repeals)
    if cited:
        told["relations"] = _told_several(cited)
    if proposal.attachments:
        told["files"] = _told_attachments(proposal.attachments)
    return told


def _told_attachments(attachments: Sequence[Proposed[str]]) -> FieldProposal:
    """The text only names its attachments; whether they are all there the person sees."""
    names = "、".join(one.value for one in attachments if one.value)
    reason = f"正文列有附件 {len(attachments)} 件：{names}；请核对是否齐全"
    return replace(field_proposal(attachments), confidence=Confidence.CHECK, reason=reason)


def _told_several(all_of: Sequence[Proposed[Any]]) -> FieldProposal:
    """Of several the ones to be looked at are named, so that the person finds them."""
    told = field_proposal(all_of)
    doubted = [one for one in all_of if one.confidence is Confidence.CHECK]
    if not doubted or len(all_of) == 1:
        return told
    reasons = [f"请核对“{_short(one.raw)}”：{one.reason}" for one in doubted]
    return replace(told, reason="；".join(reasons))


def _short(words: str) -> str:
    plain = "".join(words.split())
    return plain if len(plain) <= _FEW_WORDS else f"{plain[:_FEW_WORDS]}…"


def _half_told(is_trial: Proposed[bool]) -> FieldProposal:
    """Of the three traits only one is read from the text, so the person always has to look."""
    return to_be_checked(field_proposal([is_trial]), _NOT_READ)
