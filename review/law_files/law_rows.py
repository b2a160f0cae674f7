"""The rows of a table of laws, found under its headings wherever they stand."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from review.errors import LawColumnsError
from review.laws.catalogue_text import column_names
from review.ledgers.columns import name_key
from review.ledgers.reader import read_ledger_file
from review.ledgers.sheet import Sheet

# Without these a row names no version of a law.
_NEEDED = ("name", "status")
_HEADING_REACH = 20


@dataclass(frozen=True)
class LawRow:
    """One row as it stands in the file: where, and its cells by the field they fill."""

    sheet: str
    number: int
    cells: Mapping[str, str]

    def cell(self, field: str) -> str:
        """Return the words of a field; empty where the table has no such column."""
        return self.cells.get(field, "").strip()


def law_rows(path: Path) -> tuple[LawRow, ...]:
    """Return the rows of all tables of a file that have the headings of a catalogue.

    Raises:
        LawColumnsError: no table has them.
        ReadingError: the file cannot be read.
    """
    file = read_ledger_file(path)
    rows = [row for sheet in file.sheets for row in _rows_of(sheet)]
    if not rows:
        raise LawColumnsError(file_name=path.name, columns=_needed_words())
    return tuple(row for row in rows if any(row.cells.values()))


def _rows_of(sheet: Sheet) -> Iterator[LawRow]:
    for place, row in enumerate(sheet.rows[:_HEADING_REACH]):
        fields = _fields_of(row)
        if all(needed in fields.values() for needed in _NEEDED):
            for below, cells in enumerate(sheet.rows[place + 1 :], start=place + 2):
                named = {field: cells[at] for at, field in fields.items() if at < len(cells)}
                yield LawRow(sheet.name, below, named)
            return


def _fields_of(row: tuple[str, ...]) -> dict[int, str]:
    by_heading = {
        name_key(heading): field
        for field, headings in column_names().items()
        for heading in headings
    }
    found: dict[int, str] = {}
    for place, cell in enumerate(row):
        field = by_heading.get(name_key(cell)) if cell else None
        if field is not None and field not in found.values():
            found[place] = field
    return found


def _needed_words() -> str:
    return "、".join(column_names()[name][0] for name in _NEEDED)
