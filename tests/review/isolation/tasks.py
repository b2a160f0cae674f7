"""Tasks for the child: honest, slow, greedy, deadly and curious ones."""

import ctypes
import os
import socket
import subprocess
import sys
from pathlib import Path
from typing import Any

from review.errors import BrokenFileError


def length_of(path: Path) -> int:
    """Return how many bytes a file has."""
    return len(path.read_bytes())


def process_id() -> int:
    """Return the child's number."""
    return os.getpid()


def text_of(characters: int) -> str:
    """Return a long text."""
    return "云" * characters


def variables() -> set[str]:
    """Return the names of the variables the child sees."""
    return set(os.environ)


def refuse(name: str) -> None:
    """Refuse a file as the readers do."""
    raise BrokenFileError(file_name=name)


def fail() -> None:
    """Fail in a way nobody foresaw."""
    raise KeyError("word/document.xml")


def never_end() -> None:
    """Work on for ever."""
    while True:
        pass


def fill_memory() -> int:
    """Take memory until there is none, a megabyte at a time."""
    blocks = []
    while True:
        blocks.append(b"x" * 1024 * 1024)


def take_gigabytes() -> int:
    """Take more than the limit at once."""
    return len(bytearray(3 * 1024 * 1024 * 1024))


def abort() -> None:
    """End as a native library ends when it runs out of memory."""
    os.abort()


def read_address_zero() -> None:
    """End as a native library ends on a bug."""
    ctypes.string_at(0)


def leave() -> None:
    """End without a word."""
    os._exit(3)


def connect() -> None:
    """Open a connection."""
    socket.create_connection(("127.0.0.1", 9), 1)


def start_program() -> None:
    """Start another program."""
    subprocess.run([sys.executable, "-c", ""], check=False)


def read_elsewhere(path: str) -> bytes:
    """Read a file that is no file of the task: a text is no path."""
    return Path(path).read_bytes()


def write_to(path: Path) -> None:
    """Write into the file of the task."""
    path.write_bytes(b"changed")


def deadly_answer() -> object:
    """Answer with something that would run a command where it is unpacked."""
    return _Command()


class _Command:
    def __reduce__(self) -> tuple[Any, ...]:
        return os.system, ("exit 7",)


def square_or_die(number: int) -> int:
    """Square a number, and die over every fifth."""
    if number % 5 == 0:
        os.abort()
    return number**2
