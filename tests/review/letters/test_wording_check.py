"""Whatever is wrong with a template is told with line, name and remedy before it is printed."""

import pytest

from review.letters.letter_kinds import LETTER_KINDS
from review.letters.shipped_wording import shipped_text
from review.letters.wording_check import asked_fields, faults_of, unasked_fields
from review.letters.wording_errors import (
    BaseError,
    BlockWordError,
    ColumnCountError,
    EachMissingError,
    FilterValueError,
    LabelMissingError,
    LoopInLoopError,
    MayBeEmptyError,
    NotPrintableError,
    NotRowsError,
    RefusedConstructError,
    StrayCompanionError,
    StrayEndError,
    SyntaxFaultError,
    TextOutsideError,
    UnclosedBlocksError,
    UnclosedTagError,
    UnknownBlockError,
    UnknownFieldError,
    UnknownFilterError,
    UnknownLayoutError,
    UnknownRowFieldError,
    WordingError,
    WordingTooLongError,
)
from review.letters.wording_filters import FILTERS, OR_ELSE, TAKES
from review.letters.wording_parser import wording_from

RECEIPT = LETTER_KINDS["filing_receipt"]
OPINION = LETTER_KINDS["review_opinion"]


@pytest.mark.parametrize("kind_id", LETTER_KINDS)
def test_every_template_asks_for_exactly_its_letters_fields_and_nothing_is_wrong_with_it(
    kind_id: str,
) -> None:
    kind = LETTER_KINDS[kind_id]
    text = shipped_text(kind_id)

    assert faults_of(text, kind) == ()
    assert unasked_fields(text, kind) == ()


TABLE = "序号：{{ 项.序号 }}\n名称：{{ 项.名称 }}\n份数：{{ 项.份数 }}\n备注：{{ 项.备注 }}"


@pytest.mark.parametrize(
    ("text", "kind", "line"),
    [
        ("甲\n【版式】信函式", TextOutsideError, 1),
        ("【正文】甲", BaseError, 1),
        ("【版式】海报式", BaseError, 1),
        ("【版式】信函式\n【版式】信函式", BaseError, 2),
        ("【版式】信函式\n\n【正闻】甲", UnknownBlockError, 3),
        ("【版式】信函式\n【】甲", UnknownBlockError, 2),
        ("【版式】信函式\n【署名　横排】甲", BlockWordError, 2),
        ("【版式】信函式\n【每个　材料】\n【正文】甲", UnclosedBlocksError, 2),
        ("【版式】信函式\n【如果　文号】\n【每个　材料】\n【如果结束】", UnclosedBlocksError, 3),
        ("【版式】信函式\n【每个　材料】\n【每个结束】甲", TextOutsideError, 3),
        ("【版式】信函式\n【正文】甲\n【每个结束】", StrayEndError, 3),
        ("【版式】信函式\n【否则】", StrayEndError, 2),
        ("【版式】信函式\n【成文日期】甲", StrayCompanionError, 2),
        ("【版式】信函式\n【每个】\n【每个结束】", EachMissingError, 2),
        ("【版式】信函式\n【如果】\n【如果结束】", EachMissingError, 2),
        (f"【版式】信函式\n【表格　材料】\n{TABLE}", EachMissingError, 2),
        (f"【版式】信函式\n【表格　材科】\n每行：材料\n{TABLE}", UnknownLayoutError, 2),
        ("【版式】信函式\n【填表】\n甲：乙", UnknownLayoutError, 2),
        (f"【版式】信函式\n【表格　审查意见】\n每行：材料\n{TABLE}", ColumnCountError, 2),
        (f"【版式】信函式\n【表格　材料】\n每行：材料\n{TABLE}\n甲", LabelMissingError, 8),
        ("【版式】信函式\n【填表　基本情况】\n甲：乙\n丙 ｜ 丁：戊", LabelMissingError, 4),
        (f"【版式】信函式\n【表格　材料】\n每行：文号\n{TABLE}", NotRowsError, 3),
        ("【版式】信函式\n【每个　文号】\n【每个结束】", NotRowsError, 2),
        ("【版式】信函式\n【正文】\n{% for 项 in 文号 %}{% endfor %}", NotRowsError, 3),
        ("【版式】信函式\n【正文】甲\n乙{{ 主送单位 }}", UnknownFieldError, 3),
        ("【版式】信函式\n【正文】{{ 项.名称 }}", UnknownFieldError, 2),
        ("【版式】信函式\n【如果　甲】\n【如果结束】", UnknownFieldError, 2),
        (
            "【版式】信函式\n【每个　材料】\n【正文】\n{{ 项.名 }}\n【每个结束】",
            UnknownRowFieldError,
            4,
        ),
        ("【版式】信函式\n【正文】{{ 文号 | 书名 }}", UnknownFilterError, 2),
        ("【版式】信函式\n【正文】{{ 成文日期 | 书名号 }}", FilterValueError, 2),
        ("【版式】信函式\n【正文】{{ 文号 | 件数 }}", FilterValueError, 2),
        ("【版式】信函式\n【正文】{{ 文号 | 缺省 }}", SyntaxFaultError, 2),
        ("【版式】信函式\n【正文】{{ 文号 | 书名号('甲') }}", SyntaxFaultError, 2),
        ("【版式】信函式\n【正文】甲\n{{ 材料 }}", NotPrintableError, 3),
        ("【版式】信函式\n【正文】甲\n{{ 按期报备 }}", NotPrintableError, 3),
        ("【版式】信函式\n【正文】甲\n{{ 文号", SyntaxFaultError, 3),
        ("【版式】信函式\n【正文】甲\n{{ }}", SyntaxFaultError, 3),
        ("【版式】信函式\n【正文】甲{% endif %}", SyntaxFaultError, 2),
        ("【版式】信函式\n【正文】甲\n{% if 文号 %}乙\n丙", UnclosedTagError, 3),
        ("【版式】信函式\n【正文】\n{% for 项 in 材料 %}\n{{ 项.名称 }}", UnclosedTagError, 3),
        ("【版式】信函式\n【正文】甲\n{% set 甲 = 1 %}", RefusedConstructError, 3),
        ("【版式】信函式\n【正文】甲\n{% foo %}", RefusedConstructError, 3),
        (
            (
                "【版式】信函式\n【每个　材料】\n【正文】{% for 乙 in 材料 %}{% endfor %}\n"
                "【每个结束】"
            ),
            LoopInLoopError,
            3,
        ),
    ],
)
def test_a_fault_is_told_with_its_line(text: str, kind: type[WordingError], line: int) -> None:
    assert [(type(fault), fault.line) for fault in faults_of(text, RECEIPT)] == [(kind, line)]


