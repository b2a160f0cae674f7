"""The paragraph styles, settings and fonts of the Word file."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache

from lxml.etree import _Element as Element

from resources import path_of
from review.letters.break_table import CLOSING, OPENING
from review.letters.docx_elements import Attributes, Parts, element, properties
from review.letters.faces import FaceRole, face_table
from review.letters.layout import POINTS_PER_MM, Layout

TWIPS_PER_POINT = 20
EIGHTHS_PER_POINT = 8
LANGUAGE: Attributes = {"val": "en-US", "eastAsia": "zh-CN", "bidi": "ar-SA"}
ON: Attributes = {"val": 1}
OFF: Attributes = {"val": 0}
LINE_PITCH = 579
"""Line pitch in twips: 22 lines fit into the type area with a hair to spare."""

SQUEEZE = -5
"""Spacing of body characters in twips: 28 of 16 pt fill the line."""

COMMON: Mapping[str, Attributes] = {
    "widowControl": OFF,
    "kinsoku": ON,
    "wordWrap": ON,
    "overflowPunct": OFF,
    "topLinePunct": OFF,
    "autoSpaceDE": OFF,
    "autoSpaceDN": OFF,
    "adjustRightInd": OFF,
    "snapToGrid": OFF,
}


@dataclass(frozen=True, slots=True)
class WordStyle:
    """One paragraph style."""

    role: FaceRole
    half_points: int
    line_twips: int = LINE_PITCH
    align: str = "both"
    spacing: int = 0
    colour: str = ""
    outline: int | None = None
    indent: Attributes = field(default_factory=dict)


INDENT: Attributes = {"firstLineChars": 200, "firstLine": 640}


def word_styles(layout: Layout) -> dict[str, WordStyle]:
    """Return the styles of a paper, by the keys of ``word_styles.toml``."""
    body, heading = FaceRole.BODY, FaceRole.HEADING
    title, head, table = layout.title, layout.letterhead, layout.table
    imprint = layout.imprint
    text = WordStyle(body, 32, spacing=SQUEEZE)
    indented = WordStyle(body, 32, spacing=SQUEEZE, indent=INDENT)
    return {
        "letterhead": WordStyle(
            FaceRole.TITLE,
            _half_points(head.size_pt),
            _twips(head.size_pt),
            "center",
            colour=head.colour,
        ),
        "rule": WordStyle(body, 2, _twips(head.between_pt)),
        "number": WordStyle(body, 32, align="right", spacing=SQUEEZE),
        "title": WordStyle(
            FaceRole.TITLE, _half_points(title.size_pt), _twips(title.pitch_pt), "center"
        ),
        "addressee": text,
        "heading1": WordStyle(heading, 32, spacing=SQUEEZE, indent=INDENT, outline=0),
        "heading2": WordStyle(FaceRole.SUBHEADING, 32, spacing=SQUEEZE, indent=INDENT, outline=1),
        "body": indented,
        "caption": WordStyle(heading, 32, align="center"),
        "signature": WordStyle(body, 32, align="right", spacing=SQUEEZE),
        "note": indented,
        "imprint": WordStyle(body, _half_points(imprint.size_pt), _twips(imprint.pitch_pt)),
        "page_number": WordStyle(
            FaceRole.PAGE_NUMBER, _half_points(layout.page.number_size_pt), 360, "right"
        ),
        "spacer": WordStyle(body, 2, 20),
        "table_head": WordStyle(
            heading, _half_points(table.size_pt), _twips(table.pitch_pt), "center"
        ),
        "table_text": WordStyle(body, _half_points(table.size_pt), _twips(table.pitch_pt)),
    }


def style_elements(layout: Layout) -> list[Element]:
    """Return the children of ``w:styles``: defaults without a theme, then our styles."""
    names = _style_names()
    base: Parts = {
        "rFonts": fonts(FaceRole.BODY),
        "sz": {"val": 32},
        "szCs": {"val": 32},
        "lang": LANGUAGE,
    }
    defaults = element(
        "docDefaults",
        children=[
            element("rPrDefault", children=[properties("rPr", base)]),
            element("pPrDefault", children=[properties("pPr", {})]),
        ],
    )
    return [
        defaults,
        _bare_style("paragraph", "Normal", "Normal"),
        _bare_style("character", "DefaultParagraphFont", "Default Paragraph Font"),
        _bare_style("table", "TableNormal", "Normal Table"),
        *(_style(key, names[key], style) for key, style in word_styles(layout).items()),
    ]


def setting_elements() -> list[Element]:
    """Return the children of ``w:settings``: odd and even pages, Chinese line breaking, Word 15."""
    compat = {
        "compatibilityMode": "15",
        "overrideTableStyleFontSizeAndJustification": "1",
        "enableOpenTypeFeatures": "1",
        "doNotFlipMirrorIndents": "1",
    }
    uri = "http://schemas.microsoft.com/office/word"
    return [
        element("zoom", {"percent": 100}),
        element("defaultTabStop", {"val": 420}),
        element("evenAndOddHeaders"),
        element("characterSpacingControl", {"val": "compressPunctuation"}),
        element("noLineBreaksAfter", {"lang": "zh-CN", "val": "".join(sorted(OPENING))}),
        element("noLineBreaksBefore", {"lang": "zh-CN", "val": "".join(sorted(CLOSING))}),
        element(
            "compat",
            children=[
                element("compatSetting", {"name": name, "uri": uri, "val": value})
                for name, value in compat.items()
            ],
        ),
        element("themeFontLang", {"val": "en-US", "eastAsia": "zh-CN"}),
    ]


def font_elements() -> list[Element]:
    """Return the children of ``w:fonts``: each face with the names it may be replaced by."""
    return [
        element(
            "font",
            {"name": faces.docx},
            [
                element("altName", {"val": ",".join(faces.docx_alternatives)}),
                element("charset", {"val": "86"}),
                element("pitch", {"val": "variable"}),
            ],
        )
        for faces in face_table().roles.values()
    ]


def fonts(role: FaceRole) -> Element:
    """Return the face of a run in all four slots; the hint keeps “ ” … — in full width."""
    name = face_table().roles[role].docx
    slots = dict.fromkeys(("ascii", "hAnsi", "eastAsia", "cs"), name)
    return element("rFonts", {"hint": "eastAsia", **slots})


def style_id(key: str) -> str:
    """Return the id under which the file knows a style."""
    return "Official" + "".join(part.capitalize() for part in key.split("_"))


def _style(key: str, name: str, style: WordStyle) -> Element:
    paragraph: dict[str, Attributes | Element] = {
        **COMMON,
        "spacing": {"before": 0, "after": 0, "line": style.line_twips, "lineRule": "exact"},
        "jc": {"val": style.align},
    }
    if style.indent:
        paragraph["ind"] = style.indent
    if style.outline is not None:
        paragraph["outlineLvl"] = {"val": style.outline}
    run: dict[str, Attributes | Element] = {
        "rFonts": fonts(style.role),
        "sz": {"val": style.half_points},
        "szCs": {"val": style.half_points},
    }
    if style.spacing:
        run["spacing"] = {"val": style.spacing}
    if style.colour:
        run["color"] = {"val": style.colour}
    return element(
        "style",
        {"type": "paragraph", "customStyle": 1, "styleId": style_id(key)},
        [
            element("name", {"val": name}),
            element("basedOn", {"val": "Normal"}),
            element("qFormat"),
            properties("pPr", paragraph),
            properties("rPr", run),
        ],
    )


def _bare_style(kind: str, identity: str, name: str) -> Element:
    return element(
        "style",
        {"type": kind, "default": 1, "styleId": identity},
        [element("name", {"val": name})],
    )


@cache
def _style_names() -> dict[str, str]:
    text = path_of("letters", "word_styles.toml").read_text(encoding="utf-8")
    names: dict[str, str] = tomllib.loads(text)["names"]
    return names


def _half_points(points: float) -> int:
    return round(points * 2)


def _twips(points: float) -> int:
    return round(points * TWIPS_PER_POINT)


def twips_of_mm(length: float) -> int:
    """Turn millimetres into twips."""
    return round(length * POINTS_PER_MM * TWIPS_PER_POINT)
