"""A run under way: how far, how fast, pause and cancel; a batch left half read: go on."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QWidget

from ui.tasks.ticket import Progress
from ui.widgets.buttons import Button
from ui.widgets.labels import ElidedLabel


class RunStrip(QWidget):
    """Hidden while there is nothing to run."""

    pause_wanted = Signal()
    stop_wanted = Signal()
    go_on_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.text = ElidedLabel()
        self.bar = QProgressBar()
        self.bar.setTextVisible(False)
        self.pause = Button("暂停", "quiet", "wait")
        self.stop = Button("取消", "quiet", "close")
        self.go_on = Button("接着读取", "quiet", "right")
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(12)
        layout.addWidget(self.text, 2)
        layout.addWidget(self.bar, 1)
        for button in (self.pause, self.stop, self.go_on):
            layout.addWidget(button)
        self.pause.clicked.connect(self._want_pause)
        self.stop.clicked.connect(self._want_stop)
        self.go_on.clicked.connect(self._want_go_on)
        self.hide()

    def show_progress(self, progress: Progress) -> None:
        """Show how far reading has come."""
        self._offer(is_running=True)
        self.bar.setRange(0, progress.total)
        self.bar.setValue(progress.done)
        self.text.setText(progress.what)
        self.bar.setAccessibleName(self.text.text())

    def show_paused(self, *, is_paused: bool) -> None:
        """Show whether the run waits."""
        self.pause.setText("继续" if is_paused else "暂停")
        self.pause.setAccessibleName(self.pause.text())
        if is_paused:
            self.text.setText(f"已暂停。{self.text.text()}")

    def show_left(self, done: int, total: int) -> None:
        """Show that a batch is not read to the end; nothing when it is."""
        if done >= total:
            self.hide()
            return
        self._offer(is_running=False)
        self.bar.setRange(0, total)
        self.bar.setValue(done)
        self.text.setText(f"已读 {done}/{total} 个文件，没有读完")

    def _offer(self, *, is_running: bool) -> None:
        self.pause.setVisible(is_running)
        self.stop.setVisible(is_running)
        self.go_on.setVisible(not is_running)
        self.show()

    def _want_pause(self) -> None:
        self.pause_wanted.emit()

    def _want_stop(self) -> None:
        self.stop_wanted.emit()

    def _want_go_on(self) -> None:
        self.go_on_wanted.emit()
