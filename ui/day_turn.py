"""The turn of the day while a window is open: what depends on the date is read again."""

from PySide6.QtCore import QObject, QTimer, Signal

from models.queries.office import today

# Looked at once a minute and not timed for midnight: computers sleep, and clocks are set.
_EVERY_MS = 60_000


class DayTurn(QObject):
    """``turned`` tells that the legal day is another than when it last looked."""

    turned = Signal()

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._day = today()
        self.timer = QTimer(self)
        self.timer.setInterval(_EVERY_MS)
        self.timer.timeout.connect(self._look)
        self.timer.start()

    def _look(self) -> None:
        day = today()
        if day != self._day:
            self._day = day
            self.turned.emit()
