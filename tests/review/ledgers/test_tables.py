"""The head of a ledger is found, its columns are understood, and only its rows are taken."""

import gzip
from pathlib import Path

import pytest

from review.ledgers.columns import LedgerField, MappingConfidence, field_named
from review.ledgers.reader import read_here
from review.ledgers.sheet import Sheet
from review.ledgers.table import LedgerTable, RowKind, proposed_mapping, recognise
from tests.review.ledgers.books import HEAD, write_book

SAMPLES = Path(__file__).parents[4] / "shared" / "data" / "ledger_samples"
needs_samples = pytest.mark.skipif(not SAMPLES.exists(), reason=f"{SAMPLES} is not there")


def table(*lines: tuple[str, ...]) -> LedgerTable:
    """Recognise lines without a file."""
    return recognise(Sheet("表", lines))


def fields(found: LedgerTable) -> list[str]:
    """Return the fields of the columns that have one, in their order."""
    return [field.value for _, field in sorted(proposed_mapping(found).items())]


def test_the_head_is_found_below_titles_and_its_rows_are_counted_as_in_the_sheet() -> None:
    found = table(
        ("云溪县规范性文件登记台账", "", ""),
        ("填报单位：县司法局", "", "2026年"),
        ("序号", "文 件\n名 称", "发文字号（文号）"),
        ("1", "停车管理办法", "云政发〔2020〕3号"),
        ("", "", ""),
        ("2", "河道管理规定", "云政发〔2021〕8号"),
    )
    assert found.header_row == 3
    assert [row.number for row in found.rows] == [4, 6]
    assert fields(found) == ["sequence", "title", "document_number"]


def test_sections_subtotals_footers_and_repeated_heads_are_no_rows() -> None:
    found = table(
        ("序号", "文件名称", "文号"),
        ("一、县政府文件", "", ""),
        ("1", "停车管理办法", "云政发〔2020〕3号"),
        ("小计", "1", ""),
        ("二、部门文件", "", ""),
        ("序号", "文件名称", "文号"),
        ("1", "河道管理规定", "云水〔2021〕8号"),
        ("合 计", "2", ""),
        ("填表人：许知禾", "", "审核人：唐守正"),
    )
    assert [row.section for row in found.rows] == ["一、县政府文件", "二、部门文件"]
    assert [kind for _, kind in found.left_out] == [
        RowKind.HEADER,
        RowKind.SECTION,
        RowKind.SUBTOTAL,
        RowKind.SECTION,
        RowKind.HEADER,
        RowKind.SUBTOTAL,
        RowKind.FOOTER,
    ]


def test_a_head_of_two_lines_with_merged_groups_names_every_column(tmp_path: Path) -> None:
    lines = (
        ("序号", "文件名称", "公布", "", "清理"),
        ("", "", "日期", "载体", "结果"),
        (1, "停车管理办法", "2020.3.5", "政府公报", "有效"),
    )
    merges = ((0, 0, 1, 0), (0, 1, 1, 1), (0, 2, 0, 3))
    found = recognise(read_here(write_book(tmp_path / "两行.xlsx", lines, merges)).sheets[0])
    assert [column.name for column in found.columns] == [
        "序号",
        "文件名称",
        "公布日期",
        "公布载体",
        "清理结果",
    ]
    assert len(found.rows) == 1


def test_a_column_without_a_known_name_is_known_by_its_values() -> None:
    rows = [
        (f"关于第{place}项工作的通知", f"云政发〔2020〕{place}号", f"2020.3.{place}")
        for place in range(1, 9)
    ]
    found = table(("文件", "号", "时"), *rows)
    mapping = proposed_mapping(found)
    assert [mapping[place] for place in range(3)] == [
        LedgerField.TITLE,
        LedgerField.DOCUMENT_NUMBER,
        LedgerField.ADOPTED_DATE,
    ]
    assert found.columns[1].proposal.confidence is MappingConfidence.BY_CONTENT


def test_of_two_columns_for_one_field_the_first_keeps_it() -> None:
    found = table(("文件名称", "文号", "发文字号"), ("停车管理办法", "云政发〔2020〕3号", "x"))
    assert fields(found) == ["title", "document_number"]


@pytest.mark.parametrize(
    ("name", "field"),
    [
        ("文 号", LedgerField.DOCUMENT_NUMBER),
        ("清理牵头\n单位", LedgerField.DRAFTING_UNIT),
        ("发文日期、文号", LedgerField.DATE_AND_NUMBER),
        ("标　题", LedgerField.TITLE),
        ("有效期（年）", LedgerField.VALIDITY),
        ("失效日期", LedgerField.EXPIRY_DATE),
        ("统一登记号", LedgerField.UNIFIED_NUMBER),
        ("浏览次数", None),
    ],
)
def test_names_of_columns_are_known_in_their_variants(name: str, field: LedgerField | None) -> None:
    assert field_named(name) is field


def test_ledgers_with_the_same_columns_have_the_same_key() -> None:
    spaced = tuple(f"{name[0]} {name[1:]}" for name in HEAD)
    row = ("1", "甲办法", "云政发〔2020〕3号", "县政府", "", "")
    assert table(HEAD, row).header_key == table(spaced, row).header_key


@needs_samples
@pytest.mark.parametrize(
    ("name", "header", "rows", "expected"),
    [
        (
            "qujiang_cleanup_table_merged.xlsx",
            4,
            138,
            ["sequence", "title", "document_number", "drafting_unit", "status", "remark"],
        ),
        (
            "qujiang_cleanup_table_gb18030.csv",
            1,
            138,
            ["sequence", "title", "document_number", "drafting_unit", "status", "ended_reason"],
        ),
        (
            "law_ledger_company.xls",
            1,
            194,
            ["sequence", "title", "document_number", "effective_date"],
        ),
        ("cited_documents_with_comment_header.csv", 16, 200, ["title", "document_number"]),
        (
            "repeal_tables_national.csv",
            1,
            1469,
            [
                "ended_reason",
                "adopted_date",
                "sequence",
                "title",
                "date_and_number",
                "ended_reason",
            ],
        ),
    ],
)
def test_real_ledgers_are_recognised(
    name: str, header: int, rows: int, expected: list[str]
) -> None:
    found = recognise(read_here(SAMPLES / name).sheets[0])
    assert (found.header_row, len(found.rows), fields(found)) == (header, rows, expected)


@needs_samples
def test_a_real_workbook_named_xls_is_read_sheet_by_sheet() -> None:
    sheets = {
        sheet.name: sheet for sheet in read_here(SAMPLES / "web_index_is_xlsx_named.xls").sheets
    }
    found = recognise(sheets["combine（规范后）"])
    assert (found.header_row, len(found.rows)) == (1, 573)
    assert fields(found) == ["issuing_body", "published_date", "title"]


@needs_samples
def test_a_real_list_of_forty_thousand_rows_is_recognised(tmp_path: Path) -> None:
    (tmp_path / "目录.csv").write_bytes(
        gzip.decompress((SAMPLES / "gov_document_index.csv.gz").read_bytes())
    )
    found = recognise(read_here(tmp_path / "目录.csv").sheets[0])
    assert (found.header_row, len(found.rows)) == (1, 43_437)
    assert fields(found) == [
        "issuing_body",
        "title",
        "document_number",
        "adopted_date",
        "published_date",
    ]
