"""Word and PDF say the same words, the words of the letter model."""

import pytest

from review.letters.compose import compose
from review.letters.docx_writer import write_docx
from review.letters.pdf_writer import write_pdf
from tests.review.letters.papers import docx_of, docx_words, folded, model_of, pdf_of, pdf_words
from tests.review.letters.samples import SAMPLES


@pytest.mark.parametrize("sample", SAMPLES)
def test_word_and_pdf_say_the_same_words(sample: str) -> None:
    in_word = docx_words(docx_of(sample))
    in_pdf = pdf_words(pdf_of(sample), model_of(sample))

    assert in_pdf == in_word


@pytest.mark.parametrize("sample", SAMPLES)
def test_every_value_of_the_letter_stands_on_the_paper(sample: str) -> None:
    letter = SAMPLES[sample]
    words = docx_words(docx_of(sample))

    for value in (letter.letter_number, letter.addressee, letter.office_name, letter.contact_phone):
        assert folded(value) in words


@pytest.mark.parametrize("sample", SAMPLES)
def test_the_same_letter_gives_the_same_bytes(sample: str) -> None:
    again = compose(SAMPLES[sample])

    assert write_pdf(again) == pdf_of(sample)
    assert write_docx(again) == docx_of(sample)
