"""The letters as a table: source of rows, filter, and how often each choice of a filter occurs."""

from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtCore import QObject, Signal

from models.domain.lifecycle import LetterState
from models.domain.terms import LetterSeries
from models.queries.letters import (
    LetterFacets,
    LetterFilter,
    LetterOrder,
    LetterRow,
    letter_facets,
    letter_ids,
    letter_rows,
)
from ui.desk import Changes, Desk
from ui.widgets.table_columns import Order


class LetterSource:
    """Rows of letters for the table; asked in the store lane."""

    def ids(self, order: Order, narrow: LetterFilter) -> Sequence[int]:
        """Return the ids of all letters that match, in order."""
        return letter_ids(narrow, LetterOrder(order.column), descending=order.is_descending)

    def rows(self, ids: Sequence[int]) -> Sequence[LetterRow]:
        """Return the letters of these ids."""
        return letter_rows(list(ids))


def filter_of(words: str, chosen: dict[str, str]) -> LetterFilter:
    """Return the filter that words and chips describe."""
    return LetterFilter(
        containing=words,
        kinds=frozenset(LetterSeries(one) for one in _values(chosen, "kind")),
        states=frozenset(LetterState(one) for one in _values(chosen, "state")),
        years=frozenset(int(one) for one in _values(chosen, "year")),
    )


class LettersViewModel(QObject):
    """Counts the choices of the filters; says when the letters have changed."""

    letters_changed = Signal()
    facets_read = Signal(object)
    refused = Signal(object)

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        desk.changes.happened.connect(self._follow)

    def fetch(self, work: Callable[[], Any], done: Callable[[Any], None]) -> None:
        """Run a question of the table in the store lane."""
        self._desk.runner.store.run(work, owner=self, done=done, failed=self.refused.emit)

    def read_facets(self) -> None:
        """Count the letters for the filters."""
        self._desk.runner.store.run(
            letter_facets, owner=self, done=self._tell_facets, failed=self.refused.emit
        )

    def _tell_facets(self, facets: LetterFacets) -> None:
        self.facets_read.emit(facets)

    def _follow(self, changes: Changes) -> None:
        if changes.letters or changes.documents:
            self.letters_changed.emit()


def _values(chosen: dict[str, str], key: str) -> list[str]:
    value = chosen.get(key, "")
    return [value] if value else []
