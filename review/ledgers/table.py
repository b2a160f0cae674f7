"""The table inside a sheet: its head, its rows, and what is none of its rows."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

from review.ledgers.columns import (
    BESIDE_THE_RECORD,
    ColumnProposal,
    LedgerField,
    field_named,
    name_key,
    propose,
)
from review.ledgers.sheet import Sheet


class RowKind(StrEnum):
    """What a line of a sheet is."""

    DATA = "data"
    ABOVE_HEADER = "above_header"
    HEADER = "header"
    SECTION = "section"
    SUBTOTAL = "subtotal"
    FOOTER = "footer"
    BLANK = "blank"


@dataclass(frozen=True)
class TableRow:
    """One document's line: its number as the spreadsheet counts, and the section it stands in."""

    number: int
    cells: tuple[str, ...]
    section: str = ""


@dataclass(frozen=True)
class Column:
    """A column: its name on paper, what it seems to hold, and some of its values."""

    place: int
    name: str
    proposal: ColumnProposal
    samples: tuple[str, ...]


@dataclass(frozen=True)
class LedgerTable:
    """What was recognised in a sheet; ``header_row`` is 0 where no line names the columns."""

    sheet: Sheet
    header_row: int
    columns: tuple[Column, ...]
    rows: tuple[TableRow, ...]
    left_out: tuple[tuple[int, RowKind], ...]

    @property
    def header_key(self) -> str:
        """Return the form in which ledgers with the same columns are known again."""
        names = (column.name for column in self.columns)
        return "|".join(name_key(one) for one in names if field_named(one) not in _OF_OUR_LISTS)

    @property
    def sections(self) -> tuple[str, ...]:
        """Return the headings between the rows, each once."""
        return tuple(dict.fromkeys(row.section for row in self.rows if row.section))


_OF_OUR_LISTS = (LedgerField.ORIGINAL_ROW, LedgerField.PROBLEM, LedgerField.REMEDY)
# Fields that several columns may fill together.
_MANY = BESIDE_THE_RECORD | {LedgerField.REMARK, LedgerField.ENDED_REASON}
_HEADER_REACH = 60
_ENOUGH_NAMES = 2
_SAMPLES = 3
_SHOWN = 200
_LONGEST_NAME = 40
_SHORT_NAME = 12
_SUBTOTAL = re.compile(r"(?:本页|本年|全年|累计)?(?:小计|合计|总计|共计|总数)[:：]?")
_SECTION = re.compile(r"^[一二三四五六七八九十]+[、.．]|(?:目录|清单)(?:[（(].*[）)])?$")
_FOOTER = re.compile(
    r"(?:填表|填报|审核|制表|复核|经办|负责|联系|统计|报送|审批)(?:单位|部门|人|时间|日期|电话|方式|负责人)*[:：]"
    r"|(?:注|备注|说明|附注|注释|填表说明|来源|数据来源)[:：]|(?:单位)?负责人[:：]|第\s*\d+\s*页|共\s*\d+\s*页"
)


def recognise(sheet: Sheet) -> LedgerTable:
    """Find the head and the rows of the ledger in a sheet."""
    header = _header_place(sheet)
    depth = _header_depth(sheet, header)
    names = _names(sheet, header, depth)
    body = _Body(header + depth if header >= 0 else 0, frozenset(_head_cells(sheet, header, depth)))
    left_out: list[tuple[int, RowKind]] = []
    rows: list[TableRow] = []
    section = _first_section(sheet, header)
    for place, cells in enumerate(sheet.rows):
        kind = RowKind.HEADER if header <= place < body.first else body.kind_of(place, cells)
        if kind is RowKind.DATA:
            rows.append(TableRow(place + 1, cells, section))
            continue
        if kind is RowKind.SECTION:
            section = next(cell for cell in cells if cell)
        if kind is not RowKind.BLANK:
            left_out.append((place + 1, kind))
    columns = tuple(_column(place, name, rows) for place, name in enumerate(names))
    kept = tuple(column for column in columns if column.name or column.samples)
    return LedgerTable(sheet, body.first, kept, tuple(rows), tuple(left_out))


