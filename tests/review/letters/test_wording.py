"""A template asks for exactly what its letter has, and says it in blocks."""

from dataclasses import replace
from itertools import pairwise

import pytest

from review.letters.compose import compose
from review.letters.kinds.base import LetterKind
from review.letters.letter_kinds import LETTER_KINDS
from review.letters.letter_model import (
    Addressee,
    Annex,
    Base,
    Block,
    CheckMark,
    CutLine,
    Heading,
    Imprint,
    NumberLine,
    PageBreak,
    Paragraph,
    Signature,
    SigningLine,
    SmallPrint,
    Subtitle,
    Table,
    Title,
)
from review.letters.rendering import Renderer
from review.letters.shipped_wording import shipped_text
from review.letters.wording import BlockWording, Piece
from review.letters.wording_errors import NotRowsError, WordingError
from review.letters.wording_fields import fields_of_kind
from review.letters.wording_parser import wording_from
from tests.review.letters.samples import OPINION, RECEIPT

LINES = "甲\n# 乙\n【标题】丙\n丁 ｜ 戊：己"


def made(text: str, receipt: object = RECEIPT) -> tuple[Block, ...]:
    assert isinstance(receipt, type(RECEIPT))
    return compose(receipt, wording=f"【版式】表格式\n{text}").blocks


@pytest.mark.parametrize("kind", LETTER_KINDS.values(), ids=lambda kind: kind.kind_id)
def test_every_field_of_every_paper_has_a_chinese_name(kind: LetterKind) -> None:
    assert all(name for name in fields_of_kind(kind))


@pytest.mark.parametrize("kind", LETTER_KINDS.values(), ids=lambda kind: kind.kind_id)
def test_a_signature_follows_text_because_a_table_row_cannot_be_tied_everywhere(
    kind: LetterKind,
) -> None:
    blocks = list(wording_from(shipped_text(kind.kind_id), kind.name).blocks())

    for before, block in pairwise(blocks):
        if isinstance(block, BlockWording) and block.name == "署名":
            assert isinstance(before, BlockWording)


def test_blocks_become_the_blocks_of_the_paper() -> None:
    blocks = made(
        "// 说明不印\n【文号】{{ 文号 }}\n【签发人】签发人：{{ 联系人 }}\n【标题】关于"
        "{{ 材料 | 件数 }}件材料的函\n"
        "【副题】（代拟稿）\n【主送】{{ 主送机关 }}：\n【正文】\n# 一、甲\n"
        "## （一）乙\n### 1．丙\n#### （1）丁\n正文。\n"
        "【说明】注一\n注二\n【署名　不盖章】{{ 发文机关 }}\n【成文日期】{{ 成文日期 }}\n"
        "【抄送】抄送：甲局。\n【印发机关】{{ 发文机关 }}\n【印发日期】{{ 成文日期 }}印发\n"
        "【附件　横排】附件1\n甲表\n【签字栏】经办人 ｜ 负责人\n【裁切线】沿此线裁下\n【换页】"
    )

    assert blocks == (
        NumberLine("云司备回〔2026〕7号", "签发人：王旸"),
        Title(("关于6件材料的函",)),
        Subtitle("（代拟稿）"),
        Addressee("云溪县住房和城乡建设局："),
        Heading(1, "一、甲"),
        Heading(2, "（一）乙"),
        Heading(3, "1．丙"),
        Heading(4, "（1）丁"),
        Paragraph("正文。"),
        SmallPrint("注一"),
        SmallPrint("注二"),
        Signature("云溪县司法局", "2026年3月4日", has_seal=False),
        Imprint("抄送：甲局。", "云溪县司法局", "2026年3月4日印发"),
        Annex("附件1", ("甲表",), is_landscape=True),
        SigningLine(("经办人", "负责人")),
        CutLine("沿此线裁下"),
        PageBreak(),
    )


def test_the_base_may_be_turned() -> None:
    model = compose(RECEIPT, wording="【版式】表格式 横排\n【标题】登记簿")

    assert (model.base, model.is_landscape) == (Base.FORM, True)


