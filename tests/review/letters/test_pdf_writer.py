"""The PDF file: geometry, faces, pages."""

import re
from dataclasses import replace
from itertools import pairwise

import pytest

from review.letters.compose import compose
from review.letters.errors import MissingGlyphError
from review.letters.faces import FaceRole, chain_of
from review.letters.layout import page_layout
from review.letters.letter_model import Base, LetterModel, Paragraph, Signature
from review.letters.pdf_writer import write_pdf
from tests.review.letters.papers import (
    Band,
    folded,
    ink_bands,
    inks_in_circle,
    model_of,
    page_texts,
    pdf_of,
    text_box,
)
from tests.review.letters.samples import FINDING, LONG_QUOTE, OPINION, RECEIPT, SAMPLES

PITCH = 225 / 22
LEFT, RIGHT, TOP, BOTTOM = 28.0, 184.0, 37.0, 262.0
SEAL = 42.0
HAIR = 0.3


def body_of(*texts: str) -> LetterModel:
    """Return a paper of nothing but paragraphs."""
    blocks = tuple(Paragraph(text) for text in texts)
    return replace(model_of("receipt"), base=Base.FORM, blocks=blocks)


@pytest.mark.parametrize("sample", SAMPLES)
def test_every_font_of_the_file_is_embedded(sample: str) -> None:
    objects = dict(re.findall(rb"(\d+) 0 obj\n(.*?)endobj", pdf_of(sample), re.DOTALL))
    fonts = [body for body in objects.values() if re.search(rb"/Type\s*/Font\b(?!D)", body)]

    assert fonts
    for font in fonts:
        descriptor = re.search(rb"/FontDescriptor (\d+) 0 R", font)
        assert descriptor is not None
        assert b"/FontFile2" in objects[descriptor[1]]
    assert b"Helvetica" not in pdf_of(sample)


def test_the_letterhead_stands_thirty_millimetres_below_the_edge_of_the_page() -> None:
    name, *rules = ink_bands(pdf_of("opinion"), 0, red=True)

    assert name.top == pytest.approx(30, abs=HAIR)
    assert rules[0].top - name.bottom == pytest.approx(4, abs=HAIR)


def test_the_double_rules_are_as_the_letter_form_asks() -> None:
    _, upper_thick, upper_thin, lower_thin, lower_thick = ink_bands(pdf_of("opinion"), 0, red=True)

    for rule in (upper_thick, upper_thin, lower_thin, lower_thick):
        assert rule.left == pytest.approx(20, abs=HAIR)
        assert rule.right == pytest.approx(190, abs=HAIR)
    assert height(upper_thick) > height(upper_thin)
    assert height(lower_thick) > height(lower_thin)
    assert lower_thick.bottom == pytest.approx(277, abs=HAIR)


def height(band: Band) -> float:
    return band.bottom - band.top


def test_the_number_stands_flush_right_close_under_the_upper_rule() -> None:
    rules = ink_bands(pdf_of("opinion"), 0, red=True)
    number, *_ = ink_bands(pdf_of("opinion"), 0)

    assert number.top - rules[2].bottom == pytest.approx(7 / 8 * 16 * 25.4 / 72, abs=0.5)
    assert number.right == pytest.approx(RIGHT, abs=0.5)


@pytest.mark.parametrize("base", Base)
def test_a_page_holds_twenty_two_lines_of_twenty_eight_characters(base: Base) -> None:
    pdf = write_pdf(replace(body_of("规" * 28 * 70), base=base))

    assert folded(page_texts(pdf)[1]) == "规" * (22 * 28) + "—2—"
    *lines, _ = ink_bands(pdf, 1)
    assert len(lines) == 22
    for above, below in pairwise(lines):
        assert below.top - above.top == pytest.approx(PITCH, abs=0.1)
        assert below.left == pytest.approx(LEFT, abs=0.5)
        assert below.right == pytest.approx(RIGHT, abs=0.5)
    assert lines[0].top > TOP
    assert lines[-1].bottom < BOTTOM


@pytest.mark.parametrize("base", Base)
def test_page_numbers_stand_outside_seven_millimetres_below(base: Base) -> None:
    pdf = write_pdf(replace(body_of("规" * 28 * 70), base=base))

    even, odd = ink_bands(pdf, 1)[-1], ink_bands(pdf, 2)[-1]
    one_character = 14 * 25.4 / 72
    assert odd.right == pytest.approx(RIGHT - one_character, abs=0.5)
    assert even.left == pytest.approx(LEFT + one_character, abs=0.5)
    for page in (1, 2):
        assert text_box(pdf, page, "—").top == pytest.approx(BOTTOM + 7, abs=HAIR)


def test_a_letter_has_no_number_on_its_first_page() -> None:
    first, *others = page_texts(pdf_of("opinion_long"))

    assert "—1—" not in first
    assert [page[-3:] for page in others] == [f"—{page}—" for page in range(2, len(others) + 2)]


