"""Attachments are named as their note lists them."""

import pytest

from review.extraction.propose import propose
from review.reading.text import FileFormat, ReadText


def attachments_of(note: str) -> list[str | None]:
    head, foot = "云溪县人民政府关于公布名单的公告\n\n现予公布。", "云溪县人民政府\n2026年3月2日"
    text = f"{head}\n\n{note}\n\n{foot}\n"
    read = ReadText("甲.txt", FileFormat.TXT, text, (), "", len(text))
    return [one.value for one in propose(read).attachments]


@pytest.mark.parametrize(
    ("note", "names"),
    [
        ("附件：补贴名单 .xls", ["补贴名单"]),
        ("附件：1.补贴名单 .XLSX\n2.申请表 .docx", ["补贴名单", "申请表"]),
        ("附件：补贴名单", ["补贴名单"]),
    ],
)
def test_the_ending_of_a_file_set_apart_is_no_part_of_the_name(note: str, names: list[str]) -> None:
    assert attachments_of(note) == names
