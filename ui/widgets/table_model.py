"""A table over SQL paging: all ids, but only the rows that are looked at."""

from array import array
from collections import OrderedDict
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Generic, TypeVar

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt, Signal

from ui.widgets.table_columns import Column, Fetch, Narrow, Order, Row, RowSource, Side

PAGE_ROWS = 128
_PAGES_KEPT = 32
_WAITING = "…"

ROW_ROLE = Qt.ItemDataRole.UserRole
Shaped = TypeVar("Shaped")
_Index = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()


@dataclass(frozen=True)
class _Answer(Generic[Row]):
    """The ids of a question and its first rows, fetched together so that they appear together."""

    question: int
    ids: "array[int]"
    rows: Sequence[Row]


class PagedTableModel(QAbstractTableModel, Generic[Row, Narrow]):
    """Keeps the ids of all rows and the last pages looked at; the source sorts and filters."""

    answered = Signal()

    def __init__(
        self,
        columns: Sequence[Column[Row]],
        source: RowSource[Row, Narrow],
        fetch: Fetch,
        narrow: Narrow,
    ) -> None:
        super().__init__()
        self.columns = tuple(columns)
        self.order = Order(self.columns[0].key)
        self._source = source
        self._fetch = fetch
        self._narrow = narrow
        self._question = 0
        self._ids: array[int] = array("q")
        self._pages: OrderedDict[int, Sequence[Row]] = OrderedDict()
        self._wanted: list[int] = []
        self._asked: int | None = None

    def ask(self) -> None:
        """Ask the source (again); the rows shown stay until the answer is there."""
        self._question += 1
        work = partial(_answer, self._source, self._question, self.order, self._narrow)
        self._fetch(work, self._take_answer)

    def narrow_to(self, narrow: Narrow) -> None:
        """Show only what the filter lets through."""
        self._narrow = narrow
        self.ask()

    def order_by(self, order: Order) -> None:
        """Have the source sort the rows."""
        self.order = order
        self.ask()

    def rowCount(self, parent: _Index = _NOWHERE) -> int:
        """Return how many rows match."""
        return 0 if parent.isValid() else len(self._ids)

    def columnCount(self, parent: _Index = _NOWHERE) -> int:
        """Return the number of columns."""
        return 0 if parent.isValid() else len(self.columns)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        """Return a column's title."""
        if orientation is not Qt.Orientation.Horizontal or not 0 <= section < len(self.columns):
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return self.columns[section].title
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _alignment(self.columns[section].side)
        return None

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return a cell; a row not fetched yet is asked for and shows dots until it is there."""
        if role not in _ROLES:
            return None
        column = self.columns[index.column()]
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _alignment(column.side)
        row = self.row_at(index.row())
        if role == ROW_ROLE:
            return row
        return _WAITING if row is None else column.text(row)

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        """Have the source sort by a column."""
        wanted = self.columns[column]
        if wanted.is_sortable:
            is_descending = order is Qt.SortOrder.DescendingOrder
            self.order_by(Order(wanted.key, is_descending))

    def id_at(self, row: int) -> int:
        """Return the id of the record in this row."""
        return self._ids[row]

    def row_of(self, record_id: int) -> int | None:
        """Return the row in which a record stands, or None."""
        try:
            return self._ids.index(record_id)
        except ValueError:
            return None

    def row_at(self, row: int) -> Row | None:
        """Return the row's record if it is at hand; otherwise have it fetched."""
        page = row // PAGE_ROWS
        rows = self._pages.get(page)
        if rows is None:
            self._want(page)
            return None
        self._pages.move_to_end(page)
        place = row % PAGE_ROWS
        return rows[place] if place < len(rows) else None

    def show_row(self, record_id: int, row: Row) -> None:
        """Show a record as it has become; one that is not looked at is left to the source."""
        place = self.row_of(record_id)
        page = None if place is None else self._pages.get(place // PAGE_ROWS)
        if place is None or page is None:
            return
        rows = list(page)
        rows[place % PAGE_ROWS] = row
        self._pages[place // PAGE_ROWS] = rows
        last = len(self.columns) - 1
        self.dataChanged.emit(self.index(place, 0), self.index(place, last))

    def fetch_shaped(
        self,
        rows: Sequence[int],
        shape: Callable[[Sequence[Row]], Shaped],
        done: Callable[[Shaped], None],
    ) -> None:
        """Have the records of these rows fetched and made into something, away from the window."""
        ids = [self._ids[row] for row in rows]
        self._fetch(partial(_shaped, self._source, ids, shape), done)

    def _take_answer(self, answer: _Answer[Row]) -> None:
        if answer.question != self._question:
            return
        self.beginResetModel()
        self._ids = answer.ids
        self._pages.clear()
        self._wanted.clear()
        self._asked = None
        if answer.rows:
            self._pages[0] = answer.rows
        self.endResetModel()
        self.answered.emit()

    def _want(self, page: int) -> None:
        """Ask for one page at a time, the one looked at last first; the eye has moved on."""
        if page in self._wanted or page == self._asked:
            return
        self._wanted.append(page)
        if self._asked is None:
            self._ask_for_page()

    def _ask_for_page(self) -> None:
        self._asked = self._wanted.pop()
        del self._wanted[:-1]
        start = self._asked * PAGE_ROWS
        ids = self._ids[start : start + PAGE_ROWS]
        work = partial(self._source.rows, ids)
        self._fetch(work, partial(self._take_page, self._question, self._asked))

    def _take_page(self, question: int, page: int, rows: Sequence[Row]) -> None:
        if question != self._question or page != self._asked:
            return
        self._asked = None
        self._pages[page] = rows
        if len(self._pages) > _PAGES_KEPT:
            self._pages.popitem(last=False)
        first = page * PAGE_ROWS
        self.dataChanged.emit(
            self.index(first, 0),
            self.index(min(first + PAGE_ROWS, len(self._ids)) - 1, len(self.columns) - 1),
        )
        if self._wanted:
            self._ask_for_page()


_ROLES = frozenset(
    {
        Qt.ItemDataRole.DisplayRole,
        Qt.ItemDataRole.ToolTipRole,
        Qt.ItemDataRole.AccessibleTextRole,
        Qt.ItemDataRole.TextAlignmentRole,
        ROW_ROLE,
    }
)


def _alignment(side: Side) -> Qt.AlignmentFlag:
    across = Qt.AlignmentFlag.AlignRight if side is Side.RIGHT else Qt.AlignmentFlag.AlignLeft
    return across | Qt.AlignmentFlag.AlignVCenter


def _answer(
    source: RowSource[Row, Narrow], question: int, order: Order, narrow: Narrow
) -> _Answer[Row]:
    ids = array("q", source.ids(order, narrow))
    return _Answer(question, ids, source.rows(ids[:PAGE_ROWS]) if ids else ())


def _shaped(
    source: RowSource[Row, Narrow], ids: Sequence[int], shape: Callable[[Sequence[Row]], Shaped]
) -> Shaped:
    return shape(source.rows(ids))
