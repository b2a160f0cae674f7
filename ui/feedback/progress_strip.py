"""Long work under way: what, how many, how long still, and a button that stops it."""

from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QWidget

from ui.tasks.ticket import Progress, Ticket
from ui.widgets.buttons import Button
from ui.widgets.labels import ElidedLabel

_SECONDS_PER_MINUTE = 60


class ProgressStrip(QWidget):
    """Hidden until work is followed; the window stays usable meanwhile."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.text = ElidedLabel()
        self.bar = QProgressBar()
        self.bar.setTextVisible(False)
        self.stop = Button("取消")
        self.stop.clicked.connect(self._cancel)
        self._ticket: Ticket | None = None
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(12)
        layout.addWidget(self.text, 2)
        layout.addWidget(self.bar, 1)
        layout.addWidget(self.stop)
        self.hide()

    def follow(self, ticket: Ticket, what: str) -> None:
        """Show that work has begun."""
        self._ticket = ticket
        self.text.setText(what)
        self.bar.setRange(0, 0)
        self.show()

    def show_progress(self, progress: Progress) -> None:
        """Show how far the work has come; to be given to the lane as its ``progress``."""
        self.bar.setRange(0, progress.total)
        self.bar.setValue(progress.done)
        left = progress.seconds_left
        words = f"{progress.what} {progress.done}/{progress.total}"
        self.text.setText(words if left is None else f"{words}，{time_left(left)}")
        self.bar.setAccessibleName(self.text.text())

    def end(self) -> None:
        """Put the strip away, because the work is done or has failed."""
        self._ticket = None
        self.hide()

    def _cancel(self) -> None:
        if self._ticket is not None:
            self._ticket.cancel()
        self.end()


def time_left(seconds: float) -> str:
    """Say how long it still takes, as people say it."""
    if seconds < _SECONDS_PER_MINUTE:
        return f"约剩 {max(1, round(seconds))} 秒"
    return f"约剩 {round(seconds / _SECONDS_PER_MINUTE)} 分钟"
