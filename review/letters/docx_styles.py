"""The styles of the Word file: how each kind of line looks, named in Chinese.

What a clerk may want to change stands here and not at the single paragraph.
"""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache
from types import MappingProxyType

from lxml.etree import _Element as Element

from resources import path_of
from review.letters.docx_elements import Attributes, Part, element, properties
from review.letters.docx_fonts import fonts
from review.letters.docx_measures import BODY_POINTS, Grid, grid_of, half_points, twips
from review.letters.faces import FaceRole
from review.letters.layout import Layout
from review.letters.style import EdgeMarks, LetterStyle, layout_for

LANGUAGE: Attributes = MappingProxyType({"val": "en-US", "eastAsia": "zh-CN", "bidi": "ar-SA"})
ON: Attributes = MappingProxyType({"val": 1})
OFF: Attributes = MappingProxyType({"val": 0})

COMMON: Mapping[str, Attributes] = MappingProxyType(
    {
        "widowControl": OFF,
        "kinsoku": ON,
        "wordWrap": ON,
        "topLinePunct": OFF,
        "autoSpaceDE": OFF,
        "autoSpaceDN": OFF,
        "adjustRightInd": OFF,
        "snapToGrid": OFF,
    }
)

BUILT_IN: Mapping[str, str] = MappingProxyType(
    {f"heading{level}": f"heading {level}" for level in (1, 2, 3, 4)}
)
"""Styles that word processors know by a fixed name and show in their navigation and contents."""


KEPT_WITH_NEXT = ("keepNext", "keepLines")


@dataclass(frozen=True, slots=True)
class WordStyle:
    """One paragraph style; lengths in points.

    Attributes:
        line: Line pitch in twips.
        spacing: Spacing of its characters in twips.
        outline: Level in the outline of the document, from 0.
        ties: Properties that keep its lines together or with the next paragraph.
    """

    role: FaceRole
    size: float
    line: int
    align: str = "both"
    spacing: int = 0
    colour: str = ""
    outline: int | None = None
    indent: Attributes = field(default_factory=dict)
    ties: tuple[str, ...] = ()


def word_styles(layout: Layout) -> dict[str, WordStyle]:
    """Return the paragraph styles, by the keys of ``word_styles.toml``."""
    grid = grid_of(layout)
    return _heads(layout, grid) | _texts(grid) | _small(layout)


def _heads(layout: Layout, grid: Grid) -> dict[str, WordStyle]:
    """The styles above the text; heads stay with what they stand over."""
    title, head = layout.title, layout.letterhead
    kept = KEPT_WITH_NEXT
    headings = {
        f"heading{level}": WordStyle(
            role,
            BODY_POINTS,
            grid.line,
            spacing=grid.spacing,
            outline=level - 1,
            indent=_indent(grid),
            ties=kept,
        )
        for level, role in HEADING_FACES.items()
    }
    big = WordStyle(FaceRole.TITLE, title.size_pt, twips(title.pitch_pt), "center", ties=kept)
    return {
        "letterhead": WordStyle(
            FaceRole.TITLE,
            head.size_pt,
            twips(head.size_pt),
            "center",
            colour=head.colour,
            ties=kept,
        ),
        "rule": WordStyle(FaceRole.BODY, 1, twips(head.between_pt), ties=kept),
        "number": WordStyle(
            FaceRole.BODY, BODY_POINTS, grid.line, "right", spacing=grid.spacing, ties=kept
        ),
        "title": big,
        "subtitle": WordStyle(FaceRole.SUBHEADING, BODY_POINTS, grid.line, "center", ties=kept),
        "caption": WordStyle(FaceRole.HEADING, BODY_POINTS, grid.line, "center", ties=kept),
        "annex_label": WordStyle(FaceRole.HEADING, BODY_POINTS, grid.line, "left", ties=kept),
        "annex_title": WordStyle(
            FaceRole.TITLE,
            title.size_pt,
            twips(title.pitch_pt),
            "center",
            outline=0,
            ties=kept,
        ),
        "addressee": WordStyle(
            FaceRole.BODY, BODY_POINTS, grid.line, spacing=grid.spacing, ties=kept
        ),
        **headings,
    }


def _texts(grid: Grid) -> dict[str, WordStyle]:
    """The styles of the text and of what stands under it, on the grid of the body."""
    text = WordStyle(FaceRole.BODY, BODY_POINTS, grid.line, spacing=grid.spacing)
    indented = WordStyle(
        FaceRole.BODY, BODY_POINTS, grid.line, spacing=grid.spacing, indent=_indent(grid)
    )
    signed = WordStyle(
        FaceRole.BODY, BODY_POINTS, grid.line, "right", spacing=grid.spacing, ties=("keepLines",)
    )
    return {"body": indented, "attachments": text, "signature": signed, "note": indented}


def _small(layout: Layout) -> dict[str, WordStyle]:
    """The styles in smaller type: tables, explanations, the foot of the paper."""
    table, imprint, page = layout.table, layout.imprint, layout.page
    small, signing, cut, mark = (
        layout.small_print,
        layout.signing,
        layout.cut_line,
        layout.check_mark,
    )
    kept = ("keepLines",)
    body = FaceRole.BODY
    foot = WordStyle(body, imprint.size_pt, twips(imprint.pitch_pt), ties=("keepLines",))
    return {
        "table_head": WordStyle(FaceRole.HEADING, table.size_pt, twips(table.pitch_pt), "center"),
        "table_text": WordStyle(body, table.size_pt, twips(table.pitch_pt), "left"),
        "table_long": WordStyle(body, table.size_pt, twips(table.pitch_pt)),
        "table_centred": WordStyle(body, table.size_pt, twips(table.pitch_pt), "center"),
        "small_print": WordStyle(
            body,
            small.size_pt,
            twips(small.pitch_pt),
            indent={"firstLineChars": 200, "firstLine": twips(2 * small.size_pt)},
        ),
        "signing": WordStyle(body, signing.size_pt, twips(signing.pitch_pt), "left", ties=kept),
        "cut_line": WordStyle(body, cut.size_pt, twips(cut.pitch_pt), "left", ties=KEPT_WITH_NEXT),
        "imprint": foot,
        "check_mark": WordStyle(body, mark.size_pt, twips(mark.pitch_pt), "left", ties=kept),
        "page_number": WordStyle(FaceRole.PAGE_NUMBER, page.number_size_pt, NUMBER_LINE, "right"),
        "spacer": WordStyle(body, 1, TINY_LINE),
    }