@pytest.mark.parametrize("sample", SAMPLES)
def test_no_ink_leaves_the_type_area(sample: str) -> None:
    for page in range(len(page_texts(pdf_of(sample)))):
        for band in ink_bands(pdf_of(sample), page):
            assert band.left > LEFT - 0.5
            assert band.right < RIGHT + 0.5


@pytest.mark.parametrize("sample", SAMPLES)
def test_a_seal_has_its_room(sample: str) -> None:
    pdf, last = pdf_of(sample), len(page_texts(pdf_of(sample))) - 1
    signature = next(b for b in model_of(sample).blocks if isinstance(b, Signature))
    name = text_box(pdf, last, signature.office_name, from_end=True)
    day = text_box(pdf, last, signature.date_text, from_end=True)

    middle_x = (day.left + day.right) / 2
    middle_y = (name.top + day.bottom) / 2 - 3
    assert (name.left + name.right) / 2 == pytest.approx(middle_x, abs=1)
    assert not inks_in_circle(pdf, last, (middle_x, middle_y, SEAL / 2), spared=(name, day))
    above = [band for band in ink_bands(pdf, last) if band.bottom < name.top]
    assert middle_y - SEAL / 2 - above[-1].bottom < PITCH


@pytest.mark.parametrize("lines", range(1, 50))
def test_no_seal_stands_on_a_page_without_text(lines: int) -> None:
    paragraphs = body_of("规" * 30 * (lines // 2), "定" * (28 * (lines - lines // 2) - 2))
    signed = replace(
        paragraphs, blocks=(*paragraphs.blocks, Signature("云溪县司法局", "2026年4月10日"))
    )

    last = page_texts(write_pdf(signed))[-1]

    assert re.match(r"^[规定]{20}", last)


def test_rows_stay_whole_and_the_head_stands_on_every_page_of_the_table() -> None:
    pages = page_texts(pdf_of("opinion_long"))
    tables = [page for page in pages if "问题类别" in page]

    assert len(pages) >= 4
    assert sum(page.count(LONG_QUOTE[-14:-1].replace("“", "‘")) for page in pages) == 14
    for page in pages[1:]:
        rows = page.count("第八条第一款：")
        assert rows == page.count("号公布。”")
        assert rows == 0 or page in tables


def test_a_row_higher_than_a_page_is_cut_and_nothing_is_lost() -> None:
    quote = "".join(f"（第{number}项）应当依法办理。" for number in range(400))
    finding = replace(FINDING, quote=quote)

    pages = page_texts(write_pdf(compose(replace(OPINION, findings=(finding,)))))

    assert len(pages) > 3
    assert all(f"第{number}项" in "".join(pages) for number in (0, 199, 399))


def test_a_character_that_no_face_has_is_named_before_anything_is_written() -> None:
    letter = replace(RECEIPT, contact_name="王\U0001f600", addressee="云溪县\U0002f9ff局")

    with pytest.raises(MissingGlyphError) as refusal:
        write_pdf(compose(letter))

    assert refusal.value.values == {"characters": "\U0001f600（U+1F600）、\U0002f9ff（U+2F9FF）"}


def test_rare_characters_of_names_and_places_are_drawn() -> None:
    letter = replace(RECEIPT, document_title="玥珺沚旸㎡", contact_name="玥珺")

    assert "玥珺沚旸㎡" in page_texts(write_pdf(compose(letter)))[0]


def test_rare_characters_beyond_the_basic_plane_are_drawn_and_read_back() -> None:
    names = "\U0002cb4e\U0002b7f9\U0002c0a9"

    assert names in page_texts(write_pdf(body_of(f"联系人：{names}。")))[0]


def test_the_characters_of_a_page_with_many_are_all_read_back() -> None:
    many = "".join(chr(code) for code in range(0x4E00, 0x4E00 + 400))
    drawn = "".join(char for char in many if chain_of(FaceRole.BODY).measure(char)[0])

    assert page_texts(write_pdf(body_of(drawn)))[0].removesuffix("—1—") == drawn


def test_only_parts_of_the_faces_are_embedded() -> None:
    fonts = set(re.findall(rb"/FontName /([^\s]+)", pdf_of("receipt")))

    assert fonts
    assert all(re.match(rb"[A-Z0-9]{6}\+", font) for font in fonts)
    assert len(pdf_of("receipt")) < 200_000


def test_a_long_name_of_the_office_fits_the_head_and_the_signature() -> None:
    office = "云溪县行政规范性文件备案审查和合法性审核工作委员会办公室"
    pdf = write_pdf(compose(replace(OPINION, office_name=office)))

    head = ink_bands(pdf, 0, red=True)[0]
    assert head.top == pytest.approx(30, abs=0.5)
    assert head.left >= LEFT - 0.5
    assert head.right <= RIGHT + 0.5
    assert text_box(pdf, 1, office).right <= RIGHT + 0.5


def test_the_measures_come_from_the_standard() -> None:
    page = page_layout().page

    assert (page.width_mm, page.height_mm) == (210, 297)
    assert (page.text_width_mm, page.text_height_mm) == (156, 225)
    assert (page.right_mm, page.bottom_mm) == (26, 35)
