"""A file that is to be added to a document of the register: its words, and what it says it is."""

import hashlib
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from models.domain.document_number import normalise
from models.domain.records import FileEntry, FileRole
from models.domain.titles import core_title, title_key
from review.errors import ReadingCancelledError, ReadingError
from review.extraction.bounded import propose_within_limits
from review.reading.fidelity import FidelityReport, fidelity_of
from review.reading.file_bytes import bytes_of
from review.reading.reader import read_file


@dataclass(frozen=True)
class FileOfDocument:
    """What was found in the file; ``refusal`` says why its words could not be read."""

    path: Path
    sha256: str
    size: int
    text: str = ""
    title: str = ""
    document_number: str = ""
    fidelity: FidelityReport | None = None
    refusal: ReadingError | None = None

    def as_entry(self, role: FileRole) -> FileEntry:
        """Return the file as a record holds it."""
        return FileEntry(self.sha256, self.size, self.path.name, role, text=self.text)

    def names_another(self, title: str, document_number: str) -> bool:
        """Tell whether it names itself otherwise than the record; one that says nothing does not.

        A text without the notice that issued it names itself by its own title only.
        """
        if self.document_number and document_number:
            return normalise(self.document_number) != normalise(document_number)
        own, known = title_key(core_title(self.title)), title_key(core_title(title))
        return bool(own and known) and own not in known and known not in own


def look_at_file(path: Path, *, cancelled: Callable[[], bool] | None = None) -> FileOfDocument:
    """Read a file, as far as it can be read.

    Raises:
        ReadingCancelledError: it was cancelled.
        MissingFileError, EmptyFileError, OversizedFileError: there is nothing to keep.
    """
    try:
        read, proposal = propose_within_limits(
            read_file(path, cancelled=cancelled), cancelled=cancelled
        )
    except ReadingCancelledError:
        raise
    except ReadingError as refusal:
        content = bytes_of(path)
        digest = hashlib.sha256(content).hexdigest()
        return FileOfDocument(path, digest, len(content), refusal=refusal)
    return FileOfDocument(
        path,
        read.sha256,
        read.size,
        read.text,
        proposal.title.value or "",
        proposal.document_number.value or "",
        fidelity_of(read),
    )
