"""Read one file, whatever its name says it is: in a child process, which may fail without harm."""

import hashlib
from collections.abc import Callable
from pathlib import Path

from review.errors import EmptyFileError, OldFormatError
from review.isolation.worker import IsolatedWorker
from review.reading.conversion import OLD_FORMATS, read_converted, read_foreign
from review.reading.doc import read_doc
from review.reading.docx import read_docx
from review.reading.file_bytes import bytes_of
from review.reading.file_format import format_of
from review.reading.findings import Findings
from review.reading.html import read_html
from review.reading.ofd import read_ofd
from review.reading.pdf import read_pdf
from review.reading.rtf import read_rtf
from review.reading.text import Fact, FileFormat, NoteKind, ReadingNote, ReadText
from review.reading.txt import read_txt

# Names that say the same as the format's own.
_OTHER_NAMES: dict[FileFormat, tuple[str, ...]] = {
    FileFormat.DOCX: ("docm", "dotx"),
    FileFormat.DOC: ("dot",),
    FileFormat.WPS: ("wpt",),
    FileFormat.HTML: ("htm", "mht", "mhtml", "shtml"),
}

Reader = Callable[[bytes, str], Findings | tuple[str, tuple[ReadingNote, ...]]]

_READERS: dict[FileFormat, Reader] = {
    FileFormat.DOCX: read_docx,
    FileFormat.PDF: read_pdf,
    FileFormat.TXT: read_txt,
    FileFormat.OFD: read_ofd,
    FileFormat.DOC: read_doc,
    FileFormat.WPS: read_doc,
    FileFormat.RTF: read_rtf,
    FileFormat.HTML: read_html,
}


def read_file(
    path: Path,
    *,
    worker: IsolatedWorker | None = None,
    cancelled: Callable[[], bool] | None = None,
) -> ReadText:
    """Read a file into text with notes, in the worker given or in the one kept warm.

    An old file is read from its own streams first, which a hostile one does not pass; then, where
    this computer has an office program, from what that program makes of it.

    Raises:
        ReadingError: the file is missing, empty, too large, broken, locked, unsafe, of a format
            that is not read, or took too much time or memory; each case is a subclass with its
            own words.
    """

    def read(place: Path) -> ReadText:
        return (worker or READER).run(read_here, place, file_name=path.name, cancelled=cancelled)

    try:
        found = read(path)
    except OldFormatError as refusal:
        return read_foreign(path, refusal, read, cancelled)
    return read_converted(path, found, read, cancelled) if found.format in OLD_FORMATS else found


def read_here(path: Path) -> ReadText:
    """Read a file in this process; only for a child, which may hang or die over it.

    Raises:
        ReadingError: as in ``read_file``, but for time and memory.
    """
    content = bytes_of(path)
    form = format_of(content, path.name)
    found = read_bytes(content, form, path.name)
    return ReadText(
        path_name=path.name,
        format=form,
        text=found.text,
        notes=found.notes + _name_notes(path, form),
        sha256=hashlib.sha256(content).hexdigest(),
        size=len(content),
        original=found.original,
        contents=found.contents,
    )


def load_readers() -> None:
    """Load what reads: importing this module did; a child calls it before its walls stand."""


# One child for all files of this process, started by the first file that is read.
READER = IsolatedWorker(prepare=load_readers)


def read_bytes(content: bytes, form: FileFormat, file_name: str) -> Findings:
    """Read bytes of a known format."""
    found = Findings(*_READERS[form](content, file_name))
    if not found.text.strip() and not found.notes:
        raise EmptyFileError(file_name=file_name)
    return found


def _name_notes(path: Path, form: FileFormat) -> tuple[ReadingNote, ...]:
    extension = path.suffix.lower().lstrip(".")
    if form is FileFormat.TXT or not extension or extension in (form, *_OTHER_NAMES.get(form, ())):
        return ()
    facts = (Fact("extension", extension), Fact("format_name", form.value))
    return (ReadingNote(NoteKind.OTHER_EXTENSION, facts),)
