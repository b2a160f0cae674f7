"""Files built to harm or to deceive are refused with a sentence, quickly."""

import io
import struct
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
from reportlab.lib.pdfencrypt import StandardEncryption
from reportlab.pdfgen import canvas

from review.errors import (
    ArchiveFormatError,
    ArchiveTooLargeError,
    BrokenFileError,
    DuplicatePartsError,
    EmptyFileError,
    EncryptedFileError,
    EntityDeclaredError,
    LedgerFormatError,
    MissingFileError,
    PictureFormatError,
    ReadingError,
    UnsafeFileError,
    UnsafePartNamesError,
)
from review.reading.reader import read_file
from tests.review.reading.word_file import paragraph, run, word, word_bytes
from ui.feedback.catalogue import words_of

BODY = paragraph(run("云溪县人民政府关于加强备案工作的通知"))
DOCUMENT = word("document", f"<w:body>{BODY}</w:body>")


def package(*members: tuple[str, str]) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in members:
            archive.writestr(name, content)
    return buffer.getvalue()


def bomb() -> bytes:
    return package(("word/document.xml", DOCUMENT), ("word/media/a.bin", "0" * 40_000_000))


def many_paragraphs() -> bytes:
    return word_bytes(paragraph(run("重复")) * 200_000)


def with_entity() -> bytes:
    declared = '<!DOCTYPE a [<!ENTITY x "另一份文件">]>'
    return package(("word/document.xml", DOCUMENT.replace("?>", f"?>{declared}", 1)))


def with_entity_elsewhere() -> bytes:
    return package(("word/document.xml", DOCUMENT), ("docProps/core.xml", "<!DOCTYPE a><a/>"))


def in_utf16() -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        archive.writestr("word/document.xml", DOCUMENT.replace("UTF-8", "UTF-16").encode("utf-16"))
    return buffer.getvalue()


def with_two_bodies() -> bytes:
    # The same name twice, as zipfile itself would warn about it.
    content = package(("word/document.xml", DOCUMENT), ("word/documenu.xml", DOCUMENT))
    return content.replace(b"documenu", b"document")


def with_case_twins() -> bytes:
    return package(("word/document.xml", DOCUMENT), ("Word/Document.xml", DOCUMENT))


def with_outside_name() -> bytes:
    return package(("word/document.xml", DOCUMENT), ("../../start.xml", "<a/>"))


def with_absolute_name() -> bytes:
    return package(("word/document.xml", DOCUMENT), ("C:\\start.xml", "<a/>"))


def with_encrypted_flag() -> bytes:
    content = bytearray(package(("word/document.xml", DOCUMENT)))
    central = content.index(b"PK\x01\x02")
    struct.pack_into("<H", content, central + 8, 1)
    return bytes(content)


def overlapping() -> bytes:
    content = bytearray(package(("word/document.xml", DOCUMENT), ("word/b.bin", "b" * 9)))
    second = content.rindex(b"PK\x01\x02")
    struct.pack_into("<L", content, second + 42, 10)
    return bytes(content)


def truncated() -> bytes:
    content = word_bytes(BODY)
    return content[: len(content) // 2]


def mangled() -> bytes:
    return package(("word/document.xml", DOCUMENT[:-30]))


def deep() -> bytes:
    return package(("word/document.xml", word("document", "<w:p>" * 5000 + "</w:p>" * 5000)))


def bodiless() -> bytes:
    return package(("word/document.xml", word("document", "")))


def locked_pdf() -> bytes:
    buffer = io.BytesIO()
    page = canvas.Canvas(buffer, encrypt=StandardEncryption("secret", canPrint=0))
    page.drawString(100, 100, "locked")
    page.save()
    return buffer.getvalue()


OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600)
CASES: list[tuple[Callable[[], bytes], type[ReadingError]]] = [
    (bomb, ArchiveTooLargeError),
    (many_paragraphs, ArchiveTooLargeError),
    (with_entity, EntityDeclaredError),
    (with_entity_elsewhere, EntityDeclaredError),
    (in_utf16, UnsafeFileError),
    (with_two_bodies, DuplicatePartsError),
    (with_case_twins, DuplicatePartsError),
    (with_outside_name, UnsafePartNamesError),
    (with_absolute_name, UnsafePartNamesError),
    (with_encrypted_flag, EncryptedFileError),
    (overlapping, UnsafeFileError),
    (truncated, BrokenFileError),
    (mangled, BrokenFileError),
    (deep, BrokenFileError),
    (bodiless, BrokenFileError),
    (locked_pdf, EncryptedFileError),
    (lambda: b"%PDF-1.7\nnothing follows", BrokenFileError),
    (lambda: b"", EmptyFileError),
    (lambda: b" \r\n \n", EmptyFileError),
    (lambda: OLE, BrokenFileError),
    (lambda: package(("OFD.xml", "<OFD/>")), BrokenFileError),
    (lambda: package(("xl/workbook.xml", "<a/>")), LedgerFormatError),
    (lambda: b"{\\rtf1 text", BrokenFileError),
    (lambda: package(("readme.md", "text")), ArchiveFormatError),
    (lambda: b"\x89PNG\r\n\x1a\n" + bytes(64), PictureFormatError),
]


@pytest.mark.parametrize(("content", "refusal"), CASES)
def test_a_hostile_or_broken_file_is_refused_in_chinese(
    tmp_path: Path, content: Callable[[], bytes], refusal: type[ReadingError]
) -> None:
    # Given such a file under an innocent name
    path = tmp_path / "报送稿.docx"
    path.write_bytes(content())
    # When it is read
    with pytest.raises(ReadingError) as caught:
        read_file(path)
    # Then exactly this refusal is told, with the file's name and what to do
    assert type(caught.value) is refusal
    assert words_of(caught.value).text.startswith("文件“报送稿.docx”")


def test_a_missing_file_is_told(tmp_path: Path) -> None:
    with pytest.raises(MissingFileError):
        read_file(tmp_path / "没有.docx")


def test_the_content_decides_and_not_the_extension(tmp_path: Path) -> None:
    path = tmp_path / "其实是文档.pdf"
    path.write_bytes(word_bytes(BODY))
    read = read_file(path)
    assert read.text == "云溪县人民政府关于加强备案工作的通知"
    assert [note.texts("extension") for note in read.notes] == [("pdf",)]


def test_a_macro_is_told_and_not_run(tmp_path: Path) -> None:
    path = tmp_path / "宏.docx"
    path.write_bytes(package(("word/document.xml", DOCUMENT), ("word/vbaProject.bin", "x")))
    assert [note.kind.value for note in read_file(path).notes] == ["macros"]


def test_content_fetched_from_elsewhere_is_told(tmp_path: Path) -> None:
    # Given a file whose template lies on another machine, and an ordinary link
    base = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    relations = (
        '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
        f'<Relationship Id="a" Type="{base}/attachedTemplate" Target="//host/a.dotm" '
        'TargetMode="External"/>'
        f'<Relationship Id="b" Type="{base}/hyperlink" Target="http://example.test/" '
        'TargetMode="External"/></Relationships>'
    )
    path = tmp_path / "模板.docx"
    members = (("word/document.xml", DOCUMENT), ("word/_rels/settings.xml.rels", relations))
    path.write_bytes(package(*members))
    # When it is read, then only the template is told
    (note,) = read_file(path).notes
    assert note.texts("target") == ("//host/a.dotm",)
