"""The child process: takes a task, does it, answers, and never decides anything itself."""

import sys
import traceback
from collections.abc import Callable
from multiprocessing.connection import Connection
from typing import Any

from models.errors import AppError
from review.isolation.confinement import Walls, confine, limit_memory, limit_time
from review.isolation.limits import Limits
from review.isolation.messages import Answer, Fault, Message, OutOfMemory, Ready, Refusal, pack

# Deep nesting is refused by the readers; this only keeps honest depth from failing.
_RECURSION_LIMIT = 3000


def serve(connection: Connection, limits: Limits, prepare: Callable[[], object] | None) -> None:
    """Do tasks until the parent closes its end."""
    walls = confine()
    sys.setrecursionlimit(_RECURSION_LIMIT)
    if prepare is not None:
        prepare()
    sys.dont_write_bytecode = True
    limit_memory(limits)
    sys.addaudithook(walls.watch)
    connection.send_bytes(pack(Ready()))
    while True:
        try:
            function, arguments = connection.recv()
        except (EOFError, OSError):
            return
        limit_time(limits)
        connection.send_bytes(_packed_answer(walls, function, arguments))


def _packed_answer(
    walls: Walls, function: Callable[..., Any], arguments: tuple[object, ...]
) -> bytes:
    try:
        walls.open_for(arguments)
        return pack(_answer(function, arguments))
    except MemoryError:
        return pack(OutOfMemory())


def _answer(function: Callable[..., Any], arguments: tuple[object, ...]) -> Message:
    try:
        return Answer(function(*arguments))
    except AppError as refusal:
        return Refusal(type(refusal), dict(refusal.values))
    except MemoryError:
        raise
    except Exception:  # noqa: BLE001 -- the border of a process: readers of strangers' bytes fail in ways nobody lists
        return Fault(traceback.format_exc())
