"""What an office may set otherwise than the standard."""

from dataclasses import replace
from itertools import pairwise

import pytest

from review.letters.letter_model import Base, LetterModel, Paragraph
from review.letters.pdf_writer import write_pdf
from review.letters.style import STANDARD, LetterStyle, LinePitch, PageNumberStyle, layout_for
from tests.review.letters.papers import folded, ink_bands, model_of, page_texts, text_box

FULL = "规" * 28 * 30
LEFT, RIGHT, BOTTOM = 28.0, 184.0, 262.0


def paper_of(text: str) -> LetterModel:
    """Return a paper of one paragraph."""
    return replace(model_of("receipt"), base=Base.FORM, blocks=(Paragraph(text),))


def test_the_standard_is_what_holds_without_a_choice() -> None:
    assert LetterStyle() == STANDARD
    assert layout_for(STANDARD).page.pitch_pt == pytest.approx(28.99, abs=0.01)


@pytest.mark.parametrize("pitch", [LinePitch.PT_28, LinePitch.PT_28_95, LinePitch.PT_29_2])
def test_a_page_of_a_fixed_line_pitch_still_holds_twenty_two_lines(pitch: LinePitch) -> None:
    pdf = write_pdf(paper_of(FULL), LetterStyle(line_pitch=pitch))

    assert folded(page_texts(pdf)[0]).startswith("规" * (22 * 28 - 2) + "—1—")
    *lines, _ = ink_bands(pdf, 0)
    for above, below in pairwise(lines):
        assert (below.top - above.top) / 25.4 * 72 == pytest.approx(pitch.points, abs=0.3)
    assert lines[-1].bottom < BOTTOM


@pytest.mark.parametrize(
    ("style", "words"), [(PageNumberStyle.CENTRED, "—1—"), (PageNumberStyle.PLAIN, "1")]
)
def test_page_numbers_stand_in_the_middle_where_the_office_wants_it(
    style: PageNumberStyle, words: str
) -> None:
    pdf = write_pdf(paper_of(FULL), LetterStyle(page_number=style))

    number = ink_bands(pdf, 0)[-1]
    assert (number.left + number.right) / 2 == pytest.approx((LEFT + RIGHT) / 2, abs=0.7)
    assert folded(page_texts(pdf)[0]).removeprefix("规" * (22 * 28 - 2)) == words


def test_the_outer_page_number_of_an_even_page_stands_left() -> None:
    pdf = write_pdf(paper_of(FULL))

    assert text_box(pdf, 1, "2").left < LEFT + 15
