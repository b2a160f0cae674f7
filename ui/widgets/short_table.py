"""A table of few rows, at hand already, as high as the part of the page it stands in."""

from collections.abc import Callable, Sequence
from typing import Generic

from ui.widgets.empty_state import EmptyState
from ui.widgets.rows_at_hand import AS_GIVEN, RowsAtHand, at_once
from ui.widgets.table_columns import Column, Order, Row
from ui.widgets.table_model import PagedTableModel
from ui.widgets.table_view import TableView


class ShortTable(Generic[Row]):
    """Model, source and view of a short table together."""

    def __init__(
        self,
        name: str,
        columns: Sequence[Column[Row]],
        id_of: Callable[[Row], int],
        empty: EmptyState,
    ) -> None:
        self._source = RowsAtHand(columns, id_of)
        self.model = PagedTableModel(columns, self._source, at_once, None)
        self.model.order = Order(AS_GIVEN)
        self.view = TableView(self.model, name, empty)
        self.view.horizontalHeader().setSortIndicatorShown(False)

    def show(self, rows: Sequence[Row]) -> None:
        """Show these rows."""
        self._source.hold(rows)
        self.model.ask()

    def current(self) -> Row | None:
        """Return the row the keyboard stands on."""
        index = self.view.currentIndex()
        return self.model.row_at(index.row()) if index.isValid() else None

    def selected(self) -> list[Row]:
        """Return the selected rows from top to bottom."""
        return list(self._source.rows(self.view.selected_ids()))
