"""The official base in PDF, measured by ink: head, red rule, annexes, turned pages, imprint."""

import re
from dataclasses import replace

# pypdfium2 ships without type information.
import pypdfium2  # type: ignore[import-untyped]
import pytest

from review.letters.letter_model import Annex, Base, Heading, Imprint, Paragraph, Signature, Title
from review.letters.pdf_writer import write_pdf
from review.letters.style import STANDARD
from tests.review.letters.full_papers import (
    DAY,
    IMPRINT,
    OFFICE,
    OFFICIAL,
    TEXT,
    head,
    paper,
    table,
)
from tests.review.letters.papers import Band, ink_bands, page_texts, text_box

HAIR = 0.3
LEFT, RIGHT, TOP, BOTTOM = 28.0, 184.0, 37.0, 262.0
PITCH = 225 / 22
EM = 156 / 28


@pytest.fixture(scope="module")
def pdf() -> bytes:
    return write_pdf(OFFICIAL)


def red(pdf: bytes) -> list[Band]:
    return ink_bands(pdf, 0, red=True)


def test_the_red_name_stands_thirty_five_millimetres_below_the_type_area(pdf: bytes) -> None:
    assert red(pdf)[0].top == pytest.approx(TOP + 35, abs=HAIR)


def test_the_red_rule_lies_four_millimetres_below_the_number_over_the_full_width(
    pdf: bytes,
) -> None:
    _, rule = red(pdf)
    number, *_ = ink_bands(pdf, 0)

    assert rule.top - number.bottom == pytest.approx(4, abs=HAIR)
    assert rule.left == pytest.approx(LEFT, abs=HAIR)
    assert rule.right == pytest.approx(RIGHT, abs=HAIR)


def test_two_lines_stand_empty_between_the_name_and_the_number(pdf: bytes) -> None:
    number, *_ = ink_bands(pdf, 0)
    gap = number.top - red(pdf)[0].bottom

    assert 2 * PITCH < gap < 3 * PITCH


def test_an_upward_paper_has_its_number_left_and_its_signer_right(pdf: bytes) -> None:
    assert text_box(pdf, 0, "云政规备").left == pytest.approx(LEFT + EM, abs=HAIR + 0.3)
    assert text_box(pdf, 0, "王玥珺").right == pytest.approx(RIGHT - EM, abs=HAIR + 0.3)


def test_the_number_of_other_papers_stands_in_the_middle() -> None:
    pdf = write_pdf(paper(Base.OFFICIAL, *head(), Paragraph(TEXT)))
    number, *_ = ink_bands(pdf, 0)

    assert (number.left + number.right) / 2 == pytest.approx((LEFT + RIGHT) / 2, abs=1)


def test_the_label_of_an_annex_stands_top_left_and_its_title_on_the_third_line(
    pdf: bytes,
) -> None:
    page = next(n for n, text in enumerate(page_texts(pdf)) if text.startswith("附件1"))
    label, title, *_ = ink_bands(pdf, page)

    assert label.left == pytest.approx(LEFT, abs=0.5)
    assert TOP < label.top < TOP + PITCH
    assert TOP + 2 * PITCH < title.top < TOP + 3 * PITCH
    assert (title.left + title.right) / 2 == pytest.approx((LEFT + RIGHT) / 2, abs=1)


def turned_pages(pdf: bytes) -> list[int]:
    document = pypdfium2.PdfDocument(pdf)
    pages = [n for n, page in enumerate(document) if page.get_width() > page.get_height()]
    document.close()
    return pages


def test_a_turned_page_has_its_head_at_the_left_edge_of_the_sheet(pdf: bytes) -> None:
    first, *others = turned_pages(pdf)

    label, *_ = ink_bands(pdf, first)
    assert label.top > LEFT
    for page in others:
        frame, *_ = ink_bands(pdf, page)
        assert frame.top == pytest.approx(LEFT, abs=HAIR)
        assert text_box(pdf, page, "依据").right < 297 - TOP


def test_the_number_of_a_turned_page_stands_where_the_upright_pages_have_it(pdf: bytes) -> None:
    for page in turned_pages(pdf):
        number = page + 1
        box = text_box(pdf, page, str(number), from_end=True)
        # The lower edge of the upright page is the left edge of the turned one.
        assert 297 - BOTTOM - 12 < box.left < box.right < 297 - BOTTOM - 5
        outer = 210 - (box.top + box.bottom) / 2 if number % 2 else (box.top + box.bottom) / 2
        assert 26 + EM / 2 < outer < 28 + 4 * EM


def test_the_imprint_closes_the_last_page_with_the_edge_of_the_type_area(pdf: bytes) -> None:
    last = len(page_texts(pdf)) - 1
    rules = [
        band for band in ink_bands(pdf, last) if band.right - band.left > 155 and band.top > TOP
    ]
    upper, middle, lower = rules[-3:]

    assert lower.bottom == pytest.approx(BOTTOM, abs=HAIR)
    assert height(upper) == height(lower)
    assert height(upper) == pytest.approx(0.35, abs=0.1)
    assert height(middle) == pytest.approx(0.25, abs=0.1)
    assert middle.left == pytest.approx(LEFT, abs=HAIR)
    small = EM * 14 / 15.79
    assert text_box(pdf, last, "抄送").left == pytest.approx(LEFT + small, abs=0.5)
    assert text_box(pdf, last, "印发", from_end=True).right == pytest.approx(RIGHT - small, abs=0.5)


