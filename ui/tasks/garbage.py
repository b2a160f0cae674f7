"""Widgets that nobody holds any more die in the window's thread, never inside a lane or a paint.

Python's own collector runs wherever an allocation happens to fall: in a lane's thread, or in the
middle of a paint. A page that it finds there is destroyed there, and Qt ends the process.
"""

import gc

from PySide6.QtCore import QObject, QTimer

_MS_BETWEEN_LOOKS = 500


def collect_what_is_due() -> None:
    """Collect the generations that have reached Python's own thresholds, the youngest first."""
    for generation, threshold in enumerate(gc.get_threshold()):
        if gc.get_count()[generation] <= threshold:
            return
        gc.collect(generation)


class GarbageCollector(QObject):
    """Stands in for Python's own collector while a window is open."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        gc.disable()
        self._clock = QTimer(self)
        self._clock.timeout.connect(collect_what_is_due)
        self._clock.start(_MS_BETWEEN_LOOKS)
