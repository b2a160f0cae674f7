"""Read tables of plain text: csv, tsv, and what is copied out of a spreadsheet."""

import csv
import io
from itertools import islice

from review.errors import BrokenFileError, TooManyCellsError, UnknownEncodingError
from review.ledgers.sheet import CELL_LIMIT, ROW_LIMIT, Sheet, SheetNote, SheetNoteKind

_BYTE_ORDER_MARKS = (
    (b"\xef\xbb\xbf", "utf-8-sig"),
    (b"\xff\xfe", "utf-16"),
    (b"\xfe\xff", "utf-16"),
)
_SEPARATORS = "\t,;|，"
_SAMPLE_LINES = 60
_LONGEST_CELL = 1 << 20


def read_delimited(content: bytes, file_name: str) -> tuple[Sheet, ...]:
    """Return the one table of a text file.

    Raises:
        UnknownEncodingError: no known encoding fits the bytes.
        BrokenFileError: a cell is longer than any cell can be.
        TooManyCellsError: there are more rows or cells than are read.
    """
    text, notes = _decoded(content, file_name)
    return (Sheet(file_name, table_of(text, file_name), notes=notes),)


def table_of(text: str, file_name: str) -> tuple[tuple[str, ...], ...]:
    """Return the rows of a text whose separator nobody wrote down; quoted cells keep their lines.

    Raises:
        BrokenFileError: a cell is longer than any cell can be.
        TooManyCellsError: there are more rows or cells than are read.
    """
    csv.field_size_limit(_LONGEST_CELL)
    lines = csv.reader(io.StringIO(text, newline=""), delimiter=separator_of(text))
    rows: list[tuple[str, ...]] = []
    cells = 0
    try:
        for line in lines:
            rows.append(tuple(cell.strip() for cell in line))
            cells += len(line)
            if len(rows) > ROW_LIMIT or cells > CELL_LIMIT:
                raise TooManyCellsError(file_name=file_name, row_limit=ROW_LIMIT)
    except csv.Error as fault:
        raise BrokenFileError(file_name=file_name) from fault
    return tuple(rows)


def separator_of(text: str) -> str:
    """Return the sign that cuts most of the first lines into equally many cells."""
    return max(_SEPARATORS, key=lambda sign: _steadiness(text, sign))


def _steadiness(text: str, sign: str) -> tuple[int, int]:
    sample = io.StringIO(text, newline="")
    try:
        widths = [len(row) for row in islice(csv.reader(sample, delimiter=sign), _SAMPLE_LINES)]
    except csv.Error:
        return 0, 0
    usual = max(set(widths) - {0, 1}, key=widths.count, default=0)
    return (widths.count(usual), usual) if usual else (0, 0)


def _decoded(content: bytes, file_name: str) -> tuple[str, tuple[SheetNote, ...]]:
    for mark, codec in _BYTE_ORDER_MARKS:
        if content.startswith(mark):
            return _text(content, codec, file_name), ()
    try:
        return content.decode("utf-8"), ()
    except UnicodeDecodeError:
        note = SheetNote(SheetNoteKind.GUESSED_ENCODING, "GB18030")
        return _text(content, "gb18030", file_name), (note,)


def _text(content: bytes, codec: str, file_name: str) -> str:
    try:
        text = content.decode(codec)
    except UnicodeDecodeError as fault:
        raise UnknownEncodingError(file_name=file_name) from fault
    if "\0" in text:
        raise UnknownEncodingError(file_name=file_name)
    return text
