"""The office's own typesetting in the Word file: pitch, page numbers, faces, marks at the edge."""

import pytest
from docx.oxml.ns import qn

from review.letters.docx_writer import write_docx
from review.letters.style import EdgeMarks, LetterStyle, LinePitch, PageNumberStyle
from tests.review.letters.papers import docx_of, model_of
from tests.review.letters.word_files import (
    faces_of_runs,
    own,
    parts_of,
    styles_of,
    words_of,
)


@pytest.mark.parametrize(
    ("pitch", "twips"),
    [
        (LinePitch.GRID, 579),
        (LinePitch.PT_28, 560),
        (LinePitch.PT_28_95, 579),
        (LinePitch.PT_29_2, 584),
    ],
)
def test_the_body_has_the_line_pitch_of_the_office_and_22_lines_a_page(
    pitch: LinePitch, twips: int
) -> None:
    docx = write_docx(model_of("opinion"), LetterStyle(line_pitch=pitch))

    body = styles_of(docx)["OfficialBody"].find(f"{qn('w:pPr')}/{qn('w:spacing')}")
    assert body is not None
    assert body.get(qn("w:line")) == str(twips)
    margins = next(parts_of(docx)["word/document.xml"].iter(qn("w:pgMar")))
    size = next(parts_of(docx)["word/document.xml"].iter(qn("w:pgSz")))
    height = int(str(size.get(qn("w:h")))) - sum(
        int(str(margins.get(qn(f"w:{side}")))) for side in ("top", "bottom")
    )
    assert height // twips == 22


@pytest.mark.parametrize(
    ("kind", "words", "place"),
    [
        (PageNumberStyle.OUTSIDE, "— 1 —", None),
        (PageNumberStyle.CENTRED, "— 1 —", {"val": "center"}),
        (PageNumberStyle.PLAIN, "1", {"val": "center"}),
    ],
)
def test_page_numbers_stand_as_the_office_wants(
    kind: PageNumberStyle, words: str, place: dict[str, str] | None
) -> None:
    docx = write_docx(model_of("receipt"), LetterStyle(page_number=kind))

    number = parts_of(docx)["word/footer_odd.xml"][0]
    assert words_of(number) == words
    assert own(number, "jc") == place


def test_the_faces_of_the_office_stand_in_styles_and_table_of_faces() -> None:
    style = LetterStyle(body_face="仿宋_GB2312", title_face="方正小标宋_GBK")
    docx = write_docx(model_of("opinion"), style)

    faces = {face for _, names in faces_of_runs(docx) for face in names}
    assert {"仿宋_GB2312", "方正小标宋_GBK"} <= faces
    assert not {"仿宋", "方正小标宋简体"} & faces
    listed = {
        str(font.get(qn("w:name"))): str(font[0].get(qn("w:val"))).split(",")
        for font in parts_of(docx)["word/fontTable.xml"]
    }
    assert "仿宋" in listed["仿宋_GB2312"]
    assert "仿宋_GB2312" not in listed["仿宋_GB2312"]


def test_every_face_of_a_run_is_in_the_table_of_faces() -> None:
    listed = {
        str(font.get(qn("w:name"))) for font in parts_of(docx_of("opinion"))["word/fontTable.xml"]
    }

    assert {face for _, names in faces_of_runs(docx_of("opinion")) for face in names} <= listed


@pytest.mark.parametrize(("marks", "value"), [(EdgeMarks.SQUEEZED, "0"), (EdgeMarks.HANGING, "1")])
def test_marks_hang_over_the_edge_only_where_the_office_wants_it(
    marks: EdgeMarks, value: str
) -> None:
    docx = write_docx(model_of("opinion"), LetterStyle(edge_marks=marks))

    hangs = styles_of(docx)["OfficialBody"].find(f"{qn('w:pPr')}/{qn('w:overflowPunct')}")
    assert hangs is not None
    assert hangs.get(qn("w:val")) == value
