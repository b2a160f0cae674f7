"""Tables of the Word file."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from itertools import pairwise
from types import MappingProxyType

from lxml.etree import _Element as Element

from review.letters.docx_elements import Attributes, Part, element, properties
from review.letters.docx_measures import eighths, twips, twips_of_mm
from review.letters.docx_place import Place
from review.letters.docx_text import KEPT, NOTHING, exactly, paragraph, sized_run, text_run
from review.letters.layout import Layout, TableLayout, page_layout
from review.letters.letter_model import Cell, CellRole, Row, Table

SIDES = ("top", "left", "bottom", "right")
BLACK = "000000"
FEWEST_CHARACTERS = 10
"""In a narrower cell the characters of a full line would stand wide apart."""

CELL_STYLES: Mapping[CellRole, str] = MappingProxyType(
    {
        CellRole.HEAD: "table_head",
        CellRole.LABEL: "table_head",
        CellRole.SHORT: "table_centred",
        CellRole.VALUE: "table_text",
        CellRole.LONG: "table_text",
    }
)


def table_element(block: Table, place: Place) -> Element:
    """Make the table; its head is repeated on each page and no row is torn.

    A head stays with its first row, the last row with what must not stand alone after it.
    """
    layout = replace(place.layout, table=place.layout.table_type(block.layout))
    widths = column_widths(layout.tables[block.layout].widths_mm, place.width)
    rows = [_row(row, widths, layout, is_head=True, keeps_next=True) for row in block.head]
    for number, row in enumerate(block.rows, 1):
        keeps_next = place.keeps_next and number == len(block.rows)
        rows.append(_row(row, widths, layout, is_head=False, keeps_next=keeps_next))
    return element(
        "tbl", children=[_table_properties(layout, sum(widths)), table_grid(widths), *rows]
    )


def column_widths(shares: Sequence[float], width: int) -> list[int]:
    """Share a width in twips among columns; together they fill it."""
    edges = [round(sum(shares[:count]) / sum(shares) * width) for count in range(len(shares) + 1)]
    return [right - left for left, right in pairwise(edges)]


def table_grid(widths: Sequence[int]) -> Element:
    """Make the grid of column widths in twips."""
    return element("tblGrid", children=[element("gridCol", {"w": width}) for width in widths])


def rule(points: float, colour: str = BLACK) -> Attributes:
    """Return a single border of this strength."""
    return {"val": "single", "sz": eighths(points), "space": 0, "color": colour}


def wide(width: int) -> Attributes:
    """Return a width in twips as tables have it."""
    return {"w": width, "type": "dxa"}


def _table_properties(layout: Layout, width: int) -> Element:
    table = layout.table
    borders: dict[str, Part] = dict.fromkeys((*SIDES, "insideH", "insideV"), rule(table.rule_pt))
    across, down = twips_of_mm(table.padding_x_mm), twips_of_mm(table.padding_y_mm)
    # A word processor adds the rule to the height of a row, the PDF draws it within.
    sizes = (down, across, down - twips(table.rule_pt), across)
    margins: dict[str, Part] = {side: wide(size) for side, size in zip(SIDES, sizes, strict=True)}
    return properties(
        "tblPr",
        {
            "tblW": wide(width),
            "tblInd": wide(0),
            "tblLayout": {"type": "fixed"},
            "tblBorders": properties("tblBorders", borders),
            "tblCellMar": properties("tblCellMar", margins),
        },
    )


def _row(
    row: Row, widths: list[int], layout: Layout, *, is_head: bool, keeps_next: bool
) -> Element:
    parts: dict[str, Part] = {"cantSplit": {}}
    if is_head:
        parts["tblHeader"] = {}
    cells, column = [], 0
    for cell in row:
        width = sum(widths[column : column + cell.span])
        cells.append(_cell(cell, width, layout, keeps_next=keeps_next))
        column += cell.span
    return element("tr", children=[properties("trPr", parts), *cells])


def _style(cell: Cell, width: int, layout: Layout) -> str:
    """Return the style of a cell; only long text in a wide one is drawn out to both edges."""
    is_wide = width > FEWEST_CHARACTERS * twips(layout.table.size_pt)
    return "table_long" if cell.role is CellRole.LONG and is_wide else CELL_STYLES[cell.role]


def _cell(cell: Cell, width: int, layout: Layout, *, keeps_next: bool) -> Element:
    parts: dict[str, Part] = {"tcW": wide(width)}
    if cell.span > 1:
        parts["gridSpan"] = {"val": cell.span}
    if cell.role.is_centred:
        padding = wide(twips_of_mm(layout.table.padding_short_mm))
        parts["tcMar"] = properties("tcMar", {"left": padding, "right": padding})
    if cell.role is not CellRole.LONG:
        parts["vAlign"] = {"val": "center"}
    key = _style(cell, width, layout)
    parts_of_text = {**(KEPT if keeps_next else NOTHING), **_pitch(layout.table)}
    stroke = "struck" if cell.is_struck else ""
    return element(
        "tc",
        children=[
            properties("tcPr", parts),
            *(
                paragraph(key, [_run(text, stroke, layout.table)] if text else (), parts_of_text)
                for text in cell.text.split("\n")
            ),
        ],
    )


def _run(text: str, stroke: str, table: TableLayout) -> Element:
    """Make the run of a cell; type that is smaller than the style's is named in it."""
    if _is_as_styled(table):
        return text_run(text, stroke)
    return sized_run(text, table.size_pt, stroke)


def _pitch(table: TableLayout) -> dict[str, Part]:
    return {} if _is_as_styled(table) else {"spacing": exactly(table.pitch_pt)}


def _is_as_styled(table: TableLayout) -> bool:
    standard = page_layout().table
    return (table.size_pt, table.pitch_pt) == (standard.size_pt, standard.pitch_pt)
