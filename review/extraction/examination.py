"""A file examined whole: read, its record proposed, its parts found, all of it in the child."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from review.extraction.bounded import BoundedChild, propose_in, with_note
from review.extraction.proposal import Proposal
from review.isolation.worker import IsolatedWorker
from review.reading.fidelity import FidelityReport, fidelity_of
from review.reading.numbering_faults import CheckedStructure, checked_structure
from review.reading.reader import read_file
from review.reading.text import NoteKind, ReadingNote, ReadText


@dataclass(frozen=True)
class ExaminedFile:
    """What was found in a file; the notes of the text tell also what the examination noticed."""

    read: ReadText
    proposal: Proposal
    structure: CheckedStructure

    @cached_property
    def fidelity(self) -> FidelityReport:
        """Return how faithful the reading is, with all that was noticed."""
        return fidelity_of(self.read)


def examine_file(
    path: Path,
    *,
    worker: IsolatedWorker | None = None,
    cancelled: Callable[[], bool] | None = None,
) -> ExaminedFile:
    """Read a file, propose its record and find its parts.

    Raises:
        ReadingError: it cannot be read, or it was cancelled.
    """
    return examine_text(
        read_file(path, worker=worker, cancelled=cancelled), worker=worker, cancelled=cancelled
    )


def examine_text(
    read: ReadText,
    *,
    worker: IsolatedWorker | None = None,
    cancelled: Callable[[], bool] | None = None,
) -> ExaminedFile:
    """Propose the record of a text and find its parts, all within the limit of one task.

    What does not come in time is missing, and a note says so.

    Raises:
        ReadingCancelledError: it was cancelled.
    """
    child = BoundedChild(read.path_name, worker, cancelled)
    noted, proposal = propose_in(child, read)
    return _with_structure(child, noted, proposal)


def examine_again(
    read: ReadText, proposal: Proposal, *, cancelled: Callable[[], bool] | None = None
) -> ExaminedFile:
    """Find the parts of a text whose reading and proposal were kept.

    Raises:
        ReadingCancelledError: it was cancelled.
    """
    child = BoundedChild(read.path_name, cancelled=cancelled)
    return _with_structure(child, read, proposal)


def _with_structure(child: BoundedChild, read: ReadText, proposal: Proposal) -> ExaminedFile:
    structure = child.ask(checked_structure, read.text)
    if structure is not None:
        return ExaminedFile(read, proposal, structure)
    noted = with_note(read, ReadingNote(NoteKind.NO_STRUCTURE))
    return ExaminedFile(noted, proposal, CheckedStructure())
