"""A table as it was found in a file: rows of cells, all of them text."""

from dataclasses import dataclass
from enum import StrEnum

# More rows than any county has issued documents since 1949, twenty times over.
ROW_LIMIT = 200_000
# A table this wide is no ledger; a stray cell at the right edge of a sheet makes such tables.
COLUMN_LIMIT = 256
CELL_LIMIT = 6_000_000


class SheetNoteKind(StrEnum):
    """What a person must know about a table beside its cells."""

    HIDDEN_SHEET = "hidden_sheet"
    HIDDEN_ROWS = "hidden_rows"
    EXTERNAL_LINKS = "external_links"
    GUESSED_ENCODING = "guessed_encoding"
    OTHER_FORMAT = "other_format"


@dataclass(frozen=True)
class SheetNote:
    """A note with its one fact: a count, an encoding, a format."""

    kind: SheetNoteKind
    fact: str = ""


@dataclass(frozen=True)
class Merge:
    """A merged range by its first and last row and column, counted from 0."""

    top: int
    left: int
    bottom: int
    right: int


@dataclass(frozen=True)
class Sheet:
    """One table of a file; row 1 is the first of ``rows``, as the spreadsheet counts."""

    name: str
    rows: tuple[tuple[str, ...], ...]
    merges: tuple[Merge, ...] = ()
    notes: tuple[SheetNote, ...] = ()

    @property
    def is_hidden(self) -> bool:
        """Tell whether the spreadsheet hides the table."""
        return any(note.kind is SheetNoteKind.HIDDEN_SHEET for note in self.notes)

    @property
    def is_empty(self) -> bool:
        """Tell whether no cell holds anything."""
        return not any(cell for row in self.rows for cell in row)


@dataclass(frozen=True)
class LedgerFile:
    """The tables of one file."""

    file_name: str
    sha256: str
    size: int
    sheets: tuple[Sheet, ...]


def filled_down(rows: list[list[str]], merges: tuple[Merge, ...]) -> list[list[str]]:
    """Write the word of a range that is merged over several rows into each of them."""
    for merge in merges:
        if merge.top < len(rows) and merge.left < len(rows[merge.top]):
            value = rows[merge.top][merge.left]
            for place in range(merge.top + 1, min(merge.bottom + 1, len(rows))):
                rows[place][merge.left] = value
    return rows


def first_sheet(file: LedgerFile) -> Sheet:
    """Return the first table that is shown and has something in it."""
    filled = [sheet for sheet in file.sheets if not sheet.is_empty]
    return next((sheet for sheet in filled if not sheet.is_hidden), filled[0])
