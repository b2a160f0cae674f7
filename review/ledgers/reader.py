"""Read the tables of one file, whatever its name says it is: in a child process."""

import hashlib
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from review.errors import (
    NoTableError,
    UnsupportedFormatError,
)
from review.isolation.limits import Limits
from review.isolation.worker import IsolatedWorker
from review.ledgers.delimited import read_delimited
from review.ledgers.sheet import LedgerFile, Sheet, SheetNote, SheetNoteKind
from review.ledgers.web_table import read_web_tables
from review.ledgers.workbook import read_compound, read_zipped
from review.reading.file_bytes import bytes_of

_ZIP, _OLE = b"PK\x03\x04", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_PDF = b"%PDF"
_HEAD = 2048
SheetReader = Callable[[bytes, str], tuple[Sheet, ...]]

_NAMES: dict[SheetReader, tuple[str, ...]] = {
    read_zipped: (".xlsx", ".xlsm", ".xlsb", ".ods", ".et"),
    read_compound: (".xls", ".et"),
    read_web_tables: (".html", ".htm"),
    read_delimited: (".csv", ".tsv", ".txt"),
}
_KINDS: dict[SheetReader, str] = {
    read_zipped: "xlsx",
    read_compound: "xls",
    read_web_tables: "html",
    read_delimited: "csv",
}


def read_ledger_file(
    path: Path,
    *,
    worker: IsolatedWorker | None = None,
    cancelled: Callable[[], bool] | None = None,
) -> LedgerFile:
    """Read all tables of a file, in the worker given or in the one kept for ledgers.

    Raises:
        ReadingError: the file is missing, empty, too large, broken, locked, unsafe, holds no
            table, or took too much time or memory; each case is a subclass with its own words.
    """
    found: LedgerFile = (worker or READER).run(
        read_here, path, file_name=path.name, cancelled=cancelled
    )
    return found


def read_here(path: Path) -> LedgerFile:
    """Read a file in this process; only for a child, which may hang or die over it.

    Raises:
        ReadingError: as in ``read_ledger_file``, but for time and memory.
    """
    content = bytes_of(path)
    reader = _reader_of(content, path.name)
    sheets = tuple(_noted(sheet, reader, path) for sheet in reader(content, path.name))
    if all(sheet.is_empty for sheet in sheets):
        raise NoTableError(file_name=path.name)
    return LedgerFile(path.name, hashlib.sha256(content).hexdigest(), len(content), sheets)


def load_readers() -> None:
    """Load what reads: importing this module did; a child calls it before its walls stand."""


# A ledger of 40,000 rows takes more time and memory than a document, and comes once a year.
READER = IsolatedWorker(Limits(seconds=30.0, memory_megabytes=800), prepare=load_readers)


def _reader_of(content: bytes, file_name: str) -> SheetReader:
    if content.startswith(_ZIP):
        return read_zipped
    if content.startswith(_OLE):
        return read_compound
    head = content[:_HEAD].lower()
    if b"<table" in content[: 64 * _HEAD].lower() or b"<html" in head:
        return read_web_tables
    if content.startswith(_PDF) or (b"\0" in head and head[:2] not in (b"\xff\xfe", b"\xfe\xff")):
        raise UnsupportedFormatError(file_name=file_name)
    return read_delimited


def _noted(sheet: Sheet, reader: SheetReader, path: Path) -> Sheet:
    if path.suffix.lower() in _NAMES[reader]:
        return sheet
    note = SheetNote(SheetNoteKind.OTHER_FORMAT, _KINDS[reader])
    return replace(sheet, notes=(note, *sheet.notes))
