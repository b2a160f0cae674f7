"""Papers get file names that every system takes, and never the place of another file."""

from pathlib import Path

import pytest

from ui.parts.papers.file_names import free_place, paper_stem


def test_a_file_is_called_by_number_addressee_kind_and_title() -> None:
    stem = paper_stem("云司备回〔2026〕7号", "柳渡镇人民政府", "备案回执", "柳渡镇停车管理办法")

    assert stem == "云司备回〔2026〕7号 柳渡镇人民政府 备案回执 柳渡镇停车管理办法"


@pytest.mark.parametrize(
    ("title", "stem"),
    [
        ("关于A/B类企业的通知", "关于A_B类企业的通知"),
        ('收费标准："一户一表"', "收费标准：_一户一表_"),
        ("第一行\n第二行\t后", "第一行_第二行_后"),
        ("  停车　管理  ", "停车 管理"),
        ("结尾有点...", "结尾有点"),
        ("..\\..\\windows", ".._.._windows"),
        ("con", "_con"),
        ("", "文书"),
        (" ", "文书"),
    ],
)
def test_what_a_system_refuses_is_replaced(title: str, stem: str) -> None:
    assert paper_stem(title) == stem


def test_a_long_title_leaves_a_name_that_linux_takes() -> None:
    stem = paper_stem("云司备回〔2026〕7号", "关于" + "进一步" * 60 + "的通知")

    assert len(f"{stem} (12).docx".encode()) <= 255
    assert stem.startswith("云司备回〔2026〕7号 关于进一步")


def test_a_file_that_stands_there_is_never_replaced(tmp_path: Path) -> None:
    (tmp_path / "回执.pdf").write_bytes(b"1")
    (tmp_path / "回执 (2).pdf").write_bytes(b"2")

    assert free_place(tmp_path, "回执", "pdf").name == "回执 (3).pdf"
    assert free_place(tmp_path, "回执", "docx").name == "回执.docx"
