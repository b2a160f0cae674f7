"""Papers that nobody wishes for still make a Word file that opens, with all their words."""

from datetime import date
from io import BytesIO

import pytest
from docx import Document
from docx.oxml.ns import qn

from review.letters.docx_writer import write_docx
from review.letters.letter_model import (
    Addressee,
    Annex,
    AttachmentNote,
    Base,
    Block,
    Caption,
    Cell,
    CellRole,
    CheckMark,
    CutLine,
    Heading,
    Imprint,
    Letterhead,
    LetterModel,
    Note,
    NumberLine,
    PageBreak,
    Paragraph,
    Signature,
    SigningLine,
    Subtitle,
    Table,
    Title,
)
from tests.review.letters.word_files import broken_relations, misplaced, parts_of, words_of

DAY = date(2026, 3, 2)
MARKUP = "修改<w:p/>&amp;\"'{{x}}]]><!-- -->"
INVISIBLE = "甲\x00乙\x0b丙\x1f丁\ufffe戊\ud800己"
RARE = "𬭎𫟹𬱖玥珺沚旸㎡μg/m³"
LONG = "云溪县玥珺片区农村生活污水处理设施运行维护管理资金筹集使用监督检查和绩效评价暂行办法" * 8
ROW = (
    Cell("1", CellRole.SHORT),
    Cell("材料", CellRole.VALUE),
    Cell("", CellRole.SHORT),
    Cell("", CellRole.VALUE),
)


def opened(*blocks: Block, base: Base = Base.OFFICIAL, heading: str = "标题") -> str:
    """Write the blocks, check the file and return the words of its body."""
    docx = write_docx(LetterModel("sample", base, heading, "云溪县司法局", DAY, blocks))
    assert not [fault for part in parts_of(docx).values() for fault in misplaced(part)]
    assert broken_relations(docx) == []
    return words_of(Document(BytesIO(docx)).element.body)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (MARKUP, MARKUP),
        (INVISIBLE, "甲乙丙丁戊己"),
        (RARE, RARE),
        (LONG, LONG),
        (" 前后 ", " 前后 "),
    ],
)
def test_every_text_is_written_whole_wherever_it_stands(text: str, expected: str) -> None:
    row = (Cell(text, CellRole.VALUE, 4),)
    blocks: tuple[Block, ...] = (
        NumberLine(text, text),
        Title((text,)),
        Subtitle(text),
        Addressee(text),
        Heading(1, text),
        Paragraph(text),
        Caption(text),
        Table("materials", (), (row,)),
        AttachmentNote((text,)),
        Signature(text, text),
        Note(text),
        Annex(text, (text,)),
        Imprint(text, text, text),
    )

    assert opened(*blocks).count(expected) >= len(blocks)


def test_an_endless_title_is_cut_in_the_properties_only() -> None:
    assert opened(Title((LONG,)), heading=LONG) == LONG


def test_a_table_of_three_hundred_rows_is_written_whole() -> None:
    rows = tuple((Cell(str(number), CellRole.SHORT), *ROW[1:]) for number in range(1, 301))
    head = tuple(Cell(name, CellRole.HEAD) for name in ("序号", "名称", "份数", "备注"))
    model = LetterModel(
        "sample", Base.FORM, "清单", "云溪县司法局", DAY, (Table("materials", (head,), rows),)
    )

    docx = write_docx(model)

    assert len(Document(BytesIO(docx)).tables[0].rows) == 301
    assert not [fault for part in parts_of(docx).values() for fault in misplaced(part)]


EMPTY: tuple[tuple[Block, ...], ...] = (
    (),
    (Paragraph(""),),
    (Letterhead("局"),),
    (Signature("", ""),),
    (Imprint("", "", ""),),
    (Table("materials", (), (ROW,)),),
    (Table("materials", (), (ROW,)), Table("materials", (), (ROW,))),
    (Table("materials", (), ()), Paragraph("后")),
    (PageBreak(), PageBreak(), Table("materials", (), (ROW,))),
    (Annex("附件", (), is_landscape=True),),
    (Annex("", ()), Annex("", (), is_landscape=True), Imprint("抄送：无。")),
    (CutLine(""), SigningLine(("签字：",))),
    (CheckMark("0", "0000-0000"), Imprint("抄送：县政府。")),
)


@pytest.mark.parametrize("base", Base)
@pytest.mark.parametrize("blocks", EMPTY)
def test_empty_and_lonely_blocks_make_a_file_that_opens(
    blocks: tuple[Block, ...], base: Base
) -> None:
    opened(*blocks, base=base)


def test_a_table_is_followed_by_a_paragraph_as_the_format_asks() -> None:
    docx = write_docx(
        LetterModel("sample", Base.FORM, "表", "局", DAY, (Table("materials", (), (ROW,)),))
    )

    *_, last, _ = parts_of(docx)["word/document.xml"][0]
    assert last.tag == qn("w:p")