def height(band: Band) -> float:
    return band.bottom - band.top


def test_what_runs_over_in_the_copy_line_stands_under_its_first_word(pdf: bytes) -> None:
    last = len(page_texts(pdf)) - 1
    lines = [band for band in ink_bands(pdf, last) if band.left > LEFT + 2 and band.top > 230]

    first = text_box(pdf, last, "县委办公室").left
    assert lines[1].left == pytest.approx(first, abs=0.8)


def test_an_imprint_never_stands_on_a_turned_page() -> None:
    turned = Annex("附件", ("目录",), is_landscape=True)
    pdf = write_pdf(paper(Base.OFFICIAL, *head(), Paragraph(TEXT), turned, table(1), IMPRINT))

    *_, last = page_texts(pdf)
    assert last.startswith("抄送")
    assert "—" not in last
    assert len(page_texts(pdf)) - 1 not in turned_pages(pdf)


def test_an_imprint_stands_on_an_even_page_where_the_office_wants_it() -> None:
    even = replace(STANDARD, imprint_on_even_page=True)
    short = paper(Base.OFFICIAL, *head(), Paragraph(TEXT), IMPRINT)
    long = paper(Base.OFFICIAL, *head(), *[Paragraph(TEXT)] * 3, IMPRINT)

    assert len(page_texts(write_pdf(short))) == 1
    assert [text[:2] for text in page_texts(write_pdf(short, even))[1:]] == ["抄送"]
    assert len(page_texts(write_pdf(long, even))) == len(page_texts(write_pdf(long))) == 2


def test_an_imprint_without_copies_has_two_rules() -> None:
    pdf = write_pdf(paper(Base.OFFICIAL, Paragraph(TEXT), Imprint("", OFFICE, "2026年3月2日印发")))

    bands = [band for band in ink_bands(pdf, 0) if band.top > 230 and band.bottom < BOTTOM + 1]
    assert [band.right - band.left > 155 for band in bands] == [True, False, True]


def test_headings_and_annexes_are_the_bookmarks(pdf: bytes) -> None:
    document = pypdfium2.PdfDocument(pdf)
    entries = [(entry.level, entry.get_title()) for entry in document.get_toc()]
    document.close()

    assert entries[0] == (0, "云溪县人民政府关于《云溪县烟花爆竹安全管理办法》的备案报告")
    assert entries[1:5] == [
        (1, "一、制定的必要性"),
        (2, "（一）主要依据"),
        (3, "1．关于种类"),
        (4, "（1）关于幅度"),
    ]
    assert [title for level, title in entries if level == 0][1:] == [
        "附件1 云溪县烟花爆竹安全管理办法",
        "附件2 废止的规范性文件目录",
        "附件3 送审材料清单",
    ]


def test_the_file_says_what_it_is(pdf: bytes) -> None:
    document = pypdfium2.PdfDocument(pdf)
    facts = document.get_metadata_dict()
    document.close()

    assert facts["Title"] == facts["Subject"] == OFFICIAL.heading
    assert facts["Author"] == OFFICE
    assert re.search(rb"/Lang \(zh-CN\)", pdf)


def test_equal_papers_are_equal_bytes(pdf: bytes) -> None:
    assert write_pdf(OFFICIAL) == pdf


@pytest.mark.parametrize("lines", range(8, 24))
def test_a_heading_never_ends_a_page(lines: int) -> None:
    body = Paragraph("规" * (28 * lines - 2))
    pdf = write_pdf(
        paper(Base.FORM, Title(("题",)), body, Heading(1, "一、标题"), Paragraph("定" * 60))
    )

    for page in page_texts(pdf):
        assert not re.sub(r"—\d+—$", "", page).endswith("一、标题")


def test_the_signature_without_seal_stands_as_the_standard_asks() -> None:
    pdf = write_pdf(paper(Base.FORM, Paragraph(TEXT), Signature(OFFICE, DAY, has_seal=False)))
    name, day = text_box(pdf, 0, OFFICE), text_box(pdf, 0, DAY)

    assert name.right == pytest.approx(RIGHT - 2 * EM, abs=0.5)
    assert day.left - name.left == pytest.approx(2 * EM, abs=0.5)


def test_a_date_longer_than_the_name_stands_two_characters_from_the_edge() -> None:
    day = "二〇二六年十二月二十二日"
    pdf = write_pdf(paper(Base.FORM, Paragraph(TEXT), Signature("云溪县", day, has_seal=False)))
    name, date = text_box(pdf, 0, "云溪县", from_end=True), text_box(pdf, 0, day)

    assert date.right == pytest.approx(RIGHT - 2 * EM, abs=EM / 3)
    assert date.left - name.left == pytest.approx(2 * EM, abs=0.7)
