"""Acts asked for in the window: done in the store lane, one at a time, and never twice."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, TypeVar, TypeVarTuple, Unpack

from PySide6.QtCore import QObject, Signal

from models.acts.performing import Order
from models.errors import AppError, InputError, RuleError
from ui.desk import Desk

Answer = TypeVar("Answer")
Arguments = TypeVarTuple("Arguments")


@dataclass(frozen=True)
class _Request:
    """What was asked for; a second time with the same words it is the same request."""

    act: Callable[..., Any]
    arguments: tuple[object, ...]


class Performer(QObject):
    """Performs the acts of one page.

    After a fault nobody knows whether the act happened. The person who presses again repeats the
    same order, so that the register answers with what it did the first time.
    """

    busy_changed = Signal(bool)

    def __init__(self, desk: Desk, parent: QObject) -> None:
        super().__init__(parent)
        self._desk = desk
        self._uncertain: tuple[_Request, Order] | None = None
        self._under_way: tuple[_Request, Order] | None = None
        self._done: Callable[[Any], None] | None = None
        self._failed: Callable[[AppError], None] | None = None

    @property
    def is_busy(self) -> bool:
        """Whether an act is under way."""
        return self._under_way is not None

    def perform(
        self,
        act: Callable[[Order, Unpack[Arguments]], Answer],
        *arguments: *Arguments,
        done: Callable[[Answer], None],
        failed: Callable[[AppError], None],
    ) -> None:
        """Perform an act; while one is under way a second one is not taken."""
        if self.is_busy:
            return
        request = _Request(act, arguments)
        order = self._order_for(request)
        self._under_way = (request, order)
        self._done, self._failed = done, failed
        self.busy_changed.emit(self.is_busy)
        self._desk.runner.store.run(
            act, order, *arguments, owner=self, done=self._finish, failed=self._fail
        )

    def _order_for(self, request: _Request) -> Order:
        if self._uncertain is not None and self._uncertain[0] == request:
            return self._uncertain[1]
        return self._desk.order()

    def _finish(self, answer: object) -> None:
        done = self._done
        self._settle(uncertain=None)
        if done is not None:
            done(answer)

    def _fail(self, error: AppError) -> None:
        failed = self._failed
        is_certain = isinstance(error, InputError | RuleError)
        self._settle(uncertain=None if is_certain else self._under_way)
        if failed is not None:
            failed(error)

    def _settle(self, *, uncertain: tuple[_Request, Order] | None) -> None:
        self._uncertain = uncertain
        self._under_way = self._done = self._failed = None
        self.busy_changed.emit(self.is_busy)
