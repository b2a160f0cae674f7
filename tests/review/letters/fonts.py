"""Font files for tests: bundled faces under other names, with other rights, in collections."""

import struct
from collections.abc import Sequence
from pathlib import Path

from resources import path_of

WINDOWS, UNICODE_ENCODING, PRC_ENCODING = 3, 1, 3
ENGLISH, CHINESE = 0x409, 0x804
RIGHTS_PLACE = 8


def font_bytes(
    bundled: str, family: str, *, rights: int = 0, encoding: int = UNICODE_ENCODING
) -> bytes:
    """Return a bundled face that calls itself otherwise."""
    tables = _tables(path_of("fonts", f"{bundled}.ttf").read_bytes())
    tables[b"name"] = _name_table(family, encoding)
    marked = bytearray(tables[b"OS/2"])
    struct.pack_into(">H", marked, RIGHTS_PLACE, rights)
    tables[b"OS/2"] = bytes(marked)
    return _font(tables, 0)


def collection_bytes(*fonts: bytes) -> bytes:
    """Return a collection (.ttc) of some faces."""
    start = 12 + 4 * len(fonts)
    starts: list[int] = []
    body = b""
    for font in fonts:
        starts.append(start + len(body))
        body += _font(_tables(font), start + len(body))
    return b"ttcf" + struct.pack(f">LL{len(fonts)}L", 0x10000, len(fonts), *starts) + body


def postscript_bytes(family: str) -> bytes:
    """Return a font file with outlines of the PostScript kind."""
    tables = _tables(font_bytes("LtrHei", family))
    del tables[b"glyf"]
    tables[b"CFF "] = b"\1\0\4\1"
    return _font(tables, 0, b"OTTO")


def install(folder: Path, name: str, content: bytes) -> Path:
    """Put a font file into the folder that a computer keeps its fonts in."""
    place = folder / "fonts" / "office"
    place.mkdir(parents=True, exist_ok=True)
    (place / name).write_bytes(content)
    return place / name


def _tables(font: bytes) -> dict[bytes, bytes]:
    (count,) = struct.unpack(">H", font[4:6])
    entries = struct.iter_unpack(">4s4xLL", font[12 : 12 + 16 * count])
    return {tag: font[offset : offset + length] for tag, offset, length in entries}


def _font(tables: dict[bytes, bytes], start: int, kind: bytes = b"\0\1\0\0") -> bytes:
    header = kind + struct.pack(">4H", len(tables), 0, 0, 0)
    place = start + 12 + 16 * len(tables)
    body = b""
    for tag, table in sorted(tables.items()):
        header += tag + struct.pack(">LLL", 0, place + len(body), len(table))
        body += table + b"\0" * (-len(table) % 4)
    return header + body


def _name_table(family: str, encoding: int) -> bytes:
    coding = "gb18030" if encoding == PRC_ENCODING else "utf-16-be"
    postscript = "Test-" + "".join(f"{ord(char):x}" for char in family)
    texts: Sequence[tuple[int, int, int, bytes]] = [
        (UNICODE_ENCODING, ENGLISH, 6, postscript.encode("utf-16-be")),
        (encoding, CHINESE, 1, family.encode(coding)),
        (encoding, CHINESE, 4, family.encode(coding)),
    ]
    header = struct.pack(">HHH", 0, len(texts), 6 + 12 * len(texts))
    body = b""
    for kind, language, number, raw in texts:
        header += struct.pack(">6H", WINDOWS, kind, language, number, len(raw), len(body))
        body += raw
    return header + body
