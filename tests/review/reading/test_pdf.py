"""A pdf is read in paragraphs, without what is printed on every page."""

from pathlib import Path

from reportlab.pdfgen import canvas

from review.reading.notes import note_sentence
from review.reading.reader import read_file
from review.reading.text import NoteKind
from tests.review.reading.pdf_file import write_pdf

INDENTED = "　　为了规范本县行政规范性文件的制定和备案工作，根据有关规"
FULL = "定，结合本县实际，经县人民政府第三次常务会议讨论通过，现就"


def test_wrapped_lines_become_one_paragraph(tmp_path: Path) -> None:
    lines = [INDENTED, FULL, "有关事项通知如下：", "　　一、加强领导。"]
    read = read_file(write_pdf(tmp_path / "通知.pdf", [lines]))
    whole = INDENTED.strip("　") + FULL + "有关事项通知如下："
    assert read.text.split("\n") == [whole, "一、加强领导。"]


def test_title_number_signature_and_date_stay_on_their_lines(tmp_path: Path) -> None:
    # Given a head and a signature as they are printed, centred or set to the right
    head = [
        "　　　　　　云溪县人民政府",
        "　　　　关于印发县城管理办法的通知",
        "　　　　　　云政规〔2026〕3号",
    ]
    foot = [
        "　　　　　　　　　　　　　　　云溪县人民政府",
        "　　　　　　　　　　　　　　　2026年3月2日",
    ]
    # When they stand around a paragraph
    read = read_file(write_pdf(tmp_path / "通知.pdf", [[*head, INDENTED, FULL, "照执行。", *foot]]))
    # Then none of them was joined to another line
    lines = read.text.split("\n")
    assert lines[:3] == [line.strip("　") for line in head]
    assert lines[-2:] == ["云溪县人民政府", "2026年3月2日"]


def test_a_paragraph_runs_over_the_page_break_without_the_page_number(tmp_path: Path) -> None:
    pages = [
        [INDENTED, FULL, "　　　　　　　　　　　　　— 1 —"],
        ["照执行。", "　　　　　　　　　　　　　— 2 —"],
    ]
    read = read_file(write_pdf(tmp_path / "两页.pdf", pages))
    assert read.text == INDENTED.strip("　") + FULL + "照执行。"


def test_a_running_head_is_left_out_and_told(tmp_path: Path) -> None:
    pages = [["云溪县公报", INDENTED, f"{numeral}，{FULL}"] for numeral in "甲乙丙丁"]
    read = read_file(write_pdf(tmp_path / "公报.pdf", pages))
    (note,) = read.notes
    assert "云溪县公报" not in read.text
    assert (note.kind, note.texts("header")) == (NoteKind.HEADERS, ("云溪县公报",))


def test_figures_at_the_edge_of_every_page_are_no_running_head(tmp_path: Path) -> None:
    pages = [[f"{row}.{page}" for row in range(1, 6)] for page in range(1, 6)]
    read = read_file(write_pdf(tmp_path / "坐标表.pdf", pages))
    assert "".join(read.text.split()) == "".join(figure for page in pages for figure in page)


def test_a_scanned_pdf_is_known_by_its_missing_text(tmp_path: Path) -> None:
    # Given two pages without a text layer
    page = canvas.Canvas(str(tmp_path / "扫描件.pdf"))
    for _ in range(2):
        page.rect(100, 100, 200, 200, fill=1)
        page.showPage()
    page.save()
    # When the file is read
    read = read_file(tmp_path / "扫描件.pdf")
    # Then it has no text and the note says what to do
    (note,) = read.notes
    assert (read.text, note.kind) == ("", NoteKind.NO_TEXT_LAYER)
    assert "共 2 页" in note_sentence(note)
    assert "手工填写" in note_sentence(note)


def test_a_text_layer_of_bytes_shown_as_latin_letters_is_told(tmp_path: Path) -> None:
    # Given a page whose font names the bytes of Chinese as Latin letters, and an honest one
    page = canvas.Canvas(str(tmp_path / "乱码.pdf"))
    for line in range(6):
        page.drawString(80, 700 - 20 * line, "云溪县人民政府".encode("gbk").decode("latin-1"))
    page.save()
    honest = write_pdf(tmp_path / "通知.pdf", [[INDENTED, FULL, "照执行。"]])
    # When both are read, then only the first is told
    told = [
        any(note.kind is NoteKind.GARBLED_TEXT for note in read_file(path).notes)
        for path in (tmp_path / "乱码.pdf", honest)
    ]
    assert told == [True, False]
