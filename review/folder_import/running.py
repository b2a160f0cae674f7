"""Read the files of a batch with two processes: told, paused, stopped and taken up again."""

import threading
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from dataclasses import dataclass, field
from pathlib import Path
from time import monotonic

from models.errors import AppError
from models.files import FileNotReadableError, FileStore, StoredFile
from review.errors import (
    MissingFileError,
    OversizedFileError,
    ReadingMemoryError,
    ReadingTooSlowError,
)
from review.folder_import.batch import Batch, FileRecord, FoundFile, kept_error
from review.folder_import.errors import ChangedWhileReadError
from review.folder_import.file_reading import FileReading, prepare, read_and_propose, read_only
from review.folder_import.journal import Journal
from review.folder_import.lock import held
from review.folder_import.shown_names import reachable
from review.isolation.pool import Finished, IsolatedPool, Task
from review.reading.file_bytes import LIMIT_MEGABYTES

_PROCESSES = 2
_MEGABYTE = 1024 * 1024
_SECONDS_BETWEEN_LOOKS = 0.1
_SECONDS_A_MINUTE = 60
_TOO_MUCH = (ReadingTooSlowError, ReadingMemoryError)


class Switch:
    """Pauses and stops a run from another thread; ``is_over`` may stop it as well."""

    def __init__(self, is_over: Callable[[], bool] | None = None) -> None:
        self._is_over = is_over
        self._stop = threading.Event()
        self._go = threading.Event()
        self._go.set()

    @property
    def is_stopped(self) -> bool:
        """Whether the run should end."""
        return self._stop.is_set() or (self._is_over is not None and self._is_over())

    @property
    def is_paused(self) -> bool:
        """Whether the run waits."""
        return not self._go.is_set()

    def stopped(self) -> bool:
        """Return whether the run should end, for who asks by calling."""
        return self.is_stopped

    def stop(self) -> None:
        """End the run; what was read stays."""
        self._stop.set()
        self._go.set()

    def pause(self) -> None:
        """Begin no further file."""
        self._go.clear()

    def go_on(self) -> None:
        """Go on after a pause."""
        self._go.set()

    def wait_while_paused(self) -> None:
        """Return when the run may go on, or was stopped."""
        while self.is_paused and not self.is_stopped:
            self._go.wait(_SECONDS_BETWEEN_LOOKS)


@dataclass(frozen=True)
class RunState:
    """How far a run has come; the rate and the time left are those of this run alone."""

    done: int
    total: int
    per_minute: float
    seconds_left: float | None
    file: str = ""


@dataclass
class _Count:
    total: int
    before: int
    done: int = 0
    waited: float = 0.0
    began: float = field(default_factory=monotonic)

    def state(self, file: str) -> RunState:
        spent = max(monotonic() - self.began - self.waited, 1e-6)
        left = self.total - self.before - self.done
        seconds_left = spent / self.done * left if self.done else None
        rate = self.done / spent * _SECONDS_A_MINUTE
        return RunState(self.before + self.done, self.total, rate, seconds_left, file)


Tell = Callable[[RunState], None]


def run_batch(batch: Batch, store: FileStore, tell: Tell, switch: Switch) -> bool:
    """Read what is not read yet; tell whether the batch is read to the end.

    Each file is put into the store before it is read, so that the stick it lies on may be pulled
    out. A file that is the same as one before is not read twice.

    Raises:
        BatchBusyError: another program reads the batch.
        FileNotStoredError, JournalNotWrittenError: the disk is full or refuses.
    """
    with ExitStack() as stack:
        stack.enter_context(held(batch.folder))
        records = batch.records()
        found = batch.found()
        run = _Run(batch, store, switch, _Count(len(found), len(records)), tell)
        # A copy whose first file was lost again must not keep that file from being read.
        run.read = {one.sha256 for one in records.values() if one.digest or one.error}
        run.journal = stack.enter_context(Journal(batch.read_journal))
        pool = stack.enter_context(IsolatedPool(_PROCESSES, prepare=prepare))
        waiting = [file for file in found if file.number not in records]
        tell(run.count.state(""))
        for finished in pool.run_all(read_and_propose, run.tasks(waiting), run.is_stopped):
            if not run.puts_off(finished):
                run.take(finished)
        for finished in pool.run_all(read_only, tuple(run.put_off), run.is_stopped):
            run.take(finished)
        return run.count.before + run.count.done == len(found)


class _Run:
    """One run over a batch: hands files out and writes down what comes back."""

    journal: Journal
    read: set[str]

    def __init__(
        self, batch: Batch, store: FileStore, switch: Switch, count: _Count, tell: Tell
    ) -> None:
        self._batch, self._store, self._switch, self._tell = batch, store, switch, tell
        self.count = count
        self._under_way: dict[str, tuple[FoundFile, StoredFile]] = {}
        self.put_off: list[Task] = []

    def is_stopped(self) -> bool:
        return self._switch.is_stopped

    def tasks(self, waiting: list[FoundFile]) -> Iterator[Task]:
        """Yield what a child must read; what needs no reading is written down at once."""
        for file in waiting:
            paused_at = monotonic()
            self._switch.wait_while_paused()
            self.count.waited += monotonic() - paused_at
            if self._switch.is_stopped:
                return
            stored = self._stored(file)
            if stored is None:
                continue
            if stored.sha256 in self.read:
                self._note(file, FileRecord(file.number, stored.sha256, stored.size))
                continue
            self.read.add(stored.sha256)
            place = str(reachable(Path(file.place)))
            self._under_way[place] = (file, stored)
            yield Task(file.name, (Path(place),))

    def puts_off(self, finished: Finished) -> bool:
        """Put off a file that was too much at once: its words alone may still be had."""
        is_too_much = isinstance(finished.error, _TOO_MUCH)
        if is_too_much:
            self.put_off.append(finished.task)
        return is_too_much

    def take(self, finished: Finished) -> None:
        """Write down what a child found, or why it could not read."""
        file, stored = self._under_way.pop(str(finished.task.arguments[0]))
        if finished.error is not None:
            self._refuse(file, finished.error, stored)
            return
        reading: FileReading = finished.value
        if reading.kept.read.sha256 != stored.sha256:
            self._refuse(file, ChangedWhileReadError(file_name=file.name), stored)
            return
        self._batch.keep_text(stored.sha256, reading.kept)
        self._note(file, FileRecord(file.number, stored.sha256, stored.size, digest=reading.digest))

    def _stored(self, file: FoundFile) -> StoredFile | None:
        if file.refusal is not None:
            self._note(file, FileRecord(file.number, error=file.refusal))
            return None
        place = reachable(Path(file.place))
        try:
            if place.stat().st_size > LIMIT_MEGABYTES * _MEGABYTE:
                # Too large to be read is too large to be kept for a register of texts.
                limit = OversizedFileError(file_name=file.name, limit_megabytes=LIMIT_MEGABYTES)
                self._refuse(file, limit)
                return None
            return self._store.put_file(place)
        except (OSError, FileNotReadableError):
            self._refuse(file, MissingFileError(file_name=file.name))
            return None

    def _refuse(self, file: FoundFile, error: AppError, stored: StoredFile | None = None) -> None:
        sha256, size = (stored.sha256, stored.size) if stored else ("", 0)
        self._note(file, FileRecord(file.number, sha256, size, kept_error(error)))

    def _note(self, file: FoundFile, record: FileRecord) -> None:
        self.journal.append(record)
        self.count.done += 1
        self._tell(self.count.state(file.name))
