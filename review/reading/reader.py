"""Read one file, whatever its name says it is."""

import hashlib
from collections.abc import Callable
from pathlib import Path

from review.errors import EmptyFileError, MissingFileError, OversizedFileError
from review.reading.docx import read_docx
from review.reading.file_format import format_of
from review.reading.pdf import read_pdf
from review.reading.text import Fact, FileFormat, NoteKind, ReadingNote, ReadText
from review.reading.txt import read_txt

LIMIT_MEGABYTES = 100

Reader = Callable[[bytes, str], tuple[str, tuple[ReadingNote, ...]]]

_READERS: dict[FileFormat, Reader] = {
    FileFormat.DOCX: read_docx,
    FileFormat.PDF: read_pdf,
    FileFormat.TXT: read_txt,
}


def read_file(path: Path) -> ReadText:
    """Read a file into text with notes.

    Raises:
        ReadingError: the file is missing, empty, too large, broken, locked, unsafe or of a
            format that is not read; each case is a subclass with its own words.
    """
    content = _bytes_of(path)
    form = format_of(content, path.name)
    text, notes = read_bytes(content, form, path.name)
    return ReadText(
        path_name=path.name,
        format=form,
        text=text,
        notes=notes + _name_notes(path, form),
        sha256=hashlib.sha256(content).hexdigest(),
        size=len(content),
    )


def read_bytes(
    content: bytes, form: FileFormat, file_name: str
) -> tuple[str, tuple[ReadingNote, ...]]:
    """Read bytes of a known format: values in, values out, so that a child process can do it."""
    text, notes = _READERS[form](content, file_name)
    if not text.strip() and not notes:
        raise EmptyFileError(file_name=file_name)
    return text, notes


def _bytes_of(path: Path) -> bytes:
    try:
        if path.stat().st_size > LIMIT_MEGABYTES * 1024 * 1024:
            raise OversizedFileError(file_name=path.name, limit_megabytes=LIMIT_MEGABYTES)
        content = path.read_bytes()
    except OSError as fault:
        raise MissingFileError(file_name=path.name) from fault
    if not content.strip(b"\0 \r\n\t"):
        raise EmptyFileError(file_name=path.name)
    return content


def _name_notes(path: Path, form: FileFormat) -> tuple[ReadingNote, ...]:
    extension = path.suffix.lower().lstrip(".")
    if form is FileFormat.TXT or not extension or extension == form:
        return ()
    facts = (Fact("extension", extension), Fact("format_name", form.value))
    return (ReadingNote(NoteKind.OTHER_EXTENSION, facts),)
