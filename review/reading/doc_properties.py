"""The properties of characters and paragraphs in a Word 97–2003 file."""

import struct
from bisect import bisect_right
from collections.abc import Iterator
from enum import IntEnum
from itertools import pairwise

from review.reading.doc_pieces import CHARACTER_PAGES, PARAGRAPH_PAGES, Head, Piece

_PAGE = 512
# How many bytes follow a property, by the three highest bits of its code; None: told by a byte.
_OPERANDS = (1, 1, 2, 4, 2, 2, None, 3)
_TABLE_DEFINITION = 0xD608
_DELETED, _INSERTED, _HIDDEN, _SYMBOL = 0x0800, 0x0801, 0x083C, 0x6A09
_ROW_END, _INNER_CELL, _INNER_ROW_END = 0x2417, 0x244B, 0x244C


class Mark(IntEnum):
    """What is special about a character; marks are added up."""

    DELETED = 1
    INSERTED = 2
    HIDDEN = 4
    SYMBOL = 8
    ROW_END = 16
    INNER_CELL = 32
    INNER_ROW_END = 64


_SWITCHES = {
    _DELETED: Mark.DELETED,
    _INSERTED: Mark.INSERTED,
    _HIDDEN: Mark.HIDDEN,
    _ROW_END: Mark.ROW_END,
    _INNER_CELL: Mark.INNER_CELL,
    _INNER_ROW_END: Mark.INNER_ROW_END,
}
Span = tuple[int, int, bytes]


def properties_in(block: bytes) -> Iterator[tuple[int, bytes]]:
    """Yield the properties of a list: code and operand; a list that ends amiss ends there."""
    place = 0
    while place + 2 < len(block):
        code = struct.unpack_from("<H", block, place)[0]
        place += 2
        length = _OPERANDS[code >> 13]
        if length is None and code == _TABLE_DEFINITION:
            length = int.from_bytes(block[place : place + 2], "little") + 1
        elif length is None:
            length = block[place] + 1
        yield code, block[place : place + length]
        place += length


def marks_of(block: bytes) -> int:
    """Return what a list of properties makes of its characters."""
    marks = 0
    for code, operand in properties_in(block):
        if code == _SYMBOL:
            marks |= Mark.SYMBOL
        elif code in _SWITCHES and operand[:1] not in (b"\0", b""):
            marks |= _SWITCHES[code]
    return marks


def character_spans(head: Head, table: bytes, stream: bytes) -> list[Span]:
    """Return stretches of bytes and the properties of the characters in them."""
    return _spans(head.block(table, CHARACTER_PAGES), stream, entry=1)


def paragraph_spans(head: Head, table: bytes, stream: bytes) -> list[Span]:
    """Return stretches of bytes and the properties of the paragraphs in them.

    The properties begin with the number of the paragraph's style, two bytes.
    """
    return _spans(head.block(table, PARAGRAPH_PAGES), stream, entry=13)


def placed(pieces: list[Piece], spans: list[Span]) -> Iterator[tuple[int, int, bytes]]:
    """Yield which characters lie in each stretch of bytes, and the stretch's properties."""
    ends = [end for _, end, _ in spans]
    for piece in pieces:
        last = piece.offset + (piece.end - piece.start) * piece.width
        for index in range(bisect_right(ends, piece.offset), len(spans)):
            start, end, block = spans[index]
            if start >= last:
                break
            first = piece.start + max(start - piece.offset, 0) // piece.width
            yield first, piece.start + (min(end, last) - piece.offset) // piece.width, block


def _spans(listed: bytes, stream: bytes, entry: int) -> list[Span]:
    """Read the pages of 512 bytes that a table lists.

    ``entry`` is the length of what a page holds for each stretch; its first byte is the place
    of the properties, in words.
    """
    count = (len(listed) - 4) // 8
    if count < 1 or count > len(stream) // _PAGE:
        return []
    numbers = struct.unpack_from(f"<{count}I", listed, 4 * (count + 1))
    found: list[Span] = []
    for number in numbers:
        page = stream[(number & 0x3FFFFF) * _PAGE :][:_PAGE]
        if len(page) == _PAGE:
            found += _page_spans(page, entry)
    return _in_order(found)


def _page_spans(page: bytes, entry: int) -> Iterator[Span]:
    count = page[-1]
    if 4 * (count + 1) + entry * count >= _PAGE:
        return
    bounds = struct.unpack_from(f"<{count + 1}I", page)
    for index, (start, end) in enumerate(pairwise(bounds)):
        place = page[4 * (count + 1) + entry * index] * 2
        yield start, end, _block(page, place, is_paragraph=entry > 1) if place else b""


def _block(page: bytes, place: int, *, is_paragraph: bool) -> bytes:
    """Return the properties at a place; before those of a paragraph their length is in words."""
    length = page[place]
    if not is_paragraph:
        return page[place + 1 : place + 1 + length]
    if length == 0:
        return page[place + 2 : place + 2 + page[place + 1] * 2]
    return page[place + 1 : place + length * 2]


def _in_order(spans: list[Span]) -> list[Span]:
    """Sort the stretches; of two that overlap the later loses, so that all are crossed once."""
    kept: list[Span] = []
    for span in sorted(spans):
        if span[0] < span[1] and (not kept or span[0] >= kept[-1][1]):
            kept.append(span)
    return kept
