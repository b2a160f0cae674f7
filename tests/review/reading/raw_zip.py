"""Write zip packages by hand: with sizes that lie, members that overlap, gigabytes in kilobytes."""

import io
import struct
import zipfile
import zlib
from collections.abc import Iterable
from typing import NamedTuple

_LOCAL, _CENTRAL, _END = b"PK\x03\x04", b"PK\x01\x02", b"PK\x05\x06"
_DEFLATED = 8
MEGABYTE = 1024 * 1024


class Member(NamedTuple):
    """One member: packed bytes, and the size that its headers claim."""

    name: str
    packed: bytes
    claimed: int


def package(*members: tuple[str, str | bytes]) -> bytes:
    """Return an honest package."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in members:
            archive.writestr(name, content)
    return buffer.getvalue()


def packed(content: bytes) -> bytes:
    """Return the bytes deflated."""
    packer = zlib.compressobj(9, zlib.DEFLATED, -15)
    return packer.compress(content) + packer.flush()


def packed_megabytes(count: int, filler: bytes = b"\0", before: bytes = b"") -> bytes:
    """Return so many megabytes of a character deflated, without ever holding them."""
    packer = zlib.compressobj(9, zlib.DEFLATED, -15)
    start = packer.compress(before) + packer.flush(zlib.Z_FULL_FLUSH)
    block = packer.compress(filler * MEGABYTE) + packer.flush(zlib.Z_FULL_FLUSH)
    return start + block * count + packer.flush()


def raw_package(members: Iterable[Member], copies: int = 1) -> bytes:
    """Return a package whose directory names every member ``copies`` times."""
    content, directory, count = b"", b"", 0
    for member in members:
        place = len(content)
        sizes = struct.pack("<LLL", 0, len(member.packed), member.claimed)
        fields = struct.pack("<HHHHH", 20, 0, _DEFLATED, 0, 33) + sizes
        name = member.name.encode()
        content += _LOCAL + fields + struct.pack("<HH", len(name), 0) + name + member.packed
        for copy in range(copies):
            called = name + (b"%d" % copy if copy else b"")
            directory += _CENTRAL + struct.pack("<H", 20) + fields
            directory += struct.pack("<HHHHHLL", len(called), 0, 0, 0, 0, 0, place) + called
            count += 1
    end = struct.pack("<HHHHLLH", 0, 0, count, count, len(directory), len(content), 0)
    return content + directory + _END + end
