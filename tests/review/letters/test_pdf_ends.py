"""The end of a paper in PDF: proof mark, cut line, places to sign, a page drawn together."""

from dataclasses import replace
from itertools import pairwise

import pytest

from review.letters.letter_model import (
    Base,
    Block,
    CheckMark,
    Imprint,
    Paragraph,
    Signature,
    SigningLine,
)
from review.letters.pdf_writer import write_pdf
from review.letters.qr_modules import qr_modules
from tests.review.letters.full_papers import DAY, MARK, OFFICE, SLIP, TEXT, paper, table
from tests.review.letters.papers import ink_bands, inks_in_circle, page_texts, text_box
from tests.review.letters.qr_reading import read_qr

LEFT, RIGHT, TOP, BOTTOM = 28.0, 184.0, 37.0, 262.0
SEAL = 42.0
CODE_MM = 18.0


def test_the_proof_mark_stands_at_the_foot_with_its_code_in_type() -> None:
    pdf = write_pdf(SLIP)
    code = text_box(pdf, len(page_texts(pdf)) - 1, MARK.code)

    assert code.left > LEFT + CODE_MM
    assert code.right < (LEFT + RIGHT) / 2
    assert BOTTOM - 25 < code.top < code.bottom < BOTTOM


def test_the_qr_code_is_large_enough_to_be_scanned_and_has_its_quiet_zone() -> None:
    pdf = write_pdf(paper(Base.FORM, MARK))
    bands = ink_bands(pdf, 0)
    square = CODE_MM / len(qr_modules(MARK.payload))
    code = next(band for band in bands if band.left < LEFT + 6)

    assert code.bottom - code.top == pytest.approx(CODE_MM, abs=0.3)
    assert code.left == pytest.approx(LEFT + 4 * square, abs=0.3)
    assert code.bottom == pytest.approx(BOTTOM - 4 * square, abs=0.3)
    text = text_box(pdf, 0, MARK.code)
    assert text.left - (code.left + CODE_MM) >= 4 * square - 0.3


@pytest.mark.parametrize(
    "payload",
    ["A", "NORMDESK:1:7K3M9QXD", MARK.payload, "ND1 7K3M9QXD " + "0123456789abcdef" * 3],
)
def test_a_qr_code_reads_back_what_it_holds(payload: str) -> None:
    assert read_qr(qr_modules(payload)) == payload


@pytest.mark.parametrize("paragraphs", range(1, 8))
def test_the_seal_is_clear_of_the_proof_mark_and_of_the_text(paragraphs: int) -> None:
    blocks: list[Block] = [Paragraph(TEXT)] * paragraphs
    copies = Imprint("抄送：县人民政府办公室。")
    pdf = write_pdf(paper(Base.FORM, *blocks, Signature(OFFICE, DAY), MARK, copies))
    last = len(page_texts(pdf)) - 1
    name = text_box(pdf, last, OFFICE, from_end=True)
    day = text_box(pdf, last, DAY)

    middle = ((day.left + day.right) / 2, (name.top + day.bottom) / 2 - 3, SEAL / 2)
    assert not inks_in_circle(pdf, last, middle, spared=(name, day))
    assert "逾期不报送的" in page_texts(pdf)[last] or "处理" in page_texts(pdf)[last]


def test_places_to_sign_share_the_width() -> None:
    pdf = write_pdf(SLIP)
    page = next(n for n, text in enumerate(page_texts(pdf)) if "收件日期" in text)
    lefts = [text_box(pdf, page, label).left for label in ("收件人", "联系电话：", "收件日期")]

    assert lefts[0] == pytest.approx(LEFT, abs=0.5)
    assert lefts[0] + 40 < lefts[1] < lefts[2] - 40
    assert lefts[2] < RIGHT - 40


def test_more_places_to_sign_than_fit_stand_in_rows() -> None:
    labels = tuple(f"第{number}审核人（签名）：" for number in "一二三四五")
    pdf = write_pdf(paper(Base.FORM, table(2), SigningLine(labels)))
    tops = [text_box(pdf, 0, label).top for label in labels]

    assert len({round(top) for top in tops}) == 3
    assert all(text_box(pdf, 0, label).right < RIGHT - 15 for label in labels)


