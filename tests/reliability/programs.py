"""Run a program at another desk, hear what it says, and kill it at a moment of our choosing."""

import multiprocessing
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from multiprocessing import connection
from multiprocessing.connection import Connection
from multiprocessing.context import ForkServerContext, SpawnContext
from multiprocessing.process import BaseProcess
from typing import Protocol

# A fork server starts a program in milliseconds; where there is none, each is started anew.
_CONTEXT: SpawnContext | ForkServerContext = (
    multiprocessing.get_context("forkserver")
    if "forkserver" in multiprocessing.get_all_start_methods()
    else multiprocessing.get_context("spawn")
)
_CONTEXT.set_forkserver_preload(["__main__", "tests.reliability.desk_programs"])

_PATIENCE_SECONDS = 60


@dataclass(frozen=True)
class Said:
    """What a program said: an operation it begins, or its answer once the act has returned."""

    op_id: str
    answer: str | None = None

    @property
    def place(self) -> int:
        """The place of the document it is about, which the operation is named after."""
        return int(self.op_id.rpartition("-")[2])


class Listener(Protocol):
    """Who a program speaks to."""

    def send(self, said: Said) -> None:
        """Hear."""


@dataclass(frozen=True)
class Program:
    """A program that runs in a process of its own."""

    process: BaseProcess
    pipe: Connection

    def next_word(self, seconds: float = _PATIENCE_SECONDS) -> Said | None:
        """Return what it says next, or None when it ends or says nothing for so long."""
        try:
            return self.pipe.recv() if self.pipe.poll(max(0.0, seconds)) else None
        except EOFError:
            return None

    def words_within(self, seconds: float) -> Iterator[Said]:
        """Yield what it says in the seconds to come."""
        end = time.monotonic() + seconds
        while time.monotonic() < end:
            said = self.next_word(end - time.monotonic())
            if said is None and not self.process.is_alive():
                return
            if said is not None:
                yield said

    def kill(self) -> Iterator[Said]:
        """Kill it, and yield what it had said before."""
        self.process.kill()
        self.process.join()
        while (said := self.next_word(0)) is not None:
            yield said

    def rest(self) -> list[Said]:
        """Return all it says until it ends by itself."""
        words = list(iter(self.next_word, None))
        self.process.join()
        assert self.process.exitcode == 0
        return words


def next_word_of(programs: Sequence[Program], seconds: float) -> tuple[int, Said] | None:
    """Return what one of several programs says next, and which of them it is."""
    ready = connection.wait([program.pipe for program in programs], max(0.0, seconds))
    for place, program in enumerate(programs):
        if program.pipe in ready and (said := program.next_word()) is not None:
            return place, said
    return None


@contextmanager
def running(target: Callable[..., None], *arguments: object) -> Iterator[Program]:
    """Run a function as a program; it gets the pipe it speaks into, then the arguments."""
    hear, speak = _CONTEXT.Pipe(duplex=False)
    process = _CONTEXT.Process(target=target, args=(speak, *arguments), daemon=True)
    process.start()
    speak.close()
    with hear:
        yield Program(process, hear)
        process.kill()
        process.join()
        process.close()
