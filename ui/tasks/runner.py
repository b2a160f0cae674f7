"""The lanes: work leaves the window here, its answer comes back here."""

import logging
import weakref
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from itertools import count
from types import MethodType
from typing import Any, TypeVar, TypeVarTuple, Unpack

from PySide6.QtCore import QEventLoop, QObject, Qt, QTimer, Signal, Slot
from shiboken6 import isValid

from models.errors import AppError
from ui.tasks.ticket import CancelledError, Progress, Ticket

_LOG = logging.getLogger(__name__)

Answer = TypeVar("Answer")
Arguments = TypeVarTuple("Arguments")


@dataclass(frozen=True)
class Outcome:
    """What became of a piece of work: an answer, an error, or neither when it was cancelled."""

    number: int
    answer: Any = None
    error: AppError | None = None
    is_cancelled: bool = False


class _Listener:
    """A callable held weakly when it belongs to a page, so that waiting keeps no page alive."""

    def __init__(self, call: Callable[[Any], None] | None) -> None:
        self._call: Callable[[], Callable[[Any], None] | None]
        if isinstance(call, MethodType):
            self._call = weakref.WeakMethod(call)
        else:
            self._call = lambda: call

    def __call__(self, value: object) -> None:
        call = self._call()
        if call is not None:
            call(value)


@dataclass(frozen=True)
class _Listeners:
    owner: weakref.ref[QObject]
    done: _Listener
    failed: _Listener
    progress: _Listener
    ticket: Ticket

    def are_there(self) -> bool:
        owner = self.owner()
        return owner is not None and isValid(owner)


class _Relay(QObject):
    """Lives in the window's thread; the lanes' threads only emit its signals."""

    finished = Signal(object)
    progressed = Signal(int, object)
    idle = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._waiting: dict[int, _Listeners] = {}
        self._numbers = count(1)
        self.finished.connect(self._deliver, Qt.ConnectionType.QueuedConnection)
        self.progressed.connect(self._pass_on, Qt.ConnectionType.QueuedConnection)

    def expect(
        self,
        owner: QObject,
        done: Callable[[Any], None],
        failed: Callable[[AppError], None] | None,
        progress: Callable[[Progress], None] | None,
    ) -> Ticket:
        ticket = Ticket(next(self._numbers), self.progressed.emit)
        self._waiting[ticket.number] = _Listeners(
            weakref.ref(owner), _Listener(done), _Listener(failed), _Listener(progress), ticket
        )
        return ticket

    def forget(self, ticket: Ticket) -> None:
        ticket.cancel()
        del self._waiting[ticket.number]

    def is_idle(self) -> bool:
        return not self._waiting

    def cancel_all(self) -> None:
        for listeners in self._waiting.values():
            listeners.ticket.cancel()

    @Slot(object)
    def _deliver(self, outcome: Outcome) -> None:
        listeners = self._waiting.pop(outcome.number)
        if listeners.are_there() and not listeners.ticket.is_cancelled:
            if outcome.error is None:
                listeners.done(outcome.answer)
            else:
                listeners.failed(outcome.error)
        if self.is_idle():
            self.idle.emit()

    @Slot(int, object)
    def _pass_on(self, number: int, progress: Progress) -> None:
        listeners = self._waiting.get(number)
        if listeners is not None and listeners.are_there() and not listeners.ticket.is_cancelled:
            listeners.progress(progress)


class Lane:
    """A queue of work with its own threads; listeners are given before the work starts."""

    def __init__(self, name: str, threads: int, relay: _Relay) -> None:
        self._pool = ThreadPoolExecutor(max_workers=threads, thread_name_prefix=name)
        self._relay = relay
        self._is_closed = False

    def run(
        self,
        work: Callable[[Unpack[Arguments]], Answer],
        *arguments: *Arguments,
        owner: QObject,
        done: Callable[[Answer], None],
        failed: Callable[[AppError], None] | None = None,
    ) -> Ticket:
        """Do the work in this lane and give its answer to ``done`` in the window's thread.

        The answer is dropped when ``owner`` is gone by then or the ticket was cancelled.
        """
        ticket = self._relay.expect(owner, done, failed, None)
        return self._begin(ticket, work, arguments)

    def run_long(
        self,
        work: Callable[[Ticket, Unpack[Arguments]], Answer],
        *arguments: *Arguments,
        owner: QObject,
        done: Callable[[Answer], None],
        failed: Callable[[AppError], None] | None = None,
        progress: Callable[[Progress], None] | None = None,
    ) -> Ticket:
        """Like ``run`` for work that takes a ticket first, reports progress and can be stopped."""
        ticket = self._relay.expect(owner, done, failed, progress)
        return self._begin(ticket, work, (ticket, *arguments))

    def close(self) -> None:
        """Finish the work under way, forget the rest; what is asked for afterwards is not begun.

        A page whose timer fires while the window goes away may still ask.
        """
        self._is_closed = True
        self._pool.shutdown(wait=True, cancel_futures=True)

    def _begin(
        self, ticket: Ticket, work: Callable[..., Any], arguments: tuple[Any, ...]
    ) -> Ticket:
        if self._is_closed:
            self._relay.forget(ticket)
        else:
            self._pool.submit(self._perform, ticket, work, arguments)
        return ticket

    def _perform(
        self, ticket: Ticket, work: Callable[..., Any], arguments: tuple[Any, ...]
    ) -> None:
        self._relay.finished.emit(_outcome(ticket, work, arguments))


def _outcome(ticket: Ticket, work: Callable[..., Any], arguments: tuple[Any, ...]) -> Outcome:
    if ticket.is_cancelled:
        return Outcome(ticket.number, is_cancelled=True)
    try:
        return Outcome(ticket.number, answer=work(*arguments))
    except CancelledError:
        return Outcome(ticket.number, is_cancelled=True)
    except AppError as error:
        return Outcome(ticket.number, error=error)
    except Exception:  # noqa: BLE001 -- the lane is the border: a bug becomes a message, logged
        _LOG.exception("unexpected fault in a lane")
        return Outcome(ticket.number, error=AppError())


class Runner:
    """The two lanes of the desk: one thread for the register, two for documents."""

    def __init__(self) -> None:
        self._relay = _Relay()
        self.store = Lane("store", 1, self._relay)
        self.paper = Lane("paper", 2, self._relay)

    def is_idle(self) -> bool:
        """Whether no work is under way and every answer was given."""
        return self._relay.is_idle()

    def wait_until_idle(self, timeout_ms: int = 5000) -> bool:
        """Serve the window until all work is answered; tell whether that came in time."""
        if self.is_idle():
            return True
        loop = QEventLoop()
        self._relay.idle.connect(loop.quit)
        QTimer.singleShot(timeout_ms, loop.quit)
        loop.exec()
        return self.is_idle()

    def close(self) -> None:
        """Ask all long work to stop and end the threads."""
        self._relay.cancel_all()
        self.store.close()
        self.paper.close()
