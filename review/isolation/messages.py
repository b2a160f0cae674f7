"""What child and parent send each other, and what the parent is willing to unpack."""

import io
import pickle
from dataclasses import dataclass
from typing import Any

from models.errors import AppError

# The child reads what strangers wrote, so its answers are unpacked as plain values and as the
# program's own classes only: a pickle that would call anything else is not an answer.
_OWN_PACKAGES = ("models.", "review.")
_PLAIN_VALUES = {
    "builtins": frozenset(("set", "frozenset", "complex", "bytearray", "slice", "range")),
    "collections": frozenset(("OrderedDict", "Counter", "defaultdict", "deque")),
    "datetime": frozenset(("date", "datetime", "time", "timedelta", "timezone")),
    "decimal": frozenset(("Decimal",)),
    "pathlib": frozenset(("Path", "PosixPath", "WindowsPath", "PurePosixPath", "PureWindowsPath")),
}


@dataclass(frozen=True, slots=True)
class Answer:
    """The task's value."""

    value: Any


@dataclass(frozen=True, slots=True)
class Refusal:
    """The task refused with one of the program's own errors."""

    kind: type[AppError]
    values: dict[str, object]


@dataclass(frozen=True, slots=True)
class OutOfMemory:
    """The task asked for more memory than the child may have."""


@dataclass(frozen=True, slots=True)
class Fault:
    """The task failed in a way nobody foresaw; the trace is for the log."""

    trace: str


@dataclass(frozen=True, slots=True)
class Ready:
    """The child has loaded its libraries and waits for tasks."""


Message = Answer | Refusal | OutOfMemory | Fault | Ready


class _Unpacker(pickle.Unpickler):
    def find_class(self, module: str, name: str) -> Any:  # noqa: ANN401 -- as the base class has it
        is_own = module.startswith(_OWN_PACKAGES)
        if not is_own and name not in _PLAIN_VALUES.get(module, frozenset()):
            raise pickle.UnpicklingError(f"{module}.{name} is no part of an answer")
        found = super().find_class(module, name)
        if not isinstance(found, type):
            raise pickle.UnpicklingError(f"{module}.{name} is no class")
        return found


def pack(message: Message) -> bytes:
    """Return the bytes of a message."""
    return pickle.dumps(message, pickle.HIGHEST_PROTOCOL)


def unpack(content: bytes) -> Message:
    """Return the message of the bytes.

    Raises:
        pickle.UnpicklingError: the bytes would make something that is no answer.
    """
    message = _Unpacker(io.BytesIO(content)).load()
    if not isinstance(message, Message):
        raise pickle.UnpicklingError(f"{type(message)} is no message")
    return message
