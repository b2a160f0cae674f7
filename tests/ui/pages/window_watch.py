"""Sees what opens as a window: a part that does so before it has a place takes the keyboard."""

from collections.abc import Iterator
from contextlib import contextmanager

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QApplication, QWidget


class _Watch(QObject):
    def __init__(self) -> None:
        super().__init__()
        self.opened: list[QWidget] = []

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Note and pass on."""
        if event.type() is QEvent.Type.Show and isinstance(watched, QWidget) and watched.isWindow():
            self.opened.append(watched)
        return False


@contextmanager
def windows_opened(application: QApplication) -> Iterator[list[QWidget]]:
    """Return the windows that open meanwhile."""
    watch = _Watch()
    application.installEventFilter(watch)
    yield watch.opened
    application.removeEventFilter(watch)
