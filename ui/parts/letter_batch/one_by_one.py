"""Many pieces of work in the store lane, one after the other, until done or stopped."""

from collections.abc import Callable, Sequence
from functools import partial
from typing import Any

from PySide6.QtCore import QObject, Signal

from models.errors import AppError
from ui.desk import Desk
from ui.tasks.ticket import CancelledError, Progress, Ticket


class OneByOne(QObject):
    """Each piece is work of its own, so that the questions of other pages come in between.

    ``progressed`` gives a ``Progress``; ``answered`` the piece with its answer or its error;
    ``ended`` whether it was stopped before all was done.
    """

    progressed = Signal(object)
    answered = Signal(object, object, object)
    ended = Signal(bool)

    def __init__(self, desk: Desk, parent: QObject) -> None:
        super().__init__(parent)
        self._desk = desk
        self._work: Callable[[Any], Any] | None = None
        self._what = ""
        self._waiting: list[Any] = []
        self._total = 0
        self.ticket: Ticket | None = None

    @property
    def is_running(self) -> bool:
        """Whether work is under way."""
        return self.ticket is not None

    def begin(self, what: str, work: Callable[[Any], Any], pieces: Sequence[Any]) -> Ticket | None:
        """Do the work for these pieces and return the ticket that stops it; None while busy."""
        if self.is_running or not pieces:
            return None
        self._what, self._work = what, work
        self._waiting, self._total = list(pieces), len(pieces)
        self.ticket = Ticket(0, self._tell)
        self._next()
        return self.ticket

    def stop(self) -> None:
        """Begin no further piece; what was done stays done."""
        if self.ticket is not None:
            self.ticket.cancel()

    def _next(self) -> None:
        if self.ticket is None or self._work is None:
            return
        try:
            self.ticket.report(self._what, self._total - len(self._waiting), self._total)
        except CancelledError:
            self._end(is_stopped=bool(self._waiting))
            return
        if not self._waiting:
            self._end(is_stopped=False)
            return
        piece = self._waiting.pop(0)
        self._desk.runner.store.run(
            self._work,
            piece,
            owner=self,
            done=partial(self._take, piece),
            failed=partial(self._fail, piece),
        )

    def _take(self, piece: object, answer: object) -> None:
        self.answered.emit(piece, answer, None)
        self._next()

    def _fail(self, piece: object, error: AppError) -> None:
        self.answered.emit(piece, None, error)
        self._next()

    def _end(self, *, is_stopped: bool) -> None:
        self.ticket = self._work = None
        self._waiting = []
        self.ended.emit(is_stopped)

    def _tell(self, _number: int, progress: Progress) -> None:
        self.progressed.emit(progress)
