"""A rich text file is read as Word would show it, whatever program wrote its Chinese."""

from pathlib import Path

import pytest

from review.reading.reader import read_here
from review.reading.text import FileFormat, NoteKind, ReadText
from tests.review.reading.rtf_file import code_page_bytes, rtf_bytes, unicode_words

WORDS = "云溪县人民政府关于印发《停车场管理办法》的通知"

FONTS = "{\\fonttbl{\\f0\\fcharset0 Times;}{\\f1\\fcharset134 FangSong;}}\\f1 "


def read(tmp_path: Path, content: str | bytes) -> ReadText:
    path = tmp_path / "办法.rtf"
    path.write_bytes(content if isinstance(content, bytes) else content.encode("latin-1"))
    return read_here(path)


def told(found: ReadText, kind: NoteKind, name: str) -> tuple[str, ...]:
    return next((note.texts(name) for note in found.notes if note.kind is kind), ())


def test_a_line_is_a_paragraph(tmp_path: Path) -> None:
    found = read(tmp_path, rtf_bytes(f"{WORDS}\n各乡镇人民政府："))
    assert (found.format, found.text) == (FileFormat.RTF, f"{WORDS}\n各乡镇人民政府：")
    assert found.notes == ()


@pytest.mark.parametrize(
    "body",
    [
        code_page_bytes(WORDS),
        unicode_words(WORDS),
        # The font tells the code page, where the file claims to be Western.
        FONTS + code_page_bytes(WORDS),
        # The bytes themselves, without any escape.
        WORDS.encode("gbk").decode("latin-1"),
        # A group between the two bytes of a character.
        code_page_bytes(WORDS).replace("\\'d4\\'c6", "{\\'d4}\\'c6"),
        # Alternatives for old programs and for new ones.
        f"{{\\upr{{{code_page_bytes('旧')}}}{{\\*\\ud{{{unicode_words(WORDS)}}}}}}}",
        # Unicode without characters for old programs.
        "\\uc0 " + "".join(f"\\u{ord(letter)} " for letter in WORDS),
    ],
)
def test_every_way_to_write_chinese_is_read(tmp_path: Path, body: str) -> None:
    page = 1252 if "fonttbl" in body else 936
    found = read(tmp_path, f"{{\\rtf1\\ansi\\ansicpg{page}{{{body}}}\\par}}")
    assert found.text == WORDS


def test_tables_become_lines(tmp_path: Path) -> None:
    row = "\\trowd\\intbl a\\cell b\\cell\\row"
    assert read(tmp_path, f"{{\\rtf1 {row}{row}\\pard after\\par}}").text == "a\tb\na\tb\nafter"


def test_numbers_that_word_gave_are_read_and_told(tmp_path: Path) -> None:
    label = f"{{\\listtext\\tab {code_page_bytes('第一条')}\\tab}}"
    found = read(tmp_path, f"{{\\rtf1\\ansicpg936 {label}{code_page_bytes('为了管理。')}\\par}}")
    assert found.text == "第一条 为了管理。"
    assert told(found, NoteKind.AUTOMATIC_NUMBERING, "numbered") == ("第一条",)


def test_deleted_hidden_and_inserted_words_are_told(tmp_path: Path) -> None:
    body = "a{\\deleted old}{\\revised new}{\\v secret}b\\v more\\v0  c"
    found = read(tmp_path, f"{{\\rtf1 {body}\\par}}")
    assert found.text == "anewb c"
    assert told(found, NoteKind.TRACKED_CHANGES, "deleted") == ("old",)
    assert told(found, NoteKind.TRACKED_CHANGES, "inserted") == ("new",)
    assert told(found, NoteKind.HIDDEN_TEXT, "hidden") == ("secret", "more")


def test_of_a_field_only_the_result_is_read(tmp_path: Path) -> None:
    field = '{\\field{\\*\\fldinst{HYPERLINK "http://example.test"}}{\\fldrslt{link}}}'
    assert read(tmp_path, f"{{\\rtf1 see {field}.\\par}}").text == "see link."


def test_what_stands_beside_the_body_is_told(tmp_path: Path) -> None:
    body = (
        "{\\header\\pard gazette\\par}{\\footer 1}a{\\footnote\\pard note}"
        "{\\*\\annotation check}{\\shp{\\*\\shpinst{\\sp{\\sn x}{\\sv 1}}{\\shptxt box\\par}}}"
        "{\\pict\\wmetafile8 0102}\\par b\\par"
    )
    found = read(tmp_path, f"{{\\rtf1 {body}}}")
    assert found.text == "a\nbox\nb\nnote"
    assert told(found, NoteKind.HEADERS, "header") == ("gazette",)
    assert told(found, NoteKind.COMMENTS, "comment") == ("check",)
    assert told(found, NoteKind.TEXT_BOXES, "box") == ("box",)
    assert told(found, NoteKind.PICTURES, "picture") == ("",)


def test_bytes_of_a_picture_are_no_text(tmp_path: Path) -> None:
    assert read(tmp_path, "{\\rtf1 a{\\pict\\bin6 }}}}}}}b\\par}").text == "ab"