def test_the_nearest_name_is_told_first() -> None:
    (field,) = faults_of("【版式】信函式\n【主送】{{ 主送单位 }}", RECEIPT)
    (block,) = faults_of("【版式】信函式\n【主 送】甲\n【标提】乙", RECEIPT)[1:] or (None,)

    assert field.values["known"][0] == "主送机关"  # type: ignore[index]
    assert block is not None
    assert block.values["known"][0] == "标题"  # type: ignore[index]


@pytest.mark.parametrize(
    ("piece", "kinds"),
    [
        ("{{ 送达日期 }}", [MayBeEmptyError]),
        ("{% if 送达日期 %}{{ 送达日期 }}{% endif %}", []),
        ("{% if 报送截止日期 %}{{ 送达日期 }}{% endif %}", [MayBeEmptyError]),
        ("{% if 报送截止日期 and 送达日期 %}{{ 送达日期 | 日期 }}{% endif %}", []),
        ("{% if not 送达日期 %}甲{% else %}{{ 送达日期 }}{% endif %}", []),
        ("{% if not 送达日期 %}{{ 送达日期 }}{% endif %}", [MayBeEmptyError]),
        ("{% if not 送达日期 %}甲{% elif 文号 %}{{ 送达日期 }}{% endif %}", []),
        ("{% if not (送达日期 or 文号) %}甲{% else %}{{ 送达日期 }}{% endif %}", [MayBeEmptyError]),
        ("{{ 送达日期 | 缺省('未送达') }}", []),
        ("{{ 送达日期 or '未送达' }}", []),
        ("{{ 送达日期 if 送达日期 else '未送达' }}", []),
        ("{{ '未送达' if 送达日期 else 送达日期 }}", [MayBeEmptyError]),
    ],
)
def test_what_may_be_absent_is_printed_under_a_condition_or_with_words_instead(
    piece: str, kinds: list[type[WordingError]]
) -> None:
    faults = faults_of(f"【版式】信函式\n【正文】{piece}", OPINION)

    assert [type(fault) for fault in faults] == kinds


def test_a_block_under_a_condition_may_print_what_the_condition_asks_for() -> None:
    text = (
        "【版式】信函式\n【如果　送达日期】\n【正文】{{ 送达日期 }}\n"
        "【否则】\n【正文】甲\n【如果结束】"
    )

    assert faults_of(text, OPINION) == ()


def test_all_faults_of_a_template_are_told_at_once() -> None:
    text = (
        "【版式】信函式\n【正文】{{ 甲 }}\n{{ 乙 }}\n【标题】{{ 丙\n"
        "【署名】{{ 丁 }}\n【成文日期】{{ 戊 }}"
    )

    assert [fault.line for fault in faults_of(text, RECEIPT)] == [2, 3, 4, 5, 6]


def test_a_template_without_end_is_not_read() -> None:
    (fault,) = faults_of("【版式】信函式\n【正文】" + "甲" * 70_000, RECEIPT)

    assert isinstance(fault, WordingTooLongError)


def test_what_a_template_asks_for_names_the_owner_of_rows() -> None:
    text = (
        "【版式】信函式\n【正文】{{ 文号 }}"
        "{% for 甲 in 材料 %}{{ 甲.名称 }}{{ 甲.序号 }}{% endfor %}"
    )

    assert asked_fields(text, RECEIPT) == {
        ("", "文号"),
        ("", "材料"),
        ("材料", "名称"),
        ("材料", "序号"),
    }
    assert "材料.份数" in unasked_fields(text, RECEIPT)
    assert "材料.序号" not in unasked_fields(text, RECEIPT)


def test_windows_line_ends_and_a_byte_order_mark_change_no_line() -> None:
    text = "\ufeff【版式】信函式\r\n【正文】甲\r\n{{ 主送单位 }}\r\n"

    assert [fault.line for fault in faults_of(text, RECEIPT)] == [3]


def test_a_template_with_faults_is_not_printed() -> None:
    with pytest.raises(UnknownBlockError):
        wording_from("【版式】信函式\n【正闻】甲", "备案回执")


def test_every_filter_says_what_it_takes() -> None:
    assert {*TAKES, OR_ELSE} == set(FILTERS)


@pytest.mark.parametrize(
    ("counted", "faults"),
    [
        ("材料 | 总件数('备注')", []),
        ("材料 | 总件数('附注')", [UnknownRowFieldError]),
        ("文号 | 总件数('备注')", [FilterValueError]),
        ("材料 | 总件数", [SyntaxFaultError]),
    ],
)
def test_what_is_counted_in_rows_must_be_a_field_of_them(
    counted: str, faults: list[type[WordingError]]
) -> None:
    text = f"【版式】信函式\n【正文】{{{{ {counted} }}}}"

    assert [type(fault) for fault in faults_of(text, RECEIPT)] == faults
