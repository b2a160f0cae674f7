"""Sheets of the Word file: size, margins, grid, page numbers, heads."""

from dataclasses import replace
from io import BytesIO

import pytest
from docx import Document
from docx.oxml.ns import qn

from review.letters.docx_writer import write_docx
from review.letters.letter_model import Base, Imprint, Paragraph
from review.letters.pdf_writer import write_pdf
from review.letters.style import LetterStyle, LinePitch
from tests.review.letters.papers import docx_of, page_texts
from tests.review.letters.samples import SAMPLES
from tests.review.letters.word_files import local_key, own, parts_of
from tests.review.letters.word_papers import PAPERS


@pytest.mark.parametrize("sample", SAMPLES)
def test_the_page_is_a4_with_the_margins_and_the_line_grid_of_the_standard(sample: str) -> None:
    section = Document(BytesIO(docx_of(sample))).sections[0]
    lengths = (
        section.page_width,
        section.page_height,
        section.left_margin,
        section.right_margin,
        section.top_margin,
        section.bottom_margin,
    )

    assert [round(length.mm, 1) for length in lengths if length] == [210, 297, 28, 26, 37, 35]
    grid = section._sectPr.find(qn("w:docGrid"))
    assert grid is not None
    assert grid.get(qn("w:type")) == "lines"
    assert int(grid.get(qn("w:linePitch"), "0")) * 22 <= 225 / 25.4 * 1440


@pytest.mark.parametrize("sample", SAMPLES)
def test_page_numbers_are_fields_outside_on_odd_and_even_pages(sample: str) -> None:
    parts = parts_of(docx_of(sample))

    assert parts["word/settings.xml"].find(qn("w:evenAndOddHeaders")) is not None
    for page, side in (("odd", "rightChars"), ("even", "leftChars")):
        number = parts[f"word/footer_{page}.xml"][0]
        assert "PAGE" in "".join(node.text or "" for node in number.iter(qn("w:instrText")))
        assert (own(number, "ind") or {})[side] == "100"


def test_only_a_letter_has_a_first_page_of_its_own_without_a_number() -> None:
    letter = Document(BytesIO(docx_of("opinion"))).sections[0]
    form = Document(BytesIO(docx_of("receipt"))).sections[0]

    assert letter.different_first_page_header_footer
    assert not list(letter.first_page_footer._element.iter(qn("w:instrText")))
    assert not form.different_first_page_header_footer


@pytest.mark.parametrize("pitch", LinePitch)
def test_the_grid_fills_the_type_area_on_upright_and_turned_sheets(pitch: LinePitch) -> None:
    model = PAPERS["official"]
    docx = write_docx(model, LetterStyle(line_pitch=pitch))

    for section in parts_of(docx)["word/document.xml"].iter(qn("w:sectPr")):
        size, margins, grid = (
            {local_key(key): str(text) for key, text in next(section.iter(qn(f"w:{name}"))).items()}
            for name in ("pgSz", "pgMar", "docGrid")
        )
        height = int(size["h"]) - int(margins["top"]) - int(margins["bottom"])
        assert height % int(grid["linePitch"]) < 20


def test_an_imprint_on_a_page_of_its_own_has_no_page_number_there() -> None:
    style = LetterStyle(imprint_on_even_page=True)
    short = (block for block in PAPERS["letter"].blocks if not isinstance(block, Paragraph))
    blocks = (*short, Imprint("", "云溪县司法局办公室", "2026年3月2日印发"))
    model = replace(PAPERS["letter"], base=Base.OFFICIAL, blocks=blocks)

    assert len(page_texts(write_pdf(model, style))) == 2
    docx = write_docx(model, style)

    first, second = parts_of(docx)["word/document.xml"].iter(qn("w:sectPr"))
    feet = [
        {str(foot.get(qn("r:id"))) for foot in section.iter(qn("w:footerReference"))}
        for section in (first, second)
    ]
    assert feet == [{"footer_odd", "footer_even"}, {"footer_empty"}]
    assert not list(parts_of(docx)["word/footer_empty.xml"].iter(qn("w:instrText")))
