"""A paper that just fills its last page is set a little tighter in Word."""

from datetime import date

import pytest
from docx.oxml.ns import qn

from review.letters.docx_writer import write_docx
from review.letters.letter_model import Base, Block, LetterModel, Paragraph, Signature, Title
from review.letters.pdf_writer import write_pdf
from review.letters.style import LetterStyle, LinePitch
from tests.review.letters.papers import page_texts
from tests.review.letters.word_files import own, paragraph_with, styles_of


def letter_of(lines: int) -> LetterModel:
    """Return a letter whose body has so many lines."""
    blocks: tuple[Block, ...] = (
        Title(("关于报送备案的报告",)),
        *(Paragraph(f"第{number}段。") for number in range(1, lines + 1)),
        Signature("云溪县司法局", "2026年3月2日"),
    )
    return LetterModel(
        "sample", Base.FORM, "关于报送备案的报告", "云溪县司法局", date(2026, 3, 2), blocks
    )


def pitch_of(docx: bytes) -> int:
    body = styles_of(docx)["OfficialBody"].find(f"{qn('w:pPr')}/{qn('w:spacing')}")
    assert body is not None
    return int(str(body.get(qn("w:line"))))


def room_above_the_seal(docx: bytes) -> int:
    return int((own(paragraph_with(docx, "云溪县司法局"), "spacing") or {})["before"])


def test_a_paper_with_room_keeps_the_grid_of_the_standard() -> None:
    docx = write_docx(letter_of(8))

    assert pitch_of(docx) == 579
    assert room_above_the_seal(docx) == 2 * 579


@pytest.mark.parametrize("lines", [16, 17])
def test_a_paper_whose_page_is_nearly_full_gets_the_narrowest_pitch(lines: int) -> None:
    model = letter_of(lines)

    assert len(page_texts(write_pdf(model))) == 1
    assert pitch_of(write_docx(model)) == 560
    assert room_above_the_seal(write_docx(model)) < 2 * 560


def test_an_office_on_the_narrowest_pitch_keeps_it() -> None:
    style = LetterStyle(line_pitch=LinePitch.PT_28)

    assert pitch_of(write_docx(letter_of(8), style)) == 560
    assert room_above_the_seal(write_docx(letter_of(8), style)) == 2 * 560
    assert room_above_the_seal(write_docx(letter_of(17), style)) < 2 * 560
