"""Find a part of a page that must be there."""

from typing import TypeVar

from PySide6.QtCore import QObject

Part = TypeVar("Part", bound=QObject)


def part_of(parent: QObject, kind: type[Part]) -> Part:
    """Return the last part of this kind: dialogs that were closed may still be waiting to go."""
    return parent.findChildren(kind)[-1]
