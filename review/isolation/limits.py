"""What a child process may use before it is ended."""

from dataclasses import dataclass

MEGABYTE = 1024 * 1024


@dataclass(frozen=True, slots=True)
class Limits:
    """Limits of one task and of one child.

    The defaults are those of a document: ten times what the largest real one was measured to need.
    """

    seconds: float = 5.0
    memory_megabytes: int = 500
    # Native libraries lose a little memory with every file; a fresh child costs half a second.
    tasks_per_child: int = 200
    # A child that loads its libraries from a cold disk is no reason to refuse a file.
    start_seconds: float = 60.0

    @property
    def memory_bytes(self) -> int:
        """Return the memory limit in bytes."""
        return self.memory_megabytes * MEGABYTE
