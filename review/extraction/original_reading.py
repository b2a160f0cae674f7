"""What a file with tracked changes would say if all of them were rejected."""

from dataclasses import replace
from datetime import date
from typing import Any

from resources.terms import name_in
from review.extraction.bounded import nothing_proposed, propose_within_limits
from review.extraction.proposal import Proposal, Proposed
from review.reading.fidelity import FidelityReport, fidelity_of
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


def differing_fields(read: ReadText, proposal: Proposal) -> dict[str, Proposed[Any]]:
    """Return the fields whose value differs before the changes, with what stood there."""
    if read.original is None:
        return {}
    original = replace(read, text=read.original.text, original=None, notes=())
    _, before = propose_within_limits(original)
    if nothing_proposed() in (before, proposal):
        # One of the two took too long; that says nothing about what the changes alter.
        return {}
    return {
        name: getattr(before, name)
        for name in _WEIGHED
        if getattr(before, name).value != getattr(proposal, name).value
    }


def full_report(read: ReadText, proposal: Proposal) -> FidelityReport:
    """Return the fidelity report with the fields that tracked changes alter."""
    return fidelity_of(read, difference_notes(differing_fields(read, proposal)))


def difference_notes(differing: dict[str, Proposed[Any]]) -> tuple[ReadingNote, ...]:
    """Return the note that names these fields; none where nothing differs."""
    if not differing:
        return ()
    facts = [Fact("field", name_in("Field", name)) for name in differing]
    facts += [Fact("before", _words(name, one.value)) for name, one in differing.items()]
    return (ReadingNote(NoteKind.ORIGINAL_DIFFERS, tuple(facts)),)


def _words(name: str, value: object) -> str:
    words = value.isoformat() if isinstance(value, date) else value
    told = words or name_in("Placeholder", "no_value")
    return f"{name_in('Field', name)} {told}"
