"""A saved web page is read line by line; what is kept out of the text is told."""

import base64
from pathlib import Path

import pytest

from review.reading.reader import read_here
from review.reading.text import FileFormat, NoteKind, ReadText

WORDS = "云溪县停车场管理办法"


def read(tmp_path: Path, content: str | bytes, name: str = "办法.html") -> ReadText:
    path = tmp_path / name
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return read_here(path)


def told(found: ReadText, kind: NoteKind, name: str) -> tuple[str, ...]:
    return next((note.texts(name) for note in found.notes if note.kind is kind), ())


@pytest.mark.parametrize(
    ("codec", "declared"),
    [
        ("utf-8", '<meta charset="utf-8">'),
        ("gb18030", '<meta http-equiv="Content-Type" content="text/html; charset=gb2312">'),
        ("gb18030", '<meta charset="utf-8">'),
        ("gb18030", ""),
        ("utf-8", ""),
        ("utf-8-sig", ""),
        ("utf-16", ""),
    ],
)
def test_the_encoding_is_found(tmp_path: Path, codec: str, declared: str) -> None:
    page = f"<html><head>{declared}</head><body><p>{WORDS}</p></body></html>"
    found = read(tmp_path, page.encode(codec))
    assert (found.format, found.text) == (FileFormat.HTML, WORDS)


def test_blocks_and_breaks_end_lines(tmp_path: Path) -> None:
    page = "<html><div><h1>通知</h1><p>一。<br>二。</p>三。</div><div>四。</div></html>"
    assert read(tmp_path, page).text == "通知\n一。\n二。\n三。\n四。"


def test_a_line_end_of_the_source_parts_no_chinese_words(tmp_path: Path) -> None:
    page = "<html><p>为了加强\n管理，  制定\n<b>本</b>办法\nNo 1\nand&nbsp;2。</p></html>"
    assert read(tmp_path, page).text == "为了加强管理， 制定本办法 No 1 and 2。"


def test_tables_become_lines(tmp_path: Path) -> None:
    page = (
        "<html><table><tr><th>序号</th><th>名称</th></tr>"
        "<tr><td><p>1</p></td>\n<td><p>办法</p></td></tr><tr><td></td><td>续</td></tr></table>后"
    )
    assert read(tmp_path, page).text == "序号\t名称\n1\t办法\n\t续\n后"


def test_entities_and_brackets_are_read(tmp_path: Path) -> None:
    page = "<html><p>&lt;甲&gt;&#20113;&#x6EAA;县 5 < 6 &ldquo;乙&rdquo;</p></html>"
    assert read(tmp_path, page).text == "<甲>云溪县 5 < 6 “乙”"


def test_scripts_styles_and_comments_are_no_text(tmp_path: Path) -> None:
    page = (
        "<html><script>if (a < b) document.write('<p>x</p>')</script><style>p {}</style>"
        "<!-- <p>y</p> --><p>正文</p></html>"
    )
    assert read(tmp_path, page).text == "正文"


def test_the_frame_of_a_page_and_hidden_words_are_told(tmp_path: Path) -> None:
    page = (
        "<html><nav><a>首页</a><a>公开</a></nav><p>正文。</p>"
        '<div style="display: none">旧版<div>内容</div></div><select><option>2026</option></select>'
        "<p>再正文。</p></html>"
    )
    found = read(tmp_path, page)
    assert found.text == "正文。\n再正文。"
    assert told(found, NoteKind.ASIDES, "aside") == ("首页公开", "2026")
    assert told(found, NoteKind.HIDDEN_TEXT, "hidden") == ("旧版 内容",)
    assert NoteKind.WEB_PAGE in [note.kind for note in found.notes]


def test_numbers_of_lists_are_read(tmp_path: Path) -> None:
    page = '<html><ol start="3"><li>甲</li><li><p>乙</p></li></ol><ul><li>丙</li></ul></html>'
    found = read(tmp_path, page)
    assert found.text == "3. 甲\n4. 乙\n丙"
    assert told(found, NoteKind.AUTOMATIC_NUMBERING, "numbered") == ("3.", "4.")


def test_a_page_that_word_saved_and_named_doc_is_read(tmp_path: Path) -> None:
    page = (
        '<html xmlns:o="urn:schemas-microsoft-com:office:office"><body>'
        "<p class=MsoNormal><![if !supportLists]><span>一、</span><![endif]>总则<o:p></o:p></p>"
        "<!--[if supportFields]><span>PAGE</span><![endif]--><p><del>旧</del><ins>新</ins>条</p>"
        '<p style="mso-hide:all">内部</p></body></html>'
    )
    found = read(tmp_path, page, "办法.doc")
    assert (found.format, found.text) == (FileFormat.HTML, "一、总则\n新条")
    assert told(found, NoteKind.TRACKED_CHANGES, "deleted") == ("旧",)
    assert NoteKind.WEB_PAGE not in [note.kind for note in found.notes]


def test_a_page_saved_in_one_file_is_read(tmp_path: Path) -> None:
    page = f"<html><p>{WORDS}</p></html>".encode("gbk")
    content = (
        b"From: <Saved by Blink>\r\nMIME-Version: 1.0\r\n"
        b'Content-Type: multipart/related;\r\n\ttype="text/html";\r\n\tboundary="----x"\r\n\r\n'
        b"------x\r\nContent-Type: text/html; charset=gb2312\r\n"
        b"Content-Transfer-Encoding: base64\r\n\r\n" + base64.encodebytes(page) + b"\r\n"
        b"------x\r\nContent-Type: image/png\r\n\r\nx\r\n------x--\r\n"
    )
    found = read(tmp_path, content, "办法.mht")
    assert (found.format, found.text) == (FileFormat.HTML, WORDS)


def test_what_a_script_without_end_swallows_is_told(tmp_path: Path) -> None:
    found = read(tmp_path, "<html><p>正文。</p><script>var a; <p>后文</p>")
    assert found.text.startswith("正文。")
    assert told(found, NoteKind.ASIDES, "aside")
