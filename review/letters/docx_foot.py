"""The foot of a page in the Word file: proof mark and imprint, as tables that float.

They hang at the lower edge of the type area, over the paragraph that follows them. Their place
across is counted from the sheet: counted from the type area, LibreOffice leaves a wide one in the
text.
"""

from collections.abc import Sequence
from itertools import pairwise
from math import ceil

from lxml.etree import _Element as Element

from review.letters.docx_elements import Attributes, Part, element, properties
from review.letters.docx_measures import em_width, twips, twips_of_mm
from review.letters.docx_pictures import picture, picture_side_mm
from review.letters.docx_place import Place
from review.letters.docx_tables import SIDES, rule, table_grid, wide
from review.letters.docx_text import KEPT, paragraph, run, spacer, tab_run, text_run
from review.letters.layout import POINTS_PER_MM
from review.letters.letter_model import Base, Block, CheckMark, Imprint

CODE_CHARACTERS = 8.0
"""Room for the short code behind the picture, in em."""

Rows = list[Element]


def foot(blocks: Sequence[Block], place: Place, relation: str) -> list[Element]:
    """Make the foot of the blocks that stand there; none, no foot.

    Args:
        blocks: The blocks of a part of the paper.
        place: A place in this part.
        relation: The relation of the document to the picture of the proof mark.
    """
    marks = [block for block in blocks if isinstance(block, CheckMark)]
    imprints = [block for block in blocks if isinstance(block, Imprint)]
    made: list[Element] = []
    for mark in marks:
        below = sum(_height(imprint, place) for imprint in imprints)
        made += [_mark_table(mark, place, relation, below), spacer(parts=KEPT if imprints else {})]
    for imprint in imprints:
        rows = _imprint_rows(imprint, place)
        made += [_floating([place.width], rows, place, {"tblpYSpec": "bottom"}), spacer()]
    return made


def _floating(widths: list[int], rows: Rows, place: Place, height: Attributes) -> Element:
    """Make a table at the left of the type area."""
    floating: Attributes = {
        "vertAnchor": "margin",
        "horzAnchor": "page",
        "tblpX": twips_of_mm(place.layout.page.left_mm),
        **height,
    }
    own = properties(
        "tblPr",
        {
            "tblpPr": floating,
            "tblOverlap": {"val": "never"},
            "tblW": wide(sum(widths)),
            "tblLayout": {"type": "fixed"},
            "tblCellMar": properties("tblCellMar", dict.fromkeys(SIDES, wide(0))),
        },
    )
    return element("tbl", children=[own, table_grid(widths), *rows])


def _mark_table(block: CheckMark, place: Place, relation: str, below: int) -> Element:
    """The picture, and beside it the code for those who type it; so far above the imprint."""
    mark = place.layout.check_mark
    side_mm = picture_side_mm(block.payload, mark)
    widths = [twips_of_mm(side_mm), round(CODE_CHARACTERS * twips(mark.size_pt))]
    height = twips_of_mm(side_mm)
    line: Attributes = {"line": 240, "lineRule": "auto"}
    drawing = picture(relation, side_mm, f"{mark.label} {block.code}")
    cells = [
        _cell(widths[0], [paragraph("check_mark", [run([drawing])], {"spacing": line})], {}),
        _cell(
            widths[1],
            [
                paragraph("check_mark", [text_run(mark.label)]),
                paragraph("check_mark", [text_run(block.code, "check_code")]),
            ],
            {"vAlign": {"val": "center"}},
        ),
    ]
    parts: dict[str, Part] = {
        "cantSplit": {},
        "trHeight": {"val": height, "hRule": "exact"},
    }
    row = element("tr", children=[properties("trPr", parts), *cells])
    top = twips(place.layout.page.height_pt) - below - height
    where: Attributes = {"tblpY": top} if below else {"tblpYSpec": "bottom"}
    return _floating(widths, [row], place, where)


def _imprint_rows(block: Imprint, place: Place) -> Rows:
    """Copy line, then office and date between rules; the copy line alone without them."""
    copies = [_copies(block.text, place)] if block.text else []
    if place.base is not Base.OFFICIAL:
        return [_row(line, place, {}) for line in copies]
    imprint = place.layout.imprint
    outer = rule(imprint.outer_rule_mm * POINTS_PER_MM)
    inner = rule(imprint.inner_rule_mm * POINTS_PER_MM)
    lines = [*copies, _printed(block, place)]
    rules = [outer, *[inner] * (len(lines) - 1), outer]
    return [
        _row(line, place, {"top": above, "bottom": below})
        for line, (above, below) in zip(lines, pairwise(rules), strict=True)
    ]


def _height(block: Imprint, place: Place) -> int:
    """Return about how high an imprint is, in twips."""
    imprint = place.layout.imprint
    hang = _hang(block.text)
    room = place.layout.page.width_pt / imprint.size_pt - 2 - hang
    lines = ceil((em_width(block.text) - hang) / room) + (place.base is Base.OFFICIAL)
    return twips(lines * imprint.pitch_pt)


def _hang(text: str) -> float:
    """Return how far the lines of a copy line hang behind its label, in em."""
    label, colon, _ = text.partition("：")
    return em_width(label + colon) if colon else 0.0


def _copies(text: str, place: Place) -> Element:
    """One character in from both edges; what runs over stands under the first word."""
    side = twips(place.layout.imprint.size_pt)
    hanging = round(_hang(text) * side)
    indent: Attributes = {"left": side + hanging, "right": side, "hanging": hanging}
    return paragraph("imprint", [text_run(text)], {"ind": indent})


def _printed(block: Imprint, place: Place) -> Element:
    """Office at the left, date at the right, each one character in."""
    side = twips(place.layout.imprint.size_pt)
    stop = element("tab", {"val": "right", "pos": place.width - side})
    parts: dict[str, Part] = {
        "ind": {"left": side, "right": side},
        "jc": {"val": "left"},
        "tabs": element("tabs", children=[stop]),
    }
    runs = [text_run(block.printing_office), tab_run(), text_run(block.printing_date)]
    return paragraph("imprint", runs, parts)


def _row(line: Element, place: Place, borders: dict[str, Part]) -> Element:
    parts: dict[str, Part] = {"tcBorders": properties("tcBorders", borders)} if borders else {}
    cell = _cell(place.width, [line], parts)
    return element("tr", children=[properties("trPr", {"cantSplit": {}}), cell])


def _cell(width: int, lines: list[Element], parts: dict[str, Part]) -> Element:
    own = properties("tcPr", {"tcW": wide(width), **parts})
    return element("tc", children=[own, *lines])
