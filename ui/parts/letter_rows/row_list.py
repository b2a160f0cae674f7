"""The rows of a letter as a list that keys work on."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence

from ui.widgets.name_list import NameList

_MOST_LINES = 6
_ALT = Qt.KeyboardModifier.AltModifier


class RowList(NameList):
    """Says what a key asks for; arrows alone walk through the rows."""

    add_wanted = Signal()
    remove_wanted = Signal()
    put_back_wanted = Signal()
    move_wanted = Signal(int)
    edit_wanted = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take the keys that change the rows."""
        is_alt = bool(event.modifiers() & _ALT)
        if is_alt and event.key() in {Qt.Key.Key_Up, Qt.Key.Key_Down}:
            self.move_wanted.emit(-1 if event.key() == Qt.Key.Key_Up else 1)
        elif event.key() == Qt.Key.Key_Insert:
            self.add_wanted.emit()
        elif event.key() == Qt.Key.Key_Delete:
            self.remove_wanted.emit()
        elif event.matches(QKeySequence.StandardKey.Undo):
            self.put_back_wanted.emit()
        elif event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.edit_wanted.emit()
        else:
            super().keyPressEvent(event)

    def fit(self) -> None:
        """Be as high as the rows, up to a few; more are scrolled to."""
        line = self.sizeHintForRow(0) if self.count() else 0
        lines = min(self.count(), _MOST_LINES)
        self.setFixedHeight(lines * line + 2 * self.frameWidth() + self.fontMetrics().height() // 2)
        self.setVisible(self.count() > 0)
