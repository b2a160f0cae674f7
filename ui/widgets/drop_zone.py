"""The place where a file is dropped or chosen."""

from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QFileDialog, QFrame, QVBoxLayout, QWidget

from ui.widgets.buttons import Button
from ui.widgets.labels import Label


class DropZone(QFrame):
    """Takes one file; ``file_given`` gives its path."""

    file_given = Signal(Path)

    def __init__(self, title: str, patterns: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("Paper")
        self.setAcceptDrops(True)
        self.setAccessibleName(title)
        self._patterns = patterns
        self.choose = Button("选择文件", "quiet", "folder")
        self.choose.clicked.connect(self.ask)
        self.setFocusProxy(self.choose)
        layout = QVBoxLayout(self)
        layout.setSpacing(12)
        layout.addStretch(2)
        for part in (Label(title, "heading"), self.choose):
            layout.addWidget(part, 0, Qt.AlignmentFlag.AlignHCenter)
        layout.addStretch(3)

    def ask(self) -> None:
        """Let the person choose the file."""
        name, _ = QFileDialog.getOpenFileName(self, "选择文件", "", self._patterns)
        if name:
            self.file_given.emit(Path(name))

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take files, nothing else."""
        if any(url.isLocalFile() for url in event.mimeData().urls()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Give the first file dropped."""
        files = [url.toLocalFile() for url in event.mimeData().urls() if url.isLocalFile()]
        if files:
            event.acceptProposedAction()
            self.file_given.emit(Path(files[0]))
