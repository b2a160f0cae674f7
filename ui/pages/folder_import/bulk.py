"""Many items registered one after the other, until all are done or somebody stops it."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QObject, Signal

from models.errors import AppError
from review.folder_import.batch import Batch
from review.folder_import.registering import Registered
from review.folder_import.work_list import WorkItem
from ui.desk import Changes, Desk
from ui.pages.folder_import.lane_work import register


@dataclass(frozen=True)
class BulkResult:
    """What a registration in bulk came to."""

    done: tuple[Registered, ...]
    wanted: int

    @property
    def registered(self) -> int:
        """Return how many became documents."""
        return sum(one.document_id is not None for one in self.done)


class BulkRegistration(QObject):
    """One item is one piece of work in the store lane, so that other questions come in between."""

    progressed = Signal(int, int)
    ended = Signal(object)
    failed = Signal(object)

    def __init__(self, desk: Desk, parent: QObject) -> None:
        super().__init__(parent)
        self._desk = desk
        self._batch: Batch | None = None
        self._waiting: list[WorkItem] = []
        self._done: list[Registered] = []
        self._wanted = 0

    @property
    def is_running(self) -> bool:
        """Whether items are being registered."""
        return bool(self._wanted)

    def begin(self, batch: Batch, items: Sequence[WorkItem]) -> None:
        """Register these items; a second time while the first goes on is not taken."""
        if self.is_running or not items:
            return
        self._batch = batch
        self._waiting, self._done, self._wanted = list(items), [], len(items)
        self._next()

    def stop(self) -> None:
        """Register no further item; what was done stays done."""
        self._waiting = []

    def _next(self) -> None:
        self.progressed.emit(len(self._done), self._wanted)
        if not self._waiting or self._batch is None:
            self._end()
            return
        self._desk.runner.store.run(
            register,
            self._desk.person.login,
            self._batch,
            self._waiting.pop(0),
            owner=self,
            done=self._take,
            failed=self._fail,
        )

    def _take(self, registered: Registered) -> None:
        self._done.append(registered)
        self._next()

    def _fail(self, error: AppError) -> None:
        self._end()
        self.failed.emit(error)

    def _end(self) -> None:
        result = BulkResult(tuple(self._done), self._wanted)
        self._waiting, self._done, self._wanted = [], [], 0
        self._desk.changes.publish(Changes(documents=True, numbers=True))
        self.ended.emit(result)
