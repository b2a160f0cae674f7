"""Read the tables of a web page: many systems export one and name it .xls."""

import re

from lxml import etree, html

from review.errors import BrokenFileError, TooManyCellsError
from review.ledgers.sheet import CELL_LIMIT, ROW_LIMIT, Merge, Sheet, filled_down

_CHARSET = re.compile(rb"charset\s*=\s*[\"']?\s*([\w-]+)", re.IGNORECASE)
_HEAD = 4096
_WIDEST_SPAN = 200


def read_web_tables(content: bytes, file_name: str) -> tuple[Sheet, ...]:
    """Return every table of a page that has at least two rows.

    Raises:
        BrokenFileError: no table stands in it, or it cannot be read.
        TooManyCellsError: there are more rows or cells than are read.
    """
    try:
        page = html.document_fromstring(_text(content))
    except (etree.ParserError, ValueError) as fault:
        raise BrokenFileError(file_name=file_name) from fault
    tables = [table for table in page.iter("table") if not list(table.iterancestors("table"))]
    sheets = tuple(
        Sheet(f"{file_name} {place}" if len(tables) > 1 else file_name, *_grid(table, file_name))
        for place, table in enumerate(tables, start=1)
    )
    found = tuple(sheet for sheet in sheets if len(sheet.rows) > 1)
    if not found:
        raise BrokenFileError(file_name=file_name)
    return found


def _text(content: bytes) -> str:
    named = _CHARSET.search(content[:_HEAD])
    codec = named[1].decode("ascii").lower() if named else ""
    for one in ("utf-8-sig", "gb18030" if codec.startswith("gb") else codec or "gb18030"):
        try:
            return content.decode(one)
        except (UnicodeDecodeError, LookupError):
            continue
    return content.decode("gb18030", errors="replace")


def _grid(
    table: etree._Element, file_name: str
) -> tuple[tuple[tuple[str, ...], ...], tuple[Merge, ...]]:
    taken: dict[tuple[int, int], str] = {}
    merges: list[Merge] = []
    lines = [line for line in table.iter("tr") if next(line.iterancestors("table")) is table]
    if len(lines) > ROW_LIMIT:
        raise TooManyCellsError(file_name=file_name, row_limit=ROW_LIMIT)
    for top, line in enumerate(lines):
        left = 0
        for cell in line.iterchildren("td", "th"):
            while (top, left) in taken:
                left += 1
            merge = Merge(
                top, left, top + _span(cell, "rowspan") - 1, left + _span(cell, "colspan") - 1
            )
            taken |= {
                (row, column): ""
                for row in range(top, min(merge.bottom + 1, len(lines)))
                for column in range(left, merge.right + 1)
            }
            taken[top, left] = _words(cell)
            if (merge.top, merge.left) != (merge.bottom, merge.right):
                merges.append(merge)
            if len(taken) > CELL_LIMIT:
                raise TooManyCellsError(file_name=file_name, row_limit=ROW_LIMIT)
    width = max((column + 1 for _, column in taken), default=0)
    rows = [[taken.get((row, column), "") for column in range(width)] for row in range(len(lines))]
    return tuple(map(tuple, filled_down(rows, tuple(merges)))), tuple(merges)


def _span(cell: etree._Element, name: str) -> int:
    written = (cell.get(name) or "1").strip()
    return min(int(written), _WIDEST_SPAN) if written.isdecimal() and int(written) else 1


def _words(cell: etree._Element) -> str:
    for line_end in cell.iter("br"):
        line_end.tail = "\n" + (line_end.tail or "")
    return "\n".join(" ".join(line.split()) for line in map(str, cell.itertext()) if line.strip())
