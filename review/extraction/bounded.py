"""Propose the record of any text within a time limit: in the child process that reads files."""

from collections.abc import Callable
from dataclasses import replace
from time import monotonic
from typing import TypeVar, TypeVarTuple, Unpack

from review.errors import ReadingCancelledError, ReadingError
from review.extraction.judgement import Normativity, NormativityJudgement
from review.extraction.original_reading import doubted, note_of_differences, original_of
from review.extraction.proposal import Proposal
from review.extraction.propose import propose
from review.extraction.proposed import missing
from review.isolation.worker import IsolatedWorker
from review.reading.numbering_faults import checked_structure
from review.reading.reader import READER
from review.reading.text import FileFormat, NoteKind, ReadingNote, ReadText

Value = TypeVar("Value")
Arguments = TypeVarTuple("Arguments")


_NOTHING = ReadText("", FileFormat.TXT, "", (), "", 0)


class BoundedChild:
    """The reading child, with the time that all questions about one text may take together."""

    def __init__(
        self,
        file_name: str,
        worker: IsolatedWorker | None = None,
        cancelled: Callable[[], bool] | None = None,
    ) -> None:
        self._worker = worker or READER
        self._file_name, self._cancelled = file_name, cancelled
        self._ends_at: float | None = None

    def ask(
        self, function: Callable[[Unpack[Arguments]], Value], *arguments: *Arguments
    ) -> Value | None:
        """Return the answer; None where it did not come in the time that is left.

        Raises:
            ReadingCancelledError: it was cancelled.
        """
        try:
            left = self._seconds_left()
            if left <= 0:
                return None
            return self._worker.run(
                function,
                *arguments,
                file_name=self._file_name,
                seconds=left,
                cancelled=self._cancelled,
            )
        except ReadingCancelledError:
            raise
        except ReadingError:
            return None

    def _seconds_left(self) -> float:
        """Count from the moment the child stands ready with all it needs to know."""
        if self._ends_at is None:
            self._worker.run(
                load_extraction,
                file_name=self._file_name,
                seconds=self._worker.limits.start_seconds,
                cancelled=self._cancelled,
            )
            self._ends_at = monotonic() + self._worker.limits.seconds
        return self._ends_at - monotonic()


def propose_within_limits(
    read: ReadText,
    *,
    worker: IsolatedWorker | None = None,
    cancelled: Callable[[], bool] | None = None,
) -> tuple[ReadText, Proposal]:
    """Propose every field; a text that takes too long keeps its words and proposes nothing.

    Returns the text as well, with notes on what came up: that nothing was proposed for that
    reason, or which values tracked changes alter.

    Raises:
        ReadingCancelledError: it was cancelled.
    """
    return propose_in(BoundedChild(read.path_name, worker, cancelled), read)


def propose_in(child: BoundedChild, read: ReadText) -> tuple[ReadText, Proposal]:
    """Propose every field in the time the child has left for this text."""
    proposal = child.ask(propose, read)
    if proposal is None:
        return without_proposal(read)
    original = original_of(read)
    before = child.ask(propose, original) if original else None
    return compared(read, proposal, before)


def compared(
    read: ReadText, proposal: Proposal, before: Proposal | None
) -> tuple[ReadText, Proposal]:
    """Let the person look at values that were others before the tracked changes."""
    note = note_of_differences(proposal, before) if before else None
    if before is None or note is None:
        return read, proposal
    return with_note(read, note), doubted(proposal, before)


def propose_here(read: ReadText) -> tuple[ReadText, Proposal]:
    """Propose every field in this process; only for a child, which may be ended over it."""
    original = original_of(read)
    return compared(read, propose(read), propose(original) if original else None)


def without_proposal(read: ReadText) -> tuple[ReadText, Proposal]:
    """Return a text whose proposal took too long: every field missing, and a note that says why."""
    return with_note(read, ReadingNote(NoteKind.NOTHING_PROPOSED)), nothing_proposed()


def with_note(read: ReadText, note: ReadingNote) -> ReadText:
    """Return the text with one note more."""
    return replace(read, notes=(*read.notes, note))


def load_extraction() -> None:
    """Load what proposes: modules by importing this one, word lists by looking at nothing once."""
    propose(_NOTHING)
    checked_structure(_NOTHING.text)


def warm_up() -> None:
    """Have the child stand ready with all it needs, so that the first file is not the slowest.

    Raises:
        ReadingError: it cannot be started.
    """
    READER.run(load_extraction)


def nothing_proposed() -> Proposal:
    """Return a proposal in which every field is missing."""
    return Proposal(
        title=missing(),
        document_number=missing(),
        issuing_body=missing(),
        joint_issuers=(),
        addressee=missing(),
        adopted_date=missing(),
        published_date=missing(),
        effective_date=missing(),
        validity_clause=missing(),
        validity_end=missing(),
        legal_bases=(),
        repeals=(),
        attachments=(),
        document_kind=missing(),
        is_trial=missing(),
        unified_number=missing(),
        interpretation_body=missing(),
        precedence_clause=missing(),
        normativity=NormativityJudgement(Normativity.UNCLEAR, 0, ()),
    )
