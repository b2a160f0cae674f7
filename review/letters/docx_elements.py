"""WordprocessingML elements with their children in the order the standard demands.

Word repairs or refuses a file whose property elements stand in another order, so the order is a
table and no caller has to know it.
"""

from collections.abc import Iterable, Mapping
from types import MappingProxyType
from typing import TypeAlias

from docx.oxml.ns import qn
from docx.oxml.parser import OxmlElement
from lxml.etree import _Element as Element

Attributes: TypeAlias = Mapping[str, str | int]
Parts: TypeAlias = Mapping[str, Attributes | Element]
NO_ATTRIBUTES: Attributes = MappingProxyType({})

ORDER: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        "pPr": (
            *("pStyle", "keepNext", "keepLines", "pageBreakBefore", "framePr", "widowControl"),
            *("numPr", "suppressLineNumbers", "pBdr", "shd", "tabs", "suppressAutoHyphens"),
            *("kinsoku", "wordWrap", "overflowPunct", "topLinePunct", "autoSpaceDE", "autoSpaceDN"),
            *("bidi", "adjustRightInd", "snapToGrid", "spacing", "ind", "contextualSpacing"),
            *("mirrorIndents", "suppressOverlap", "jc", "textDirection", "textAlignment"),
            *("outlineLvl", "rPr", "sectPr"),
        ),
        "rPr": (
            *("rStyle", "rFonts", "b", "bCs", "i", "iCs", "color", "spacing", "w", "kern"),
            *("position", "sz", "szCs", "highlight", "u", "lang"),
        ),
        "pBdr": ("top", "left", "bottom", "right", "between", "bar"),
        "tblPr": (
            *("tblStyle", "tblpPr", "tblOverlap", "tblW", "jc", "tblCellSpacing", "tblInd"),
            *("tblBorders", "shd", "tblLayout", "tblCellMar", "tblLook"),
        ),
        "tblBorders": ("top", "left", "bottom", "right", "insideH", "insideV"),
        "tblCellMar": ("top", "left", "bottom", "right"),
        "trPr": ("cantSplit", "trHeight", "tblHeader"),
        "tcPr": (
            *("tcW", "gridSpan", "vMerge", "tcBorders", "shd", "noWrap", "tcMar"),
            *("textDirection", "tcFitText", "vAlign"),
        ),
        "tcMar": ("top", "left", "bottom", "right"),
    }
)


def element(
    name: str, attributes: Attributes = NO_ATTRIBUTES, children: Iterable[Element] = ()
) -> Element:
    """Make an element of the main namespace."""
    made: Element = OxmlElement(f"w:{name}")
    for key, value in attributes.items():
        made.set(qn(f"w:{key}"), str(value))
    made.extend(children)
    return made


def properties(name: str, parts: Parts) -> Element:
    """Make a property element whose children stand in order, whatever the order of the parts."""
    order = ORDER[name]
    return element(
        name,
        children=[
            part if isinstance(part, Element) else element(key, part)
            for key, part in sorted(parts.items(), key=lambda item: order.index(item[0]))
        ],
    )
