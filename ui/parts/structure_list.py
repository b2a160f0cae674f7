"""The structure of a text (章、条) as a list, faults of its numbers first; a line leads there."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    Signal,
)
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QApplication, QListView, QWidget

from resources.terms import name_of
from review.reading.numbering_faults import NumberingFault
from review.reading.structure import StructureNode
from review.reading.structure_lines import NodeKind
from review.reading.text import Place

_CHAPTERS = (NodeKind.PART, NodeKind.CHAPTER, NodeKind.SECTION)
_Index = QModelIndex | QPersistentModelIndex
_ROOT = QModelIndex()


@dataclass(frozen=True)
class StructureLine:
    """One line: its words, where it leads, and whether it is a heading of others."""

    words: str
    place: Place
    is_heading: bool = False


class StructureList(QListView):
    """Chapters in bold, articles with their first words; ``place_wanted`` gives the place.

    Only the lines in sight are measured and painted, however long the text is.
    """

    place_wanted = Signal(Place)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName("章条目录")
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.setUniformItemSizes(True)
        self.lines = _Lines(self)
        self.setModel(self.lines)
        self.clicked.connect(self._want)
        self.activated.connect(self._want)

    def show_structure(
        self, parts: Sequence[StructureNode], faults: Sequence[NumberingFault] = ()
    ) -> None:
        """Show these parts and faults, unless they are shown already."""
        shown = tuple(map(_fault_line, faults)) + tuple(map(_part_line, parts))
        if shown != self.lines.shown:
            self.lines.show_lines(shown)

    def _want(self, index: QModelIndex) -> None:
        self.place_wanted.emit(self.lines.shown[index.row()].place)


class _Lines(QAbstractListModel):
    """The lines of the list."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.shown: tuple[StructureLine, ...] = ()

    def show_lines(self, lines: tuple[StructureLine, ...]) -> None:
        self.beginResetModel()
        self.shown = lines
        self.endResetModel()

    def rowCount(self, parent: _Index = _ROOT) -> int:
        return 0 if parent.isValid() else len(self.shown)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        line = self.shown[index.row()]
        if role in {Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole}:
            return line.words
        if role == Qt.ItemDataRole.FontRole and line.is_heading:
            font = QFont(QApplication.font())
            font.setBold(True)
            return font
        return None


def _part_line(part: StructureNode) -> StructureLine:
    words = f"{part.number}　{part.title}" if part.number else part.title
    return StructureLine(words, part.place, part.kind in _CHAPTERS)


def _fault_line(fault: NumberingFault) -> StructureLine:
    words = f"请核对：{name_of(fault.kind)}（第 {fault.value} 条）"
    return StructureLine(words, fault.place)
