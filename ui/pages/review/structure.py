"""The structure of the text (章、条) as a list; a line leads to its place."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QWidget

from review.reading.structure import StructureNode
from review.reading.structure_lines import NodeKind

_CHAPTERS = (NodeKind.PART, NodeKind.CHAPTER, NodeKind.SECTION)


class StructureList(QListWidget):
    """Chapters in bold, articles with their first words; ``part_wanted`` gives the part."""

    part_wanted = Signal(StructureNode)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName("章条目录")
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setTextElideMode(Qt.TextElideMode.ElideRight)
        self._parts: tuple[StructureNode, ...] = ()
        self.itemClicked.connect(self._want)
        self.itemActivated.connect(self._want)

    def show_parts(self, parts: Sequence[StructureNode]) -> None:
        """Show these parts, unless they are shown already."""
        if tuple(parts) == self._parts:
            return
        self._parts = tuple(parts)
        self.clear()
        bold = QFont(self.font())
        bold.setBold(True)
        for part in parts:
            item = QListWidgetItem(f"{part.number}　{part.title}", self)
            item.setToolTip(part.title)
            if part.kind in _CHAPTERS:
                item.setFont(bold)

    def _want(self, item: QListWidgetItem) -> None:
        self.part_wanted.emit(self._parts[self.row(item)])
