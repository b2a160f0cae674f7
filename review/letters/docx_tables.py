"""Tables of the Word file."""

from lxml.etree import _Element as Element

from review.letters.docx_elements import Attributes, element, properties
from review.letters.docx_styles import EIGHTHS_PER_POINT, twips_of_mm
from review.letters.docx_text import NO_PROPERTIES, paragraph, text_run
from review.letters.faces import FaceRole
from review.letters.layout import Layout
from review.letters.letter_model import Cell, CellRole, Row, Table


def table_element(block: Table, layout: Layout, *, keeps_last_row: bool) -> Element:
    """Make the table; its head is repeated on each page and no row is torn.

    Args:
        block: The table of the model.
        layout: The measures.
        keeps_last_row: Whether the last row stays on the page of what follows.
    """
    widths = [twips_of_mm(width) for width in layout.tables[block.layout].widths_mm]
    grid = element("tblGrid", children=[element("gridCol", {"w": width}) for width in widths])
    rows = [_row(row, widths, layout, is_head=True, keeps_next=True) for row in block.head]
    for place, row in enumerate(block.rows, 1):
        keeps_next = keeps_last_row and place == len(block.rows)
        rows.append(_row(row, widths, layout, is_head=False, keeps_next=keeps_next))
    return element("tbl", children=[_table_properties(layout, sum(widths)), grid, *rows])


def _table_properties(layout: Layout, width: int) -> Element:
    rule: Attributes = {
        "val": "single",
        "sz": round(layout.table.rule_pt * EIGHTHS_PER_POINT),
        "space": 0,
        "color": "000000",
    }
    sides = ("top", "left", "bottom", "right", "insideH", "insideV")
    borders: dict[str, Attributes | Element] = dict.fromkeys(sides, rule)
    padding_x = twips_of_mm(layout.table.padding_x_mm)
    padding_y = twips_of_mm(layout.table.padding_y_mm)
    margins: dict[str, Attributes | Element] = {
        side: _wide(size) for side, size in zip(sides, (padding_y, padding_x) * 2, strict=False)
    }
    return properties(
        "tblPr",
        {
            "tblW": _wide(width),
            "tblInd": _wide(0),
            "tblLayout": {"type": "fixed"},
            "tblBorders": properties("tblBorders", borders),
            "tblCellMar": properties("tblCellMar", margins),
        },
    )


def _row(
    row: Row, widths: list[int], layout: Layout, *, is_head: bool, keeps_next: bool
) -> Element:
    parts: dict[str, Attributes | Element] = {"cantSplit": {}}
    if is_head:
        parts["tblHeader"] = {}
    cells, column = [], 0
    for cell in row:
        width = sum(widths[column : column + cell.span])
        cells.append(_cell(cell, width, layout, keeps_next=keeps_next))
        column += cell.span
    return element("tr", children=[properties("trPr", parts), *cells])


def _cell(cell: Cell, width: int, layout: Layout, *, keeps_next: bool) -> Element:
    parts: dict[str, Attributes | Element] = {"tcW": _wide(width)}
    if cell.span > 1:
        parts["gridSpan"] = {"val": cell.span}
    if cell.role.is_centred:
        padding = _wide(twips_of_mm(layout.table.padding_short_mm))
        parts["tcMar"] = properties("tcMar", {"left": padding, "right": padding})
    if cell.role is not CellRole.LONG:
        parts["vAlign"] = {"val": "center"}
    texts = cell.text.split("\n")
    return element(
        "tc",
        children=[
            properties("tcPr", parts),
            *(_cell_paragraph(text, cell.role, keeps_next=keeps_next) for text in texts),
        ],
    )


def _cell_paragraph(text: str, role: CellRole, *, keeps_next: bool) -> Element:
    parts = dict(NO_PROPERTIES)
    if keeps_next:
        parts["keepNext"] = {}
    if role is CellRole.SHORT:
        parts["jc"] = {"val": "center"}
    face = FaceRole.HEADING if role.is_head else FaceRole.BODY
    return paragraph("table_head" if role.is_head else "table_text", [text_run(text, face)], parts)


def _wide(twips: int) -> Attributes:
    return {"w": twips, "type": "dxa"}
