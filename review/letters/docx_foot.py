"""The foot of the last page in the Word file: proof mark and imprint, as one table that floats.

It hangs at the lower edge of the type area, over the paragraph that follows it.
"""

from collections.abc import Iterable

from lxml.etree import _Element as Element

from review.letters.docx_elements import Attributes, Part, element, properties
from review.letters.docx_measures import em_width, twips
from review.letters.docx_pictures import picture
from review.letters.docx_place import Place
from review.letters.docx_tables import SIDES, rule, table_grid, wide
from review.letters.docx_text import KEPT, paragraph, run, spacer, tab_run, text_run
from review.letters.letter_model import Base, Block, CheckMark, Imprint

STRONG_PT = 1.0
FINE_PT = 0.75
"""Rules of 0.35 and 0.25 mm, in the eighths of a point that the format has."""

MARK_MM = 18.0


def foot(blocks: Iterable[Block], place: Place, relation: str) -> list[Element]:
    """Make the foot of the blocks that stand there; none, no foot.

    Args:
        blocks: The blocks of the paper.
        place: The last place of the paper.
        relation: The relation of the document to the picture of the proof mark.
    """
    rows: list[Element] = []
    for block in sorted(blocks, key=lambda block: isinstance(block, Imprint)):
        if isinstance(block, CheckMark):
            rows.append(_row(_mark(block, relation), place, {}))
        elif isinstance(block, Imprint):
            rows += _imprint(block, place)
    if not rows:
        return []
    table = element("tbl", children=[_properties(place), table_grid([place.width]), *rows])
    return [table, spacer()]


def _properties(place: Place) -> Element:
    floating: Attributes = {
        "vertAnchor": "margin",
        "horzAnchor": "margin",
        "tblpXSpec": "left",
        "tblpYSpec": "bottom",
    }
    none = wide(0)
    return properties(
        "tblPr",
        {
            "tblpPr": floating,
            "tblOverlap": {"val": "never"},
            "tblW": wide(place.width),
            "tblLayout": {"type": "fixed"},
            "tblCellMar": properties("tblCellMar", dict.fromkeys(SIDES, none)),
        },
    )


def _mark(block: CheckMark, relation: str) -> list[Element]:
    """The picture, and under it the code for those who type it."""
    drawing = picture(relation, MARK_MM, block.code)
    height: Attributes = {"line": 240, "lineRule": "auto"}
    return [
        paragraph("check_mark", [run([drawing])], {"spacing": height}),
        paragraph("check_mark", [text_run(block.code)], KEPT),
    ]


def _imprint(block: Imprint, place: Place) -> list[Element]:
    """Copy line, then office and date; ruled in the official base only."""
    rows = []
    if block.text:
        rows.append([_copies(block.text, place)])
    if block.printing_office or block.printing_date:
        rows.append([_printed(block, place)])
    if place.base is not Base.OFFICIAL:
        return [_row(made, place, {}) for made in rows]
    strengths = [STRONG_PT, *[FINE_PT] * (len(rows) - 1), STRONG_PT]
    return [
        _row(made, place, {"top": rule(strengths[number]), "bottom": rule(strengths[number + 1])})
        for number, made in enumerate(rows)
    ]


def _copies(text: str, place: Place) -> Element:
    """One character in from both edges; what runs over hangs behind the label's colon."""
    side = twips(place.layout.imprint.size_pt)
    label = text.partition("：")[0]
    hanging = round((em_width(label) + 1) * side) if len(label) < len(text) else 0
    indent: Attributes = {"left": side + hanging, "right": side, "hanging": hanging}
    return paragraph("imprint", [text_run(text)], {"ind": indent, "jc": {"val": "left"}})


def _printed(block: Imprint, place: Place) -> Element:
    side = twips(place.layout.imprint.size_pt)
    stop = element("tab", {"val": "right", "pos": place.width - side})
    parts: dict[str, Part] = {
        "ind": {"left": side, "right": side},
        "jc": {"val": "left"},
        "tabs": element("tabs", children=[stop]),
    }
    runs = [text_run(block.printing_office), tab_run(), text_run(block.printing_date)]
    return paragraph("imprint", runs, parts)


def _row(paragraphs: list[Element], place: Place, borders: dict[str, Part]) -> Element:
    parts: dict[str, Part] = {"tcW": wide(place.width)}
    if borders:
        parts["tcBorders"] = properties("tcBorders", borders)
    cell = element("tc", children=[properties("tcPr", parts), *paragraphs])
    return element("tr", children=[properties("trPr", {"cantSplit": {}}), cell])
