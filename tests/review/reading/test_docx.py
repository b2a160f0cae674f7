"""A Word file is read as Word shows it, and what it hides is told."""

from pathlib import Path

import docx

from review.reading.notes import note_sentence
from review.reading.reader import read_file
from review.reading.text import FileFormat, NoteKind, ReadingNote, ReadText
from tests.review.reading.word_file import paragraph, run, word, write_word


def note_of(read: ReadText, kind: NoteKind) -> ReadingNote:
    return next(note for note in read.notes if note.kind is kind)


def test_tracked_insertions_are_read_and_deletions_kept_in_the_note(tmp_path: Path) -> None:
    # Given a sentence in which somebody replaced a word with change tracking on
    inserted = f'<w:ins w:id="1">{run("二十")}</w:ins>'
    deleted = '<w:del w:id="2"><w:r><w:delText>十五</w:delText></w:r></w:del>'
    body = paragraph(run("应当在"), deleted, inserted, run("日内备案。"))
    # When it is read
    read = read_file(write_word(tmp_path / "修订.docx", body))
    # Then the text is the accepted one and the note holds both readings with their places
    note = note_of(read, NoteKind.TRACKED_CHANGES)
    assert read.text == "应当在二十日内备案。"
    assert (note.texts("inserted"), note.texts("deleted")) == (("二十",), ("十五",))
    assert [read.at(fact.place) for fact in note.facts if fact.place] == ["二十", ""]
    assert "新增 1 处，删除 1 处" in note_sentence(note)


def test_a_paragraph_mark_deleted_with_tracking_joins_two_paragraphs(tmp_path: Path) -> None:
    mark = '<w:rPr><w:del w:id="1"/></w:rPr>'
    body = paragraph(run("云溪县"), properties=mark) + paragraph(run("人民政府"))
    read = read_file(write_word(tmp_path / "合并.docx", body))
    assert read.text == "云溪县人民政府"


NUMBERING = word(
    "numbering",
    '<w:abstractNum w:abstractNumId="7">'
    '<w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="chineseCountingThousand"/>'
    '<w:lvlText w:val="第%1条"/></w:lvl>'
    '<w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="chineseCounting"/>'
    '<w:lvlText w:val="（%2）"/></w:lvl></w:abstractNum>'
    '<w:num w:numId="3"><w:abstractNumId w:val="7"/></w:num>',
)


def numbered(text: str, level: int) -> str:
    claim = f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="3"/></w:numPr>'
    return paragraph(run(text), properties=claim)


def test_automatic_article_numbers_are_written_into_the_text(tmp_path: Path) -> None:
    # Given articles numbered by a Word list with items below the first
    items = [numbered("目的。", 0), numbered("甲；", 1), numbered("乙。", 1), numbered("适用。", 0)]
    path = write_word(tmp_path / "编号.docx", "".join(items), numbering=NUMBERING)
    # When it is read
    read = read_file(path)
    # Then the words of the list stand in the text and a note says so
    assert read.text.split("\n") == ["第一条 目的。", "（一）甲；", "（二）乙。", "第二条 适用。"]
    assert note_of(read, NoteKind.AUTOMATIC_NUMBERING).texts("numbered")[0] == "第一条"


def test_the_items_of_the_next_article_begin_again(tmp_path: Path) -> None:
    items = [numbered("一。", 0), numbered("甲。", 1), numbered("二。", 0), numbered("乙。", 1)]
    path = write_word(tmp_path / "重新编号.docx", "".join(items), numbering=NUMBERING)
    assert read_file(path).text.split("\n")[3] == "（一）乙。"


def test_a_style_numbers_the_paragraphs_that_wear_it(tmp_path: Path) -> None:
    styles = word(
        "styles",
        '<w:style w:styleId="Article"><w:pPr><w:numPr><w:numId w:val="3"/></w:numPr></w:pPr>'
        '</w:style><w:style w:styleId="Child"><w:basedOn w:val="Article"/></w:style>',
    )
    body = paragraph(run("总则。"), properties='<w:pStyle w:val="Child"/>')
    path = write_word(tmp_path / "样式.docx", body, numbering=NUMBERING, styles=styles)
    assert read_file(path).text == "第一条 总则。"


def test_tables_are_read_row_by_row_in_their_place(tmp_path: Path) -> None:
    document = docx.Document()
    document.add_paragraph("前。")
    table = document.add_table(rows=2, cols=2)
    for cell, text in zip(table._cells, ("甲", "乙", "丙", "丁"), strict=True):
        cell.text = text
    document.add_paragraph("后。")
    document.save(str(tmp_path / "表格.docx"))
    read = read_file(tmp_path / "表格.docx")
    assert read.text == "前。\n甲\t乙\n丙\t丁\n后。"
    assert read.format is FileFormat.DOCX


def test_a_text_box_is_read_once_although_word_stores_it_twice(tmp_path: Path) -> None:
    content = f"<w:txbxContent>{paragraph(run('云溪县人民政府文件'))}</w:txbxContent>"
    box = (
        f"<w:r><mc:AlternateContent><mc:Choice><w:drawing><wps:txbx>{content}</wps:txbx>"
        f"</w:drawing></mc:Choice><mc:Fallback><w:pict><v:textbox>{content}</v:textbox></w:pict>"
        "</mc:Fallback></mc:AlternateContent></w:r>"
    )
    read = read_file(write_word(tmp_path / "文本框.docx", paragraph(box, run("正文。"))))
    assert read.text == "正文。\n云溪县人民政府文件"
    assert note_of(read, NoteKind.TEXT_BOXES).texts("box") == ("云溪县人民政府文件",)


def test_hidden_words_stay_out_and_are_told(tmp_path: Path) -> None:
    body = paragraph(run("公开"), run("不公开", "<w:vanish/>"), run("。"))
    read = read_file(write_word(tmp_path / "隐藏.docx", body))
    assert read.text == "公开。"
    assert note_of(read, NoteKind.HIDDEN_TEXT).texts("hidden") == ("不公开",)


def test_words_switched_back_to_visible_are_read(tmp_path: Path) -> None:
    body = paragraph(run("可见", '<w:vanish w:val="0"/>'))
    assert read_file(write_word(tmp_path / "可见.docx", body)).text == "可见"


def test_comments_and_footnotes_and_headers_are_told(tmp_path: Path) -> None:
    # Given a file with a comment, a footnote and a header beside its text
    parts = {
        "comments": word("comments", f"<w:comment>{paragraph(run('请核对'))}</w:comment>"),
        "footnotes": word(
            "footnotes",
            f'<w:footnote w:type="separator">{paragraph(run("—"))}</w:footnote>'
            f"<w:footnote>{paragraph(run('指常住人口。'))}</w:footnote>",
        ),
        "header1": word("hdr", paragraph(run("内部资料"))),
        "footer1": word("ftr", paragraph(run("— 1 —"))),
    }
    # When it is read
    read = read_file(write_word(tmp_path / "批注.docx", paragraph(run("正文。")), **parts))
    # Then the text holds body and footnote, and the notes name all three
    assert read.text == "正文。\n指常住人口。"
    assert note_of(read, NoteKind.COMMENTS).texts("comment")[0].strip() == "请核对"
    assert note_of(read, NoteKind.FOOTNOTES).texts("footnote") == ("指常住人口。",)
    assert note_of(read, NoteKind.HEADERS).texts("header") == ("内部资料",)


def test_every_kind_of_note_has_its_sentence() -> None:
    for kind in NoteKind:
        assert note_sentence(ReadingNote(kind)).endswith(("。", "："))
