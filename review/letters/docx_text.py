"""Paragraphs and runs of the Word file."""

import re
from collections.abc import Iterable
from types import MappingProxyType

from lxml.etree import _Element as Element

from review.letters.docx_elements import (
    Attributes,
    Part,
    Parts,
    element,
    main,
    properties,
    property_of,
)
from review.letters.docx_measures import half_points, twips
from review.letters.docx_styles import style_id

NOTHING: Parts = MappingProxyType({})
KEPT: Parts = MappingProxyType({"keepNext": MappingProxyType({})})
PRESERVE = "{http://www.w3.org/XML/1998/namespace}space"
NOT_XML = re.compile("[^\\x20-\\ud7ff\\ue000-\\ufffd\\U00010000-\\U0010ffff]")
"""Characters that no part of the file can hold."""


def paragraph(key: str, runs: Iterable[Element] = (), parts: Parts = NOTHING) -> Element:
    """Make a paragraph of a style; ``parts`` are properties that differ from the style."""
    own = properties("pPr", {"pStyle": {"val": style_id(key)}, **parts})
    return element("p", children=[own, *runs])


def text_run(text: str, character_style: str = "") -> Element:
    """Make a run of text; its face is that of its paragraph's or its own style."""
    words = element("t")
    words.text = NOT_XML.sub("", text)
    words.set(PRESERVE, "preserve")
    return run([words], character_style)


def run(children: Iterable[Element], character_style: str = "") -> Element:
    """Make a run around the elements.

    The hint has “ ” … — set in the Chinese face, in full width.
    """
    parts: dict[str, Part] = {"rFonts": {"hint": "eastAsia"}}
    if character_style:
        parts["rStyle"] = {"val": style_id(character_style)}
    return element("r", children=[properties("rPr", parts), *children])


def sized_run(text: str, size: float, character_style: str = "") -> Element:
    """Make a run of text in a size of its own."""
    made = text_run(text, character_style)
    measure: Attributes = {"val": half_points(size)}
    made[0].extend([element("sz", measure), element("szCs", measure)])
    return made


def tab_run() -> Element:
    """Make a run that goes to the next tab stop."""
    return run([element("tab")])


def line_runs(lines: tuple[str, ...]) -> list[Element]:
    """Make the runs of a paragraph whose lines are broken by hand."""
    runs = [text_run(lines[0])]
    for line in lines[1:]:
        runs += (run([element("br")]), text_run(line))
    return runs


def spacer(points: float = 1, parts: Parts = NOTHING) -> Element:
    """Make an empty paragraph, where a table or frame needs one beside it."""
    return paragraph("spacer", parts={"spacing": exactly(points), **parts})


def exactly(points: float, before: float = 0) -> Attributes:
    """Return the line spacing of exactly this height."""
    return {
        "before": twips(before),
        "after": 0,
        "line": twips(points),
        "lineRule": "exact",
    }


def add_space(made: Element, side: str, length: int) -> None:
    """Widen the space before or after a paragraph by a length in twips."""
    spacing = property_of(made[0], "spacing")
    name = main(side)
    spacing.set(name, str(int(spacing.get(name, "0")) + length))


def is_paragraph(made: Element) -> bool:
    """Tell whether an element of the body is a paragraph."""
    return bool(made.tag == main("p"))
