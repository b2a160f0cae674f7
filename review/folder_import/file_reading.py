"""Read one file of a batch in a child process: its text, its proposal, and a sketch of it."""

from dataclasses import dataclass, fields
from datetime import date
from pathlib import Path

from review.extraction.bounded import load_extraction, propose_here, without_proposal
from review.extraction.judgement import NormativityJudgement
from review.extraction.proposal import CitedDocument, Confidence, Proposal, Proposed
from review.folder_import.likeness import Sketch, sketch_of
from review.reading.reader import load_readers, read_here
from review.reading.text import ReadText

_HEAD = 80
_RANKS = (Confidence.CERTAIN, Confidence.CHECK, Confidence.MISSING)


@dataclass(frozen=True)
class KeptReading:
    """What is kept of a file beside the journal: its text and what the text proposes."""

    read: ReadText
    proposal: Proposal


@dataclass(frozen=True)
class KeptValue:
    """A proposed value as words, with how sure it is and why."""

    value: str
    confidence: Confidence
    reason: str


@dataclass(frozen=True)
class Digest:
    """What the work list shows and compares of a reading, without its text."""

    format: str
    head: str
    fields: dict[str, KeptValue]
    attachments: tuple[str, ...]
    notes: tuple[str, ...]
    sketch: Sketch


@dataclass(frozen=True)
class FileReading:
    """The answer of a child: the reading, and its digest."""

    kept: KeptReading
    digest: Digest


def prepare() -> None:
    """Load what reads and proposes before the child's walls stand."""
    load_readers()
    load_extraction()


def read_and_propose(place: Path) -> FileReading:
    """Read a file and propose its record; only for a child process.

    Raises:
        ReadingError: it cannot be read.
    """
    return _reading(*propose_here(read_here(place)))


def read_only(place: Path) -> FileReading:
    """Read a file whose proposal took too long and propose nothing; only for a child process.

    Raises:
        ReadingError: it cannot be read.
    """
    return _reading(*without_proposal(read_here(place)))


def _reading(read: ReadText, proposal: Proposal) -> FileReading:
    return FileReading(KeptReading(read, proposal), digest_of(read, proposal))


def digest_of(read: ReadText, proposal: Proposal) -> Digest:
    """Return what the work list needs of a reading."""
    head = next((line.strip() for line in read.text.split("\n") if line.strip()), "")
    return Digest(
        format=read.format.value,
        head=head[:_HEAD],
        fields={one.name: _kept(getattr(proposal, one.name)) for one in fields(proposal)},
        attachments=tuple(one.value for one in proposal.attachments if one.value),
        notes=tuple(note.kind.value for note in read.notes),
        sketch=sketch_of(read.text),
    )


def _kept(proposed: object) -> KeptValue:
    if isinstance(proposed, Proposed):
        return KeptValue(digest_words(proposed.value), proposed.confidence, proposed.reason)
    if isinstance(proposed, NormativityJudgement):
        reasons = "；".join(one.words for one in proposed.reasons)
        return KeptValue(proposed.normativity.value, Confidence.CHECK, reasons)
    listed = proposed if isinstance(proposed, tuple) else ()
    several = [one for one in listed if isinstance(one, Proposed)]
    words = "；".join(digest_words(one.value) for one in several)
    least = max((one.confidence for one in several), key=_RANKS.index, default=Confidence.MISSING)
    return KeptValue(words, least, "；".join(dict.fromkeys(one.reason for one in several)))


def digest_words(value: object) -> str:
    """Return a proposed value as words; nothing for what is absent."""
    if value is None or value is False:
        return ""
    if value is True:
        return "是"
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, CitedDocument):
        return f"《{value.name}》{value.number}" if value.name else value.number
    return str(value)
