"""A short list of lines that a person adds to and takes from."""

from collections.abc import Callable, Sequence
from functools import partial
from typing import Generic, TypeVar

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ui.widgets.buttons import Button

Line = TypeVar("Line", bound=QWidget)


class LineList(QWidget, Generic[Line]):
    """Lines one below the other, each with a way to take it away; ``grown`` tells a new one."""

    changed = Signal()
    grown = Signal(QWidget)

    def __init__(self, add_title: str, make: Callable[[], Line]) -> None:
        super().__init__()
        self._make = make
        self._holders: dict[Line, QWidget] = {}
        self.add_button = Button(add_title, "link", "plus")
        self.add_button.clicked.connect(self._add_empty)
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(4)
        self._layout.addWidget(self.add_button)
        self.setFocusProxy(self.add_button)

    def lines(self) -> Sequence[Line]:
        """Return the lines from top to bottom."""
        return list(self._holders)

    def clear(self) -> None:
        """Take all lines away."""
        for line in self.lines():
            self.remove(line)

    def add(self) -> Line:
        """Add a line and return it."""
        line = self._make()
        take_away = Button("", "flat", "close")
        take_away.setToolTip("去掉这一行")
        take_away.setAccessibleName("去掉这一行")
        take_away.clicked.connect(partial(self.remove, line))
        holder = QWidget()
        row = QHBoxLayout(holder)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(4)
        row.addWidget(line, 1)
        row.addWidget(take_away)
        self._layout.insertWidget(len(self._holders), holder)
        self._holders[line] = holder
        self.grown.emit(holder)
        return line

    def remove(self, line: Line, _checked: object = None) -> None:
        """Take a line away."""
        holder = self._holders.pop(line)
        self._layout.removeWidget(holder)
        holder.hide()
        holder.deleteLater()
        self.changed.emit()

    def _add_empty(self) -> None:
        self.add().setFocus()
        self.changed.emit()
