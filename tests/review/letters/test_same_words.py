"""Word and PDF say the same words, the words of the letter model."""

from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace

import pytest

from review.letters.compose import compose
from review.letters.docx_writer import write_docx
from review.letters.letter_model import (
    Addressee,
    AttachmentNote,
    Heading,
    Paragraph,
    Signature,
    Title,
)
from review.letters.pdf_writer import write_pdf
from tests.review.letters.papers import (
    docx_of,
    docx_words,
    folded,
    model_of,
    pdf_of,
    pdf_words,
    text_box,
)
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


BLOCKS = (
    Title(("关于报送材料的函",)),
    Addressee("云溪县住房和城乡建设局："),
    Heading(1, "一、总的情况"),
    Heading(2, "（一）文件情况"),
    Paragraph("有关材料现予报送。"),
    AttachmentNote(
        ("附件：1.云溪县城区生活垃圾分类管理暂行办法及其说明和制定依据目录文本", "2.说明")
    ),
    Signature("云溪县司法局", "2026年3月4日"),
)


def test_headings_and_attachments_are_set_in_both_formats() -> None:
    model = replace(model_of("receipt"), blocks=BLOCKS)

    in_pdf, in_word = write_pdf(model), write_docx(model)

    assert pdf_words(in_pdf, model) == docx_words(in_word)
    for face in (b"LtrHei", b"LtrKai", b"LtrXbs"):
        assert face in in_pdf


def test_names_of_attachments_hang_under_their_beginning() -> None:
    pdf = write_pdf(replace(model_of("receipt"), blocks=BLOCKS))

    first, second = text_box(pdf, 0, "云溪县城区"), text_box(pdf, 0, "说明", from_end=True)
    assert first.left == pytest.approx(second.left, abs=0.5)


def test_papers_written_at_the_same_time_do_not_disturb_each_other() -> None:
    with ThreadPoolExecutor(4) as lane:
        written = list(lane.map(lambda name: (name, write_pdf(model_of(name))), [*SAMPLES] * 4))

    assert all(pdf == pdf_of(name) for name, pdf in written)
