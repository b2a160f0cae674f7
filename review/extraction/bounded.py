"""Propose the record of any text within a time limit: in the child process that reads files."""

from collections.abc import Callable
from dataclasses import replace

from review.errors import ReadingCancelledError, ReadingError
from review.extraction.judgement import Normativity, NormativityJudgement
from review.extraction.proposal import Proposal
from review.extraction.propose import propose
from review.extraction.proposed import missing
from review.isolation.worker import IsolatedWorker
from review.reading.reader import READER
from review.reading.text import NoteKind, ReadingNote, ReadText


def propose_within_limits(
    read: ReadText,
    *,
    worker: IsolatedWorker | None = None,
    cancelled: Callable[[], bool] | None = None,
) -> tuple[ReadText, Proposal]:
    """Propose every field; a text that takes too long keeps its words and proposes nothing.

    Returns the text as well, with a note when nothing was proposed for that reason.

    Raises:
        ReadingCancelledError: it was cancelled.
    """
    child = worker or READER
    try:
        return read, child.run(propose, read, file_name=read.path_name, cancelled=cancelled)
    except ReadingCancelledError:
        raise
    except ReadingError:
        note = ReadingNote(NoteKind.NOTHING_PROPOSED)
        return replace(read, notes=(*read.notes, note)), nothing_proposed()


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
