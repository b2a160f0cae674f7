"""The fidelity report says how a file was read, how far to trust it, and where to look."""

from pathlib import Path

import pytest

from review.extraction.examination import examine_file
from review.reading.fidelity import ReadingGrade, ReadingMethod, fidelity_of
from review.reading.reader import read_file
from review.reading.text import Fact, FileFormat, NoteKind, Place, ReadingNote, ReadText
from tests.review.reading.pdf_file import write_pdf, write_scan
from tests.review.reading.word_file import paragraph, run, write_word


def read_as(text: str, *notes: ReadingNote) -> ReadText:
    return ReadText("甲.docx", FileFormat.DOCX, text, notes, "0" * 64, 1)


def inserted(text: str) -> str:
    return f'<w:ins w:id="1" w:author="甲">{run(text)}</w:ins>'


def deleted(text: str) -> str:
    words = run(text).replace("w:t ", "w:delText ").replace("</w:t>", "</w:delText>")
    return f'<w:del w:id="2" w:author="甲">{words}</w:del>'


def tracked_file(place: Path) -> Path:
    return write_word(
        place / "修订.docx",
        paragraph(run("云溪县人民政府关于印发停车管理办法的通知"))
        + paragraph(run("云政规〔2026〕"), deleted("2"), inserted("3"), run("号"))
        + paragraph(run("各乡镇人民政府："))
        + paragraph(run("现将停车管理办法印发给你们，请遵照执行。"))
        + paragraph(run("云溪县人民政府"))
        + paragraph(run("2026年3月26日")),
    )


@pytest.mark.parametrize("kind", list(NoteKind))
def test_every_kind_of_note_has_a_grade(kind: NoteKind) -> None:
    report = fidelity_of(read_as("正文", ReadingNote(kind)))
    assert [line.kind for line in report.lines] == [kind]


def test_a_plain_file_is_complete(tmp_path: Path) -> None:
    report = fidelity_of(read_file(write_word(tmp_path / "甲.docx", paragraph(run("正文。")))))
    assert (report.grade, report.method) == (ReadingGrade.COMPLETE, ReadingMethod.OWN_READER)
    assert report.contents.paragraphs == 1
    assert report.lines == ()


def test_the_gravest_matter_decides_and_stands_first() -> None:
    notes = [ReadingNote(kind) for kind in (NoteKind.MACROS, NoteKind.COMMENTS, NoteKind.PICTURES)]
    report = fidelity_of(read_as("正文", *notes))
    assert report.grade is ReadingGrade.MAY_LACK
    assert [line.kind for line in report.lines] == [note.kind for note in reversed(notes)]


def test_a_matter_names_each_place_once_in_the_order_of_the_text() -> None:
    facts = [Fact("hidden", "乙", Place(*span)) for span in ((4, 5), (1, 2), (4, 5))]
    report = fidelity_of(read_as("甲乙丙丁戊己", ReadingNote(NoteKind.HIDDEN_TEXT, tuple(facts))))
    assert report.lines[0].places == (Place(1, 2), Place(4, 5))


def test_a_converted_file_says_so() -> None:
    note = ReadingNote(NoteKind.CONVERTED, (Fact("program", "LibreOffice"),))
    report = fidelity_of(read_as("正文", note))
    assert report.method is ReadingMethod.OFFICE_PROGRAM
    assert "LibreOffice" in report.lines[0].sentence


def test_pages_of_a_pdf_are_counted(tmp_path: Path) -> None:
    pages = [["第一页的正文文字。"], ["第二页的正文文字。"]]
    report = fidelity_of(read_file(write_pdf(tmp_path / "甲.pdf", pages)))
    assert report.contents.pages == 2


def test_a_scanned_file_has_no_text(tmp_path: Path) -> None:
    report = fidelity_of(read_file(write_scan(tmp_path / "扫描.pdf")))
    assert report.grade is ReadingGrade.NO_TEXT
    assert report.lines[0].kind is NoteKind.NO_TEXT_LAYER


def test_fields_that_tracked_changes_alter_are_named_with_what_stood_before(
    tmp_path: Path,
) -> None:
    report = examine_file(tracked_file(tmp_path)).fidelity
    line = next(line for line in report.lines if line.kind is NoteKind.ORIGINAL_DIFFERS)
    assert "发文字号 云政规〔2026〕2号" in line.sentence
    assert "成文日期" not in line.sentence
    assert report.grade is ReadingGrade.CHECK


def test_a_file_without_tracked_changes_has_no_second_reading(tmp_path: Path) -> None:
    examined = examine_file(write_word(tmp_path / "甲.docx", paragraph(run("正文。"))))
    kinds = [line.kind for line in examined.fidelity.lines]
    assert NoteKind.ORIGINAL_DIFFERS not in kinds
