"""A table is set in type: one strip a row, its head drawn again on every page."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import partial

from review.letters.faces import FaceRole
from review.letters.layout import POINTS_PER_MM
from review.letters.letter_model import Cell, CellRole, Row, Table
from review.letters.pdf_canvas import PaperCanvas
from review.letters.pdf_drawing import baseline, draw_line, draw_rule
from review.letters.pdf_strips import StripMaker
from review.letters.set_line import Line
from review.letters.strips import HAIR, Strip

GAP_LINES = 0.3
LEAST_LINES = 3
"""A row that is cut leaves at least so many lines on its first page."""

WIDEST_GAP = 0.25
"""Short lines of a cell are spread less than those of the body."""


@dataclass(frozen=True, slots=True)
class SetCell:
    """A cell with its text in lines; measures in points from the left of the type area."""

    role: CellRole
    left: float
    width: float
    lines: list[Line]
    is_struck: bool


def table_strips(maker: StripMaker, block: Table) -> list[Strip]:
    """Return a strip for each row of a table; see ``TableSetter``."""
    return TableSetter(maker, block.layout).strips(block)


class TableSetter:
    """Sets the tables of one kind over the full width of the type area.

    Args:
        maker: Makes the strips of the page.
        layout: Name of the column widths.
        slack: Share of a cell's width that is left unused, 0 to 1. Who asks for heights that hold
            in Word too, where lines break a little differently, leaves some.
    """

    def __init__(self, maker: StripMaker, layout: str, *, slack: float = 0.0) -> None:
        self._maker = maker
        self._layout = layout
        self._page = maker.page
        self._table = table = maker.layout.table_type(layout)
        self._share = 1.0 - slack
        self._paddings = {
            role: (table.padding_short_mm if role.is_centred else table.padding_x_mm)
            * POINTS_PER_MM
            for role in CellRole
        }
        self._padding_y = table.padding_y_mm * POINTS_PER_MM

    def strips(self, block: Table) -> list[Strip]:
        """Return a strip for each row; a row higher than a page is cut between its lines."""
        widths = self._widths(block.layout)
        head = tuple(
            self._strip(self._cells(row, widths), keeps_next=True, is_head=True)
            for row in block.head
        )
        rows = [self._strip(self._cells(row, widths), head=head) for row in block.rows]
        return [
            self._maker.gap(GAP_LINES, keeps_next=True),
            *head,
            *rows,
            self._maker.gap(GAP_LINES),
        ]

    def heights(self, rows: Sequence[Row]) -> list[float]:
        """Return the height of each row in points."""
        widths = self._widths(self._layout)
        return [self._height(self._cells(row, widths)) for row in rows]

    @property
    def gap_height(self) -> float:
        """Height of the empty space above and below a table, together."""
        return 2 * self._maker.gap(GAP_LINES).height

    def _height(self, cells: list[SetCell]) -> float:
        lines = max(len(cell.lines) for cell in cells)
        return lines * self._table.pitch_pt + 2 * self._padding_y

    def _widths(self, name: str) -> list[float]:
        """Return the widths of the columns, which share the whole type area."""
        widths = self._maker.layout.tables[name].widths_mm
        return [width / sum(widths) * self._page.width_pt for width in widths]

    def _cells(self, row: Row, widths: list[float]) -> list[SetCell]:
        cells: list[SetCell] = []
        column, left = 0, 0.0
        for cell in row:
            width = sum(widths[column : column + cell.span])
            lines = self._lines(cell, width)
            cells.append(SetCell(cell.role, left, width, lines, cell.is_struck))
            column, left = column + cell.span, left + width
        return cells

    def _lines(self, cell: Cell, width: float) -> list[Line]:
        """Set each paragraph of the cell; heads and labels stand in 黑体."""
        role = FaceRole.HEADING if cell.role.is_head else FaceRole.BODY
        room = (width - 2 * self._paddings[cell.role]) * self._share / self._table.size_pt
        widest = 0.0 if cell.role.is_centred else WIDEST_GAP
        return [
            line
            for text in cell.text.split("\n")
            for line in self._maker.typesetter.lines(text, role, room, widest_gap=widest)
        ]

    def _strip(
        self,
        cells: list[SetCell],
        *,
        head: tuple[Strip, ...] = (),
        keeps_next: bool = False,
        is_head: bool = False,
    ) -> Strip:
        height = self._height(cells)
        room = self._page.flow_height_pt - sum(strip.height for strip in head)

        def draw(canvas: PaperCanvas, top: float) -> None:
            for cell in cells:
                self._frame(canvas, cell, top, height)
                self._text(canvas, cell, top, height)

        split = None
        if height > room and not is_head:
            split = partial(self._split, cells, head)
        return Strip(
            height, draw, keeps_next=keeps_next, head=head, split=split, is_text=not is_head
        )

    def _split(
        self, cells: list[SetCell], head: tuple[Strip, ...], room: float
    ) -> tuple[Strip, Strip] | None:
        """Cut a row that is higher than a page between its lines; both parts have their rules."""
        most = int((room - 2 * self._padding_y + HAIR) // self._table.pitch_pt)
        if not LEAST_LINES <= most < max(len(cell.lines) for cell in cells):
            return None
        above = [replace(cell, lines=cell.lines[:most]) for cell in cells]
        below = [replace(cell, lines=cell.lines[most:]) for cell in cells]
        return self._strip(above, head=head), self._strip(below, head=head)

    def _frame(self, canvas: PaperCanvas, cell: SetCell, top: float, height: float) -> None:
        canvas.setLineWidth(self._table.rule_pt)
        canvas.draw_frame(self._page.point(cell.left, top + height), cell.width, height)

    def _text(self, canvas: PaperCanvas, cell: SetCell, top: float, height: float) -> None:
        """Draw the lines: long text from the top, everything else in the middle."""
        size, pitch = self._table.size_pt, self._table.pitch_pt
        first = top + (height - len(cell.lines) * pitch) / 2
        if cell.role is CellRole.LONG:
            first = top + self._padding_y
        for number, line in enumerate(cell.lines):
            x = cell.left + self._paddings[cell.role]
            if cell.role.is_centred:
                x = cell.left + (cell.width - line.length * size) / 2
            down = first + number * pitch
            draw_line(canvas, line, self._page.point(x, baseline(down, pitch, size)), size)
            if cell.is_struck and line.glyphs:
                place = self._page.point(x, down + pitch / 2 + self._table.rule_pt / 2)
                draw_rule(canvas, place, line.length * size, self._table.rule_pt)