HEADING_FACES: Mapping[int, FaceRole] = MappingProxyType(
    {1: FaceRole.HEADING, 2: FaceRole.SUBHEADING, 3: FaceRole.BODY, 4: FaceRole.BODY}
)
NUMBER_LINE = 360
"""Line of the page number in twips."""

TINY_LINE = 20
"""Line of a paragraph that only the format asks for, in twips."""


def styles_element(style: LetterStyle) -> Element:
    """Return ``w:styles``: defaults without a theme, then our styles, no other one shown."""
    names = _style_names()
    layout = layout_for(style)
    base: dict[str, Part] = {
        "rFonts": fonts(FaceRole.BODY, style),
        **_size(BODY_POINTS),
        "lang": LANGUAGE,
    }
    defaults = element(
        "docDefaults",
        children=[
            element("rPrDefault", children=[properties("rPr", base)]),
            element("pPrDefault", children=[properties("pPr", {})]),
        ],
    )
    return element(
        "styles",
        children=[
            defaults,
            _latent(),
            _bare_style("paragraph", "Normal", "Normal"),
            _bare_style("character", "DefaultParagraphFont", "Default Paragraph Font"),
            _bare_style("table", "TableNormal", "Normal Table"),
            *(
                _style(key, names[key], word_style, style)
                for key, word_style in word_styles(layout).items()
            ),
            _character_style(
                "signer", names["signer"], {"rFonts": fonts(FaceRole.SUBHEADING, style)}
            ),
            _character_style(
                "check_code", names["check_code"], {"rFonts": fonts(FaceRole.HEADING, style)}
            ),
            _character_style("struck", names["struck"], {"strike": {}}),
        ],
    )


def style_id(key: str) -> str:
    """Return the id under which the file knows a style."""
    if key in BUILT_IN:
        return key.capitalize()
    return "Official" + "".join(part.capitalize() for part in key.split("_"))


def _indent(grid: Grid) -> Attributes:
    """Two characters; processors that count in characters take the first measure."""
    return {"firstLineChars": 200, "firstLine": grid.characters(2)}


def _size(points: float) -> dict[str, Part]:
    size: Attributes = {"val": half_points(points)}
    return {"sz": size, "szCs": size}


def _style(key: str, name: str, word_style: WordStyle, style: LetterStyle) -> Element:
    paragraph: dict[str, Part] = {
        **dict.fromkeys(word_style.ties, MappingProxyType({})),
        **COMMON,
        "overflowPunct": ON if style.edge_marks is EdgeMarks.HANGING else OFF,
        "spacing": {"before": 0, "after": 0, "line": word_style.line, "lineRule": "exact"},
        "jc": {"val": word_style.align},
    }
    if word_style.indent:
        paragraph["ind"] = word_style.indent
    if word_style.outline is not None:
        paragraph["outlineLvl"] = {"val": word_style.outline}
    run: dict[str, Part] = {"rFonts": fonts(word_style.role, style), **_size(word_style.size)}
    if word_style.spacing:
        run["spacing"] = {"val": word_style.spacing}
    if word_style.colour:
        run["color"] = {"val": word_style.colour}
    return element(
        "style",
        {"type": "paragraph", "styleId": style_id(key), **({} if key in BUILT_IN else CUSTOM)},
        [
            *_names(key, name),
            element("basedOn", {"val": "Normal"}),
            *([element("next", {"val": style_id("body")})] if key in BUILT_IN else ()),
            element("qFormat"),
            properties("pPr", paragraph),
            properties("rPr", run),
        ],
    )


CUSTOM: Attributes = MappingProxyType({"customStyle": 1})


def _names(key: str, name: str) -> list[Element]:
    """Name a style in Chinese; a built-in one keeps its fixed name and bears ours beside it."""
    if key in BUILT_IN:
        return [element("name", {"val": BUILT_IN[key]}), element("aliases", {"val": name})]
    return [element("name", {"val": name})]


def _character_style(key: str, name: str, run: Mapping[str, Part]) -> Element:
    return element(
        "style",
        {"type": "character", "styleId": style_id(key), **CUSTOM},
        [
            element("name", {"val": name}),
            element("basedOn", {"val": "DefaultParagraphFont"}),
            element("qFormat"),
            properties("rPr", run),
        ],
    )


def _bare_style(kind: str, identity: str, name: str) -> Element:
    return element(
        "style",
        {"type": kind, "default": 1, "styleId": identity},
        [element("name", {"val": name})],
    )


def _latent() -> Element:
    """Hide the built-in styles that the paper does not use."""
    return element(
        "latentStyles",
        {
            "defLockedState": 0,
            "defUIPriority": 99,
            "defSemiHidden": 1,
            "defUnhideWhenUsed": 1,
            "defQFormat": 0,
            "count": 376,
        },
    )


@cache
def _style_names() -> dict[str, str]:
    text = path_of("letters", "word_styles.toml").read_text(encoding="utf-8")
    names: dict[str, str] = tomllib.loads(text)["names"]
    return names
