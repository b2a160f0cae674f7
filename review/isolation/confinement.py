"""The walls of a child process: memory, processor time, files, network, environment."""

import os
import signal
import sys
from pathlib import Path

from review.isolation.limits import Limits

if sys.platform != "win32":
    import resource

# What a Python process needs to run; passwords and search paths of the parent are not among it.
_KEPT_VARIABLES = frozenset(
    ("LANG", "LC_ALL", "LC_CTYPE", "TZ", "TMP", "TEMP", "TMPDIR", "SYSTEMROOT", "WINDIR")
)
_FORBIDDEN_EVENTS = (
    "socket.",
    "subprocess.",
    "os.system",
    "os.exec",
    "os.posix_spawn",
    "os.spawn",
    "os.fork",
    "os.remove",
    "os.rename",
    "os.rmdir",
    "os.mkdir",
    "os.link",
    "os.symlink",
    "os.chmod",
    "os.truncate",
    "os.startfile",
    "ftplib.",
    "urllib.",
    "winreg.",
)
_DEVICES = frozenset((os.devnull, "/dev/urandom", "/dev/random"))
_WRITING = os.O_WRONLY | os.O_RDWR | os.O_CREAT | os.O_TRUNC | os.O_APPEND
# Processor time beyond the parent's own limit before the child ends itself: the parent may be gone.
_GRACE_SECONDS = 2


class ForbiddenStepError(PermissionError):
    """Code in the child reached for something outside its walls."""


class Walls:
    """What the child may open: the program's own files, and the file of its task."""

    def __init__(self) -> None:
        folders = {os.path.realpath(folder) for folder in _program_folders()}
        self._folders = tuple(folder.rstrip(os.sep) + os.sep for folder in folders)
        self._files: frozenset[str] = frozenset()

    def open_for(self, arguments: tuple[object, ...]) -> None:
        """Let the paths among a task's arguments be read, and no others from now on."""
        self._files = frozenset(
            os.path.realpath(value) for value in arguments if isinstance(value, Path)
        )

    def watch(self, event: str, arguments: tuple[object, ...]) -> None:
        """Refuse the event when it lies outside; called by the interpreter.

        Raises:
            ForbiddenStepError: it does.
        """
        if event == "open":
            self._watch_open(*arguments)
        elif event.startswith(_FORBIDDEN_EVENTS):
            raise ForbiddenStepError(event)

    def _watch_open(self, path: object, mode: object, flags: object) -> None:
        if not isinstance(path, str | bytes):
            return
        name = os.path.realpath(os.fsdecode(path))
        is_writing = isinstance(flags, int) and bool(flags & _WRITING)
        is_writing = is_writing or (isinstance(mode, str) and any(sign in mode for sign in "wax+"))
        if os.fsdecode(path) in _DEVICES:
            return
        if is_writing or not (name in self._files or name.startswith(self._folders)):
            raise ForbiddenStepError(f"open {name}")


def _program_folders() -> list[str]:
    frozen = getattr(sys, "_MEIPASS", "")
    ours = [str(Path(__file__).resolve().parents[2]), sys.prefix, sys.base_prefix, frozen]
    return [folder for folder in (*ours, *sys.path) if folder]


def confine() -> Walls:
    """Put up the walls that stand before anything is loaded, and return those for files."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    for name in set(os.environ) - _KEPT_VARIABLES:
        del os.environ[name]
    null = os.open(os.devnull, os.O_RDWR)
    # Native libraries write complaints there, between the answers that a program reads from us.
    for stream in (0, 1, 2):
        os.dup2(null, stream)
    return Walls()


def limit_memory(limits: Limits) -> None:
    """Let the system refuse memory beyond the limit, counted from what is already loaded.

    Address space is all that can be limited. What the libraries have reserved is added to it, so
    that the memory really used stays below the limit and no honest file is refused. Where a system
    has no such limit the parent's watch is the only one.
    """
    if sys.platform == "linux":
        sizes = Path("/proc/self/statm").read_text(encoding="ascii").split()
        reserved, used = (int(size) * resource.getpagesize() for size in sizes[:2])
        _lower(resource.RLIMIT_AS, reserved + limits.memory_bytes - used)
    if sys.platform != "win32":
        _lower(resource.RLIMIT_CORE, 0)
        _lower(resource.RLIMIT_FSIZE, 0)


def limit_time(limits: Limits) -> None:
    """Let the system end the child when it works on after the parent should have ended it."""
    if sys.platform != "win32":
        spent = resource.getrusage(resource.RUSAGE_SELF)
        used = spent.ru_utime + spent.ru_stime
        hard = resource.getrlimit(resource.RLIMIT_CPU)[1]
        soft = int(used + limits.seconds) + 1 + _GRACE_SECONDS
        resource.setrlimit(resource.RLIMIT_CPU, (soft, hard))


def _lower(kind: int, value: int) -> None:
    if sys.platform != "win32":
        hard = resource.getrlimit(kind)[1]
        unlimited = hard == resource.RLIM_INFINITY
        wanted = value if unlimited else min(value, hard)
        resource.setrlimit(kind, (wanted, wanted))
