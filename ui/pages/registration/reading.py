"""Read the files of a registration in the paper lane."""

import hashlib
from dataclasses import dataclass
from pathlib import Path

from models.domain.records import FileRole
from models.files import FileNotReadableError
from review.errors import ReadingError
from review.extraction.examination import ExaminedFile
from review.reading.reader import read_file
from review.reading.text import ReadText
from ui.pages.registration.drafts import DraftShelf
from ui.pages.registration.form_values import PickedFile
from ui.parts.examining import STEPS, examine_paper
from ui.tasks.ticket import Ticket


@dataclass(frozen=True)
class Reading:
    """The document as it was examined, and the copy of its file."""

    examined: ExaminedFile
    file: PickedFile


def read_document(ticket: Ticket, shelf: DraftShelf, draft_id: str, path: Path) -> Reading:
    """Read the document and keep a copy of it with the draft.

    Raises:
        ReadingError: the file cannot be read.
    """
    examined = examine_paper(ticket, path)
    ticket.report("正在保存草稿", STEPS - 1, STEPS)
    place = shelf.keep_file(draft_id, path)
    return Reading(examined, document_file(path.name, place, examined.read))


def document_file(name: str, place: Path, read: ReadText) -> PickedFile:
    """Return the file whose reading fills the form."""
    role = FileRole.OFFICIAL_TEXT
    return PickedFile(name, str(place), role, read.sha256, read.text, is_examined=True)


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
