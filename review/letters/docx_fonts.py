"""The faces of the Word file: their names, and what they may be replaced by."""

from lxml.etree import _Element as Element

from review.letters.docx_elements import element
from review.letters.faces import FaceRole, face_table
from review.letters.style import LetterStyle


def font_name(role: FaceRole, style: LetterStyle) -> str:
    """Return the name of a role's face: the office's own choice before the usual one."""
    own = {
        FaceRole.BODY: style.body_face,
        FaceRole.TITLE: style.title_face,
        FaceRole.HEADING: style.heading_face,
        FaceRole.SUBHEADING: style.subheading_face,
        FaceRole.PAGE_NUMBER: style.page_number_face,
    }
    return own[role] or face_table().roles[role].docx


def fonts(role: FaceRole, style: LetterStyle) -> Element:
    """Return the face of a style in all four slots, so that no theme and no default shows."""
    slots = ("ascii", "hAnsi", "eastAsia", "cs")
    return element("rFonts", {"hint": "eastAsia", **dict.fromkeys(slots, font_name(role, style))})


def font_table(style: LetterStyle) -> Element:
    """Return ``w:fonts``: each face with the names that stand for it where it is missing."""
    named: dict[str, tuple[str, ...]] = {}
    for role, faces in face_table().roles.items():
        name = font_name(role, style)
        others = (faces.docx, *faces.docx_alternatives)
        named.setdefault(name, tuple(other for other in others if other != name))
    return element("fonts", children=[_font(name, others) for name, others in named.items()])


def _font(name: str, others: tuple[str, ...]) -> Element:
    return element(
        "font",
        {"name": name},
        [
            element("altName", {"val": ",".join(others)}),
            element("charset", {"val": "86"}),
            element("family", {"val": "auto"}),
            element("pitch", {"val": "variable"}),
        ],
    )
