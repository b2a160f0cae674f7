"""The proposal of one file in the shape that ``read --json`` prints."""

from datetime import date

from review.extraction.proposal import CitedDocument, Confidence, Proposal, Proposed
from review.reading.notes import note_sentence
from review.reading.text import ReadText

_SINGLE_FIELDS = (
    "title",
    "document_number",
    "issuing_body",
    "addressee",
    "adopted_date",
    "effective_date",
    "validity_clause",
    "validity_end",
    "document_kind",
    "is_trial",
    "unified_number",
    "interpretation_body",
)
_LIST_FIELDS = ("joint_issuers", "legal_bases", "repeals", "attachments")


def answer_of(read: ReadText, proposal: Proposal) -> dict[str, object]:
    """Return plain values (text, numbers, lists) that a JSON writer prints as they are."""
    fields: dict[str, object] = {name: _single(getattr(proposal, name)) for name in _SINGLE_FIELDS}
    fields |= {name: _several(getattr(proposal, name)) for name in _LIST_FIELDS}
    return {
        "file": read.path_name,
        "format": read.format.value,
        "sha256": read.sha256,
        "size": read.size,
        "notes": [{"kind": note.kind.value, "text": note_sentence(note)} for note in read.notes],
        "fields": fields,
    }


def _single(proposed: Proposed[object]) -> dict[str, object]:
    place = proposed.place
    return {
        "value": _plain(proposed.value),
        "certain": proposed.confidence is Confidence.CERTAIN,
        "confidence": proposed.confidence.value,
        "raw": proposed.raw,
        "place": None if place is None else [place.start, place.end],
        "reason": proposed.reason,
    }


def _several(proposals: tuple[Proposed[object], ...]) -> dict[str, object]:
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
