"""How cells are drawn: one line, two lines with an ellipsis, or a status on its plate."""

from typing import Protocol, cast

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPalette, QTextLayout, QTextOption
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from ui.widgets.icons import pixmap
from ui.widgets.painted_colours import PaintedColours
from ui.widgets.table_columns import Column, Shape, Side
from ui.widgets.table_model import ROW_ROLE
from ui.widgets.tokens import Tone

_SIDE_ROOM = 8
_LINE_PITCH = 1.05


class PaintedTable(PaintedColours):
    """A table whose whole row lights up under the mouse."""

    hovered_row: int = -1


class _CellOption(Protocol):
    """What Qt hands to a delegate; the stubs of PySide6 6.9 leave these attributes out."""

    rect: QRect
    font: QFont
    palette: QPalette
    state: QStyle.StateFlag


class CellDelegate(QStyledItemDelegate):
    """Draws the cells of one column."""

    def __init__(self, column: Column[object], table: PaintedTable, parent: QWidget) -> None:
        super().__init__(parent)
        self._column = column
        self._table = table

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        """Draw the ground, the hairline and the words."""
        cell = cast("_CellOption", option)
        painter.save()
        self._paint_ground(painter, cell, index)
        text = str(index.data(Qt.ItemDataRole.DisplayRole) or "")
        inside = cell.rect.adjusted(_SIDE_ROOM, 0, -_SIDE_ROOM, 0)
        painter.setFont(cell.font)
        painter.setPen(cell.palette.color(QPalette.ColorRole.Text))
        row = index.data(ROW_ROLE)
        if self._column.shape is Shape.PLATE and self._column.tone and text and row is not None:
            self._paint_plate(painter, inside, text, self._column.tone(row))
        elif self._column.shape is Shape.TWO_LINES:
            _paint_two_lines(painter, inside, text)
        else:
            _paint_line(painter, inside, text, self._column.side)
        painter.restore()

    def _paint_ground(
        self,
        painter: QPainter,
        option: _CellOption,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        rect = option.rect
        is_selected = bool(option.state & QStyle.StateFlag.State_Selected)
        if is_selected:
            painter.fillRect(rect, self._table.painted("select"))
        elif index.row() == self._table.hovered_row:
            painter.fillRect(rect, self._table.painted("hover"))
        painter.fillRect(rect.left(), rect.bottom(), rect.width(), 1, self._table.painted("line"))
        if is_selected and index.column() == 0:
            painter.fillRect(
                rect.left(), rect.top(), 3, rect.height(), self._table.painted("accent")
            )

    def _paint_plate(self, painter: QPainter, inside: QRect, text: str, tone: Tone) -> None:
        metrics = painter.fontMetrics()
        side = metrics.ascent()
        height = metrics.height() + 4
        width = min(inside.width(), side + 18 + metrics.horizontalAdvance(text))
        plate = QRectF(inside.left(), inside.center().y() - height / 2 + 0.5, width, height)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._table.tone_ground(tone))
        painter.drawRoundedRect(plate, 4, 4)
        ink = self._table.tone_ink(tone)
        ratio = painter.device().devicePixelRatioF()
        painter.drawPixmap(
            QPointF(plate.left() + 6, plate.center().y() - side / 2),
            pixmap(tone.value, ink.name(), side, ratio),
        )
        painter.setPen(ink)
        words = plate.adjusted(side + 10, 0, -6, 0)
        room = metrics.elidedText(text, Qt.TextElideMode.ElideRight, int(words.width()) + 1)
        painter.drawText(words, Qt.AlignmentFlag.AlignVCenter, room)


def _paint_line(painter: QPainter, inside: QRect, text: str, side: Side) -> None:
    across = Qt.AlignmentFlag.AlignRight if side is Side.RIGHT else Qt.AlignmentFlag.AlignLeft
    words = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, inside.width())
    painter.drawText(inside, across | Qt.AlignmentFlag.AlignVCenter, words)


def _paint_two_lines(painter: QPainter, inside: QRect, text: str) -> None:
    metrics = painter.fontMetrics()
    lines = two_lines(text, painter, inside.width())
    pitch = min(metrics.height(), (inside.height() - 2) / 2, metrics.height() * _LINE_PITCH)
    top = inside.center().y() + 0.5 - pitch * len(lines) / 2
    for place, line in enumerate(lines):
        box = QRectF(inside.left(), top + place * pitch, inside.width(), pitch)
        painter.drawText(box, Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextDontClip, line)


def two_lines(text: str, painter: QPainter, width: int) -> list[str]:
    """Break the text at its line end, else where it must be, into at most two lines."""
    metrics: QFontMetrics = painter.fontMetrics()
    if "\n" in text:
        lines = text.split("\n", 1)
        return [metrics.elidedText(line, Qt.TextElideMode.ElideRight, width) for line in lines]
    if metrics.horizontalAdvance(text) <= width:
        return [text]
    layout = QTextLayout(text, painter.font())
    layout.setTextOption(_wrapping())
    layout.beginLayout()
    first = layout.createLine()
    first.setLineWidth(width)
    layout.endLayout()
    length = first.textLength()
    rest = metrics.elidedText(text[length:], Qt.TextElideMode.ElideRight, width)
    return [text[:length], rest]


def _wrapping() -> QTextOption:
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    return option
