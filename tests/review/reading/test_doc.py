"""A Word 97–2003 file is read from its own streams; what those do not tell is told."""

from collections.abc import Mapping
from pathlib import Path

import pytest

from resources import path_of
from review.errors import BrokenFileError, EncryptedFileError, OldFormatError
from review.reading.doc import read_doc
from review.reading.doc_properties import Mark
from review.reading.doc_text import DocWriter
from review.reading.reader import read_here
from review.reading.text import FileFormat, NoteKind, ReadText
from tests.review.reading.hostile_doc import sample, with_head

FOLDER = Path(__file__).parents[2] / "documents"


def lines(text: str) -> list[str]:
    return [plain for line in text.split("\n") if (plain := "".join(line.split()))]


def told(read: ReadText, kind: NoteKind, name: str) -> tuple[str, ...]:
    return next((note.texts(name) for note in read.notes if note.kind is kind), ())


@pytest.mark.parametrize("stem", ["01-parking-measures", "04-wage-account-joint-rules"])
def test_an_old_file_holds_the_same_lines_as_the_new_one(stem: str) -> None:
    old = read_here(FOLDER / f"{stem}.doc")
    new = read_here(path_of("samples", f"{stem}.docx"))
    assert old.format is FileFormat.DOC
    assert lines(old.text) == lines(new.text)


def test_an_old_file_is_told_to_be_read_without_an_office_program() -> None:
    read = read_here(FOLDER / "01-parking-measures.doc")
    assert [note.kind for note in read.notes] == [NoteKind.OLD_WORD]


def test_articles_that_word_numbers_are_numbered_in_an_old_file() -> None:
    old = read_here(FOLDER / "09-township-culture-rooms.doc")
    new = read_here(path_of("samples", "09-township-culture-rooms.docx"))
    assert lines(old.text) == lines(new.text)
    numbers = told(old, NoteKind.AUTOMATIC_NUMBERING, "numbered")
    assert numbers == told(new, NoteKind.AUTOMATIC_NUMBERING, "numbered")
    assert numbers[0] == "第一条"


def test_tracked_changes_of_an_old_file_are_read_as_accepted() -> None:
    old = read_here(FOLDER / "09-township-culture-rooms.doc")
    new = read_here(path_of("samples", "09-township-culture-rooms.docx"))
    for name in ("inserted", "deleted"):
        assert told(old, NoteKind.TRACKED_CHANGES, name)
        assert told(old, NoteKind.TRACKED_CHANGES, name) == told(
            new, NoteKind.TRACKED_CHANGES, name
        )


def test_an_old_file_named_wps_or_docx_is_read_by_its_content(tmp_path: Path) -> None:
    wps, docx = tmp_path / "办法.wps", tmp_path / "办法.docx"
    for path in (wps, docx):
        path.write_bytes(sample())
    assert read_here(wps).format is FileFormat.WPS
    assert told(read_here(docx), NoteKind.OTHER_EXTENSION, "format_name") == ("doc",)
    assert lines(read_here(wps).text) == lines(read_here(docx).text)


def test_a_password_is_told() -> None:
    with pytest.raises(EncryptedFileError):
        read_doc(with_head(0x0A, b"\x00\x13"), "加密.doc")


def test_a_file_older_than_word_97_is_told() -> None:
    with pytest.raises(OldFormatError):
        read_doc(with_head(0x00, b"\xdc\xa5"), "旧.doc")


def test_counts_that_lie_are_refused() -> None:
    with pytest.raises(BrokenFileError):
        read_doc(with_head(0x4C, b"\xff\xff\xff\x7f"), "坏.doc")


def written(characters: str, marks: Mapping[int, int] | None = None) -> DocWriter:
    writer = DocWriter()
    given = marks or {}
    writer.write(characters, [given.get(index, 0) for index in range(len(characters))], {})
    return writer


def test_a_text_box_follows_the_paragraph_it_is_anchored_in() -> None:
    read = read_here(FOLDER / "head-in-a-box.doc")
    assert lines(read.text) == [
        "首段。",
        "云溪县人民政府文件",
        "云政发〔2026〕7号",
        "中段。",
        "另一框",
        "末段。",
    ]
    boxes = told(read, NoteKind.TEXT_BOXES, "box")
    assert boxes == ("云溪县人民政府文件\n云政发〔2026〕7号", "另一框")
    assert NoteKind.PICTURES not in [note.kind for note in read.notes]


def test_a_number_stands_in_front_of_its_paragraph() -> None:
    writer = DocWriter()
    writer.write("甲\r乙\r", [0] * 4, {2: "第二条 "})
    assert writer.result.text == "甲\n第二条 乙\n"
    (fact,) = writer.result.numbered
    assert fact.text == "第二条"


def test_of_a_field_only_the_result_is_read() -> None:
    writer = written("见\x13 HYPERLINK x \x13 REF y \x14z\x15\x14《办法》\x15。\r")
    assert writer.result.text == "见《办法》。\n"


def test_a_field_without_a_result_is_told() -> None:
    writer = written("第\x13 eq \\o\\ac(○,1) \x15项\x13 PAGE \x15\r")
    assert writer.result.text == "第项\n"
    assert [fact.text for fact in writer.result.empty_fields] == ["eq \\o\\ac(○,1)"]


def test_cells_are_parted_and_rows_end_a_line() -> None:
    # Given two rows, the second with an empty first cell; the last mark of a row ends it
    row_ends = {5: Mark.ROW_END, 9: Mark.ROW_END}
    writer = written("甲\x07乙丙\x07\x07\x07丁\x07\x07", row_ends)
    assert writer.result.text == "甲\t乙丙\n\t丁\n"


def test_hidden_and_deleted_characters_are_told_and_not_read() -> None:
    marks = {1: Mark.HIDDEN, 2: Mark.HIDDEN, 4: Mark.DELETED, 5: Mark.INSERTED}
    result = written("正暗字文旧新。", marks).result
    assert result.text == "正文新。"
    assert [fact.text for fact in (*result.hidden, *result.deleted)] == ["暗字", "旧"]
    (inserted,) = result.inserted
    assert inserted.place is not None
    assert result.text[inserted.place.start : inserted.place.end] == "新"


def test_a_character_beyond_the_first_plane_is_read_whole() -> None:
    halves = "\ud842\udfb7"
    assert written(f"{halves}镇").result.text == "𠮷镇"


def test_special_characters_become_what_they_show() -> None:
    result = written("甲\x0b乙\x0c丙\x1e丁\x1f戊\x01\x08\x02\x05").result
    assert result.text == "甲\n乙\n丙-丁戊"
    assert (result.pictures, result.drawings) == (1, 1)