def test_the_proof_stands_where_the_template_wants_it_and_only_on_issued_letters() -> None:
    text = "【版式】表格式\n【核验码】\n【正文】甲"
    mark = CheckMark("N1", "7K3M-9QXD")

    assert compose(RECEIPT, mark, text).blocks == (mark, Paragraph("甲"))
    assert compose(RECEIPT, None, text).blocks == (Paragraph("甲"),)


def test_loops_and_conditions_may_span_lines_of_a_block() -> None:
    blocks = made(
        "【正文】\n{% for 项 in 材料 %}\n# {{ 项.序号 | 中文数字 }}、{{ 项.名称 }}\n"
        "{% if 项.备注 %}\n{{ 项.备注 }}\n"
        "{% endif %}\n{% endfor %}",
        replace(RECEIPT, materials=RECEIPT.materials[:2]),
    )

    assert blocks == (
        Heading(1, "一、备案报告"),
        Heading(1, "二、规范性文件正式文本"),
        Paragraph("另报电子文本"),
    )


def test_a_heading_may_stand_behind_a_condition_on_its_line() -> None:
    assert made("【正文】\n{% if 按期报备 %}## 甲{% endif %}") == (Heading(2, "甲"),)


def test_blocks_repeat_for_each_row_and_choose_by_a_condition() -> None:
    blocks = made(
        "【每个　材料】\n【如果　项.备注】\n【正文】{{ 项.名称 }}：{{ 项.备注 }}\n【否则】\n"
        "【正文】{{ 项.名称 }}{% if 项.末项 %}。{% endif %}\n【如果结束】\n【每个结束】",
        replace(RECEIPT, materials=RECEIPT.materials[:3]),
    )

    assert blocks == (
        Paragraph("备案报告"),
        Paragraph("规范性文件正式文本：另报电子文本"),
        Paragraph("规范性文件说明。"),
    )


def test_a_block_that_renders_empty_is_left_out() -> None:
    empty = "{% if 报备文号 %}甲{% endif %}"
    names = (
        "文号",
        "标题",
        "副题",
        "主送",
        "正文",
        "表名",
        "说明",
        "附件说明",
        "附注",
        "抄送",
        "签字栏",
    )
    text = "\n".join(f"【{name}】{empty}" for name in names)

    assert made(text, replace(RECEIPT, filing_report_number="")) == ()


def test_no_value_makes_a_block_a_heading_or_a_cell() -> None:
    letter = replace(RECEIPT, document_title=LINES)

    assert made("【正文】\n{{ 文件名称 }}", letter) == tuple(map(Paragraph, LINES.split("\n")))
    assert made("【标题】{{ 文件名称 }}", letter) == (Title(("甲# 乙【标题】丙丁 ｜ 戊：己",)),)
    assert made("【签字栏】{{ 文件名称 }} ｜ 乙", letter) == (
        SigningLine(("甲# 乙【标题】丙丁 ｜ 戊：己", "乙")),
    )
    (form,) = made("【填表　基本情况】\n甲：{{ 文件名称 }}", letter)
    assert isinstance(form, Table)
    assert [[cell.text for cell in row] for row in form.rows] == [["甲", LINES]]


def test_a_value_of_control_characters_is_no_mark() -> None:
    letter = replace(RECEIPT, document_title="\x01\x02一\x1d、\x1e甲\x1f乙\x1c")

    assert made("【正文】\n{{ 文件名称 }}", letter) == (Paragraph("一、甲乙"),)
    assert made("【正文】\n{{ '\x01丙\\x01' }}") == (Paragraph("丙"),)


def test_a_table_has_struck_rows_and_a_last_row() -> None:
    (table,) = made(
        "【表格　材料】\n每行：材料\n划去：项.备注\n序号：{{ 项.序号 }}\n名称：{{ 项.名称 }}\n"
        "　（{{ 项.份数 }}份）\n份数：{{ 项.份数 }}\n"
        "备注：{{ 项.备注 }}\n末行：合计 ｜ {{ 材料 | 件数 }}种",
        replace(RECEIPT, materials=RECEIPT.materials[:2]),
    )

    assert isinstance(table, Table)
    assert [cell.text for cell in table.head[0]] == ["序号", "名称", "份数", "备注"]
    assert [cell.text for cell in table.rows[0]] == ["1", "备案报告\n（1份）", "1", ""]
    assert [row[0].is_struck for row in table.rows] == [False, True, False]
    assert [(cell.text, cell.span) for cell in table.rows[2]] == [("合计", 1), ("2种", 3)]


