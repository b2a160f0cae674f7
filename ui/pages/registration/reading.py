"""Read the files of a registration in the paper lane."""

import hashlib
from dataclasses import dataclass
from pathlib import Path

from models.domain.records import FileRole
from models.files import FileNotReadableError
from review.errors import ReadingError
from review.extraction.bounded import propose_within_limits
from review.extraction.original_reading import difference_notes, differing_fields
from review.extraction.proposal import Proposal
from review.reading.fidelity import FidelityReport, fidelity_of
from review.reading.reader import read_file
from review.reading.text import ReadText
from ui.pages.registration.drafts import DraftShelf
from ui.pages.registration.form_values import PickedFile
from ui.tasks.ticket import Ticket

_STEPS = 3


@dataclass(frozen=True)
class Reading:
    """The document's text, what it proposes, and the copy of its file."""

    read: ReadText
    proposal: Proposal
    file: PickedFile
    fidelity: FidelityReport
    differing: tuple[str, ...] = ()


def read_document(ticket: Ticket, shelf: DraftShelf, draft_id: str, path: Path) -> Reading:
    """Read the document and keep a copy of it with the draft.

    Raises:
        ReadingError: the file cannot be read.
    """
    ticket.report("正在读取正文", 0, _STEPS)
    read = read_file(path)
    ticket.report("正在查找各栏内容", 1, _STEPS)
    read, proposal = propose_within_limits(read)
    ticket.report("正在保存草稿", 2, _STEPS)
    place = shelf.keep_file(draft_id, path)
    file = PickedFile(path.name, str(place), FileRole.OFFICIAL_TEXT, read.sha256, read.text)
    return reading_of(read, proposal, file)


def reading_of(read: ReadText, proposal: Proposal, file: PickedFile) -> Reading:
    """Put the reading together, with what tracked changes alter."""
    differing = differing_fields(read, proposal)
    return Reading(
        read, proposal, file, fidelity_of(read, difference_notes(differing)), tuple(differing)
    )


def keep_attachments(
    ticket: Ticket, shelf: DraftShelf, draft_id: str, paths: tuple[Path, ...], role: FileRole
) -> tuple[PickedFile, ...]:
    """Keep copies of files with the draft, with their text where it can be read.

    Raises:
        FileNotReadableError: a file cannot be opened.
    """
    kept = []
    for number, path in enumerate(paths):
        ticket.report(f"正在保存 {path.name}", number, len(paths))
        place = shelf.keep_file(draft_id, path)
        kept.append(PickedFile(path.name, str(place), role, _hash_of(place), _text_of(place)))
    return tuple(kept)


def _hash_of(place: Path) -> str:
    try:
        return hashlib.sha256(place.read_bytes()).hexdigest()
    except OSError as error:
        raise FileNotReadableError(name=place.name) from error


def _text_of(place: Path) -> str:
    try:
        return read_file(place).text
    except ReadingError:
        # A picture or an old format is kept all the same; only its words are not searched.
        return ""
