"""Whatever a Word file can hold stands in the text, or is told; nothing is lost in silence."""

import zipfile
from pathlib import Path

import pytest

from review.reading.reader import read_file
from review.reading.text import NoteKind
from tests.review.reading.test_docx import NUMBERING, note_of, numbered
from tests.review.reading.word_file import paragraph, run, word, write_word

MATH = 'xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"'


def sign(kind: str) -> str:
    return f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>'


def code(words: str) -> str:
    return f"<w:r><w:instrText>{words}</w:instrText></w:r>"


def test_a_field_shows_its_result_and_not_its_code(tmp_path: Path) -> None:
    # Given a field whose code holds another field
    inner = sign("begin") + code("SEX") + sign("separate") + run("隐") + sign("end")
    field = sign("begin") + code("IF") + inner + sign("separate") + run("2026年") + sign("end")
    # When it is read, then only the outer result stands in the text
    read = read_file(write_word(tmp_path / "域.docx", paragraph(field, run("3月"))))
    assert read.text == "2026年3月"


def test_text_behind_a_field_that_never_ends_is_not_lost(tmp_path: Path) -> None:
    body = paragraph(sign("begin"), code("TOC")) + paragraph(run("第一条 目的。"))
    assert "第一条 目的。" in read_file(write_word(tmp_path / "域.docx", body)).text


@pytest.mark.parametrize("command", ["DDEAUTO", "INCLUDEPICTURE", "includetext"])
def test_a_field_that_fetches_something_is_told(tmp_path: Path, command: str) -> None:
    field = sign("begin") + code(f" {command} x ") + sign("separate") + run("值") + sign("end")
    note = note_of(
        read_file(write_word(tmp_path / "域.docx", paragraph(field))), NoteKind.LIVE_FIELDS
    )
    assert note.texts("field") == (command.upper(),)


def test_content_controls_tags_and_links_are_read_through(tmp_path: Path) -> None:
    control = f"<w:sdt><w:sdtPr/><w:sdtContent>{run('甲')}</w:sdtContent></w:sdt>"
    tag = f"<w:smartTag>{run('乙')}</w:smartTag><w:hyperlink>{run('丙')}</w:hyperlink>"
    block = f"<w:sdt><w:sdtContent>{paragraph(run('丁'))}</w:sdtContent></w:sdt>"
    unknown = f"<w:newerThanUs>{run('戊')}</w:newerThanUs>"
    read = read_file(write_word(tmp_path / "控件.docx", paragraph(control, tag, unknown) + block))
    assert read.text == "甲乙丙戊\n丁"


def test_a_ticked_box_and_a_symbol_are_written_as_characters(tmp_path: Path) -> None:
    ticked = '<w:ffData><w:checkBox><w:default w:val="1"/></w:checkBox></w:ffData>'
    box = f'<w:r><w:fldChar w:fldCharType="begin">{ticked}</w:fldChar></w:r>{sign("end")}'
    check = '<w:r><w:sym w:font="Wingdings" w:char="F0FE"/></w:r>'
    strange = '<w:r><w:sym w:font="OwnFont" w:char="F021"/></w:r>'
    read = read_file(write_word(tmp_path / "符号.docx", paragraph(box, check, strange)))
    assert read.text == "☑☑\ufffd"
    assert note_of(read, NoteKind.DAMAGED_CHARACTERS).texts("damaged") == ("F021",)


def test_a_character_that_somebody_made_is_told_with_its_place(tmp_path: Path) -> None:
    read = read_file(write_word(tmp_path / "造字.docx", paragraph(run("县长\ue123某"))))
    (fact,) = note_of(read, NoteKind.DAMAGED_CHARACTERS).facts
    assert fact.place is not None
    assert read.at(fact.place) == "\ue123"


def test_a_formula_is_written_on_one_line_and_told(tmp_path: Path) -> None:
    fraction = (
        f"<m:oMath {MATH}><m:f><m:num><m:r><m:t>补偿额</m:t></m:r></m:num>"
        "<m:den><m:r><m:t>面积</m:t></m:r></m:den></m:f></m:oMath>"
    )
    read = read_file(write_word(tmp_path / "公式.docx", paragraph(run("按 "), fraction)))
    assert read.text == "按 补偿额/面积"
    assert note_of(read, NoteKind.FORMULAS).texts("formula") == ("补偿额/面积",)


def test_the_reading_aid_over_a_character_is_left_out(tmp_path: Path) -> None:
    ruby = (
        f"<w:r><w:ruby><w:rt>{run('xiè')}</w:rt><w:rubyBase>{run('解')}</w:rubyBase></w:ruby></w:r>"
    )
    assert read_file(write_word(tmp_path / "注音.docx", paragraph(ruby, run("某")))).text == "解某"


def test_word_art_of_old_files_is_read(tmp_path: Path) -> None:
    art = '<w:r><w:pict><v:shape><v:textpath string="云溪县人民政府文件"/></v:shape></w:pict></w:r>'
    read = read_file(
        write_word(tmp_path / "艺术字.docx", paragraph(art) + paragraph(run("正文。")))
    )
    assert read.text.split("\n") == ["", "云溪县人民政府文件", "正文。"]