def test_a_form_goes_on_in_its_value_and_spans_what_is_left() -> None:
    (form,) = made(
        "【填表　基本情况】\n甲：{{ 文号 }} ｜ 乙：1：2\n{% if 联系人 %}\n丙：丁\n　戊\n{% endif %}"
    )

    assert isinstance(form, Table)
    assert [[(cell.text, cell.span) for cell in row] for row in form.rows] == [
        [("甲", 1), ("云司备回〔2026〕7号", 1), ("乙", 1), ("1：2", 1)],
        [("丙", 1), ("丁\n戊", 3)],
    ]


@pytest.mark.parametrize(
    "words",
    ["{{ ''.__class__ }}", "{% for x in y %}", "<&>\"'", "<w:p/>", "# 标题", "{{", "\\n", "&amp;"],
)
def test_words_that_look_like_code_are_printed_as_they_are(words: str) -> None:
    model = compose(replace(OPINION, document_title=words, requested_act=words))

    title = "".join(next(block.lines for block in model.blocks if isinstance(block, Title)))
    asked = [block.text for block in model.blocks if isinstance(block, Paragraph)][1]
    assert title == f"关于《{words}》的备案审查意见书"
    assert asked.startswith(f"请你单位{words}，")


def rendered(text: str, **values: object) -> str:
    return Renderer("备案回执", values).render(Piece(text, 1))


def test_a_table_of_rows_the_letter_has_not_is_refused() -> None:
    with pytest.raises(NotRowsError):
        Renderer("备案回执", {"发文机关": "云溪县司法局"}).rows(Piece("发文机关", 7))


def test_what_is_absent_is_not_printed_and_its_line_is_named() -> None:
    with pytest.raises(WordingError) as refusal:
        Renderer("备案回执", {"送达日期": None}).render(Piece("甲\n乙{{ 送达日期 }}", 7))

    assert refusal.value.line == 8


def test_marks_inside_book_and_quotation_marks_become_the_inner_ones() -> None:
    words = "关于印发《云溪县“两停”办法》的通知"

    assert rendered("{{ 词 | 书名号 }}", 词=words) == "《关于印发〈云溪县“两停”办法〉的通知》"
    assert rendered("{{ 词 | 引号 }}", 词=words) == "“关于印发《云溪县‘两停’办法》的通知”"


@pytest.mark.parametrize(
    "words",
    [
        "修改第五条",
        "修改第五条。",
        "请修改第五条；",
        "请你单位修改第五条。",
        "请你单位，修改第五条，",
    ],
)
def test_a_request_written_as_a_sentence_fits_into_the_sentence(words: str) -> None:
    sentence = rendered("请你单位{{ 词 | 请求 }}，并报送情况。", 词=words)

    assert sentence == "请你单位修改第五条，并报送情况。"


@pytest.mark.parametrize(
    ("number", "words"),
    [
        (1, "一"),
        (10, "十"),
        (12, "十二"),
        (20, "二十"),
        (99, "九十九"),
        (100, "一百"),
        (103, "一百零三"),
        (110, "一百一十"),
        (1001, "一千零一"),
        (1010, "一千零一十"),
        (0, "零"),
    ],
)
def test_numbers_of_headings_are_written_in_chinese(number: int, words: str) -> None:
    assert rendered("{{ 数 | 中文数字 }}", 数=number) == words


def test_filters_join_count_and_stand_in() -> None:
    assert rendered("{{ 人 | 顿号 }}", 人=("甲", "乙")) == "甲、乙"
    assert rendered("{{ 人 | 逗号 }}", 人=("甲", "乙")) == "甲，乙"
    assert rendered("{{ 人 | 件数 }}{{ 人 | 数 }}", 人=("甲", "乙")) == "22"
    assert rendered("{{ 号 | 缺省('无') }}{{ 日 | 缺省('未定') }}", 号="", 日=None) == "无未定"
    assert rendered("{{ 日 | 日期 }}{{ 日 }}", 日=RECEIPT.letter_date) == "2026年3月4日2026年3月4日"
