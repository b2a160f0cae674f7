"""Faces of the office's computers: found by their own names, refused with a reason, reported."""

import os
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from review.letters.faces import FaceRole, chain_of, look_again
from review.letters.faces_report import RoleReport, faces_used
from review.letters.font_files import FaceRefusal, faces_in
from review.letters.installed_faces import installed_face
from review.letters.letter_model import Base, Heading, Paragraph, Title
from review.letters.pdf_writer import write_pdf
from review.letters.style import STANDARD, LetterStyle
from tests.review.letters.fonts import (
    PRC_ENCODING,
    collection_bytes,
    font_bytes,
    install,
    postscript_bytes,
)
from tests.review.letters.full_papers import paper
from tests.review.letters.papers import ink_bands, page_texts

PAPER = paper(Base.FORM, Title(("标题",)), Heading(1, "一、"), Paragraph("规定玥珺“一”——"))
ONLY_BUNDLED = replace(STANDARD, uses_installed_faces=False)


@pytest.fixture
def computer(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """Return the folder of a computer without any fonts but those put there."""
    if os.name == "nt":
        pytest.skip("the folders are those of Linux")
    monkeypatch.setenv("XDG_DATA_DIRS", str(tmp_path / "shared"))
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path))
    monkeypatch.setenv("HOME", str(tmp_path))
    look_again()
    yield tmp_path
    monkeypatch.undo()
    look_again()


def report_of(role: FaceRole, style: LetterStyle = STANDARD) -> RoleReport:
    return next(one for one in faces_used(PAPER, style).roles if one.role is role)


def test_without_faces_of_its_own_a_computer_uses_the_bundled_ones(computer: Path) -> None:
    assert installed_face("仿宋") is None
    body = report_of(FaceRole.BODY)

    assert (body.face, body.is_installed) == ("随附仿宋", False)
    assert body.borrowed == (("随附仿宋补字", "玥珺"),)
    assert not computer.joinpath("fonts").exists()


def test_a_face_is_found_by_its_name_whatever_its_file_is_called(computer: Path) -> None:
    install(computer, "a17.ttf", font_bytes("LtrKai", "仿宋_GB2312"))

    body = report_of(FaceRole.BODY)

    assert (body.face, body.is_installed) == ("仿宋_GB2312", True)
    assert chain_of(FaceRole.BODY).measure("规")[0].startswith("Test-")
    assert page_texts(write_pdf(PAPER)) == page_texts(write_pdf(PAPER, ONLY_BUNDLED))


def test_the_usual_order_decides_between_two_faces(computer: Path) -> None:
    install(computer, "1.ttf", font_bytes("LtrKai", "仿宋"))
    install(computer, "2.ttf", font_bytes("LtrKai", "FangSong_GB2312"))

    assert report_of(FaceRole.BODY).face == "FangSong_GB2312"


def test_a_face_in_a_collection_is_found_by_its_own_name(computer: Path) -> None:
    fonts = collection_bytes(font_bytes("LtrSong", "新宋体"), font_bytes("LtrHei", "SimSun"))
    install(computer, "simsun.ttc", fonts)

    face = installed_face("simsun")

    assert face is not None
    assert face.index == 1
    assert chain_of(FaceRole.PAGE_NUMBER).fonts[0].face.name.ustr == face.postscript_name


def test_old_names_in_the_national_code_are_read(computer: Path) -> None:
    content = font_bytes("LtrKai", "楷体_GB2312", encoding=PRC_ENCODING)
    install(computer, "k.ttf", content)

    assert installed_face("楷体_GB2312") is not None


def test_a_face_that_may_not_be_embedded_is_refused_with_its_reason(computer: Path) -> None:
    install(computer, "f.ttf", font_bytes("LtrKai", "仿宋", rights=0x0002))
    install(computer, "g.ttf", font_bytes("LtrKai", "黑体", rights=0x0100))

    body = report_of(FaceRole.BODY)

    assert body.face == "随附仿宋"
    assert [(one.name, "不许" in one.reason) for one in body.refused] == [("仿宋", True)]
    assert report_of(FaceRole.HEADING).refused[0].name == "黑体"


