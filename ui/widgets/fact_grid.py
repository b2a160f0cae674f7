"""Names and values one below the other, as a record's facts are read."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QWidget

from ui.widgets.labels import Label, WrappedLabel


class FactGrid(QWidget):
    """Shows facts; an empty value is left out."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(12)
        self._grid.setVerticalSpacing(6)
        self._grid.setColumnStretch(1, 1)
        self._parts: list[QWidget] = []

    def show_facts(self, facts: Sequence[tuple[str, str]]) -> None:
        """Show these facts in place of those before."""
        for part in self._parts:
            self._grid.removeWidget(part)
            part.hide()
            part.deleteLater()
        self._parts = []
        for row, (name, value) in enumerate(fact for fact in facts if fact[1]):
            title, words = Label(name, "name"), WrappedLabel(value)
            title.setBuddy(words)
            self._grid.addWidget(title, row, 0, Qt.AlignmentFlag.AlignTop)
            self._grid.addWidget(words, row, 1, Qt.AlignmentFlag.AlignTop)
            self._parts += [title, words]
