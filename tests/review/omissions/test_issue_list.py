"""What an issue list names, whatever table it comes as."""

from datetime import date

import pytest

from models.domain.omissions import NumberParts
from review.ledgers.sheet import Sheet
from review.omissions.issue_list import number_parts, pasted_sheet, read_issue_list

HEAD = ("序号", "标题", "发文字号", "发文机关", "成文日期")
LINE = ("1", "云溪县养犬管理办法", "云政发〔2026〕5号", "云溪县人民政府", "2026年3月2日")


def test_lines_are_read_by_the_names_of_their_columns() -> None:
    (document,) = read_issue_list((Sheet("发文", (HEAD, LINE)),)).documents

    assert document.row_number == 2
    assert document.title == "云溪县养犬管理办法"
    assert document.document_number == "云政发〔2026〕5号"
    assert document.issuing_body == "云溪县人民政府"
    assert document.adopted_date == date(2026, 3, 2)


def test_a_table_copied_from_a_spreadsheet_keeps_cells_with_line_ends_whole() -> None:
    text = '标题\t文号\r\n"云溪县\n养犬管理办法"\t云政发〔2026〕5号\r\n'

    (document,) = read_issue_list((pasted_sheet(text),)).documents

    assert document.title == "云溪县 养犬管理办法"


def test_the_table_that_names_most_documents_is_the_list() -> None:
    cover = Sheet("说明", (("标题", "发文字号"), ("填表说明", "")))
    found = read_issue_list((cover, Sheet("发文", (HEAD, LINE, LINE))))

    assert found.table.sheet.name == "发文"


def test_a_table_without_title_and_number_names_nothing() -> None:
    sheet = Sheet("值班", (("姓名", "电话"), ("甲", "1"), ("乙", "2")))

    assert read_issue_list((sheet,)).documents == ()


@pytest.mark.parametrize(
    ("written", "first", "last"),
    [
        ("云政发〔2026〕3号", 3, None),
        ("发文字号：云政发[2026]3号", 3, None),
        ("云政发〔2026〕3—5号", 3, 5),
        ("云政发（2026）3号至5号", 3, 5),
        ("云政发〔2026〕003号", 3, None),
    ],
)
def test_a_number_is_known_in_every_writing(written: str, first: int, last: int | None) -> None:
    assert number_parts(written) == NumberParts("云政发〔2026〕3号", "云政发", 2026, first, last)


def test_what_is_no_number_has_no_parts() -> None:
    assert number_parts("见附件") == NumberParts()