def test_the_older_copy_of_a_drawing_is_read_when_the_newer_holds_nothing(tmp_path: Path) -> None:
    content = f"<w:txbxContent>{paragraph(run('红头'))}</w:txbxContent>"
    box = (
        "<w:r><mc:AlternateContent><mc:Choice/><mc:Fallback><w:pict><v:textbox>"
        f"{content}</v:textbox></w:pict></mc:Fallback></mc:AlternateContent></w:r>"
    )
    assert "红头" in read_file(write_word(tmp_path / "图形.docx", paragraph(box))).text


def test_merged_and_nested_cells_keep_their_columns(tmp_path: Path) -> None:
    def cell(content: str, merge: str = "") -> str:
        properties = f"<w:tcPr>{merge}</w:tcPr>"
        return f"<w:tc>{properties}{content}</w:tc>"

    top = cell(paragraph(run("序号")), '<w:vMerge w:val="restart"/>')
    under = cell(paragraph(), "<w:vMerge/>")
    inner = f"<w:tbl><w:tr>{cell(paragraph(run('内')))}</w:tr></w:tbl>"
    rows = [
        top + cell(paragraph(run("甲"))),
        under + cell(inner + paragraph(run("乙"))),
    ]
    body = "<w:tbl>" + "".join(f"<w:tr>{row}</w:tr>" for row in rows) + "</w:tbl>"
    read = read_file(write_word(tmp_path / "合并.docx", body))
    assert read.text == "序号\t甲\n\t内\n乙"
    assert read.contents.tables == 2


def test_comments_tell_who_wrote_them_and_what_they_stand_at(tmp_path: Path) -> None:
    body = paragraph(
        run("应当"),
        '<w:commentRangeStart w:id="4"/>',
        run("十五日"),
        '<w:commentRangeEnd w:id="4"/>',
        run("内备案。"),
    )
    who = 'w:id="4" w:author="李某" w:date="2026-03-03T08:00:00Z"'
    comment = f"<w:comment {who}>{paragraph(run('请核对'))}</w:comment>"
    read = read_file(write_word(tmp_path / "批注.docx", body, comments=word("comments", comment)))
    (fact,) = note_of(read, NoteKind.COMMENTS).facts
    assert (fact.text, fact.author, fact.written) == ("请核对", "李某", "2026-03-03")
    assert fact.place is not None
    assert read.at(fact.place) == "十五日"


def test_a_style_that_a_list_keeps_a_level_for_numbers_at_that_level(tmp_path: Path) -> None:
    # Given a list whose second level belongs to a style that names no level itself
    numbering = NUMBERING.replace(
        '<w:numFmt w:val="chineseCounting"/>',
        '<w:numFmt w:val="chineseCounting"/><w:pStyle w:val="Item"/>',
    )
    styles = word(
        "styles",
        '<w:style w:styleId="Item"><w:pPr><w:numPr><w:numId w:val="3"/></w:numPr></w:pPr>'
        "</w:style>",
    )
    body = numbered("总则。", 0) + paragraph(run("甲；"), properties='<w:pStyle w:val="Item"/>')
    # When it is read, then the item is counted below the article
    read = read_file(write_word(tmp_path / "样式.docx", body, numbering=numbering, styles=styles))
    assert read.text == "第一条 总则。\n（一）甲；"


def test_words_hidden_by_a_style_stay_out_and_are_told(tmp_path: Path) -> None:
    styles = word("styles", '<w:style w:styleId="Secret"><w:rPr><w:vanish/></w:rPr></w:style>')
    body = paragraph(run("公开"), run("不公开", '<w:rStyle w:val="Secret"/>'))
    read = read_file(write_word(tmp_path / "隐藏.docx", body, styles=styles))
    assert read.text == "公开"
    assert note_of(read, NoteKind.HIDDEN_TEXT).texts("hidden") == ("不公开",)


def test_the_body_is_found_wherever_the_package_says_it_lies(tmp_path: Path) -> None:
    # Given a package whose body has another name, as some office programs write it
    path = write_word(tmp_path / "别名.docx", paragraph(run("另一份正文。")))
    base = "http://schemas.openxmlformats.org"
    relation = (
        f'<Relationships xmlns="{base}/package/2006/relationships"><Relationship Id="a" '
        f'Type="{base}/officeDocument/2006/relationships/officeDocument" '
        'Target="/word/document2.xml"/></Relationships>'
    )
    with_other_body(
        path, relation, word("document", f"<w:body>{paragraph(run('正文。'))}</w:body>")
    )
    # When it is read, then the part the package names is the body
    assert read_file(path).text == "正文。"


def with_other_body(path: Path, relation: str, body: str) -> None:
    with zipfile.ZipFile(path, "a") as package:
        package.writestr("_rels/.rels", relation)
        package.writestr("word/document2.xml", body)
