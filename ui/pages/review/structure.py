"""The structure of the text (章、条) as a list; a line leads to its place."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QWidget

from review.reading.articles import Part, PartKind


class StructureList(QListWidget):
    """Chapters in bold, articles with their first words; ``part_wanted`` gives the part."""

    part_wanted = Signal(Part)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName("章条目录")
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setTextElideMode(Qt.TextElideMode.ElideRight)
        self._parts: tuple[Part, ...] = ()
        self.itemClicked.connect(self._want)
        self.itemActivated.connect(self._want)

    def show_parts(self, parts: Sequence[Part]) -> None:
        """Show these parts, unless they are shown already."""
        if tuple(parts) == self._parts:
            return
        self._parts = tuple(parts)
        self.clear()
        bold = QFont(self.font())
        bold.setBold(True)
        for part in parts:
            item = QListWidgetItem(f"{part.number}　{part.words}", self)
            item.setToolTip(part.words)
            if part.kind is PartKind.CHAPTER:
                item.setFont(bold)

    def _want(self, item: QListWidgetItem) -> None:
        self.part_wanted.emit(self._parts[self.row(item)])
