"""A ticket: what work under way may know of the desk, namely whether to stop and whom to tell."""

import threading
from collections.abc import Callable
from dataclasses import dataclass
from time import monotonic

_SECONDS_BETWEEN_REPORTS = 0.1


class CancelledError(Exception):
    """The person asked the work to stop; raised inside the work, never shown."""


@dataclass(frozen=True)
class Progress:
    """How far long work has come."""

    what: str
    done: int
    total: int
    seconds_left: float | None


class Ticket:
    """Handed to long work, which reports its progress and stops when asked."""

    def __init__(self, number: int, tell: Callable[[int, Progress], None]) -> None:
        self.number = number
        self._tell = tell
        self._stop = threading.Event()
        self._started_at = monotonic()
        self._reported_at = 0.0

    @property
    def is_cancelled(self) -> bool:
        """Whether the person has asked to stop."""
        return self._stop.is_set()

    def stopped(self) -> bool:
        """Return whether the person has asked to stop, for work that asks by calling."""
        return self.is_cancelled

    def cancel(self) -> None:
        """Ask the work to stop at its next report."""
        self._stop.set()

    def report(self, what: str, done: int, total: int) -> None:
        """Say how far the work has come.

        Raises:
            CancelledError: the person asked to stop.
        """
        if self.is_cancelled:
            raise CancelledError
        now = monotonic()
        if done < total and now - self._reported_at < _SECONDS_BETWEEN_REPORTS:
            return
        self._reported_at = now
        self._tell(self.number, Progress(what, done, total, self._seconds_left(done, total, now)))

    def _seconds_left(self, done: int, total: int, now: float) -> float | None:
        if done == 0:
            return None
        return (now - self._started_at) / done * (total - done)
