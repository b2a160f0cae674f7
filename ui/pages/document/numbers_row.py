"""The numbers of a document in a row; a click copies one, absent ones stay quiet."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QHBoxLayout, QWidget

from ui.widgets.buttons import Button
from ui.widgets.facts_grid import ABSENT
from ui.widgets.flow_row import FlowRow
from ui.widgets.labels import Label

_ACROSS, _DOWN = 16, 2


class NumbersRow(FlowRow):
    """``copied`` names the number that lies on the clipboard now."""

    copied = Signal(str)

    def __init__(self) -> None:
        super().__init__(_ACROSS, _DOWN)
        self.setAccessibleName("号码")

    def show_numbers(self, numbers: Sequence[tuple[str, str]]) -> None:
        """Show these numbers with their titles."""
        self.show_parts([self._part(title, number) for title, number in numbers])

    def _part(self, title: str, number: str) -> QWidget:
        part = QWidget()
        layout = QHBoxLayout(part)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(4)
        layout.addWidget(Label(title, "quiet"))
        layout.addWidget(Label(number or ABSENT, "text" if number else "quiet"))
        if number:
            copy = Button("", "flat", "copy")
            copy.setToolTip(f"复制{title}")
            copy.setAccessibleName(f"复制{title} {number}")
            copy.clicked.connect(partial(self._copy, number))
            layout.addWidget(copy)
        return part

    def _copy(self, number: str, _checked: object = None) -> None:
        QGuiApplication.clipboard().setText(number)
        self.copied.emit(number)
