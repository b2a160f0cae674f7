"""The entry that a proposal stands for: the same in the form, on the command line and in bulk."""

from collections.abc import Sequence
from dataclasses import replace

from models.domain.records import DocumentEntry, JointIssuerEntry, RelationEntry
from models.domain.terms import RelationKind
from models.domain.validity import ValidityTerm, ValidityTermKind
from models.queries.bodies import BodyRow, body_named
from models.queries.duplicates import known_document
from review.extraction.proposal import CitedDocument, Confidence, Proposal, Proposed
from review.extraction.validity_clauses import term_of


def proposed_entry(proposal: Proposal, body: BodyRow, *, is_published: bool) -> DocumentEntry:
    """Return the entry of a document of this body; unpublished it has no day of publication."""
    return DocumentEntry(
        title=proposal.title.value or "",
        issuing_body_id=body.id,
        document_class=body.body_class,
        document_kind=proposal.document_kind.value or "",
        document_number=proposal.document_number.value or "",
        is_trial=bool(proposal.is_trial.value),
        addressee=proposal.addressee.value or "",
        adopted_date=proposal.adopted_date.value,
        published_date=proposal.published_date.value if is_published else None,
        effective_date=proposal.effective_date.value,
        validity_term=proposed_term(proposal).value,
        interpretation_body=proposal.interpretation_body.value or "",
        joint_issuers=_issuers(body, joint_names(proposal)),
        relations=tuple(linked(one) for one in proposed_relations(proposal)),
    )


def proposed_term(proposal: Proposal) -> Proposed[ValidityTerm]:
    """Return the term the validity clause states, else the end of validity as its last day."""
    clause, end = proposal.validity_clause, proposal.validity_end
    term = term_of(clause.value or "")
    if term is None and end.value is not None:
        term = ValidityTerm(ValidityTermKind.UNTIL_DATE, until_date=end.value)
    confidence = clause.confidence if term else Confidence.MISSING
    return Proposed(term, clause.raw, clause.place, confidence, clause.reason)


def joint_names(proposal: Proposal) -> tuple[str, ...]:
    """Return the names of those who issue together with the lead."""
    lead = proposal.issuing_body.value
    return tuple(one.value for one in proposal.joint_issuers if one.value not in {None, "", lead})


def proposed_relations(proposal: Proposal) -> tuple[RelationEntry, ...]:
    """Return what the text says of other documents, not yet linked with the register."""
    cited = [(RelationKind.BASED_ON, one.value) for one in proposal.legal_bases]
    cited += [(RelationKind.REPEALS, one.value) for one in proposal.repeals]
    return tuple(_relation(kind, one) for kind, one in cited if one is not None)


def linked(relation: RelationEntry) -> RelationEntry:
    """Link a relation with the one document of the register it names."""
    if relation.target_id is not None:
        return relation
    known = known_document(relation.target_title, relation.target_number)
    return replace(relation, target_id=known)


def joint_issuers(names: Sequence[str]) -> tuple[JointIssuerEntry, ...]:
    """Return these issuers as the register names them; the lead stands first."""
    bodies = [(name, body_named(name)) for name in names]
    return tuple(
        JointIssuerEntry(body.name if body else name, body.id if body else None, place == 0)
        for place, (name, body) in enumerate(bodies)
    )


def _issuers(lead: BodyRow, others: Sequence[str]) -> tuple[JointIssuerEntry, ...]:
    return joint_issuers([lead.name, *others]) if others else ()


def _relation(kind: RelationKind, cited: CitedDocument) -> RelationEntry:
    return RelationEntry(kind, cited.name, cited.number)
