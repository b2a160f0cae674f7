"""What a font file says of itself: its names in every language, whether it may be embedded.

Only the tables of names and rights are read, so that hundreds of files are looked through quickly.
"""

import struct
from dataclasses import dataclass
from enum import Enum
from functools import lru_cache
from pathlib import Path
from typing import BinaryIO

FAMILY, FULL_NAME, POSTSCRIPT_NAME, LARGE_FAMILY = 1, 4, 6, 16
WINDOWS, MACINTOSH, UNICODE = 3, 1, 0
SIMPLIFIED_ON_MACINTOSH, PRC_ON_WINDOWS = 25, 3
COLLECTION = b"ttcf"
POSTSCRIPT_OUTLINES = b"CFF "

RESTRICTED, FORBIDDEN_BITS = 0x0002, 0x0300
"""Rights in the OS/2 table: no embedding; no subsets, or pictures of the glyphs only."""

BOLD_OR_ITALIC = 0x21


class FaceRefusal(Enum):
    """Why a face of this computer cannot stand in a PDF."""

    NO_EMBEDDING = "no_embedding"
    """Its maker forbids to embed it, or parts of it."""
    POSTSCRIPT_OUTLINES = "postscript_outlines"
    """Its outlines are of the PostScript kind, which the writer cannot embed."""
    UNREADABLE = "unreadable"
    """Its file is damaged or of a kind that the writer does not know."""


@dataclass(frozen=True, slots=True)
class InstalledFace:
    """One face in a font file.

    Attributes:
        path: The file.
        index: Its place in a collection (.ttc), 0 in other files.
        postscript_name: Its name in documents.
        names: Its family and full names in every language, without case and spaces.
        is_upright: Whether it is neither bold nor italic.
        weight: 400 for the regular weight, more for bolder ones.
        refusal: Why it cannot be embedded; None where it can.
    """

    path: Path
    index: int
    postscript_name: str
    names: frozenset[str]
    is_upright: bool
    weight: int
    refusal: FaceRefusal | None


def folded_name(name: str) -> str:
    """Return a font name as it is compared: without case and spaces."""
    return name.replace(" ", "").casefold()


def faces_in(path: Path) -> tuple[InstalledFace, ...]:
    """Return the faces of a file; a file that is no font has none.

    What was read is remembered until the file changes.
    """
    try:
        state = path.stat()
        return _faces_in(path, state.st_mtime_ns, state.st_size)
    except (OSError, struct.error, IndexError):
        return ()


@lru_cache(maxsize=4096)
def _faces_in(path: Path, changed_ns: int, size: int) -> tuple[InstalledFace, ...]:
    del changed_ns, size
    with path.open("rb") as file:
        return tuple(_face(file, path, index, start) for index, start in enumerate(_starts(file)))


def _starts(file: BinaryIO) -> tuple[int, ...]:
    """Return where each face of a file begins."""
    if file.read(4) != COLLECTION:
        return (0,)
    (count,) = struct.unpack(">4xL", file.read(8))
    return struct.unpack(f">{count}L", file.read(4 * count))


def _face(file: BinaryIO, path: Path, index: int, start: int) -> InstalledFace:
    tables = _tables(file, start)
    names = _names(_table(file, tables, b"name"))
    rights = _table(file, tables, b"OS/2")
    weight, kind = struct.unpack(">H2xH", rights[4:10])
    (style,) = struct.unpack(">H", rights[62:64])
    refusal = None
    if POSTSCRIPT_OUTLINES in tables or b"glyf" not in tables:
        refusal = FaceRefusal.POSTSCRIPT_OUTLINES
    elif kind & 0xF == RESTRICTED or kind & FORBIDDEN_BITS:
        refusal = FaceRefusal.NO_EMBEDDING
    return InstalledFace(
        path,
        index,
        next((name for number, name in names if number == POSTSCRIPT_NAME), path.stem),
        frozenset(folded_name(name) for _, name in names),
        is_upright=not style & BOLD_OR_ITALIC,
        weight=weight,
        refusal=refusal,
    )


def _tables(file: BinaryIO, start: int) -> dict[bytes, tuple[int, int]]:
    file.seek(start)
    (count,) = struct.unpack(">4xH6x", file.read(12))
    entries = struct.iter_unpack(">4s4xLL", file.read(16 * count))
    return {tag: (offset, length) for tag, offset, length in entries}


def _table(file: BinaryIO, tables: dict[bytes, tuple[int, int]], tag: bytes) -> bytes:
    offset, length = tables.get(tag, (0, 0))
    file.seek(offset)
    return file.read(length)


def _names(table: bytes) -> list[tuple[int, str]]:
    """Return number and text of the names that tell a face from others."""
    count, texts = struct.unpack(">2xHH", table[:6])
    found = []
    for entry in range(count):
        place = 6 + 12 * entry
        platform, encoding, _, number, length, offset = struct.unpack(
            ">6H", table[place : place + 12]
        )
        if number in (FAMILY, FULL_NAME, POSTSCRIPT_NAME, LARGE_FAMILY):
            raw = table[texts + offset : texts + offset + length]
            found.append((number, _decoded(raw, platform, encoding)))
    return [(number, name) for number, name in found if name]


def _decoded(raw: bytes, platform: int, encoding: int) -> str:
    """Turn a name into text; old Chinese faces write theirs in the national code."""
    if platform == WINDOWS and encoding == PRC_ON_WINDOWS:
        return raw.replace(b"\0", b"").decode("gb18030", "ignore")
    if platform in (WINDOWS, UNICODE):
        return raw.decode("utf-16-be", "ignore")
    is_chinese = platform == MACINTOSH and encoding == SIMPLIFIED_ON_MACINTOSH
    return raw.decode("gb18030" if is_chinese else "mac_roman", "ignore")
