"""A format is told by the bytes; a file that is not read is told what it is."""

from pathlib import Path

import pytest

from review.errors import (
    ArchiveFormatError,
    EncryptedFileError,
    LedgerFormatError,
    MailFormatError,
    OldFormatError,
    PictureFormatError,
    ReadingError,
    UnsupportedFormatError,
)
from review.reading.file_format import format_of
from review.reading.text import FileFormat
from tests.review.reading.hostile_doc import sample
from tests.review.reading.ofd_file import ofd_parts, package
from tests.review.reading.word_file import paragraph, run, word_bytes

DOCX = word_bytes(paragraph(run("正文")))
KNOWN: list[tuple[bytes, str, FileFormat]] = [
    (DOCX, "办法.doc", FileFormat.DOCX),
    (DOCX, "办法.wps", FileFormat.DOCX),
    (sample(), "办法.docx", FileFormat.DOC),
    (sample(), "办法.wps", FileFormat.WPS),
    (package(ofd_parts("")), "办法.pdf", FileFormat.OFD),
    (b"{\\rtf1 a}", "办法.doc", FileFormat.RTF),
    (b"\xef\xbb\xbf  <!DOCTYPE html><p>a", "办法.doc", FileFormat.HTML),
    (b"<!-- a --><?xml version='1.0'?><html>", "办法.doc", FileFormat.HTML),
    (b"<table border=1><tr>", "办法.doc", FileFormat.HTML),
    ("<html><p>甲".encode("utf-16"), "办法.doc", FileFormat.HTML),
    (
        b"MIME-Version: 1.0\r\nContent-Type: multipart/related; a=b\r\n\r\n",
        "a.doc",
        FileFormat.HTML,
    ),
    (b"%PDF-1.4", "办法.doc", FileFormat.PDF),
    ("BM办法".encode(), "办法.txt", FileFormat.TXT),
    ("<办法>的说明".encode(), "办法.txt", FileFormat.TXT),
    ("主题：关于会议\n发件：办公室\n".encode(), "办法.txt", FileFormat.TXT),
]
REFUSED: list[tuple[bytes, type[ReadingError]]] = [
    (package({"xl/workbook.xml": "<a/>"}), LedgerFormatError),
    (package({"readme.md": "a"}), ArchiveFormatError),
    (package({"ppt/presentation.xml": "<a/>"}), OldFormatError),
    (package({"content.xml": "<a/>", "mimetype": "a"}), OldFormatError),
    (b"Rar!\x1a\x07\x00" + bytes(64), ArchiveFormatError),
    (b"7z\xbc\xaf\x27\x1c" + bytes(64), ArchiveFormatError),
    (b"\x89PNG\r\n\x1a\n" + bytes(64), PictureFormatError),
    (b"\xff\xd8\xff\xe0" + bytes(64), PictureFormatError),
    (b"BM" + bytes(64), PictureFormatError),
    (b"From: a@example.test\r\nTo: b@example.test\r\nSubject: c\r\n\r\n", MailFormatError),
    (b"MZ" + bytes(64), UnsupportedFormatError),
    (b"<?xml version='1.0'?><w:wordDocument/>", OldFormatError),
]


@pytest.mark.parametrize(("content", "name", "wanted"), KNOWN)
def test_the_bytes_decide(content: bytes, name: str, wanted: FileFormat) -> None:
    assert format_of(content, name) is wanted


@pytest.mark.parametrize(("content", "refusal"), REFUSED)
def test_what_is_not_read_is_told_by_its_kind(content: bytes, refusal: type[ReadingError]) -> None:
    with pytest.raises(ReadingError) as caught:
        format_of(content, "办法.docx")
    assert type(caught.value) is refusal


def test_an_old_file_without_its_text_stream_is_no_document(tmp_path: Path) -> None:
    other = sample().replace(
        "WordDocument".encode("utf-16-le"), "Workbook\0\0\0\0".encode("utf-16-le")
    )
    path = tmp_path / "台账.doc"
    path.write_bytes(other)
    with pytest.raises((LedgerFormatError, OldFormatError, EncryptedFileError)):
        format_of(other, path.name)
