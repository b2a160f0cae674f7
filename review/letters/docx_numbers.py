"""Page numbers of the Word file: fields in the feet of odd and even pages."""

from lxml.etree import _Element as Element

from review.letters.docx_elements import Attributes, Part, element, properties
from review.letters.docx_measures import twips, twips_of_mm
from review.letters.docx_styles import NUMBER_LINE
from review.letters.docx_tables import SIDES, table_grid, wide
from review.letters.docx_text import PRESERVE, paragraph, run, spacer, text_run
from review.letters.layout import Layout
from review.letters.style import PageNumberStyle

TURNED_LINE_BELOW_MM = 3.8
"""On turned pages the line of the number begins so far below the type area, as on upright ones."""


def upright_number(layout: Layout, kind: PageNumberStyle, *, is_odd: bool) -> Element:
    """Make the number of a page: outside, one character in from the edge, or in the middle."""
    parts = _position(layout, kind, is_odd=is_odd)
    return paragraph("page_number", _runs(kind), parts)


def turned_number(layout: Layout, kind: PageNumberStyle, *, is_odd: bool) -> list[Element]:
    """Make the number of a turned page where the number of an upright sheet stands.

    That is the left edge of the page as it is read, and the number is turned with the sheet
    (GB/T 9704-2012, 8).
    """
    page = layout.page
    left = page.bottom_mm - TURNED_LINE_BELOW_MM
    floating: Attributes = {
        "vertAnchor": "page",
        "horzAnchor": "page",
        "tblpX": twips_of_mm(left) - NUMBER_LINE,
        "tblpY": twips_of_mm(page.left_mm),
    }
    table = properties(
        "tblPr",
        {
            "tblpPr": floating,
            "tblOverlap": {"val": "never"},
            "tblW": wide(NUMBER_LINE),
            "tblLayout": {"type": "fixed"},
            "tblCellMar": properties("tblCellMar", dict.fromkeys(SIDES, wide(0))),
        },
    )
    height: Attributes = {"val": twips_of_mm(page.text_width_mm), "hRule": "exact"}
    number = upright_number(layout, kind, is_odd=is_odd)
    cell = element(
        "tc",
        children=[
            properties("tcPr", {"tcW": wide(NUMBER_LINE), "textDirection": {"val": "tbRl"}}),
            number,
        ],
    )
    row = element("tr", children=[properties("trPr", {"trHeight": height}), cell])
    return [element("tbl", children=[table, table_grid([NUMBER_LINE]), row]), spacer()]


def _position(layout: Layout, kind: PageNumberStyle, *, is_odd: bool) -> dict[str, Part]:
    if kind is not PageNumberStyle.OUTSIDE:
        return {"jc": {"val": "center"}}
    character = twips(layout.page.number_size_pt)
    if is_odd:
        return {"ind": {"rightChars": 100, "right": character}}
    return {"ind": {"leftChars": 100, "left": character}, "jc": {"val": "left"}}


def _runs(kind: PageNumberStyle) -> list[Element]:
    """Make — PAGE — or PAGE, with a field that the word processor fills in."""
    instruction = element("instrText")
    instruction.text = " PAGE "
    instruction.set(PRESERVE, "preserve")
    field = [
        run([element("fldChar", {"fldCharType": "begin"})]),
        run([instruction]),
        run([element("fldChar", {"fldCharType": "separate"})]),
        text_run("1"),
        run([element("fldChar", {"fldCharType": "end"})]),
    ]
    if kind is PageNumberStyle.PLAIN:
        return field
    return [text_run("— "), *field, text_run(" —")]
