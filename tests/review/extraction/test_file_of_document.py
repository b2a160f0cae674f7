"""A file for a registered document is read as far as it goes, and told when it is another's."""

from pathlib import Path

import pytest

from models.domain.records import FileRole
from review.errors import MissingFileError
from review.extraction.file_of_document import FileOfDocument, look_at_file
from tests.review.reading.test_fidelity import tracked_file

TITLE = "云溪县人民政府关于印发停车管理办法的通知"


def file(title: str = "", number: str = "") -> FileOfDocument:
    return FileOfDocument(Path("甲.docx"), "0" * 64, 1, title=title, document_number=number)


@pytest.mark.parametrize(
    ("title", "number"),
    [
        (TITLE, "云政规[2026]3号"),
        ("停车管理办法", ""),
        ("云溪县停车管理办法", ""),
        ("别的标题", "云政规〔2026〕3号"),
        ("", ""),
    ],
)
def test_a_file_of_the_same_number_or_title_is_the_document_s(title: str, number: str) -> None:
    assert not file(title, number).names_another(TITLE, "云政规〔2026〕3号")


@pytest.mark.parametrize(
    ("title", "number"), [(TITLE, "云政规〔2026〕4号"), ("云溪县犬只管理规定", "")]
)
def test_another_number_or_title_is_told(title: str, number: str) -> None:
    assert file(title, number).names_another(TITLE, "云政规〔2026〕3号")


def test_a_file_that_is_read_has_its_words_and_report(tmp_path: Path) -> None:
    path = tracked_file(tmp_path)
    looked = look_at_file(path)
    assert looked.title == TITLE
    assert looked.fidelity is not None
    entry = looked.as_entry(FileRole.DRAFT)
    assert (entry.role, entry.original_name) == (FileRole.DRAFT, path.name)
    assert "停车管理办法" in entry.text


def test_a_broken_file_is_kept_without_words(tmp_path: Path) -> None:
    path = tmp_path / "破损.docx"
    path.write_bytes(b"PK\x03\x04torn")
    looked = look_at_file(path)
    assert (looked.text, looked.size) == ("", path.stat().st_size)
    assert looked.refusal is not None


def test_a_file_that_is_not_there_cannot_be_kept(tmp_path: Path) -> None:
    with pytest.raises(MissingFileError):
        look_at_file(tmp_path / "没有.docx")
