"""A text file is read whatever encoding it was saved in."""

from pathlib import Path

import pytest

from review.errors import OversizedFileError, UnknownEncodingError
from review.reading.reader import read_file
from review.reading.text import NoteKind

WORDS = "云溪县人民政府关于公布龢（和）平镇范围的通告\n云政发〔2026〕7号"


@pytest.mark.parametrize("codec", ["utf-8", "utf-8-sig", "utf-16", "utf-16-be", "gb18030"])
def test_chinese_text_is_read_in_every_usual_encoding(tmp_path: Path, codec: str) -> None:
    path = tmp_path / "通告.txt"
    path.write_bytes(WORDS.encode(codec))
    assert read_file(path).text == WORDS


def test_a_guessed_encoding_is_told(tmp_path: Path) -> None:
    path = tmp_path / "通告.txt"
    path.write_bytes(WORDS.encode("gb18030"))
    (note,) = read_file(path).notes
    assert (note.kind, note.texts("encoding")) == (NoteKind.ENCODING, ("GB18030",))


def test_line_ends_of_windows_are_read_as_line_ends(tmp_path: Path) -> None:
    path = tmp_path / "通告.txt"
    path.write_bytes("一\r\n二\r三".encode())
    assert read_file(path).text == "一\n二\n三"


def test_bytes_that_are_no_text_are_refused(tmp_path: Path) -> None:
    path = tmp_path / "坏.txt"
    path.write_bytes(b"\x81\x20\xff\xff\x01\x02\x03")
    with pytest.raises(UnknownEncodingError):
        read_file(path)


def test_a_text_longer_than_any_document_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "日志.txt"
    path.write_bytes(b"0123456789\n" * 1_000_000)
    with pytest.raises(OversizedFileError):
        read_file(path)


def test_a_text_in_the_code_page_of_taiwan_is_read_and_told(tmp_path: Path) -> None:
    words = "為規範停車場的管理，依本法第三條規定，應當由縣政府公告之。"
    path = tmp_path / "條例.txt"
    path.write_bytes(words.encode("big5"))
    read = read_file(path)
    assert read.text == words
    assert read.notes[0].texts("encoding") == ("Big5",)
