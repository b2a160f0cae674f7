"""The streams of an OLE file, as old office programs write them."""

import io
import struct
from collections.abc import Iterable

import olefile

from review.errors import BrokenFileError

OLE_START = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
# What olefile raises over directories and chains that lie, beside its own error (an OSError).
_FAULTS = (
    OSError,
    ValueError,
    LookupError,
    TypeError,
    AttributeError,
    ArithmeticError,
    RecursionError,
    struct.error,
)


def stream_names(content: bytes, file_name: str) -> frozenset[str]:
    """Return the names of the streams and storages at the top of the file.

    Raises:
        BrokenFileError: the directory cannot be read.
    """
    try:
        with olefile.OleFileIO(io.BytesIO(content)) as ole:
            return frozenset(path[0] for path in ole.listdir(streams=True, storages=True))
    except _FAULTS as fault:
        raise BrokenFileError(file_name=file_name) from fault


def read_streams(content: bytes, names: Iterable[str], file_name: str) -> dict[str, bytes]:
    """Return the streams of these names that the file has.

    Raises:
        BrokenFileError: the file's chains of sectors lead nowhere.
    """
    try:
        with olefile.OleFileIO(io.BytesIO(content)) as ole:
            return {name: ole.openstream(name).read() for name in names if ole.exists(name)}
    except _FAULTS as fault:
        raise BrokenFileError(file_name=file_name) from fault
