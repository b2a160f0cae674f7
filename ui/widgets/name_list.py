"""A short list of names to choose one from."""

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QListWidget


class NameList(QListWidget):
    """Lays its lines out again when the stylesheet has its say; Qt measures them too early."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)

    def height_of_lines(self) -> int:
        """Return how high the list must be to show all its lines."""
        self.ensurePolished()
        self.doItemsLayout()
        lines = sum(self.sizeHintForRow(row) for row in range(self.count()))
        return lines + 2 * self.frameWidth() + self.fontMetrics().height()

    def showEvent(self, event: QShowEvent) -> None:
        """Measure the lines anew."""
        super().showEvent(event)
        self.doItemsLayout()

    def changeEvent(self, event: QEvent) -> None:
        """Measure the lines anew."""
        super().changeEvent(event)
        if event.type() in {QEvent.Type.FontChange, QEvent.Type.StyleChange}:
            self.doItemsLayout()
