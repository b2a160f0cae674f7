"""The child process that reads files, kept warm while the window is open."""

from importlib import import_module
from typing import Protocol, cast


class _Worker(Protocol):
    def close(self) -> None: ...


class _Extraction(Protocol):
    def warm_up(self) -> None: ...


# Loaded by name and in a lane: the window shall not wait for the libraries that read files.
def warm_up() -> None:
    """Have the child stand ready, so that the first file is read and proposed like the second.

    Raises:
        ReadingError: it cannot be started.
    """
    cast("_Extraction", import_module("review.extraction.bounded")).warm_up()


def end() -> None:
    """End the child, also when it is reading: the window closes now."""
    cast("_Worker", import_module("review.reading.reader").READER).close()
