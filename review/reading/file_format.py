"""Tell a file's format by its bytes; what its name says counts only where bytes say nothing."""

import io
import zipfile

from review.errors import (
    ArchiveFormatError,
    BrokenFileError,
    EncryptedFileError,
    LedgerFormatError,
    MailFormatError,
    OldFormatError,
    PictureFormatError,
    UnsupportedFormatError,
)
from review.reading.markup_format import markup_of
from review.reading.ole import OLE_START, stream_names
from review.reading.text import FileFormat

# Where a pdf may begin: some systems put a few bytes in front of the header.
_PDF_HEADER_WINDOW = 1024
_PICTURES = (b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"II*\x00", b"MM\x00*", b"BM", b"\0\0\1\0")
_ARCHIVES = (b"Rar!", b"7z\xbc\xaf\x27\x1c", b"\x1f\x8b", b"BZh", b"\xfd7zXZ", b"MSCF")
_PROGRAMS = (b"MZ", b"\x7fELF", b"\xca\xfe\xba\xbe", b"AC10", b"SQLite format 3")
# Two letters may begin a text as well; a program or a picture holds zero bytes near its start.
_ZERO_WINDOW = 64
_SHORT_MARKS = (b"BM", b"MZ", b"BZh", b"AC10", b"MSCF")
_WPS_NAMES = (".wps", ".wpt")
_LOCKED_STREAMS = frozenset(("EncryptedPackage", "EncryptionInfo"))
_LEDGER_STREAMS = frozenset(("Workbook", "Book"))
_FOREIGN_PARTS = {"ppt/presentation.xml": "pptx", "content.xml": "odt", "FixedDocSeq.fdseq": "xps"}


def format_of(content: bytes, file_name: str) -> FileFormat:
    """Return the format of the bytes.

    Raises:
        ReadingError: the bytes are of a format that is not read; the subclass tells what they
            are, so that the clerk learns what to do with them.
    """
    if content.startswith(b"PK"):
        return _packed_format(content, file_name)
    if b"%PDF-" in content[:_PDF_HEADER_WINDOW]:
        return FileFormat.PDF
    if content.startswith(OLE_START):
        return _ole_format(content, file_name)
    found = markup_of(content, file_name)
    if found is not None:
        return found
    _refuse_other_formats(content, file_name)
    return FileFormat.TXT


def _packed_format(content: bytes, file_name: str) -> FileFormat:
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as package:
            names = set(package.namelist())
    except (zipfile.BadZipFile, ValueError, NotImplementedError, OSError) as fault:
        raise BrokenFileError(file_name=file_name) from fault
    if "word/document.xml" in names:
        return FileFormat.DOCX
    if any(name.replace("\\", "/").lstrip("/").lower() == "ofd.xml" for name in names):
        return FileFormat.OFD
    if any(name.startswith("xl/") for name in names):
        raise LedgerFormatError(file_name=file_name, format_name="xlsx")
    for part, format_name in _FOREIGN_PARTS.items():
        if part in names:
            raise OldFormatError(file_name=file_name, format_name=format_name)
    raise ArchiveFormatError(file_name=file_name, format_name="zip")


def _ole_format(content: bytes, file_name: str) -> FileFormat:
    names = stream_names(content, file_name)
    if names & _LOCKED_STREAMS:
        raise EncryptedFileError(file_name=file_name)
    if "WordDocument" in names:
        is_wps = file_name.lower().endswith(_WPS_NAMES)
        return FileFormat.WPS if is_wps else FileFormat.DOC
    if names & _LEDGER_STREAMS:
        raise LedgerFormatError(file_name=file_name, format_name="xls")
    if "PowerPoint Document" in names:
        raise OldFormatError(file_name=file_name, format_name="ppt")
    if any(name.startswith("__substg1.0_") for name in names):
        raise MailFormatError(file_name=file_name)
    is_wps = file_name.lower().endswith(_WPS_NAMES)
    raise OldFormatError(file_name=file_name, format_name="wps" if is_wps else "OLE")


def _refuse_other_formats(content: bytes, file_name: str) -> None:
    if content.startswith(_SHORT_MARKS) and 0 not in content[:_ZERO_WINDOW]:
        return
    if content.startswith(_PICTURES) or content[4:12] in (b"ftypheic", b"ftypmif1"):
        raise PictureFormatError(file_name=file_name)
    if content[:4] == b"RIFF" and content[8:12] == b"WEBP":
        raise PictureFormatError(file_name=file_name)
    if content.startswith(_ARCHIVES):
        name = "rar" if content.startswith(b"Rar!") else "7z"
        raise ArchiveFormatError(file_name=file_name, format_name=name)
    if content.startswith(_PROGRAMS):
        raise UnsupportedFormatError(file_name=file_name)
