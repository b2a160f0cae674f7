"""The program that imports a folder, run beside us: watched, interrupted, killed."""

import signal
import subprocess
import sys
import time
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path

import psutil

from review.folder_import.batch import Batch
from review.folder_import.journal import records_of

ROOT = Path(__file__).parents[2]
_BLINK_SECONDS = 0.02
_PATIENCE_SECONDS = 900


@dataclass
class Watched:
    """What was seen of the programs: the largest memory of the parent and of one child."""

    parent_bytes: int = 0
    child_bytes: int = 0
    seconds: float = 0.0
    processes: int = 0
    codes: list[int] = field(default_factory=list)


def lines_of(batch: Batch) -> list[int]:
    """Return the files written down so far, in the order in which they were."""
    return [int(record["number"]) for record in records_of(batch.read_journal)]


def import_until(
    register: Path, batch: Batch, is_enough: Callable[[int], bool], end: int, seen: Watched
) -> None:
    """Let the program read the batch; send it a signal once enough is read."""
    command = [sys.executable, "main.py", "--register", str(register), "--as", "xu"]
    command += ["import", "folder", "--resume", batch.plan.id]
    started = time.monotonic()
    with subprocess.Popen(
        command, cwd=ROOT, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    ) as program:
        watched = psutil.Process(program.pid)
        has_ended = False
        while program.poll() is None:
            _look_at(watched, seen)
            if not has_ended and is_enough(len(lines_of(batch))):
                program.send_signal(end)
                has_ended = True
            assert time.monotonic() - started < _PATIENCE_SECONDS
            with suppress(subprocess.TimeoutExpired):
                program.wait(_BLINK_SECONDS)
        seen.codes.append(int(program.returncode))
    seen.seconds += time.monotonic() - started


def interrupt() -> int:
    """Return the signal of Ctrl+C."""
    return signal.SIGINT


def kill() -> int:
    """Return the signal that nobody can refuse."""
    return signal.SIGKILL


def _look_at(program: psutil.Process, seen: Watched) -> None:
    with suppress(psutil.Error):
        seen.parent_bytes = max(seen.parent_bytes, program.memory_info().rss)
        children = [
            child
            for child in program.children()
            if any("spawn_main" in word for word in child.cmdline())
        ]
        seen.processes = max(seen.processes, len(children))
        for child in children:
            seen.child_bytes = max(seen.child_bytes, child.memory_info().rss)
