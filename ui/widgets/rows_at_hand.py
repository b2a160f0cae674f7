"""A short list of rows that is at hand already, for a table that need not ask elsewhere."""

from collections.abc import Callable, Sequence
from typing import Any, Generic

from ui.widgets.table_columns import Column, Order, Row

AS_GIVEN = ""


class RowsAtHand(Generic[Row]):
    """Holds rows; sorts them by the words of a column, or leaves them as they were given."""

    def __init__(self, columns: Sequence[Column[Row]], id_of: Callable[[Row], int]) -> None:
        self._texts = {column.key: column.text for column in columns}
        self._id_of = id_of
        self._rows: dict[int, Row] = {}

    def hold(self, rows: Sequence[Row]) -> None:
        """Take these rows in place of the others."""
        self._rows = {self._id_of(row): row for row in rows}

    def ids(self, order: Order, _narrow: None) -> Sequence[int]:
        """Return the ids of all rows in order."""
        text = self._texts.get(order.column)
        if text is None:
            return list(self._rows)
        keyed = sorted(
            self._rows, key=lambda one: text(self._rows[one]), reverse=order.is_descending
        )
        return list(keyed)

    def rows(self, ids: Sequence[int]) -> Sequence[Row]:
        """Return the rows of these ids."""
        return [self._rows[one] for one in ids]


def at_once(work: Callable[[], Any], done: Callable[[Any], None]) -> None:
    """Do the work here and now; to be given to a table model as its ``fetch``."""
    done(work())
