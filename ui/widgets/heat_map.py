"""Counts in rows and columns, the more the darker; every cell has its number and its words."""

import math
from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial
from typing import Any, Protocol, cast

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QPersistentModelIndex,
    QRect,
    Qt,
    Signal,
)
from PySide6.QtGui import QColor, QFont, QKeyEvent, QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from ui.widgets.painted_colours import PaintedColours, paint_property

Index = QModelIndex | QPersistentModelIndex
_FAINTEST, _STRONGEST = 0.14, 0.72
_ROOM_CHARACTERS = 2
_NAME_CHARACTERS = 14
# Luminance and contrast as the WCAG reckons them, its curve taken as a plain power.
_SHARES, _GAMMA, _GLARE = (0.2126, 0.7152, 0.0722), 2.2, 0.05


@dataclass(frozen=True)
class HeatRow:
    """One row: its name, and a count for each column."""

    name: str
    counts: tuple[int, ...]


class _Cells(QAbstractTableModel):
    """The counts; nothing is shown where there is none."""

    def __init__(self) -> None:
        super().__init__()
        self.columns: Sequence[str] = ()
        self.rows: Sequence[HeatRow] = ()
        self.unit_word = ""

    def hold(self, columns: Sequence[str], rows: Sequence[HeatRow], unit_word: str) -> None:
        """Take these counts in place of the others."""
        self.beginResetModel()
        self.columns, self.rows, self.unit_word = columns, rows, unit_word
        self.endResetModel()

    def rowCount(self, _parent: Index = QModelIndex()) -> int:  # noqa: B008 -- Qt's signature
        """Return how many rows there are."""
        return len(self.rows)

    def columnCount(self, _parent: Index = QModelIndex()) -> int:  # noqa: B008 -- Qt's signature
        """Return how many columns there are."""
        return len(self.columns)

    def count(self, index: Index) -> int:
        """Return the count of a cell."""
        return self.rows[index.row()].counts[index.column()]

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # noqa: ANN401 -- Qt's signature
        """Return the number of a cell, and its words for the tip and the screen reader."""
        count = self.count(index)
        if role == Qt.ItemDataRole.DisplayRole:
            return str(count) if count else ""
        if role in {Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleTextRole}:
            name, column = self.rows[index.row()].name, self.columns[index.column()]
            return f"{name}，{column}：{count} {self.unit_word}"
        return None

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:  # noqa: ANN401 -- Qt's signature
        """Return the names of columns and rows; a row's with its sum."""
        if orientation is Qt.Orientation.Horizontal:
            return self.columns[section] if role == Qt.ItemDataRole.DisplayRole else None
        row = self.rows[section]
        if role == Qt.ItemDataRole.DisplayRole:
            return row.name
        if role == Qt.ItemDataRole.ToolTipRole:
            return f"{row.name}：共 {sum(row.counts)} {self.unit_word}"
        return None


class _CellOption(Protocol):
    """What Qt hands to a delegate; the stubs of PySide6 6.9 leave these attributes out."""

    rect: QRect
    font: QFont
    state: QStyle.StateFlag


class _CellPainter(QStyledItemDelegate):
    """Paints a cell the darker, the more there is; the one stood on has a frame."""

    def __init__(self, heat: "HeatMap") -> None:
        super().__init__(heat)
        self._heat = heat

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw ground, number and frame."""
        cell = cast("_CellOption", option)
        inside = cell.rect.adjusted(1, 1, -1, -1)
        painter.save()
        painter.setFont(cell.font)
        ground = self._heat.ground_of(index)
        painter.fillRect(inside, ground)
        painter.setPen(self._heat.ink_on(ground))
        painter.drawText(inside, Qt.AlignmentFlag.AlignCenter, str(index.data() or ""))
        if cell.state & QStyle.StateFlag.State_Selected:
            painter.setPen(self._heat.painted("accent"))
            painter.drawRect(inside.adjusted(0, 0, -1, -1))
        painter.restore()


class HeatMap(PaintedColours, QTableView):
    """``cell_chosen`` gives row and column of a cell that was clicked, or entered with Enter."""

    cell_chosen = Signal(int, int)

    paint_ink = paint_property("ink")
    paint_surface = paint_property("surface")
    paint_heat = paint_property("heat")
    paint_accent = paint_property("accent")

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._cells = _Cells()
        self.setModel(self._cells)
        self.setItemDelegate(_CellPainter(self))
        self.setAccessibleName(name)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setShowGrid(False)
        self.setCornerButtonEnabled(False)
        self.setTabKeyNavigation(False)
        self.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        self.horizontalHeader().setHighlightSections(False)
        self.verticalHeader().setHighlightSections(False)
        self.verticalHeader().setTextElideMode(Qt.TextElideMode.ElideRight)
        self.clicked.connect(self._choose)

    def show_counts(
        self, columns: Sequence[str], rows: Sequence[HeatRow], unit_word: str = "件"
    ) -> None:
        """Show these counts; ``unit_word`` stands behind a number in words."""
        self._cells.hold(columns, rows, unit_word)
        character = self.fontMetrics().horizontalAdvance("字")
        self.verticalHeader().setFixedWidth(character * _NAME_CHARACTERS)
        self.verticalHeader().setDefaultSectionSize(
            self.fontMetrics().height() + character * _ROOM_CHARACTERS // 2
        )
        if rows and columns:
            self.setCurrentIndex(self._cells.index(0, 0))

    def current_words(self) -> str:
        """Return the words of the cell stood on; empty when there is none."""
        index = self.currentIndex()
        return self.words_at(index.row(), index.column()) if index.isValid() else ""

    def words_at(self, row: int, column: int) -> str:
        """Return what a cell says to a screen reader."""
        index = self._cells.index(row, column)
        return str(self._cells.data(index, Qt.ItemDataRole.AccessibleTextRole))

    def ground_of(self, index: Index) -> QColor:
        """Return the colour of a cell: the surface where there is nothing."""
        count = self._cells.count(index)
        if not count:
            return self.painted("surface")
        most = max(max(row.counts) for row in self._cells.rows)
        share = _FAINTEST + (_STRONGEST - _FAINTEST) * count / most
        return _between(self.painted("surface"), self.painted("heat"), share)

    def ink_on(self, ground: QColor) -> QColor:
        """Return the colour of words that is read better on a ground: ink, or the surface."""
        inks = (self.painted("ink"), self.painted("surface"))
        return max(inks, key=partial(_contrast, ground))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter chooses the cell stood on."""
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and self.currentIndex().isValid():
            self._choose(self.currentIndex())
            return
        super().keyPressEvent(event)

    def _choose(self, index: QModelIndex) -> None:
        self.cell_chosen.emit(index.row(), index.column())


def _contrast(one: QColor, two: QColor) -> float:
    dark, light = sorted((_luminance(one), _luminance(two)))
    return (light + _GLARE) / (dark + _GLARE)


def _luminance(colour: QColor) -> float:
    parts = (colour.redF(), colour.greenF(), colour.blueF())
    return sum(share * math.pow(part, _GAMMA) for share, part in zip(_SHARES, parts, strict=True))


def _between(ground: QColor, ink: QColor, share: float) -> QColor:
    parts = zip(ground.getRgb()[:3], ink.getRgb()[:3], strict=True)  # type: ignore[index] # stubs
    return QColor(*(round(one + (two - one) * share) for one, two in parts))
