"""The bytes of a file from outside, before anybody looks into them."""

import stat
from pathlib import Path

from review.errors import EmptyFileError, MissingFileError, OversizedFileError

LIMIT_MEGABYTES = 100


def bytes_of(path: Path) -> bytes:
    """Return what a regular file holds.

    Raises:
        ReadingError: it is missing, no regular file, too large or empty.
    """
    try:
        status = path.stat()
        if not stat.S_ISREG(status.st_mode):
            # A folder, a device or a pipe: opening some of them never comes back.
            raise MissingFileError(file_name=path.name)
        if status.st_size > LIMIT_MEGABYTES * 1024 * 1024:
            raise OversizedFileError(file_name=path.name, limit_megabytes=LIMIT_MEGABYTES)
        content = path.read_bytes()
    except OSError as fault:
        raise MissingFileError(file_name=path.name) from fault
    if not content.strip(b"\0 \r\n\t"):
        raise EmptyFileError(file_name=path.name)
    return content
