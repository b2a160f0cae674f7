"""Old files as the office program of this computer shows them, where there is one."""

import hashlib
from collections import Counter
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from review.errors import OldFormatError, ReadingCancelledError, ReadingError
from review.reading.markup_format import WORD_XML
from review.reading.office_program import OfficeProgram, find_office_program
from review.reading.text import Fact, FileFormat, NoteKind, ReadingNote, ReadText

OLD_FORMATS = frozenset((FileFormat.DOC, FileFormat.WPS))
# Formats that this program does not read itself and an office program does.
_FOREIGN_FORMATS = frozenset(("Word 95", "wps", "odt", WORD_XML))
# A conversion that holds fewer of the characters that the file itself tells lost some.
_LEAST_KEPT = 0.995
_OWN_NOTES = frozenset((NoteKind.OTHER_EXTENSION,))

Read = Callable[[Path], ReadText]


def read_converted(
    path: Path, own: ReadText, read: Read, cancelled: Callable[[], bool] | None
) -> ReadText:
    """Return the reading of the converted file, or the file's own reading where that is fuller."""
    program = find_office_program()
    shown = _converted(program, path, read, cancelled) if program else None
    if program is None or shown is None or _loses(shown.text, own.text):
        return own
    kept = tuple(note for note in own.notes if note.kind in _OWN_NOTES)
    return replace(
        own,
        text=shown.text,
        notes=_notes(program, shown) + kept,
        original=shown.original,
        contents=shown.contents,
    )


def read_foreign(
    path: Path, refusal: OldFormatError, read: Read, cancelled: Callable[[], bool] | None
) -> ReadText:
    """Return the reading of a file that only the office program reads.

    Raises:
        OldFormatError: no office program is here, or it cannot read the file either.
    """
    program = find_office_program()
    is_known = str(refusal.values.get("format_name", "")) in _FOREIGN_FORMATS
    shown = _converted(program, path, read, cancelled) if program and is_known else None
    if program is None or shown is None or not shown.text.strip():
        raise refusal
    content = path.read_bytes()
    return ReadText(
        path_name=path.name,
        format=FileFormat.DOC,
        text=shown.text,
        notes=_notes(program, shown),
        sha256=hashlib.sha256(content).hexdigest(),
        size=len(content),
        original=shown.original,
        contents=shown.contents,
    )


def _converted(
    program: OfficeProgram, path: Path, read: Read, cancelled: Callable[[], bool] | None
) -> ReadText | None:
    try:
        with program.as_docx(path, cancelled) as converted:
            return read(converted) if converted is not None else None
    except ReadingCancelledError:
        raise
    except (ReadingError, OSError):
        # The disk is full, the program does not start, or it made what cannot be read.
        return None


def _loses(shown: str, own: str) -> bool:
    wanted = Counter("".join(own.split()))
    kept = (Counter("".join(shown.split())) & wanted).total()
    return kept < _LEAST_KEPT * wanted.total()


def _notes(program: OfficeProgram, shown: ReadText) -> tuple[ReadingNote, ...]:
    method = ReadingNote(NoteKind.CONVERTED, (Fact("program", program.name),))
    return (method, *shown.notes)
