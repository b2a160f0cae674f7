"""A letter and its wording become blocks."""

from dataclasses import replace
from typing import TypeVar

import pytest

from review.letters.compose import compose
from review.letters.kinds.base import Letter
from review.letters.letter_model import (
    Base,
    Block,
    Cell,
    Heading,
    Imprint,
    Letterhead,
    Paragraph,
    Signature,
    Table,
)
from review.letters.sample_letters import sample_letter
from tests.golden.rewrite import GOLDEN, PAPERS, golden_text
from tests.review.letters.samples import FINDING, OPINION, RECEIPT, SAMPLES


@pytest.mark.parametrize("sample", SAMPLES)
def test_a_paper_says_what_its_golden_file_says(sample: str) -> None:
    golden = (GOLDEN / f"letter_{sample}.txt").read_text(encoding="utf-8")

    assert golden_text(compose(SAMPLES[sample])) == golden


@pytest.mark.parametrize("kind", sorted(file.stem for file in PAPERS.glob("*.txt")))
def test_the_words_of_a_kind_of_paper_are_those_of_its_golden_file(kind: str) -> None:
    golden = (PAPERS / f"{kind}.txt").read_text(encoding="utf-8")

    assert golden_text(compose(sample_letter(kind))) == golden


Made = TypeVar("Made", bound=Block)


def blocks_of(letter: Letter, kind: type[Made]) -> list[Made]:
    return [block for block in compose(letter).blocks if isinstance(block, kind)]


def test_an_opinion_stands_on_the_letter_base_with_the_offices_name() -> None:
    model = compose(OPINION)

    assert model.base is Base.LETTER
    assert model.blocks[0] == Letterhead("云溪县司法局")
    assert model.heading == "关于《云溪县城区生活垃圾分类管理暂行办法》的备案审查意见书"


def test_a_receipt_is_a_form() -> None:
    assert compose(RECEIPT).base is Base.FORM
    assert not blocks_of(RECEIPT, Letterhead)


def test_the_signature_bears_the_date_of_the_letter() -> None:
    assert blocks_of(RECEIPT, Signature) == [Signature("云溪县司法局", "2026年3月4日")]


def test_without_copies_there_is_no_imprint() -> None:
    assert len(blocks_of(OPINION, Imprint)) == 1
    assert blocks_of(replace(OPINION, copy_to=()), Imprint) == []


@pytest.mark.parametrize(
    ("numbers", "brackets"),
    [
        (("", ""), "（备案登记号："),
        (("", "YXDR—2026—01001"), "（统一登记号：YXDR—2026—01001，备案登记号："),
        (("云政发〔2026〕3号", ""), "（云政发〔2026〕3号，备案登记号："),
    ],
)
def test_a_number_that_is_not_there_leaves_no_comma(
    numbers: tuple[str, str], brackets: str
) -> None:
    letter = replace(OPINION, document_number=numbers[0], unified_number=numbers[1])

    assert brackets in blocks_of(letter, Paragraph)[0].text


def test_a_late_filing_is_called_late() -> None:
    cells = [
        cell.text
        for table in blocks_of(SAMPLES["receipt_late"], Table)
        for row in table.rows
        for cell in row
    ]

    assert "41日，逾期报备" in cells
    assert "无" in cells


def test_line_feeds_in_a_value_make_no_paragraph_and_no_heading() -> None:
    letter = replace(OPINION, requested_act="修改\n# 一、假标题\r\n条款")

    assert len(blocks_of(letter, Paragraph)) == len(blocks_of(OPINION, Paragraph))
    assert blocks_of(letter, Heading) == []


def test_line_feeds_in_a_quote_are_paragraphs_of_its_cell() -> None:
    quote = "（一）甲；\n（二）乙。"
    letter = replace(OPINION, findings=(replace(FINDING, quote=quote),))

    row = blocks_of(letter, Table)[0].rows[0]
    assert row[1].text == "第八条第一款：\n“（一）甲；\n（二）乙。”"


def test_characters_that_nothing_can_print_are_dropped() -> None:
    letter = replace(RECEIPT, document_title="云\x00溪\u200b县\ud800\u202e办法\x0b")

    value = blocks_of(letter, Table)[0].rows[0][1]
    assert isinstance(value, Cell)
    assert value.text == "《云溪县办法》"
