"""Files dropped anywhere on a page."""

from pathlib import Path

from PySide6.QtCore import QEvent, QMimeData, QObject, Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QWidget


class FileDrop(QObject):
    """Watches a page; ``dropped`` gives the files as a list of paths.

    Editors on the page stop taking drops of their own, so that a file never lands as its address.
    """

    dropped = Signal(list)

    def __init__(self, page: QWidget, *, takes_folders: bool = False) -> None:
        super().__init__(page)
        self._page = page
        self._takes_folders = takes_folders
        page.setAcceptDrops(True)
        page.installEventFilter(self)
        self.cover_editors()

    def cover_editors(self) -> None:
        """Let editors that were added since pass a drop on to the page."""
        for kind in (QLineEdit, QPlainTextEdit):
            for editor in self._page.findChildren(kind):
                editor.setAcceptDrops(False)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Take files, leave everything else alone."""
        if isinstance(event, QDragEnterEvent) and self._places(event.mimeData()):
            event.acceptProposedAction()
            return True
        if isinstance(event, QDropEvent) and event.type() is QEvent.Type.Drop:
            self.dropped.emit(self._places(event.mimeData()))
            event.acceptProposedAction()
            return True
        return False

    def _places(self, data: QMimeData) -> list[Path]:
        return [one for one in _dragged(data) if self._takes_folders or one.is_file()]


def _dragged(data: QMimeData) -> list[Path]:
    places = (Path(url.toLocalFile()) for url in data.urls() if url.isLocalFile())
    return [place for place in places if place.is_file() or place.is_dir()]
