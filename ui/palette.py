"""The search box of the head: type Chinese words or initials, Enter goes there."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QFrame, QLineEdit, QListWidget, QVBoxLayout, QWidget

_MOST_SHOWN = 12


@dataclass(frozen=True)
class PaletteEntry:
    """One place or action: its kind (页面, 命令), words, initials, keys, and what it does."""

    kind: str
    title: str
    letters: str
    keys: str
    take: Callable[[], None]


Find = Callable[[], Sequence[PaletteEntry]]


def matching(entries: Sequence[PaletteEntry], typed: str) -> list[PaletteEntry]:
    """Return the entries whose words contain, or whose initials begin with, what was typed."""
    wanted = "".join(typed.split()).lower()
    if not wanted:
        return list(entries)
    by_word = [entry for entry in entries if wanted in entry.title.lower()]
    by_letters = [e for e in entries if e not in by_word and e.letters.startswith(wanted)]
    return by_word + by_letters


class PaletteList(QFrame):
    """The results below the box: a child of the window, not a popup, so that input methods work."""

    def __init__(self, box: QLineEdit, window: QWidget, find: Find) -> None:
        super().__init__(window)
        self.setObjectName("Palette")
        self.list = QListWidget(self)
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.list.setAccessibleName("查找结果")
        self._box = box
        self._find = find
        self._shown: list[PaletteEntry] = []
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.list)
        self.hide()
        box.textEdited.connect(self._narrow)
        box.returnPressed.connect(self._take_current)
        self.list.itemClicked.connect(self._take_current)

    def show_all(self) -> None:
        """Open with everything that can be found."""
        self._box.setFocus()
        self._box.selectAll()
        self._narrow(self._box.text())

    def titles(self) -> list[str]:
        """Return the words of the results shown."""
        return [entry.title for entry in self._shown]

    def move_by(self, rows: int) -> None:
        """Go up or down in the results."""
        row = self.list.currentRow() + rows
        self.list.setCurrentRow(max(0, min(self.list.count() - 1, row)))

    def _narrow(self, typed: str) -> None:
        self._shown = matching(self._find(), typed)[:_MOST_SHOWN]
        self.list.clear()
        for entry in self._shown:
            keys = f"    {entry.keys}" if entry.keys else ""
            self.list.addItem(f"{entry.kind}　{entry.title}{keys}")
        if not self._shown:
            self.list.addItem("没有找到，请换一个词")
        self.list.setCurrentRow(0)
        self._lie_below_box()

    def _lie_below_box(self) -> None:
        below = self._box.mapTo(self.window(), QPoint(0, self._box.height() + 2))
        height = self.list.sizeHintForRow(0) * max(1, len(self._shown)) + 16
        self.setGeometry(below.x(), below.y(), self._box.width(), height)
        self.show()
        self.raise_()

    def _take_current(self) -> None:
        row = self.list.currentRow()
        self.hide()
        self._box.clear()
        if 0 <= row < len(self._shown):
            self._box.clearFocus()
            self._shown[row].take()


class PaletteBox(QLineEdit):
    """The box itself: arrows walk through the results, Esc closes them."""

    def __init__(self, window: QWidget, find: Find) -> None:
        super().__init__()
        self.results = PaletteList(self, window, find)
        self.setPlaceholderText("查找页面、命令　Ctrl+K")
        self.setAccessibleName("查找页面和命令")
        self.setClearButtonEnabled(True)
        self.setMaximumWidth(460)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Walk through the results without leaving the box."""
        steps = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}
        if event.key() in steps:
            self.results.move_by(steps[Qt.Key(event.key())])
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Open the results when the box is clicked."""
        super().mousePressEvent(event)
        self.results.show_all()

    def leave(self) -> None:
        """Close the results and forget what was typed."""
        self.results.hide()
        self.clear()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Close the results when the person turns elsewhere."""
        super().focusOutEvent(event)
        self.results.hide()
