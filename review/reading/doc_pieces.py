"""The text of a Word 97–2003 file: its header, and the pieces that the text lies in."""

import struct
from dataclasses import dataclass
from itertools import pairwise

from review.errors import BrokenFileError, EncryptedFileError, OldFormatError

WORD_97 = 0xA5EC
WORD_6 = 0xA5DC
_FIRST_VERSION = 0x6A
_ENCRYPTED, _SECOND_TABLE = 0x0100, 0x0200
_HEAD_LENGTH = 0x9A
# Where the pairs of place and length begin, and which of them this program follows.
_PAIRS = 0x9A
STYLES, CHARACTER_PAGES, PARAGRAPH_PAGES, _PIECES, _BOXES, LISTS, LIST_OVERRIDES = (
    1,
    12,
    13,
    33,
    56,
    73,
    74,
)
_BOX_ENTRY = 22
# In a piece's descriptor: one byte a character, at half the place told.
_ONE_BYTE = 0x40000000
_DESCRIPTOR = 8


@dataclass(frozen=True, slots=True)
class Parts:
    """How many characters each part of the document has; they follow one another."""

    body: int
    footnotes: int
    headers: int
    macros: int
    comments: int
    endnotes: int
    boxes: int
    header_boxes: int


@dataclass(frozen=True, slots=True)
class Head:
    """What the header of the file tells."""

    table_name: str
    parts: Parts
    pairs: tuple[tuple[int, int], ...]

    def block(self, table: bytes, number: int) -> bytes:
        """Return the block of the table stream that a pair points at, or nothing."""
        place, length = self.pairs[number] if number < len(self.pairs) else (0, 0)
        return table[place : place + length] if place + length <= len(table) else b""


@dataclass(frozen=True, slots=True)
class Piece:
    """Characters ``start`` to ``end`` of the document, and where their bytes lie."""

    start: int
    end: int
    offset: int
    width: int
    properties: int


def read_head(stream: bytes, file_name: str) -> Head:
    """Return the header of the WordDocument stream.

    Raises:
        EncryptedFileError: the file has a password.
        OldFormatError: the file is older than Word 97.
        BrokenFileError: the stream is too short or no Word document.
    """
    if len(stream) < _HEAD_LENGTH:
        raise BrokenFileError(file_name=file_name)
    mark, version = struct.unpack_from("<HH", stream)
    flags = struct.unpack_from("<H", stream, 0x0A)[0]
    if flags & _ENCRYPTED:
        raise EncryptedFileError(file_name=file_name)
    if mark == WORD_6 or (mark == WORD_97 and version < _FIRST_VERSION):
        raise OldFormatError(file_name=file_name, format_name="Word 95")
    if mark != WORD_97:
        raise BrokenFileError(file_name=file_name)
    counts = struct.unpack_from("<8i", stream, 0x4C)
    if min(counts) < 0 or sum(counts) > len(stream):
        raise BrokenFileError(file_name=file_name)
    pair_count = struct.unpack_from("<H", stream, 0x98)[0]
    readable = min(pair_count, (len(stream) - _PAIRS) // 8)
    numbers = struct.unpack_from(f"<{readable * 2}I", stream, _PAIRS)
    pairs = tuple(zip(numbers[::2], numbers[1::2], strict=True))
    return Head("1Table" if flags & _SECOND_TABLE else "0Table", Parts(*counts), pairs)


def read_pieces(head: Head, table: bytes, stream: bytes, file_name: str) -> list[Piece]:
    """Return the pieces of the text in order, each with its own bytes inside the stream.

    Raises:
        BrokenFileError: the table of pieces is missing or points outside.
    """
    _, listed = _split_clx(head.block(table, _PIECES), file_name)
    count = (len(listed) - 4) // (4 + _DESCRIPTOR)
    if count < 1:
        raise BrokenFileError(file_name=file_name)
    starts = struct.unpack_from(f"<{count + 1}I", listed)
    if starts[0] != 0:
        raise BrokenFileError(file_name=file_name)
    pieces = []
    for number, (start, end) in enumerate(pairwise(starts)):
        place = 4 * (count + 1) + _DESCRIPTOR * number
        coded, properties = struct.unpack_from("<IH", listed, place + 2)
        width = 1 if coded & _ONE_BYTE else 2
        offset = (coded & ~_ONE_BYTE) // (2 if width == 1 else 1)
        if end < start or offset + (end - start) * width > len(stream) or end > len(stream):
            raise BrokenFileError(file_name=file_name)
        pieces.append(Piece(start, end, offset, width, properties))
    return pieces


def piece_properties(head: Head, table: bytes, file_name: str) -> list[bytes]:
    """Return the lists of properties that pieces of a fast-saved file refer to."""
    return _split_clx(head.block(table, _PIECES), file_name)[0]


def box_bounds(head: Head, table: bytes) -> list[tuple[int, int]]:
    """Return where the words of each text box begin and end, counted from those of the first."""
    block = head.block(table, _BOXES)
    count = (len(block) - 4) // (4 + _BOX_ENTRY)
    if count < 1:
        return []
    bounds = struct.unpack_from(f"<{count + 1}I", block)
    # The last entry stands for no box.
    found = list(pairwise(bounds[:-1]))
    return found if all(start <= end for start, end in found) else []


def _split_clx(block: bytes, file_name: str) -> tuple[list[bytes], bytes]:
    """Part the property lists that come first from the table of pieces."""
    lists: list[bytes] = []
    place = 0
    while place + 5 <= len(block):
        if block[place] == 1:
            length = struct.unpack_from("<H", block, place + 1)[0]
            lists.append(block[place + 3 : place + 3 + length])
            place += 3 + length
        elif block[place] == 2:  # noqa: PLR2004 -- the kind of block that is the table of pieces
            length = struct.unpack_from("<I", block, place + 1)[0]
            return lists, block[place + 5 : place + 5 + length]
        else:
            break
    raise BrokenFileError(file_name=file_name)


def characters_of(pieces: list[Piece], stream: bytes) -> list[str]:
    """Return the characters one by one, as the counts of the header count them."""
    found: list[str] = []
    for piece in pieces:
        count = piece.end - piece.start
        raw = stream[piece.offset : piece.offset + count * piece.width]
        if piece.width == 1:
            found += raw.decode("cp1252", errors="replace")
        else:
            found += map(chr, struct.unpack(f"<{count}H", raw))
    return found
