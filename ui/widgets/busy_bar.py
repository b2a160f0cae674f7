"""Work under way: what is done, how far it has come, and a way to stop it."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QWidget

from ui.widgets.buttons import Button
from ui.widgets.labels import ElidedLabel


class BusyBar(QWidget):
    """Hidden while nothing is done; ``stop_wanted`` asks to stop."""

    stop_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._what = ElidedLabel("", "quiet")
        self._bar = QProgressBar()
        self._bar.setTextVisible(False)
        self._stop = Button("取消", "flat", "close")
        self._stop.clicked.connect(self._want_stop)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        layout.addWidget(self._what, 1)
        layout.addWidget(self._bar, 1)
        layout.addWidget(self._stop)
        self.hide()

    def show_progress(self, what: str, done: int, total: int) -> None:
        """Show how far the work has come."""
        self._what.setText(what)
        self._bar.setRange(0, total)
        self._bar.setValue(done)
        self.setAccessibleName(what)
        self.show()

    def _want_stop(self) -> None:
        self.stop_wanted.emit()
