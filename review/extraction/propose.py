"""Propose the record of a document from its text."""

from bisect import bisect_left

from review.extraction.addressee import propose_addressee
from review.extraction.attachments import propose_attachments
from review.extraction.bases import propose_bases
from review.extraction.effect import propose_effective_date
from review.extraction.effect_clauses import effect_clauses
from review.extraction.flow import Flow, flow_of
from review.extraction.head import caption_of, head_of
from review.extraction.inferred_issuers import Unsigned
from review.extraction.interpretation import propose_interpretation_body
from review.extraction.issuers import propose_issuers
from review.extraction.kind import propose_kind, propose_trial
from review.extraction.labels import labelled_adopted_date, labelled_published_date
from review.extraction.normativity import judge_normativity
from review.extraction.normativity_traits import with_traits
from review.extraction.numbers import propose_number, propose_unified_number, year_in
from review.extraction.precedence import propose_precedence_clause
from review.extraction.proposal import Proposal
from review.extraction.repeals import propose_repeals
from review.extraction.segments import segments_of
from review.extraction.signature import (
    Signature,
    forwarding_end,
    printed_date,
    propose_adopted_date,
    signature_of,
)
from review.extraction.title import propose_title
from review.extraction.validity import (
    own_validity_clause,
    propose_validity_clause,
    propose_validity_end,
)
from review.reading.text import Place, ReadText


def propose(read: ReadText) -> Proposal:
    """Propose every field of the record; what is not in the text stays missing."""
    flow = flow_of(read.text)
    segments = segments_of(flow)
    head = head_of(flow, segments)
    title = propose_title(flow, head, segments)
    number = propose_number(flow, head)
    year = year_in(number.value or "")
    signature = signature_of(flow, segments, head, year)
    cover_end = forwarding_end(flow, signature)
    unsigned = Unsigned(flow, segments, _span(flow, title.place), number, cover_end)
    issuers = propose_issuers(flow, head, signature, unsigned)
    adopted = propose_adopted_date(flow, signature, year)
    if adopted.value is None:
        adopted = labelled_adopted_date(flow)
    clauses = tuple(effect_clauses(flow, title.value or "", cover_end))
    clause = own_validity_clause(flow, clauses, cover_end)
    issued = (adopted, printed_date(flow))
    effective = propose_effective_date(flow, head, clauses, clause, issued)
    body = segments[head.body_index].start if head.body_index < len(segments) else 0
    return Proposal(
        title=title,
        document_number=number,
        issuing_body=issuers.lead,
        joint_issuers=issuers.joint,
        addressee=propose_addressee(flow, head),
        adopted_date=adopted,
        published_date=labelled_published_date(flow, caption_of(head)),
        effective_date=effective,
        validity_clause=propose_validity_clause(flow, clause),
        validity_end=propose_validity_end(flow, clause, effective),
        legal_bases=propose_bases(flow, body, _inner_start(signature, cover_end), cover_end),
        repeals=propose_repeals(flow, cover_end),
        attachments=propose_attachments(flow, segments, head.body_index),
        document_kind=propose_kind(title, flow),
        is_trial=propose_trial(title),
        unified_number=propose_unified_number(flow, head),
        interpretation_body=propose_interpretation_body(flow),
        precedence_clause=propose_precedence_clause(flow),
        normativity=with_traits(judge_normativity(flow, title, number), flow, issuers.lead),
    )


def _span(flow: Flow, place: Place | None) -> tuple[int, int] | None:
    """Return the range of the flow for a place in the text."""
    if place is None:
        return None
    return bisect_left(flow.offsets, place.start), bisect_left(flow.offsets, place.end)


def _inner_start(signature: Signature | None, end: int) -> int | None:
    """Return where an attached document begins: below the signature, when text follows there."""
    if signature is None or signature.date.end >= end:
        return None
    return signature.date.end
