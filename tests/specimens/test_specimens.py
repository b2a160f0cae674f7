"""Every paper, with its sample: the grid, the margins, no forbidden mark, fonts, equal words."""

import pytest

from review.letters.compose import compose
from review.letters.docx_writer import write_docx
from review.letters.letter_kinds import LETTER_KINDS
from review.letters.pdf_writer import write_pdf
from review.letters.sample_letters import sample_letter
from tests.specimens.measuring import Measures, measures_of

LINES, CHARACTERS = 22, 28
LEFT_MM, RIGHT_MM = 28, 26
HAIR_MM = 0.3
DRAWN_TOGETHER = 22.8
"""As many lines a page may hold that is drawn together for its seal: 28 pt, an accepted pitch."""


@pytest.fixture(scope="module", params=LETTER_KINDS)
def measures(request: pytest.FixtureRequest) -> Measures:
    """Return the figures of the sample of a kind."""
    model = compose(sample_letter(request.param))
    return measures_of(model, write_pdf(model), write_docx(model), None)


def test_the_grid_is_that_of_the_standard(measures: Measures) -> None:
    if measures.lines:
        assert LINES - 0.02 < measures.lines < DRAWN_TOGETHER
        assert measures.characters == pytest.approx(CHARACTERS, abs=0.02)


def test_the_body_keeps_to_the_type_area(measures: Measures) -> None:
    if measures.lines:
        assert measures.left_mm >= LEFT_MM - HAIR_MM
        assert measures.right_mm >= RIGHT_MM - HAIR_MM


def test_no_line_begins_or_ends_with_a_forbidden_mark(measures: Measures) -> None:
    assert measures.forbidden == ()


def test_every_font_is_embedded(measures: Measures) -> None:
    assert measures.loose_fonts == ()


def test_word_says_the_same(measures: Measures) -> None:
    assert measures.has_same_words
