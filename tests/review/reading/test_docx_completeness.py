"""What a Word file may hold beside plain runs is read once, and both readings are at hand."""

from pathlib import Path

from review.reading.docx import read_docx
from review.reading.findings import Findings
from review.reading.reader import read_file
from review.reading.text import NoteKind, ReadingNote
from tests.review.reading.word_file import paragraph, run, word, word_bytes, write_word

INSERTED = '<w:ins w:author="甲" w:date="2026-03-01T08:00:00Z">{}</w:ins>'
DELETED = (
    '<w:del w:author="甲" w:date="2026-03-01T08:00:00Z">'
    "<w:r><w:delText>{}</w:delText></w:r></w:del>"
)
MATH = 'xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"'


def found(body: str, **parts: str) -> Findings:
    """Read a file with this body."""
    return Findings(*read_docx(word_bytes(body, **parts), "样本.docx"))


def note(findings: Findings, kind: NoteKind) -> ReadingNote:
    """Return the one note of a kind."""
    (only,) = [each for each in findings.notes if each.kind is kind]
    return only


def test_both_readings_of_tracked_changes_are_at_hand_with_their_places() -> None:
    changed = paragraph(
        run("应当"), INSERTED.format(run("在十日内")), DELETED.format("尽快"), run("办理")
    )

    read = found(changed)

    assert read.text == "应当在十日内办理"
    assert read.original is not None
    assert read.original.text == "应当尽快办理"
    (gone,) = read.original.deleted
    (new,) = read.original.inserted
    assert read.original.text[gone.start : gone.end] == "尽快"
    assert read.text[new.start : new.end] == "在十日内"


def test_a_file_without_changes_has_one_reading() -> None:
    assert found(paragraph(run("应当办理"))).original is None


def test_changes_are_told_with_who_and_when() -> None:
    changed = paragraph(run("应当"), INSERTED.format(run("立即")))

    (fact,) = note(found(changed), NoteKind.TRACKED_CHANGES).facts

    assert (fact.author, fact.written) == ("甲", "2026-03-01")


def test_moved_words_stand_where_they_went_and_where_they_came_from() -> None:
    gone = f"<w:moveFrom>{run('第二项。')}</w:moveFrom>"
    come = f"<w:moveTo>{run('第二项。')}</w:moveTo>"

    read = found(paragraph(gone) + paragraph(run("第一项。"), come))

    assert read.text.strip() == "第一项。第二项。"
    assert read.original is not None
    assert read.original.text.startswith("第二项。\n第一项。")


def test_words_in_content_controls_and_links_are_read() -> None:
    control = f"<w:sdt><w:sdtPr/><w:sdtContent>{run('云溪县')}</w:sdtContent></w:sdt>"
    link = f"<w:hyperlink>{run('人民政府')}</w:hyperlink>"
    block = f"<w:sdt><w:sdtContent>{paragraph(run('第一条'))}</w:sdtContent></w:sdt>"

    assert found(paragraph(control, link) + block).text == "云溪县人民政府\n第一条"


def test_of_a_field_the_result_is_read_and_a_live_one_is_told() -> None:
    sign = '<w:r><w:fldChar w:fldCharType="{}"/></w:r>'
    field = (
        sign.format("begin")
        + '<w:r><w:instrText>DDEAUTO excel "台账" </w:instrText></w:r>'
        + sign.format("separate")
        + run("三十日")
        + sign.format("end")
    )

    read = found(paragraph(run("期限为"), field))

    assert read.text == "期限为三十日"
    assert "DDEAUTO" in note(read, NoteKind.LIVE_FIELDS).texts("field")[0]


def test_formulas_are_written_on_a_line_and_told() -> None:
    formula = (
        f"<m:oMath {MATH}><m:f><m:num><m:r><m:t>实缴</m:t></m:r></m:num>"
        "<m:den><m:r><m:t>应缴</m:t></m:r></m:den></m:f></m:oMath>"
    )

    read = found(paragraph(run("比例="), formula))

    assert "实缴" in read.text
    assert "应缴" in read.text
    assert note(read, NoteKind.FORMULAS).facts


def test_of_ruby_text_the_base_is_read_and_not_the_sound() -> None:
    ruby = (
        f"<w:r><w:ruby><w:rt>{run('yún')}</w:rt><w:rubyBase>{run('云')}</w:rubyBase></w:ruby></w:r>"
    )

    assert found(paragraph(ruby, run("溪县"))).text == "云溪县"


def test_a_comment_is_told_with_its_place_and_author() -> None:
    body = paragraph(
        run("应当"),
        '<w:commentRangeStart w:id="1"/>',
        run("立即"),
        '<w:commentRangeEnd w:id="1"/>',
        run("办理"),
    )
    comments = word(
        "comments", f'<w:comment w:id="1" w:author="乙">{paragraph(run("期限不明"))}</w:comment>'
    )

    read = found(body, comments=comments)

    (fact,) = note(read, NoteKind.COMMENTS).facts
    assert (fact.author, fact.text.strip()) == ("乙", "期限不明")
    assert fact.place is not None
    assert read.text[fact.place.start : fact.place.end] == "立即"


def test_a_nested_table_is_read_in_its_cell() -> None:
    inner = f"<w:tbl><w:tr><w:tc>{paragraph(run('内'))}</w:tc></w:tr></w:tbl>"
    outer = f"<w:tbl><w:tr><w:tc>{inner}{paragraph(run('外'))}</w:tc></w:tr></w:tbl>"

    read = found(outer)

    assert "".join(read.text.split()) == "内外"
    assert read.contents.tables == 2


def test_the_readings_come_through_the_child(tmp_path: Path) -> None:
    path = write_word(
        tmp_path / "修订.docx", paragraph(run("应当"), DELETED.format("尽快"), run("办理"))
    )

    read = read_file(path)

    assert read.original is not None
    assert (read.text, read.original.text) == ("应当办理", "应当尽快办理")
