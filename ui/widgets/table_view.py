"""A table of records: keyboard first, rows fetched as they are looked at, place kept."""

from functools import partial
from typing import Any

from PySide6.QtCore import QByteArray, QEvent, QModelIndex, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QKeyEvent, QKeySequence, QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QMenu, QTableView, QWidget

from ui.widgets.empty_state import EmptyState
from ui.widgets.frozen_column import FrozenColumn
from ui.widgets.painted_colours import paint_property
from ui.widgets.table_columns import Order
from ui.widgets.table_copy import copied_table, put_on_clipboard
from ui.widgets.table_delegate import CellDelegate, PaintedTable
from ui.widgets.table_menu import MenuAnswers, table_menu
from ui.widgets.table_model import PagedTableModel
from ui.widgets.theme import BASE_POINTS

_ROW_HEIGHT = 36


class TableView(PaintedTable, QTableView):
    """Shows a PagedTableModel. ``opened`` gives the record of Enter or a double click.

    ``chosen`` gives the record the keyboard or mouse stands on, for a detail beside the table.
    """

    # Ids may be wider than the 32 bits of Qt's own integers.
    opened = Signal(object)
    chosen = Signal(object)

    paint_line = paint_property("line")
    paint_quiet = paint_property("quiet")
    paint_hover = paint_property("hover")
    paint_accent = paint_property("accent")
    paint_select = paint_property("select")
    paint_ok = paint_property("ok")
    paint_wait = paint_property("wait")
    paint_late = paint_property("late")
    paint_gone = paint_property("gone")
    paint_plain = paint_property("plain")
    paint_ok_ground = paint_property("ok_ground")
    paint_wait_ground = paint_property("wait_ground")
    paint_late_ground = paint_property("late_ground")
    paint_gone_ground = paint_property("gone_ground")
    paint_plain_ground = paint_property("plain_ground")

    def __init__(
        self,
        model: PagedTableModel[Any, Any],
        name: str,
        empty: EmptyState,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.records = model
        self._empty = empty
        self._place: tuple[int | None, int] = (None, 0)
        self._awaited: int | None = None
        self._widths_scaled_for = BASE_POINTS
        self.setAccessibleName(name)
        self._set_up()
        self.setModel(model)
        for number, column in enumerate(model.columns):
            self.setItemDelegateForColumn(number, CellDelegate(column, self, self))
            self.setColumnWidth(number, column.width)
        self.frozen = FrozenColumn(self)
        self.frozen.setItemDelegateForColumn(0, self.itemDelegateForColumn(0))
        empty.setParent(self.viewport())
        empty.hide()
        self._fit_to_font()
        self._connect()

    def layout_state(self) -> bytes:
        """Return widths, places and order of the columns, to be remembered."""
        return bytes(self.horizontalHeader().saveState().data())

    def restore_layout(self, state: bytes) -> None:
        """Take up remembered widths, places and order."""
        header = self.horizontalHeader()
        if header.restoreState(QByteArray(state)):
            column = self.records.columns[header.sortIndicatorSection()]
            is_descending = header.sortIndicatorOrder() is Qt.SortOrder.DescendingOrder
            self.records.order = Order(column.key, is_descending)

    def current_id(self) -> int | None:
        """Return the record the keyboard stands on."""
        index = self.currentIndex()
        return self.records.id_at(index.row()) if index.isValid() else None

    def selected_ids(self) -> list[int]:
        """Return the selected records from top to bottom."""
        return [self.records.id_at(row) for row in self._selected_rows()]

    def go_to(self, record_id: int) -> bool:
        """Stand on a record; tell whether it is in the table.

        One that is not there yet is awaited: the next answer of the source may bring it.
        """
        is_here = self._stand_on(record_id)
        self._awaited = None if is_here else record_id
        return is_here

    def copy_selection(self) -> None:
        """Put the selected rows on the clipboard, in the order of columns now shown."""
        header = self.horizontalHeader()
        numbers = sorted(range(len(self.records.columns)), key=header.visualIndex)
        columns = [self.records.columns[n] for n in numbers if not self.isColumnHidden(n)]
        self.records.fetch_shaped(
            self._selected_rows(), partial(copied_table, columns), put_on_clipboard
        )

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Open with Enter, copy with Ctrl+C."""
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self._open(self.currentIndex())
        elif event.matches(QKeySequence.StandardKey.Copy):
            self.copy_selection()
        else:
            super().keyPressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Offer the menu of the table."""
        menu = self.menu()
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(event.globalPos())

    def menu(self) -> QMenu:
        """Return the menu of the table as it stands now."""
        columns = self.records.columns
        hidden = frozenset(n for n in range(len(columns)) if self.isColumnHidden(n))
        answers = MenuAnswers(self.copy_selection, self.sort_by, self._show_or_hide)
        return table_menu(self, columns, self.records.order, hidden, answers)

    def changeEvent(self, event: QEvent) -> None:
        """Let rows and columns grow with the text."""
        super().changeEvent(event)
        if event.type() is QEvent.Type.FontChange and hasattr(self, "frozen"):
            self._fit_to_font()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the empty state in the middle and the first column in its place."""
        super().resizeEvent(event)
        self._empty.resize(self.viewport().size())
        if event.size().width() != event.oldSize().width():
            self._give_rest()
        self.frozen.lie_down()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Light up the row under the mouse."""
        super().mouseMoveEvent(event)
        self._hover(self.rowAt(event.position().toPoint().y()))

    def leaveEvent(self, event: QEvent) -> None:
        """Put the light out."""
        super().leaveEvent(event)
        self._hover(-1)

    def _set_up(self) -> None:
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        self.setMouseTracking(True)
        self.setCornerButtonEnabled(False)
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        header = self.horizontalHeader()
        header.setSectionsMovable(True)
        header.setFirstSectionMovable(False)
        header.setSectionsClickable(True)
        header.setHighlightSections(False)
        header.setSortIndicatorShown(True)
        header.setSortIndicator(0, Qt.SortOrder.AscendingOrder)

    def _connect(self) -> None:
        self.doubleClicked.connect(self._open)
        self.frozen.doubleClicked.connect(self._open)
        self.horizontalHeader().sectionClicked.connect(self.sort_by)
        self.frozen.horizontalHeader().sectionClicked.connect(self.sort_by)
        self.selectionModel().currentRowChanged.connect(self._choose)
        self.records.modelAboutToBeReset.connect(self._remember_place)
        self.records.answered.connect(self._return_to_place)

    def sort_by(self, number: int) -> None:
        """Sort by a column; a second time the other way."""
        column = self.records.columns[number]
        if not column.is_sortable:
            return
        now = self.records.order
        order = Order(column.key, now.column == column.key and not now.is_descending)
        way = Qt.SortOrder.DescendingOrder if order.is_descending else Qt.SortOrder.AscendingOrder
        self.horizontalHeader().setSortIndicator(number, way)
        self.records.order_by(order)

    def _choose(self, index: QModelIndex) -> None:
        if index.isValid():
            self.chosen.emit(self.records.id_at(index.row()))

    def _open(self, index: QModelIndex) -> None:
        if index.isValid():
            self.opened.emit(self.records.id_at(index.row()))

    def _selected_rows(self) -> list[int]:
        return sorted(index.row() for index in self.selectionModel().selectedRows())

    def _show_or_hide(self, number: int) -> None:
        self.setColumnHidden(number, not self.isColumnHidden(number))
        self._give_rest()

    def _first_visible_column(self) -> int:
        return max(self.columnAt(0), 0)

    def _stand_on(self, record_id: int) -> bool:
        row = self.records.row_of(record_id)
        if row is None:
            return False
        # The scroll bars know the new rows only after the layout Qt has put off.
        self.executeDelayedItemsLayout()
        index = self.records.index(row, self._first_visible_column())
        self.setCurrentIndex(index)
        self.scrollTo(index)
        return True

    def _remember_place(self) -> None:
        self._place = (self.current_id(), self.verticalScrollBar().value())

    def _return_to_place(self) -> None:
        record_id, scrolled = self._place
        awaited, self._awaited = self._awaited, None
        self._empty.setVisible(self.records.rowCount() == 0)
        has_come = awaited is not None and self._stand_on(awaited)
        if not has_come and record_id is not None and self._stand_on(record_id):
            self.verticalScrollBar().setValue(scrolled)
            self.scrollTo(self.currentIndex())
        self.frozen.lie_down()

    def _hover(self, row: int) -> None:
        for changed in {self.hovered_row, row} - {-1}:
            top = self.rowViewportPosition(changed)
            self.viewport().update(0, top, self.viewport().width(), self.rowHeight(changed))
        self.hovered_row = row

    def _fit_to_font(self) -> None:
        points = self.font().pointSizeF()
        self.verticalHeader().setDefaultSectionSize(round(_ROW_HEIGHT * points / BASE_POINTS))
        growth = points / self._widths_scaled_for
        self._widths_scaled_for = points
        for column in range(len(self.records.columns)):
            self.setColumnWidth(column, round(self.columnWidth(column) * growth))
        self._give_rest()
        self.frozen.lie_down()

    def _give_rest(self) -> None:
        for number, column in enumerate(self.records.columns):
            if column.takes_rest:
                others = self.horizontalHeader().length() - self.columnWidth(number)
                least = round(column.width * self._widths_scaled_for / BASE_POINTS)
                self.setColumnWidth(number, max(least, self.viewport().width() - others))
