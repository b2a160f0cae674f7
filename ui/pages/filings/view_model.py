"""What the list of filings shows and what a person may ask of it."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QObject, Signal

from models.domain.lifecycle import FilingState
from models.errors import AppError
from models.queries.filings import (
    FilingFilter,
    FilingOrder,
    FilingPage,
    filing_body_counts,
    filing_page,
    filing_state_counts,
    late_filing_count,
)
from models.queries.office import profile
from ui.desk import Changes, Desk
from ui.pages.filings.table import COLUMNS, FilingSource
from ui.widgets.table_columns import Order
from ui.widgets.table_model import PagedTableModel

LATE = "late"


@dataclass(frozen=True)
class FilingCounts:
    """How many filings there are for each choice of each filter."""

    states: Mapping[FilingState, int]
    filing_bodies: Mapping[str, int]
    late: int


def count_filings() -> FilingCounts:
    """Count the filings for the filters."""
    return FilingCounts(filing_state_counts(), filing_body_counts(), late_filing_count())


def read_filing(filing_id: int) -> FilingPage:
    """Read one filing as the rules in force ask for it."""
    return filing_page(filing_id, profile())


class FilingsViewModel(QObject):
    """The filings narrowed and sorted, and the one that is looked at."""

    counted = Signal(FilingCounts)
    chosen = Signal(FilingPage)
    refused = Signal(AppError)

    def __init__(self, desk: Desk, parent: QObject) -> None:
        super().__init__(parent)
        self._desk = desk
        self._chosen_id: int | None = None
        self.records = PagedTableModel(COLUMNS, FilingSource(), self._fetch, FilingFilter())
        self.records.order = Order(FilingOrder.RECEIVED_DATE, is_descending=True)
        desk.changes.happened.connect(self._follow)

    def read_again(self) -> None:
        """Read rows, counts and the filing looked at."""
        self.records.ask()
        self._fetch(count_filings, self.counted.emit)
        if self._chosen_id is not None:
            self.choose(self._chosen_id)

    def narrow(self, words: str, values: Mapping[str, str]) -> None:
        """Show only the filings that contain the words and have the values chosen."""
        state, body = values.get("state"), values.get("filing_body")
        self.records.narrow_to(
            FilingFilter(
                containing=words,
                states=frozenset({FilingState(state)} if state else ()),
                filing_body_names=frozenset({body} if body else ()),
                is_late_only=values.get("timely") == LATE,
            )
        )

    def choose(self, filing_id: int) -> None:
        """Look at one filing."""
        self._chosen_id = filing_id
        self._desk.runner.store.run(
            read_filing,
            filing_id,
            owner=self,
            done=self._show_chosen,
            failed=self._refuse,
        )

    def _show_chosen(self, page: FilingPage) -> None:
        if page.id == self._chosen_id:
            self.chosen.emit(page)

    def _fetch(self, work: Callable[[], Any], done: Callable[[Any], None]) -> None:
        self._desk.runner.store.run(work, owner=self, done=done, failed=self._refuse)

    def _refuse(self, error: AppError) -> None:
        self.refused.emit(error)

    def _follow(self, changes: Changes) -> None:
        if changes.filings or changes.documents:
            self.read_again()
