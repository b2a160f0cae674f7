"""What a paper is set in is said in words, and what differs from the office's wish is warned of."""

from dataclasses import replace

from review.letters.faces import FaceRole
from review.letters.faces_report import FacesReport, RefusedFace, RoleReport
from ui.parts.face_words import faces_line, faces_warnings

BUNDLED = RoleReport(
    FaceRole.BODY,
    "正文",
    "随附仿宋",
    is_installed=False,
    not_found="",
    borrowed=(),
    refused=(),
    changes_grid=False,
)


def report(*roles: RoleReport) -> FacesReport:
    """Return a report of these roles."""
    return FacesReport(roles, ())


def test_the_line_names_every_face_and_the_characters_it_borrows() -> None:
    borrowing = replace(BUNDLED, borrowed=(("随附仿宋补字", "旸"),))
    title = replace(BUNDLED, role_name="标题", face="方正小标宋", is_installed=True)

    assert faces_line(report(title, BUNDLED)) == "字体：标题 方正小标宋；正文 随附仿宋"
    assert faces_line(report(borrowing)) == "字体：正文 随附仿宋（“旸”用随附仿宋补字）"


def test_bundled_faces_give_no_warning() -> None:
    assert faces_warnings(report(replace(BUNDLED, borrowed=(("随附仿宋补字", "旸"),)))) == ()


def test_what_differs_from_the_wish_of_the_office_is_warned_of() -> None:
    missing = replace(BUNDLED, not_found="仿宋_GB2312")
    refused = replace(BUNDLED, refused=(RefusedFace("方正仿宋", "不允许嵌入。"),))
    lacking = replace(
        BUNDLED, face="仿宋", is_installed=True, borrowed=(("随附仿宋", "旸"),), changes_grid=True
    )

    assert faces_warnings(report(missing, refused, lacking)) == (
        "本机没有安装“仿宋_GB2312”，正文改用“随附仿宋”。",
        "“方正仿宋”没有使用：不允许嵌入。",
        "“仿宋”没有“旸”，正文中这几个字用随附仿宋。",
        "“仿宋”的字不是方格，正文每行不再是28字。",
    )