@dataclass(frozen=True)
class _Body:
    """The lines from ``first`` on; the head may be repeated among them."""

    first: int
    head: frozenset[str]

    def kind_of(self, place: int, cells: tuple[str, ...]) -> RowKind:
        """Return what a line is."""
        filled = [cell for cell in cells if cell]
        if not filled:
            return RowKind.BLANK
        if place < self.first:
            return RowKind.ABOVE_HEADER
        # A head that is repeated above another section may name one column otherwise.
        again = sum(cell in self.head for cell in filled)
        if again > 1 and again > len(filled) / 2:
            return RowKind.HEADER
        return self._kind_by_words(cells, filled)

    def _kind_by_words(self, cells: tuple[str, ...], filled: list[str]) -> RowKind:
        if any(_SUBTOTAL.fullmatch("".join(cell.split())) for cell in filled[:2]):
            return RowKind.SUBTOTAL
        is_sparse = len(filled) <= max(2, len(cells) // 3)
        if is_sparse and _FOOTER.match(filled[0]):
            return RowKind.FOOTER
        if len(filled) == 1 and len(cells) > _ENOUGH_NAMES and self.head:
            return RowKind.FOOTER if filled[0].isdecimal() else RowKind.SECTION
        return RowKind.DATA


def _head_cells(sheet: Sheet, header: int, depth: int) -> Iterator[str]:
    if header >= 0:
        for cells in sheet.rows[header : header + depth]:
            yield from (cell for cell in cells if cell)


def _first_section(sheet: Sheet, header: int) -> str:
    """Return the heading right above the head, where it is one of a section."""
    filled = [cell for cell in _row(sheet, header - 1) if cell] if header > 0 else []
    return filled[0] if len(filled) == 1 and _SECTION.search(filled[0]) else ""


def _header_place(sheet: Sheet) -> int:
    """Return the place of the line that names most columns, -1 where none does."""
    best, place = 0, -1
    for index, cells in enumerate(sheet.rows[:_HEADER_REACH]):
        named = {
            field
            for cell in cells
            if len(cell) <= _LONGEST_NAME and (field := field_named(cell)) is not None
        }
        names_documents = named & {LedgerField.TITLE, LedgerField.DOCUMENT_NUMBER}
        is_enough = len(named) >= _ENOUGH_NAMES or _is_all_names(cells)
        if len(named) > best and names_documents and is_enough:
            best, place = len(named), index
    return place - 1 if _is_second_line(sheet, place) else place


def _is_all_names(cells: tuple[str, ...]) -> bool:
    """Tell whether every cell of a line could be the name of a column."""
    filled = [cell for cell in cells if cell]
    return len(filled) > 1 and all(
        len(cell) <= _SHORT_NAME and not any(sign.isdigit() for sign in cell) for cell in filled
    )


def _is_second_line(sheet: Sheet, place: int) -> bool:
    """Tell whether the line above belongs to the head: some of its cells reach down into it."""
    if place < 1:
        return False
    above = sheet.rows[place - 1]
    return any(
        over and over == under and field_named(over) is not None
        for over, under in zip(above, sheet.rows[place], strict=False)
    )


def _header_depth(sheet: Sheet, header: int) -> int:
    """Return how many lines the head has: a group above its columns makes two."""
    if header < 0:
        return 1
    upper, lower = sheet.rows[header], _row(sheet, header + 1)
    has_group = any(
        merge.top == header == merge.bottom and merge.right > merge.left for merge in sheet.merges
    )
    repeated = sum(1 for over, under in zip(upper, lower, strict=False) if over and over == under)
    named = sum(1 for cell in lower if cell and field_named(cell) is not None)
    is_names = all(len(cell) <= _LONGEST_NAME for cell in lower)
    fills_gaps = any(
        cell and not (upper[place] if place < len(upper) else "")
        for place, cell in enumerate(lower)
    )
    is_second = is_names and (
        (repeated and (has_group or named > repeated))
        or (fills_gaps and named >= 1 and named + repeated == sum(1 for cell in lower if cell))
    )
    return 2 if is_second else 1


def _names(sheet: Sheet, header: int, depth: int) -> list[str]:
    width = max((len(row) for row in sheet.rows[:_SHOWN]), default=0)
    if header < 0:
        return [""] * width
    upper = _spread(sheet, header, width)
    if depth == 1:
        return upper
    lower = [*_row(sheet, header + 1), *[""] * width][:width]
    return [_joined(over, under) for over, under in zip(upper, lower, strict=True)]


def _spread(sheet: Sheet, header: int, width: int) -> list[str]:
    """Return a line of names, the name of a merged group over all its columns."""
    names = [*_row(sheet, header), *[""] * width][:width]
    for merge in sheet.merges:
        if merge.top == header and merge.left < width:
            for place in range(merge.left, min(merge.right + 1, width)):
                names[place] = names[merge.left]
    return names


def _joined(over: str, under: str) -> str:
    """Name a column that stands below a group: 公布·日期; by itself where it says all."""
    if not under or over == under:
        return over
    if not over or (field_named(over + under) is None and field_named(under) is not None):
        return under
    return over + under


def _column(place: int, name: str, rows: Sequence[TableRow]) -> Column:
    values = [row.cells[place] if place < len(row.cells) else "" for row in rows[:_SHOWN]]
    samples = tuple(dict.fromkeys(value for value in values if value))
    return Column(place, name, propose(name, values, len(values)), samples[:_SAMPLES])


def _row(sheet: Sheet, place: int) -> tuple[str, ...]:
    return sheet.rows[place] if place < len(sheet.rows) else ()


def proposed_mapping(table: LedgerTable) -> dict[int, LedgerField]:
    """Return the field of each column; where two columns claim one, the better named keeps it."""
    taken: dict[LedgerField, Column] = {}
    mapping: dict[int, LedgerField] = {}
    for column in sorted(table.columns, key=_trust):
        field = column.proposal.field
        if field is None or (field in taken and field not in _MANY):
            continue
        taken[field] = column
        mapping[column.place] = field
    return mapping


def _trust(column: Column) -> tuple[bool, bool, int]:
    by_name = column.proposal.confidence.value != "by_name"
    return by_name, not column.samples, column.place
