"""One program at a time works on a batch; the system lets go when the program dies."""

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from review.folder_import.errors import BatchBusyError

if sys.platform == "win32":
    import msvcrt
else:
    import fcntl


@contextmanager
def held(folder: Path) -> Iterator[None]:
    """Hold the batch in this folder for the time of the block.

    Raises:
        BatchBusyError: somebody else holds it.
    """
    handle = os.open(folder / "lock", os.O_RDWR | os.O_CREAT, 0o644)
    try:
        _take(handle)
    except OSError as error:
        os.close(handle)
        raise BatchBusyError(batch=folder.name) from error
    try:
        yield
    finally:
        os.close(handle)


def _take(handle: int) -> None:
    if sys.platform == "win32":
        msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)
    else:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
