"""Facts to read: title and value in two columns; what is absent stays quiet."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QWidget

from ui.widgets.labels import Label, WrappedLabel

ABSENT = "—"


@dataclass(frozen=True)
class Fact:
    """One fact; the note stands quietly below its value."""

    title: str
    value: str
    note: str = ""


class FactsGrid(QWidget):
    """Shows facts one below the other, each value to be selected and copied."""

    def __init__(self, facts: Sequence[Fact] = (), parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(16)
        self._grid.setVerticalSpacing(6)
        self._grid.setColumnStretch(1, 1)
        self._parts: list[QWidget] = []
        self.show_facts(facts)

    def show_facts(self, facts: Sequence[Fact]) -> None:
        """Show these facts in place of the others."""
        for part in self._parts:
            self._grid.removeWidget(part)
            part.hide()
            part.deleteLater()
        self._parts = []
        row = 0
        for fact in facts:
            self._add(Label(fact.title, "name"), row, 0)
            value = WrappedLabel(fact.value or ABSENT, "text" if fact.value else "quiet")
            value.setAccessibleName(f"{fact.title}：{fact.value or '无'}")
            self._add(value, row, 1)
            if fact.note:
                row += 1
                self._add(WrappedLabel(fact.note, "quiet"), row, 1)
            row += 1

    def _add(self, part: QWidget, row: int, column: int) -> None:
        self._grid.addWidget(part, row, column, Qt.AlignmentFlag.AlignTop)
        self._parts.append(part)
