"""A register cut into pages: each page is a table of its own that ends with its totals.

Word and PDF get the same pages, so the rows are measured here, with a little room left for lines
that Word breaks earlier.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace

from review.letters.layout import page_layout
from review.letters.letter_model import Base, Block, PageBreak, Row, Table
from review.letters.pdf_blocks import strips_of
from review.letters.pdf_strips import StripMaker
from review.letters.pdf_tables import TableSetter
from review.letters.style import STANDARD
from review.letters.typesetting import Typesetter

SLACK = 0.05
"""Share of a cell's width that is left for Word, which breaks lines a little earlier."""


@dataclass(frozen=True, slots=True)
class PageCount:
    """What a page of a register holds, and what stands on it and the pages before.

    Attributes:
        page: Number of the page in the register, from 1.
        pages: How many pages there are.
        rows: Rows of this page.
        struck: Void rows among them.
        rows_so_far: Rows of this and all earlier pages.
        struck_so_far: Void rows among them.
    """

    page: int
    pages: int
    rows: int
    struck: int
    rows_so_far: int
    struck_so_far: int


@dataclass(frozen=True, slots=True)
class PagedTable:
    """A table that is to be cut into pages.

    Attributes:
        total: Makes the last row of each page; nothing when there is none.
        carried: Makes the first row of each page but the first from the count of the page before.
    """

    table: Table
    total: Callable[[PageCount], Row | None]
    carried: Callable[[PageCount], Row | None]


def cut_into_pages(
    blocks: Sequence[Block | PagedTable], base: Base, *, is_landscape: bool
) -> tuple[Block, ...]:
    """Return the blocks with each paged table cut into a table a page."""
    layout = page_layout().turned() if is_landscape else page_layout()
    maker = StripMaker(base, layout, Typesetter(STANDARD))
    made: list[Block] = []
    for place, block in enumerate(blocks):
        if isinstance(block, PagedTable):
            rest = [one for one in blocks[place + 1 :] if not isinstance(one, PagedTable)]
            made += _Cutter(block, maker).tables(_height(maker, made), _height(maker, rest))
        else:
            made.append(block)
    return tuple(made)


class _Cutter:
    """Cuts one table."""

    def __init__(self, paged: PagedTable, maker: StripMaker) -> None:
        self._paged = paged
        self._page_height = maker.page.height_pt
        self._setter = TableSetter(maker, paged.table.layout, slack=SLACK)

    def tables(self, above: float, below: float) -> Iterator[Block]:
        """Yield the tables with page breaks between them.

        Args:
            above: Height of what stands above the table on its first page, in points.
            below: Height of what must stand under it on its last page.
        """
        pages = self._pages(above, below)
        before: PageCount | None = None
        for number, rows in enumerate(pages, 1):
            count = _counted(number, len(pages), rows, before)
            if before is not None:
                yield PageBreak()
            first = self._paged.carried(before) if before is not None else None
            last = self._paged.total(count)
            framed = (*((first,) if first else ()), *rows, *((last,) if last else ()))
            yield replace(self._paged.table, rows=framed)
            before = count

    def _pages(self, above: float, below: float) -> list[tuple[Row, ...]]:
        """Cut the rows into pages; what stands below takes its room from the last one."""
        table = self._paged.table
        pages: list[tuple[Row, ...]] = []
        page: list[Row] = []
        frame = self._frame_height()
        room = self._page_height - frame - above
        for row, height in zip(table.rows, self._setter.heights(table.rows), strict=True):
            if page and height > room:
                pages.append(tuple(page))
                page, room = [], self._page_height - frame
            page.append(row)
            room -= height
        if below > room and len(page) > 1:
            pages.append(tuple(page[:-1]))
            page = page[-1:]
        return [*pages, tuple(page)]

    def _frame_height(self) -> float:
        """Return the height of head, carried row and total on a page."""
        some = PageCount(1, 1, 1, 1, 1, 1)
        rows = [row for row in (self._paged.carried(some), self._paged.total(some)) if row]
        heights = self._setter.heights((*self._paged.table.head, *rows))
        return sum(heights) + self._setter.gap_height


def _counted(number: int, pages: int, rows: tuple[Row, ...], before: PageCount | None) -> PageCount:
    struck = sum(any(cell.is_struck for cell in row) for row in rows)
    return PageCount(
        page=number,
        pages=pages,
        rows=len(rows),
        struck=struck,
        rows_so_far=len(rows) + (before.rows_so_far if before else 0),
        struck_so_far=struck + (before.struck_so_far if before else 0),
    )


def _height(maker: StripMaker, blocks: Sequence[Block]) -> float:
    """Return the height of blocks in type."""
    return sum(strip.height for strip in strips_of(maker, blocks))
