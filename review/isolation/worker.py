"""A warm child process that does one task after the other, and what becomes of a task in it."""

import logging
import multiprocessing
from collections.abc import Callable
from contextlib import suppress
from multiprocessing.connection import Connection
from multiprocessing.context import SpawnProcess
from pickle import UnpicklingError
from threading import Lock
from time import monotonic
from types import TracebackType
from typing import Any, NamedTuple, NoReturn, Self, TypeVar, TypeVarTuple, Unpack

import psutil

from review.errors import (
    ReadingCancelledError,
    ReadingDiedError,
    ReadingError,
    ReadingMemoryError,
    ReadingTooSlowError,
)
from review.isolation.child import serve
from review.isolation.limits import MEGABYTE, Limits
from review.isolation.messages import Answer, Message, OutOfMemory, Ready, Refusal, unpack

_LOG = logging.getLogger(__name__)
# How often the parent looks at the clock, at the child's memory and at the wish to stop.
_BLINK_SECONDS = 0.02
# A child that kept this share of its memory after a task would refuse the next file for nothing.
_BLOATED_SHARE = 0.5
_ENDING_SECONDS = 2.0
# A text of ten megabytes with its notes is far below this.
_LONGEST_ANSWER = 256 * MEGABYTE

Value = TypeVar("Value")
Arguments = TypeVarTuple("Arguments")


class Usage(NamedTuple):
    """What a task took: seconds, and the child's largest memory that was seen meanwhile."""

    seconds: float
    peak_bytes: int


