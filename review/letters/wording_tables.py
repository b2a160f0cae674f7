"""A table of a template: whose rows it prints, its columns, what strikes a row, its last row."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import Protocol

from review.letters.layout import page_layout
from review.letters.wording import CELL, Piece, TableWording
from review.letters.wording_errors import (
    ColumnCountError,
    EachMissingError,
    LabelMissingError,
    WordingError,
)
from review.letters.wording_lines import (
    CONTINUED,
    RawBlock,
    label_and_rest,
    prints_nothing,
    with_cell_marks,
)

EACH, STRUCK, TOTAL = "每行", "划去", "末行"
LAST_AND_FIRST: Mapping[str, str] = MappingProxyType(
    {TOTAL: "total", "页计": "page_total", "承前": "carried"}
)
"""Rows outside the loop, by the label they are written with."""

_BRACES = re.compile(r"^\{\{|\}\}$")


class TellFault(Protocol):
    """Where a reader leaves what is wrong."""

    def __call__(self, kind: type[WordingError], line: int, **facts: object) -> None:
        """Keep a fault of a line."""


@dataclass(slots=True)
class _Lines:
    """What the lines of a table say."""

    each: Piece | None = None
    struck: Piece | None = None
    total: Piece | None = None
    page_total: Piece | None = None
    carried: Piece | None = None
    heads: list[str] = field(default_factory=list)
    cells: list[str] = field(default_factory=list)


def table_wording(raw: RawBlock, layout: str, fault: TellFault) -> TableWording | None:
    """Read a table; None where it cannot be printed at all."""
    found = _Lines()
    for number, line in enumerate(raw.text.split("\n"), raw.line):
        found.cells.append(_cell_text(found, line, number, fault))
    if found.each is None:
        fault(EachMissingError, raw.line, name=raw.name)
        return None
    columns = page_layout().tables.get(layout)
    if columns and len(columns.widths_mm) != len(found.heads):
        fault(
            ColumnCountError,
            raw.line,
            name=raw.words[0],
            expected=len(columns.widths_mm),
            found=len(found.heads),
        )
    row = Piece("\n".join(found.cells), raw.line)
    heads = tuple(found.heads)
    return TableWording(
        raw.line,
        layout,
        found.each,
        heads,
        row,
        found.struck,
        found.total,
        found.page_total,
        found.carried,
    )


def _cell_text(found: _Lines, line: str, number: int, fault: TellFault) -> str:
    """Take one line of a table; return what it adds to the cells of a row."""
    is_first = not found.heads
    if line.startswith(CONTINUED) or prints_nothing(line):
        return line.lstrip(CONTINUED)
    parted = label_and_rest(line)
    if parted is None:
        fault(LabelMissingError, number, piece=line.strip())
        return ""
    label, rest = parted
    if label == EACH and found.each is None:
        found.each = Piece(_BRACES.sub("", rest.strip()).strip(), number)
    elif label == STRUCK and is_first:
        found.struck = Piece(_BRACES.sub("", rest.strip()).strip(), number)
    elif label in LAST_AND_FIRST:
        setattr(found, LAST_AND_FIRST[label], Piece(with_cell_marks(rest), number))
    else:
        found.heads.append(label)
        return CELL + rest
    return ""
