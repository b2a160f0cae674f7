"""Read spreadsheets: xlsx, xlsm, xlsb, ods, xls, and those of WPS (et)."""

import io
import re
import zipfile
import zlib
from datetime import date, datetime, time, timedelta

from python_calamine import (
    CalamineError,
    CalamineSheet,
    CalamineWorkbook,
    PasswordError,
    SheetMetadata,
    SheetTypeEnum,
    SheetVisibleEnum,
)

from review.errors import BrokenFileError, EncryptedFileError, TooManyCellsError
from review.ledgers.hidden_rows import hidden_in_compound, hidden_in_package
from review.ledgers.sheet import (
    CELL_LIMIT,
    COLUMN_LIMIT,
    ROW_LIMIT,
    Merge,
    Sheet,
    SheetNote,
    SheetNoteKind,
    filled_down,
)
from review.reading.package import Package, open_package

Cell = int | float | str | bool | time | date | datetime | timedelta

_ROW = re.compile(rb"<(?:\w+:)?row\b[^>]*>")
_HIDDEN = re.compile(rb"\bhidden=\"(?:1|true)\"")
_FILLED_CELL = re.compile(rb"<(?:\w+:)?c\b[^>]*?\br=\"([A-Z]{1,3})(\d{1,7})\"[^>]*(?<!/)>")
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
_MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
_LINK = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"


def read_zipped(content: bytes, file_name: str) -> tuple[Sheet, ...]:
    """Return the tables of a spreadsheet that is a zip package.

    Raises:
        ReadingError: the package is broken, locked, unsafe or too large; see the subclasses.
    """
    package = open_package(content, file_name)
    parts = _sheet_parts(package)
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        hidden = {
            name: _checked(_unpacked(archive, part, file_name), file_name)
            for name, part in parts.items()
        }
    hidden |= hidden_in_package(package)
    has_links = any(name.startswith("xl/externalLinks/") for name in package.names)
    return _sheets(content, file_name, hidden, has_links=has_links)


def read_compound(content: bytes, file_name: str) -> tuple[Sheet, ...]:
    """Return the tables of a spreadsheet of the old kind (xls, et).

    Raises:
        EncryptedFileError: it is locked with a password.
        BrokenFileError: it cannot be read.
        TooManyCellsError: there are more rows or cells than are read.
    """
    if _ENCRYPTED in content:
        raise EncryptedFileError(file_name=file_name)
    return _sheets(content, file_name, hidden_in_compound(content, file_name), has_links=False)


def _sheets(
    content: bytes, file_name: str, hidden_rows: dict[str, int], *, has_links: bool
) -> tuple[Sheet, ...]:
    links = (SheetNote(SheetNoteKind.EXTERNAL_LINKS),) if has_links else ()
    try:
        workbook = CalamineWorkbook.from_filelike(io.BytesIO(content))
        return tuple(
            _sheet(
                workbook.get_sheet_by_name(meta.name),
                file_name,
                (*_notes(meta, hidden_rows.get(meta.name, 0)), *links),
            )
            for meta in workbook.sheets_metadata
            if meta.typ == SheetTypeEnum.WorkSheet
        )
    except PasswordError as fault:
        raise EncryptedFileError(file_name=file_name) from fault
    except CalamineError as fault:
        raise BrokenFileError(file_name=file_name) from fault


def _sheet(found: CalamineSheet, file_name: str, notes: tuple[SheetNote, ...]) -> Sheet:
    height, width = found.total_height, found.total_width
    if height > ROW_LIMIT or height * min(width, COLUMN_LIMIT) > CELL_LIMIT:
        raise TooManyCellsError(file_name=file_name, row_limit=ROW_LIMIT)
    merges = tuple(
        Merge(top, left, bottom, right)
        for (top, left), (bottom, right) in sorted(found.merged_cell_ranges or [])
    )
    rows = [
        [_written(cell) for cell in row[:COLUMN_LIMIT]]
        for row in found.to_python(skip_empty_area=False)
    ]
    return Sheet(found.name, tuple(map(tuple, filled_down(rows, merges))), merges, notes)


def _written(cell: Cell) -> str:
    """Return a cell as a person would copy it: whole numbers without point, days without clock."""
    if isinstance(cell, str):
        return cell.strip()
    if isinstance(cell, bool):
        return str(cell).upper()
    if isinstance(cell, datetime):
        return cell.isoformat(" ") if cell.time() != time() else cell.date().isoformat()
    if isinstance(cell, float) and cell.is_integer():
        return str(int(cell))
    return str(cell)


def _notes(meta: SheetMetadata, hidden_rows: int) -> tuple[SheetNote, ...]:
    notes = []
    if meta.visible != SheetVisibleEnum.Visible:
        notes.append(SheetNote(SheetNoteKind.HIDDEN_SHEET))
    if hidden_rows:
        notes.append(SheetNote(SheetNoteKind.HIDDEN_ROWS, str(hidden_rows)))
    return tuple(notes)


def _sheet_parts(package: Package) -> dict[str, str]:
    """Return the part of each sheet of an xlsx by the sheet's name; none for other packages."""
    book, links = package.root("xl/workbook.xml"), package.root("xl/_rels/workbook.xml.rels")
    if book is None or links is None:
        return {}
    targets = {link.get("Id"): str(link.get("Target")).lstrip("/") for link in links}
    parts = {}
    for sheet in book.iter(f"{_MAIN}sheet"):
        target = targets.get(sheet.get(_LINK), "")
        part = target if target.startswith("xl/") else f"xl/{target}"
        if part in package.names:
            parts[str(sheet.get("name"))] = part
    return parts


def _unpacked(archive: zipfile.ZipFile, part: str, file_name: str) -> bytes:
    try:
        return archive.read(part)
    except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError) as fault:
        raise BrokenFileError(file_name=file_name) from fault


def _checked(part: bytes, file_name: str) -> int:
    """Refuse a sheet whose cells span more than a ledger can; return how many rows it hides.

    The reader would take memory for every cell between the outermost ones.
    """
    lowest = widest = 0
    for found in _FILLED_CELL.finditer(part):
        lowest = max(lowest, int(found[2]))
        widest = max(widest, _column(found[1]))
    if lowest > ROW_LIMIT or lowest * widest > CELL_LIMIT:
        raise TooManyCellsError(file_name=file_name, row_limit=ROW_LIMIT)
    return sum(_HIDDEN.search(row[0]) is not None for row in _ROW.finditer(part))


def _column(letters: bytes) -> int:
    number = 0
    for letter in letters:
        number = number * 26 + letter - ord("A") + 1
    return number
