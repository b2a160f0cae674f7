"""What a file with tracked changes would say if all of them were rejected."""

from dataclasses import replace
from datetime import date
from typing import Any

from resources.terms import name_in
from review.extraction.proposal import Confidence, Proposal, Proposed
from review.extraction.vocabulary import reason
from review.reading.text import Fact, NoteKind, ReadingNote, ReadText

# What a register entry stands on; the rest is shown by the text itself.
_WEIGHED = (
    "title",
    "document_number",
    "issuing_body",
    "adopted_date",
    "effective_date",
    "validity_clause",
    "validity_end",
)


def original_of(read: ReadText) -> ReadText | None:
    """Return the file as it reads before its tracked changes; None where it has none."""
    if read.original is None:
        return None
    return replace(read, text=read.original.text, original=None, notes=())


def note_of_differences(proposal: Proposal, before: Proposal) -> ReadingNote | None:
    """Return the note that names the fields that differ; None where none does."""
    names = _differing(proposal, before)
    if not names:
        return None
    facts = [Fact("field", name_in("Field", name)) for name in names]
    facts += [Fact("before", _words(name, getattr(before, name).value)) for name in names]
    return ReadingNote(NoteKind.ORIGINAL_DIFFERS, tuple(facts))


def doubted(proposal: Proposal, before: Proposal) -> Proposal:
    """Let the person look at every value that tracked changes alter."""
    altered: dict[str, Any] = {
        name: _to_be_checked(getattr(proposal, name)) for name in _differing(proposal, before)
    }
    return replace(proposal, **altered)


def _differing(proposal: Proposal, before: Proposal) -> list[str]:
    return [
        name for name in _WEIGHED if getattr(before, name).value != getattr(proposal, name).value
    ]


def _to_be_checked(proposed: Proposed[Any]) -> Proposed[Any]:
    words = f"{proposed.reason}；{reason('differs')}"
    return replace(proposed, confidence=Confidence.CHECK, reason=words)


def _words(name: str, value: object) -> str:
    words = value.isoformat() if isinstance(value, date) else value
    told = words or name_in("Placeholder", "no_value")
    return f"{name_in('Field', name)} {told}"