def test_places_to_sign_never_stand_alone_on_a_page() -> None:
    for rows in range(4, 30):
        pdf = write_pdf(paper(Base.FORM, table(rows, "规"), SigningLine(("登记人：",))))

        assert "予以纠正" in page_texts(pdf)[-1]


def test_a_cut_line_runs_over_the_full_width_with_its_words_in_the_middle() -> None:
    pdf = write_pdf(SLIP)
    page = next(n for n, text in enumerate(page_texts(pdf)) if "今收到" in text)
    words = text_box(pdf, page, "回", from_end=True)
    band = next(
        band for band in ink_bands(pdf, page) if band.top - 1 <= words.top <= band.bottom + 1
    )

    assert band.left == pytest.approx(LEFT, abs=0.5)
    assert band.right == pytest.approx(RIGHT, abs=1.5)


def signed(lines: int) -> bytes:
    """Return a paper of so many full lines with its signature."""
    body = Paragraph("规" * (28 * lines - 2))
    return write_pdf(paper(Base.FORM, body, Signature(OFFICE, DAY)))


def test_a_page_is_drawn_together_for_a_seal_that_lacks_little_room() -> None:
    pages = [page_texts(signed(lines)) for lines in (18, 19, 20)]

    assert [len(texts) for texts in pages] == [1, 1, 2]
    # Where more is lacking two lines are pushed over with the seal, never it alone.
    assert pages[2][1].startswith("规" * 56 + OFFICE)


def test_a_page_drawn_together_keeps_an_accepted_pitch_and_the_room_of_the_seal() -> None:
    pdf = signed(19)
    bands = ink_bands(pdf, 0)
    pitches = [(below.top - above.top) / 25.4 * 72 for above, below in pairwise(bands[:19])]
    name, day = text_box(pdf, 0, OFFICE), text_box(pdf, 0, DAY)

    assert min(pitches) > 28 - 0.3
    assert max(pitches) - min(pitches) < 0.5
    middle = ((day.left + day.right) / 2, (name.top + day.bottom) / 2 - 3, SEAL / 2)
    assert not inks_in_circle(pdf, 0, middle, spared=(name, day))
    assert day.bottom < BOTTOM


def test_a_void_line_is_struck_and_still_readable() -> None:
    plain = write_pdf(paper(Base.FORM, table(1, "作废的文件")))
    struck = write_pdf(paper(Base.FORM, table(1, "作废的文件", struck=0)))

    assert page_texts(plain) == page_texts(struck)
    assert plain != struck


def test_a_row_higher_than_a_page_begins_where_it_stands_and_has_its_rules_on_both_pages() -> None:
    long = "".join(f"（第{number}项）应当依法办理。" for number in range(300))
    pdf = write_pdf(paper(Base.FORM, Paragraph(TEXT), table(1, long)))
    pages = page_texts(pdf)

    assert "第0项" in pages[0]
    assert all("问题" in text for text in pages)
    for page in range(len(pages)):
        frame = [band for band in ink_bands(pdf, page) if band.right - band.left > 155]
        assert frame


def test_a_proof_mark_without_room_takes_the_signature_along() -> None:
    mark = CheckMark("A", "AAAA-AAAA")
    for lines in range(10, 24):
        body = Paragraph("规" * (28 * lines - 2))
        blocks = (body, Signature("云溪县人民政府规范性文件备案审查工作委员会办公室", DAY), mark)
        last = page_texts(write_pdf(paper(Base.FORM, *blocks)))[-1]

        assert "规" in last
        assert "AAAA-AAAA" in last


def test_a_turned_paper_has_only_turned_pages() -> None:
    pdf = write_pdf(replace(paper(Base.FORM, table(20)), is_landscape=True))

    for page in range(len(page_texts(pdf))):
        frame = ink_bands(pdf, page)
        assert max(band.right for band in frame) > 210