def test_a_face_for_preview_and_print_may_be_embedded(computer: Path) -> None:
    install(computer, "f.ttf", font_bytes("LtrKai", "仿宋", rights=0x0004))

    assert report_of(FaceRole.BODY).face == "仿宋"


def test_outlines_of_the_postscript_kind_are_refused_with_their_reason(computer: Path) -> None:
    path = install(computer, "x.otf", postscript_bytes("方正小标宋简体"))

    assert faces_in(path)[0].refusal is FaceRefusal.POSTSCRIPT_OUTLINES
    title = report_of(FaceRole.TITLE)
    assert title.face == "随附小标宋"
    assert "TrueType" in title.refused[0].reason


def test_a_damaged_face_is_refused_and_papers_are_still_written(computer: Path) -> None:
    content = font_bytes("LtrKai", "仿宋")
    install(computer, "f.ttf", content.replace(b"cmap", b"xxxx", 1))

    assert "损坏" in report_of(FaceRole.BODY).refused[0].reason
    assert page_texts(write_pdf(PAPER))


@pytest.mark.parametrize("content", [b"", b"no font", b"ttcf\0\1\0\0\0\0\0\2", b"\0\1\0\0\0\xff"])
def test_a_file_that_is_no_font_is_passed_over(computer: Path, content: bytes) -> None:
    assert faces_in(install(computer, "broken.ttf", content)) == ()


def test_the_office_s_own_choice_comes_first(computer: Path) -> None:
    install(computer, "f.ttf", font_bytes("LtrKai", "仿宋"))
    install(computer, "o.ttf", font_bytes("LtrHei", "云溪公文体"))

    assert report_of(FaceRole.BODY, LetterStyle(body_face="云溪公文体")).face == "云溪公文体"


def test_a_choice_that_this_computer_lacks_is_reported(computer: Path) -> None:
    body = report_of(FaceRole.BODY, LetterStyle(body_face="云溪公文体"))

    assert body.not_found == "云溪公文体"
    assert not computer.joinpath("fonts").exists()


def test_the_bundled_faces_alone_are_used_where_the_office_wants_it(computer: Path) -> None:
    install(computer, "f.ttf", font_bytes("LtrKai", "仿宋"))

    assert not report_of(FaceRole.BODY, ONLY_BUNDLED).is_installed


def test_a_face_installed_later_counts_when_looked_for_again(computer: Path) -> None:
    assert not report_of(FaceRole.BODY).is_installed
    install(computer, "f.ttf", font_bytes("LtrKai", "仿宋"))
    look_again()

    assert report_of(FaceRole.BODY).is_installed


def test_a_face_whose_characters_fill_no_square_is_said_to_change_the_grid(
    computer: Path,
) -> None:
    narrow = bytearray(font_bytes("LtrKai", "仿宋"))
    _halve_widths(narrow)
    install(computer, "f.ttf", bytes(narrow))

    assert report_of(FaceRole.BODY).changes_grid
    assert not report_of(FaceRole.TITLE).changes_grid


def _halve_widths(font: bytearray) -> None:
    """Make every character of the face half as wide."""
    count = int.from_bytes(font[4:6])
    entries = {
        bytes(font[12 + 16 * n : 16 + 16 * n]): font[20 + 16 * n : 28 + 16 * n]
        for n in range(count)
    }
    start, length = (int.from_bytes(entries[b"hmtx"][n : n + 4]) for n in (0, 4))
    for place in range(start, start + length - 3, 4):
        half = int.from_bytes(font[place : place + 2]) // 2
        font[place : place + 2] = half.to_bytes(2)


def test_characters_that_no_face_has_are_reported(computer: Path) -> None:
    odd = paper(Base.FORM, Paragraph("王\U0001f600"))

    assert faces_used(odd).missing == ("\U0001f600",)
    assert not computer.joinpath("fonts").exists()


def test_a_full_page_of_another_face_keeps_the_grid(computer: Path) -> None:
    install(computer, "f.ttf", font_bytes("LtrKai", "仿宋"))
    pdf = write_pdf(paper(Base.FORM, Paragraph("规" * 28 * 30)))

    assert page_texts(pdf)[0] == "规" * (22 * 28 - 2) + "—1—"
    *lines, _ = ink_bands(pdf, 0)
    assert len(lines) == 22
