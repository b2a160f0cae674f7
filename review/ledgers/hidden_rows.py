"""How many rows a sheet hides, which the reader of cells does not tell: in ods, xls and et."""

import struct
from collections import Counter
from collections.abc import Iterator

from review.reading.ole import read_streams
from review.reading.package import Package

_TABLE = "{urn:oasis:names:tc:opendocument:xmlns:table:1.0}"
_SHOWN = ("visible", None)
_STREAMS = ("Workbook", "Book")

# Records of an old workbook: [MS-XLS] 2.4.28, 2.4.221 and 2.4.103.
_SHEET, _ROW, _END = 0x0085, 0x0208, 0x000A
_RECORD = struct.Struct("<HH")
_SHEET_HEAD = struct.Struct("<IBBBB")
_ROW_HEAD = struct.Struct("<HHHHHHH")
_IS_HIDDEN = 0x0020


def hidden_in_package(package: Package) -> dict[str, int]:
    """Return the hidden rows with content of each sheet of an ods; none for other packages."""
    root = package.root("content.xml")
    if root is None:
        return {}
    counts: Counter[str] = Counter()
    for table in root.iter(f"{_TABLE}table"):
        for row in table.iter(f"{_TABLE}table-row"):
            if row.get(f"{_TABLE}visibility") not in _SHOWN and any(row.itertext()):
                repeated = str(row.get(f"{_TABLE}number-rows-repeated", ""))
                counts[str(table.get(f"{_TABLE}name"))] += (
                    int(repeated) if repeated.isdecimal() else 1
                )
    return dict(counts)


def hidden_in_compound(content: bytes, file_name: str) -> dict[str, int]:
    """Return the hidden rows with content of each sheet of an xls or et.

    Raises:
        BrokenFileError: the file's chains of sectors lead nowhere.
    """
    stream = b"".join(read_streams(content, _STREAMS, file_name).values())
    sheets = [_sheet_head(data) for kind, data in _records(stream, 0) if kind == _SHEET]
    return {name: _hidden_from(stream, start) for start, name in sheets}


def _sheet_head(data: bytes) -> tuple[int, str]:
    if len(data) < _SHEET_HEAD.size:
        return 0, ""
    start, _state, _kind, length, is_wide = _SHEET_HEAD.unpack_from(data)
    name = data[_SHEET_HEAD.size :]
    if is_wide & 1:
        return start, name[: 2 * length].decode("utf-16-le", "replace")
    return start, name[:length].decode("latin-1")


def _hidden_from(stream: bytes, start: int) -> int:
    hidden = 0
    for kind, data in _records(stream, start):
        if kind == _ROW and len(data) >= _ROW_HEAD.size:
            _row, first, past_last, _height, _one, _two, flags = _ROW_HEAD.unpack_from(data)
            hidden += bool(flags & _IS_HIDDEN) and past_last > first
    return hidden


def _records(stream: bytes, start: int) -> Iterator[tuple[int, bytes]]:
    """Yield the records of one part of a workbook, up to its end mark."""
    while start + _RECORD.size <= len(stream):
        kind, length = _RECORD.unpack_from(stream, start)
        start += _RECORD.size
        if kind == _END:
            return
        yield kind, stream[start : start + length]
        start += length
