"""Tell a file's format by its first bytes."""

import io
import zipfile

from review.errors import (
    BrokenFileError,
    EncryptedFileError,
    OldFormatError,
    UnsupportedFormatError,
)
from review.reading.text import FileFormat

_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ENCRYPTED_PACKAGE = "EncryptedPackage".encode("utf-16-le")
# Where a pdf may begin: some systems put a few bytes in front of the header.
_PDF_HEADER_WINDOW = 1024
_TEXT_WINDOW = 4096
_BINARY_STARTS = (
    b"\x89PNG",
    b"\xff\xd8\xff",
    b"GIF8",
    b"II*\x00",
    b"MM\x00*",
    b"Rar!",
    b"7z\xbc\xaf",
    b"\x1f\x8b",
    b"MZ",
    b"\x7fELF",
)
_MARKUP_STARTS = (b"<!doctype html", b"<html", b"<?xml", b"{\\rtf")


def format_of(content: bytes, file_name: str) -> FileFormat:
    """Return the format of the bytes.

    Raises:
        OldFormatError: a word processor's format that is not read.
        EncryptedFileError: a docx behind a password.
        UnsupportedFormatError: anything else that is not text.
    """
    if content.startswith(b"PK"):
        return _packed_format(content, file_name)
    if b"%PDF-" in content[:_PDF_HEADER_WINDOW]:
        return FileFormat.PDF
    if content.startswith(_OLE):
        if _ENCRYPTED_PACKAGE in content:
            raise EncryptedFileError(file_name=file_name)
        raise OldFormatError(file_name=file_name, format_name=_ole_name(content, file_name))
    _refuse_other_formats(content, file_name)
    return FileFormat.TXT


def _packed_format(content: bytes, file_name: str) -> FileFormat:
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as package:
            names = set(package.namelist())
    except (zipfile.BadZipFile, ValueError, OSError) as fault:
        raise BrokenFileError(file_name=file_name) from fault
    if "word/document.xml" in names:
        return FileFormat.DOCX
    if any(name.replace("\\", "/").lstrip("/").lower() == "ofd.xml" for name in names):
        return FileFormat.OFD
    if any(name.startswith("xl/") for name in names):
        raise OldFormatError(file_name=file_name, format_name="xlsx")
    raise UnsupportedFormatError(file_name=file_name)


def _ole_name(content: bytes, file_name: str) -> str:
    if "Workbook".encode("utf-16-le") in content:
        return "xls"
    return "wps" if file_name.lower().endswith(".wps") else "doc"


def _refuse_other_formats(content: bytes, file_name: str) -> None:
    head = content[:_TEXT_WINDOW].lstrip().lower()
    if head.startswith(_MARKUP_STARTS):
        name = "rtf" if head.startswith(b"{\\rtf") else "html"
        raise OldFormatError(file_name=file_name, format_name=name)
    if content.startswith(_BINARY_STARTS):
        raise UnsupportedFormatError(file_name=file_name)