class IsolatedWorker:
    """A child process, started when first needed and again after it died or was ended.

    Tasks are functions at the top of a module; they and their arguments must be picklable. A path
    among the arguments may be read by the task; nothing else outside the program may. Threads that
    share a worker wait for each other.
    """

    def __init__(
        self, limits: Limits | None = None, prepare: Callable[[], object] | None = None
    ) -> None:
        self.limits = limits or Limits()
        self.usage = Usage(0.0, 0)
        self._prepare = prepare
        self._turn = Lock()
        self._process: SpawnProcess | None = None
        self._connection: Connection | None = None
        self._watched: psutil.Process | None = None
        self._is_ready = False
        self._tasks = 0
        self._began_at = 0.0
        self._seconds = self.limits.seconds
        self._file_name = ""

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    @property
    def is_running(self) -> bool:
        """Tell whether a child stands ready or is being started."""
        return self._process is not None and self._process.is_alive()

    @property
    def is_busy(self) -> bool:
        """Tell whether a task was begun and not collected."""
        return self._began_at > 0

    def start(self) -> None:
        """Start the child, without waiting for it; it loads while the parent goes on."""
        if self.is_running:
            return
        self.close()
        context = multiprocessing.get_context("spawn")
        ours, theirs = context.Pipe()
        process = context.Process(
            target=serve,
            args=(theirs, self.limits, self._prepare),
            daemon=True,
            name="normdesk-reader",
        )
        process.start()
        theirs.close()
        self._process, self._connection = process, ours
        with suppress(psutil.Error):
            self._watched = psutil.Process(process.pid)
        self._is_ready, self._tasks = False, 0

    def run(
        self,
        function: Callable[[Unpack[Arguments]], Value],
        *arguments: *Arguments,
        file_name: str = "",
        seconds: float | None = None,
        cancelled: Callable[[], bool] | None = None,
    ) -> Value:
        """Do a task in the child and return its value; ``seconds`` may shorten the usual limit.

        Raises:
            ReadingError: the task refused; or it took too long, needed too much memory, broke or
                was cancelled.
        """
        while not self._turn.acquire(timeout=_BLINK_SECONDS):
            if cancelled is not None and cancelled():
                raise ReadingCancelledError(file_name=file_name)
        try:
            self.begin(function, arguments, file_name, seconds)
            while not self.is_answered(_BLINK_SECONDS):
                self.check(cancelled)
            value: Value = self.collect()
            return value
        finally:
            self._turn.release()

    def begin(
        self,
        function: Callable[..., Any],
        arguments: tuple[Any, ...],
        file_name: str,
        seconds: float | None = None,
    ) -> None:
        """Send a task; the caller then waits for ``is_answered``, checks and collects."""
        self._file_name = file_name
        self._seconds = self.limits.seconds if seconds is None else seconds
        self._recycle_when_worn()
        self.start()
        try:
            self.line.send((function, arguments))
        except OSError:
            # It died while it waited, and this file had no part in that.
            self.close()
            self.start()
            self.line.send((function, arguments))
        self._tasks += 1
        self._began_at, self.usage = monotonic(), Usage(0.0, 0)

    @property
    def line(self) -> Connection:
        """Return the connection to the child, for waiting on several at once.

        Raises:
            ReadingDiedError: there is no child.
        """
        if self._connection is None:
            raise ReadingDiedError(file_name=self._file_name)
        return self._connection

    def is_answered(self, seconds: float) -> bool:
        """Wait so long for the answer at most; true also when the child has died."""
        try:
            if not self.line.poll(seconds):
                return False
            return self._is_ready or self._note_ready()
        except (EOFError, OSError):
            return True

    def check(self, cancelled: Callable[[], bool] | None = None) -> None:
        """End the child when its task must not go on.

        Raises:
            ReadingError: it was ended; the subclass says why.
        """
        if cancelled is not None and cancelled():
            self._end(ReadingCancelledError(file_name=self._file_name))
        allowed = self._seconds if self._is_ready else self.limits.start_seconds
        if monotonic() - self._began_at > allowed:
            self._end(ReadingTooSlowError(file_name=self._file_name, seconds=round(allowed)))
        if self._memory() > self.limits.memory_bytes:
            self._end_for_memory()

    def collect(self) -> Any:  # noqa: ANN401 -- the caller of begin knows
        """Return the value of the task that is answered.

        Raises:
            ReadingError: the task refused or broke, or the child died over it.
        """
        try:
            message = unpack(self.line.recv_bytes(_LONGEST_ANSWER))
        except (EOFError, OSError):
            self._end(ReadingDiedError(file_name=self._file_name))
        except UnpicklingError:
            _LOG.exception("the reading process sent something that is no answer")
            self._end(ReadingDiedError(file_name=self._file_name))
        self._memory()
        self.usage = self.usage._replace(seconds=monotonic() - self._began_at)
        self._began_at = 0.0
        return self._value(message)

    def close(self) -> None:
        """End the child; a later task starts another."""
        process, self._process = self._process, None
        if self._connection is not None:
            self._connection.close()
            self._connection = None
        self._began_at, self._watched = 0.0, None
        if process is None:
            return
        process.kill()
        process.join(_ENDING_SECONDS)
        if process.exitcode is not None:
            process.close()

    def _value(self, message: Message) -> Any:  # noqa: ANN401 -- see collect
        if isinstance(message, Answer):
            return message.value
        if isinstance(message, Refusal):
            raise message.kind(**message.values)
        if isinstance(message, OutOfMemory):
            self._end_for_memory()
        _LOG.warning("reading broke off: %s", message)
        raise ReadingError(file_name=self._file_name)

    def _note_ready(self) -> bool:
        """Take the child's word that it is ready; its time begins only now."""
        self._is_ready = isinstance(unpack(self.line.recv_bytes(_LONGEST_ANSWER)), Ready)
        self._began_at = monotonic()
        return self.line.poll(0)

    def _memory(self) -> int:
        used = 0
        if self._watched is not None:
            with suppress(psutil.Error):
                used = self._watched.memory_info().rss
        self.usage = self.usage._replace(peak_bytes=max(used, self.usage.peak_bytes))
        return used

    def _recycle_when_worn(self) -> None:
        bloated = self._memory() > self.limits.memory_bytes * _BLOATED_SHARE
        if self._tasks >= self.limits.tasks_per_child or bloated:
            self.close()

    def _end_for_memory(self) -> NoReturn:
        self._end(
            ReadingMemoryError(
                file_name=self._file_name, memory_megabytes=self.limits.memory_megabytes
            )
        )

    def _end(self, error: ReadingError) -> NoReturn:
        if self.is_busy:
            self.usage = self.usage._replace(seconds=monotonic() - self._began_at)
        self.close()
        raise error
