"""Files built to harm or to deceive are refused with a sentence, quickly."""

from collections.abc import Callable
from pathlib import Path

import pytest

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
from tests.review.reading.hostile_pdf import locked_pdf, only_a_head
from tests.review.reading.hostile_word import (
    BODY,
    DOCUMENT,
    MAIN,
    bodiless,
    bomb,
    deep,
    in_utf16,
    mangled,
    many_paragraphs,
    overlapping,
    relations,
    truncated,
    with_absolute_name,
    with_case_twins,
    with_encrypted_flag,
    with_entity,
    with_entity_elsewhere,
    with_macro,
    with_outside_name,
    with_two_bodies,
)
from tests.review.reading.raw_zip import package
from tests.review.reading.word_file import word_bytes
from ui.feedback.catalogue import words_of

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
    (only_a_head, BrokenFileError),
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
    path.write_bytes(with_macro())
    assert [note.kind.value for note in read_file(path).notes] == ["macros"]


def test_content_fetched_from_elsewhere_is_told(tmp_path: Path) -> None:
    # Given a file whose template lies on another machine, and an ordinary link
    links = relations(("attachedTemplate", "//host/a.dotm"), ("hyperlink", "http://example.test/"))
    path = tmp_path / "模板.docx"
    path.write_bytes(package((MAIN, DOCUMENT), ("word/_rels/settings.xml.rels", links)))
    # When it is read, then only the template is told
    (note,) = read_file(path).notes
    assert note.texts("target") == ("//host/a.dotm",)
