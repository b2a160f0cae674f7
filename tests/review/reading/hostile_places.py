"""Places that are no honest files, and files too large to be read: made on the disk."""

import os
import sys
from pathlib import Path

HUGE = 200 * 1024 * 1024
_LARGEST_READ = 99 * 1024 * 1024


def huge_file(folder: Path) -> Path:
    path = folder / "大文件.pdf"
    with path.open("wb") as stream:
        stream.write(b"%PDF-1.7\n")
        stream.truncate(HUGE)
    return path


def zeros(folder: Path) -> Path:
    path = folder / "空白.txt"
    with path.open("wb") as stream:
        stream.truncate(_LARGEST_READ)
    return path


def text_of_one_line(folder: Path) -> Path:
    path = folder / "一行.txt"
    path.write_bytes("云溪县".encode() * (_LARGEST_READ // 9))
    return path


def text_of_lines(folder: Path) -> Path:
    path = folder / "多行.txt"
    path.write_bytes("一、云\n".encode() * (_LARGEST_READ // 10))
    return path


def bytes_by_lot(folder: Path) -> Path:
    path = folder / "乱码.txt"
    path.write_bytes(bytes((place * place * 31 + 7) % 251 for place in range(1_000_000)))
    return path


def pdf_of_zeros(folder: Path) -> Path:
    path = folder / "空白.pdf"
    with path.open("wb") as stream:
        stream.write(b"%PDF-1.7\n")
        stream.truncate(_LARGEST_READ)
    return path


def endless_device(_folder: Path) -> Path:
    return Path("/dev/zero")


def named_pipe(folder: Path) -> Path:
    path = folder / "管道.docx"
    if sys.platform != "win32":
        os.mkfifo(path)
    return path


def folder_named_as_file(folder: Path) -> Path:
    path = folder / "文件夹.docx"
    path.mkdir()
    return path


def link_to_itself(folder: Path) -> Path:
    path = folder / "链接.docx"
    path.symlink_to(path)
    return path


def share_of_another_machine(_folder: Path) -> Path:
    return Path(r"\\192.0.2.1\share\报送稿.docx")


def nothing(folder: Path) -> Path:
    return folder / "没有.docx"
