"""The proposal of one file in the shape that ``read --json`` prints."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from review.extraction.examination import ExaminedFile
from review.extraction.fidelity_answer import fidelity_answer
from review.extraction.judgement import NormativityJudgement
from review.extraction.law_answer import citation_answer
from review.extraction.proposal import CitedDocument, Confidence, Proposal, Proposed
from review.extraction.structure_answer import fault_answer, node_answer
from review.laws.citations import cite_law, laws_cited, shipped_index
from review.laws.law_index import LawIndex
from review.reading.notes import note_sentence

_SINGLE_FIELDS = (
    "title",
    "document_number",
    "issuing_body",
    "addressee",
    "adopted_date",
    "published_date",
    "effective_date",
    "validity_clause",
    "validity_end",
    "document_kind",
    "is_trial",
    "unified_number",
    "interpretation_body",
    "precedence_clause",
)
_LIST_FIELDS = ("joint_issuers", "legal_bases", "repeals", "attachments")


def answer_of(examined: ExaminedFile, index: LawIndex | None = None) -> dict[str, object]:
    """Return plain values (text, numbers, lists) that a JSON writer prints as they are.

    Laws are looked up in the index given, else in the catalogue that comes with the program.
    """
    index = index or shipped_index()
    read, proposal, structure = examined.read, examined.proposal, examined.structure
    written_date = proposal.adopted_date.value
    return {
        "file": read.path_name,
        "format": read.format.value,
        "sha256": read.sha256,
        "size": read.size,
        "fidelity": fidelity_answer(examined.fidelity),
        "notes": [{"kind": note.kind.value, "text": note_sentence(note)} for note in read.notes],
        "fields": fields_answer(proposal, index),
        "structure": [node_answer(node) for node in structure.nodes],
        "numbering_faults": [fault_answer(fault) for fault in structure.faults],
        "normativity": _judgement(proposal.normativity),
        "laws": [
            citation_answer(citation, index)
            for citation in laws_cited(read.text, index, written_date)
        ],
    }


def fields_answer(
    proposal: Proposal, index: LawIndex | None = None
) -> dict[str, dict[str, object]]:
    """Return the plain values of every field proposed, by its name."""
    fields = {name: _single(getattr(proposal, name)) for name in _SINGLE_FIELDS}
    fields |= {name: _several(getattr(proposal, name)) for name in _LIST_FIELDS}
    fields["legal_bases"] = _with_laws(proposal, index or shipped_index())
    return fields


def _with_laws(proposal: Proposal, index: LawIndex) -> dict[str, object]:
    """Tell beside each basis which law it is and how that stands; nothing for other documents."""
    answer = _several(proposal.legal_bases)
    written_date = proposal.adopted_date.value
    items = []
    for basis in proposal.legal_bases:
        name = basis.value.name if basis.value else ""
        citation = cite_law(name, index, written_date)
        item = _single(basis)
        law = None if citation is None else citation_answer(citation, index)
        items.append(item | {"law": law and law | {"place": item["place"]}})
    return answer | {"items": items}


def _judgement(judgement: NormativityJudgement) -> dict[str, object]:
    return {
        "value": judgement.normativity.value,
        "score": judgement.score,
        "reasons": [
            {
                "feature": each.feature,
                "weight": each.weight,
                "reason": each.words,
                "raw": each.raw,
                "place": None if each.place is None else [each.place.start, each.place.end],
            }
            for each in judgement.reasons
        ],
        "traits": [
            {
                "trait": finding.trait.value,
                "presence": finding.presence.value,
                "evidence": [
                    {
                        "speaks_for": each.speaks_for,
                        "reason": each.words,
                        "raw": each.raw,
                        "place": None if each.place is None else [each.place.start, each.place.end],
                    }
                    for each in finding.evidence
                ],
            }
            for finding in judgement.traits
        ],
    }


def _single(proposed: Proposed[Any]) -> dict[str, object]:
    place = proposed.place
    return {
        "value": _plain(proposed.value),
        "certain": proposed.confidence is Confidence.CERTAIN,
        "confidence": proposed.confidence.value,
        "raw": proposed.raw,
        "place": None if place is None else [place.start, place.end],
        "reason": proposed.reason,
    }


def _several(proposals: Sequence[Proposed[Any]]) -> dict[str, object]:
    return {
        "value": [_plain(proposed.value) for proposed in proposals],
        "certain": bool(proposals)
        and all(proposed.confidence is Confidence.CERTAIN for proposed in proposals),
        "items": [_single(proposed) for proposed in proposals],
    }


def _plain(value: object) -> object:
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, CitedDocument):
        return {"name": value.name, "number": value.number, "articles": list(value.articles)}
    return value
