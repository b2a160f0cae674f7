"""The numbers of a document in a row; a click copies one, absent ones stay quiet."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QHBoxLayout, QWidget

from ui.widgets.buttons import Button
from ui.widgets.facts_grid import ABSENT
from ui.widgets.labels import Label


class NumbersRow(QWidget):
    """``copied`` names the number that lies on the clipboard now."""

    copied = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.setAccessibleName("号码")
        self.parts: list[QWidget] = []
        self._layout = QHBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(16)
        self._layout.addStretch(1)

    def show_numbers(self, numbers: Sequence[tuple[str, str]]) -> None:
        """Show these numbers with their titles."""
        for part in self.parts:
            self._layout.removeWidget(part)
            part.hide()
            part.deleteLater()
        self.parts = [self._part(title, number) for title, number in numbers]
        for place, part in enumerate(self.parts):
            self._layout.insertWidget(place, part)

    def _part(self, title: str, number: str) -> QWidget:
        if not number:
            return Label(f"{title} {ABSENT}", "quiet")
        part = QWidget()
        layout = QHBoxLayout(part)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(4)
        layout.addWidget(Label(title, "quiet"))
        layout.addWidget(Label(number))
        copy = Button("", "flat", "copy")
        copy.setToolTip(f"复制{title}")
        copy.setAccessibleName(f"复制{title} {number}")
        copy.clicked.connect(partial(self._copy, number))
        layout.addWidget(copy)
        return part

    def _copy(self, number: str, _checked: object = None) -> None:
        QGuiApplication.clipboard().setText(number)
        self.copied.emit(number)
