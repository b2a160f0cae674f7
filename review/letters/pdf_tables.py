"""A table is set in type: one strip a row, its head drawn again on every page."""

from collections.abc import Iterator
from dataclasses import dataclass

from reportlab.pdfgen.canvas import Canvas

from review.letters.faces import FaceRole, chain_of
from review.letters.layout import POINTS_PER_MM, Layout
from review.letters.letter_model import Cell, CellRole, Row, Table
from review.letters.line_breaking import Line, set_lines
from review.letters.pages import Strip
from review.letters.pdf_drawing import baseline, draw_line

GAP_LINES = 0.3
WIDEST_GAP = 0.25
"""Short lines of a cell are spread less than those of the body."""


@dataclass(frozen=True, slots=True)
class SetCell:
    """A cell with its text in lines; measures in points from the left of the type area."""

    role: CellRole
    left: float
    width: float
    lines: list[Line]


class TableSetter:
    """Sets tables; adds the characters that no face has to the gaps."""

    def __init__(self, layout: Layout, gaps: set[str]) -> None:
        self._layout = layout
        self._table = table = layout.table
        self._paddings = {
            role: (table.padding_short_mm if role.is_centred else table.padding_x_mm)
            * POINTS_PER_MM
            for role in CellRole
        }
        self._padding_y = layout.table.padding_y_mm * POINTS_PER_MM
        self._gaps = gaps

    def strips(self, block: Table) -> list[Strip]:
        """Return a strip for each row; a row higher than a page is cut between its lines."""
        widths = [width * POINTS_PER_MM for width in self._layout.tables[block.layout].widths_mm]
        head = tuple(self._strip(self._cells(row, widths), keeps_next=True) for row in block.head)
        page_height = self._layout.page.text_height_mm * POINTS_PER_MM
        limit = page_height - sum(strip.height for strip in head)
        rows = [
            self._strip(part, head=head)
            for row in block.rows
            for part in self._parts(self._cells(row, widths), limit)
        ]
        gap = Strip(GAP_LINES * self._layout.page.pitch_pt, is_gap=True)
        return [Strip(gap.height, is_gap=True, keeps_next=True), *head, *rows, gap]

    def _cells(self, row: Row, widths: list[float]) -> list[SetCell]:
        cells: list[SetCell] = []
        column, left = 0, 0.0
        for cell in row:
            width = sum(widths[column : column + cell.span])
            cells.append(SetCell(cell.role, left, width, self._lines(cell, width)))
            column, left = column + cell.span, left + width
        return cells

    def _lines(self, cell: Cell, width: float) -> list[Line]:
        """Set each paragraph of the cell; heads and labels stand in 黑体."""
        role = FaceRole.HEADING if cell.role.is_head else FaceRole.BODY
        room = (width - 2 * self._paddings[cell.role]) / self._table.size_pt
        lines = [
            line
            for text in cell.text.split("\n")
            for line in set_lines(text, chain_of(role).measure, room, widest_gap=WIDEST_GAP)
        ]
        self._gaps.update(glyph.char for line in lines for glyph in line.glyphs if not glyph.face)
        return lines

    def _parts(self, cells: list[SetCell], limit: float) -> Iterator[list[SetCell]]:
        """Yield the row whole, or cut between lines into parts that fit on a page."""
        most = int((limit - 2 * self._padding_y) // self._table.pitch_pt)
        longest = max(len(cell.lines) for cell in cells)
        for start in range(0, longest, most):
            yield [
                SetCell(cell.role, cell.left, cell.width, cell.lines[start : start + most])
                for cell in cells
            ]

    def _strip(
        self, cells: list[SetCell], *, head: tuple[Strip, ...] = (), keeps_next: bool = False
    ) -> Strip:
        lines = max(len(cell.lines) for cell in cells)
        height = lines * self._table.pitch_pt + 2 * self._padding_y

        def draw(canvas: Canvas, top: float) -> None:
            for cell in cells:
                self._frame(canvas, cell, top, height)
                self._text(canvas, cell, top, height)

        return Strip(height, draw, keeps_next=keeps_next, head=head)

    def _frame(self, canvas: Canvas, cell: SetCell, top: float, height: float) -> None:
        canvas.setLineWidth(self._table.rule_pt)
        x, y = self._at(cell.left, top + height)
        canvas.rect(x, y, cell.width, height)

    def _text(self, canvas: Canvas, cell: SetCell, top: float, height: float) -> None:
        """Draw the lines: long text from the top, everything else in the middle."""
        size, pitch = self._table.size_pt, self._table.pitch_pt
        first = top + (height - len(cell.lines) * pitch) / 2
        if cell.role is CellRole.LONG:
            first = top + self._padding_y
        for number, line in enumerate(cell.lines):
            x = cell.left + self._paddings[cell.role]
            if cell.role.is_centred:
                x = cell.left + (cell.width - line.length * size) / 2
            draw_line(
                canvas, line, self._at(x, baseline(first + number * pitch, pitch, size)), size
            )

    def _at(self, x: float, down: float) -> tuple[float, float]:
        page = self._layout.page
        height = (page.height_mm - page.top_mm) * POINTS_PER_MM
        return page.left_mm * POINTS_PER_MM + x, height - down
