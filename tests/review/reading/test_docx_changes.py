"""A file with tracked changes has two texts: all changes accepted, and all rejected."""

from pathlib import Path

from review.reading.reader import read_file
from review.reading.text import NoteKind, OriginalText, ReadText
from tests.review.reading.test_docx import NUMBERING, note_of, numbered
from tests.review.reading.word_file import paragraph, run, write_word

WHO = 'w:author="王某" w:date="2026-03-02T09:00:00Z"'
MARK_DELETED = f'<w:rPr><w:del w:id="9" {WHO}/></w:rPr>'
MARK_INSERTED = f'<w:rPr><w:ins w:id="9" {WHO}/></w:rPr>'


def inserted(text: str) -> str:
    return f'<w:ins w:id="1" {WHO}>{run(text)}</w:ins>'


def deleted(text: str) -> str:
    return f'<w:del w:id="2" {WHO}><w:r><w:delText>{text}</w:delText></w:r></w:del>'


def original_of(read: ReadText) -> OriginalText:
    assert read.original is not None
    return read.original


def test_both_texts_are_read_with_the_places_where_they_differ(tmp_path: Path) -> None:
    # Given a sentence in which a word was replaced with change tracking on
    body = paragraph(run("应当在"), deleted("十五"), inserted("二十"), run("日内备案。"))
    # When it is read
    read = read_file(write_word(tmp_path / "修订.docx", body))
    # Then there are two texts, and each knows what the other lacks
    original = original_of(read)
    assert (read.text, original.text) == ("应当在二十日内备案。", "应当在十五日内备案。")
    assert [original.text[place.start : place.end] for place in original.deleted] == ["十五"]
    assert [read.at(place) for place in original.inserted] == ["二十"]


def test_who_changed_what_on_which_day_is_told(tmp_path: Path) -> None:
    body = paragraph(inserted("新增"), deleted("删去"))
    note = note_of(read_file(write_word(tmp_path / "修订.docx", body)), NoteKind.TRACKED_CHANGES)

    assert {(fact.author, fact.written) for fact in note.facts} == {("王某", "2026-03-02")}


def test_an_inserted_paragraph_is_not_in_the_original(tmp_path: Path) -> None:
    body = (
        paragraph(run("甲。"))
        + paragraph(inserted("乙。"), properties=MARK_INSERTED)
        + paragraph(run("丙。"))
    )
    read = read_file(write_word(tmp_path / "增段.docx", body))

    assert (read.text, original_of(read).text) == ("甲。\n乙。\n丙。", "甲。\n丙。")


def test_a_deleted_article_takes_its_number_with_it(tmp_path: Path) -> None:
    # Given three numbered articles of which the second was deleted with its mark
    gone = f'{MARK_DELETED}<w:numPr><w:ilvl w:val="0"/><w:numId w:val="3"/></w:numPr>'
    body = (
        numbered("目的。", 0)
        + paragraph(deleted("原则。"), properties=gone)
        + numbered("适用。", 0)
    )
    # When it is read
    read = read_file(write_word(tmp_path / "删条.docx", body, numbering=NUMBERING))
    # Then the articles after it move up in the accepted text only
    assert read.text == "第一条 目的。\n第二条 适用。"
    assert original_of(read).text == "第一条 目的。\n第二条 原则。\n第三条 适用。"


def test_a_deleted_row_stands_in_the_original_only(tmp_path: Path) -> None:
    def row(text: str, change: str = "") -> str:
        return f"<w:tr><w:trPr>{change}</w:trPr><w:tc>{paragraph(run(text))}</w:tc></w:tr>"

    rows = row("甲") + row("乙", '<w:del w:id="5"/>')
    body = f"<w:tbl>{rows}</w:tbl>" + paragraph(run("后。"))
    read = read_file(write_word(tmp_path / "删行.docx", body))

    assert (read.text, original_of(read).text) == ("甲\n后。", "甲\n乙\n后。")


def test_a_moved_sentence_stands_where_each_text_has_it(tmp_path: Path) -> None:
    came = f'<w:moveTo w:id="1" {WHO}>{run("甲。")}</w:moveTo>'
    went = f'<w:moveFrom w:id="2" {WHO}>{run("甲。")}</w:moveFrom>'
    read = read_file(write_word(tmp_path / "移动.docx", paragraph(went, run("乙。"), came)))

    assert (read.text, original_of(read).text) == ("乙。甲。", "甲。乙。")


def test_a_file_without_tracked_changes_has_one_text(tmp_path: Path) -> None:
    read = read_file(write_word(tmp_path / "清稿.docx", paragraph(run("正文。"))))

    assert read.original is None
