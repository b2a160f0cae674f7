"""Which files of a folder are listed, and which of them are not opened."""

import os
import sys
from pathlib import Path

import pytest

from review.folder_import.batch import Handling, begin_batch
from review.folder_import.walking import Found, walk


def shown(folder: Path) -> list[str]:
    return [found.shown for found in walk([folder])]


def refused(folder: Path) -> dict[str, str]:
    return {one.shown: one.refusal.code for one in walk([folder]) if one.refusal}


def test_files_come_in_the_order_of_a_file_window(tmp_path: Path) -> None:
    for name in ("10.txt", "2.txt", "乙/1.txt", "甲/3.txt"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text("字")

    assert shown(tmp_path) == ["2.txt", "10.txt", "乙/1.txt", "甲/3.txt"]


@pytest.mark.parametrize("name", ["~$办法.docx", ".DS_Store", "Thumbs.db", "desktop.ini", "a.tmp"])
def test_what_programs_leave_behind_is_passed_over(tmp_path: Path, name: str) -> None:
    (tmp_path / name).write_text("字")

    assert shown(tmp_path) == []


def test_archives_and_programs_are_listed_but_not_opened(tmp_path: Path) -> None:
    for name in ("材料.zip", "旧.RAR", "安装.exe", "会议.mp4"):
        (tmp_path / name).write_text("字")

    assert refused(tmp_path) == {
        "材料.zip": "folder_import.archive",
        "旧.RAR": "folder_import.archive",
        "安装.exe": "folder_import.no_writing",
        "会议.mp4": "folder_import.no_writing",
    }


@pytest.mark.skipif(sys.platform == "win32", reason="links need rights on Windows")
def test_links_are_listed_and_not_followed(tmp_path: Path) -> None:
    inside = tmp_path / "文件"
    inside.mkdir()
    (tmp_path / "外.txt").write_text("字")
    (inside / "文件链接.txt").symlink_to(tmp_path / "外.txt")
    (inside / "文件夹链接").symlink_to(tmp_path, target_is_directory=True)

    assert set(refused(inside).values()) == {"folder_import.link"}
    assert len(shown(inside)) == 2


@pytest.mark.skipif(
    sys.platform == "win32" or not hasattr(os, "geteuid") or os.geteuid() == 0,
    reason="nothing is closed to the administrator",
)
def test_a_closed_folder_is_told_and_the_rest_is_listed(tmp_path: Path) -> None:
    closed = tmp_path / "保密"
    closed.mkdir(mode=0o000)
    (tmp_path / "办法.txt").write_text("字")

    assert set(shown(tmp_path)) == {"保密", "办法.txt"}
    closed.chmod(0o700)


@pytest.mark.skipif(sys.platform != "linux", reason="names are bytes on Linux only")
def test_a_name_that_is_no_unicode_is_shown_and_kept(tmp_path: Path) -> None:
    raw = os.fsencode(tmp_path) + b"/" + "办法".encode("gb18030") + b".txt"
    with open(raw, "wb") as stream:  # noqa: PTH123 -- the name is bytes
        stream.write("字".encode())

    batch = begin_batch(tmp_path / "登记簿", "xu", [tmp_path], Handling.BY_YEAR)

    (file,) = (one for one in batch.found() if one.shown.endswith(".txt"))
    assert file.name == "办法.txt"
    assert os.fsencode(file.place) == raw


def test_a_path_longer_than_names_usually_are_is_found(tmp_path: Path) -> None:
    folder = tmp_path
    for _ in range(12):
        folder = folder / ("很长的文件夹名称" * 4)
    folder.mkdir(parents=True)
    (folder / "办法.txt").write_text("字")

    assert len(shown(tmp_path)) == 1


def test_a_file_named_twice_is_listed_once(tmp_path: Path) -> None:
    (tmp_path / "办法.txt").write_text("字")

    found: list[Found] = list(walk([tmp_path, tmp_path / "办法.txt"]))

    assert [one.shown for one in found] == ["办法.txt"]
