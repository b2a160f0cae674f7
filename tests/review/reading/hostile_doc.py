"""Old office files built to harm: made from an honest one by breaking what it says of itself."""

import random
import struct
from collections.abc import Iterator
from pathlib import Path

_SAMPLE = Path(__file__).parents[2] / "documents" / "01-parking-measures.doc"
_SECTOR = 512


def sample() -> bytes:
    """Return an honest file."""
    return _SAMPLE.read_bytes()


def _word_stream(content: bytes | bytearray) -> int:
    """Return where the WordDocument stream begins."""
    return content.index(b"\xec\xa5")


def with_head(place: int, value: bytes) -> bytes:
    """Return the sample with bytes of the document's header replaced."""
    content = bytearray(sample())
    start = _word_stream(content) + place
    content[start : start + len(value)] = value
    return bytes(content)


def _with_pieces(offset: int, value: bytes) -> bytes:
    """Replace bytes of the table of pieces, which the second byte after its mark begins."""
    content = bytearray(sample())
    head = _word_stream(content)
    count = struct.unpack_from("<I", content, head + 0x4C)[0]
    # The one piece of a file saved whole: from zero to its last character.
    place = content.index(struct.pack("<II", 0, count)) if count else 0
    content[place + offset : place + offset + len(value)] = value
    return bytes(content)


def piece_outside() -> bytes:
    return _with_pieces(8 + 2, struct.pack("<I", 0x3FFFFFF0))


def piece_without_end() -> bytes:
    return _with_pieces(4, struct.pack("<I", 0xFFFFFFFF))


def piece_backwards() -> bytes:
    return _with_pieces(0, struct.pack("<II", 900, 3))


def pieces_elsewhere() -> bytes:
    return with_head(0x1A2, struct.pack("<II", 0x7FFFFFFF, 0x7FFFFFFF))


def property_pages_elsewhere() -> bytes:
    return with_head(0xFA, struct.pack("<IIII", 0, 0x100, 0, 0x100))


def property_pages_without_number() -> bytes:
    return with_head(0xFA, struct.pack("<II", 0, 0x7FFFFFFF))


def lists_elsewhere() -> bytes:
    return with_head(0x2E2, struct.pack("<IIII", 0x7FFFFFF0, 9, 0x7FFFFFF0, 9))


def lists_that_are_text() -> bytes:
    return with_head(0x2E2, struct.pack("<IIII", 40, 900, 60, 900))


def styles_that_are_text() -> bytes:
    return with_head(0xA2, struct.pack("<II", 50, 4000))


def negative_counts() -> bytes:
    return with_head(0x4C, struct.pack("<i", -5))


def _fat_entries(content: bytes | bytearray) -> tuple[int, int]:
    first = struct.unpack_from("<I", content, 0x4C)[0]
    return (first + 1) * _SECTOR, _SECTOR // 4


def sectors_in_a_loop() -> bytes:
    content = bytearray(sample())
    place, count = _fat_entries(content)
    for index in range(count):
        struct.pack_into("<I", content, place + 4 * index, index)
    return bytes(content)


def sectors_of_two_in_a_loop() -> bytes:
    content = bytearray(sample())
    place, count = _fat_entries(content)
    for index in range(count):
        struct.pack_into("<I", content, place + 4 * index, index ^ 1)
    return bytes(content)


def sectors_outside() -> bytes:
    content = bytearray(sample())
    place, count = _fat_entries(content)
    struct.pack_into(f"<{count}I", content, place, *([0x00FFFFFF] * count))
    return bytes(content)


def fat_listed_in_itself() -> bytes:
    content = bytearray(sample())
    struct.pack_into("<II", content, 0x44, 0, 0xFFFFFFF0)
    return bytes(content)


def directory_in_a_loop() -> bytes:
    content = bytearray(sample())
    first = struct.unpack_from("<I", content, 0x30)[0]
    place = (first + 1) * _SECTOR
    for entry in range(4):
        struct.pack_into("<III", content, place + 128 * entry + 0x44, 1, 1, 1)
    return bytes(content)


def tiny_sectors() -> bytes:
    content = bytearray(sample())
    struct.pack_into("<HH", content, 0x1E, 1, 0)
    return bytes(content)


def endless_stream() -> bytes:
    content = bytearray(sample())
    first = struct.unpack_from("<I", content, 0x30)[0]
    place = (first + 1) * _SECTOR
    for entry in range(4):
        struct.pack_into("<Q", content, place + 128 * entry + 0x78, 0x7FFFFFFFFFFF)
    return bytes(content)


def only_a_header() -> bytes:
    return sample()[:512]


def cut_files(content: bytes, count: int) -> Iterator[bytes]:
    """Yield the content cut at many places."""
    for part in range(1, count + 1):
        yield content[: len(content) * part // (count + 1)]


def mangled_files(content: bytes, count: int) -> Iterator[bytes]:
    """Yield the content with some bytes changed by lot, the same ones every time."""
    lot = random.Random(33190)  # noqa: S311 -- a lot that must repeat, no secret
    for _ in range(count):
        changed = bytearray(content)
        for _ in range(lot.randint(1, 60)):
            changed[lot.randrange(len(changed))] = lot.randrange(256)
        yield bytes(changed)


HOSTILE_DOC = (
    piece_outside,
    piece_without_end,
    piece_backwards,
    pieces_elsewhere,
    property_pages_elsewhere,
    property_pages_without_number,
    lists_elsewhere,
    lists_that_are_text,
    styles_that_are_text,
    negative_counts,
    sectors_in_a_loop,
    sectors_of_two_in_a_loop,
    sectors_outside,
    fat_listed_in_itself,
    directory_in_a_loop,
    tiny_sectors,
    endless_stream,
    only_a_header,
)
