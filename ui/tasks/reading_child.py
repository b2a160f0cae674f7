"""The child process that reads files, kept warm while the window is open."""

from importlib import import_module
from typing import Protocol, cast


class _Worker(Protocol):
    def start(self) -> None: ...

    def close(self) -> None: ...


def warm_up() -> None:
    """Start the child, so that the first file is read as quickly as the second."""
    _worker().start()


def end() -> None:
    """End the child, also when it is reading: the window closes now."""
    _worker().close()


def _worker() -> _Worker:
    # Loaded by name and in a lane: the window shall not wait for the libraries that read files.
    return cast("_Worker", import_module("review.reading.reader").READER)
