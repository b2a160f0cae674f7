"""Several children at once, for a folder of files; the caller stays one thread."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from multiprocessing.connection import wait
from types import TracebackType
from typing import Any, Self

from review.errors import ReadingError
from review.isolation.limits import Limits
from review.isolation.worker import IsolatedWorker

_BLINK_SECONDS = 0.02


@dataclass(frozen=True, slots=True)
class Task:
    """One piece of work: what to call it in refusals, and what it is done with."""

    file_name: str
    arguments: tuple[Any, ...]


@dataclass(frozen=True, slots=True)
class Finished:
    """What became of a task: a value, or the refusal."""

    task: Task
    value: Any = None
    error: ReadingError | None = None


class IsolatedPool:
    """So many children that work side by side."""

    def __init__(
        self,
        size: int,
        limits: Limits | None = None,
        prepare: Callable[[], object] | None = None,
    ) -> None:
        self._workers = [IsolatedWorker(limits, prepare) for _ in range(size)]

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    def run_all(
        self,
        function: Callable[..., Any],
        tasks: Iterable[Task],
        cancelled: Callable[[], bool] | None = None,
    ) -> Iterator[Finished]:
        """Do all tasks, yielding each as soon as it is finished, in no certain order.

        When it is cancelled the tasks under way are ended and no more come.
        """
        waiting = iter(tasks)
        busy: dict[IsolatedWorker, Task] = {}
        idle = list(self._workers)
        while True:
            while idle and (task := next(waiting, None)) is not None:
                worker = idle.pop()
                worker.begin(function, task.arguments, task.file_name)
                busy[worker] = task
            if not busy:
                return
            if cancelled is not None and cancelled():
                self.close()
                return
            for worker, finished in _finished_of(busy):
                del busy[worker]
                idle.append(worker)
                yield finished

    def close(self) -> None:
        """End the children."""
        for worker in self._workers:
            worker.close()


def _finished_of(
    busy: dict[IsolatedWorker, Task],
) -> list[tuple[IsolatedWorker, Finished]]:
    wait([worker.line for worker in busy], _BLINK_SECONDS)
    finished = []
    for worker, task in busy.items():
        try:
            if worker.is_answered(0):
                finished.append((worker, Finished(task, worker.collect())))
            else:
                worker.check()
        except ReadingError as refusal:
            finished.append((worker, Finished(task, error=refusal)))
    return finished
