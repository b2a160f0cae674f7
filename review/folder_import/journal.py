"""A journal that only grows: one JSON object a line, whole or not there at all."""

import json
import os
from collections.abc import Iterator
from pathlib import Path
from types import TracebackType
from typing import Any, Self

import msgspec

from review.folder_import.errors import JournalNotWrittenError

# So many lines may be read again after the power fails; syncing each would double the time.
_LINES_A_SYNC = 32


class Journal:
    """Appends records to a file; a last line that was torn is cut off first."""

    def __init__(self, file: Path, lines_a_sync: int = _LINES_A_SYNC) -> None:
        self._lines_a_sync = lines_a_sync
        self._unsynced = 0
        try:
            file.parent.mkdir(parents=True, exist_ok=True)
            self._stream = file.open("ab+")
            self._cut_torn_line()
        except OSError as error:
            raise JournalNotWrittenError(detail=error.strerror or "") from error

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    def append(self, record: object) -> None:
        """Write a record; it is on the disk after so many lines, or when the journal is closed.

        Raises:
            JournalNotWrittenError: the disk is full or refuses.
        """
        # Names that are no Unicode pass through ASCII escapes only.
        line = json.dumps(msgspec.to_builtins(record), ensure_ascii=True)
        try:
            self._stream.write(line.encode("ascii") + b"\n")
            self._stream.flush()
            self._unsynced += 1
            if self._unsynced >= self._lines_a_sync:
                self._sync()
        except OSError as error:
            raise JournalNotWrittenError(detail=error.strerror or "") from error

    def close(self) -> None:
        """Bring everything to the disk."""
        if not self._stream.closed:
            self._sync()
            self._stream.close()

    def _sync(self) -> None:
        os.fsync(self._stream.fileno())
        self._unsynced = 0

    def _cut_torn_line(self) -> None:
        self._stream.seek(0)
        content = self._stream.read()
        whole = content.rfind(b"\n") + 1
        if whole < len(content):
            self._stream.truncate(whole)
            self._sync()


def records_of(file: Path) -> Iterator[dict[str, Any]]:
    """Yield the records of a journal; a line that was torn or damaged is passed over."""
    if not file.exists():
        return
    for line in file.read_bytes().split(b"\n"):
        try:
            record = json.loads(line)
        except ValueError:
            continue
        if isinstance(record, dict):
            yield record
